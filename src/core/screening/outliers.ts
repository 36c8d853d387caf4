import { compare, over, showNumber, times } from '../model/number.ts'
import { rememberedGroup } from './county.ts'
import type { Screen, Suspicion } from './county.ts'
import type { ScreeningContext } from './context.ts'
import { peersOf } from './peers.ts'
import { ratioLimits } from './ratio-limits.ts'
import type { Ratio } from './ratios.ts'

/**
 * 离群: ratios (pupils per class, books per pupil …) far from those of like schools; the method is
 * named at `ratioLimits`. Of several ratios of a school that share a cell only the first is told:
 * one wrong figure makes one finding.
 */
export function outliers(context: ScreeningContext, ratios: readonly Ratio[]): Screen {
  const distance = context.threshold('离群', 'distance', '5')
  const multiple = context.threshold('离群', 'times', '2.5')
  const least = Number(context.threshold('离群', 'peers', '8'))
  const among = rememberedGroup((members) => {
    const told = new Set<string>()
    return ratios.flatMap((ratio): Suspicion[] => {
      const figures = members.flatMap((one) => {
        const figure = ratio.read(one)
        return figure === null ? [] : [{ one, figure }]
      })
      if (figures.length < least) return []
      const limits = ratioLimits(
        figures.map(({ figure }) => figure.value),
        distance,
        multiple,
      )
      if (limits === null) return []
      return figures.flatMap(({ one, figure }): Suspicion[] => {
        const { value, cells, check } = figure
        const high = compare(value, limits.high) > 0
        if (!high && compare(value, limits.low) >= 0) return []
        const keys = cells.map(
          ({ form, index }) => `${one.school.id} ${context.address(form, index)}`,
        )
        if (keys.some((key) => told.has(key))) return []
        for (const key of keys) told.add(key)
        const factor = over(value, limits.median) ?? 0
        return [
          {
            kind: '离群',
            school: one.school.id,
            subject: ratio.id,
            why: {
              code: high ? 'ratio-high' : 'ratio-low',
              params: {
                what: ratio.id,
                value: showNumber(value, 2),
                median: showNumber(limits.median, 2),
                factor: showNumber(factor, 1),
                share: showNumber(times(factor, 100), 1),
                schools: figures.length,
                low: showNumber(limits.low, 2),
                high: showNumber(limits.high, 2),
              },
            },
            check,
            left: value,
            right: high ? limits.high : limits.low,
            cells: cells.map((cell) => ({ ...cell, lastYear: false })),
          },
        ]
      })
    })
  })
  return (schools) =>
    peersOf(context, schools).flatMap(({ type, band, members }) =>
      among(`${type} ${String(band)}`, members),
    )
}
