import type { DraftView } from '../../../shared/draft-desk.ts'
import type { DraftReport, DraftText } from '../../../shared/draft.ts'
import type { Basis } from '../../../shared/model.ts'
import { analysisOf } from '../../draft/analysis.ts'
import { checked } from '../../draft/desk/check.ts'
import type { Figure } from '../../model/draft/figure.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'
import { indicatorTarget, itemTarget } from '../../draft/ties/make-target.ts'
import type { Target } from '../../draft/ties/target.ts'
import type { Tie } from '../../draft/ties/tie.ts'
import { tierOf } from '../../draft/ties/tie.ts'
import { labelOf } from '../../forms/form-index.ts'
import { numberOf } from '../../model/number.ts'
import type { City } from '../../rollup/city.ts'
import { ownResults } from '../../rollup/indicators.ts'
import { reportOf } from '../draft/check-draft.ts'
import { tieBook } from '../draft/tie-book.ts'
import type { TieBook } from '../draft/tie-book.ts'
import { marksIn } from './draft-marks.ts'
import type { DraftMarks } from './draft-marks.ts'
import type { ReadText } from '../draft/read-text.ts'

/** A draft that is held against a city: what follows from its bytes, and when it was taken in, ISO. */
export interface CheckedText extends ReadText {
  name: string
  bytes: Uint8Array
  at: string
}

/** A draft with its ties, held against its own arithmetic and the city's figures. */
export function cityDraftView(
  { draft, figures, relations, docx, name, at }: CheckedText,
  ties: readonly Tie[],
  ignored: DraftMarks['ignored'],
  { basis, revision }: Pick<DraftView, 'basis' | 'revision'>,
): DraftView {
  const version = { entry: 0, name, at, person: '' }
  return {
    ...{ revision, basis, version, versions: [version], commentable: docx },
    ...checked(draft, figures, relations, ties, ignored),
  }
}

/**
 * A draft as a report (docs/contract.md §4), with what was said of the city's drafts.
 *
 * @param said the file that keeps it; null where there is none
 * @throws CallError partition-changed, marks-unreadable
 */
export async function cityDraftReport(
  city: City,
  draft: DraftText,
  said: string | null,
): Promise<DraftReport> {
  const marks = marksIn(said)
  const { figures, relations } = analysisOf(draft.text)
  const book = await cityTies({ draft, figures }, city, 'adopted', marks)
  while (book.ties.length < figures.length) book.more()
  return reportOf(checked(draft, figures, relations, book.ties, marks.ignored))
}

/**
 * The ties of a draft to a city, as far as they are made: kept as long as the text, the city, the basis and
 * what was said of it are the same. Throws CallError partition-changed.
 */
export function cityTies(
  { draft, figures }: Pick<CheckedText, 'draft' | 'figures'>,
  city: City,
  basis: Basis,
  marks: DraftMarks,
): Promise<TieBook> {
  return begun(figures, draft.text, city, basis, marks)
}

const begun = perObjectGiven(
  async (figures: Figure[], text: string, city: City, basis: Basis, marks: DraftMarks) => {
    const targets = await targetsIn(figures, text, city, basis)
    const year = /^\d{4}/u.exec(city.year)?.[0]
    return tieBook(
      figures,
      tierOf(text, figures, targets, marks.ties, year === undefined ? null : Number(year)),
    )
  },
)

/** What is said of a draft leaves what it can quote as it was. */
const targetsIn = perObjectGiven((_: Figure[], text: string, city: City, basis: Basis) =>
  targetsOf(city, basis, text),
)

/**
 * What a draft can quote of a city: its indicators, its totals, and the indicators of the counties that
 * the text names.
 */
async function targetsOf(city: City, basis: Basis, text: string): Promise<Target[]> {
  const formed = await city.formed(basis)
  const named = new Set(
    city.parts
      .filter(({ county }) => county.length > 1 && text.includes(county))
      .map(({ part }) => part),
  )
  const targets = formed.flatMap(({ indicator, now, before, lines }): Target[] => [
    indicatorTarget(indicator, now, before),
    ...lines
      .filter(({ part }) => named.has(part))
      .map((line) => {
        const own = ownResults(line)
        return indicatorTarget(indicator, own.now, own.before, city.nameOf(line.part))
      }),
  ])
  for (const { id } of city.forms) {
    const { form, addresses, total } = await city.form(id, basis)
    for (const [index, item] of form.items.entries()) {
      const value = numberOf(total.values[index] ?? '')
      if (value === null || item.kind === 'text') continue
      const title = `${form.title}·${labelOf(form, item)}`
      const unit = item.unit ?? form.unit ?? ''
      targets.push(itemTarget(addresses[index] ?? '', title, unit, item.decimals, value))
    }
  }
  return targets
}
