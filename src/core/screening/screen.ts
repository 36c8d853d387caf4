import type { ScreeningKind } from '../../shared/screening.ts'
import { blankTables } from './blank-tables.ts'
import type { ScreeningContext } from './context.ts'
import { copies } from './copies.ts'
import type { Screen } from './county.ts'
import { digits } from './digits.ts'
import { emptyShell } from './empty-shell.ts'
import { growth } from './growth.ts'
import { magnitude } from './magnitude.ts'
import { missingTables } from './missing-tables.ts'
import { outliers } from './outliers.ts'
import { progression } from './progression.ts'
import type { Ratio } from './ratios.ts'
import { swaps } from './swaps.ts'

/** The kinds of check that are switched on, each ready to run over all schools. */
export function screens(
  context: ScreeningContext,
  ratios: readonly Ratio[],
): { kind: ScreeningKind; screen: Screen }[] {
  const all: Record<ScreeningKind, () => Screen> = {
    缺表: () => missingTables(context),
    空表: () => blankTables(context),
    空壳: () => emptyShell(context),
    增减: () => growth(context),
    升级: () => progression(context),
    离群: () => outliers(context, ratios),
    量级: () => magnitude(context),
    照抄: () => copies(context),
    尾数: () => digits(context),
    换列: () => swaps(context),
  }
  return [...context.settings.kinds].flatMap(([kind, { on }]) =>
    on ? [{ kind, screen: all[kind]() }] : [],
  )
}
