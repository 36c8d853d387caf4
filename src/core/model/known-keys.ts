/** A key of a person's YAML that means nothing where it stands, and the one it is likely meant as. */
export interface StrangeKey {
  key: string
  meant: string | null
}

/** Keys for people only; they never change a figure. */
const REMARKS: ReadonlySet<string> = new Set(
  'note notes remark remarks comment description source 备注 说明 来源 出处'.split(' '),
)

/** Words that people write for a key: its Chinese name, or that of another text's key. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  id: ['编号', '标识'],
  title: ['标题', '名称', 'name'],
  check: ['检查', '检查式', '公式', 'formula', 'expr'],
  severity: ['级别', '类别', 'level'],
  when: ['条件', 'if', 'where', 'condition', 'filter'],
  where: ['条件', 'if', 'when', 'condition', 'filter'],
  tolerance: ['容差', '误差'],
  unit: ['单位'],
  decimals: ['小数', '小数位', '位数', 'digits', 'precision'],
  value: ['数值', '值'],
  numerator: ['分子'],
  denominator: ['分母'],
  scale: ['倍数', '系数', 'factor', 'multiplier'],
  prefix: ['前缀'],
  sum: ['合计', '求和', 'total'],
  count: ['计数', 'number'],
  max: ['最大', 'maximum'],
  external: ['外部', '外部数据'],
  add: ['相加', 'plus'],
  weight: ['权重'],
  list: ['名单', 'form'],
  file: ['文件'],
  sheet: ['工作表'],
}

/**
 * Keys of an entry that nobody reads. Passing over one in silence would leave out what a person
 * wrote: `were: …` counts every school.
 *
 * @param known the keys that mean something here
 */
export function strangeKeys(entry: object, known: readonly string[]): StrangeKey[] {
  return Object.keys(entry)
    .filter((key) => !known.includes(key) && !REMARKS.has(key))
    .map((key) => ({ key, meant: meantBy(key, known) }))
}

function meantBy(key: string, known: readonly string[]): string | null {
  const plain = key.trim().toLowerCase().replaceAll('-', '_')
  const byWord = known.find((one) => one === plain || OTHER_WORDS[one]?.includes(plain) === true)
  if (byWord !== undefined) return byWord
  const near = known
    .map((one) => ({ one, far: distance(plain, one) }))
    .filter(({ one, far }) => far <= (Math.min(one.length, plain.length) <= 3 ? 1 : 2))
    .sort((a, b) => a.far - b.far)
  return near[0]?.one ?? null
}

/** Slips of typing between two words: a letter put in, left out, changed, or two exchanged. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const exchanged =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? at(i - 2, j - 2) + 1
          : changed
      row.push(Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, changed, exchanged))
    }
  }
  return at(a.length, b.length)
}

/** Why an entry cannot be used, of what its keys and values are: codes with the key concerned. */
export type KeyProblem =
  | { code: 'meant-key'; params: { key: string; meant: string } }
  | { code: 'unknown-key'; params: { key: string; known: string } }
  | { code: 'bad-value'; params: { key: string } }

/**
 * The first key of an entry that means nothing, or holds what is no text where a text is asked
 * (`where: true`, `when: [..]`); null where all of them can be read.
 *
 * @param texts keys that hold a text or a number
 * @param others keys that hold something else, read elsewhere
 */
export function keyProblem(
  entry: object,
  texts: readonly string[],
  others: readonly string[] = [],
): KeyProblem | null {
  const known = [...texts, ...others]
  const [strange] = strangeKeys(entry, known)
  if (strange !== undefined) {
    const { key, meant } = strange
    return meant === null
      ? { code: 'unknown-key', params: { key, known: known.join('、') } }
      : { code: 'meant-key', params: { key, meant } }
  }
  for (const [key, value] of Object.entries(entry)) {
    if (!texts.includes(key) || value === null || value === undefined) continue
    if (typeof value !== 'string' && typeof value !== 'number')
      return { code: 'bad-value', params: { key } }
  }
  return null
}
