import type { CDPSession, Page } from 'playwright-core'

/** What is waited for on the page: an element, with this text where `text` is given, or without it. */
export interface Sight {
  selector: string
  text?: string
  /** Whether the text must be another than `text`. */
  other?: boolean
  /** Whether there must be no such element. */
  gone?: boolean
}

declare global {
  interface Window {
    huishuPainted?: Promise<number>
  }
}

/**
 * Milliseconds from the event of an input (as the browser stamped it) until a frame in which `sight`
 * holds was painted. Throws when it does not come within two minutes.
 */
export async function painted(
  page: Page,
  event: 'click' | 'keydown' | 'input',
  sight: Sight,
  act: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(
    ({ name, wanted }) => {
      const holds = (): boolean => {
        const found = document.querySelector<HTMLElement>(wanted.selector)
        if (wanted.gone === true) return found === null
        if (found === null) return false
        if (wanted.text === undefined) return true
        return (found.textContent === wanted.text) !== (wanted.other === true)
      }
      window.huishuPainted = new Promise((resolve) => {
        const begin = ({ timeStamp }: Event): void => {
          const look = (): void => {
            if (!holds()) return void requestAnimationFrame(look)
            // After this frame: a message comes once it was painted.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now() - timeStamp)
            port2.postMessage(null)
          }
          requestAnimationFrame(look)
        }
        window.addEventListener(name, begin, { capture: true, once: true })
      })
    },
    { name: event, wanted: sight },
  )
  await act()
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`never seen: ${JSON.stringify(sight)}`)), 120_000).unref()
  })
  return Promise.race([page.evaluate(async () => (await window.huishuPainted) ?? Number.NaN), late])
}

/** How a pass over all columns went. */
export interface Scrolled {
  /** Computing of the page's main thread for one step, in milliseconds. */
  ms: number
  /** The longest time between two frames, in milliseconds. */
  longest: number
  /** Frames that were painted without one cell at five places right of the frozen columns. */
  blank: number
  steps: number
}

const STEP = 400

/**
 * Scrolls a grid from its first to its last column, `STEP` points a frame. With `look`, what was
 * painted is looked at too, which takes time of its own: measure with and look without.
 */
export async function scrolled(page: Page, cdp: CDPSession, look: boolean): Promise<Scrolled> {
  const before = await computing(cdp)
  const seen = await page.evaluate(
    async ({ step, looks }) => {
      const view = document.querySelector<HTMLElement>('.ag-grid-viewport')
      if (!view) throw new Error('no grid to scroll')
      const box = view.getBoundingClientRect()
      const frame = (): Promise<void> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve()
            port2.postMessage(null)
          })
        })
      const isBlank = (): boolean =>
        [0.3, 0.45, 0.6, 0.75, 0.9].every((part) => {
          const at = document.elementFromPoint(
            box.left + box.width * part,
            box.top + box.height / 2,
          )
          return at?.closest('.ag-cell') === null
        })
      view.scrollLeft = 0
      await frame()
      await frame()
      let [steps, blank, longest, last] = [0, 0, 0, performance.now()]
      for (let left = step; left < view.scrollWidth - view.clientWidth; left += step) {
        view.scrollLeft = left
        await frame()
        const now = performance.now()
        longest = Math.max(longest, now - last)
        last = now
        steps += 1
        if (looks && isBlank()) blank += 1
      }
      return { steps, blank, longest }
    },
    { step: STEP, looks: look },
  )
  return { ...seen, ms: ((await computing(cdp)) - before) / seen.steps }
}

/** Time the page's main thread has computed since it began, in milliseconds; waiting is not in it. */
async function computing(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

/** The session in which `scrolled` counts: computing, not waiting for a busy machine. */
export async function countingSession(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return cdp
}
