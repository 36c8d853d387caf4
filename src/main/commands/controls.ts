import type { ControlLine } from '../../shared/controls.ts'
import { controlProblemText, controlText } from '../../shared/words/controls.ts'
import type { Lang } from '../../shared/words/say.ts'
import { itemsNamed } from '../grants.ts'
import { openCollection, withWorkspace } from './workspace.ts'
import { oneLine, print, tell } from './terminal.ts'

/**
 * `controls WORKSPACE FILE…`: takes workbooks of totals into a collection and prints each total
 * beside the schools' sum on the adopted figures: scope, item, theirs, ours, difference, what may
 * explain it, parted by tabs. Cells that could not be used go to stderr, a line each.
 *
 * @throws CallError no-such-file, bad-controls, those of opening a collection
 */
export async function controlsCommand(options: {
  workspace: string
  paths: string[]
  lang: Lang
}): Promise<void> {
  const { workspace: path, paths, lang } = options
  const { sources, lines } = await withWorkspace('memory', async (workspace) => {
    const { service, ports } = workspace
    const files = await ports.grants.give(await itemsNamed(paths))
    await openCollection(workspace, path, lang, 'write')
    const before = new Set(
      (await service.controls({ basis: 'adopted' })).sources.map((s) => s.entry),
    )
    await service.importControls({ files, reason: '' })
    const view = await service.controls({ basis: 'adopted' })
    return {
      sources: view.sources.filter((source) => !before.has(source.entry)),
      lines: view.lines.filter((line) => !before.has(line.source)),
    }
  })
  for (const { name, problems } of sources) {
    for (const problem of problems) {
      const where = `${name} ${problem.sheet} ${problem.cell}`
      tell(`${oneLine(`${where} ${controlProblemText(lang, problem)}`)}\n`)
    }
  }
  print(lines.map((line) => `${controlLine(line, lang)}\n`).join(''))
}

function controlLine(line: ControlLine, lang: Lang): string {
  const why = line.explanations
    .map((one) => controlText(lang, one))
    .join(lang === 'zh' ? '；' : '; ')
  const what = line.item === null ? line.title : `${line.item} ${line.title}`
  return [line.scopeName, what, line.theirs, line.ours, line.difference, why]
    .map(oneLine)
    .join('\t')
    .trimEnd()
}
