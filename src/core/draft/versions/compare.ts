import { codePoints } from '../../../shared/code-points.ts'
import type { Figure } from '../../model/draft/figure.ts'
import { figureKeys } from '../ties/figure-key.ts'

/** A text with its figures. */
export interface Version {
  text: string
  figures: readonly Figure[]
}

/** A figure that two versions do not say alike, by its index in each; null where a version lacks it. */
export interface Change {
  kind: 'changed' | 'appeared' | 'vanished'
  before: number | null
  after: number | null
}

/** So many characters around a figure tell it from others; so many, with its number. */
const AROUND = 8
const CLOSE = 4

/**
 * Two versions of a text, figure by figure: those that the sentences say the same of are one, and so
 * are, of the rest, those between the same words, and then those of one number beside the same words.
 *
 * @returns how many read alike, and the changes in the order of the later version
 */
export function compareVersions(
  before: Version,
  after: Version,
): { same: number; changes: Change[] } {
  const pairs = new Map<number, number>()
  const ways: ((version: Version) => string[])[] = [
    ({ text, figures }) => figureKeys(text, figures),
    ({ text, figures }) => between(text, figures, AROUND, AROUND),
    (version) => worded(version, CLOSE, 0),
    (version) => worded(version, 0, CLOSE),
  ]
  for (const way of ways) pair(way(before), way(after), pairs)
  return told(before, after, pairs)
}

/** Pairs figures that are called the same, in their order, of those that have no partner yet. */
function pair(before: string[], after: string[], pairs: Map<number, number>): void {
  const taken = new Set(pairs.values())
  const waiting = new Map<string, number[]>()
  before.forEach((name, index) => {
    if (taken.has(index) || name === '') return
    waiting.set(name, [...(waiting.get(name) ?? []), index])
  })
  after.forEach((name, index) => {
    if (pairs.has(index)) return
    const partner = waiting.get(name)?.shift()
    if (partner !== undefined) pairs.set(index, partner)
  })
}

/** The words around figures, without their numbers. */
function between(text: string, figures: readonly Figure[], left: number, right: number): string[] {
  const characters = codePoints(text)
  return figures.map(({ start, end, unit }) => {
    const words = characters.slice(Math.max(0, start - left), start)
    return [...words, '|', unit, '|', ...characters.slice(end, end + right)]
      .join('')
      .replaceAll(/\d/gu, '#')
  })
}

/** Figures as they read, with the words on one side of them; "" where no words stand there. */
function worded({ text, figures }: Version, left: number, right: number): string[] {
  const words = between(text, figures, left, right)
  return figures.map((figure, index) => {
    const side = words[index] ?? ''
    return /\p{Script=Han}{2}/u.test(side.replaceAll(/\|.*\|/gu, ''))
      ? `${plain(figure.text)} ${side}`
      : ''
  })
}

function told(
  before: Version,
  after: Version,
  pairs: ReadonlyMap<number, number>,
): { same: number; changes: Change[] } {
  const changes: Change[] = []
  const kept = new Set(pairs.values())
  const vanished = before.figures.map((_, index) => index).filter((index) => !kept.has(index))
  let same = 0
  after.figures.forEach((figure, index) => {
    const partner = pairs.get(index)
    // What vanished is told before what stood behind it.
    while (partner !== undefined && vanished[0] !== undefined && vanished[0] < partner) {
      changes.push({ kind: 'vanished', before: vanished.shift() ?? null, after: null })
    }
    if (partner === undefined) changes.push({ kind: 'appeared', before: null, after: index })
    else if (alike(figure, before.figures[partner])) same += 1
    else changes.push({ kind: 'changed', before: partner, after: index })
  })
  for (const index of vanished) changes.push({ kind: 'vanished', before: index, after: null })
  return { same, changes }
}

function alike(a: Figure, b: Figure | undefined): boolean {
  return b !== undefined && plain(a.text) === plain(b.text) && a.direction === b.direction
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s,]/gu, '')
