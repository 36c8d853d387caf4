import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { STATE_LETTER } from '../../src/shared/state-letter.ts'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'

test('next year begins with this year’s forms, register, texts and adopted figures, and this year stays', async () => {
  const at = desk()
  try {
    const { files } = await county({ style: 'official', seed: 11, schools: 8 })
    await at.open(files)
    const { service } = at
    const before = await service.overview({})
    const forms = await service.forms({})
    const form = forms.find(({ unit }) => unit !== null)
    if (!form) throw new Error('no table')
    const grid = await service.grid({ form: form.id, basis: 'adopted', by: '' })
    const row = grid.rows.find(({ states }) => states.includes(STATE_LETTER.number))
    const index = row?.states.indexOf(STATE_LETTER.number) ?? -1
    const item = form.items[grid.items[index] ?? -1]
    const address = `${form.id}[${form.rows[item?.row ?? -1]?.code ?? ''},${form.columns[item?.column ?? -1]?.code ?? ''}]`
    const school = row?.key ?? ''
    await service.adopt({ changes: [{ school, item: address, value: '4321' }], reason: '电话核实' })
    const { text: rules } = await service.text({ role: 'rules' })
    await service.editText({ role: 'rules', text: `${rules ?? ''}\n# 明年再看\n`, reason: '备忘' })
    const [old] = (await service.about({})).collections

    const after = await service.nextYear({})
    expect(after.schoolYear).toBe(
      before.schoolYear.replace(/\d{4}/gu, (year) => String(Number(year) + 1)),
    )
    expect(Number(after.referenceDate.slice(0, 4))).toBe(
      Number(before.referenceDate.slice(0, 4)) + 1,
    )
    expect(after.title).not.toBe(before.title)
    expect(after.coverage).toEqual({ expected: before.coverage.expected, reported: 0 })
    expect(await service.forms({})).toEqual(forms)
    expect((await service.text({ role: 'rules' })).text).toContain('# 明年再看')
    const story = await service.cell({ school, item: address })
    expect(story.adopted.state).toBe('missing')
    expect(story.lastYear).toEqual({ value: '4321', state: 'number' })
    expect(after.unreadable).toBe(0)

    // This year is as it was, and next year's can go into the bin and back.
    const made = (await service.about({})).collections.find(({ grant }) => grant !== old?.grant)
    await service.closeCollection({})
    const { folder } = await service.discardCollection({ grant: made?.grant ?? '' })
    expect(existsSync(folder)).toBe(true)
    expect((await service.about({})).collections.map(({ grant }) => grant)).toEqual([old?.grant])
    const again = await service.openCollection({ grant: old?.grant ?? '' })
    expect(again.coverage).toEqual(before.coverage)
    await expect(service.discardCollection({ grant: old?.grant ?? '' })).rejects.toMatchObject({
      code: 'collection-in-use',
    })
  } finally {
    await at.close()
  }
}, 60_000)
