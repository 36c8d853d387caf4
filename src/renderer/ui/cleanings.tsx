import type { ReactNode } from 'react'
import type { FileDetail } from '../../shared/intake.ts'
import type { Cleaning } from '../../shared/model.ts'
import { cleaningText } from '../../shared/words/say.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { SheetLink } from './sheet-link.tsx'
import './cleanings.css'

/** Drawn at once; the rest is counted. */
const SHOWN = 200

/** Every cleaning of a file: where, what stood there, what was taken. */
export function Cleanings({ file }: { file: FileDetail }): ReactNode {
  const words = useWords().file
  const shown = file.cleaningList.slice(0, SHOWN)
  return (
    <>
      <h3>{file.cleanings > 0 ? words.cleanings(file.cleanings) : words.noCleanings}</h3>
      <ul className="cleanings">
        {shown.map((cleaning, index) => (
          <CleaningLine
            key={`${cleaning.sheet} ${cleaning.cell ?? ''} ${cleaning.kind} ${index}`}
            cleaning={cleaning}
            file={file.id}
          />
        ))}
      </ul>
      {file.cleanings > shown.length && <p className="hint">{words.moreCleanings(shown.length)}</p>}
    </>
  )
}

/** One cleaning; with its file given, its place leads to the sheet as sent. */
export function CleaningLine({ cleaning, file }: { cleaning: Cleaning; file?: number }): ReactNode {
  const words = useWords().file
  const lang = useDeskState((state) => state.lang)
  return (
    <li>
      {file === undefined ? (
        <span className="figures cleaning-where">
          {cleaning.sheet}
          {cleaning.cell !== null && `!${cleaning.cell}`}
        </span>
      ) : (
        <SheetLink file={file} sheet={cleaning.sheet} cell={cleaning.cell} />
      )}
      <span>{cleaningText(lang, cleaning.kind)}</span>
      <span className="figures cleaning-what">
        <s>{cleaning.raw}</s>
        {cleaning.cell !== null && <> → {cleaning.value ?? words.becomesBlank}</>}
      </span>
    </li>
  )
}
