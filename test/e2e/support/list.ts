import type { Page } from 'playwright-core'

/** One row of the list as it is on the screen: column id → text. */
export type SeenRow = Record<string, string>

/** Every row of the list that is drawn now, the county's total last, with plain figures. */
export async function seenRows(page: Page): Promise<SeenRow[]> {
  return page.evaluate(() => {
    const rows = new Map<string, Record<string, string>>()
    for (const cell of document.querySelectorAll('.list-view .ag-row .ag-cell')) {
      const row = cell.closest('.ag-row')
      const id = row?.getAttribute('row-id') ?? ''
      const column = cell.getAttribute('col-id') ?? ''
      const seen = rows.get(id) ?? { 'row-id': id }
      seen[column] = (cell.textContent ?? '').replaceAll(',', '').trim()
      rows.set(id, seen)
    }
    return [...rows.values()]
  })
}

/** Column id → the code under its heading ("i6" → "7"). */
export async function columnCodes(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const codes: Record<string, string> = {}
    for (const header of document.querySelectorAll('.list-view .item-header[col-id]')) {
      const code = (header.textContent ?? '').trim().match(/(\d+)$/)?.[1]
      const column = header.getAttribute('col-id')
      if (code !== undefined && column !== null) codes[column] = code
    }
    return codes
  })
}

/** The cell of a row (its name or "county") and column. */
export function cellOf(page: Page, rowId: string, column: string) {
  return page.locator(`.list-view .ag-row[row-id="${rowId}"] [col-id="${column}"]`)
}

/** Opens a table in the list. */
export async function openForm(page: Page, form: string): Promise<void> {
  await page.locator('.rail').getByText('数据').click()
  await page.locator('.form-picker input').click()
  await page.getByRole('option', { name: new RegExp(`^${form}`) }).click()
  await page.locator('.list-view .ag-row').first().waitFor()
}
