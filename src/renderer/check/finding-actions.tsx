import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import type { Finding } from '../../shared/findings.ts'
import { shortTime } from '../figures/show.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { commandAt, keyOf } from '../commands/command-list.ts'
import type { CommandId } from '../commands/command-list.ts'
import { takesLetters } from './keys.ts'

interface Props {
  finding: Finding
  asking: boolean
  onAsk: () => void
  onLater: () => void
}

/** What can be done with a finding beside adopting a repair: each also by its letter. */
export function FindingActions({ finding, asking, onAsk, onLater }: Props): ReactNode {
  const words = useWords().action
  const { asked } = finding
  useActionKeys({
    'ask-school': onAsk,
    explain: toExplanation,
    later: onLater,
    'adopt-first': adoptFirst,
  })
  return (
    <fieldset className="finding-actions" aria-label={words.label}>
      <Button size="small" title={words.askHint} disabled={asking} onClick={onAsk}>
        {words.ask} <kbd>{keyOf('ask-school')}</kbd>
      </Button>
      <Button size="small" title={words.explainHint} onClick={toExplanation}>
        {words.explain} <kbd>{keyOf('explain')}</kbd>
      </Button>
      <Button size="small" title={words.laterHint} onClick={onLater}>
        {words.later} <kbd>{keyOf('later')}</kbd>
      </Button>
      {asked && (
        <span className="hint figures">{words.askedAt(asked.person, shortTime(asked.at))}</span>
      )}
    </fieldset>
  )
}

/** The school's own value comes before what the program proposes. */
function adoptFirst(): void {
  document.querySelector<HTMLButtonElement>('.answer-adopt button, .repair button')?.click()
}

function toExplanation(): void {
  document.querySelector<HTMLElement>('.explain input, .explained button')?.focus()
}

/** Single letters that work wherever nothing is typed. */
function useActionKeys(acts: Partial<Record<CommandId, () => void>>): void {
  const { store } = useDesk()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || takesLetters(event.target)) return
      if (store.get().layer !== null || store.get().request !== null) return
      const id = commandAt('check', event)
      const act = id === null ? undefined : acts[id]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
