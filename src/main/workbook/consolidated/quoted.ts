import { addressOf } from '../../../core/forms/form-index.ts'
import { fill } from '../../../shared/words/template.ts'
import { a1 } from '../../../core/model/address.ts'
import { indicatorPlace } from './indicators.ts'
import { writeList } from './list.ts'
import { schoolNotes } from './school-notes.ts'
import type { CellLink } from './list.ts'
import type { Pace } from './pace.ts'
import type { Plan } from './plan.ts'
import type { Book } from './sheet.ts'
import type { WorkbookWords } from './words.ts'

type QuotedLine = NonNullable<Plan['input']['quoted']>[number]

/** Columns of the indicator's name, which leads to its line in 指标, and of the figure's source, which leads to the county form. */
const INDICATOR = 4
const SOURCE = 10

/**
 * 引用数字: every figure that the annual summary quotes, with its sentence, its indicator and what
 * it rests on; the indicator leads to its line in 指标, the source to the cell of the county form.
 */
export async function writeQuoted(book: Book, plan: Plan, pace: Pace): Promise<void> {
  const { words, input } = plan
  const lines = input.quoted ?? []
  await writeList(
    book,
    plan,
    plan.quoted,
    `${words.quoted} · ${words.aboutQuoted}`,
    [
      { heading: words.sentence, width: 46 },
      { heading: words.quotedText, width: 20 },
      { heading: words.indicator, width: 20 },
      { heading: words.label, width: 20 },
      { heading: words.quotedValue, width: 12, figures: true },
      { heading: words.unitHeading, width: 8 },
      { heading: words.numerator, width: 14, figures: true },
      { heading: words.denominator, width: 14, figures: true },
      { heading: words.lastYear, width: 12, figures: true },
      { heading: words.restsOn, width: 44 },
      { heading: words.note, width: 26 },
    ],
    (index) => {
      const line = lines[index]
      if (line === undefined) return []
      const { sentence, text, indicator, title, value, unit, numerator, denominator } = line
      const figures = [value, unit, numerator, denominator, line.lastYear]
      const [above, below] = line.source
      const source = below === null ? above : `${above} ÷ ${below}`
      return [sentence, text, indicator, title, ...figures, source, note(line, words)]
    },
    pace,
    (index) => linksOf(plan, lines[index]),
  )
}

function linksOf(plan: Plan, line: QuotedLine | undefined): CellLink[] {
  const indicator = line === undefined ? null : indicatorPlace(plan, line.indicator)
  const source = sourceLink(plan, line)
  return [...(indicator === null ? [] : [{ column: INDICATOR, ...indicator }]), ...source]
}

function sourceLink(plan: Plan, line: QuotedLine | undefined): CellLink[] {
  for (const { input, county } of plan.forms) {
    const { form } = input
    const at = form.items.findIndex((item) => addressOf(form, item) === line?.item)
    if (at < 0) continue
    const cell = county.cells[at]
    if (cell === undefined) return []
    return [{ column: SOURCE, sheet: county.name, address: a1(cell.row - 1, cell.column - 1) }]
  }
  return []
}

function note({ lack, moved, missing, apart }: QuotedLine, words: WorkbookWords): string {
  if (lack !== null) return words.lacks[lack]
  const rounded =
    moved === null ? '' : fill(words.moved, { from: moved.from, total: moved.total ?? '100%' })
  return [rounded, ...schoolNotes({ missing, apart }, words)].filter((one) => one !== '').join('；')
}
