import { expect, it, test } from 'vitest'
import { COMMANDS, commandAt, travels } from '../../../src/renderer/commands/command-list.ts'
import { isKey, keyCap } from '../../../src/renderer/commands/key.ts'
import { en } from '../../../src/renderer/words/en.ts'
import { zh } from '../../../src/renderer/words/zh.ts'

const stroke = (key: string, ...with_: ('ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey')[]) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...Object.fromEntries(with_.map((one) => [one, true])),
})

test('no key means two things at one place, and none of the window’s means another below it', () => {
  const places = new Map<string, string[]>()
  for (const { id, place, keys } of COMMANDS) {
    for (const key of keys) {
      // What counts everywhere must mean the same wherever the keyboard is.
      const at = place === 'window' ? [...new Set(COMMANDS.map((one) => one.place))] : [place]
      for (const one of at)
        places.set(`${one} ${key}`, [...(places.get(`${one} ${key}`) ?? []), id])
    }
  }
  expect([...places].filter(([, ids]) => ids.length > 1)).toEqual([])
})

test('every command has its name in both languages, and every name its command', () => {
  const ids = COMMANDS.map(({ id }) => id).toSorted()
  for (const { names, places } of [zh.commands, en.commands]) {
    expect(Object.keys(names).toSorted()).toEqual(ids)
    expect(Object.keys(places).toSorted()).toEqual(
      [...new Set(COMMANDS.map(({ place }) => place))].toSorted(),
    )
  }
})

it.each([
  ['Ctrl+Z', stroke('z', 'ctrlKey'), true],
  ['Ctrl+Z', stroke('Z', 'metaKey'), true],
  ['Ctrl+Z', stroke('z'), false],
  ['Ctrl+Z', stroke('z', 'ctrlKey', 'shiftKey'), false],
  ['Ctrl+Shift+Z', stroke('Z', 'ctrlKey', 'shiftKey'), true],
  ['J', stroke('j'), true],
  ['J', stroke('j', 'ctrlKey'), false],
  ['F2', stroke('F2'), true],
  ['Up', stroke('ArrowUp'), true],
  ['Esc', stroke('Escape'), true],
  ['PageDown', stroke('PageDown'), true],
])('%s is the key of %j: %s', (written, event, is) => {
  expect(isKey(written, event)).toBe(is)
})

it('means different things at different places', () => {
  expect(commandAt('paper', stroke('PageDown'))).toBe('next-school')
  expect(commandAt('check', stroke('PageDown'))).toBe('next-page')
  expect(commandAt('sheet', stroke('PageDown'))).toBe(null)
})

it('is written as on the key', () => {
  expect(keyCap('Ctrl+Shift+Z')).toBe('Ctrl+Shift+Z')
  expect(keyCap('Up')).toBe('↑')
})

it('back and forward move no cell, a bare arrow moves one', () => {
  expect(travels(stroke('ArrowRight', 'altKey'))).toBe(true)
  expect(travels(stroke('ArrowLeft', 'altKey'))).toBe(true)
  expect(travels(stroke('ArrowRight'))).toBe(false)
})
