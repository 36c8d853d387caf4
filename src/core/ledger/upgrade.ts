import { z } from 'zod'
import { refOfKey } from '../../shared/finding-key.ts'
import type { Spoken } from './kind.ts'

const anything = z.unknown().optional()

/**
 * A line as the first version wrote it: one bag of fields for all kinds, `note` meaning another
 * thing in each.
 */
const firstForm = z.object({
  at: z.string(),
  person: z.string(),
  kind: z.string(),
  reason: z.string(),
  changes: anything,
  target: anything,
  note: z.string(),
  edit: anything,
  assign: anything,
  explain: z.object({ difference: anything }).optional(),
  ask: z.array(z.object({ key: z.string(), about: anything })).optional(),
  said: z.array(z.object({ key: z.string(), text: anything })).optional(),
  external: anything,
  link: z.object({ before: anything, now: anything }).optional(),
  lastYear: anything,
  text: anything,
  switched: anything,
  signOff: z.object({ sha256: anything }).optional(),
})
type FirstForm = z.infer<typeof firstForm>

/**
 * A stored line in today's form. Lines that are in it, and whatever is no line at all, come back
 * as they are: who reads them says what is wrong with them.
 */
export function upgraded(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || 'payload' in body || !('note' in body)) {
    return body
  }
  const read = firstForm.safeParse(body)
  if (!read.success) return body
  const { at, person, kind, reason } = read.data
  const payload = Object.hasOwn(PAYLOADS, kind) ? PAYLOADS[kind] : undefined
  // A kind that nobody knows keeps its word, and is refused by it.
  if (payload === undefined) return { at, person, kind, reason, of: [], payload: null }
  return { at, person, kind, reason, of: spokenOf(read.data), payload: payload(read.data) }
}

const file = ({ note }: FirstForm): unknown => ({ file: wholeNumber(note) })
const saidOf = ({ note, explain }: FirstForm): unknown => ({
  finding: refOfKey(note),
  difference: explain?.difference,
})

/** What each kind of the first version's lines holds. */
const PAYLOADS: Record<string, (line: FirstForm) => unknown> = {
  create: ({ note }) => ({ title: note }),
  receive: ({ note }) => ({ path: note, file: null }),
  adopt: ({ changes }) => ({ changes }),
  withdraw: ({ target, note }) => ({ entry: target, by: note === '' ? 'number' : note }),
  assign: ({ assign }) => assign,
  'edit-form': ({ edit }) => ({ edit }),
  person: ({ note }) => ({ name: note }),
  hold: file,
  'accept-file': file,
  'withdraw-file': file,
  'confirm-layout': ({ note }) => ({ form: note.split('|')[0], layout: note }),
  explain: saidOf,
  'withdraw-finding': saidOf,
  'edit-text': ({ note, text }) => ({ role: note, text }),
  ask: ({ ask }) => ({
    questions: ask?.map(({ key, about }) => ({ finding: refOfKey(key), about })),
  }),
  'take-explanations': ({ said }) => ({
    said: said?.map(({ key, text }) => ({ finding: refOfKey(key), text })),
  }),
  'edit-external': ({ note, external }) => ({ name: note, figure: external }),
  'link-schools': ({ note, link }) => ({ ...link, names: namesIn(note) }),
  'last-year': ({ note, lastYear }) => ({ source: note, sha256: lastYear }),
  controls: ({ note }) => ({ asset: note }),
  'switch-rule': ({ switched }) => switched,
  'sign-off': ({ note, signOff }) => ({ name: note, ...signOff }),
}

/** What those lines said by its hash already. */
function spokenOf({ lastYear, signOff }: FirstForm): Spoken[] {
  const sha256 = lastYear ?? signOff?.sha256
  return typeof sha256 === 'string' ? [{ what: 'asset', sha256 }] : []
}

function wholeNumber(text: string): unknown {
  return /^\d+$/u.test(text) ? Number(text) : text
}

/** "甲小学、乙小学 → 丙小学", "—" for nobody. */
function namesIn(note: string): { before: string[]; now: string[] } {
  const [before = '', now = ''] = note.split(' → ')
  const names = (side: string) => (side === '—' || side === '' ? [] : side.split('、'))
  return { before: names(before), now: names(now) }
}
