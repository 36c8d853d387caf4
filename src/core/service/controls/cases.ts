import type { ControlsApi } from '../../../shared/controls.ts'
import { CallError } from '../../../shared/result.ts'
import type { WorkbookData } from '../../ports.ts'
import type { Collection } from '../../collection/collection.ts'
import { controlList } from './control-list.ts'
import { controlsOf, understandControls } from './controls.ts'
import type { OpenedSource } from './controls.ts'
import { exportTo } from '../export.ts'
import { lastYearIn } from '../last-year/years.ts'
import type { Session } from '../session.ts'
import { perObject } from '../../memory/per-object.ts'

/** 数据比对: totals of another source held against the schools' sums. */
export function controlsCases(session: Session): ControlsApi {
  /** Workbooks of a collection opened already, by the hash of their bytes. */
  const known = perObject<Collection, Map<string, WorkbookData>>(() => new Map())

  async function open(path: string, bytes: Uint8Array): Promise<WorkbookData> {
    const outcome = await session.ports.reader.read(bytes, path)
    if (outcome.ok) return outcome.workbook
    throw new CallError('bad-controls', { path, detail: outcome.detail || outcome.code })
  }

  /** The sources in force. One that can no longer be read would be a damaged collection, and says so. */
  async function sources(): Promise<OpenedSource[]> {
    const collection = session.current()
    const { ledger, store } = collection
    if (ledger.controls.length === 0) return []
    const opened = known(collection)
    const kept = new Map(
      store.assets().flatMap((one) => (one.role === 'controls' ? [[one.name, one.sha256]] : [])),
    )
    const found: OpenedSource[] = []
    for (const { entry, asset, at, person } of ledger.controls) {
      const sha256 = kept.get(asset) ?? ''
      const bytes = store.blob(sha256)
      if (bytes === null) throw new CallError('no-such-file', { path: asset })
      const workbook = opened.get(sha256) ?? (await open(asset, bytes))
      opened.set(sha256, workbook)
      found.push({ entry, asset, at, person, workbook })
    }
    return found
  }

  return {
    async controls({ basis }) {
      const found = await sources()
      return controlsOf(session.current(), found, lastYearIn(session), basis)
    },
    async importControls({ files, reason }) {
      const collection = session.current()
      const read: { name: string; bytes: Uint8Array }[] = []
      for (const file of await session.sources(files)) {
        const bytes = await file.bytes()
        const { totals, problems } = understandControls(collection, await open(file.path, bytes))
        const [first] = problems
        if (totals.length === 0) {
          throw new CallError('bad-controls', { path: file.path, detail: first?.text ?? '' })
        }
        read.push({ name: file.path.split('/').at(-1) ?? file.path, bytes })
      }
      const { store } = collection
      return session.write(() =>
        read.map(({ name, bytes }) => {
          const count = store.assets().filter((one) => one.role === 'controls').length
          const asset = `${String(count + 1)}/${name}`
          store.putAsset('controls', asset, bytes)
          return { kind: 'controls', payload: { asset }, reason }
        }),
      )
    },
    async exportControls({ basis, lang }) {
      const found = await sources()
      const view = controlsOf(session.current(), found, lastYearIn(session), basis)
      return exportTo(
        session,
        lang === 'zh' ? '数据比对.xlsx' : 'control-totals.xlsx',
        (path, _job, collection) =>
          session.ports.writer.lists(controlList(collection.config.title, view, lang), path),
      )
    },
  }
}
