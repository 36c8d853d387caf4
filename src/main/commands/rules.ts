import { nothingProved, proofLines } from '../../shared/words/rule-proof.ts'
import { nothingProposed, supportText } from '../../shared/words/rule-proposal.ts'
import type { Lang } from '../../shared/words/say.ts'
import { oneLine, print } from './terminal.ts'
import { openCollection, withWorkspace } from './workspace.ts'

/**
 * `rules WORKSPACE`: every rule, a line each: id, class, where it comes from, whether it runs, title, parted by
 * tabs. With `prove` what the rules in force have to do with each other: what was found, the rule, why. With
 * `propose` relations that the figures show and no rule in force says: check, title, support.
 *
 * @throws CallError those of opening a collection
 */
export async function rulesCommand(options: {
  workspace: string
  prove: boolean
  propose: boolean
  lang: Lang
}): Promise<void> {
  const { workspace: path, prove, propose, lang } = options
  const lines = await withWorkspace('memory', async (workspace) => {
    await openCollection(workspace, path, lang)
    if (propose) {
      const found = await workspace.service.proposeRules({})
      const told = found.map((one) =>
        [one.check, one.title, supportText(lang, one)].map(oneLine).join('\t'),
      )
      return told.length === 0 ? [nothingProposed(lang)] : told
    }
    if (!prove) {
      const { rules } = await workspace.service.findings({ basis: 'adopted' })
      return rules.map(({ id, severity, origin, on, title }) =>
        [id, severity, origin, on ? 'on' : 'off', title].map(oneLine).join('\t'),
      )
    }
    const proof = await workspace.service.proveRules({})
    const found = proofLines(lang, proof).map(({ label, rule, text }) =>
      [label, rule, text].map(oneLine).join('\t'),
    )
    return found.length === 0 ? [nothingProved(lang, proof)] : found
  })
  print(lines.map((line) => `${line}\n`).join(''))
}
