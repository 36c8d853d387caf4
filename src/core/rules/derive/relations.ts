import type { Axis, Line } from './lines.ts'
import { closedSeries, endsWithRest } from './series.ts'
import { dividesWhole, isAdditive, isAttribute, isSex } from './words.ts'

/** A line that is the sum of others. */
export interface Balance {
  whole: Line
  parts: Line[]
  /** Whether the labels leave no doubt that the parts are all there are. */
  sure: boolean
}

/** A line that is part of another, figure by figure. */
export interface Bound {
  part: Line
  whole: Line
  sure: boolean
}

/** Lines under one heading, in order, with the headings below it. */
interface Group {
  lines: Line[]
  inner: Group[]
  /** Lines and inner groups in the order they stand. */
  order: (Line | Group)[]
}

/**
 * What a form's own headings or stub say of its lines: totals over their parts, 其中 within what
 * it belongs to. Where the reading is not certain the relation is left out, or marked as not sure
 * where only the completeness of the list is open.
 */
export function relationsOf(lines: Line[], axis: Axis): { balances: Balance[]; bounds: Bound[] } {
  const usable = lines.filter((line) => isAdditive(line.label))
  const groups = allGroups(groupOf(usable, 0))
  const balances = groups.flatMap(({ group, depth }) => balancesIn(group, axis, depth))
  const implied = (bound: Bound): boolean =>
    balances.some((one) => one.sure && one.whole === bound.whole && one.parts.includes(bound.part))
  const bounds = groups.flatMap(({ group }) => boundsIn(group)).filter((one) => !implied(one))
  return { balances, bounds }
}

function groupOf(lines: Line[], depth: number): Group {
  const places: (Line | Line[])[] = []
  const inner = new Map<string, Line[]>()
  for (const line of lines) {
    const name = line.group[depth]
    const known = name === undefined ? undefined : inner.get(name)
    if (name === undefined) places.push(line)
    else if (known !== undefined) known.push(line)
    else {
      const own = [line]
      inner.set(name, own)
      places.push(own)
    }
  }
  const order = places.map((one) => (Array.isArray(one) ? groupOf(one, depth + 1) : one))
  return {
    order,
    lines: order.flatMap((one) => ('at' in one ? [one] : [])),
    inner: order.flatMap((one) => ('at' in one ? [] : [one])),
  }
}

function allGroups(group: Group, depth = 0): { group: Group; depth: number }[] {
  return [{ group, depth }, ...group.inner.flatMap((one) => allGroups(one, depth + 1))]
}

function balancesIn(group: Group, axis: Axis, depth: number): Balance[] {
  const totals = group.lines.filter((line) => line.rank > 0 && !line.ofWhich)
  const main = group.order.filter((entry) => !('at' in entry) || !entry.ofWhich)
  const [only] = totals
  if (totals.length > 1) return blocks(main, totals)
  if (only === undefined || (main[0] !== only && main.at(-1) !== only)) return []
  const plain = main.filter((entry): entry is Line => 'at' in entry && entry !== only)
  const level = Math.min(...plain.map((line) => line.level))
  const list = plain.filter((line) => line.level === level)
  const series = seriesIn(list).map((parts) => ({ whole: only, parts, sure: true }))
  if (group.inner.length > 0) return [...series, ...overInner(group, only, plain)]
  if (series.length > 0) return series
  const open = openList(group, only, list, axis, depth)
  return open === null ? [] : [open]
}

/**
 * The closed lists among lines. One with something beside it that belongs to no such list may not
 * be closed after all (classes by grade, and composite classes): only men and women always are.
 */
function seriesIn(list: Line[]): Line[][] {
  const labels = list.map((line) => line.label)
  const runs = closedSeries(labels)
  const covered = new Set(runs.flat())
  const sure = runs.filter(
    (run) => covered.size === list.length || run.every((at) => isSex(labels[at] ?? '')),
  )
  return sure.map((run) => run.flatMap((at) => list[at] ?? []))
}

/** A total over headings: over their own totals, or over a closed list under one of them. */
function overInner(group: Group, whole: Line, plain: Line[]): Balance[] {
  if (plain.length > 0) return []
  const inner = group.inner.map((one) => one.lines.filter((line) => line.rank > 0))
  if (group.inner.length > 1 && inner.every((own) => own.length === 1)) {
    const parts = inner.flat()
    return [{ whole, parts, sure: parts.every((line) => line.rank < whole.rank) }]
  }
  return group.inner.flatMap(({ lines, inner: deeper }) => {
    // 小学 over 男 and 女 is a part of the whole; 年龄 over its bands is the whole once more.
    if (!dividesWhole(lines[0]?.group.at(-1) ?? '')) return []
    if (deeper.length > 0 || lines.some((line) => line.rank > 0 || line.ofWhich)) return []
    const [run] = closedSeries(lines.map((line) => line.label))
    return run?.length === lines.length ? [{ whole, parts: lines, sure: true }] : []
  })
}

/** 小计 over the lines of its block, the highest total over the 小计. */
function blocks(main: (Line | Group)[], totals: Line[]): Balance[] {
  const top = Math.max(...totals.map((line) => line.rank))
  const [grand, ...others] = totals.filter((line) => line.rank === top)
  const subs = totals.filter((line) => line.rank < top)
  const last = main.at(-1) === grand
  if (grand === undefined || others.length > 0 || (!last && main[0] !== grand)) return []
  if (new Set(subs.map((line) => line.rank)).size !== 1 || !main.every((one) => 'at' in one))
    return []
  const ordered = last ? main : main.toReversed()
  const found: Balance[] = []
  let block: Line[] = []
  for (const line of ordered) {
    if (!('at' in line) || line === grand) continue
    if (line.rank === 0) {
      block.push(line)
      continue
    }
    const parts = last ? block : block.toReversed()
    const sure = closedSeries(parts.map((part) => part.label)).some(
      (run) => run.length === parts.length,
    )
    if (parts.length > 1) found.push({ whole: line, parts, sure })
    block = []
  }
  return block.length > 0 ? found : [...found, { whole: grand, parts: subs, sure: subs.length > 1 }]
}

/** A plain list beside a total: its parts, as far as the labels tell. */
function openList(
  group: Group,
  whole: Line,
  list: Line[],
  axis: Axis,
  depth: number,
): Balance | null {
  const labels = list.map((line) => line.label)
  if (list.length < 2 || labels.some(isAttribute)) return null
  // Columns side by side without a common heading, and lines that may belong to a 其中, tell nothing.
  if (axis === 'columns' && depth === 0) return null
  const places = list.map((line) => group.order.indexOf(line))
  const [from, to] = [Math.min(...places, group.order.indexOf(whole)), Math.max(...places)]
  const between = group.order.slice(from, to).some((entry) => 'at' in entry && entry.ofWhich)
  if (between) return null
  return { whole, parts: list, sure: endsWithRest(labels) }
}

function boundsIn(group: Group): Bound[] {
  const totals = group.lines.filter((line) => line.rank > 0 && !line.ofWhich)
  const total = totals.length === 1 ? totals[0] : undefined
  return group.order.flatMap((entry, place) => {
    if (!('at' in entry) || entry.rank > 0) return []
    const before = group.order.slice(0, place)
    const whole = entry.ofWhich ? wholeOf(entry, before, total) : outer(entry, before)
    if (whole === null) return []
    return [{ part: entry, whole, sure: entry.ofWhich }]
  })
}

/** What a 其中 belongs to; null where it may be one thing or another. */
function wholeOf(part: Line, before: (Line | Group)[], total: Line | undefined): Line | null {
  const near = before.findLastIndex(
    (one) => 'at' in one && !one.ofWhich && one.level < Math.max(1, part.level),
  )
  const line = before[near]
  if (line !== undefined && !('at' in line)) return null
  if (line !== undefined && (line === total || line.number > 0)) return line
  if (total !== undefined) return total
  // A heading with columns of its own in between: 其中 may mean either.
  if (line === undefined || before.slice(near).some((one) => !('at' in one))) return null
  const earlier = before.slice(0, near).findLast((one): one is Line => 'at' in one && one.ofWhich)
  // A plain line after a 其中 may itself stand below that 其中, unless it counts something else.
  const apart = earlier === undefined || (earlier.unit !== line.unit && line.unit !== null)
  return apart ? line : null
}

/** The line that an indented one stands under; null for one that is not indented. */
function outer(line: Line, before: (Line | Group)[]): Line | null {
  if (line.level === 0) return null
  const found = before.findLast((one) => 'at' in one && one.level < line.level)
  return found !== undefined && 'at' in found ? found : null
}
