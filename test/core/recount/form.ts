import type { Form } from '../../../src/shared/model.ts'

/** Two rows by two columns of plain numbers. */
export const FORM: Form = {
  id: '甲表',
  title: '甲表',
  unit: '人',
  rows: ['01', '02'].map((code) => ({ code, label: code, level: 0 })),
  columns: ['1', '2'].map((code) => ({ code, path: [code] })),
  items: [0, 1, 2, 3].map((at) => ({
    row: Math.floor(at / 2),
    column: at % 2,
    kind: 'number' as const,
    unit: '人',
    decimals: 0,
    formula: null,
    input: true,
  })),
  editions: [],
}
