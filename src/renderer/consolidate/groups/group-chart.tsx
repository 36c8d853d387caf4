import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Bar, BarChart, CartesianGrid, Legend, Tooltip, XAxis, YAxis } from 'recharts'
import type { PivotView } from '../../../shared/consolidate.ts'
import { withSeparators } from '../../../shared/separators.ts'
import { MissingMark } from '../../ui/missing-mark.tsx'
import { useSize } from '../../ui/use-size.ts'
import { useWords } from '../../state/use-words.ts'
import { pairs, stacks } from './chart-data.ts'

/** Told apart also where colours are not: from dark to light. */
const COLOURS = [1, 2, 3, 4, 5, 6, 7].map((n) => `var(--series-${String(n)})`)
const HEIGHT = 230
/** Left and right of the chart, as groups.css sets it. */
const PADDING = 24

type Kind = 'stack' | 'shares' | 'bars'

/** The groups beside each other: this year and last, or what each is made of, in figures or in shares. */
export function GroupChart({ view }: { view: PivotView }): ReactNode {
  const words = useWords().groups
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box)
  const structured = view.columns.keys.length > 0 && view.additive
  const [wish, setWish] = useState<Kind>('stack')
  const kind = structured ? wish : 'bars'
  const { bars, parts } = stacks(view)
  const shown = kind === 'bars' ? pairs(view) : bars
  const series =
    kind === 'bars'
      ? [
          { key: 'now', name: words.now },
          ...(view.hasLastYear && !view.lacksLastYear
            ? [{ key: 'before', name: words.show.before }]
            : []),
        ]
      : parts.map((part) => ({ key: part, name: part }))
  const missing = view.cells.at(-1)?.at(-1)?.missing ?? []
  return (
    <div className="group-chart" ref={box}>
      {structured && (
        <span className="chips">
          {(['stack', 'shares', 'bars'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={kind === one}
              onClick={() => setWish(one)}
            >
              {words.chart[one]}
            </button>
          ))}
        </span>
      )}
      {width > PADDING && shown.length > 0 && (
        <BarChart
          width={width - PADDING}
          height={HEIGHT}
          data={shown}
          title={words.chartLabel}
          margin={{ top: 8, right: 8, bottom: 0, left: 8 }}
          stackOffset={kind === 'shares' ? 'expand' : 'none'}
        >
          <CartesianGrid vertical={false} stroke="var(--line-soft)" />
          <XAxis dataKey="name" tick={TICK} interval="preserveStartEnd" tickLine={false} />
          <YAxis
            tick={TICK}
            width={64}
            tickFormatter={kind === 'shares' ? wholePercent : shortFigure}
            axisLine={false}
          />
          <Tooltip formatter={(value) => shortFigure(value)} />
          <Legend itemSorter={null} iconSize={10} wrapperStyle={{ fontSize: 12 }} />
          {series.map(({ key, name }, i) => (
            <Bar
              key={key}
              dataKey={key}
              name={name}
              fill={
                kind === 'bars' && i === 1
                  ? 'var(--none)'
                  : (COLOURS[i % COLOURS.length] ?? 'var(--blue-dark)')
              }
              isAnimationActive={false}
              maxBarSize={34}
              {...(kind === 'bars' ? {} : { stackId: 'all' })}
            />
          ))}
        </BarChart>
      )}
      {kind === 'bars' && view.hasLastYear && (
        <p className="hint chart-missing">
          {missing.length > 0 && words.now} <MissingMark schools={missing} />
        </p>
      )}
    </div>
  )
}

const TICK = { fontSize: 11, fill: 'var(--ink-soft)' }

/** A place on the axis of shares. */
function wholePercent(value: unknown): string {
  return typeof value === 'number' ? `${String(Math.round(value * 100))}%` : ''
}

/** A length of the chart read back: as many digits as a figure can have there. */
function shortFigure(value: unknown): string {
  return typeof value === 'number' ? withSeparators(String(value)) : ''
}
