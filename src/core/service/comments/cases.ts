import type { CommentsApi } from '../../../shared/comments.ts'
import { CallError } from '../../../shared/result.ts'
import type { Session } from '../session.ts'

/** 批注: notes at cells and schools. */
export function commentsCases(session: Session): CommentsApi {
  return {
    async comments() {
      const { ledger } = session.current()
      return [...ledger.comments.values()]
        .map((comment) => ({
          ...comment,
          // A school that was merged speaks through the one that stands for it.
          school: session.current().standsFor(comment.school),
        }))
        .toReversed()
    },
    async addComment({ school, item, text, follow }) {
      const collection = session.current()
      collection.school(school)
      if (item !== null && collection.index.place(item) === null)
        throw new CallError('no-such-item', { item })
      if (text.trim() === '') throw new CallError('reason-missing')
      const payload = { school, item, follow }
      return session.write({ kind: 'comment', payload, reason: text.trim() })
    },
    async settleComment({ entry }) {
      const known = session.current().ledger.comments.get(entry)
      if (known === undefined || !known.follow || known.settled !== null)
        throw new CallError('no-such-entry', { entry })
      return session.write({ kind: 'settle-comment', payload: { comment: entry } })
    },
  }
}
