import type { Draft } from '../../draft.ts'
import type { Random } from '../../random.ts'
import type { TableSpec } from '../../table.ts'
import { gridsOf, orderColumns, orderRows, pagesOf } from './rearrange.ts'

/** Ordinals of neighbours whose first labels are the same. */
export function groupsOf(paths: string[][], levels: number): number[][] {
  const groups: number[][] = []
  paths.forEach((path, i) => {
    const key = path.slice(0, levels).join('\n')
    const before = paths[i - 1]
    const last = groups.at(-1)
    const joins = before?.slice(0, levels).join('\n') === key && path.length > levels
    if (last && joins) last.push(i)
    else groups.push([i])
  })
  return groups
}

const isTotal = (path: string[]) => /^[合总]\s*计$/u.test((path[0] ?? '').replaceAll('　', ''))
const rowPaths = (table: TableSpec) => table.rows.map(({ path = [] }) => path)
const columnPaths = (table: TableSpec) => table.columns.map(({ path }) => path)

/** Groups of rows, 小学 and 初中, in another order; totals stay where they are. */
export function permuteGroups(random: Random, draft: Draft): boolean {
  const found = gridsOf(draft.sheets).flatMap(({ sheet, block }) => {
    const paths = rowPaths(block.table)
    const groups = groupsOf(paths, 1)
    const inner = groups.filter(([first = 0]) => !isTotal(paths[first] ?? []))
    return inner.length >= 2 && inner.some((group) => group.length > 1)
      ? [{ sheet, block, groups, inner, paths }]
      : []
  })
  if (found.length === 0) return false
  const { sheet, block, groups, inner, paths } = random.pick(found)
  const turned = inner.toReversed()
  const order = groups.flatMap((group) =>
    isTotal(paths[group[0] ?? 0] ?? []) ? group : (turned.shift() ?? []),
  )
  orderRows(sheet, block, order)
  return true
}

/** Rows within their groups in the opposite order: 女 before 男, grades downwards. */
export function reverseRows(random: Random, draft: Draft): boolean {
  const found = gridsOf(draft.sheets).flatMap(({ sheet, block }) => {
    const paths = rowPaths(block.table)
    const groups = groupsOf(paths, Math.max(1, block.labelColumn - block.left))
    return groups.some((group) => group.length > 1) ? [{ sheet, block, groups }] : []
  })
  if (found.length === 0) return false
  const { sheet, block, groups } = random.pick(found)
  orderRows(
    sheet,
    block,
    groups.flatMap((group) => group.toReversed()),
  )
  return true
}

/** The row of the total at the other end of the table. */
export function moveTotal(random: Random, draft: Draft): boolean {
  const found = gridsOf(draft.sheets).flatMap(({ sheet, block }) => {
    const paths = rowPaths(block.table)
    const at = paths.findIndex(isTotal)
    return at === 0 || at === paths.length - 1 ? [{ sheet, block, at, paths }] : []
  })
  if (found.length === 0) return false
  const { sheet, block, at, paths } = random.pick(found)
  const rest = paths.map((_, i) => i).filter((i) => i !== at)
  orderRows(sheet, block, at === 0 ? [...rest, at] : [at, ...rest])
  return true
}

function singlePages(draft: Draft) {
  return gridsOf(draft.sheets).filter(
    ({ sheet, block }) => pagesOf(sheet, block).length === 1 && sheet.blocks.length === 1,
  )
}

/** Groups of columns, 男生 and 女生 or terms, in another order. */
export function permuteColumnGroups(random: Random, draft: Draft): boolean {
  const found = singlePages(draft).flatMap(({ sheet, block }) => {
    const groups = groupsOf(columnPaths(block.table), 1)
    const wide = groups.filter((group) => group.length > 1)
    return wide.length >= 2 ? [{ sheet, block, groups, wide }] : []
  })
  if (found.length === 0) return false
  const { sheet, block, groups, wide } = random.pick(found)
  const turned = wide.toReversed()
  orderColumns(
    sheet,
    block,
    groups.flatMap((group) => (group.length > 1 ? (turned.shift() ?? []) : group)),
  )
  return true
}

/** Columns within their groups in the opposite order. */
export function reverseColumns(random: Random, draft: Draft): boolean {
  const found = singlePages(draft).flatMap(({ sheet, block }) => {
    const groups = groupsOf(columnPaths(block.table), 1)
    return groups.some((group) => group.length > 1) ? [{ sheet, block, groups }] : []
  })
  if (found.length === 0) return false
  const { sheet, block, groups } = random.pick(found)
  orderColumns(
    sheet,
    block,
    groups.flatMap((group) => group.toReversed()),
  )
  return true
}
