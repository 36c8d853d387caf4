import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Bar, ComposedChart, LabelList, Line, Tooltip, XAxis, YAxis } from 'recharts'
import type { FileRow } from '../../shared/intake.ts'
import { ChartTools } from './chart-tools.tsx'
import { useSize } from './use-size.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { returnsByDay, usualDay } from './days.ts'
import type { Day, DayBy } from './days.ts'
import './day-chart.css'

/** Room for the figures over the bars and for the days under them. */
const ABOVE = 14
const BELOW = 16
/** Dates at the edges stand half outside their bar. */
const SIDE = 12
/** As wide as a day is drawn at most. */
const WIDEST = 80
/** The narrowest a date can be written in. */
const DATE_WIDTH = 36
const PARTS = ['used', 'queried', 'other'] as const
const COLOURS = { used: 'var(--good)', queried: 'var(--doubt)', other: 'var(--none)' }

/**
 * How many files came in day by day.
 *
 * @param height in pixels; as high as there is room when absent
 */
export function DayChart(props: {
  files: FileRow[]
  height?: number
  /** A day's bar, or the count of those without a date (""), is clicked. */
  onDay: (by: DayBy, day: string) => void
}): ReactNode {
  const { files, height, onDay } = props
  const words = useWords().days
  const due = useDeskState((state) => state.overview?.dueDate ?? '')
  const [chosen, setChosen] = useState<DayBy | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const by = chosen ?? usualDay(files)
  const { days, undated } = returnsByDay(files, by)
  return (
    <div className="day-chart">
      <fieldset className="day-by" aria-label={words.by}>
        {(['received', 'reported'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={one === by}
            onClick={() => setChosen(one)}
          >
            {words[one]}
          </button>
        ))}
        {days.length > 0 && (
          <ChartTools
            box={box}
            about={{
              title: `${words.title} · ${words[by]}`,
              notes: by === 'reported' && undated > 0 ? [words.undated(undated)] : [],
              legend: PARTS.map((part) => ({ name: words[part], colour: COLOURS[part] })),
            }}
          />
        )}
      </fieldset>
      <div ref={box} className="day-room" style={height === undefined ? {} : { height }}>
        {files.length === 0 && <p className="hint">{words.none}</p>}
        {size.width > 0 && days.length > 0 && (
          <Bars
            days={days}
            width={size.width}
            height={height ?? size.height}
            due={due}
            onDay={(day) => onDay(by, day)}
          />
        )}
      </div>
      {by === 'reported' && undated > 0 && (
        <button type="button" className="link day-undated" onClick={() => onDay(by, '')}>
          {words.undated(undated)}
        </button>
      )}
    </div>
  )
}

function Bars(props: {
  days: Day[]
  width: number
  height: number
  due: string
  onDay: (day: string) => void
}): ReactNode {
  const words = useWords().days
  const { days, width, height, due, onDay } = props
  const data = days.map((day) => ({ ...day, total: total(day), name: shortDay(day.day) }))
  const step = (width - 2 * SIDE) / days.length
  // A few days are not drawn as wide as the window.
  const free = Math.max(0, width - 2 * SIDE - days.length * WIDEST)
  return (
    <ComposedChart
      width={width}
      height={height}
      data={data}
      title={words.title}
      barCategoryGap="15%"
      className="day-bars"
      onClick={({ activeIndex }) => {
        const day = days[Number(activeIndex)]
        if (day && total(day) > 0) onDay(day.day)
      }}
      margin={{ top: ABOVE, right: SIDE + free, bottom: 0, left: SIDE }}
    >
      <XAxis
        dataKey="name"
        height={BELOW}
        interval={Math.max(1, Math.ceil(DATE_WIDTH / step)) - 1}
        tickLine={false}
        tick={(tick: DateTick) => <DateLabel {...tick} due={due === '' ? '' : shortDay(due)} />}
      />
      <YAxis hide domain={[0, Math.max(1, ...data.map((day) => day.total))]} />
      <Tooltip content={Told} isAnimationActive={false} cursor={{ className: 'day-hit' }} />
      {PARTS.map((part) => (
        <Bar
          key={part}
          dataKey={part}
          stackId="day"
          className={`day-${part}`}
          maxBarSize={40}
          isAnimationActive={false}
        />
      ))}
      {step >= 16 && (
        // No line is seen of it: it carries the day's figure on top of the bars.
        <Line
          dataKey={(day: Day) => total(day) || null}
          stroke="none"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        >
          <LabelList position="top" className="day-count" />
        </Line>
      )}
    </ComposedChart>
  )
}

interface DateTick {
  x?: number | string
  y?: number | string
  payload?: { value?: unknown }
}

/** A day under its bar; the day when all is due stands out. */
function DateLabel({ x, y, payload, due }: DateTick & { due: string }): ReactNode {
  const name = typeof payload?.value === 'string' ? payload.value : ''
  return (
    <text x={x} y={Number(y) + 4} className={name === due ? 'day-due' : ''}>
      {name}
    </text>
  )
}

/** What came in on the day pointed at. */
function Told(props: { payload?: readonly { payload?: Day }[] }): ReactNode {
  const words = useWords().days
  const day = props.payload?.[0]?.payload
  if (!day) return null
  return <span className="day-told">{words.bar(day.day, day.used, day.queried, day.other)}</span>
}

function total(day: Day): number {
  return day.used + day.queried + day.other
}

/** "2025-09-03" → "9-3". */
function shortDay(day: string): string {
  return day.slice(5).split('-').map(Number).join('-')
}
