import { Kept } from '../memory/kept.ts'
import { keptForTexts } from '../memory/kept-for-text.ts'
import { STATE_LETTER } from '../../shared/state-letter.ts'
import type { TableReading } from './reading.ts'

/** What a table has in common with those of other schools that kept the form as it was. */
type Layout = Pick<
  TableReading,
  'form' | 'sheet' | 'aligned' | 'rowAt' | 'columnAt' | 'pages' | 'formulas'
>

/**
 * What the school's table says. Its values are one text, where none of them holds the separator:
 * one string is written and read in a fraction of the time of thousands.
 */
type Content = Pick<TableReading, 'states' | 'raw' | 'list'> & {
  values: string | string[]
  /** The cleanings, by the key that collections have always had them under. */
  repairs: TableReading['cleanings']
}

/** Between layout and content; JSON writes line breaks in texts as escapes. */
const LINE = '\n'
/** Delete, between values: no keyboard types it. */
const BETWEEN = '\u007f'

/** Texts of tables on their way from the reading thread to the store, which are not written out twice. */
const onTheWay = new Kept<TableReading, string>()

/**
 * A table as one text (two lines of JSON), as it goes between threads and into the store. Asked for
 * a table that `tableOf` made, it gives that text back once, and lets go of it.
 */
export function textOf(table: TableReading): string {
  const known = onTheWay.take(table)
  if (known !== undefined) return known
  const { values, states, raw, cleanings, list, ...layout } = table
  // Only a text can hold the separator.
  const apart =
    values.length === 0 ||
    (states.includes(STATE_LETTER.text) && values.some((value) => value.includes(BETWEEN)))
  const content: Content = {
    states,
    values: apart ? values : values.join(BETWEEN),
    raw,
    repairs: cleanings,
    ...(list !== undefined && { list }),
  }
  return JSON.stringify(layout satisfies Layout) + LINE + JSON.stringify(content)
}

/**
 * The table of a text; its values are parted when first looked at, which for most of a thousand
 * returns is long after they came in. Tables of one layout share what says it. Throws SyntaxError
 * on damaged text.
 *
 * @param keep the text itself will be asked for soon, by `textOf`
 */
export function tableOf(text: string, keep = false): TableReading {
  const end = text.indexOf(LINE)
  // Earlier versions wrote both parts as one object.
  const whole =
    end < 0
      ? (JSON.parse(text) as Layout & Content)
      : { ...layoutOf(text.slice(0, end)), ...(JSON.parse(text.slice(end)) as Content) }
  const { values, repairs: cleanings, ...rest } = whole
  if (values === undefined) throw new SyntaxError('the text ends after its first line')
  let parted = typeof values === 'string' ? null : values
  const table: TableReading = {
    ...rest,
    cleanings,
    get values() {
      return (parted ??= String(values).split(BETWEEN).map(shared))
    },
  }
  if (keep) onTheWay.put(table, text)
  return table
}

const layoutOf = keptForTexts((text) => JSON.parse(text) as Layout, 1_000, 50_000)

/** Counts repeat a lot: one string each keeps a thousand returns small. */
const known = new Map<string, string>()
const MOST_KNOWN = 200_000

function shared(value: string): string {
  if (value.length > 12) return value
  const first = known.get(value)
  if (first !== undefined) return first
  if (known.size < MOST_KNOWN) known.set(value, value)
  return value
}
