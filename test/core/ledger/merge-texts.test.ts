import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergedTexts } from '../../../src/core/ledger/join/merge-texts.ts'

/** A rules.yaml of entries by id, each with a check; some on one line. */
type Rules = [id: string, check: string][]
const textOf = (rules: Rules): string =>
  `# 本县的规则\n${rules
    .map(([id, check], at) =>
      at % 3 === 0
        ? `- { title: 某, id: "${id}", check: "${check}" }\n`
        : `- id: ${id}\n  title: id 之外\n  check: ${check}\n`,
    )
    .join('')}`
const BASE: Rules = ['甲', '乙', '丙', '丁', '戊'].map((id) => [id, '0'])

type Deed = { at: number; does: 'edit' | 'delete' | 'add' }
const deeds = (who: string): fc.Arbitrary<Map<string, string | null>> =>
  fc
    .array(
      fc.record({
        at: fc.nat(4),
        does: fc.constantFrom<Deed['does']>('edit', 'delete', 'add'),
      }),
      { maxLength: 5 },
    )
    .map((all) => {
      const said = new Map<string, string | null>()
      all.forEach(({ at, does }, n) => {
        const id = BASE[at]?.[0] ?? ''
        if (does === 'add') said.set(`${who}${String(at)}`, `新${who}`)
        else said.set(id, does === 'delete' ? null : `${who}${String(n)}`)
      })
      return said
    })
const after = (said: Map<string, string | null>): Rules => [
  ...BASE.flatMap(([id, check]): Rules => {
    const now = said.get(id)
    return now === null ? [] : [[id, now ?? check]]
  }),
  ...[...said].flatMap(([id, check]): Rules =>
    check === null || BASE.some(([own]) => own === id) ? [] : [[id, check]],
  ),
]
/** Every entry on lines of its own, so that what stands around it is the same. */
const plain = (rules: Rules): string =>
  `# 头\n${rules.map(([id, check]) => `- id: ${id}\n  check: ${check}\n`).join('')}`

it('of two edited lists every entry that one of them changed is as that one has it, in either order', () => {
  fc.assert(
    fc.property(deeds('张'), deeds('李'), (left, right) => {
      const [one, other] = [after(left), after(right)]
      const merged = mergedTexts(plain(BASE), plain(one), plain(other))
      const back = mergedTexts(plain(BASE), plain(other), plain(one))
      const entries = (text = ''): string[] => text.split(/^(?=- )/mu).toSorted()
      expect(entries(merged?.first)).toEqual(entries(back?.second))
      expect(entries(merged?.second)).toEqual(entries(back?.first))
      const clashing = [...left.keys()].filter(
        (id) => right.has(id) && right.get(id) !== left.get(id),
      )
      expect(merged?.clashes.toSorted()).toEqual(clashing.toSorted())
      const wanted = (own: typeof left, others: typeof left): string[] =>
        entries(plain(after(new Map([...others, ...own]))))
      expect(entries(merged?.first)).toEqual(wanted(left, right))
      expect(entries(merged?.second)).toEqual(wanted(right, left))
    }),
    { numRuns: 200 },
  )
})

it('entries on one line and over several are known by their id', () => {
  const [one, other] = [textOf(BASE), textOf(BASE)]
  const first = one.replace('"甲", check: "0"', '"甲", check: "1"')
  const second = other.replace('id: 乙\n  title: id 之外', 'id: 乙\n  title: 改了题目')
  expect(mergedTexts(textOf(BASE), first, second)).toEqual({
    clashes: [],
    first: first.replace('id: 乙\n  title: id 之外', 'id: 乙\n  title: 改了题目'),
    second: first.replace('id: 乙\n  title: id 之外', 'id: 乙\n  title: 改了题目'),
  })
})

it('what is no list of entries is brought together only where each changed one passage apart', () => {
  const base = '# 总结\n\n一段\n\n二段\n\n三段\n'
  const merged = mergedTexts(base, base.replace('一段', '甲改'), base.replace('三段', '乙改'))
  expect(merged?.first).toBe('# 总结\n\n甲改\n\n二段\n\n乙改\n')
  expect(mergedTexts(base, base.replace('一段', '甲改'), base.replace('一段', '乙改'))).toBeNull()
  expect(mergedTexts(base, `${base}甲\n`, `${base}乙\n`)).toBeNull()
  expect(mergedTexts('', '- id: 甲\n', '- id: 乙\n')?.first).toBe('- id: 甲\n- id: 乙\n')
  // An entry without an id, one id twice, another order: nobody knows which is which.
  const list = '- { list: 甲, column: 乙 }\n- id: 丙\n'
  expect(mergedTexts(list, list.replace('乙', '丁'), list.replace('乙', '戊'))).toBeNull()
  const two = '- id: 甲\n- id: 乙\n'
  expect(mergedTexts(two, '- id: 乙\n- id: 甲\n', `${two}- id: 丙\n`)).toBeNull()
})
