import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { CityCounty, CityView } from '../../shared/city.ts'
import { shortTime } from '../figures/show.ts'
import { cityText } from './city-rows.ts'
import { TroubleLines } from './city-troubles.tsx'
import { openCounty, setCityScreen } from '../state/city-actions.ts'
import { useDesk } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

/** 全市总览: how far every county is, and what has to be said beside the figures. */
export function CityOverview({ city }: { city: CityView }): ReactNode {
  const words = useWords().city
  // Asked again whenever the screen is looked at: a county may have been exported anew.
  const now = useCall('city', {}, { revision: city.revision }).value ?? city
  const { counties, troubles } = now
  const sum = (of: (one: CityCounty) => number): number =>
    counties.reduce((all, one) => all + of(one), 0)
  const there = counties.filter((one) => one.in)
  const withCity = counties.some((one) => cityText(one.city) !== '')
  const tiles = [
    [words.of(there.length, counties.length), words.tiles.in, there.length === counties.length],
    [
      words.of(
        sum(({ reported }) => reported),
        sum(({ expected }) => expected),
      ),
      words.tiles.schools,
      there.every(({ reported, expected }) => reported === expected),
    ],
    [
      String(sum(({ errors }) => errors)),
      words.tiles.errors,
      there.every((one) => one.errors === 0),
    ],
    [
      String(sum(({ unexplained }) => unexplained)),
      words.tiles.unexplained,
      there.every((one) => one.unexplained === 0),
    ],
    [
      words.of(there.filter(isSigned).length, counties.length),
      words.tiles.signed,
      counties.every(isSigned),
    ],
  ] as const
  return (
    <div className="city-overview">
      <div className="city-tiles">
        {tiles.map(([figure, name, calm]) => (
          <div key={name} className={calm ? 'tile tile-calm' : 'tile'}>
            <b className="figures city-figure">{figure}</b>
            <span>{name}</span>
          </div>
        ))}
      </div>
      <section className="card city-counties">
        <h2>{words.counties}</h2>
        <table className="indicator-table figures">
          <thead>
            <tr>
              <th scope="col">{words.county}</th>
              {withCity && <th scope="col">{words.columns.city}</th>}
              <th scope="col">{words.columns.reported}</th>
              <th scope="col">{words.columns.errors}</th>
              <th scope="col">{words.columns.unexplained}</th>
              <th scope="col">{words.columns.signed}</th>
              <th scope="col">{words.columns.exported}</th>
              <th scope="col" aria-label={words.open} />
            </tr>
          </thead>
          <tbody>
            {counties.map((one) => (
              <County key={`${one.city} ${one.name}`} county={one} withCity={withCity} />
            ))}
          </tbody>
        </table>
      </section>
      <section className="card city-troubles">
        <h2>{words.troubles(troubles.length)}</h2>
        {troubles.length === 0 && <p className="hint">{words.noTroubles}</p>}
        <ul>
          <TroubleLines troubles={troubles} />
        </ul>
      </section>
    </div>
  )
}

function isSigned({ signedBy, signedCurrent }: CityCounty): boolean {
  return signedBy !== null && signedCurrent
}

function County({ county, withCity }: { county: CityCounty; withCity: boolean }): ReactNode {
  const desk = useDesk()
  const words = useWords().city
  const { name, part, atHand, signedBy } = county
  if (part === null)
    return (
      <tr className="city-missing">
        <th scope="row">{name}</th>
        <td colSpan={withCity ? 7 : 6}>
          {county.why === 'refused' ? words.refused : words.missing}
        </td>
      </tr>
    )
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          onClick={() => setCityScreen(desk, { step: 'data', part, cell: null })}
        >
          {name}
        </button>
      </th>
      {withCity && <td>{cityText(county.city)}</td>}
      <td className={county.reported < county.expected ? 'group-partial' : ''}>
        {words.of(county.reported, county.expected)}
      </td>
      <td className={county.errors > 0 ? 'indicator-undefined' : ''}>{county.errors}</td>
      <td>{county.unexplained}</td>
      <td>
        {signedBy === null
          ? words.unsigned
          : county.signedCurrent
            ? words.signedBy(signedBy)
            : words.changedSince(signedBy)}
      </td>
      <td>{shortTime(county.exportedAt)}</td>
      <td>
        {atHand ? (
          <Button
            size="small"
            title={words.openHint}
            onClick={() => void openCounty(desk, part, null)}
          >
            {words.open}
          </Button>
        ) : (
          <small className="hint">{words.notAtHand}</small>
        )}
      </td>
    </tr>
  )
}
