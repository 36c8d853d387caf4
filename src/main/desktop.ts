import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  session,
  shell,
  type IpcMainInvokeEvent,
} from 'electron'
import { resolve } from 'node:path'
import type { Log } from '../core/ports.ts'
import { createService } from '../core/service/service.ts'
import type { Service } from '../core/service/service.ts'
import { CHANNELS } from '../shared/channels.ts'
import { CallError } from '../shared/result.ts'
import { errorText } from '../shared/words/say.ts'
import { asset } from './assets.ts'
import { checkDropped, checkPick, openOptions, pickedItems, saveOptions } from './dialogs.ts'
import { dispatch } from './dispatch.ts'
import { copyWhole } from './files/whole.ts'
import { createLog } from './log/log.ts'
import { menuTemplate } from './menu.ts'
import { zoomAfter } from './zoom.ts'
import { dataFolder, places } from './places.ts'
import * as policy from './policy.ts'
import { createPorts } from './ports.ts'
import type { HostPorts } from './ports.ts'

// The desktop program, in the order in which things happen. Decisions are in policy.ts, dialogs.ts
// and menu.ts, work is in the core; this is the only file that knows Electron.

const place = places()
let window: BrowserWindow | null = null
/** Whether something went wrong that nobody knew what to do about. */
let failed = false

// 1. Once per person: a second start hands its file over and goes.
if (!app.requestSingleInstanceLock()) app.quit()
else start()

function start(): void {
  // 2. Before Electron is ready: our scheme, the sandbox for every renderer, no way out of a page.
  protocol.registerSchemesAsPrivileged([
    {
      scheme: policy.APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true },
    },
  ])
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!policy.isAllowedNavigation(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!policy.isAllowedNavigation(event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!policy.isAllowedNavigation(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })

  // 3. What must not pass in silence.
  process.on('uncaughtException', (error) => {
    report(error)
    // What is on disk is whole; what this program holds in its memory is not to be trusted any more.
    failed = true
    app.quit()
  })
  process.on('unhandledRejection', report)

  // 4. The program itself.
  void app.whenReady().then(run, report)
}

function run(): void {
  const folder = dataFolder(app.getPath('documents'))
  const show = (logs: string): Promise<boolean> => shell.openPath(logs).then((why) => why === '')
  const ports = createPorts({ host: 'electron', ...place, dataFolder: folder, show })
  const service = createService(ports)

  // 5. The session: own files only, no network, no permissions.
  const own = session.defaultSession
  own.setPermissionRequestHandler((contents, permission, answer) =>
    answer(policy.isPermitted(permission, contents.getURL())),
  )
  own.setPermissionCheckHandler((contents, permission) =>
    policy.isPermitted(permission, contents?.getURL() ?? ''),
  )
  own.setDevicePermissionHandler(() => false)
  own.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  own.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !policy.isAllowedRequest(details.url, !app.isPackaged) }),
  )
  own.protocol.handle(policy.APP_SCHEME, async (request) => {
    if (request.method !== 'GET' || !policy.isAppUrl(request.url)) {
      return new Response(null, { status: 404 })
    }
    const { status, headers, body } = await asset(
      place.rendererFolder,
      new URL(request.url).pathname,
    )
    return new Response(new Uint8Array(body), { status, headers })
  })

  // 6. What the page may ask for.
  ipcMain.handle(CHANNELS.call, (event, method: unknown, args: unknown) => {
    mustTrust(event)
    return dispatch(service, method, args, ports)
  })
  ipcMain.handle(CHANNELS.pick, async (event, wish: unknown) => {
    const parent = mustTrust(event)
    const options = checkPick(wish)
    if (options === null) return []
    const picked = await dialog.showOpenDialog(parent, openOptions(options, folder))
    return ports.grants.give(pickedItems(options, picked.filePaths))
  })
  ipcMain.handle(CHANNELS.dropped, (event, items: unknown) => {
    mustTrust(event)
    return ports.grants.give(checkDropped(items) ?? [])
  })
  ipcMain.handle(CHANNELS.save, async (event, grant: unknown, name: unknown) => {
    const parent = mustTrust(event)
    const output = ports.grants.output(String(grant))
    if (output === null) return false
    const options = saveOptions(typeof name === 'string' && name !== '' ? name : output.name)
    const target = await dialog.showSaveDialog(parent, options)
    if (target.canceled || target.filePath === '') return false
    return copyWhole(output.path, target.filePath).then(() => true, report)
  })

  // 7. The window, with the collection that was double-clicked.
  const openGiven = async (words: string[], from: string) => {
    const path = words.slice(1).find((word) => word.endsWith('.huishu'))
    if (path === undefined) return
    const result = await dispatch(
      service,
      'openCollection',
      { grant: ports.grants.collectionGrant(resolve(from, path)) },
      ports,
    )
    if (!result.ok) dialog.showErrorBox('汇数', errorText('zh', result.error))
  }
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate(menuTemplate(app.name)) : null,
  )
  void openGiven(process.argv, process.cwd()).then(openWindow, report)
  app.on('second-instance', (_event, words, from) => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
    void openGiven(words, from).then(() => window?.webContents.reload(), report)
  })

  // 8. The end: everything is on disk already; only threads and temporary files go.
  app.on('window-all-closed', () => app.quit())
  let ending: Promise<void> | null = null
  app.on('will-quit', (event) => {
    // The end waits for it; a second one is waiting already.
    event.preventDefault()
    ending ??= closed(service, ports).then(() => app.exit(failed ? 1 : 0))
  })
}

/** Saves what is open and cleans up; whatever fails in it is logged and keeps nothing from ending. */
async function closed(service: Service, ports: HostPorts): Promise<void> {
  try {
    service.close()
  } catch (error) {
    log().write('error', 'window', error)
  }
  await ports.close().catch((error: unknown) => log().write('error', 'window', error))
}

function openWindow(): void {
  const created = new BrowserWindow(
    policy.windowOptions({ preload: place.preload, development: !app.isPackaged }),
  )
  window = created
  created.once('ready-to-show', () => created.show())
  created.on('closed', () => {
    window = null
  })
  const page = created.webContents
  page.on('before-input-event', (event, input) => {
    const factor = zoomAfter(page.getZoomFactor(), input)
    if (factor === null) return
    event.preventDefault()
    page.setZoomFactor(factor)
  })
  page.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    log().write('error', `page ${details.reason}`, null)
    dialog.showErrorBox('汇数', `界面意外停止（${details.reason}），已自动重新打开；数据没有丢失。`)
    created.reload()
  })
  void created.loadURL(policy.APP_URL)
}

/** The window a message came from; throws for any other sender. */
function mustTrust(event: IpcMainInvokeEvent): BrowserWindow {
  const frame = event.senderFrame
  const trusted = policy.isTrustedSender({
    url: frame?.url ?? '',
    mainFrame: frame !== null && frame === event.sender.mainFrame,
    ownWindow: window !== null && event.sender === window.webContents,
  })
  if (!trusted || window === null) throw new Error('denied')
  return window
}

/** The log, also before and after there are ports. */
function log(): Log {
  const folder = dataFolder(app.getPath('documents'))
  return createLog({ dataFolder: folder, version: place.version })
}

/** Says what went wrong in words; the stack goes into the log. False, for the callers that answer with it. */
function report(error: unknown): false {
  log().write('error', 'window', error)
  const known =
    error instanceof CallError
      ? error
      : { code: 'internal' as const, params: { message: String(error).split('\n')[0] ?? '' } }
  dialog.showErrorBox('汇数', errorText('zh', known))
  return false
}
