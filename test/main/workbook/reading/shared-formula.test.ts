import { expect, test } from 'vitest'
import { moveFormula } from '../../../../src/main/workbook/ooxml/shared-formula.ts'

const from = { row: 2, column: 2 }
const to = { row: 4, column: 3 }

test.each([
  ['A1+B2', 'B3+C4'],
  ['$A1+A$1+$A$1', '$A3+B$1+$A$1'],
  ['SUM(A1:B2)', 'SUM(B3:C4)'],
  ['SUM(A:A)+SUM($A:B)', 'SUM(B:B)+SUM($A:C)'],
  ['SUM(1:2)+SUM($1:2)', 'SUM(3:4)+SUM($1:4)'],
  ['LOG10(A1)&"A1"', 'LOG10(B3)&"A1"'],
  ["'A1'!A1+表2!B2", "'A1'!B3+表2!C4"],
  ['A1B+_A1+A1.x', 'A1B+_A1+A1.x'],
  ['XFD1', '#REF!'],
  ['1.5*A1', '1.5*B3'],
])('%s becomes %s one column right and two rows down', (formula, moved) => {
  expect(moveFormula(formula, from, to)).toBe(moved)
})

test('a reference moved above the sheet is #REF!', () => {
  expect(moveFormula('A1+A3', to, from)).toBe('#REF!+#REF!')
  expect(moveFormula('B1+B3', to, from)).toBe('#REF!+A1')
})
