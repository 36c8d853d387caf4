import { mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { filesIn, packFolder } from './package/archive.ts'
import {
  builderConfig,
  builderFaults,
  builderSchema,
  electronBinary,
  makeDesktopApp,
  ownSystem,
  packDesktop,
} from './package/desktop.ts'
import { makeFolder } from './package/folder.ts'
import { aboutProgram, root } from './package/root.ts'
import { ownTarget, TARGET_NAMES, targetNamed } from './package/targets.ts'

// The portable program for a bureau's PC, from the npm registry alone:
//
//   npm run package -- --target win-x64|linux-x64|linux-arm64 [--out dist] [--no-zip]
//   npm run package -- --desktop      the desktop program and its installers, where Electron's binary is here
//
// Makes <out>/汇数-<version>-<target>/ and a zip of it. docs/packaging.md says what is in it.

const { values } = parseArgs({
  options: {
    target: { type: 'string', multiple: true },
    out: { type: 'string', default: join(root, 'dist') },
    zip: { type: 'boolean', default: true },
    desktop: { type: 'boolean', default: false },
  },
  allowNegative: true,
})

const MEGABYTE = 1024 * 1024
const { version } = aboutProgram()
const asked = values.target ?? []
if (values.desktop) {
  const faults = builderFaults(builderSchema(), builderConfig())
  if (faults.length > 0) throw new Error(`electron-builder.json: ${faults.join('; ')}`)
  if (electronBinary() !== null) {
    const app = join(root, 'dist', 'desktop', 'app')
    await makeDesktopApp(app)
    const made = await packDesktop(ownSystem(), app, {}, false)
    process.stdout.write(`${made.join('\n')}\n`)
  } else {
    process.stderr.write(
      'Electron’s binary is not here (node_modules/electron/dist), so there is no desktop program; the portable folder is made instead.\n',
    )
    if (asked.length === 0) asked.push(ownTarget())
  }
}
const wanted = asked.map((name) => ({ name, target: targetNamed(name) }))
const unknown = wanted.find(({ target }) => target === null)
if ((wanted.length === 0 && !values.desktop) || unknown !== undefined) {
  process.stderr.write(
    `--target ${TARGET_NAMES.join('|')}${unknown ? `, not ${unknown.name}` : ''}\n`,
  )
  process.exit(2)
}
const out = resolve(values.out)
mkdirSync(out, { recursive: true })
for (const { target } of wanted) {
  if (target === null) continue
  const name = `汇数-${version}-${target.name}`
  const folder = join(out, name)
  await makeFolder(target, folder)
  const bytes = filesIn(folder).reduce((sum, path) => sum + statSync(path).size, 0)
  process.stdout.write(`${folder}: ${Math.ceil(bytes / MEGABYTE)} MB\n`)
  if (!values.zip) continue
  packFolder(folder, name, `${folder}.zip`)
  process.stdout.write(
    `${folder}.zip: ${Math.ceil(statSync(`${folder}.zip`).size / MEGABYTE)} MB\n`,
  )
}
