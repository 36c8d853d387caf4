import { difference, negated, sum } from '../numbers/bounds.ts'
import type { Question, Reading } from '../question.ts'
import { listsHolding } from '../lists/lists.ts'
import type { Mention } from '../text/mention.ts'
import { linesAbove } from '../text/stretches.ts'
import { sameFamily } from '../text/pick.ts'
import { quotedText } from './readings.ts'
import { changeAt } from './rounding.ts'

/** What is left of comings and goings: 净增加425人, 实际净减12所. */
const NET = /净(?:增|减|流[入出])(?:加|长|少)?了?(?:教师|教职工|学生|人数|学校)?$/u
const IN =
  /补充|招聘|招录|新聘|新进|调入|引进|录用|新增|新招|转入|招收|招生|新建|流入|分配|入职|入编/u
const OUT =
  /退休|退出|调出|调离|辞职|离职|减员|转出|流失|流出|撤并|撤销|注销|毕业|病故|死亡|辞退|解聘|减少|停办/u
const SENTENCES = 2

/** “补充824名，…。同期退休302人，调出辞职97人，净增425人”: who came less who went. */
export function netQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((net) => {
    if (!NET.test(net.lead) || (net.role !== 'change' && net.role !== 'level')) return []
    const before = linesAbove(mentions, net, 0).filter(
      (one) =>
        one.sentence > net.sentence - SENTENCES &&
        (one.role === 'level' || one.role === 'change') &&
        one.brackets.length === net.brackets.length &&
        sameFamily(one, net) &&
        !isPart(one, mentions),
    )
    const [came, went] = [before.filter(isIn), before.filter(isOut)]
    if (came.length === 0 || went.length === 0) return []
    const near = came.length + went.length === 2 || before.length === came.length + went.length
    return [
      {
        type: 'balance' as const,
        rule: 'balance' as const,
        grade:
          near && came[0]?.sentence === net.sentence ? ('stated' as const) : ('likely' as const),
        readings: [netReading(net, came, went)],
        natural: 1,
        trust: TRUST,
        patterns: [],
      },
    ]
  })
}

/** Comings, goings and what is left are named: little else can be meant. */
const TRUST = 10

function isIn({ lead }: Mention): boolean {
  return IN.test(lead) && !OUT.test(lead)
}

function isOut({ lead }: Mention): boolean {
  return OUT.test(lead)
}

/** Whether a figure is a part of another that stands before it. */
function isPart(one: Mention, mentions: readonly Mention[]): boolean {
  return listsHolding(mentions, one).some(({ totals }) =>
    totals.some((total) => sameFamily(total, one)),
  )
}

function netReading(net: Mention, came: readonly Mention[], went: readonly Mention[]): Reading {
  const down = net.figure.direction === 'down' || /净(?:减|流出)/u.test(net.lead)
  return {
    figures: [...came, ...went, net].map(({ index }) => index),
    formula: `${came.map(quotedText).join(' + ')} − ${went.map(quotedText).join(' − ')} = ${down ? '−' : ''}${quotedText(net)}`,
    reckon: (at) => {
      const size = (one: Mention): ReturnType<typeof at> =>
        one.role === 'change' && one.figure.direction === 'down'
          ? negated(at(one.index))
          : at(one.index)
      const told = net.role === 'change' ? changeAt(net, at) : at(net.index)
      return {
        computed: difference(sum(came.map(size)), sum(went.map(size))),
        quoted: net.role === 'level' && down ? negated(told) : told,
      }
    },
    compares: 'equal',
    asked: net.index,
  }
}
