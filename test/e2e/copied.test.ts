import { afterAll, beforeAll, expect, test } from 'vitest'
import { doubleApi, smallOverview } from '../renderer/support/double.ts'
import { startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** A collection that was copied while in use, and the right way to copy one. */
let bench: Workbench
let copies = 0
const open = { ...smallOverview(), incomplete: { at: '2025-09-21T09:30:00', lines: 32 } }

beforeAll(async () => {
  bench = await startWorkbench(
    doubleApi({
      about: () => ({ version: '0', host: 'web', dataFolder: '', collections: [], open }),
      overview: () => open,
      copyCollection: () => {
        copies += 1
        return { job: 1 }
      },
    }),
  )
})
afterAll(() => bench.close())

test('the overview says first of all what a copy taken in use may lack', async () => {
  const said = bench.page.locator('.overview-top').getByText('在使用中被复制')
  await said.waitFor()
  expect(await said.textContent()).toContain('32 条记录，最后一条是 2025-09-21 09:30:00')
})

test('另存副本 stands in the top bar and is found among the commands', async () => {
  await bench.page.getByRole('button', { name: '另存副本' }).click()
  await expect.poll(() => copies).toBe(1)
  await bench.page.keyboard.press('Control+k')
  await bench.page.keyboard.type('另存副本')
  await bench.page.keyboard.press('Enter')
  await expect.poll(() => copies).toBe(2)
})
