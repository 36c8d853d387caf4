import { expect, test, vi } from 'vitest'
import type { PreloadBridge } from '../../src/shared/host.ts'

const exposed = new Map<string, unknown>()
const sent: unknown[][] = []

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, what: unknown) => exposed.set(name, what) },
  ipcRenderer: {
    invoke: (...words: unknown[]) => {
      sent.push(words)
      return Promise.resolve(structuredClone(words.slice(1)))
    },
  },
  webUtils: {
    getPathForFile: (file: { name: string; real: boolean }) => (file.real ? `/d/${file.name}` : ''),
  },
}))

interface FakeFile {
  name: string
  real: boolean
}

test('the page gets four functions and nothing of Electron', async () => {
  await import('../../src/preload/index.ts')
  expect([...exposed.keys()]).toEqual(['huishu'])
  const bridge = exposed.get('huishu') as PreloadBridge<FakeFile>
  expect(Object.keys(bridge).sort()).toEqual(['call', 'dropped', 'host', 'pick', 'save'])
  expect(bridge.host).toBe('electron')

  await bridge.call('about', {})
  await bridge.pick({ kind: 'folder' })
  await bridge.save('g', 'a.xlsx')
  await bridge.dropped([
    { file: { name: 'a.xlsx', real: true }, path: 'returns/a.xlsx' },
    { file: { name: 'made by script', real: false }, path: 'x' },
  ])
  expect(sent).toEqual([
    ['huishu:call', 'about', {}],
    ['huishu:pick', { kind: 'folder' }],
    ['huishu:save', 'g', 'a.xlsx'],
    ['huishu:dropped', [{ at: '/d/a.xlsx', path: 'returns/a.xlsx' }]],
  ])
})
