import { InvalidArgumentError } from 'commander'
import type { Particulars } from '../../shared/register.ts'
import { PARTICULARS } from './particular-names.ts'

/** 列=值, one after the other, as commander gathers the words of an option. */
export function columnOf(
  word: string,
  before: Record<string, string> = {},
): Record<string, string> {
  const [column, text] = parted(word)
  return { ...before, [column]: text }
}

/** The first word of `--set` is a school, the others are 列=值. */
export function schoolAndColumns(
  word: string,
  before?: { school: string; columns: Record<string, string> },
): { school: string; columns: Record<string, string> } {
  return before === undefined
    ? { school: word, columns: {} }
    : { school: before.school, columns: columnOf(word, before.columns) }
}

/** The two words of `--merge`: a school, and the one that it goes into. */
export function mergeOf(
  word: string,
  before?: { school: string; into: string },
): { school: string; into: string } {
  if (before === undefined) return { school: word, into: '' }
  if (before.into !== '') throw new InvalidArgumentError('SCHOOL INTO')
  return { ...before, into: word }
}

/** The school of `--part`. */
export const schoolOf = (word: string): string => word

/** KEY=VALUE with a name of collection.yaml. */
export function particularOf(word: string, before: Partial<Particulars>): Partial<Particulars> {
  const [name, text] = parted(word)
  const field = PARTICULARS.find(([known]) => known === name)?.[1]
  if (field === undefined) throw new InvalidArgumentError(name)
  return { ...before, [field]: text }
}

function parted(word: string): [string, string] {
  const at = word.indexOf('=')
  if (at < 1) throw new InvalidArgumentError(word)
  return [word.slice(0, at).trim(), word.slice(at + 1).trim()]
}
