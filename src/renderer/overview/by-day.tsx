import type { ReactNode } from 'react'
import type { FileRow } from '../../shared/intake.ts'
import { allOf } from '../state/intake-filter.ts'
import { useDesk } from '../state/context.tsx'
import { showIntake } from './go.ts'
import { DayChart } from '../ui/day-chart.tsx'
import { useWords } from '../state/use-words.ts'

/** How returns came in, day by day. */
export function ByDay({ files }: { files: FileRow[] | null }): ReactNode {
  const desk = useDesk()
  const words = useWords().days
  return (
    <section className="card by-day">
      <h2>
        {words.title}
        <span className="day-legend">
          {(['used', 'queried', 'other'] as const).map((part) => (
            <span key={part}>
              <i className={`dot day-dot-${part}`} />
              {words[part]}
            </span>
          ))}
        </span>
      </h2>
      {files && (
        <DayChart
          files={files}
          onDay={(by, day) => showIntake(desk, { ...allOf('files'), day: { by, day } })}
        />
      )}
    </section>
  )
}
