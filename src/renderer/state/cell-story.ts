import type { Api } from '../../shared/api.ts'
import type { CellStory } from '../../shared/cell-story.ts'
import { useRevision, useSession } from './context.tsx'
import { useLoaded } from './loaded.ts'
import type { Loaded } from './loaded.ts'

/** The last question to each Api, for the line above the grid and the panel ask the same. */
const asked = new WeakMap<Api, { key: string; answer: Promise<CellStory> }>()

function ask(api: Api, key: string, school: string, item: string): Promise<CellStory> {
  const last = asked.get(api)
  if (last?.key === key) return last.answer
  const answer = api.cell({ school, item })
  asked.set(api, { key, answer })
  return answer
}

/** Everything about one cell of one school, asked once however many show it. */
export function useCellStory(school: string, item: string): Loaded<CellStory> {
  const { api } = useSession()
  const subject = `${school} ${item}`
  const key = `${subject} ${useRevision()}`
  return useLoaded(key, () => ask(api, key, school, item), subject)
}
