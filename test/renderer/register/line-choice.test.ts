import { describe, expect, it } from 'vitest'
import {
  claimed,
  editsOf,
  firstChoices,
  isPartial,
  lacksTarget,
  lineKey,
} from '../../../src/renderer/register/line-choice.ts'
import type { Choice } from '../../../src/renderer/register/line-choice.ts'
import type { RegisterDifference, RegisterLine } from '../../../src/shared/register.ts'

const added: RegisterLine = {
  kind: 'added',
  school: null,
  name: '新小',
  code: '09',
  cells: [],
  edit: { add: { 标识码: '09', 学校名称: '新小' } },
}
const changed: RegisterLine = {
  kind: 'changed',
  school: '01',
  name: '一小',
  code: '01',
  cells: [],
  edit: { school: '01', set: { 乡镇: '南镇' } },
}
const gone: RegisterLine = {
  kind: 'gone',
  school: '02',
  name: '二小',
  code: '02',
  cells: [],
  edit: { school: '02', set: { 状态: '停办' } },
}
const lines = [added, changed, gone]
const difference = (change: Partial<RegisterDifference> = {}): RegisterDifference => ({
  revision: 1,
  path: '新名册.xlsx',
  schools: 10,
  same: 8,
  lines,
  notes: [],
  ...change,
})
const chosen = (...some: [RegisterLine, Choice][]): Map<string, Choice> => {
  const choices = firstChoices(difference())
  for (const [line, choice] of some) choices.set(lineKey(line), choice)
  return choices
}

describe('what is chosen of a new register', () => {
  it('is all of it at first, as the register says it', () => {
    expect(editsOf(lines, firstChoices(difference()))).toEqual(lines.map(({ edit }) => edit))
  })

  it('closes no school unasked where the new register lacks most of them', () => {
    const part = difference({ same: 0, lines: [changed, gone, { ...gone, school: '03' }] })
    expect([isPartial(part), isPartial(difference())]).toEqual([true, false])
    expect(editsOf(part.lines, firstChoices(part))).toEqual([changed.edit])
  })

  it('leaves out what was left', () => {
    expect(editsOf(lines, chosen([changed, 'leave'], [gone, 'leave']))).toEqual([added.edit])
  })

  it('merges a school that is gone into another, once that is said', () => {
    const waiting = chosen([gone, { into: null }])
    expect([lacksTarget(waiting), editsOf(lines, waiting)]).toEqual([
      true,
      [added.edit, changed.edit],
    ])
    const said = chosen([gone, { into: '01' }])
    expect(lacksTarget(said)).toBe(false)
    expect(editsOf(lines, said)).toEqual([added.edit, changed.edit, { school: '02', into: '01' }])
  })

  it('gives a school that is gone the code and name of an added one, which is not added then', () => {
    const same = chosen([gone, { as: lineKey(added) }])
    expect(claimed(lines, same)).toEqual(new Map([[lineKey(added), '二小']]))
    expect(editsOf(lines, same)).toEqual([
      changed.edit,
      { school: '02', set: { 标识码: '09', 学校名称: '新小' } },
    ])
  })
})
