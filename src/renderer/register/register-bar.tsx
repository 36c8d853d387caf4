import { Button } from '@fluentui/react-components'
import { AddRegular, DocumentArrowUpRegular, SearchRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useDesk, useDeskState } from '../state/context.tsx'
import { offerRegister } from '../state/show-register.ts'
import type { RegisterScreen, RegisterWhich } from '../state/register-screen.ts'
import { useWords } from '../state/use-words.ts'
import { Chip } from '../ui/chip.tsx'
import { isOf } from './register-rows.ts'
import type { RegisterRow } from './register-rows.ts'
import { FilterInput } from '../ui/filter-input.tsx'

const WHICH: RegisterWhich[] = ['all', 'active', 'closed', 'merged', 'noted']

/** Search, filters, and what can be done to the register as a whole. */
export function RegisterBar({ rows }: { rows: readonly RegisterRow[] }): ReactNode {
  const desk = useDesk()
  const words = useWords().register
  const screen = useDeskState((state) => state.register)
  const set = (part: Partial<RegisterScreen>): void =>
    desk.store.set({ register: { ...desk.store.get().register, ...part } })
  const counts = WHICH.map((which) => rows.filter((row) => isOf(row, which)).length)
  return (
    <header className="register-bar">
      <FilterInput
        size="small"
        type="search"
        className="register-search"
        aria-label={words.search}
        placeholder={words.search}
        contentBefore={<SearchRegular />}
        value={screen.text}
        onText={(text) => set({ text })}
      />
      <div className="chips">
        {WHICH.map((which, at) => (
          <Chip
            key={which}
            on={screen.which === which}
            label={words.which[which]}
            count={counts[at] ?? 0}
            onClick={() => set({ which })}
          />
        ))}
      </div>
      <span className="register-deeds">
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() => set({ adding: { code: '', name: '' }, picked: null })}
        >
          {words.add}
        </Button>
        <Button
          size="small"
          appearance="primary"
          icon={<DocumentArrowUpRegular />}
          onClick={() => void offerRegister(desk)}
        >
          {words.offer}
        </Button>
      </span>
    </header>
  )
}
