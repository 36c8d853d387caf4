import { perObject } from '../../../memory/per-object.ts'
import type { Mention } from './mention.ts'

/** Figures told one after another of the members of a list: “分别为13595万元、13563万元、16620万元”. */
export interface Series {
  /** What stands before 分别: what the figures are of. */
  readonly label: string
  readonly items: readonly Mention[]
}

const HEAD = /分别(?:为|是|达到?|占|完成|有)?|依次为/u
const JOINT = /^(?:[、，,和及与]|以及)*$/u

/** The series of a text; of two figures at least, in one unit. */
export const seriesOf = perObject((mentions: readonly Mention[]): readonly Series[] =>
  mentions.flatMap((first, at) => {
    if (!HEAD.test(first.lead)) return []
    const items = [first]
    for (let behind = at + 1; behind < mentions.length; behind += 1) {
      const next = mentions[behind]
      if (next === undefined || next.figure.unit !== first.figure.unit || next.role !== first.role)
        break
      if (!JOINT.test(next.gap) && !GOING_ON.test(next.gap)) break
      items.push(next)
    }
    if (items.length < 2) return []
    const label = first.before.slice(0, first.before.search(HEAD))
    return [{ label, items }]
  }),
)

const GOING_ON = /^[、，和及与]?(?:增加|增长|减少|下降|提高|上升|降低)了?$/u
