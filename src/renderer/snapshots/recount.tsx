import { Button } from '@fluentui/react-components'
import { CalculatorRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { withSeparators } from '../../shared/separators.ts'
import { attempt, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** Differences named in the notice; more than a few mean the same. */
const NAMED = 5

/** 复算核对: has every total and indicator worked out a second time, and says how it went. */
export function Recount(): ReactNode {
  const desk = useDesk()
  const words = useWords().recount
  const [busy, setBusy] = useState(false)
  const start = async (): Promise<void> => {
    setBusy(true)
    const { basis } = desk.store.get()
    const found = await attempt(desk, () => desk.api.recount({ basis }))
    setBusy(false)
    if (found === null) return
    const totals = withSeparators(String(found.totals))
    const { differences, indicators } = found
    if (differences.length === 0) {
      notify(desk, 'success', words.agree(totals, indicators))
      return
    }
    const named = differences
      .slice(0, NAMED)
      .map(({ name, group, part, lastYear, comparable, program, recount }) => {
        const basis = comparable ? words.comparable : ''
        const what = [name, group, basis, lastYear ? words.lastYear : '', words.parts[part]]
        return words.one(what.filter(Boolean).join(' '), program, recount)
      })
    notify(
      desk,
      'error',
      [words.differ(differences.length, totals, indicators), ...named].join('\n'),
    )
  }
  return (
    <Button
      size="small"
      icon={<CalculatorRegular />}
      title={words.hint}
      disabled={busy}
      onClick={() => void start()}
    >
      {words.start}
    </Button>
  )
}
