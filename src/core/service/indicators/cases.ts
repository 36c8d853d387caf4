import type { ConsolidateApi, IndicatorDraft } from '../../../shared/consolidate.ts'
import { CallError } from '../../../shared/result.ts'
import { withPlansOf } from '../../indicators/library.ts'
import { putIndicator, putIndicators } from '../../indicators/write.ts'
import { takeNumber } from '../../cells/value.ts'
import { unitNamed } from '../../forms/units.ts'
import { askOfFraction } from '../../cells/fraction-in-percent.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import {
  applying,
  externalRows,
  indicatorRow,
  indicatorsView,
  libraryEntries,
} from './indicator-views.ts'
import { externalsIn } from '../last-year/years.ts'
import type { Session } from '../session.ts'

type Cases = Pick<
  ConsolidateApi,
  | 'indicators'
  | 'tryIndicator'
  | 'saveIndicator'
  | 'indicatorLibrary'
  | 'takeIndicators'
  | 'externals'
  | 'editExternal'
>

/** 指标: values, the editor, the shipped library, and the figures of other offices. */
export function indicatorsCases(session: Session, consolidation: () => Consolidation): Cases {
  const library = (): string => session.ports.indicatorLibrary()
  const write = (text: string, reason: string) =>
    session.write({ kind: 'edit-text', payload: { role: 'indicators', text }, reason })
  return {
    async indicators({ basis, comparable }) {
      const external = externalsIn(session)
      return indicatorsView(consolidation(), external, library(), basis, comparable === true)
    },
    async tryIndicator({ draft, basis }) {
      return indicatorRow(consolidation(), draft, basis)
    },
    async saveIndicator({ was, draft, reason }) {
      const text = session.current().text('indicators') ?? ''
      if (draft !== null && draft.id !== was && idsIn(consolidation()).has(draft.id)) {
        throw new CallError('indicator-exists', { id: draft.id })
      }
      const changed = putIndicator(text, was, draft === null ? null : tidy(draft))
      if (changed === null) throw new CallError('no-such-item', { item: was ?? draft?.id ?? '' })
      return write(changed, reason)
    },
    async indicatorLibrary() {
      return libraryEntries(consolidation(), library())
    },
    async takeIndicators({ ids }) {
      const own = idsIn(consolidation())
      const wanted = applying(consolidation(), library()).filter(
        ({ id }) => ids.includes(id) && !own.has(id),
      )
      const text = putIndicators(
        session.current().text('indicators') ?? '',
        withPlansOf(wanted, own),
      )
      return wanted.length > 0 ? write(text, '') : session.overview()
    },
    async externals() {
      return externalRows(consolidation(), externalsIn(session))
    },
    async editExternal({ name, figure, reason }) {
      const plain = figure === null ? null : { ...figure, value: plainFigure(name, figure) }
      const payload = { name: name.trim(), figure: plain }
      return session.write({ kind: 'edit-external', payload, reason })
    },
  }
}

function idsIn(consolidation: Consolidation): Set<string> {
  return new Set(consolidation.indicatorList().map(({ id }) => id))
}

/** A draft as it is kept: texts without spaces around, empty conditions as none. */
function tidy(draft: IndicatorDraft): IndicatorDraft {
  return {
    ...draft,
    id: draft.id.trim(),
    title: draft.title.trim() || draft.id.trim(),
    unit: draft.unit.trim(),
    scale: draft.scale.trim() || '1',
    prefix: draft.prefix.trim(),
  }
}

/** A figure as typed, with separators or full-width digits, as a plain decimal. */
function plainFigure(
  name: string,
  { value: typed, unit }: { value: string; unit: string },
): string {
  const taken = takeNumber({ kind: 'text', value: typed }, { unit: unitNamed(unit) })
  if (taken.state === 'number') {
    if (unitNamed(unit) === '%') askOfFraction(taken, name)
    return taken.value
  }
  throw new CallError('not-a-number', { value: typed })
}
