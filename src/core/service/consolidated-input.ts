import type { FindingsView } from '../../shared/findings.ts'
import type { Basis } from '../../shared/model.ts'
import type { Lang } from '../../shared/words/say.ts'
import type { ConsolidatedInput, Ports } from '../ports.ts'
import { exportInput } from './export-input.ts'
import { findingLines } from './finding-lines.ts'
import { quotedLines } from './quoted-lines.ts'
import type { Years } from './quoted.ts'

/** Everything that the consolidated workbook says: the figures of the forms, what was found over them, and those the summary quotes. */
export function consolidatedInput(
  years: Years,
  basis: Basis,
  lang: Lang,
  ports: Pick<Ports, 'clock' | 'digest'>,
  found: FindingsView | null,
): ConsolidatedInput {
  const input = exportInput(years.collection, basis, lang, ports.clock.now(), ports.digest)
  const findings = findingLines(years.collection, found, input.groupBy)
  return { ...input, findings, quoted: quotedLines(years, basis) }
}
