import { resolve } from 'node:path'

/** The threads that any host starts. */
const THREADS = {
  'reader.worker': 'src/main/workbook/reader.worker.ts',
  'unpack.worker': 'src/main/zip/unpack.worker.ts',
  'backup.worker': 'src/main/store/backup.worker.ts',
}
const CLI = { cli: 'src/main/cli.ts' }
const DESKTOP = { desktop: 'src/main/desktop.ts' }

/** The files that the build of a checkout starts from, for the bundler: name → path. */
export function mainEntries(root: string): Record<string, string> {
  return placed(root, { ...DESKTOP, web: 'src/main/web.ts', ...CLI, ...THREADS })
}

/** The same for the portable folder. */
export function portableEntries(root: string): Record<string, string> {
  return placed(root, { launch: 'src/main/launch.ts', ...CLI, ...THREADS })
}

/** The same for the desktop program: Electron's shell, which has no command line. */
export function desktopEntries(root: string): Record<string, string> {
  return placed(root, { ...DESKTOP, ...THREADS })
}

function placed(root: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, file]) => [name, resolve(root, file)]),
  )
}
