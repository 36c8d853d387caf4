import type { Basis } from '../../../shared/model.ts'
import type { Indicator, Side } from '../../indicators/indicator.ts'
import { itemsRead } from '../../indicators/items-read.ts'
import { plainSides } from '../../indicators/parts.ts'
import type { PlainSide } from '../../indicators/parts.ts'
import type { ConsolidatedInput } from '../../model/consolidated-input.ts'
import { showNumber } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import { restsOnSchools } from './rests-on.ts'
import { filledSummary, indicatorsById } from './quoted.ts'
import type { Years } from './quoted.ts'
import { figuresOf } from './summary-view.ts'

/** Every figure quoted in the summary with what it rests on; null when there is no summary. */
export function quotedLines(years: Consolidation, basis: Basis): ConsolidatedInput['quoted'] {
  const filled = filledSummary(years, basis)
  if (filled === null) return null
  const results = indicatorsById(years, basis)
  return figuresOf(filled, results).flatMap((figure) => {
    const result = results.get(figure.indicator)
    if (result === undefined) return []
    const { indicator, now, before } = result
    return [
      {
        sentence: figure.sentence,
        text: figure.text,
        form: figure.form,
        indicator: indicator.id,
        title: indicator.title,
        unit: indicator.unit,
        value: shown(now.value, indicator.decimals),
        numerator: shown(now.numerator),
        denominator: shown(now.denominator),
        lastYear: shown(before.value, indicator.decimals),
        ...restsOn(years, indicator),
        ...schoolsOf(restsOnSchools(years, result, basis), before.value !== null),
        lack: figure.lack,
        moved: figure.moved,
      },
    ]
  })
}

/** Who is missing matters where last year stands beside the figure. */
function schoolsOf(
  { missing, apart }: ReturnType<typeof restsOnSchools>,
  compared: boolean,
): { missing: string[]; apart: string[] } {
  return { missing: compared ? missing : [], apart }
}

const shown = (value: Num | null, decimals = 6): string =>
  value === null ? '' : showNumber(value, decimals)

/** The formula of both sides as written, and the first item that they read. */
function restsOn(
  years: Years,
  indicator: Indicator,
): { source: [string, string | null]; item: string | null } {
  const below = indicator.denominator
  const text = (side: Side): string =>
    plainSides(side)
      .map((part) => partText(years, part))
      .join(' + ')
  return {
    source: [text(indicator.numerator), below === null ? null : text(below)],
    item: firstItem(years, plainSides(indicator.numerator)),
  }
}

/** A part in the notation of docs/contract.md §3; an external figure with its office and date. */
function partText({ external }: Years, part: PlainSide): string {
  switch (part.kind) {
    case 'external': {
      const found = external.find(({ name }) => name === part.name)
      const said = [found?.source ?? '', found?.date ?? ''].filter((one) => one !== '')
      return said.length === 0 ? part.name : `${part.name}（${said.join('，')}）`
    }
    case 'schools':
      return part.where === null ? '学校' : `学校 [${part.where}]`
    case 'sum':
    case 'max':
    case 'count':
    case 'cv': {
      const kind = part.kind === 'sum' ? '' : `${part.kind.toUpperCase()} `
      return `${kind}${part.expr}${part.where === null ? '' : ` [${part.where}]`}`
    }
  }
}

function firstItem({ collection }: Years, parts: PlainSide[]): string | null {
  const { forms, index } = collection
  for (const part of parts) {
    if (part.kind === 'external' || part.kind === 'schools') continue
    const [read] = itemsRead(part.expr, { forms, form: (id) => index.form(id) })
    if (read !== undefined) return index.addressesOf(read.form)[read.index] ?? null
  }
  return null
}
