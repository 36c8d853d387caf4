import type { Basis } from '../../shared/model.ts'
import type { Lang } from '../../shared/words/say.ts'
import type { ConsolidatedInput, Ports } from '../ports.ts'
import { exportInput } from './export-input.ts'
import { quotedLines } from './quoted-lines.ts'
import type { Years } from './quoted.ts'

/** Everything that the consolidated workbook says: the figures of the forms and those the summary quotes. */
export function consolidatedInput(
  years: Years,
  basis: Basis,
  lang: Lang,
  ports: Pick<Ports, 'clock' | 'digest'>,
): ConsolidatedInput {
  const input = exportInput(years.collection, basis, lang, ports.clock.now(), ports.digest)
  return { ...input, quoted: quotedLines(years, basis) }
}
