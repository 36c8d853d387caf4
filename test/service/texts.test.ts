import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createService } from '../../src/core/service/service.ts'
import { places } from '../../src/main/places.ts'
import { createPorts } from '../../src/main/ports.ts'

const root = mkdtempSync(join(tmpdir(), 'huishu-texts-'))
const { sampleFolder, version } = places()
const ports = createPorts({ host: 'memory', version, sampleFolder, dataFolder: root })
const service = createService(ports)
afterAll(async () => {
  service.close()
  await ports.close()
  rmSync(root, { recursive: true })
})

test('rules edited in the workbench hold at once, and taking the edit back brings the old ones', async () => {
  await service.openSample({})
  const before = await service.text({ role: 'rules' })
  const shipped = (await service.findings({ basis: 'adopted' })).rules.length
  const text = '- {id: 无, title: 无, check: "1 = 1", severity: query}\n'
  await service.editText({ role: 'rules', text, reason: '试' })
  expect(await service.text({ role: 'rules' })).toEqual({ text })
  const { rules } = await service.findings({ basis: 'adopted' })
  expect(rules.filter((one) => one.origin === 'own').map((one) => one.id)).toEqual(['无'])
  await service.undo({})
  expect(await service.text({ role: 'rules' })).toEqual(before)
  expect((await service.findings({ basis: 'adopted' })).rules).toHaveLength(shipped)
})
