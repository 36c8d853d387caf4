import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePoints } from '../../../src/shared/code-points.ts'
import { fillSummary } from '../../../src/core/summary/fill.ts'
import { paragraphsOf, plainText } from '../../../src/core/summary/document.ts'
import { asksForBalance, piecesOf } from '../../../src/core/summary/placeholders.ts'
import { withBalance } from '../../../src/shared/balance-note.ts'
import { library, quoted } from './quoted.ts'

const find = library(
  quoted('园数', { unit: '所', now: ['26'], before: '25' }),
  quoted('幼儿', { now: ['2300'], before: '2998' }),
  quoted('无值', { now: ['1', '0'] }),
)

test('every placeholder becomes its figure; everything else stays to the last character', () => {
  const text = '# 总结\r\n\n　　全县有{园数}，{园数|比上年}；幼儿{幼儿|数值}名。\n'
  const filled = fillSummary(text, find)
  expect(filled.text).toBe('# 总结\r\n\n　　全县有26所，比上年增加1所；幼儿2300名。\n')
  expect(filled.figures.map(({ id, form, text: said }) => [id, form, said])).toEqual([
    ['园数', 'value', '26所'],
    ['园数', 'change', '比上年增加1所'],
    ['幼儿', 'number', '2300'],
  ])
})

test('an unknown placeholder stays as written and is listed with its place', () => {
  const filled = fillSummary('一\n有𠮷{园树}和{园数|同去}，{ 园数 }。', find)
  expect(filled.text).toBe('一\n有𠮷{园树}和{园数|同去}，26所。')
  expect(filled.unknown).toEqual([
    { written: '{园树}', why: 'indicator', line: 2, column: 3 },
    { written: '{园数|同去}', why: 'form', line: 2, column: 8 },
  ])
})

test('a figure that is undefined is marked, not left out', () => {
  const { text, figures } = fillSummary('占{无值}。', find)
  expect(text).toBe('占【无值（名称）：分母为0，无法计算】。')
  expect(figures[0]?.lack).toBe('zero-denominator')
})

test('figures in headings are figures like others', () => {
  const filled = fillSummary('## 幼儿园{园数}\n\n　　**在园{幼儿}**，好。\n', find)
  const paragraphs = paragraphsOf(filled)
  expect(paragraphs).toEqual([
    {
      level: 1,
      runs: [
        { text: '幼儿园', bold: false, figure: null },
        { text: '26所', bold: false, figure: 0 },
      ],
    },
    {
      level: null,
      runs: [
        { text: '在园', bold: true, figure: null },
        { text: '2300人', bold: true, figure: 1 },
        { text: '，好。', bold: false, figure: null },
      ],
    },
  ])
  expect(plainText(paragraphs)).toEqual({
    text: '幼儿园26所\n在园2300人，好。',
    figures: [
      { figure: 0, start: 3, end: 6 },
      { figure: 1, start: 9, end: 14 },
    ],
  })
})

test('an unclosed brace and an empty one are text', () => {
  const text = '集合{园数\n和{}，{|数值}'
  expect(fillSummary(text, find)).toMatchObject({ text, figures: [], unknown: [] })
})

test('a note to the program is no part of the text', () => {
  const text = withBalance('一{园数}\n', true)
  expect(asksForBalance(text)).toBe(true)
  expect(fillSummary(text, find).text).toBe('一26所\n')
  expect(withBalance(text, false)).toBe('一{园数}\n')
  expect(asksForBalance('文中的<!-- 舍位平衡 -->不算')).toBe(false)
})

const piece = fc.oneof(
  fc.constantFrom('{园数}', '{幼儿|比上年}', '{幼儿|数值}', '{无值}', '{不认得}', '**', '\n', '# '),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('𠮷', '。', '，', '　　', '{', '}', '|'),
)
const anyText = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''))

test('pieces put together again are the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const again = piecesOf(text).map((one) =>
        one.kind === 'text' ? one.text : one.kind === 'placeholder' ? one.written : null,
      )
      fc.pre(!again.includes(null))
      expect(again.join('')).toBe(text)
    }),
  )
})

test('each figure stands in the text, and in the plain text, where it is said to stand', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const filled = fillSummary(text, find)
      const characters = codePoints(filled.text)
      for (const { start, end, text: said, sentence } of filled.figures) {
        expect(characters.slice(start, end).join('')).toBe(said)
        const span = filled.sentences[sentence]
        expect(span !== undefined && span.start <= start && span.end >= end).toBe(true)
      }
      const plain = plainText(paragraphsOf(filled))
      expect(plain.figures.map(({ figure }) => figure)).toEqual(filled.figures.map((_, i) => i))
      for (const { figure, start, end } of plain.figures) {
        expect(codePoints(plain.text).slice(start, end).join('')).toBe(filled.figures[figure]?.text)
      }
    }),
  )
})
