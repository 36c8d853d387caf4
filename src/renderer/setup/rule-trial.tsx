import type { ReactNode } from 'react'
import type { RuleTrial, TrialYear } from '../../shared/rules.ts'
import { errorText } from '../../shared/words/say.ts'
import { withSeparators } from '../../shared/separators.ts'
import { useDeskState } from '../state/context.tsx'
import type { Loaded } from '../state/use-call.ts'
import { usePeriods } from '../state/use-periods.ts'
import { useWords } from '../state/use-words.ts'

/** Where a rule as typed would fire, this year and last. */
export function RuleTrialView(props: { trial: Loaded<RuleTrial>; written: boolean }): ReactNode {
  const words = useWords()
  const periods = usePeriods()
  const lang = useDeskState((state) => state.lang)
  const { value, error } = props.trial
  if (!props.written) return <p className="hint">{words.rules.trialEmpty}</p>
  if (error) return <p className="rule-wrong">{errorText(lang, error)}</p>
  if (value === null) return <p className="hint">{words.rules.trying}</p>
  if (value.fault !== null || value.thisYear === null) return null
  return (
    <section className="rule-trial" aria-live="polite">
      <h3>{words.rules.trial}</h3>
      {value.same !== null && <p className="rule-note">{words.rules.same(value.same)}</p>}
      <Year name={periods.now} year={value.thisYear} />
      {value.lastYear === null ? (
        <p className="hint">{words.rules.noLastYear(periods.last, periods.now)}</p>
      ) : (
        <Year name={periods.last} year={value.lastYear} />
      )}
    </section>
  )
}

function Year({ name, year }: { name: string; year: TrialYear }): ReactNode {
  const words = useWords()
  const { concerned, schools, undecided, faults, examples } = year
  const said =
    concerned === 0
      ? words.rules.nobody
      : schools === 0
        ? words.rules.noneFires(concerned)
        : words.rules.wouldFire(schools, concerned)
  const shown = (value: string | null): string => (value === null ? '' : withSeparators(value))
  return (
    <>
      <p className="figures">
        <b>{name}</b> {said}
      </p>
      {undecided > 0 && <p className="hint">{words.rules.undecidedHint(undecided)}</p>}
      {faults > 0 && <p className="rule-wrong">{words.rules.faultsHint(faults)}</p>}
      {examples.length > 0 && (
        <table className="rule-examples figures">
          <thead>
            <tr>
              <th>{words.rules.example}</th>
              <th>{words.rules.left}</th>
              <th>{words.rules.right}</th>
              <th>{words.rules.difference}</th>
            </tr>
          </thead>
          <tbody>
            {examples.map((one) => (
              <tr key={one.school}>
                <td title={one.schoolName}>
                  {one.schoolName}
                  {(one.row !== null || one.column !== null) && (
                    <code>{`[${one.row ?? ''},${one.column ?? ''}]`}</code>
                  )}
                </td>
                <td>{shown(one.left)}</td>
                <td>{shown(one.right)}</td>
                <td>{shown(one.difference)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
