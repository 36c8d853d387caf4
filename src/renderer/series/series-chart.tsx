import { useRef } from 'react'
import type { ReactNode } from 'react'
import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import type { SeriesView } from '../../shared/series.ts'
import { withSeparators } from '../../shared/separators.ts'
import { seriesBreakText, seriesLackText } from '../../shared/words/series.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { ChartTools } from '../ui/chart-tools.tsx'
import { useSize } from '../ui/use-size.ts'
import { seriesLines } from './series-lines.ts'

const COLOUR = { reported: 'var(--series-1)', comparable: 'var(--series-4)' }

/** A series as a line: gaps where a year has no figure, a new line where the definition is another one. */
export function SeriesChart({ view, height }: { view: SeriesView; height: number }): ReactNode {
  const words = useWords().series
  const lang = useDeskState((state) => state.lang)
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box)
  const { rows, lines, breaks } = seriesLines(view)
  const title = view.title === '' ? words.schools : view.title
  const whole = view.reported.every(({ value }) => value === null || !value.includes('.'))
  const both = lines.some(({ of }) => of === 'comparable')
  const legend = both
    ? (['reported', 'comparable'] as const).map((of) => ({ name: words[of], colour: COLOUR[of] }))
    : []
  const notes = view.reported.flatMap(({ year, lack, breaks: changed }) => [
    ...(lack === null ? [] : [`${String(year)} ${seriesLackText(lang, lack)}`]),
    ...changed.map((one) => `${String(year)} ${seriesBreakText(lang, one)}`),
  ])
  return (
    <div className="series-chart" ref={box}>
      <div className="chart-head">
        <span className="series-legend">
          {legend.map(({ name, colour }) => (
            <small key={name}>
              <i style={{ background: colour }} /> {name}
            </small>
          ))}
        </span>
        <ChartTools
          box={box}
          about={{
            title: view.unit === '' ? title : words.withUnit(title, view.unit),
            notes,
            legend,
          }}
        />
      </div>
      {width > 0 && (
        <LineChart
          width={width}
          height={height}
          data={rows}
          title={words.chart(title)}
          margin={{ top: 14, right: 22, bottom: 0, left: 4 }}
        >
          <CartesianGrid vertical={false} stroke="var(--line-soft)" />
          <XAxis dataKey="name" tick={TICK} interval={0} tickLine={false} />
          <YAxis
            tick={TICK}
            width={58}
            domain={['auto', 'auto']}
            axisLine={false}
            tickFormatter={figure}
            tickCount={4}
            allowDecimals={!whole}
          />
          <Tooltip
            formatter={figure}
            wrapperClassName="chart-told"
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line)' }}
          />
          {breaks.map((year) => (
            <ReferenceLine
              key={year}
              x={year}
              stroke="var(--doubt)"
              strokeDasharray="3 3"
              label={{ value: words.breakMark, position: 'top', fontSize: 10 }}
            />
          ))}
          {lines.map(({ key, of }) => (
            <Line
              key={key}
              dataKey={key}
              name={words[of]}
              stroke={COLOUR[of]}
              strokeWidth={of === 'reported' ? 2 : 1.5}
              {...(of === 'comparable' && { strokeDasharray: '5 3' })}
              dot={{ r: of === 'reported' ? 3 : 2 }}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      )}
    </div>
  )
}

const TICK = { fontSize: 11, fill: 'var(--ink-soft)' }

/** A height of the chart read back. */
function figure(value: unknown): string {
  return typeof value === 'number' ? withSeparators(String(value)) : ''
}
