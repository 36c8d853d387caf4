import { difference, exactly, product, quotient, sum } from '../numbers/bounds.ts'
import type { Bounds } from '../numbers/bounds.ts'
import type { At, Reading } from '../question.ts'
import type { Mention } from '../text/mention.ts'
import { quotedText } from '../kinds/readings.ts'
import { changeAt } from '../kinds/rounding.ts'

/** A level; several figures where they change together. */
export type Levels = readonly Mention[]

/** level − last year's = change. */
export function differenceReading(level: Levels, previous: Mention, by: Mention): Reading {
  return {
    figures: [...indexes(level), previous.index, by.index],
    formula: `${textOf(level)} − ${quotedText(previous)} = ${signText(by)}${quotedText(by)}`,
    reckon: (at) => ({
      computed: difference(levelAt(level, at), at(previous.index)),
      quoted: changeAt(by, at),
    }),
    compares: 'equal',
    asked: by.index,
  }
}

/** (level ÷ last year's − 1) × 100 = growth. */
export function fromBoth(level: Levels, previous: Mention, growth: Mention): Reading {
  return {
    figures: [...indexes(level), previous.index, growth.index],
    formula: `(${textOf(level)} ÷ ${quotedText(previous)} − 1) × 100 = ${signText(growth)}${quotedText(growth)}`,
    reckon: (at) => {
      const ratio = percentOf(levelAt(level, at), at(previous.index))
      return ratio === null
        ? null
        : { computed: sum([ratio, exactly(-100)]), quoted: at(growth.index) }
    },
    compares: 'equal',
    asked: growth.index,
  }
}

/** change ÷ (level − change) × 100 = growth. */
export function fromChange(level: Levels, change: Mention, growth: Mention): Reading {
  const base = `(${textOf(level)} ${change.figure.direction === 'down' ? '+' : '−'} ${quotedText(change)})`
  return {
    figures: [...indexes(level), change.index, growth.index],
    formula: `${signText(change)}${quotedText(change)} ÷ ${base} × 100 = ${signText(growth)}${quotedText(growth)}`,
    reckon: (at) => {
      const by = changeAt(change, at)
      const share = percentOf(by, difference(levelAt(level, at), by))
      return share === null ? null : { computed: share, quoted: at(growth.index) }
    },
    compares: 'equal',
    asked: growth.index,
  }
}

/** change ÷ last year's × 100 = growth. */
export function fromPrevious(previous: Mention, change: Mention, growth: Mention): Reading {
  return {
    figures: [previous.index, change.index, growth.index],
    formula: `${signText(change)}${quotedText(change)} ÷ ${quotedText(previous)} × 100 = ${signText(growth)}${quotedText(growth)}`,
    reckon: (at) => {
      const share = percentOf(changeAt(change, at), at(previous.index))
      return share === null ? null : { computed: share, quoted: at(growth.index) }
    },
    compares: 'equal',
    asked: growth.index,
  }
}

function percentOf(part: Bounds, base: Bounds): Bounds | null {
  const share = quotient(part, base)
  return share === null ? null : product(share, exactly(100))
}

function levelAt(level: Levels, at: At): Bounds {
  return sum(level.map(({ index }) => at(index)))
}

function indexes(level: Levels): number[] {
  return level.map(({ index }) => index)
}

function textOf(level: Levels): string {
  const text = level.map(quotedText).join(' + ')
  return level.length === 1 ? text : `(${text})`
}

function signText({ figure }: Mention): string {
  return figure.direction === 'down' ? '−' : ''
}
