import { existsSync, readdirSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fileBody, MOST_JSON, MOST_UPLOAD } from '../../src/main/http/body.ts'
import { webSession, type WebSession } from '../main/web-session.ts'

let web: WebSession
beforeAll(async () => {
  web = await webSession()
})
afterAll(() => web.close())
beforeEach(() => {
  web.api.calls.length = 0
})

const call = (headers: Record<string, string>, path = '/api/about', body = '{}') =>
  web.send({ method: 'POST', path, headers, body })

function without(name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(web.own).filter(([key]) => key !== name))
}

test('the page itself may call: the refusals below are about what is changed in each', async () => {
  expect((await call(web.own)).status).toBe(200)
  expect(web.api.calls).toHaveLength(1)
})

test.each(['attacker.example', 'localhost', '127.0.0.1', '127.0.0.1:1'])(
  'DNS rebinding: a foreign name that leads to 127.0.0.1 gets nothing (Host "%s")',
  async (name) => {
    const host = name === 'localhost' ? web.host.replace('127.0.0.1', name) : name
    expect((await call({ ...web.own, host })).status).toBe(421)
    expect((await web.send({ path: '/', headers: { host } })).status).toBe(421)
    expect(web.api.calls).toEqual([])
  },
)

test('an empty Host gets nothing', async () => {
  expect(await raw('GET / HTTP/1.1\r\nHost:\r\n\r\n')).toContain('421')
})

test('a page of another site posts to us: foreign Origin', async () => {
  for (const origin of ['https://attacker.example', 'null', 'http://127.0.0.1', '']) {
    expect((await call({ ...web.own, origin })).status).toBe(403)
  }
  expect((await call(without('origin'))).status).toBe(403)
  expect(web.api.calls).toEqual([])
})

test('a form of another site posts text that looks like JSON', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    expect((await call({ ...web.own, 'content-type': type })).status).toBe(403)
  }
  expect((await call(without('content-type'))).status).toBe(403)
  expect(web.api.calls).toEqual([])
})

test('another program of this machine calls without the token', async () => {
  expect((await call(without('x-huishu-token'))).status).toBe(401)
  expect((await web.send({ path: '/download/x', headers: { host: web.host } })).status).toBe(401)
  expect(web.api.calls).toEqual([])
})

test('another program of this machine guesses the token', async () => {
  const near = web.token.slice(0, -1) + (web.token.endsWith('A') ? 'B' : 'A')
  for (const token of [
    near,
    '',
    ' ',
    web.token.slice(0, -1),
    `${web.token}A`,
    'x'.repeat(10_000),
  ]) {
    const headers = { ...web.own, 'x-huishu-token': token }
    expect((await call(headers)).status).toBe(401)
  }
  expect(web.api.calls).toEqual([])
})

test('the token in the query instead of the header is worth nothing', async () => {
  const path = `/api/about?token=${web.token}`
  expect((await call(without('x-huishu-token'), path)).status).toBe(401)
})

test.each([
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'close',
  '',
  'about/',
  'About',
])('inherited and unknown names are no methods: /api/%s', async (method) => {
  expect((await call(web.own, `/api/${method}`)).status).toBe(404)
  expect(web.api.calls).toEqual([])
})

test('prototype pollution: __proto__ among the arguments is refused', async () => {
  const body = '{"person":"x","__proto__":{"polluted":true}}'
  const answer = await call(web.own, '/api/setPerson', body)
  expect(JSON.parse(answer.body)).not.toHaveProperty('value.polluted')
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('a body that is no JSON is refused and the host goes on', async () => {
  for (const body of ['', '{', '{"a":', '\u0000']) {
    expect((await call(web.own, '/api/about', body)).status).toBe(400)
  }
  expect((await call(web.own)).status).toBe(200)
})

test('an oversized body is refused, declared or streamed', async () => {
  const body = `"${'x'.repeat(MOST_JSON)}"`
  expect((await call(web.own, '/api/about', body)).status).toBe(413)
  const chunked = { ...web.own, 'transfer-encoding': 'chunked' }
  expect((await call(chunked, '/api/about', body)).status).toBe(413)
  expect(web.api.calls).toEqual([])
})

test('an oversized upload is refused and leaves no file', async () => {
  const headers = { ...web.own, 'content-type': 'application/octet-stream' }
  const body = new Uint8Array(MOST_UPLOAD + 1)
  const answer = await web.send({ method: 'POST', path: '/upload?name=a.xlsx', headers, body })
  expect(answer.status).toBe(413)
  const session = readdirSync(dirname(web.grants.scratch()), { recursive: true })
  expect(session.filter((name) => String(name).endsWith('received'))).toEqual([])
})

test('an upload that breaks off leaves no file', async () => {
  const path = join(web.grants.scratch(), 'received')
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('half of')
      throw new Error('the page is gone')
    })(),
  )
  await expect(fileBody(broken, path, 100)).rejects.toThrow('gone')
  expect(existsSync(path)).toBe(false)
  await fileBody(Readable.from([Buffer.from('whole')]), path, 100)
  expect(statSync(path).mode & 0o077).toBe(0)
})

test('an upload whose name climbs out of the folder stays in the session', async () => {
  const headers = { ...web.own, 'content-type': 'application/octet-stream' }
  const names = ['../../escaped.huishu', '..\\..\\escaped.huishu', '/escaped.huishu']
  for (const name of names) {
    const path = `/upload?name=${encodeURIComponent(name)}`
    const answer = await web.send({ method: 'POST', path, headers, body: 'x' })
    const { grant } = JSON.parse(answer.body) as { grant: string }
    expect(web.grants.collectionPath(grant).startsWith(`${web.root}/data/`)).toBe(true)
  }
})

test.each([
  ['..', '/../secret.txt'],
  ['encoded dots', '/%2e%2e/secret.txt'],
  ['encoded slash', '/..%2fsecret.txt'],
  ['double encoding', '/%252e%252e%252fsecret.txt'],
  ['backslash', '/..%5csecret.txt'],
  ['NUL', '/index.html%00.txt'],
])('path traversal to a file beside the page: %s', async (_how, path) => {
  const answer = await web.send({ path })
  expect([answer.status, answer.body]).toEqual([404, '404'])
})

test('a grant on anything but an export cannot be downloaded', async () => {
  const [given] = await web.grants.give([{ at: `${web.root}/secret.txt`, path: 'secret.txt' }])
  for (const grant of [given?.grant ?? '', '..%2fsecret.txt', '../secret.txt', 'constructor']) {
    const answer = await web.send({ path: `/download/${grant}`, headers: web.own })
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('secret')
  }
})

test('no answer invites other origins in', async () => {
  const foreign = { ...web.own, origin: 'https://attacker.example' }
  const preflight = { ...foreign, 'access-control-request-method': 'POST' }
  const answers = [
    await call(web.own),
    await call(foreign),
    await web.send({ path: '/' }),
    await web.send({ method: 'OPTIONS', path: '/api/about', headers: preflight }),
  ]
  expect(answers.map((answer) => answer.status)).toEqual([200, 403, 200, 405])
  for (const { headers } of answers) {
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})

test.each(['PUT', 'DELETE', 'TRACE', 'PATCH', 'HEAD'])('%s is not spoken here', async (method) => {
  expect((await web.send({ method, path: '/', headers: web.own })).status).toBe(405)
})

test('the page cannot be posted to and a method cannot be got', async () => {
  expect((await web.send({ method: 'POST', path: '/', headers: web.own, body: '' })).status).toBe(
    405,
  )
  expect((await web.send({ path: '/api/about', headers: web.own })).status).toBe(405)
  expect(web.api.calls).toEqual([])
})

test('a proxy-style target (absolute URL) is not followed', async () => {
  const answer = await raw(`GET http://attacker.example/ HTTP/1.1\r\nHost: ${web.host}\r\n\r\n`)
  expect(answer).toContain('404')
})

test('nonsense instead of HTTP does not stop the host', async () => {
  await raw('\u0000\u0001 nonsense\r\n\r\n')
  expect((await call(web.own)).status).toBe(200)
})

function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(web.host.split(':')[1]), '127.0.0.1', () => socket.write(text))
    socket.on('data', (data) => {
      answer += data.toString('utf8')
      socket.end()
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

test('a connection that sends its headers drop by drop is cut within seconds of its time', async () => {
  const { connect } = await import('node:net')
  const [name = '', port = ''] = web.host.split(':')
  const socket = connect(Number(port), name)
  socket.on('error', () => undefined)
  const started = performance.now()
  socket.write('GET / HTTP/1.1\r\nHost: ')
  const drops = setInterval(() => socket.write('x'), 500)
  await new Promise<void>((resolve) => socket.once('close', () => resolve()))
  clearInterval(drops)
  const seconds = (performance.now() - started) / 1_000
  expect(seconds).toBeGreaterThan(8)
  expect(seconds).toBeLessThan(14)
}, 60_000)
