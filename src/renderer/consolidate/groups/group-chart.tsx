import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { PivotView } from '../../../shared/consolidate.ts'
import { CategoryBars } from '../../ui/category-bars.tsx'
import { ChartTools } from '../../ui/chart-tools.tsx'
import { MissingMark } from '../../ui/missing-mark.tsx'
import { useSize } from '../../ui/use-size.ts'
import { usePeriods } from '../../state/use-periods.ts'
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
  const all = useWords()
  const words = all.groups
  const periods = usePeriods()
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
          { key: 'now', name: periods.now, colour: COLOURS[0] ?? '' },
          ...(view.hasLastYear && !view.lacksLastYear
            ? [{ key: 'before', name: periods.last, colour: 'var(--none)' }]
            : []),
        ]
      : parts.map((part, at) => ({
          key: part,
          name: part,
          colour: COLOURS[at % COLOURS.length] ?? '',
        }))
  const missing = view.cells.at(-1)?.at(-1)?.missing ?? []
  return (
    <div className="group-chart" ref={box}>
      <div className="chart-head">
        <span className="chips">
          {structured &&
            (['stack', 'shares', 'bars'] as const).map((one) => (
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
        {shown.length > 0 && (
          <ChartTools
            box={box}
            about={{
              title: pictureTitle(view, words.chart[kind]),
              notes:
                missing.length > 0
                  ? [`${periods.now} ${all.consolidate.missing(missing.length)}`]
                  : [],
              legend: series.length > 1 ? series : [],
            }}
          />
        )}
      </div>
      <div className="group-chart-room">
        {width > PADDING && shown.length > 0 && (
          <CategoryBars
            bars={shown}
            series={series}
            kind={kind === 'bars' ? 'beside' : kind}
            width={width - PADDING}
            height={HEIGHT}
            title={words.chartLabel}
          />
        )}
      </div>
      {kind === 'bars' && view.hasLastYear && (
        <p className="hint chart-missing">
          {missing.length > 0 && periods.now} <MissingMark schools={missing} />
        </p>
      )}
    </div>
  )
}

/** "在园幼儿数（人） · 乡镇 · 两年比较" */
function pictureTitle({ title, unit, rows }: PivotView, kind: string): string {
  const what = unit === '' ? title : `${title}（${unit}）`
  return [what, ...rows.dimensions, kind].join(' · ')
}
