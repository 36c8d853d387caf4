import { codeOf } from '../../../shared/register.ts'
import type { School } from '../../../shared/model.ts'
import { schoolStateText } from '../../../shared/words/say.ts'
import type { Lang } from '../../../shared/words/say.ts'
import { groupSchools } from '../../consolidate/groups.ts'
import type { ListSheet } from '../../ports.ts'
import type { Collection } from '../../collection/collection.ts'

/** Schools whose return is still missing or could not be used, by group, in the order of the register. */
export function missingByGroup(
  collection: Collection,
  by: string,
): { group: string; schools: { school: School; state: 'missing' | 'rejected' }[] }[] {
  const groups = groupSchools(collection.expected, by, collection.config)
  return [...groups].flatMap(([group, members]) => {
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
  const count = groups.reduce((sum, group) => sum + group.schools.length, 0)
  const lines = groups.map(({ group, schools }) => {
    const names = schools.map(({ school, state }) =>
      state === 'rejected' ? `${school.name}（${schoolStateText(lang, state)}）` : school.name,
    )
    return lang === 'zh'
      ? `${group}（${String(schools.length)} 所）：${names.join('、')}`
      : `${group} (${String(schools.length)}): ${names.join(', ')}`
  })
  const due = config.dueDate
  const head =
    lang === 'zh'
      ? `【催报】${config.title}：应报 ${String(expected.length)} 所，还有 ${String(count)} 所未报${due === '' ? '' : `，请于 ${due} 前报送`}。`
      : `[Reminder] ${config.title}: ${String(count)} of ${String(expected.length)} returns still missing${due === '' ? '' : `, due ${due}`}.`
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
      school.attributes['办学类型'] ?? school.type,
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
