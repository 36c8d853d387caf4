import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A figure of a drafted text, labelled by hand; offsets count code points. */
export interface Label {
  id: string
  text: string
  start: number
  end: number
  value: number
  /** Other values as good (九成, 3-5亿元). */
  accept?: number[]
  unit: string
  kind: string
  direction: 'up' | 'down' | null
}

/** A drafted text with its labels. */
export interface LabelledDraft {
  name: string
  text: string
  figures: Label[]
}

/** The project's own labelled drafts. */
export const OWN_DRAFTS = resolve(import.meta.dirname, '../fixtures/drafts')

/** The drafts of a folder: NAME.txt beside NAME.labels.json, in the order of their names. */
export function labelledDrafts(folder: string): LabelledDraft[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.labels.json'))
    .toSorted()
    .map((file) => {
      const name = file.slice(0, -'.labels.json'.length)
      const labels = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { figures: Label[] }
      return { name, text: readFileSync(join(folder, `${name}.txt`), 'utf8'), ...labels }
    })
}
