import { describe, expect, test } from 'vitest'
import { allCode, unusedExports } from './exports.ts'

const code = allCode()

/** Exports that nobody imports, and why they are right. */
const RIGHT_SO: Record<string, string> = {}

test('what is exported is imported somewhere', () => {
  expect(code.size).toBeGreaterThan(900)
  expect(unusedExports(code).filter((one) => !(one in RIGHT_SO))).toEqual([])
})

test('what is excused is still exported, and nobody imports it yet', () => {
  const unused = unusedExports(code)
  expect(Object.keys(RIGHT_SO).filter((one) => !unused.includes(one))).toEqual([])
})

describe('an export that nobody imports is seen', () => {
  const files = (more: Record<string, string>) =>
    new Map(Object.entries({ 'src/a.ts': 'export const a = 1\nexport const b = a', ...more }))

  test.each([
    ['nobody imports the file', '', ['src/a.ts: a', 'src/a.ts: b']],
    ['somebody imports the other', `import { b } from './a.ts'`, ['src/a.ts: a']],
    ['under another name', `import { b as c, a } from './a.ts'`, []],
    ['passed on', `export { a as d } from './a.ts'`, ['src/a.ts: b', 'src/u.ts: d']],
    ['taken whole', `import * as all from './a.ts'`, []],
    ['loaded late', `const all = await import('./a.ts')`, []],
    [
      'a name in a comment is no import',
      `// import { a, b } from './a.ts'`,
      ['src/a.ts: a', 'src/a.ts: b'],
    ],
  ])('%s', (_, using, unused) => {
    expect(unusedExports(files({ 'src/u.ts': using }))).toEqual(unused)
  })

  test('a type that its own file mentions is part of what the file gives; one that stands alone is not', () => {
    const types =
      'export interface A { n: B }\nexport type B = number\nexport const make = (): A => ({ n: 1 })'
    const using = `import { make } from './t.ts'`
    expect(
      unusedExports(
        new Map([
          ['src/t.ts', types],
          ['src/u.ts', using],
        ]),
      ),
    ).toEqual([])
    expect(
      unusedExports(
        new Map([
          ['src/t.ts', `${types}\nexport type C = 1`],
          ['src/u.ts', using],
        ]),
      ),
    ).toEqual(['src/t.ts: C'])
  })
})
