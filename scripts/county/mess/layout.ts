import { ask, BLANK } from '../draft.ts'
import type { Draft } from '../draft.ts'
import type { Random } from '../random.ts'
import {
  emptySheet,
  insertColumn,
  insertRow,
  merge,
  put,
  putText,
  removeColumn,
  removeRow,
} from '../sheet.ts'
import type { Block, MadeSheet } from '../sheet.ts'
import { addressAt } from '../table.ts'
import type { LayoutMess } from './kinds.ts'

function blocksOf(draft: Draft): { sheet: MadeSheet; block: Block }[] {
  return draft.sheets.flatMap((sheet) => sheet.blocks.map((block) => ({ sheet, block })))
}

/** A table with numbers in it and at least `rows` rows. */
function pickBlock(random: Random, draft: Draft, rows: number) {
  const fit = blocksOf(draft).filter(
    ({ block }) => block.table.kind === 'number' && block.lastRow - block.firstRow + 1 >= rows,
  )
  return fit.length === 0 ? null : random.pick(fit)
}

function remarks(random: Random, draft: Draft): boolean {
  const picked = pickBlock(random, draft, 2)
  if (!picked || picked.sheet.blocks.length > 1) return false
  const { sheet, block } = picked
  const atEnd = random.chance(0.5)
  const column = atEnd ? block.lastColumn + 1 : block.firstColumn
  if (!atEnd) insertColumn(sheet, column)
  putText(sheet, block.headRow, column, '备注', { bold: true })
  putText(sheet, random.int(block.firstRow, block.lastRow), column, '已核对')
  return true
}

function unmatched(random: Random, draft: Draft): boolean {
  const picked = pickBlock(random, draft, 3)
  if (!picked) return false
  const { sheet, block } = picked
  const at = block.lastRow + 1
  insertRow(sheet, at)
  putText(sheet, at, block.labelColumn, '另有：借读人员')
  for (let column = block.firstColumn; column <= block.lastColumn; column++) {
    put(sheet, at, column, { kind: 'number', value: String(random.int(1, 40)) })
  }
  ask(draft, 'unmatched-content')
  return true
}

const VARIANTS: ((text: string) => string)[] = [
  (text) => text.replace(/^\s*其中[:：]/u, '  #'),
  (text) => text.replace('其中:', '其中：').replaceAll('(', '（').replaceAll(')', '）'),
  (text) => text.replace(/^总\s*计$/u, '总计').replace(/^合\s*计$/u, '合  计'),
  (text) => (/^\s*[\u4e00-\u9fff]{2}$/u.test(text) ? text.trim().split('').join('　') : text),
]

function labels(random: Random, draft: Draft): boolean {
  let changed = 0
  for (const { sheet, block } of blocksOf(draft)) {
    const vary = random.pick(VARIANTS)
    for (let row = block.firstRow; row <= block.lastRow; row++) {
      const cell = sheet.cells[row]?.[block.labelColumn]
      if (cell?.kind !== 'text') continue
      const text = vary(cell.value)
      if (text !== cell.value) changed++
      put(sheet, row, block.labelColumn, { ...cell, value: text })
    }
  }
  return changed > 0
}

/** Last year's form: one row less, and the codes below it one lower. */
function oldTemplate(random: Random, draft: Draft): boolean {
  const coded = blocksOf(draft).filter(
    ({ sheet, block }) =>
      block.table.kind === 'number' && block.table.rows.length >= 5 && sheet.hiddenRows.length > 0,
  )
  if (coded.length === 0) return false
  const { sheet, block } = random.pick(coded)
  const r = random.int(2, block.table.rows.length - 2)
  const row = block.firstRow + r
  if (sheet.places.some((place) => place.row === row && draft.touched.has(place))) return false
  for (const place of sheet.places.filter((one) => one.row === row)) {
    draft.taken.set(addressAt(place.table, place.r, place.c), BLANK)
  }
  sheet.sums = sheet.sums.filter((sum) => sum.at.row !== row)
  removeRow(sheet, row)
  for (let below = row; below <= block.lastRow; below++) {
    const code = block.table.rows[r + below - row]?.code ?? ''
    putText(sheet, below, block.labelColumn + 1, code)
  }
  ask(draft, 'old-template', ['accepted'])
  return true
}

function noHelpers(draft: Draft): boolean {
  const helped = draft.sheets.filter((sheet) => sheet.hiddenRows.length > 0)
  for (const sheet of helped) {
    removeRow(sheet, 0)
    removeColumn(sheet, 0)
  }
  return helped.length > 0
}

/** Lines that the school put above the form. */
function rowsOnTop(random: Random, draft: Draft): boolean {
  const picked = pickBlock(random, draft, 1)
  if (!picked) return false
  for (let i = random.int(1, 2); i > 0; i--) insertRow(picked.sheet, 0)
  putText(picked.sheet, 0, picked.block.labelColumn, '内部资料，请妥善保管')
  return true
}

/** Two neighbouring columns change places with all that stands in them; their headings say so. */
function movedColumns(random: Random, draft: Draft): boolean {
  const pairs = blocksOf(draft).flatMap(({ sheet, block }) =>
    block.table.columns.flatMap((column, c) => {
      const next = block.table.columns[c + 1]
      const siblings =
        next !== undefined &&
        next.path.length === column.path.length &&
        next.path.slice(0, -1).join() === column.path.slice(0, -1).join() &&
        ![column, next].some(({ path }) => /^(?:合计|计|其中.*)$/u.test(path.at(-1) ?? ''))
      const left = block.firstColumn + c
      // Only where nothing is merged sideways over one of the two alone.
      const whole = sheet.merges.every(
        ({ left: from, right: to, top, bottom }) =>
          bottom < block.headRow ||
          top > block.lastRow ||
          (from <= left && to >= left + 1) ||
          to < left ||
          from > left + 1 ||
          from === to,
      )
      return siblings && whole && sheet.blocks.length === 1 ? [{ sheet, block, left }] : []
    }),
  )
  if (pairs.length === 0) return false
  const { sheet, block, left } = random.pick(pairs)
  for (let row = block.headRow; row <= block.lastRow; row++) {
    const line = sheet.cells[row]
    // A heading merged over both stands in the first and stays there.
    const above = sheet.merges.some(
      (one) => one.top <= row && one.bottom >= row && one.left <= left && one.right > left,
    )
    if (!line || above) continue
    const [first, second] = [line[left], line[left + 1]]
    line[left] = second
    line[left + 1] = first
  }
  for (const place of sheet.places) {
    if (place.column === left) place.column = left + 1
    else if (place.column === left + 1) place.column = left
  }
  return true
}

/** A hidden sheet with an earlier state of a table; what is shown is what counts. */
function hiddenCopy(random: Random, draft: Draft): boolean {
  const picked = pickBlock(random, draft, 2)
  if (!picked) return false
  const { sheet } = picked
  const copy: MadeSheet = {
    ...emptySheet(`${sheet.name}旧`),
    hidden: true,
    cells: structuredClone(sheet.cells),
    merges: structuredClone(sheet.merges),
    hiddenRows: [...sheet.hiddenRows],
    hiddenColumns: [...sheet.hiddenColumns],
  }
  for (const { row, column } of sheet.places) {
    const cell = copy.cells[row]?.[column]
    if (cell?.kind === 'number') put(copy, row, column, { kind: 'number', value: '3' })
  }
  draft.sheets.push(copy)
  ask(draft, 'hidden-duplicate-table', ['accepted'])
  return true
}

/**
 * Makes one kind of mess in the layout of a draft: where things stand, never what they say.
 *
 * @returns whether the draft had a place for it
 */
export function messLayout(random: Random, draft: Draft, kind: LayoutMess): boolean {
  switch (kind) {
    case 'blank-row': {
      const picked = pickBlock(random, draft, 3)
      if (picked)
        insertRow(picked.sheet, random.int(picked.block.firstRow + 1, picked.block.lastRow))
      return picked !== null
    }
    case 'note-row': {
      const picked = pickBlock(random, draft, 3)
      if (!picked) return false
      const { sheet, block } = picked
      const at = random.int(block.firstRow + 1, block.lastRow)
      const split = sheet.merges.some(
        (one) => one.top < at && one.bottom >= at && one.left <= block.labelColumn,
      )
      insertRow(sheet, at)
      putText(sheet, at, block.labelColumn, '注：以下各行已与学籍系统核对')
      if (!split) merge(sheet, at, block.labelColumn, at, block.lastColumn)
      return true
    }
    case 'remark-column':
      return remarks(random, draft)
    case 'renamed-sheets': {
      const named = draft.sheets.filter((sheet) => sheet.blocks.length > 0)
      random
        .shuffle(named)
        .slice(0, 2)
        .forEach((sheet, i) => {
          sheet.name = i === 0 ? `${sheet.blocks[0]?.table.title ?? ''}(定稿)` : 'Sheet7'
        })
      return named.length > 0
    }
    case 'sheet-order':
      draft.sheets = random.shuffle(draft.sheets)
      return draft.sheets.length > 1
    case 'extra-sheets': {
      const sheet = emptySheet('填报说明')
      putText(sheet, 0, 0, '一、本表由学校填报，数据以学年初为准。')
      putText(sheet, 1, 0, '二、有疑问请与教育局统计人员联系。')
      draft.sheets = [sheet, ...draft.sheets, emptySheet('Sheet9')]
      return true
    }
    case 'label-variants':
      return labels(random, draft)
    case 'no-helper':
      return noHelpers(draft)
    case 'unmatched-row':
      return unmatched(random, draft)
    case 'old-template':
      return oldTemplate(random, draft)
    case 'rows-on-top':
      return rowsOnTop(random, draft)
    case 'moved-columns':
      return movedColumns(random, draft)
    case 'hidden-copy':
      return hiddenCopy(random, draft)
  }
}
