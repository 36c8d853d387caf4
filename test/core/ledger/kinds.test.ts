import { describe, expect, it } from 'vitest'
import { readLedger } from '../../../src/core/collection/ledger-state.ts'
import type { Deed } from '../../../src/core/ledger/entry.ts'
import { KINDS } from '../../../src/core/ledger/kinds.ts'
import { newLine } from '../../../src/core/ledger/new-line.ts'
import { REGISTRY } from '../../../src/core/ledger/registry.ts'
import { emptyState } from '../../../src/core/ledger/state.ts'
import type { LedgerState } from '../../../src/core/ledger/state.ts'
import { touchesOf } from '../../../src/core/ledger/touches.ts'
import { entryText } from '../../../src/shared/words/entries.ts'
import { lines, NAMES, ONE_OF_EACH } from './lines.ts'

/** What a state holds beyond nothing. */
function held(deeds: readonly Deed[]): Partial<LedgerState> {
  const { entries: _, ...state } = readLedger(lines(deeds))
  const empty = Object.entries(emptyState()).map(([part, value]) => [
    part,
    JSON.stringify(plain(value)),
  ])
  const before = new Map(empty.map(([part, text]) => [part, text]))
  return Object.fromEntries(
    Object.entries(state)
      .map(([part, value]) => [part, plain(value)] as const)
      .filter(([part, value]) => JSON.stringify(value) !== before.get(part)),
  )
}
const plain = (value: unknown): unknown =>
  value instanceof Map || value instanceof Set ? [...value] : value

const KEY = 's1|小学-1|01|'
const SAID = { text: '核实', person: '统计员', at: '2025-10-01T08:00:00Z', difference: '9' }
const { text: _, difference: __, ...BY } = SAID

/** Kind → what it does to the state, what it is called in both languages, where it leads. */
const EXPECTED: Record<string, [state: object, zh: string, en: string, place: object | null]> = {
  create: [{}, '建库', 'Collection made', null],
  receive: [{}, '收到 城关小学.xlsx', 'Received 城关小学.xlsx', { kind: 'file', file: 1 }],
  adopt: [
    { corrections: [['s1|教基3112[01,7]', { to: '421', returned: 'number:412', entry: 1 }]] },
    '城关小学 教基3112[01,7] 412→421',
    '城关小学 教基3112[01,7] 412→421',
    { kind: 'cell', school: 's1', item: '教基3112[01,7]' },
  ],
  withdraw: [{}, '撤销：3', 'Undid: 3', null],
  assign: [
    { assigned: [[3, 's2']] },
    '指定 重报.xlsx 属于 东风小学',
    '重报.xlsx said to be of 东风小学',
    { kind: 'file', file: 3 },
  ],
  'edit-form': [
    { edits: [{ form: '教基3112', row: '12', label: '其他' }] },
    '更正表式 教基3112[12,*]：其他',
    'Corrected form 教基3112[12,*]: 其他',
    { kind: 'form', form: '教基3112' },
  ],
  person: [{ person: '统计员' }, '经办人 统计员', 'Person 统计员', null],
  hold: [
    { held: [3] },
    '重报.xlsx 待采用（同校新报表）',
    '重报.xlsx waits (a later return)',
    { kind: 'file', file: 3 },
  ],
  'accept-file': [{ taken: [3] }, '采用 重报.xlsx', 'Took 重报.xlsx', { kind: 'file', file: 3 }],
  'withdraw-file': [
    { withdrawn: [[3, '核实']] },
    '撤下 重报.xlsx',
    'Withdrew 重报.xlsx',
    { kind: 'file', file: 3 },
  ],
  'confirm-layout': [
    { confirmed: ['教基3112|5,6|3'] },
    '确认 教基3112 的版式',
    'Layout of 教基3112 confirmed',
    { kind: 'form', form: '教基3112' },
  ],
  explain: [
    { explanations: [[KEY, SAID]] },
    '说明 城关小学 小学-1 [01]',
    'Explained 城关小学 小学-1 [01]',
    { kind: 'finding', rule: '小学-1', school: 's1', row: '01', column: null },
  ],
  'edit-text': [
    { texts: [['rules', '- id: 甲']] },
    '修改规则',
    'Edited the rules',
    { kind: 'text', role: 'rules' },
  ],
  ask: [
    { asked: [[KEY, { ...BY, about: '412|421' }]] },
    '退回核实 城关小学 1 题',
    'Asked 城关小学 1 question',
    { kind: 'queries' },
  ],
  'withdraw-finding': [
    { dismissed: [[KEY, SAID]] },
    '不是问题：城关小学 小学-1 [01]',
    'No problem: 城关小学 小学-1 [01]',
    { kind: 'finding', rule: '小学-1', school: 's1', row: '01', column: null },
  ],
  'take-explanations': [
    { saidLastYear: [[KEY, '借读']] },
    '读入去年的说明 1 条',
    'Took over 1 explanation of last year',
    null,
  ],
  'edit-external': [
    {
      externals: [
        [
          '3-5岁人口',
          { name: '3-5岁人口', value: '1000', unit: '人', source: '公安局', date: '2025-08-31' },
        ],
      ],
    },
    '录入外部数据 3-5岁人口 1000 人',
    'Entered external figure 3-5岁人口 1000 人',
    { kind: 'external', name: '3-5岁人口' },
  ],
  'link-schools': [
    { links: [{ before: ['b1'], now: ['s1'], entry: 1 }] },
    '两年学校对应 甲小学 → 城关小学',
    'Linked schools of both years 甲小学 → 城关小学',
    { kind: 'links' },
  ],
  'last-year': [
    { earlier: [['last', { sha256: 'f'.repeat(64), source: '去年.xlsx' }]] },
    '选用上年数据 去年.xlsx',
    'Chose last year’s values 去年.xlsx',
    { kind: 'last-year' },
  ],
  'earlier-data': [
    { earlier: [['previous', { sha256: 'e'.repeat(64), source: '一季度.xlsx' }]] },
    '选用上期数据 一季度.xlsx',
    'Chose 一季度.xlsx for the period before',
    { kind: 'last-year' },
  ],
  'confirm-last-year': [
    { fittingCodes: ['last 教基3112'] },
    '确认上年表 教基3112 的代码与今年相符',
    'Codes of last year’s table 教基3112 found to fit',
    { kind: 'last-year' },
  ],
  'earlier-year': [
    { earlierYears: [[2022, { sha256: 'e'.repeat(64), source: '2022.xlsx', entry: 1 }]] },
    '加入2022年数据 2022.xlsx',
    'Gave the figures of 2022: 2022.xlsx',
    { kind: 'series' },
  ],
  'remove-earlier-year': [{}, '移除2021年数据', 'Removed the figures of 2021', { kind: 'series' }],
  'add-blank': [
    { blanks: [['营养餐.xlsx', { sha256: 'b1', learned: 'b2', concerns: ['211'] }]] },
    '加入空表 营养餐.xlsx（营养餐）',
    'Added the blank 营养餐.xlsx (营养餐)',
    { kind: 'form', form: '营养餐' },
  ],
  'adopt-row': [
    {
      listCorrections: [
        [
          '["教师花名册","f1","教师花名册",5,"学历"]',
          {
            school: '2133000001',
            form: '教师花名册',
            file: 'f1',
            sheet: '教师花名册',
            row: 5,
            heading: '学历',
            from: '大本',
            to: '本科',
            returned: '大本',
            entry: 1,
          },
        ],
      ],
    },
    '修改名单 2133000001 教师花名册 第 5 行“学历”：大本 → 本科',
    'Corrected 2133000001 教师花名册 row 5 “学历”: 大本 → 本科',
    { kind: 'form', form: '教师花名册' },
  ],
  'break-series': [
    {
      breaks: [
        [
          '教基3112[01,1] 2023',
          { about: '教基3112[01,1]', year: 2023, breaks: true, reason: '核实', entry: 1 },
        ],
      ],
    },
    '毕业生数自2023年起口径变化',
    '毕业生数 is defined otherwise from 2023 on',
    { kind: 'series' },
  ],
  controls: [
    { controls: [{ entry: 1, asset: '1/学籍系统.xlsx', ...BY }] },
    '导入比对数 学籍系统.xlsx',
    'Took in control totals 学籍系统.xlsx',
    { kind: 'controls' },
  ],
  'switch-rule': [
    { switches: [['小学-1', { on: false, reason: '核实', ...BY }]] },
    '停用规则 小学-1',
    'Rule 小学-1 switched off',
    { kind: 'rule', rule: '小学-1' },
  ],
  'edit-register': [
    {
      register: [
        {
          school: 's1',
          name: '城关小学',
          set: { 乡镇: '东镇', 简称: '' },
          was: { 乡镇: '西镇', 简称: '城小' },
        },
        { school: 's2', name: '东风小学', into: 's1', intoName: '城关小学' },
      ],
      registerNotes: [],
    },
    '按 名册.xlsx 修改名册 2 处（名册 城关小学 乡镇 西镇→东镇，另有 1 项）',
    'Register: 2 changes from 名册.xlsx (Register: 城关小学 乡镇 西镇→东镇, and 1 more)',
    { kind: 'register', school: 's1' },
  ],
  'edit-particulars': [
    { particulars: { title: '青禾县统计', dueDate: '' } },
    '名称改为 青禾县统计，另有 1 项',
    'Title now 青禾县统计, and 1 more',
    { kind: 'particulars' },
  ],
  repair: [
    {},
    '由损坏的“青禾县统计”抢救而成：缺记录 1 条、收到的文件 1 份、其他资料 0 份',
    'Saved from the damaged “青禾县统计”: lost 1 entry, 1 received file, 0 other files',
    null,
  ],
  restore: [
    {},
    '恢复 2025-10-01 08:00 的备份（12 条记录）',
    'Backup of 2025-10-01 08:00 put back (12 entries)',
    null,
  ],
  'remove-personal': [
    { removed: ['a'] },
    '清除个人信息：身份证号 3 处、姓名 2 处、电话 1 处；1 份原件的字节已删除',
    'Personal data removed: 3 identity numbers, 2 names, 1 telephone number; bytes of 1 file',
    null,
  ],
  join: [
    {},
    '合并两份统计库（甲），分歧 1 处',
    'Joined two files of the collection (甲), 1 difference',
    null,
  ],
  lost: [{}, '这条记录已损坏，没有救回', 'This entry was damaged and is lost', null],
  'sign-off': [{}, '审定“初审”', 'Signed off “初审”', { kind: 'snapshots' }],
  'keep-draft': [
    { drafts: [{ entry: 1, name: '总结.docx', sha256: 'd'.repeat(64), ...BY }] },
    '收入初稿“总结.docx”',
    'Took in draft “总结.docx”',
    { kind: 'draft' },
  ],
  'tie-figure': [
    { ties: [['小学|所|stock||', 'indicator:小学数']] },
    '初稿“26所”对应 小学数',
    'Draft’s “26所” tied to 小学数',
    { kind: 'draft' },
  ],
  'ignore-doubt': [
    {
      ignored: [
        ['sum_of_parts|小学', { entry: 1, figures: ['26所', '25所'], reason: '核实', ...BY }],
      ],
    },
    '忽略初稿存疑（26所、25所）',
    'Doubt about the draft ignored (26所、25所)',
    { kind: 'draft' },
  ],
  comment: [
    {
      comments: [
        [
          1,
          {
            entry: 1,
            school: 's1',
            item: '教基3112[01,7]',
            follow: true,
            text: '核实',
            ...BY,
            settled: null,
          },
        ],
      ],
    },
    '批注 城关小学 教基3112[01,7]',
    'Note at 城关小学 教基3112[01,7]',
    { kind: 'cell', school: 's1', item: '教基3112[01,7]' },
  ],
  'settle-comment': [{}, '已处理：', 'Done:', null],
  'check-copy': [
    { checkedCopy: { lines: 41, at: '2025-10-01T08:00:00Z' } },
    '副本已核对（复制时 41 条记录）',
    'Copy checked (it had 41 entries)',
    null,
  ],
}

describe('every kind of entry', () => {
  it('has a deed here, and is described', () => {
    const kinds = KINDS.map(({ kind }) => kind).filter((kind) => kind !== 'unreadable')
    expect(ONE_OF_EACH.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted())
    expect(Object.keys(EXPECTED).toSorted()).toEqual(kinds.toSorted())
  })

  it.each(ONE_OF_EACH.map((deed) => [deed.kind, deed] as const))('%s', (kind, deed) => {
    const [state, zh, en, place] = EXPECTED[kind] ?? [{}, '', '', null]
    const definition = REGISTRY.get(kind)
    const says = definition?.words(deed.payload, NAMES) ?? { key: '', params: {} }
    expect(held([deed])).toEqual(state)
    expect([entryText('zh', says), entryText('en', says)]).toEqual([zh, en])
    expect(definition?.goesTo(deed.payload, NAMES)).toEqual(place)
    // Taken back, nothing of it is left; taken back from that, all of it.
    const back: Deed = { kind: 'withdraw', payload: { entry: 1, by: 'number' } }
    const again: Deed = { kind: 'withdraw', payload: { entry: 2, by: 'number' } }
    expect(held([deed, back])).toEqual({})
    expect(held([deed, back, again])).toEqual(state)
  })

  it.each(ONE_OF_EACH.map((deed) => [deed.kind, deed] as const))(
    'taking %s back touches what it touched, and so does every further withdrawal',
    (_kind, deed) => {
      const all = lines([
        deed,
        { kind: 'withdraw', payload: { entry: 1, by: 'undo' } },
        { kind: 'withdraw', payload: { entry: 2, by: 'redo' } },
        { kind: 'withdraw', payload: { entry: 3, by: 'number' } },
      ])
      const [first = [], ...others] = all.map((entry) => touchesOf(all, entry))
      for (const one of others) expect(one).toEqual(first)
    },
  )
})

describe('changes of the register in words', () => {
  const add = { add: 's3', name: '新建小学', attributes: {} }
  const set = { school: 's1', name: '城关小学', set: { 状态: '停办' }, was: { 状态: '' } }
  const merge = { school: 's2', name: '东风小学', into: 's1', intoName: '城关小学' }
  const said = (changes: (typeof add | typeof set | typeof merge)[], file = false): string => {
    const payload = { changes, file: file ? { asset: '2/名册.xlsx', notes: [] } : null }
    const says = REGISTRY.get('edit-register')?.words(payload, NAMES)
    return says === undefined ? '' : entryText('zh', says)
  }
  it.each([
    ['added', [add], '名册增加 新建小学'],
    ['one column', [set], '名册 城关小学 状态 空白→停办'],
    ['merged', [merge], '名册 东风小学 并入 城关小学'],
    ['several', [add, set, merge], '名册 3 处修改（名册增加 新建小学 等）'],
  ])('%s', (_, changes, text) => {
    expect(said(changes)).toBe(text)
  })
  it('a new register in which nothing was chosen', () => {
    expect(said([], true)).toBe('按 名册.xlsx 修改名册 0 处（无变动）')
  })
})

describe('corrections in words', () => {
  const one = { school: 's1', item: 'a[1,1]', from: '', to: null, returned: 'blank:' }
  const said = (changes: (typeof one & { to: string | null })[]): string => {
    const says = REGISTRY.get('adopt')?.words({ changes }, NAMES)
    return says === undefined ? '' : entryText('zh', says)
  }
  it.each([
    ['back to what was returned', [one], '城关小学 a[1,1] 空白→上报数'],
    ['several of a school', [one, one], '城关小学 2 格（a[1,1] 空白→上报数 等）'],
    [
      'of several schools',
      [one, { ...one, school: 's2' }],
      '2 校 2 格（城关小学 a[1,1] 空白→上报数 等）',
    ],
  ])('%s', (_, changes, text) => {
    expect(said(changes)).toBe(text)
  })
})

describe('what is written', () => {
  const writing = { at: '2025-10-01T08:00:00Z', person: '甲' }
  const hashes = {
    file: (id: number) => [{ what: 'bytes' as const, sha256: `file ${String(id)}` }],
    sources: () => [{ what: 'bytes' as const, sha256: 'source' }],
    asset: (_: string, name: string) => [{ what: 'asset' as const, sha256: name }],
    text: (text: string) => [{ what: 'text' as const, sha256: text }],
  }

  it('carries the hashes of what it speaks of', () => {
    const of = ONE_OF_EACH.map((deed) => newLine(deed, writing, hashes)).flatMap(
      ({ kind, of: all }) => all.map(({ what, sha256 }) => `${kind} ${what} ${sha256.slice(0, 8)}`),
    )
    expect(of).toEqual([
      'receive bytes file 1',
      'adopt bytes source',
      'assign bytes file 3',
      'hold bytes file 3',
      'accept-file bytes file 3',
      'withdraw-file bytes file 3',
      'edit-text text - id: 甲',
      'last-year asset ffffffff',
      'earlier-data asset eeeeeeee',
      'earlier-year asset eeeeeeee',
      'add-blank asset b1',
      'add-blank asset b2',
      'adopt-row bytes f1',
      'controls asset 1/学籍系统.x',
      'edit-register asset 2/名册.xls',
      'remove-personal bytes a',
      'join asset cccccccc',
      'sign-off asset eeeeeeee',
      'keep-draft asset dddddddd',
    ])
  })

  it('is signed by who works from now on', () => {
    expect(newLine({ kind: 'person', payload: { name: '乙' } }, writing, hashes).person).toBe('乙')
  })

  it('is refused when it could not be read again', () => {
    const wrong = { file: 1, more: true }
    expect(() => newLine({ kind: 'hold', payload: wrong }, writing, hashes)).toThrow(TypeError)
  })
})
