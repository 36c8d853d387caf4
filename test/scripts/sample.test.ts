import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { SAMPLE } from '../../scripts/county/sample.ts'
import { officialDesign } from '../../scripts/county/official/design.ts'
import { addressAt } from '../../scripts/county/table.ts'
import { makeCounty } from '../support/county.ts'

const FOLDER = join(import.meta.dirname, '../../resources/sample')

function shipped(): Map<string, Uint8Array> {
  const paths = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    paths.map((path) => [
      path.slice(FOLDER.length + 1).replaceAll('\\', '/'),
      new Uint8Array(readFileSync(path)),
    ]),
  )
}

describe('the sample county', () => {
  it('is byte for byte what the maker makes today', async () => {
    const { files } = await makeCounty(SAMPLE)
    const there = shipped()
    expect([...there.keys()].toSorted()).toEqual([...files.keys()].toSorted())
    const changed = [...files].filter(
      ([path, bytes]) => Buffer.compare(bytes, there.get(path) ?? new Uint8Array()) !== 0,
    )
    expect(changed.map(([path]) => path)).toEqual([])
  })

  it('is small enough to ship', () => {
    const size = [...shipped().values()].reduce((sum, bytes) => sum + bytes.length, 0)
    expect(size).toBeLessThan(1_000_000)
  })
})

/** Items that an address with ranges and `*` stands for. */
function matching(address: string, items: string[]): string[] {
  const [, form, row, column] = /^(.+)\[([^,\]]+),([^,\]]+)\]$/.exec(address) ?? []
  const fits = (code: string, pattern: string | undefined) => {
    if (pattern === undefined || pattern === '*') return true
    const [from = '', to = from] = pattern.split(':')
    return Number(code) >= Number(from) && Number(code) <= Number(to)
  }
  return items.filter((item) => {
    const [, itemForm, r = '', c = ''] = /^(.+)\[(.+),(.+)\]$/.exec(item) ?? []
    return itemForm === form && fits(r, row) && fits(c, column)
  })
}

describe('rules, indicators and summary of the sample', () => {
  const text = (name: string) => readFileSync(join(FOLDER, name), 'utf8')
  const items = [
    ...new Set(
      officialDesign('2025/2026', SAMPLE.tables ?? 8, false).books.flatMap((book) =>
        book.sheets().flatMap(({ places }) => places.map((p) => addressAt(p.table, p.r, p.c))),
      ),
    ),
  ]

  it.each(['rules.yaml', 'indicators.yaml'])('%s names only items that its forms have', (name) => {
    const addresses = [...text(name).matchAll(/[\u4e00-\u9fff]+\d+\[[^\]]+\]/g)].map(([one]) => one)
    expect(addresses.length).toBeGreaterThan(20)
    expect(addresses.filter((address) => matching(address, items).length === 0)).toEqual([])
  })

  it('summary.md quotes only indicators that exist', () => {
    const known = (parse(text('indicators.yaml')) as { id: string }[]).map(({ id }) => id)
    const quoted = [...text('summary.md').matchAll(/\{([^}|]+)(?:\|[^}]*)?\}/g)].map(([, id]) => id)
    expect(quoted.length).toBeGreaterThan(20)
    expect(quoted.filter((id) => id === undefined || !known.includes(id))).toEqual([])
  })

  it('no id of a rule or indicator occurs twice', () => {
    for (const name of ['rules.yaml', 'indicators.yaml']) {
      const ids = (parse(text(name)) as { id: string }[]).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})
