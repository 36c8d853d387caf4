import { describe, expect, it } from 'vitest'
import { KINDS } from '../../../src/core/ledger/kinds.ts'
import { ENTRIES, entryText } from '../../../src/shared/words/entries.ts'

const keys = { zh: Object.keys(ENTRIES.zh), en: Object.keys(ENTRIES.en) }

describe('what ledger entries are called', () => {
  it('every kind has a sentence, in both languages the same ones', () => {
    expect(keys.zh).toEqual(keys.en)
    const said = new Set(keys.zh.map((key) => key.split('.')[0]))
    expect(KINDS.map(({ kind }) => kind).filter((kind) => !said.has(kind))).toEqual([])
  })

  it('both languages name the same things', () => {
    const parts = (text: string): string[] => (text.match(/\{\w+\}/gu) ?? []).toSorted()
    const [zh, en] = [Object.entries(ENTRIES.zh), Object.values(ENTRIES.en)]
    expect(zh.map(([key, text]) => [key, parts(text)])).toEqual(
      zh.map(([key], at) => [key, parts(en[at] ?? '')]),
    )
  })

  it('a sentence may stand in another', () => {
    const what = { key: 'edit-text', params: { what: { word: 'text.summary' } } }
    expect(entryText('zh', { key: 'withdraw.undo', params: { what } })).toBe('撤销：修改总结')
  })

  it('a name of every object is no sentence', () => {
    expect(entryText('zh', { key: 'constructor', params: {} })).toBe('constructor')
  })
})
