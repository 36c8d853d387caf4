import type { Form, FormItem } from '../../shared/model.ts'
import { normalLabel } from '../forms/label.ts'
import { usualUnit } from '../forms/units.ts'
import { parseExpression } from '../rules/parse.ts'
import { itemsOfRef } from '../rules/refs.ts'
import { itemRefs } from '../rules/tree.ts'
import type { Expr } from '../rules/tree.ts'

/**
 * Whether the schools' figures of an item may be added up. People, rooms and money may; a ratio, an
 * average, a percentage, a year, a code or a telephone number may not, however much they look like
 * numbers.
 *
 * sum: they may · formula: a group's figure is the form's own formula over the group's sums ·
 * no: there is none.
 */
export type Adding = 'sum' | 'formula' | 'no'

/** How every item of a form adds up, parallel to its items. */
export function addingOf(form: Form, forms: readonly Form[]): Adding[] {
  const ids = forms.map(({ id }) => id)
  const exprs = form.items.map((item) => (item.kind === 'text' ? null : formulaOf(item, ids)))
  const adding = form.items.map((item, at): Adding => {
    if (item.kind === 'text') return 'no'
    const expr = exprs[at] ?? null
    const labelled = cannotBeAdded(form, item) ? 'no' : 'sum'
    if (expr !== null) return ofFormula(expr, labelled)
    // A formula that cannot be read says at least that the figure follows from others.
    if (item.formula !== null && !isLinearText(item.formula)) return 'no'
    return labelled
  })
  return overOthers(form, exprs, adding)
}

/** A difference of rates is no sum either: what is made of figures that are not added follows from theirs. */
function overOthers(form: Form, exprs: readonly (Expr | null)[], adding: Adding[]): Adding[] {
  const refs = exprs.map((expr) =>
    expr === null
      ? []
      : itemRefs(expr)
          .filter((ref) => ref.form === form.id)
          .flatMap((ref) => itemsOfRef(form, ref, '', '')),
  )
  for (let changed = true; changed;) {
    changed = false
    refs.forEach((read, at) => {
      const expr = exprs[at]
      if (adding[at] !== 'sum' || expr === null || expr === undefined) return
      const figures = read.filter((one) => form.items[one]?.kind === 'number')
      const apart = figures.filter((one) => adding[one] !== 'sum')
      // So many times a price, or a share of so many, is a quantity again; a share of a share is none.
      if (apart.length === 0 || (!isLinear(expr) && apart.length < figures.length)) return
      adding[at] = 'formula'
      changed = true
    })
  }
  return adding
}

/**
 * How a figure with a formula adds up. The schools' sum of a product is the sum of their products,
 * never the product of their sums. What depends on which figure is the larger (MAX, ABS, an IF that
 * compares two) has no figure over sums, and nobody can say whether its own may be added.
 */
function ofFormula(expr: Expr, labelled: Adding): Adding {
  if (isLinear(expr)) return 'sum'
  // 20 − x of three schools is 60 less their sum, not 20.
  if (isOfProducts(expr)) return addsConstant(expr) ? 'no' : labelled
  if (expr.kind === 'call' && expr.name === 'COUNT') return labelled
  return isPiecewise(expr) ? 'no' : 'formula'
}

/** Sums and products of figures, divided by nothing but fixed numbers. */
function isOfProducts(expr: Expr): boolean {
  switch (expr.kind) {
    case 'number':
      return true
    case 'item':
      return !expr.lastYear
    case 'negate':
      return isOfProducts(expr.operand)
    case 'call':
      return expr.name === 'SUM' && expr.args.every(isOfProducts)
    case 'binary': {
      const { operator, left, right } = expr
      if (operator === '/') return isOfProducts(left) && isFixed(right)
      const joins = operator === '+' || operator === '-' || operator === '*'
      return joins && isOfProducts(left) && isOfProducts(right)
    }
    case 'text':
    case 'attribute':
      return false
  }
}

/** Whether a fixed number is added to figures. */
function addsConstant(expr: Expr): boolean {
  if (expr.kind === 'negate') return addsConstant(expr.operand)
  if (expr.kind === 'call') return expr.args.some(addsConstant)
  if (expr.kind !== 'binary' || expr.operator === '*') return expr.kind === 'number'
  if (expr.operator === '/') return addsConstant(expr.left)
  return addsConstant(expr.left) || addsConstant(expr.right)
}

/** Whether a figure depends on which of two others is the larger; what only guards a divisor does not count. */
function isPiecewise(expr: Expr): boolean {
  switch (expr.kind) {
    case 'negate':
      return isPiecewise(expr.operand)
    case 'binary':
      return isPiecewise(expr.left) || (expr.operator !== '/' && isPiecewise(expr.right))
    case 'call': {
      if (expr.name === 'MAX' || expr.name === 'MIN' || expr.name === 'ABS') return true
      const [condition, ...parts] = expr.args
      if (expr.name !== 'IF' || condition === undefined) return expr.args.some(isPiecewise)
      return comparesTwo(condition) || parts.some(isPiecewise)
    }
    case 'number':
    case 'text':
    case 'item':
    case 'attribute':
      return false
  }
}

const COMPARISON: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '=', '<>'])

/** Whether a condition holds one figure against another, and not against a fixed one. */
function comparesTwo(condition: Expr): boolean {
  if (condition.kind === 'call') return condition.args.some(comparesTwo)
  if (condition.kind !== 'binary' || !COMPARISON.has(condition.operator)) return false
  const { left, right } = condition
  return ![left, right].some((side) => side.kind === 'text' || isFixed(side))
}

/** The forms with what of their items cannot be added up noted on them. */
export function withAdding(forms: readonly Form[]): Form[] {
  return forms.map((form) => {
    const adding = addingOf(form, forms)
    if (adding.every((how, index) => how === 'sum' || form.items[index]?.kind === 'text'))
      return form
    const items = form.items.map((item, index): FormItem => {
      const how = adding[index]
      return how === 'sum' || how === undefined || item.kind === 'text'
        ? item
        : { ...item, adds: how }
    })
    return { ...form, items }
  })
}

/** The blank form's formula of an item as a tree; null where it has none, or none that can be read. */
export function formulaOf(item: FormItem, ids: readonly string[]): Expr | null {
  if (item.formula === null) return null
  const parsed = parseExpression(withoutCatch(item.formula), ids)
  return parsed.ok ? parsed.expr : null
}

/**
 * IFERROR(a/b, 0) is how forms are kept from showing #DIV/0! while they are blank: what is meant is
 * the first part, and where it cannot be worked out there is no figure.
 */
function withoutCatch(formula: string): string {
  const match = /^\s*\+?\s*IFERROR\s*\((.*)\)\s*$/isu.exec(formula)
  const inside = match?.[1]
  if (inside === undefined) return formula
  let depth = 0
  for (let at = inside.length - 1; at >= 0; at--) {
    const sign = inside[at]
    if (sign === ')' || sign === ']') depth++
    if (sign === '(' || sign === '[') depth--
    if (sign === ',' && depth === 0) return inside.slice(0, at)
  }
  return formula
}

/** A formula of references, signs and functions only. */
const LINEAR_TEXT = /^[\s=+\-(),:$!'\p{L}\p{N}_.[\]*]*$/u
/** Functions of which the schools' results may be added: an average or a rank may not. */
const ADDED_FUNCTIONS = new Set(['SUM', 'SUMPRODUCT', 'SUBTOTAL', 'COUNT', 'COUNTA', 'N'])

function isLinearText(formula: string): boolean {
  const called = [...formula.matchAll(/([A-Z][A-Z\d.]*)\s*\(/giu)]
  return (
    LINEAR_TEXT.test(formula) &&
    called.every(([, name = '']) => ADDED_FUNCTIONS.has(name.toUpperCase()))
  )
}

/** Whether the same formula over sums is the sum of the formulas: sums, differences, fixed multiples. */
function isLinear(expr: Expr): boolean {
  switch (expr.kind) {
    case 'item':
      return !expr.lastYear
    case 'negate':
      return isLinear(expr.operand)
    case 'call':
      return expr.name === 'SUM' && expr.args.every(isLinear)
    case 'binary': {
      const { operator, left, right } = expr
      if (operator === '+' || operator === '-') return isLinear(left) && isLinear(right)
      if (operator === '*') {
        return (isFixed(left) && isLinear(right)) || (isFixed(right) && isLinear(left))
      }
      return operator === '/' && isFixed(right) && isLinear(left)
    }
    case 'number':
    case 'text':
    case 'attribute':
      return false
  }
}

function isFixed(expr: Expr): boolean {
  if (expr.kind === 'negate') return isFixed(expr.operand)
  if (expr.kind !== 'binary') return expr.kind === 'number'
  return isFixed(expr.left) && isFixed(expr.right)
}

/** Units of what is compared, not counted. */
const RATIO_UNITS = new Set(['%', '‰', '岁', '分'])

/** A share, an average, a rank: a figure that says how things stand to each other. */
const RATIO =
  /(?:比例|占比|比重|比率|百分比|百分率|百分数|师生比|生师比|班师比|职工比|男女比|年龄|教龄|工龄|年限|学制|单价|(?:收费|补助|拨款)标准|温度|湿度|海拔|得分|评分|成绩|系数|指数|均值|均数|中位数|密度|增幅|增速|排名|名次|位次|[^效概斜频功]率|.比)$/u
const RATIO_WITHIN =
  /(?:平均|生均|人均|师均|班均|校均|年均|户均|每百|每千|每万|百分比|最[大小高低多少长短早晚])/u
/** What is in years or degrees is no quantity: 教龄(年), 建校(年), 室温(℃). */
const UNIT_OF_NO_QUANTITY = /\((?:年|周岁|℃|°c|摄氏度)\)$/iu
/** The year in which something happened; 少年 and 上年 are none. */
const YEAR_OF =
  /(?:起始|开始|始建|[始新改扩所修]建|建[校园立成造]|创[办建立]|[开兴]办|成立|设立|落成|竣工|建成|投用|使用|启用|购[置买入]|出生|毕业|入[学职]|工作|改制|撤并|批准|认定|评定|命名|授予)年$/u
/** A point in time, where things are, what they are called. */
const NO_QUANTITY =
  /(?:年份|年度|学年|年月|年月日|日期|时间|时点|届别|代码|编码|编号|序号|行次|标识码|学籍号|学号|证号|身份证号码?|号码|邮编|邮政编码|电话|手机|手机号|传真|联系方式|经度|纬度|坐标|门牌号?|网址|邮箱)$/u
/** "电话数" and "邮箱个数" count them after all; "人数占比" does not reach here. */
const COUNTED = /(?:数|数量|个数|总数|人数|部数|台数)$/u

function cannotBeAdded(form: Form, item: FormItem): boolean {
  const { unit } = item
  const written = unit === null ? '' : usualUnit(unit)
  if (RATIO_UNITS.has(written) || /[/／]|^每/u.test(written)) return true
  const row = form.rows[item.row]?.label.split(' / ') ?? []
  const headings = form.columns[item.column]?.path ?? []
  // The innermost words say what is counted; those above only where.
  const labels = [row.at(-1) ?? '', headings.at(-1) ?? '']
  if (labels.some((label) => UNIT_OF_NO_QUANTITY.test(normalLabel(label)))) return true
  const leaves = labels.map(plain).filter((text) => text !== '')
  return leaves.some(
    (leaf) =>
      YEAR_OF.test(leaf) ||
      RATIO.test(leaf) ||
      RATIO_WITHIN.test(leaf) ||
      (NO_QUANTITY.test(leaf) && !COUNTED.test(leaf)),
  )
}

/** A label without its unit and other additions in brackets. */
function plain(label: string): string {
  return normalLabel(label).replaceAll(/\([^()]*\)/gu, '')
}
