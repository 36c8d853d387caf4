import { afterEach, expect, test } from 'vitest'
import { webSession, type WebSession } from '../web-session.ts'

const KEY = 'k'.repeat(43)
const opened: string[] = []
let web: WebSession | undefined
afterEach(async () => {
  await web?.close()
  web = undefined
  opened.length = 0
})

async function session(): Promise<WebSession> {
  web = await webSession({
    key: KEY,
    open: (file) => {
      opened.push(file)
      return Promise.resolve(file.endsWith('坏.huishu') ? '打不开' : '')
    },
  })
  return web
}

function knock(host: WebSession, headers: Record<string, string>, body = '{"file":null}') {
  const all = { host: host.host, 'content-type': 'application/json', ...headers }
  return host.send({ method: 'POST', path: '/enter', headers: all, body })
}

test('a second start with the key is let in, and its file is opened', async () => {
  const host = await session()
  const plain = await knock(host, { 'x-huishu-key': KEY })
  expect(JSON.parse(plain.body)).toEqual({
    url: `http://${host.host}/#token=${host.token}`,
    error: '',
  })
  const bad = await knock(host, { 'x-huishu-key': KEY }, '{"file":"/d/坏.huishu"}')
  expect(JSON.parse(bad.body)).toMatchObject({ error: '打不开' })
  expect(opened).toEqual(['/d/坏.huishu'])
})

test('nobody else is: no key, the page’s own token, a page of any origin, another name', async () => {
  const host = await session()
  const key = { 'x-huishu-key': KEY }
  expect((await knock(host, {})).status).toBe(401)
  expect((await knock(host, { 'x-huishu-key': host.token })).status).toBe(401)
  expect((await knock(host, { 'x-huishu-token': host.token })).status).toBe(401)
  expect((await knock(host, { ...key, origin: `http://${host.host}` })).status).toBe(403)
  expect((await knock(host, { ...key, origin: 'null' })).status).toBe(403)
  expect((await knock(host, { ...key, host: 'huishu.example' })).status).toBe(421)
  expect((await knock(host, { ...key, 'content-type': 'text/plain' })).status).toBe(403)
  const get = { method: 'GET', path: '/enter', headers: { host: host.host, ...key } }
  expect((await host.send(get)).status).toBe(405)
  expect(opened).toEqual([])
})

test('a host that lets nobody in has no such door', async () => {
  web = await webSession()
  expect((await knock(web, { 'x-huishu-key': KEY })).status).toBe(404)
})
