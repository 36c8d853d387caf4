import type { Finding } from '../../../shared/findings.ts'
import type { Basis } from '../../../shared/model.ts'
import type { LikeSchools } from '../../../shared/screening.ts'
import { compare, over, showNumber } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import { asCount } from '../../screening/county.ts'
import type { ScreenedSchool } from '../../screening/county.ts'
import { peersOf } from '../../screening/peers.ts'
import type { Peers } from '../../screening/peers.ts'
import { middle, ratioLimits } from '../../screening/ratio-limits.ts'
import type { Limits } from '../../screening/ratio-limits.ts'
import type { Screening } from './screening.ts'

/** A figure that can be had of every school. */
interface Measure {
  title: string
  of(one: ScreenedSchool): Num | null
}

/**
 * The figure that a finding speaks of (its ratio, its growth, else its first figure of this year) at
 * the school and all like it.
 */
export function likeSchoolsOf(
  screening: Screening,
  finding: Finding,
  basis: Basis,
): LikeSchools | null {
  const { context } = screening.comparing()
  const peers = peersOf(context, screening.schools(basis)).find(({ members }) =>
    members.some((one) => one.school.id === finding.school),
  )
  const measure = measureOf(screening, finding)
  if (peers === undefined || measure === null) return null
  const values = peers.members
    .flatMap((one) => {
      const value = measure.of(one)
      return value === null ? [] : [{ one, value }]
    })
    .toSorted((a, b) => compare(a.value, b.value))
  if (!values.some(({ one }) => one.school.id === finding.school)) return null
  const figures = values.map(({ value }) => value)
  const median = middle(figures)
  if (median === null) return null
  const limits = finding.rule === '筛查:离群' ? limitsOf(screening, figures) : null
  return {
    title: measure.title,
    group: groupText(peers),
    school: finding.school,
    values: values.map(({ one, value }) => ({
      school: one.school.id,
      name: one.school.name,
      value: showNumber(value),
    })),
    median: showNumber(median),
    low: limits === null ? null : showNumber(limits.low),
    high: limits === null ? null : showNumber(limits.high),
  }
}

function limitsOf(screening: Screening, figures: Num[]): Limits | null {
  const { context } = screening.comparing()
  const distance = context.threshold('离群', 'distance', '5')
  return ratioLimits(figures, distance, context.threshold('离群', 'times', '2.5'))
}

function groupText({ type, band, bands, members }: Peers): string {
  const name = members[0]?.school.attributes['办学类型'] ?? type
  const size = bands === 1 ? '' : ` · ${String(band)}/${String(bands)}`
  return `${name}${size}`
}

function measureOf(screening: Screening, finding: Finding): Measure | null {
  const { context, ratios } = screening.comparing()
  if (finding.rule === '筛查:离群') {
    const ratio = ratios.find((one) => one.id === finding.row)
    return ratio === undefined
      ? null
      : { title: ratio.id, of: (one) => ratio.read(one)?.value ?? null }
  }
  if (finding.rule === '筛查:增减') {
    const read = context.role(finding.row ?? '')
    return {
      title: `${finding.row ?? ''} ÷ 上年`,
      of: (one) => {
        const figure = read(one)
        if (figure === null || figure.now === null || figure.lastYear === null) return null
        return over(figure.now, figure.lastYear)
      },
    }
  }
  const first = finding.items.find((item) => !item.lastYear && item.state === 'number')
  const form = context.forms.find((one) => first?.item.startsWith(`${one.id}[`) === true)
  const index = form?.items.findIndex((_, at) => context.address(form, at) === first?.item) ?? -1
  if (first === undefined || form === undefined || index < 0) return null
  return {
    title: `${first.item} ${first.label}`,
    of: ({ figures }) => {
      const table = figures.hasForm(form.id) ? figures.table(form) : null
      return table === null ? null : asCount(table[index])
    },
  }
}
