import type { Basis } from '../../shared/model.ts'
import { LEFT_OUT } from '../../shared/last-year.ts'
import { CallError } from '../../shared/result.ts'
import type { KnownYear, SeriesView, YearsView } from '../../shared/series.ts'
import { noteText } from '../../shared/words/faults.ts'
import type { Lang } from '../../shared/words/say.ts'
import {
  saidOfBreak,
  seriesBreakText,
  seriesLackText,
  successionText,
} from '../../shared/words/series.ts'
import type { Service } from '../../core/service/service.ts'
import { itemsNamed } from '../grants.ts'
import { schoolNamed } from './school-named.ts'
import { oneLine, print, tell } from './terminal.ts'
import { openCollection, withWorkspace } from './workspace.ts'
import type { Workspace } from './workspace.ts'

/** What `years` is told: at most one deed, or series to print. */
export interface YearsOptions {
  workspace: string
  add?: string
  remove?: number
  succession?: { before: string[]; now: string[] }
  break?: string
  same?: string
  of?: number
  series: string[]
  school?: string
  basis: Basis
  reason: string
  json: boolean
  lang: Lang
}

/**
 * `years WORKSPACE`: the earlier years that a collection knows, a line each; after one was given, taken out, or
 * something was said of it. With `--series` the figures of items or indicators over the years instead.
 *
 * @throws CallError no-such-file, no-such-year, no-such-item, no-such-school, those of giving a year
 */
export async function yearsCommand(options: YearsOptions): Promise<void> {
  const { workspace: path, lang, series, json } = options
  const deeds = [options.add, options.remove, options.succession, options.break, options.same]
  const writes = deeds.some((one) => one !== undefined)
  const found = await withWorkspace('memory', async (workspace) => {
    const { service } = workspace
    await openCollection(workspace, path, lang, writes ? 'write' : 'read')
    await service.ready()
    await done(workspace, options)
    const school = options.school === undefined ? null : schoolIn(service, options.school)
    const views: SeriesView[] = []
    for (const what of series) views.push(await seriesOf(service, what, options.basis, school))
    return { years: await service.years({}), views }
  })
  if (json) {
    print(`${JSON.stringify(series.length > 0 ? found.views : found.years, null, 2)}\n`)
    return
  }
  for (const year of found.years.years) tellNotes(lang, year)
  print(
    series.length > 0
      ? found.views.map((one) => seriesLines(lang, one)).join('')
      : yearLines(lang, found.years),
  )
}

async function done(
  { service, ports }: Workspace,
  { add, remove, succession, break: broken, same, of, reason }: YearsOptions,
): Promise<void> {
  if (add !== undefined) {
    const [file, ...more] = await ports.grants.give(await itemsNamed([add]))
    if (file === undefined || more.length > 0) throw new CallError('no-such-file', { path: add })
    await service.giveYear({ grant: file.grant, path: file.path, year: of ?? null, reason })
  }
  if (remove !== undefined) await service.removeYear({ year: remove, reason })
  const year = of ?? 0
  if (succession !== undefined) {
    const { schools } = await service.years({})
    const ids = (list: string[]): string[] =>
      list.map((text) => {
        const known = schools.flatMap((one) => one.schools)
        return (
          known.find(({ id }) => id === text)?.id ??
          known.find(({ name }) => name === text)?.id ??
          text
        )
      })
    await service.saySuccession({
      year,
      before: ids(succession.before),
      now: ids(succession.now),
      reason,
    })
  }
  const about = broken ?? same
  if (about !== undefined)
    await service.sayBreak({ about, year, breaks: broken !== undefined, reason })
}

function schoolIn(service: Service, text: string): string {
  return schoolNamed(text, service.current().schools)
}

function seriesOf(
  service: Service,
  what: string,
  basis: Basis,
  school: string | null,
): Promise<SeriesView> {
  const isItem = service.current().index.place(what) !== null
  const measure = isItem
    ? { items: [what] }
    : what === '学校'
      ? { schools: true as const }
      : { indicator: what, side: 'value' as const }
  return service.series({ measure, basis, ...(school !== null && { school }) })
}

function tellNotes(lang: Lang, { year, notes }: KnownYear): void {
  for (const note of notes) {
    if (LEFT_OUT.has(note.code))
      tell(`${oneLine(`${String(year)} ${noteText(lang, 'prior', note)}`)}\n`)
  }
}

function yearLines(lang: Lang, { years, successions, breaks }: YearsView): string {
  const lines = [
    ...years.map(({ year, source, schools, forms }) =>
      [year, source, schools, forms].map((cell) => oneLine(String(cell))).join('\t'),
    ),
    ...successions.map((one) => oneLine(successionText(lang, one))),
    ...breaks.map((one) =>
      [String(one.year), one.title, saidOfBreak(lang, one.breaks), one.reason]
        .map(oneLine)
        .join('\t'),
    ),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** Title, year, figure or why there is none, change, growth in %, the comparable figure, what breaks. */
function seriesLines(lang: Lang, { title, unit, reported, comparable }: SeriesView): string {
  return reported
    .map((point, at) => {
      const other = comparable?.points[at]
      const shown = (one: typeof point): string =>
        one.value ?? (one.lack === null ? '' : seriesLackText(lang, one.lack))
      const cells = [
        unit === '' ? title : `${title}（${unit}）`,
        String(point.year),
        shown(point),
        point.change ?? '',
        point.growth ?? '',
        other === undefined ? '' : shown(other),
        [...point.breaks.map((one) => seriesBreakText(lang, one)), point.was.join('、')]
          .filter((text) => text !== '')
          .join('；'),
      ]
      return `${cells.map(oneLine).join('\t').trimEnd()}\n`
    })
    .join('')
}
