import fc from 'fast-check'

/** A sentence that states a relation in full, as parts: words and figures in turn. */
export interface Stated {
  /** Odd places hold the figures. */
  readonly parts: readonly string[]
  /** What the sentence states, for messages of tests. */
  readonly of: string
}

const count = (most: number): fc.Arbitrary<number> => fc.integer({ min: 12, max: most })
const plain = (value: number, decimals: number): string => value.toFixed(decimals)

const sum: fc.Arbitrary<Stated> = fc
  .tuple(
    count(9000),
    count(9000),
    fc.constantFrom(['男生', '女生'], ['公办', '民办'], ['春季学期', '秋季学期'], ['应届', '往届']),
  )
  .map(([a, b, [one = '', other = '']]) => ({
    of: 'sum',
    parts: ['共有', `${a + b}`, `人，其中${one}`, `${a}`, `人，${other}`, `${b}`, '人。'],
  }))

const growth: fc.Arbitrary<Stated> = fc
  .tuple(count(90000), count(9000), fc.boolean())
  // A percentage of few digits leaves the level wide room.
  .filter(([now, by]) => by < now / 2 && by > now / 50)
  .map(([now, by, up]) => ({
    of: 'growth',
    parts: [
      '在校生',
      `${now}`,
      `人，比上年${up ? '增加' : '减少'}`,
      `${by}`,
      `人，${up ? '增长' : '下降'}`,
      plain((by / (up ? now - by : now + by)) * 100, 2),
      '%。',
    ],
  }))

const difference: fc.Arbitrary<Stated> = fc
  .tuple(count(900000), count(9000), fc.boolean())
  .filter(([before, by]) => by < before)
  .map(([before, by, up]) => ({
    of: 'difference',
    parts: [
      '总投入',
      plain((up ? before + by : before - by) / 100, 2),
      '万元，比上年',
      plain(before / 100, 2),
      `万元${up ? '增加' : '减少'}`,
      plain(by / 100, 2),
      '万元。',
    ],
  }))

const points: fc.Arbitrary<Stated> = fc
  .tuple(fc.integer({ min: 300, max: 900 }), fc.integer({ min: 11, max: 90 }))
  .map(([before, by]) => ({
    of: 'points',
    parts: [
      '毛入园率由',
      plain(before / 10, 1),
      '%提高到',
      plain((before + by) / 10, 1),
      '%，提高',
      plain(by / 10, 1),
      '个百分点。',
    ],
  }))

const share: fc.Arbitrary<Stated> = fc.tuple(count(900), count(9000)).map(([part, rest]) => ({
  of: 'share',
  parts: [
    '完成投资',
    `${part}`,
    '万元，占年度计划',
    `${part + rest}`,
    '万元的',
    plain((part / (part + rest)) * 100, 2),
    '%。',
  ],
}))

/** Sentences that state a relation between all their figures, none of them rough. */
export const statedRelations: fc.Arbitrary<Stated> = fc.oneof(
  sum,
  growth,
  difference,
  points,
  share,
)

export function sentenceOf({ parts }: Pick<Stated, 'parts'>): string {
  return parts.join('')
}

/** The sentence with the first digit of one of its figures changed: far beyond the rounding of what is reckoned with it. */
export function withDigitChanged(stated: Stated, which: number, by: number): Stated {
  const places = stated.parts.flatMap((_, at) => (at % 2 === 1 ? [at] : []))
  const at = places[which % places.length] ?? 1
  const figure = stated.parts[at] ?? ''
  const digit = Number(figure[0])
  const other = ((digit - 1 + by) % 9) + 1
  return { ...stated, parts: stated.parts.with(at, `${other}${figure.slice(1)}`) }
}
