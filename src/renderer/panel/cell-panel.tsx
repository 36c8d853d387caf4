import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { CellStory } from '../../shared/cell-story.ts'
import type { CellState, Form, FormItem } from '../../shared/model.ts'
import { reasonText, stateText, statusText } from '../../shared/words/say.ts'
import { addsUp, itemAddress, itemLabel } from '../figures/item-names.ts'
import { withSeparators } from '../../shared/separators.ts'
import { SeriesPart } from '../series/series-part.tsx'
import { placeOfFocus } from '../grid/list-editing.ts'
import { CleaningLine } from '../ui/cleanings.tsx'
import { LineNote } from '../ui/state-note.tsx'
import { pendingAt } from '../state/edits.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { usePeriods } from '../state/use-periods.ts'
import { useWords } from '../state/use-words.ts'
import { GoesTo } from './goes-to.tsx'
import { Comments } from './comments.tsx'
import { History } from './history.tsx'
import { Moves } from './moves.tsx'
import { SourcePart } from './source-part.tsx'

interface Props {
  form: Form
  item: FormItem
  school: string
  schools: SchoolRow[]
}

/** Everything about one cell of one school: its two values, where they come from, where they go. */
export function CellPanel({ form, item, school, schools }: Props): ReactNode {
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const address = itemAddress(form, item)
  const loaded = useCall('cell', { school, item: address })
  const name = schools.find((row) => row.school.id === school)?.school.name ?? school
  const story = loaded.value
  const others = (story?.versions ?? []).filter(({ file }) => file !== story?.source?.file)
  return (
    <>
      <h2>{name}</h2>
      <p className="panel-item">
        <code>{address}</code>
        <span>{itemLabel(form, item)}</span>
      </p>
      {(loaded.error || !story) && <LineNote error={loaded.error} />}
      {story && (
        <>
          <Values story={story} name={name} />
          <SourcePart story={story} form={form} />
          {story.reasons.length > 0 && (
            <>
              <h3>{words.panel.reasons}</h3>
              <ul className="reasons">
                {story.reasons.map((reason, index) => (
                  <li key={`${reason.code} ${index}`}>{reasonText(lang, reason)}</li>
                ))}
              </ul>
            </>
          )}
          {story.cleanings.length > 0 && (
            <>
              <h3>{words.panel.cleanings}</h3>
              <ul className="cleanings">
                {story.cleanings.map((cleaning, index) => (
                  <CleaningLine key={`${cleaning.kind} ${index}`} cleaning={cleaning} />
                ))}
              </ul>
            </>
          )}
          <Comments key={`${school} ${address}`} school={school} item={address} />
          <History story={story} />
          {others.length > 0 && (
            <>
              <h3>{words.panel.versions}</h3>
              <ul className="panel-versions">
                {others.map((version) => (
                  <li key={version.file}>
                    <span title={version.path}>{version.path.split('/').at(-1)}</span>
                    <small className="hint">{statusText(lang, version.status)}</small>
                    <b className="figures">{shown(version.value, version.state, lang)}</b>
                  </li>
                ))}
              </ul>
            </>
          )}
          {addsUp(item) && <SeriesPart measure={{ items: [address] }} school={school} />}
          <GoesTo story={story} form={form.id} />
          <Moves school={school} item={address} />
        </>
      )}
    </>
  )
}

function Values({ story, name }: { story: CellStory; name: string }): ReactNode {
  const desk = useDesk()
  const all = useWords()
  const periods = usePeriods()
  const words = all.panel
  const pendingWord = all.change.waits
  const { blank } = all.entry
  const lang = useDeskState((state) => state.lang)
  const { returned, adopted, lastYear } = story
  const waits = useDeskState((state) => pendingAt(state.pending, story.school, story.item))
  const restored = shown(adopted.value, adopted.state, lang)
  const differs = returned.value !== adopted.value || returned.state !== adopted.state
  return (
    <dl className="values">
      <div>
        <dt>{words.returned}</dt>
        <dd className={`figures value-${returned.state}`}>
          {shown(returned.value, returned.state, lang)}
        </dd>
      </div>
      <div className={differs ? 'value-differs' : ''}>
        <dt>{words.adopted}</dt>
        <dd className={`figures value-${adopted.state}`}>
          {shown(adopted.value, adopted.state, lang)}
        </dd>
      </div>
      {waits !== null && (
        <div className="value-waits">
          <dt>{pendingWord}</dt>
          <dd className="figures">{waits === '' ? blank : withSeparators(waits)}</dd>
        </div>
      )}
      {lastYear !== null && (
        <div>
          <dt>{periods.last}</dt>
          <dd className="figures value-old">
            {lastYear.state === 'missing'
              ? periods.lacking
              : shown(lastYear.value, lastYear.state, lang)}
          </dd>
        </div>
      )}
      {differs && (
        <Button
          size="small"
          onClick={() =>
            desk.store.set({
              request: {
                changes: [
                  { school: story.school, item: story.item, value: null, name, from: restored },
                ],
                refused: [],
                how: 'restore',
                note: '',
                at: placeOfFocus(),
              },
            })
          }
        >
          {words.restore}
        </Button>
      )}
    </dl>
  )
}

/** A value with its figure, or its state in words where there is none. */
function shown(value: string, state: CellState, lang: 'zh' | 'en'): string {
  if (state === 'text') return value
  return state === 'number' ? withSeparators(value) : stateText(lang, state)
}
