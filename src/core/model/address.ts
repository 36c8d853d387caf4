/** "A", "B" … "AA" for column 0, 1 … 26. */
export function columnName(column: number): string {
  let name = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  }
  return name
}

/** A1 address of a cell counted from 0. */
export function a1(row: number, column: number): string {
  return columnName(column) + String(row + 1)
}

/** Row and column (from 0) of an A1 address, `$` allowed; null when it is none. */
export function parseA1(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(address.trim())
  const letters = match?.[1]
  const digits = match?.[2]
  if (letters === undefined || digits === undefined) return null
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits) - 1, column: column - 1 }
}

/** `表号[行代码,列代码]`, the public address of an item (docs/contract.md §2). */
export function itemAddress(form: string, rowCode: string, columnCode: string): string {
  return `${form}[${rowCode},${columnCode}]`
}

/** The parts of an item address; null when it is not written as one. */
export function parseItemAddress(
  address: string,
): { form: string; row: string; column: string } | null {
  const match = /^(.+)\[([^[\],]+),([^[\],]+)\]$/.exec(address)
  const [form, row, column] = [match?.[1], match?.[2], match?.[3]]
  if (form === undefined || row === undefined || column === undefined) return null
  return { form, row: row.trim(), column: column.trim() }
}
