import type { DraftView } from '../../../shared/draft-desk.ts'
import type { DraftReport, DraftText } from '../../../shared/draft.ts'
import type { Basis } from '../../../shared/model.ts'
import { checked } from '../../draft/desk/check.ts'
import type { Check } from '../../draft/desk/check.ts'
import type { ToldRelation } from '../../model/draft/analysis.ts'
import type { Figure } from '../../model/draft/figure.ts'
import { findFigures } from '../../draft/find-figures.ts'
import { relationsOf } from '../../draft/relations/relations.ts'
import { indicatorTarget, itemTarget } from '../../draft/ties/make-target.ts'
import type { Target } from '../../draft/ties/target.ts'
import { tierOf } from '../../draft/ties/tie.ts'
import { labelOf } from '../../forms/form-index.ts'
import { numberOf } from '../../model/number.ts'
import type { City } from '../../rollup/city.ts'
import { ownResults } from '../../rollup/indicators.ts'
import type { Ports } from '../../ports.ts'

/** A draft that is held against a city: what follows from its bytes alone. */
export interface CheckedText {
  name: string
  bytes: Uint8Array
  /** When it was taken in, ISO. */
  at: string
  draft: DraftText
  figures: Figure[]
  relations: ToldRelation[]
  docx: boolean
}

/** Reads a draft. Throws CallError not-a-draft, draft-encrypted, draft-damaged, draft-too-large. */
export async function readDraft(
  { reader, clock }: Pick<Ports, 'reader' | 'clock'>,
  name: string,
  bytes: Uint8Array,
): Promise<CheckedText> {
  const draft = await reader.draft(bytes, name)
  const { figures, relations } = await reader.analysis(draft.text, name)
  const docx = bytes[0] === 0x50 && bytes[1] === 0x4b
  return { name, bytes, at: clock.now(), draft, figures, relations, docx }
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
  const figures = findFigures(draft.text)
  const relations = relationsOf(draft.text, figures)
  const found = await checkedOver(city, { draft, figures, relations }, 'adopted')
  return {
    ...{ text: found.text, pieces: found.pieces, figures: found.figures },
    relations: found.relations.map(({ why: _why, ...relation }) => relation),
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
