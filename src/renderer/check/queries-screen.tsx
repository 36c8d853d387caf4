import { Button } from '@fluentui/react-components'
import { ArrowExportRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { SchoolQueries } from '../../shared/queries.ts'
import { errorText } from '../../shared/words/say.ts'
import { Chip } from '../ui/chip.tsx'
import { LayerBar } from '../ui/layer-bar.tsx'
import { useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { QueriesTable } from './queries-table.tsx'
import { QueryText } from './query-text.tsx'
import { useAsk } from './use-ask.ts'
import './queries.css'

const PARTS = ['open', 'asked', 'answered', 'settled'] as const

/** 退回核实 over all schools: who was asked what, who answered, what is to be decided. */
export function QueriesScreen(): ReactNode {
  const words = useWords().queries
  const lang = useDeskState((state) => state.lang)
  const [part, setPart] = useState<(typeof PARTS)[number] | null>(null)
  const [text, setText] = useState<{ id: string; name: string } | null>(null)
  const { ask, busy } = useAsk()
  const view = useCall('queries', {})
  const schools = view.value?.schools ?? []
  const shown = schools.filter((row) => part === null || row[part] > 0)
  const waiting = shown.filter((row) => unsettled(row) > 0)
  return (
    <div className="queries">
      <LayerBar back={words.back} title={words.title}>
        <span className="chips">
          <Chip
            on={part === null}
            label={words.chips.all}
            count={schools.length}
            onClick={() => setPart(null)}
          />
          {PARTS.map((one) => (
            <Chip
              key={one}
              on={part === one}
              label={words.chips[one]}
              count={schools.filter((row) => row[one] > 0).length}
              onClick={() => setPart(part === one ? null : one)}
            />
          ))}
        </span>
        <Button
          size="small"
          appearance="primary"
          className="queries-all"
          icon={<ArrowExportRegular />}
          title={words.exportAllHint}
          disabled={waiting.length === 0 || busy}
          onClick={() => ask(waiting.map((row) => row.school))}
        >
          {words.exportAll(waiting.length)}
        </Button>
      </LayerBar>
      <p className="hint queries-hint">{words.hint}</p>
      {view.error && !view.value && (
        <p className="state-note" role="alert">
          {errorText(lang, view.error)}
        </p>
      )}
      {!view.value && !view.error && <p className="state-note">{words.loading}</p>}
      {view.value && shown.length === 0 && (
        <p className="state-note">{schools.length === 0 ? words.none : words.noneHere}</p>
      )}
      {shown.length > 0 && (
        <QueriesTable
          rows={shown}
          busy={busy}
          onAsk={(school) => ask([school])}
          onText={(row) => setText({ id: row.school, name: row.name })}
        />
      )}
      <QueryText school={text} onClose={() => setText(null)} />
    </div>
  )
}

function unsettled({ open, asked, answered }: SchoolQueries): number {
  return open + asked + answered
}
