import { Button, Spinner } from '@fluentui/react-components'
import { BeakerRegular, CalendarRegular, FolderAddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Overview } from '../../shared/overview.ts'
import type { GrantedFile } from '../../shared/grants.ts'
import { HelpMenu } from '../help/help-menu.tsx'
import { DropTarget } from '../ui/drop-target.tsx'
import { Notices } from '../ui/notices.tsx'
import { attempt, enter } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { CallError } from '../../shared/result.ts'
import { errorText } from '../../shared/words/say.ts'
import { Known } from './known.tsx'
import { Broken, isBroken } from './broken.tsx'
import { CreateCollection } from './create.tsx'
import './start.css'

/** Before a collection is open: the sample county, a new collection, or one made earlier. */
export function Start(): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const [making, setMaking] = useState<{ files: GrantedFile[]; atOnce: boolean } | null>(null)
  return (
    <DropTarget
      label={words.start.dropHere}
      onFiles={(grant) =>
        void attempt(desk, async () => {
          const more = await grant()
          setMaking((now) => ({ files: [...(now?.files ?? []), ...more], atOnce: now === null }))
        })
      }
    >
      {making === null ? (
        <Choices onCreate={() => setMaking({ files: [], atOnce: false })} />
      ) : (
        <CreateCollection
          files={making.files}
          atOnce={making.atOnce}
          onFiles={(files) => setMaking({ files, atOnce: false })}
          onBack={() => setMaking(null)}
        />
      )}
      <Notices />
    </DropTarget>
  )
}

function Choices({ onCreate }: { onCreate: () => void }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const about = useDeskState((state) => state.about)
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
      </div>
      {broken !== null && <Broken key={broken.grant} {...broken} onOpen={openAt} />}
      {opening && <Spinner size="small" label={words.start.opening} />}
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
        <Button size="small" disabled={opening} onClick={() => void pick()}>
          {words.start.other}
        </Button>
        {about && about.dataFolder !== '' && (
          <p className="hint">{words.start.folder(about.dataFolder)}</p>
        )}
      </section>
    </main>
  )
}
