import { timeMark } from '../../shared/expression-tokens.ts'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FigureTrail, TrailPart, TrailSchool } from '../../shared/summary.ts'
import { stateText } from '../../shared/words/say.ts'
import { changedText } from '../../shared/words/summary.ts'
import { withSeparators } from '../../shared/separators.ts'
import { SeriesPart } from '../series/series-part.tsx'
import { LineNote } from '../ui/state-note.tsx'
import { useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { usePeriods } from '../state/use-periods.ts'
import { useWords } from '../state/use-words.ts'
import './trail.css'

/** Schools drawn at once. */
const STEP = 60

interface Props {
  indicator: string
  /** Shows a cell of a school. */
  onCell: (school: string, item: string) => void
}

/** An indicator walked back: both sides, their items, the schools and what stands in their cells. */
export function Trail({ indicator, onCell }: Props): ReactNode {
  const words = useWords()
  const basis = useDeskState((state) => state.basis)
  const loaded = useCall('figureTrail', { indicator, basis })
  const trail = loaded.value
  if (!trail) return <LineNote error={loaded.error} />
  return (
    <>
      <h2>{trail.title}</h2>
      <Head trail={trail} />
      <SeriesPart measure={{ indicator, side: 'value' }} />
      <Side
        name={trail.denominator ? words.summary.numerator : words.summary.rests}
        side={trail.numerator}
        onCell={onCell}
      />
      {trail.denominator && (
        <Side name={words.summary.denominator} side={trail.denominator} onCell={onCell} />
      )}
      {trail.sentences.length > 0 && (
        <>
          <h3>{words.summary.quotedIn}</h3>
          <ul className="trail-sentences">
            {trail.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Head({ trail }: { trail: FigureTrail }): ReactNode {
  const words = useWords().summary
  const periods = usePeriods()
  const lang = useDeskState((state) => state.lang)
  const { numerator, denominator, scale, lastYear, coverage } = trail
  const made =
    denominator === null
      ? null
      : `${withSeparators(numerator.value ?? '—')} ÷ ${withSeparators(denominator.value ?? '—')}${
          scale === '1' ? '' : ` × ${scale}`
        }`
  return (
    <>
      <dl className="values">
        <div>
          <dt>{periods.now}</dt>
          <dd className="figures">{trail.value}</dd>
        </div>
        {lastYear !== null && (
          <div>
            <dt>{periods.last}</dt>
            <dd className="figures value-old">{lastYear}</dd>
          </div>
        )}
      </dl>
      {made !== null && <p className="figures">{made}</p>}
      {lastYear !== null && <p>{changedText(lang, trail, periods.last)}</p>}
      <p className="hint">{words.coverage(coverage)}</p>
    </>
  )
}

function Side(props: {
  name: string
  side: FigureTrail['numerator']
  onCell: Props['onCell']
}): ReactNode {
  const { name, side, onCell } = props
  const words = useWords().summary
  return (
    <section className="trail-side">
      <h3>
        {name} <b className="figures">{withSeparators(side.value ?? words.absent)}</b>
      </h3>
      {side.parts.map((part, at) => (
        // Parts of a side have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <Part key={at} part={part} onCell={onCell} />
      ))}
    </section>
  )
}

function Part({ part, onCell }: { part: TrailPart; onCell: Props['onCell'] }): ReactNode {
  const words = useWords().summary
  const [shown, setShown] = useState(STEP)
  const [group, setGroup] = useState<string | null>(null)
  const own = part.schools.filter((school) => group === null || school.group === group)
  const counted = own.filter(({ value }) => value !== '0')
  const groups = part.groups.filter(({ value }) => value !== '0')
  const rest = own.length - counted.length
  const { source } = part
  return (
    <>
      <p className="trail-formula">
        <span className="hint">{words.kinds[part.kind]}</span>
        {part.expression !== '' && <code>{part.expression}</code>}
        {part.where !== null && (
          <>
            <span className="hint">{words.where}</span>
            <code>{part.where}</code>
          </>
        )}
      </p>
      {part.kind === 'external' &&
        (source === null ? (
          <p className="trail-absent">{words.noExternal}</p>
        ) : (
          <p>
            <b className="figures">{withSeparators(source.value)}</b> {source.unit}
            <span className="hint">
              {' '}
              {[source.source, source.date].filter(Boolean).join(' · ')}
            </span>
          </p>
        ))}
      {part.items.length > 1 && (
        <table className="goes-to">
          <tbody>
            {part.items.map((item) => (
              <tr key={`${timeMark(item)}${item.item}`}>
                <td>
                  {item.label}{' '}
                  <small className="hint">
                    {timeMark(item)}
                    {item.item}
                  </small>
                </td>
                <td className="figures">{withSeparators(item.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {part.items.length === 1 && <p className="hint">{part.items[0]?.label}</p>}
      {groups.length > 1 && (
        <p className="chips trail-groups">
          {groups.map(({ name, value }) => (
            <button
              key={name}
              type="button"
              className="chip"
              aria-pressed={name === group}
              onClick={() => setGroup(name === group ? null : name)}
            >
              {name} <b className="figures">{withSeparators(value)}</b>
            </button>
          ))}
        </p>
      )}
      {counted.length > 0 && (
        <table className="goes-to trail-schools" aria-label={words.schools(counted.length)}>
          <caption>
            {words.schools(counted.length)}
            {rest > 0 && words.nothingFrom(rest)}
          </caption>
          <tbody>
            {counted.slice(0, shown).map((school) => (
              <SchoolLine key={school.school} school={school} part={part} onCell={onCell} />
            ))}
          </tbody>
        </table>
      )}
      {counted.length > shown && (
        <button type="button" className="link" onClick={() => setShown(shown + STEP)}>
          {words.more(counted.length - shown)}
        </button>
      )}
    </>
  )
}

/** A school and what it gives; of several cells each can be gone to on its own. */
function SchoolLine(props: {
  school: TrailSchool
  part: TrailPart
  onCell: Props['onCell']
}): ReactNode {
  const { school, part, onCell } = props
  const lang = useDeskState((state) => state.lang)
  const [open, setOpen] = useState(false)
  const cells = part.items.flatMap((item, at) => {
    const cell = school.cells[at]
    return item.lastYear || cell === undefined ? [] : [{ item, cell }]
  })
  const [only] = cells
  return (
    <>
      <tr>
        <td>
          {only === undefined ? (
            school.name
          ) : (
            <button
              type="button"
              className="link"
              aria-expanded={cells.length > 1 ? open : undefined}
              onClick={() =>
                cells.length === 1 ? onCell(school.school, only.item.item) : setOpen(!open)
              }
            >
              {school.name}
            </button>
          )}
        </td>
        <td className="figures">{withSeparators(school.value)}</td>
      </tr>
      {open &&
        cells.map(({ item, cell }) => (
          <tr key={item.item} className="trail-cell">
            <td>
              <button
                type="button"
                className="link"
                title={item.item}
                onClick={() => onCell(school.school, item.item)}
              >
                {item.label}
              </button>
            </td>
            <td className="figures">
              {cell.state === 'number' || cell.state === 'text'
                ? withSeparators(cell.value)
                : stateText(lang, cell.state)}
            </td>
          </tr>
        ))}
    </>
  )
}
