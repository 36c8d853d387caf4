import { Button, Input, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ScreeningKindView, ScreeningView } from '../../shared/screening.ts'
import { SCREENING_TITLES } from '../../shared/words/screening.ts'
import { StateNote } from '../ui/state-note.tsx'
import { change, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { newCheckView } from '../state/check-view.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import './screening.css'

/** 筛查: the kinds of check beyond the rules, each with its switch, its numbers and what it finds. */
export function ScreeningTab(): ReactNode {
  const words = useWords().screening
  const basis = useDeskState((state) => state.basis)
  const loaded = useCall('screening', { basis })
  if (!loaded.value) return <StateNote error={loaded.error} />
  return (
    <div className="screening-tab">
      <p className="hint">{words.hint}</p>
      <table className="plain-table screening-kinds">
        <thead>
          <tr>
            <th>{words.kind}</th>
            <th>{words.what}</th>
            <th>{words.on}</th>
            <th>{words.set}</th>
            <th className="number">{words.found}</th>
          </tr>
        </thead>
        <tbody>
          {loaded.value.kinds.map((kind) => (
            <KindLine key={`${kind.kind} ${JSON.stringify(kind.values)}`} kind={kind} />
          ))}
        </tbody>
      </table>
      <Ratios view={loaded.value} />
      {loaded.value.problems.length > 0 && (
        <section role="alert">
          <h2 className="minor">{words.problems}</h2>
          <ul>
            {loaded.value.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function KindLine({ kind: { kind, on, values, found } }: { kind: ScreeningKindView }): ReactNode {
  const desk = useDesk()
  const words = useWords().screening
  const lang = useDeskState((state) => state.lang)
  const [typed, setTyped] = useState(values)
  const changed = typed.some(({ value }, at) => value.trim() !== values[at]?.value)
  const save = async (next: boolean, kept: typeof values): Promise<void> => {
    const set = kept.map(({ name, value }) => ({ name, value: value.trim() }))
    const asked = { kind, on: next, values: set, reason: words.reason }
    if (await change(desk, () => desk.api.setScreening(asked))) notify(desk, 'success', words.saved)
  }
  const show = (): void =>
    desk.store.set({
      step: 'check',
      check: { ...newCheckView(), group: 'rule', state: null, text: `筛查:${kind}` },
    })
  return (
    <tr>
      <td>
        <b>{kind}</b>
      </td>
      <td>{SCREENING_TITLES[lang][kind]}</td>
      <td>
        <Switch
          aria-label={`${kind} ${words.on}`}
          checked={on}
          onChange={(_, data) => void save(data.checked, values)}
        />
      </td>
      <td>
        <form
          className="screening-values"
          onSubmit={(event) => {
            event.preventDefault()
            void save(on, typed)
          }}
        >
          {typed.map(({ name, value }) => (
            <label key={name}>
              <span className="hint">{words.values[name] ?? name}</span>
              <Input
                size="small"
                value={value}
                onChange={(_, data) =>
                  setTyped(
                    typed.map((one) => (one.name === name ? { name, value: data.value } : one)),
                  )
                }
              />
            </label>
          ))}
          {changed && (
            <Button size="small" type="submit" appearance="primary">
              {words.save}
            </Button>
          )}
        </form>
      </td>
      <td className="number">
        {found === 0 ? (
          0
        ) : (
          <Button size="small" appearance="transparent" onClick={show}>
            {words.show(found)}
          </Button>
        )}
      </td>
    </tr>
  )
}

function Ratios({ view }: { view: ScreeningView }): ReactNode {
  const words = useWords().screening
  return (
    <section className="screening-ratios">
      <h2 className="minor">{words.ratios}</h2>
      <ul>
        {view.ratios.map(({ id, source, used }) => (
          <li key={`${source} ${id}`} className={used ? '' : 'hint'}>
            {id}
            {source === 'indicator' && <small className="hint"> {words.fromIndicators}</small>}
            {!used && <small> {words.unused}</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}
