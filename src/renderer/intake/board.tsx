import type { ReactNode } from 'react'
import type { FileRow, SchoolRow } from '../../shared/intake.ts'
import type { SchoolState } from '../../shared/model.ts'
import { schoolStateText } from '../../shared/words/say.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { boardDimension } from '../state/groups.ts'
import { useWords } from '../state/use-words.ts'
import { boardOf } from '../state/board-counts.ts'
import type { BoardGroup } from '../state/board-counts.ts'
import { allOf } from '../state/intake-filter.ts'
import { DayChart } from '../ui/day-chart.tsx'
import { SCHOOL_STATES, StateBar } from '../ui/state-bar.tsx'

/** The left board: every town with its bar; a click shows that town's schools only. */
export function Board({ schools, files }: { schools: SchoolRow[]; files: FileRow[] }): ReactNode {
  const desk = useDesk()
  const { intake: words, days } = useWords()
  const lang = useDeskState((state) => state.lang)
  const overview = useDeskState((state) => state.overview)
  const filter = useDeskState((state) => state.intake)
  if (!overview) return null
  const by = boardDimension(overview)
  const board = boardOf(schools, by, overview)
  const add = (name: string, groups: BoardGroup[]): BoardGroup =>
    groups.reduce<BoardGroup>(
      (sum, group) => ({
        name,
        units: group.units,
        expected: sum.expected + group.expected,
        counts: {
          reported: sum.counts.reported + group.counts.reported,
          queried: sum.counts.queried + group.counts.queried,
          rejected: sum.counts.rejected + group.counts.rejected,
          missing: sum.counts.missing + group.counts.missing,
        },
      }),
      {
        name,
        units: false,
        expected: 0,
        counts: { reported: 0, queried: 0, rejected: 0, missing: 0 },
      },
    )
  const [schoolGroups, unitGroups] = [
    board.filter(({ units }) => !units),
    board.filter(({ units }) => units),
  ]
  const whole = add(words.whole, schoolGroups)
  const everybody = add('', board)
  const show = (group: string | null, state: SchoolState | null): void =>
    desk.store.set({
      intake: { ...allOf('schools'), state, group },
    })
  const shown = (group: BoardGroup): ReactNode => (
    <Group
      key={`${String(group.units)} ${group.name}`}
      group={group}
      chosen={filter.group === group.name}
      onPick={() =>
        show(
          filter.group === group.name ? null : group.name,
          filter.tab === 'schools' && isSchoolState(filter.state) ? filter.state : null,
        )
      }
    />
  )
  return (
    <aside className="board" aria-label={words.board(by)}>
      <div className="board-legend">
        {SCHOOL_STATES.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={filter.state === state}
            onClick={() => show(filter.group, filter.state === state ? null : state)}
          >
            <i className={`dot bar-${state}`} />
            {schoolStateText(lang, state)} <b className="figures">{everybody.counts[state]}</b>
          </button>
        ))}
      </div>
      <Group group={whole} chosen={filter.group === null} onPick={() => show(null, null)} />
      <div className="board-groups">
        {schoolGroups.map(shown)}
        {unitGroups.length > 0 && <h2 className="minor board-units">{words.units}</h2>}
        {unitGroups.map(shown)}
      </div>
      <section className="board-days">
        <h2 className="minor">{days.title}</h2>
        <DayChart
          files={files}
          height={110}
          onDay={(by, day) =>
            desk.store.set({ intakeText: '', intake: { ...allOf('files'), day: { by, day } } })
          }
        />
      </section>
    </aside>
  )
}

function isSchoolState(state: string | null): state is SchoolState {
  return SCHOOL_STATES.some((known) => known === state)
}

function Group(props: { group: BoardGroup; chosen: boolean; onPick: () => void }): ReactNode {
  const { group, chosen, onPick } = props
  return (
    <button type="button" className="board-group" aria-pressed={chosen} onClick={onPick}>
      <span>{group.name}</span>
      <span className="figures">
        {group.counts.reported + group.counts.queried}/{group.expected}
      </span>
      <StateBar counts={group.counts} />
    </button>
  )
}
