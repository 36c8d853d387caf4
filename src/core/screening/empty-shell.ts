import { compare, showNumber } from '../rules/number.ts'
import { remembered } from './county.ts'
import type { Screen, Suspicion } from './county.ts'
import { sumText } from './context.ts'
import type { ScreeningContext } from './context.ts'

/** What a living school has all of: pupils, classes, teachers, ground. */
const NEEDED = ['学生', '班', '专任教师', '占地面积']

/**
 * 空壳（三无）学校: some of pupils, classes, teachers and ground are there, others are 0. A return
 * with nothing at all is a blank one (空表).
 */
export function emptyShell(context: ScreeningContext): Screen {
  const readers = NEEDED.map((id) => ({ id, read: context.role(id) }))
  const own = remembered((one): Suspicion[] => {
    const roles = readers.flatMap(({ id, read }) => {
      const figure = read(one)
      return figure === null || figure.now === null
        ? []
        : [{ id, now: figure.now, cells: figure.cells }]
    })
    const there = roles.filter((role) => compare(role.now, 0) > 0)
    const lacking = roles.filter((role) => compare(role.now, 0) === 0)
    if (there.length === 0) return []
    return lacking.map((role) => ({
      kind: '空壳',
      school: one.school.id,
      subject: role.id,
      why: {
        code: 'empty-shell',
        params: {
          lacking: role.id,
          there: there.map(({ id, now }) => `${id} ${showNumber(now)}`).join('、'),
        },
      },
      check: `${sumText(context, role.cells)} > 0`,
      left: role.now,
      right: null,
      cells: role.cells.map((cell) => ({ ...cell, lastYear: false })),
    }))
  })
  return (schools) => schools.flatMap(own)
}
