import type { ReactNode } from 'react'
import type { Overview } from '../../shared/overview.ts'
import { useSchools } from '../state/catalog.ts'
import { boardDimension } from '../state/groups.ts'
import { useDesk } from '../state/context.tsx'
import { showRegister } from '../state/show-register.ts'
import { useWords } from '../state/use-words.ts'
import { StateBar } from '../ui/state-bar.tsx'
import { allOf } from '../state/intake-filter.ts'
import { showIntake } from './go.ts'
import { boardOf } from '../state/board-counts.ts'

/** Returns in by town, as bars. */
export function Coverage({ overview }: { overview: Overview }): ReactNode {
  const desk = useDesk()
  const { overview: words, register } = useWords()
  const schools = useSchools().value
  const by = boardDimension(overview)
  const board = boardOf(schools ?? [], by, overview)
  return (
    <section className="card coverage">
      <h2>
        {words.byGroup(by)}
        <button type="button" className="link" onClick={() => showRegister(desk)}>
          {register.toRegister}
        </button>
      </h2>
      {by === '' && <p className="hint">{words.noDimension}</p>}
      {board.map((group) => (
        <button
          key={`${String(group.units)} ${group.name}`}
          type="button"
          className={group.units ? 'coverage-row coverage-units' : 'coverage-row'}
          title={group.units ? words.unitsHint : undefined}
          onClick={() =>
            showIntake(desk, {
              ...allOf('schools'),
              // Whoever is no longer expected is not counted here.
              state: 'active',
              group: group.name,
            })
          }
        >
          <span className="coverage-name">{group.name}</span>
          <StateBar counts={group.counts} />
          <span className="figures coverage-count">
            {group.counts.reported + group.counts.queried} / {group.expected}
          </span>
        </button>
      ))}
    </section>
  )
}
