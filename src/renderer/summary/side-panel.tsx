import { Button } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { SummaryFigure } from '../../shared/summary.ts'
import { useFormButton } from '../state/use-form-button.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { OneCell } from '../panel/one-cell.tsx'
import { Trail } from '../panel/trail.tsx'
import '../panel/panel.css'

/** What the picked figure rests on; from there to a cell and its sheet as sent, and back. */
export function SidePanel(props: {
  indicator: string | null
  /** Where the summary quotes it; null when it does not. */
  figure: SummaryFigure | null
}): ReactNode {
  const { indicator, figure } = props
  const words = useWords().summary
  const { store } = useDesk()
  const cell = useDeskState((state) => state.summary.cell)
  const setCell = (next: typeof cell): void =>
    store.set({ summary: { ...store.get().summary, cell: next } })
  useFormButton()
  return (
    <aside className="panel summary-panel" aria-label={words.walkBack}>
      {indicator === null ? (
        <>
          <h2>{words.pick}</h2>
          <p className="hint">{words.pickHint}</p>
        </>
      ) : cell === null ? (
        <>
          {figure?.moved && (
            <p className="summary-moved">{words.moved(figure.moved.from, figure.text)}</p>
          )}
          <Trail
            key={indicator}
            indicator={indicator}
            onCell={(school, item) => setCell({ school, item })}
          />
        </>
      ) : (
        <>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            onClick={() => setCell(null)}
          >
            {figure?.title ?? indicator}
          </Button>
          <OneCell school={cell.school} item={cell.item} />
        </>
      )}
    </aside>
  )
}
