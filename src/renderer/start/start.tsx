import { Button, Spinner } from '@fluentui/react-components'
import {
  BeakerRegular,
  CalendarRegular,
  FolderAddRegular,
  OrganizationRegular,
} from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Overview } from '../../shared/overview.ts'
import type { GrantedFile } from '../../shared/grants.ts'
import { HelpMenu } from '../help/help-menu.tsx'
import { DropTarget } from '../ui/drop-target.tsx'
import { Notices } from '../ui/notices.tsx'
import { isOfCounty } from '../../shared/city.ts'
import type { CityView } from '../../shared/city.ts'
import type { Lang } from '../../shared/words/say.ts'
import { CityReading } from '../ui/city-reading.tsx'
import { enterCity } from '../state/city-actions.ts'
import { joinOther } from '../state/join.ts'
import { attempt, enter, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { CallError } from '../../shared/result.ts'
import { errorText } from '../../shared/words/say.ts'
import { Known } from './known.tsx'
import { Broken, isBroken } from './broken.tsx'
import { CreateCollection, LAST } from './create.tsx'
import { isCollectionFolder, placed, stepAt } from './placed.ts'
import './start.css'

interface Making {
  files: GrantedFile[]
  step: number
}

/** Before a collection is open: the sample county, a new collection, or one made earlier. */
export function Start(): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const [making, setMaking] = useState<Making | null>(null)
  return (
    <DropTarget
      label={words.start.dropHere}
      onFiles={(grant) =>
        void attempt(desk, async () => {
          const more = await grant()
          setMaking((now) => taken(now, more))
        })
      }
    >
      {making === null ? (
        <Choices onCreate={() => setMaking({ files: [], step: 0 })} />
      ) : (
        <CreateCollection
          files={making.files}
          step={making.step}
          onStep={(step) => setMaking((now) => (now === null ? null : { ...now, step }))}
          onFiles={(more) => setMaking((now) => taken(now, more))}
          onNone={() => setMaking({ files: [], step: 0 })}
          onBack={() => setMaking(null)}
        />
      )}
      <Notices />
    </DropTarget>
  )
}

/** What a new collection is to be made of, with further files; a whole folder leads straight to its end. */
function taken(now: Making | null, more: GrantedFile[]): Making {
  const step = now?.step ?? 0
  const files = placed(now?.files ?? [], more, stepAt(step))
  return { files, step: now === null && isCollectionFolder(more) ? LAST : step }
}

function Choices({ onCreate }: { onCreate: () => void }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const about = useDeskState((state) => state.about)
  const reading = useDeskState(({ job }) => job?.kind === 'city' && job.state === 'running')
  const [opening, setOpening] = useState(false)
  const [broken, setBroken] = useState<{ grant: string; said: string } | null>(null)
  const open = (work: () => Promise<Overview | null>): void => {
    setOpening(true)
    setBroken(null)
    void attempt(desk, work).then((overview) => {
      setOpening(false)
      if (overview) enter(desk, overview)
    })
  }
  const openAt = (grant: string): void =>
    open(async () => {
      try {
        return await desk.api.openCollection({ grant })
      } catch (reason) {
        if (!(reason instanceof CallError) || !isBroken(reason.code)) throw reason
        setBroken({ grant, said: errorText(desk.store.get().lang, reason) })
        return null
      }
    })
  const pick = async (): Promise<void> => {
    const files = await attempt(desk, () =>
      desk.host.pick({ kind: 'collection', accept: ['huishu'] }),
    )
    const grant = files?.[0]?.grant
    if (grant !== undefined) openAt(grant)
  }
  const rollUp = async (): Promise<void> => {
    const files = await attempt(desk, () => desk.host.pick({ kind: 'folder' }))
    const wanted = (files ?? []).filter(isOfCounty)
    if (files === null || files.length === 0) return
    if (wanted.length === 0) {
      notify(desk, 'error', words.city.nothing)
      return
    }
    await readCity((lang) => desk.api.openCity({ files: wanted, lang }))
  }
  const readCity = async (read: (lang: Lang) => Promise<CityView>): Promise<void> => {
    setOpening(true)
    const { lang } = desk.store.get()
    const city = await attempt(desk, () => read(lang))
    setOpening(false)
    if (city) enterCity(desk, city)
  }
  const join = async (): Promise<void> => {
    const files = await attempt(desk, () =>
      desk.host.pick({ kind: 'collection', accept: ['huishu'] }),
    )
    const grant = files?.[0]?.grant
    if (grant === undefined) return
    setOpening(true)
    const overview = await attempt(desk, () => desk.api.openCollection({ grant }))
    setOpening(false)
    if (overview === null) return
    enter(desk, overview)
    notify(desk, 'info', words.start.joinNext)
    await joinOther(desk)
  }
  return (
    <main className="start">
      <header className="start-head">
        <h1>{words.app.name}</h1>
        <p>{words.app.tagline}</p>
        <HelpMenu />
      </header>
      <div className="start-choices">
        <button
          type="button"
          className="choice"
          disabled={opening}
          onClick={() => open(() => desk.api.openSample({}))}
        >
          <BeakerRegular fontSize={32} />
          <strong>{words.start.sample}</strong>
          <span>{words.start.sampleHint}</span>
        </button>
        <button
          type="button"
          className="choice"
          disabled={opening}
          onClick={() => open(() => desk.api.openSample({ which: 'half-year' }))}
        >
          <CalendarRegular fontSize={32} />
          <strong>{words.start.halfYear}</strong>
          <span>{words.start.halfYearHint}</span>
        </button>
        <button type="button" className="choice" disabled={opening} onClick={onCreate}>
          <FolderAddRegular fontSize={32} />
          <strong>{words.start.create}</strong>
          <span>{words.start.createHint}</span>
        </button>
        <button type="button" className="choice" disabled={opening} onClick={() => void rollUp()}>
          <OrganizationRegular fontSize={32} />
          <strong>{words.city.start}</strong>
          <span>{words.city.startHint}</span>
        </button>
      </div>
      {broken !== null && <Broken key={broken.grant} {...broken} onOpen={openAt} />}
      <CityReading />
      {opening && !reading && <Spinner size="small" label={words.start.opening} />}
      {about !== null && about.cities.length > 0 && (
        <section className="start-known">
          <h2>{words.city.recent}</h2>
          {about.cities.map(({ grant, title, folder }) => (
            <button
              key={grant}
              type="button"
              className="known"
              disabled={opening}
              onClick={() => void readCity((lang) => desk.api.openKnownCity({ grant, lang }))}
            >
              <OrganizationRegular fontSize={20} />
              <span title={title}>{title}</span>
              <small title={folder}>{folder}</small>
            </button>
          ))}
        </section>
      )}
      <section className="start-known">
        <h2>{words.start.known}</h2>
        {about?.collections.map((known) => (
          <Known
            key={known.grant}
            known={known}
            opening={opening}
            onOpen={() => openAt(known.grant)}
          />
        ))}
        {about?.collections.length === 0 && <p className="hint">{words.start.noneKnown}</p>}
        <div className="start-others">
          <Button size="small" disabled={opening} onClick={() => void pick()}>
            {words.start.other}
          </Button>
          <Button size="small" disabled={opening} onClick={() => void join()}>
            {words.start.join}
          </Button>
        </div>
        {about && about.dataFolder !== '' && (
          <p className="hint">{words.start.folder(about.dataFolder)}</p>
        )}
      </section>
    </main>
  )
}
