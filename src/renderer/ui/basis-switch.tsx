import { ToggleButton, Tooltip } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Basis } from '../../shared/model.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

const BASES: Basis[] = ['returned', 'adopted']

/** 上报数 or 核定数: which figures every screen shows. */
export function BasisSwitch(): ReactNode {
  const { store } = useDesk()
  const words = useWords().top
  const now = useDeskState((state) => state.basis)
  const hints: Record<Basis, string> = {
    returned: words.returnedHint,
    adopted: words.adoptedHint,
  }
  return (
    <fieldset className="switch" aria-label={words.basis}>
      {BASES.map((basis) => (
        <Tooltip key={basis} content={hints[basis]} relationship="description">
          <ToggleButton
            size="small"
            checked={now === basis}
            appearance={now === basis ? 'primary' : 'secondary'}
            onClick={() => store.set({ basis })}
          >
            {words[basis]}
          </ToggleButton>
        </Tooltip>
      ))}
    </fieldset>
  )
}
