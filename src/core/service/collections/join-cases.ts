import type { JoinApi } from '../../../shared/join.ts'
import { Collection } from '../../collection/collection.ts'
import type { Session } from '../session.ts'
import { joinedCollection } from './join.ts'
import { conflictsIn, deedsDeciding } from './join-conflicts.ts'

/** 合并: two files of one collection that were worked on apart, and what they say otherwise. */
export function joinCases(session: Session): JoinApi {
  return {
    async joinCollection({ grant }) {
      const { ports } = session
      const own = session.current()
      const path = ports.grants.collectionPath(grant)
      const other = await ports.stores.openOrLook(path)
      try {
        const target = ports.grants.newCollectionPath(`${own.config.title} 合并`)
        const sides = [
          { store: own.store, name: titleIn(own.store.path) },
          { store: other, name: titleIn(path) },
        ] as const
        const { store, found } = await joinedCollection(ports, sides, target)
        const overview = await session.use(new Collection(store))
        const made = {
          grant: ports.grants.collectionGrant(target),
          title: titleIn(target),
          changedAt: ports.clock.now(),
        }
        return { overview, found: { made, ...found } }
      } finally {
        other.close()
      }
    },
    async joinConflicts() {
      return conflictsIn(session.current())
    },
    async decideConflict({ join, matter, side }) {
      const collection = session.current()
      return session.write(() => deedsDeciding(collection, join, matter, side))
    },
  }
}

/** What a collection's file is called, without folder and ending. */
const titleIn = (path: string): string =>
  (path.split(/[/\\]/u).at(-1) ?? '').replace(/\.huishu$/u, '')
