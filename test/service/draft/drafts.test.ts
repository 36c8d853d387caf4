import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { county } from '../../support/county.ts'
import { commentsIn, docxOf } from '../../main/document/comments/docx.ts'
import { desk } from '../desk.ts'

/** Versions of the office's draft over a made county: kept, tied, let stand, compared, given back. */
const at = desk()
const basis = 'adopted'
let pupils = 0

beforeAll(async () => {
  const { files } = await county({ seed: 11, schools: 24, mess: false })
  await at.open(files)
  const { indicators } = await at.service.summary({ basis, text: null })
  const own = indicators.find(({ id }) => id === '小学在校生数')
  pupils = Number.parseInt(own?.value ?? '', 10)
})
afterAll(() => at.close())

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))

async function keep(name: string, bytes: Uint8Array): Promise<void> {
  await at.service.keepDraft({ files: await at.give([[name, bytes]]) })
}

async function view(entry: number | null = null) {
  const found = await at.service.draft({ entry, basis })
  if (found === null) throw new Error('no draft')
  return found
}

async function written(job: number): Promise<Uint8Array> {
  const state = await at.finish(job)
  return new Uint8Array(
    readFileSync(at.ports.grants.output(state?.output?.grant ?? '')?.path ?? ''),
  )
}

it('there is none before one is taken in, and what cannot be read is not taken in', async () => {
  expect(await at.service.draft({ entry: null, basis })).toBeNull()
  const { revision } = await at.service.overview({})
  await expect(keep('坏的.docx', utf8('PK\u0003\u0004坏'))).rejects.toMatchObject({
    code: 'draft-damaged',
  })
  expect((await at.service.overview({})).revision).toBe(revision)
})

it('a version is kept with who and when; the same text again is no new one; taking back leaves the one before', async () => {
  await at.service.setPerson({ person: '统计员' })
  await keep('一稿.txt', utf8(`全县小学在校生${String(pupils + 9)}人。`))
  await keep('一稿.txt', utf8(`全县小学在校生${String(pupils + 9)}人。`))
  expect((await view()).versions.map(({ name, person }) => [name, person])).toEqual([
    ['一稿.txt', '统计员'],
  ])
  await keep('二稿.txt', utf8(`全县小学在校生${String(pupils)}人，教师88人。`))
  expect((await view()).version.name).toBe('二稿.txt')
  await at.service.undo({})
  expect((await view()).version.name).toBe('一稿.txt')
  await at.service.redo({})
  expect((await view()).versions.map(({ name }) => name)).toEqual(['二稿.txt', '一稿.txt'])
})

it('each version stands for itself, and two are compared', async () => {
  const [after, before] = (await view()).versions
  expect((await view(before?.entry ?? 0)).states).toEqual(['doubtful'])
  expect((await view(after?.entry ?? 0)).states[0]).toBe('tied')
  const found = await at.service.compareDrafts({
    before: before?.entry ?? 0,
    after: after?.entry ?? 0,
  })
  expect(
    found.changes.map(({ kind, before: was, after: is }) => [kind, was?.text, is?.text]),
  ).toEqual([
    ['changed', `${String(pupils + 9)}人`, `${String(pupils)}人`],
    ['appeared', undefined, '88人'],
  ])
  await expect(at.service.draft({ entry: 9_999, basis })).rejects.toMatchObject({
    code: 'no-such-entry',
  })
})

it('a tie said by a person holds in the next version; taken back, the words decide again', async () => {
  const { version } = await view()
  const choices = await at.service.draftChoices({ entry: version.entry, basis, figure: 0 })
  expect(choices[0]?.key).toBe('indicator:小学在校生数')
  await at.service.tieFigure({ entry: version.entry, basis, figure: 0, to: null, reason: '' })
  expect((await view()).ties[0]?.verdict).toBe('refused')
  await keep('三稿.txt', utf8(`一年来成绩显著。全县小学在校生${String(pupils + 1)}人，教师88人。`))
  expect((await view()).ties[0]?.verdict).toBe('refused')
  const third = (await view()).version.entry
  const to = 'indicator:小学在校生数'
  await at.service.tieFigure({ entry: third, basis, figure: 0, to, reason: '' })
  expect((await view()).ties[0]).toMatchObject({ by: 'person', verdict: 'differs' })
  await at.service.undo({})
  expect((await view()).ties[0]?.verdict).toBe('refused')
  await at.service.redo({})
  const unknown = { entry: third, basis, figure: 0, to: 'indicator:没有', reason: '' } as const
  await expect(at.service.tieFigure(unknown)).rejects.toMatchObject({ code: 'no-such-item' })
})

it('a doubt is let stand only for a reason, until its figure reads otherwise', async () => {
  const seen = await view()
  const doubts = seen.doubts.map(({ key }) => key)
  const { entry } = seen.version
  expect(doubts).toHaveLength(1)
  await expect(
    at.service.ignoreDoubts({ entry, basis, doubts, reason: ' ' }),
  ).rejects.toMatchObject({ code: 'reason-missing' })
  await at.service.ignoreDoubts({ entry, basis, doubts, reason: '含借读生' })
  expect((await view()).doubts[0]?.ignored?.reason).toBe('含借读生')
  expect((await view()).states[0]).toBe('ignored')
  await keep('四稿.txt', utf8(`全县小学在校生${String(pupils + 1)}人，教师88人。一年来成绩显著。`))
  expect((await view()).states[0]).toBe('ignored')
  await keep('五稿.txt', utf8(`全县小学在校生${String(pupils + 2)}人，教师88人。`))
  expect((await view()).states[0]).toBe('doubtful')
})

it('a text that came as plain text cannot be given back with comments; a .docx can', async () => {
  const { version } = await view()
  const asked = { entry: version.entry, basis, as: 'comments', lang: 'zh' } as const
  await expect(at.service.exportDraft(asked)).rejects.toMatchObject({ code: 'not-a-draft' })
  const line = `全县小学在校生${String(pupils + 2)}人，初中另计。`
  await keep('六稿.docx', docxOf(`<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`))
  const { entry } = (await view()).version
  const { job } = await at.service.exportDraft({ entry, basis, as: 'comments', lang: 'zh' })
  const { ranges, said } = commentsIn(await written(job))
  expect(Object.values(ranges)).toEqual([`${String(pupils + 2)}人`])
  expect(Object.values(said)[0]).toContain(`为${String(pupils)}人`)
})

it('the report and the list of a draft are workbooks with what was found', async () => {
  const { entry } = (await view()).version
  for (const as of ['report', 'list'] as const) {
    const { job } = await at.service.exportDraft({ entry, basis, as, lang: 'zh' })
    expect(Array.from((await written(job)).subarray(0, 2))).toEqual([0x50, 0x4b])
  }
})

it('while a long text is held against the data, others have their turn', async () => {
  await keep('长.txt', utf8('全县有小学26所，在校生12041人，比上年增加18人。'.repeat(700)))
  await view()
  // What the text says by itself is known now: only its ties are made anew.
  let turns = 0
  const timer = setInterval(() => (turns += 1), 1)
  await at.service.draft({ entry: null, basis: 'returned' })
  clearInterval(timer)
  expect(turns).toBeGreaterThan(1)
})
