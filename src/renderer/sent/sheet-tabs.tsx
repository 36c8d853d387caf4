import { EyeOffRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { SentSheet } from '../../shared/sent.ts'
import { useWords } from '../state/use-words.ts'

/** The workbook's sheets, as tabs at the foot; hidden ones are shown and said to be hidden. */
export function SheetTabs(props: { sheet: SentSheet; onSheet: (name: string) => void }): ReactNode {
  const words = useWords().sent
  const { sheet, onSheet } = props
  return (
    <div className="sent-tabs" role="tablist" aria-label={words.sheets}>
      {sheet.sheets.map(({ name, hidden, forms }) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === sheet.sheet}
          className={forms.length > 0 ? 'sent-tab tab-read' : 'sent-tab'}
          title={[hidden && words.hiddenSheet, forms.join(' · ')].filter(Boolean).join(' · ')}
          onClick={() => onSheet(name)}
        >
          {hidden && <EyeOffRegular aria-label={words.hiddenSheet} />}
          {name}
        </button>
      ))}
    </div>
  )
}
