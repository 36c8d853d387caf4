import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Opens the address in the person's browser where there is a desktop; the address is printed anyway. */
export function openInBrowser(url) {
  const by = opener()
  if (by === null || !url.startsWith('http://127.0.0.1:')) return
  const [program, ...words] = by
  spawn(program, [...words, entrance(url)], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

/**
 * A page of the person's own that leads to the address: the address holds the token, and a program's
 * arguments can be read by everybody on the machine.
 */
function entrance(url) {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-open-'))
  const path = join(folder, 'open.html')
  const target = JSON.stringify(url).replaceAll('<', '\\u003c')
  writeFileSync(path, `<!doctype html><script>location.replace(${target})</script>`, {
    mode: 0o600,
  })
  const gone = () => rmSync(folder, { recursive: true, force: true })
  setTimeout(gone, 60_000).unref()
  process.once('exit', gone)
  return pathToFileURL(path).href
}

function opener() {
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  if (process.platform === 'darwin') return ['open']
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : null
}
