import { Button } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { SummaryFigure } from '../../shared/summary.ts'
import { formOf, itemAt } from '../figures/item-names.ts'
import { CellPanel } from '../panel/cell-panel.tsx'
import { useFormButton } from '../panel/use-form-button.ts'
import { useForms, useSchools } from '../state/catalog.ts'
import { useWords } from '../words/use-words.ts'
import { Trail } from './trail.tsx'
import '../panel/panel.css'

/** What the picked figure rests on; from there to a cell and its sheet as sent, and back. */
export function SidePanel({ figure }: { figure: SummaryFigure | null }): ReactNode {
  const words = useWords().summary
  const [cell, setCell] = useState<{ school: string; item: string; of: string } | null>(null)
  useFormButton()
  const shown = cell !== null && cell.of === figure?.indicator ? cell : null
  return (
    <aside className="panel summary-panel" aria-label={words.walkBack}>
      {figure === null ? (
        <>
          <h2>{words.pick}</h2>
          <p className="hint">{words.pickHint}</p>
        </>
      ) : shown === null ? (
        <>
          {figure.moved && (
            <p className="summary-moved">{words.moved(figure.moved.from, figure.text)}</p>
          )}
          <Trail
            key={figure.indicator}
            indicator={figure.indicator}
            onCell={(school, item) => setCell({ school, item, of: figure.indicator })}
          />
        </>
      ) : (
        <>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            onClick={() => setCell(null)}
          >
            {figure.title}
          </Button>
          <OneCell school={shown.school} item={shown.item} />
        </>
      )}
    </aside>
  )
}

function OneCell({ school, item: address }: { school: string; item: string }): ReactNode {
  const forms = useForms()
  const schools = useSchools()
  const form = forms.value?.find(({ id }) => id === formOf(address))
  const item = form?.items[itemAt(form, address)]
  if (!form || !item || !schools.value) return null
  return <CellPanel form={form} item={item} school={school} schools={schools.value} />
}
