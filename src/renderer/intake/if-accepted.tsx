import type { ReactNode } from 'react'
import { errorText } from '../../shared/words/say.ts'
import { withSeparators } from '../../shared/separators.ts'
import { useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

/** Totals drawn; the tables below show every cell. */
const SHOWN = 12

/** What the county would say otherwise if a waiting return were accepted, old → new as published. */
export function IfAccepted({ file }: { file: number }): ReactNode {
  const words = useWords().ifAccepted
  const lang = useDeskState((state) => state.lang)
  const loaded = useCall('ifAccepted', { file })
  if (loaded.error && !loaded.value) return <p role="alert">{errorText(lang, loaded.error)}</p>
  if (!loaded.value) return <p className="state-note">{words.loading}</p>
  const { totals, indicators, sentences } = loaded.value
  const county = totals.filter(({ by }) => by === null)
  if (county.length + indicators.length + sentences.length === 0)
    return <p className="card">{words.none}</p>
  return (
    <section className="card if-accepted" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="if-accepted-counts figures">
        <span>{words.totals(county.length)}</span>
        <span>{words.indicators(indicators.length)}</span>
        <span>{words.sentences(sentences.length)}</span>
      </p>
      {sentences.map(({ before, after }) => (
        <p key={`${before ?? ''}|${after ?? ''}`} className="if-accepted-sentence">
          {before !== null && <del>{before}</del>}
          {after !== null && <ins>{after}</ins>}
        </p>
      ))}
      <div className="if-accepted-figures">
        {indicators.length > 0 && (
          <Figures
            lines={indicators.map(({ id, title, before, after }) => [id, title, before, after])}
          />
        )}
        {county.length > 0 && (
          <Figures
            lines={county
              .slice(0, SHOWN)
              .map(({ item, label, before, after }) => [item, label, before, after])}
          />
        )}
      </div>
      {county.length > SHOWN && <p className="hint">{words.more(county.length - SHOWN)}</p>}
    </section>
  )
}

function Figures(props: { lines: [string, string, string | null, string | null][] }): ReactNode {
  return (
    <table className="plain-table">
      <tbody>
        {props.lines.map(([key, name, before, after]) => (
          <tr key={key}>
            <td title={key}>{name}</td>
            <td className="number">{withSeparators(before ?? '')}</td>
            <td className="if-accepted-arrow">→</td>
            <td className="number">
              <b>{withSeparators(after ?? '')}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
