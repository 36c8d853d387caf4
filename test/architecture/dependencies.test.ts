import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

interface Locked {
  version?: string
  license?: string | { type: string }
  resolved?: string
  dev?: boolean
  hasInstallScript?: boolean
}

const read = (name: string) => readFileSync(resolve(import.meta.dirname, '../..', name), 'utf8')
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
const packages = Object.entries(lock.packages).filter(([place]) => place !== '')

test('the lock names no address: packages come from whatever registry is configured', () => {
  expect(packages.length).toBeGreaterThan(100)
  expect(packages.filter(([, one]) => one.resolved !== undefined)).toEqual([])
})

test('AG Grid Enterprise is never a dependency', () => {
  expect(
    packages.filter(([place]) => /ag-grid-enterprise|ag-charts-enterprise/u.test(place)),
  ).toEqual([])
})

const FREE =
  /^(?:MIT|MIT-0|MIT\/X11|ISC|0BSD|BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0|WTFPL|Zlib)$/u
/** For building and testing only, never part of what is shipped. */
const FREE_TO_BUILD_WITH = /^(?:MPL-2\.0|CC-BY-4\.0)$/u

/** Old packages below exceljs whose package.json forgot to say; looked at one by one. */
const UNSAID = new Set(['node_modules/buffers'])

test('every licence lets us ship it', () => {
  const doubtful = packages.flatMap(([place, one]) => {
    const licence = typeof one.license === 'object' ? one.license.type : (one.license ?? 'none')
    const choices = licence.replaceAll(/[()]/gu, '').split(/ OR /u)
    const free = choices.some((choice) =>
      choice
        .split(/ AND /u)
        .every((part) => FREE.test(part) || (one.dev === true && FREE_TO_BUILD_WITH.test(part))),
    )
    return free || (licence === 'none' && UNSAID.has(place)) ? [] : [`${place}: ${licence}`]
  })
  expect(doubtful).toEqual([])
})

test('what is shipped runs nothing when it is installed', () => {
  const scripts = packages.filter(([, one]) => one.hasInstallScript && one.dev !== true)
  expect(scripts.map(([place]) => place)).toEqual([])
})
