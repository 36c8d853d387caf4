import { CITY_SUMMARY } from '../../../shared/city.ts'
import type { CityTextApi } from '../../../shared/city.ts'
import { CallError } from '../../../shared/result.ts'
import { utf8Bytes } from '../../model/utf8-bytes.ts'
import { draftExport } from '../draft/export-draft.ts'
import { readText } from '../draft/read-text.ts'
import { exportFile } from '../export.ts'
import type { Session } from '../session.ts'
import { documentOf, plainTextOf } from '../summary/summary-document.ts'
import { cityDraftView } from './city-draft.ts'
import { citySummaryView, cityTrail, filledCitySummary } from './city-summary.ts'
import type { Cities } from './open-cities.ts'

/** 全市总结: the summary over a city, and a draft of it checked. */
export function cityTextCases(session: Session, cities: Cities): CityTextApi {
  const { ports } = session

  const write = (name: string, to: (path: string) => Promise<void>): { job: number } =>
    exportFile(session, name, to)

  return {
    async citySummary({ basis, text }) {
      const open = cities.current()
      return citySummaryView(open, basis, text, open.view.revision)
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
    async cityDraft({ basis }) {
      const { city, draft, view } = cities.current()
      return draft === null ? null : cityDraftView(city, draft, basis, view.revision)
    },
    async checkCityDraft({ files, name, text, basis }) {
      const open = cities.current()
      const [file] = await session.sources(files)
      const bytes =
        file === undefined
          ? utf8Bytes(text ?? plainTextOf(await filledCitySummary(open, basis)))
          : await file.bytes()
      const own = file === undefined ? name : (file.path.split('/').at(-1) ?? file.path)
      const read = await readText(ports.reader, own, bytes)
      open.draft = { name: own, bytes, at: ports.clock.now(), ...read }
      return cities.touched()
    },
    async exportCityDraft({ basis, as, lang }) {
      const { city, draft, view } = cities.current()
      if (draft === null) throw new CallError('no-such-file', { path: '' })
      const found = await cityDraftView(city, draft, basis, view.revision)
      const { name, write: to } = draftExport(ports, found, as, lang, () => draft.bytes)
      return write(name, to)
    },
  }
}
