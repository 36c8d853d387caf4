import { isBuiltin } from 'node:module'
import { expect, test } from 'vitest'
import { arrows, exists, sources, specifiers, text, type Arrow } from './imports.ts'

// renderer → shared ← core ← main. Whoever breaks an arrow sees it here by name.
const all = arrows()

const layer = (path: string) => /^src\/([a-z]+)\//u.exec(path)?.[1] ?? null
const from = (name: string) => all.filter((arrow) => layer(arrow.from) === name)
const lines = (broken: Arrow[]) => broken.map((arrow) => `${arrow.from} → ${arrow.to}`)

test('every import leads to a file', () => {
  expect(lines(all.filter(({ to }) => to.startsWith('src/') && !exists(to)))).toEqual([])
})

const MAY_USE: Record<string, string[]> = {
  shared: ['shared'],
  core: ['core', 'shared'],
  main: ['main', 'core', 'shared'],
  preload: ['preload', 'shared'],
  renderer: ['renderer', 'shared'],
}

test.each(Object.entries(MAY_USE))('%s uses only %j', (name, allowed) => {
  const own = from(name)
  expect(own.length).toBeGreaterThan(0)
  expect(
    lines(own.filter(({ to }) => to.startsWith('src/') && !allowed.includes(layer(to) ?? ''))),
  ).toEqual([])
})

/**
 * Packages each pure layer may use: no format reader, no framework, nothing of Node. The core has
 * zod for what lines of the ledger hold: they come out of a file and are not believed unchecked.
 */
const PACKAGES: Record<string, string[]> = { shared: ['zod'], core: ['yaml', 'zod'] }

test.each(Object.entries(PACKAGES))('%s uses no package but %j, and no Node', (name, allowed) => {
  expect(
    lines(from(name).filter(({ to }) => !to.startsWith('src/') && !allowed.includes(to))),
  ).toEqual([])
})

test('the interface uses nothing of Node', () => {
  expect(lines(from('renderer').filter(({ to }) => isBuiltin(to)))).toEqual([])
})

test('only the desktop entry and its preload know Electron', () => {
  const files = all.filter(({ to }) => to === 'electron' || to.startsWith('electron/'))
  expect(files.map((arrow) => arrow.from)).toEqual(['src/main/desktop.ts', 'src/preload/index.ts'])
})

test('only the folder for workbooks knows file formats of spreadsheets', () => {
  const formats = all.filter(({ to }) => to === 'exceljs' || to === '@e965/xlsx')
  expect(lines(formats.filter((arrow) => !arrow.from.startsWith('src/main/workbook/')))).toEqual([])
})

test('only the folder for documents knows how Word keeps them', () => {
  const formats = all.filter(({ to }) => to === 'docx')
  expect(formats.length).toBeGreaterThan(0)
  expect(lines(formats.filter((arrow) => !arrow.from.startsWith('src/main/document/')))).toEqual([])
})

/** Node's ways into a network, and which file may hold which for what it does on this machine. */
const NETWORK = /^(?:node:)?(?:https?|http2|net|tls|dns|dgram|undici|quic|inspector)(?:\/|$)/u

test('nothing asks the network: one file listens on this machine, one speaks to the run before it', () => {
  const users = all.filter(({ to }) => NETWORK.test(to)).map(({ from: file }) => file)
  const listening = users.filter((file) =>
    /import \{[^}]*\b(?!type )(?:createServer|request|get|connect|createConnection|lookup)\b[^}]*\} from 'node:/u.test(
      text(file),
    ),
  )
  expect([...new Set(listening)]).toEqual(['src/main/web.ts'])
  // All others take types, no doing.
  for (const file of users.filter((one) => one !== 'src/main/web.ts'))
    expect([file, /^import type .*'node:http'/mu.test(text(file))]).toEqual([file, true])
  const asking = sources().filter((file) =>
    /\bfetch\(|new (?:WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection)\b|sendBeacon\(/u.test(
      text(file),
    ),
  )
  expect(asking).toEqual([
    'src/main/launch/running.ts',
    'src/renderer/help/licences.tsx',
    'src/renderer/host/web.ts',
  ])
})

test('nothing imports an entry: a shell is where a program starts', () => {
  const entries = ['src/main/desktop.ts', 'src/main/cli.ts', 'src/preload/index.ts']
  expect(lines(all.filter(({ to }) => entries.includes(to)))).toEqual([])
})

test('files stay readable: none above 400 lines, but for tables of words', () => {
  const code = sources().filter((path) => !path.includes('/words/'))
  expect(code.filter((path) => text(path).split('\n').length > 400)).toEqual([])
})

test('an arrow is seen however it is written', () => {
  const code = `import type { A } from 'a'
    import 'b'
    export { c } from 'c'
    export * from 'd'
    const e = await import('e')
    type F = import('f').F`
  expect(specifiers('x.ts', code).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})
