// Holds the five published summaries, labelled by hand, against the made collections: is every figure
// that they quote delivered, and does the check of a draft tie each to its indicator?
// An extra for machines that have those texts; nothing of the project needs them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { MADE_SUMMARIES } from './make-summaries.ts'
import { ALSO, COLLECTION_OF, CONTRADICTED, QUOTES } from './seed-key.mjs'
import { filesOf } from './summaries/write.ts'

const root = resolve(import.meta.dirname, '..')
const json = (path) => JSON.parse(readFileSync(path, 'utf8'))
/** Of the statistics that are no masks so many must be delivered, and of the consistent ones so many tied. */
const LEAST = { delivered: 155, tied: 0.95 }
const PIECES = { 万: 1e4, 亿: 1e8 }

function huishu(args) {
  const run = spawnSync(process.execPath, [join(root, 'src/main/cli.ts'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return run.stdout
}

/** Makes and compiles the collection of a summary; gives its file and report. */
async function compiled(name, out) {
  const folder = join(out, 'made', name)
  for await (const [path, content] of filesOf(MADE_SUMMARIES[name]())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const target = join(out, 'compiled', name)
  huishu(['compile', folder, '--out', target])
  const workspace = readdirSync(target).find((file) => file.endsWith('.huishu'))
  return { workspace: join(target, workspace), report: json(join(target, 'report.json')) }
}

/** What an indicator or its change comes to, in base units (元, 平方米, 人次). */
function valueOf(report, fact, units) {
  const [id, more] = fact.split('|')
  const own = report.indicators.find((one) => one.id === id)
  const value = more === undefined ? own?.value : more === '上年' ? own?.prior : own?.change
  return value === null || value === undefined ? null : value * (PIECES[units.get(id)] ?? 1)
}

/** Whether a value is what is quoted, at the rounding at which it is quoted. */
function agrees(figure, value) {
  if (value === null) return false
  const said = Math.abs(value)
  const [, digits = '', unit = ''] = /([\d.]+)\s*(万|亿)?/u.exec(figure.figure_text) ?? []
  const decimals = digits.split('.')[1]?.length ?? 0
  const half = digits === '' ? 1e-9 : (0.5 * (PIECES[unit] ?? 1)) / 10 ** decimals
  if (Math.abs(said - figure.value) <= half + 1e-9) return true
  if (figure.figure_text.includes('近')) return said < figure.value && said > figure.value * 0.9
  if (/余|多|以上/u.test(figure.figure_text))
    return said > figure.value && said < figure.value * 1.25
  return false
}

/**
 * Measures the five.
 *
 * @param seeds folder with figures.json, relations.json and the texts
 * @param out a folder for what is made
 * @param check called with the name of each check and its faults
 */
export async function checkSeeds(seeds, out, check) {
  if (!existsSync(join(seeds, 'figures.json'))) return
  const figures = json(join(seeds, 'figures.json')).filter((one) => one.is_statistic)
  const relations = json(join(seeds, 'relations.json'))
  const plain = figures.filter((one) => !one.masked)
  const consistent = plain.filter(({ id }) => !CONTRADICTED.has(id))
  /** @type {Record<'missing' | 'untied' | 'wrong' | 'alarms' | 'unnamed', string[]>} */
  const found = { missing: [], untied: [], wrong: [], alarms: [], unnamed: [] }
  const { missing, untied, wrong, alarms, unnamed } = found
  let [delivered, tied] = [0, 0]
  for (const [seed, name] of Object.entries(COLLECTION_OF)) {
    const { workspace, report } = await compiled(name, out)
    const units = unitsOf(name)
    const file = readdirSync(seeds).find((one) => one.startsWith(`${seed}_`))
    const draft = JSON.parse(
      huishu(['draft', join(seeds, file), '--workspace', workspace, '--json']),
    )
    for (const figure of plain.filter((one) => one.seed === seed)) {
      const fact = QUOTES[figure.id]
      const value = fact === undefined ? null : valueOf(report, fact, units)
      if (agrees(figure, value)) delivered++
      else missing.push(`${figure.id} ${figure.figure_text}: ${fact ?? 'no indicator'} = ${value}`)
    }
    const indexOf = (figure) =>
      draft.figures.findIndex((one) => one.start < figure.end && one.end > figure.start)
    for (const figure of figures.filter((one) => one.seed === seed)) {
      const index = indexOf(figure)
      const found = draft.figures[index]
      const says = draft.relations.find(
        (one) => one.type === 'versus_data' && one.figures[0] === index,
      )
      const id = (QUOTES[figure.id] ?? '').split('|')[0]
      const right = found?.indicator === id || ALSO[id]?.includes(found?.indicator) === true
      const fits = says?.verdict === 'consistent' || says?.verdict === 'undecidable'
      const shown = `${figure.id} ${figure.figure_text} (${id}): ${found?.indicator ?? 'not tied'} ${says?.verdict ?? ''}`
      if (fits && found?.indicator && !right) wrong.push(shown)
      if (figure.masked || CONTRADICTED.has(figure.id)) continue
      if (right && says?.verdict === 'consistent') tied++
      else untied.push(shown)
    }
    unnamed.push(...unnamedIn(seed, relations, figures, draft, indexOf))
    alarms.push(...falseAlarms(seed, relations, figures, draft, indexOf))
  }
  const enough = (count, least) => (count >= least ? [] : [`${count} of ${least}`])
  console.log(
    `seeds: ${delivered} of ${plain.length} delivered, ${tied} of ${consistent.length} tied, ${wrong.length} wrong ties`,
  )
  for (const line of [...missing, ...untied]) console.log(`  ${line}`)
  check('the five summaries: figures delivered', enough(delivered, LEAST.delivered))
  const least = Math.ceil(consistent.length * LEAST.tied)
  check('the five summaries: figures tied and agreeing', enough(tied, least))
  check('the five summaries: none tied to a wrong indicator', wrong)
  check('the five summaries: contradictions named with the reading that fits', unnamed)
  check('the five summaries: no relation that holds is called inconsistent', alarms)
}

function unitsOf(name) {
  const written = new Map()
  const path = join(root, 'resources/library/indicators.yaml')
  let id = ''
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    id = /^ {2}- id: (.+)$/u.exec(line)?.[1] ?? id
    const unit = /^ {4}unit: '(.*)'$/u.exec(line)?.[1]
    if (unit !== undefined) written.set(id, unit.slice(0, 1))
  }
  // Of several entries of one id the last reads the form library.
  return new Map([...written].filter(() => name !== ''))
}

/** What the suggestion of each stated contradiction must say. */
const READINGS = { R043: '497', R067: '133所', R095: '6596', R096: '6596' }

/** Stated contradictions that the draft's check does not name with the reading that the data support. */
function unnamedIn(seed, relations, figures, draft, indexOf) {
  const byId = new Map(figures.map((one) => [one.id, one]))
  return relations
    .filter((one) => one.seed === seed && READINGS[one.id] !== undefined)
    .flatMap(({ id, figures: ids }) => {
      const own = ids.map((figure) => indexOf(byId.get(figure)))
      const told = draft.relations.filter(
        (one) =>
          one.verdict !== 'consistent' &&
          own.every((index) => one.figures.includes(index)) &&
          (one.suggestion ?? '').includes(READINGS[id]),
      )
      return told.length > 0 ? [] : [id]
    })
}

/** Relations that are labelled as holding, which the draft's check calls inconsistent. */
function falseAlarms(seed, relations, figures, draft, indexOf) {
  const byId = new Map(figures.map((one) => [one.id, one]))
  const bad = draft.relations.filter(
    (one) => one.verdict === 'inconsistent' && one.type !== 'versus_data',
  )
  return relations
    .filter((one) => one.seed === seed && one.holds === true && one.role === 'stated')
    .flatMap((relation) => {
      const own = relation.figures.map((id) => {
        const figure = byId.get(id)
        return figure === undefined ? -1 : indexOf(figure)
      })
      if (own.length < 2 || own.includes(-1)) return []
      const same = bad.filter(
        (one) =>
          own.every((index) => one.figures.includes(index)) && one.figures.length === own.length,
      )
      return same.map((one) => `${relation.id}: ${one.message}`)
    })
}

if (import.meta.main) {
  const { mkdtempSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const seeds = resolve(process.argv[2] ?? join(root, '../shared/seeds'))
  const out = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'huishu-seeds-'))
  await checkSeeds(seeds, out, (name, faults) => {
    console.log(`${faults.length === 0 ? 'ok' : 'FAILED'} ${name}`)
    for (const fault of faults) console.log(`  ${fault}`)
  })
}
