import type { CellObject, WorkBook } from '@e965/xlsx'

/** Every cell of a sheet by its address, typed. */
export function cellsIn(book: WorkBook, sheet: string): Map<string, CellObject> {
  const found = new Map<string, CellObject>()
  for (const [address, cell] of Object.entries<unknown>(book.Sheets[sheet] ?? {})) {
    if (!address.startsWith('!') && isCell(cell)) found.set(address, cell)
  }
  return found
}

function isCell(value: unknown): value is CellObject {
  return typeof value === 'object' && value !== null && 't' in value
}
