import type { DraftFigure, DraftRelation, DraftReport } from '../../src/shared/draft.ts'
import type { AlteredDraft, LabelledDraft, LabelledRelation } from './labels.ts'

/** How the contradictions found in a text compare with those labelled. */
export interface RelationScore {
  labelled: number
  missed: string[]
  /** Contradictions said of what is right. */
  alarms: string[]
}

interface Extent {
  start: number
  end: number
}

/** The stated contradictions of a text that were found, and what else was called one. */
export function scoreRelations(draft: LabelledDraft, report: DraftReport): RelationScore {
  const score: RelationScore = { labelled: 0, missed: [], alarms: [] }
  const places = placesOf(draft)
  const told = report.relations.filter(({ verdict }) => verdict === 'inconsistent')
  const meets = (one: DraftRelation, labelled: LabelledRelation): boolean =>
    touched(report.figures, one, labelled, places) >= 2
  for (const labelled of draft.relations.filter(isToBeFound)) {
    score.labelled += 1
    if (!told.some((one) => meets(one, labelled)))
      score.missed.push(`${labelled.id} ${labelled.formula}`)
  }
  const free = draft.relations.filter(isFree)
  score.alarms = told
    .filter((one) => !free.some((labelled) => meets(one, labelled)))
    .map(({ formula }) => formula)
  return score
}

/** Whether the change in an altered copy was found, and what else was called a contradiction there. */
export function scoreAltered(
  draft: LabelledDraft,
  altered: AlteredDraft,
  report: DraftReport,
): RelationScore {
  const longer = altered.changedEnd - altered.end
  const places = new Map(
    [...placesOf(draft)].map(([id, { start, end }]): [string, Extent] => [
      id,
      {
        start: start + (start >= altered.end ? longer : 0),
        end: end + (end >= altered.end ? longer : 0),
      },
    ]),
  )
  const isChanged = ({ start, end }: DraftFigure): boolean =>
    start < altered.changedEnd + 3 && end > altered.start - 3
  const told = report.relations.filter(({ verdict }) => verdict === 'inconsistent')
  const atChange = (one: DraftRelation): boolean =>
    one.figures.some((index) => report.figures.slice(index, index + 1).some(isChanged))
  const free = draft.relations.filter(isFree)
  return {
    labelled: 1,
    missed: told.some(atChange) ? [] : [altered.what],
    alarms: told
      .filter((one) => !atChange(one))
      .filter(
        (one) => !free.some((labelled) => touched(report.figures, one, labelled, places) >= 2),
      )
      .map(({ formula }) => formula),
  }
}

function isToBeFound(one: LabelledRelation): boolean {
  const called = one.judgement_call === true || one.same_root_as !== undefined
  return one.verdict === 'inconsistent' && one.role === 'stated' && !called
}

/** What may be told or not. */
function isFree({ verdict, judgement_call }: LabelledRelation): boolean {
  return verdict === 'inconsistent' || judgement_call === true
}

function placesOf({ figures }: LabelledDraft): Map<string, Extent> {
  return new Map(figures.map(({ id, start, end }) => [id, { start, end }]))
}

/** How many of the labelled figures a relation that was told is about. */
function touched(
  figures: readonly DraftFigure[],
  told: DraftRelation,
  labelled: LabelledRelation,
  places: ReadonlyMap<string, Extent>,
): number {
  const own = told.figures.flatMap((index) => figures[index] ?? [])
  return labelled.figures.filter((id) => {
    const place = places.get(id)
    return (
      place !== undefined && own.some(({ start, end }) => start < place.end && end > place.start)
    )
  }).length
}
