import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { FileRow } from '../../shared/intake.ts'
import { useSize } from './use-size.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { returnsByDay, usualDay } from './days.ts'
import type { Day, DayBy } from './days.ts'
import './day-chart.css'

/** Room for the figures over the bars and for the days under them. */
const ABOVE = 14
const BELOW = 16
/** The narrowest a date can be written in. */
const DATE_WIDTH = 36
const PARTS = ['used', 'queried', 'other'] as const

/**
 * How many files came in day by day.
 *
 * @param height in pixels; as high as there is room when absent
 */
export function DayChart({ files, height }: { files: FileRow[]; height?: number }): ReactNode {
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
      </fieldset>
      <div ref={box} className="day-room" style={height === undefined ? {} : { height }}>
        {files.length === 0 && <p className="hint">{words.none}</p>}
        {size.width > 0 && days.length > 0 && (
          <Bars days={days} width={size.width} height={height ?? size.height} due={due} />
        )}
      </div>
      {by === 'reported' && undated > 0 && <p className="hint">{words.undated(undated)}</p>}
    </div>
  )
}

function Bars(props: { days: Day[]; width: number; height: number; due: string }): ReactNode {
  const words = useWords().days
  const { days, width, height, due } = props
  const most = Math.max(1, ...days.map(total))
  // Dates at the edges stand half outside their bar.
  const side = 12
  const step = Math.min(80, (width - 2 * side) / days.length)
  const bar = Math.max(2, Math.min(40, step * 0.7))
  const room = height - ABOVE - BELOW
  // As many dates as fit; the first is always written.
  const every = Math.max(1, Math.ceil(DATE_WIDTH / step))
  return (
    // Drawn here, so that it can be read out with its title.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <svg width={width} height={height} role="img" aria-label={words.title}>
      <line
        x1={0}
        x2={width}
        y1={height - BELOW + 0.5}
        y2={height - BELOW + 0.5}
        className="day-axis"
      />
      {days.map((day, i) => {
        const left = side + i * step + (step - bar) / 2
        let base = height - BELOW
        return (
          <g key={day.day} data-day={day.day}>
            <title>{words.bar(day.day, day.used, day.queried, day.other)}</title>
            <rect x={side + i * step} y={0} width={step} height={height} className="day-hit" />
            {PARTS.map((part) => {
              const size = (day[part] / most) * room
              base -= size
              return size > 0 ? (
                <rect
                  key={part}
                  x={left}
                  y={base}
                  width={bar}
                  height={size}
                  className={`day-${part}`}
                />
              ) : null
            })}
            {total(day) > 0 && step >= 16 && (
              <text x={left + bar / 2} y={base - 3} className="day-count">
                {total(day)}
              </text>
            )}
            {i % every === 0 && (
              <text x={left + bar / 2} y={height - 4} className={day.day === due ? 'day-due' : ''}>
                {shortDay(day.day)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

function total(day: Day): number {
  return day.used + day.queried + day.other
}

/** "2025-09-03" → "9-3". */
function shortDay(day: string): string {
  return day.slice(5).split('-').map(Number).join('-')
}
