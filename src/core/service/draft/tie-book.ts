import type { Figure } from '../../model/draft/figure.ts'
import type { Tie } from '../../draft/ties/tie.ts'

/** The ties of a text as far as they are made, the first figures first. */
export interface TieBook {
  ties: Tie[]
  more(): void
}

/** An empty book of a text's ties. */
export function tieBook(
  figures: readonly Figure[],
  tie: (figure: Figure, index: number) => Tie,
): TieBook {
  const ties: Tie[] = []
  return {
    ties,
    more() {
      const figure = figures[ties.length]
      if (figure !== undefined) ties.push(tie(figure, ties.length))
    },
  }
}
