import type { TextsApi } from '../../../shared/texts.ts'
import type { Session } from '../session.ts'
import { textInLimits } from '../../collection/texts-in-limits.ts'

/** Rules, indicators and the summary as texts that a person edits. */
export function textsCases(session: Session): TextsApi {
  return {
    async text({ role }) {
      return { text: session.current().text(role) }
    },
    async editText({ role, text, reason }) {
      await textInLimits(session.ports.reader, role, text)
      return session.write({ kind: 'edit-text', payload: { role, text }, reason })
    },
  }
}
