import type { Form, School } from '../../shared/model.ts'
import { lacksOf, parseLibrary, withPlansOf } from '../indicators/library.ts'
import { itemsRead, expressionsOf } from '../indicators/items-read.ts'
import { leavesOf } from '../indicators/leaves.ts'
import { parseIndicators } from '../indicators/indicator.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { Terms } from '../indicators/over-schools.ts'
import { putIndicators } from '../indicators/write.ts'
import { faultOf } from '../lists/count-rows.ts'
import { faultOfRule } from '../lists/row-rules.ts'
import { withListCounts } from '../lists/edit-lists.ts'
import { parseLists } from '../lists/list-library.ts'
import { withCounts } from '../lists/with-counts.ts'
import { utf8Bytes } from '../model/utf8-bytes.ts'
import { utf8Text } from '../model/utf8-text.ts'
import type { Understanding } from './understand.ts'

/** What comes with the program for the blanks of its form library, as texts. */
export interface FormLibrary {
  /** Counts of lists, like lists.yaml. */
  lists: string
  /** Indicators; `forms` names the library's forms. */
  indicators: string
}

/**
 * A folder with a blank of the form library brings along what is counted from it and asked of its rows: the library's entries
 * join lists.yaml, which goes first where it says otherwise. Where no indicators came at all, those
 * of the library that read such blanks come too.
 */
export function withFormLibrary(found: Understanding, library: FormLibrary): Understanding {
  const { forms, schools } = found
  const own = { lists: textOf(found, 'lists'), indicators: '' }
  const all = { forms, fresh: new Set(forms.map(({ id }) => id)) }
  const texts = libraryTextsFor({ ...own, schools }, all, library)
  const lists = texts.lists ?? own.lists
  const assets = found.assets.filter(({ role }) => role !== 'lists')
  if (lists !== '') assets.push({ role: 'lists', name: nameOf(found, 'lists'), bytes: utf8(lists) })
  if (found.assets.some(({ role }) => role === 'indicators')) return { ...found, assets }
  if (texts.indicators !== null) {
    assets.push({
      role: 'indicators',
      name: nameOf(found, 'indicators'),
      bytes: utf8(texts.indicators),
    })
  }
  return { ...found, assets }
}

/**
 * What the library has for forms that come into a collection: its counts, choices and rules over their
 * lists, and its indicators that read one of them and whose ids are free. What is there stays.
 *
 * @param there the texts in force and the schools of the register
 * @param forms all forms as learned; those that are new, by id
 * @returns lists.yaml and indicators.yaml as they then read, null where one stays as it is; and how many
 *   counts and indicators came
 */
export function libraryTextsFor(
  there: { lists: string; indicators: string; schools: readonly School[] },
  { forms, fresh }: { forms: Form[]; fresh: ReadonlySet<string> },
  library: FormLibrary,
): {
  lists: string | null
  indicators: string | null
  came: { counts: number; indicators: number }
} {
  const added = forms.filter(({ id }) => fresh.has(id))
  const lists = withLibraryCounts(there.lists, added, library.lists)
  const terms = termsOf(withCounts(forms, parseLists(lists)), there.schools)
  const own = new Set(parseIndicators(there.indicators).indicators.map(({ id }) => id))
  const taken = applyingTo(terms, library.indicators, fresh).filter(({ id }) => !own.has(id))
  const indicators = putIndicators(there.indicators, withPlansOf(taken, own))
  return {
    lists: lists === there.lists ? null : lists,
    indicators: taken.length === 0 ? null : indicators,
    came: {
      counts: countsIn(lists) - countsIn(there.lists),
      indicators: taken.length,
    },
  }
}

/** How many counts a lists.yaml has. */
const countsIn = (text: string): number =>
  [...parseLists(text).counts.values()].reduce((sum, counts) => sum + counts.length, 0)

const utf8 = (text: string): Uint8Array => utf8Bytes(text)

function textOf({ assets }: Understanding, role: 'lists' | 'indicators'): string {
  const asset = assets.find((one) => one.role === role)
  return asset === undefined ? '' : utf8Text(asset.bytes)
}

function nameOf({ config }: Understanding, role: 'lists' | 'indicators'): string {
  return role === 'lists' ? (config.lists ?? 'lists.yaml') : config.indicators
}

/** lists.yaml with the library's counts, choices and rules for the lists among the forms. */
function withLibraryCounts(own: string, forms: readonly Form[], library: string): string {
  const shipped = parseLists(library)
  const said = parseLists(own)
  // A text that is no list is kept as it is: its fault is told elsewhere.
  if (said.problems.some(({ code }) => code === 'not-yaml' || code === 'not-a-list')) return own
  let text = own
  for (const form of forms) {
    const shape = form.list
    if (shape === undefined) continue
    const taken = new Set((said.counts.get(form.id) ?? []).map(({ id }) => id))
    const counts = (shipped.counts.get(form.id) ?? []).filter(
      (count) => !taken.has(count.id) && faultOf(shape, count) === null,
    )
    const chosen = said.choices.get(form.id)
    const choices = [...(shipped.choices.get(form.id) ?? [])].filter(
      ([column]) => counts.length > 0 && chosen?.has(column) !== true,
    )
    const asked = new Set((said.rules.get(form.id) ?? []).map(({ id }) => id))
    const rules = (shipped.rules.get(form.id) ?? []).filter(
      (rule) => !asked.has(rule.id) && faultOfRule(shape, rule) === null,
    )
    if (counts.length > 0 || rules.length > 0) {
      text = withListCounts(text, form.id, counts, [], choices, rules)
    }
  }
  return text
}

function termsOf(forms: Form[], schools: readonly School[]): Terms {
  const byId = new Map(forms.map((form) => [form.id, form]))
  const columns = new Set(schools.flatMap(({ attributes }) => Object.keys(attributes)))
  return {
    forms,
    form: (id) => byId.get(id) ?? null,
    hasAttribute: (name) => columns.has(name),
  }
}

/** The library's indicators that apply and read one of its own forms among some. */
function applyingTo(terms: Terms, text: string, among: ReadonlySet<string>): Indicator[] {
  const { indicators, labels, forms } = parseLibrary(text)
  const known = new Set(forms.filter((form) => among.has(form)))
  const taken = new Map<string, Indicator>()
  for (const indicator of indicators) {
    if (taken.has(indicator.id) || lacksOf(indicator, labels, terms).length > 0) continue
    if (!formsRead(indicator, terms).some((form) => known.has(form))) continue
    taken.set(indicator.id, indicator)
  }
  return [...taken.values()]
}

function formsRead({ numerator, denominator }: Indicator, terms: Terms): string[] {
  return [numerator, ...(denominator === null ? [] : [denominator])]
    .flatMap(leavesOf)
    .flatMap(expressionsOf)
    .flatMap((text) => itemsRead(text, terms).map(({ form }) => form.id))
}
