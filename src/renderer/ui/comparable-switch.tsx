import { Switch } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** 可比口径: whether both years stand on the same schools; one choice for every screen that compares. */
export function ComparableSwitch({ className = '' }: { className?: string }): ReactNode {
  const words = useWords().consolidate
  const { store } = useDesk()
  const checked = useDeskState((state) => state.consolidate.comparable)
  return (
    <Switch
      className={className}
      label={words.comparable}
      title={words.comparableHint}
      checked={checked}
      onChange={(_, data) =>
        store.set({
          consolidate: { ...store.get().consolidate, comparable: data.checked, place: null },
        })
      }
    />
  )
}
