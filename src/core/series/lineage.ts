import { unitsOf } from '../collection/links.ts'

/** Schools that became others in a year, as a person or a register said: merged, split, renamed, closed, opened. */
export interface Succession {
  /** The year from which it is so. */
  year: number
  before: readonly string[]
  now: readonly string[]
}

/** The schools of a year. */
export interface SchoolsOfYear {
  year: number
  schools: readonly string[]
}

/** Schools of several years that are one by descent: year → who they are then, in the order of the years' lists. */
export type Lineage = ReadonlyMap<number, readonly string[]>

/**
 * Who of several years is who. From one year to the next a school is itself by its code, unless a
 * succession says otherwise, of which the later word on a school goes before the earlier. Schools that
 * are joined by any of that are one lineage: schools merged into one were one before, for comparing, and
 * schools that a school was split into still are.
 *
 * @param years in order; between two of them years may lack, whose successions are followed all the same
 * @param said later words last
 */
export function lineagesOf(
  years: readonly SchoolsOfYear[],
  said: readonly Succession[],
): Lineage[] {
  const sets = new Sets()
  const places: { node: string; year: number; school: string }[] = []
  let before: { year: number; nodes: Map<string, string> } | null = null
  for (const { year, schools } of years) {
    const nodes = new Map(schools.map((school) => [school, `${String(year)} ${school}`]))
    for (const [school, node] of nodes) places.push({ node, year, school })
    if (before !== null) follow(sets, before, { year, nodes }, said)
    before = { year, nodes }
  }
  const found = new Map<string, Map<number, string[]>>()
  for (const { node, year, school } of places) {
    const root = sets.rootOf(node)
    const own = found.get(root) ?? new Map<number, string[]>()
    found.set(root, own)
    own.set(year, [...(own.get(year) ?? []), school])
  }
  return [...found.values()]
}

interface NodesOfYear {
  year: number
  /** School → its node. */
  nodes: ReadonlyMap<string, string>
}

/** Joins the schools of one year with those of a later one, by every year between in which something was said. */
function follow(sets: Sets, from: NodesOfYear, to: NodesOfYear, said: readonly Succession[]): void {
  const within = said.filter(({ year }) => year > from.year && year <= to.year)
  const steps = [...new Set([...within.map(({ year }) => year), to.year])].sort((a, b) => a - b)
  let here = from.nodes
  for (const step of steps) {
    const own = within.filter(({ year }) => year === step)
    const next = step === to.year ? to.nodes : between(here, own, step)
    const links = own.map(({ before, now }) => ({
      before: [...before],
      now: [...now],
      entry: null,
    }))
    for (const unit of unitsOf([...here.keys()], [...next.keys()], links)) {
      sets.join([
        ...unit.before.map((id) => here.get(id) ?? ''),
        ...unit.now.map((id) => next.get(id) ?? ''),
      ])
    }
    here = next
  }
}

/** The schools of a year that nobody gave: those of before, with what was said. */
function between(
  here: ReadonlyMap<string, string>,
  said: readonly Succession[],
  year: number,
): Map<string, string> {
  const ids = new Set(here.keys())
  for (const { before, now } of said) {
    if (!before.some((id) => ids.has(id))) continue
    for (const id of before) ids.delete(id)
    for (const id of now) ids.add(id)
  }
  return new Map([...ids].map((id) => [id, `~${String(year)} ${id}`]))
}

/** Sets that are joined and never parted. */
class Sets {
  private readonly above = new Map<string, string>()

  rootOf(one: string): string {
    let root = one
    for (let up = this.above.get(root); up !== undefined; up = this.above.get(root)) root = up
    if (root !== one) this.above.set(one, root)
    return root
  }

  join(all: readonly string[]): void {
    const [first, ...others] = all.filter((one) => one !== '').map((one) => this.rootOf(one))
    if (first === undefined) return
    for (const other of others) if (this.rootOf(other) !== first) this.above.set(other, first)
  }
}
