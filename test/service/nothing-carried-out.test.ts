import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkDigit } from '../../src/core/lists/identity-number.ts'
import { cover, small, table } from '../support/small.ts'
import { desk } from './desk.ts'

/** One collection whose blank and return reach elsewhere and name a person, and everything that is written out of it. */
const at = desk()
const { service } = at
afterAll(() => at.close())

const FAR = 'http://far.example/?'
const NUMBER = `11010119900307455${checkDigit('11010119900307455')}`
const TELEPHONE = '13987654321'
const NAME = '欧阳小敏'
const COLUMNS = ['人数', '其中女', '负责人姓名', '联系电话', '备注']

const list = (rows: string): string =>
  `教师花名册 | < | < | <\n表号：县教9    单位：人\n姓名 | 身份证号 | 手机号码 | 任教学科\n${rows}`

const RULES = `<conditionalFormatting sqref="A1:C9"><cfRule type="expression" priority="1"><formula>WEBSERVICE("${FAR}")</formula></cfRule></conditionalFormatting>
<dataValidations count="3"><dataValidation type="list" sqref="B2"><formula1>INDIRECT("[far.xlsx]S!A1")</formula1></dataValidation>
<dataValidation type="custom" sqref="C2"><formula1>_xlfn.WEBSERVICE("${FAR}")</formula1></dataValidation>
<dataValidation type="whole" operator="greaterThanOrEqual" sqref="C5"><formula1>0</formula1></dataValidation></dataValidations>`
const NAMES = `<definedNames><definedName name="Auto_Open">EXEC("calc")</definedName><definedName name="far">'[2]S'!$A$1</definedName>
<definedName name="dde">cmd|'/C calc'!A0</definedName><definedName name="own">封面!$A$1</definedName></definedNames>`

/** The workbook with what the other programs can put into it and ours does not. */
function reaching(bytes: Uint8Array | undefined): Uint8Array {
  const parts = unzipSync(bytes ?? new Uint8Array())
  for (const [name, part] of Object.entries(parts)) {
    const xml = strFromU8(part)
    if (name.startsWith('xl/worksheets/sheet'))
      parts[name] = strToU8(xml.replace('</sheetData>', `</sheetData>${RULES}`))
    if (name === 'xl/workbook.xml')
      parts[name] = strToU8(xml.replace('</sheets>', `</sheets>${NAMES}`))
  }
  return zipSync(parts)
}

const written = new Map<string, string>()

/** Every member of what was written, zips within zips too. */
function open(name: string, bytes: Uint8Array): void {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return void written.set(name, strFromU8(bytes))
  for (const [member, part] of Object.entries(unzipSync(bytes))) open(`${name}>${member}`, part)
}

beforeAll(async () => {
  const filled = [
    [`=WEBSERVICE("${FAR}")=>30`, `=HYPERLINK("${FAR}","5")=>5`, NAME, `'${TELEPHONE}`, `"=far()"`],
    ['约30', '=[1]Sheet1!A1=>2', '"=cmd()"', `'+86 ${TELEPHONE}`, '"@SUM(1+1)"'],
  ]
  const form = (figures: (string | number)[][]): string =>
    table('县教1', ['总计', '其中：农村'], COLUMNS, figures)
  const files = await small({
    blank: { 封面: cover('', ''), 县教1: form([]), 县教9: list(' |  |  | ') },
    schools: `'2190001001 | 试县一小 | 东镇\n'2190001002 | "=far()" | 东镇`,
    returns: {
      '一小.xlsx': {
        封面: cover('2190001001', '试县一小'),
        县教1: form(filled),
        县教9: list(`${NAME} | '${NUMBER} | '${TELEPHONE} | 语文\n张三丰 | '${NUMBER} | ' | 数学`),
      },
    },
    texts: {
      'rules.yaml': "- {id: r1, title: 女, check: '县教1[01,1] <= 县教1[01,2]', severity: error}",
    },
  })
  for (const path of ['returns/一小.xlsx', 'forms/小学.xlsx'])
    files.set(path, reaching(files.get(path)))
  await at.open(files)
  const [school] = await service.schools({})
  const id = school?.school.id ?? ''
  const changes = [{ school: id, item: '县教1[01,4]', value: '13812345678' }]
  await service.adopt({ changes, reason: `电话核实 ${TELEPHONE}` })
  for (const [name, begun] of [
    ['evidence', service.exportEvidence({ lang: 'zh' })],
    ['queries', service.exportQueries({ schools: null })],
    ['blanks', service.exportBlanks({ schools: null, lastYear: true })],
  ] as const) {
    const done = await at.finish((await begun).job)
    const made = at.ports.grants.output(done?.output?.grant ?? '')
    open(name, new Uint8Array(readFileSync(made?.path ?? '')))
  }
}, 60_000)

it('no formula, name, condition, validation or link that reaches elsewhere is in anything that is written', () => {
  const bad: string[] = []
  let formulas = 0
  const parts =
    /<(?:f|formula\d?|definedName)\b[^>]*>([^<]*)<|(TargetMode="External"|<ddeLink|externalLink)/gu
  for (const [name, text] of written) {
    // What was received is handed on as it came.
    if (name.includes('>received/')) continue
    for (const [whole, formula = whole] of text.matchAll(parts)) {
      formulas += 1
      if (/far|HYPERLINK|WEBSERVICE|\[|\||EXEC|External|dde/u.test(formula))
        bad.push(`${name} ${formula}`)
    }
    if (!name.endsWith('.csv')) continue
    for (const field of text.split(/[,\n]/u))
      if (/^"?[=+@\t\r-]\D/u.test(field)) bad.push(`${name} ${field}`)
  }
  expect(bad).toEqual([])
  expect(formulas).toBeGreaterThan(20)
})

it('a blank keeps the checks and names that stay within it', () => {
  const blank = [...written].filter(([name]) => /^blanks>.*试县一小.*>xl\//u.test(name))
  const all = blank.map(([, xml]) => xml).join('\n')
  expect(all).toContain('<formula1>0</formula1>')
  expect(all).toContain('封面!$A$1')
})

it('nobody is named by name or number in what is written, but in the school’s own returns and the sealed record', () => {
  const found = [...written].flatMap(([name, text]) =>
    [NAME, NUMBER, TELEPHONE, '13812345678']
      .filter((mark) => text.includes(mark))
      .map((mark) => `${name}: ${mark}`),
  )
  const allowed = /^(?:queries>|evidence>ledger\.jsonl)/u
  expect(found.filter((line) => !allowed.test(line))).toEqual([])
  // As much as is needed to know what stood there.
  expect(written.get('evidence>values.csv')).toContain('欧***')
  expect(written.get('evidence>values.csv')).toContain('138****5678')
  expect(written.get('evidence>ledger.txt')).toContain('电话核实 139****4321')
})
