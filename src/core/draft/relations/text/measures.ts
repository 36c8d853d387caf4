/** What is counted of schools and pupils; of two of these none is part of the other. */
const MEASURES = [
  /招生|招收|录取/u,
  /毕业/u,
  /在校|在园|学生|幼儿(?!园)/u,
  /专任教师|教师/u,
  /教职工/u,
  /图书/u,
  /占地/u,
  /校舍|建筑|园舍/u,
  /仪器|设备/u,
  /投资/u,
]

/** Which of the measures words name; −1 where none. */
function measureOf(words: string): number {
  return MEASURES.findIndex((measure) => measure.test(words))
}

/** 教职工, of whom the teachers, named right before them here, are a part. */
const STAFF = MEASURES.findIndex((measure) => measure.test('教职工'))

/**
 * Whether what two names count can be a part and its whole: teachers of all staff, not pupils of teachers.
 *
 * @param a what the part is called, and b its whole
 */
export function goTogether(a: string, b: string): boolean {
  const [one, other] = [measureOf(a), measureOf(b)]
  return one === -1 || other === -1 || one === other || (one + 1 === other && other === STAFF)
}

const STAGE =
  /义务教育|学前教育|幼儿园|小学|初中|普通高中|高中|中等职业学校|中等职业|中职|职业|特殊教育|中小学|学校|教育|阶段|普通/gu

/** What is counted, without the stage or kind of schools that it is counted of: 小学招生 → 招生. */
export function withoutStage(words: string): string {
  return words.replaceAll(STAGE, '')
}
