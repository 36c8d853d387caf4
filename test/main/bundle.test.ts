import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { places } from '../../src/main/places.ts'
import { runCli, type Program } from './run-cli.ts'

const root = mkdtempSync(join(tmpdir(), 'huishu-bundle-'))
afterAll(() => rmSync(root, { recursive: true }))

async function compiled(program: Program, name: string): Promise<string[]> {
  const out = join(root, name)
  const words = ['compile', places().sampleFolder, '--out', out]
  const { code, err } = await runCli(words, { HUISHU_DATA_DIR: join(root, 'data') }, program)
  expect([code, err]).toEqual([0, expect.not.stringContaining('程序内部出错')])
  return ['report.json', 'values.csv'].map((file) => readFileSync(join(out, file), 'utf8'))
}

// The sample has .xlsx and older files: threads, both readers, store and writers are run.
test('what is packaged compiles the sample county as the sources do', async () => {
  const packaged = await compiled('out/main/cli.js', 'packaged')
  expect(packaged).toEqual(await compiled('src/main/cli.ts', 'sources'))
  expect(packaged[1]?.split('\n').length).toBeGreaterThan(1_000)
}, 60_000)
