import { Tab, TabList } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { isSchool } from '../../shared/reporters.ts'
import type { FileRow, SchoolRow } from '../../shared/intake.ts'
import type { FileStatus } from '../../shared/model.ts'
import { schoolStateText, statusText } from '../../shared/words/say.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { IntakeFilter } from '../state/desk.ts'
import { useWords } from '../state/use-words.ts'
import { Chip } from '../ui/chip.tsx'
import { isUnclaimed } from './filter.ts'
import { ReasonChips } from './reason-chips.tsx'
import { RemindButton } from './remind-button.tsx'
import { PickButtons } from './pick-buttons.tsx'
import { SCHOOL_STATES } from '../ui/state-bar.tsx'
import { allOf } from '../state/intake-filter.ts'
import { FilterInput } from '../ui/filter-input.tsx'

const STATUSES: FileStatus[] = [
  'accepted',
  'queried',
  'rejected',
  'duplicate',
  'superseded',
  'ignored',
]

/** Tabs, search and filter chips above the list. */
export function IntakeBar({
  files,
  schools,
}: {
  files: FileRow[]
  schools: SchoolRow[]
}): ReactNode {
  const { store } = useDesk()
  const { intake: words, days } = useWords()
  const filter = useDeskState((state) => state.intake)
  const text = useDeskState((state) => state.intakeText)
  const set = (change: Partial<IntakeFilter>): void =>
    store.set({ intake: { ...filter, ...change } })
  return (
    <header className="intake-bar">
      <TabList
        size="small"
        selectedValue={filter.tab}
        onTabSelect={(_, data) =>
          set({ ...allOf(data.value === 'files' ? 'files' : 'schools'), group: filter.group })
        }
      >
        <Tab value="schools">
          {schools.every(({ school }) => isSchool(school)) ? words.schools : words.reporters}{' '}
          <span className="figures hint">{schools.length}</span>
        </Tab>
        <Tab value="files">
          {words.files} <span className="figures hint">{files.length}</span>
        </Tab>
      </TabList>
      <FilterInput
        size="small"
        className="intake-search"
        aria-label={words.search}
        placeholder={words.search}
        contentBefore={<SearchRegular />}
        value={text}
        onText={(intakeText) => store.set({ intakeText })}
      />
      <RemindButton schools={schools} />
      <PickButtons />
      <div className="chips">
        {filter.tab === 'schools' ? (
          <SchoolChips schools={schools} filter={filter} set={set} />
        ) : (
          <FileChips files={files} filter={filter} set={set} />
        )}
        <ReasonChips
          rows={filter.tab === 'schools' ? schools : files}
          chosen={filter.reason}
          onChoose={(reason) => set({ reason })}
        />
        {filter.day !== null && (
          <Chip
            on
            label={`${filter.day.day === '' ? days.noDate : filter.day.day} ${days[filter.day.by]} ×`}
            onClick={() => set({ day: null })}
          />
        )}
        {filter.group !== null && (
          <Chip on label={`${filter.group} ×`} onClick={() => set({ group: null })} />
        )}
      </div>
    </header>
  )
}

interface ChipsProps {
  filter: IntakeFilter
  set: (change: Partial<IntakeFilter>) => void
}

function SchoolChips({ schools, filter, set }: ChipsProps & { schools: SchoolRow[] }): ReactNode {
  const words = useWords().intake
  const lang = useDeskState((state) => state.lang)
  const active = schools.filter((row) => row.school.active)
  return (
    <>
      <Chip
        on={filter.state === null && filter.reason === null}
        label={words.all}
        onClick={() => set({ state: null, reason: null })}
      />
      {active.length < schools.length && (
        <Chip
          on={filter.state === 'active'}
          label={words.active}
          count={active.length}
          onClick={() => set({ state: filter.state === 'active' ? null : 'active' })}
        />
      )}
      {SCHOOL_STATES.map((state) => (
        <Chip
          key={state}
          on={filter.state === state}
          label={schoolStateText(lang, state)}
          count={active.filter((row) => row.state === state).length}
          onClick={() => set({ state: filter.state === state ? null : state })}
        />
      ))}
      {(['unreadable', 'adopted'] as const).map((state) => (
        <Chip
          key={state}
          on={filter.state === state}
          label={words[state]}
          count={schools.filter((row) => row[state] > 0).length}
          onClick={() => set({ state: filter.state === state ? null : state })}
        />
      ))}
    </>
  )
}

function FileChips({ files, filter, set }: ChipsProps & { files: FileRow[] }): ReactNode {
  const words = useWords().intake
  const lang = useDeskState((state) => state.lang)
  const none =
    filter.status === null && filter.state === null && filter.reason === null && filter.day === null
  return (
    <>
      <Chip
        on={none}
        label={words.all}
        onClick={() => set({ status: null, state: null, reason: null, day: null })}
      />
      <Chip
        on={filter.state === 'unclaimed'}
        label={words.unclaimed}
        count={files.filter(isUnclaimed).length}
        onClick={() =>
          set({ status: null, state: filter.state === 'unclaimed' ? null : 'unclaimed' })
        }
      />
      {STATUSES.map((status) => (
        <Chip
          key={status}
          on={filter.status === status}
          label={statusText(lang, status)}
          count={files.filter((file) => file.status === status).length}
          onClick={() => set({ state: null, status: filter.status === status ? null : status })}
        />
      ))}
    </>
  )
}
