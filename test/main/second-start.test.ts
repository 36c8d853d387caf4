import { expect, test, vi } from 'vitest'
import { electron, fake } from './fake-electron.ts'

vi.mock('electron', () => electron)

test('a second start quits before it touches anything', async () => {
  fake.app.firstInstance = false
  await import('../../src/main/desktop.ts')
  expect(fake.app.quits).toBe(1)
  expect(fake.windows).toEqual([])
  expect(fake.schemes).toEqual([])
  expect(fake.handlers.size).toBe(0)
})
