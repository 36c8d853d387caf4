import type { ReactNode } from 'react'
import { Bar, BarChart, CartesianGrid, LabelList, Legend, Tooltip, XAxis, YAxis } from 'recharts'
import { withSeparators } from '../../shared/separators.ts'
import { isAcross, namesWidth } from './category-room.ts'

/** One group of bars: its name, and a length for each series; null where there is no figure. */
export type CategoryBar = { name: string } & Record<string, number | string | null>

interface Props {
  bars: CategoryBar[]
  series: readonly { key: string; name: string; colour: string }[]
  /** Beside each other, on top of each other, or as parts of a whole. */
  kind: 'beside' | 'stack' | 'shares'
  width: number
  /** Height where the bars stand; lying ones take what their names need. */
  height: number
  title: string
}

/** Room that a lying group of bars takes, and what is around them. */
const LYING_BAR = 11
const LYING_GAP = 9
const AROUND = 64

/** Bars over names. Where the names do not fit under them side by side, the bars lie, a name before each. */
export function CategoryBars(props: Props): ReactNode {
  const { bars, series, kind, width, title } = props
  const names = bars.map(({ name }) => name)
  const lying = !isAcross(names, width)
  const beside = kind === 'beside' ? series.length : 1
  const height = lying
    ? Math.max(120, bars.length * (beside * LYING_BAR + LYING_GAP) + AROUND)
    : props.height
  const tickFormatter = kind === 'shares' ? wholePercent : shortFigure
  return (
    <BarChart
      width={width}
      height={height}
      data={bars}
      title={title}
      layout={lying ? 'vertical' : 'horizontal'}
      margin={{ top: 12, right: lying ? 56 : 8, bottom: 0, left: 8 }}
      stackOffset={kind === 'shares' ? 'expand' : 'none'}
      barGap={1}
    >
      <CartesianGrid vertical={lying} horizontal={!lying} stroke="var(--line-soft)" />
      {lying ? (
        <>
          <XAxis type="number" tick={TICK} tickFormatter={tickFormatter} axisLine={false} />
          <YAxis
            type="category"
            dataKey="name"
            tick={TICK}
            width={namesWidth(names)}
            interval={0}
            tickLine={false}
          />
        </>
      ) : (
        <>
          <XAxis dataKey="name" tick={TICK} interval={0} tickLine={false} />
          <YAxis tick={TICK} axisLine={false} tickFormatter={tickFormatter} width={64} />
        </>
      )}
      <Tooltip
        formatter={(value) => shortFigure(value)}
        itemSorter={({ dataKey }) => series.findIndex(({ key }) => key === dataKey)}
        cursor={{ fill: 'var(--line-soft)' }}
        wrapperClassName="chart-told"
        isAnimationActive={false}
      />
      {series.length > 1 && (
        <Legend
          itemSorter={null}
          iconSize={10}
          verticalAlign={lying ? 'top' : 'bottom'}
          wrapperStyle={{ fontSize: 12 }}
          formatter={(name) => <span className="chart-part">{String(name)}</span>}
        />
      )}
      {series.map(({ key, name, colour }) => (
        <Bar
          key={key}
          dataKey={key}
          name={name}
          fill={colour}
          isAnimationActive={false}
          maxBarSize={34}
          {...(kind === 'beside' ? {} : { stackId: 'all' })}
        >
          {series.length === 1 && kind !== 'shares' && (
            <LabelList
              dataKey={key}
              position={lying ? 'right' : 'top'}
              formatter={shortFigure}
              fill="var(--ink)"
              fontSize={11}
            />
          )}
        </Bar>
      ))}
    </BarChart>
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
