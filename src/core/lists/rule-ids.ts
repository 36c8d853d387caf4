import type { ListLibrary } from './list-library.ts'

/** Rules over rows are called so among the rules of a collection (docs/contract.md §3). */
const PREFIX = '名单规则:'

/** What a rule over rows is called in findings. */
export const listRuleName = (id: string): string => PREFIX + id

/** By what a rule over rows is switched: its name, and the list where several have one of that name. */
export function listRuleId(
  { rules }: Pick<ListLibrary, 'rules'>,
  list: string,
  id: string,
): string {
  const called = [...rules.values()].filter((all) => all.some((one) => one.id === id)).length
  return called > 1 ? `${PREFIX}${list} ${id}` : listRuleName(id)
}
