import type { MessOptions } from '../../mess/kinds.ts'
import type { MessPlan, SchoolPlan } from '../../mess/plan.ts'
import type { Random } from '../../random.ts'
import type { MadeSchool } from '../../school.ts'
import { OWN_MESS } from './kinds.ts'
import type { OwnMess } from './kinds.ts'

/**
 * Deals the kinds out one after another; a few schools keep to the form. Which school has a place
 * for a kind is seen when its return is made: what it cannot do goes on to the next.
 */
export function planOwnMess(
  random: Random,
  schools: MadeSchool[],
  mess: boolean | MessOptions,
): MessPlan {
  const bySchool = new Map<string, SchoolPlan>(
    schools.map(({ id }) => [id, { cells: [], layout: [], own: [], identity: null, file: null }]),
  )
  if (mess === false) return { bySchool, stray: [] }
  const kinds = typeof mess === 'object' ? mess.kinds : undefined
  const wanted = OWN_MESS.filter((kind) => kinds?.includes(kind) ?? true)
  const order = random.shuffle([...bySchool.values()])
  const dealt = order.slice(0, Math.max(1, order.length - Math.floor(order.length / 10)))
  wanted.forEach((kind, i) => {
    const plan = dealt[i % dealt.length]
    if (plan === undefined) return
    if (isFileMess(kind)) plan.file = kind
    else plan.own.push(kind)
  })
  return { bySchool, stray: [] }
}

function isFileMess(kind: OwnMess): kind is 'copy' | 'zipped' | 'old-excel' {
  return kind === 'copy' || kind === 'zipped' || kind === 'old-excel'
}
