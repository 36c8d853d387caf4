import { spawn } from 'node:child_process'

/** Opens the address in the person's browser where there is a desktop; the address is printed anyway. */
export function openInBrowser(url) {
  const by = opener()
  if (by === null || !url.startsWith('http://127.0.0.1:')) return
  const [program, ...words] = by
  spawn(program, [...words, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

function opener() {
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  if (process.platform === 'darwin') return ['open']
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : null
}
