import type { Form } from '../../../shared/model.ts'
import { compare, showNumber } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import type { TableFigures } from '../figures.ts'
import { BLANK, UNDECIDED } from '../value.ts'

/** A school's figures of one year. */
export interface Observed {
  school: string
  table: (form: Form) => TableFigures
}

/** So much of what says anything has to agree with a relation. */
export const SHARE = 0.95
/** So many different figures have to speak for it: what is 1 everywhere is alike by chance. */
const FIGURES = 3
/** So many schools have to speak for it. */
export const SCHOOLS = 5

/** A relation's record: schools that speak for it (0 where their figures are too few), and of the tables that say anything those that agree. */
export interface Support {
  schools: number
  held: number
  of: number
}

/** A cell as a number; blank is 0; null where it is not known or a text. */
export function numberIn(table: NonNullable<TableFigures>, index: number): Num | null {
  const cell = table[index]
  if (cell === BLANK) return 0
  if (cell === undefined || cell === UNDECIDED || typeof cell === 'string') return null
  return cell
}

/** What an observation says of a relation: nothing, that it holds, the figure with which it speaks for it, that it does not hold. */
export type Word = 'nothing' | 'holds' | 'fails' | Num

/** A record with the tables that it is about and those against it, by their numbers. */
export interface Judged extends Support {
  about: readonly number[]
  against: readonly number[]
}

/** Counts what observations say; ends as soon as too many are against it, with null. */
export function supportOf<T extends { school: string; at: number }>(
  all: readonly T[],
  says: (one: T) => Word,
): Judged | null {
  const most = Math.floor(all.length * (1 - SHARE))
  const schools = new Set<string>()
  const figures = new Set<string>()
  const [about, against]: [number[], number[]] = [[], []]
  for (const one of all) {
    const word = says(one)
    if (word === 'nothing') continue
    about.push(one.at)
    if (word === 'fails') {
      against.push(one.at)
      if (against.length > most) return null
      continue
    }
    if (word === 'holds') continue
    schools.add(one.school)
    figures.add(showNumber(word))
  }
  const of = about.length
  const held = of - against.length
  if (held < SHARE * of) return null
  return { schools: figures.size < FIGURES ? 0 : schools.size, held, of, about, against }
}

export const isZero = (value: Num): boolean => compare(value, 0) === 0
