import type { Hashes, Spoken } from '../ledger/kind.ts'
import type { Collection } from './collection.ts'

/**
 * The hashes of what a collection holds, for the lines that speak of it.
 *
 * @param digest SHA-256 of a text, hexadecimal
 */
export function hashesOf(collection: Collection, digest: (text: string) => string): Hashes {
  const bytes = (sha256: string | undefined): Spoken[] =>
    sha256 === undefined ? [] : [{ what: 'bytes', sha256 }]
  return {
    file: (id) => bytes(collection.file(id)?.sha256),
    sources(cells) {
      const found = new Set<string>()
      for (const { school, item } of cells) {
        const form = collection.index.place(item)?.form.id ?? ''
        const source = collection.tableSource(school, form)
        if (source !== null) found.add(source.file.sha256)
      }
      return [...found].flatMap(bytes)
    },
    asset(role, name) {
      const kept = collection.store.assets().find((one) => one.role === role && one.name === name)
      return kept === undefined ? [] : [{ what: 'asset', sha256: kept.sha256 }]
    },
    text: (text) => [{ what: 'text', sha256: digest(text) }],
  }
}
