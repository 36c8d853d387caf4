import { Button } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { ListView } from '../../shared/lists.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** What a list is counted for: each item with its condition; all but the rows themselves can be taken out. */
export function KeptCounts({ list }: { list: ListView }): ReactNode {
  const desk = useDesk()
  const words = useWords().lists
  const drop = async (id: string): Promise<void> => {
    const asked = { form: list.form, ids: [id], reason: words.dropReason }
    if (await change(desk, () => desk.api.dropCounts(asked)))
      notify(desk, 'success', words.dropped(id))
  }
  return (
    <section aria-label={words.keptTitle}>
      <h3>{words.keptTitle}</h3>
      <ul className="kept-counts">
        {list.counts.map(({ id, where, sum }, at) => (
          <li key={id}>
            <span>
              <b>{`${list.form}[${id},1]`}</b>
              <small className="hint">
                {sum === null ? '' : `SUM(${sum}) `}
                {where ?? (sum === null ? words.rowsOfList : '')}
              </small>
            </span>
            {at > 0 && (
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={`${words.drop} ${id}`}
                title={words.drop}
                onClick={() => void drop(id)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
