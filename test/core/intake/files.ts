import type { Reading } from '../../../src/core/model/reading.ts'
import type { StoredFile } from '../../../src/core/ports.ts'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import type { Form } from '../../../src/shared/model.ts'
import { sheet } from '../../support/sheet.ts'
import { learnFrom } from '../forms/blanks.ts'

const table = (name: string) =>
  sheet(name, `表号：${name} | < | <\n指标 | 代码 | 人数\n甲 | 乙 | '1\n总计 | '01 |\n女 | '02 |`)

/** Three forms of one blank workbook, each with two numbers. */
export const FORMS: Form[] = learnFrom({ '空表.xlsx': ['表一', '表二', '表三'].map(table) })
export const CONFIG = defaultConfig()

export interface Sent {
  path: string
  school?: string | null
  status?: Reading['status']
  date?: string | null
  modifiedAt?: string | null
  bytes?: string
  /** Form → its two values ("" blank, "?x" unreadable x). */
  tables?: Record<string, [string, string]>
}

/** A received file that says so. */
export function received(id: number, sent: Sent): StoredFile {
  const tables = sent.tables ?? { 表一: ['10', '4'], 表二: ['20', '8'], 表三: ['30', '12'] }
  const status = sent.status ?? 'accepted'
  return {
    id,
    path: sent.path,
    sha256: sent.bytes ?? `bytes of ${sent.path}`,
    size: 100,
    receivedAt: '2025-09-20T08:00:00Z',
    modifiedAt: sent.modifiedAt ?? null,
    reading: {
      identity: { code: sent.school ?? null, name: null },
      school: sent.school === undefined ? 's1' : sent.school,
      candidates: [],
      returnDate: sent.date ?? null,
      status,
      reasons: status === 'rejected' ? [{ code: 'damaged', params: { detail: '' } }] : [],
      layout: [],
      tables:
        status === 'rejected' || status === 'ignored' ? [] : Object.entries(tables).map(reading),
    },
  }
}

function reading([form, values]: [string, [string, string]]): Reading['tables'][number] {
  const letter = (value: string): string => (value === '' ? 'b' : value.startsWith('?') ? 'u' : 'n')
  const raw = Object.fromEntries(
    values.flatMap((value, i) => (value.startsWith('?') ? [[i, value.slice(1)] as const] : [])),
  )
  return {
    form,
    sheet: form,
    aligned: 'exact',
    rowAt: [3, 4],
    columnAt: [2],
    states: values.map(letter).join(''),
    values: values.map((value) => (value.startsWith('?') ? '' : value)),
    raw,
    formulas: {},
    cleanings: {},
  }
}
