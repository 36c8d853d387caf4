import { build } from 'vite'
import { root } from './root.ts'

/**
 * exceljs loads this to read workbooks as a stream, which the program never does; packages below it
 * come without a licence.
 */
const LEFT_OUT = 'unzipper'

/**
 * The program with all packages it uses in a few files, so that no folder of packages goes along.
 *
 * @param entries what it starts from: name → path
 * @param folder is emptied and filled; `licences.json` in it names the packages that went in
 */
export async function bundleProgram(
  entries: Readonly<Record<string, string>>,
  folder: string,
): Promise<void> {
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
      // Electron is in no bundle: it is what runs it.
      rolldownOptions: {
        input: entries,
        external: ['electron'],
        output: { entryFileNames: '[name].js' },
      },
    },
  })
}
