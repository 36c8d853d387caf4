import type { DraftView } from '../../../shared/draft-desk.ts'
import type { DraftReport, DraftText } from '../../../shared/draft.ts'
import type { Basis } from '../../../shared/model.ts'
import { analysisOf } from '../../draft/analysis.ts'
import { checked } from '../../draft/desk/check.ts'
import type { Check } from '../../draft/desk/check.ts'
import { indicatorTarget, itemTarget } from '../../draft/ties/make-target.ts'
import type { Target } from '../../draft/ties/target.ts'
import { tierOf } from '../../draft/ties/tie.ts'
import { labelOf } from '../../forms/form-index.ts'
import { numberOf } from '../../model/number.ts'
import type { City } from '../../rollup/city.ts'
import { ownResults } from '../../rollup/indicators.ts'
import { plainRelation } from '../draft/check-draft.ts'
import type { ReadText } from '../draft/read-text.ts'

/** A draft that is held against a city: what follows from its bytes, and when it was taken in, ISO. */
export interface CheckedText extends ReadText {
  name: string
  bytes: Uint8Array
  at: string
}

/** A draft held against its own arithmetic and the city's figures. Throws CallError partition-changed. */
export async function cityDraftView(
  city: City,
  text: CheckedText,
  basis: Basis,
  revision: number,
): Promise<DraftView> {
  const version = { entry: 0, name: text.name, at: text.at, person: '' }
  return {
    ...{ revision, basis, version, versions: [version], commentable: text.docx },
    ...(await checkedOver(city, text, basis)),
  }
}

/** The same as a report (docs/contract.md §4). Throws CallError partition-changed. */
export async function cityDraftReport(city: City, draft: DraftText): Promise<DraftReport> {
  const found = await checkedOver(city, { draft, ...analysisOf(draft.text) }, 'adopted')
  return {
    ...{ text: found.text, pieces: found.pieces, figures: found.figures },
    relations: found.relations.map(plainRelation),
  }
}

async function checkedOver(
  city: City,
  { draft, figures, relations }: Pick<CheckedText, 'draft' | 'figures' | 'relations'>,
  basis: Basis,
): Promise<Check> {
  const targets = await targetsOf(city, basis, draft.text)
  const year = /^\d{4}/u.exec(city.year)?.[0]
  const tie = tierOf(
    draft.text,
    figures,
    targets,
    new Map(),
    year === undefined ? null : Number(year),
  )
  return checked(draft, figures, relations, figures.map(tie), new Map())
}

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
