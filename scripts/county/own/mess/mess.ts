import type { Draft } from '../../draft.ts'
import { messCells } from '../../mess/cells.ts'
import type { Random } from '../../random.ts'
import type { OwnMess } from './kinds.ts'
import * as lines from './lines.ts'
import * as lists from './lists.ts'
import * as order from './order.ts'
import { gridsOf, unmergeHeadings, unmergeStubs } from './rearrange.ts'
import * as removed from './removed.ts'
import * as sheets from './sheets.ts'
import * as words from './words.ts'

/** Kinds that are made of the file, not of what stands in it. */
export type InsideMess = Exclude<OwnMess, 'copy' | 'zipped' | 'old-excel'>

function unmerged(random: Random, draft: Draft, headings: boolean, repeat: boolean): boolean {
  const found = gridsOf(draft.sheets).filter(({ sheet, block }) =>
    sheet.merges.some(({ top, left, bottom, right }) =>
      headings
        ? top >= block.headRow && bottom < block.firstRow && right > left && left >= block.left
        : top >= block.firstRow && bottom <= block.lastRow && right <= block.labelColumn,
    ),
  )
  for (const { sheet, block } of random.shuffle(found).slice(0, 3)) {
    if (headings) unmergeHeadings(sheet, block, repeat)
    else unmergeStubs(sheet, block, repeat)
  }
  return found.length > 0
}

/** The total over several stub columns stands in the last of them instead. */
function totalUnmerged(random: Random, draft: Draft): boolean {
  const found = gridsOf(draft.sheets).flatMap(({ sheet, block }) => {
    const one = sheet.merges.find(
      ({ top, bottom, left, right }) =>
        top === bottom &&
        top >= block.firstRow &&
        top <= block.lastRow &&
        left === block.left &&
        right === block.labelColumn,
    )
    return one ? [{ sheet, one }] : []
  })
  if (found.length === 0) return false
  const { sheet, one } = random.pick(found)
  sheet.merges = sheet.merges.filter((other) => other !== one)
  const line = (sheet.cells[one.top] ??= [])
  line[one.right] = line[one.left]
  line[one.left] = undefined
  return true
}

/**
 * Makes one kind of mess in a return of the county's own forms.
 *
 * @returns whether the return had a place for it
 */
export function messOwn(random: Random, draft: Draft, kind: InsideMess): boolean {
  switch (kind) {
    case 'stub-merges-undone':
      return unmerged(random, draft, false, false)
    case 'stub-labels-repeated':
      return unmerged(random, draft, false, true)
    case 'heading-merges-undone':
      return unmerged(random, draft, true, false)
    case 'heading-labels-repeated':
      return unmerged(random, draft, true, true)
    case 'total-unmerged':
      return totalUnmerged(random, draft)
    case 'groups-permuted':
      return order.permuteGroups(random, draft)
    case 'rows-reversed':
      return order.reverseRows(random, draft)
    case 'column-groups-permuted':
      return order.permuteColumnGroups(random, draft)
    case 'columns-reversed':
      return order.reverseColumns(random, draft)
    case 'total-moved':
      return order.moveTotal(random, draft)
    case 'group-column-deleted':
      return removed.deleteGroupColumn(random, draft)
    case 'group-column-repeated':
      return removed.repeatGroupColumn(random, draft)
    case 'blocks-deleted':
      return removed.deleteBlocks(random, draft)
    case 'rows-deleted':
      return removed.deleteRows(random, draft)
    case 'reserved-row-deleted':
      return removed.deleteReserved(draft)
    case 'reserved-row-added':
      return removed.addReserved(random, draft)
    case 'remark-below':
      return lines.remark(random, draft, false)
    case 'remark-inside':
      return lines.remark(random, draft, true)
    case 'blank-rows':
      return lines.blankRows(random, draft)
    case 'blank-column-left':
      return lines.blankColumn(random, draft)
    case 'lines-above':
      return lines.linesAbove(random, draft)
    case 'title-changed':
      return lines.titles(draft)
    case 'signature-changed':
      return lines.signatures(draft)
    case 'page-head-repeated':
      return lines.pageHead(random, draft)
    case 'hidden-rows':
      return lines.hideRows(random, draft)
    case 'unit-moved':
      return lines.moveUnit(random, draft)
    case 'grade-synonyms':
      return words.gradeSynonyms(draft)
    case 'spellings':
      return words.spellings(draft)
    case 'brackets':
      return words.brackets(draft)
    case 'spaced-labels':
      return words.spacedLabels(draft)
    case 'check-marks':
      return words.checkMarks(draft)
    case 'text-numbers':
    case 'full-width':
    case 'spaces':
    case 'units':
    case 'blank-marks':
      return messCells(random, draft, kind)
    case 'sheets-renamed':
      return sheets.rename(random, draft)
    case 'sheet-order':
      draft.sheets = random.shuffle(draft.sheets)
      return true
    case 'extra-sheets':
      return sheets.addSheets(draft)
    case 'captions-apart':
      return sheets.captionsApart(draft)
    case 'pages-apart':
      return sheets.pagesApart(draft)
    case 'pages-below':
      return sheets.pagesBelow(draft)
    case 'sheets-joined':
      return sheets.sheetsJoined(random, draft)
    case 'name-beside':
      return sheets.nameApart(draft, false)
    case 'name-below':
      return sheets.nameApart(draft, true)
    case 'list-blank-rows':
      return lists.blankRows(random, draft)
    case 'list-page-heads':
      return lists.pageHeads(random, draft)
    case 'list-total':
      return lists.total(draft)
    case 'list-ordinal-deleted':
      return lists.deleteOrdinal(draft)
    case 'list-columns-moved':
      return lists.moveColumns(random, draft)
    case 'list-dates':
      return lists.dates(random, draft)
    case 'list-sections':
      return lists.sections(random, draft)
    case 'list-reserved':
      return lists.reserved(draft)
  }
}
