import type { Collection } from '../../collection/collection.ts'
import { Kept } from '../../memory/kept.ts'
import { lastYearIn, saidIn } from '../last-year/years.ts'
import { ListChecks, together } from '../screening/list-checks.ts'
import { screeningIn } from '../screening/open-screening.ts'
import type { Session } from '../session.ts'
import { Findings } from './findings.ts'
import type { BeyondRules } from '../screening/beyond-rules.ts'
import { ruleSetOf, switchesKey } from './rule-set.ts'
import type { RuleSet } from './rule-set.ts'

interface Made {
  findings: Findings
  rules: string | null
  switches: string
  said: ReadonlyMap<string, string>
  screening: BeyondRules
}

const MADE = new Kept<Collection, Made | null>()

/**
 * What rules and screening find in the open collection. Holds until a text of theirs is edited, a
 * rule switched or another last year chosen.
 */
export function findingsIn(session: Session): Findings {
  const collection = session.current()
  const now = {
    rules: collection.text('rules'),
    switches: switchesKey(collection),
    said: saidIn(session),
    screening: screeningIn(session),
  }
  const made = MADE.of(collection, () => null)
  if (
    made !== null &&
    made.rules === now.rules &&
    made.switches === now.switches &&
    made.said === now.said &&
    made.screening === now.screening
  )
    return made.findings
  const put = (): RuleSet => ruleSetOf(collection, session.ports.shippedRules())
  const beyond = together(now.screening, new ListChecks(collection))
  const findings = new Findings(collection, put, lastYearIn(session), beyond, now.said)
  MADE.put(collection, { ...now, findings })
  return findings
}
