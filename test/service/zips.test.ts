import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeZip, type Packed } from '../main/zip-maker.ts'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'

/** Zips as they are dropped on the window: with good returns and with what is none. */
const at = desk()
let returns: Packed[] = []

beforeAll(async () => {
  const { files } = await county({ seed: 13, schools: 6, mess: false })
  const rest = new Map([...files].filter(([path]) => !path.startsWith('returns/')))
  returns = [...files]
    .filter(([path]) => path.startsWith('returns/'))
    .map(([path, content]) => ({ name: Buffer.from(path.slice(8)), content, flags: 0x800 }))
  await at.open(rest)
})
afterAll(() => at.close())

const named = (name: string, content: Uint8Array, flags = 0x800): Packed => ({
  name: Buffer.from(name),
  content,
  flags,
})

it('receives every good return of a batch, and names each bad member', async () => {
  const [first, second] = returns
  if (first === undefined || second === undefined) throw new Error('no returns')
  let nested = makeZip([named('z.xlsx', new Uint8Array(900_000))])
  for (let depth = 0; depth < 50; depth += 1) nested = makeZip([named('in.zip', nested)])
  const parcel = makeZip([
    first,
    named('加密.xlsx', second.content, 0x801),
    named('炸弹.xlsx', new Uint8Array(8 * 2 ** 20)),
    named('套娃.zip', nested),
    named('镇里.zip', makeZip(returns.slice(1))),
  ])
  const files = await at.give([['一批.zip', parcel]])
  await at.finish((await at.service.importFiles({ files })).job)
  const rows = await at.service.files({})
  const taken = rows.filter(({ status }) => status === 'accepted' || status === 'queried')
  expect(taken).toHaveLength(returns.length)
  const refused = rows.filter((row) => !taken.includes(row))
  expect(
    refused.map(({ path, status, reasons }) => [path, status, reasons.map(({ code }) => code)]),
  ).toEqual([
    ['一批.zip/加密.xlsx', 'rejected', ['encrypted']],
    ['一批.zip/套娃.zip/in.zip', 'rejected', ['too-large']],
    ['一批.zip/炸弹.xlsx', 'rejected', ['too-large']],
  ])
})

it('is cancelled while the zips are still being opened, and says what was not read', async () => {
  const before = await at.service.files({})
  const batch = Array.from({ length: 300 }, (_, n): readonly [string, Uint8Array] => [
    `第${String(n)}批.zip`,
    makeZip([named('in.zip', makeZip(returns))]),
  ])
  const files = await at.give(batch)
  const { job } = await at.service.importFiles({ files })
  await at.service.cancelJob({ id: job })
  const state = async () => (await at.service.job({ id: job })).state
  await expect.poll(state, { timeout: 30_000 }).toBe('cancelled')
  expect(await at.service.files({})).toEqual(before)
  expect((await at.service.overview({})).unread).toBe(300)
})
