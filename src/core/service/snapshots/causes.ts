import { expressionsOf, itemsRead } from '../../indicators/items-read.ts'
import { plainSides } from '../../indicators/parts.ts'
import { parseIndicators } from '../../indicators/indicator.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { StoredEntry } from '../../ports.ts'
import type { Collection } from '../../collection/collection.ts'
import { externalNames } from '../indicators/indicator-views.ts'
import type { Causes } from './published.ts'

/** What an entry of the ledger can have moved. */
interface Touched {
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
  const touched = between.flatMap((entry) => touchedBy(collection, entry, entry.id) ?? [])
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
    ofItem: (item) => ofItems([item]),
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

/** What an entry moved; null where it moves no figure. A withdrawal moves what its target moved. */
function touchedBy(collection: Collection, entry: StoredEntry, as: number): Touched | null {
  const none = { entry: as, items: NONE, forms: NONE, indicators: NONE, summary: false }
  switch (entry.kind) {
    case 'adopt':
      return { ...none, items: new Set(entry.changes.map(({ item }) => item)) }
    case 'receive': {
      const file = collection
        .storedFiles()
        .find(({ path, receivedAt }) => path === entry.note && receivedAt === entry.at)
      if (file === undefined || !counted(collection, file.id)) return null
      return { ...none, forms: formsOf(collection, file.id) }
    }
    case 'accept-file':
    case 'withdraw-file':
      return { ...none, forms: formsOf(collection, Number(entry.note)) }
    case 'assign':
      return { ...none, forms: formsOf(collection, entry.assign?.file ?? -1) }
    case 'edit-form':
      return { ...none, forms: new Set([entry.note]) }
    case 'confirm-layout':
      return { ...none, forms: new Set([entry.note.split('|')[0] ?? '']) }
    case 'edit-text':
      if (entry.note === 'summary') return { ...none, summary: true }
      if (entry.note !== 'indicators') return null
      return { ...none, indicators: changedIndicators(collection, entry) }
    case 'edit-external':
      return { ...none, indicators: indicatorsNaming(collection, entry.note) }
    case 'last-year':
      return { ...none, indicators: new Set(itemsByIndicator(collection).keys()) }
    case 'withdraw': {
      const target = collection.store.ledger().find(({ id }) => id === entry.target)
      return target === undefined ? null : touchedBy(collection, target, as)
    }
    case 'hold':
    case 'create':
    case 'person':
    case 'explain':
    case 'controls':
    case 'switch-rule':
    case 'sign-off':
    case 'ask':
    case 'withdraw-finding':
    case 'take-explanations':
    // Who is who changes what is compared, not what is published.
    case 'link-schools':
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
    ({ kind, note }) => kind === 'hold' && note === String(id),
  )
  return !waited && status !== 'rejected' && status !== 'ignored' && status !== 'duplicate'
}

function formsOf(collection: Collection, id: number): Set<string> {
  return new Set((collection.file(id)?.reading.tables ?? []).map(({ form }) => form))
}

/** Indicators that read otherwise after an edit of the indicators' text than before it. */
function changedIndicators(collection: Collection, entry: StoredEntry): Set<string> {
  const earlier = collection.store
    .ledger()
    .findLast(({ id, kind, note }) => id < entry.id && kind === 'edit-text' && note === entry.note)
  const before = definitions(earlier?.text ?? collection.shippedText('indicators') ?? '')
  const after = definitions(entry.text ?? '')
  const ids = new Set([...before.keys(), ...after.keys()])
  return new Set([...ids].filter((id) => before.get(id) !== after.get(id)))
}

function definitions(text: string): Map<Indicator['id'], string> {
  return new Map(parseIndicators(text).indicators.map((one) => [one.id, JSON.stringify(one)]))
}
