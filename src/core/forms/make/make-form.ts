import type { DraftColumn, DraftProblem, FormDraft } from '../../../shared/form-draft.ts'
import type { Form } from '../../../shared/model.ts'
import type { MadeForm } from '../../model/made-form.ts'
import type { CellRule, Merge } from '../../model/sheet.ts'
import { isFoot, isMeta, isReserved } from '../furniture.ts'
import { displayLabel, isOfWhich, normalLabel } from '../label.ts'
import { learnWorkbook } from '../learn.ts'
import { usualUnit } from '../units.ts'
import { headingOf, isWords, layDraft, sheetName, sumsOf } from './lay-draft.ts'

const MOST = 500

/** A draft made into a blank, and the form that the program learns from it. */
export interface Made {
  made: MadeForm | null
  form: Form | null
  problems: DraftProblem[]
}

/**
 * Makes a blank form from labels. What is made is learned again as any blank is; where a heading alone
 * would be taken otherwise, it is told in brackets what is filled in (文字, 数字). A form that would not
 * be learned as it was meant is not made.
 */
export function makeForm(draft: FormDraft): Made {
  const problems = problemsOf(draft)
  if (problems.length > 0) return { made: null, form: null, problems }
  const said = draft.columns.map(() => '')
  for (let round = 0; ; round++) {
    const made = layDraft(draft, said)
    const form = learned(made)
    const wrong = form === null ? null : differing(draft, form, said)
    if (form !== null && wrong !== null && wrong.length === 0) return { made, form, problems: [] }
    // A figure of another unit than its words ask for wants its own unit, not a word for its kind.
    const more = (wrong ?? []).filter((at) => said[at] === '' && !hasKind(draft, form, at))
    if (round > 0 || more.length < (wrong ?? []).length || more.length === 0) {
      const first = (wrong ?? []).find((at) => !more.includes(at)) ?? wrong?.[0]
      const text = first === undefined ? draft.title : (draft.columns[first]?.path.join('/') ?? '')
      const of = first === undefined ? 'form' : 'column'
      const problem = { code: 'not-learned' as const, of, line: (first ?? -1) + 1, text }
      return { made: null, form, problems: [problem as DraftProblem] }
    }
    for (const at of more) said[at] = isWords(draft.columns[at]?.kind ?? 'count') ? '文字' : '数字'
  }
}

/** Whether all of a column was learned as the figures or words that were meant. */
function hasKind(draft: FormDraft, form: Form | null, at: number): boolean {
  const kind = isWords(draft.columns[at]?.kind ?? 'count') ? 'text' : 'number'
  const own = form?.items.filter(({ column }) => column === at) ?? []
  return own.every((item) => item.kind === kind && item.either !== true)
}

function learned({ sheet, inputs }: MadeForm): Form | null {
  // What may be chosen is written into the workbook as a check of the cell, and read back from it.
  const rules = inputs.flatMap(({ row, column, choices }): CellRule[] =>
    choices.length === 0
      ? []
      : [{ kind: 'list', areas: [cellArea(row, column)], choices: [...choices] }],
  )
  const sheets = [{ ...sheet, rules }]
  const tables = learnWorkbook({ name: '空表.xlsx', workbook: { sheets } }, '*')
  const [only] = tables
  return tables.length === 1 && only !== undefined ? only.form : null
}

function cellArea(row: number, column: number): Merge {
  return { top: row, left: column, bottom: row, right: column }
}

/** Columns that were learned otherwise than they were meant; null where rows or columns are others. */
function differing(draft: FormDraft, form: Form, said: readonly string[]): number[] | null {
  const rows = form.rows.map(({ label }) => label)
  const meant = draft.rows.map(({ label }) => displayLabel(label))
  if (form.list !== undefined || form.shape !== undefined) return null
  if (rows.join('\n') !== meant.join('\n')) return null
  if (form.columns.length !== draft.columns.length) return null
  if (form.id !== (draft.number === '' ? sheetName(draft) : draft.number)) return null
  const items = new Map(form.items.map((item) => [`${item.row} ${item.column}`, item]))
  const asked = draft.rows.flatMap((_, row) =>
    draft.columns.flatMap((column, at) =>
      isWords(column.kind) && draft.rows[row]?.total === true ? [] : [{ row, at, column }],
    ),
  )
  if (asked.length !== form.items.length) return null
  const wrong = asked.flatMap(({ row, at, column }) => {
    const item = items.get(`${row} ${at}`)
    const derived = sumsOf(draft, row, at) !== null
    const unit = isWords(column.kind) ? null : unitOf(draft, column)
    const right =
      item !== undefined &&
      item.kind === (isWords(column.kind) ? 'text' : 'number') &&
      item.either !== true &&
      item.unit === unit &&
      item.input === !derived &&
      (item.formula !== null) === derived
    return right ? [] : [at]
  })
  const headed = form.columns.flatMap(({ path }, at) =>
    path.map(normalLabel).join('/') === headingOf(draft, at, said).map(normalLabel).join('/')
      ? []
      : [at],
  )
  return [...new Set([...wrong, ...headed])].sort((a, b) => a - b)
}

/** The unit of a column of figures by its standard name; the form's where it has none of its own. */
function unitOf(draft: FormDraft, { unit }: DraftColumn): string | null {
  const own = unit === '' ? draft.unit : unit
  return own === '' ? null : usualUnit(own)
}

function problemsOf(draft: FormDraft): DraftProblem[] {
  const { title, number, rows, columns } = draft
  const form = (code: DraftProblem['code'], text = ''): DraftProblem => ({
    code,
    of: 'form',
    line: 0,
    text,
  })
  const whole = [
    ...(title.trim() === '' ? [form('no-title')] : []),
    ...(/[\s:：,，;；[\]]/u.test(number) ? [form('bad-number', number)] : []),
    ...(rows.length === 0 ? [form('no-rows')] : []),
    ...(columns.length === 0 ? [form('no-columns')] : []),
    ...(rows.length * columns.length > MOST * 40 || rows.length > MOST || columns.length > 200
      ? [form('too-many')]
      : []),
  ]
  return [
    ...whole,
    ...lineProblems(
      'row',
      rows.map(({ label }) => [label]),
    ),
    ...lineProblems(
      'column',
      columns.map(({ path }) => path),
    ),
    ...totalsWithout(draft),
  ]
}

function lineProblems(of: 'row' | 'column', lines: readonly (readonly string[])[]): DraftProblem[] {
  const seen = new Set<string>()
  return lines.flatMap((path, at): DraftProblem[] => {
    const text = path.join('/')
    const problem = (code: DraftProblem['code']): DraftProblem[] => [
      { code, of, line: at + 1, text: text.trim() },
    ]
    if (path.some((part) => part.trim() === '')) return problem('empty-label')
    const key = path
      .map((part) => (isOfWhich(part) ? `其中${normalLabel(part)}` : normalLabel(part)))
      .join('/')
    if (seen.has(key)) return problem('same-label')
    seen.add(key)
    const odd = path.some(
      (part) =>
        !/[\p{L}]/u.test(part) ||
        part.length > 60 ||
        isMeta(part) ||
        isFoot(part) ||
        isReserved(part),
    )
    return odd ? problem('bad-label') : []
  })
}

/** Totals of nothing. */
function totalsWithout(draft: FormDraft): DraftProblem[] {
  const { rows, columns } = draft
  const parts = rows.some(({ total, label }) => !total && !isOfWhich(label))
  return [
    ...rows.flatMap(({ total, label }, at): DraftProblem[] =>
      total && !parts ? [{ code: 'no-parts', of: 'row', line: at + 1, text: label }] : [],
    ),
    ...columns.flatMap(({ total, path }, at): DraftProblem[] =>
      total && sumsOf(draft, 0, at) === null && rows[0]?.total !== true
        ? [{ code: 'no-parts', of: 'column', line: at + 1, text: path.join('/') }]
        : [],
    ),
  ]
}
