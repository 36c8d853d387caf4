import type {
  CityApi,
  CityTextApi,
  CityFormView,
  CityView,
  CityLine,
} from '../../../shared/city.ts'
import type { Basis } from '../../../shared/model.ts'
import { CallError } from '../../../shared/result.ts'
import { rollupTroubleText } from '../../../shared/words/lake.ts'
import { labelOf } from '../../forms/form-index.ts'
import { cityWorkbook } from '../../rollup/results.ts'
import type { RollupTotals } from '../../rollup/totals.ts'
import type { CityForm } from '../../rollup/city.ts'
import type { FolderReading } from '../../model/lake/lake-port.ts'
import { exportFile } from '../export.ts'
import type { Session } from '../session.ts'
import type { Cities } from './open-cities.ts'

/** 汇总各县: the counties of a folder, over the screens that a county has. */
export function cityCases(session: Session, cities: Cities): Omit<CityApi, keyof CityTextApi> {
  const city = () => cities.current().city
  return {
    async openCity({ files, lang }) {
      return watched((how) => cities.read(files, { lang, ...how }))
    },
    async openKnownCity({ grant, lang }) {
      const files = await session.ports.counties.files(grant)
      return watched((how) => cities.read(files, { lang, ...how }))
    },
    async reopenCity({ lang }) {
      return watched((how) => cities.again({ lang, ...how }))
    },
    async city() {
      if (!cities.isOpen) return null
      const { view, folder } = cities.current()
      const changed = folder.changed().map((county) => ({
        code: 'county-changed' as const,
        county,
        params: {},
      }))
      return { ...view, troubles: [...changed, ...view.troubles] }
    },
    async closeCity() {
      cities.close()
      return null
    },
    async cityForm({ form, basis }) {
      const found = await city().form(form, basis)
      return {
        form: found.form,
        lines: found.counties.map(({ part, totals }) =>
          line(String(part), city().nameOf(part), cityOf(part), totals),
        ),
        total: line('', '', '', found.total),
      }
    },
    async cityGroups({ form, basis, by }): Promise<CityFormView> {
      const found = await city().form(form, basis)
      const groups = await city().groups(form, basis, by)
      return {
        form: found.form,
        lines: groups.map(({ group, totals }) => line(group, group, '', totals)),
        total: line('', '', '', found.total),
      }
    },
    async citySchools({ part, form, basis }) {
      return city().schools(part, form, basis)
    },
    async cityCell({ part, school, item, basis }) {
      return city().cell(part, school, item, basis)
    },
    async cityIndicators({ basis }) {
      return city().indicators(basis)
    },
    async cityBridge({ item, basis }) {
      const place = city().place(item)
      return { ...(await city().bridgeOf(item, basis)), label: labelOf(place.form, place.item) }
    },
    async openCounty({ part }) {
      const { folder } = cities.current()
      const own = city().parts.find((one) => one.part === part)
      if (own === undefined) throw new CallError('no-such-file', { path: '' })
      return session.openStore(await folder.openCollection(own))
    },
    async exportCity({ basis, lang }) {
      const { folder } = cities.current()
      const name = `汇总表_${folder.name}.xlsx`
      return exportFile(session, name, async (path, job) => {
        const { ports } = session
        const forms = await allForms(cities, basis)
        const input = cityWorkbook(city(), forms, {
          title: folder.name,
          basis,
          lang,
          now: ports.clock.now(),
          digest: ports.digest,
          troubleText: (trouble) => rollupTroubleText(lang, trouble),
        })
        const blanks = await city().blanks(input.forms.map(({ workbook }) => workbook))
        await ports.writer.consolidated(
          input,
          (one) => blanks.get(one) ?? null,
          path,
          (done, total, current) => job.update({ done, total, current }),
          job.signal,
        )
      })
    },
  }

  /** Reads as a job that is watched and can be cancelled; what was open stays until it is done. */
  async function watched(
    read: (how: Omit<FolderReading, 'lang'>) => Promise<CityView>,
  ): Promise<CityView> {
    const { jobs } = session
    return new Promise((resolve, reject) => {
      jobs.start('city', async (job) => {
        const progress = (done: number, total: number, current: string): void =>
          job.update({ done, total, current })
        // Whoever asked is told what went wrong, with its sentence.
        await read({ signal: job.signal, progress }).then(resolve, reject)
      })
    })
  }

  function cityOf(part: number): string {
    return city().parts.find((one) => one.part === part)?.city ?? ''
  }
}

function line(key: string, name: string, city: string, totals: RollupTotals): CityLine {
  const { values, schools, asked } = totals
  return { key, name, city, values, schools, asked }
}

async function allForms(cities: Cities, basis: Basis): Promise<CityForm[]> {
  const { city } = cities.current()
  const forms: CityForm[] = []
  for (const { id } of city.forms) forms.push(await city.form(id, basis))
  return forms
}
