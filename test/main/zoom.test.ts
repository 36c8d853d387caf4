import { expect, it } from 'vitest'
import { zoomAfter } from '../../src/main/zoom.ts'

const key = (name: string, control = true) => ({
  type: 'keyDown',
  key: name,
  control,
  meta: false,
  alt: false,
})

it('follows Ctrl with plus, minus and nought, within bounds, and no other key', () => {
  expect(zoomAfter(1.1, key('='))).toBe(1.25)
  expect(zoomAfter(1.2500001, key('+'))).toBe(1.5)
  expect(zoomAfter(2, key('+'))).toBe(2)
  expect(zoomAfter(0.75, key('-'))).toBe(0.75)
  expect(zoomAfter(1.5, key('0'))).toBe(1)
  expect(zoomAfter(1, key('=', false))).toBe(null)
  expect(zoomAfter(1, { ...key('-'), type: 'keyUp' })).toBe(null)
  expect(zoomAfter(1, key('z'))).toBe(null)
})
