import { COMMANDS } from '../commands/command-list.ts'
import type { CommandId } from '../commands/command-list.ts'
import type { FoundPlace } from '../state/search-match.ts'
import { keyCap } from '../commands/key.ts'
import type { SchoolRow } from '../../shared/intake.ts'
import type { Form } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'
import { itemAddress, itemLabel } from '../figures/item-names.ts'
import type { GridData } from '../../shared/figures.ts'
import type { ConsolidationCatalog } from '../../shared/consolidate.ts'
import { STATE_LETTER } from '../../shared/state-letter.ts'
import { withSeparators } from '../../shared/separators.ts'
import { typedNumber } from '../figures/typed.ts'
import { spells } from './pinyin.ts'
import type { Readings } from './pinyin.ts'

/** What Ctrl+K finds: a place to go to, or something to do. */
export type Match = FoundPlace | { kind: 'command'; id: CommandId; name: string; detail: string }

const SHOWN = 12

/** Commands whose name holds every word of `text`; all of them where nothing is typed yet. */
export function commandMatches(
  text: string,
  names: Record<CommandId, string>,
  canRun: (id: CommandId) => boolean,
): Match[] {
  const words = text.toLowerCase().split(/\s+/u)
  return COMMANDS.flatMap(({ id, place, keys }): Match[] => {
    const name = names[id]
    if (place !== 'window' || id === 'search' || !canRun(id)) return []
    if (!words.every((word) => name.toLowerCase().includes(word))) return []
    return [{ kind: 'command', id, name, detail: keys.map(keyCap).join('、') }]
  })
}

/**
 * Schools and items that hold every word of `text`, in name, number or address; at most a dozen of
 * each, names that begin with the text first. Schools are also found by pinyin and its initials.
 */
export function matchesOf(
  text: string,
  schools: SchoolRow[],
  forms: Form[],
  readings: Readings | null = null,
): Match[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const holds = (hay: string): boolean => words.every((word) => hay.includes(word))
  const found: Match[] = []
  const rank = ({ school }: SchoolRow): number =>
    school.name.startsWith(text) || school.shortName.startsWith(text) ? 0 : 1
  const hits = schools
    .filter(({ school }) => {
      const hay = `${school.name} ${school.shortName} ${codeOf(school)}`.toLowerCase()
      return words.every(
        (word) => hay.includes(word) || (readings !== null && spells(word, school.name, readings)),
      )
    })
    .toSorted((a, b) => rank(a) - rank(b))
  for (const { school } of hits.slice(0, SHOWN))
    found.push({ kind: 'school', id: school.id, name: school.name, detail: codeOf(school) })
  for (const match of itemMatches(forms, holds)) found.push(match)
  return found
}

function itemMatches(forms: Form[], holds: (hay: string) => boolean): Match[] {
  const found: Match[] = []
  for (const form of forms) {
    for (const item of form.items) {
      const address = itemAddress(form, item)
      const label = itemLabel(form, item)
      if (!holds(`${address} ${form.title} ${label}`.toLowerCase())) continue
      found.push({
        kind: 'item',
        form: form.id,
        item: address,
        name: label,
        detail: `${address} ${form.title}`,
      })
      if (found.length === SHOWN) return found
    }
  }
  return found
}

/** Indicators whose title or id holds every word of `text`. */
export function indicatorMatches(
  text: string,
  indicators: ConsolidationCatalog['indicators'],
): Match[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return []
  return indicators
    .filter(({ id, title }) => words.every((word) => `${title} ${id}`.toLowerCase().includes(word)))
    .slice(0, SHOWN)
    .map(({ id, title, unit }) => ({ kind: 'indicator', id, name: title, detail: `${id} ${unit}` }))
}

/** Fewer digits than this stand nearly everywhere. */
const DIGITS = 2

/** Cells of schools in a table that hold exactly the figure typed. */
export function valueMatches(
  text: string,
  grid: GridData,
  form: Form,
  names: ReadonlyMap<string, SchoolRow>,
): Match[] {
  const value = typedNumber(text)
  if (value === null || value.replace(/\D/gu, '').length < DIGITS) return []
  const found: Match[] = []
  for (const row of grid.rows) {
    if (row.level !== 'school') continue
    for (const [at, figure] of row.values.entries()) {
      const item = form.items[grid.items[at] ?? -1]
      if (figure !== value || row.states[at] !== STATE_LETTER.number || !item) continue
      const address = itemAddress(form, item)
      found.push({
        kind: 'value',
        school: row.key,
        item: address,
        name: `${withSeparators(value)} ${names.get(row.key)?.school.name ?? row.key}`,
        detail: `${address} ${itemLabel(form, item)}`,
      })
      if (found.length === SHOWN) return found
    }
  }
  return found
}
