import { expect, test } from 'vitest'
import type { RegisterNoteCode } from '../../../src/shared/faults.ts'
import type { PastNoteCode } from '../../../src/shared/last-year.ts'
import { noteText } from '../../../src/shared/words/faults.ts'

/** All of them: another code is a line here too. */
const PRIOR: Record<PastNoteCode, true> = {
  'total-row': true,
  'no-school-row': true,
  'code-restored': true,
  'code-lost': true,
  'school-twice': true,
  'sheet-twice': true,
  cleaned: true,
  unreadable: true,
  'item-gone': true,
  'unit-differs': true,
  'unit-converted': true,
  'item-unsure': true,
  'codes-do-not-fit': true,
  'table-gone': true,
  'nothing-matches': true,
  'sheet-unread': true,
}
const REGISTER: Record<RegisterNoteCode, true> = {
  'no-school-row': true,
  'code-missing': true,
  'code-lost': true,
  'code-twice': true,
  'row-twice': true,
  'status-missing': true,
}
const ALL = [
  ...Object.keys(PRIOR).map((code) => ['prior', code] as const),
  ...Object.keys(REGISTER).map((code) => ['register', code] as const),
]

test.each(ALL)('what was done to a line is said in words: %s %s', (kind, code) => {
  for (const lang of ['zh', 'en'] as const) {
    const said = noteText(lang, kind, { code: code as never, params: { row: 7, form: '县教1' } })
    expect(said).not.toBe(`${kind}-${code}`)
    expect(said.length).toBeGreaterThan(8)
  }
  const unnamed = { row: 3, form: '', label: '', written: '', name: '', text: '', raw: '' }
  expect(noteText('zh', kind, { code: code as never, params: unnamed })).not.toContain('“”')
  expect(noteText('zh', kind, { code: code as never, params: {} })).toMatch(/[\u4e00-\u9fff]/u)
})
