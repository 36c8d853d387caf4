import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { county } from '../../support/county.ts'
import { desk } from '../desk.ts'

/**
 * A text written from placeholders quotes the collection's own figures: the check must find every one
 * of them, tie it to the indicator that it was filled from, and have nothing to say against it.
 */
const ROOT = resolve(import.meta.dirname, '../../..')
const MADE = resolve(ROOT, '../shared/data/county-a')

function folder(root: string): Map<string, Uint8Array> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
  return new Map(
    paths
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .filter((path) => !relative(root, path).startsWith('truth'))
      .map((path) => [relative(root, path), new Uint8Array(readFileSync(path))]),
  )
}

async function checked(files: Map<string, Uint8Array>) {
  const at = desk()
  afterAll(() => at.close())
  await at.open(files)
  const summary = await at.service.summary({ basis: 'adopted', text: null })
  await at.service.pasteDraft({ name: '总结.txt', text: null, basis: 'adopted' })
  const view = await at.service.draft({ entry: null, basis: 'adopted' })
  if (view === null) throw new Error('no draft')
  return { summary, view }
}

const counties: [string, () => Promise<Map<string, Uint8Array>>][] = [
  ['the sample', async () => folder(join(ROOT, 'resources/sample'))],
  ['a made county', async () => (await county({ seed: 7, schools: 24 })).files],
]
if (existsSync(MADE)) counties.push(['the county of the shared data', async () => folder(MADE)])

describe.each(counties)('%s', (_, files) => {
  it('finds its own figures again, each tied to its indicator, none in doubt', async () => {
    const { summary, view } = await checked(await files())
    const told = view.figures.map(({ text }, index) => {
      const { verdict, choice } = view.ties[index] ?? { verdict: 'none', choice: null }
      return [text, verdict, choice?.indicator ?? choice?.item ?? null]
    })
    // What a placeholder says of a change without a number (与上年持平), or of a lack, is no figure.
    const said = summary.figures.filter(({ text, lack }) => /\d/u.test(text) && lack === null)
    const digits = (text: string): string => text.replaceAll(/[^\d.:]/gu, '')
    expect(told.map(([text]) => digits(text ?? ''))).toEqual(said.map(({ text }) => digits(text)))
    expect(told).toEqual(
      said.map(({ indicator }, index) => [told[index]?.[0], 'agrees', indicator]),
    )
    expect(view.doubts).toEqual([])
    expect(new Set(view.states)).toEqual(new Set(['tied']))
  }, 60_000)
})
