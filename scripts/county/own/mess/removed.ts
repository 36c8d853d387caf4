import { BLANK } from '../../draft.ts'
import type { Draft } from '../../draft.ts'
import type { Random } from '../../random.ts'
import { insertColumn, insertRow, put, putText, removeColumn, removeRow } from '../../sheet.ts'
import type { Block, MadeSheet } from '../../sheet.ts'
import { addressAt } from '../../table.ts'
import { gridsOf, orderRows, pagesOf, unmergeStubs } from './rearrange.ts'
import { groupsOf } from './order.ts'

const deep = (draft: Draft) =>
  gridsOf(draft.sheets).filter(
    ({ sheet, block }) => block.labelColumn > block.left && pagesOf(sheet, block).length === 1,
  )

/**
 * The column of the groups is deleted. Where rows of two groups then read alike, nobody can say
 * which is which but by their order, and asking is right.
 */
export function deleteGroupColumn(random: Random, draft: Draft): boolean {
  const found = deep(draft)
  if (found.length === 0) return false
  const { sheet, block } = random.pick(found)
  unmergeStubs(sheet, block, false)
  const rests: string[] = []
  block.table.rows.forEach(({ path = [] }, r) => {
    const row = block.firstRow + r
    if (path.length === 1) put(sheet, row, block.left + 1, sheet.cells[row]?.[block.left])
    rests.push((path.length === 1 ? path : path.slice(1)).join('/'))
  })
  unmergeHead(sheet, block)
  removeColumn(sheet, block.left)
  block.left = Math.max(0, block.left)
  if (new Set(rests).size < rests.length) draft.alsoOk.push('queried')
  return true
}

function unmergeHead(sheet: MadeSheet, { left, firstRow, headRow }: Block): void {
  sheet.merges = sheet.merges.filter(
    (one) => one.left !== left || one.right !== left || one.top < headRow || one.bottom >= firstRow,
  )
}

/** The column of the groups stands twice, as after a wrong insertion. */
export function repeatGroupColumn(random: Random, draft: Draft): boolean {
  const found = deep(draft)
  if (found.length === 0) return false
  const { sheet, block } = random.pick(found)
  unmergeStubs(sheet, block, true)
  insertColumn(sheet, block.left + 1)
  for (let row = block.headRow; row <= block.lastRow; row++) {
    put(sheet, row, block.left + 1, sheet.cells[row]?.[block.left])
  }
  return true
}

/** Ordinals of rows in which the school has nothing to fill in. */
function emptyRows(draft: Draft, sheet: MadeSheet, block: Block): Set<number> {
  const sums = new Set(sheet.sums.map(({ at }) => at))
  const shares = new Set(sheet.shares.map(({ at }) => at))
  const filled = new Set(
    sheet.places
      .filter((one) => one.table === block.table && !sums.has(one) && !shares.has(one))
      .filter((one) => draft.taken.get(addressAt(one.table, one.r, one.c))?.state !== 'blank')
      .map((one) => one.r),
  )
  const total = block.table.rows.flatMap((_, r) =>
    sheet.sums.some((sum) => sum.at.table === block.table && sum.at.r === r && !rowSum(sum.of, r))
      ? [r]
      : [],
  )
  return new Set(
    block.table.rows.map((_, r) => r).filter((r) => !filled.has(r) && !total.includes(r)),
  )
}

const rowSum = (of: { r: number }[], r: number) => of.every((one) => one.r === r)

function takeAway(draft: Draft, sheet: MadeSheet, block: Block, rows: Set<number>): void {
  for (const one of sheet.places) {
    if (one.table === block.table && rows.has(one.r)) {
      draft.taken.set(addressAt(one.table, one.r, one.c), BLANK)
    }
  }
  const left = block.table.rows.map((_, r) => r).filter((r) => !rows.has(r))
  orderRows(sheet, block, left)
}

/** Whole groups that do not concern the school are deleted: 初中 by a primary school. */
export function deleteBlocks(random: Random, draft: Draft): boolean {
  const found = gridsOf(draft.sheets).flatMap(({ sheet, block }) => {
    const empty = emptyRows(draft, sheet, block)
    const groups = groupsOf(
      block.table.rows.map(({ path = [] }) => path),
      1,
    )
    const gone = groups.filter((group) => group.length > 1 && group.every((r) => empty.has(r)))
    return gone.length > 0 && gone.length < groups.length
      ? [{ sheet, block, rows: new Set(gone.flat()) }]
      : []
  })
  for (const { sheet, block, rows } of random.shuffle(found).slice(0, 3)) {
    takeAway(draft, sheet, block, rows)
  }
  return found.length > 0
}

/** One or two rows that the school has left empty are deleted. */
export function deleteRows(random: Random, draft: Draft): boolean {
  const found = gridsOf(draft.sheets).flatMap(({ sheet, block }) => {
    const empty = [...emptyRows(draft, sheet, block)]
    return empty.length > 0 && empty.length < block.table.rows.length - 1
      ? [{ sheet, block, empty }]
      : []
  })
  if (found.length === 0) return false
  const { sheet, block, empty } = random.pick(found)
  takeAway(draft, sheet, block, new Set(random.shuffle(empty).slice(0, random.int(1, 2))))
  return true
}

const DOTS = /^…+$/u

/** The row of dots that the form leaves for more is deleted. */
export function deleteReserved(draft: Draft): boolean {
  for (const sheet of draft.sheets) {
    const at = Array.from(sheet.cells, (line) => line?.[0]?.value ?? '').findIndex((text) =>
      DOTS.test(text),
    )
    if (at < 0) continue
    removeRow(sheet, at)
    return true
  }
  return false
}

/** A row of dots below a table, where the form has none. */
export function addReserved(random: Random, draft: Draft): boolean {
  const found = gridsOf(draft.sheets)
  if (found.length === 0) return false
  const { sheet, block } = random.pick(found)
  insertRow(sheet, block.lastRow + 1)
  putText(sheet, block.lastRow + 1, block.left, '……')
  return true
}
