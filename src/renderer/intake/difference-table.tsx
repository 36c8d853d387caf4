import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FileDetail } from '../../shared/intake.ts'
import type { FileDifference } from '../../shared/sent.ts'
import type { CellState } from '../../shared/model.ts'
import { stateText } from '../../shared/words/say.ts'
import type { Lang } from '../../shared/words/say.ts'
import { signed } from '../figures/show.ts'
import { withSeparators } from '../../shared/separators.ts'
import { difference } from '../figures/sum.ts'
import { openSent } from '../state/open.ts'
import { showCell } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { kindOf } from './difference-groups.ts'
import type { DifferenceCell } from './difference-groups.ts'

/** Cells drawn at once. */
const STEP = 200

interface Props {
  form: string
  cells: DifferenceCell[]
  found: FileDifference
  detail: FileDetail | null
}

/** The cells of one table that differ; each figure leads to its place on the sheet it comes from. */
export function DifferenceTable({ form, cells, found, detail }: Props): ReactNode {
  const desk = useDesk()
  const words = useWords().difference
  const lang = useDeskState((state) => state.lang)
  const title = useDeskState(
    (state) => state.overview?.forms.find((one) => one.id === form)?.title ?? '',
  )
  const [shown, setShown] = useState(STEP)
  const see = (file: number, item: string): void =>
    openSent(desk, { file, sheet: null, at: { item } })
  const seeData = (item: string): void => {
    if (detail?.school) showCell(desk, detail.school, item)
  }
  return (
    <section className="card difference-table">
      <h2>
        {form} {title} <span className="hint">{words.cells(String(cells.length))}</span>
      </h2>
      <table className="plain-table" data-rest={Math.max(0, cells.length - shown)}>
        <thead>
          <tr>
            <th>{words.item}</th>
            <th>{words.label}</th>
            <th className="number">{words.before}</th>
            <th className="number">{words.after}</th>
            <th className="number">{words.change}</th>
            <th className="number">{words.totalNow}</th>
            <th className="number">{words.totalThen}</th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, shown).map((cell) => (
            <tr key={cell.item} data-item={cell.item} className={`kind-${kindOf(cell)}`}>
              <td>
                <button
                  type="button"
                  className="link difference-item"
                  title={words.seeData}
                  onClick={() => seeData(cell.item)}
                >
                  {cell.item.slice(form.length)}
                </button>
              </td>
              <td>{cell.label}</td>
              <td className="number">
                <button
                  type="button"
                  className="link"
                  title={words.seeBefore}
                  onClick={() => see(found.against, cell.item)}
                >
                  {shownValue(cell.before, lang)}
                </button>
              </td>
              <td className="number difference-after">
                <button
                  type="button"
                  className="link"
                  title={words.seeAfter}
                  onClick={() => see(found.file, cell.item)}
                >
                  {shownValue(cell.after, lang)}
                </button>
              </td>
              <td className="number">{changeOf(cell)}</td>
              <td className="number">{withSeparators(cell.total[0])}</td>
              <td className="number">
                {cell.total[0] !== cell.total[1] ? (
                  <b>{withSeparators(cell.total[1])}</b>
                ) : (
                  withSeparators(cell.total[1])
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > shown && (
        <Button size="small" onClick={() => setShown(shown + STEP)}>
          {words.more(Math.min(STEP, cells.length - shown))}
        </Button>
      )}
    </section>
  )
}

function shownValue(cell: { value: string; state: CellState }, lang: Lang): string {
  const said = cell.state === 'number' || cell.state === 'text'
  return said ? withSeparators(cell.value) : stateText(lang, cell.state)
}

/** By how much a figure moved, with its sign; "" where one of the two is no figure. */
function changeOf({ before, after }: DifferenceCell): string {
  if (before.state !== 'number' || after.state !== 'number') return ''
  const by = difference(after.value, before.value)
  return by === null ? '' : signed(by)
}
