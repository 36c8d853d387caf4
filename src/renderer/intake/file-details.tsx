import { Button } from '@fluentui/react-components'
import { TableRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { FileDetail, SchoolRow } from '../../shared/intake.ts'
import { reasonText, statusText } from '../../shared/words/say.ts'
import { LineNote } from '../ui/state-note.tsx'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { AssignForm } from './assign-form.tsx'
import { Cleanings } from '../ui/cleanings.tsx'
import { SheetLink } from '../ui/sheet-link.tsx'
import { Unlock } from './unlock.tsx'
import { StateChip } from '../ui/state-chip.tsx'
import { RegisterLink } from './register-link.tsx'
import { FileButtons } from './file-buttons.tsx'

/** One file: verdict, why, whose it is, the tables found in it and how they were aligned, every cleaning. */
export function FileDetails({ id, schools }: { id: number; schools: SchoolRow[] }): ReactNode {
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const detail = useCall('file', { id })
  if (detail.error || !detail.value) return <LineNote error={detail.error} />
  const file = detail.value
  return (
    <>
      <h3 className="panel-file" title={file.path}>
        {file.path}
      </h3>
      <p className="panel-line">
        <StateChip state={file.status} label={statusText(lang, file.status)} />
        {file.returnDate && (
          <span className="hint figures">
            {words.file.reported} {file.returnDate}
          </span>
        )}
      </p>
      <FileButtons key={file.id} file={file} />
      <Why file={file} />
      <Unlock key={`unlock ${file.id}`} file={file} />
      <h3>{words.file.identity}</h3>
      <dl className="facts">
        <div>
          <dt>{words.file.code}</dt>
          <dd className="figures">{file.identity.code ?? words.file.notGiven}</dd>
        </div>
        <div>
          <dt>{words.file.name}</dt>
          <dd>{file.identity.name ?? words.file.notGiven}</dd>
        </div>
        <div>
          <dt>{words.file.school}</dt>
          <dd>{file.schoolName ?? words.intake.nobody}</dd>
        </div>
      </dl>
      <AssignForm key={`${file.id} ${file.school ?? ''}`} file={file} schools={schools} />
      <Tables file={file} />
      <Cleanings file={file} />
    </>
  )
}

function Why({ file }: { file: FileDetail }): ReactNode {
  const words = useWords().file
  const lang = useDeskState((state) => state.lang)
  if (file.reasons.length === 0) return <p className="hint">{words.fine}</p>
  return (
    <ul className="reasons">
      {file.reasons.map((reason, index) => (
        <li key={`${reason.code} ${reason.sheet ?? ''} ${reason.cell ?? ''} ${index}`}>
          {reasonText(lang, reason)}
          {reason.sheet !== undefined && (
            <SheetLink file={file.id} sheet={reason.sheet} cell={reason.cell ?? null} />
          )}
          <RegisterLink file={file} code={reason.code} />
        </li>
      ))}
    </ul>
  )
}

function Tables({ file }: { file: FileDetail }): ReactNode {
  const { store } = useDesk()
  const words = useWords().file
  const { school } = file
  return (
    <>
      <h3>{words.tables}</h3>
      {file.tables.length === 0 && <p className="hint">{words.noTables}</p>}
      <ul className="panel-tables">
        {file.tables.map((table) => (
          <li key={`${table.form} ${table.sheet}`}>
            <span>
              {table.form}
              {table.sheet !== table.form && <small>{table.sheet}</small>}
            </span>
            <span className={`aligned aligned-${table.aligned}`}>{words[table.aligned]}</span>
            {school !== null && (
              <Button
                size="small"
                appearance="subtle"
                icon={<TableRegular />}
                aria-label={`${words.show} ${table.form}`}
                title={words.show}
                onClick={() =>
                  store.set({ step: 'data', view: 'paper', form: table.form, place: { school } })
                }
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
