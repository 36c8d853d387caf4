import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useWords } from '../state/use-words.ts'
import { CategoryBars } from '../ui/category-bars.tsx'
import { ChartTools } from '../ui/chart-tools.tsx'
import { useSize } from '../ui/use-size.ts'
import { barsOf, distributionOf, MOST_SERIES, ratiosOf, withoutSums } from './selection-data.ts'
import type { BarsOf, SelectedBlock } from './selection-data.ts'
import './selection-chart.css'

type Kind = 'rows' | 'columns' | 'distribution' | 'ratio'

/** More groups of bars than that nobody reads one by one. */
const MOST_ROWS = 120
const HEIGHT = 340

/** 选区图表: the marked cells as bars, or how their figures are distributed over the schools. */
export function SelectionChart(props: {
  block: SelectedBlock | null
  /** Which table the cells are of. */
  title: string
  onClose: () => void
}): ReactNode {
  const { chart: words, app } = useWords()
  const { block, left } = withoutSums(props.block ?? { rows: [], columns: [], cells: [] })
  const figures = block.cells.flat().filter((cell) => cell !== null)
  const kinds = kindsFor(block, figures.length)
  const [wish, setWish] = useState<Kind | null>(null)
  const kind = kinds.find((one) => one === wish) ?? kinds[0] ?? 'rows'
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box)
  const drawn = drawnAs(kind, block, figures, words)
  const many = kind === 'rows' && block.rows.length > MOST_ROWS
  const gaps = gapsIn(block)
  const notes = [
    ...drawn.notes,
    left > 0 ? words.sumsLeft(left) : '',
    gaps > 0 ? words.gaps(gaps) : '',
  ].filter((note) => note !== '')
  const name = [props.title, kind === 'rows' || kind === 'columns' ? '' : drawn.name]
    .filter((part) => part !== '')
    .join(' · ')
  return (
    <Dialog open modalType="non-modal" onOpenChange={(_, data) => data.open || props.onClose()}>
      <DialogSurface className="selection-chart">
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <div className="chart-head">
              <span className="chips">
                {kinds.map((one) => (
                  <button
                    key={one}
                    type="button"
                    className="chip"
                    title={words.kindHint[one]}
                    aria-pressed={one === kind}
                    onClick={() => setWish(one)}
                  >
                    {words.kind[one]}
                  </button>
                ))}
              </span>
              {figures.length > 0 && !many && (
                <ChartTools
                  box={box}
                  about={{
                    title: name,
                    notes,
                    legend: drawn.series.length > 1 ? drawn.series : [],
                  }}
                />
              )}
            </div>
            <h3 className="selection-title">{name}</h3>
            <div ref={box} className="selection-room">
              {figures.length === 0 && <p className="state-note">{words.nothing}</p>}
              {many && <p className="state-note">{words.tooMany(block.rows.length)}</p>}
              {width > 0 && figures.length > 0 && !many && (
                <CategoryBars
                  bars={drawn.bars}
                  series={drawn.series}
                  kind="beside"
                  width={width - 4}
                  height={HEIGHT}
                  title={name}
                />
              )}
            </div>
            {notes.map((note) => (
              <p key={note} className="hint">
                {note}
              </p>
            ))}
          </DialogContent>
          <DialogActions>
            <Button size="small" onClick={props.onClose}>
              {app.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

/** The first is what is most likely meant. */
function kindsFor({ rows, columns }: SelectedBlock, figures: number): Kind[] {
  const kinds: Kind[] =
    rows.length > 1 && columns.length > 1
      ? rows.length >= columns.length
        ? ['rows', 'columns']
        : ['columns', 'rows']
      : rows.length > 1
        ? ['rows']
        : ['columns']
  if (figures > 1 && rows.length > 1) kinds.push('distribution')
  if (columns.length === 2 && rows.length > 1) kinds.push('ratio')
  // Too many rows to be read one by one stand behind everything else.
  return rows.length > MOST_ROWS
    ? kinds.toSorted((a, b) => Number(a === 'rows') - Number(b === 'rows'))
    : kinds
}

interface Drawn extends Omit<BarsOf, 'series'> {
  name: string
  notes: string[]
  series: { key: string; name: string; colour: string }[]
}

function drawnAs(
  kind: Kind,
  block: SelectedBlock,
  figures: string[],
  words: ReturnType<typeof useWords>['chart'],
): Drawn {
  if (kind === 'rows' || kind === 'columns') {
    const { bars, series } = barsOf(block, kind)
    const parts = kind === 'rows' ? block.columns.length : block.rows.length
    return {
      bars,
      name: '',
      notes: parts > MOST_SERIES ? [words.tooManySeries(parts)] : [],
      series: series.map((one, at) => ({ ...one, colour: `var(--series-${String(at + 1)})` })),
    }
  }
  const { ratios, left } = kind === 'ratio' ? ratiosOf(block) : { ratios: figures, left: 0 }
  const spread = distributionOf(ratios)
  return {
    bars: spread?.bars ?? [],
    name: block.columns.join(kind === 'ratio' ? ' ÷ ' : '、'),
    notes: [
      ...(spread ? [words.summary(spread.count, spread.low, spread.median, spread.high)] : []),
      ...(left > 0 ? [words.noRatio(left)] : []),
    ],
    series: [{ key: 'schools', name: words.count, colour: 'var(--series-1)' }],
  }
}

function gapsIn({ cells }: SelectedBlock): number {
  return cells.flat().filter((cell) => cell === null).length
}
