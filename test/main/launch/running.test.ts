import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { entrance, notice } from '../../../src/main/launch/page.ts'
import { handOver, leaveWord, takeWord } from '../../../src/main/launch/running.ts'

const folder = mkdtempSync(join(tmpdir(), 'huishu-launch-'))
afterAll(() => rmSync(folder, { recursive: true }))
const word = join(folder, 'running.json')
const KEY = 'k'.repeat(43)

test('word is left once, for its owner only, and taken away by the run that left it', () => {
  const running = { origin: 'http://127.0.0.1:1', key: KEY }
  expect(leaveWord(folder, running)).toBe(true)
  expect(leaveWord(folder, { ...running, key: 'o'.repeat(43) })).toBe(false)
  expect(statSync(word).mode & 0o077).toBe(0)
  takeWord(folder, { ...running, key: 'o'.repeat(43) })
  expect(existsSync(word)).toBe(true)
  takeWord(folder, running)
  expect(existsSync(word)).toBe(false)
})

test('word of a run that is gone, or that is none of ours, is no hindrance', async () => {
  expect(await handOver(folder, null)).toBeNull()
  for (const text of ['', '{', '{"origin":"http://example.org","key":"x"}']) {
    writeFileSync(word, text)
    expect(await handOver(folder, null)).toBeNull()
    expect(existsSync(word)).toBe(false)
  }
  // Something else listens there now, and knows nothing of us.
  const other = createServer((_request, response) => response.writeHead(404).end())
  await new Promise<void>((done) => {
    other.listen(0, '127.0.0.1', done)
  })
  const origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
  leaveWord(folder, { origin, key: KEY })
  expect(await handOver(folder, null)).toBeNull()
  other.close()
})

test('the page that leads in is the owner’s, and says nothing it should not', () => {
  const path = fileURLToPath(entrance(folder, 'http://127.0.0.1:1/#token=a</script>b'))
  expect(statSync(path).mode & 0o077).toBe(0)
  expect(readFileSync(path, 'utf8')).not.toContain('</script>b')
  const said = readFileSync(fileURLToPath(notice(folder, '找不到 <b>&.huishu')), 'utf8')
  expect(said).not.toContain('<b>')
  expect(said).toContain('找不到')
})
