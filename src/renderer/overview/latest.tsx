import type { ReactNode } from 'react'
import type { FileRow } from '../../shared/intake.ts'
import { statusText } from '../../shared/words/say.ts'
import { shortTime } from '../figures/show.ts'
import { StateChip } from '../ui/state-chip.tsx'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { showFile } from '../state/show-file.ts'

const SHOWN = 8

/** The files that came in last, with what became of them. */
export function Latest({ files }: { files: FileRow[] | null }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const latest = (files ?? []).toSorted((a, b) => b.id - a.id).slice(0, SHOWN)
  return (
    <section className="card latest">
      <h2>{words.latest.title}</h2>
      {files?.length === 0 && <p className="hint">{words.latest.none}</p>}
      <ul className="latest-list">
        {latest.map((file) => (
          <li key={file.id}>
            <button type="button" onClick={() => showFile(desk, file.id)} title={file.path}>
              <StateChip state={file.status} label={statusText(lang, file.status)} />
              <span className="latest-name">{file.path.split('/').at(-1)}</span>
              <span className="latest-school">
                {file.schoolName ?? (file.tables.length > 0 ? words.intake.nobody : '')}
              </span>
              <span className="figures hint">{shortTime(file.receivedAt)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
