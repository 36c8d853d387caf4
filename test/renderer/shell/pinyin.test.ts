import { expect, it } from 'vitest'
import { pinyin } from 'pinyin-pro'
import { spells } from '../../../src/renderer/shell/pinyin.ts'

const readings = (sign: string): string[] =>
  pinyin(sign, { multiple: true, toneType: 'none', type: 'array', v: true })

it.each([
  ['qhx', '青禾县第二小学', true],
  ['qinghe', '青禾县第二小学', true],
  ['qhxiandex', '青禾县第二小学', true],
  ['derxx', '青禾县第二小学', true],
  ['xiaox', '青禾县第二小学', true],
  ['clx', '长乐乡中心小学', true],
  ['zlx', '长乐乡中心小学', true],
  ['changyue', '长乐乡中心小学', true],
  ['qh', '长乐乡中心小学', false],
  ['青禾', '青禾县第二小学', false],
])('%s spells in %s: %s', (typed, name, is) => {
  expect(spells(typed, name, readings)).toBe(is)
})
