import { getGridApi } from 'ag-grid-community'
import type { ShownTable } from '../../shared/shown.ts'
import { tableOfElement } from './table-of-element.ts'
import { tableOfGrid } from './table-of-grid.ts'

type Made = Omit<ShownTable, 'title' | 'notes'>

/** Lists that are drawn in part only and say themselves what is in them. */
const offered = new WeakMap<Element, () => Made>()

/** Says what a list that is drawn in part only would show whole; the mark in the page is what it is found by. */
export function offerShown(element: HTMLElement | null, make: () => Made): void {
  if (!element) return
  element.dataset['shown'] = ''
  offered.set(element, make)
}

/** A table is part of the view, not of the panel that explains one cell of it. */
const TABLES = '[data-shown], .ag-root-wrapper, table'
const BESIDE = '.panel, .roster-grid, .finding, .sent-labels, [aria-hidden="true"]'

/** The uppermost screen: a layer covers the step's own. */
const screen = (): Element | null =>
  document.querySelector('.layer') ?? document.querySelector('.step')

/** Whether rows of a list of persons are in sight. */
export function showsRoster(): boolean {
  return screen()?.querySelector('.roster-grid') instanceof Element
}

function elementsInSight(): HTMLElement[] {
  const all = [...(screen()?.querySelectorAll<HTMLElement>(TABLES) ?? [])]
  return all.filter(
    (one) =>
      one.checkVisibility() &&
      one.closest(BESIDE) === null &&
      !all.some((other) => other !== one && other.contains(one)),
  )
}

/** Whether there is a table in sight. */
export function hasShownTables(): boolean {
  return elementsInSight().length > 0
}

/** The tables in sight with their lines that are not drawn yet (`rest`) and what the page calls them, in the order of the page. */
export function tablesInSight(waiting: string): (Made & { name: string; rest: number })[] {
  return elementsInSight().flatMap((one) => {
    const table = madeOf(one, waiting)
    const name = one.getAttribute('aria-label') ?? ''
    return table === null || table.widths.length === 0
      ? []
      : [{ ...table, name, rest: Number(one.dataset['rest'] ?? 0) }]
  })
}

function madeOf(element: HTMLElement, waiting: string): Made | null {
  const offer = offered.get(element)
  if (offer) return offer()
  if (element instanceof HTMLTableElement) return tableOfElement(element)
  const grid = getGridApi(element)
  return grid ? tableOfGrid(grid, waiting) : null
}

/** Names of the columns that a filter is set on. */
export function filteredColumns(): string[] {
  return elementsInSight().flatMap((one) => {
    const grid = one instanceof HTMLTableElement ? undefined : getGridApi(one)
    return Object.keys(grid?.getFilterModel() ?? {}).map((id) => {
      const column = grid?.getColumn(id)
      return (grid && column && grid.getDisplayNameForColumn(column, 'header')) ?? id
    })
  })
}
