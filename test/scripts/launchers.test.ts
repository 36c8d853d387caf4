import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { launchersFor, type Written } from '../../scripts/package/launchers.ts'
import { notAllowed } from '../../scripts/package/packages.ts'
import { readMe } from '../../scripts/package/read-me.ts'
import { TARGET_NAMES, targetNamed } from '../../scripts/package/targets.ts'

function file(target: (typeof TARGET_NAMES)[number], path: string): string {
  const found = launchersFor(target).find((one: Written) => one.path === path)
  if (found === undefined) throw new Error(`no ${path}`)
  return found.text
}

test('what Windows runs is ASCII with its own line ends, whatever the system’s code page', () => {
  for (const { path, text } of launchersFor('win-x64')) {
    const foreign = text.replaceAll(/[\t\r\n -~]/gu, '')
    expect(`${path}: ${foreign}`).toBe(`${path}: `)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  }
})

/** Runs a script of Windows Script Host with stand-ins for its objects; what it did. */
function hosted(text: string, words: string[], there: (path: string) => boolean) {
  const did: { ran: unknown[][]; said: string[]; keys: [string, string][]; deleted: string[] } = {
    ran: [],
    said: [],
    keys: [],
    deleted: [],
  }
  const up = (path: string) => path.slice(0, path.lastIndexOf('\\'))
  const objects: Record<string, object> = {
    'WScript.Shell': {
      Run: (...all: unknown[]) => did.ran.push(all),
      ExpandEnvironmentStrings: (all: string) => all.replace('%SystemRoot%', 'C:\\Windows'),
      RegWrite: (key: string, value: string) => did.keys.push([key, value]),
      RegDelete: (key: string) => did.deleted.push(key),
    },
    'Scripting.FileSystemObject': {
      GetParentFolderName: up,
      BuildPath: (folder: string, name: string) => `${folder}\\${name}`,
      FileExists: there,
    },
  }
  class Quit extends Error {}
  const given = (at: number): string | undefined => words[at]
  Object.defineProperty(given, 'length', { value: words.length })
  const host = {
    ScriptFullName: String.raw`D:\教育 统计\汇数\汇数.wsf`,
    Arguments: given,
    Echo: (said: string) => did.said.push(said),
    Quit: () => {
      throw new Quit()
    },
  }
  const body = /<script language="JScript">(.*)<\/script>/su.exec(text)?.[1] ?? ''
  function ActiveXObject(name: string): object {
    return objects[name] ?? {}
  }
  try {
    runInNewContext(body, { WScript: host, ActiveXObject })
  } catch (error) {
    if (!(error instanceof Quit)) throw error
  }
  return did
}

test('the icon starts Node without a console, and hands the file that was double-clicked on', () => {
  const did = hosted(file('win-x64', '汇数.wsf'), [String.raw`E:\库 一\本县.huishu`], () => true)
  const [command, style, wait] = did.ran[0] ?? []
  expect(command).toBe(
    String.raw`"D:\教育 统计\汇数\program\node\node.exe" --disable-warning=ExperimentalWarning` +
      String.raw` --no-memory-protection-keys "D:\教育 统计\汇数\program\out\main\launch.js"` +
      String.raw` "E:\库 一\本县.huishu"`,
  )
  // 0: no window; not waited for.
  expect([style, wait]).toEqual([0, false])
  const drive = hosted(file('win-x64', '汇数.wsf'), ['E:\\'], () => true)
  expect(String(drive.ran[0]?.[0])).toMatch(/ "E:\\\\"$/u)
})

test('an incomplete folder is said in words and starts nothing', () => {
  const did = hosted(file('win-x64', '汇数.wsf'), [], () => false)
  expect(did.ran).toEqual([])
  expect(did.said[0]).toContain('缺少 program\\node\\node.exe')
})

test('the association is the person’s own, points to the launcher, and goes again whole', () => {
  const script = file('win-x64', '文件关联/关联huishu文件.wsf')
  const text = script.replace(
    'WScript.ScriptFullName',
    '"D:\\\\教育 统计\\\\汇数\\\\文件关联\\\\a.wsf"',
  )
  const did = hosted(text, [], () => true)
  expect(did.keys.every(([key]) => key.startsWith(String.raw`HKCU\Software\Classes`))).toBe(true)
  const open = did.keys.find(([key]) => key.endsWith(String.raw`open\command` + '\\'))?.[1]
  expect(open).toBe(String.raw`"C:\Windows\System32\wscript.exe" "D:\教育 统计\汇数\汇数.wsf" "%1"`)
  const gone = hosted(file('win-x64', '文件关联/取消关联.wsf'), [], () => true).deleted
  for (const [key] of did.keys) expect(gone).toContain(key)
})

test('the command line of Windows gives the exit code on', () => {
  const text = file('win-x64', 'huishu.cmd')
  expect(text).toContain(String.raw`"%~dp0program\node\node.exe"`)
  expect(text).toContain('%*')
  expect(text).toContain('exit /b %errorlevel%')
})

test('on Linux every script finds the folder from wherever it is linked', () => {
  for (const path of ['汇数', 'huishu']) {
    expect(file('linux-x64', path)).toContain('readlink -f "$0"')
    expect(file('linux-x64', path)).toMatch(/^#!\/bin\/sh\n/u)
  }
})

test('targets are known by name, and each has words for the person', () => {
  expect(targetNamed('win-arm64')).toBeNull()
  for (const name of TARGET_NAMES) {
    expect(targetNamed(name)?.runtime.package).toBe(`node-${name}`)
    expect(readMe(name, '1.2.3')).toContain(`汇数 1.2.3（便携版，${name}）`)
  }
  expect(readMe('win-x64', '1').replaceAll('\r\n', '')).not.toContain('\n')
})

test('a package under any other licence is named', () => {
  const one = (identifier: string | null) => [{ name: 'a', version: '1', identifier, text: null }]
  expect(notAllowed(one('MIT'))).toEqual([])
  expect(notAllowed(one('(MIT OR GPL-3.0-or-later)'))).toEqual([])
  expect(notAllowed(one('(MIT AND Zlib)'))).toEqual([])
  expect(notAllowed(one('MIT AND GPL-2.0'))).toEqual(['a@1 MIT AND GPL-2.0'])
  expect(notAllowed(one('GPL-3.0'))).toEqual(['a@1 GPL-3.0'])
  expect(notAllowed(one(null))).toEqual(['a@1 (no licence named)'])
})
