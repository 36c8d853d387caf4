import type { SeriesApi } from '../../../shared/series.ts'
import { CallError } from '../../../shared/result.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import { yearNumberOf, yearsBefore } from '../last-year/earlier.ts'
import type { Session } from '../session.ts'
import { yearGiven } from './give-year.ts'
import { titleOf, yearsView } from './known-years.ts'
import { indicatorLines, seriesView } from './series-view.ts'

/** 历年: earlier years given and taken out, who became who, and everything over the years. */
export function seriesCases(session: Session, consolidation: () => Consolidation): SeriesApi {
  return {
    async years() {
      return yearsView(consolidation())
    },
    async series({ measure, basis, school }) {
      return seriesView(consolidation(), measure, basis, school ?? null)
    },
    async indicatorLines({ basis }) {
      return indicatorLines(consolidation(), basis)
    },
    async giveYear(given) {
      return session.write(await yearGiven(session, given))
    },
    async removeYear({ year, reason }) {
      if (!session.current().ledger.earlierYears.has(year))
        throw new CallError('no-such-year', { year })
      return session.write({ kind: 'remove-earlier-year', payload: { year }, reason })
    },
    async saySuccession({ year, before, now, reason }) {
      const { schools, year: own } = yearsView(consolidation())
      const here = schools.find((one) => one.year === year) ?? null
      const then = schools.findLast((one) => one.year < year)
      if (own === null || then === undefined || year > own)
        throw new CallError('no-such-year', { year })
      if (before.length + now.length === 0) throw new CallError('no-such-school', { school: '' })
      const nameIn = (list: { id: string; name: string }[] | undefined, id: string): string => {
        const found = list?.find((one) => one.id === id)
        if (found === undefined) throw new CallError('no-such-school', { school: id })
        return found.name
      }
      // Of a year that nobody gave: who is there is known by the years around it.
      const later = here ?? schools.find((one) => one.year > year)
      const names = {
        before: before.map((id) => nameIn(then.schools, id)),
        now: now.map((id) => nameIn(later?.schools, id)),
      }
      const payload = { before, now, names, ...(year !== own && { year }) }
      return session.write({ kind: 'link-schools', payload, reason })
    },
    async sayBreak({ about, year, breaks, reason }) {
      const collection = session.current()
      const own = yearNumberOf(collection)
      const first = yearsBefore(collection, consolidation().prior)[0]?.year
      if (own === null || first === undefined || year <= first || year > own)
        throw new CallError('no-such-year', { year })
      const known =
        collection.index.place(about) !== null ||
        consolidation()
          .indicatorList()
          .some(({ id }) => id === about)
      if (!known) throw new CallError('no-such-item', { item: about })
      const title = titleOf(consolidation(), about)
      return session.write({
        kind: 'break-series',
        payload: { about, title, year, breaks },
        reason,
      })
    },
  }
}
