import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createService } from '../../src/core/service/service.ts'
import { createPorts } from '../../src/main/ports.ts'
import { Random } from '../../scripts/county/random.ts'
import { FORM_LIBRARY } from '../../scripts/forms/library.ts'
import type { CellValue } from '../../scripts/forms/sheet.ts'
import { MADE_SUMMARIES } from '../../scripts/make-summaries.ts'
import type { MadeSummary } from '../../scripts/summaries/made.ts'
import { filesOf } from '../../scripts/summaries/write.ts'
import { bareHeading, choicesIn, truthOf } from '../support/library-truth.ts'
import type { IndicatorEntry } from '../support/library-truth.ts'
import { writeFiles } from '../support/write-files.ts'

/** Lists whose rows are looked up by name: one more or less of them would be another question. */
const NAMED = ['计划目标台账', '名次通报台账']

/** Other figures and choices in every row, dates left out, rows left out and told twice; changes what is given. */
function withOtherNumbers(made: MadeSummary, random: Random): MadeSummary {
  const specs = new Map(FORM_LIBRARY.flatMap(({ sheets }) => sheets).map((one) => [one.name, one]))
  for (const { sheets } of made.reporters) {
    for (const [name, rows] of Object.entries(sheets)) {
      const spec = specs.get(name)
      const headings = spec?.kind === 'list' ? spec.columns.map(bareHeading) : []
      for (const row of rows) {
        row.forEach((value, at) => (row[at] = other(value, name, headings[at] ?? '', row, random)))
      }
      if (spec?.kind !== 'list' || NAMED.includes(name)) continue
      if (rows.length > 2 && random.chance(0.3)) rows.splice(random.int(0, rows.length - 1), 1)
      if (rows.length > 1 && random.chance(0.5)) rows.push([...random.pick(rows)])
    }
  }
  return made
}

function other(
  value: CellValue,
  list: string,
  heading: string,
  row: readonly CellValue[],
  random: Random,
): CellValue {
  if (typeof value === 'number') {
    if (row.includes('%')) return random.int(20, 1000) / 10
    if (list === '名次通报台账') return random.int(1, 30)
    if (Number.isInteger(value)) return random.int(0, value * 2 + 5)
    return random.int(1, Math.round(value * 200) + 5) / 100
  }
  const choices = choicesIn(list, heading)
  if (choices !== null && value !== '' && random.chance(0.3)) return random.pick(choices)
  return heading.endsWith('日期') && list === '项目台账' && random.chance(0.2) ? '' : value
}

describe('the indicators of the library over other numbers than those they were written for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-other-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(Object.entries(MADE_SUMMARIES))('%s', async (name, make) => {
    const made = withOtherNumbers(structuredClone(make()), new Random(`${name} 3`))
    const files: [string, Uint8Array][] = []
    let entries: IndicatorEntry[] = []
    for await (const [path, content] of filesOf(made)) {
      if (typeof content === 'string') {
        files.push([path, new TextEncoder().encode(content)])
        if (path === 'indicators.yaml') entries = parse(content) as IndicatorEntry[]
      } else files.push([path, content])
    }
    const sampleFolder = join(folder, name)
    writeFiles(sampleFolder, files)
    const dataFolder = join(folder, 'data')
    const ports = createPorts({ host: 'memory', version: '0', dataFolder, sampleFolder })
    const service = createService(ports)
    await service.openSample({})
    let after = 0
    while ((await service.job({ id: 1 })).state === 'running') {
      after = (await service.events({ after, waitMs: 500 })).last
    }
    const { rows } = await service.indicators({ basis: 'returned' })
    service.close()
    await ports.close()

    const found = new Map(rows.map(({ indicator, now }) => [indicator.id, now.value]))
    const asNumber = (figure: string | null | undefined): number | string | null =>
      figure === undefined ? 'not worked out' : figure === null ? null : Number(figure)
    expect(entries.map(({ id }) => [id, asNumber(found.get(id))])).toEqual(
      entries.map((one) => [one.id, asNumber(truthOf(made, one))]),
    )
  })
})
