import type { CellObject } from '@e965/xlsx'
import type exceljs from 'exceljs'

/** Days since 1899-12-30, as the other readers' numbers. */
export function serial(iso: string): string {
  const days =
    (Date.parse(`${iso.length > 10 ? iso : `${iso}T00:00:00`}Z`) - Date.UTC(1899, 11, 30)) /
    86_400_000
  return String(Number(days.toPrecision(15)))
}

/** A cell's value as exceljs tells it, written as ours are. */
export function exceljsSays(cell: exceljs.Cell | undefined): string {
  const value = cell?.result ?? cell?.value
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return serial(value.toISOString().slice(0, 19))
  if (typeof value === 'boolean') return String(value).toUpperCase()
  if (typeof value === 'number') return plainNumber(value)
  if (typeof value === 'string') return value
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  return 'error' in value ? value.error : ''
}

/** The same for SheetJS. */
export function sheetJsSays(cell: CellObject | undefined): string {
  if (cell?.v === undefined) return ''
  if (typeof cell.v === 'number') return plainNumber(cell.v)
  return typeof cell.v === 'boolean' ? String(cell.v).toUpperCase() : String(cell.v)
}

function plainNumber(value: number): string {
  return value === 1e-7 ? '0.0000001' : String(Number(value.toPrecision(15)))
}
