import type { FormEdit } from '../../shared/model.ts'
import { attempt, notify, takeOverview } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** Saves an edit of a form with its reason. */
export function useSave(): (edit: FormEdit, reason: string) => void {
  const desk = useDesk()
  const words = useWords().setup
  return (edit, reason) =>
    void attempt(desk, async () => {
      await desk.api.editForm({ edit, reason: reason.trim() })
      takeOverview(desk, await desk.api.overview({}))
      notify(desk, 'success', words.saved)
    })
}
