import { keyOf } from '../commands/command-list.ts'
import type { CommandId } from '../commands/command-list.ts'
import { keyCap } from '../commands/key.ts'
import { findingKey } from '../../shared/finding-key.ts'
import { attempt, notify } from '../state/actions.ts'
import type { Desk } from '../state/desk.ts'
import { openSent } from '../state/open.ts'
import { showPlace } from '../state/show-place.ts'
import type { MenuLine } from '../ui/point-menu.tsx'
import { wordsIn } from '../words/words-in.ts'

/** What of the sheet the lines of a cell's menu do; the same in the list and on the form. */
export interface CellDoing {
  copy: (headings: 'cells' | 'headings' | 'totals') => void
  cut: () => void
  paste: (text: string) => void
  fill: (along: 'rows' | 'columns') => void
  clear: () => void
  edit: () => void
  replace?: () => void
  chart?: () => void
}

const capOf = (id: CommandId): string => keyCap(keyOf(id) ?? '')

/**
 * The lines of the menu of a cell: what hands do, and where its story goes on.
 *
 * @param cell the school's cell that the menu is about; null for a sum or a name
 */
export function cellLines(
  desk: Desk,
  cell: { school: string; item: string } | null,
  doing: CellDoing,
): MenuLine[] {
  const { menu: words, chart } = wordsIn(desk.store.get().lang)
  const fixed = desk.store.get().basis === 'returned'
  const line = (
    label: string,
    run: () => void,
    id: CommandId | null = null,
    disabled = false,
  ): MenuLine => ({ label, run, disabled, ...(id !== null && { keys: capOf(id) }) })
  return [
    line(words.copy, () => doing.copy('cells'), 'copy'),
    line(words.copyHeadings, () => doing.copy('headings'), 'copy-headings'),
    line(words.copyTotals, () => doing.copy('totals')),
    line(words.cut, doing.cut, 'cut', fixed),
    line(words.paste, () => void pasteFrom(desk, doing.paste), 'paste', fixed),
    null,
    line(words.edit, doing.edit, 'edit-cell', fixed || cell === null),
    line(words.fillDown, () => doing.fill('rows'), 'fill-down', fixed),
    line(words.fillRight, () => doing.fill('columns'), 'fill-right', fixed),
    line(words.clear, doing.clear, 'clear-cells', fixed),
    ...(doing.replace ? [line(words.replace, doing.replace, 'replace', fixed)] : []),
    ...(doing.chart ? [line(chart.command, doing.chart, 'chart-selection')] : []),
    null,
    line(words.source, () => void toSource(desk, cell), null, cell === null),
    line(words.finding, () => void toFinding(desk, cell), null, cell === null),
    line(words.comment, toComment, null, cell === null),
    line(words.history, toHistory, null, cell === null),
  ]
}

/** From the menu the clipboard is read by leave only; where there is none the key still works. */
async function pasteFrom(desk: Desk, paste: (text: string) => void): Promise<void> {
  const { menu: words } = wordsIn(desk.store.get().lang)
  try {
    paste(await navigator.clipboard.readText())
  } catch {
    notify(desk, 'info', words.pasteByKey(capOf('paste')))
  }
}

type Cell = Parameters<typeof cellLines>[1]

async function toSource(desk: Desk, cell: Cell): Promise<void> {
  if (!cell) return
  const { panel: words } = wordsIn(desk.store.get().lang)
  const story = await attempt(desk, () => desk.api.cell(cell))
  if (!story) return
  const { source } = story
  if (!source) return notify(desk, 'info', words.noSource)
  openSent(desk, { file: source.file, sheet: source.sheet, at: { cell: source.cell } })
}

/** The first finding that rests on the cell, in 审核: there it is explained, asked of the school, withdrawn. */
async function toFinding(desk: Desk, cell: Cell): Promise<void> {
  if (!cell) return
  const { basis, lang } = desk.store.get()
  const { menu: words } = wordsIn(lang)
  const { school } = cell
  const findings = await attempt(desk, () => desk.api.schoolFindings({ school, basis }))
  if (!findings) return
  const found = findings.find(
    (one) =>
      one.state !== 'corrected' &&
      one.items.some((item) => item.item === cell.item && !item.lastYear),
  )
  if (!found) return notify(desk, 'info', words.noFinding)
  const { rule, row, column } = found
  showPlace(desk, { kind: 'finding', rule, school, row, column })
  desk.store.set({
    check: { ...desk.store.get().check, state: null, picked: findingKey(found) },
  })
}

/** A note is written in the panel beside. */
function toComment(): void {
  // The menu gives the keyboard back to the cell first.
  setTimeout(() => document.querySelector<HTMLInputElement>('#new-comment')?.focus(), 80)
}

/** What was done to the cell stands in the panel beside. */
function toHistory(): void {
  const panel = document.querySelector<HTMLElement>('.panel')
  panel?.querySelector('.history')?.scrollIntoView({ block: 'nearest' })
  panel?.focus()
}
