import type { ScreeningApi } from '../../../shared/screening.ts'
import { CallError } from '../../../shared/result.ts'
import { numberOf } from '../../model/number.ts'
import { withKind } from '../../screening/settings.ts'
import { likeSchoolsOf } from './like-schools.ts'
import type { Session } from '../session.ts'

/** 筛查: what is checked beyond the rules, and like schools beside a finding. */
export function screeningCases(session: Session): ScreeningApi {
  return {
    async screening({ basis }) {
      return session.screening.view(basis)
    },
    async setScreening({ kind, on, values, reason }) {
      const wrong = values.find(({ value }) => numberOf(value.trim()) === null)
      if (wrong !== undefined) throw new CallError('not-a-number', { value: wrong.value })
      const before = session.current().text('screening') ?? session.ports.screening
      const text = withKind(before, kind, on, values)
      session.append({ kind: 'edit-text', note: 'screening', text, reason })
      session.current().refreshLedger()
      return session.changed()
    },
    async likeSchools({ basis, rule, school, row, column }) {
      const found = session.findings
        ?.view(basis)
        .findings.find(
          (one) =>
            one.school === school && one.rule === rule && one.row === row && one.column === column,
        )
      return found === undefined ? null : likeSchoolsOf(session.screening, found, basis)
    },
  }
}
