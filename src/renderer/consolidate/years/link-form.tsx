import { Button, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { LinksView, YearSchool } from '../../../shared/consolidate.ts'
import { useDesk } from '../../state/context.tsx'
import { useWords } from '../../state/use-words.ts'
import { Choice } from '../measure/choice.tsx'
import { linkSchools } from './link-schools.ts'

/** Schools of both years put together by hand. */
export function LinkForm({ view }: { view: LinksView }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const { years } = words
  const [before, setBefore] = useState<string[]>([])
  const [now, setNow] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const done = async (): Promise<void> => {
    if (!(await linkSchools(desk, words, { before, now, reason }))) return
    setBefore([])
    setNow([])
    setReason('')
  }
  return (
    <aside className="panel">
      <h2>{years.linkByHand}</h2>
      <p className="hint">{years.linkHint}</p>
      <LinkSide label={years.before} all={view.before} chosen={before} onChange={setBefore} />
      <LinkSide label={years.now} all={view.now} chosen={now} onChange={setNow} />
      <Input
        size="small"
        aria-label={years.reason}
        placeholder={years.reason}
        value={reason}
        onChange={(_, data) => setReason(data.value)}
      />
      <div className="indicator-ways">
        <Button
          size="small"
          appearance="primary"
          disabled={before.length + now.length === 0}
          onClick={() => void done()}
        >
          {years.link}
        </Button>
      </div>
    </aside>
  )
}

/** Schools of one year chosen one after another. */
export function LinkSide(props: {
  label: string
  all: Pick<YearSchool, 'id' | 'name' | 'town'>[]
  chosen: string[]
  onChange: (ids: string[]) => void
}): ReactNode {
  const { label, all, chosen, onChange } = props
  const words = useWords()
  const name = (id: string): string => all.find((one) => one.id === id)?.name ?? id
  return (
    <div className="link-side">
      <h3>{label}</h3>
      {chosen.map((id) => (
        <span key={id} className="item-chip">
          {name(id)}
          <button
            type="button"
            className="link"
            aria-label={words.measure.remove(name(id))}
            onClick={() => onChange(chosen.filter((one) => one !== id))}
          >
            ✕
          </button>
        </span>
      ))}
      <Choice
        label={label}
        value=""
        placeholder={label}
        options={all
          .filter(({ id }) => !chosen.includes(id))
          .map((one) => ({ value: one.id, text: one.name, hint: `${one.id} ${one.town}` }))}
        onChange={(id) => onChange([...chosen, id])}
      />
    </div>
  )
}
