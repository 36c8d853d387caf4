import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, say } from './say.mjs'

/** Programs that some tests drive, and the Debian packages they come in. */
const WANTED = [
  {
    what: 'Chromium',
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    packages: ['chromium', 'fonts-noto-cjk'],
  },
  { what: 'LibreOffice', names: ['soffice', 'libreoffice'], packages: ['libreoffice-calc-nogui'] },
  {
    what: 'LibreOffice Writer',
    // Debian's package without a desktop brings the program's parts and no command.
    names: ['lowriter', '/usr/lib/libreoffice/program/libswlo.so'],
    packages: ['libreoffice-writer-nogui'],
  },
]

/** Installs what the tests drive, where that is possible; never fails, but says what will not be tested. */
export function installForTests() {
  const missing = WANTED.filter(({ names }) => !names.some(onPath))
  if (missing.length === 0) return
  const packages = missing.flatMap((one) => one.packages)
  const root = process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')
  if (root) {
    say(`installing ${packages.join(' ')}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages]
    if (!run('apt-get', install, { env })) {
      run('apt-get', ['update', '-qq'], { env })
      run('apt-get', install, { env })
    }
  }
  for (const { what, names, packages } of missing) {
    if (names.some(onPath)) continue
    say(
      `no ${what} here: tests that drive it cannot run (Debian: apt install ${packages.join(' ')})`,
    )
  }
}

function onPath(name) {
  if (name.startsWith('/')) return existsSync(name)
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
