import type { ReactNode } from 'react'
import type { HeadlineImpact } from '../../shared/impact.ts'
import { withSeparators } from '../../shared/separators.ts'
import { useDesk } from '../state/context.tsx'
import { newCheckView } from '../state/check-view.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

/**
 * 主要指标可能变动 ±n: the headline figure in heads that open findings can move most; leads to them in that order.
 *
 * @param begun whether a return is in: before that no ±0 is good news
 */
export function ImpactTile({ begun }: { begun: boolean }): ReactNode {
  const { store } = useDesk()
  const words = useWords().impact
  const loaded = useCall('impact', {})
  const most = mostMoved(loaded.value?.headlines ?? [])
  const go = (): void => store.set({ step: 'check', check: { ...newCheckView(), group: 'impact' } })
  return (
    <button type="button" className={most || !begun ? 'tile' : 'tile tile-calm'} onClick={go}>
      <span className="tile-line">
        {most ? (
          <>
            <b className="figures">±{withSeparators(most.bound ?? '')}</b> {most.unit}
          </>
        ) : (
          <b className="figures">{begun ? (loaded.value ? '±0' : '…') : '—'}</b>
        )}
      </span>
      <small>
        {most
          ? words.tile(most.title)
          : !begun
            ? words.tileNotBegun
            : loaded.value
              ? words.tileNone
              : words.tileLoading}
      </small>
    </button>
  )
}

/** The first figure that can move at all; they come with heads first, the largest movement before others. */
function mostMoved(headlines: readonly HeadlineImpact[]): HeadlineImpact | null {
  return headlines.find(({ bound }) => bound !== null && !/^0(?:\.0+)?$/.test(bound)) ?? null
}
