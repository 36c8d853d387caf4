import type { ReactNode } from 'react'
import type { CellStory } from '../../shared/cell-story.ts'
import { withSeparators } from '../../shared/separators.ts'
import { useWords } from '../state/use-words.ts'

/** The totals that the cell moves. */
export function GoesTo({ story, form }: { story: CellStory; form: string }): ReactNode {
  const words = useWords().panel
  if (story.goesTo.length === 0) return null
  return (
    <>
      <h3>{words.goesTo}</h3>
      <table className="goes-to" aria-label={`${words.goesTo} ${form}`}>
        <tbody>
          {story.goesTo.map((total) => (
            <tr key={`${total.by ?? ''} ${total.group ?? ''}`}>
              <td>
                {total.group === null ? words.county : total.group}
                {total.by !== null && <small className="hint"> {total.by}</small>}
              </td>
              <td className="figures">{withSeparators(total.total)}</td>
              <td className="figures hint">{words.schools(total.schools)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
