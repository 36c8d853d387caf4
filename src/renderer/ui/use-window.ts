import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

/** What part of a scrolled box is in sight, in pixels from the top of what it holds. */
export function useWindow(box: RefObject<HTMLElement | null>): { from: number; to: number } {
  const [seen, setSeen] = useState({ from: 0, to: 1000 })
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const look = (): void =>
      setSeen({ from: element.scrollTop, to: element.scrollTop + element.clientHeight })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [box])
  return seen
}
