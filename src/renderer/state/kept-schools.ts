import type { Api } from '../../shared/api.ts'
import type { SchoolNews, SchoolRow } from '../../shared/intake.ts'

interface Kept {
  opened: string
  revision: number
  rows: SchoolRow[]
}

/** An Api whose schools come whole, though only the rows that changed are fetched again. */
export function keepingSchools(api: Api): Api {
  let kept: Kept | null = null
  return {
    ...api,
    async schools() {
      const before: Kept | null = kept
      const known = before && { opened: before.opened, revision: before.revision }
      const news = await api.schoolNews(known ? { known } : {})
      const rows = mergedSchools(before?.rows ?? [], news)
      kept = { opened: news.opened, revision: news.revision, rows }
      return rows
    },
  }
}

/** The rows as they are now; one that did not change is the very row of before. */
function mergedSchools(before: readonly SchoolRow[], news: SchoolNews): SchoolRow[] {
  if (news.since === null) return news.rows.map(({ row }) => row)
  const changed = new Map(news.rows.map(({ at, row }) => [at, row]))
  return before.map((row, at) => changed.get(at) ?? row)
}
