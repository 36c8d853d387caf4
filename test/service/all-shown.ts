import type { Service } from '../../src/core/service/service.ts'

/** Counted from the opening of the collection on: says nothing about what is shown. */
const COUNTED = new Set(['revision', 'receivedRevision', 'opened'])

/** A cell that is looked at. */
export interface Spot {
  school: string
  item: string
}

/**
 * What screens show of the collection, by the name of the view, without the number of the state it
 * is in.
 *
 * @param spots cells whose way to indicators and sentences is looked at
 */
export async function allShown(
  one: Service,
  spots: readonly Spot[],
): Promise<Record<string, unknown>> {
  const measure = { indicator: '小学在校生数', side: 'numerator' } as const
  const seen: Record<string, unknown> = {
    overview: await one.overview({}),
    schools: await one.schools({}),
    files: await one.files({}),
    externals: await one.externals({}),
    'indicators that may be taken': await one.indicatorLibrary({}),
    queries: await one.queries({}),
    impact: await one.impact({}),
    'open matters': await one.openMatters({}),
  }
  for (const { school, item } of spots) {
    seen[`reach of ${school} ${item}`] = await one.cellReach({ school, item })
  }
  for (const basis of ['returned', 'adopted'] as const) {
    seen[`findings ${basis}`] = await one.findings({ basis })
    seen[`screening ${basis}`] = await one.screening({ basis })
    seen[`indicators and coverage ${basis}`] = await one.indicators({ basis })
    seen[`comparable ${basis}`] = await one.indicators({ basis, comparable: true })
    // An indicator that was taken out has no bridge: that is said alike.
    seen[`bridge ${basis}`] = await one.bridge({ measure, basis }).catch(String)
    seen[`summary ${basis}`] = await one.summary({ basis, text: null })
    for (const { id: form } of await one.forms({})) {
      seen[`totals ${form} ${basis}`] = await one.figures({ form, basis, scope: { county: true } })
      seen[`grid ${form} ${basis}`] = await one.grid({ form, basis, by: '' })
    }
  }
  const plain = JSON.stringify(seen, (key, value: unknown) => (COUNTED.has(key) ? 0 : value))
  return JSON.parse(plain) as Record<string, unknown>
}
