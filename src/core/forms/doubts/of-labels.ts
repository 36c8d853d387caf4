import type { FormDoubt, FormDoubtCode } from '../../../shared/form-doubts.ts'
import type { Form } from '../../../shared/model.ts'
import { normalLabel } from '../label.ts'
import { headingOf } from './lines.ts'
import { sureOf } from './of-items.ts'

const LONG_LABEL = 40
const NOTE = /^(?:注|说明|备注|填表说明|填报说明|要求)[:：]|[。；;]$/u

/** What is unsure about a table's rows and columns: none, or twice the same words, notes among rows. */
export function doubtsOfLabels(form: Form): FormDoubt[] {
  if (form.list !== undefined || form.shape === 'card') return []
  const rows = form.rows.map(({ label }) => label)
  const columns = form.columns.map((_, at) => headingOf(form, at))
  // A school's one line has no label of its own.
  const labelled = form.shape !== 'school'
  return [
    ...lacking(form, 'column', columns, 'no-heading'),
    ...(labelled ? lacking(form, 'row', rows, 'no-label') : []),
    ...twice(form, 'column', columns, 'same-heading'),
    ...(labelled ? twice(form, 'row', rows, 'same-label') : []),
    ...(labelled ? notes(form) : []),
  ]
}

function asked(form: Form, of: 'row' | 'column', at: number): boolean {
  return form.items.some((item) => item[of] === at)
}

function lacking(
  form: Form,
  of: 'row' | 'column',
  words: readonly string[],
  code: FormDoubtCode,
): FormDoubt[] {
  return words.flatMap((text, at): FormDoubt[] => {
    if (text.trim() !== '' || !asked(form, of, at)) return []
    const name = (of === 'row' ? form.rows : form.columns)[at]?.code ?? ''
    const key = `${code} ${name}`
    const edit =
      of === 'row'
        ? ({ form: form.id, row: name, kind: 'none' } as const)
        : ({ form: form.id, column: name, kind: 'none' } as const)
    return [
      {
        code,
        key,
        params: { code: name },
        places: [of === 'row' ? { row: at } : { column: at }],
        remedies: [{ says: 'not-asked', of: '', edit }, sureOf(form, key)],
      },
    ]
  })
}

/** Where codes are printed, these tell lines of the same words apart. */
function twice(
  form: Form,
  of: 'row' | 'column',
  words: readonly string[],
  code: FormDoubtCode,
): FormDoubt[] {
  const coded = of === 'row' ? form.ordinal?.rows === false : form.ordinal?.columns === false
  if (coded) return []
  const places = new Map<string, number[]>()
  words.forEach((text, at) => {
    const word = normalLabel(text)
    if (word === '' || !asked(form, of, at)) return
    places.set(word, [...(places.get(word) ?? []), at])
  })
  return [...places.values()].flatMap((at): FormDoubt[] => {
    const [first] = at
    if (at.length < 2 || first === undefined) return []
    const codes = at.map((index) => (of === 'row' ? form.rows : form.columns)[index]?.code ?? '')
    const key = `${code} ${codes.join(',')}`
    return [
      {
        code,
        key,
        params: { label: words[first] ?? '', count: at.length, codes: codes.join('、') },
        places: at.map((index) => (of === 'row' ? { row: index } : { column: index })),
        remedies: [sureOf(form, key)],
      },
    ]
  })
}

function notes(form: Form): FormDoubt[] {
  return form.rows.flatMap(({ code, label }, at): FormDoubt[] => {
    const own = label.split(' / ').at(-1) ?? ''
    if (!asked(form, 'row', at) || (own.length <= LONG_LABEL && !NOTE.test(own))) return []
    const key = `note-row ${code}`
    return [
      {
        code: 'note-row',
        key,
        params: { label: own.length > LONG_LABEL ? `${own.slice(0, LONG_LABEL)}…` : own },
        places: [{ row: at }],
        remedies: [
          { says: 'not-asked', of: '', edit: { form: form.id, row: code, kind: 'none' } },
          sureOf(form, key),
        ],
      },
    ]
  })
}
