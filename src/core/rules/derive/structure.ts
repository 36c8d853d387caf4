import type { Form } from '../../../shared/model.ts'
import { displayLabel } from '../../forms/label.ts'
import type { Rule } from '../rule.ts'
import { cellKey } from '../sums.ts'
import type { FormSums, Sum } from '../sums.ts'
import { FormCells, reachOf } from './cells.ts'
import type { Reach } from './cells.ts'
import { address, derivedRule, plainCode, spans } from './check-text.ts'
import { linesOf } from './lines.ts'
import type { Axis, Line } from './lines.ts'
import { relationsOf } from './relations.ts'
import type { Balance, Bound } from './relations.ts'
import { namesWomen } from './words.ts'

/** Checks that a form's headings and stub state: totals, 其中, and women counted in a row and in a column. */
export function structureRules(form: Form, sums: FormSums): Rule[] {
  const rows = relationsOf(linesOf(form, 'rows'), 'rows')
  const columns = relationsOf(linesOf(form, 'columns'), 'columns')
  return [
    ...balanceRules(form, 'rows', rows.balances, sums),
    ...balanceRules(form, 'columns', columns.balances, sums),
    ...boundRules(form, 'rows', rows.bounds),
    ...boundRules(form, 'columns', columns.bounds),
    ...womenRules(form, rows.bounds, columns.bounds),
  ]
}

function balanceRules(form: Form, axis: Axis, balances: Balance[], sums: FormSums): Rule[] {
  const cells = new FormCells(form, axis)
  const sumAt = (lines: Line[], place: number): Sum =>
    new Map(
      lines.flatMap((line): [string, number][] => {
        const index = cells.index(line, place)
        return index < 0 ? [] : [[cellKey(form, index), 1]]
      }),
    )
  return balances.flatMap(({ whole, parts, sure }) => {
    const lines = [whole, ...parts]
    if (!lines.every((line) => plainCode(codeOf(form, axis, line.at)))) return []
    if (saysOtherwise(cells, whole, (place) => sumAt(parts, place), sums)) return []
    const reach = reachOf(cells, (place) => {
      if (!lines.some((line) => cells.index(line, place) >= 0)) return 'empty'
      if (!cells.additive(place) || !cells.alike(lines, place)) return 'not'
      // What the form adds up by its own formulas is checked as such.
      if (sums.same(sumAt([whole], place), sumAt(parts, place))) return 'not'
      const asked = cells.askedAt(lines, place)
      // Where a blank asks for the total but not for its parts (or the other way), nothing can be said.
      return asked.every(([total = false, ...own]) =>
        total ? own.filter(Boolean).length > 1 : !own.includes(true),
      )
        ? 'holds'
        : 'not'
    })
    const list = spans(
      parts.map((line) => line.at),
      (at) => codeOf(form, axis, at),
    )
    const left = (across: string): string =>
      address(form, axis, codeOf(form, axis, whole.at), across)
    const right = (across: string): string =>
      `SUM(${list.map((one) => address(form, axis, one, across)).join(', ')})`
    const [first, last] = [parts[0], parts.at(-1)]
    const title = `${nameOf(whole)} = ${first?.shown ?? ''}${parts.length > 2 ? ' … ' : ' + '}${last?.shown ?? ''}`
    return written(form, cells, reach, (across) => `${left(across)} = ${right(across)}`, {
      title: `${title}${parts.length > 2 ? ' 之和' : ''}`,
      severity: sure ? 'error' : 'query',
      source: sourceOf(form, axis),
      tolerance: toleranceOf(form, lines, axis),
    })
  })
}

/**
 * Whether the form's own formula makes the total of other lines than the headings seem to say: it
 * leaves one out, or takes one off. The form knows what it adds up, and the headings were misread. A
 * formula along the other axis (a total of totals) says nothing of these lines.
 */
function saysOtherwise(
  cells: FormCells,
  whole: Line,
  partsAt: (place: number) => Sum,
  sums: FormSums,
): boolean {
  return Array.from({ length: cells.across }, (_, place) => place).some((place) => {
    const index = cells.index(whole, place)
    const formula = cells.form.items[index]?.formula ?? null
    const expr = formula === null ? null : sums.parsed(formula)
    const own = expr === null ? null : sums.sumOf(expr, '', '')
    if (own === null || own.size === 0) return false
    const here = (key: string): boolean =>
      cells.form.items.some(
        (item, at) =>
          cellKey(cells.form, at) === key &&
          (cells.axis === 'rows' ? item.column : item.row) === place,
      )
    return [...own.keys()].every(here) && !sums.same(own, partsAt(place))
  })
}

/**
 * Figures with decimals are rounded one by one, so a total may miss by half a unit of the last
 * place for each part. Counts must agree exactly.
 */
function toleranceOf(form: Form, lines: Line[], axis: Axis): string | undefined {
  const decimals = form.items
    .filter((item) => lines.some((line) => line.at === (axis === 'rows' ? item.row : item.column)))
    .map((item) => item.decimals)
  const least = Math.min(...decimals.filter((n) => n > 0))
  if (!Number.isFinite(least)) return undefined
  const halves = (lines.length * 5) / 10 ** (least + 1)
  return String(Math.min(0.4, Number(halves.toFixed(least + 1))))
}

function boundRules(form: Form, axis: Axis, bounds: Bound[]): Rule[] {
  const cells = new FormCells(form, axis)
  return bounds.flatMap(({ part, whole, sure }) => {
    const lines = [part, whole]
    if (!lines.every((line) => plainCode(codeOf(form, axis, line.at)))) return []
    const reach = reachOf(cells, (place) => {
      if (cells.index(part, place) < 0) return cells.additive(place) ? 'empty' : 'not'
      if (!cells.additive(place) || !cells.alike(lines, place)) return 'not'
      const asked = cells.askedAt(lines, place)
      return asked.every(([own = false, over = false]) => !own || over) ? 'holds' : 'not'
    })
    const at = (line: Line, across: string): string =>
      address(form, axis, codeOf(form, axis, line.at), across)
    return written(form, cells, reach, (across) => `${at(part, across)} <= ${at(whole, across)}`, {
      title: `${nameOf(part)} ≤ ${nameOf(whole)}`,
      severity: sure ? 'error' : 'query',
      source: sourceOf(form, axis),
    })
  })
}

/** Women of all: the row of women under the column of all is the column of women in the row of all. */
function womenRules(form: Form, rows: Bound[], columns: Bound[]): Rule[] {
  const cells = new FormCells(form, 'rows')
  const women = (bounds: Bound[]): Bound[] =>
    bounds.filter(({ part, whole }) => part.ofWhich && namesWomen(part.label) && whole.rank > 0)
  return women(rows).flatMap((row) =>
    women(columns).flatMap((column) => {
      const left = cells.index(row.whole, column.part.at)
      const right = cells.index(row.part, column.whole.at)
      const both = form.editions.every(
        ({ items }) => items.includes(left) === items.includes(right),
      )
      const rowCode = (line: Line): string => form.rows[line.at]?.code ?? ''
      const columnCode = (line: Line): string => form.columns[line.at]?.code ?? ''
      const inColumn = [rowCode(row.whole), columnCode(column.part)]
      const inRow = [rowCode(row.part), columnCode(column.whole)]
      if (left < 0 || right < 0 || !both || ![...inColumn, ...inRow].every(plainCode)) return []
      const check = `${form.id}[${inColumn.join(',')}] = ${form.id}[${inRow.join(',')}]`
      return derivedRule(form, check, {
        title: `${nameOf(column.part)}（${row.whole.shown}行）= ${nameOf(column.whole)}（${row.part.shown}行）`,
        severity: 'error',
        source: `空白表 ${form.id} 的行与列`,
      })
    }),
  )
}

/** One rule with `*` where the relation holds everywhere, else one for each place. */
function written(
  form: Form,
  cells: FormCells,
  reach: Reach | null,
  check: (across: string) => string,
  more: Pick<Rule, 'title' | 'severity' | 'source'> & { tolerance?: string | undefined },
): Rule[] {
  if (reach === null) return []
  const { tolerance, ...rest } = more
  const whole = { ...rest, ...(tolerance !== undefined && { tolerance }) }
  const codes = reach.every
    ? ['*']
    : reach.places.map((place) => cells.code(place)).filter(plainCode)
  return codes.map((code) => derivedRule(form, check(code), whole))
}

function codeOf(form: Form, axis: Axis, at: number): string {
  return (axis === 'rows' ? form.rows[at]?.code : form.columns[at]?.code) ?? ''
}

function nameOf(line: Line): string {
  return displayLabel([...line.group, line.shown].join('·'))
}

function sourceOf(form: Form, axis: Axis): string {
  return `空白表 ${form.id} 的${axis === 'rows' ? '行' : '列'}标题`
}
