import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { AddingUp } from '../measure/adding-up.tsx'
import type { LibraryEntry } from '../../../shared/consolidate.ts'
import { withSeparators } from '../../../shared/separators.ts'
import { change, notify } from '../../state/actions.ts'
import { useDesk } from '../../state/context.tsx'
import { useCall } from '../../state/use-call.ts'
import { useWords } from '../../state/use-words.ts'

/** 指标库: the shipped indicators, those that apply here first. */
export function Library(): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const loaded = useCall('indicatorLibrary', {})
  if (!loaded.value) return <AddingUp of={loaded} />
  const entries = loaded.value.toSorted((a, b) => order(a) - order(b))
  const free = entries.filter((entry) => order(entry) === 0)
  const take = (ids: string[]): void =>
    void change(desk, () => desk.api.takeIndicators({ ids })).then((ok) => {
      if (ok) notify(desk, 'success', words.library.took(ids.length))
    })
  return (
    <section className="indicators-main">
      <div className="indicators-head">
        <p className="hint">{words.library.hint}</p>
        {free.length > 0 && (
          <Button
            size="small"
            appearance="primary"
            onClick={() => take(free.map(({ indicator }) => indicator.id))}
          >
            {words.library.takeAll(free.length)}
          </Button>
        )}
      </div>
      <div className="indicator-table-box">
        <table className="indicator-table external-table figures">
          <thead>
            <tr>
              <th scope="col">{words.indicators.name}</th>
              <th scope="col">{words.library.value}</th>
              <th scope="col">{words.indicators.unit}</th>
              <th scope="col">{words.library.state}</th>
              <th scope="col" aria-label={words.library.take} />
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Entry key={entry.indicator.id} entry={entry} onTake={take} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Those that can be taken, those taken, those that lack something. */
function order({ taken, lacks }: LibraryEntry): number {
  return taken ? 1 : lacks.length === 0 ? 0 : 2
}

function Entry(props: { entry: LibraryEntry; onTake: (ids: string[]) => void }): ReactNode {
  const { indicator, taken, lacks, value } = props.entry
  const words = useWords()
  const { library } = words
  return (
    <tr>
      <th scope="row">{indicator.title}</th>
      <td>{value === null ? '—' : `${indicator.prefix}${withSeparators(value)}`}</td>
      <td className="text">{indicator.unit}</td>
      <td className="text hint">
        {lacks.length === 0
          ? library.applies
          : lacks.map(({ kind, name }) => library.lacks[kind](name)).join('；')}
      </td>
      <td>
        {taken ? (
          <small className="hint">{library.taken}</small>
        ) : (
          lacks.length === 0 && (
            <Button size="small" onClick={() => props.onTake([indicator.id])}>
              {library.take}
            </Button>
          )
        )}
      </td>
    </tr>
  )
}
