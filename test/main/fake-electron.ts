import { EventEmitter } from 'node:events'

/**
 * The little of Electron that desktop.ts uses, recording what is asked of it. What it cannot show
 * (real windows, dialogs, fuses) needs a real runtime.
 */
type Handler = (event: unknown, ...words: unknown[]) => unknown

class FakeContents extends EventEmitter {
  mainFrame = { url: 'app://huishu/index.html' }
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  reloaded = 0
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  getURL(): string {
    return this.mainFrame.url
  }
  reload(): void {
    this.reloaded += 1
  }
}

class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = []
  webContents = new FakeContents()
  loaded: string[] = []
  focused = 0
  readonly options: unknown

  constructor(options: unknown) {
    super()
    this.options = options
    FakeWindow.all.push(this)
    fake.app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    return Promise.resolve()
  }
  isMinimized(): boolean {
    return false
  }
  show(): void {}
  reload(): void {
    this.webContents.reload()
  }
  focus(): void {
    this.focused += 1
  }
}

const app = Object.assign(new EventEmitter(), {
  name: '汇数',
  isPackaged: true,
  firstInstance: true,
  sandboxed: false,
  quits: 0,
  exits: [] as number[],
  requestSingleInstanceLock: () => app.firstInstance,
  enableSandbox: () => {
    app.sandboxed = true
  },
  whenReady: () => Promise.resolve(),
  getPath: () => fake.documents,
  quit: () => {
    app.quits += 1
  },
  exit: (code: number) => {
    app.exits.push(code)
  },
})

type Check = (contents: unknown, permission: string) => boolean
type Ask = (contents: unknown, permission: string, answer: (yes: boolean) => void) => void
type Filter = (details: { url: string }, answer: (result: { cancel: boolean }) => void) => void

const defaultSession = {
  check: null as Check | null,
  ask: null as Ask | null,
  filter: null as Filter | null,
  serve: null as ((request: Request) => Promise<Response>) | null,
  setPermissionCheckHandler: (check: Check) => {
    defaultSession.check = check
  },
  setPermissionRequestHandler: (ask: Ask) => {
    defaultSession.ask = ask
  },
  device: null as (() => boolean) | null,
  media: null as ((request: unknown, answer: (streams: object) => void) => void) | null,
  setDevicePermissionHandler: (device: () => boolean) => {
    defaultSession.device = device
  },
  setDisplayMediaRequestHandler: (
    media: (request: unknown, answer: (streams: object) => void) => void,
  ) => {
    defaultSession.media = media
  },
  webRequest: {
    onBeforeRequest: (filter: Filter) => {
      defaultSession.filter = filter
    },
  },
  protocol: {
    handle: (_scheme: string, serve: (request: Request) => Promise<Response>) => {
      defaultSession.serve = serve
    },
  },
}

/** What the test reads and steers. */
export const fake = {
  app,
  documents: '',
  session: defaultSession,
  schemes: [] as unknown[],
  handlers: new Map<string, Handler>(),
  boxes: [] as string[],
  picked: [] as string[],
  saveTo: '',
  shown: [] as string[],
  /** Why a folder cannot be shown; "" where it can. */
  cannotShow: '',
  asked: [] as unknown[],
  windows: FakeWindow.all,
}

/** The module `electron` as desktop.ts imports it. */
export const electron = {
  app,
  BrowserWindow: FakeWindow,
  dialog: {
    showErrorBox: (_title: string, text: string) => fake.boxes.push(text),
    showOpenDialog: (_window: unknown, options: unknown) => {
      fake.asked.push(options)
      return Promise.resolve({ canceled: fake.picked.length === 0, filePaths: fake.picked })
    },
    showSaveDialog: (_window: unknown, options: unknown) => {
      fake.asked.push(options)
      return Promise.resolve({ canceled: fake.saveTo === '', filePath: fake.saveTo })
    },
  },
  ipcMain: { handle: (channel: string, handler: Handler) => fake.handlers.set(channel, handler) },
  Menu: { setApplicationMenu: () => undefined, buildFromTemplate: () => undefined },
  protocol: { registerSchemesAsPrivileged: (schemes: unknown[]) => fake.schemes.push(...schemes) },
  session: { defaultSession },
  shell: {
    openPath: (path: string) => {
      fake.shown.push(path)
      return Promise.resolve(fake.cannotShow)
    },
  },
}
