import { describe, expect, it } from 'vitest'
import type { Form } from '../../../src/shared/model.ts'
import { sheet } from '../../support/sheet.ts'
import { codes, context, COVER, figures, fill, read, taken } from '../intake/returned.ts'
import { learn, outline } from './blanks.ts'
import { SHAPES } from './county-shapes.ts'
import { STUBS } from './county-stubs.ts'
import { KINDS } from './county-kinds.ts'
import { FURTHER_TOPICS } from './county-further-topics.ts'
import { ODD_TOPICS } from './county-odd-topics.ts'
import { PRINTED } from './county-printed.ts'
import { TOPICS } from './county-topics.ts'

const ALL = Object.entries({
  ...STUBS,
  ...SHAPES,
  ...TOPICS,
  ...FURTHER_TOPICS,
  ...ODD_TOPICS,
  ...PRINTED,
  ...KINDS,
})

/** What each cell is, row by row: n number, t text, f formula, "." no item. */
function kinds(form: Form): string {
  const line = (row: number): string =>
    form.columns
      .map((_, column) => {
        const item = form.items.find((one) => one.row === row && one.column === column)
        if (item === undefined) return '.'
        return item.input ? item.kind.charAt(0) : 'f'
      })
      .join('')
  return form.rows.map((_, row) => line(row)).join(' ')
}

describe('a form as counties lay it out is learned from its blank', () => {
  it.each(ALL)('%s', (_, { blank, learned, kinds: wanted }) => {
    const forms = learn(blank)
    expect(forms.map(outline)).toEqual(learned)
    expect(forms.map(kinds)).toEqual(wanted)
  })
})

it('words to choose from and lines of notes are no card', () => {
  const options = sheet('字典', '公办\n民办\n普惠性民办\n其他部门办\n企业办')
  const notes = sheet(
    '说明',
    `填报说明 | <\n请先阅读\n一、本表由学校填写，不得漏项。\n二、按学年初数填写。\n三、有疑问请联系。`,
  )
  expect(learn(options, notes)).toEqual([])
})

describe('a clean copy of it is accepted without a question', () => {
  it.each(ALL)('%s', (_, { blank }) => {
    const within = context([blank])
    const { sheets, truth } = fill(within.forms, [blank], figures([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
    const reading = read([COVER, ...sheets], within)
    expect(taken(reading, within.forms)).toEqual(truth)
    expect([reading.status, codes(reading)]).toEqual(['accepted', []])
    expect(reading.tables.map(({ aligned }) => aligned)).toEqual(within.forms.map(() => 'exact'))
  })
})
