import { Button } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { FindingList, RuleRow } from '../../shared/findings.ts'
import { problemText } from '../../shared/words/rules.ts'
import { PlainList } from '../ui/plain-list.tsx'
import { StateNote } from '../ui/state-note.tsx'
import { useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { RuleDetails } from './rule-details.tsx'
import { RuleEditor } from './rule-editor.tsx'
import type { Draft } from './rule-draft.ts'
import { emptyDraft } from './rule-draft.ts'
import { RuleProofList } from './rule-proof-list.tsx'
import { RuleProposalList } from './rule-proposal-list.tsx'
import { RuleBar } from './rule-bar.tsx'
import { ANY, rulesShown } from './rule-filter.ts'
import type { RuleFilter } from './rule-filter.ts'
import { ruleColumns } from './rule-columns.ts'
import './rules.css'

/** 规则: every rule with where it comes from and how it fares; switching, trying and writing them. */
export function RulesTab(): ReactNode {
  const words = useWords()
  const basis = useDeskState((state) => state.basis)
  const loaded = useCall('findingList', { basis })
  const [picked, setPicked] = useState<string | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [filter, setFilter] = useState<RuleFilter>(ANY)
  const columns = useMemo(() => ruleColumns(words), [words])
  const view = loaded.value
  if (!view) return <StateNote error={loaded.error} loading={words.check.loading} />
  const { rules, problems } = view
  const shown = rulesShown(rules, filter)
  const rule = rules.find((one) => one.id === picked) ?? firstWrong(rules)
  const make = (): void => setDraft(emptyDraft())
  if (rules.length === 0 && problems.length === 0 && draft === null)
    return (
      <div className="empty">
        <h2>{words.check.noRules}</h2>
        <p>{words.check.noRulesHint}</p>
        <Button appearance="primary" onClick={make}>
          {words.rules.make}
        </Button>
      </div>
    )
  return (
    <div className={draft ? 'rules-tab editing' : 'rules-tab'}>
      <section className="rules-main">
        <RuleBar filter={filter} onFilter={setFilter} onMake={make} />
        <Summary view={view} />
        <RuleProofList onPick={setPicked} />
        <RuleProposalList />
        {problems.length > 0 && <Problems problems={problems} />}
        {shown.length > 0 ? (
          <PlainList
            id="rules"
            rows={shown}
            all={rules.length}
            columns={columns}
            rowId={({ data }) => data.id}
            picked={rule?.id ?? null}
            onPick={({ data }) => {
              setPicked(data?.id ?? null)
              setDraft(null)
            }}
          />
        ) : (
          <p className="list-none">
            {words.rules.none}{' '}
            <button type="button" className="link" onClick={() => setFilter(ANY)}>
              {words.rules.clear}
            </button>
          </p>
        )}
      </section>
      <aside className="panel">
        {draft ? (
          <RuleEditor
            key={draft.key}
            draft={draft}
            onDone={(id) => {
              setDraft(null)
              if (id === null) return
              setPicked(id)
              setFilter(ANY)
            }}
          />
        ) : rule ? (
          <RuleDetails key={rule.id} rule={rule} onEdit={setDraft} />
        ) : (
          <p className="hint">{words.rules.pick}</p>
        )}
      </aside>
    </div>
  )
}

/** A rule that is wrong is what a person comes here for first. */
function firstWrong(rules: RuleRow[]): RuleRow | undefined {
  return rules.find((one) => one.fault !== null && one.applies)
}

function Summary({ view: { rules, problems } }: { view: FindingList }): ReactNode {
  const words = useWords().rules
  const bad = rules.filter((rule) => rule.fault !== null && rule.applies).length
  const off = rules.filter((rule) => !rule.on && rule.switched !== null).length
  return (
    <p className="rules-summary figures">
      <b>{words.count(rules.length)}</b>
      <span>{words.running(rules.filter((rule) => rule.on && rule.fault === null).length)}</span>
      {off > 0 && <span>{words.off(off)}</span>}
      {bad > 0 && <span className="rule-wrong">{words.bad(bad)}</span>}
      {problems.length > 0 && <span className="rule-wrong">{words.unused(problems.length)}</span>}
    </p>
  )
}

function Problems({ problems }: Pick<FindingList, 'problems'>): ReactNode {
  const words = useWords().rules
  const lang = useDeskState((state) => state.lang)
  return (
    <ul className="rules-problems" aria-label={words.problems}>
      {problems.map((problem) => {
        const { entry, line } = problem
        const said = problemText(lang, problem)
        return (
          <li key={`${line} ${entry ?? ''}`}>
            {entry === null ? words.line(line, said) : words.entry(entry, line, said)}
          </li>
        )
      })}
    </ul>
  )
}
