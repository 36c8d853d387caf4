import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Finding } from '../../shared/findings.ts'
import type { LikeSchools } from '../../shared/screening.ts'
import { withSeparators } from '../../shared/separators.ts'
import { useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { LikeSchoolsChart } from './like-schools-chart.tsx'
import { shortFigure } from './short-figure.ts'
import './like-schools.css'

/** The figure of a finding among like schools; open at once where the finding is about that. */
export function LikeSchoolsPart({ finding }: { finding: Finding }): ReactNode {
  const words = useWords().like
  const basis = useDeskState((state) => state.basis)
  const [wish, setWish] = useState<boolean | null>(null)
  const open = wish ?? OPEN_AT_ONCE.has(finding.rule)
  const { rule, school, row, column } = finding
  const loaded = useCall('likeSchools', open ? { basis, rule, school, row, column } : null, {
    keep: ['basis'],
  })
  if (!open)
    return (
      <p className="like-line">
        <Button size="small" appearance="transparent" onClick={() => setWish(true)}>
          {words.show}
        </Button>
      </p>
    )
  return (
    <section className="like" aria-label={words.title}>
      {loaded.value ? <Shown like={loaded.value} /> : null}
      {!loaded.value && !loaded.loading && <p className="hint">{words.none}</p>}
      <Button size="small" appearance="transparent" onClick={() => setWish(false)}>
        {words.hide}
      </Button>
    </section>
  )
}

/** Findings that are themselves a comparison. */
const OPEN_AT_ONCE = new Set(['筛查:离群', '筛查:增减'])

function Shown({ like }: { like: LikeSchools }): ReactNode {
  const words = useWords().like
  const place = like.values.findIndex((one) => one.school === like.school)
  const own = like.values[place]
  return (
    <>
      <p className="like-facts figures">
        <b>{like.title}</b>
        <span>{words.group(like.group, like.values.length)}</span>
        <span>{words.median(shortFigure(like.median))}</span>
        {like.low !== null && like.high !== null && (
          <span>{words.usual(shortFigure(like.low), shortFigure(like.high))}</span>
        )}
        <span>{words.rank(place + 1, like.values.length)}</span>
        {own && (
          <strong className="like-own">
            {words.here(own.name, withSeparators(shortFigure(own.value)))}
          </strong>
        )}
      </p>
      <LikeSchoolsChart like={like} />
    </>
  )
}
