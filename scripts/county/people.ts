import type { Random } from './random.ts'
import type { SchoolKind } from './school.ts'

export type StageName = 'pre' | 'primary' | 'junior'

/**
 * Figures are counted from made pupils and staff, never made up one by one, so that every total,
 * every 其中 and every pair of tables agrees by construction.
 */
export interface Pupil {
  /** pre: 0 托班 … 3 大班; primary 1–6; junior 1–3. */
  grade: number
  age: number
  female: boolean
  minority: boolean
  disabled: boolean
  boarder: boolean
  /** Whose parents moved here: from another province, from another county; null for locals. */
  moved: 'province' | 'county' | null
  /** Moved because the parents work in town. */
  worker: boolean
  leftBehind: boolean
  /** Years of kindergarten before school, 0–3. */
  preschool: number
  entrant: boolean
}

/** What happened to a stage between two school years, in persons. */
export interface Flow {
  start: number
  entrants: number
  movedIn: number
  graduates: number
  movedOut: number
  dropped: number
  end: number
}

export interface Stage {
  name: StageName
  pupils: Pupil[]
  graduates: Pupil[]
  /** Sizes of the classes by grade. */
  classes: Map<number, number[]>
  flow: Flow
}

export const GRADES: Record<StageName, number[]> = {
  pre: [0, 1, 2, 3],
  primary: [1, 2, 3, 4, 5, 6],
  junior: [1, 2, 3],
}
const ENTRY_AGE: Record<StageName, number> = { pre: 2, primary: 5, junior: 11 }
const STAGES: Record<SchoolKind, StageName[]> = {
  kindergarten: ['pre'],
  primary: ['primary'],
  point: ['primary'],
  junior: ['junior'],
  nineYear: ['primary', 'junior'],
}
/** Mean pupils in a grade. */
const SIZE: Record<SchoolKind, number> = {
  kindergarten: 34,
  primary: 70,
  point: 7,
  junior: 150,
  nineYear: 48,
}

/** Traits that most pupils of a school share. */
interface Habit {
  minority: number
  boarder: number
  moved: number
  leftBehind: number
}

function makePupil(random: Random, stage: StageName, grade: number, habit: Habit): Pupil {
  const moved = random.chance(habit.moved) ? random.pick(['province', 'county'] as const) : null
  return {
    grade,
    age: ENTRY_AGE[stage] + grade + (random.chance(0.06) ? random.pick([-1, 1, 1, 2]) : 0),
    female: random.chance(0.47),
    minority: random.chance(habit.minority),
    disabled: random.chance(0.006),
    boarder: stage !== 'pre' && random.chance(habit.boarder),
    moved,
    worker: moved !== null && random.chance(0.7),
    leftBehind: moved === null && stage !== 'pre' && random.chance(habit.leftBehind),
    preschool: random.pick([0, 1, 2, 2, 3, 3, 3, 3, 3, 3]),
    entrant: false,
  }
}

function many(count: number, make: () => Pupil): Pupil[] {
  return Array.from({ length: count }, make)
}

function makeClasses(random: Random, stage: StageName, pupils: Pupil[]): Map<number, number[]> {
  const limit = stage === 'pre' ? random.int(24, 34) : random.int(36, 58)
  return new Map(
    GRADES[stage].map((grade) => {
      const size = pupils.filter((pupil) => pupil.grade === grade).length
      const count = Math.ceil(size / limit)
      return [
        grade,
        Array.from({ length: count }, (_, i) => Math.floor((size + i) / Math.max(1, count))),
      ]
    }),
  )
}

/** A school's stages this year and last year; this year's pupils are last year's, one grade up. */
export function makeStages(random: Random, kind: SchoolKind): { now: Stage[]; before: Stage[] } {
  const habit: Habit = {
    minority: random.pick([0.01, 0.05, 0.2]),
    boarder: kind === 'junior' || kind === 'nineYear' ? 0.5 : random.pick([0, 0, 0.1]),
    moved: random.pick([0.01, 0.08]),
    leftBehind: random.pick([0.05, 0.2]),
  }
  const mean = random.around(SIZE[kind], 0.5) + 2
  const pairs = STAGES[kind].map((name) => twoYears(random, name, mean, habit))
  return { now: pairs.map((pair) => pair.now), before: pairs.map((pair) => pair.before) }
}

function twoYears(random: Random, name: StageName, mean: number, habit: Habit) {
  const grades = GRADES[name]
  const first = name === 'pre' ? 1 : (grades[0] ?? 0)
  const last = grades.at(-1) ?? 0
  const usual = (grade: number) => (name === 'pre' && grade === 0 ? mean * 0.2 : mean)
  const make = (grade: number) => makePupil(random, name, grade, habit)
  const old = grades.flatMap((grade) => many(random.around(usual(grade), 0.15), () => make(grade)))
  for (const pupil of old) pupil.entrant = pupil.grade <= first
  const oldGraduates = many(random.around(mean, 0.15), () => make(last))

  const graduates = old.filter((pupil) => pupil.grade === last)
  const rest = old.filter((pupil) => pupil.grade !== last)
  const stay: Pupil[] = []
  let movedOut = 0
  let dropped = 0
  for (const pupil of rest) {
    if (random.chance(0.015)) movedOut++
    else if (name === 'junior' && random.chance(0.002)) dropped++
    else stay.push({ ...pupil, grade: pupil.grade + 1, age: pupil.age + 1, entrant: false })
  }
  const entered = grades
    .filter((grade) => grade <= first)
    .flatMap((grade) => many(random.around(usual(grade) * 0.9, 0.2), () => make(grade)))
  for (const pupil of entered) pupil.entrant = true
  const movedIn = many(random.around(stay.length * 0.012, 1), () =>
    make(random.pick(grades.filter((grade) => grade > first))),
  )
  const pupils = [...stay, ...entered, ...movedIn]
  const now: Stage = {
    name,
    pupils,
    graduates,
    classes: makeClasses(random, name, pupils),
    flow: {
      start: old.length,
      entrants: entered.length,
      movedIn: movedIn.length,
      graduates: graduates.length,
      movedOut,
      dropped,
      end: pupils.length,
    },
  }
  const entrants = old.filter((pupil) => pupil.entrant).length
  const before: Stage = {
    name,
    pupils: old,
    graduates: oldGraduates,
    classes: makeClasses(random, name, old),
    flow: {
      start: old.length + oldGraduates.length - entrants,
      entrants,
      movedIn: 0,
      graduates: oldGraduates.length,
      movedOut: 0,
      dropped: 0,
      end: old.length,
    },
  }
  return { now, before }
}
