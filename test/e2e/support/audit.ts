import type { Page } from 'playwright-core'

/** Waits until a screen stands: all is there that it asked for, drawn, and nothing fades or slides any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.state-note').waitFor({ state: 'detached' })
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)
    const moves = (): boolean =>
      document
        .getAnimations()
        .some((one) => one instanceof CSSTransition && one.playState === 'running')
    let before = ''
    for (let still = 0; still < 3;) {
      await frame()
      const now = `${String(document.body.innerText.length)} ${String(document.all.length)}`
      still = moves() || now !== before ? 0 : still + 1
      before = now
    }
  })
}

/**
 * What a person cannot reach, read or hear on the page as it stands, a line each: controls beyond the
 * window, covered, one sign wide or without a name; text cut off that nothing tells whole; text too
 * pale for its ground (WCAG 1.4.3); headings that leave out a level; focus that goes where nothing is
 * said. The rows of grids draw themselves and are left to the grid, except for their contrast.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const said = (element: Element): string =>
      ((element.textContent ?? '').trim() || element.ariaLabel || element.className).slice(0, 40)
    const boxOf = (element: Element): DOMRect => element.getBoundingClientRect()

    /** Whether a point of an element is in sight inside everything that rolls or cuts around it. */
    const inSight = (element: Element, x: number, y: number): boolean => {
      for (let above = element.parentElement; above; above = above.parentElement) {
        if (getComputedStyle(above).overflow === 'visible') continue
        const box = boxOf(above)
        if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false
      }
      return x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight
    }
    const rolls = (element: Element): boolean => {
      for (let above = element.parentElement; above; above = above.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(above)
        if (/auto|scroll/.test(overflowY) && above.scrollHeight > above.clientHeight) return true
        if (/auto|scroll/.test(overflowX) && above.scrollWidth > above.clientWidth) return true
      }
      return false
    }
    const nameOf = (element: HTMLElement): string => {
      const labelled = (element.getAttribute('aria-labelledby') ?? '')
        .split(/\s+/)
        .map((id) => (id === '' ? '' : (document.getElementById(id)?.textContent ?? '')))
        .join('')
      const label = element.closest('label')?.textContent ?? ''
      const own = 'labels' in element ? [...((element.labels ?? []) as NodeListOf<Element>)] : []
      return [
        element.ariaLabel ?? '',
        labelled,
        element.matches('input, textarea') ? label : (element.textContent ?? ''),
        element.title,
        ...own.map((one) => one.textContent ?? ''),
      ]
        .join('')
        .trim()
    }

    const CONTROLS = 'button, input, textarea, [role="tab"], [role="combobox"], [role="dialog"]'
    for (const element of document.querySelectorAll<HTMLElement>(CONTROLS)) {
      const box = boxOf(element)
      if (!element.checkVisibility({ opacityProperty: true }) || box.width < 2) continue
      if (element.closest('.ag-root, [inert]')) continue
      if (nameOf(element) === '') found.add(`without a name: ${element.outerHTML.slice(0, 80)}`)
      const beyond = box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1
      if (beyond && !rolls(element)) found.add(`beyond the window: ${said(element)}`)
      if (!element.matches('input') && (element.textContent ?? '').trim() !== '' && box.width < 18)
        found.add(`one sign wide: ${said(element)}`)
      if (element.matches('[role="dialog"]')) continue
      const y = (box.top + box.bottom) / 2
      for (const x of [(box.left + box.right) / 2, box.left + 5, box.right - 5]) {
        if (!inSight(element, x, y)) continue
        const at = document.elementFromPoint(x, y)
        const above = at !== null && !element.contains(at) && !at.contains(element)
        const toast = at?.closest('.notice, [role="tooltip"]')
        const label = at?.closest('label')
        if (above && !toast && !label?.contains(element))
          found.add(`covered: ${said(element)} by ${said(at)}`)
      }
    }

    for (const element of document.querySelectorAll<HTMLElement>('main *, header *')) {
      if (element.children.length > 0 || element.closest('.ag-root, [title], svg')) continue
      const cut = getComputedStyle(element).textOverflow === 'ellipsis'
      if (cut && element.scrollWidth > element.clientWidth + 1)
        found.add(`cut without a tooltip: ${said(element)}`)
    }

    // The tables of forms are as their offices drew them.
    for (const element of document.querySelectorAll<HTMLElement>('main th, main td')) {
      if (element.closest('.paper') || !element.checkVisibility()) continue
      const { fontSize, lineHeight } = getComputedStyle(element)
      const line = Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.4
      const box = boxOf(element)
      const lines = Math.round(Math.min(box.height, element.scrollHeight) / line)
      if (
        lines >= 4 &&
        box.width < Number.parseFloat(fontSize) * 6 &&
        element.textContent.length > 6
      )
        found.add(`a column of few signs: ${said(element)}`)
      if (
        lines >= 2 &&
        box.width < Number.parseFloat(fontSize) * 3 &&
        element.textContent.length > 1
      )
        found.add(`one sign wide: ${said(element)}`)
    }

    /** Red, green, blue from 0 to 255 and how much it covers. */
    const parts = (colour: string): [number, number, number, number] => {
      const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      return colour.startsWith('color(') ? [r * 255, g * 255, b * 255, a] : [r, g, b, a]
    }
    const over = (top: number[], ground: number[]): number[] => {
      const [, , , a = 1] = top
      return [0, 1, 2].map((at) => (top[at] ?? 0) * a + (ground[at] ?? 0) * (1 - a))
    }
    const groundOf = (element: Element): number[] => {
      const layers: number[][] = []
      for (let one: Element | null = element; one; one = one.parentElement) {
        const { backgroundColor, backgroundImage } = getComputedStyle(one)
        if (backgroundImage.includes('gradient') && one !== element) return []
        const layer = parts(backgroundColor)
        if (layer[3] > 0) layers.push(layer)
        if (layer[3] === 1) break
      }
      return layers.toReversed().reduce((ground, layer) => over(layer, ground), [255, 255, 255])
    }
    const light = (colour: number[]): number => {
      const [r = 0, g = 0, b = 0] = colour.map((part) => {
        const one = part / 255
        return one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = (node.textContent ?? '').trim()
      if (!element || text === '' || element.closest('svg, style, script, [aria-hidden="true"]'))
        continue
      if (!element.checkVisibility({ opacityProperty: true })) continue
      // What cannot be used now may be pale.
      if (element.closest(':disabled, [aria-disabled="true"], [disabled]')) continue
      const style = getComputedStyle(element)
      const ground = groundOf(element)
      if (ground.length === 0) continue
      const [a, b] = [light(over(parts(style.color), ground)), light(ground)]
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
      const size = Number.parseFloat(style.fontSize)
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
      if (contrast < (large ? 3 : 4.5) - 0.005)
        found.add(
          `contrast ${contrast.toFixed(2)}: ${text.slice(0, 24)} (${element.className.split(' ').slice(0, 2).join(' ')})`,
        )
    }

    let level = 0
    for (const heading of document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')) {
      if (!heading.checkVisibility() || heading.closest('[role="dialog"]')) continue
      const own = Number(heading.tagName.slice(1))
      if (level > 0 && own > level + 1) found.add(`a level left out: ${said(heading)}`)
      level = own
    }
    if (level === 0) found.add('no heading')
    for (const one of document.querySelectorAll<HTMLElement>('[aria-hidden="true"]')) {
      const focus = one.querySelector<HTMLElement>('button, a[href], input, [tabindex="0"]')
      if (focus?.checkVisibility() === true && focus.tabIndex >= 0)
        found.add(`focus where nothing is said: ${focus.outerHTML.slice(0, 80)}`)
    }
    return [...found]
  })
}
