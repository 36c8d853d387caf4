import { ToggleButton } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { Chip } from '../ui/chip.tsx'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { FindingGroup, CheckView } from '../state/check-view.ts'
import { useWords } from '../state/use-words.ts'
import { countsOf } from './filter.ts'
import type { Listed } from './listed.ts'
import { STANDS } from './stand.ts'
import { FilterInput } from '../ui/filter-input.tsx'

const GROUPS: FindingGroup[] = ['school', 'rule', 'form', 'impact']
const SEVERITIES = ['error', 'query'] as const

/**
 * How the findings are grouped and which of them are shown.
 *
 * @param findings those that hold the text of the filter
 */
export function ListBar({ findings }: { findings: readonly Listed[] }): ReactNode {
  const { store } = useDesk()
  const words = useWords().check
  const view = useDeskState((state) => state.check)
  const counts = countsOf(findings, view)
  const set = (change: Partial<CheckView>): void =>
    store.set({ check: { ...store.get().check, ...change } })
  return (
    <div className="findings-bar">
      <fieldset className="switch" aria-label={words.by}>
        {GROUPS.map((one) => (
          <ToggleButton
            key={one}
            size="small"
            checked={view.group === one}
            appearance={view.group === one ? 'primary' : 'secondary'}
            onClick={() => set({ group: one })}
          >
            {words.group[one]}
          </ToggleButton>
        ))}
      </fieldset>
      <FilterInput
        size="small"
        className="findings-search"
        aria-label={words.search}
        placeholder={words.search}
        contentBefore={<SearchRegular />}
        value={view.text}
        onText={(text) => set({ text })}
      />
      <span className="chips">
        {SEVERITIES.map((one) => (
          <Chip
            key={one}
            on={view.severity === one}
            label={words.severity[one]}
            count={counts[one]}
            onClick={() => set({ severity: view.severity === one ? null : one })}
          />
        ))}
        {STANDS.filter((one) => one === 'open' || counts[one] > 0 || view.state === one).map(
          (one) => (
            <Chip
              key={one}
              on={view.state === one}
              label={words.state[one]}
              count={counts[one]}
              onClick={() => set({ state: view.state === one ? null : one })}
            />
          ),
        )}
      </span>
    </div>
  )
}
