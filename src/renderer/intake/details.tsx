import type { ReactNode } from 'react'
import type { FileRow, SchoolRow } from '../../shared/intake.ts'
import { schoolStateText } from '../../shared/words/say.ts'
import { codeOf } from '../../shared/register.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { showRegister } from '../state/show-register.ts'
import { useWords } from '../state/use-words.ts'
import { FileDetails } from './file-details.tsx'
import { StateChip } from '../ui/state-chip.tsx'

/** The side panel of the intake screen: the picked file, or a school with all its files. */
export function Details({ schools, files }: { schools: SchoolRow[]; files: FileRow[] }): ReactNode {
  const desk = useDesk()
  const { store } = desk
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const pick = useDeskState((state) => state.intakePick)
  if (!pick)
    return (
      <aside className="panel">
        <h2>{words.intake.pick}</h2>
        <p className="hint">{words.intake.pickHint}</p>
      </aside>
    )
  if ('file' in pick)
    return (
      <aside className="panel">
        <FileDetails key={pick.file} id={pick.file} schools={schools} />
      </aside>
    )
  const row = schools.find((candidate) => candidate.school.id === pick.school)
  if (!row) return <aside className="panel" />
  const others = files.filter((file) => file.school === pick.school && file.id !== row.file?.id)
  return (
    <aside className="panel">
      <h2>{row.school.name}</h2>
      <p className="panel-line">
        <StateChip
          state={row.school.active ? row.state : 'closed'}
          label={row.school.active ? schoolStateText(lang, row.state) : row.school.status}
        />
        <span className="figures hint">{codeOf(row.school)}</span>
      </p>
      <dl className="facts">
        {Object.entries(row.school.attributes)
          .filter(
            ([, value]) =>
              value !== '' && value !== row.school.name && value !== codeOf(row.school),
          )
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p className="panel-buttons">
        <button
          type="button"
          className="link"
          onClick={() => showRegister(desk, { picked: row.school.id })}
        >
          {words.register.toSchool}
        </button>
      </p>
      {others.length > 0 && (
        <>
          <h3>{words.file.versions}</h3>
          <ul className="panel-files">
            {others.map((file) => (
              <li key={file.id}>
                <button type="button" onClick={() => store.set({ intakePick: { file: file.id } })}>
                  {file.path.split('/').at(-1)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {row.file ? (
        <FileDetails key={row.file.id} id={row.file.id} schools={schools} />
      ) : (
        <>
          {row.refused.length === 0 && <p className="hint">{words.intake.noFile}</p>}
          {row.refused.map((id) => (
            <FileDetails key={id} id={id} schools={schools} />
          ))}
        </>
      )}
    </aside>
  )
}
