import type { CellChange } from '../../shared/corrections.ts'
import type { Finding } from '../../shared/findings.ts'
import { standOf } from './stand.ts'

/**
 * The corrected values that schools gave in answer to findings, each cell once, with what they
 * said. Only what is beyond doubt: unclear, contradictory and outdated values are left out.
 */
export function proposalsOf(findings: readonly Finding[]): { changes: CellChange[]; said: string } {
  const changes = new Map<string, CellChange>()
  const said = new Set<string>()
  for (const finding of findings) {
    if (standOf(finding) !== 'answered') continue
    for (const { item, state, value } of finding.answer?.cells ?? []) {
      if (state !== 'proposed' || value === null) continue
      changes.set(`${finding.school}|${item}`, { school: finding.school, item, value })
      if (finding.answer !== undefined && finding.answer.text !== '') said.add(finding.answer.text)
    }
  }
  return { changes: [...changes.values()], said: [...said].join('；').slice(0, LONGEST) }
}

/** A reason stays a sentence. */
const LONGEST = 200
