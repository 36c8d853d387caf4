import type { FiguresApi } from '../../../shared/figures.ts'
import { dimensionNames } from '../../consolidate/groups.ts'
import { consolidatedInput } from './consolidated-input.ts'
import { figuresOf, gridOf, storyOf, totalRowsOf } from './views.ts'
import { pastCell } from '../../last-year/past-cell.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import { exportTo } from '../export.ts'
import { faultsIn } from '../faults/open-faults.ts'
import { findingsIn } from '../findings/open-findings.ts'
import { lastYearIn } from '../last-year/years.ts'
import { knownSince } from '../opening.ts'
import type { Session } from '../session.ts'

/** 数据: the figures, where each comes from, and the consolidated workbook. */
export function figuresCases(session: Session, consolidation: () => Consolidation): FiguresApi {
  return {
    async grid({ form, basis, by, known }) {
      const collection = session.current()
      const names = dimensionNames(collection.config, collection.schools)
      const { opened, since } = knownSince(session, known)
      return gridOf(
        collection,
        collection.form(form),
        basis,
        names.includes(by) ? by : '',
        opened,
        since,
      )
    },
    async figures({ form, basis, scope }) {
      return figuresOf(session.current(), session.current().form(form), basis, scope)
    },
    async cell({ school, item }) {
      const last = lastYearIn(session)
      const place = session.current().index.place(item)
      const there = place !== null && last.values.has(school)
      const before = there ? pastCell(last, school, place.form.id, item) : null
      return storyOf(session.current(), school, item, before)
    },
    async totals({ form, by }) {
      return totalRowsOf(session.current(), session.current().form(form), by)
    },
    async exportWorkbook({ identities = false, ...wishes }) {
      return exportTo(session, '汇总表.xlsx', async (path, handle, collection) => {
        const found = { ...findingsIn(session).view(wishes.basis), faults: faultsIn(session) }
        const input = consolidatedInput(
          consolidation(),
          { ...wishes, identities },
          session.ports,
          found,
        )
        const blank = (name: string): Uint8Array | null =>
          collection.material('form', name)?.bytes ?? null
        const progress = (done: number, total: number, now: string): void =>
          handle.update({ done, total, current: now })
        await session.ports.writer.consolidated(input, blank, path, progress, handle.signal)
      })
    },
  }
}
