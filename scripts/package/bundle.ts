import { resolve } from 'node:path'
import { build } from 'vite'
import { root } from './root.ts'

/** What is started by itself: the program, the command line, and the threads. */
const ENTRIES = {
  launch: 'src/main/launch.ts',
  cli: 'src/main/cli.ts',
  'reader.worker': 'src/main/workbook/reader.worker.ts',
  'unpack.worker': 'src/main/zip/unpack.worker.ts',
}

/**
 * exceljs loads this to read workbooks as a stream, which the program never does; packages below it
 * come without a licence.
 */
const LEFT_OUT = 'unzipper'

/**
 * The program with all packages it uses in a few files, so that no folder of packages goes along.
 *
 * @param folder is emptied and filled; `licences.json` in it names the packages that went in
 */
export async function bundleProgram(folder: string): Promise<void> {
  const input = Object.fromEntries(
    Object.entries(ENTRIES).map(([name, file]) => [name, resolve(root, file)]),
  )
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      {
        name: 'left-out',
        enforce: 'pre',
        resolveId: (id) => (id === LEFT_OUT ? `\0${LEFT_OUT}` : null),
        load: (id) => (id === `\0${LEFT_OUT}` ? 'export default null' : null),
      },
    ],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node24',
      license: { fileName: 'licences.json' },
      rolldownOptions: { input, output: { entryFileNames: '[name].js' } },
    },
  })
}
