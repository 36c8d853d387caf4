import type { BridgeView } from '../../../shared/consolidate.ts'

/** One column of the waterfall: from where to where it reaches, for drawing only. */
export interface Column {
  key: string
  /** Bottom and top, as the chart wants them. */
  range: [number, number]
  kind: 'total' | 'up' | 'down'
  /** What is written over it: the figure itself. */
  label: string
}

/**
 * The bridge as columns that stand on each other. Lengths are machine numbers, as a drawing needs
 * them; what is written over them is the exact figure.
 */
export function columnsOf(bridge: BridgeView): Column[] {
  const columns: Column[] = [total('from', bridge.from)]
  let level = Number(bridge.from)
  for (const { kind, moved } of bridge.steps) {
    const next = level + Number(moved)
    columns.push({
      key: kind,
      range: [Math.min(level, next), Math.max(level, next)],
      kind: next >= level ? 'up' : 'down',
      label: moved,
    })
    level = next
  }
  return [...columns, total('to', bridge.to)]
}

function total(key: string, figure: string): Column {
  return { key, range: [0, Number(figure)], kind: 'total', label: figure }
}

/** Ends of the axis: it begins near the steps when they are small beside the totals, else at 0. */
export function axisOf(columns: Column[]): [number, number] {
  const steps = columns.filter(({ kind }) => kind !== 'total')
  const ends = columns.filter(({ kind }) => kind === 'total').map(({ range }) => range[1])
  const low = Math.min(...steps.map(({ range }) => range[0]), ...ends)
  const high = Math.max(...steps.map(({ range }) => range[1]), ...ends, 0)
  const span = high - low
  if (low <= 0 || span > low) return [Math.min(0, low), high]
  const room = span === 0 ? high * 0.05 : span * 0.5
  const step = 10 ** Math.floor(Math.log10(Math.max(1, room)))
  return [Math.max(0, Math.floor((low - room) / step) * step), high]
}
