import { useEffect, useState } from 'react'

/** The readings of one character in pinyin without tones; the character itself where it has none. */
export type Readings = (sign: string) => readonly string[]

let loaded: Readings | null = null

/** The readings of characters, once the library is there; it is fetched when first asked for. */
export function useReadings(): Readings | null {
  const [readings, setReadings] = useState<Readings | null>(() => loaded)
  useEffect(() => {
    if (loaded) return undefined
    let gone = false
    void import('pinyin-pro').then(({ pinyin }) => {
      const known = new Map<string, readonly string[]>()
      loaded = (sign) => {
        const found = known.get(sign)
        if (found) return found
        const all = pinyin(sign, { multiple: true, toneType: 'none', type: 'array', v: true })
        const made = [...new Set(all.map((one) => one.toLowerCase()))]
        known.set(sign, made)
        return made
      }
      const made = loaded
      if (!gone) setReadings(() => made)
    })
    return () => {
      gone = true
    }
  }, [])
  return readings
}

const LATIN = /^[a-z]+$/u

/**
 * Whether letters typed spell a stretch of a text: for each character its initial, its whole reading,
 * the last one also its beginning ("qhx", "qinghe", "qingx" for 青禾乡… each reading of 长, 重, 乐).
 */
export function spells(typed: string, text: string, readings: Readings): boolean {
  if (!LATIN.test(typed)) return false
  const signs = Array.from(text)
  const goes = (rest: string, at: number): boolean => {
    if (rest === '') return true
    const sign = signs[at]
    if (sign === undefined) return false
    return readings(sign).some(
      (reading) =>
        reading.startsWith(rest) ||
        (rest.startsWith(reading) && goes(rest.slice(reading.length), at + 1)) ||
        (rest[0] === reading[0] && goes(rest.slice(1), at + 1)),
    )
  }
  return signs.some((_, at) => goes(typed, at))
}
