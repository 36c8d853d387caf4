import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

/**
 * Width and height inside an element, in pixels, now and whenever they change. The first measure is
 * taken before anything is painted: an observer alone may wait for a frame that nothing asks for.
 */
export function useSize(ref: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return undefined
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = box
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [ref])
  return size
}
