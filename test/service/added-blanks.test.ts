import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { formsCommand } from '../../src/main/commands/forms.ts'
import type { IndicatorDraft } from '../../src/shared/consolidate.ts'
import type { GrantedFile } from '../../src/shared/grants.ts'
import { cover, small } from '../support/small.ts'
import type { Drawn } from '../support/small.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

const PUPILS = (a = ''): string => `控辍保学情况表 | <
年级 | 在校生数（人）
一年级 | ${a}
二年级 | ${a}`
const MEALS = (a = ''): string => `营养改善计划实施情况表 | < | <
项目 | 受益学生数（人） | 备注
早餐 | ${a} |
午餐 | ${a} |`
/** The same 表号 as an old table, laid out otherwise. */
const OTHER = `控辍保学情况表 | < | <
类别 | 劝返（人） | 未返（人）
小学 | |
初中 | |`

const school = (code: string, name: string, more: Drawn): Drawn => ({
  封面: cover(code, name),
  控辍: PUPILS('5'),
  ...more,
})
const blank = async (drawn: Drawn, name: string): Promise<[string, Uint8Array]> => {
  const files = await small({ blank: drawn, schools: '', returns: {} })
  return [name, files.get('forms/小学.xlsx') ?? new Uint8Array()]
}

/** A collection whose county sends out a new form when returns, one of them with it, are in already. */
let one: TestDesk
let meals: GrantedFile[]
beforeAll(async () => {
  one = desk()
  await one.open(
    await small({
      blank: { 封面: cover('', ''), 控辍: PUPILS() },
      schools: `'2133000001 | 河口小学 | 河口镇
        '2133000002 | 石门小学 | 石门乡`,
      returns: {
        '河口小学.xlsx': school('2133000001', '河口小学', { 营养餐: MEALS('7') }),
        '石门小学.xlsx': school('2133000002', '石门小学', {}),
      },
    }),
  )
  meals = await one.give([await blank({ 说明: '请于五日内报送', 营养餐: MEALS() }, '营养餐.xlsx')])
})
afterAll(() => one.close())

const state = async (): Promise<unknown> => ({
  forms: (await one.service.forms({})).map(({ id }) => id),
  files: (await one.service.files({})).map(({ status, reasons }) => [
    status,
    reasons.map(({ code, params }) => [code, params['form']]),
  ]),
})
const BEFORE = {
  forms: ['控辍'],
  files: [
    ['accepted', []],
    ['accepted', []],
  ],
}
const value = async (item: string): Promise<string> =>
  (await one.service.cell({ school: '2133000001', item })).returned.value

it('a blank is looked at before it is taken, and nothing is kept', async () => {
  expect(await one.service.planBlanks({ files: meals })).toEqual([
    {
      path: '营养餐.xlsx',
      forms: [
        {
          id: '营养餐',
          title: '营养改善计划实施情况表',
          items: 4,
          list: false,
          doubts: 0,
          known: false,
        },
      ],
      otherSheets: ['说明'],
      problem: '',
    },
  ])
  expect(await state()).toEqual(BEFORE)
})

it('its tables are learned, what is in already is read again with them, and undo takes it all back', async () => {
  const { forms } = await one.service.addBlanks({ files: meals, concerns: null, reason: '新增' })
  expect(forms).toEqual(['营养餐'])
  expect(await state()).toEqual({
    forms: ['控辍', '营养餐'],
    files: [
      ['accepted', []],
      ['queried', [['missing-table', '营养餐']]],
    ],
  })
  expect([await value('营养餐[01,1]'), await value('控辍[01,1]')]).toEqual(['7', '5'])
  const drawn = await one.service.paper({ form: '营养餐', workbook: null })
  expect(drawn.cells.some(({ text }) => text === '早餐')).toBe(true)
  const [last] = await one.service.ledger({ limit: 1 })
  expect([last?.kind, last?.reason]).toEqual(['add-blank', '新增'])
  await one.service.undo({})
  expect(await state()).toEqual(BEFORE)
  await one.service.redo({})
  expect(await value('营养餐[01,1]')).toBe('7')
  await one.service.undo({})
})

it('concerns only the kinds of schools that were named; others who sent it are asked about it', async () => {
  await one.service.addBlanks({ files: meals, concerns: ['311'], reason: '' })
  expect(await state()).toMatchObject({
    files: [
      ['queried', [['unmatched-content', '营养餐']]],
      ['accepted', []],
    ],
  })
  await one.service.undo({})
})

it('a table of a number that is there keeps it, and the new one stands beside it', async () => {
  const files = await one.give([await blank({ 控辍: OTHER }, '专报.xlsx')])
  const { forms } = await one.service.addBlanks({ files, concerns: null, reason: '' })
  expect(forms).toEqual(['控辍·专报'])
  expect(await value('控辍[01,1]')).toBe('5')
  await one.service.undo({})
})

it('a blank of the form library brings along its counts, rules and indicators; own ones stay', async () => {
  const draft: IndicatorDraft = {
    ...{ id: '建设项目数', title: '本县自定', unit: '个', decimals: 0, scale: '1', prefix: '' },
    ...{ numerator: { kind: 'sum', expr: '控辍[01,1]', where: null }, denominator: null },
  }
  await one.service.saveIndicator({ was: null, draft, reason: '' })
  const path = join(import.meta.dirname, '../../resources/forms/项目台账.xlsx')
  const files = await one.give([['项目台账.xlsx', new Uint8Array(readFileSync(path))]])
  const { library } = await one.service.addBlanks({ files, concerns: ['项目办'], reason: '' })
  const { rows, problems } = await one.service.indicators({ basis: 'returned' })
  const titles = new Map(rows.map(({ indicator: { id, title } }) => [id, title]))
  expect(problems).toEqual([])
  expect(titles.get('建设项目数')).toBe('本县自定')
  // Own ones are none of those that came.
  expect(library.indicators).toBe(rows.length - 1)
  expect(titles.has('已竣工项目数')).toBe(true)
  expect([...titles.keys()].filter((id) => id.includes('助学'))).toEqual([])
  const [list] = (await one.service.lists({})).lists.filter(({ form }) => form === '项目台账')
  expect(list?.counts.some(({ id }) => id === '项目数')).toBe(true)
  expect(library.counts).toBe(list?.counts.filter(({ id }) => id !== '条数').length)
  for (let at = 0; at < 4; at++) await one.service.undo({})
  expect(await state()).toEqual(BEFORE)
  expect((await one.service.indicators({ basis: 'returned' })).rows).toEqual([])
})

it('is refused where it is there already, or nothing is learned of it; then none is taken', async () => {
  const notes = await one.give([await blank({ 说明: '各项均已核对' }, '通知.xlsx')])
  await expect(
    one.service.addBlanks({ files: [...meals, ...notes], concerns: null, reason: '' }),
  ).rejects.toMatchObject({ code: 'bad-blank' })
  expect(await state()).toEqual(BEFORE)
  await one.service.addBlanks({ files: meals, concerns: null, reason: '' })
  const [again] = await one.service.planBlanks({ files: meals })
  expect(again?.problem).toBe('已经是本库的空表“营养餐.xlsx”')
})

it('is there when the collection is opened again, and the command line lists it', async () => {
  const [{ grant } = { grant: '' }] = (await one.service.about({})).collections
  const path = one.ports.grants.collectionPath(grant)
  await one.service.closeCollection({})
  const lines: string[] = []
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = (text) => lines.push(String(text)) > 0
  try {
    await formsCommand({ workspace: path, files: [], for: [], reason: '', lang: 'zh' })
  } finally {
    process.stdout.write = write
  }
  expect(lines.join('').trim().split('\n')).toEqual([
    '控辍\t控辍保学情况表\t小学.xlsx\t2\t0',
    '营养餐\t营养改善计划实施情况表\t营养餐.xlsx\t4\t0',
  ])
})
