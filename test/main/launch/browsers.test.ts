import { expect, test } from 'vitest'
import { openersOf, type Machine } from '../../../src/main/launch/browsers.ts'

const PAGE = 'file:///d/in.html'

function programs(platform: Machine['platform'], env: Machine['env'], there: string[]): string[] {
  const machine = { platform, env, isFile: (path: string) => there.includes(path) }
  return openersOf(machine, PAGE, '/d/浏览器').map(({ program }) => program)
}

const EDGE = String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`
const CHROME = String.raw`C:\Users\u\AppData\Local\Google\Chrome\Application\chrome.exe`
const WINDOWS = {
  'ProgramFiles(x86)': String.raw`C:\Program Files (x86)`,
  ProgramFiles: String.raw`C:\Program Files`,
  LOCALAPPDATA: String.raw`C:\Users\u\AppData\Local`,
}
const LINUX = { PATH: '/usr/local/bin:/usr/bin', DISPLAY: ':0' }

test('Edge comes before Chrome, and the default browser is the last resort', () => {
  expect(programs('win32', WINDOWS, [CHROME, EDGE])).toEqual([EDGE, CHROME, 'rundll32'])
  expect(programs('win32', WINDOWS, [])).toEqual(['rundll32'])
  expect(programs('win32', {}, [EDGE])).toEqual(['rundll32'])
})

test('on Linux the browsers of Kylin and UOS are found by their names', () => {
  expect(programs('linux', LINUX, ['/usr/bin/qaxbrowser-safe'])).toEqual([
    '/usr/bin/qaxbrowser-safe',
    'xdg-open',
  ])
  expect(programs('linux', LINUX, ['/usr/bin/browser360-cn', '/usr/local/bin/chromium'])).toEqual([
    '/usr/local/bin/chromium',
    '/usr/bin/browser360-cn',
    'xdg-open',
  ])
  expect(programs('linux', { ...LINUX, DISPLAY: '', WAYLAND_DISPLAY: 'w' }, [])).toEqual([
    'xdg-open',
  ])
})

test('without a desktop nothing opens; a browser that is named is the only one', () => {
  expect(programs('linux', { PATH: '/usr/bin' }, ['/usr/bin/chromium'])).toEqual([])
  expect(programs('linux', { HUISHU_BROWSER: '/opt/b' }, ['/usr/bin/chromium'])).toEqual(['/opt/b'])
})

test('the window is one of its own, with what it keeps in the data folder', () => {
  const machine = { platform: 'linux' as const, env: { HUISHU_BROWSER: 'b' }, isFile: () => false }
  const [opener] = openersOf(machine, PAGE, '/d/浏览器')
  expect(opener?.words).toContain(`--app=${PAGE}`)
  expect(opener?.words).toContain('--user-data-dir=/d/浏览器')
  expect(opener?.stays).toBe(true)
})
