import type { CheckApi } from '../../../shared/check.ts'
import { findingKey } from '../../../shared/finding-key.ts'
import { CallError } from '../../../shared/result.ts'
import type { Fault } from '../../../shared/faults.ts'
import { checked } from './checking.ts'
import { findingListOf } from './finding-list.ts'
import { findingsIn } from './open-findings.ts'
import { knownSince } from '../opening.ts'
import type { Session } from '../session.ts'

/**
 * 审核: findings, repairs, explanations.
 *
 * @param faults what of the collection could not be used
 */
export function checkCases(session: Session, faults: () => Fault[]): CheckApi {
  return {
    async findings({ basis }) {
      return { ...(await checked(session)).view(basis), faults: faults() }
    },
    async findingList({ basis, known }) {
      const findings = await checked(session)
      const { opened, since } = knownSince(session, known)
      return {
        ...findingListOf(session.current(), findings, basis, since),
        opened,
        faults: faults(),
      }
    },
    async schoolFindings({ school, basis }) {
      const found = session.current().school(school)
      const { findings, corrected } = (await checked(session)).at(found, basis)
      return [...findings, ...corrected]
    },
    async repairs({ school, basis }) {
      const found = session.current().school(school)
      return findingsIn(session).repairs(found, basis)
    },
    async explain({ rule, school, row, column, text }) {
      session.current().school(school)
      const key = findingKey({ rule, school, row, column })
      const found = (await checked(session))
        .view('adopted')
        .findings.find((one) => findingKey(one) === key)
      if (found === undefined) throw new CallError('no-such-item', { item: `${rule} ${school}` })
      const payload = { finding: { rule, school, row, column }, difference: found.difference }
      return session.write({ kind: 'explain', payload, reason: text.trim() })
    },
  }
}
