import { expect, test } from 'vitest'
import type { Finding } from '../../../src/shared/findings.ts'
import { writtenOut } from '../../../src/renderer/check/written-out.ts'
import type { Part, Side } from '../../../src/renderer/check/written-out.ts'
import { cell, finding } from '../support/finding.ts'
import { smallForm } from '../support/form.ts'

/** The parts as a person reads them: `64 > 46=12+34`. */
function read(one: Finding): string[] {
  return writtenOut(one, [smallForm()]).map(readPart)
}

function readPart({ left, relation, right, holds }: Part): string {
  const mark = holds === null ? '?' : holds ? '✓' : '✗'
  return right === null
    ? `${mark} ${terms(left)}`
    : `${mark} ${side(left)} ${relation} ${side(right)}`
}

function side(one: Side): string {
  if (one.pieces.length === 0) return one.value ?? ''
  return one.pieces.length === 1 ? (one.value ?? terms(one)) : `${one.value ?? '?'}=${terms(one)}`
}

function terms({ pieces }: Side): string {
  return pieces
    .map((piece) =>
      typeof piece === 'string' ? piece : `${piece.lastYear ? '上年' : ''}${piece.value || '空'}`,
    )
    .join('')
}

const A = '教基3112[01,1]'
const B = '教基3112[01,2]'
const C = '教基3112[01,3]'

test('a comparison shows the relation that really holds between the values', () => {
  expect(read(finding())).toEqual(['✗ 64 > 46'])
  expect(read(finding({ formula: `${A} ≥ ${B}`, left: '46', right: '64' }))).toEqual(['✗ 46 < 64'])
})

test('a sum is written with its cells, a blank one among them', () => {
  const items = [cell(A, '64'), cell(B, '46'), cell(C, '')]
  const one = finding({ formula: '教基3112[01,1] = SUM(教基3112[01,2:3])', items })
  expect(read(one)).toEqual(['✗ 64 ≠ 46=46+空'])
})

test('a percent sign divides what stands before it by a hundred, and is shown', () => {
  const items = [cell(A, '64'), cell(B, '128')]
  const one = finding({ formula: `AND(${A} ＝ 50％ * ${B}, ${A} < ${B} * 25%)`, items })
  expect(read(one)).toEqual(['✓ 64 = 64=50%×128', '✗ 64 ≥ 32=128×25%'])
})

test('* stands for the codes of the finding, and a code without its zero is the same', () => {
  const items = [cell('教基3112[02,1]', '7'), cell('教基3112[02,2]', '5')]
  const one = finding({
    formula: '教基3112[*,1] = 教基3112[2,2]',
    row: '02',
    left: '7',
    right: '5',
    difference: '2',
    items,
  })
  expect(read(one)).toEqual(['✗ 7 ≠ 5'])
})

test('last year’s value is taken from last year, not from the same cell of this year', () => {
  const items = [cell(A, '64'), cell(A, '20', { lastYear: true })]
  const one = finding({
    formula: `ABS(${A} - 上年!${A}) <= MAX(40, 0.3 * 上年!${A})`,
    left: '44',
    right: '40',
    difference: '4',
    items,
  })
  expect(read(one)).toEqual(['✗ 44=ABS(64−上年20) > 40=MAX(40, 0.3×上年20)'])
})

test('the parts of AND say which of them do not hold', () => {
  const items = [cell(A, '64'), cell(B, '46'), cell(C, '3')]
  const one = finding({
    formula: `AND(${A} >= ${B}, ${B} <= 2 * ${C})`,
    left: null,
    right: null,
    difference: null,
    items,
  })
  expect(read(one)).toEqual(['✓ 64 ≥ 46', '✗ 46 > 6=2×3'])
})

test('what cannot be worked out here is neither marked as holding nor as failing', () => {
  const items = [cell(A, '64'), cell(B, '', { state: 'unreadable' })]
  const one = finding({
    formula: `AND(${A} = ROUND(${A}, 0), ${B} >= 0)`,
    left: null,
    right: null,
    difference: null,
    items,
  })
  expect(read(one).map((line) => line[0])).toEqual(['?', '?'])
})

test('cells that disagree with the program’s own value are not shown as its sum', () => {
  const one = finding({ formula: `${A} = SUM(${B})`, right: '45' })
  expect(read(one)).toEqual(['✗ 64 ≠ 45'])
})

test('a cell that the form does not ask for counts as nothing; a table never returned stays missing', () => {
  const missing = cell(C, '', { state: 'missing' })
  const asked = finding({
    formula: '教基3112[01,1] = SUM(教基3112[01,2:3])',
    items: [cell(A, '64'), cell(B, '46'), missing],
  })
  expect(read(asked)).toEqual(['✗ 64 ≠ 46'])
  const never = finding({ formula: `OR(${C} > 0)`, left: null, right: null, items: [missing] })
  expect(read(never)).toEqual(['? OR(空 > 0)'])
})

test('comparisons of comparisons keep their own signs', () => {
  const one = finding({
    formula: `(${A} > 0) = (${B} > 50)`,
    left: 'TRUE',
    right: 'FALSE',
    difference: '1',
  })
  expect(read(one)).toEqual(['✗ TRUE=(64 > 0) ≠ FALSE=(46 > 50)'])
})

test('text is not turned into a figure', () => {
  const one = finding({
    formula: `${A} = 学校.标识码`,
    left: '007',
    right: '7',
    difference: null,
    items: [cell(A, '007', { state: 'text' })],
  })
  expect(read(one)).toEqual(['✗ 007 ≠ 7'])
  expect(writtenOut(one, [smallForm()])[0]?.left.figure).toBe(false)
})

test('a blank cell that is compared as it stands is still a cell to go to', () => {
  const items = [cell(A, '64'), cell(B, '')]
  const one = finding({ right: '', difference: '64', items })
  expect(writtenOut(one, [smallForm()])[0]?.right?.pieces).toEqual([items[1]])
})

test('a check that is not understood here shows the program’s values and nothing else', () => {
  expect(read(finding({ formula: '教基3112[01,1] ? 教基3112[01,2]' }))).toEqual(['? 64 ↔ 46'])
})
