import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { faultsOf } from '../test/e2e/support/audit.ts'
import { SCREENS } from '../test/e2e/support/screens.ts'
import { openSample, startWorkbench } from '../test/e2e/support/workbench.ts'

/**
 * Pictures of every screen over the sample county, in both languages, light and dark, at the sizes
 * that offices have; and what of them does not fit (text cut without a tooltip, controls beyond the
 * window), a line each.
 *
 *   node scripts/screens.ts OUT [WIDTHxHEIGHT[@ZOOM] …]
 */
const [out = 'screens', ...sizes] = process.argv.slice(2)
const SIZES = sizes.length > 0 ? sizes : ['1366x768', '1366x768@1.25', '1366x768@1.5', '1920x1080']

const bench = await startWorkbench()
try {
  const { page } = bench
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
          await page.waitForTimeout(700)
          await page.mouse.move(2, 2)
          const file = `${name}-${lang}-${look}-${size}`
          await page.screenshot({ path: join(resolve(out), `${file}.png`) })
          for (const line of await faultsOf(page)) console.log(`${file}: ${line}`)
        }
      }
} finally {
  await bench.close()
}
