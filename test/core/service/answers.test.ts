import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Reply } from '../../../src/core/model/reply.ts'
import { answersOf, repliesOf } from '../../../src/core/service/findings/answers.ts'
import { CONFIG, received } from '../intake/files.ts'
import { open } from './opened.ts'

interface Sent {
  text: string
  askedAt: string
  receivedAt: string
  modifiedAt: string | null
}

const FIRST: Sent = {
  text: '',
  askedAt: '2025-09-20T08:00:00Z',
  receivedAt: '2025-09-21T08:00:00Z',
  modifiedAt: '2025-09-21T07:00:00Z',
}

/** Replies of one school to one question, received in this order; the text of each in the order of their counting. */
function counting(sent: Sent[]): { order: string[]; counts: string | undefined } {
  const { collection } = open()
  for (const { text, askedAt, receivedAt, modifiedAt } of sent) {
    const answers = [{ key: '问', text, cells: [] }]
    const { title, county, schoolYear } = CONFIG
    const reply: Reply = {
      title,
      county,
      schoolYear,
      school: 's1',
      askedAt,
      sent: [],
      questions: 1,
      answers,
    }
    const bytes = new TextEncoder().encode(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const { id: _, ...file } = received(0, { path: `${text}.xlsx`, modifiedAt })
    const reading = { ...file.reading, reply }
    const stored = { ...file, sha256, receivedAt, reading }
    collection.addFile(collection.store.addFile(stored, bytes))
  }
  collection.refresh()
  const order = repliesOf(collection).map(({ reply }) => reply.answers[0]?.text ?? '')
  return { order, counts: answersOf(collection).get('问')?.text }
}

it.each<[string, Partial<Sent>, Partial<Sent>]>([
  [
    'to the latest workbook, though received first',
    { askedAt: '2025-09-20T08:00:01Z', receivedAt: '2025-09-21T08:00:00Z' },
    { askedAt: '2025-09-20T08:00:00Z', receivedAt: '2025-09-29T08:00:00Z' },
  ],
  [
    'received last of those to one workbook, though written first',
    { receivedAt: '2025-09-21T08:00:01Z', modifiedAt: '2025-09-01T08:00:00Z' },
    { receivedAt: '2025-09-21T08:00:00Z', modifiedAt: '2025-09-02T08:00:00Z' },
  ],
  [
    'written last of those received together',
    { modifiedAt: '2025-09-21T07:00:01Z' },
    { modifiedAt: '2025-09-21T07:00:00Z' },
  ],
  ['whose time of writing is known', {}, { modifiedAt: null }],
])('of two replies the one counts that is %s', (_, later, earlier) => {
  const [a, b] = [
    { ...FIRST, ...later, text: 'later' },
    { ...FIRST, ...earlier, text: 'earlier' },
  ]
  const wanted = { order: ['earlier', 'later'], counts: 'later' }
  expect(counting([a, b])).toEqual(wanted)
  expect(counting([b, a])).toEqual(wanted)
})

it('of two replies of the same times the one counts that came in last', () => {
  const [a, b] = [
    { ...FIRST, text: 'a' },
    { ...FIRST, text: 'b' },
  ]
  expect(counting([a, b]).counts).toBe('b')
  expect(counting([b, a]).counts).toBe('a')
})
