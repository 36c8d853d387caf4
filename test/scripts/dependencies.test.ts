import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}

it('docs/dependencies.md gives a licence and a reason for each dependency, and for no other', () => {
  const manifest = JSON.parse(read('package.json')) as Manifest
  const used = Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  })
  const lines = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` +\| (\S+) +\| \S.+\|$/gm)]
  expect(lines.map(([, name = '']) => name).toSorted()).toEqual(used.toSorted())

  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { license?: string }>
  }
  const wrong = lines.filter(
    ([, name, licence]) => lock.packages[`node_modules/${name ?? ''}`]?.license !== licence,
  )
  expect(wrong.map(([, name, licence]) => `${name ?? ''} ${licence ?? ''}`)).toEqual([])
})

it('docs/dependencies.md says of each dependency when the locked version was published, and of no other', () => {
  const manifest = JSON.parse(read('package.json')) as Manifest
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version?: string }>
  }
  const wanted = Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  }).map((name) => `${name} ${lock.packages[`node_modules/${name}`]?.version ?? ''}`)
  const dated = [
    ...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` (\S+) +\| \d{4}-\d{2}-\d{2} +\|$/gm),
  ].map(([, name = '', version = '']) => `${name} ${version}`)
  expect(dated.toSorted()).toEqual(wanted.toSorted())
})
