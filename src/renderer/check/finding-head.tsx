import { timeMark } from '../../shared/expression-tokens.ts'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { Finding, FindingItem } from '../../shared/findings.ts'
import type { Form } from '../../shared/model.ts'
import { stateText } from '../../shared/words/say.ts'
import { suspectedText } from '../../shared/words/screening.ts'
import { withSeparators } from '../../shared/separators.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { codesOf } from './finding-codes.ts'
import { isTruth, shownSide } from './shown-side.ts'
import { writtenOut } from './written-out.ts'
import type { Part, Side } from './written-out.ts'
import { pastWord } from './past-word.ts'

interface Props {
  finding: Finding
  forms: Form[]
  onItem: (item: FindingItem) => void
}

/** What the rule asks for, and what stands there instead, with the values written out. */
export function FindingHead({ finding, forms, onItem }: Props): ReactNode {
  const words = useWords().check
  const lang = useDeskState((state) => state.lang)
  // The evidence already names both figures of a comparison that is no check.
  const parts = useMemo(() => {
    const written = writtenOut(finding, forms)
    return finding.why && written.every((part) => part.holds === null) ? [] : written
  }, [finding, forms])
  const { severity, difference } = finding
  return (
    <header className="finding-head">
      <h2>
        <i className={`severity severity-${severity}`} title={words.severity[severity]}>
          {words.mark[severity]}
        </i>
        <span>{finding.title}</span>
        <small className="hint figures">
          {finding.rule} {codesOf(finding)}
        </small>
      </h2>
      {finding.why && <p className="finding-why">{suspectedText(lang, finding.why)}</p>}
      {finding.formula !== '' && (
        <p className="finding-formula">
          <span className="hint">{words.required}</span> <code>{finding.formula}</code>
        </p>
      )}
      <div className="finding-parts">
        {parts.map((part, index) => (
          // The comparisons of a check have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <PartLine key={index} part={part} onItem={onItem} />
        ))}
        {difference !== null && parts.length > 0 && !isTruth(finding.left) && (
          <b className="finding-difference figures">
            {words.difference(withSeparators(difference))}
          </b>
        )}
      </div>
    </header>
  )
}

function PartLine({ part, onItem }: { part: Part; onItem: Props['onItem'] }): ReactNode {
  const { left, right, relation, holds } = part
  const look = holds === null ? 'part' : holds ? 'part part-holds' : 'part part-fails'
  return (
    <p className={`${look} figures`}>
      <Written side={left} onItem={onItem} valueFirst={false} />
      {right && (
        <>
          <b className="part-relation">{relation}</b>
          <Written side={right} onItem={onItem} valueFirst />
        </>
      )}
    </p>
  )
}

/** `64` · `46 = 12+8+7` · `12+8+7 = 46`: the value on the side of the relation. */
function Written(props: { side: Side; onItem: Props['onItem']; valueFirst: boolean }): ReactNode {
  const words = useWords().check
  const { side, onItem, valueFirst } = props
  const { value, figure, pieces } = side
  const [only] = pieces
  const plain =
    value === null ? null : <b className="part-value">{shownSide(value, figure, words)}</b>
  if (pieces.length === 1 && typeof only === 'string')
    return only.startsWith('学校.') ? (
      <span>
        <span className="hint">
          {words.register}·{only.slice(3)}
        </span>{' '}
        {plain ?? only}
      </span>
    ) : (
      (plain ?? <span>{only}</span>)
    )
  const terms = pieces.map((piece, index) =>
    typeof piece === 'string' ? (
      // Signs have no other name than their place.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} className="part-sign">
        {piece}
      </span>
    ) : (
      <Term
        key={`${timeMark(piece)}${piece.item}`}
        item={piece}
        named={pieces.length === 1}
        onItem={onItem}
      />
    ),
  )
  if (pieces.length < 2 || plain === null) return pieces.length === 0 ? plain : <span>{terms}</span>
  return valueFirst ? (
    <span>
      {plain}
      <span className="part-sign"> = </span>
      {terms}
    </span>
  ) : (
    <span>
      {terms}
      <span className="part-sign"> = </span>
      {plain}
    </span>
  )
}

/** A cell's value; a click lights the cell in the form. */
function Term(props: { item: FindingItem; named: boolean; onItem: Props['onItem'] }): ReactNode {
  const all = useWords()
  const words = all.check
  const lang = useDeskState((state) => state.lang)
  const { item, named, onItem } = props
  const then = pastWord(words, item.past)
  const shown =
    item.lastYear && item.state === 'missing'
      ? all.consolidate.periods.lacking(then)
      : item.state === 'number'
        ? withSeparators(item.value)
        : item.state === 'text'
          ? item.value
          : stateText(lang, item.state)
  return (
    <button
      type="button"
      className={`term${item.lastYear ? ' term-before' : ''}`}
      title={`${item.lastYear ? `${then} ` : ''}${item.item} ${item.label}`}
      onClick={() => onItem(item)}
    >
      {named && <span className="hint">{item.label} </span>}
      {item.lastYear && <small>{then} </small>}
      <b>{shown}</b>
    </button>
  )
}
