import type { ReactNode } from 'react'
import type { LinksView } from '../../../shared/consolidate.ts'
import { useDesk } from '../../state/context.tsx'
import { useWords } from '../../state/use-words.ts'
import { LinkFields } from './link-fields.tsx'
import { linkSchools } from './link-schools.ts'

/** Schools of both years put together by hand. */
export function LinkForm({ view }: { view: LinksView }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const { years } = words
  return (
    <aside className="panel">
      <h2>{years.linkByHand}</h2>
      <p className="hint">{years.linkHint}</p>
      <LinkFields
        before={{ label: years.before, all: view.before }}
        now={{ label: years.now, all: view.now }}
        onLink={(said) => linkSchools(desk, words, said)}
      />
    </aside>
  )
}
