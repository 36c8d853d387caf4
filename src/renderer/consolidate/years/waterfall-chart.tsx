import { useRef } from 'react'
import type { ReactNode } from 'react'
import { Bar, BarChart, CartesianGrid, Cell, LabelList, XAxis, YAxis } from 'recharts'
import type { BridgeKind, BridgeView } from '../../../shared/consolidate.ts'
import { signed } from '../../figures/show.ts'
import { withSeparators } from '../../../shared/separators.ts'
import { ChartTools } from '../../ui/chart-tools.tsx'
import { useSize } from '../../ui/use-size.ts'
import { useDeskState } from '../../state/context.tsx'
import { usePeriods } from '../../state/use-periods.ts'
import { useWords } from '../../state/use-words.ts'
import { axisOf, columnsOf } from './waterfall.ts'

const HEIGHT = 290
/** Room of the axis of figures, and of it with the margins. */
const AXIS = 64
const AXES = AXIS + 20
const COLOUR = { total: 'var(--ink-soft)', up: 'var(--good)', down: 'var(--bad)' }

/** Last year's total, the steps, this year's total: what rose is green, what fell red, and each says its figure. */
export function Waterfall(props: {
  bridge: BridgeView
  picked: BridgeKind | null
  onPick: (kind: BridgeKind | null) => void
}): ReactNode {
  const { bridge, picked, onPick } = props
  const words = useWords().years
  const periods = usePeriods()
  const lang = useDeskState((state) => state.lang)
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box)
  const columns = columnsOf(bridge)
  const [from, to] = axisOf(columns)
  const name = (key: string): string =>
    key === 'from' ? periods.last : key === 'to' ? periods.now : (stepName(words.step, key) ?? key)
  const data = columns.map((column) => ({
    ...column,
    name: name(column.key),
    // A total that starts at 0 is cut where the axis begins.
    range: column.kind === 'total' ? [from, column.range[1]] : column.range,
    text: column.kind === 'total' ? withSeparators(column.label) : signed(column.label),
  }))
  return (
    <div className="waterfall" ref={box}>
      <div className="chart-head">
        <span />
        <ChartTools
          box={box}
          about={{
            title: [bridge.title, words.chart].join(' · '),
            notes: from > 0 ? [words.axisCut(withSeparators(String(from)))] : [],
            legend: [],
          }}
        />
      </div>
      {width > 0 && (
        <BarChart
          width={width}
          height={HEIGHT}
          data={data}
          title={words.chart(periods.last, periods.now)}
          margin={{ top: 22, right: 12, bottom: 0, left: 8 }}
        >
          <CartesianGrid vertical={false} stroke="var(--line-soft)" />
          <XAxis
            dataKey="name"
            // Names that do not fit beside each other go on in a second line.
            tick={{
              ...TICK,
              width: (width - AXES) / data.length - 6,
              ...(lang === 'zh' && { breakAll: true }),
            }}
            height={44}
            interval={0}
            tickLine={false}
          />
          <YAxis
            tick={TICK}
            width={AXIS}
            domain={[from, to]}
            allowDataOverflow
            tickFormatter={(value: number) => withSeparators(String(value))}
            axisLine={false}
          />
          <Bar dataKey="range" isAnimationActive={false} maxBarSize={54}>
            {data.map(({ key, kind }) => (
              <Cell
                key={key}
                fill={COLOUR[kind]}
                opacity={picked === null || picked === key || kind === 'total' ? 1 : 0.4}
                onClick={() => {
                  const step = bridge.steps.find((one) => one.kind === key)
                  if (step) onPick(step.kind === picked ? null : step.kind)
                }}
              />
            ))}
            <LabelList dataKey="text" position="top" fill="var(--ink)" fontSize={12} />
          </Bar>
        </BarChart>
      )}
      {from > 0 && (
        <p className="hint waterfall-cut">{words.axisCut(withSeparators(String(from)))}</p>
      )}
    </div>
  )
}

const TICK = { fontSize: 11, fill: 'var(--ink-soft)' }

function stepName(words: Record<BridgeKind, string>, key: string): string | undefined {
  return Object.entries(words).find(([kind]) => kind === key)?.[1]
}
