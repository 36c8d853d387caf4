import type { ReactNode } from 'react'
import type { CityTrail, CityTrailCounty, CityTrailItem, CityView } from '../../shared/city.ts'
import { changedText } from '../../shared/words/summary.ts'
import { withSeparators } from '../../shared/separators.ts'
import type { SummaryFigure } from '../../shared/summary.ts'
import { openCounty, setCityScreen } from '../state/city-actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { LineNote } from '../ui/state-note.tsx'
import '../panel/panel.css'

/** What a figure of the city's summary rests on: counties and items, and the ways to them. */
export function CityTrailPanel(props: {
  city: CityView
  indicator: string | null
  /** Where the summary quotes it; null when it does not. */
  moved: SummaryFigure | null
}): ReactNode {
  const { city, indicator, moved } = props
  const words = useWords()
  return (
    <aside className="panel summary-panel" aria-label={words.summary.walkBack}>
      {indicator === null ? (
        <>
          <h2>{words.summary.pick}</h2>
          <p className="hint">{words.city.summary.pickHint}</p>
        </>
      ) : (
        <>
          {moved?.moved && (
            <p className="summary-moved">{words.summary.moved(moved.moved.from, moved.text)}</p>
          )}
          <CityTrailOf key={indicator} city={city} indicator={indicator} />
        </>
      )}
    </aside>
  )
}

/** An indicator of the city walked back. */
export function CityTrailOf(props: { city: CityView; indicator: string }): ReactNode {
  const { city, indicator } = props
  const all = useWords()
  const words = all.city.summary
  const basis = useDeskState((state) => state.basis)
  const loaded = useCall('cityTrail', { indicator, basis }, { revision: city.revision })
  const trail = loaded.value
  if (!trail) return <LineNote error={loaded.error} />
  return (
    <>
      <h2>{trail.title}</h2>
      <Head trail={trail} />
      {trail.left.length > 0 && (
        <>
          <h3>{words.left}</h3>
          <ul className="city-troubles">
            {trail.left.map(({ name, why }) => (
              <li key={`${name} ${why}`}>
                {name}（{words.why[why]}）
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{trail.largest ? words.largest : words.counties}</h3>
      <table className="goes-to">
        <tbody>
          {trail.counties.map((county) => (
            <County key={county.part} trail={trail} county={county} />
          ))}
        </tbody>
      </table>
      <Items items={[...trail.numerator.items, ...(trail.denominator?.items ?? [])]} />
      {trail.sentences.length > 0 && (
        <>
          <h3>{all.summary.quotedIn}</h3>
          <ul className="trail-sentences">
            {trail.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Head({ trail }: { trail: CityTrail }): ReactNode {
  const words = useWords().city
  const lang = useDeskState((state) => state.lang)
  const { numerator, denominator, scale, lastYear } = trail
  return (
    <>
      <dl className="values">
        <div>
          <dt>{words.now}</dt>
          <dd className="figures">{trail.value}</dd>
        </div>
        {lastYear !== null && (
          <div>
            <dt>{words.last}</dt>
            <dd className="figures value-old">{lastYear}</dd>
          </div>
        )}
      </dl>
      {denominator !== null && (
        <p className="figures">
          {withSeparators(numerator.value ?? '—')} ÷ {withSeparators(denominator.value ?? '—')}
          {scale === '1' ? '' : ` × ${scale}`}
        </p>
      )}
      {lastYear !== null && trail.lack === null && <p>{changedText(lang, trail, words.last)}</p>}
    </>
  )
}

/** A county's share: of a ratio both sides and its own value. */
function County({ trail, county }: { trail: CityTrail; county: CityTrailCounty }): ReactNode {
  const desk = useDesk()
  const words = useWords().city.summary
  const { name, part, atHand, numerator, denominator, value } = county
  const own =
    trail.denominator === null
      ? withSeparators(numerator ?? words.absent)
      : `${withSeparators(numerator ?? words.absent)} ÷ ${withSeparators(denominator ?? words.absent)}`
  return (
    <tr className={value === null ? 'city-missing' : ''}>
      <td>
        {atHand ? (
          <button
            type="button"
            className="link"
            title={words.toCounty}
            onClick={() => void openCounty(desk, part, { indicator: trail.indicator })}
          >
            {name}
          </button>
        ) : (
          name
        )}
      </td>
      <td className="figures">
        {own}
        {trail.denominator !== null && <small className="hint"> {value ?? '—'}</small>}
      </td>
    </tr>
  )
}

/** The items that an indicator reads, each a way to its counties and schools. */
function Items({ items }: { items: CityTrailItem[] }): ReactNode {
  const desk = useDesk()
  const words = useWords().city.summary
  if (items.length === 0) return null
  const own = items.filter(({ item }, at) => items.findIndex((one) => one.item === item) === at)
  return (
    <>
      <h3>{words.items}</h3>
      <table className="goes-to">
        <tbody>
          {own.map(({ form, item, label, total }) => (
            <tr key={item}>
              <td>
                <button
                  type="button"
                  className="link"
                  title={words.toItem}
                  onClick={() =>
                    setCityScreen(desk, {
                      ...{ step: 'data', form, part: null },
                      cell: { key: '', item },
                    })
                  }
                >
                  {label}
                </button>{' '}
                <small className="hint">{item}</small>
              </td>
              <td className="figures">{withSeparators(total || '—')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
