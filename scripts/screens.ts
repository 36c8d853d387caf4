import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { faultsOf, settled } from '../test/e2e/support/audit.ts'
import { SCREENS } from '../test/e2e/support/screens.ts'
import { openSample, startWorkbench } from '../test/e2e/support/workbench.ts'

/**
 * Pictures of every screen over the sample county, in both languages, light and dark, at the sizes
 * that offices have; and what of them does not fit (text cut without a tooltip, controls beyond the
 * window), a line each.
 *
 *   node scripts/screens.ts OUT [WIDTHxHEIGHT[@ZOOM] …] [--against OLD]
 *
 * With `--against`, pictures of the same names in OLD, made on this machine of an earlier version, are held
 * against the new ones: a line for each that differs, and the place. docs/decisions/0013-pictures.md says
 * why pictures are not kept in the repository.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string' } },
})
const [out = 'screens', ...sizes] = positionals
const SIZES = sizes.length > 0 ? sizes : ['1366x768', '1366x768@1.25', '1366x768@1.5', '1920x1080']

const bench = await startWorkbench()
try {
  const { page } = bench
  const eye = await page.context().newPage()
  await page.bringToFront()
  mkdirSync(resolve(out), { recursive: true })
  await openSample(page)
  for (const lang of ['zh', 'en'])
    for (const look of ['light', 'dark'])
      for (const size of SIZES) {
        const [box = '', zoom = '1'] = size.split('@')
        const [width = 1366, height = 768] = box.split('x').map(Number)
        // A browser's zoom gives the page fewer points of its own.
        await page.setViewportSize({
          width: Math.round(width / Number(zoom)),
          height: Math.round(height / Number(zoom)),
        })
        await page.evaluate(
          ([a = '', b = '']) => {
            localStorage.setItem('huishu-language', a)
            localStorage.setItem('huishu-look', b)
          },
          [lang, look],
        )
        await page.reload()
        await page.locator('.rail').waitFor()
        for (const [name, place] of Object.entries(SCREENS)) {
          await page.evaluate((hash) => {
            location.hash = hash
          }, new URLSearchParams(place).toString())
          await settled(page)
          await page.waitForTimeout(300)
          await page.mouse.move(2, 2)
          const file = `${name}-${lang}-${look}-${size}`
          // The hour of the last backup is another in every run.
          const mask = [page.locator('.status-line span', { hasText: /\d\d-\d\d \d\d:\d\d$/u })]
          const path = join(resolve(out), `${file}.png`)
          const picture = await page.screenshot({ path, mask })
          const before = join(resolve(values.against ?? ''), `${file}.png`)
          if (values.against !== undefined) {
            const how = existsSync(before)
              ? await difference(eye, readFileSync(before), picture)
              : 'there was no such picture'
            if (how !== null) console.log(`${file}: ${how}`)
          }
          for (const line of await faultsOf(page)) console.log(`${file}: ${line}`)
        }
      }
} finally {
  await bench.close()
}

/** Where two pictures differ by more than the edge of a letter; null where a person would see no difference. */
async function difference(eye: Page, before: Buffer, now: Buffer): Promise<string | null> {
  if (before.equals(now)) return null
  const urls = [before, now].map((one) => `data:image/png;base64,${one.toString('base64')}`)
  return eye.evaluate(async (sources) => {
    const images = await Promise.all(
      sources.map(async (source) => {
        const image = new Image()
        image.src = source
        await image.decode()
        const { width, height } = image
        const context = new OffscreenCanvas(width, height).getContext('2d')
        if (!context) throw new Error('no canvas')
        context.drawImage(image, 0, 0)
        return { width, height, data: context.getImageData(0, 0, width, height).data }
      }),
    )
    const [a, b] = images
    if (!a || !b || a.width !== b.width || a.height !== b.height) return 'another size'
    let [count, left, top, right, bottom] = [0, a.width, a.height, 0, 0]
    for (let at = 0; at < a.data.length; at += 4) {
      const apart = [0, 1, 2].some(
        (part) => Math.abs((a.data[at + part] ?? 0) - (b.data[at + part] ?? 0)) > 24,
      )
      if (!apart) continue
      const [x, y] = [(at / 4) % a.width, Math.floor(at / 4 / a.width)]
      count += 1
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
    return count < 12 ? null : `${count} points differ, from ${left},${top} to ${right},${bottom}`
  }, urls)
}
