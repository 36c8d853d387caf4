import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { change, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { speak } from '../state/language.ts'
import { useWords } from '../state/use-words.ts'
import { BackupsCard } from '../backups/backups-card.tsx'
import { PersonalCard } from '../backups/personal-card.tsx'
import { VerifyCard } from '../backups/verify-card.tsx'
import { LastYearSaid } from './last-year-said.tsx'
import { ParticularsForm } from './particulars-form.tsx'

/** 常规: who works, language, about the program. */
export function GeneralTab(): ReactNode {
  const desk = useDesk()
  const words = useWords().setup
  const app = useWords().app
  const about = useDeskState((state) => state.about)
  const overview = useDeskState((state) => state.overview)
  const lang = useDeskState((state) => state.lang)
  const [person, setPerson] = useState(overview?.person ?? '')
  const save = async (): Promise<void> => {
    const done = await change(desk, () => desk.api.setPerson({ person: person.trim() }))
    if (done) notify(desk, 'success', words.whoSaved)
  }
  return (
    <div className="general">
      <section className="card">
        <h2>{words.person}</h2>
        <form
          className="person"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <Field label={words.who} hint={words.whoHint}>
            <Input value={person} onChange={(_, data) => setPerson(data.value)} />
          </Field>
          <Button type="submit" disabled={person.trim() === overview?.person}>
            {words.whoSave}
          </Button>
        </form>
      </section>
      <section className="card">
        <h2>{words.language}</h2>
        <RadioGroup
          layout="horizontal"
          value={lang}
          onChange={(_, data) => speak(desk, data.value === 'en' ? 'en' : 'zh')}
        >
          <Radio value="zh" label="中文" />
          <Radio value="en" label="English" />
        </RadioGroup>
      </section>
      {overview && (
        <ParticularsForm
          key={JSON.stringify([
            overview.title,
            overview.county,
            overview.schoolYear,
            overview.period,
            overview.referenceDate,
            overview.dueDate,
          ])}
          overview={overview}
        />
      )}
      <BackupsCard />
      <VerifyCard />
      <PersonalCard />
      <LastYearSaid />
      {about && (
        <section className="card">
          <h2>{words.about}</h2>
          <p>
            <b>{app.name}</b> {app.tagline}
          </p>
          <p className="hint">
            {words.version(about.version)} · {words.host[about.host]}
          </p>
          <p className="hint">
            {words.dataFolder} {about.dataFolder}
          </p>
        </section>
      )}
    </div>
  )
}
