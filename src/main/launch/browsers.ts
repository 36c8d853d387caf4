import { delimiter, join, win32 } from 'node:path'

/** What a browser is looked for with; a table in the tests, this machine in the program. */
export interface Machine {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  isFile: (path: string) => boolean
}

/** How the page is opened. */
export interface Opener {
  program: string
  words: readonly string[]
  /** Whether the program runs as long as the window is open; else it hands the page on and ends. */
  stays: boolean
}

/** Below the folders in which Windows keeps programs. */
const ON_WINDOWS = [
  String.raw`Microsoft\Edge\Application\msedge.exe`,
  String.raw`Google\Chrome\Application\chrome.exe`,
]

/** By the names under which Debian, Kylin, UOS and their makers install them. All are Chromium inside. */
const ON_LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'qaxbrowser-safe-stable',
  'qaxbrowser-safe',
  'browser360-cn-stable',
  'browser360-cn',
  'browser360',
  'uos-browser-stable',
]

/**
 * What can open the page, the best first: the program that HUISHU_BROWSER names and no other; else
 * browsers of Chromium's kind in a window of their own, then whatever the desktop opens pages with.
 * Empty where there is no desktop.
 *
 * @param page address of the page to open
 * @param profile folder for what the browser keeps, so that it leaves nothing in the person's own
 */
export function openersOf(machine: Machine, page: string, profile: string): Opener[] {
  const own = (program: string): Opener => ({
    program,
    words: ownWindow(page, profile),
    stays: true,
  })
  const named = machine.env['HUISHU_BROWSER'] ?? ''
  if (named !== '') return [own(named)]
  return [...chromiumsOn(machine).map(own), ...desktopOpeners(machine, page)]
}

function ownWindow(page: string, profile: string): string[] {
  return [
    `--app=${page}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=Translate,msEdgeStartupBoost',
    '--window-size=1366,768',
  ]
}

function chromiumsOn({ platform, env, isFile }: Machine): string[] {
  const below = (
    folders: (string | undefined)[],
    names: string[],
    put: (folder: string, name: string) => string,
  ) =>
    names
      .flatMap((name) => folders.map((folder) => (folder ? put(folder, name) : '')))
      .filter((path) => path !== '' && isFile(path))
  if (platform === 'win32') {
    const folders = [env['ProgramFiles(x86)'], env['ProgramFiles'], env['LOCALAPPDATA']]
    return below(folders, ON_WINDOWS, (folder, name) => win32.join(folder, name))
  }
  if (platform !== 'linux' || !hasDesktop(env)) return []
  return below((env['PATH'] ?? '').split(delimiter), ON_LINUX, (folder, name) => join(folder, name))
}

function desktopOpeners({ platform, env }: Machine, page: string): Opener[] {
  const by = (program: string, ...words: string[]): Opener[] => [{ program, words, stays: false }]
  if (platform === 'win32') return by('rundll32', 'url.dll,FileProtocolHandler', page)
  if (platform === 'darwin') return by('open', page)
  return hasDesktop(env) ? by('xdg-open', page) : []
}

function hasDesktop(env: Machine['env']): boolean {
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
}
