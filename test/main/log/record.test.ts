import { expect, it, test } from 'vitest'
import { framesOf } from '../../../src/main/log/frames.ts'
import { codeAndStack, plainWhere } from '../../../src/main/log/record.ts'
import { CallError } from '../../../src/shared/result.ts'

const PRIVATE = /城关|张|4127|2133000001|home|Users|someone|xlsx/u

/** An error as the program throws it, its message full of what must not get out. */
function failing(error: Error): Error {
  return error
}

test.each([
  ['a plain error', failing(new TypeError('城关小学 报 4127 人，见 /home/someone/张.xlsx'))],
  [
    'a message that looks like frames',
    failing(new Error('x\n    at 城关小学 (4127:1:2)\n    at 张 4127')),
  ],
  ['a message of another file', failing(new Error('x\n    at f (/home/someone/张.xlsx:1:2)'))],
  ['a refusal with parameters', new CallError('cannot-write', { path: '/home/someone/张.xlsx' })],
  ['an error of the system', Object.assign(new Error('/home/someone'), { code: 'ENOSPC' })],
  ['a name that is no kind', Object.assign(new Error('x'), { name: '城关小学 4127' })],
  ['a code that is a figure', Object.assign(new Error('x'), { code: '2133000001' })],
  ['a cause', new Error('城关', { cause: new RangeError('4127 张') })],
])('neither figures, names nor folders of the machine: %s', (_, error) => {
  const kept = codeAndStack(error)
  expect(JSON.stringify(kept)).not.toMatch(PRIVATE)
  expect(kept.stack.join('\n')).toContain('test/main/log/record.test.ts:')
})

test.each([
  [new CallError('cannot-write', {}), 'cannot-write'],
  [new TypeError('x'), 'TypeError'],
  [Object.assign(new Error('x'), { code: 'ENOSPC' }), 'ENOSPC'],
  [{ name: 'RangeError', stack: '' }, 'RangeError'],
  ['thrown text', 'string'],
  [null, 'object'],
  [undefined, 'undefined'],
])('an error is known by its code: %s', (error, code) => {
  expect(codeAndStack(error).code).toBe(code)
})

it('says what caused what, and ends where causes go in a circle', () => {
  const outer: Error & { cause?: unknown } = new Error('x', { cause: new RangeError('y') })
  expect(codeAndStack(outer).stack).toContain('caused by RangeError')
  outer.cause = outer
  expect(codeAndStack(outer).stack.filter((line) => line.startsWith('caused'))).toHaveLength(3)
})

it('keeps frames of Node, of the bundle in window and browser, and of React, from the own folder on', () => {
  const stack = `Error: 4127
    at readSync (node:fs:1:22)
    at async Jobs.run (file:///home/someone/huishu/src/core/service/jobs.ts:66:7)
    at new Reader (C:\\\\Users\\\\someone\\\\huishu\\\\out\\\\main\\\\desktop.js:5:6)
    at Object.call [as done] (/opt/x/node_modules/@scope/a/b.js:7:8)
    at http://127.0.0.1:4127/assets/index-B2.js:3:4
    at Screen (app://huishu/assets/index-B2.js:9:10)
    at 城关小学 (/home/someone/张三.xlsx:1:2)`.replaceAll('\\\\', '\\')
  expect(framesOf(stack)).toEqual([
    'readSync node:fs:1:22',
    'async Jobs.run src/core/service/jobs.ts:66:7',
    'new Reader out/main/desktop.js:5:6',
    'Object.call node_modules/@scope/a/b.js:7:8',
    'assets/index-B2.js:3:4',
    'Screen assets/index-B2.js:9:10',
    '….xlsx',
  ])
})

it('is not kept long by a stack made to be long', () => {
  const began = performance.now()
  expect(framesOf(`    at ${'a.'.repeat(40_000)} (x:1:2`)).toEqual([])
  expect(framesOf('    at f (src/a.ts:1:2)\n'.repeat(50_000)).length).toBe(30)
  expect(performance.now() - began).toBeLessThan(2_000)
})

it('names parts of the program only', () => {
  expect(plainWhere('job import')).toBe('job import')
  expect(plainWhere('城关小学')).toBe('elsewhere')
  expect(plainWhere('job 4127')).toBe('elsewhere')
})
