import { expect, test } from 'vitest'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'

test('a note stays with its cell and school, is ticked off, taken back, and outlives closing', async () => {
  const at = desk()
  try {
    const { files } = await county({ style: 'official', seed: 11, schools: 4 })
    await at.open(files)
    const { service } = at
    await service.setPerson({ person: '统计员' })
    const [form] = (await service.forms({})).filter(({ unit }) => unit !== null)
    const item = `${form?.id ?? ''}[${form?.rows[0]?.code ?? ''},${form?.columns[0]?.code ?? ''}]`
    const school = (await service.schools({}))[0]?.school.id ?? ''
    const totals = await service.totals({ form: form?.id ?? '', by: null })

    await service.addComment({ school, item, text: ' 与去年相差大，问会计 ', follow: true })
    await service.addComment({ school, item: null, text: '校长换人', follow: false })
    expect(await service.comments({})).toMatchObject([
      { school, item: null, text: '校长换人', follow: false, settled: null },
      { school, item, text: '与去年相差大，问会计', person: '统计员', follow: true, settled: null },
    ])
    const [, first] = await service.comments({})
    await service.settleComment({ entry: first?.entry ?? 0 })
    expect((await service.comments({}))[1]?.settled).toMatchObject({ person: '统计员' })
    await expect(service.settleComment({ entry: first?.entry ?? 0 })).rejects.toMatchObject({
      code: 'no-such-entry',
    })
    // Undo takes the tick back, and the note itself can go, whatever came after it.
    await service.undo({})
    expect((await service.comments({}))[1]?.settled).toBe(null)
    await service.withdraw({ entry: first?.entry ?? 0, reason: '写错了学校' })
    expect(await service.comments({})).toMatchObject([{ text: '校长换人' }])
    // No note moves a figure.
    expect(await service.totals({ form: form?.id ?? '', by: null })).toEqual(totals)

    for (const [wrong, code] of [
      [{ school: 'nobody', item: null, text: 'x', follow: false }, 'no-such-school'],
      [{ school, item: 'nothing[1,1]', text: 'x', follow: false }, 'no-such-item'],
      [{ school, item, text: '  ', follow: false }, 'reason-missing'],
    ] as const)
      await expect(service.addComment(wrong)).rejects.toMatchObject({ code })

    const [known] = (await service.about({})).collections
    await service.closeCollection({})
    await service.openCollection({ grant: known?.grant ?? '' })
    expect(await service.comments({})).toMatchObject([{ text: '校长换人', person: '统计员' }])
  } finally {
    await at.close()
  }
}, 60_000)
