import type { FindingsView } from '../../../shared/findings.ts'
import { faultText } from '../../../shared/words/faults.ts'
import type { ConsolidatedInput } from '../../model/consolidated-input.ts'
import type { Ports } from '../../ports.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import { exportInput } from './export-input.ts'
import { formsForOthers } from './for-others.ts'
import { listSheets } from './list-sheets.ts'
import type { ExportWishes } from './list-sheets.ts'
import { findingLines } from '../findings/finding-lines.ts'
import { quotedLines } from '../summary/quoted-lines.ts'

/** Everything that the consolidated workbook says: the figures of the forms, what was found over them, and those the summary quotes. */
export function consolidatedInput(
  consolidation: Consolidation,
  { basis, lang, identities }: ExportWishes,
  ports: Pick<Ports, 'clock' | 'digest'>,
  found: FindingsView | null,
): ConsolidatedInput {
  const input = exportInput(consolidation, basis, lang, ports.clock.now(), ports.digest)
  const findings = findingLines(consolidation.collection, found, input.groupBy)
  const faults = (found?.faults ?? []).map((fault) => ({
    id: fault.id,
    kind: fault.kind,
    text: faultText(lang, fault),
  }))
  const lists = listSheets(consolidation.collection, { identities, basis })
  const forms = identities ? input.forms : formsForOthers(input.forms)
  return { ...input, forms, lists, faults, findings, quoted: quotedLines(consolidation, basis) }
}
