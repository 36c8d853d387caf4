import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findFigures } from '../../../../src/core/draft/find-figures.ts'
import { compareVersions } from '../../../../src/core/draft/versions/compare.ts'

const version = (text: string) => ({ text, figures: findFigures(text) })

/** Each change as "kind: before → after". */
function changes(before: string, after: string): string[] {
  const [was, is] = [version(before), version(after)]
  return compareVersions(was, is).changes.map((one) => {
    const said = (figures: typeof was.figures, index: number | null): string =>
      index === null ? '—' : (figures[index]?.text ?? '?')
    return `${one.kind}: ${said(was.figures, one.before)} → ${said(is.figures, one.after)}`
  })
}

const TEXT = '全县有小学26所，在校生12041人，比上年减少251人。新建校舍3栋，投资1.2亿元。'

it('the same text has no changes, whatever its line breaks and indents', () => {
  expect(changes(TEXT, TEXT)).toEqual([])
  expect(changes(TEXT, `　　${TEXT.replace('。新', '。\n　　新')}`)).toEqual([])
})

it('a figure that reads otherwise is changed, also where only its direction is another', () => {
  expect(changes(TEXT, TEXT.replace('12041', '12401'))).toEqual(['changed: 12041人 → 12401人'])
  expect(changes(TEXT, TEXT.replace('减少', '增加'))).toEqual(['changed: 251人 → 251人'])
})

it('what is new has appeared, what is gone has vanished, and the rest is found where it went', () => {
  const after = '新建校舍3栋，投资1.2亿元，惠及学生800人。全县有小学26所，比上年减少251人。'
  expect(changes(TEXT, after)).toEqual(
    expect.arrayContaining(['appeared: — → 800人', 'vanished: 12041人 → —']),
  )
  expect(changes(TEXT, after)).toHaveLength(2)
})

it('a number that happens to stand in another sentence is not the one that is gone', () => {
  const before = '全县有小学26所。教学点4个。'
  const after = '全县有小学26所。评出先进个人4个。'
  expect(changes(before, after)).toEqual(['appeared: — → 4个', 'vanished: 4个 → —'])
})

it('every figure of both versions is told once', () => {
  const sentence = fc.constantFrom(
    '小学26所。',
    '初中9所。',
    '在校生1204人。',
    '新建校舍3栋。',
    '投资2.5亿元。',
    '占39.09%。',
  )
  const text = fc.array(sentence, { maxLength: 8 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [was, is] = [version(before), version(after)]
      const { same, changes: found } = compareVersions(was, is)
      const changed = found.filter(({ kind }) => kind === 'changed').length
      const appeared = found.filter(({ kind }) => kind === 'appeared').length
      const vanished = found.filter(({ kind }) => kind === 'vanished').length
      expect(same + changed + appeared).toBe(is.figures.length)
      expect(same + changed + vanished).toBe(was.figures.length)
    }),
  )
})
