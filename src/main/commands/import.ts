import type { FileRow } from '../../shared/intake.ts'
import { reasonText, statusText, type Lang } from '../../shared/words/say.ts'
import { itemsNamed } from '../grants.ts'
import { finished, openCollection, progressLine, withWorkspace } from './workspace.ts'
import { print } from './terminal.ts'

/**
 * `import WORKSPACE PATH…`: receives files into a collection and prints a verdict for each:
 * verdict, file, school and reasons, parted by tabs.
 *
 * @throws CallError no-such-file, those of opening a collection, `cancelled`
 */
export async function importCommand(options: {
  workspace: string
  paths: string[]
  lang: Lang
}): Promise<void> {
  const lines = await withWorkspace('memory', async (workspace) => {
    const { service, ports } = workspace
    const files = await ports.grants.give(await itemsNamed(options.paths))
    await openCollection(workspace, options.workspace, options.lang, 'write')
    const before = new Set((await service.files({})).map((file) => file.id))
    const { job } = await service.importFiles({ files })
    await finished(service, job, progressLine)
    // A file that was in already keeps its row and its verdict: it is shown again.
    const named = ({ path }: FileRow) =>
      files.some((file) => path === file.path || path.startsWith(`${file.path}/`))
    return (await service.files({}))
      .filter((file) => !before.has(file.id) || named(file))
      .map((file) => verdictLine(file, options.lang))
  })
  print(lines.map((line) => `${line}\n`).join(''))
}

function verdictLine(file: FileRow, lang: Lang): string {
  const reasons = file.reasons.map((reason) => reasonText(lang, reason)).join(' ')
  return [statusText(lang, file.status), file.path, file.schoolName ?? '', reasons]
    .map((part) => part.replaceAll(/[\t\r\n]+/gu, ' '))
    .join('\t')
    .trimEnd()
}
