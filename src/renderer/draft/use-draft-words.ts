import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** What 核对初稿 says: over a city its figures are the city's, not those of a collection. */
export function useDraftWords(): ReturnType<typeof useWords>['draft'] {
  const words = useWords()
  const overCity = useDeskState((state) => state.city !== null && state.overview === null)
  return overCity ? { ...words.draft, ...words.city.draft } : words.draft
}
