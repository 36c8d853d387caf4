import { likeness } from '../forms/label.ts'
import { meaningOf } from '../forms/meaning.ts'
import { trusted } from './pairing.ts'

/** A row or column by what is printed on it: its labels from the outermost to its own, in normal form. */
export interface Line {
  path: readonly string[]
  /** Printed code in normal form, "" for none. */
  code: string
}

export interface Matched {
  /** For each line of the form the line of the sheet, -1 for none. */
  pairs: number[]
  /** Lines of the sheet that could be one of several of the form's, with the likeliest. */
  unsure: { form: number; sheet: number }[]
}

/**
 * Pairs a form's lines with a sheet's by the whole path of their labels, wherever they stand: groups
 * and lines may be in any order, their cells merged or not. The surest way of being the same goes
 * first; what could be one of several is left open, for position alone says nothing.
 *
 * @param coded whether both print codes, which then must agree where labels do not quite
 */
export function matchPaths(form: readonly Line[], sheet: readonly Line[], coded: boolean): Matched {
  const matching = new Matching(form, sheet)
  const own = withoutDoubles(form)
  const meant = sheet.map(({ path }) => path.map(meaningOf))
  const at = (i: number, j: number) => ({
    a: form[i] ?? NO_LINE,
    b: sheet[j] ?? NO_LINE,
    meantA: own[i] ?? [],
    meantB: meant[j] ?? [],
  })
  matching.pairWhere((i, j) => {
    const { a, b } = at(i, j)
    return coded && a.code !== '' && a.code === b.code && samePath(a.path, b.path)
  })
  matching.pairWhere((i, j) => samePath(at(i, j).a.path, at(i, j).b.path))
  matching.pairInTurn()
  matching.pairWhere((i, j) => samePath(at(i, j).meantA, at(i, j).meantB))
  matching.pairInTurn()
  matching.pairWhere((i, j) => sameParts(at(i, j).meantA, at(i, j).meantB))
  matching.pairWhere((i, j) => {
    const { a, b } = at(i, j)
    return coded && a.code !== '' && a.code === b.code && within(at(i, j).meantA, at(i, j).meantB)
  })
  matching.pairWhere((i, j) => within(at(i, j).meantA, at(i, j).meantB))
  matching.pairNearest((i, j) => {
    const { a, b, meantA, meantB } = at(i, j)
    return nearness(a, b, meantA, meantB, coded)
  })
  return matching.result()
}

const NO_LINE: Line = { path: [], code: '' }

/** The meanings of a form's paths; two lines that would mean the same keep their own words. */
function withoutDoubles(form: readonly Line[]): string[][] {
  const meant = form.map(({ path }) => path.map(meaningOf))
  const written = new Map<string, Set<string>>()
  form.forEach(({ path }, i) => {
    const key = (meant[i] ?? []).join('/')
    written.set(key, (written.get(key) ?? new Set<string>()).add(path.join('/')))
  })
  return meant.map((parts, i) =>
    (written.get(parts.join('/'))?.size ?? 1) > 1 ? [...(form[i]?.path ?? [])] : parts,
  )
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, at) => part === b[at])
}

/** Levels of a heading may change places: 男/一年级 is 一年级/男. */
function sameParts(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 1 && samePath([...a].sort(), [...b].sort())
}

/** Whether one path is the other with outer labels left out; the innermost must be the same. */
function within(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0 || short.at(-1) !== long.at(-1)) return false
  let from = 0
  return short.every((part) => {
    const at = long.indexOf(part, from)
    from = at + 1
    return at >= 0
  })
}

/** How nearly two lines are the same, 0 where they are not: a slip in one label, never in a group and its line. */
function nearness(
  a: Line,
  b: Line,
  meantA: readonly string[],
  meantB: readonly string[],
  coded: boolean,
): number {
  const sameCode = coded && a.code !== '' && a.code === b.code
  const [leafA, leafB] = [meantA.at(-1) ?? '', meantB.at(-1) ?? '']
  // Lengths tell most pairs apart before their letters are looked at.
  if (Math.abs(leafA.length - leafB.length) * 2 > Math.max(leafA.length, leafB.length)) return 0
  const leaf = leafA === leafB ? 1 : likeness(leafA, leafB)
  const [outerA, outerB] = [meantA.slice(0, -1), meantB.slice(0, -1)]
  const sameOuter = outerA.length === 0 || outerB.length === 0 || within(outerA, outerB)
  if (sameOuter) return trusted(leaf, sameCode, coded) ? leaf + (sameCode ? 1 : 0) : 0
  const outer = likeness(outerA.join('/'), outerB.join('/'))
  return leaf === 1 && (outer >= NEAR_GROUP || (sameCode && outer >= 0.5)) ? outer : 0
}

/** A group's label that is no other group's may differ by so much: 建档立卡户, 建档立卡. */
const NEAR_GROUP = 0.7

/** Lines paired so far, and those that could be one of several. */
class Matching {
  private readonly pairs: number[]
  private readonly taken: boolean[]
  /** Form line → sheet lines that are the same as far as one can see. */
  private readonly open = new Map<number, number[]>()
  /** Lines of the sheet that any line of the form could be. */
  private readonly known: boolean[]
  private readonly countB: number

  constructor(form: readonly Line[], sheet: readonly Line[]) {
    this.pairs = form.map(() => -1)
    this.taken = sheet.map(() => false)
    this.known = sheet.map(() => false)
    this.countB = sheet.length
  }

  private free(i: number): boolean {
    return this.pairs[i] === -1 && !this.open.has(i)
  }

  private pair(i: number, j: number): void {
    this.pairs[i] = j
    this.taken[j] = true
    this.known[j] = true
    this.open.delete(i)
  }

  /** Pairs what is the same and nothing else on either side; the rest of what is the same stays open. */
  pairWhere(same: (i: number, j: number) => boolean): void {
    const edges = new Map<number, number[]>()
    const back = new Map<number, number>()
    for (let i = 0; i < this.pairs.length; i++) {
      if (!this.free(i)) continue
      const others: number[] = []
      for (let j = 0; j < this.countB; j++) {
        if (this.taken[j] === true || !same(i, j)) continue
        others.push(j)
        back.set(j, (back.get(j) ?? 0) + 1)
        this.known[j] = true
      }
      if (others.length > 0) edges.set(i, others)
    }
    for (const [i, others] of edges) {
      const [only] = others
      if (others.length === 1 && only !== undefined && back.get(only) === 1) this.pair(i, only)
      else this.open.set(i, others)
    }
  }

  /** Lines of the very same path follow the line before them: 其中：女 belongs to what stands above it. */
  pairInTurn(): void {
    for (let before = -1; before !== this.open.size;) {
      before = this.open.size
      for (const [i, others] of [...this.open]) {
        const lead = i === 0 ? -1 : (this.pairs[i - 1] ?? -1)
        if (i > 0 && lead < 0) continue
        const follows = others.filter((j) => this.taken[j] !== true && this.lineBefore(j) === lead)
        const [only] = follows
        if (follows.length === 1 && only !== undefined) this.pair(i, only)
      }
    }
    // What nothing on the sheet is left for is simply not there.
    for (const [i, others] of [...this.open]) {
      if (others.every((j) => this.taken[j] === true)) this.open.delete(i)
    }
  }

  private lineBefore(j: number): number {
    for (let before = j - 1; before >= 0; before--) if (this.known[before] === true) return before
    return -1
  }

  /** Pairs the nearest of what is left, where nothing else is as near. */
  pairNearest(near: (i: number, j: number) => number): void {
    const edges: { i: number; j: number; like: number }[] = []
    for (let i = 0; i < this.pairs.length; i++) {
      if (!this.free(i)) continue
      for (let j = 0; j < this.countB; j++) {
        const like = this.taken[j] === true || this.known[j] === true ? 0 : near(i, j)
        if (like > 0) edges.push({ i, j, like })
      }
    }
    const rivals = (edge: (typeof edges)[number]): boolean =>
      edges.some(
        (other) =>
          other !== edge && (other.i === edge.i || other.j === edge.j) && other.like >= edge.like,
      )
    for (const edge of edges) if (!rivals(edge)) this.pair(edge.i, edge.j)
  }

  result(): Matched {
    const unsure: Matched['unsure'] = []
    const named = new Set<number>()
    for (const [form, others] of this.open) {
      const sheet = others.find((j) => this.taken[j] !== true && !named.has(j))
      if (sheet === undefined) continue
      named.add(sheet)
      unsure.push({ form, sheet })
    }
    return { pairs: this.pairs, unsure }
  }
}
