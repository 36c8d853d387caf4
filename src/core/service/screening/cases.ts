import type { Finding } from '../../../shared/findings.ts'
import type { Basis } from '../../../shared/model.ts'
import type { ScreeningApi } from '../../../shared/screening.ts'
import { CallError } from '../../../shared/result.ts'
import { numberOf } from '../../model/number.ts'
import { withKind } from '../../screening/settings.ts'
import { likeSchoolsOf } from './like-schools.ts'
import { screeningIn } from './open-screening.ts'
import type { Session } from '../session.ts'

/**
 * 筛查: what is checked beyond the rules, and like schools beside a finding.
 *
 * @param findings all that is found, of which the suspicions are a part
 */
export function screeningCases(
  session: Session,
  findings: (basis: Basis) => Promise<Finding[]>,
): ScreeningApi {
  return {
    async screening({ basis }) {
      await findings(basis)
      return screeningIn(session).view(basis)
    },
    async setScreening({ kind, on, values, reason }) {
      const wrong = values.find(({ value }) => numberOf(value.trim()) === null)
      if (wrong !== undefined) throw new CallError('not-a-number', { value: wrong.value })
      const before = session.current().text('screening') ?? session.ports.screening
      const text = withKind(before, kind, on, values)
      return session.write({ kind: 'edit-text', payload: { role: 'screening', text }, reason })
    },
    async likeSchools({ basis, rule, school, row, column }) {
      const found = (await findings(basis)).find(
        (one) =>
          one.school === school && one.rule === rule && one.row === row && one.column === column,
      )
      return found === undefined ? null : likeSchoolsOf(screeningIn(session), found, basis)
    },
  }
}
