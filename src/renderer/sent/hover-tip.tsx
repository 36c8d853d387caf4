import type { ReactNode } from 'react'
import type { SentCell } from '../../shared/sent.ts'
import { reasonText, cleaningText } from '../../shared/words/say.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { takenText } from './cell-facts.tsx'
import { addressOf } from './geometry.ts'
import type { Zone } from './overlay.ts'

const WIDTH = 280
const HEIGHT = 110
const PANEL = 304

/** A few lines beside the pointer: the item, the value taken, and what was done or not understood. */
export function HoverTip(props: { cell: SentCell; box: DOMRect; zone: Zone }): ReactNode {
  const { cell, box, zone } = props
  const words = useWords().sent
  const lang = useDeskState((state) => state.lang)
  if (zone === null) return null
  // Beside the cell, on the side where it does not hide what is said of the selected one.
  const fits = box.right + 8 + WIDTH < window.innerWidth - PANEL
  const left = fits ? box.right + 8 : Math.max(8, box.left - WIDTH - 8)
  const top = Math.min(box.bottom + 6, window.innerHeight - HEIGHT)
  return (
    <div className="sent-tip" style={{ left, top, width: WIDTH }} role="tooltip">
      <b className="figures">{cell.item ?? addressOf(cell.row, cell.column)}</b>
      {cell.item === null && zone !== 'item' && <span>{words.zone[zone]}</span>}
      {cell.item !== null && (
        <span className="figures">
          {words.taken} {takenText(cell, lang)}
          {cell.taken !== null && cell.text !== '' && (
            <>
              {' ← '}
              <s>{cell.text}</s>
            </>
          )}
        </span>
      )}
      {cell.cleanings.length > 0 && (
        <span>{cell.cleanings.map((kind) => cleaningText(lang, kind)).join(' · ')}</span>
      )}
      {cell.reason && <span className="sent-why">{reasonText(lang, cell.reason)}</span>}
    </div>
  )
}
