import { COMMANDS } from '../commands/command-list.ts'
import type { CommandId } from '../commands/command-list.ts'
import { keyCap } from '../commands/key.ts'
import type { SchoolRow } from '../../shared/intake.ts'
import type { Form } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'
import { itemAddress, itemLabel } from '../figures/item-names.ts'

export type Match =
  | { kind: 'command'; id: CommandId; name: string; detail: string }
  | { kind: 'school'; id: string; name: string; detail: string }
  | { kind: 'item'; form: string; item: string; name: string; detail: string }

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
 * each, names that begin with the text first.
 */
export function matchesOf(text: string, schools: SchoolRow[], forms: Form[]): Match[] {
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
    .filter(({ school }) =>
      holds(`${school.name} ${school.shortName} ${codeOf(school)}`.toLowerCase()),
    )
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
