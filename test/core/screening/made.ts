import type { Form } from '../../../src/shared/model.ts'
import type { ScreeningKind } from '../../../src/shared/screening.ts'
import type { SchoolFigures } from '../../../src/core/rules/figures.ts'
import type { Num } from '../../../src/core/model/number.ts'
import { screeningContext } from '../../../src/core/screening/context.ts'
import type { ScreeningContext } from '../../../src/core/screening/context.ts'
import type { ScreenedSchool, Suspicion } from '../../../src/core/screening/county.ts'
import { settingRatios } from '../../../src/core/screening/ratios.ts'
import { screens } from '../../../src/core/screening/screen.ts'
import { parseScreening } from '../../../src/core/screening/settings.ts'
import { shippedScreening } from '../../../src/main/places.ts'
import { madeForm } from '../../support/form.ts'
import { school } from '../intake/returned.ts'

const formOf = (id: string, title: string, rows: string[], columns: string[]): Form =>
  madeForm({ id, title, rows, columns })

const AGES = ['合计', '35岁以下', '36到50岁', '51岁以上']
const GRADES = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级']

/** 学生: 毕业, 招生, 在校合计 and six grades, in all and 女; 班; 教职工 in four rows; 条件; 变动. */
export const FORMS = [
  formOf(
    '学生',
    '小学分类型学生数',
    ['总计', '其中:女'],
    ['毕业生数', '招生数', '在校生数/合计', ...GRADES.map((grade) => `在校生数/${grade}`)],
  ),
  formOf('班级', '小学班数', ['总计'], ['班数/合计']),
  formOf(
    '教职工',
    '教职工数',
    ['总计', '其中:女', '其中:少数民族', '其中:在编人员'],
    ['教职工数/合计', '教职工数/专任教师', '教职工数/行政人员'],
  ),
  formOf('条件', '占地面积及其他办学条件', ['占地面积(平方米)', '图书(册)'], ['数量']),
  formOf('变动', '学生变动情况', ['小学'], ['转入', '转出']),
  formOf('资助', '学生资助情况', ['受助'], ['人数', '金额']),
  formOf('年龄', '教师年龄情况', ['总计', '其中:女', '高级', '中级', '初级', '其他'], AGES),
]

export type Tables = Record<string, Num[] | null>

/** Twenty-four figures that no other `n` gives. */
export function ages(n: number): number[] {
  return Array.from({ length: 24 }, (_, at) => 11 + ((at * 7 + n * 13) % 23) + at)
}

/** A school of six like grades, a little different from all others; `n` also makes it larger. */
export function tables(n: number): Tables {
  const grade = 20 + n
  const girls = 9 + Math.floor(n / 2)
  return {
    学生: [
      ...[grade, grade, grade * 6, ...GRADES.map(() => grade)],
      ...[girls, girls, girls * 6, ...GRADES.map(() => girls)],
    ],
    班级: [6],
    教职工: [14 + n, 12 + n, 2, 8 + n, 7 + n, 1, 3 + n, 2 + n, 1, 13 + n, 11 + n, 2],
    条件: [3000 + 100 * n, 2000 + 97 * n],
    变动: [1, 1],
    资助: [0, 0],
    年龄: ages(n),
  }
}

/** A school as screened. `before` null: nothing is known of last year. */
export function made(
  id: string,
  now: Tables,
  before: Tables | null = now,
  type = '211',
): ScreenedSchool {
  const figures: SchoolFigures = {
    id,
    attribute: () => undefined,
    hasForm: (form) => form in now,
    table: (form) => now[form.id] ?? null,
    lastYear: (form) => before?.[form.id] ?? null,
  }
  return { school: school(id, `${id}小学`, { type }), figures }
}

/** Twenty ordinary schools; last year each was as large as now, but its staff had changed. */
export function ordinary(count = 20): ScreenedSchool[] {
  return Array.from({ length: count }, (_, n) =>
    made(`s${String(n)}`, tables(n), {
      ...tables(n),
      教职工: tables(n + 1)['教职工'] ?? null,
      年龄: ages(n + 30),
    }),
  )
}

/** A table with some cells otherwise. */
export function changed(from: Tables, form: string, cells: Record<number, number>): Tables {
  return { ...from, [form]: (from[form] ?? []).map((value, at) => cells[at] ?? value) }
}

/** @param unread the table of which a sheet came that was not recognised */
export function context(settings = shippedScreening(), unread = ''): ScreeningContext {
  return screeningContext({
    forms: FORMS,
    settings: parseScreening(settings),
    address: (form, index) => {
      const item = form.items[index]
      return `${form.id}[${form.rows[item?.row ?? 0]?.code ?? ''},${form.columns[item?.column ?? 0]?.code ?? ''}]`
    },
    label: (_, index) => String(index),
    unread: (_, form) => form.id === unread,
    asked: (_, form) => new Set(form.items.keys()),
  })
}

/** What one kind of check, as shipped, suspects. */
export function suspected(kind: ScreeningKind, schools: readonly ScreenedSchool[]): Suspicion[] {
  const with_ = context()
  const found = screens(with_, settingRatios(with_)).find((one) => one.kind === kind)
  if (found === undefined) throw new Error(`${kind} is off`)
  return found.screen(schools)
}

/** "school code subject" of each suspicion. */
export function told(found: readonly Suspicion[]): string[] {
  return found.map((one) => `${one.school} ${one.why.code} ${one.subject}`)
}
