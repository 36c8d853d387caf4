import type { PersonalApi, PersonalRow, PersonalView } from '../../../shared/personal.ts'
import { CallError } from '../../../shared/result.ts'
import { readOnlyParams } from '../../../shared/words/read-only.ts'
import type { Collection } from '../../collection/collection.ts'
import { contentOf } from '../../collection/reread.ts'
import type { AssetRole } from '../../model/asset-role.ts'
import { asksForName, looksLikeName, maskedMark, marksIn } from '../../personal/marks.ts'
import { personalIn } from '../../personal/in-workbook.ts'
import type { PersonalCell } from '../../personal/in-workbook.ts'
import { StandIns } from '../../personal/stand-ins.ts'
import { withoutPersonal } from '../../personal/without.ts'
import type { Session } from '../session.ts'
import { figuresOf } from './figures.ts'

/** What of the county's own is looked into; it stays, since figures are taken from it. */
const OWN: readonly AssetRole[] = [
  'register',
  'prior',
  'prior-same',
  'prior-previous',
  'external',
  'plans',
  'controls',
]
const SAMPLES = 3

/** 个人信息: what of a collection tells who a person is; found, and removed for good. */
export function personalCases(session: Session): PersonalApi {
  const view = async (): Promise<PersonalView> => viewOf(await found(session))
  return {
    personal: view,
    async removePersonal({ reason }) {
      if (reason.trim() === '') throw new CallError('reason-missing')
      const collection = session.current()
      const { store } = collection
      const readOnly = store.readOnly()
      if (readOnly !== null) throw new CallError('read-only', readOnlyParams(readOnly))
      const all = await found(session)
      if (session.current() !== collection || all.rows.length === 0)
        throw new CallError('nothing-changed')
      const wanted = new Set(all.rows.map(({ row }) => row.file))
      const standIns = new StandIns()
      const formOf = (id: string) => collection.forms.find((form) => form.id === id) ?? null
      const before = collection.storedFiles().filter(({ id }) => wanted.has(id))
      const figures = figuresOf(collection)
      const restore = (): void => {
        for (const { id, reading } of before) collection.replaceReading(id, reading)
        collection.refresh()
      }
      await session.write(() => {
        try {
          for (const { id, reading } of before) {
            const without = withoutPersonal(reading, formOf, standIns)
            store.setReading(id, without)
            collection.replaceReading(id, without)
          }
          collection.refresh()
          const changed = figures.differ(collection)
          if (changed !== null) throw new CallError('personal-needed', { item: changed })
          const files = before.map(({ path, sha256 }) => ({ path, sha256 }))
          const opened = store
            .assets()
            .filter(({ role, name }) => role === 'unlocked' && files.some((f) => f.sha256 === name))
          store.removeBytes([...files, ...opened].map(({ sha256 }) => sha256))
          const counted = (key: 'identities' | 'names' | 'telephones'): number =>
            all.rows.reduce((sum, { row }) => sum + row[key], 0)
          const counts = {
            identities: counted('identities'),
            names: counted('names'),
            telephones: counted('telephones'),
          }
          const gone = opened.map(({ sha256, name }) => ({ path: name, sha256 }))
          const payload = { files: [...files, ...gone], ...counts }
          return [{ kind: 'remove-personal', payload, reason: reason.trim() }]
        } catch (error) {
          restore()
          throw error
        }
      })
      store.purge()
      // Those before hold what was removed; one as it is now takes their place first.
      await session.backups.make()
      session.ports.backups.forget(store)
      return view()
    },
  }
}

interface Found {
  rows: { row: PersonalRow & { file: number } }[]
  kept: PersonalRow[]
  unread: string[]
  removed: number
  backups: number
}

const viewOf = ({ rows, ...rest }: Found): PersonalView => ({
  ...rest,
  rows: rows.map(({ row }) => row),
})

async function found(session: Session): Promise<Found> {
  const collection = session.current()
  const { ports } = session
  const rows: Found['rows'] = []
  const kept: PersonalRow[] = []
  const unread: string[] = []
  let removed = 0
  for (const file of collection.storedFiles()) {
    const bytes = contentOf(collection, file)
    if (bytes === null) {
      removed += 1
      continue
    }
    const outcome = await ports.reader.read(bytes, file.path)
    if (!outcome.ok) {
      // What is no workbook holds nothing that was read; only what is locked or damaged may.
      if (outcome.code === 'encrypted' || outcome.code === 'damaged') unread.push(file.path)
      continue
    }
    const row = rowOf(personalIn(outcome.workbook), file.id, file.path)
    if (row !== null) rows.push({ row: { ...row, file: file.id } })
  }
  for (const { role, name, sha256 } of collection.store.assets()) {
    const bytes = OWN.includes(role) || role === 'draft' ? collection.store.blob(sha256) : null
    if (bytes === null) continue
    const cells = await inAsset(ports.reader, role, bytes, name)
    const row = rowOf(cells, null, name)
    if (row !== null) kept.push(row)
  }
  const record = rowOf(inLedger(collection), null, RECORD)
  if (record !== null) kept.push(record)
  return { rows, kept, unread, removed, backups: backupsOf(session, collection) }
}

/** How the list calls the ledger. */
const RECORD = '操作记录 ledger'

/** What the ledger's lines say of persons: reasons, and cells of lists that were corrected. Lines are sealed and stay. */
function inLedger({ ledger }: Collection): PersonalCell[] {
  return ledger.entries.flatMap((entry) => {
    const cell = (text: string, kind: PersonalCell['kind']): PersonalCell => ({
      kind,
      text,
      sheet: '',
      cell: String(entry.id),
    })
    const named =
      entry.kind === 'adopt-row'
        ? entry.payload.changes
            .filter(({ heading }) => asksForName(heading))
            .flatMap(({ from, to, returned }) => [from, to ?? '', returned])
        : []
    const names = [...new Set(named)].filter(looksLikeName)
    const texts = [entry.reason, ...textsIn(entry.payload)]
    const marks = new Map(
      texts.flatMap(marksIn).map((mark) => [`${mark.kind} ${mark.text}`, mark] as const),
    )
    return [
      ...[...marks.values()].map(({ kind, text }) => cell(text, kind)),
      ...names.map((text) => cell(text, 'name')),
    ]
  })
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

async function inAsset(
  reader: Session['ports']['reader'],
  role: AssetRole,
  bytes: Uint8Array,
  name: string,
): Promise<PersonalCell[]> {
  if (role !== 'draft') {
    const outcome = await reader.read(bytes, name)
    return outcome.ok ? personalIn(outcome.workbook) : []
  }
  const draft = await reader.draft(bytes, name).catch(() => null)
  return marksIn(draft?.text ?? '').map(({ kind, text }) => ({ kind, text, sheet: '', cell: '' }))
}

const backupsOf = ({ ports }: Session, { store }: Collection): number =>
  ports.backups.view(store.path).rows.length

function rowOf(
  cells: readonly PersonalCell[],
  file: number | null,
  path: string,
): PersonalRow | null {
  if (cells.length === 0) return null
  const count = (kind: PersonalCell['kind']): number =>
    cells.filter((cell) => cell.kind === kind).length
  return {
    file,
    path,
    identities: count('identity'),
    names: count('name'),
    telephones: count('telephone'),
    samples: cells
      .slice(0, SAMPLES)
      .map(({ kind, sheet, cell, text }) => ({ sheet, cell, text: maskedMark(kind, text) })),
  }
}
