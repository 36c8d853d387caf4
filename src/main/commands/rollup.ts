import { basename, resolve } from 'node:path'
import type { CityForm } from '../../core/rollup/city.ts'
import {
  bridgeCsv,
  cityWorkbook,
  countiesCsv,
  groupsCsv,
  indicatorsCsv,
  totalsCsv,
} from '../../core/rollup/results.ts'
import { citySummaryView, filledCitySummary } from '../../core/service/city/city-summary.ts'
import type { CityText } from '../../core/service/city/city-summary.ts'
import { documentOf } from '../../core/service/summary/summary-document.ts'
import type { OutputFolder } from '../../core/model/output-folder.ts'
import type { Ports } from '../../core/ports.ts'
import type { Basis } from '../../shared/model.ts'
import { rollupCountyText, rollupTroubleText } from '../../shared/words/lake.ts'
import { summaryWarningText } from '../../shared/words/summary.ts'
import type { RollupTrouble } from '../../shared/rollup.ts'
import type { Lang } from '../../shared/words/say.ts'
import { outputFolder } from '../files/output-folder.ts'
import { openCity } from '../lake/open-city.ts'
import { print, tell } from './terminal.ts'
import { withWorkspace } from './workspace.ts'

/** What `rollup` is told. */
export interface RollupOptions {
  folder: string
  out?: string
  year?: string
  province?: string
  city?: string
  expect: string[]
  by?: string
  title?: string
  basis: Basis
  lang: Lang
}

/**
 * `rollup DIR [--out OUT]`: the counties of a city or province as one. Prints a line for each county; what
 * has to be said beside the figures goes to stderr; with OUT writes the city's results.
 *
 * @throws CallError no-such-file, nothing-to-roll-up, engine-missing, partition-changed, cannot-write, cancelled
 */
export async function rollupCommand(options: RollupOptions): Promise<void> {
  const { lang, basis } = options
  const signal = { cancelled: false }
  const stop = (): void => void (signal.cancelled = true)
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    await withWorkspace('memory', async ({ ports }) => {
      const { city, folder, close } = await openCity(ports, resolve(options.folder), {
        lang,
        ...(options.year !== undefined && { year: options.year }),
        ...(options.province !== undefined && { province: options.province }),
        ...(options.city !== undefined && { city: options.city }),
        expected: options.expect,
        hashes: true,
      })
      try {
        const { indicators, troubles } = await city.indicators(basis)
        const without = (await city.withoutLastYear()).map((county): RollupTrouble => ({
          code: 'no-last-year',
          county,
          params: {},
        }))
        for (const trouble of [...city.troubles, ...troubles, ...without])
          tell(`${rollupTroubleText(lang, trouble)}\n`)
        for (const county of city.counties()) print(`${rollupCountyText(lang, county)}\n`)
        if (options.out === undefined) return
        const out = outputFolder(resolve(options.out))
        await out.make()
        const forms: CityForm[] = []
        for (const { id } of city.forms) forms.push(await city.form(id, basis))
        const bridges = []
        for (const { id } of city.forms) bridges.push(await city.bridge(id, basis))
        await out.write('counties.csv', countiesCsv(city), signal)
        await out.write('totals.csv', totalsCsv(city, forms), signal)
        await out.write('indicators.csv', indicatorsCsv(indicators), signal)
        await out.write('bridge.csv', bridgeCsv(bridges), signal)
        const { by } = options
        if (by !== undefined) {
          const grouped = []
          for (const form of forms)
            grouped.push({ ...form, groups: await city.groups(form.form.id, basis, by) })
          await out.write('groups.csv', groupsCsv(grouped, by), signal)
        }
        const input = cityWorkbook(city, forms, {
          title: options.title ?? options.city ?? basename(resolve(options.folder)),
          basis,
          lang,
          now: ports.clock.now(),
          digest: ports.digest,
          troubleText: (trouble) => rollupTroubleText(lang, trouble),
        })
        if (folder.summary !== null) await writeSummary({ city, folder }, ports, out, options)
        const blanks = await city.blanks(input.forms.map(({ workbook }) => workbook))
        await ports.writer.consolidated(
          input,
          (name) => blanks.get(name) ?? null,
          out.path('汇总表.xlsx'),
          () => undefined,
          signal,
        )
      } finally {
        close()
      }
    })
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

/** Writes 年度总结.docx; what wants a look in it goes to stderr. */
async function writeSummary(
  given: CityText,
  ports: Ports,
  out: OutputFolder,
  { title, city, folder, basis, lang }: RollupOptions,
): Promise<void> {
  const filled = await filledCitySummary(given, basis)
  const name = title ?? city ?? basename(resolve(folder))
  await ports.writer.summary(documentOf(name, filled), out.path('年度总结.docx'))
  const view = await citySummaryView(given, basis, null, 0)
  for (const warning of view.warnings) tell(`${summaryWarningText(lang, warning, view)}\n`)
}
