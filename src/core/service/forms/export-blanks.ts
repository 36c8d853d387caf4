import { CallError } from '../../../shared/result.ts'
import type { WorkbookData } from '../../ports.ts'
import { exportTo } from '../export.ts'
import { lastYearIn } from '../last-year/years.ts'
import type { Session } from '../session.ts'
import { blankWorkbook } from './blank-workbook.ts'
import { schoolBlanks } from './school-blanks.ts'

/** Starts writing the blanks of these schools, of all that are expected to report for null. */
export async function exportBlanks(
  session: Session,
  ids: string[] | null,
  withLastYear: boolean,
): Promise<{ job: number }> {
  const collection = session.current()
  const schools = ids?.map((id) => collection.school(id)) ?? collection.expected
  if (schools.length === 0) throw new CallError('no-schools')
  const blanks = new Map<string, WorkbookData>()
  const names = new Set(schools.flatMap((school) => collection.blanksOf(school) ?? []))
  for (const name of names) blanks.set(name, await blankWorkbook(session, name))
  const none: WorkbookData = { sheets: [] }
  const made = schoolBlanks(
    collection,
    schools,
    (name) => blanks.get(name) ?? none,
    withLastYear ? lastYearIn(session) : null,
  )
  const { county, title, schoolYear } = collection.config
  const name = `空表_${county || title}${schoolYear === '' ? '' : `_${schoolYear}`}.zip`
  return exportTo(session, name, async (path, job) => {
    const failed = await session.ports.writer.blanks(
      made.blanks,
      (workbook) => collection.material('form', workbook)?.bytes ?? null,
      path,
      (done, total, current) => job.update({ done, total, current }),
      job.signal,
    )
    job.update({ left: [...made.without, ...failed.map(({ school }) => school)] })
  })
}
