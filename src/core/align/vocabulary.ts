import type { Form } from '../../shared/model.ts'
import { headingRole, isFoot, isMeta, stemIndex } from '../forms/furniture.ts'
import { normalLabel } from '../forms/label.ts'
import { meaningOf } from '../forms/meaning.ts'
import { keptForTexts } from '../memory/kept-for-text.ts'
import { perObject } from '../memory/per-object.ts'
import { shapeOf } from './form-shape.ts'

/**
 * What a text on a sheet is to the tables looked for: `word` may be one of their labels, perhaps
 * misspelt, or tells what a column holds; `field` and `foot` are lines of the form's head and foot;
 * `other` is anything a school may write (its name, a remark, a value), of which nothing hangs.
 */
export type TextRole = 'word' | 'field' | 'foot' | 'other'

/**
 * Share of a label's characters that a text must have to be taken for it: likeness is never above
 * it, and no label is paired with less (match-paths.ts, stub.ts). A line of the form's head or foot is
 * one label only where it is all but the same.
 */
const LEAST_COMMON = { other: 0.5, line: 0.8 }

/** Tells texts that can be labels of these forms from texts that are a school's own. */
export const roleOfTextIn = perObject((forms: Form[]) => {
  const words = new Words(forms)
  return keptForTexts((text): TextRole => {
    const line = isFoot(text) ? 'foot' : isMeta(text) ? 'field' : null
    const least = line === null ? LEAST_COMMON.other : LEAST_COMMON.line
    if (words.mayBeLabel(text, least)) return 'word'
    if (line !== null) return line
    return headingRole(text) !== 'other' || stemIndex(text) >= 0 ? 'word' : 'other'
  })
})

/** The labels of forms, by their characters. */
class Words {
  private readonly whole = new Set<string>()
  private readonly lengths: number[] = []
  private readonly having = new Map<string, number[]>()

  constructor(forms: readonly Form[]) {
    for (const form of forms) {
      const { title, rows, columns, rowWords, columnWords, headingWords } = shapeOf(form)
      const labels = form.items.flatMap(({ label = '' }) => label.split(' / ').map(normalLabel))
      for (const word of [title, ...rowWords, ...columnWords, ...headingWords, ...labels])
        this.add(word)
      for (const { path } of [...rows, ...columns])
        for (const word of path) this.add(meaningOf(word))
    }
  }

  private add(word: string): void {
    if (word === '' || this.whole.has(word)) return
    this.whole.add(word)
    const number = this.lengths.push(Array.from(word).length) - 1
    for (const character of new Set(word)) {
      const known = this.having.get(character)
      if (known === undefined) this.having.set(character, [number])
      else known.push(number)
    }
  }

  /** Whether a text is one of the labels, means one, or has so many of its characters that it may be one misspelt. */
  mayBeLabel(text: string, least: number): boolean {
    const label = normalLabel(text)
    if (label === '') return false
    const meant = meaningOf(label)
    return this.isNear(label, least) || (meant !== label && this.isNear(meant, least))
  }

  private isNear(label: string, least: number): boolean {
    if (this.whole.has(label)) return true
    const characters = Array.from(label)
    const common = new Map<number, number>()
    for (const character of characters) {
      for (const word of this.having.get(character) ?? []) {
        const count = (common.get(word) ?? 0) + 1
        if (count >= Math.max(characters.length, this.lengths[word] ?? 0) * least) return true
        common.set(word, count)
      }
    }
    return false
  }
}
