import type { SummaryApi } from '../../../shared/summary.ts'
import { cellReach } from './cell-reach.ts'
import { figureTrail } from './figure-trail.ts'
import { indicatorsById, yearsOf } from './quoted.ts'
import { quotedForms } from './quoted-forms.ts'
import { exportTo } from '../export.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import type { Session } from '../session.ts'
import { summaryDocument, summaryText } from './summary-document.ts'
import { summaryView } from './summary-view.ts'

/** 总结: the annual summary, and the way between its figures and the cells. */
export function summaryCases(session: Session, consolidation: () => Consolidation): SummaryApi {
  return {
    async summary({ basis, text }) {
      return summaryView(consolidation(), basis, text)
    },
    async quotedForms({ indicator, basis }) {
      return quotedForms(indicatorsById(yearsOf(session), basis).get(indicator))
    },
    async exportSummary({ basis, as }) {
      const { writer } = session.ports
      // Without a summary the call itself says so, not the job.
      const text = summaryText(yearsOf(session), basis)
      if (as === 'txt') return exportTo(session, '年度总结.txt', (path) => writer.text(text, path))
      return exportTo(session, '年度总结.docx', (path) =>
        writer.summary(summaryDocument(yearsOf(session), basis), path),
      )
    },
    async figureTrail({ indicator, basis }) {
      return figureTrail(yearsOf(session), indicator, basis)
    },
    async cellReach({ school, item }) {
      return cellReach(yearsOf(session), session.current().school(school), item)
    },
  }
}
