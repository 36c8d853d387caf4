import type { Api } from '../../shared/api.ts'
import type { GridData, GridRow } from '../../shared/figures.ts'

/** Tables whose rows are kept; going back to one of them only what changed is fetched. */
const KEPT = 4

/** An Api whose tables come whole, though only the rows that changed are fetched again. */
export function keepingGrids(api: Api): Api {
  const kept = new Map<string, GridData>()
  return {
    ...api,
    async grid(args) {
      const key = JSON.stringify([args.form, args.basis, args.by])
      const before = kept.get(key)
      const news = await api.grid({
        ...args,
        ...(before && { known: { opened: before.opened, revision: before.revision } }),
      })
      const whole = before === undefined ? news : merged(before, news)
      kept.delete(key)
      kept.set(key, whole)
      for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(old)
      return whole
    },
  }
}

/** The table as it is now; a row that did not change is the very row of before. */
export function merged(before: GridData, news: GridData): GridData {
  if (news.since === null) return news
  const changed = new Map(news.rows.map((row) => [placeOf(row), row]))
  const rows = before.rows.map((row) => changed.get(placeOf(row)) ?? row)
  return { ...news, since: null, rows }
}

const placeOf = ({ level, key }: GridRow): string => `${level} ${key}`
