import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
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

const SCREENS = {
  overview: { step: 'overview' },
  intake: { step: 'intake', tab: 'schools' },
  files: { step: 'intake', tab: 'files' },
  list: { step: 'data', view: 'list', form: '教基3112' },
  paper: { step: 'data', view: 'paper', form: '教基3112' },
  check: { step: 'check', tab: 'findings' },
  controls: { step: 'check', tab: 'controls' },
  groups: { step: 'consolidate', tab: 'groups' },
  indicators: { step: 'consolidate', tab: 'indicators' },
  years: { step: 'consolidate', tab: 'years' },
  snapshots: { step: 'consolidate', tab: 'snapshots' },
  summary: { step: 'summary', tab: 'writing' },
  draft: { step: 'summary', tab: 'draft' },
  forms: { step: 'setup', tab: 'forms' },
  register: { step: 'setup', tab: 'register' },
  rules: { step: 'setup', tab: 'rules' },
  screening: { step: 'setup', tab: 'screening' },
  general: { step: 'setup', tab: 'general' },
} satisfies Record<string, Record<string, string>>

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

/** Controls beyond the window, and text cut off that no tooltip tells whole. */
async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said = (element: Element): string => (element.textContent ?? '').trim().slice(0, 40)
    const found: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('button, input, [role="tab"]')) {
      const box = element.getBoundingClientRect()
      if (!element.checkVisibility() || box.width === 0 || element.closest('.ag-root')) continue
      const rolls = element.closest('.paper-sheet, .panel, [class*="list"], [class*="scroll"]')
      if (!rolls && (box.right > innerWidth + 1 || box.bottom > innerHeight + 1))
        found.push(`beyond the window: ${said(element) || element.ariaLabel || element.className}`)
      if (!element.matches('input') && said(element) !== '' && box.width < 18)
        found.push(`one sign wide: ${said(element)}`)
    }
    for (const element of document.querySelectorAll<HTMLElement>('main *, header *')) {
      if (element.children.length > 0 || element.closest('.ag-root, [title]')) continue
      const cut = getComputedStyle(element).textOverflow === 'ellipsis'
      if (cut && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut without a tooltip: ${said(element)}`)
    }
    return [...new Set(found)]
  })
}
