import type { Form } from '../../../shared/model.ts'
import { expressionsOf, itemsRead } from '../../indicators/items-read.ts'
import { plainSides } from '../../indicators/parts.ts'
import { parseIndicators } from '../../indicators/indicator.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { PayloadOf, StoredEntry } from '../../ledger/entry.ts'
import { touchesOf } from '../../ledger/touches.ts'
import type { Touched } from '../../ledger/touches.ts'
import type { Collection } from '../../collection/collection.ts'
import { externalNames } from '../../indicators/leaves.ts'
import type { Causes } from './published.ts'

/** What an entry of the ledger can have moved. */
interface Moved {
  entry: number
  items: ReadonlySet<string>
  forms: ReadonlySet<string>
  indicators: ReadonlySet<string>
  summary: boolean
}

const NONE: ReadonlySet<string> = new Set()

/**
 * Which of some ledger entries moved a total, an indicator, a sentence: by the cells they
 * corrected, the tables of the files they concern, the definitions they changed.
 *
 * @param between the entries, as stored
 */
export function causesAmong(collection: Collection, between: readonly StoredEntry[]): Causes {
  const touched = between.flatMap((entry) =>
    touchesOf(collection.ledger.entries, entry).flatMap(
      (one) => movedBy(collection, one, entry.id) ?? [],
    ),
  )
  const reads = itemsByIndicator(collection)
  const ofItems = (items: readonly string[]): number[] => {
    const forms = new Set(items.map(formOf))
    return touched.flatMap((one) => {
      const hit =
        items.some((item) => one.items.has(item)) || [...forms].some((id) => one.forms.has(id))
      return hit ? [one.entry] : []
    })
  }
  const ofIndicator = (id: string): number[] => {
    const defined = touched.flatMap((one) => (one.indicators.has(id) ? [one.entry] : []))
    return ordered([...ofItems([...(reads.get(id) ?? [])]), ...defined])
  }
  return {
    ofItem: (item) => ordered(ofItems([item])),
    ofIndicator,
    ofSentence: (ids) => {
      const written = touched.flatMap((one) => (one.summary ? [one.entry] : []))
      return ordered([...ids.flatMap(ofIndicator), ...written])
    },
  }
}

const ordered = (entries: number[]): number[] => [...new Set(entries)].sort((a, b) => a - b)

const formOf = (item: string): string => item.slice(0, item.lastIndexOf('['))

/** The items that each indicator reads, this year's only. */
function itemsByIndicator(collection: Collection): Map<string, Set<string>> {
  const { forms, index } = collection
  const text = collection.text('indicators') ?? ''
  return new Map(
    parseIndicators(text).indicators.map((indicator) => {
      const sides = [indicator.numerator, ...(indicator.denominator ? [indicator.denominator] : [])]
      const items = sides
        .flatMap(plainSides)
        .flatMap(expressionsOf)
        .flatMap((one) => itemsRead(one, { forms, form: (id) => index.form(id) }))
        .map((read) => index.addressesOf(read.form)[read.index] ?? '')
      return [indicator.id, new Set(items)]
    }),
  )
}

/** What moved with something that was touched; null where it moves no figure. */
function movedBy(collection: Collection, { touch, by }: Touched, entry: number): Moved | null {
  const none = { entry, items: NONE, forms: NONE, indicators: NONE, summary: false }
  switch (touch.what) {
    case 'cells':
      return { ...none, items: new Set(touch.cells.map(({ item }) => item)) }
    case 'received': {
      const file = collection
        .storedFiles()
        .find((one) =>
          touch.file === null
            ? one.path === touch.path && one.receivedAt === by.at
            : one.id === touch.file,
        )
      if (file === undefined || !counted(collection, file.id)) return null
      return { ...none, forms: formsOf(collection, file.id) }
    }
    case 'file':
    case 'reading':
      return { ...none, forms: formsOf(collection, touch.file) }
    case 'form':
    case 'rows':
      return { ...none, forms: new Set([touch.form]) }
    case 'register':
      return {
        ...none,
        forms: formsOfSchools(collection, touch.schools),
        indicators: new Set(itemsByIndicator(collection).keys()),
      }
    case 'text':
      if (touch.role === 'summary') return { ...none, summary: true }
      if (touch.role !== 'indicators' || by.kind !== 'edit-text') return null
      return { ...none, indicators: changedIndicators(collection, by.id, by.payload) }
    case 'external':
      return { ...none, indicators: indicatorsNaming(collection, touch.name) }
    case 'last-year':
    case 'earlier-years':
      return { ...none, indicators: new Set(itemsByIndicator(collection).keys()) }
    case 'particulars':
      return { ...none, summary: true }
    case 'waiting':
    case 'links':
    case 'findings':
    case 'rules':
    case 'controls':
    case 'draft':
    case 'snapshots':
    case 'person':
      return null
  }
}

/** Indicators that use a figure of another office, this year's or last year's. */
function indicatorsNaming(collection: Collection, name: string): Set<string> {
  const plain = name.replace(/^上年/u, '')
  const { indicators } = parseIndicators(collection.text('indicators') ?? '')
  return new Set(indicators.flatMap((one) => (externalNames(one).includes(plain) ? [one.id] : [])))
}

/** Whether a file counted when it came in: one that had to wait moved nothing until it was accepted. */
function counted(collection: Collection, id: number): boolean {
  const status = collection.verdict(id)?.status
  // A reply to questions replaces nothing of itself.
  if (collection.file(id)?.reading.reply !== undefined) return false
  const waited = collection.ledger.entries.some(
    (entry) => entry.kind === 'hold' && entry.payload.file === id,
  )
  return !waited && status !== 'rejected' && status !== 'ignored' && status !== 'duplicate'
}

function formsOf(collection: Collection, id: number): Set<string> {
  return new Set((collection.file(id)?.reading.tables ?? []).map(({ form }) => form))
}

/** The forms that schools fill in; all of them where one is no longer known, for nobody can say which it filled in. */
function formsOfSchools(collection: Collection, ids: readonly string[]): Set<string> {
  const schools = ids.map((id) => collection.everybody.find((one) => one.id === id))
  const asked = (form: Form): boolean =>
    schools.some((one) => one === undefined || collection.itemsOf(one, form).length > 0)
  return new Set(collection.forms.filter(asked).map(({ id }) => id))
}

/** Indicators that read otherwise after an edit of the indicators' text than before it. */
function changedIndicators(
  collection: Collection,
  edit: number,
  { role, text }: PayloadOf<'edit-text'>,
): Set<string> {
  const earlier = collection.ledger.entries.flatMap((one) =>
    one.id < edit && one.kind === 'edit-text' && one.payload.role === role ? [one.payload] : [],
  )
  const before = definitions(earlier.at(-1)?.text ?? collection.shippedText('indicators') ?? '')
  const after = definitions(text)
  const ids = new Set([...before.keys(), ...after.keys()])
  return new Set([...ids].filter((id) => before.get(id) !== after.get(id)))
}

function definitions(text: string): Map<Indicator['id'], string> {
  return new Map(parseIndicators(text).indicators.map((one) => [one.id, JSON.stringify(one)]))
}
