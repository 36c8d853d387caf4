import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { RegisterLine } from '../../shared/register.ts'
import { schoolStateText } from '../../shared/words/say.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { StateChip } from '../ui/state-chip.tsx'
import { GoneChoice } from './gone-choice.tsx'
import { claimed, lineKey } from './line-choice.ts'
import type { Choice } from './line-choice.ts'

const KINDS = ['changed', 'added', 'gone'] as const

/** Lines drawn of a kind before the rest is asked for. */
const SHOWN = 200

interface Props {
  lines: RegisterLine[]
  schools: SchoolRow[]
  choices: ReadonlyMap<string, Choice>
  onChange: (choices: Map<string, Choice>) => void
}

/** The lines by what they are; each can be left out. */
export function DifferenceLines(props: Props): ReactNode {
  return KINDS.map((kind) => {
    const own = props.lines.filter((line) => line.kind === kind)
    return own.length === 0 ? null : <Section key={kind} kind={kind} own={own} {...props} />
  })
}

function Section(props: Props & { kind: RegisterLine['kind']; own: RegisterLine[] }): ReactNode {
  const { kind, own, lines, schools, choices, onChange } = props
  const words = useWords().register.difference
  const [all, setAll] = useState(false)
  const taken = claimed(lines, choices)
  const put = (some: RegisterLine[], choice: Choice): void => {
    const next = new Map(choices)
    for (const line of some) next.set(lineKey(line), choice)
    onChange(next)
  }
  const on = own.filter((line) => (choices.get(lineKey(line)) ?? 'leave') !== 'leave').length
  const shown = all ? own : own.slice(0, SHOWN)
  return (
    <section className="card register-lines" aria-label={words.sections[kind]}>
      <h2>
        <Checkbox
          aria-label={words.all(words.sections[kind])}
          checked={on === 0 ? false : on === own.length ? true : 'mixed'}
          onChange={(_, data) => put(own, data.checked === false ? 'leave' : 'take')}
        />
        {words.sections[kind]} <span className="figures">{own.length}</span>
      </h2>
      <table className="plain-table" data-rest={own.length - shown.length}>
        <tbody>
          {shown.map((line) => (
            <tr key={lineKey(line)}>
              <Line
                line={line}
                row={schools.find(({ school }) => school.id === line.school) ?? null}
                as={taken.get(lineKey(line)) ?? null}
                choice={choices.get(lineKey(line)) ?? 'leave'}
                onChoose={(choice) => put([line], choice)}
                {...{ lines, schools, choices }}
              />
            </tr>
          ))}
        </tbody>
      </table>
      {own.length > shown.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {words.more(own.length - shown.length)}
        </button>
      )}
    </section>
  )
}

function Line(
  props: Omit<Props, 'onChange'> & {
    line: RegisterLine
    row: SchoolRow | null
    /** Name of the school that this added line was said to be. */
    as: string | null
    choice: Choice
    onChoose: (choice: Choice) => void
  },
): ReactNode {
  const { line, row, as, choice, onChoose } = props
  const words = useWords().register.difference
  const lang = useDeskState((state) => state.lang)
  return (
    <>
      <td className="register-tick">
        <Checkbox
          aria-label={line.name}
          disabled={as !== null}
          checked={as !== null || choice !== 'leave'}
          onChange={(_, data) => onChoose(data.checked === true ? 'take' : 'leave')}
        />
      </td>
      <td className="register-who">
        {line.name} <small className="hint figures">{line.code}</small>
      </td>
      <td className="register-state">
        {row?.school.active === true && (
          <StateChip state={row.state} label={schoolStateText(lang, row.state)} />
        )}
      </td>
      <td>
        {as !== null ? (
          <span className="hint">{words.isAs(as)}</span>
        ) : line.kind === 'gone' ? (
          <GoneChoice {...props} />
        ) : (
          <Cells line={line} />
        )}
      </td>
    </>
  )
}

function Cells({ line }: { line: RegisterLine }): ReactNode {
  const blank = useWords().entry.blank
  const own = line.kind === 'added' ? line.cells.filter(({ to }) => to !== line.name) : line.cells
  return (
    <span className="register-cells">
      {own.map(({ column, from, to }) => (
        <span key={column}>
          <small className="hint">{column}</small>{' '}
          {line.kind === 'changed' && (
            <>
              <del>{from || blank}</del> →{' '}
            </>
          )}
          <ins>{to || blank}</ins>
        </span>
      ))}
    </span>
  )
}
