import { parsePeriod } from '../../../shared/period.ts'
import type { CollectionsApi } from '../../../shared/collections.ts'
import { understand } from '../../setup/understand.ts'
import { Collection } from '../../collection/collection.ts'
import { incompleteIn } from '../../collection/incomplete.ts'
import { exportTo } from '../export.ts'
import { createStore } from './create.ts'
import { repaired } from './repair.ts'
import { startImportOf } from '../intake/start-import.ts'
import type { Session } from '../session.ts'
import { CallError } from '../../../shared/result.ts'
import { nextYear } from './next-year.ts'

/** Making, opening and watching a collection. */
export function collectionsCases(session: Session): CollectionsApi {
  return {
    async about() {
      return {
        ...session.ports.about,
        dataFolder: session.ports.grants.dataFolder(),
        collections: session.ports.grants.collections(),
        cities: session.ports.counties.recent(),
        open: !session.isOpen ? null : session.overview(),
      }
    },
    async openSample({ which }) {
      const files = await session.ports.grants.sample(which)
      const found = await understand(files, session.ports.reader)
      const known = session.ports.grants.collections().find((c) => c.title === found.config.title)
      if (known !== undefined) return session.openAt(known.grant)
      const path = session.ports.grants.newCollectionPath(found.config.title)
      const view = await session.use(new Collection(createStore(session.ports, path, found)))
      startImportOf(session, found.returns)
      return view
    },
    async planCollection({ files }) {
      return (await understand(await session.sources(files), session.ports.reader)).plan
    },
    async createCollection({ files, period, ...said }) {
      if (period !== undefined && period !== '' && parsePeriod(period) === null)
        throw new CallError('bad-period', { text: period })
      const found = await understand(await session.sources(files), session.ports.reader)
      const config = { ...found.config, ...said, ...(period !== undefined && { period }) }
      const path = session.ports.grants.newCollectionPath(said.title)
      await session.use(new Collection(createStore(session.ports, path, { ...found, config })))
      const job = found.returns.length === 0 ? null : startImportOf(session, found.returns)
      return { overview: session.overview(), job }
    },
    async openCollection({ grant }) {
      return session.openAt(grant)
    },
    async repairCollection({ grant }) {
      const { ports } = session
      const path = ports.grants.collectionPath(grant)
      const name = titleIn(path)
      const target = ports.grants.newCollectionPath(`${name} 抢救`)
      const found = await repaired(ports, path, target, name)
      const made = { grant: ports.grants.collectionGrant(target), title: titleIn(target) }
      return { made: { ...made, changedAt: ports.clock.now() }, found }
    },
    async reopenCollection() {
      const { store } = session.current()
      return store.readOnly() === null ? session.overview() : session.openPath(store.path)
    },
    async nextYear() {
      return nextYear(session)
    },
    async discardCollection({ grant }) {
      const { grants, stores } = session.ports
      const path = grants.collectionPath(grant)
      try {
        // Nobody may be working in it; one that cannot be opened may go as well.
        stores.open(path).close()
      } catch (reason) {
        if (!(reason instanceof CallError) || reason.code === 'collection-in-use') throw reason
      }
      return { folder: grants.discard(path) }
    },
    async closeCollection() {
      session.close()
      return null
    },
    async copyCollection() {
      const { title } = session.current().config
      return exportTo(session, `${title} 副本.huishu`, async (path, _job, { store }) =>
        store.copyTo(path),
      )
    },
    async checkCopy({ reason }) {
      const lacking = incompleteIn(session.current())
      if (lacking === null) throw new CallError('nothing-to-check')
      if (reason.trim() === '') throw new CallError('reason-missing')
      return session.write({ kind: 'check-copy', payload: lacking, reason: reason.trim() })
    },
    async overview() {
      return session.overview()
    },
    async setPerson({ person }) {
      return session.write({ kind: 'person', payload: { name: person } })
    },
    async job({ id }) {
      return session.jobs.state(id)
    },
    async cancelJob({ id }) {
      return session.jobs.cancel(id)
    },
    async events({ after, waitMs }) {
      return session.hub.after(after, waitMs)
    },
  }
}

/** What a collection's file is called, without folder and ending. */
const titleIn = (path: string): string =>
  (path.split(/[/\\]/u).at(-1) ?? '').replace(/\.huishu$/u, '')
