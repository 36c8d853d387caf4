/** What the desktop window may do: pure decisions, so that each can be tested as a table. */

/** The page's origin in the desktop program. A standard, secure scheme: relative URLs and CSP work as on the web. */
export const APP_SCHEME = 'app'
const APP_ORIGIN = 'app://huishu'
export const APP_URL = `${APP_ORIGIN}/index.html`

/** What is known of the sender of an IPC message. */
export interface Sender {
  /** URL of the frame that sent it; "" when the frame is gone. */
  url: string
  /** Whether it is the top frame of our own window. */
  mainFrame: boolean
  ownWindow: boolean
}

/** Whether an IPC message may be acted upon: our window, its top frame, our origin. */
export function isTrustedSender(sender: Sender): boolean {
  return sender.ownWindow && sender.mainFrame && isAppUrl(sender.url)
}

/** Whether `url` is a page of ours. Parsed, never matched as text: `app://huishu.example.org` is not. */
export function isAppUrl(url: string): boolean {
  const parsed = parse(url)
  return (
    parsed !== null &&
    parsed.protocol === `${APP_SCHEME}:` &&
    parsed.host === 'huishu' &&
    parsed.username === '' &&
    parsed.password === ''
  )
}

/** Whether the window may go there by itself (reload included). */
export function isAllowedNavigation(url: string): boolean {
  return isAppUrl(url)
}

/**
 * Whether the session may fetch it: the program is offline, so nothing but its own files.
 *
 * @param development not packaged: then the developer's tools load pages of their own
 */
export function isAllowedRequest(url: string, development: boolean): boolean {
  if (isAppUrl(url)) return true
  const parsed = parse(url)
  if (parsed === null) return false
  // Made by the page itself from bytes it already has: pasted pictures, saved text.
  if (parsed.protocol === 'data:') return true
  if (parsed.protocol === 'blob:') return url.startsWith(`blob:${APP_ORIGIN}/`)
  return development && parsed.protocol === 'devtools:'
}

/** Permissions the page may have, each with its reason; everything else is denied. */
const PERMISSIONS: Readonly<Record<string, string>> = Object.freeze({
  'clipboard-sanitized-write': 'copying ranges of the grid to Excel',
})

/** Whether the page may have a permission (Electron's name for it) when `url` asks. */
export function isPermitted(permission: string, url: string): boolean {
  return Object.hasOwn(PERMISSIONS, permission) && isAppUrl(url)
}

/** Options of the one window; `preload` is the built script, `icon` an image file or null. */
export function windowOptions(place: { preload: string; development: boolean }) {
  return {
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: '汇数',
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: place.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      // Spell checking would fetch dictionaries from the network.
      spellcheck: false,
      devTools: place.development,
    },
  } as const
}

function parse(url: string): URL | null {
  try {
    return new URL(url)
  } catch {
    return null
  }
}
