import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptLog } from '../support/kept-log.ts'
import { startWebHost } from '../../src/main/web.ts'
import { webSession, type WebSession } from './web-session.ts'

let web: WebSession
beforeAll(async () => {
  web = await webSession()
})
afterAll(() => web.close())

const octets = () => ({ ...web.own, 'content-type': 'application/octet-stream' })

test('the address is on this machine, with a secret behind "#"', () => {
  expect(web.host).toMatch(/^127\.0\.0\.1:\d+$/u)
  expect(Buffer.from(web.token, 'base64url')).toHaveLength(32)
})

test('the page comes without a token, with a policy and a nonce', async () => {
  const answer = await web.send({ path: '/?x=1' })
  expect(answer.status).toBe(200)
  expect(answer.body).toMatch(/^page [\w+/=]{24}$/u)
  expect(answer.headers['content-security-policy']).toContain(answer.body.slice(5))
})

test('a call answers with the Result of the service', async () => {
  const body = JSON.stringify({ person: '甲' })
  const answer = await web.send({ method: 'POST', path: '/api/setPerson', headers: web.own, body })
  expect([answer.status, JSON.parse(answer.body)]).toEqual([
    200,
    { ok: true, value: { person: '甲' } },
  ])
})

test('an error of the service is a Result too', async () => {
  const answer = await web.send({
    method: 'POST',
    path: '/api/overview',
    headers: { ...web.own, 'content-type': 'application/json; charset=utf-8' },
    body: '{}',
  })
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.body)).toEqual({
    ok: false,
    error: { code: 'no-collection', params: {} },
  })
})

test('an upload gives a grant that opens to the same bytes', async () => {
  const answer = await web.send({
    method: 'POST',
    path: `/upload?name=${encodeURIComponent('returns/一小 报表.xlsx')}&modified=1757000000000`,
    headers: octets(),
    body: Buffer.from([0, 1, 2, 255]),
  })
  const { grant } = JSON.parse(answer.body) as { grant: string }
  const [file] = await web.grants.open([{ grant, path: 'returns/一小 报表.xlsx' }])
  expect(file?.path).toBe('returns/一小 报表.xlsx')
  expect([...((await file?.bytes()) ?? [])]).toEqual([0, 1, 2, 255])
  expect(file?.modifiedAt).toBe('2025-09-04T15:33:20.000Z')
})

test('an uploaded collection is kept with the others and never takes the place of one', async () => {
  const kept = join(web.root, 'data', '县.huishu')
  const paths: string[] = []
  for (let n = 0; n < 2; n++) {
    const path = `/upload?name=${encodeURIComponent('县.huishu')}`
    const answer = await web.send({ method: 'POST', path, headers: octets(), body: `${n}` })
    const { grant } = JSON.parse(answer.body) as { grant: string }
    paths.push(web.grants.collectionPath(grant))
  }
  expect(paths).toEqual([kept, join(web.root, 'data', '县 (2).huishu')])
  expect(paths.every((path) => existsSync(path))).toBe(true)
})

test('an export is downloaded under its own name', async () => {
  const output = web.grants.newOutput('汇总表.xlsx')
  writeFileSync(output.path, '数')
  const { own } = web
  const answer = await web.send({ path: `/download/${output.grant}`, headers: own })
  expect([answer.status, answer.body]).toEqual([200, '数'])
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename*=UTF-8''%E6%B1%87%E6%80%BB%E8%A1%A8.xlsx`,
  )
  // Never shown in the page, whatever its name ends in.
  expect(answer.headers['content-type']).toBe('application/octet-stream')
})

test('a port that is taken is said at once', async () => {
  const port = Number(web.host.split(':')[1])
  const place = {
    service: web.api,
    grants: web.grants,
    rendererFolder: web.root,
    port,
    log: keptLog(),
  }
  await expect(startWebHost(place)).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
