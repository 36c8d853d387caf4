import type { Merge, RawCell, SheetData, WorkbookData } from '../../src/core/model/sheet.ts'

type Extras = Partial<Omit<SheetData, 'name' | 'cells' | 'merges' | 'rowCount' | 'columnCount'>>

/**
 * A sheet drawn as text: one line a row, cells parted by "|". A cell is
 * `12` a number · `'12` or anything else a text · `"  总  计"` a text with its spaces ·
 * `=A1+A2` a formula with the result 0 · `=A1=>12` a formula with the result 12 · `=A1?` one without result ·
 * `#REF!` an error · `@2025-03-05` a date · `?TRUE` a boolean ·
 * `<` merged with the cell to its left · `^` merged with the cell above it.
 */
export function sheet(name: string, art: string, extras: Extras = {}): SheetData {
  const lines = art.replace(/^\n|\n[ \t]*$/g, '').split('\n')
  const words = lines.map((line) => line.split('|').map((word) => word.trim()))
  const cells = words.map((line) => line.map(cellOf))
  for (const line of cells) while (line.length > 0 && line.at(-1) === undefined) line.pop()
  return {
    name,
    hidden: false,
    rowCount: words.length,
    columnCount: Math.max(0, ...words.map((line) => line.length)),
    cells,
    merges: mergesOf(words),
    hiddenRows: [],
    hiddenColumns: [],
    ...extras,
  }
}

/** Puts other words into a filled cell, as if they had been typed there. */
export function retype(
  on: SheetData | undefined,
  row: number,
  column: number,
  value: string,
): void {
  const line = on?.cells[row]
  const cell = line?.[column]
  if (line === undefined || cell === undefined) throw new RangeError(`nothing at ${row}, ${column}`)
  line[column] = { ...cell, value }
}

export function book(...sheets: SheetData[]): WorkbookData {
  return { sheets }
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

function cellOf(word: string): RawCell | undefined {
  if (word === '' || word === '<' || word === '^') return undefined
  if (word.startsWith('"')) return { kind: 'text', value: word.slice(1, -1) }
  if (word.startsWith("'")) return { kind: 'text', value: word.slice(1) }
  if (word.startsWith('@')) return { kind: 'date', value: word.slice(1) }
  if (word.startsWith('?')) return { kind: 'boolean', value: word.slice(1) }
  if (/^#[A-Z/0]+[!?A]$/.test(word)) return { kind: 'error', value: word }
  if (word.startsWith('=') && word.endsWith('?')) {
    return { kind: 'number', value: '', formula: word.slice(1, -1), noResult: true }
  }
  if (word.startsWith('=')) {
    const [formula = '', result = '0'] = word.slice(1).split('=>')
    return { kind: 'number', value: result, formula }
  }
  return NUMBER.test(word) ? { kind: 'number', value: word } : { kind: 'text', value: word }
}

function mergesOf(words: string[][]): Merge[] {
  const merges = new Map<string, Merge>()
  const anchor = (row: number, column: number): [number, number] => {
    const word = words[row]?.[column]
    if (word === '<') return anchor(row, column - 1)
    return word === '^' ? anchor(row - 1, column) : [row, column]
  }
  words.forEach((line, row) => {
    line.forEach((word, column) => {
      if (word !== '<' && word !== '^') return
      const [top, left] = anchor(row, column)
      const known = merges.get(`${top} ${left}`) ?? { top, left, bottom: top, right: left }
      known.bottom = Math.max(known.bottom, row)
      known.right = Math.max(known.right, column)
      merges.set(`${top} ${left}`, known)
    })
  })
  return [...merges.values()]
}
