import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, root, run, say } from '../setup/say.mjs'

const FOLDER = join(root, 'node_modules', 'electron')
/** How long to wait for a sign of life from where the runtime is kept. */
const PATIENCE_MS = 8_000

/**
 * Electron's program, fetched if need be and possible; else null and why, in a few Chinese words.
 * @returns {Promise<{ program: string | null, why: string }>}
 */
export async function electronProgram() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { program: null, why: '没有图形桌面' }
  }
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    // Chromium's sandbox does not run as root, and without it the program must not run.
    return { program: null, why: '当前为 root 用户' }
  }
  const there = installed()
  if (there !== null) return { program: there, why: '' }
  if (!(await reachable())) return { program: null, why: '无法下载 Electron' }
  say('fetching the Electron runtime')
  run(pinnedNode(), [join(FOLDER, 'install.js')], { timeout: 300_000 })
  const fetched = installed()
  return fetched === null
    ? { program: null, why: '下载 Electron 失败' }
    : { program: fetched, why: '' }
}

function installed() {
  try {
    const program = join(FOLDER, 'dist', readFileSync(join(FOLDER, 'path.txt'), 'utf8').trim())
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

/** Whether the place the runtime comes from answers at all. */
async function reachable() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror
  try {
    await fetch(mirror ?? 'https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return true
  } catch {
    return false
  }
}
