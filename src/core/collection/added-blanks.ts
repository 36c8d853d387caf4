import type { Form } from '../../shared/model.ts'
import type { LearnedTable } from '../forms/learn.ts'
import { withTables } from '../forms/merge-forms.ts'
import type { LedgerState } from '../ledger/state.ts'
import { Bounded } from '../memory/bounded.ts'
import { perObject } from '../memory/per-object.ts'
import type { CollectionConfig } from '../model/collection.ts'
import { utf8Bytes } from '../model/utf8-bytes.ts'
import { utf8Text } from '../model/utf8-text.ts'
import type { Store } from '../ports.ts'

/** What was learned of a blank workbook that came into an open collection. */
interface LearnedBlank {
  tables: LearnedTable[]
  /** Sheets in which no table was found. */
  otherSheets: string[]
}

/** As bytes to keep: what was learned once holds, whatever a later version would learn. */
export function packBlank(blank: LearnedBlank): Uint8Array {
  return utf8Bytes(JSON.stringify(blank))
}

/** What `packBlank` packed. */
function unpackBlank(bytes: Uint8Array): LearnedBlank {
  return JSON.parse(utf8Text(bytes)) as LearnedBlank
}

/** What was learned of a blank, by the hash of its bytes; the forms of a store with such blanks put to them. */
const unpacked = perObject<Store, Map<string, LearnedBlank>>(() => new Map())
const put = perObject<Store, Bounded<Form[]>>(() => new Bounded(1))

function learnedOf(store: Store, sha256: string): LearnedBlank {
  const known = unpacked(store)
  const before = known.get(sha256)
  if (before !== undefined) return before
  const bytes = store.blob(sha256)
  const blank = bytes === null ? { tables: [], otherSheets: [] } : unpackBlank(bytes)
  known.set(sha256, blank)
  return blank
}

/** The forms as learned: those that the collection came with, and of blanks that came into it since. */
export function learnedForms(store: Store, { blanks }: Pick<LedgerState, 'blanks'>): Form[] {
  const forms = store.forms()
  if (blanks.size === 0) return forms
  const key = [...blanks].map(([workbook, { learned }]) => `${workbook} ${learned}`).join('\n')
  const kept = put(store)
  const before = kept.get(key)
  if (before !== undefined) return before
  const tables = [...blanks.values()].flatMap(({ learned }) => learnedOf(store, learned).tables)
  return kept.set(key, withTables(forms, tables))
}

/** The settings as they came, with what of name and dates was set anew and with blanks that came since. */
export function configWith(
  store: Store,
  { blanks, particulars }: Pick<LedgerState, 'blanks' | 'particulars'>,
): CollectionConfig {
  const config = { ...store.config(), ...particulars }
  if (blanks.size === 0) return config
  const added = [...blanks].map(([workbook, { concerns }]) => ({ workbook, concerns }))
  const otherSheets = { ...config.otherSheets }
  for (const [workbook, { learned }] of blanks)
    otherSheets[workbook] = learnedOf(store, learned).otherSheets
  return { ...config, added, otherSheets }
}
