/** Parts of a collection that there is one of each. */
export type CollectionPart = 'config' | 'schools' | 'forms'

/** How whole a collection file is, part by part; names and numbers say what is not. */
export interface Wholeness {
  /** What the file system of the database says of its pages; "" when they are whole. */
  pages: string
  /** Tables and triggers that are not as this program makes them, by name. */
  strange: string[]
  /** Lines of the ledger: how many are whole, and the numbers of those that are not. */
  lines: { whole: number; lost: number[] }
  /** Received files, whole by their hash, and the paths of those that are not. */
  files: { whole: number; lost: string[] }
  /** Received files that are whole but what was read of them is not; it can be read again. */
  unread: string[]
  /** Blank workbooks, texts and other files kept beside the returns, likewise. */
  assets: { whole: number; lost: string[] }
  /** Parts that cannot be read. */
  parts: CollectionPart[]
}

/** Whether nothing at all is missing. */
export function isWhole({
  pages,
  strange,
  lines,
  files,
  unread,
  assets,
  parts,
}: Wholeness): boolean {
  const lost = [strange, lines.lost, files.lost, unread, assets.lost, parts]
  return pages === '' && lost.every((list) => list.length === 0)
}
