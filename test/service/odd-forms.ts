import { cover, small } from '../support/small.ts'
import type { Drawn } from '../support/small.ts'

const FIRST = (a: number[]): string => `
寄宿制学校基本情况 | < | <
学段 | 校数 | 寄宿生数
小学 | ${String(a[0] ?? '')} | ${String(a[1] ?? '')}
初中 | ${String(a[2] ?? '')} | ${String(a[3] ?? '')}
合计 | =SUM(B3:B4) | =SUM(C3:C4)
`
const SECOND = (a: number[]): string => `
寄宿制学校基本情况（续） | < | <
学段 | 食堂数 | 浴室数
小学 | ${String(a[0] ?? '')} | ${String(a[1] ?? '')}
初中 | ${String(a[2] ?? '')} | ${String(a[3] ?? '')}
合计 | =SUM(B3:B4) | =SUM(C3:C4)
`
const EQUIPMENT = (a: number[]): string => `
设备资产情况 | < | <
名称 | 数量（台） | 金额
计算机 | ${String(a[0] ?? '')} | ${String(a[1] ?? '')}
投影仪 | ${String(a[2] ?? '')} | ${String(a[3] ?? '')}
`

/** A return of the odd forms, its tables counted up from a figure; without one the blank. */
function oddReturn(code: string, name: string, from: number | null): Drawn {
  const at = (first: number): number[] =>
    from === null ? [] : [0, 1, 2, 3].map((step) => first + from + step)
  return {
    封面: cover(code, name),
    '寄宿（一）': FIRST(at(0)),
    '寄宿（二）': SECOND(at(10)),
    设备: EQUIPMENT(at(20)),
  }
}

/** A county of two schools with forms of its own: one table on two sheets, money without a unit. */
export function oddFiles(): Promise<Map<string, Uint8Array>> {
  return small({
    blank: oddReturn('', '', null),
    schools: `'2133000001 | 河口小学 | 河口镇
      '2133000002 | 石门小学 | 石门乡`,
    returns: {
      '河口小学.xlsx': oddReturn('2133000001', '河口小学', 1),
      '石门小学.xlsx': oddReturn('2133000002', '石门小学', 5),
    },
  })
}

/** A folder with a return that lacks a sheet and calls a column otherwise, a whole one, and a letter. */
export async function strayFiles(): Promise<Map<string, Uint8Array>> {
  const { 设备: _, ...lacking } = oddReturn('2133000001', '河口小学', 1)
  const first = lacking['寄宿（一）']?.replace('寄宿生数', '夜间留校') ?? ''
  const books = await small({
    blank: oddReturn('', '', null),
    schools: "'2133000001 | 河口小学 | 河口镇",
    returns: {
      '缺表.xlsx': { ...lacking, '寄宿（一）': first },
      '齐全.xlsx': {
        ...oddReturn('2133000002', '石门小学', 3),
        '寄宿（一）': FIRST([3, 4, 5, 6]),
      },
      '通知.xlsx': { 通知: '请各校报送' },
    },
  })
  return new Map([...books].filter(([path]) => path.startsWith('returns/')))
}
