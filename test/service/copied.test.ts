import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { registerCounty } from './register-county.ts'

test('what a copy may lack is said until somebody has checked it, and again of a later copy', async () => {
  const at = await registerCounty('')
  try {
    const { service } = at
    const folder = join(at.folder, 'data')
    const path = join(folder, readdirSync(folder).find((name) => name.endsWith('.huishu')) ?? '')
    const grant = at.ports.grants.collectionGrant(path)
    /** Copied while its log was in use, and without it. */
    const copied = async () => {
      await service.closeCollection({})
      const bytes = readFileSync(path)
      bytes.fill(2, 18, 20)
      writeFileSync(path, bytes)
      return service.openCollection({ grant })
    }
    const reopened = async () => {
      await service.closeCollection({})
      return service.openCollection({ grant })
    }

    await expect(service.checkCopy({ reason: '核对过' })).rejects.toMatchObject({
      code: 'nothing-to-check',
    })
    const first = (await copied()).incomplete
    expect(first?.lines).toBeGreaterThan(0)
    expect((await reopened()).incomplete).toEqual(first)
    await expect(service.checkCopy({ reason: ' ' })).rejects.toMatchObject({
      code: 'reason-missing',
    })
    expect((await service.checkCopy({ reason: '与原库逐条核对' })).incomplete).toBeNull()
    expect((await reopened()).incomplete).toBeNull()
    expect((await service.undo({})).incomplete).toEqual(first)
    expect((await service.redo({})).incomplete).toBeNull()

    const later = (await copied()).incomplete
    expect(later?.lines).toBeGreaterThan(first?.lines ?? 0)
  } finally {
    await at.close()
  }
})
