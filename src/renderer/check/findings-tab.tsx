import { Button } from '@fluentui/react-components'
import { MailArrowUpRegular } from '@fluentui/react-icons'
import { useEffect, useMemo, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import { refOfKey } from '../../shared/finding-key.ts'
import type { FindingList, FindingState } from '../../shared/findings.ts'
import type { Form } from '../../shared/model.ts'
import { Panel } from '../panel/panel.tsx'
import { useFormButton } from '../state/use-form-button.ts'
import { StateNote } from '../ui/state-note.tsx'
import { useForms, useSchools } from '../state/catalog.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { AllPass, NoRules, NothingListed, NothingYet } from './empty.tsx'
import { Faults } from './faults.tsx'
import { holding, searchText, wanted } from './filter.ts'
import { FindingView } from './finding-view.tsx'
import { listed } from './listed.ts'
import type { Listed } from './listed.ts'
import { FindingsList } from './findings-list.tsx'
import { ListBar } from './list-bar.tsx'
import { impactLines } from './impact-lines.ts'
import { linesOf } from './list-lines.ts'
import { SettledBar } from './progress-bar.tsx'
import { progressOf } from './progress.ts'
import type { Progress } from './progress.ts'
import { keyAfter } from './keys.ts'
import { useAsk } from './use-ask.ts'
import { useFinding, useFindings, useImpact } from './use-findings.ts'
import { findingsTable } from './findings-table.ts'
import { useSettled } from '../ui/use-settled.ts'
import { offerShown } from '../shown/in-sight.ts'
import { usePicked } from './use-picked.ts'
import './check.css'
import './queries.css'

/** Milliseconds without a letter after which the filter counts as typed. */
const REST = 200

/** 审核: what the rules find, school by school, with the cells concerned, until all is settled. */
export function FindingsTab(): ReactNode {
  const words = useWords()
  const forms = useForms()
  const schools = useSchools()
  const { adopted, shown } = useFindings()
  const now = useListed(adopted.value)
  const findings = useListed(shown.value)
  const error = shown.error ?? forms.error ?? schools.error
  if (!shown.value || !findings || !forms.value || !schools.value)
    return <StateNote error={error} loading={words.check.loading} />
  const { faults } = shown.value
  if (shown.value.rules.length === 0 && findings.length === 0) return <NoRules faults={faults} />
  const reported = schools.value.filter(({ state }) => state === 'reported' || state === 'queried')
  if (reported.length === 0) return <NothingYet faults={faults} />
  const progress = now ? progressOf(now) : null
  if (findings.length === 0 && (progress === null || progress.corrected === 0))
    return (
      <AllPass
        view={shown.value}
        reported={reported.length}
        expected={schools.value.filter(({ school }) => school.active).length}
      />
    )
  return (
    <Findings
      findings={findings}
      faults={faults}
      forms={forms.value}
      schools={schools.value}
      progress={progress}
    />
  )
}

function useListed(list: FindingList | null): Listed[] | null {
  return useMemo(() => list && listed(list), [list])
}

interface Props {
  findings: Listed[]
  faults: FindingList['faults']
  forms: Form[]
  schools: SchoolRow[]
  progress: Progress | null
}

function Findings({ findings, faults, forms, schools, progress }: Props): ReactNode {
  const all = useWords()
  const { check: words, queries: asking } = all
  const { store } = useDesk()
  const wish = useDeskState((state) => state.check)
  const { group, severity, state, text } = wish
  const list = useRef<HTMLDivElement>(null)
  const textOf = useMemo(() => searchText(forms), [forms])
  const held = useMemo(() => holding(findings, text, textOf), [findings, text, textOf])
  const impactWords = useWords().impact
  const lang = useDeskState((desk) => desk.lang)
  const moved = useImpact(group === 'impact')
  const { lines, height } = useMemo(() => {
    const name = (id: string): string =>
      `${id} ${forms.find((form) => form.id === id)?.title ?? ''}`.trim()
    const chosen = wanted(held, { severity, state })
    if (group !== 'impact') return linesOf(chosen, group, name)
    if (!moved) return { lines: [], height: 0 }
    return impactLines(chosen, moved, {
      headline: ({ title, bound, unit, unknown }) =>
        impactWords.headline(title, bound, unit, unknown),
      none: impactWords.none,
      amount: (amount, unit) =>
        amount === null ? impactWords.unknown : impactWords.amount(amount, unit),
    })
  }, [held, forms, group, severity, state, moved, impactWords])
  useEffect(
    () => offerShown(list.current, () => findingsTable(lines, { lang, words: all })),
    [lines, lang, all],
  )
  const keys = useMemo(
    () => lines.flatMap((line) => (line.kind === 'finding' ? [line.key] : [])),
    [lines],
  )
  const typing = useSettled(text, REST) !== text
  const { picked, pick, onKey } = usePicked(keys, list, typing)
  const at = picked === null ? -1 : keys.indexOf(picked)
  const chosen = at < 0 && !typing ? null : refOfKey(picked ?? '')
  const next = refOfKey(keys[at + 1] ?? '')
  const finding = useFinding({ picked: chosen, next: next?.school ?? null })
  // It follows the cell, not the list: a letter typed into the filter leaves it alone.
  const panel = useMemo(() => <Panel forms={forms} schools={schools} />, [forms, schools])
  useFormButton()
  const nothing = chosen === null
  useEffect(() => {
    if (nothing) store.set({ selected: null })
  }, [nothing, store])
  const { ask, busy } = useAsk()
  const inState = (state: FindingState): number =>
    findings.filter((one) => one.state === state).length
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || store.get().request !== null) return
    if (event.target instanceof Element && event.target.closest('.finding')) list.current?.focus()
  }
  return (
    // Escape leads back to the list from wherever it was left.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="check" onKeyDown={onEscape}>
      <section className="findings">
        <Faults faults={faults} />
        {progress && <SettledBar progress={progress} />}
        <Button
          size="small"
          className="queries-button"
          icon={<MailArrowUpRegular />}
          onClick={() => store.set({ layer: { kind: 'queries', back: null } })}
        >
          {asking.open}
        </Button>
        <ListBar findings={held} />
        <FindingsList
          lines={lines}
          height={height}
          by={group}
          picked={picked}
          box={list}
          onPick={pick}
          onKey={onKey}
        />
        {group === 'impact' && !moved && <p className="state-note">{impactWords.loading}</p>}
        {keys.length === 0 && (group !== 'impact' || moved) && (
          <NothingListed
            open={inState('open')}
            asked={inState('asked')}
            explained={inState('explained')}
          />
        )}
        <p className="findings-count figures">
          <span>{words.shown(keys.length, findings.length - inState('corrected'))}</span>
          <span className="hint">{words.keys}</span>
        </p>
      </section>
      {finding.value ? (
        <FindingView
          finding={finding.value}
          forms={forms}
          schools={schools}
          asking={busy}
          onAsk={() => chosen && ask([chosen.school])}
          onLater={() => pick(keyAfter(keys, picked, { move: 1 }))}
        />
      ) : (
        <section className="finding" aria-busy={chosen !== null}>
          {chosen === null ? (
            <p className="state-note">{words.pick}</p>
          ) : (
            finding.error && <StateNote error={finding.error} />
          )}
        </section>
      )}
      {panel}
    </div>
  )
}
