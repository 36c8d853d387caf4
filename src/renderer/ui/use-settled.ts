import { useEffect, useState } from 'react'

/**
 * What is being typed, once nothing has changed for a while.
 *
 * @param value a new object means something new
 * @param pause milliseconds without a change
 */
export function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}
