import type { SchoolRow } from '../../../src/shared/intake.ts'

/** A school of the register with a return that raised no question. */
export function schoolRow(id: string, name: string, change: Partial<SchoolRow> = {}): SchoolRow {
  return {
    school: {
      id,
      name,
      shortName: name.slice(-3),
      type: '211',
      status: '正常',
      active: true,
      attributes: { 乡镇: '松坪镇' },
    },
    state: 'reported',
    file: null,
    refused: [],
    reasons: [],
    cleanings: 0,
    unreadable: 0,
    adopted: 0,
    ...change,
  }
}
