import { expect, it } from 'vitest'
import { codes, context, COVER, read, taken } from '../intake/returned.ts'
import { sheet } from '../../support/sheet.ts'

/** One table on two sheets of a blank, for the two parts of a school. */
const art = (of: (at: number) => string): string => `
  寄宿情况统计表 | < | <
  项目 | 男 | 女
  住校 | ${of(1)} | ${of(2)}
  走读 | ${of(3)} | ${of(4)}
`
const PARTS = ['初中部', '高中部']
const within = context(
  PARTS.map((name) =>
    sheet(
      name,
      art(() => ''),
    ),
  ),
)
const sent = (names: string[]) =>
  names.map((name, part) =>
    sheet(
      name,
      art((at) => String(10 * (part + 1) + at)),
    ),
  )

it('the same table on two sheets is two tables, told apart by the sheets\u2019 names in any order', () => {
  expect(within.forms.map(({ id }) => id)).toEqual(PARTS)
  const reading = read([COVER, ...sent(['高中部', '初中部'])], within)
  expect([reading.status, codes(reading)]).toEqual(['accepted', []])
  expect(taken(reading, within.forms)).toMatchObject({ '高中部[01,1]': '11', '初中部[01,1]': '21' })
})

it('on sheets that were renamed neither is taken for the other without a word', () => {
  const reading = read([COVER, ...sent(['Sheet1', 'Sheet2'])], within)
  expect(reading.status).toBe('queried')
  expect(codes(reading)).toEqual(['unsure-table', 'unsure-table'])
})
