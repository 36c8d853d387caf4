import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { asset, contentPolicy } from '../../src/main/assets.ts'

const root = mkdtempSync(join(tmpdir(), 'huishu-assets-'))
const folder = join(root, 'renderer')
mkdirSync(join(folder, 'assets'), { recursive: true })
mkdirSync(join(root, 'renderer-other'))
writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">汇数')
writeFileSync(join(folder, 'assets', 'a b.js'), '1')
writeFileSync(join(root, 'secret.txt'), 'secret')
writeFileSync(join(root, 'renderer-other', 'x.js'), 'secret')
symlinkSync(join(root, 'secret.txt'), join(folder, 'assets', 'link.txt'))
symlinkSync(root, join(folder, 'up'))
afterAll(() => rmSync(root, { recursive: true }))

const text = (body: Uint8Array) => Buffer.from(body).toString('utf8')

test('index.html carries a new nonce each time, the same in page and policy', async () => {
  const [first, second] = [await asset(folder, '/'), await asset(folder, '/index.html')]
  const nonce = /content="([^"]+)"/u.exec(text(first.body))?.[1] ?? ''
  expect(nonce).toMatch(/^[\w+/=]{24}$/u)
  expect(first.headers['content-security-policy']).toBe(contentPolicy(nonce))
  expect(text(second.body)).not.toBe(text(first.body))
  expect(text(first.body)).toContain('汇数')
  expect(first.headers['content-type']).toBe('text/html; charset=utf-8')
})

test('the policy allows own scripts only and neither eval nor inline', () => {
  const policy = contentPolicy('n')
  expect(policy).toContain(`default-src 'none'`)
  expect(policy).toContain(`script-src 'self';`)
  expect(policy).toContain(`style-src 'self' 'nonce-n'`)
  expect(policy).not.toContain('unsafe')
  expect(policy).not.toContain('*')
})

test('a file comes with its type and is not guessed at', async () => {
  const answer = await asset(folder, '/assets/a%20b.js')
  expect(answer).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    },
  })
  expect(text(answer.body)).toBe('1')
})

test.each([
  ['a missing file', '/nothing.js'],
  ['a folder', '/assets'],
  ['the parent folder', '/../secret.txt'],
  ['the parent folder, encoded dots', '/%2e%2e/secret.txt'],
  ['the parent folder, encoded slash', '/..%2fsecret.txt'],
  ['the parent folder, encoded twice', '/%252e%252e/secret.txt'],
  ['the parent folder, backslash', '/..%5csecret.txt'],
  ['a sibling whose name begins alike', '/../renderer-other/x.js'],
  ['NUL in the name', '/index.html%00.js'],
  ['a drive letter', '/C:/secret.txt'],
  ['broken percent-encoding', '/%E0%A4%A'],
  ['no leading slash', 'index.html'],
  ['a double slash out', '//etc/passwd'],
  ['a link to a file outside', '/assets/link.txt'],
  ['a link to a folder outside', '/up/secret.txt'],
])('%s is 404', async (_what, path) => {
  const answer = await asset(folder, path)
  expect(answer.status).toBe(404)
  expect(text(answer.body)).not.toContain('secret')
})
