import { useState } from 'react'
import type { ReactNode } from 'react'
import type { YearsView } from '../../../shared/series.ts'
import { successionText } from '../../../shared/words/series.ts'
import { change, notify } from '../../state/actions.ts'
import { useDesk, useDeskState } from '../../state/context.tsx'
import { useWords } from '../../state/use-words.ts'
import { Choice } from '../measure/choice.tsx'
import { LinkFields } from './link-fields.tsx'

/** Who became who in the years that are known, and saying it by hand. */
export function Successions({ view }: { view: YearsView }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const reason = words.overview.withdrawReason
  return (
    <>
      <h3>{words.series.successions}</h3>
      {view.successions.length === 0 && <p className="hint">{words.series.noSuccessions}</p>}
      <ul>
        {view.successions.map((one) => (
          <li
            key={`${String(one.year)} ${one.before.map(({ id }) => id).join()} ${one.now.map(({ id }) => id).join()}`}
          >
            {successionText(lang, one)}{' '}
            {one.entry !== null && (
              <button
                type="button"
                className="link"
                onClick={() =>
                  void change(desk, () => desk.api.withdraw({ entry: one.entry ?? 0, reason }))
                }
              >
                {words.years.unlink}
              </button>
            )}
          </li>
        ))}
      </ul>
      <SaySuccession view={view} />
    </>
  )
}

function SaySuccession({ view }: { view: YearsView }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const [year, setYear] = useState('')
  const wanted = Number(year)
  const then = view.schools.findLast((one) => one.year < wanted)
  const here =
    view.schools.find((one) => one.year === wanted) ?? view.schools.find((one) => one.year > wanted)
  const first = view.schools[0]?.year ?? 0
  const years = Array.from({ length: (view.year ?? first) - first }, (_, at) => first + 1 + at)
  const say = async (said: { before: string[]; now: string[]; reason: string }) => {
    const ok = await change(desk, () => desk.api.saySuccession({ year: wanted, ...said }))
    if (ok) notify(desk, 'success', words.years.confirmed)
    return ok
  }
  const listed = (list: YearsView['schools'][number] | undefined) =>
    (list?.schools ?? []).map((one) => ({ ...one, town: '' }))
  return (
    <details className="say-succession">
      <summary>{words.series.saySuccession}</summary>
      <p className="hint">{words.series.saySuccessionHint}</p>
      <Choice
        label={words.series.inYear}
        placeholder={words.series.inYear}
        className="series-year"
        value={year}
        options={years.map((one) => ({ value: String(one), text: String(one) }))}
        onChange={setYear}
      />
      {year !== '' && (
        <LinkFields
          of={year}
          before={{ label: words.series.before, all: listed(then) }}
          now={{ label: words.series.after, all: listed(here) }}
          onLink={say}
        />
      )}
    </details>
  )
}
