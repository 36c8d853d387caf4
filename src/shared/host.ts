import type { Method } from './api.ts'
import type { Grant, GrantedFile } from './grants.ts'
import type { Result } from './result.ts'

/** What a person is asked to pick: any number of files, one folder with all below it, or one collection file. */
export interface PickOptions {
  kind: 'files' | 'folder' | 'collection'
  /** File endings to offer, without the dot ("xlsx"); everything when absent. */
  accept?: string[]
}

/**
 * A file dropped on the window, with its place below what was dropped ("returns/a.xlsx").
 * `F` is the browser's File; it is a parameter because this layer knows no DOM.
 */
export interface DroppedFile<F> {
  file: F
  path: string
}

/**
 * What the interface needs from the program it runs in, the same over Electron and over the
 * loopback web host. `call` never rejects: a lost connection is an `internal` error.
 * The others resolve to nothing ([] or false) when the person cancels.
 */
export interface HostBridge<F> {
  kind: 'electron' | 'web'
  call(method: Method, args: unknown): Promise<Result<unknown>>
  pick(options: PickOptions): Promise<GrantedFile[]>
  drop(files: DroppedFile<F>[]): Promise<GrantedFile[]>
  /** Hands an export to the person under `name`; false when cancelled. */
  save(grant: Grant, name: string): Promise<boolean>
}

/**
 * `window.huishu`, put there by the preload script in Electron and absent in a browser.
 * `dropped` takes files and folders as they come from the drop event; folders are walked by the host.
 */
export interface PreloadBridge<F> {
  host: 'electron'
  call(method: string, args: unknown): Promise<Result<unknown>>
  pick(options: PickOptions): Promise<GrantedFile[]>
  dropped(files: DroppedFile<F>[]): Promise<GrantedFile[]>
  save(grant: Grant, name: string): Promise<boolean>
}

/** Names shared by the page and the web host. */
export const TOKEN_HEADER = 'x-huishu-token'
/** What a second start of the program shows instead; no page ever has it. */
export const KEY_HEADER = 'x-huishu-key'

/**
 * Routes of the web host, all on its own origin. The page finds its token in the URL fragment
 * (`#token=…`) and sends it as TOKEN_HEADER with every request below.
 *
 * - `POST /api/<method>`, JSON body: the arguments → JSON Result; refusals carry an HTTP status and
 *   a Result with an error too
 * - `POST /upload?name=<place below what was picked>&modified=<File.lastModified>`,
 *   `application/octet-stream` → JSON `{ "grant": … }`
 * - `GET /download/<grant>` → the bytes of an export
 * - `POST /enter`, JSON `{ "file": path or null }`, from a second start of the program and with
 *   KEY_HEADER → JSON `{ "url": …, "error": … }`
 */
export const ROUTES = {
  api: '/api/',
  upload: '/upload',
  download: '/download/',
  enter: '/enter',
} as const
