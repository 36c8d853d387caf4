import type { FileRow } from '../../../src/shared/intake.ts'

/** A file that was taken without a question. */
export function fileRow(change: Partial<FileRow> = {}): FileRow {
  return {
    id: 1,
    path: 'returns/县二小.xlsx',
    sha256: '',
    status: 'accepted',
    school: '2190001016',
    schoolName: '县二小',
    receivedAt: '2025-09-03T09:30:00.000Z',
    returnDate: null,
    reasons: [],
    tables: [{ form: '教基3112', sheet: '教基3112', aligned: 'exact' }],
    cleanings: 0,
    unreadable: 0,
    ...change,
  }
}
