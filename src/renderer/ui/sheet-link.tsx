import type { ReactNode } from 'react'
import { openSent } from '../state/open.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import './sheet-link.css'

/** "教基3112!R13", which opens the sheet as sent with that cell lit. */
export function SheetLink(props: { file: number; sheet: string; cell: string | null }): ReactNode {
  const desk = useDesk()
  const words = useWords().sent
  const { file, sheet, cell } = props
  return (
    <button
      type="button"
      className="link figures sheet-link"
      title={words.open}
      onClick={() => openSent(desk, { file, sheet, at: cell === null ? null : { cell } })}
    >
      {sheet}
      {cell !== null && `!${cell}`}
    </button>
  )
}
