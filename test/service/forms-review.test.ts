import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FormReview } from '../../src/shared/form-doubts.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'
import { oddFiles, strayFiles } from './odd-forms.ts'

/** The forms of a county's own layout looked over and put right, over the real store. */
let one: TestDesk
beforeAll(async () => {
  one = desk()
  await one.open(await oddFiles())
})
afterAll(() => one.close())

const reviewOf = async (id: string): Promise<FormReview | undefined> =>
  (await one.service.reviewForms({})).forms.find(({ form }) => form === id)
const ids = async (): Promise<string[]> => (await one.service.forms({})).map(({ id }) => id)

describe('doubts about learned forms', () => {
  it('go at one click, and come back when that is undone', async () => {
    const doubt = (await reviewOf('设备'))?.doubts.find(({ code }) => code === 'unit-open')
    const remedy = doubt?.remedies.find(({ of }) => of === '万元')
    if (remedy === undefined) throw new Error('no remedy')
    await one.service.editForm({ edit: remedy.edit, reason: '万元' })
    expect((await reviewOf('设备'))?.doubts.map(({ code }) => code)).not.toContain('unit-open')
    await one.service.undo({})
    expect((await reviewOf('设备'))?.doubts.map(({ code }) => code)).toContain('unit-open')
  })

  it('let two sheets be one table, whose returns are read again as one', async () => {
    const item = (form: string, column: string): Promise<string> =>
      one.service
        .cell({ school: '2133000001', item: `${form}[01,${column}]` })
        .then(({ returned }) => returned.value)
    expect(await item('寄宿（二）', '1')).toBe('11')
    const edit = { form: '寄宿（二）', is: 'part', of: '寄宿（一）' } as const
    expect(await one.service.editForm({ edit, reason: '同一张表' })).toBeNull()
    expect(await ids()).not.toContain('寄宿（二）')
    expect(await item('寄宿（一）', '1')).toBe('1')
    expect(await item('寄宿（一）', '3')).toBe('11')
    const files = await one.service.files({})
    expect(files.map(({ status }) => status)).toEqual(['accepted', 'accepted'])
    const { aside } = await one.service.reviewForms({})
    expect(aside).toEqual([
      { form: '寄宿（二）', title: '寄宿制学校基本情况（续）', of: '寄宿（一）' },
    ])
    const back = { form: '寄宿（二）', is: 'learned' } as const
    expect(await one.service.editForm({ edit: back, reason: '恢复' })).not.toBeNull()
    expect(await item('寄宿（二）', '1')).toBe('11')
  })

  it('let a sheet be no table, until it is put back', async () => {
    const before = await ids()
    await one.service.editForm({ edit: { form: '设备', is: 'none' }, reason: '不是表' })
    expect(await ids()).toEqual(before.filter((id) => id !== '设备'))
    await one.service.editForm({ edit: { form: '设备', is: 'learned' }, reason: '恢复' })
    expect(await ids()).toEqual(before)
  })
})

describe('forms tried against returns', () => {
  it('count what matches, and say of the others what they lack', async () => {
    const trial = await one.service.tryForms({ files: null })
    expect(trial.files).toBe(2)
    expect(trial.forms.find(({ form }) => form === '设备')).toMatchObject({ matched: 2, of: 2 })
    const files = await one.give(await strayFiles())
    const tried = await one.service.tryForms({ files })
    expect(tried.others.map(({ path }) => path)).toEqual([expect.stringContaining('通知.xlsx')])
    expect(tried.forms.find(({ form }) => form === '设备')).toMatchObject({
      matched: 1,
      of: 2,
      unlike: [{ path: expect.stringContaining('缺表') as string, reasons: [] }],
    })
    expect((await one.service.files({})).length).toBe(2)
  })

  it('match after the form was corrected', async () => {
    const files = await one.give(await strayFiles())
    const unlike = async (): Promise<string[]> => {
      const { forms } = await one.service.tryForms({ files })
      const own = forms.find(({ form }) => form === '寄宿（一）')?.unlike ?? []
      return own.flatMap(({ path, reasons }) =>
        path.includes('缺表') ? reasons.map(({ code }) => code) : [],
      )
    }
    expect(await unlike()).toContain('old-template')
    const edit = { form: '寄宿（一）', column: '2', path: ['夜间留校'] }
    await one.service.editForm({ edit, reason: '学校这样写' })
    expect(await unlike()).toEqual([])
    await one.service.undo({})
  })
})
