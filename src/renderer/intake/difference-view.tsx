import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FileDetail } from '../../shared/intake.ts'
import type { FileDifference } from '../../shared/sent.ts'
import { errorText } from '../../shared/words/say.ts'
import { withSeparators } from '../../shared/separators.ts'
import { LayerBar } from '../ui/layer-bar.tsx'
import { closeLayer, openSent } from '../state/open.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { byTable, countKinds } from './difference-groups.ts'
import { DifferenceTable } from './difference-table.tsx'
import { IfAccepted } from './if-accepted.tsx'
import { isHeld } from './tray-lines.ts'
import { ReasonField } from '../ui/reason-field.tsx'
import './difference.css'

/** What a later return of a school would change, cell by cell; then one of the two is taken. */
export function DifferenceView({ file }: { file: number }): ReactNode {
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const difference = useCall('difference', { file, against: null })
  const detail = useCall('file', { id: file })
  const found = difference.value
  const held = detail.value !== null && isHeld(detail.value) ? detail.value : null
  const whose = detail.value ? ` · ${detail.value.schoolName ?? words.intake.nobody}` : ''
  return (
    <div className="difference">
      <LayerBar back={words.difference.back} title={`${words.difference.title}${whose}`} />
      {difference.error && !found && (
        <p className="state-note" role="alert">
          {errorText(lang, difference.error)}
        </p>
      )}
      {!found && !difference.error && <p className="state-note">{words.difference.loading}</p>}
      {found && (
        <div className="difference-body">
          {found.file === found.against ? (
            <p className="state-note">{words.difference.none}</p>
          ) : (
            <>
              <Summary found={found} />
              {held && <Decide detail={held} />}
              {held && <IfAccepted file={held.id} />}
              {byTable(found.cells).map(([form, cells]) => (
                <DifferenceTable
                  key={form}
                  form={form}
                  cells={cells}
                  found={found}
                  detail={detail.value}
                />
              ))}
            </>
          )}
        </div>
      )}
    </div>
  )
}

function Summary({ found }: { found: FileDifference }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const tables = byTable(found.cells).length
  const files: [string, number, string][] = [
    [words.difference.counting, found.against, found.paths[0]],
    [words.difference.waiting, found.file, found.paths[1]],
  ]
  return (
    <section className="card difference-summary">
      <dl className="facts">
        {files.map(([role, id, path]) => (
          <div key={role}>
            <dt>{role}</dt>
            <dd>
              <button
                type="button"
                className="link"
                title={`${words.sent.open}${words.app.colon}${path}`}
                onClick={() => openSent(desk, { file: id, sheet: null, at: null })}
              >
                {path.split('/').at(-1)}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {found.cells.length === 0 ? (
        <p>{words.difference.same}</p>
      ) : (
        <p className="difference-counts">
          <b>{words.difference.cells(withSeparators(String(found.cells.length)))}</b>
          <span>{words.difference.tables(tables)}</span>
          {countKinds(found.cells).map(([kind, count]) => (
            <span key={kind} className={`difference-kind kind-${kind}`}>
              {words.difference.kinds[kind]}{' '}
              <b className="figures">{withSeparators(String(count))}</b>
            </span>
          ))}
        </p>
      )}
    </section>
  )
}

function Decide({ detail }: { detail: FileDetail }): ReactNode {
  const desk = useDesk()
  const words = useWords().difference
  const [reason, setReason] = useState('')
  const { id } = detail
  const name = detail.path.split('/').at(-1) ?? detail.path
  const why = reason.trim()
  const take = async (): Promise<void> => {
    if (!(await change(desk, () => desk.api.acceptFile({ id, reason: why })))) return
    closeLayer(desk)
    notify(desk, 'success', words.taken(name))
  }
  const keep = async (): Promise<void> => {
    if (!(await change(desk, () => desk.api.withdrawFile({ id, reason: why })))) return
    closeLayer(desk)
    notify(desk, 'success', words.kept(name))
  }
  return (
    <form
      className="card difference-decide"
      onSubmit={(event) => {
        event.preventDefault()
        void take()
      }}
    >
      <ReasonField
        value={reason}
        onChange={setReason}
        kinds={['accept-file', 'withdraw-file']}
        usual={words.usual}
      />
      <Button appearance="primary" type="submit">
        {words.take}
      </Button>
      <Button disabled={why === ''} title={words.keepHint} onClick={() => void keep()}>
        {words.keep}
      </Button>
      <span className="hint">{words.keepHint}</span>
    </form>
  )
}
