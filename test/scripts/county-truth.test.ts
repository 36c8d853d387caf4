import { describe, expect, it } from 'vitest'
import { bytesAt, openBook } from '../support/cells.ts'
import type { SeenCell } from '../support/cells.ts'
import { county } from '../support/county.ts'
import type { TruthValue } from '../../scripts/county/truth.ts'
import { CELL_MESS, LAYOUT_MESS } from '../../scripts/county/mess/kinds.ts'

const BLANK_MARKS = new Set(['', '-', '—', '/', '无', '空'])

/** Whether a person looking at the cell would agree with the truth. */
function agrees(cell: SeenCell | null, { state, returned }: TruthValue): boolean {
  // NFKC would make a digit of the 2 in ㎡.
  const text = String(cell?.v ?? '')
    .replaceAll('㎡', '')
    .normalize('NFKC')
  switch (state) {
    case 'number': {
      if (cell?.f !== undefined && cell.v === undefined) return true
      const digits = text.replace(/[^0-9.]/g, '')
      return digits !== '' && Number(digits) === Number(returned)
    }
    case 'text':
      return text === returned
    case 'blank':
      return cell === null || BLANK_MARKS.has(text)
    case 'na':
      return text === '*'
    case 'unreadable':
      return cell?.t === 'e' || cell?.z === 'm"月"d"日"' || !/^[\d.,\s]+$/.test(text)
    case 'missing':
      return false
  }
}

describe.each(['official', 'plain', 'own'] as const)('a made county in the %s style', (style) => {
  it('says of every cell what stands in the workbook', async () => {
    const { files, truth } = await county({ style })
    const books = new Map<string, ReturnType<typeof openBook>>()
    const wrong: TruthValue[] = []
    for (const one of truth.values) {
      if (one.state === 'missing') continue
      // A row that an old form lacks has no place.
      if (one.cell === null) {
        if (one.state !== 'blank') wrong.push(one)
        continue
      }
      const file = one.file ?? ''
      const book = books.get(file) ?? openBook(bytesAt(files, file))
      books.set(file, book)
      if (!agrees(book.cell(one.sheet ?? '', one.cell), one)) wrong.push(one)
    }
    expect(wrong).toEqual([])
    expect(books.size).toBe(truth.reported)
  })

  it('tells about every file that was sent, and about no other', async () => {
    const { files, truth } = await county({ style })
    const sent = [...files.keys()].filter((path) => path.startsWith('returns/'))
    const told = truth.files.map(({ file }) => file.replace(/\.zip\/.*$/, '.zip'))
    expect([...new Set(told)].toSorted()).toEqual(sent.toSorted())
  })

  it('has a return that counts for each school with values, and for no other', async () => {
    const { truth } = await county({ style })
    const counting = truth.files.filter(
      ({ status, school, reasons }) =>
        (status === 'accepted' || status === 'queried') &&
        school !== null &&
        !reasons.includes('closed-school'),
    )
    const reported = truth.values.filter((one) => one.state !== 'missing')
    expect(new Set(counting.map(({ school }) => school)).size).toBe(counting.length)
    expect(new Set(reported.map(({ school }) => school))).toEqual(
      new Set(counting.map(({ school }) => school)),
    )
    // Of the county's own forms every return arrives.
    expect(truth.reported < truth.expected).toBe(style !== 'own')
  })
})

it('makes every kind of mess in cells and layout of an official county', async () => {
  const { truth } = await county()
  const seen = new Set(truth.files.flatMap(({ mess }) => mess))
  expect([...CELL_MESS, ...LAYOUT_MESS].filter((kind) => !seen.has(kind))).toEqual([])
})

it('makes only the kinds of mess that were asked for', async () => {
  const { truth } = await county({ schools: 6, mess: { kinds: ['full-width'], rate: 0 } })
  expect(truth.files.flatMap(({ mess }) => mess)).toEqual(['full-width'])
  expect(truth.reported).toBe(6)
})
