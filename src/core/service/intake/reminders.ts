import { codeOf } from '../../../shared/register.ts'
import { isSchool } from '../../../shared/reporters.ts'
import type { School } from '../../../shared/model.ts'
import { schoolStateText } from '../../../shared/words/say.ts'
import type { Lang } from '../../../shared/words/say.ts'
import { awaitedUnder, schoolsFirst } from '../../consolidate/groups.ts'
import type { ListSheet } from '../../ports.ts'
import type { Collection } from '../../collection/collection.ts'

/** All who report, schools by group and behind them the others by their kind. */
function awaited(collection: Collection, by: string): Map<string, School[]> {
  const groups = new Map<string, School[]>()
  for (const school of schoolsFirst(collection.expected)) {
    const group = awaitedUnder(school, by, collection.config)
    groups.set(group, [...(groups.get(group) ?? []), school])
  }
  return groups
}

/** Schools whose return is still missing or could not be used, by group, in the order of the register. */
export function missingByGroup(
  collection: Collection,
  by: string,
): { group: string; schools: { school: School; state: 'missing' | 'rejected' }[] }[] {
  return [...awaited(collection, by)].flatMap(([group, members]) => {
    const schools = members.flatMap((school) => {
      const state = collection.stateOfSchool(school)
      return state === 'missing' || state === 'rejected' ? [{ school, state }] : []
    })
    return schools.length === 0 ? [] : [{ group, schools }]
  })
}

/** 催报: a text that can be pasted into a message to the schools. */
export function reminderText(collection: Collection, by: string, lang: Lang): string {
  const { config, expected } = collection
  const groups = missingByGroup(collection, by)
  const open = groups.flatMap(({ schools }) => schools.map(({ school }) => school))
  const [count, others] = [open.filter(isSchool).length, open.filter((one) => !isSchool(one))]
  const [due, units] = [config.dueDate, expected.filter((one) => !isSchool(one)).length]
  const lines = groups.map(({ group, schools }) => {
    const word = schools.every(({ school }) => isSchool(school)) ? '所' : '个'
    const names = schools.map(({ school, state }) =>
      state === 'rejected' ? `${school.name}（${schoolStateText(lang, state)}）` : school.name,
    )
    return lang === 'zh'
      ? `${group}（${String(schools.length)} ${word}）：${names.join('、')}`
      : `${group} (${String(schools.length)}): ${names.join(', ')}`
  })
  const schools = expected.length - units
  const apart =
    lang === 'zh'
      ? `；其他填报单位应报 ${String(units)} 个，还有 ${String(others.length)} 个未报`
      : `, and ${String(others.length)} of ${String(units)} of other units`
  const head =
    lang === 'zh'
      ? `【催报】${config.title}：应报 ${String(schools)} 所，还有 ${String(count)} 所未报${units === 0 ? '' : apart}${due === '' ? '' : `，请于 ${due} 前报送`}。`
      : `[Reminder] ${config.title}: ${String(count)} of ${String(schools)} returns still missing${units === 0 ? '' : apart}${due === '' ? '' : `, due ${due}`}.`
  return [head, ...lines].join('\n')
}

/** The same as a list for a workbook, with room to note the call. */
export function reminderList(collection: Collection, by: string, lang: Lang): ListSheet {
  const zh = lang === 'zh'
  const rows = missingByGroup(collection, by).flatMap(({ group, schools }) =>
    schools.map(({ school, state }, index) => [
      String(index + 1),
      group,
      codeOf(school),
      school.name,
      school.unit ?? school.attributes['办学类型'] ?? school.type,
      schoolStateText(lang, state),
      '',
    ]),
  )
  return {
    name: zh ? '催报名单' : 'Missing',
    title: zh
      ? `${collection.config.title}：未报学校`
      : `${collection.config.title}: missing returns`,
    headings: zh
      ? ['序号', by, '标识码', '学校名称', '办学类型', '状态', '联系情况']
      : ['No.', by, 'Code', 'School', 'Type', 'State', 'Contact'],
    widths: [6, 12, 14, 32, 14, 10, 24],
    rows,
  }
}
