import type { ReactNode } from 'react'
import type { FileDetail } from '../../shared/intake.ts'
import type { Repair } from '../../shared/model.ts'
import { repairText } from '../../shared/words/say.ts'
import { useSessionState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { SheetLink } from './sheet-link.tsx'
import './cleanings.css'

/** Drawn at once; the rest is counted. */
const SHOWN = 200

/** Every cleaning of a file: where, what stood there, what was taken. */
export function Cleanings({ file }: { file: FileDetail }): ReactNode {
  const words = useWords().file
  const shown = file.repairList.slice(0, SHOWN)
  return (
    <>
      <h3>{file.repairs > 0 ? words.cleanings(file.repairs) : words.noCleanings}</h3>
      <ul className="cleanings">
        {shown.map((repair, index) => (
          <Cleaning
            key={`${repair.sheet} ${repair.cell ?? ''} ${repair.kind} ${index}`}
            repair={repair}
            file={file.id}
          />
        ))}
      </ul>
      {file.repairs > shown.length && <p className="hint">{words.moreCleanings(shown.length)}</p>}
    </>
  )
}

/** One cleaning; with its file given, its place leads to the sheet as sent. */
export function Cleaning({ repair, file }: { repair: Repair; file?: number }): ReactNode {
  const words = useWords().file
  const lang = useSessionState((state) => state.lang)
  return (
    <li>
      {file === undefined ? (
        <span className="figures cleaning-where">
          {repair.sheet}
          {repair.cell !== null && `!${repair.cell}`}
        </span>
      ) : (
        <SheetLink file={file} sheet={repair.sheet} cell={repair.cell} />
      )}
      <span>{repairText(lang, repair.kind)}</span>
      <span className="figures cleaning-what">
        <s>{repair.raw}</s>
        {repair.cell !== null && <> → {repair.value ?? words.becomesBlank}</>}
      </span>
    </li>
  )
}
