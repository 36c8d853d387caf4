import { join } from 'node:path'
import type { DuckDBResultReader } from '@duckdb/node-api'
import type { LakePart, LakeReader } from '../../core/model/lake/lake-reader.ts'
import { ExactSum } from '../../shared/exact.ts'
import type { Basis } from '../../shared/model.ts'
import { CallError } from '../../shared/result.ts'
import { sqlText, startEngine } from './engine.ts'
import { findParts, stampOf } from './find-parts.ts'
import type { FoundPart } from './find-parts.ts'
import type { RollupTrouble } from '../../shared/rollup.ts'

type Row = Record<string, unknown>

/** Bytes that are hashed within half a second or so. */
const HASHED = 256 * 1024 * 1024

/**
 * Opens the partitions below folders, in place.
 *
 * @param options hashes: whether every file is read and held against its hash first; within: as long as that
 *   takes no time, and only their sizes beyond
 * @throws CallError engine-missing
 */
export async function openLake(
  roots: readonly string[],
  options: { hashes?: boolean | 'within' } = {},
): Promise<LakeReader> {
  const engine = await startEngine()
  const { connection } = engine
  const found: FoundPart[] = []
  const troubles: RollupTrouble[] = []
  try {
    await connection.run('SET threads = 2')
    const most = options.hashes === true ? Infinity : options.hashes === 'within' ? HASHED : 0
    for (const root of roots) {
      const own = await findParts(connection, root, most)
      found.push(...own.parts)
      troubles.push(...own.troubles)
    }
  } catch (error) {
    engine.close()
    throw error
  }
  const parts = found.map(({ about }, part): LakePart => ({ ...about, part }))

  /** Throws CallError partition-changed where a partition is no longer the one that was opened. */
  const unchanged = (): void => {
    for (const { about, folder, stamp } of found)
      if (stampOf(folder) !== stamp)
        throw new CallError('partition-changed', { county: about.county, year: about.year })
  }
  const read = async <T>(sql: string, take: (found: DuckDBResultReader) => T): Promise<T> => {
    try {
      return take(await connection.runAndReadAll(sql))
    } finally {
      // What was read while one was replaced, or since, would be of two states; and so would what cannot be read.
      unchanged()
    }
  }
  const rows = (sql: string): Promise<Row[]> => read(sql, (found) => found.getRowObjectsJson())
  /** The same column by column: of many lines objects, and texts of numbers, cost more than the question. */
  const columns = (sql: string): Promise<readonly (readonly unknown[])[]> =>
    read(sql, (found) => found.getColumns())
  const files = (which: readonly number[], table: string): string => {
    const paths = which.map((part) => sqlText(join(found[part]?.folder ?? '', `${table}.parquet`)))
    return `read_parquet([${paths.join(', ')}], hive_partitioning = false)`
  }
  /** The first of the parts that have this one's forms, and so its items in the same places. */
  const alike = (which: readonly number[], part: number): number =>
    which.find((one) => found[one]?.about.forms === found[part]?.about.forms) ?? part
  /** A table of some parts, each line with its part, and with the first that has the same forms. */
  const of = (which: readonly number[], table: string): string => {
    const homes = which.map((part) => alike(which, part))
    const by = (list: readonly number[]): string =>
      `[${list.join(', ')}][CAST(file_index AS BIGINT) + 1]`
    return `(SELECT *, ${by(which)} AS part, ${by(homes)} AS home FROM ${files(which, table)})`
  }

  return {
    parts,
    troubles,
    async forms(part) {
      const given = await rows(`SELECT definition FROM ${files([part], 'forms')} ORDER BY position`)
      return given.map((row) => text(row['definition']))
    },
    async sums(forms, basis, by) {
      const which = [...new Set(forms.map(({ part }) => part))].toSorted((a, b) => a - b)
      if (which.length === 0) return []
      const ids = [...new Set(forms.map(({ form }) => form))]
      const within = among('v.form', ids)
      const { figure, state, written } = COLUMNS[basis]
      const home = by === null ? 'v.part' : 'v.home'
      const group = by === null ? `''` : "COALESCE(g.value, '（未填）')"
      const join_ = by === null ? '' : groupJoin(of(which, 'attributes'), by)
      const from = `FROM ${of(which, 'values')} v ${join_} WHERE ${within}`
      const unfit = `v.${state} = 'number' AND v.${figure} IS NULL`
      // Grouped by the state too, instead of comparing it line by line: that costs what a plain sum does.
      // So does a county as the place of its file in the list, instead of looking up its number for each line.
      const several = ids.length > 1
      const lines = await columns(
        `SELECT ${by === null ? 'v.file_index' : home} AS part, v.item, v.${state} AS state,
           CAST(SUM(v.${figure}) AS VARCHAR) AS total, CAST(COUNT(*) AS INTEGER) AS asked,
           CAST(COUNT(v.${figure}) AS INTEGER) AS known
           ${several ? ', v.form' : ''} ${by === null ? '' : `, ${group} AS grp`}
         ${by === null ? `FROM ${files(which, 'values')} v WHERE ${within}` : from} GROUP BY ALL`,
      )
      const given = folded(lines, {
        part: (at) => (by === null ? (which[at] ?? -1) : at),
        form: several ? null : (ids[0] ?? ''),
      })
      // Few figures or none do not fit their column: their texts are read only where there are some.
      const keyOf = ({ part, form, item, group: own }: Omit<LakeSumKey, 'unfit'>): string =>
        JSON.stringify([part, form, item, own])
      const beside = new Map<string, string[]>()
      if (given.some(({ unfit }) => unfit > 0)) {
        const lists = await rows(
          `SELECT ${home} AS part, v.form, v.item, ${group} AS grp, LIST(v.${written}) AS beside
           ${from} AND ${unfit} GROUP BY ALL`,
        )
        for (const row of lists) {
          const [form, item, own] = [row['form'], row['item'], row['grp']].map(text)
          const key = { part: Number(row['part']), form: form ?? '', item: item ?? '' }
          beside.set(keyOf({ ...key, group: own ?? '' }), texts(row['beside']))
        }
      }
      return given.map(({ unfit, ...sum }) => ({
        ...sum,
        beside: unfit === 0 ? [] : (beside.get(keyOf(sum)) ?? []),
      }))
    },
    async attributes() {
      const which = parts.map(({ part }) => part)
      if (which.length === 0) return []
      const given = await rows(
        `SELECT attribute, BOOL_OR(grouping) AS dimension, COUNT(DISTINCT value) AS n
         FROM ${of(which, 'attributes')} GROUP BY attribute
         HAVING n <= 200 ORDER BY dimension DESC, attribute`,
      )
      return given.map((row) => text(row['attribute']))
    },
    async lastYear(which, forms) {
      if (which.length === 0) return []
      const given = await rows(
        `SELECT part, form, item, CAST(total AS VARCHAR) AS total, total_text, schools
         FROM ${of(which, 'last_year')}
         ${forms === undefined ? '' : `WHERE ${among('form', forms)}`}`,
      )
      return given.map((row) => ({
        part: Number(row['part']),
        form: text(row['form']),
        item: text(row['item']),
        group: '',
        total: text(row['total']),
        beside: texts([row['total_text']]),
        asked: Number(row['schools']),
        schools: Number(row['schools']),
      }))
    },
    async indicators(which, basis) {
      if (which.length === 0) return []
      const given = await rows(
        `SELECT part, indicator, title, unit, decimals, scale, prefix,
           COALESCE(CAST(numerator AS VARCHAR), numerator_text) AS numerator,
           COALESCE(CAST(denominator AS VARCHAR), denominator_text) AS denominator,
           COALESCE(CAST(last_numerator AS VARCHAR), last_numerator_text) AS last_numerator,
           COALESCE(CAST(last_denominator AS VARCHAR), last_denominator_text) AS last_denominator,
           numerator_adds, denominator_adds, lack, definition
         FROM ${of(which, 'indicators')} WHERE basis = ${sqlText(basis)} ORDER BY part, position`,
      )
      return given.map((row) => ({
        part: Number(row['part']),
        indicator: text(row['indicator']),
        title: text(row['title']),
        unit: text(row['unit']),
        decimals: Number(row['decimals']),
        scale: text(row['scale']),
        prefix: text(row['prefix']),
        numerator: textOrNone(row['numerator']),
        denominator: textOrNone(row['denominator']),
        lastNumerator: textOrNone(row['last_numerator']),
        lastDenominator: textOrNone(row['last_denominator']),
        numeratorAdds: text(row['numerator_adds']),
        denominatorAdds: textOrNone(row['denominator_adds']),
        lack: textOrNone(row['lack']),
        definition: text(row['definition']),
      }))
    },
    async schools(part, form, basis, cell) {
      const { figure, state, written } = COLUMNS[basis]
      const given = await rows(
        `SELECT s.school, s.code, s.name, v.item, v.${state} AS state,
           COALESCE(CAST(v.${figure} AS VARCHAR), v.${written}) AS value, v.file, v.sheet, v.cell
         FROM ${files([part], 'values')} v JOIN ${files([part], 'schools')} s USING (school)
         WHERE v.form = ${sqlText(form)}${
           cell === undefined
             ? ''
             : ` AND v.school = ${sqlText(cell.school)} AND ${among('v.item', cell.items)}`
         }`,
      )
      return given.map((row) => ({
        school: text(row['school']),
        code: text(row['code']),
        name: text(row['name']),
        item: text(row['item']),
        value: withoutZeros(text(row['value']), text(row['state'])),
        state: text(row['state']),
        file: text(row['file']),
        sheet: text(row['sheet']),
        cell: text(row['cell']),
      }))
    },
    async blank(part, workbook) {
      const [row] = await read(
        `SELECT content FROM ${files([part], 'blanks')} WHERE workbook = ${sqlText(workbook)}`,
        (found) => found.getRows(),
      )
      const content = row?.[0]
      return typeof content === 'object' && content !== null && 'bytes' in content
        ? (content.bytes as Uint8Array)
        : null
    },
    changed: () =>
      found
        .filter(({ folder, stamp }) => stampOf(folder) !== stamp)
        .map(({ about }) => about.county),
    close: () => engine.close(),
  }
}

const COLUMNS: Record<Basis, { figure: string; state: string; written: string }> = {
  returned: { figure: 'returned', state: 'state', written: 'returned_text' },
  adopted: { figure: 'adopted', state: 'adopted_state', written: 'adopted_text' },
}

/** A dimension's group where the county has it, else what its register says under that name. */
function groupJoin(attributes: string, by: string): string {
  return `LEFT JOIN (SELECT part, school,
      COALESCE(MAX(value) FILTER (WHERE grouping), MAX(value) FILTER (WHERE NOT grouping)) AS value
    FROM ${attributes} WHERE attribute = ${sqlText(by)} GROUP BY part, school) g
    ON g.part = v.part AND g.school = v.school`
}

/** That a column holds one of some texts. */
function among(column: string, texts: readonly string[]): string {
  return texts.length === 0 ? 'false' : `${column} IN (${texts.map(sqlText).join(', ')})`
}

interface LakeSumKey {
  part: number
  form: string
  item: string
  group: string
}

/**
 * What an item comes to in a county or group, of lines for each state of its cells, column by column.
 *
 * @param of part: the part that a number in the first column stands for; form: of all of them; null: a column says it
 */
function folded(
  columns: readonly (readonly unknown[])[],
  of: { part: (given: number) => number; form: string | null },
): (LakeSumKey & { total: string; asked: number; schools: number; unfit: number })[] {
  const [parts = [], items = [], states = [], totals = [], asked = [], known = [], ...more] =
    columns
  const forms = of.form === null ? (more.shift() ?? []) : null
  const groups = more.shift() ?? null
  const found = new Map<string, ReturnType<typeof folded>[number]>()
  for (let at = 0; at < parts.length; at += 1) {
    const part = of.part(Number(parts[at]))
    const form = forms === null ? (of.form ?? '') : text(forms[at])
    const [item, group] = [text(items[at]), groups === null ? '' : text(groups[at])]
    const key = `${String(part)}\n${form}\n${item}\n${group}`
    let sum = found.get(key)
    if (sum === undefined) {
      sum = { part, form, item, group, total: '0', asked: 0, schools: 0, unfit: 0 }
      found.set(key, sum)
    }
    const [count, state, total] = [Number(asked[at]), states[at], totals[at]]
    sum.asked += count
    if (SAID.has(text(state))) sum.schools += count
    if (state === 'number') sum.unfit += count - Number(known[at])
    // Whatever the state: of what another program wrote nothing is passed over.
    if (typeof total === 'string') sum.total = added(sum.total, withoutPlaces(total))
  }
  return [...found.values()]
}

/** The column writes all its places; whole numbers are added as such. */
const withoutPlaces = (total: string): string =>
  total.endsWith('.000000') ? total.slice(0, -7) : total

function added(one: string, other: string): string {
  if (one === '0') return other
  const sum = new ExactSum()
  sum.add(one)
  sum.add(other)
  return String(sum)
}

/** States of a cell that says something. */
const SAID: ReadonlySet<string> = new Set(['number', 'blank', 'text'])

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const textOrNone = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** The column writes all its places: 12.500000 is 12.5. */
function withoutZeros(value: string, state: string): string {
  return state === 'number' && value.includes('.') ? value.replace(/\.?0+$/u, '') : value
}
