import type { ConsolidateApi, Measure } from '../../../shared/consolidate.ts'
import type { Basis } from '../../../shared/model.ts'
import { CallError } from '../../../shared/result.ts'
import type { Collection } from '../../collection/collection.ts'
import { ownList } from '../../last-year/last-year.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'
import type { ExternalFigure } from '../../model/external-figure.ts'
import { bridgeView } from './bridge-view.ts'
import { Consolidation } from './consolidation.ts'
import { chosenLastYear, takenFor } from '../last-year/choose-last-year.ts'
import { catalogOf, pivotView, schoolsView } from './group-views.ts'
import { linksView } from './links-view.ts'
import { earlierLists, lastYearView } from '../last-year/last-year-view.ts'
import { externalsIn, lastYearIn } from '../last-year/years.ts'
import type { Session } from '../session.ts'

type Cases = Pick<
  ConsolidateApi,
  | 'consolidation'
  | 'pivot'
  | 'measuredSchools'
  | 'yearLinks'
  | 'linkSchools'
  | 'bridge'
  | 'chooseLastYear'
  | 'lastYearList'
  | 'confirmLastYear'
  | 'earlierLists'
  | 'dropLastYear'
>

/** 汇总: groups and the comparison with last year. */
export function consolidateCases(session: Session, consolidation: () => Consolidation): Cases {
  const measured = (measure: Measure, basis: Basis, comparable = false) =>
    consolidation().measured(measure, basis, comparable)
  return {
    async consolidation() {
      return catalogOf(consolidation(), lastYearIn(session))
    },
    async pivot({ measure, rows, columns, basis, comparable }) {
      return pivotView(consolidation(), measured(measure, basis, comparable), rows, columns)
    },
    async measuredSchools({ measure, where, basis, comparable }) {
      return schoolsView(consolidation(), measured(measure, basis, comparable), where)
    },
    async yearLinks() {
      return linksView(consolidation(), lastYearIn(session))
    },
    async linkSchools({ before, now, reason }) {
      if (before.length + now.length === 0) throw new CallError('no-such-school', { school: '' })
      for (const id of now) session.current().school(id)
      for (const id of before) {
        if (!lastYearIn(session).values.has(id))
          throw new CallError('no-such-school', { school: id })
      }
      const { nameBefore, nameNow } = namesOf(consolidation())
      const names = { before: before.map(nameBefore), now: now.map(nameNow) }
      return session.write({ kind: 'link-schools', payload: { before, now, names }, reason })
    },
    async bridge({ measure, basis }) {
      const returned = basis === 'returned' ? null : measured(measure, 'returned')
      return bridgeView(consolidation(), measured(measure, basis), returned, basis)
    },
    async earlierLists() {
      return earlierLists(session.current(), lastYearIn(session))
    },
    async lastYearList({ of = 'last' }) {
      return lastYearView(session.current(), lastYearIn(session), of)
    },
    async confirmLastYear({ form, of = 'last', reason }) {
      const list = ownList(lastYearIn(session), of)
      const asked = list?.pairings.some((one) => one.form === form && !one.fits) === true
      if (!asked) throw new CallError('no-such-item', { item: form })
      const payload = { form, ...(of !== 'last' && { of }) }
      return session.write({ kind: 'confirm-last-year', payload, reason })
    },
    async chooseLastYear({ grant, path, of = 'last', reason }) {
      const chosen = await chosenLastYear(session, grant, path)
      return session.write(takenFor(of, chosen, reason))
    },
    async dropLastYear({ of, reason }) {
      const list = ownList(lastYearIn(session), of)
      if (list === null) throw new CallError('nothing-changed')
      const payload = { of, sha256: null, source: list.source }
      return session.write({ kind: 'earlier-data', payload, reason })
    },
  }
}

function namesOf(consolidation: Consolidation) {
  return {
    nameBefore: (id: string) => consolidation.nameBefore(id),
    nameNow: (id: string) => consolidation.nameNow(id),
  }
}

type Given = [revision: number, prior: LastYear, external: ExternalFigure[]]

const made = perObjectGiven<Collection, Given, Consolidation>(
  (collection, _, prior, external) => new Consolidation(collection, prior, external),
)

/** What was worked out holds until something changes. */
export function consolidationIn(session: Session): Consolidation {
  const collection = session.current()
  return made(collection, collection.revision, lastYearIn(session), externalsIn(session))
}
