import { CITY_SUMMARY } from '../../../shared/city.ts'
import type { CityDraftApi, CityTextApi } from '../../../shared/city.ts'
import { CallError } from '../../../shared/result.ts'
import { exportFile } from '../export.ts'
import type { Session } from '../session.ts'
import { quotedForms } from '../summary/quoted-forms.ts'
import { documentOf, plainTextOf } from '../summary/summary-document.ts'
import { citySummaryView, cityTrail, filledCitySummary, quotedIn } from './city-summary.ts'
import type { Cities } from './open-cities.ts'

/** 全市总结: the summary over a city. */
export function cityTextCases(
  session: Session,
  cities: Cities,
): Omit<CityTextApi, keyof CityDraftApi> {
  const { ports } = session

  const write = (name: string, to: (path: string) => Promise<void>): { job: number } =>
    exportFile(session, name, to)

  return {
    async citySummary({ basis, text }) {
      const open = cities.current()
      return citySummaryView(open, basis, text, open.view.revision)
    },
    async cityQuotedForms({ indicator, basis }) {
      const { city } = cities.current()
      return quotedForms((await quotedIn(city, basis)).get(indicator))
    },
    async saveCitySummary({ text }) {
      cities.saveSummary(text)
      return cities.touched()
    },
    async exportCitySummary({ basis, as }) {
      const open = cities.current()
      const { name, summary } = open.folder
      if (summary === null) throw new CallError('no-such-file', { path: CITY_SUMMARY })
      if (as === 'md') return write(CITY_SUMMARY, (path) => ports.writer.text(summary, path))
      const filled = await filledCitySummary(open, basis)
      if (as === 'txt')
        return write(`年度总结_${name}.txt`, (path) => ports.writer.text(plainTextOf(filled), path))
      return write(`年度总结_${name}.docx`, (path) =>
        ports.writer.summary(documentOf(name, filled), path),
      )
    },
    async cityTrail({ indicator, basis }) {
      return cityTrail(cities.current(), indicator, basis)
    },
  }
}
