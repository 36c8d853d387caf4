import type { Year } from '../../indicators/year.ts'
import { periodWordsOf } from '../../collection/period.ts'
import { withPeriods } from '../../summary/fill.ts'
import type { Fault } from '../../../shared/faults.ts'
import { LEFT_OUT } from '../../../shared/last-year.ts'
import type { PastNote } from '../../../shared/last-year.ts'
import type { RuleProblem } from '../../../shared/rules.ts'
import { addedThoughNone, faultsOf as faultsOfIndicator } from '../../indicators/faults.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { externalNames } from '../../indicators/leaves.ts'
import { PLANNED } from '../../model/external-figure.ts'
import { evaluateIndicator } from '../../indicators/evaluate.ts'
import { slipOfUnit } from '../../indicators/slip-of-unit.ts'
import { unitClash } from '../../indicators/unit-clash.ts'
import { itemAddress } from '../../model/address.ts'
import { compare, showNumber } from '../../model/number.ts'
import type { UnitClash } from '../../indicators/unit-clash.ts'
import { piecesOf } from '../../summary/placeholders.ts'
import { lastYear, plannedAs, thisYear } from '../consolidate/indicator-years.ts'
import { goneSchoolsFaults } from './gone-schools.ts'
import { settingsFaults } from './settings-faults.ts'
import { registerFaults } from '../register/open-notes.ts'
import { indicatorLibraryOf } from '../last-year/last-year.ts'
import type { Findings } from '../findings/findings.ts'
import type { KnownRule } from '../findings/rule-set.ts'
import type { Years } from '../summary/quoted.ts'

/**
 * Everything of a collection that could not be used as it was meant to be: rules that cannot run,
 * indicators and placeholders without a figure, figures of other offices and rows of last year and of
 * the register that say nothing clear. None of it keeps the rest from working; all of it is named
 * before anything says that all is well.
 */
export function faultsOf(years: Years, findings: Findings): Fault[] {
  return [...ruleFaults(findings, years), ...textFaults(years), ...figureFaults(years)]
}

/** Those that follow from texts and figures of other offices alone, whatever the schools returned. */
export function textFaults(years: Years): Fault[] {
  return [
    ...indicatorFaults(years),
    ...placeholderFaults(years),
    ...externalFaults(years),
    ...years.prior.notes.filter(({ code }) => LEFT_OUT.has(code)).map(priorFault),
    ...goneSchoolsFaults(years),
    ...registerFaults(years.collection),
    ...settingsFaults(years),
  ]
}

/** Rules that cannot run, or not at some schools. */
export function ruleFaults(findings: Findings, { collection }: Years): Fault[] {
  const { rules, problems } = findings.ruleSet()
  const atFault = findings.schoolsAtFault('adopted')
  return [
    ...problems.map(entryFault),
    ...rules.flatMap((known) => textFault(known)),
    ...[...atFault].map(([rule, schools]): Fault => {
      const title = rules.find(({ program }) => program.rule.id === rule)?.program.rule.title ?? ''
      const [first = ''] = schools
      const params = {
        title,
        schools: schools.length,
        school: collection.schools.find(({ id }) => id === first)?.name ?? first,
      }
      return { kind: 'rule', id: rule, code: 'rule-arithmetic', params }
    }),
  ]
}

function entryFault({ id, line, code, params }: RuleProblem): Fault {
  return { kind: 'rule', id, code: 'rule-entry', params: { ...params, line, problem: code } }
}

/** A shipped or derived rule that does not fit does not apply; only what a person wrote is at fault. */
function textFault({ program, origin }: KnownRule): Fault[] {
  if (program.ok || origin !== 'own') return []
  const { rule, field, fault } = program
  const params = { ...fault.params, title: rule.title, field, at: fault.at + 1, syntax: fault.code }
  return [{ kind: 'rule', id: rule.id, code: 'rule-text', params }]
}

function indicatorFaults({ collection, prior, external }: Years): Fault[] {
  const { indicators, problems } = indicatorLibraryOf(collection)
  const now = thisYear(collection, prior, external, 'adopted')
  const before = lastYear(collection, prior, external)
  return [
    ...problems.map(({ id, line, code, params }): Fault => ({
      kind: 'indicator',
      id,
      code: 'indicator-entry',
      params: { ...params, line, indicator: code },
    })),
    ...indicators.flatMap((indicator) => {
      const { id, title } = indicator
      const texts = faultsOfIndicator(indicator, now).map(({ side, at, code, params }): Fault => ({
        kind: 'indicator',
        id,
        code: 'indicator-text',
        params: { ...params, title, side, at: at + 1, syntax: code },
      }))
      if (texts.length > 0) return texts
      return [
        ...unitFault(indicator, '', unitClash(indicator, now)),
        ...unitFault(indicator, '上年', unitClash(indicator, before)),
        ...plannedFault(indicator, indicators, external, now),
        ...externalsMissing(indicator, external),
        ...notAddedFault(indicator, now),
      ]
    }),
  ]
}

/** A ratio, an average, a year that an indicator adds over the schools. */
function notAddedFault(indicator: Indicator, now: Year): Fault[] {
  const found = addedThoughNone(indicator, now)
  if (found === null) return []
  const { form, index } = found
  const item = form.items[index]
  const [row, column] = [form.rows[item?.row ?? -1], form.columns[item?.column ?? -1]]
  const { id, title } = indicator
  const label = [row?.label ?? '', column?.path.at(-1) ?? ''].filter((part) => part !== '')
  const params = {
    title,
    label: label.join('·'),
    item: itemAddress(form.id, row?.code ?? '', column?.code ?? ''),
  }
  return [{ kind: 'indicator', id, code: 'indicator-not-added', params }]
}

/** A plan that is named and not there, or in a unit that does not fit. */
function plannedFault(
  indicator: Indicator,
  indicators: readonly Indicator[],
  external: Years['external'],
  now: Year,
): Fault[] {
  const planned = plannedAs(indicator, external, indicators)
  if (planned !== null) return unitFault(indicator, '', unitClash(planned, now))
  const { id, title, plan } = indicator
  if (plan === undefined) return []
  return [{ kind: 'indicator', id, code: 'plan-missing', params: { title, name: plan } }]
}

/** Divided by 0: there is no figure, though nothing is wanting. */
function zeroFault(indicator: Indicator, now: Year): Fault | null {
  const { id, title, denominator: below } = indicator
  if (below === null) return null
  const { denominator, awaited, fault } = evaluateIndicator(indicator, now)
  if (denominator === null || awaited || fault !== null || compare(denominator, 0) !== 0)
    return null
  return { kind: 'indicator', id, code: 'indicator-zero', params: { title } }
}

/**
 * What the figures themselves show to be at fault: an indicator divided by 0, and plans that lie a unit's factor
 * away from what was done (102400 planned, 10.3 万平方米 built).
 */
export function figureFaults({ collection, prior, external }: Years): Fault[] {
  const { indicators } = indicatorLibraryOf(collection)
  const now = thisYear(collection, prior, external, 'adopted')
  return indicators.flatMap((indicator): Fault[] => {
    const zero = zeroFault(indicator, now)
    if (zero !== null) return [zero]
    const planned = plannedAs(indicator, external, indicators)
    if (planned === null) return []
    const [done, plan] = [indicator, planned].map((one) => evaluateIndicator(one, now).value)
    const slip = done && plan ? slipOfUnit(done, plan, indicator.unit) : null
    if (slip === null || !done || !plan) return []
    const { id, title, unit } = indicator
    const params = { title, done: showNumber(done), plan: showNumber(plan), unit, factor: slip }
    return [{ kind: 'indicator', id, code: 'plan-magnitude', params }]
  })
}

/** Figures of other offices and plans that an indicator reads and that nobody has entered. */
function externalsMissing(
  { id, title, ...sides }: Indicator,
  external: Years['external'],
): Fault[] {
  const names = new Set(externalNames(sides))
  const missing = [...names].filter((name) => external.every((figure) => figure.name !== name))
  return missing.map((name): Fault => {
    const planned = name.startsWith(PLANNED)
    const params = { title, name: planned ? name.slice(PLANNED.length) : name }
    return { kind: 'indicator', id, code: planned ? 'plan-missing' : 'external-missing', params }
  })
}

function unitFault({ id, title }: Indicator, year: string, clash: UnitClash | null): Fault[] {
  if (clash === null) return []
  const params = {
    title,
    name: `${year}${clash.name}`,
    unit: clash.unit,
    wanted: clash.wanted,
    converted: clash.converted ?? '',
  }
  const fits = clash.exact ? 'indicator-unit' : 'indicator-unit-about'
  const code = clash.converted === null ? 'indicator-unit-kind' : fits
  return [{ kind: 'indicator', id, code, params }]
}

/** Placeholders that stay as they are written: no such indicator, or no such way of quoting. */
function placeholderFaults({ collection }: Years): Fault[] {
  const template = collection.text('summary')
  if (template === null) return []
  const ids = new Set(indicatorLibraryOf(collection).indicators.map(({ id }) => id))
  const pieces = withPeriods(piecesOf(template), (id) => ids.has(id), periodWordsOf(collection))
  return pieces.flatMap((piece): Fault[] => {
    if (piece.kind !== 'placeholder' || (piece.form !== null && ids.has(piece.id))) return []
    const { written, line, column } = piece
    const params = { text: written, line, column }
    return [{ kind: 'placeholder', id: written, code: 'placeholder-unknown', params }]
  })
}

function externalFaults({ external }: Years): Fault[] {
  return external.flatMap(({ name, refused }): Fault[] =>
    refused === undefined
      ? []
      : [
          {
            kind: 'external',
            id: name,
            code: `external-${refused.code}`,
            params: { name, raw: refused.raw, sheet: refused.sheet, cell: refused.cell },
          },
        ],
  )
}

function priorFault({ code, sheet, cell, params }: PastNote): Fault {
  const id = cell === '' ? sheet : `${sheet}!${cell}`
  return { kind: 'prior', id, code: `prior-${code}`, params }
}
