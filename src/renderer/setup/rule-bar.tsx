import { Button, Dropdown, Option } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { RuleOrigin } from '../../shared/rules.ts'
import { useWords } from '../state/use-words.ts'
import type { RuleFilter } from './rule-filter.ts'
import { FilterInput } from '../ui/filter-input.tsx'

const ORIGINS: RuleOrigin[] = ['own', 'list', 'shipped', 'derived']
const STATES = ['running', 'failing', 'off', 'wrong', 'other'] as const

/** Searching and narrowing the list of rules, and making a new one. */
export function RuleBar(props: {
  filter: RuleFilter
  onFilter: (filter: RuleFilter) => void
  onMake: () => void
}): ReactNode {
  const words = useWords().rules
  const { filter, onFilter } = props
  const origin = filter.origin === null ? words.allOrigins : words.origin[filter.origin]
  return (
    <div className="rules-bar">
      <FilterInput
        size="small"
        type="search"
        className="rules-search"
        placeholder={words.search}
        aria-label={words.search}
        value={filter.text}
        onText={(text) => onFilter({ ...filter, text })}
      />
      <Dropdown
        size="small"
        className="rules-choice"
        aria-label={words.from}
        value={origin}
        selectedOptions={[filter.origin ?? '']}
        onOptionSelect={(_, data) =>
          onFilter({ ...filter, origin: ORIGINS.find((one) => one === data.optionValue) ?? null })
        }
      >
        <Option value="">{words.allOrigins}</Option>
        {ORIGINS.map((one) => (
          <Option key={one} value={one}>
            {words.origin[one]}
          </Option>
        ))}
      </Dropdown>
      <Dropdown
        size="small"
        className="rules-choice"
        aria-label={words.state}
        value={words.which[filter.state ?? 'all']}
        selectedOptions={[filter.state ?? '']}
        onOptionSelect={(_, data) =>
          onFilter({ ...filter, state: STATES.find((one) => one === data.optionValue) ?? null })
        }
      >
        <Option value="">{words.which.all}</Option>
        {STATES.map((one) => (
          <Option key={one} value={one}>
            {words.which[one]}
          </Option>
        ))}
      </Dropdown>
      <Button size="small" appearance="primary" onClick={props.onMake}>
        {words.make}
      </Button>
    </div>
  )
}
