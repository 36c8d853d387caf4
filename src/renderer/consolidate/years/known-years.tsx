import { Button, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { GrantedFile } from '../../../shared/grants.ts'
import { LEFT_OUT } from '../../../shared/last-year.ts'
import type { KnownYear, YearsView } from '../../../shared/series.ts'
import { change, notify } from '../../state/actions.ts'
import { useDesk } from '../../state/context.tsx'
import { useWords } from '../../state/use-words.ts'
import { ListNotes } from '../../ui/list-notes.tsx'

/** The earlier years that a collection knows; more are given by their collections or workbooks of details. */
export function KnownYears({ view }: { view: YearsView }): ReactNode {
  const desk = useDesk()
  const words = useWords().series
  const [asking, setAsking] = useState<GrantedFile[]>([])
  const give = async (file: GrantedFile, year: number | null): Promise<void> => {
    const { grant, path } = file
    if (await change(desk, () => desk.api.giveYear({ grant, path, year, reason: '' })))
      notify(desk, 'success', words.given(nameOf(path)))
  }
  const choose = async (): Promise<void> => {
    const files = await desk.host.pick({ kind: 'files', accept: ['huishu', 'xlsx', 'xls'] })
    // A collection says of which year it is; of a workbook a person says it.
    for (const file of files.filter(({ path }) => isCollection(path))) await give(file, null)
    setAsking((now) => [...now, ...files.filter(({ path }) => !isCollection(path))])
  }
  const left = (file: GrantedFile): void =>
    setAsking((now) => now.filter(({ grant }) => grant !== file.grant))
  return (
    <>
      <h2>{words.known}</h2>
      <table className="earlier-lists known-years">
        <tbody>
          {view.years.map((one) => (
            <Known key={one.year} known={one} />
          ))}
          {view.year !== null && (
            <tr>
              <th scope="row">{view.year}</th>
              <td colSpan={2}>{words.own}</td>
            </tr>
          )}
        </tbody>
      </table>
      {asking.map((file) => (
        <AskYear
          key={file.grant}
          file={file}
          before={view.year ?? 0}
          onGive={(year) => void give(file, year).then(() => left(file))}
          onLeave={() => left(file)}
        />
      ))}
      <Button size="small" disabled={view.year === null} onClick={() => void choose()}>
        {words.add}
      </Button>
      <p className="hint">{words.addHint}</p>
    </>
  )
}

const isCollection = (path: string): boolean => /\.huishu$/iu.test(path)
const nameOf = (path: string): string => path.split('/').at(-1) ?? path

function Known({ known }: { known: KnownYear }): ReactNode {
  const desk = useDesk()
  const words = useWords().series
  const { year, source, schools, entry, notes } = known
  const remove = async (): Promise<void> => {
    if (await change(desk, () => desk.api.removeYear({ year, reason: '' })))
      notify(desk, 'success', words.removed(year))
  }
  const out = notes.filter(({ code }) => LEFT_OUT.has(code))
  return (
    <>
      <tr>
        <th scope="row">{year}</th>
        <td>
          {source} <small className="hint figures">{words.schoolsOf(schools)}</small>
        </td>
        <td>
          {entry === null ? (
            <span className="hint">{words.lastYears}</span>
          ) : (
            <Button
              size="small"
              appearance="subtle"
              aria-label={words.removeYear(year)}
              onClick={() => void remove()}
            >
              {words.remove}
            </Button>
          )}
        </td>
      </tr>
      {out.length > 0 && (
        <tr>
          <td colSpan={3}>
            <ListNotes kind="prior" notes={out} />
          </td>
        </tr>
      )}
    </>
  )
}

/** Of which year a workbook is; guessed from its name, said by a person. */
function AskYear(props: {
  file: GrantedFile
  before: number
  onGive: (year: number) => void
  onLeave: () => void
}): ReactNode {
  const { file, before, onGive, onLeave } = props
  const words = useWords()
  const name = nameOf(file.path)
  const [text, setText] = useState(/(?:19|20)\d{2}/u.exec(name)?.[0] ?? '')
  const year = /^\d{4}$/u.test(text.trim()) ? Number(text) : null
  return (
    <div className="pairing-ask">
      <p>{words.series.whichYear(name)}</p>
      <Input
        size="small"
        className="series-year"
        aria-label={words.series.year}
        placeholder={words.series.year}
        value={text}
        onChange={(_, { value }) => setText(value)}
      />
      <Button
        size="small"
        appearance="primary"
        disabled={year === null || year >= before}
        onClick={() => year !== null && onGive(year)}
      >
        {words.series.take}
      </Button>
      <Button size="small" appearance="subtle" onClick={onLeave}>
        {words.app.cancel}
      </Button>
    </div>
  )
}
