import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, root, run, say } from './say.mjs'

const STAMP = join(root, 'out', '.stamp')
const PAGE = join(root, 'out', 'renderer', 'index.html')

/**
 * Builds out/ when it does not belong to the sources. The command line runs from source and needs
 * out/ for `serve` alone: there a stale build will do, and a failed one is no hindrance.
 * @returns {boolean} whether the purpose can go on
 */
export function build(purpose) {
  const now = fingerprint()
  const current = existsSync(PAGE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now
  if (purpose !== 'build' && (current || (purpose === 'huishu' && existsSync(PAGE)))) return true
  say('building the interface')
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const done = run(pinnedNode(), [tool, 'build', '--logLevel', 'warn'])
  if (done) {
    mkdirSync(join(root, 'out'), { recursive: true })
    writeFileSync(STAMP, now)
  } else say('the interface could not be built')
  return done || purpose === 'huishu'
}

/** A hash over all that the build reads. Contents, not times: git touches files when it checks out. */
function fingerprint() {
  const hash = createHash('sha256')
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const config = [
    'electron.vite.config.ts',
    'scripts/package/entries.ts',
    'package-lock.json',
    'package.json',
    // What the help shows.
    'CHANGELOG.md',
    'docs/更新说明.md',
    'docs/用户指南.md',
    ...readdirSync(join(root, 'docs', 'images'))
      .sort()
      .map((name) => `docs/images/${name}`),
  ]
  for (const file of [...files, ...config.map((name) => join(root, name))]) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}
