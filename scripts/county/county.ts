import {
  collectionYaml,
  countPupils,
  externalWorkbook,
  priorWorkbook,
  registerWorkbook,
  SCHOOL_YEAR,
} from './collection.ts'
import type { CountyStyle, Design } from './design.ts'
import { makeFacts } from './facts.ts'
import { makePlaces, makeSchools } from './names.ts'
import type { CountyPart } from './part.ts'
import { officialDesign } from './official/design.ts'
import { officialTexts } from './official/texts.ts'
import { ownDesign } from './own/design.ts'
import { plainDesign } from './plain/design.ts'
import { planOwnMess } from './own/mess/plan.ts'
import { planMess } from './mess/plan.ts'
import type { MessOptions } from './mess/kinds.ts'
import { Random } from './random.ts'
import { makeReturns, ruledOf, strayReturns } from './returns.ts'
import type { MadeReturns } from './returns.ts'
import type { MadeSchool } from './school.ts'
import { finish, put, shareFormula, sumFormula } from './sheet.ts'
import { Totals } from './truth.ts'
import type { Truth } from './truth.ts'
import { writeWorkbook, zipFiles } from './write-workbook.ts'

export interface CountyOptions {
  seed: number
  /** Schools in state 正常. */
  schools: number
  style: CountyStyle
  mess: boolean | MessOptions
  /** Schools of which each types one figure wrong; none when absent. */
  slips?: number
  /** At most so many tables in a workbook (official style); 8 when absent. */
  tables?: number
  /** Whether two of the county's own tables share a sheet (official style); true when absent. */
  sharedSheet?: boolean
  /** none: no collection.yaml and no register, so that schools come from the returns. */
  config?: 'own' | 'none'
  /** The county's name, else an invented one. */
  county?: string
}

const utf8 = (text: string) => new TextEncoder().encode(text)

function designOf(options: CountyOptions): Design {
  switch (options.style) {
    case 'plain':
      return plainDesign()
    case 'own':
      return ownDesign()
    case 'official':
      return officialDesign(SCHOOL_YEAR, options.tables ?? 8, options.sharedSheet ?? true)
  }
}

/** In the plain style schools have the bureau's own short codes, and types of one letter. */
function inStyle(school: MadeSchool, index: number, style: CountyOptions['style']): MadeSchool {
  if (style !== 'plain') return school
  const kindergarten = school.kind === 'kindergarten'
  return {
    ...school,
    id: `QX-${String(index + 1).padStart(3, '0')}`,
    type: kindergarten ? 'Y' : 'Z',
    typeName: kindergarten ? '幼儿园' : '中小学',
  }
}

/** Makes a county piece by piece; the same options give the same bytes. */
export async function* makeParts(options: CountyOptions): AsyncGenerator<CountyPart> {
  const { style, seed } = options
  const random = new Random(`county ${seed} ${style}`)
  const design = designOf(options)
  const places = makePlaces(random, options.schools, style === 'plain' ? '区' : '县')
  if (options.county !== undefined) places.county = options.county
  const closed = options.schools >= 10 ? 1 : 0
  const schools = makeSchools(random, places, options.schools, closed).map((school, index) =>
    inStyle(school, index, style),
  )
  const factsOf = (school: MadeSchool) => makeFacts(new Random(`${seed} ${school.id}`), school)

  for (const book of design.books) {
    const sheets = book.sheets()
    for (const sheet of sheets) {
      for (const slot of sheet.slots) {
        const value = slot.text({ code: '', name: '', date: '' })
        const line = (sheet.cells[slot.row] ??= [])
        if (value !== '') line[slot.column] = { kind: 'text', value }
      }
    }
    const bytes = await writeWorkbook(withFormulas(sheets).map(finish), ruledOf(sheets))
    yield { kind: 'file', path: `forms/${book.file}`, bytes }
  }
  if (options.config !== 'none') {
    const complete = style === 'official'
    const yaml = collectionYaml(design, { county: places.county, complete }, schools)
    yield { kind: 'file', path: 'collection.yaml', bytes: utf8(yaml) }
    yield { kind: 'file', path: 'register.xlsx', bytes: await registerWorkbook(design, schools) }
    if (complete) {
      // Generators: the people of one school at a time are enough.
      const now = mapped(schools, (school) => (school.active ? [factsOf(school).now] : []))
      const before = () => mapped(schools, (school) => [factsOf(school).before])
      const prior = await priorWorkbook(design, before())
      yield { kind: 'file', path: 'prior/明细.xlsx', bytes: prior }
      const external = await externalWorkbook(countPupils(now), countPupils(before()))
      yield { kind: 'file', path: 'external.xlsx', bytes: external }
      for (const [path, text] of officialTexts(places.county)) {
        yield { kind: 'file', path, bytes: utf8(text) }
      }
    }
  }

  const active = schools.filter((school) => school.active)
  const deal = style === 'own' ? planOwnMess : planMess
  const plan = deal(random, active, options.mess)
  // Drawn apart, so that a county is the same with and without slips but for the slips.
  const slipping = new Set(
    new Random(`slips ${seed}`).shuffle(active.map(({ id }) => id)).slice(0, options.slips ?? 0),
  )
  const known = new Set(schools.map((school) => school.id))
  const zipped: [string, Uint8Array][] = []
  const zip = 'returns/补报.zip'
  let undone: MadeReturns['undone'] = { cells: [], layout: [], own: [] }
  for (const school of active) {
    const own = plan.bySchool.get(school.id)
    if (own && (own.file === null || own.file === 'zipped')) {
      own.cells = [...new Set([...own.cells, ...undone.cells])]
      own.layout = [...new Set([...own.layout, ...undone.layout])]
      own.own = [...new Set([...own.own, ...undone.own])]
      undone = { cells: [], layout: [], own: [] }
    }
    const made = await makeReturns({
      seed,
      design,
      known,
      zip,
      facts: factsOf(school).now,
      plan: own,
      slips: slipping.has(school.id),
    })
    undone = {
      cells: [...undone.cells, ...made.undone.cells],
      layout: [...undone.layout, ...made.undone.layout],
      own: [...undone.own, ...made.undone.own],
    }
    for (const { path, bytes } of made.files) {
      if (path.startsWith(`${zip}/`)) zipped.push([path.slice(zip.length + 1), bytes])
      else yield { kind: 'file', path, bytes }
    }
    for (const file of made.verdicts) yield { kind: 'verdict', file }
    yield { kind: 'values', values: made.values }
    if (made.lists.length > 0) yield { kind: 'lists', lists: made.lists }
  }
  if (zipped.length > 0) yield { kind: 'file', path: zip, bytes: zipFiles(zipped) }
  yield* strayReturns(
    { seed, design, places, closed: schools.filter((one) => !one.active) },
    plan.stray,
  )
}

function* mapped<A, B>(list: Iterable<A>, each: (one: A) => B[]): Generator<B> {
  for (const one of list) yield* each(one)
}

/** Blank forms carry their formulas, without figures to add up. */
function withFormulas(sheets: ReturnType<Design['books'][number]['sheets']>) {
  for (const sheet of sheets) {
    for (const sum of sheet.sums) {
      const line = (sheet.cells[sum.at.row] ??= [])
      line[sum.at.column] = { kind: 'number', value: '0', formula: sumFormula(sum) }
    }
    for (const share of sheet.shares) {
      const formula = shareFormula(share)
      put(sheet, share.at.row, share.at.column, {
        kind: 'number',
        value: '0',
        formula,
        format: '0.00%',
      })
    }
  }
  return sheets
}

/** A whole county in memory: its files by path below the collection folder, and the truth about them. */
export async function makeCounty(
  options: CountyOptions,
): Promise<{ files: Map<string, Uint8Array>; truth: Truth }> {
  const files = new Map<string, Uint8Array>()
  const truth: Truth = {
    files: [],
    values: [],
    lists: [],
    totals: [],
    expected: options.schools,
    reported: 0,
  }
  const totals = new Totals()
  const reported = new Set<string>()
  for await (const part of makeParts(options)) {
    if (part.kind === 'file') files.set(part.path, part.bytes)
    else if (part.kind === 'verdict') {
      truth.files.push(part.file)
    } else if (part.kind === 'lists') truth.lists.push(...part.lists)
    else {
      truth.values.push(...part.values)
      totals.add(part.values)
      for (const one of part.values) if (one.state !== 'missing') reported.add(one.school)
    }
  }
  truth.files.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
  truth.totals = totals.list()
  truth.reported = reported.size
  return { files, truth }
}
