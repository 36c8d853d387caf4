import { Random } from '../county/random.ts'
import type { CellValue } from '../forms/sheet.ts'
import type { Reporter } from './made.ts'

const FIRST = '雁青鹿柏杏芦苍砚鹤云橘茶桐月清荷松竹磨流晒凤石银采观渔梅蓼听稻望浣半长金碧铜沧星'
const SECOND = '塘榆湾坞荻池汀台浦垭荫牙涧风涛溪霞谷冠鼓桑澜梁岭花泉香岳纱山堤盏螺锣浪坪渡沟岸坡'
const TOWNS = ['雁塘镇', '青榆镇', '鹿鸣镇', '柏湾乡', '杏坞镇', '芦荻镇', '苍梧乡', '砚池镇']

/** Invents reporters: none of the names is meant to be a real place or school. */
export class Cast {
  readonly random: Random
  readonly reporters: Reporter[] = []
  private readonly taken = new Set<string>()

  constructor(seed: string) {
    this.random = new Random(seed)
  }

  /** A name of two characters that nobody has yet. */
  word(): string {
    for (;;) {
      const word = this.random.pick(Array.from(FIRST)) + this.random.pick(Array.from(SECOND))
      if (this.taken.has(word)) continue
      this.taken.add(word)
      return word
    }
  }

  /** Adds a reporter; schools are named of a word and an ending, offices as they are called. */
  add(
    kind: string,
    name: string,
    sheets: Record<string, CellValue[][]>,
    more: Record<string, string> = {},
  ): Reporter {
    const number = String(this.reporters.length + 1).padStart(4, '0')
    const reporter: Reporter = {
      code: `619700${number}`,
      name,
      kind,
      town: this.random.pick(TOWNS),
      more,
      sheets,
      before: {},
    }
    this.reporters.push(reporter)
    return reporter
  }

  school(
    kind: string,
    ending: string,
    sheets: Record<string, CellValue[][]>,
    more: Record<string, string> = {},
  ): Reporter {
    return this.add(kind, `${this.word()}${ending}`, sheets, more)
  }

  /** A total in so many parts of about the same size, none below 0. */
  parts(total: number, count: number): number[] {
    const weights = Array.from({ length: count }, () => 0.6 + this.random.next())
    const sum = weights.reduce((a, b) => a + b, 0)
    const found = weights.map((weight) => Math.floor((total * weight) / sum))
    let left = total - found.reduce((a, b) => a + b, 0)
    for (let at = 0; left > 0; at = (at + 1) % count, left -= 1) found[at] = (found[at] ?? 0) + 1
    return found
  }

  /** The same for a total with decimals. */
  decimals(total: number, places: number, count: number): number[] {
    const by = 10 ** places
    return this.parts(Math.round(total * by), count).map((part) => part / by)
  }

  /** A day of a year as ISO. */
  day(year: number, from = 1, to = 12): string {
    const month = String(this.random.int(from, to)).padStart(2, '0')
    return `${String(year)}-${month}-${String(this.random.int(1, 28)).padStart(2, '0')}`
  }
}
