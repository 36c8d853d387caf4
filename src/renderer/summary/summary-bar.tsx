import { Button, Switch } from '@fluentui/react-components'
import { DocumentRegular, SaveRegular, TextBulletListLtrRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { withBalance } from '../../shared/balance-note.ts'
import { useExport } from '../state/export.ts'
import { Recount } from '../snapshots/recount.tsx'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import type { BarProps } from './writing-of.tsx'

/** Above the two panes: how the summary is rounded, saved and written out. */
export function SummaryBar({ view, text, waiting, onText, onSave }: BarProps): ReactNode {
  const { api } = useDesk()
  const words = useWords().summary
  const basis = useDeskState((state) => state.basis)
  const exported = async (as: 'docx' | 'txt'): Promise<{ job: number }> => {
    await onSave()
    return api.exportSummary({ basis, as })
  }
  const asDocx = useExport(() => exported('docx'))
  const asText = useExport(() => exported('txt'))
  const moved = view.figures.filter((figure) => figure.moved !== null).length
  return (
    <div className="summary-bar">
      <span className="figures">{words.count(view.figures.length)}</span>
      <span className="hint figures">{words.coverage(view.coverage)}</span>
      <Switch
        label={moved > 0 ? words.balanced(moved) : words.balance}
        title={words.balanceHint}
        checked={view.balanced}
        onChange={(_, { checked }) => onText(withBalance(text, checked))}
      />
      <span className="summary-room" />
      <Recount />
      <Button size="small" icon={<SaveRegular />} disabled={!waiting} onClick={() => void onSave()}>
        {waiting ? words.save : words.saved}
      </Button>
      <Button
        size="small"
        icon={<TextBulletListLtrRegular />}
        disabled={asText.busy}
        onClick={asText.start}
      >
        {words.asText}
      </Button>
      <Button
        size="small"
        appearance="primary"
        icon={<DocumentRegular />}
        disabled={asDocx.busy}
        onClick={asDocx.start}
      >
        {words.asWord}
      </Button>
    </div>
  )
}
