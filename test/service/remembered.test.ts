import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Random } from '../../scripts/county/random.ts'
import { createService } from '../../src/core/service/service.ts'
import type { Service } from '../../src/core/service/service.ts'
import { places } from '../../src/main/places.ts'
import { createPorts } from '../../src/main/ports.ts'
import type { TextRole } from '../../src/shared/texts.ts'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'

const STEPS = 14
const at = desk()
const { service } = at
afterAll(() => at.close())

/** What screens show of the collection, without the number of the state it is in. */
async function shown(one: Service): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {
    overview: await one.overview({}),
    schools: await one.schools({}),
  }
  for (const basis of ['returned', 'adopted'] as const) {
    seen[`findings ${basis}`] = await one.findings({ basis })
    seen[`indicators and coverage ${basis}`] = await one.indicators({ basis })
    seen[`summary ${basis}`] = await one.summary({ basis, text: null })
    for (const { id: form } of await one.forms({})) {
      seen[`totals ${form} ${basis}`] = await one.figures({ form, basis, scope: { county: true } })
      seen[`grid ${form} ${basis}`] = await one.grid({ form, basis, by: '' })
    }
  }
  const plain = JSON.stringify(seen, (key, value: unknown) => (key === 'revision' ? 0 : value))
  return JSON.parse(plain) as Record<string, unknown>
}

/** The same from a service that has just opened a copy of the collection's file. */
async function afresh(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-afresh-'))
  cpSync(join(at.folder, 'data'), folder, { recursive: true })
  const ports = createPorts({ host: 'memory', ...places(), dataFolder: folder })
  const fresh = createService(ports)
  try {
    const [known] = (await fresh.about({})).collections
    if (known === undefined) throw new Error('no collection in the copy')
    await fresh.openCollection({ grant: known.grant })
    return await shown(fresh)
  } finally {
    fresh.close()
    await ports.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Another line at the end changes the text and nothing that it says; one entry less changes that too. */
async function editText(random: Random, role: TextRole): Promise<void> {
  const { text } = await service.text({ role })
  if (text === null) return
  const lines = text.trimEnd().split('\n')
  const starts = lines.flatMap((line, index) => (line.startsWith('- ') ? [index] : []))
  const cut = starts.length > 3 ? starts.at(-1) : undefined
  const fewer = cut !== undefined && random.chance(0.7) ? lines.slice(0, cut) : [...lines, '']
  await service.editText({ role, text: `${fewer.join('\n')}\n`, reason: '试' })
}

type Action = (random: Random) => Promise<unknown>

async function adopt(random: Random): Promise<unknown> {
  const { id } = random.pick(await service.forms({}))
  const form = (await service.forms({})).find((one) => one.id === id)
  const { rows, items } = await service.grid({ form: id, basis: 'adopted', by: '' })
  const row = random.pick(
    rows.filter(({ level, states }) => level === 'school' && /n/.test(states)),
  )
  const places = Array.from(row.states).flatMap((state, index) => (state === 'n' ? [index] : []))
  const place = random.pick(places)
  const item = form?.items[items[place] ?? -1]
  const address = `${id}[${form?.rows[item?.row ?? -1]?.code ?? ''},${form?.columns[item?.column ?? -1]?.code ?? ''}]`
  const value = String(Math.round(Number(row.values[place])) + random.int(1, 90))
  const changes = [{ school: row.key, item: address, value }]
  return service.adopt({ changes, reason: '电话核实' })
}

async function takeBack(random: Random): Promise<unknown> {
  const lines = await service.ledger({ limit: 50 })
  const done = lines.filter(({ active, listed }) => active && listed)
  return done.length > 0 && service.withdraw({ entry: random.pick(done).id, reason: '再想' })
}

async function switchRule(random: Random): Promise<unknown> {
  const { id, on } = random.pick((await service.findings({ basis: 'adopted' })).rules)
  return service.switchRule({ rule: id, on: !on, reason: '本县另有口径' })
}

async function editForm(random: Random): Promise<unknown> {
  const form = random.pick(await service.forms({}))
  const row = random.pick(form.rows)
  const edit = { form: form.id, row: row.code, label: `${row.label}数` }
  return service.editForm({ edit, reason: '试' })
}

async function outFile(random: Random): Promise<unknown> {
  const counted = (await service.files({})).filter(({ status }) => status === 'accepted')
  return service.withdrawFile({ id: random.pick(counted).id, reason: '弄错了' })
}

test('what is remembered is what is worked out afresh, whatever was done in whatever order', async () => {
  const { files } = await county({ style: 'official', seed: 11, schools: 12 })
  const returns = [...files].filter(([path]) => path.startsWith('returns/'))
  const late = returns.slice(0, 4)
  await at.open(new Map([...files].filter(([path]) => !late.some(([one]) => one === path))))
  const random = new Random(4)
  const actions: Record<string, Action> = {
    adopt,
    'adopt again': adopt,
    'take back': takeBack,
    undo: () => service.undo({}),
    redo: () => service.redo({}),
    'receive a file': async () => {
      const one = late.pop()
      if (one === undefined) return
      await at.finish((await service.importFiles({ files: await at.give([one]) })).job)
    },
    'edit rules': (by) => editText(by, 'rules'),
    'edit indicators': (by) => editText(by, 'indicators'),
    'switch a rule': switchRule,
    'edit a form': editForm,
    'take a file out': outFile,
  }
  const done: string[] = []
  await shown(service)
  let left = Object.keys(actions)
  for (let step = 0; step < STEPS; step++) {
    // Each of them once, in any order, before one comes again.
    if (left.length === 0) left = Object.keys(actions)
    const name = random.pick(left)
    left = left.filter((one) => one !== name)
    // What cannot be undone now is refused; a refusal must change nothing either.
    await actions[name]?.(random).catch(() => done.push('(refused)'))
    done.push(name)
    const kept = await shown(service)
    const fresh = await afresh()
    for (const [view, figures] of Object.entries(fresh)) {
      expect(kept[view], `${view} after ${done.join(', ')}`).toEqual(figures)
    }
  }
}, 300_000)
