import { afterEach, expect, test, vi } from 'vitest'
import { takeToken } from '../../../src/renderer/host/token.ts'

/** The few parts of a page that the token passes through. */
function page(hash: string, kept: Record<string, string> = {}) {
  const replaced: string[] = []
  vi.stubGlobal('location', { hash, pathname: '/', search: '' })
  vi.stubGlobal('history', {
    replaceState: (_: unknown, __: string, url: string) => replaced.push(url),
  })
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => (kept[key] = value),
  })
  return { replaced, kept }
}

afterEach(() => vi.unstubAllGlobals())

test('a token left in the address could be read over a shoulder or from the history: it is taken out', () => {
  const { replaced } = page('#token=secret')
  expect(takeToken()).toBe('secret')
  expect(replaced).toEqual(['/'])
})

test('after a reload the tab still knows it', () => {
  const { kept } = page('#token=secret')
  takeToken()
  page('', kept)
  expect(takeToken()).toBe('secret')
})

test('without one there is none to send', () => {
  page('')
  expect(takeToken()).toBe('')
})
