import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { change, notify } from '../../state/actions.ts'
import { useDesk } from '../../state/context.tsx'
import { useWords } from '../../state/use-words.ts'
import { AddingUp } from '../measure/adding-up.tsx'
import { useCatalog, useConsolidate } from '../measure/use-consolidate.ts'
import { Bridge } from './bridge.tsx'
import { LastYearList } from './last-year-list.tsx'
import { Links } from './links.tsx'
import './years.css'

const PARTS = ['bridge', 'links', 'list'] as const

/** 上年比较: what moved a total, and which schools of both years are the same. */
export function YearsTab(): ReactNode {
  const words = useWords().years
  const catalog = useCatalog()
  const [{ yearsPart }, set] = useConsolidate()
  if (!catalog.value) return <AddingUp of={catalog} />
  const { lastYear } = catalog.value
  if (lastYear === null)
    return (
      <div className="empty">
        <h2>{words.noSource}</h2>
        <p>{words.noSourceHint}</p>
        <ChooseButton primary />
      </div>
    )
  return (
    <div className="years">
      <div className="indicators-bar years-bar">
        <span className="chips">
          {PARTS.map((part) => (
            <button
              key={part}
              type="button"
              className="chip"
              aria-pressed={part === yearsPart}
              onClick={() => set({ yearsPart: part })}
            >
              {words.parts[part]}
            </button>
          ))}
        </span>
        <span className="hint years-source">{words.source(lastYear.source, lastYear.schools)}</span>
        <ChooseButton />
      </div>
      {yearsPart === 'bridge' && <Bridge catalog={catalog.value} />}
      {yearsPart === 'links' && <Links />}
      {yearsPart === 'list' && <LastYearList />}
    </div>
  )
}

function ChooseButton({ primary = false }: { primary?: boolean }): ReactNode {
  const desk = useDesk()
  const words = useWords().years
  const choose = async (): Promise<void> => {
    const [file] = await desk.host.pick({ kind: 'files', accept: ['huishu', 'xlsx', 'xls'] })
    if (!file) return
    const ok = await change(desk, () =>
      desk.api.chooseLastYear({ grant: file.grant, path: file.path, reason: '' }),
    )
    if (ok) notify(desk, 'success', words.chosen)
  }
  return (
    <Button
      size="small"
      appearance={primary ? 'primary' : 'secondary'}
      onClick={() => void choose()}
    >
      {words.choose}
    </Button>
  )
}
