import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { CellStory } from '../../shared/cell-story.ts'
import type { Form } from '../../shared/model.ts'
import { openSent } from '../state/open.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** Where the returned value stands: file, sheet, cell, and the text as the school typed it. */
export function SourcePart({ story, form }: { story: CellStory; form: Form }): ReactNode {
  const desk = useDesk()
  const { store } = desk
  const { panel: words, sent } = useWords()
  const view = useDeskState((state) => state.view)
  const { source } = story
  return (
    <>
      <h3>{words.source}</h3>
      {source ? (
        <dl className="facts">
          <div>
            <dt>{words.file}</dt>
            <dd title={source.path}>{source.path.split('/').at(-1)}</dd>
          </div>
          <div>
            <dt>{words.sheet}</dt>
            <dd>{source.sheet}</dd>
          </div>
          {source.rows === undefined ? (
            <>
              <div>
                <dt>{words.cell}</dt>
                <dd className="figures">{source.cell}</dd>
              </div>
              <div>
                <dt>{words.raw}</dt>
                <dd className="figures raw">{source.raw}</dd>
              </div>
            </>
          ) : (
            <div>
              <dt>{words.counted}</dt>
              <dd>{words.countedRows(source.rows)}</dd>
            </div>
          )}
          {source.formula !== null && (
            <div>
              <dt>{words.formula}</dt>
              <dd>
                <code>={source.formula.replace(/^=/, '')}</code>
              </dd>
            </div>
          )}
        </dl>
      ) : (
        <p className="hint">{words.noSource}</p>
      )}
      <p className="panel-buttons">
        {source && (
          <Button
            size="small"
            onClick={() =>
              openSent(desk, {
                file: source.file,
                sheet: source.sheet,
                at: source.cell === '' ? null : { cell: source.cell },
              })
            }
          >
            {sent.open}
          </Button>
        )}
        {source && (
          <Button
            size="small"
            onClick={() => store.set({ step: 'intake', intakePick: { file: source.file } })}
          >
            {words.openFile}
          </Button>
        )}
        {view === 'list' && (
          <Button
            size="small"
            onClick={() =>
              store.set({ view: 'paper', form: form.id, place: { school: story.school } })
            }
          >
            {words.openForm}
          </Button>
        )}
      </p>
    </>
  )
}
