import { compare, showNumber } from '../model/number.ts'
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
    if (lacking.length === 0) return []
    const cells = lacking.flatMap((role) => role.cells)
    return [
      {
        kind: '空壳',
        school: one.school.id,
        subject: lacking.map((role) => role.id).join('、'),
        why: {
          code: 'empty-shell',
          params: {
            lacking: lacking.map((role) => role.id).join('、'),
            there: there.map(({ id, now }) => `${id} ${showNumber(now)}`).join('、'),
          },
        },
        check: `MIN(${lacking.map((role) => sumText(context, role.cells)).join(', ')}) > 0`,
        left: null,
        right: null,
        cells: cells.map((cell) => ({ ...cell, lastYear: false })),
      },
    ]
  })
  return (schools) => schools.flatMap(own)
}
