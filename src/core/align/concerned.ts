import type { Form } from '../../shared/model.ts'
import { meaningOf } from '../forms/meaning.ts'
import { normalLabel } from '../forms/label.ts'
import { isTotal } from '../forms/senses.ts'
import type { TablePart } from './table-map.ts'

const GRADE =
  /^(?:[一二三四五六七八九](?:[至到、-][一二三四五六七八九])?年级|[低中高]年级|高[一二三](?:年级)?|[托小中大]班|学前班|(?:普通|民办|公办|农村|义务教育|中等)?(?:幼儿园|学前教育|学前|小学|初中|高中|完中|中学|中职|职高|中专|特教|特殊教育|职业教育|中等职业教育|教学点|附设班|附设幼儿班|村小|分校|校区)(?:部|校区|学校|阶段|教育|学段)?)$/u

const STAGES: readonly ReadonlySet<string>[] = [
  new Set(['一年级', '二年级', '三年级', '四年级', '五年级', '六年级']),
  new Set(['七年级', '八年级', '九年级']),
]

/**
 * The columns of all grades of a stage, wherever they stand (男生·七年级, 女生·七年级), if a form has
 * grades of another stage beside them: a school without that stage leaves them out.
 */
function gradesOfStages(paths: readonly (readonly string[])[]): ReadonlySet<number>[] {
  const stages = STAGES.map(
    (grades) =>
      new Set(paths.flatMap((path, at) => (path.some((label) => grades.has(label)) ? [at] : []))),
  )
  return stages.every(({ size }) => size > 0) ? stages : []
}

/**
 * Whether columns that a return lacks are all those of stages that a school does not have: a whole
 * group called 小学, or all grades of one stage. One column less is a form of another year.
 */
export function concernNotColumns(form: Form, missing: readonly number[]): boolean {
  if (missing.length === 0) return true
  const paths = form.columns.map(({ path }) => path.map((text) => meaningOf(normalLabel(text))))
  const gone = new Set(missing)
  const stages = gradesOfStages(paths).filter((stage) => [...stage].every((at) => gone.has(at)))
  const left = stages.length < STAGES.length ? stages : []
  return missing.every(
    (index) =>
      left.some((stage) => stage.has(index)) ||
      (paths[index] ?? []).slice(0, -1).some((label, depth) => {
        const group = (paths[index] ?? []).slice(0, depth + 1).join('/')
        return (
          GRADE.test(label) &&
          paths.every((path, at) => gone.has(at) || path.slice(0, depth + 1).join('/') !== group)
        )
      }),
  )
}

/**
 * Whether rows that a return lacks are such as a school without these grades or kinds leaves out: a
 * grade, a stage, or all rows of a group. An older form lacks other rows, and numbers the rest anew.
 *
 * @param parts where the other rows stand
 * @param missing form rows that the school's own blank has and the return lacks
 */
export function concernNot(
  form: Form,
  parts: readonly TablePart[],
  missing: readonly number[],
): boolean {
  if (missing.length === 0) return true
  if (parts.some(({ recoded }) => recoded)) return false
  const paths = form.rows.map((row) => row.label.split(' / ').map(normalLabel))
  const gone = new Set(missing)
  const isLeftOut = (index: number): boolean => {
    const path = paths[index] ?? []
    if (path.some((label) => GRADE.test(meaningOf(label)))) return true
    // A subtotal goes with the grades right above it, which are gone too.
    if (isTotal(path.at(-1) ?? '') && gone.has(index - 1)) return isLeftOut(index - 1)
    // All of a group, at whatever level.
    return path.slice(0, -1).some((_, depth) => {
      const group = path.slice(0, depth + 1).join('/')
      return paths.every(
        (other, at) => gone.has(at) || other.slice(0, depth + 1).join('/') !== group,
      )
    })
  }
  return missing.every(isLeftOut)
}
