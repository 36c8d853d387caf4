import { resolve } from 'node:path'
import type { Basis } from '../../shared/model.ts'
import { CallError } from '../../shared/result.ts'
import type { Lang } from '../../shared/words/say.ts'
import { copyWhole } from '../files/whole.ts'
import { finished, openCollection, progressLine, withWorkspace } from './workspace.ts'

/**
 * `export WORKSPACE --out FILE.xlsx`: writes the consolidated workbook. An older file of that name
 * is replaced at the very end, by a whole one.
 *
 * @throws CallError those of opening a collection, `cannot-write`, `cancelled`
 */
export async function exportCommand(options: {
  workspace: string
  out: string
  basis: Basis
  lang: Lang
}): Promise<void> {
  await withWorkspace('memory', async (workspace) => {
    const { service, ports } = workspace
    await openCollection(workspace, options.workspace, options.lang)
    const { job } = await service.exportWorkbook({ basis: options.basis, lang: options.lang })
    const { output } = await finished(service, job, progressLine)
    const made = output === null ? null : ports.grants.output(output.grant)
    if (made === null) throw new CallError('internal', { message: 'export' })
    await copyWhole(made.path, resolve(options.out))
  })
}
