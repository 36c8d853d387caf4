import { Button, Switch } from '@fluentui/react-components'
import { DocumentRegular, SaveRegular, TextBulletListLtrRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { withBalance } from '../../shared/balance-note.ts'
import { useExport } from '../state/export.ts'
import { useWords } from '../state/use-words.ts'
import type { BarProps } from './writing-of.tsx'

interface Props extends BarProps {
  /** What the text rests on, in words. */
  coverage: string
  /** Begins writing it out, after it was saved. */
  begin: (as: 'docx' | 'txt') => Promise<{ job: number }>
  /** What stands before the button that saves, and behind it. */
  before?: ReactNode
  behind?: ReactNode
}

/** Above the two panes: what a summary rests on, how it is rounded, saved and written out. */
export function WritingBar(props: Props): ReactNode {
  const { view, text, waiting, onText, onSave, coverage, begin, before, behind } = props
  const words = useWords().summary
  const exported = async (as: 'docx' | 'txt'): Promise<{ job: number }> => {
    await onSave()
    return begin(as)
  }
  const asDocx = useExport(() => exported('docx'))
  const asText = useExport(() => exported('txt'))
  const moved = view.figures.filter((figure) => figure.moved !== null).length
  return (
    <div className="summary-bar">
      <span className="figures">{words.count(view.figures.length)}</span>
      <span className="hint figures">{coverage}</span>
      <Switch
        label={moved > 0 ? words.balanced(moved) : words.balance}
        title={words.balanceHint}
        checked={view.balanced}
        onChange={(_, { checked }) => onText(withBalance(text, checked))}
      />
      <span className="summary-room" />
      {before}
      <Button size="small" icon={<SaveRegular />} disabled={!waiting} onClick={() => void onSave()}>
        {waiting ? words.save : words.saved}
      </Button>
      {behind}
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
