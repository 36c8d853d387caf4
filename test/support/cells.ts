import XLSX from '@e965/xlsx'
import { unzipSync } from 'fflate'

/** A cell as SheetJS shows it: type, value, formula. */
export interface SeenCell {
  t: string
  v?: string | number | boolean
  f?: string
  z?: unknown
}

/** A made workbook seen through another library than the one that wrote it. */
export function openBook(bytes: Uint8Array): { cell(sheet: string, at: string): SeenCell | null } {
  const book = XLSX.read(bytes, { cellNF: true, sheetStubs: true })
  return {
    cell(sheet, at) {
      const found = book.Sheets[sheet]?.[at] as SeenCell | undefined
      if (found?.t !== 'z') return found ?? null
      // A formula without a stored result shows as a stub with the value 0, which nobody typed.
      return found.f === undefined ? null : { t: 'z', f: found.f }
    },
  }
}

/** A file of a county by its path; `x.zip/member` is looked up inside the zip. */
export function bytesAt(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const [zip, member] = path.split('.zip/')
  const bytes = member === undefined ? files.get(path) : files.get(`${zip ?? ''}.zip`)
  const out = member === undefined || !bytes ? bytes : unzipSync(bytes)[member]
  if (!out) throw new Error(`no such file: ${path}`)
  return out
}
