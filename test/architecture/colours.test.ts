import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../src/renderer')
const TOKENS = 'ui/colours.css'

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(?:css|tsx?)$/u.test(name) && !name.startsWith('words/'))
const text = (name: string): string => readFileSync(join(root, name), 'utf8')

/** A colour written out: #fff, #1b1b1b, rgb(…), hsl(…). */
const LITERAL = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?![\w-])|\b(?:rgb|hsl|oklch)a?\(/giu

const literals = (code: string): string[] => code.match(LITERAL) ?? []

test('no colour stands anywhere but in the one list of colours', () => {
  const found = files.filter((name) => name !== TOKENS && literals(text(name)).length > 0)
  expect(found).toEqual([])
  expect(literals(text(TOKENS)).length).toBeGreaterThan(20)
})

test('every colour that is asked for is in the list', () => {
  const known = new Set([...text(TOKENS).matchAll(/(--[\w-]+)\s*:/gu)].map(([, name]) => name))
  const own = new Set(
    files.flatMap((name) =>
      [...text(name).matchAll(/(--[\w-]+)['"]?\s*:/gu)].map(([, one]) => one),
    ),
  )
  const asked = files.flatMap((name) =>
    [...text(name).matchAll(/var\((--[\w-]+)/gu)].map(([, one]) => ({ name, one })),
  )
  // AG Grid and Fluent bring variables of their own.
  const lost = asked.filter(
    ({ one = '' }) => !known.has(one) && !own.has(one) && !/^--(?:ag|color|series)/u.test(one),
  )
  expect(lost).toEqual([])
})

test('a colour written out is seen however it is written', () => {
  expect(literals('a { color: #FFF; b: #12345678; c: rgb(0 0 0 / 8%) }')).toHaveLength(3)
  expect(literals('const id = "#root"; url(#clip)')).toEqual([])
})
