import { Button } from '@fluentui/react-components'
import { AddRegular, ArrowExportRegular, SearchRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ControlsView } from '../../shared/controls.ts'
import { Chip } from '../ui/chip.tsx'
import { useExport } from '../state/export.ts'
import { StateNote } from '../ui/state-note.tsx'
import { attempt, change, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { ControlTable } from './control-table.tsx'
import { countsOf, wantedLines } from './filter.ts'
import type { ControlFilter } from './filter.ts'
import { Sources } from './sources.tsx'
import { FilterInput } from '../ui/filter-input.tsx'
import './controls.css'

/** 数据比对: every total of another source beside the schools' sum, with what may explain a difference. */
export function Controls(): ReactNode {
  const words = useWords().controls
  const basis = useDeskState((state) => state.basis)
  const loaded = useCall('controls', { basis })
  if (!loaded.value) return <StateNote error={loaded.error} />
  if (loaded.value.sources.length === 0)
    return (
      <div className="empty">
        <h2>{words.emptyTitle}</h2>
        <p>{words.empty}</p>
        <AddButton primary />
      </div>
    )
  return <Held view={loaded.value} />
}

function Held({ view }: { view: ControlsView }): ReactNode {
  const { api } = useDesk()
  const words = useWords().controls
  const { basis, lang } = useDeskState((state) => state)
  const exporting = useExport(() => api.exportControls({ basis, lang }))
  const counts = countsOf(view.lines)
  const [filter, setFilter] = useState<ControlFilter>('different')
  const [text, setText] = useState('')
  const lines = wantedLines(view.lines, filter, text)
  return (
    <div className="controls">
      <Sources sources={view.sources} />
      <div className="controls-bar">
        <span className="chips">
          {(['different', 'equal', 'all'] as const).map((one) => (
            <Chip
              key={one}
              on={filter === one}
              label={words[one]}
              count={counts[one]}
              onClick={() => setFilter(one)}
            />
          ))}
        </span>
        <FilterInput
          size="small"
          aria-label={words.search}
          placeholder={words.search}
          contentBefore={<SearchRegular />}
          value={text}
          onText={setText}
        />
        <span className="controls-buttons">
          <AddButton primary={false} />
          <Button
            size="small"
            icon={<ArrowExportRegular />}
            disabled={exporting.busy}
            onClick={exporting.start}
          >
            {words.export}
          </Button>
        </span>
      </div>
      {lines.length === 0 ? (
        <p className="state-note">
          {counts.different === 0 && filter === 'different' && text === ''
            ? words.allEqual(counts.all)
            : words.none}
        </p>
      ) : (
        <ControlTable key={`${filter} ${text}`} lines={lines} />
      )}
    </div>
  )
}

function AddButton({ primary }: { primary: boolean }): ReactNode {
  const desk = useDesk()
  const words = useWords().controls
  const add = async (): Promise<void> => {
    const picked = await attempt(desk, () => desk.host.pick({ kind: 'files' }))
    if (picked === null || picked.length === 0) return
    const asked = { files: picked, reason: words.reason }
    if (await change(desk, () => desk.api.importControls(asked)))
      notify(desk, 'success', words.added)
  }
  return (
    <Button
      size="small"
      appearance={primary ? 'primary' : 'secondary'}
      icon={<AddRegular />}
      onClick={() => void add()}
    >
      {words.add}
    </Button>
  )
}
