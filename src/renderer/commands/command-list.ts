import { isKey } from './key.ts'
import type { Stroke } from './key.ts'

/** Where keys count: everywhere in the window, or only while that part has the keyboard. */
export type CommandPlace =
  'window' | 'layer' | 'check' | 'sheet' | 'paper' | 'sent' | 'summary' | 'draft'

/**
 * Everything that can be done by a key, once: the keyboard, the buttons' hints, the palette (Ctrl+K)
 * and the keyboard page of the help all read this list. What a command is called stands in
 * words/…-commands.ts under its id.
 */
export const COMMANDS = [
  { id: 'search', place: 'window', keys: ['Ctrl+K', 'Ctrl+F'] },
  { id: 'go-to', place: 'window', keys: ['Ctrl+G'] },
  { id: 'undo', place: 'window', keys: ['Ctrl+Z'] },
  { id: 'redo', place: 'window', keys: ['Ctrl+Y', 'Ctrl+Shift+Z'] },
  { id: 'confirm-edits', place: 'window', keys: ['Ctrl+Enter'] },
  { id: 'export', place: 'window', keys: [] },
  { id: 'export-evidence', place: 'window', keys: [] },
  { id: 'export-results', place: 'window', keys: [] },
  { id: 'export-view', place: 'window', keys: [] },
  { id: 'export-lake', place: 'window', keys: [] },
  { id: 'save-copy', place: 'window', keys: [] },
  { id: 'register', place: 'window', keys: [] },
  { id: 'add-school', place: 'window', keys: [] },
  { id: 'new-register', place: 'window', keys: [] },
  { id: 'particulars', place: 'window', keys: [] },
  { id: 'comment-list', place: 'window', keys: [] },
  { id: 'print', place: 'window', keys: ['Ctrl+P'] },
  { id: 'next-year', place: 'window', keys: [] },
  { id: 'join', place: 'window', keys: [] },
  { id: 'language', place: 'window', keys: [] },
  { id: 'look', place: 'window', keys: [] },
  { id: 'basis', place: 'window', keys: [] },
  { id: 'keyboard', place: 'window', keys: ['F1'] },
  { id: 'guide', place: 'window', keys: [] },
  { id: 'news', place: 'window', keys: [] },
  { id: 'licences', place: 'window', keys: [] },
  { id: 'close', place: 'window', keys: [] },
  { id: 'back', place: 'window', keys: ['Alt+Left'] },
  { id: 'forward', place: 'window', keys: ['Alt+Right'] },
  { id: 'next-part', place: 'window', keys: ['F6'] },
  { id: 'previous-part', place: 'window', keys: ['Shift+F6'] },
  { id: 'go-overview', place: 'window', keys: ['Ctrl+1'] },
  { id: 'go-intake', place: 'window', keys: ['Ctrl+2'] },
  { id: 'go-data', place: 'window', keys: ['Ctrl+3'] },
  { id: 'go-check', place: 'window', keys: ['Ctrl+4'] },
  { id: 'go-consolidate', place: 'window', keys: ['Ctrl+5'] },
  { id: 'go-summary', place: 'window', keys: ['Ctrl+6'] },
  { id: 'go-setup', place: 'window', keys: ['Ctrl+7'] },
  { id: 'close-layer', place: 'layer', keys: ['Esc'] },
  { id: 'next-finding', place: 'check', keys: ['J', 'Down'] },
  { id: 'previous-finding', place: 'check', keys: ['K', 'Up'] },
  { id: 'next-page', place: 'check', keys: ['PageDown'] },
  { id: 'previous-page', place: 'check', keys: ['PageUp'] },
  { id: 'first-finding', place: 'check', keys: ['Home'] },
  { id: 'last-finding', place: 'check', keys: ['End'] },
  { id: 'to-form', place: 'check', keys: ['Enter'] },
  { id: 'adopt-first', place: 'check', keys: ['A'] },
  { id: 'ask-school', place: 'check', keys: ['T'] },
  { id: 'explain', place: 'check', keys: ['E'] },
  { id: 'later', place: 'check', keys: ['S'] },
  { id: 'row-ends', place: 'sheet', keys: ['Home', 'End'] },
  { id: 'sheet-ends', place: 'sheet', keys: ['Ctrl+Home', 'Ctrl+End'] },
  {
    id: 'edge-of-data',
    place: 'sheet',
    keys: ['Ctrl+Up', 'Ctrl+Down', 'Ctrl+Left', 'Ctrl+Right'],
  },
  { id: 'extend-mark', place: 'sheet', keys: ['Shift+Up', 'Ctrl+Shift+Down', 'Ctrl+Shift+End'] },
  { id: 'inside-mark', place: 'sheet', keys: ['Tab', 'Shift+Tab', 'Enter', 'Shift+Enter'] },
  { id: 'mark-rows', place: 'sheet', keys: ['Shift+Space'] },
  { id: 'mark-columns', place: 'sheet', keys: ['Ctrl+Space'] },
  { id: 'mark-all', place: 'sheet', keys: ['Ctrl+A'] },
  { id: 'cell-menu', place: 'sheet', keys: ['Shift+F10', 'ContextMenu'] },
  { id: 'edit-cell', place: 'sheet', keys: ['F2'] },
  { id: 'fill-down', place: 'sheet', keys: ['Ctrl+D'] },
  { id: 'fill-right', place: 'sheet', keys: ['Ctrl+R'] },
  { id: 'clear-cells', place: 'sheet', keys: ['Delete', 'Backspace'] },
  { id: 'copy', place: 'sheet', keys: ['Ctrl+C'] },
  { id: 'copy-headings', place: 'sheet', keys: ['Ctrl+Shift+C'] },
  { id: 'cut', place: 'sheet', keys: ['Ctrl+X'] },
  { id: 'paste', place: 'sheet', keys: ['Ctrl+V'] },
  { id: 'replace', place: 'sheet', keys: ['Ctrl+H'] },
  { id: 'chart-selection', place: 'sheet', keys: ['Alt+F1'] },
  { id: 'next-school', place: 'paper', keys: ['PageDown'] },
  { id: 'previous-school', place: 'paper', keys: ['PageUp'] },
  { id: 'copy-sent', place: 'sent', keys: ['Ctrl+C'] },
  { id: 'save-summary', place: 'summary', keys: ['Ctrl+S'] },
  { id: 'next-doubt', place: 'draft', keys: ['F8', 'J'] },
  { id: 'previous-doubt', place: 'draft', keys: ['Shift+F8', 'K'] },
  { id: 'ignore-doubt', place: 'draft', keys: ['E'] },
] as const satisfies readonly { id: string; place: CommandPlace; keys: readonly string[] }[]

export type CommandId = (typeof COMMANDS)[number]['id']

/** The command that a key means at a place; null for none. */
export function commandAt(place: CommandPlace, stroke: Stroke): CommandId | null {
  const found = COMMANDS.find(
    (one) => one.place === place && one.keys.some((key) => isKey(key, stroke)),
  )
  return found?.id ?? null
}

/** Whether a key goes back or forward over places: it must not move the cell of a sheet besides. */
export function travels(stroke: Stroke): boolean {
  const id = commandAt('window', stroke)
  return id === 'back' || id === 'forward'
}

/** The first key of a command as written in the list; null where it has none. */
export function keyOf(id: CommandId): string | null {
  return COMMANDS.find((one) => one.id === id)?.keys[0] ?? null
}
