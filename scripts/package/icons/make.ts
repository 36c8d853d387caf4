import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

// `node scripts/package/icons/make.ts`: icon.png and icon.ico out of icon.svg, drawn by the system's Chromium.
const own = import.meta.dirname
const svg = readFileSync(join(own, 'icon.svg'), 'utf8')
const browser = await chromium.launch({
  executablePath: process.env['HUISHU_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  const drawn = async (size: number): Promise<Buffer> => {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`<style>*{margin:0}svg{display:block}</style>${svg}`)
    return page.screenshot({ omitBackground: true })
  }
  writeFileSync(join(own, 'icon.png'), await drawn(512))
  const sizes = [16, 32, 48, 256]
  const images = await Promise.all(sizes.map(drawn))
  // An .ico is a list of places, then the pictures (PNG since Windows Vista); 256 is written as 0.
  let offset = 6 + 16 * sizes.length
  const head = Buffer.from([0, 0, 1, 0, sizes.length, 0])
  const list = images.map((image, at) => {
    const line = Buffer.alloc(16)
    const size = (sizes[at] ?? 0) % 256
    line.set([size, size])
    line.writeUInt16LE(1, 4)
    line.writeUInt16LE(32, 6)
    line.writeUInt32LE(image.length, 8)
    line.writeUInt32LE(offset, 12)
    offset += image.length
    return line
  })
  writeFileSync(join(own, 'icon.ico'), Buffer.concat([head, ...list, ...images]))
} finally {
  await browser.close()
}
