import { makeStages } from './people.ts'
import type { Stage } from './people.ts'
import type { Random } from './random.ts'
import type { MadeSchool } from './school.ts'

export type Post = 'teacher' | 'office' | 'support' | 'service' | 'other' | 'outside' | 'retired'

export interface Employee {
  post: Post
  /** Stage that a teacher teaches. */
  stage: Stage['name']
  female: boolean
  minority: boolean
  /** 在编. */
  tenured: boolean
  age: number
  /** 0 研究生, 1 本科, 2 专科, 3 高中阶段, 4 below. */
  degree: number
  /** 0 正高级 … 4 员级, 5 未定职级. */
  rank: number
}

/** Land, rooms and things; areas in tenths of ㎡, money in hundredths of 万元. */
export interface Premises {
  land: number
  classrooms: number
  special: number
  office: number
  living: number
  dormitory: number
  other: number
  dangerous: number
  added: number
  playground: number
  books: number
  devices: number
  mediaRooms: number
  equipment: number
  buses: { own: number; hired: number; ownRiders: number; hiredRiders: number; length: number }
  meals: { pupils: number; days: number; money: number }
}

/** Everything about a school in one year, from which its figures are counted. */
export interface Facts {
  school: MadeSchool
  stages: Stage[]
  staff: Employee[]
  premises: Premises
}

const POSTS: [Post, number][] = [
  ['office', 0.06],
  ['support', 0.04],
  ['service', 0.08],
  ['other', 0.01],
  ['outside', 0.02],
  ['retired', 0.01],
]

function makeStaff(random: Random, stages: Stage[]): Employee[] {
  const staff: Employee[] = []
  const add = (post: Post, stage: Stage['name']) =>
    staff.push({
      post,
      stage,
      female: random.chance(stage === 'pre' ? 0.97 : 0.62),
      minority: random.chance(0.05),
      tenured: post !== 'outside' && post !== 'retired' && random.chance(0.8),
      age: random.int(22, 61),
      degree: random.pick([0, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4]),
      rank: random.pick([0, 1, 1, 2, 2, 2, 3, 3, 4, 5, 5]),
    })
  for (const { name, pupils } of stages) {
    const teachers = Math.max(2, Math.round(pupils.length / random.int(11, 16)))
    for (let i = 0; i < teachers; i++) add('teacher', name)
    for (const [post, share] of POSTS) {
      const count = Math.round(teachers * share + random.next() - 0.3)
      for (let i = 0; i < count; i++) add(post, name)
    }
  }
  return staff
}

function makePremises(random: Random, stages: Stage[]): Premises {
  const pupils = stages.flatMap((stage) => stage.pupils)
  const count = Math.max(12, pupils.length)
  const boarders = pupils.filter((pupil) => pupil.boarder).length
  const area = (each: number) => random.around(count * each * 10, 0.35)
  const classrooms = area(3)
  const hired = random.chance(0.2) ? random.int(1, 3) : 0
  const own = random.chance(0.3) ? random.int(1, 4) : 0
  return {
    land: area(22) + 2000,
    classrooms,
    special: area(1.2),
    office: area(0.8),
    living: area(1.1),
    dormitory: boarders > 0 ? random.around(boarders * 35, 0.2) + 1 : 0,
    other: area(0.2),
    dangerous: random.chance(0.15) ? Math.floor(classrooms * 0.2) : 0,
    added: random.chance(0.2) ? Math.floor(classrooms * 0.3) : 0,
    playground: area(6),
    books: random.around(count * 22, 0.5),
    devices: random.around(count * 0.15, 0.5),
    mediaRooms: Math.max(1, Math.round(count / random.int(30, 55))),
    equipment: random.around(count * 18, 0.5),
    buses: {
      own,
      hired,
      ownRiders: own * random.int(20, 45),
      hiredRiders: hired * random.int(20, 45),
      length: (own + hired) * random.int(80, 260),
    },
    meals: {
      pupils: Math.floor(pupils.length * random.pick([0, 0.3, 0.6, 1])),
      days: random.int(180, 200),
      money: 0,
    },
  }
}

/** A school this year and last year. */
export function makeFacts(random: Random, school: MadeSchool): { now: Facts; before: Facts } {
  const { now, before } = makeStages(random, school.kind)
  const staff = makeStaff(random, now)
  const premises = makePremises(random, now)
  // 5 元 a day and pupil, in hundredths of 万元.
  premises.meals.money = Math.round((premises.meals.pupils * premises.meals.days * 5) / 100)
  const last: Premises = {
    ...premises,
    added: 0,
    books: Math.floor(premises.books * 0.97),
    devices: Math.floor(premises.devices * 0.9),
    equipment: Math.floor(premises.equipment * 0.95),
    land: premises.land,
  }
  const stayed = staff.filter((_, index) => index % 19 !== 7)
  return {
    now: { school, stages: now, staff, premises },
    before: { school, stages: before, staff: stayed, premises: last },
  }
}
