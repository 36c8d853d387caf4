import { writeWorkbook } from '../../scripts/county/write-workbook.ts'
import { book, sheet } from '../support/sheet.ts'
import { cover, small, table } from '../support/small.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

const ROWS = ['总计', '随迁子女']
const COLUMNS = ['在校生数']

export const FIRST = '2190001001'
export const SECOND = '2190001002'
export const THIRD = '2190001003'
/** The school that no register knows. */
export const STRANGE = '2190001009'
export const TOTAL = '县教1[01,1]'

/** A return of the county: its sheets as text. */
export const returned = (code: string, name: string, figures: [number, number]) => ({
  封面: cover(code, name),
  县教1: table(
    '县教1',
    ROWS,
    COLUMNS,
    figures.map((one) => [one]),
  ),
})

/**
 * Three schools in two towns of which the third has not reported, and a return of a fourth that the
 * register does not know. Last year's list has the first two and one that is gone.
 */
export async function registerCounty(register = ''): Promise<TestDesk> {
  const at = desk()
  const files = await small({
    blank: { 封面: cover('', ''), 县教1: table('县教1', ROWS, COLUMNS) },
    schools:
      register ||
      `'${FIRST} | 试县一小 | 东镇\n'${SECOND} | 试县二小 | 西镇\n'${THIRD} | 试县三小 | 东镇`,
    returns: {
      '一小.xlsx': returned(FIRST, '试县一小', [100, 20]),
      '二小.xlsx': returned(SECOND, '试县二小', [200, 230]),
      '来件.xlsx': returned(STRANGE, '试县四小', [40, 4]),
    },
    books: {
      'prior/明细.xlsx': {
        明细_县教1: `标识码 | 学校名称 | [01,1] | [02,1]\n'${FIRST} | 试县一小 | 90 | 10\n'${SECOND} | 试县二小 | 190 | 20\n'2190001008 | 试县旧小 | 30 | 3`,
      },
    },
    texts: {
      'indicators.yaml':
        "- {id: 学生, title: 在校生, unit: 人, decimals: 0, value: {sum: '县教1[01,1]'}}\n- {id: 东镇, title: 东镇学生, unit: 人, decimals: 0, value: {sum: '县教1[01,1]', where: '学校.乡镇 = \"东镇\"'}}\n- {id: 学校, title: 学校, unit: 所, decimals: 0, value: {count: 学校}}",
      'rules.yaml':
        "- {id: r1, title: 其中, check: '县教1[02,1] <= 县教1[01,1]', severity: error}\n- {id: r2, title: 东镇, check: '县教1[01,1] < 1', when: '学校.乡镇 = \"东镇\"', severity: query}",
      'summary.md': '在校生{学生}，{学生|比上年}。',
    },
  })
  await at.open(files)
  return at
}

/** A workbook of drawn sheets. */
export async function workbook(drawn: Record<string, string>): Promise<Uint8Array> {
  const sheets = Object.entries(drawn).map(([name, art]) => sheet(name, art))
  return writeWorkbook(book(...sheets).sheets)
}

/** Receives a file and waits until it is read. */
export async function send(
  at: TestDesk,
  name: string,
  drawn: Record<string, string>,
): Promise<void> {
  const files = await at.give([[name, await workbook(drawn)]])
  await at.finish((await at.service.importFiles({ files, hold: true })).job)
}
