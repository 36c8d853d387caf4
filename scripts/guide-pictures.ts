import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { openSample, pick, startWorkbench } from '../test/e2e/support/workbench.ts'

/**
 * The pictures of the user guide, out of the running program over the sample county:
 *
 *   node scripts/guide-pictures.ts [FOLDER, docs/images]
 *
 * As WebP, which is a third of a PNG; the browser itself makes them.
 */
const folder = resolve(process.argv[2] ?? 'docs/images')
const SIZE = { width: 1280, height: 720 }

/** A picture's file, where in the program it is, and what is pressed there first. */
const PICTURES: {
  name: string
  place: Record<string, string>
  act?: (page: Page) => Promise<void>
}[] = [
  { name: 'overview', place: { step: 'overview' } },
  { name: 'intake', place: { step: 'intake', tab: 'files' } },
  {
    name: 'cell',
    place: { step: 'data', view: 'list', form: '教基3112' },
    act: async (page) => {
      await page.locator('.list-view .ag-row [col-id="i0"]').first().click()
    },
  },
  { name: 'paper', place: { step: 'data', view: 'paper', form: '教基3112' } },
  {
    name: 'check',
    place: { step: 'check', tab: 'findings' },
    act: async (page) => {
      await page.locator('.findings-row').nth(1).click()
    },
  },
  { name: 'groups', place: { step: 'consolidate', tab: 'groups' } },
  {
    name: 'summary',
    place: { step: 'summary', tab: 'writing' },
    act: async (page) => {
      await page.locator('.quoted').first().click()
    },
  },
  { name: 'forms', place: { step: 'setup', tab: 'forms' } },
]

const bench = await startWorkbench()
try {
  const { page } = bench
  await page.setViewportSize(SIZE)
  mkdirSync(folder, { recursive: true })
  await page.getByText('新建统计库').click()
  await pick(page, '选文件夹…', bench.sampleFolder)
  await page.getByText('认出的内容').waitFor({ timeout: 60_000 })
  await take(page, 'create')
  await page.reload()
  await openSample(page)
  for (const { name, place, act } of PICTURES) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, new URLSearchParams(place).toString())
    await page.waitForTimeout(2_000)
    await act?.(page)
    await take(page, name)
  }
} finally {
  await bench.close()
}

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(2, 2)
  // Messages that go by themselves are not what the picture is about.
  await page.waitForTimeout(1_500)
  const png = (await page.screenshot()).toString('base64')
  const webp = await page.evaluate(async (data) => {
    const picture = new Image()
    picture.src = `data:image/png;base64,${data}`
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = picture.naturalWidth
    canvas.height = picture.naturalHeight
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    return canvas.toDataURL('image/webp', 0.7)
  }, png)
  const bytes = Buffer.from(webp.slice(webp.indexOf(',') + 1), 'base64')
  writeFileSync(join(folder, `${name}.webp`), bytes)
  console.log(`${name}.webp ${String(Math.round(bytes.length / 1024))} KB`)
}
