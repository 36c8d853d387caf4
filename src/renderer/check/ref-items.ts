import { timeMark } from '../../shared/expression-tokens.ts'
import type { Finding, FindingItem } from '../../shared/findings.ts'
import type { Form } from '../../shared/model.ts'
import { formOf } from '../figures/item-names.ts'
import type { CheckToken } from './check-tokens.ts'

export type Ref = Extract<CheckToken, { kind: 'ref' }>

/** The cells of a finding that a reference of its check stands for, in the order of the form. */
export type RefItems = (ref: Ref) => FindingItem[]

/**
 * The cells that count in a finding. A cell that this school's form does not ask for counts as 0
 * and is left out; where nothing of a table came, its cells are missing and stay.
 */
export function countedItems(finding: Finding): FindingItem[] {
  const came = new Set(
    finding.items
      .filter((item) => !item.lastYear && item.state !== 'missing')
      .map((item) => formOf(item.item)),
  )
  return finding.items.filter(
    (item) => item.lastYear || item.state !== 'missing' || !came.has(formOf(item.item)),
  )
}

/** What references mean in one finding: `*` is its row and column. */
export function refItems(finding: Finding, forms: readonly Form[]): RefItems {
  const byAddress = new Map(
    countedItems(finding).map((item) => [`${timeMark(item)} ${item.item}`, item]),
  )
  return (ref) => {
    const form = forms.find((one) => one.id === ref.form)
    if (!form) return []
    const rows = codesIn(form.rows, ref.rows, finding.row)
    const columns = codesIn(form.columns, ref.columns, finding.column)
    return rows.flatMap((row) =>
      columns.flatMap(
        (column) => byAddress.get(`${timeMark(ref)} ${form.id}[${row},${column}]`) ?? [],
      ),
    )
  }
}

function codesIn(list: readonly { code: string }[], spec: string, each: string | null): string[] {
  const [from = '', to = from] = (spec === '*' ? (each ?? '') : spec).split(/[:：]/)
  const at = (code: string): number => {
    const wanted = code.trim()
    const exact = list.findIndex((one) => one.code === wanted)
    return exact >= 0 ? exact : list.findIndex((one) => plain(one.code) === plain(wanted))
  }
  const [a, b] = [at(from), at(to)]
  if (a < 0 || b < 0) return []
  return list.slice(Math.min(a, b), Math.max(a, b) + 1).map((one) => one.code)
}

/** "07" and "7" are the same code. */
function plain(code: string): string {
  return code
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^0+(?=\d)/, '')
}
