import { describe, expect, test } from 'vitest'
import { circles, climbs, pairs, roomOf, type Floors } from './floors.ts'
import { arrows, sources } from './imports.ts'

const PART = 'src/renderer/'

/** The interface, lowest first: a room uses only rooms on floors below its own, so that no two import each other. */
const FLOORS: Floors = [
  ['words', 'host'],
  ['figures'],
  ['state'],
  // What is in sight, as a table: on paper or in a spreadsheet.
  ['shown'],
  ['commands'],
  ['ui'],
  ['help'],
  // What several screens show: the list, the sheet as sent, the form on paper, the side panel.
  ['grid', 'sent', 'series'],
  ['form'],
  ['panel'],
  // Parts that stand in tabs of a screen.
  ['controls', 'snapshots', 'register', 'draft', 'backups'],
  // The steps of the work; none knows another.
  ['start', 'overview', 'intake', 'data', 'check', 'consolidate', 'summary', 'setup'],
  // Over many counties, what a county has.
  ['city'],
  ['shell'],
  ['theme.ts'],
  ['app.tsx'],
  ['main.tsx'],
]

const own = arrows().filter(({ from, to }) => from.startsWith(PART) && to.startsWith(PART))

test('every room of the interface has its floor, and every floor its room', () => {
  const rooms = new Set(sources().flatMap((path) => roomOf(PART, path) ?? []))
  expect([...rooms].toSorted()).toEqual(FLOORS.flat().toSorted())
})

test('in the interface every import leads downstairs', () => {
  expect(own.length).toBeGreaterThan(500)
  expect(climbs(PART, FLOORS, own)).toEqual([])
})

test('no two folders of the interface import each other', () => {
  expect(pairs(own)).toEqual([])
})

test('no files of the interface import each other in a circle', () => {
  expect(circles(own)).toEqual([])
})

describe('a planted break is seen', () => {
  const plant = (from: string, to: string) => [
    ...own,
    { from: `${PART}${from}`, to: `${PART}${to}` },
  ]

  test.each([
    ['ui/chip.tsx', 'shell/rail.tsx'],
    ['state/actions.ts', 'ui/chip.tsx'],
    ['intake/intake.tsx', 'overview/overview.tsx'],
    ['words/zh.ts', 'state/use-words.ts'],
    ['shell/rail.tsx', 'app.tsx'],
  ])('%s uses %s: up, or across', (from, to) => {
    expect(climbs(PART, FLOORS, plant(from, to))).toEqual([`${PART}${from} → ${PART}${to}`])
  })

  test('a room that nobody gave a floor', () => {
    expect(climbs(PART, FLOORS, plant('attic/box.tsx', 'ui/chip.tsx'))).toEqual([
      `no floor for attic: ${PART}attic/box.tsx → ${PART}ui/chip.tsx`,
    ])
  })

  test('folders that import each other', () => {
    expect(pairs(plant('ui/chip.tsx', 'intake/filter.ts'))).toEqual([`${PART}intake ↔ ${PART}ui`])
  })

  test('files that import each other in a circle, within one room too', () => {
    expect(circles(plant('state/store.ts', 'state/actions.ts'))).toEqual([
      expect.arrayContaining([`${PART}state/actions.ts`, `${PART}state/store.ts`]),
    ])
  })
})
