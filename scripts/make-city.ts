import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { compile } from '../src/core/service/compile/compile.ts'
import { outputFolder } from '../src/main/files/output-folder.ts'
import { expandPaths } from '../src/main/grants.ts'
import { places } from '../src/main/places.ts'
import { createPorts } from '../src/main/ports.ts'
import { makeParts } from './county/county.ts'
import type { CountyStyle } from './county/design.ts'

const USAGE = `Makes a city: the collection files of its counties, each of a made county of its own.

  node scripts/make-city.ts --out DIR [--counties 12] [--schools 8] [--seed 1] [--style official|plain]
                            [--mess] [--returns]

DIR gets a .huishu for each county; with --returns also what each was compiled from.
`

/** One made county in a folder, under a name of its own: made names repeat. */
async function makeInto(
  folder: string,
  county: { name: string; seed: number; schools: number; style: CountyStyle; mess: boolean },
): Promise<void> {
  const options = { ...county, county: county.name, tables: 8, config: 'own' as const }
  for await (const part of makeParts(options)) {
    if (part.kind !== 'file') continue
    const target = join(folder, part.path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, part.bytes)
  }
}

/** Names of made counties, as many as are wanted. */
function nameOf(at: number): string {
  const [first, second] = ['东西南北中上下新古青', '川原山河湖岭桥港泉林']
  const place = `${first[at % 10] ?? ''}${second[Math.floor(at / 10) % 10] ?? ''}`
  return at < 100 ? `${place}县` : `${place}${String(Math.floor(at / 100) + 1)}县`
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      counties: { type: 'string', default: '12' },
      schools: { type: 'string', default: '8' },
      seed: { type: 'string', default: '1' },
      style: { type: 'string', default: 'official' },
      mess: { type: 'boolean', default: false },
      returns: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const { out, style } = values
  if (values.help || out === undefined || (style !== 'official' && style !== 'plain')) {
    process.stderr.write(USAGE)
    process.exitCode = values.help ? 0 : 2
    return
  }
  mkdirSync(out, { recursive: true })
  const work = mkdtempSync(join(tmpdir(), 'huishu-city-'))
  const ports = createPorts({ host: 'memory', ...places(), dataFolder: join(work, 'data') })
  try {
    for (let at = 0; at < Number(values.counties); at++) {
      const name = nameOf(at)
      const folder = values.returns ? join(out, '报表', name) : join(work, name)
      const seed = Number(values.seed) + at
      await makeInto(folder, {
        name,
        seed,
        schools: Number(values.schools),
        style,
        mess: values.mess,
      })
      const made = join(work, `${name}-out`)
      await compile(
        ports,
        { sources: await expandPaths([folder], folder), title: name, lang: 'zh' },
        outputFolder(made),
        {
          signal: { cancelled: false },
          update: () => undefined,
          faults: () => undefined,
          notWritten: () => undefined,
        },
      )
      for (const file of readdirSync(made))
        if (file.endsWith('.huishu')) copyFileSync(join(made, file), join(out, `${name}.huishu`))
      process.stderr.write(`${name}\n`)
    }
  } finally {
    await ports.close()
    rmSync(work, { recursive: true, force: true })
  }
  process.stdout.write(`${out}: ${values.counties} counties\n`)
}

await main()
