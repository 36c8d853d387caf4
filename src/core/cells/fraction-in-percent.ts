import { CallError } from '../../shared/result.ts'
import { compare, numberOf, showNumber, times } from '../model/number.ts'
import type { TakenValue } from './value.ts'

/** Shares that are usually below 1 %: of these 0.4 is 0.4 %. */
const SMALL =
  /辍学|流失|退学|休学|留级|死亡|发病|患病|感染|事故|差错|误差|缺勤|增长|增幅|增减|降幅|下降|降低|提高|变动|变化/u

/**
 * Whether a figure in % was perhaps written as a fraction: 0.98 for 98 %. Nobody can tell from the
 * figure alone; one that carries its own sign ("0.98%") is what it says.
 *
 * @param value plain decimal
 * @param words what it is a share of: a heading, a name
 * @returns both readings, or null where there is no doubt
 */
export function fractionReadings(value: string, words: string): string | null {
  const number = numberOf(value)
  if (number === null || compare(number, 0) <= 0 || compare(number, 1) > 0) return null
  if (SMALL.test(words)) return null
  return `${value}% / ${showNumber(times(number, 100))}%`
}

/**
 * Asks whoever typed 0.98 for a figure in % which of the two is meant; "0.98%" is what it says.
 *
 * @throws CallError perhaps-fraction
 */
export function askOfFraction({ state, value, cleanings }: TakenValue, words: string): void {
  if (state !== 'number' || cleanings.includes('unit')) return
  const readings = fractionReadings(value, words)
  if (readings !== null) throw new CallError('perhaps-fraction', { value, readings })
}
