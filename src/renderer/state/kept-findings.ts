import type { Api } from '../../shared/api.ts'
import type { FindingList } from '../../shared/findings.ts'

/** An Api whose lists of findings come whole, though only what changed is fetched again. */
export function keepingFindings(api: Api): Api {
  const kept = new Map<string, FindingList>()
  return {
    ...api,
    async findingList({ basis }) {
      const before = kept.get(basis)
      const news = await api.findingList({
        basis,
        ...(before && { known: { opened: before.opened, revision: before.revision } }),
      })
      const whole = mergedList(before, news)
      kept.set(basis, whole)
      return whole
    },
  }
}

/** The list as it is now; lines of a school that did not change are the very lines of before. */
export function mergedList(before: FindingList | undefined, news: FindingList): FindingList {
  const known = new Map(before?.schools.map(({ school, lines }) => [school, lines]))
  const schools = news.schools.map((one) => ({
    ...one,
    lines: one.lines ?? known.get(one.school) ?? [],
  }))
  return { ...news, since: null, schools }
}
