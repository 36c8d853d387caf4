import { DocumentSearchRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { CityView } from '../../shared/city.ts'
import type { DraftView } from '../../shared/draft-desk.ts'
import type { GrantedFile } from '../../shared/grants.ts'
import { DoubtOf } from '../draft/doubt-card.tsx'
import { TieOf } from '../draft/tie-part.tsx'
import { DraftPanes } from '../draft/draft-panes.tsx'
import { ExportMenu } from '../draft/export-menu.tsx'
import { WaysIn } from '../draft/open-buttons.tsx'
import { PasteText } from '../draft/paste-dialog.tsx'
import { useDraftWords } from '../draft/use-draft-words.ts'
import { keyOf } from '../commands/command-list.ts'
import { keyCap } from '../commands/key.ts'
import { attempt } from '../state/actions.ts'
import { setCityCheck } from '../state/city-actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { Desk } from '../state/desk.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { DropTarget } from '../ui/drop-target.tsx'
import { StateNote } from '../ui/state-note.tsx'
import { CityTrailOf } from './city-trail.tsx'

/** 核对初稿 over a city: the text with its figures marked, what is in doubt, what each quotes. */
export function CityDraft({ city }: { city: CityView }): ReactNode {
  const desk = useDesk()
  const words = useDraftWords()
  const basis = useDeskState((state) => state.basis)
  const { pasting } = useDeskState((state) => state.cityScreen.summary.check)
  const loaded = useCall('cityDraft', { basis }, { keep: ['basis'], revision: city.revision })
  const { value: view } = loaded
  return (
    <DropTarget label={words.drop} onFiles={(grant) => void checkFiles(desk, grant)}>
      {view ? (
        <Checked city={city} view={view} />
      ) : loaded.loading || loaded.error ? (
        <StateNote error={loaded.error} loading={words.loading} />
      ) : (
        <div className="empty">
          <DocumentSearchRegular fontSize={40} />
          <h2>{words.empty}</h2>
          <p>{words.emptyHint}</p>
          <span className="draft-open">
            <Ways primary />
          </span>
        </div>
      )}
      <PasteText
        open={pasting}
        onOpen={(open) => setCityCheck(desk, { pasting: open })}
        onText={(name, text) => checkText(desk, name, text)}
      />
    </DropTarget>
  )
}

/** Takes in a draft and shows it from the beginning. */
async function check(
  desk: Desk,
  files: GrantedFile[],
  name: string,
  text: string | null,
): Promise<void> {
  const { basis } = desk.store.get()
  const city = await attempt(desk, () => desk.api.checkCityDraft({ files, name, text, basis }))
  if (city === null) return
  desk.store.set({ city })
  setCityCheck(desk, { picked: null, filter: 'doubtful', pasting: false })
}

async function checkFiles(desk: Desk, grant: () => Promise<GrantedFile[]>): Promise<void> {
  const files = await attempt(desk, grant)
  const [first] = files ?? []
  if (first !== undefined) await check(desk, [first], first.path, null)
}

const checkText = (desk: Desk, name: string, text: string | null): Promise<void> =>
  check(desk, [], name, text)

function Ways({ primary = false }: { primary?: boolean }): ReactNode {
  const desk = useDesk()
  const words = useDraftWords()
  return (
    <WaysIn
      primary={primary}
      onFiles={(grant) => void checkFiles(desk, grant)}
      onPaste={() => setCityCheck(desk, { pasting: true })}
      onFinished={() => void checkText(desk, words.finishedName, null)}
    />
  )
}

function Checked({ city, view }: { city: CityView; view: DraftView }): ReactNode {
  const desk = useDesk()
  const words = useDraftWords()
  const { filter, picked } = useDeskState((state) => state.cityScreen.summary.check)
  const figure = picked !== null && picked < view.figures.length ? picked : null
  const pick = (next: number): void => setCityCheck(desk, { picked: next })
  const { basis, lang } = useDeskState((state) => state)
  return (
    <div className="draft">
      <div className="draft-bar">
        <strong>{view.version.name}</strong>
        <span className="hint figures">{words.figures(view.figures.length)}</span>
        <span className="draft-room" />
        <Ways />
        <ExportMenu
          view={view}
          begin={(as) => () => desk.api.exportCityDraft({ basis, as, lang })}
        />
      </div>
      <DraftPanes
        view={view}
        filter={filter}
        picked={figure}
        onFilter={(next) => setCityCheck(desk, { filter: next })}
        onPick={pick}
        onDoubt={(next) => setCityCheck(desk, { picked: next, filter: 'doubtful' })}
      >
        <Panel city={city} view={view} figure={figure} onPick={pick} />
      </DraftPanes>
    </div>
  )
}

/** About the figure that is picked: what is in doubt, what of the city it quotes, and what that rests on. */
function Panel(props: {
  city: CityView
  view: DraftView
  figure: number | null
  onPick: (figure: number) => void
}): ReactNode {
  const { city, view, figure, onPick } = props
  const desk = useDesk()
  const words = useDraftWords()
  const overCity = useWords().city.draft
  const basis = useDeskState((state) => state.basis)
  const asked = figure === null ? null : { basis, figure }
  const choices = useCall('cityDraftChoices', asked, { revision: city.revision })
  const said = async (say: () => Promise<CityView>): Promise<boolean> => {
    const now = await attempt(desk, say)
    if (now !== null) desk.store.set({ city: now })
    return now !== null
  }
  const takeBack = (of: 'figure' | 'doubt', key: string): void =>
    void said(() => desk.api.takeBackCityMark({ of, key }))
  const own = figure === null ? undefined : view.figures[figure]
  if (figure === null || own === undefined)
    return (
      <aside className="panel draft-panel">
        <h2>{words.pick}</h2>
        <p className="hint">{words.pickHint(keyCap(keyOf('next-doubt') ?? ''))}</p>
      </aside>
    )
  const state = view.states[figure] ?? 'free'
  const choice = view.ties[figure]?.choice ?? null
  const doubts = view.doubts.filter(({ relation }) =>
    view.relations[relation]?.figures.includes(figure),
  )
  return (
    <aside className="panel draft-panel" aria-label={own.text}>
      <h2>
        {own.text}{' '}
        <small className={`draft-state draft-state-${state}`}>{words.states[state]}</small>
      </h2>
      {doubts.map((doubt) => (
        <DoubtOf
          key={doubt.key}
          view={view}
          doubt={doubt}
          figure={figure}
          onPick={onPick}
          onIgnore={(reason) =>
            said(() => desk.api.ignoreCityDoubts({ basis, doubts: [doubt.key], reason }))
          }
          onRestore={() => takeBack('doubt', doubt.key)}
        />
      ))}
      <TieOf
        view={view}
        figure={figure}
        choices={choices.value ?? []}
        onSay={(to) => void said(() => desk.api.tieCityFigure({ basis, figure, to }))}
        onTakeBack={() => takeBack('figure', view.ties[figure]?.key ?? '')}
      />
      {!city.keeps && <p className="hint">{overCity.marksNotKept}</p>}
      {choice !== null && choice.indicator !== null && (
        <div className="draft-trail">
          <CityTrailOf key={choice.indicator} city={city} indicator={choice.indicator} />
        </div>
      )}
    </aside>
  )
}
