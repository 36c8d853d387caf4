import type { Form } from '../../shared/model.ts'
import { absolute, compare, minus, over, plus, showNumber, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { CellFigure } from '../rules/value.ts'
import { asCount, remembered } from './county.ts'
import type { Screen, ScreenedSchool, Suspicion } from './county.ts'
import type { ScreeningContext } from './context.ts'
import { itemsFitting } from './roles.ts'
import type { Found } from './roles.ts'
import type { ProgressionSetting } from './settings.ts'

/** One step up: a grade, the grade below it, who came straight into it. */
interface Step {
  grade: string
  above: Found
  below: Found
  entered: Found[]
}

/**
 * 升级: the pupils of a grade are those of the grade below a year ago, but for transfers. What may
 * be missing or too many is the largest of a number, a share of the lower grade, and all moves that
 * the school reports in its table of changes.
 */
export function progression(context: ScreeningContext): Screen {
  const ladders = context.settings.progression.flatMap((setting) => laddersOf(context, setting))
  const percent = context.threshold('升级', 'percent', '20')
  const least = context.threshold('升级', 'least', '10')
  const own = remembered((one): Suspicion[] =>
    ladders.flatMap(({ steps, moves }) => {
      const moved = movesOf(one, moves)
      return moved === null
        ? []
        : steps.flatMap((step) => stepUp(context, one, step, { moved, percent, least }) ?? [])
    }),
  )
  return (schools) => schools.flatMap(own)
}

function stepUp(
  context: ScreeningContext,
  one: ScreenedSchool,
  step: Step,
  allow: { moved: Num; percent: Num; least: Num },
): Suspicion | null {
  const { above, below, entered } = step
  if (!one.figures.hasForm(above.form.id)) return null
  const [table, last] = [one.figures.table(above.form), one.figures.lastYear(above.form)]
  if (table === null || last === null) return null
  const [now, before] = [asCount(table[above.index]), asCount(last[below.index])]
  const came = entered.reduce<Num | null>((sum, { index }) => {
    const value = asCount(table[index])
    return sum === null || value === null ? null : plus(sum, value)
  }, 0)
  const same = asCount(last[above.index])
  if (now === null || before === null || came === null || same === null) return null
  // A grade that the school has neither now nor had then is none of its grades; a table without
  // any pupil is a matter of the table.
  const none = compare(now, 0) === 0 && (compare(same, 0) === 0 || blank(table, above.form))
  if (none || compare(before, 0) === 0) return null
  const expected = plus(before, came)
  const off = minus(now, expected)
  const band = times(before, over(allow.percent, 100) ?? 0)
  const allowed = [band, allow.least, allow.moved].reduce((a, b) => (compare(a, b) >= 0 ? a : b))
  if (compare(absolute(off), allowed) <= 0) return null
  const [top, bottom] = [above, below].map(({ form, index }) => context.address(form, index))
  const coming = entered.map(({ form, index }) => ` - ${context.address(form, index)}`).join('')
  return {
    kind: '升级',
    school: one.school.id,
    subject: `${above.form.id} ${step.grade}`,
    why: {
      code: compare(off, 0) > 0 ? 'too-many-risen' : 'too-few-risen',
      params: {
        grade: step.grade,
        now: showNumber(now),
        before: showNumber(before),
        came: showNumber(came),
        by: showNumber(absolute(off)),
        moved: showNumber(allow.moved),
        allowed: showNumber(allowed, 1),
      },
    },
    check: `ABS(${top ?? ''}${coming} - 上年!${bottom ?? ''}) <= ${showNumber(allowed)}`,
    left: absolute(off),
    right: allowed,
    cells: [
      { ...above, lastYear: false },
      ...entered.map((cell) => ({ ...cell, lastYear: false })),
      { ...below, lastYear: true },
    ],
  }
}

/** The grades of every table that the setting fits, step by step, with the rows of moves that belong to them. */
function laddersOf(
  context: ScreeningContext,
  setting: ProgressionSetting,
): { steps: Step[]; moves: Found[] }[] {
  const { moves: table } = context.settings
  const moves = table === null ? [] : itemsFitting(context.forms, { ...table, row: setting.moves })
  const all = itemsFitting(context.forms, setting)
  const entries =
    setting.entered === null
      ? []
      : itemsFitting(context.forms, { ...setting, column: setting.entered })
  return [...new Set(all.map(({ form }) => form))].map((form) => {
    const at = (list: Found[], grade: string): Found[] =>
      list.filter((one) => one.form === form && lastHeading(form, one.index) === grade)
    const steps = setting.grades.slice(1).flatMap((grade, index): Step[] => {
      const [above] = at(all, grade)
      const [below] = at(all, setting.grades[index] ?? '')
      return above === undefined || below === undefined
        ? []
        : [{ grade, above, below, entered: at(entries, grade) }]
    })
    return { steps, moves }
  })
}

function lastHeading(form: Form, index: number): string {
  return form.columns[form.items[index]?.column ?? -1]?.path.at(-1) ?? ''
}

/** All pupils that came or went during the year; 0 where the forms do not ask, null where it cannot be known. */
function movesOf({ figures }: ScreenedSchool, moves: Found[]): Num | null {
  return moves
    .filter(({ form }) => figures.hasForm(form.id))
    .reduce<Num | null>((sum, { form, index }) => {
      const table = figures.table(form)
      const value = table === null ? null : asCount(table[index])
      return sum === null || value === null ? null : plus(sum, absolute(value))
    }, 0)
}

function blank(table: readonly CellFigure[], form: Form): boolean {
  return form.items.every((item, at) => item.kind === 'text' || asCount(table[at]) === 0)
}
