import { absolute, compare, fraction, minus, over, showNumber, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { remembered } from './county.ts'
import type { Screen, Suspicion } from './county.ts'
import { sumText } from './context.ts'
import type { ScreeningContext } from './context.ts'
import type { GrowthSetting } from './settings.ts'

/**
 * 增减: a headline figure of a school that moved since last year by more than a share of it and by
 * more than a number, both set as data (a band, as the official systems' 经验校验 have it). A school
 * that is new or had nothing last year is not compared.
 */
export function growth(context: ScreeningContext): Screen {
  const checks = context.settings.growth.map((setting) => checkOf(context, setting))
  const own = remembered((one) => checks.flatMap((check) => check(one) ?? []))
  return (schools) => schools.flatMap(own)
}

function checkOf(
  context: ScreeningContext,
  setting: GrowthSetting,
): (one: Parameters<ReturnType<ScreeningContext['role']>>[0]) => Suspicion | null {
  const read = context.role(setting.role)
  const percent = setting.percent ?? context.threshold('增减', 'percent', '20')
  const least = setting.least ?? context.threshold('增减', 'least', '10')
  const unit = context.settings.roles.find((role) => role.id === setting.role)?.unit ?? ''
  return (one) => {
    const figure = read(one)
    if (figure === null || figure.now === null || figure.lastYear === null) return null
    const { now, lastYear, cells } = figure
    if (compare(lastYear, 0) <= 0 || compare(now, 0) === 0) return null
    const moved = absolute(minus(now, lastYear))
    const band = times(lastYear, over(percent, 100) ?? 0)
    const allowed = compare(band, least) > 0 ? band : least
    if (compare(moved, allowed) <= 0) return null
    const before = sumText(context, cells, '上年!')
    const many = cells.length > 1
    const [a, b] = [sumText(context, cells), many ? `(${before})` : before]
    return {
      kind: '增减',
      school: one.school.id,
      subject: setting.role,
      why: {
        code: compare(now, lastYear) > 0 ? 'grown' : 'shrunk',
        params: {
          what: setting.role,
          before: showNumber(lastYear),
          now: showNumber(now),
          by: showNumber(moved),
          share: shareText(moved, lastYear),
          percent: showNumber(percent),
          least: showNumber(least),
          unit,
        },
      },
      check: `ABS(${a} - ${b}) <= MAX(${showNumber(least)}, ${showNumber(over(percent, 100) ?? 0)} * ${b})`,
      left: moved,
      right: allowed,
      cells: cells.flatMap((cell) => [
        { ...cell, lastYear: false },
        { ...cell, lastYear: true },
      ]),
    }
  }
}

/** A share of a whole in per cent, one decimal. */
function shareText(part: Num, whole: Num): string {
  return showNumber(over(times(part, fraction(100n, 1n)), whole) ?? 0, 1)
}
