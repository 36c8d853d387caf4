import { Dropdown, Option } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { RegisterLine } from '../../shared/register.ts'
import { useWords } from '../state/use-words.ts'
import { choicesOf, SchoolField } from '../ui/school-field.tsx'
import { claimed, lineKey } from './line-choice.ts'
import type { Choice, Choices } from './line-choice.ts'

/** What becomes of a school that the new register lacks: closed, left, merged, or one of the added lines. */
export function GoneChoice(props: {
  line: RegisterLine
  lines: RegisterLine[]
  schools: SchoolRow[]
  choices: Choices
  choice: Choice
  onChoose: (choice: Choice) => void
}): ReactNode {
  const { line, lines, schools, choices, choice, onChoose } = props
  const words = useWords().register
  const taken = claimed(lines, choices)
  const own = typeof choice === 'object' && 'as' in choice ? choice.as : null
  const free = lines.filter(
    (one) => one.kind === 'added' && (lineKey(one) === own || !taken.has(lineKey(one))),
  )
  const names = new Map<string, string>([
    ['take', words.difference.close],
    ['leave', words.difference.leave],
    ['into', words.difference.into],
    ...free.map((one): [string, string] => [lineKey(one), words.difference.as(one.name)]),
  ])
  const key = typeof choice === 'string' ? choice : 'into' in choice ? 'into' : choice.as
  const choose = (to: string): void => {
    if (to === 'take' || to === 'leave') onChoose(to)
    else if (to === 'into') onChoose({ into: null })
    else onChoose({ as: to })
  }
  return (
    <span className="register-gone">
      <Dropdown
        size="small"
        aria-label={`${line.name} ${words.difference.choice}`}
        value={names.get(key) ?? ''}
        selectedOptions={[key]}
        onOptionSelect={(_, data) => choose(data.optionValue ?? key)}
      >
        {[...names].map(([one, name]) => (
          <Option key={one} value={one}>
            {name}
          </Option>
        ))}
      </Dropdown>
      {typeof choice === 'object' && 'into' in choice && (
        <SchoolField
          label={words.mergeInto(line.name)}
          placeholder={words.typeName}
          schools={choicesOf(schools).filter(({ id }) => id !== line.school)}
          value={choice.into ?? ''}
          onChange={(into) => onChoose({ into: into === '' ? null : into })}
        />
      )}
    </span>
  )
}
