import type { Arrow } from './imports.ts'

export type Floors = readonly (readonly string[])[]

/** The room of a file: the folder below `part` in which it stands, or itself where it stands in `part`; null elsewhere. */
export function roomOf(part: string, path: string): string | null {
  if (!path.startsWith(part)) return null
  return path.slice(part.length).split('/')[0] ?? null
}

/**
 * Imports between rooms that do not lead downstairs: up, or across a floor. A room without a floor
 * is told too, for an import of it could not be judged.
 *
 * @param part with a "/" at its end
 */
export function climbs(part: string, floors: Floors, arrows: readonly Arrow[]): string[] {
  const floor = new Map(floors.flatMap((rooms, height) => rooms.map((room) => [room, height])))
  return arrows.flatMap(({ from, to }) => {
    const [own, other] = [roomOf(part, from), roomOf(part, to)]
    if (own === null || other === null || own === other) return []
    const [above, below] = [floor.get(own), floor.get(other)]
    if (above === undefined || below === undefined)
      return [`no floor for ${above === undefined ? own : other}: ${from} → ${to}`]
    return above > below ? [] : [`${from} → ${to}`]
  })
}

/** Pairs of folders, however deep, that import each other: "a ↔ b". */
export function pairs(arrows: readonly Arrow[]): string[] {
  const folder = (path: string): string => path.slice(0, path.lastIndexOf('/'))
  const ways = new Set(arrows.map(({ from, to }) => `${folder(from)} → ${folder(to)}`))
  return [...ways].flatMap((way) => {
    const [a = '', b = ''] = way.split(' → ')
    return a < b && ways.has(`${b} → ${a}`) ? [`${a} ↔ ${b}`] : []
  })
}

/** Circles of files that import each other, each as its files in order (Tarjan, "Depth-first search and linear graph algorithms", 1972). */
export function circles(arrows: readonly Arrow[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to])
  const found: string[][] = []
  const index = new Map<string, number>()
  const path: string[] = []
  const visit = (file: string): number => {
    const own = index.size
    let low = own
    index.set(file, own)
    path.push(file)
    for (const to of next.get(file) ?? [])
      if (!index.has(to)) low = Math.min(low, visit(to))
      else if (path.includes(to)) low = Math.min(low, index.get(to) ?? own)
    if (low !== own) return low
    const circle = path.splice(path.indexOf(file))
    if (circle.length > 1 || next.get(file)?.includes(file)) found.push(circle.toSorted())
    return low
  }
  for (const file of next.keys()) if (!index.has(file)) visit(file)
  return found
}
