import { findFigures } from '../../src/core/draft/find-figures.ts'
import { relationsOf } from '../../src/core/draft/relations/relations.ts'
import type { ToldRelation } from '../../src/core/model/draft/analysis.ts'

/** The relations of a drafted text, with the text's figures as they are quoted. */
export function relationsIn(text: string): (ToldRelation & { quotedFigures: string[] })[] {
  const figures = findFigures(text)
  return relationsOf(text, figures).map((relation) => ({
    ...relation,
    quotedFigures: relation.figures.map((index) => figures[index]?.text ?? ''),
  }))
}

/** Its contradictions, each as the relation written out. */
export function contradictionsIn(text: string): string[] {
  return relationsIn(text)
    .filter(({ verdict }) => verdict === 'inconsistent')
    .map(({ formula }) => formula)
}
