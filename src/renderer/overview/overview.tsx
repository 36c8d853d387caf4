import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { ArrowRightRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { allReported } from '../../shared/coverage.ts'
import type { Overview } from '../../shared/overview.ts'
import { withSeparators } from '../../shared/separators.ts'
import { singular } from '../../shared/words/singular.ts'
import { useExport } from '../state/export.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { ByDay } from './by-day.tsx'
import { CopyNotice } from './copy-notice.tsx'
import { Coverage } from './coverage.tsx'
import { ImpactTile } from './impact-tile.tsx'
import { Headline } from './headline.tsx'
import { Latest } from './latest.tsx'
import { nextThing } from './next-thing.ts'
import { Recent } from './recent.tsx'
import { showAdopted, showFindings, showSchools, showTray } from './go.ts'
import './overview.css'

/** 总览: where the work stands, in sentences that lead to what they speak of. */
export function OverviewScreen(): ReactNode {
  const overview = useDeskState((state) => state.overview)
  // A correction changes no file.
  const files = useCall('files', {}, { revision: overview?.receivedRevision ?? 0 })
  const desk = useDesk()
  const { join } = useWords()
  if (!overview) return null
  return (
    <div className="overview">
      <div className="overview-top">
        {overview.incomplete !== null && <CopyNotice incomplete={overview.incomplete} />}
        {overview.joinConflicts > 0 && (
          <MessageBar intent="warning" layout="singleline">
            <MessageBarBody>{join.open(overview.joinConflicts)}</MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={() => desk.store.set({ joinList: true })}>
                {join.decide}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        <Tiles overview={overview} />
      </div>
      <Headline />
      <div className="overview-column">
        <Coverage overview={overview} />
        <ByDay files={files.value} />
      </div>
      <div className="overview-column">
        <Latest files={files.value} />
        <Recent overview={overview} />
      </div>
    </div>
  )
}

function Tiles({ overview }: { overview: Overview }): ReactNode {
  const desk = useDesk()
  const { overview: words, held } = useWords()
  const exporting = useExport()
  const next = nextThing(overview)
  const units = overview.coverage.units !== undefined
  // A 0 before anything came in is no good news.
  const begun = allReported(overview.coverage) > 0
  const tiles: {
    count: number | null
    text: string
    hint: string
    go: () => void
    goHint?: () => void
  }[] = [
    {
      count: overview.states.missing,
      text: words.missing(units),
      hint: words.of(overview.coverage.expected, overview.coverage.units?.expected ?? 0),
      go: () => showSchools(desk, 'missing'),
    },
    {
      count: overview.unclaimed,
      text: words.unclaimed,
      hint: words.unclaimedHint,
      go: () => showSchools(desk, 'unclaimed'),
    },
    {
      count: overview.states.queried,
      text: words.queried(units),
      hint: words.queriedHint,
      go: () => showSchools(desk, 'queried'),
    },
    {
      count: overview.unreadable,
      text: words.unreadable,
      hint: words.unreadableHint,
      go: () => showSchools(desk, 'unreadable'),
    },
    {
      count: overview.adopted,
      text: words.adopted,
      hint: words.adoptedHint,
      go: () => void showAdopted(desk),
    },
    // Only while there is one: it is decided on before anything else.
    ...(overview.held > 0
      ? [{ count: overview.held, text: held.count, hint: held.hint, go: () => showTray(desk) }]
      : []),
    ...((overview.faults ?? 0) > 0
      ? [
          {
            count: overview.faults,
            text: words.faults,
            hint: words.faultsHint,
            go: () => showFindings(desk),
          },
        ]
      : []),
    {
      count: overview.findings?.error ?? null,
      text: words.errors,
      hint: !overview.findings
        ? words.checking
        : begun
          ? words.queryHint(overview.findings.query)
          : words.nothingChecked,
      go: () => showFindings(desk, 'error'),
      goHint: () => showFindings(desk, 'query'),
    },
  ]
  const nextText = {
    held: held.next,
    claim: words.nextClaim,
    rejected: words.nextRejected,
    queried: words.nextCheck,
    unreadable: words.nextUnreadable,
    receive: () => words.nextFirst,
    unread: words.nextUnread,
    checking: () => words.checking,
    faults: words.nextFaults,
    missing: words.nextReceive,
    settle: words.nextSettle,
    export: () => words.nextExport,
  }[next.what](next.count, units)
  const goNext = (): void => {
    if (next.what === 'export') exporting.start()
    else if (next.what === 'held') showTray(desk)
    else if (next.what === 'settle' || next.what === 'faults' || next.what === 'checking')
      showFindings(desk)
    else if (next.what === 'receive' || next.what === 'unread') showTray(desk)
    else showSchools(desk, next.what === 'claim' ? 'unclaimed' : next.what)
  }
  return (
    <section
      className="tiles"
      style={{ gridTemplateColumns: `repeat(${tiles.length + 1}, minmax(0, 1fr))` }}
    >
      {tiles.map((tile) => (
        <div key={tile.text} className={tile.count !== 0 || !begun ? 'tile' : 'tile tile-calm'}>
          <button type="button" className="tile-go" onClick={tile.go}>
            <span className="tile-line">
              <b className="figures">{shownCount(tile.count, begun)}</b>{' '}
              {behind(tile.count, tile.text)}
            </span>
            {tile.goHint === undefined && <small>{tile.hint}</small>}
          </button>
          {tile.goHint !== undefined && (
            <button type="button" className="tile-go" onClick={tile.goHint}>
              <small>{tile.hint}</small>
            </button>
          )}
        </div>
      ))}
      <ImpactTile begun={begun} />
      <div className="next">
        <span>{words.next}</span>
        <Button
          appearance="primary"
          icon={<ArrowRightRegular />}
          iconPosition="after"
          onClick={goNext}
        >
          {nextText}
        </Button>
      </div>
    </section>
  )
}

/** What is counted, as it stands behind that number: “1 file unclaimed”. */
function behind(count: number | null, text: string): string {
  return count === 1 ? singular(`1 ${text}`).slice(2) : text
}

/** A count; "—" where nothing came in that could be counted, "…" while it is being worked out. */
function shownCount(count: number | null, begun: boolean): string {
  if (count === null) return '…'
  return count === 0 && !begun ? '—' : withSeparators(String(count))
}
