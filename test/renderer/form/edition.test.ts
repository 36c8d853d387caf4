import { expect, test } from 'vitest'
import { editionFor } from '../../../src/renderer/form/edition.ts'
import { smallForm } from '../support/form.ts'

test('the blank workbook that asks for the very items of the school', () => {
  expect(editionFor(smallForm(), 'nnnnn')).toBe('小学.xlsx')
  expect(editionFor(smallForm(), 'nnxnx')).toBe('九年一贯制学校.xlsx')
  expect(editionFor(smallForm(), 'mmmmm')).toBe('小学.xlsx')
})

test('a form with one edition needs no choice', () => {
  const form = smallForm()
  expect(editionFor({ ...form, editions: form.editions.slice(0, 1) }, 'nnxnx')).toBeNull()
})
