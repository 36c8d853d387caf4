import { expect, test } from 'vitest'
import { trayLines } from '../../../src/renderer/intake/tray-lines.ts'
import { fileRow } from '../support/file.ts'

const held = fileRow({
  id: 2,
  status: 'queried',
  reasons: [{ code: 'newer-return', params: { path: 'a.xlsx' } }],
})
const unsure = fileRow({
  id: 3,
  status: 'queried',
  reasons: [
    { code: 'unsure-layout', params: { form: '教基3112', percent: 61, layout: 'x' }, sheet: '一' },
  ],
})
const stranger = fileRow({ id: 4, status: 'queried', school: null, schoolName: null })

test('later returns come first, then files of nobody, then layouts', () => {
  const lines = trayLines([unsure, stranger, fileRow(), held])
  expect(lines.map(({ kind, file }) => `${kind} ${file.id}`)).toEqual([
    'held 2',
    'unclaimed 4',
    'unsure 3',
  ])
  expect(lines.at(-1)).toMatchObject({ form: '教基3112', sheet: '一', percent: '61' })
})

test('a file may wait for two things; one taken out of the counting waits for none', () => {
  const both = { ...unsure, school: null, schoolName: null }
  expect(trayLines([both]).map(({ kind }) => kind)).toEqual(['unclaimed', 'unsure'])
  const withdrawn = fileRow({
    status: 'ignored',
    school: null,
    reasons: [{ code: 'withdrawn-return', params: { reason: '发错了' } }],
  })
  expect(trayLines([withdrawn])).toEqual([])
})
