import type { Service } from '../../src/core/service/service.ts'
import { findingKey } from '../../src/shared/finding-key.ts'

/** What a collection says of itself, in plain data: to be compared between versions of the program. */
export async function portrait(service: Service): Promise<Record<string, unknown>> {
  const overview = await service.overview({})
  const totals: Record<string, string[]> = {}
  for (const { id } of overview.forms) {
    for (const row of await service.totals({ form: id, by: null })) {
      const both = [row.returned, row.adopted]
      if (both.some((value) => value !== '0' && value !== '')) totals[row.item] = both
    }
  }
  const findings: Record<string, string[][]> = {}
  for (const basis of ['returned', 'adopted'] as const) {
    const { findings: found } = await service.findings({ basis })
    findings[basis] = found.map((one) => [
      findingKey(one),
      one.state,
      one.left ?? '',
      one.right ?? '',
      one.explanation?.text ?? '',
      one.saidLastYear ?? '',
    ])
  }
  const indicators: Record<string, (string | null)[]> = {}
  for (const row of (await service.indicators({ basis: 'adopted' })).rows) {
    indicators[row.indicator.id] = [row.now.value, row.before.value]
  }
  const rows = await service.snapshots({})
  const [last, first] = rows
  const compared = await service.compareSnapshots({
    from: first?.entry ?? 0,
    to: last?.entry ?? 0,
  })
  const present = await service.compareSnapshots({ from: first?.entry ?? 0, to: null })
  const causes = (of: typeof compared) => ({
    entries: of.entries.map(({ id }) => id),
    totals: of.totals.map((one) => [one.item, one.by, one.before, one.after, ...one.causes]),
    indicators: of.indicators.map((one) => [one.id, one.before, one.after, ...one.causes]),
    sentences: of.sentences.map((one) => [one.before, one.after, ...one.causes]),
  })
  const controls = await service.controls({ basis: 'adopted' })
  const { links } = await service.yearLinks({})
  const texts: Record<string, string | null> = {}
  for (const role of ['rules', 'indicators', 'summary', 'screening'] as const) {
    texts[role] = (await service.text({ role })).text
  }
  return {
    person: overview.person,
    coverage: overview.coverage,
    states: overview.states,
    fileCounts: overview.fileCounts,
    counts: [overview.unclaimed, overview.held, overview.unreadable, overview.adopted],
    undo: overview.undo?.id ?? null,
    redo: overview.redo?.id ?? null,
    ledger: (await service.ledger({ limit: 1000 })).map((one) => [
      one.id,
      one.kind,
      one.at,
      one.person,
      one.reason,
      one.active,
    ]),
    schools: (await service.schools({})).map(({ school, state, file, unreadable, adopted }) => [
      school.id,
      school.name,
      state,
      file?.path ?? null,
      unreadable,
      adopted,
    ]),
    files: (await service.files({})).map((one) => [
      one.id,
      one.path,
      one.status,
      one.school,
      ...one.reasons.map((reason) => reason.code),
    ]),
    findings,
    indicators,
    rules: (await service.findings({ basis: 'adopted' })).rules.map((one) => [one.id, one.on]),
    externals: (await service.externals({})).map((one) => [one.name, one.value, one.edited]),
    links: links.map((one) => [
      one.kind,
      ...one.before.map(({ id }) => id),
      '→',
      ...one.now.map(({ id }) => id),
      one.entry,
    ]),
    controls: controls.lines.map((one) => [one.item, one.difference]),
    snapshots: rows.map((one) => [one.entry, one.name, one.active, one.fingerprint]),
    compared: causes(compared),
    present: causes(present),
    texts,
    totals,
  }
}
