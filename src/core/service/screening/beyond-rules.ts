import type { Finding, RuleRow } from '../../../shared/findings.ts'
import type { Basis } from '../../../shared/model.ts'

/** Findings that come from elsewhere than the rules (screening), in the order they are shown. */
export interface BeyondRules {
  ofSchool(school: string, basis: Basis): readonly Finding[]
  /** Works out for all schools what `ofSchool` gives, in small steps. */
  steps(basis: Basis): Iterable<void>
  /** Rules of its own that a person can switch, with how they fare; absent where it has none. */
  rules?(): readonly RuleRow[]
}
