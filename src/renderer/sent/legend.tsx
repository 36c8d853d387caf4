import type { ReactNode } from 'react'
import { useWords } from '../state/use-words.ts'

const MARKS = [
  ['label', 'sent-label', '甲'],
  ['item', 'sent-item', '12'],
  ['moved', 'sent-item sent-moved', '12'],
  ['cleaned', 'sent-item sent-cleaned', '12'],
  ['unreadable', 'sent-item sent-unreadable', '⚠'],
  ['na', 'sent-item sent-na', '*'],
  ['closed', 'sent-closed', '*'],
  ['unknown', 'sent-unknown', '12'],
  ['lit', 'sent-item sent-lit', '12'],
] as const

/** What the colours and marks on the sheet mean. */
export function Legend(): ReactNode {
  const words = useWords().sent
  return (
    <section>
      <h3>{words.legend}</h3>
      <ul className="sent-legend">
        {MARKS.map(([mark, look, text]) => (
          <li key={mark}>
            <span className={`sent-swatch sent-cell ${look}`} aria-hidden="true">
              {text}
            </span>
            {words.marks[mark]}
          </li>
        ))}
      </ul>
    </section>
  )
}
