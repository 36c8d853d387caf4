import type { Lang } from '../../../shared/words/say.ts'
import { entryText } from '../../../shared/words/entries.ts'
import { totalsOver } from '../../consolidate/totals.ts'
import type { Collection } from '../../collection/collection.ts'
import { saidEntry } from '../../collection/said-entry.ts'
import type { Ports } from '../../ports.ts'
import { columnSum } from '../../recount/plain.ts'
import { Consolidation } from '../consolidate/consolidation.ts'
import { faultsOf } from '../faults/faults.ts'
import { Findings } from '../findings/findings.ts'
import { ruleSetOf } from '../findings/rule-set.ts'
import type { JobHandle } from '../jobs.ts'
import { externalOf, lastYearOf } from '../last-year/last-year.ts'
import { csvField } from '../../model/csv-field.ts'
import { valuesCsv } from '../report/values-csv.ts'
import { a1 } from '../../model/address.ts'
import type { WorkbookData } from '../../model/sheet.ts'
import { personalIn } from '../../personal/in-workbook.ts'
import type { PersonalCell } from '../../personal/in-workbook.ts'
import { maskedMark, maskedText } from '../../personal/marks.ts'
import { recount } from '../snapshots/recount.ts'
import { quotedLines } from '../summary/quoted-lines.ts'
import { writeSummary, writeWorkbook } from './results.ts'

/**
 * 依据包: writes what a third person needs to verify the figures without this program — the workbook,
 * the received files, the ledger with its seals, the single values, the totals as both calculators
 * have them, and the summary with where each figure comes from.
 *
 * @throws CallError cannot-write, cancelled
 */
export async function writeEvidence(
  collection: Collection,
  ports: Ports,
  lang: Lang,
  target: string,
  job: JobHandle,
): Promise<void> {
  const lastYear = await lastYearOf(collection, ports.reader)
  const external = await externalOf(collection, ports.reader)
  const years = new Consolidation(collection, lastYear, external)
  const rules = () => ruleSetOf(collection, ports.shippedRules())
  const findings = new Findings(collection, rules, lastYear)
  const faults = faultsOf({ collection, prior: lastYear, external }, findings)
  const lines = collection.store.ledgerText()
  const { links, head } = collection.store.chain()
  const about = {
    title: collection.config.title,
    county: collection.config.county,
    at: ports.clock.now(),
    ledger: { lines: lines.length, seal: lines.at(-1)?.seal ?? '' },
    chain: { links, head },
  }
  await ports.writer.evidence(
    async (folder, keep) => {
      const write = (name: string, pieces: Iterable<string>): Promise<void> =>
        folder.write(name, pieces, job.signal)
      await write('values.csv', valuesCsv(collection))
      await write('totals.csv', totalsCsv(collection))
      await write('recount.json', [JSON.stringify(recount(years, years, 'adopted'), null, 1)])
      await write('quoted.json', [JSON.stringify(quotedLines(years, 'adopted') ?? [], null, 1)])
      await write(
        'ledger.jsonl',
        lines.map((line) => `${JSON.stringify(line)}\n`),
      )
      await write('ledger.txt', ledgerText(collection, lang))
      const instead = new Map<number, 'masked' | 'removed'>()
      for (const file of collection.storedFiles()) {
        const bytes = collection.store.blob(file.sha256)
        const masked = bytes === null ? null : await maskedInstead(ports, bytes, file.path)
        const name = receivedName(file.id, file.path)
        if (bytes === null) instead.set(file.id, 'removed')
        else if (masked === null) await keep(name, bytes)
        else {
          instead.set(file.id, 'masked')
          await write(`masked/${name}.csv`, masked)
        }
      }
      await write('received.csv', receivedCsv(collection, instead))
      const wishes = { basis: 'adopted' as const, lang, identities: false }
      await writeWorkbook(years, { findings, faults }, ports, wishes, folder, job)
      await writeSummary(years, ports, folder)
    },
    about,
    target,
  )
}

/** Each county total that is a sum of schools, by both calculators. */
function* totalsCsv(collection: Collection): Generator<string> {
  yield 'item,program,recount\n'
  for (const form of collection.forms) {
    const addresses = collection.index.addressesOf(form)
    const program = totalsOver(collection, form, collection.expected, 'adopted').values
    for (const [index, item] of form.items.entries()) {
      if (item.kind === 'text' || item.adds !== undefined) continue
      const own = collection.expected.filter((school) =>
        collection.itemsOf(school, form).includes(index),
      )
      const texts = own.flatMap((school) => {
        const { state, value } = collection.adopted(school.id, form, index)
        return state === 'number' ? [value] : []
      })
      const fields = [addresses[index] ?? '', program[index] ?? '', columnSum(texts)]
      yield `${fields.map(csvField).join(',')}\n`
    }
  }
}

/**
 * The cells of a file that holds identity numbers or a list of persons, with these masked, to go into the
 * pack in its place; null for any other file, which goes in as it came.
 */
async function maskedInstead(
  { reader }: Ports,
  bytes: Uint8Array,
  path: string,
): Promise<Iterable<string> | null> {
  const outcome = await reader.read(bytes, path)
  if (!outcome.ok) return null
  const found = personalIn(outcome.workbook)
  // Who signed for the school, with a telephone number, stands on every return; a list of persons does not.
  const persons = new Set(found.map(({ kind, text }) => `${kind} ${text}`))
  const listed = found.some(({ kind }) => kind === 'identity') || persons.size > SIGNATURES
  if (!listed) return null
  return maskedCells(outcome.workbook, found)
}

/** Names and telephone numbers below a return: of those who filled it in, checked it and answer for it. */
const SIGNATURES = 6

function* maskedCells({ sheets }: WorkbookData, found: readonly PersonalCell[]): Generator<string> {
  const at = new Map(found.map((one) => [`${one.sheet} ${one.cell}`, one]))
  yield 'sheet,cell,value\n'
  for (const { name, cells } of sheets)
    for (const [row, line] of cells.entries())
      for (const [column, cell] of (line ?? []).entries()) {
        if (cell === undefined || cell.value === '') continue
        const place = a1(row, column)
        const mark = at.get(`${name} ${place}`)
        const whole = mark !== undefined && mark.text === cell.value.trim()
        const value = whole ? maskedMark(mark.kind, mark.text) : maskedText(cell.value)
        yield `${[name, place, cell.kind === 'number' && !whole ? cell.value : value].map(csvField).join(',')}\n`
      }
}

/** @param instead files that are not in the pack as they came, and what became of them */
function* receivedCsv(
  collection: Collection,
  instead: ReadonlyMap<number, 'masked' | 'removed'>,
): Generator<string> {
  yield 'path,sha256,size,received,file,instead\n'
  for (const { id, path, sha256, size, receivedAt } of collection.storedFiles()) {
    const other = instead.get(id)
    const name = receivedName(id, path)
    const file =
      other === undefined ? `received/${name}` : other === 'masked' ? `masked/${name}.csv` : ''
    const fields = [path, sha256, String(size), receivedAt, file, other ?? '']
    yield `${fields.map(csvField).join(',')}\n`
  }
}

/** Its number first: two files may bear one name. */
function receivedName(id: number, path: string): string {
  const name = (path.split('/').at(-1) ?? '').replaceAll(/[\p{C}<>:"/\\|?*]/gu, '_')
  return `${String(id)}_${Array.from(name).slice(-60).join('')}`
}

function* ledgerText(collection: Collection, lang: Lang): Generator<string> {
  for (const entry of collection.ledger.entries) {
    const { at, person, says, reason, active } = saidEntry(collection, entry)
    const mark = active ? '' : '×'
    const fields = [String(entry.id), at, person, entryText(lang, says), reason, mark]
    yield `${fields
      .map((field) => maskedText(field.replaceAll(/[\t\r\n]+/gu, ' ')))
      .join('\t')
      .trimEnd()}\n`
  }
}
