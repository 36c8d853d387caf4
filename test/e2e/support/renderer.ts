import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const SRC = resolve(import.meta.dirname, '../../../src')

/**
 * The interface as it stands, built. What was built of the very same sources and packages is taken
 * again, so that a run of many stories builds once and no older bundle is tested by mistake.
 *
 * @returns a folder that others may use as well
 */
export async function buildRenderer(): Promise<string> {
  const folder = join(tmpdir(), `huishu-renderer-${fingerprint()}-production`)
  if (existsSync(folder)) return folder
  const outDir = mkdtempSync(join(tmpdir(), 'huishu-building-'))
  // The test's own word would bring in React as developers have it: twice the work, and not what people run.
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(SRC, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      chunkSizeWarningLimit: 20_000,
      license: { fileName: 'licences.json' },
    },
  })
  process.env['NODE_ENV'] = before
  try {
    renameSync(outDir, folder)
  } catch {
    // Another worker was faster with the same.
    rmSync(outDir, { recursive: true, force: true })
  }
  return folder
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const files = ['renderer', 'shared'].flatMap((name) =>
    readdirSync(join(SRC, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  // The help shows texts of docs/.
  const shown = ['CHANGELOG.md', 'docs/更新说明.md', 'docs/用户指南.md']
  const pictures = readdirSync(resolve(SRC, '../docs/images')).map((name) => `docs/images/${name}`)
  const others = ['package-lock.json', ...shown, ...pictures].map((name) =>
    resolve(SRC, '..', name),
  )
  for (const path of [...files, ...others].toSorted()) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex').slice(0, 20)
}
