import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say } from './say.mjs'

/**
 * Installs what package-lock.json names, unless it is there already. Install scripts never run:
 * the only one among them fetches Electron's runtime, which start.mjs does when it is wanted.
 * @returns {boolean} whether the packages are there
 */
export function installPackages() {
  const missing = firstDifference()
  if (missing === null) return true
  say(`installing packages (${missing})`)
  const npm = process.env.npm_execpath
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const done = npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...words])
    : run('npm', words, { shell: process.platform === 'win32' })
  if (!done) say('npm ci failed; is the npm registry reachable?')
  return done
}

/** What is installed other than locked, as a word for people; null when all is as locked. */
function firstDifference() {
  const locked = packagesIn(join(root, 'package-lock.json'))
  // npm writes this beside the packages after every install: the stamp of what is there.
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (installed === null) return 'none yet'
  for (const [place, { version, optional, dev, devOptional, peer, link }] of Object.entries(
    locked ?? {},
  )) {
    if (place === '' || link) continue
    const there = installed[place]
    // Optional packages are for other systems; a peer may be left out.
    if (there === undefined && (optional || devOptional || peer)) continue
    if (there === undefined && dev && process.env.NODE_ENV === 'production') continue
    if (there?.version !== version || !existsSync(join(root, place))) return place
  }
  return null
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}
