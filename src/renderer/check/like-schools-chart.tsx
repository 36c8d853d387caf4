import { useRef } from 'react'
import type { ReactNode } from 'react'
import {
  ReferenceArea,
  ReferenceLine,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { LikeSchools } from '../../shared/screening.ts'
import { withSeparators } from '../../shared/separators.ts'
import { ChartTools } from '../ui/chart-tools.tsx'
import { useSize } from '../ui/use-size.ts'
import { useWords } from '../state/use-words.ts'
import { dotsOf, scaleOf } from './dot-places.ts'
import type { Dot } from './dot-places.ts'
import { shortFigure } from './short-figure.ts'

const HEIGHT = 104

/** Like schools as dots along the figure: the usual range tinted, the median a line, this school a diamond. */
export function LikeSchoolsChart({ like }: { like: LikeSchools }): ReactNode {
  const words = useWords().like
  const box = useRef<HTMLElement>(null)
  const { width } = useSize(box)
  const { from, to, log, ticks } = scaleOf(like)
  const dots = dotsOf(like)
  const own = like.values.find((one) => one.school === like.school)
  const most = Math.max(3, ...dots.map((dot) => dot.y))
  return (
    <figure ref={box} className="like-chart" aria-label={`${words.title} ${like.title}`}>
      <span className="chart-corner">
        <ChartTools
          box={box}
          about={{
            title: `${like.title} · ${words.group(like.group, like.values.length)}`,
            notes: [
              words.median(shortFigure(like.median)),
              ...(like.low !== null && like.high !== null
                ? [words.usual(shortFigure(like.low), shortFigure(like.high))]
                : []),
              ...(own ? [words.here(own.name, withSeparators(shortFigure(own.value)))] : []),
            ],
            legend: [],
          }}
        />
      </span>
      {width > 0 && (
        <ScatterChart
          width={width}
          height={HEIGHT}
          margin={{ top: 6, right: 16, bottom: 0, left: 16 }}
        >
          <XAxis
            type="number"
            dataKey="x"
            domain={[from, to]}
            scale={log ? 'log' : 'linear'}
            ticks={ticks}
            height={20}
            tickFormatter={(tick: number) => withSeparators(shortFigure(String(tick)))}
          />
          <YAxis type="number" dataKey="y" domain={[0, most + 1]} hide />
          {like.low !== null && like.high !== null && (
            <ReferenceArea
              x1={Number(like.low)}
              x2={Number(like.high)}
              className="like-usual"
              ifOverflow="hidden"
            />
          )}
          <ReferenceLine x={Number(like.median)} className="like-median" />
          <Tooltip content={Told} isAnimationActive={false} />
          <Scatter
            data={dots.filter((dot) => !dot.own)}
            className="like-others"
            shape="circle"
            isAnimationActive={false}
          />
          <Scatter
            data={dots.filter((dot) => dot.own)}
            className="like-this"
            shape="diamond"
            isAnimationActive={false}
          />
        </ScatterChart>
      )}
    </figure>
  )
}

/** Which school a dot is. */
function Told(props: { payload?: readonly { payload?: Dot }[] }): ReactNode {
  const dot = props.payload?.[0]?.payload
  if (!dot) return null
  return (
    <span className="like-told figures">
      {dot.name} {withSeparators(shortFigure(dot.value))}
    </span>
  )
}
