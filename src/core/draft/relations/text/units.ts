const PERSONS = new Set(['人', '名', '位', '人次', '生', '员'])
const PLACES = new Set(['所', '个', '处', '家', '园', '校', '座', '间'])

/** Units that are counted together: 人 with 名 and 人次, 所 with 个 and 处. Others stand for themselves. */
export function familyOf(unit: string): string {
  if (PERSONS.has(unit)) return '人'
  if (PLACES.has(unit)) return '所'
  return unit
}
