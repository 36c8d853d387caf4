import type { Listed } from '../../../src/renderer/check/listed.ts'
import { itemAt, formOf } from '../../../src/renderer/figures/item-names.ts'
import type { Form } from '../../../src/shared/model.ts'
import type { Finding, FindingItem } from '../../../src/shared/findings.ts'

/** A cell of a finding with a figure; an empty one is blank. */
export function cell(item: string, value: string, change: Partial<FindingItem> = {}): FindingItem {
  return {
    item,
    label: `指标 ${item}`,
    lastYear: false,
    value,
    state: value === '' ? 'blank' : 'number',
    sheet: '教基3112',
    cell: 'D7',
    ...change,
  }
}

/** An error at one school, over the small form. */
export function finding(change: Partial<Finding> = {}): Finding {
  return {
    rule: '小学-1',
    title: '毕业生数不大于招生数',
    severity: 'error',
    school: '1',
    schoolName: '县二小',
    row: null,
    column: null,
    formula: '教基3112[01,1] <= 教基3112[01,2]',
    left: '64',
    right: '46',
    difference: '18',
    items: [cell('教基3112[01,1]', '64'), cell('教基3112[01,2]', '46')],
    state: 'open',
    explanation: null,
    ...change,
  }
}

/** The same as the list has it. */
export function line(change: Partial<Finding> = {}, forms: readonly Form[] = []): Listed {
  const { items, ...rest } = finding(change)
  const cells: Record<string, number[]> = {}
  for (const { item } of items) {
    const form = forms.find(({ id }) => id === formOf(item))
    const places = (cells[formOf(item)] ??= [])
    if (form) places.push(itemAt(form, item))
  }
  return { ...rest, form: formOf(items[0]?.item ?? ''), cells }
}
