import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Finding, Repair } from '../../shared/findings.ts'
import { causeText } from '../../shared/words/say.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

/** Proposals shown before the rest are asked for. */
const SHOWN = 3

/** What could be changed so that this error, and what hangs together with it, is gone; adopted one at a time, by a person. */
export function Repairs({ finding }: { finding: Finding }): ReactNode {
  const words = useWords().check
  const [all, setAll] = useState(false)
  const { school } = finding
  const repairs = useCall('repairs', { school, basis: 'adopted' })
  if (!repairs.value) return null
  const instance = `${finding.rule}[${finding.row ?? ''},${finding.column ?? ''}]`
  const group = repairs.value.groups.find(({ instances }) => instances.includes(instance))
  const proposals = group?.proposals ?? []
  const shown = all ? proposals : proposals.slice(0, SHOWN)
  return (
    <section className="repairs" aria-label={words.repairs}>
      <h3>{words.repairs}</h3>
      {proposals.length === 0 && <p className="hint">{words.noRepair}</p>}
      <ol>
        {shown.map((proposal) => (
          <Proposal
            key={proposal.changes.map((one) => `${one.item}${one.to}`).join()}
            school={school}
            proposal={proposal}
          />
        ))}
      </ol>
      {proposals.length > shown.length && (
        <Button size="small" appearance="transparent" onClick={() => setAll(true)}>
          {words.moreRepairs(proposals.length - shown.length)}
        </Button>
      )}
      {repairs.value.cut && <p className="hint">{words.repairsCut}</p>}
    </section>
  )
}

function Proposal({ school, proposal }: { school: string; proposal: Repair }): ReactNode {
  const desk = useDesk()
  const words = useWords().check
  const lang = useDeskState((state) => state.lang)
  const why = causeText(lang, proposal.cause)
  const adopt = async (): Promise<void> => {
    const changes = proposal.changes.map(({ item, to }) => ({ school, item, value: to }))
    const reason = words.repairReason(why)
    if (!(await change(desk, () => desk.api.adopt({ changes, reason })))) return
    notify(desk, 'success', words.repaired)
  }
  return (
    <li className="repair">
      <span className="repair-what">
        {proposal.changes.map(({ item, label, from, to }) => (
          <span key={item} title={item}>
            {label} <del className="figures">{from === '' ? words.blank : from}</del>
            {' → '}
            <b className="figures">{to}</b>
          </span>
        ))}
      </span>
      <span className="hint">
        {why}
        {proposal.clears.length > 1 && ` · ${words.clears(proposal.clears.length)}`}
      </span>
      <Button size="small" appearance="primary" onClick={() => void adopt()}>
        {words.adoptRepair}
      </Button>
    </li>
  )
}
