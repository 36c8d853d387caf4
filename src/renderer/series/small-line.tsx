import type { ReactNode } from 'react'
import { Line, LineChart, YAxis } from 'recharts'
import type { IndicatorLine } from '../../shared/series.ts'
import { withSeparators } from '../../shared/separators.ts'
import { useWords } from '../state/use-words.ts'

const WIDTH = 92
const HEIGHT = 24

/** An indicator over the years as a small line; its figures are told when it is pointed at. */
export function SmallLine(props: { line: IndicatorLine; years: readonly number[] }): ReactNode {
  const { line, years } = props
  const words = useWords().series
  const told = years
    .map((year, at) => {
      const value = line.values[at] ?? null
      const mark = line.breaks.includes(at) ? `（${words.breakMark}）` : ''
      return `${String(year)} ${value === null ? words.lacking : withSeparators(value)}${mark}`
    })
    .join('\n')
  const stretches = [0, ...line.breaks.filter((at) => at > 0)]
  const data = years.map((_, at) => {
    const part = stretches.findLastIndex((from) => at >= from)
    const value = line.values[at] ?? null
    return { [`part${String(part)}`]: value === null ? null : Number(value) }
  })
  return (
    <span className="small-line" title={told}>
      <LineChart
        width={WIDTH}
        height={HEIGHT}
        data={data}
        title={told}
        margin={{ top: 3, right: 3, bottom: 3, left: 3 }}
      >
        <YAxis hide domain={['auto', 'auto']} />
        {stretches.map((_, part) => (
          <Line
            // Stretches have no other name than their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={part}
            dataKey={`part${String(part)}`}
            stroke="var(--series-1)"
            strokeWidth={1.5}
            dot={{ r: 1.5 }}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </span>
  )
}
