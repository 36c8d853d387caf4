import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { testsThatReach } from '../../scripts/mutate/covering.ts'
import { Judge } from '../../scripts/mutate/judge.ts'
import { Imports } from '../../scripts/mutate/nearest.ts'
import { mutantsOf, mutated, nameOf } from '../../scripts/mutate/operators.ts'
import { probed } from '../../scripts/mutate/reach.ts'
import { Remembered } from '../../scripts/mutate/remembered.ts'
import { tempFolder } from '../main/store/temp.ts'

/** All breaks of a piece of code, as the code they make of it. */
const breaks = (code: string): string[] =>
  mutantsOf('a.ts', code).map((mutant) => mutated(mutant, code))

describe('the breaks of a piece of code', () => {
  it.each([
    ['x = a < b', ['x = a <= b', 'x = a >= b', ';']],
    ['x = (a + b) * c', ['x = (a + b) / c', 'x = (a - b) * c', ';']],
    ['x = (a || b) ?? c', ['x = (a || b)', 'x = (a && b) ?? c', ';']],
    ['x = a ? b : c', ['x = !(a) ? b : c', ';']],
    ['x = a?.b', ['x = a.b', ';']],
    ['x = a.filter(b)', ['x = a', ';']],
    [
      'x = (a ?? b)?.filter(c)',
      ['x = (a ?? b)', 'x = (a ?? b).filter(c)', 'x = (a)?.filter(c)', ';'],
    ],
    ['x = [a, b]', ['x = [a]', ';']],
    ["x = a === 'open'", ["x = a !== 'open'", "x = a === ''", ';']],
    ['x = 1', ['x = 2', 'x = 0', ';']],
  ])('%s', (code, wanted) => {
    expect(breaks(code).sort()).toEqual([...wanted].sort())
  })

  it.each([
    ['a type', "type A = 'open' | 1"],
    ['an import', "import { a } from './a.ts'"],
    ['the words of an error', "throw new TypeError('no ' + a)"],
    ['texts for people', "const a = '未收到报表'"],
    ['sizes', 'const a = 4_096'],
    ['names of members', 'const a = { 1: b }'],
    ['joined texts', "const a = b + 'c d'"],
  ])('%s has none', (_, code) => {
    expect(breaks(code)).toEqual([])
  })
})

describe('how what is written looks', () => {
  const written = 'src/main/workbook/consolidated/a.ts'
  const looks = `
const line: Partial<Border> = { style: 'thin' }
const WIDTHS = [34, 10]
export const HEADING = { font: { bold: true, size: 9 }, border: line, alignment: { vertical: 'middle' } }
row.height = deep ? 30 : 18
setWidths(sheet, { widths: [1, 2] })
`
  it('has no breaks where it is written, and has them elsewhere', () => {
    const operators = mutantsOf(written, looks).map(({ operator, from }) => `${operator} ${from}`)
    expect(operators).toEqual([`statement ${looks.trim().split('\n').at(-1) ?? ''}`])
    expect(mutantsOf('src/main/workbook/reading/a.ts', looks).length).toBeGreaterThan(9)
  })

  it.each([
    "const style = { numFmt: '0.00' }",
    'cell.value = 4',
    "const cell = { state: 'hidden', text: 'a' }",
  ])('%s is none of it', (code) => {
    expect(mutantsOf(written, code)).toEqual(
      mutantsOf('a.ts', code).map((one) => ({ ...one, path: written })),
    )
  })
})

it('a break keeps its name where lines are put in above it, and equal ones are told apart', () => {
  const code = 'f(a < b)\nf(a < b)\n'
  const names = mutantsOf('a.ts', code).map(nameOf)
  expect(new Set(names).size).toBe(names.length)
  expect(mutantsOf('a.ts', `g(c)\n\n${code}`).map(nameOf).slice(-names.length)).toEqual(names)
})

it('a default is noticed only where it is asked for', () => {
  const mutants = mutantsOf('a.ts', 'x = a ?? b')
  expect(mutants.find(({ operator }) => operator === 'logical')).toMatchObject({
    to: 'a',
    start: 4,
    seen: 9,
  })
})

/** A little repository: a source, one that uses it, and a test of each. */
function repository(): string {
  const root = tempFolder()
  const files = {
    'src/one.ts': 'export const more = (a: number): boolean => a > 1\n',
    'src/two.ts': "import { more } from './one.ts'\nexport const most = more\n",
    'test/two.test.ts': "import { most } from '../src/two.ts'\nmost(2)\n",
    'test/one.test.ts': "import { more } from '../src/one.ts'\nmore(2)\n",
    'test/other.test.ts': 'export {}\n',
    'scripts/none.ts': 'export {}\n',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

it('unit tests are known, and how far each is from a file', () => {
  const imports = new Imports(repository())
  expect(imports.tests().sort()).toEqual([
    'test/one.test.ts',
    'test/other.test.ts',
    'test/two.test.ts',
  ])
  expect(Object.fromEntries(imports.stepsTo('src/one.ts'))).toEqual({
    'src/one.ts': 0,
    'src/two.ts': 1,
    'test/one.test.ts': 1,
    'test/two.test.ts': 2,
  })
})

it('a place tells when it is reached: a block, an expression given back, the file itself', async () => {
  const code = `export const top = 1 < 2
export const given = (n: number) => (n < 3 ? { n } : null)
export function asked(n: number): number {
  if (n < 4) {
    return [n].map((x) => x - 1).length
  }
  return n + 5
}
export const maybe = (n?: number): number => (n === undefined ? 6 + 1 : n ?? 7 + 1)
`
  const file = join(tempFolder(), 'probed.ts')
  const log = `${file}.log`
  const places = ['1 < 2', 'n < 3', 'n < 4', 'x - 1', 'n + 5', '6 + 1', '7 + 1'].map((text) =>
    code.indexOf(text),
  )
  writeFileSync(file, probed('probed.ts', code, new Map(places.entries()), log))
  const told = (): string[] =>
    readFileSync(log, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[0] ?? '')
  const loaded = (await import(file)) as {
    top: boolean
    given(n: number): unknown
    asked(n: number): number
    maybe(n?: number): number
  }
  expect([loaded.top, told()]).toEqual([true, ['0']])
  expect([loaded.given(1), told()]).toEqual([{ n: 1 }, ['0', '1']])
  expect([loaded.asked(9), told()]).toEqual([14, ['0', '1', '2', '4']])
  expect([loaded.asked(3), loaded.asked(3), told()]).toEqual([1, 1, ['0', '1', '2', '4', '3']])
  expect([loaded.maybe(3), told().slice(5)]).toEqual([3, []])
  expect([loaded.maybe(), told().slice(5)]).toEqual([7, ['5']])
})

it('a mutant that no test reaches is said to be so, and the file is as it was', async () => {
  const root = repository()
  const judge = new Judge(root, { tests: 9, milliseconds: 9_000 })
  onTestFinished(() => judge.close())
  const code = readFileSync(join(root, 'src/one.ts'), 'utf8')
  const [mutant] = mutantsOf('src/one.ts', code)
  if (mutant === undefined) throw new Error('no mutant')
  expect(await judge.of(mutant, [])).toMatchObject({ status: 'not reached', tests: 0, reached: 0 })
  expect(readFileSync(join(root, 'src/one.ts'), 'utf8')).toBe(code)
})

it('one break after the other is told apart by a runner that is kept warm', async () => {
  const root = tempFolder()
  const judge = new Judge(root, { tests: 9, milliseconds: 60_000 })
  onTestFinished(() => judge.close())
  const code = "export const more = (a: number): boolean => a > 1\nexport const unseen = 'open'\n"
  const test = `import { expect, it } from 'vitest'
import { more } from '../src/one.ts'
it('more', () => expect([more(1), more(2)]).toEqual([false, true]))
`
  const other = `import { expect, it } from 'vitest'
import { unseen } from '../src/one.ts'
it('is a word', () => {
  if (unseen === '') void Promise.reject(new Error('nobody waits for this'))
  expect(typeof unseen).toBe('string')
})
`
  for (const [path, text] of Object.entries({
    'test/two.test.ts': other,
    'src/one.ts': code,
    'test/one.test.ts': test,
    'test/none.test.ts': "import '../src/one.ts'\nthrow new Error('never right')\n",
  })) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  symlinkSync(
    join(import.meta.dirname, '../../node_modules'),
    join(root, 'node_modules'),
    'junction',
  )
  const mutants = mutantsOf('src/one.ts', code)
  const tests = ['test/one.test.ts', 'test/two.test.ts']
  for (const folder of ['scripts']) mkdirSync(join(root, folder))
  const kept = join(root, 'reached.json')
  const asked = (): ReturnType<typeof testsThatReach> =>
    testsThatReach(
      mutants,
      new Imports(root),
      [{ root, judge }],
      new Remembered(root, kept, mutants.map(nameOf)),
    )
  const { reaching, unsound } = await asked()
  const told = reaching.map((one) => one.map(({ test: by }) => by).sort())
  expect(told).toEqual([
    ['test/one.test.ts'],
    ['test/one.test.ts'],
    ['test/one.test.ts'],
    ['test/one.test.ts'],
    ['test/one.test.ts', 'test/two.test.ts'],
  ])
  expect(unsound).toEqual(['test/none.test.ts'])
  // What they came by is known from then on.
  expect((await asked()).reaching.map((one) => one.map(({ test: by }) => by).sort())).toEqual(told)
  expect(readFileSync(join(root, 'src/one.ts'), 'utf8')).toBe(code)
  const both = tests.map((by) => ({ test: by, milliseconds: 100 }))
  const said: string[] = []
  for (const mutant of [...mutants, ...mutants]) {
    const { operator, status } = await judge.of(mutant, both)
    said.push(`${operator} ${status}`)
  }
  const once = [
    'boundary killed',
    'negate killed',
    'constant killed',
    'constant killed',
    'text killed',
  ]
  expect(said).toEqual([...once, ...once])
  expect(readFileSync(join(root, 'src/one.ts'), 'utf8')).toBe(code)
})
