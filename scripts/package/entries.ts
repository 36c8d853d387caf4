import { resolve } from 'node:path'

/** What a host or a thread is started with, besides the shells themselves. */
const PARTS = {
  cli: 'src/main/cli.ts',
  'reader.worker': 'src/main/workbook/reader.worker.ts',
  'unpack.worker': 'src/main/zip/unpack.worker.ts',
  'backup.worker': 'src/main/store/backup.worker.ts',
}

/** The files that the build of a checkout starts from, for the bundler: name → path. */
export function mainEntries(root: string): Record<string, string> {
  return placed(root, { desktop: 'src/main/desktop.ts', web: 'src/main/web.ts', ...PARTS })
}

/** The same for the portable folder. */
export function portableEntries(root: string): Record<string, string> {
  return placed(root, { launch: 'src/main/launch.ts', ...PARTS })
}

function placed(root: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, file]) => [name, resolve(root, file)]),
  )
}
