import { resolve } from 'node:path'
import type { Lang } from '../../shared/words/say.ts'
import { besideText, partitionText } from '../../shared/words/lake.ts'
import { print, tell } from './terminal.ts'
import { openCollection, withWorkspace } from './workspace.ts'

/**
 * `export WORKSPACE --parquet DIR`: writes the collection's partition below DIR and prints where it
 * lies. The partition that was there is replaced whole.
 *
 * @throws CallError those of opening a collection, place-missing, bad-period, partition-taken,
 * engine-missing, cannot-write, cancelled
 */
export async function exportLakeCommand(options: {
  workspace: string
  folder: string
  province: string
  city: string
  county: string
  replace: boolean
  lang: Lang
}): Promise<void> {
  const { lang, province, city, county, replace } = options
  await withWorkspace('memory', async (workspace) => {
    await openCollection(workspace, options.workspace, lang)
    const signal = { cancelled: false }
    const stop = (): void => void (signal.cancelled = true)
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    try {
      const partition = workspace.service.lakePartition({ province, city, county })
      const folder = resolve(options.folder)
      const at = await workspace.ports.lake.write(partition, folder, { replace, signal })
      const beside = Number(partition.about['beside'])
      if (beside > 0) tell(`${besideText(lang, beside)}\n`)
      print(`${partitionText(lang, at)}\n`)
    } finally {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    }
  })
}
