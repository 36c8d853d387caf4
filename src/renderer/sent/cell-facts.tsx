import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { SentCell } from '../../shared/sent.ts'
import type { CellState } from '../../shared/model.ts'
import type { Lang } from '../../shared/words/say.ts'
import { reasonText, cleaningText, stateText } from '../../shared/words/say.ts'
import { withSeparators } from '../../shared/separators.ts'
import { showCell } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import type { Place } from './cell-index.ts'
import { addressOf } from './geometry.ts'
import type { OwnLabel } from './own-labels.ts'
import type { Zone } from './overlay.ts'

interface Props {
  place: Place
  cell: SentCell | undefined
  zone: Zone
  labels: OwnLabel[]
  /** Whose the file is; null while nobody's. */
  school: string | null
}

/** What was made of one cell: item, value taken, text as typed, cleanings, and the form's own labels. */
export function CellFacts({ place, cell, zone, labels, school }: Props): ReactNode {
  const words = useWords().sent
  const lang = useDeskState((state) => state.lang)
  const desk = useDesk()
  const item = cell?.item ?? null
  return (
    <section className="sent-facts" aria-live="polite">
      <h2>
        <span className="figures">{addressOf(place.row, place.column)}</span>
        {item !== null && <code>{item}</code>}
      </h2>
      {cell && item !== null && <Taken cell={cell} lang={lang} />}
      {item === null && (
        <p className="hint">{zone !== null && zone !== 'item' ? words.zone[zone] : words.noItem}</p>
      )}
      <dl className="facts">
        <div>
          <dt>{words.raw}</dt>
          <dd className="raw figures">
            {cell === undefined || cell.text === '' ? words.emptyCell : cell.text}
          </dd>
        </div>
        {cell && cell.formula !== null && (
          <div>
            <dt>{words.formula}</dt>
            <dd>
              <code>={cell.formula.replace(/^=/, '')}</code>
            </dd>
          </div>
        )}
        {cell !== undefined && cell.cleanings.length > 0 && (
          <div>
            <dt>{words.cleanings}</dt>
            <dd>{cell.cleanings.map((kind) => cleaningText(lang, kind)).join(' · ')}</dd>
          </div>
        )}
        {cell?.reason && (
          <div>
            <dt>{words.why}</dt>
            <dd className="sent-why">{reasonText(lang, cell.reason)}</dd>
          </div>
        )}
      </dl>
      {labels.length > 0 && <Labels labels={labels} />}
      {item !== null && school !== null && (
        <Button size="small" onClick={() => showCell(desk, school, item)}>
          {words.goToData}
        </Button>
      )}
    </section>
  )
}

function Taken({ cell, lang }: { cell: SentCell; lang: Lang }): ReactNode {
  const words = useWords().sent
  return (
    <p className={`sent-taken value-${cell.state ?? 'blank'}`}>
      <small>{words.taken}</small>
      <b className="figures">{takenText(cell, lang)}</b>
    </p>
  )
}

/** The value taken from a cell, or its state in words where no figure was. */
export function takenText(cell: Pick<SentCell, 'state' | 'taken' | 'text'>, lang: Lang): string {
  const state: CellState = cell.state ?? 'blank'
  if (state !== 'number' && state !== 'text') return stateText(lang, state)
  return withSeparators(cell.taken ?? cell.text)
}

function Labels({ labels }: { labels: OwnLabel[] }): ReactNode {
  const words = useWords().sent
  return (
    <table className="sent-labels">
      <thead>
        <tr>
          <th aria-label={words.item} />
          <th>{words.own}</th>
          <th>{words.here}</th>
        </tr>
      </thead>
      <tbody>
        {labels.map((label) => (
          <tr key={label.of} className={label.same ? '' : 'label-differs'}>
            <th>
              {words[label.of]} <span className="figures">{label.code}</span>
            </th>
            <td>{label.form}</td>
            <td>
              {label.sheet} <small>{label.same ? words.same : words.differs}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
