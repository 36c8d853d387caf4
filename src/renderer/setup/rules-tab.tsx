import type { ColDef } from 'ag-grid-community'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { FindingsView, RuleRow } from '../../shared/findings.ts'
import { errorText } from '../../shared/words/say.ts'
import { PlainList } from '../intake/plain-list.tsx'
import { useRevision, useSession, useSessionState } from '../state/context.tsx'
import { useLoaded } from '../state/loaded.ts'
import { useWords } from '../words/use-words.ts'
import type { Words } from '../words/zh.ts'
import { RuleDetails } from './rule-details.tsx'
import '../intake/intake.css'
import './rules.css'

/** 规则: every rule with how it fares over the schools, and what is wrong with those that do not run. */
export function RulesTab(): ReactNode {
  const { api } = useSession()
  const words = useWords()
  const lang = useSessionState((state) => state.lang)
  const basis = useSessionState((state) => state.basis)
  const loaded = useLoaded(`${basis} ${useRevision()}`, () => api.findings({ basis }), basis)
  const [picked, setPicked] = useState<string | null>(null)
  const columns = useMemo(() => columnsOf(words), [words])
  const view = loaded.value
  if (loaded.error && !view)
    return (
      <p className="state-note" role="alert">
        {words.app.failed}
        {words.app.colon}
        {errorText(lang, loaded.error)}
      </p>
    )
  if (!view) return <p className="state-note">{words.reconcile.loading}</p>
  const { rules, problems } = view
  if (rules.length === 0 && problems.length === 0)
    return (
      <div className="empty">
        <h2>{words.reconcile.noRules}</h2>
        <p>{words.reconcile.noRulesHint}</p>
      </div>
    )
  const rule = rules.find((one) => one.id === picked) ?? rules.find((one) => one.fault !== null)
  return (
    <div className="rules-tab">
      <section className="rules-main">
        <Summary view={view} />
        {problems.length > 0 && <Problems problems={problems} />}
        <PlainList
          rows={rules}
          all={rules.length}
          columns={columns}
          rowId={({ data }) => data.id}
          picked={rule?.id ?? null}
          onPick={({ data }) => setPicked(data?.id ?? null)}
        />
      </section>
      <aside className="panel">
        {rule ? <RuleDetails rule={rule} /> : <p className="hint">{words.rules.pick}</p>}
      </aside>
    </div>
  )
}

function Summary({ view: { rules, problems } }: { view: FindingsView }): ReactNode {
  const words = useWords().rules
  const bad = rules.filter((rule) => rule.fault !== null).length
  return (
    <p className="rules-summary figures">
      <b>{words.count(rules.length)}</b>
      {bad > 0 && <span className="rule-wrong">{words.bad(bad)}</span>}
      {problems.length > 0 && <span className="rule-wrong">{words.unused(problems.length)}</span>}
    </p>
  )
}

function Problems({ problems }: Pick<FindingsView, 'problems'>): ReactNode {
  const words = useWords().rules
  return (
    <ul className="rules-problems" aria-label={words.problems}>
      {problems.map(({ id, line, detail }) => (
        <li key={`${line} ${id}`}>
          {id === '' ? words.line(line, detail) : words.entry(line, id, detail)}
        </li>
      ))}
    </ul>
  )
}

function columnsOf(words: Words): ColDef<RuleRow>[] {
  const { rules, reconcile } = words
  const count = (field: 'schools' | 'fails' | 'undecided' | 'faults'): ColDef<RuleRow> => ({
    field,
    headerName: rules[field],
    width: 78,
    type: 'rightAligned',
    cellClass: 'figures ag-right-aligned-cell',
    // A rule that does not run has no counts.
    valueGetter: ({ data }) => (data && data.fault === null ? data[field] : null),
  })
  return [
    {
      colId: 'state',
      headerName: rules.state,
      width: 66,
      valueGetter: ({ data }) => (data?.fault ? rules.wrong : rules.runs),
      cellClassRules: { 'rule-wrong': ({ data }) => (data?.fault ?? null) !== null },
    },
    { field: 'id', headerName: rules.id, width: 78 },
    { field: 'title', headerName: rules.title, width: 196, tooltipField: 'title' },
    {
      field: 'severity',
      headerName: rules.severity,
      width: 66,
      valueFormatter: ({ value }) => reconcile.severity[value === 'error' ? 'error' : 'query'],
    },
    { field: 'check', headerName: rules.check, flex: 1, minWidth: 140, tooltipField: 'check' },
    {
      field: 'source',
      headerName: rules.source,
      width: 92,
      tooltipField: 'source',
      valueFormatter: ({ data }) => data?.source ?? '',
    },
    count('schools'),
    count('fails'),
    count('undecided'),
    count('faults'),
  ]
}
