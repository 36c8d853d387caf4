import { findingKey, refOfKey } from '../../../shared/finding-key.ts'
import type { Overview } from '../../../shared/overview.ts'
import type { FindingRef, QueriesApi } from '../../../shared/queries.ts'
import type { School } from '../../../shared/model.ts'
import { CallError } from '../../../shared/result.ts'
import { queryMessage } from '../../queries/message.ts'
import { queryBookName } from '../../model/query-book.ts'
import type { QueryBook } from '../../model/query-book.ts'
import { contentIn } from '../intake/content.ts'
import { aboutOf } from '../findings/finding-state.ts'
import { queriesView } from './queries-view.ts'
import { queryBook } from './query-books.ts'
import { exportTo, nameFor } from '../export.ts'
import { checked } from '../findings/checking.ts'
import { findingsIn } from '../findings/open-findings.ts'
import type { Session } from '../session.ts'
import { explanationsIn } from './take-explanations.ts'

/** 退回核实: asking the schools, and what they answered. */
export function queriesCases(session: Session): QueriesApi {
  return {
    async queries() {
      const findings = await checked(session)
      return queriesView(session.current(), findings)
    },
    async queryText({ school }) {
      const [asking] = questionsFor(session, [session.current().school(school)])
      if (asking === undefined) throw new CallError('nothing-to-ask')
      const { book } = asking
      return { text: queryMessage(book), questions: book.questions.length }
    },
    async exportQueries({ schools }) {
      const collection = session.current()
      const wanted = schools?.map((id) => collection.school(id)) ?? collection.expected
      const asked = questionsFor(session, wanted)
      const [only] = asked
      if (only === undefined) throw new CallError('nothing-to-ask')
      const single = asked.length === 1
      const books = asked.map(({ book }) => ({ name: queryBookName(book), book }))
      return exportTo(
        session,
        single ? queryBookName(only.book) : `${nameFor('退回核实', collection.config)}.zip`,
        async (path, job) => {
          const kind = single ? 'file' : 'zip'
          const failed = await session.ports.writer.queries(
            books,
            contentIn(collection),
            { path, kind },
            (done, total, current) => job.update({ done, total, current }),
            job.signal,
          )
          // Asked is who has a workbook; of the others it is said that they have none.
          const left = new Set(failed.map(({ school }) => school))
          job.update({ left: [...left] })
          await enterAsked(
            session,
            asked.filter(({ book }) => !left.has(book.school.name)),
          )
        },
      )
    },
    async askSchool({ school }) {
      const asked = questionsFor(session, [session.current().school(school)])
      if (asked.length === 0) throw new CallError('nothing-to-ask')
      return enterAsked(session, asked)
    },
    async takeExplanations({ files }) {
      const said = [...(await explanationsIn(session, files))].flatMap(([key, text]) => {
        const finding = refOfKey(key)
        return finding === null ? [] : [{ finding, text }]
      })
      if (said.length === 0) return { taken: 0 }
      await session.write({ kind: 'take-explanations', payload: { said } })
      return { taken: said.length }
    },
    async withdrawFinding({ reason, ...ref }) {
      session.current().school(ref.school)
      if (reason.trim() === '') throw new CallError('reason-missing')
      const key = findingKey(ref)
      const found = (await checked(session))
        .view('adopted')
        .findings.find((one) => findingKey(one) === key)
      if (found === undefined) {
        throw new CallError('no-such-item', { item: `${ref.rule} ${ref.school}` })
      }
      const payload = { finding: ref, difference: found.difference }
      return session.write({ kind: 'withdraw-finding', payload, reason: reason.trim() })
    },
  }
}

/** What a school is to be asked, and how the ledger remembers it. */
interface Asking {
  book: QueryBook
  questions: { finding: FindingRef; about: string }[]
}

/** The questions to those of the schools that have anything unsettled. */
function questionsFor(session: Session, schools: School[]): Asking[] {
  const now = session.ports.clock.now()
  return schools.flatMap((school) => {
    const findings = findingsIn(session).unsettled(school)
    if (findings.length === 0) return []
    const questions = findings.map((finding) => {
      const { rule, row, column } = finding
      return { finding: { rule, school: finding.school, row, column }, about: aboutOf(finding) }
    })
    return [{ book: queryBook(session.current(), school, findings, now), questions }]
  })
}

/** One line of the ledger for all that was asked in one go. */
function enterAsked(session: Session, asked: Asking[]): Promise<Overview> {
  const questions = asked.flatMap((one) => one.questions)
  return session.write({ kind: 'ask', payload: { questions } })
}
