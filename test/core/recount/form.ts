import { madeForm } from '../../support/form.ts'

/** Two rows by two columns of plain numbers. */
export const FORM = madeForm({ id: '甲表', rows: ['01', '02'], columns: ['1', '2'] })
