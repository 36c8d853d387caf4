import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createService } from '../../src/core/service/service.ts'
import type { Service } from '../../src/core/service/service.ts'
import { createPorts } from '../../src/main/ports.ts'
import { MADE_SUMMARIES } from '../../scripts/make-summaries.ts'
import { sampleHalfYear } from '../../scripts/summaries/sample-half-year.ts'
import { filesOf } from '../../scripts/summaries/write.ts'
import { writeFiles } from '../support/write-files.ts'

const MADE = { ...MADE_SUMMARIES, 'that comes as the second sample': sampleHalfYear }

describe.each(Object.entries(MADE))('the made collection %s', (_, make) => {
  const made = make()
  const folder = mkdtempSync(join(tmpdir(), 'huishu-made-'))
  const ports = createPorts({
    host: 'memory',
    version: '0',
    dataFolder: join(folder, 'data'),
    sampleFolder: join(folder, 'county'),
  })
  let service: Service

  beforeAll(async () => {
    const files: [string, Uint8Array][] = []
    for await (const [path, content] of filesOf(made)) {
      files.push([path, typeof content === 'string' ? new TextEncoder().encode(content) : content])
    }
    writeFiles(join(folder, 'county'), files)
    service = createService(ports)
    await service.openSample({})
    let after = 0
    for (;;) {
      if ((await service.job({ id: 1 })).state !== 'running') break
      after = (await service.events({ after, waitMs: 500 })).last
    }
  }, 120_000)
  afterAll(async () => {
    service.close()
    await ports.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('has every return in, without a question about a file', async () => {
    // A large county is checked after it is shown.
    await expect.poll(async () => (await service.overview({})).faults).not.toBeNull()
    const { fileCounts, faults, unreadable, unclaimed } = await service.overview({})
    expect(fileCounts).toMatchObject({ accepted: made.reporters.length, queried: 0, rejected: 0 })
    expect({ faults, unreadable, unclaimed }).toEqual({ faults: 0, unreadable: 0, unclaimed: 0 })
  })

  it('misses no school in a figure that nobody asks of it, the largest of some schools neither', async () => {
    const { warnings } = await service.summary({ basis: 'returned', text: null })
    expect(warnings.filter(({ kind }) => kind === 'incomplete')).toEqual([])
    const { rows } = await service.indicators({ basis: 'returned' })
    expect(rows.filter(({ missing }) => missing.length > 0)).toEqual([])
  })

  it('finds the figures of its finished text tied to what they were filled from', async () => {
    const { figures } = await service.summary({ basis: 'returned', text: null })
    await service.pasteDraft({ name: '总结.txt', text: null, basis: 'returned' })
    const view = await service.draft({ entry: null, basis: 'returned' })
    const quoted = new Set(figures.map(({ indicator }) => indicator))
    const told = (view?.figures ?? []).map(({ text }, index) => {
      const { choice, verdict } = view?.ties[index] ?? { choice: null, verdict: 'none' }
      return { text, of: choice?.indicator ?? '', verdict }
    })
    expect(told.length).toBeGreaterThan(10)
    // What the templates say in words of their own, or of the distance to a plan, is not filled in.
    expect(told.filter(({ verdict }) => verdict !== 'agrees').length).toBeLessThanOrEqual(2)
    expect(told.filter(({ verdict }) => verdict === 'differs')).toEqual([])
    expect(told.filter(({ of }) => of !== '' && !quoted.has(of))).toEqual([])
  })

  it('comes to every figure that its summary quotes', async () => {
    const { rows, problems } = await service.indicators({ basis: 'returned' })
    const found: Record<string, number | null> = {}
    for (const fact of Object.keys(made.facts)) {
      const [id, change] = fact.split('|')
      const row = rows.find(({ indicator }) => indicator.id === id)
      const text = change === undefined ? row?.now.value : row?.change
      found[fact] = text === null || text === undefined ? null : Number(text)
    }
    const wanted = Object.entries(made.facts).map(([fact, value]) => [fact, Number(value)])
    expect(problems).toEqual([])
    expect(found).toEqual(Object.fromEntries(wanted))
  })
})
