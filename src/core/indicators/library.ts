import { parse } from 'yaml'
import type { LibraryEntry } from '../../shared/consolidate.ts'
import { placesOf } from './item-places.ts'
import { keptForText } from '../memory/kept-for-text.ts'
import { itemAddress } from '../model/address.ts'
import type { Form } from '../../shared/model.ts'
import { faultsOf } from './faults.ts'
import { indicatorsIn } from './indicator.ts'
import type { Indicator } from './indicator.ts'
import { leavesOf } from './leaves.ts'
import { treeOf } from './over-schools.ts'
import type { Terms } from './over-schools.ts'

type Lack = LibraryEntry['lacks'][number]

/** The shipped indicators, and the terms that stand at the items they read. */
export interface ShippedLibrary {
  /** Several of one id are variants for different forms. */
  indicators: Indicator[]
  /** Item → terms that its row label and headings must hold. */
  labels: Map<string, string[]>
  /** Ids of the forms of the form library (resources/forms). */
  forms: string[]
}

/** Reads the shipped library. It is part of the program: a wrong entry in it is a program's fault. */
export const parseLibrary = keptForText((text): ShippedLibrary => {
  const whole: unknown = parse(text)
  const { labels, indicators, forms } = isFields(whole) ? whole : {}
  return {
    forms: Array.isArray(forms) ? forms.map(String) : [],
    indicators: indicatorsIn(indicators, 'kept').indicators,
    labels: new Map(
      Object.entries(isFields(labels) ? labels : {}).map(([item, terms]) => [
        item,
        String(terms).split(' '),
      ]),
    ),
  }
})

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Indicators as a collection takes them from the library: held against a planned figure only where
 * the indicator that gives it is among them or was there already.
 */
export function withPlansOf(
  taken: readonly Indicator[],
  already: ReadonlySet<string> = new Set(),
): Indicator[] {
  const known = new Set([...already, ...taken.map(({ id }) => id)])
  return taken.map(({ plan, ...rest }) =>
    plan === undefined || !known.has(plan) ? rest : { ...rest, plan },
  )
}

/**
 * What a collection lacks for an indicator; nothing when it applies. An item that has the code but
 * not the terms is another item: labels win over codes (docs/contract.md §2).
 */
export function lacksOf(
  indicator: Indicator,
  labels: ShippedLibrary['labels'],
  terms: Terms,
): Lack[] {
  const faults = faultsOf(indicator, terms)
  const lacks = faults.length > 0 ? faults.map(lackOf) : unlike(indicator, labels, terms)
  const key = ({ kind, name }: Lack): string => `${kind} ${name}`
  return lacks.filter((lack, i) => lacks.findIndex((one) => key(one) === key(lack)) === i)
}

function lackOf({ code, params }: ReturnType<typeof faultsOf>[number]): Lack {
  if (code === 'unknown-attribute') return { kind: 'attribute', name: String(params['name'] ?? '') }
  if (code === 'unknown-form') return { kind: 'form', name: String(params['form'] ?? '') }
  // A form that is not there is no form to the parser: what is written before the bracket.
  if (code === 'unknown-function' || code === 'left-over' || code === 'strange-character')
    return { kind: 'form', name: String(params['name'] ?? params['text'] ?? '') }
  return { kind: 'item', name: `${String(params['form'] ?? '')} ${String(params['code'] ?? '')}` }
}

function unlike(indicator: Indicator, labels: ShippedLibrary['labels'], terms: Terms): Lack[] {
  const sides = [indicator.numerator, ...(indicator.denominator ? [indicator.denominator] : [])]
  const texts = sides
    .flatMap(leavesOf)
    .flatMap((leaf) => [
      ...('expr' in leaf ? [leaf.expr] : []),
      ...('weight' in leaf ? [leaf.weight] : []),
    ])
  return texts
    .flatMap((text) => placesOf(treeOf(text, terms), terms))
    .flatMap(({ form, index }): Lack[] => {
      const { address, label } = described(form, index)
      const wanted = labels.get(address) ?? []
      return wanted.every((word) => label.includes(word))
        ? []
        : [{ kind: 'item', name: `${address} ${wanted.join('·')}` }]
    })
}

function described(form: Form, index: number): { address: string; label: string } {
  const item = form.items[index]
  const row = form.rows[item?.row ?? -1]
  const column = form.columns[item?.column ?? -1]
  const label = `${row?.label ?? ''} ${column?.path.join(' ') ?? ''}`.replace(/\s+/gu, ' ')
  return {
    address: itemAddress(form.id, row?.code ?? '', column?.code ?? ''),
    // Padding inside terms ("总    计") is layout.
    label: label.replaceAll(' ', ''),
  }
}
