import { Button, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { YearSchool } from '../../../shared/consolidate.ts'
import { useWords } from '../../state/use-words.ts'
import { Choice } from '../measure/choice.tsx'

type Side = readonly Pick<YearSchool, 'id' | 'name' | 'town'>[]

interface Chosen {
  before: string[]
  now: string[]
}

const NONE: Chosen = { before: [], now: [] }

/** Schools before and after, put together with a reason. What was chosen goes when it has been taken. */
export function LinkFields(props: {
  /** Of what the schools are: what was chosen of one is none of another's. */
  of?: string
  before: { label: string; all: Side }
  now: { label: string; all: Side }
  /** Whether it was taken. */
  onLink: (said: Chosen & { reason: string }) => Promise<boolean>
}): ReactNode {
  const words = useWords().years
  const { of = '' } = props
  const [chosen, setChosen] = useState({ of, ...NONE })
  const { before, now } = chosen.of === of ? chosen : NONE
  const choose = (change: Partial<Chosen>): void => setChosen({ of, before, now, ...change })
  const [reason, setReason] = useState('')
  const link = async (): Promise<void> => {
    if (!(await props.onLink({ before, now, reason }))) return
    choose(NONE)
    setReason('')
  }
  return (
    <>
      <LinkSide {...props.before} chosen={before} onChange={(ids) => choose({ before: ids })} />
      <LinkSide {...props.now} chosen={now} onChange={(ids) => choose({ now: ids })} />
      <Input
        size="small"
        aria-label={words.reason}
        placeholder={words.reason}
        value={reason}
        onChange={(_, data) => setReason(data.value)}
      />
      <div className="indicator-ways">
        <Button
          size="small"
          appearance="primary"
          disabled={before.length + now.length === 0}
          onClick={() => void link()}
        >
          {words.link}
        </Button>
      </div>
    </>
  )
}

/** Schools of one year chosen one after another. */
function LinkSide(props: {
  label: string
  all: Side
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
