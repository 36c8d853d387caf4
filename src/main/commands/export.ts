import { resolve } from 'node:path'
import type { Api } from '../../shared/api.ts'
import type { Basis } from '../../shared/model.ts'
import { CallError } from '../../shared/result.ts'
import type { Lang } from '../../shared/words/say.ts'
import { copyWhole } from '../files/whole.ts'
import { notWrittenText } from './not-written.ts'
import { finished, openCollection, progressLine, withWorkspace } from './workspace.ts'
import { tell } from './terminal.ts'

/**
 * `export WORKSPACE --all --out FILE.zip`: everything that `compile` writes, from a collection as it
 * stands, in one zip.
 *
 * @throws CallError those of opening a collection, `cannot-write`, `cancelled`
 */
export async function exportAllCommand(options: {
  workspace: string
  out: string
  lang: Lang
  identityNumbers: boolean
}): Promise<void> {
  const { lang, identityNumbers: identities } = options
  await exported(options, (service) => service.exportResults({ lang, identities }))
}

/**
 * `export WORKSPACE --evidence --out FILE.zip`: an evidence pack, which a third person can verify
 * without this program.
 *
 * @throws CallError those of opening a collection, `cannot-write`, `cancelled`
 */
export async function exportEvidenceCommand(options: {
  workspace: string
  out: string
  lang: Lang
}): Promise<void> {
  await exported(options, (service) => service.exportEvidence({ lang: options.lang }))
}

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
  identityNumbers: boolean
}): Promise<void> {
  const { basis, lang, identityNumbers: identities } = options
  await exported(options, (service) => service.exportWorkbook({ basis, lang, identities }))
}

/** Runs an export over the collection, and puts what it made in its place by a whole file. */
export async function exported(
  options: { workspace: string; out: string; lang: Lang },
  begin: (service: Api) => { job: number } | Promise<{ job: number }>,
): Promise<void> {
  await withWorkspace('memory', async (workspace) => {
    const { service, ports } = workspace
    await openCollection(workspace, options.workspace, options.lang)
    const { job } = await begin(service)
    const { output, left } = await finished(service, job, progressLine)
    const made = output === null ? null : ports.grants.output(output.grant)
    if (made === null) throw new CallError('internal', { message: 'export' })
    for (const school of left) tell(`${notWrittenText(options.lang, school)}\n`)
    await copyWhole(made.path, resolve(options.out))
  })
}
