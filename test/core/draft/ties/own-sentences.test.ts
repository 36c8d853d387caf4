import { expect, it } from 'vitest'
import { ownSentences } from '../../../../src/core/draft/ties/own-sentences.ts'
import type { OwnSummary } from '../../../../src/core/draft/ties/own-sentences.ts'

/** A summary in which `[id]` or `[id|form]` stands behind each quoted figure, in braces. */
function summary(drawn: string): OwnSummary {
  let text = ''
  const figures: OwnSummary['figures'][number][] = []
  for (const [, before = '', figure, id = '', form = 'value'] of drawn.matchAll(
    /([^{]*)(?:\{([^}]*)\}\[([^|\]]*)\|?([a-z]*)\])?/gu,
  )) {
    text += before
    if (figure === undefined) continue
    const kind = form === 'change' || form === 'plan-change' ? form : 'value'
    figures.push({ start: text.length, end: text.length + figure.length, id, form: kind })
    text += figure
  }
  return { text, figures }
}

/** What each figure of a draft, in braces, quotes. */
function quotes(own: OwnSummary, drawn: string): (string | null)[] {
  const spans: { start: number; end: number }[] = []
  const parts = drawn.split(/[{}]/u)
  let text = ''
  parts.forEach((part, at) => {
    if (at % 2 === 1) spans.push({ start: text.length, end: text.length + part.length })
    text += part
  })
  const of = ownSentences(own, text, spans)
  return spans.map((_, index) => {
    const quote = of(index)
    return quote === null ? null : `${quote.indicator} ${quote.quoting}`
  })
}

const OWN = summary(
  '## 一、小学\n全县小学{7所}[校数]，在校生{3,388人}[在校]，{比上年减少601人}[在校|change]。比计划{少1处}[改扩建|plan-change]。',
)

it('a sentence of the summary says of its figures what they quote, whatever they are by now', () => {
  const draft = '　　全县小学{8所}，在校生{3399人}，比上年减少{590人}。'
  expect(quotes(OWN, draft)).toEqual(['校数 value', '在校 value', '在校 change'])
})

it('another sentence says nothing, nor one that quotes a plan, nor a figure in words', () => {
  expect(quotes(OWN, '全县有小学{7所}。比计划少{1处}。')).toEqual([null, null])
  expect(quotes(OWN, '全县小学{七所}，在校生3388人，比上年减少601人。')).toEqual([null])
})

it('a sentence that stands twice with different placeholders says nothing', () => {
  const twice = summary(
    '在校生{12人}[小学]。\n在校生{13人}[初中]。\n教师{2人}[教师]。\n教师{2人}[教师]。',
  )
  expect(quotes(twice, '在校生{12人}。教师{3人}。')).toEqual([null, '教师 value'])
})
