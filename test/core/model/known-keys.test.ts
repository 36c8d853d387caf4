import { expect, it } from 'vitest'
import { strangeKeys } from '../../../src/core/model/known-keys.ts'

const KNOWN = ['sum', 'where', 'decimals', 'id']

it.each([
  ['a letter changed', 'were', 'where'],
  ['two letters exchanged', 'wehre', 'where'],
  ['a letter put in', 'decimalls', 'decimals'],
  ['a letter left out', 'decimls', 'decimals'],
  ['letters put in before it', 'xywhere', 'where'],
  ['two letters left out', 'decials', 'decimals'],
  ['two letters put in behind it', 'whereby', 'where'],
  ['two letters exchanged at the beginning', 'hwere', 'where'],
  ['two letters exchanged twice', 'hweer', 'where'],
  ['the first letter left out', 'here', 'where'],
  ['the first letter changed', 'there', 'where'],
  ['the last letters of a short word exchanged', 'smu', 'sum'],
  ['another case', 'Where', 'where'],
  ['one letter of a short word', 'sun', 'sum'],
  ['two letters of a short word are another word', 'sax', null],
  ['a word that is far from all', 'remarkable', null],
  ['three slips', 'whxyz', null],
])('%s: %s is meant as %s', (_, key, meant) => {
  expect(strangeKeys({ id: 1, [key]: 1 }, KNOWN)).toEqual([{ key, meant }])
})
