import type { TextRole } from '../../../shared/texts.ts'
import { isYearly, parsePeriod } from '../../../shared/period.ts'
import { CallError } from '../../../shared/result.ts'
import { Collection } from '../../collection/collection.ts'
import type { AssetRole } from '../../model/asset-role.ts'
import type { CollectionConfig } from '../../model/collection.ts'
import type { Overview } from '../../../shared/overview.ts'
import {
  adoptedAsPast,
  keptPast,
  lastYearKept,
  namedHere,
  successionsHere,
  takenFor,
} from '../last-year/choose-last-year.ts'
import { yearNumberOf } from '../last-year/earlier.ts'
import type { Session } from '../session.ts'
import { utf8Bytes } from '../../model/utf8-text.ts'
import { makeStore } from './create.ts'

/** Texts that go on into the next year as they read now, with the name a new one gets. */
const TEXTS: Record<TextRole, string> = {
  rules: 'rules.yaml',
  indicators: 'indicators.yaml',
  summary: 'summary.md',
  screening: 'screening.yaml',
  lists: 'lists.yaml',
}

/**
 * Makes next year's collection from the open one and goes into it: forms with what was corrected in
 * them, the register as it stands, rules, indicators, summary, screening and lists as they read now,
 * and this year's adopted figures as last year's; the years before, as it knows them. Returns, corrections, explanations and figures of
 * other offices stay behind.
 *
 * @throws CallError no-next-year where the collection does not say which year it is of; what making a
 *   file throws. The open collection is then still open
 */
export async function nextYear(session: Session): Promise<Overview> {
  const before = session.current()
  const config = yearLater(before.config)
  const tables = adoptedAsPast(before)
  const source = `${before.config.title}.huishu`
  const earlier = await yearsKept(session)
  // What is needed of it after its file is closed.
  const then = { everybody: before.everybody, ledger: before.ledger }
  const { person } = then.ledger
  const { ports } = session
  const store = makeStore(ports, ports.grants.newCollectionPath(config.title), {
    config,
    schools: before.hasRegister ? before.schools : [],
    forms: before.forms,
    assets: [...blanksIn(before), ...textsIn(before)],
  })
  await session.use(new Collection(store))
  if (person !== '') await session.write({ kind: 'person', payload: { name: person } })
  if (tables.every(({ lines }) => lines.length === 0)) return session.overview()
  const payload = keptPast(session, {
    tables: namedHere(session, tables),
    source,
    successions: successionsHere(session, then),
  })
  // Of a part of a year this one is the same part a year ago; last year as a whole is another list.
  const of = isYearly(parsePeriod(config.period ?? '')) ? 'last' : 'same'
  const made = await session.write(takenFor(of, payload, ''))
  return (await keepYears(session, earlier)) ?? made
}

interface KeptBefore {
  year: number
  source: string
  bytes: Uint8Array
}

/** The years that a collection knows, as it keeps them: those that were given to it, and its last year. */
async function yearsKept(session: Session): Promise<KeptBefore[]> {
  const collection = session.current()
  const { ledger, store } = collection
  const now = yearNumberOf(collection)
  if (now === null) return []
  const given = [...ledger.earlierYears].flatMap(([year, { sha256, source }]): KeptBefore[] => {
    const bytes = store.blob(sha256)
    return bytes === null || year >= now ? [] : [{ year, source, bytes }]
  })
  const last = await lastYearKept(session)
  if (last === null || given.some(({ year }) => year === now - 1)) return given
  return [...given, { ...last, year: now - 1 }]
}

/** Puts years that another collection kept into the open one; the overview after it, null where there are none. */
async function keepYears(session: Session, years: readonly KeptBefore[]): Promise<Overview | null> {
  let made: Overview | null = null
  for (const { year, source, bytes } of years) {
    const { sha256 } = session.current().store.putAsset('prior-values', source, bytes)
    made = await session.write({
      kind: 'earlier-year',
      payload: { year, sha256, source },
      reason: '',
    })
  }
  return made
}

interface Material {
  role: AssetRole
  name: string
  bytes: Uint8Array
}

function blanksIn({ store }: Collection): Material[] {
  return store.assets().flatMap(({ role, name, sha256 }) => {
    const bytes = role === 'form' ? store.blob(sha256) : null
    return bytes === null ? [] : [{ role, name, bytes }]
  })
}

function textsIn(collection: Collection): Material[] {
  return (Object.keys(TEXTS) as TextRole[]).flatMap((role) => {
    const text = collection.text(role)
    const name = collection.material(role)?.name ?? TEXTS[role]
    return text === null ? [] : [{ role, name, bytes: utf8Bytes(text) }]
  })
}

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu

/** The settings a year later: every year named in them counts one more. */
function yearLater(config: CollectionConfig): CollectionConfig {
  const { registerNotes: _, setupNotes: __, ...rest } = config
  const schoolYear = laterText(config.schoolYear)
  const period = laterText(config.period ?? '')
  const moved = schoolYear !== config.schoolYear || period !== (config.period ?? '')
  if (!moved) throw new CallError('no-next-year')
  const title = laterText(config.title)
  const called = period === '' ? schoolYear : period
  return {
    ...rest,
    title: title === config.title ? `${title} ${called.replaceAll('/', '-')}` : title,
    schoolYear,
    ...(period !== '' && { period }),
    referenceDate: laterDate(config.referenceDate),
    dueDate: laterDate(config.dueDate),
    prior: null,
    external: null,
  }
}

function laterText(text: string): string {
  return text.replace(YEAR, (year) => String(Number(year) + 1))
}

/** The same day a year later; 29 February becomes the 28th. */
function laterDate(date: string): string {
  const later = laterText(date)
  return later.endsWith('-02-29') && date !== later ? later.replace(/29$/u, '28') : later
}
