import type { Finding } from '../../../shared/findings.ts'
import type { Basis } from '../../../shared/model.ts'

/** Findings that come from elsewhere than the rules (screening), in the order they are shown. */
export interface BeyondRules {
  ofSchool(school: string, basis: Basis): readonly Finding[]
  /** Works out for all schools what `ofSchool` gives, in small steps. */
  steps(basis: Basis): Iterable<void>
}
