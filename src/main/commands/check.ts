import type { Fault } from '../../shared/faults.ts'
import { faultText } from '../../shared/words/faults.ts'
import type { Finding } from '../../shared/findings.ts'
import { findingText } from '../../shared/words/say.ts'
import type { Lang } from '../../shared/words/say.ts'
import { openCollection, withWorkspace } from './workspace.ts'
import { oneLine, print } from './terminal.ts'

/**
 * `check WORKSPACE`: the findings on the adopted figures, a line each: severity, school, rule and
 * the sentence, parted by tabs; before them
 * what could not be used; what has been explained carries its explanation at the end.
 *
 * @throws CallError those of opening a collection
 */
export async function checkCommand(options: { workspace: string; lang: Lang }): Promise<void> {
  const lines = await withWorkspace('memory', async (workspace) => {
    await openCollection(workspace, options.workspace, options.lang)
    const { findings, faults } = await workspace.service.findings({ basis: 'adopted' })
    return [
      ...faults.map((fault) => faultLine(fault, options.lang)),
      ...findings.map((finding) => findingLine(finding, options.lang)),
    ]
  })
  print(lines.map((line) => `${line}\n`).join(''))
}

/** What could not be used stands first: a rule that is not run finds nothing. */
function faultLine(fault: Fault, lang: Lang): string {
  const word = { zh: '未能采用', en: 'not used' }[lang]
  return [word, '', '', fault.id, faultText(lang, fault), '', ''].map(oneLine).join('\t').trimEnd()
}

function findingLine(finding: Finding, lang: Lang): string {
  const severity = {
    zh: { error: '强制性', query: '核实性' },
    en: { error: 'error', query: 'query' },
  }
  const cells = finding.items
    .filter((item) => item.cell !== '')
    .map((item) => item.item)
    .join(' ')
  return [
    severity[lang][finding.severity],
    finding.school,
    finding.schoolName,
    finding.rule,
    findingText(lang, finding),
    cells,
    finding.explanation?.text ?? '',
  ]
    .map(oneLine)
    .join('\t')
    .trimEnd()
}
