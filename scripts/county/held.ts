import type { CellState, Reason } from '../../src/shared/model.ts'
import type { Truth, TruthFile, TruthValue } from './truth.ts'

/** What the program made of a county. */
export interface Outcome {
  files: { file: string; status: string; school: string | null; reasons: Reason[] }[]
  values: { school: string; item: string; returned: string; state: CellState }[]
  /** Findings by school. */
  findings: { school: string; rule: string }[]
}

/** One cell or file that came out otherwise than it should. */
export interface Miss {
  how: 'wrong' | 'lost' | 'asked' | 'file' | 'finding'
  file: string
  /** Item, sheet cell, what was expected and what came. */
  text: string
}

/** What was held for the files with one kind of mess ('' for files without any). */
export interface Held {
  files: number
  filesRight: number
  cells: number
  cellsRight: number
  /** Figures or texts that were taken and are not what the cell says, without any question about it. */
  wrong: number
  /** What a school filled in, left out although nothing that was said of its file names the sheet. */
  lost: number
  /** What a school filled in, left out and asked about. */
  asked: number
  findings: number
}

/**
 * Holds what the program made of a county against the truth, for each kind of mess. Items that the
 * program has and the truth does not count as wrong where something was taken for them.
 */
export function holdAgainst(
  outcome: Outcome,
  truth: Truth,
): { held: Map<string, Held>; misses: Miss[] } {
  const held = new Map<string, Held>()
  const misses: Miss[] = []
  const of = (file: TruthFile | undefined): Held[] =>
    (file === undefined || file.mess.length === 0 ? [''] : file.mess).map((kind) => {
      const known = held.get(kind) ?? noneHeld()
      held.set(kind, known)
      return known
    })
  const byFile = new Map(truth.files.map((one) => [one.file, one]))
  const counting = new Map<string, TruthFile>()
  for (const { school, file } of truth.values) {
    const counts = file === null ? undefined : byFile.get(file)
    if (counts !== undefined) counting.set(school, counts)
  }

  const got = new Map(outcome.files.map((one) => [one.file, one]))
  for (const file of truth.files) {
    const found = got.get(file.file)
    const right = found !== undefined && isRight(file, found, byFile, truth)
    for (const one of of(file)) {
      one.files++
      if (right) one.filesRight++
    }
    if (right) continue
    const reasons = found?.reasons.map(({ code, sheet }) => `${code} ${sheet ?? ''}`.trim()) ?? []
    const text = `${found?.status ?? 'nothing'} instead of ${file.status}: ${[...new Set(reasons)].join(', ')}`
    misses.push({ how: 'file', file: file.file, text })
  }

  const key = (one: { school: string; item: string }) => `${one.school}\n${one.item}`
  const open = new Map(outcome.values.map((one) => [key(one), one]))
  for (const value of [...truth.values, ...rowCounts(truth)]) {
    const found = open.get(key(value))
    open.delete(key(value))
    const file = counting.get(value.school)
    const reasons = got.get(value.file ?? '')?.reasons ?? []
    const how = judged(value, found, reasons)
    for (const one of of(file)) {
      one.cells++
      if (how === null) one.cellsRight++
      else one[how]++
    }
    if (how === null) continue
    const came = found ? `${found.state} ${found.returned}` : 'no such item'
    const text = `${value.item} ${value.sheet ?? ''}!${value.cell ?? ''} ${value.state} ${value.returned ?? ''} → ${came}`
    misses.push({ how, file: file?.file ?? value.school, text })
  }
  for (const extra of open.values()) {
    if (extra.state !== 'number' && extra.state !== 'text') continue
    const file = counting.get(extra.school)
    for (const one of of(file)) one.wrong++
    const text = `${extra.item} is no item → ${extra.state} ${extra.returned}`
    misses.push({ how: 'wrong', file: file?.file ?? extra.school, text })
  }

  for (const { school, rule } of outcome.findings) {
    const file = counting.get(school)
    for (const one of of(file)) one.findings++
    misses.push({ how: 'finding', file: file?.file ?? school, text: rule })
  }
  return { held, misses }
}

/** Without being told, a list of persons is counted for its rows. */
function rowCounts(truth: Truth): TruthValue[] {
  return truth.lists.map(({ school, form, file, sheet, rows }) => ({
    school,
    item: `${form}[人数,1]`,
    returned: String(rows.length),
    state: 'number',
    file,
    sheet,
    cell: null,
  }))
}

const noneHeld = (): Held => ({
  files: 0,
  filesRight: 0,
  cells: 0,
  cellsRight: 0,
  wrong: 0,
  lost: 0,
  asked: 0,
  findings: 0,
})

/** Of two files with the same bytes either may be the one that counts. */
function isRight(
  file: TruthFile,
  found: Outcome['files'][number],
  byFile: ReadonlyMap<string, TruthFile>,
  truth: Truth,
): boolean {
  const other =
    byFile.get(file.twin ?? '') ?? truth.files.find(({ twin }) => twin === file.file) ?? null
  const allowed: string[] = [file, ...(other ? [other] : [])].flatMap((one) => [
    one.status,
    ...one.alsoOk,
  ])
  return allowed.includes(found.status) && (found.school === file.school || file.school === null)
}

/** Ticks and words for 是 and 否 are one. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['√', '是'],
  ['✓', '是'],
  ['×', '否'],
])
const wordOf = (text: string) => SAME.get(text) ?? text

function judged(
  value: TruthValue,
  found: Outcome['values'][number] | undefined,
  reasons: Reason[],
): 'wrong' | 'lost' | 'asked' | null {
  const filled = value.state === 'number' || value.state === 'text'
  const taken = found?.state === 'number' || found?.state === 'text'
  if (taken) {
    const same =
      value.state === found.state &&
      (value.state === 'number'
        ? Number(value.returned) === Number(found.returned)
        : wordOf(value.returned ?? '') === wordOf(found.returned))
    return same ? null : 'wrong'
  }
  if (!filled) {
    const same = value.state === found?.state || (value.state === 'blank' && found === undefined)
    return same ? null : 'asked'
  }
  if (found?.state === 'unreadable') return 'asked'
  const named = reasons.some(
    ({ sheet }) => sheet === undefined || sheet === '' || sheet === value.sheet,
  )
  return named ? 'asked' : 'lost'
}
