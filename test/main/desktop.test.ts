import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CHANNELS } from '../../src/shared/channels.ts'
import { APP_URL, windowOptions } from '../../src/main/policy.ts'
import { places } from '../../src/main/places.ts'
import { electron, fake } from './fake-electron.ts'

vi.mock('electron', () => electron)

const root = mkdtempSync(join(tmpdir(), 'huishu-desktop-'))
const listeners = {
  u: process.listeners('uncaughtException'),
  r: process.listeners('unhandledRejection'),
}

beforeAll(async () => {
  fake.documents = root
  await import('../../src/main/desktop.ts')
  await vi.waitUntil(() => fake.windows.length === 1)
})
afterAll(() => {
  fake.app.emit('will-quit', { preventDefault: () => undefined })
  for (const one of process.listeners('uncaughtException')) {
    if (!listeners.u.includes(one)) process.off('uncaughtException', one)
  }
  for (const one of process.listeners('unhandledRejection')) {
    if (!listeners.r.includes(one)) process.off('unhandledRejection', one)
  }
  rmSync(root, { recursive: true, force: true })
})

function page() {
  const window = fake.windows[0]
  if (window === undefined) throw new Error('no window')
  const sender = window.webContents
  return { window, sender, event: { sender, senderFrame: sender.mainFrame } }
}

async function invoke(channel: string, event: unknown, ...words: unknown[]): Promise<unknown> {
  const handler = fake.handlers.get(channel)
  if (handler === undefined) throw new Error(`no handler for ${channel}`)
  return handler(event, ...words)
}

test('one sandboxed window opens our page', () => {
  expect(fake.app.sandboxed).toBe(true)
  expect(page().window.loaded).toEqual([APP_URL])
  expect(page().window.options).toEqual(
    windowOptions({ preload: places().preload, development: false }),
  )
  expect(fake.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
})

test('the page reaches the real service', async () => {
  expect(await invoke(CHANNELS.call, page().event, 'about', {})).toMatchObject({
    ok: true,
    value: { host: 'electron', dataFolder: join(root, '汇数'), open: null },
  })
  expect(await invoke(CHANNELS.call, page().event, 'constructor', {})).toMatchObject({
    ok: false,
    error: { code: 'unknown-method' },
  })
})

test('every channel refuses every other sender', async () => {
  const { sender, event } = page()
  const strangers = [
    { sender, senderFrame: null },
    { sender, senderFrame: { url: APP_URL } },
    { sender: { mainFrame: event.senderFrame }, senderFrame: event.senderFrame },
    { sender: { mainFrame: { url: 'https://example.org/' } }, senderFrame: null },
  ]
  expect([...fake.handlers.keys()].sort()).toEqual(Object.values(CHANNELS).sort())
  for (const channel of fake.handlers.keys()) {
    for (const stranger of strangers) {
      await expect(invoke(channel, stranger, 'about', {})).rejects.toThrow('denied')
    }
  }
})

test('the window goes nowhere else and opens nothing', () => {
  const { sender } = page()
  for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    const away = { url: 'https://example.org/', preventDefault: vi.fn<() => void>() }
    const home = { url: APP_URL, preventDefault: vi.fn<() => void>() }
    sender.emit(name, away)
    sender.emit(name, home)
    expect(away.preventDefault).toHaveBeenCalledOnce()
    expect(home.preventDefault).not.toHaveBeenCalled()
  }
  const view = { preventDefault: vi.fn<() => void>() }
  sender.emit('will-attach-webview', view)
  expect(view.preventDefault).toHaveBeenCalledOnce()
  expect(sender.openHandler?.({ url: APP_URL })).toEqual({ action: 'deny' })
})

test('nothing is fetched from the network and no permission is given', () => {
  const answer = vi.fn<(result: { cancel: boolean }) => void>()
  fake.session.filter?.({ url: 'https://example.org/' }, answer)
  fake.session.filter?.({ url: APP_URL }, answer)
  expect(answer.mock.calls).toEqual([[{ cancel: true }], [{ cancel: false }]])
  const granted = vi.fn<(yes: boolean) => void>()
  fake.session.ask?.(page().sender, 'media', granted)
  expect(granted).toHaveBeenCalledExactlyOnceWith(false)
  expect(fake.session.check?.(page().sender, 'geolocation')).toBe(false)
  expect(fake.session.device?.()).toBe(false)
  const streams = vi.fn<(streams: object) => void>()
  fake.session.media?.({}, streams)
  expect(streams).toHaveBeenCalledExactlyOnceWith({})
  expect(fake.session.check?.(null, 'clipboard-sanitized-write')).toBe(false)
})

test('app:// serves GET of our own host only', async () => {
  const serve = async (url: string, method = 'GET') =>
    (await fake.session.serve?.(new Request(url, { method })))?.status
  expect(await serve('app://huishu/nothing.js')).toBe(404)
  expect(await serve('app://other/index.html')).toBe(404)
  expect(await serve(APP_URL, 'POST')).toBe(404)
  const built = existsSync(join(places().rendererFolder, 'index.html'))
  expect(await serve(APP_URL)).toBe(built ? 200 : 404)
})

test('picking gives grants, not paths; cancelling gives nothing', async () => {
  writeFileSync(join(root, '一小.xlsx'), 'x')
  fake.picked = [join(root, '一小.xlsx')]
  const given = await invoke(CHANNELS.pick, page().event, { kind: 'files', accept: ['xlsx'] })
  expect(given).toMatchObject([{ path: '一小.xlsx' }])
  expect(JSON.stringify(given)).toMatch(/^\[\{"grant":"[0-9a-f]{32}","path":"一小.xlsx"\}\]$/u)
  expect(fake.asked.at(-1)).toMatchObject({ properties: ['openFile', 'multiSelections'] })
  fake.picked = []
  expect(await invoke(CHANNELS.pick, page().event, { kind: 'folder' })).toEqual([])
  const before = fake.asked.length
  expect(await invoke(CHANNELS.pick, page().event, { kind: 'anything' })).toEqual([])
  expect(fake.asked).toHaveLength(before)
})

test('what is dropped is walked and granted; anything but a list of files is nothing', async () => {
  const dropped = [{ at: join(root, '一小.xlsx'), path: '一小.xlsx' }]
  expect(await invoke(CHANNELS.dropped, page().event, dropped)).toMatchObject([
    { path: '一小.xlsx' },
  ])
  for (const junk of [null, 'x', [{ at: 1 }], [{ at: '', path: '' }]]) {
    expect(await invoke(CHANNELS.dropped, page().event, junk)).toEqual([])
  }
})

test('saving writes exports of this session only', async () => {
  fake.saveTo = join(root, 'saved.xlsx')
  expect(await invoke(CHANNELS.save, page().event, 'not a grant', 'a.xlsx')).toBe(false)
  expect(existsSync(fake.saveTo)).toBe(false)
})

test('a second start hands over its collection and the window comes forward', async () => {
  writeFileSync(join(root, 'broken.huishu'), 'x')
  fake.app.emit('second-instance', {}, ['huishu', 'broken.huishu'], root)
  await vi.waitFor(() => expect(page().sender.reloaded).toBe(1))
  expect(page().window.focused).toBe(1)
  expect(fake.boxes.at(-1)).toContain('broken.huishu')
  expect(readFileSync(join(root, 'broken.huishu'), 'utf8')).toBe('x')
})

test('a crashed page comes back and says so', () => {
  const { sender } = page()
  sender.emit('render-process-gone', {}, { reason: 'crashed' })
  expect(sender.reloaded).toBe(2)
  expect(fake.boxes.at(-1)).toContain('crashed')
})

test('the log folder opens on the screen, and one that cannot be opened is said as such', async () => {
  const folder = join(root, '汇数', 'log')
  const show = () => invoke(CHANNELS.call, page().event, 'showLog', {})
  expect(await show()).toEqual({ ok: true, value: { folder, opened: true } })
  expect(fake.shown).toEqual([folder])
  fake.cannotShow = 'no file manager'
  expect(await show()).toEqual({ ok: true, value: { folder, opened: false } })
})

test('what is shown in a box without a stack is in the log with one', () => {
  process.emit('unhandledRejection', new RangeError('城关小学 4127'), Promise.resolve())
  expect(fake.boxes.at(-1)).toContain('城关小学 4127')
  const last = readFileSync(join(root, '汇数', 'log', 'huishu.log'), 'utf8')
    .trimEnd()
    .split('\n')
    .at(-1)
  expect(last).toContain('"where":"window","code":"RangeError"')
  expect(last).toContain('desktop.test.ts:')
  expect(last).not.toMatch(/城关|4127/u)
})

test('the program ends with its window', () => {
  fake.app.emit('window-all-closed')
  expect(fake.app.quits).toBe(1)
})

test('after an error that nobody caught it says so, and ends when everything is closed', async () => {
  await invoke(CHANNELS.call, page().event, 'openSample', {})
  const there = readdirSync(join(root, '汇数')).filter((name) => name.endsWith('.huishu'))
  process.emit('uncaughtException', new RangeError('broken'))
  expect(fake.boxes.at(-1)).toContain('broken')
  expect(fake.app.quits).toBe(2)
  const held = vi.fn<() => void>()
  fake.app.emit('will-quit', { preventDefault: held })
  expect(held).toHaveBeenCalledOnce()
  expect(fake.app.exits).toEqual([])
  await vi.waitUntil(() => fake.app.exits.length === 1, { timeout: 20_000 })
  expect(fake.app.exits).toEqual([1])
  // One whole file each, with no log and no lock beside it.
  expect(there).toHaveLength(1)
  const left = readdirSync(join(root, '汇数')).filter((name) => /-wal$|-journal$|lock/u.test(name))
  expect(left).toEqual([])
})
