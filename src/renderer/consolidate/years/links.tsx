import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type {
  LinkSuggestion,
  LinksView,
  SchoolLink,
  YearSchool,
} from '../../../shared/consolidate.ts'
import { change } from '../../state/actions.ts'
import { useDesk } from '../../state/context.tsx'
import { useCall } from '../../state/use-call.ts'
import { useWords } from '../../state/use-words.ts'
import { AddingUp } from '../measure/adding-up.tsx'
import { LinkForm } from './link-form.tsx'
import { linkSchools } from './link-schools.ts'

/** 学校对应: which schools of last year are which of this; a person confirms what is only likely. */
export function Links(): ReactNode {
  const words = useWords().years
  const loaded = useCall('yearLinks', {})
  if (!loaded.value) return <AddingUp of={loaded} />
  const view = loaded.value
  return (
    <div className="links">
      <section className="links-main">
        <p className="hint">{words.same(view.same)}</p>
        {view.suggestions.length > 0 && (
          <>
            <h3>{words.suggestions}</h3>
            <ul className="links-list">
              {view.suggestions.map((one) => (
                <Suggestion
                  key={JSON.stringify([one.before, one.now])}
                  suggestion={one}
                  view={view}
                />
              ))}
            </ul>
          </>
        )}
        <table className="indicator-table links-table">
          <thead>
            <tr>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.now}</th>
              <th scope="col" aria-label={words.unlink} />
            </tr>
          </thead>
          <tbody>
            {view.links.map((link) => (
              <Link key={[...link.before, ...link.now].map(({ id }) => id).join(' ')} link={link} />
            ))}
          </tbody>
        </table>
      </section>
      <LinkForm view={view} />
    </div>
  )
}

function Suggestion(props: { suggestion: LinkSuggestion; view: LinksView }): ReactNode {
  const { suggestion, view } = props
  const desk = useDesk()
  const words = useWords()
  const { before, now, kind, why, likeness } = suggestion
  const names = (ids: string[], list: YearSchool[]): string =>
    ids.map((id) => list.find((one) => one.id === id)?.name ?? id).join('、')
  return (
    <li>
      <b>{words.years.linkKind[kind]}</b> {names(before, view.before)} → {names(now, view.now)}
      <small className="hint"> {words.years.why[why](likeness)}</small>
      <Button
        size="small"
        onClick={() =>
          void linkSchools(desk, words, { before, now, reason: words.years.why[why](likeness) })
        }
      >
        {words.years.confirm}
      </Button>
    </li>
  )
}

function Link({ link: { kind, before, now, entry } }: { link: SchoolLink }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const { years } = words
  return (
    <tr>
      <th scope="row">
        {years.linkKind[kind]}
        <small className="hint"> {entry === null ? years.byCode : years.byPerson}</small>
      </th>
      <td>{before.length === 0 ? years.nobody : before.map(schoolText).join('、')}</td>
      <td>{now.length === 0 ? years.nobody : now.map(schoolText).join('、')}</td>
      <td>
        {entry !== null && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() =>
              void change(desk, () =>
                desk.api.withdraw({ entry, reason: words.overview.withdrawReason }),
              )
            }
          >
            {years.unlink}
          </Button>
        )}
      </td>
    </tr>
  )
}

function schoolText({ id, name }: YearSchool): string {
  return name === id ? id : `${name}（${id}）`
}
