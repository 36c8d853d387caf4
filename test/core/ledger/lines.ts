import type { Deed, StoredEntry } from '../../../src/core/ledger/entry.ts'
import type { Names } from '../../../src/core/ledger/kind.ts'

/** Deeds as lines of a ledger, numbered from 1. */
export function lines(deeds: readonly Deed[]): StoredEntry[] {
  const plain = { at: '2025-10-01T08:00:00Z', person: '统计员', reason: '核实', of: [] }
  return deeds.map((deed, index): StoredEntry => ({ ...plain, ...deed, id: index + 1 }))
}

/** Two schools and a file; no other entries. */
export const NAMES: Names = {
  school: (id) => (id === 's1' ? '城关小学' : id === 's2' ? '东风小学' : id),
  file: (id) => (id === 3 ? 'returns/重报.xlsx' : null),
  entry: () => null,
}

const finding = { rule: '小学-1', school: 's1', row: '01', column: null }
const change = {
  school: 's1',
  item: '教基3112[01,7]',
  from: '412',
  to: '421',
  returned: 'number:412',
}

/** One deed of each kind. */
export const ONE_OF_EACH: Deed[] = [
  { kind: 'create', payload: { title: '青禾县' } },
  { kind: 'receive', payload: { path: 'returns/城关小学.xlsx', file: 1 } },
  { kind: 'adopt', payload: { changes: [change] } },
  { kind: 'withdraw', payload: { entry: 3, by: 'undo' } },
  { kind: 'assign', payload: { file: 3, school: 's2' } },
  { kind: 'edit-form', payload: { edit: { form: '教基3112', row: '12', label: '其他' } } },
  { kind: 'person', payload: { name: '统计员' } },
  { kind: 'hold', payload: { file: 3 } },
  { kind: 'accept-file', payload: { file: 3 } },
  { kind: 'withdraw-file', payload: { file: 3 } },
  { kind: 'confirm-layout', payload: { form: '教基3112', layout: '教基3112|5,6|3' } },
  { kind: 'explain', payload: { finding, difference: '9' } },
  { kind: 'edit-text', payload: { role: 'rules', text: '- id: 甲' } },
  { kind: 'ask', payload: { questions: [{ finding, about: '412|421' }] } },
  { kind: 'withdraw-finding', payload: { finding, difference: '9' } },
  { kind: 'take-explanations', payload: { said: [{ finding, text: '借读' }] } },
  {
    kind: 'edit-external',
    payload: {
      name: '3-5岁人口',
      figure: { value: '1000', unit: '人', source: '公安局', date: '2025-08-31' },
    },
  },
  {
    kind: 'link-schools',
    payload: { before: ['b1'], now: ['s1'], names: { before: ['甲小学'], now: ['城关小学'] } },
  },
  { kind: 'last-year', payload: { sha256: 'f'.repeat(64), source: '去年.xlsx' } },
  {
    kind: 'earlier-data',
    payload: { of: 'previous', sha256: 'e'.repeat(64), source: '一季度.xlsx' },
  },
  { kind: 'confirm-last-year', payload: { form: '教基3112' } },
  { kind: 'earlier-year', payload: { year: 2022, sha256: 'e'.repeat(64), source: '2022.xlsx' } },
  { kind: 'remove-earlier-year', payload: { year: 2021 } },
  {
    kind: 'break-series',
    payload: { about: '教基3112[01,1]', title: '毕业生数', year: 2023, breaks: true },
  },
  {
    kind: 'add-blank',
    payload: {
      workbook: '营养餐.xlsx',
      sha256: 'b1',
      learned: 'b2',
      concerns: ['211'],
      forms: ['营养餐'],
    },
  },
  {
    kind: 'adopt-row',
    payload: {
      changes: [
        {
          school: '2133000001',
          form: '教师花名册',
          file: 'f1',
          sheet: '教师花名册',
          row: 5,
          heading: '学历',
          from: '大本',
          to: '本科',
          returned: '大本',
        },
      ],
    },
  },
  { kind: 'controls', payload: { asset: '1/学籍系统.xlsx' } },
  { kind: 'switch-rule', payload: { rule: '小学-1', on: false } },
  {
    kind: 'edit-register',
    payload: {
      changes: [
        {
          school: 's1',
          name: '城关小学',
          set: { 乡镇: '东镇', 简称: '' },
          was: { 乡镇: '西镇', 简称: '城小' },
        },
        { school: 's2', name: '东风小学', into: 's1', intoName: '城关小学' },
      ],
      file: { asset: '2/名册.xlsx', notes: [] },
    },
  },
  { kind: 'edit-particulars', payload: { set: { title: '青禾县统计', dueDate: '' } } },
  {
    kind: 'repair',
    payload: { source: '青禾县统计', lines: [7], files: ['returns/重报.xlsx'], assets: [] },
  },
  { kind: 'restore', payload: { at: '2025-10-01T08:00:00.000Z', lines: 12 } },
  {
    kind: 'remove-personal',
    payload: {
      files: [{ path: 'returns/一小.xlsx', sha256: 'a' }],
      identities: 3,
      names: 2,
      telephones: 1,
    },
  },
  {
    kind: 'join',
    payload: {
      sources: [
        {
          lines: 9,
          seal: 'a'.repeat(64),
          links: 4,
          head: 'b'.repeat(64),
          person: '甲',
          sha256: 'c'.repeat(64),
        },
      ],
      conflicts: [{ matter: 'rule:小学-1', sides: [{ entry: 3 }, { entry: null }] }],
    },
  },
  { kind: 'lost', payload: {} },
  { kind: 'sign-off', payload: { name: '初审', sha256: 'e'.repeat(64) } },
  { kind: 'keep-draft', payload: { name: '总结.docx', sha256: 'd'.repeat(64) } },
  {
    kind: 'tie-figure',
    payload: { figure: '小学|所|stock||', text: '26所', title: '小学数', to: 'indicator:小学数' },
  },
  { kind: 'ignore-doubt', payload: { doubt: 'sum_of_parts|小学', figures: ['26所', '25所'] } },
  { kind: 'comment', payload: { school: 's1', item: '教基3112[01,7]', follow: true } },
  { kind: 'settle-comment', payload: { comment: 7 } },
  { kind: 'check-copy', payload: { lines: 41, at: '2025-10-01T08:00:00Z' } },
]
