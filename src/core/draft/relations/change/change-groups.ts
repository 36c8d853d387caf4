import type { Mention } from '../text/mention.ts'

/** A level and what its sentence says of how it changed, all against one earlier time. */
export interface ChangeGroup {
  /** Null where the sentence tells a change without the level. */
  readonly level: Mention | null
  readonly previous: Mention | null
  readonly change: Mention | null
  readonly growth: Mention | null
  readonly points: Mention | null
}

type Part = Exclude<keyof ChangeGroup, 'level'>

const PARTS: Record<Exclude<Mention['role'], 'level' | 'share'>, Part> = {
  previous: 'previous',
  change: 'change',
  growth: 'growth',
  points: 'points',
}
const EMPTY: ChangeGroup = { level: null, previous: null, change: null, growth: null, points: null }
const COMPARED = /[比较同]/u
/** Words by which a change is of several figures, or of another one: it is left alone. */
const OF_OTHERS = /分别|均|都|各|占比|比重|口径|可比|实际|名义|扣除|剔除/u
/** Of a percentage itself: 增速比上年提高3.2个百分点. */
const OF_GROWTH = /增幅|增速|降幅/u

/**
 * Levels with the figures of change that follow them with nothing else named in between: “招生60.21
 * 万人，比上年增加6.3万人，增长11.7%”. A second comparison (比2010年…) begins a group of its own.
 */
export function changeGroups(mentions: readonly Mention[]): ChangeGroup[] {
  const done: ChangeGroup[] = []
  let now: ChangeGroup = EMPTY
  let around: { bracket: string; group: ChangeGroup }[] = []
  let sentence = -1
  let counted: Mention | null = null
  let share: Mention | null = null
  const close = (): void => {
    if (PARTS_IN.some((part) => now[part] !== null)) done.push(now)
  }
  for (const mention of mentions) {
    const bracket = mention.brackets.join()
    if (mention.sentence !== sentence) {
      close()
      ;[now, around, sentence] = [EMPTY, [{ bracket, group: EMPTY }], mention.sentence]
      ;[counted, share] = [null, null]
    }
    const outer = around.findLastIndex((one) => one.bracket === bracket)
    if (outer >= 0 && outer < around.length - 1) {
      // Behind a bracket the sentence goes on where it stood before.
      close()
      now = around[outer]?.group ?? EMPTY
      around = around.slice(0, outer + 1)
    } else if (outer < 0) {
      around.push({ bracket, group: now })
    }
    const next = after(now, mention, { counted, share })
    if (mention.role === 'share') share = mention
    if (mention.role === 'level' && !isHeldAgainst(mention)) counted = mention
    if (next.level !== now.level || next === EMPTY || isNew(now, next)) close()
    now = next
    const last = around.at(-1)
    if (last !== undefined) last.group = now
  }
  close()
  return done
}

const PARTS_IN: readonly Part[] = ['previous', 'change', 'growth', 'points']

/** Whether `next` does not carry all that `now` has. */
function isNew(now: ChangeGroup, next: ChangeGroup): boolean {
  return PARTS_IN.some((part) => now[part] !== null && next[part] !== now[part])
}

/** The last figures of a sentence that a change may go back to. */
interface Last {
  /** That is no percentage: an amount of change goes back to it past a rate. */
  readonly counted: Mention | null
  readonly share: Mention | null
}

function after(now: ChangeGroup, mention: Mention, { counted, share }: Last): ChangeGroup {
  const { role, lead } = mention
  // “支出38.62万元，完成预算45万元的85.82%，比上年减少”: the plan is only held against.
  if (isHeldAgainst(mention)) return now
  if (role === 'share' && lead === '的' && now.level !== null) return now
  if (role === 'level' || role === 'share') {
    // “由 P 增加到 L”, “比上年的 P 增加 D，达到 L”: the level comes last.
    const reached = now.level === null && now.previous !== null && REACHED.test(lead)
    return reached ? { ...now, level: mention } : { ...EMPTY, level: mention }
  }
  const part = PARTS[role]
  if (role === 'previous' && FROM.test(lead)) return { ...EMPTY, previous: mention }
  if (!mention.pure || OF_OTHERS.test(lead) || (role === 'points' && OF_GROWTH.test(lead)))
    return { ...EMPTY, [part]: mention }
  if (role === 'change' && now.level?.role === 'share' && counted !== null)
    return { ...EMPTY, level: counted, change: mention }
  // “经费152318万元，占总收入的81.70%，比上年的141826万元增长7.40%”: no percentage was so much last year.
  const percent = mention.figure.unit === '%' && now.level?.figure.unit !== '%'
  // “33310人，占346210人的9.62%，比上年的10.85%下降1.23个百分点”
  if (role === 'previous' && percent && share !== null && share.index === mention.index - 1)
    return { ...EMPTY, level: share, previous: mention }
  const pastShare = role === 'previous' && now.level?.role === 'share'
  if (pastShare && counted !== null && counted.figure.unit === mention.figure.unit)
    return { ...EMPTY, level: counted, previous: mention }
  const anew = COMPARED.test(lead) && now.previous === null && changes(now) && !sameTime(now, lead)
  const again = now[part] !== null || anew
  return again ? { ...EMPTY, level: now.level, [part]: mention } : { ...now, [part]: mention }
}

/** 比去年同期多完成0.64亿元，同比增长28.2%: both are held against the year before. */
function sameTime({ change, growth, points }: ChangeGroup, lead: string): boolean {
  const told = [change, growth, points].flatMap((one) => (one === null ? [] : [one.lead]))
  return LAST_YEAR.test(lead) && told.length > 0 && told.every((words) => LAST_YEAR.test(words))
}

const LAST_YEAR = /[比较与同](?:上|去)(?:一)?(?:学)?年|同比|(?:上|去)年同期/u

/** “教育支出9.84亿元，占一般公共预算支出48.63亿元的20.23%，同比增加0.52亿元”: what the share is of does not change here. */
function isHeldAgainst({ role, lead }: Mention): boolean {
  return role === 'level' && (HELD_AGAINST.test(lead) || WHOLE.test(lead))
}

const WHOLE = /^(?:约|仅)?占(?!地|用|有)[^，。、；]{2,}$/u
const HELD_AGAINST = /(?:完成|占|为|是)[^，。]{0,6}(?:预算|计划|目标|任务)$/u
const REACHED = /(?:到|至|为|达)(?:[^，。]{0,8}年(?:末|底)?的?)?$/u
const FROM = /[由从]/u

function changes(group: ChangeGroup): boolean {
  return group.change !== null || group.growth !== null || group.points !== null
}
