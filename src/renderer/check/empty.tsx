import { Button } from '@fluentui/react-components'
import { CheckmarkCircleRegular, ClipboardTaskListLtrRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { Fault } from '../../shared/faults.ts'
import type { FindingList } from '../../shared/findings.ts'
import { useDesk } from '../state/context.tsx'
import { Faults } from './faults.tsx'
import { useWords } from '../state/use-words.ts'

/** No rule can run: how rules come into a collection. */
export function NoRules({ faults }: { faults: Fault[] }): ReactNode {
  const { store } = useDesk()
  const words = useWords().check
  return (
    <div className="empty">
      <Faults faults={faults} />
      <ClipboardTaskListLtrRegular fontSize={40} />
      <h2>{words.noRules}</h2>
      <p>{words.noRulesHint}</p>
      <Button onClick={() => store.set({ step: 'setup', setupTab: 'rules' })}>
        {words.toRules}
      </Button>
    </div>
  )
}

/** Nothing came in: nothing was checked. */
export function NothingYet({ faults }: { faults: Fault[] }): ReactNode {
  const { store } = useDesk()
  const words = useWords().check
  return (
    <div className="empty">
      <Faults faults={faults} />
      <ClipboardTaskListLtrRegular fontSize={40} />
      <h2>{words.nothingYet}</h2>
      <p>{words.nothingYetHint}</p>
      <Button appearance="primary" onClick={() => store.set({ step: 'intake' })}>
        {words.toIntake}
      </Button>
    </div>
  )
}

/** Rules ran and found nothing: in all schools, or in those that are in. What did not run is said first. */
export function AllPass(props: {
  view: Pick<FindingList, 'faults' | 'rules'>
  reported: number
  expected: number
}): ReactNode {
  const { view, reported, expected } = props
  const { store } = useDesk()
  const words = useWords().check
  const complete = reported >= expected && view.faults.length === 0
  return (
    <div className="empty">
      <Faults faults={view.faults} />
      {complete && <CheckmarkCircleRegular fontSize={40} className="all-pass" />}
      <h2>{reported >= expected ? words.allPass : words.passSoFar(reported, expected)}</h2>
      <p>{words.allPassHint(view.rules.filter(({ on, fault }) => on && fault === null).length)}</p>
      {complete && <ToSignOff />}
      <Button onClick={() => store.set({ step: 'setup', setupTab: 'rules' })}>
        {words.toRules}
      </Button>
    </div>
  )
}

/** Once all is settled: on to signing the figures off. */
function ToSignOff(): ReactNode {
  const { store } = useDesk()
  const words = useWords().snapshots
  return (
    <Button
      appearance="primary"
      title={words.settled}
      onClick={() =>
        store.set({
          step: 'consolidate',
          consolidate: { ...store.get().consolidate, tab: 'snapshots' },
        })
      }
    >
      {words.signOff}
    </Button>
  )
}

/** The list holds nothing: everything is settled, or the filter fits nothing. */
export function NothingListed(props: {
  open: number
  asked: number
  explained: number
}): ReactNode {
  const { open, asked, explained } = props
  const { store } = useDesk()
  const words = useWords().check
  const set = (state: 'explained' | 'asked' | null): void =>
    store.set({ check: { ...store.get().check, severity: null, text: '', state } })
  if (open === 0 && asked > 0)
    return (
      <div className="empty">
        <h2>{words.allAsked}</h2>
        <p>{words.allAskedHint(asked)}</p>
        <Button size="small" onClick={() => set('asked')}>
          {words.showAsked}
        </Button>
      </div>
    )
  return open === 0 ? (
    <div className="empty">
      <CheckmarkCircleRegular fontSize={32} className="all-pass" />
      <h2>{words.allSettled}</h2>
      <p>{words.allSettledHint(explained)}</p>
      <ToSignOff />
      <Button size="small" onClick={() => set('explained')}>
        {words.showExplained}
      </Button>
    </div>
  ) : (
    <div className="empty">
      <h2>{words.noMatch}</h2>
      <Button size="small" onClick={() => set(null)}>
        {words.clear}
      </Button>
    </div>
  )
}
