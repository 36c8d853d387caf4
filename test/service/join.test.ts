import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'

/** Two clerks work on two copies of one real collection; the files are joined, what they say otherwise is decided. */
const at = desk()
const ITEM = '教基4149[01,1]'
const OTHER = '教基4149[02,1]'
let first = ''
let second = ''
let school = ''
let another = ''

const use = (path: string) =>
  at.service.openCollection({ grant: at.ports.grants.collectionGrant(path) })
const adopted = async (item: string, whose = school): Promise<string> =>
  (await at.service.cell({ school: whose, item })).adopted.value
const put = (item: string, value: string, reason: string) =>
  at.service.adopt({ changes: [{ school, item, value }], reason })

beforeAll(async () => {
  const { files } = await county({ seed: 21, schools: 4, mess: false })
  const isReturn = (path: string): boolean => path.includes('returns/')
  const returns = [...files].filter(([path]) => isReturn(path))
  await at.open(new Map([...files].filter(([path]) => !returns.slice(2).some(([p]) => p === path))))
  first = at.service.current().store.path
  second = join(at.folder, '另一台.huishu')
  const rows = await at.service.files({})
  const with4149 = rows.filter((row) => row.tables.some(({ form }) => form === '教基4149'))
  school = with4149[0]?.school ?? ''
  at.service.current().store.copyTo(second)
  const send = async (some: typeof returns): Promise<void> => {
    const { job } = await at.service.importFiles({ files: await at.give(some) })
    await at.finish(job)
  }
  // One clerk.
  await at.service.setPerson({ person: '甲' })
  await send(returns.slice(2, 3))
  await put(ITEM, '41', '电话核实甲')
  await put(OTHER, '7', '只有甲改')
  await at.service.addComment({ school, item: ITEM, text: '甲的批注', follow: false })
  await rules('甲', '甲的规则')
  // The other one.
  await use(second)
  await at.service.setPerson({ person: '乙' })
  await send(returns.slice(3, 4))
  await put(ITEM, '43', '电话核实乙')
  await at.service.addComment({ school, item: null, text: '乙的批注', follow: true })
  await rules('乙', '乙的规则')
  another = String((await at.service.files({})).length)
  await use(first)
}, 60_000)
afterAll(() => at.close())

/** A clerk writes a rule, and changes one that both change. */
async function rules(person: string, id: string): Promise<void> {
  const own = { title: id, severity: 'query', when: '', tolerance: '', source: '' } as const
  const write = (rule: string, check: string) =>
    at.service.saveRule({ rule: { ...own, id: rule, check }, replaces: null, reason: person })
  await write(id, `${ITEM} >= 0`)
  await write('两边都写', `${ITEM} >= ${person === '甲' ? '1' : '2'}`)
}

async function joinWith(path: string) {
  return at.service.joinCollection({ grant: at.ports.grants.collectionGrant(path) })
}

const figures = async (): Promise<string> => {
  const { forms, schools } = at.service.current()
  const cells = schools.flatMap(({ id }) =>
    forms.map((form) =>
      form.items.map((_, index) => at.service.current().adopted(id, form, index).value).join(','),
    ),
  )
  return cells.join('\n')
}

it('joined, everything of both is there, and the record holds', async () => {
  const { overview, found } = await joinWith(second)
  expect(found.conflicts).toBe(2)
  expect(overview.joinConflicts).toBe(2)
  const files = await at.service.files({})
  expect(files.length).toBe(Number(another) + found.first.files)
  expect(await adopted(OTHER)).toBe('7')
  const texts = (await at.service.comments({})).map(({ text }) => text)
  expect(texts.toSorted()).toEqual(['乙的批注', '甲的批注'])
  expect((await at.service.verify({})).troubles).toEqual([])
})

it('what both settled otherwise is decided by a person, and the decision taken back', async () => {
  const [text, one] = (await at.service.joinConflicts({})).toSorted((a, b) =>
    a.matter < b.matter ? 1 : -1,
  )
  expect([text?.matter, text?.decided, one?.decided]).toEqual(['text:rules', false, false])
  // Whichever is taken, the rules that only one of them wrote are there.
  const has = async (id: string): Promise<boolean> =>
    ((await at.service.text({ role: 'rules' })).text ?? '').includes(id)
  for (const side of [0, 1] as const) {
    await at.service.decideConflict({ join: text?.join ?? 0, matter: 'text:rules', side })
    const own = text?.sides[side].reason.startsWith('甲') === true ? '>= 1' : '>= 2'
    expect(await Promise.all(['甲的规则', '乙的规则', own].map(has))).toEqual([true, true, true])
    expect((await at.service.undo({})).joinConflicts).toBe(2)
  }
  await at.service.decideConflict({ join: text?.join ?? 0, matter: 'text:rules', side: 0 })
  expect(one).toMatchObject({ matter: `cell:${school}|${ITEM}`, holds: 1, decided: false })
  // What was said within one second has no order of its own: either may be the later one.
  const said = new Map([
    ['甲', '41'],
    ['乙', '43'],
  ])
  const sides = one?.sides.map(({ person, reason }) => [person, reason]) ?? []
  expect(new Map(sides.map(([person, reason]) => [person, reason]))).toEqual(
    new Map([
      ['甲', '电话核实甲'],
      ['乙', '电话核实乙'],
    ]),
  )
  const [earlier, later] = sides.map(([person = '']) => said.get(person))
  expect(await adopted(ITEM)).toBe(later)
  const { join: entry = 0, matter = '' } = one ?? {}
  const after = await at.service.decideConflict({ join: entry, matter, side: 0 })
  expect([await adopted(ITEM), after.joinConflicts]).toEqual([earlier, 0])
  const undone = await at.service.undo({})
  expect([await adopted(ITEM), undone.joinConflicts]).toEqual([later, 1])
  await put(ITEM, '44', '两边都不对')
  expect((await at.service.overview({})).joinConflicts).toBe(0)
  await at.service.undo({})
})

it('the other way round it is the same, and joined with one of them again too', async () => {
  const here = await figures()
  const joined = at.service.current().store.path
  await use(second)
  await joinWith(first)
  expect(await figures()).toBe(here)
  const again = await joinWith(joined)
  // Both joins named the matter; it is one matter to decide.
  expect([await figures(), again.overview.joinConflicts]).toEqual([here, 1])
})

it('what did not come from one collection is refused', async () => {
  const { files } = await county({ seed: 21, schools: 4, mess: false })
  await at.service.closeCollection({})
  await at.open(new Map([...files].filter(([path]) => !path.includes('returns/'))))
  await expect(joinWith(second)).rejects.toMatchObject({ code: 'not-one-collection' })
})
