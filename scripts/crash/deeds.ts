import { mkdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createService } from '../../src/core/service/service.ts'
import { copyWhole } from '../../src/main/files/whole.ts'
import { places } from '../../src/main/places.ts'
import { createPorts } from '../../src/main/ports.ts'
import { Random } from '../county/random.ts'

// A process for kills.ts: makes a collection of the sample, or opens it and does one thing after
// another until it is killed, saying after each how many entries there are.
const [mode = '', folder = '', sample = '', seed = '0'] = process.argv.slice(2)
const data = join(folder, 'data')
mkdirSync(data, { recursive: true })
const ports = createPorts({ host: 'memory', ...places(), dataFolder: data })
const service = createService(ports)
const say = (line: string): void => void writeSync(1, `${line}\n`)
const lines = (): string => `lines ${String(service.current().store.lines())}`

async function finished(job: number | null): Promise<void> {
  for (let after = 0; job !== null;) {
    const { state } = await service.job({ id: job })
    if (state !== 'running') return
    after = (await service.events({ after, waitMs: 200 })).last
  }
}

async function deed(random: () => number): Promise<void> {
  const luck = random()
  const rows = (await service.schools({})).filter(
    ({ state }) => state === 'reported' || state === 'queried',
  )
  const school = rows[Math.floor(random() * rows.length)]?.school.id ?? ''
  if (luck < 0.35) {
    const { corrections } = await placeOf(school, random)
    if (corrections.length > 0) await service.adopt({ changes: corrections, reason: '核实' })
  } else if (luck < 0.45) await service.undo({}).catch(() => undefined)
  else if (luck < 0.5) await service.redo({}).catch(() => undefined)
  else if (luck < 0.6)
    await service.setPerson({ person: `统计员${String(Math.floor(random() * 9))}` })
  else if (luck < 0.7) {
    const { findings } = await service.findings({ basis: 'adopted' })
    const one = findings[Math.floor(random() * findings.length)]
    if (one !== undefined) {
      const { rule, school: of, row, column } = one
      await service.explain({ rule, school: of, row, column, text: '属实' })
    }
  } else if (luck < 0.8) {
    const files = await ports.grants.give([
      { at: join(sample, 'returns'), path: `再收${String(random())}` },
    ])
    await finished((await service.importFiles({ files: files.slice(0, 3) })).job)
  } else if (luck < 0.88) {
    await service.backUp({})
    say('backed up')
  } else if (luck < 0.92) {
    const [newest] = (await service.backups({ grant: null })).rows
    if (newest !== undefined) {
      say('restore')
      await service.restoreBackup({ grant: null, id: newest.id, reason: '试' })
    }
  } else {
    const { job } = await service.exportWorkbook({ basis: 'adopted', lang: 'zh' })
    await finished(job)
    const { output } = await service.job({ id: job })
    const made = output === null ? null : ports.grants.output(output.grant)
    if (made !== null) await copyWhole(made.path, join(folder, '汇总表.xlsx'))
  }
}

async function placeOf(school: string, random: () => number) {
  const { forms } = await service.overview({})
  const form = forms.filter(({ unit }) => unit !== null)[Math.floor(random() * forms.length)]?.id
  if (form === undefined) return { corrections: [] }
  const found = service.current().forms.find(({ id }) => id === form)
  const addresses = found === undefined ? [] : service.current().index.addressesOf(found)
  const item = addresses[Math.floor(random() * addresses.length)]
  const value = String(Math.floor(random() * 900))
  return { corrections: item === undefined ? [] : [{ school, item, value }] }
}

if (mode === 'make') {
  const files = await ports.grants.give([{ at: sample, path: '' }])
  const plan = await service.planCollection({ files })
  const { title, county, schoolYear, referenceDate, dueDate } = plan
  const made = await service.createCollection({
    files,
    title,
    county,
    schoolYear,
    referenceDate,
    dueDate,
  })
  await finished(made.job)
  service.close()
  await ports.close()
} else {
  const [known] = ports.grants.collections()
  await service.openCollection({ grant: known?.grant ?? '' })
  say('ready')
  const luck = new Random(seed)
  const random = (): number => luck.next()
  for (;;) {
    await deed(random)
    say(lines())
  }
}
