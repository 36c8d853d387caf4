import type { Form } from '../../shared/model.ts'
import { compare, showNumber, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { asCount, byType, remembered } from './county.ts'
import type { Screen, ScreenedSchool, Suspicion } from './county.ts'
import type { ScreeningContext } from './context.ts'

/** A table of a school, as far as it can be compared. */
interface Sheet {
  form: Form
  /** All figures, written out; tables with the same text say the same. */
  text: string
  /** Number of the text among those of the form: a text of thousands of figures is looked up once, not at every comparing. */
  number: number
  /** Whether last year's figures are known, and whether they are the same. */
  known: boolean
  unchanged: boolean
}

/** Numbers of the texts that tables say, by form and text. */
type Numbers = Map<Form, Map<string, number>>

/**
 * 照抄: a table that is last year's of the same school, or another school's of this year, figure by
 * figure. Only tables with enough figures, and enough different ones, to be no accident; and not
 * where many schools of the kind have the table unchanged (grounds and buildings often are).
 */
export function copies(context: ScreeningContext): Screen {
  const least = Number(context.threshold('照抄', 'figures', '20'))
  const different = Number(context.threshold('照抄', 'different', '8'))
  const share = context.threshold('照抄', 'share', '20')
  const numbers: Numbers = new Map()
  const own = remembered((one) => sheetsOf(context, one, least, different, numbers))
  return (schools) => {
    const found: Suspicion[] = []
    for (const members of byType(schools).values()) {
      const unchanged = new Map<Form, { same: number; of: number }>()
      for (const one of members) {
        for (const sheet of own(one)) {
          if (!sheet.known) continue
          const count = unchanged.get(sheet.form) ?? { same: 0, of: 0 }
          count.of++
          if (sheet.unchanged) count.same++
          unchanged.set(sheet.form, count)
        }
      }
      for (const one of members) {
        for (const sheet of own(one)) {
          if (!sheet.unchanged) continue
          const { same, of } = unchanged.get(sheet.form) ?? { same: 0, of: 0 }
          const rare = same <= 1 || compare(times(same, 100), times(of, share)) <= 0
          if (!rare) continue
          found.push(suspicion(one, sheet, 'copied-last-year', sheet.form.id, { same, of }))
        }
      }
    }
    return [...found, ...twins(schools, own)]
  }
}

/** Tables that two or more schools sent alike. */
function twins(
  schools: readonly ScreenedSchool[],
  own: (one: ScreenedSchool) => Sheet[],
): Suspicion[] {
  const counts = new Map<number, number>()
  for (const one of schools) {
    for (const { number } of own(one)) counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  const alike = new Map<number, { one: ScreenedSchool; sheet: Sheet }[]>()
  for (const one of schools) {
    for (const sheet of own(one)) {
      if (counts.get(sheet.number) === 1) continue
      const group = alike.get(sheet.number)
      if (group === undefined) alike.set(sheet.number, [{ one, sheet }])
      else group.push({ one, sheet })
    }
  }
  return [...alike.values()].flatMap((group) =>
    group.map(({ one, sheet }) => {
      const others = group.filter((other) => other.one !== one).map((other) => other.one.school)
      const subject = `${sheet.form.id} ${others[0]?.id ?? ''}`
      const other = others.map((school) => school.name).join('、')
      return suspicion(one, sheet, 'copied-school', subject, { other })
    }),
  )
}

function suspicion(
  one: ScreenedSchool,
  { form, text }: Sheet,
  code: string,
  subject: string,
  more: Record<string, string | number>,
): Suspicion {
  const figures = text.split(' ').filter((figure) => figure !== '' && figure !== '0').length
  const first = form.items.findIndex((item) => item.kind === 'number')
  return {
    kind: '照抄',
    school: one.school.id,
    subject,
    why: { code, params: { table: form.id, title: form.title, figures, ...more } },
    check: '',
    left: null,
    right: null,
    cells: [{ form, index: Math.max(0, first), lastYear: false }],
  }
}

function sheetsOf(
  context: ScreeningContext,
  one: ScreenedSchool,
  least: number,
  different: number,
  numbers: Numbers,
): Sheet[] {
  return context.forms.flatMap((form): Sheet[] => {
    const table = one.figures.hasForm(form.id) ? one.figures.table(form) : null
    if (table === null) return []
    const places = form.items.flatMap((item, at) => (item.kind === 'number' ? [at] : []))
    const written = places.map((at) => figureText(asCount(table[at])))
    const said = written.filter((figure) => figure !== '0' && figure !== '?')
    if (said.length < least || new Set(said).size < different) return []
    const last = one.figures.lastYear(form)
    const before =
      last === null ? null : places.map((at) => figureText(asCount(last[at]))).join(' ')
    const text = written.join(' ')
    const number = numberOf(numbers, form, text)
    return [{ form, text, number, known: before !== null, unchanged: before === text }]
  })
}

/** A number that the text of a form has and no other. */
function numberOf(numbers: Numbers, form: Form, text: string): number {
  const own = numbers.get(form) ?? new Map<string, number>()
  numbers.set(form, own)
  const known = own.get(text)
  if (known !== undefined) return known
  let count = 0
  for (const { size } of numbers.values()) count += size
  own.set(text, count)
  return count
}

function figureText(figure: Num | null): string {
  return figure === null ? '?' : showNumber(figure, 10)
}
