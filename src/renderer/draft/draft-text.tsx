import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import type { DraftView } from '../../shared/draft-desk.ts'
import { useDraftWords } from './use-draft-words.ts'
import { stretchesOf, textBlocks } from './text-blocks.ts'
import type { TextBlock } from './text-blocks.ts'

interface Props {
  view: DraftView
  picked: number | null
  onPick: (figure: number) => void
}

/** So far beyond what is in sight figures are drawn already. */
const MARGIN = '1200px 0px'

/**
 * The draft's text as a page, each figure marked by how it stands. Of a long text only what is near
 * what is in sight has its figures drawn; the rest is plain text of the same lines.
 */
export function DraftText({ view, picked, onPick }: Props): ReactNode {
  const words = useDraftWords()
  const box = useRef<HTMLElement>(null)
  const { text, pieces, figures } = view
  const blocks = useMemo(() => textBlocks(text, pieces, figures), [text, pieces, figures])
  const latest = useRef(onPick)
  useEffect(() => {
    latest.current = onPick
  })
  // Handed down for good, so that a block is drawn anew only when something of its own changes.
  const [pick] = useState(() => (figure: number) => latest.current(figure))
  useEffect(() => {
    if (picked !== null) bringIntoSight(box.current, picked)
  }, [picked, text])
  return (
    <article className="draft-text" ref={box} aria-label={words.text}>
      {blocks.map((block, index) => {
        const own = picked !== null && picked >= block.from && picked < block.to ? picked : null
        const label = block.place === blocks[index - 1]?.place ? null : block.place
        return (
          <div key={block.start} className={`draft-${block.place}`}>
            {label !== null && label !== 'body' && label !== 'table' && (
              <p className="draft-place">{words.places[label]}</p>
            )}
            <Block block={block} view={view} picked={own} box={box} onPick={pick} />
          </div>
        )
      })}
    </article>
  )
}

/** Scrolls the text, and nothing around it, so that a figure stands in its middle; one in sight stays where it is. */
function bringIntoSight(box: HTMLElement | null, figure: number): void {
  const place = box?.querySelector(`[data-figure="${String(figure)}"]`)?.getBoundingClientRect()
  if (box === null || place === undefined) return
  const { top, height } = box.getBoundingClientRect()
  if (place.top >= top && place.bottom <= top + height) return
  box.scrollTop += place.top - top - height / 2
}

const Block = memo(function Block(props: {
  block: TextBlock
  view: DraftView
  picked: number | null
  box: RefObject<HTMLElement | null>
  onPick: (figure: number) => void
}): ReactNode {
  const { block, view, picked, box, onPick } = props
  const words = useDraftWords()
  const own = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = own.current
    if (element === null) return undefined
    const watch = new IntersectionObserver(
      (seen) => setNear(seen.some(({ isIntersecting }) => isIntersecting)),
      { root: box.current, rootMargin: MARGIN },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [box])
  if (!near && picked === null) {
    return (
      <div className="draft-block" ref={own}>
        {block.text}
      </div>
    )
  }
  return (
    <div className="draft-block" ref={own}>
      {stretchesOf(block, view.figures).map(({ text, figure }, at) =>
        figure === null ? (
          text
        ) : (
          // A button is one block to the line breaker, which would part figures from their full stops.
          <span
            // Stretches of a text have no other name than their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="button"
            tabIndex={0}
            className={`draft-figure draft-${view.states[figure] ?? 'free'}`}
            aria-pressed={figure === picked}
            aria-label={`${text} ${words.states[view.states[figure] ?? 'free']}`}
            data-figure={figure}
            onClick={() => onPick(figure)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              onPick(figure)
            }}
          >
            {text}
          </span>
        ),
      )}
    </div>
  )
})
