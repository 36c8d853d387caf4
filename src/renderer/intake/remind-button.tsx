import { Button } from '@fluentui/react-components'
import { MegaphoneRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** 催报, with how many schools there are to remind. */
export function RemindButton({ schools }: { schools: SchoolRow[] }): ReactNode {
  const { store } = useDesk()
  const words = useWords().reminders
  const missing = schools.filter(
    (row) => row.school.active && (row.state === 'missing' || row.state === 'rejected'),
  ).length
  return (
    <Button
      className="remind-button"
      size="small"
      icon={<MegaphoneRegular />}
      onClick={() => store.set({ reminding: true })}
    >
      {words.open}
      {missing > 0 && <b className="figures remind-count">{missing}</b>}
    </Button>
  )
}
