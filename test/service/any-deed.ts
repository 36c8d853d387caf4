import type { Random } from '../../scripts/county/random.ts'
import type { Service } from '../../src/core/service/service.ts'
import { STATE_LETTER } from '../../src/shared/state-letter.ts'
import type { CellState } from '../../src/shared/model.ts'
import type { TextRole } from '../../src/shared/texts.ts'
import type { Spot } from './all-shown.ts'

/** Something that a person does; throws where the program refuses. */
export type Deed = (random: Random) => Promise<unknown>

/**
 * What a person can do that changes what is shown, by name.
 *
 * @param changed cells that were corrected are put in
 */
export function deeds(service: Service, changed: Spot[]): Record<string, Deed> {
  const adopt = adopting(service, changed)
  return {
    'correct a figure, and correct it again': async (random) => {
      await adopt(random, ['number'])
      await adopt(random, ['number'], changed.at(-1))
    },
    'correct two figures of a school, one after the other': async (random) => {
      await adopt(random, ['number'])
      const [first] = changed.slice(-1)
      await adopt(random, ['number'], first && { school: first.school })
    },
    'fill in what cannot be read': (random) => adopt(random, ['unreadable']),
    'fill in what is not there': (random) => adopt(random, ['missing', 'blank']),
    'take back': async (random) => {
      const lines = await service.ledger({ limit: 50 })
      const done = lines.filter(({ active, listed }) => active && listed)
      await service.withdraw({ entry: random.pick(done).id, reason: '再想' })
    },
    'undo and redo': async () => {
      await service.undo({})
      await service.redo({})
    },
    'edit rules': (random) => editText(service, 'rules', fewerEntries(random)),
    'edit indicators': (random) => editText(service, 'indicators', fewerEntries(random)),
    'edit how an indicator is written': (random) =>
      editText(service, 'indicators', (text) => otherIndicator(random, text)),
    'edit the summary': (random) => editText(service, 'summary', oneQuoteMore(random)),
    'switch a rule': async (random) => {
      const { id, on } = random.pick((await service.findings({ basis: 'adopted' })).rules)
      await service.switchRule({ rule: id, on: !on, reason: '本县另有口径' })
    },
    'ask a school': async (random) => {
      const { schools } = await service.queries({})
      await service.askSchool({ school: random.pick(schools).school })
    },
    'set a finding aside': async (random) => {
      const { findings } = await service.findings({ basis: 'adopted' })
      const { rule, school, row, column } = random.pick(findings)
      await service.withdrawFinding({ rule, school, row, column, reason: '属实' })
    },
    'switch a kind of screening': async (random) => {
      const { kinds } = await service.screening({ basis: 'adopted' })
      const finding = kinds.filter(({ found }) => found > 0)
      const { kind, on, values } = random.pick(finding.length > 0 ? finding : kinds)
      await service.setScreening({ kind, on: !on, values, reason: '试' })
    },
    'edit a form': async (random) => {
      const form = random.pick(await service.forms({}))
      const row = random.pick(form.rows)
      const edit = { form: form.id, row: row.code, label: `${row.label}数` }
      await service.editForm({ edit, reason: '试' })
    },
    'enter a figure of another office': async (random) => {
      const { name } = random.pick(await service.externals({}))
      const figure = {
        value: String(random.int(50, 5_000)),
        unit: '人',
        source: '县统计局',
        date: '',
      }
      await service.editExternal({ name, figure: random.chance(0.8) ? figure : null, reason: '试' })
    },
    'take a file out': async (random) => {
      const counted = (await service.files({})).filter(({ status }) => status === 'accepted')
      await service.withdrawFile({ id: random.pick(counted).id, reason: '弄错了' })
    },
  }
}

type Adopt = (random: Random, from: readonly CellState[], only?: Partial<Spot>) => Promise<unknown>

/** Puts a figure into a cell that is in one of the states `from`; rather into one that indicators read. */
function adopting(service: Service, changed: Spot[]): Adopt {
  return async (random, from, only = {}) => {
    const all = (await cellsIn(service, from)).filter(
      ({ school, item }) => school === (only.school ?? school) && item === (only.item ?? item),
    )
    const read = all.filter((cell) => cell.read)
    const { school, item, shown } = random.pick(read.length > 0 && random.chance(0.7) ? read : all)
    const value = String(Math.round(Number(shown) || 0) + random.int(1, 900))
    await service.adopt({ changes: [{ school, item, value }], reason: '电话核实' })
    changed.push({ school, item })
  }
}

/** For each cell that an indicator names one school's. */
export async function readSpots(service: Service): Promise<Spot[]> {
  const read = (await cellsIn(service, ['number'])).filter((cell) => cell.read)
  return [...new Map(read.map(({ school, item }) => [item, { school, item }])).values()]
}

/** Cells of numbers that are in one of the states, with what they show and whether an indicator names them. */
async function cellsIn(
  service: Service,
  states: readonly CellState[],
): Promise<(Spot & { shown: string; read: boolean })[]> {
  const letters = new Set<string>(states.map((state) => STATE_LETTER[state]))
  const text = (await service.text({ role: 'indicators' })).text ?? ''
  const cells: (Spot & { shown: string; read: boolean })[] = []
  for (const form of await service.forms({})) {
    const { rows, items } = await service.grid({ form: form.id, basis: 'adopted', by: '' })
    for (const row of rows.filter(({ level }) => level === 'school')) {
      items.forEach((index, at) => {
        const place = form.items[index]
        if (place === undefined || place.kind === 'text') return
        if (!letters.has(row.states[at] ?? '')) return
        const [line, column] = [form.rows[place.row], form.columns[place.column]]
        const item = `${form.id}[${line?.code ?? ''},${column?.code ?? ''}]`
        cells.push({
          school: row.key,
          item,
          shown: row.values[at] ?? '',
          read: text.includes(item),
        })
      })
    }
  }
  return cells
}

async function editText(
  service: Service,
  role: TextRole,
  edit: (text: string) => string,
): Promise<void> {
  const { text } = await service.text({ role })
  if (text === null) throw new Error(`the county has no text ${role}`)
  await service.editText({ role, text: edit(text), reason: '试' })
}

/** Another line at the end changes the text and nothing that it says; fewer entries change that too. */
function fewerEntries(random: Random): (text: string) => string {
  return (text) => {
    if (random.chance(0.2)) return `${text}\n`
    const [head = '', ...entries] = text.split(/^(?=- )/mu)
    entries.splice(random.int(0, entries.length - 1), random.int(1, 6))
    return [head, ...entries].join('')
  }
}

/** An indicator rounded otherwise, and one that reads what another one reads. */
function otherIndicator(random: Random, text: string): string {
  const replaced = (found: RegExp, by: (all: string[]) => string, from: string): string => {
    const all = [...from.matchAll(found)]
    const { index, 0: before } = random.pick(all)
    return from.slice(0, index) + by(all.map(([one]) => one)) + from.slice(index + before.length)
  }
  const rounded = replaced(/decimals: \d/gu, () => `decimals: ${String(random.int(0, 4))}`, text)
  return replaced(/[^'\s]+\[\d+,\d+\]/gu, (all) => random.pick(all), rounded)
}

/** The summary with a sentence more that quotes what it quotes already, and what nobody knows. */
function oneQuoteMore(random: Random): (text: string) => string {
  return (text) => {
    const [quoted = ''] = random.pick([...text.matchAll(/\{[^{}|]+\}/gu)])
    return `${text.trimEnd()}\n\n再说一遍：${quoted}，另有{无此指标}。\n`
  }
}
