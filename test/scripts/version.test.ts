import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { places } from '../../src/main/places.ts'

const read = (name: string) => readFileSync(resolve(import.meta.dirname, '../..', name), 'utf8')
const { version } = JSON.parse(read('package.json')) as { version: string }
const released = [...read('CHANGELOG.md').matchAll(/^## \[(\d+\.\d+\.\d+)\] - (.+)$/gmu)].map(
  ([, number = '', day = '']) => ({ number, day }),
)

it('the version of the program is the newest entry of the changelog', () => {
  expect(released[0]?.number).toBe(version)
})

it('every entry of the changelog has its day, the newest first', () => {
  const days = released.map(({ day }) => day)
  expect(days.filter((day) => !/^\d{4}-\d{2}-\d{2}$/u.test(day))).toEqual([])
  expect(days).toEqual([...days].sort().reverse())
})

it('the lock file and the program speak of the version in package.json', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    version: string
    packages: Record<string, { version?: string }>
  }
  expect([lock.version, lock.packages['']?.version, places().version]).toEqual([
    version,
    version,
    version,
  ])
})
