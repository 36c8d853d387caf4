import { parseExact } from '../../../shared/exact.ts'
import type { Exact } from '../../../shared/exact.ts'
import { NEVER } from '../lexicon/units.ts'
import type { Unit } from '../lexicon/units.ts'
import type { Quantity } from './quantity.ts'

const RATIO: Unit = { base: '比', sort: 'times', unless: NEVER }
/** 19.4:1, 1:16.5, 1比3, 20:35:45; a clock has two digits behind the colon. */
const WRITTEN =
  /(?<![\d.:])(\d+(?:\.\d+)?) ?(?::|比) ?(\d+(?:\.\d+)?)((?: ?: ?\d+(?:\.\d+)?)*)(?![\d.:]|[年月日])/gu
const SPOKEN_OF = /比(?:例|重|率|值)?[^。；\n]{0,24}$|之比[^。；\n]{0,8}$/u

/** Ratios: the value is what the other side is to 1. */
export function ratiosOf(text: string): Quantity[] {
  return [...text.matchAll(WRITTEN)].flatMap((match): Quantity[] => {
    const [whole, left = '', right = '', rest = ''] = match
    const [a, b] = [parseExact(left), parseExact(right)]
    if (a === null || b === null) return []
    const ofOne = left === '1' || right === '1'
    const before = text.slice(Math.max(0, match.index - 60), match.index)
    if (!ofOne && !SPOKEN_OF.test(before)) return []
    if (rest !== '' && !SPOKEN_OF.test(before)) return []
    // Of more than two sides none is to 1: the first stands for all.
    const value = right === '1' || rest !== '' ? a : left === '1' ? b : quotient(a, b)
    if (value === null) return []
    return [
      {
        start: match.index,
        end: match.index + whole.length,
        value,
        high: null,
        step: { units: 1n, scale: value.scale },
        rounding: 'rounded',
        decimals: value.scale,
        unit: RATIO,
        quotedUnit: ':1',
        scale: '',
        script: 'arabic',
        negative: false,
        more: false,
      },
    ]
  })
}

function quotient(a: Exact, b: Exact): Exact | null {
  if (b.units === 0n) return null
  const [top, bottom] = [a.units * 10n ** BigInt(b.scale), b.units * 10n ** BigInt(a.scale)]
  return { units: (top * 1_000_000n + bottom / 2n) / bottom, scale: 6 }
}
