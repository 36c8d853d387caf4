import { figureForm, lastYearsForm } from '../../../shared/figure-form.ts'
import type { QuotedForm } from '../../../shared/summary.ts'
import { wordingOf } from '../../summary/wording.ts'
import type { Quoted } from '../../summary/wording.ts'

/** The ways of quoting an indicator over years, as far as they can be stated; those first that are quoted most. */
export function quotedForms(quoted: Quoted | undefined): QuotedForm[] {
  const known = quoted?.years?.() ?? null
  if (quoted === undefined || known === null) return []
  const { now, values } = known
  const before = values.map(({ year }) => year).filter((year) => year < now - 1)
  const far = before.toReversed().map((year) => `比${String(year)}年`)
  return [lastYearsForm(3), lastYearsForm(5), '年均增长', ...far].flatMap((form): QuotedForm[] => {
    const read = figureForm(form)
    if (read === null) return []
    const { text, lack } = wordingOf(quoted, read.form, read.of)
    return lack === null ? [{ form, reads: text }] : []
  })
}
