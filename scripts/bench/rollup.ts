import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { partitionFolders } from '../../src/core/lake/place.ts'
import { LAKE_SCHEMA, LAKE_TABLES } from '../../src/core/lake/schema.ts'
import type { LakeTable } from '../../src/core/model/lake.ts'
import { City } from '../../src/core/rollup/city.ts'
import { sqlName, sqlText, startEngine } from '../../src/main/lake/engine.ts'
import type { Engine } from '../../src/main/lake/engine.ts'
import { openLake } from '../../src/main/lake/read-lake.ts'
import { VALUES_ROW_GROUP, WRITTEN } from '../../src/main/lake/write-partition.ts'
import type { Form, FormItem } from '../../src/shared/model.ts'

/**
 * A province of counties as Parquet, written by the engine: what opening it, a form by county and a form by
 * groups cost, held against a plain query of the engine over the same files in turns. The figures of a
 * few counties are made and copied to the others; every file is read.
 *
 *   node scripts/bench/rollup.ts [COUNTIES] [SCHOOLS] [FORMS]
 */
const [first = '120', second = '300', third = '30', fourth = ''] = process.argv.slice(2)
const [ROWS, COLUMNS, MADE, ROUNDS] = [20, 10, 4, 7]

const SCHOOL = "'s' || lpad(CAST(s.i AS VARCHAR), 6, '0')"
const formId = (at: number): string => `F${String(at).padStart(2, '0')}`

if (first === 'read') await read(second, Number(third), Number(fourth))
else await whole(Number(first), Number(second), Number(third))

async function whole(counties: number, schools: number, forms: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-rollup-'))
  try {
    const values = counties * schools * forms * ROWS * COLUMNS
    console.log(
      `rollup (${String(counties)} counties × ${String(schools)} schools × ${String(forms * ROWS * COLUMNS)} items = ${(values / 1e6).toFixed(1)} M values)`,
    )
    await write(folder, counties, schools, forms)
    // In a process of its own, so that the memory of writing is not counted.
    const path = fileURLToPath(new URL('rollup.ts', import.meta.url))
    const flags = ['--disable-warning=ExperimentalWarning', path, 'read', folder]
    const args = [...flags, String(forms), String(counties)]
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
    if (status !== 0) throw new Error('reading failed')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function formOf(at: number): Form {
  const id = formId(at)
  const range = (length: number): number[] => Array.from({ length }, (_, index) => index)
  const items = range(ROWS * COLUMNS).map((index): FormItem => ({
    row: Math.floor(index / COLUMNS),
    column: index % COLUMNS,
    kind: 'number',
    unit: null,
    decimals: 0,
    formula: null,
    input: true,
  }))
  const rows = range(ROWS).map((row) => ({
    code: String(row + 1).padStart(2, '0'),
    label: `第${String(row + 1)}项`,
    level: 0,
  }))
  const columns = range(COLUMNS).map((column) => ({
    code: String(column + 1),
    path: [`第${String(column + 1)}栏`],
  }))
  return { id, title: id, unit: '人', rows, columns, items, editions: [] }
}

/** A table's columns from expressions, null where there is none, in their types. */
function selected(table: LakeTable, given: Record<string, string>, from: string): string {
  const columns = table.columns.map(
    ({ name, type }) =>
      `${WRITTEN[type](given[name] ?? 'CAST(NULL AS VARCHAR)')} AS ${sqlName(name)}`,
  )
  return `SELECT ${columns.join(', ')} ${from}`
}

async function write(
  folder: string,
  counties: number,
  schools: number,
  forms: number,
): Promise<void> {
  const engine = await startEngine()
  const made = join(folder, '.made')
  try {
    await engine.connection.run('SET threads = 2')
    for (let at = 0; at < Math.min(MADE, counties); at++)
      await writeMade(engine, join(made, String(at)), at, schools, forms)
    for (let at = 0; at < counties; at++) {
      const county = `县${String(at).padStart(4, '0')}`
      const place = { year: '2025', province: '某省', city: `市${String(at % 12)}`, county }
      const target = join(folder, ...partitionFolders(place))
      mkdirSync(target, { recursive: true })
      const files: Record<string, { rows: number; bytes: number; sha256: string }> = {}
      for (const { name } of LAKE_TABLES) {
        if (name === 'collection') continue
        const file = `${name}.parquet`
        copyFileSync(join(made, String(at % MADE), file), join(target, file))
        files[name] = { rows: 0, bytes: statSync(join(target, file)).size, sha256: name }
      }
      const said = {
        ...place,
        schema: String(LAKE_SCHEMA),
        collection: county,
        fingerprint: county,
      }
      await copyTo(engine, target, 'collection', {
        ...Object.fromEntries(Object.entries(said).map(([key, text]) => [key, sqlText(text)])),
        ...{ expected: String(schools), reported: String(schools), errors: '0', chain_links: '1' },
        files: sqlText(JSON.stringify(files)),
      })
    }
  } finally {
    engine.close()
    rmSync(made, { recursive: true, force: true })
  }
}

async function writeMade(
  engine: Engine,
  folder: string,
  at: number,
  schools: number,
  forms: number,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const list = Array.from({ length: forms }, (_, form) => formOf(form))
  const texts = list.map(
    (form, index) => `(${sqlText(form.id)}, ${String(index)}, ${sqlText(JSON.stringify(form))})`,
  )
  for (const { name } of LAKE_TABLES) {
    if (name === 'collection' || name === 'values') continue
    if (name === 'forms') {
      const from = `FROM (VALUES ${texts.join(', ')}) f(id, place, text)`
      await copyTo(
        engine,
        folder,
        name,
        { form: 'id', position: 'place', definition: 'text' },
        from,
      )
    } else if (name === 'attributes') {
      const given = {
        school: SCHOOL,
        attribute: "'乡镇'",
        value: "(s.i % 20) || '镇'",
        grouping: 'true',
      }
      await copyTo(engine, folder, name, given, `FROM range(${String(schools)}) s(i)`)
    } else if (name === 'schools') {
      const given = { school: SCHOOL, code: SCHOOL, name: SCHOOL }
      await copyTo(engine, folder, name, given, `FROM range(${String(schools)}) s(i)`)
    } else await copyTo(engine, folder, name, {}, 'WHERE false')
  }
  const figure = `CAST(hash(s.i * 7919 + f.i * 131 + r.i + ${String(at)}) % 100000 AS VARCHAR)`
  const form = "'F' || lpad(CAST(f.i AS VARCHAR), 2, '0')"
  const row = `lpad(CAST(r.i // ${String(COLUMNS)} + 1 AS VARCHAR), 2, '0')`
  const item = `${form} || '[' || ${row} || ',' || (r.i % ${String(COLUMNS)} + 1) || ']'`
  await copyTo(
    engine,
    folder,
    'values',
    {
      ...{ school: SCHOOL, form, item, returned: figure, adopted: figure, sheet: form },
      ...{ state: "'number'", adopted_state: "'number'", file: `${SCHOOL} || '.xlsx'` },
      cell: `'D' || (r.i + 6)`,
    },
    // In the order of form and item, as the export writes them.
    `FROM range(${String(forms)}) f(i), range(${String(ROWS * COLUMNS)}) r(i), range(${String(schools)}) s(i)
     ORDER BY f.i, r.i`,
  )
}

async function copyTo(
  { connection }: Engine,
  folder: string,
  name: string,
  given: Record<string, string>,
  from = '',
): Promise<void> {
  const table = LAKE_TABLES.find((one) => one.name === name)
  if (table === undefined) throw new TypeError(name)
  const file = sqlText(join(folder, `${name}.parquet`))
  const groups = name === 'values' ? `, ROW_GROUP_SIZE ${String(VALUES_ROW_GROUP)}` : ''
  await connection.run(
    `COPY (${selected(table, given, from)}) TO ${file} (FORMAT parquet, COMPRESSION zstd${groups})`,
  )
}

async function read(folder: string, forms: number, counties: number): Promise<void> {
  const opening: number[] = []
  const [tables, groups, plain, plainGroups]: number[][] = [[], [], [], []]
  let reader = await openLake([folder])
  reader.close()
  for (let round = 0; round < 3; round++) {
    const [ms, opened] = await timed(async () => {
      reader = await openLake([folder])
      return City.open(reader)
    })
    opening.push(ms)
    if (opened.parts.length !== counties) throw new Error('counties are missing')
    if (round < 2) reader.close()
  }
  const engine = await startEngine()
  await engine.connection.run('SET threads = 2')
  const all = (name: string): string =>
    `read_parquet(${sqlText(`${folder}/year=*/province=*/city=*/county=*/${name}.parquet`)}, hive_partitioning = true, hive_types_autocast = false)`
  const query = async (sql: string): Promise<number> =>
    (await timed(() => engine.connection.runAndReadAll(sql)))[0]
  for (let round = 0; round < ROUNDS; round++) {
    // A city of its own and another form each time: what was asked before is remembered.
    const city = await City.open(reader)
    const id = formId((round * 3 + 1) % forms)
    const [ms, { total }] = await timed(() => city.form(id, 'adopted'))
    tables?.push(ms)
    if (total.schools[0] === 0) throw new Error('nothing was read')
    const from = `FROM ${all('values')} v`
    plain?.push(
      await query(
        `SELECT county, item, SUM(adopted), COUNT(*) ${from} WHERE form = '${id}' GROUP BY ALL`,
      ),
    )
    groups?.push((await timed(() => city.groups(id, 'adopted', '乡镇')))[0])
    plainGroups?.push(
      await query(
        `SELECT county, a.value, item, SUM(adopted), COUNT(*) ${from}
         JOIN ${all('attributes')} a USING (county, school)
         WHERE form = '${id}' AND attribute = '乡镇' GROUP BY ALL`,
      ),
    )
  }
  engine.close()
  reader.close()
  const peak = (process.resourceUsage().maxRSS * 1024) / 1e6
  say('opening', opening)
  say('form by county', tables ?? [], plain)
  say('form by groups', groups ?? [], plainGroups)
  console.log(`  peak memory ${peak.toFixed(0)} MB, the plain queries’ among it`)
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now()
  const made = await work()
  return [performance.now() - start, made]
}

function say(name: string, times: number[], baseline?: number[]): void {
  const own = median(times)
  const base = baseline === undefined ? null : median(baseline)
  const beside =
    base === null ? '' : `  plain query ${base.toFixed(0)} ms, × ${(own / base).toFixed(2)}`
  console.log(`  ${name.padEnd(16)} ${own.toFixed(0).padStart(6)} ms${beside}`)
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
