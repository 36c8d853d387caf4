import { describe, expect, it } from 'vitest'
import {
  dimensionNames,
  groupOf,
  groupSchools,
  UNGROUPED,
} from '../../../src/core/consolidate/groups.ts'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import { school } from '../intake/returned.ts'

const config = {
  ...defaultConfig(),
  dimensions: ['乡镇', '城乡'],
  dimensionFields: { 城乡: '城乡代码' },
  codeNames: { 城乡: { '1': '城镇', '11': '城区', '12': '镇区', '2': '乡村' } },
}
const at = (code: string, town = '石门镇') =>
  school(code, code, { attributes: { 乡镇: town, 城乡代码: code } })

describe('groups of schools', () => {
  it.each([
    ['111', '城区'],
    ['121', '镇区'],
    ['130', '城镇'],
    ['220', '乡村'],
    ['900', '900'],
    ['', UNGROUPED],
  ])('take the name of the longest code prefix: %j is %s', (code, group) => {
    expect(groupOf(at(code), '城乡', config)).toBe(group)
  })

  it('take the register’s own word where no codes are named, and say where it has none', () => {
    expect(groupOf(at('111'), '乡镇', config)).toBe('石门镇')
    expect(groupOf(at('111', ''), '乡镇', config)).toBe(UNGROUPED)
    expect(groupOf(at('111'), '学区', config)).toBe(UNGROUPED)
  })

  it('hold every school once, in the register’s order', () => {
    const schools = [at('111', '乙'), at('121', '甲'), at('220', '乙'), at('', '')]
    const groups = groupSchools(schools, '乡镇', config)
    expect([...groups.keys()]).toEqual(['乙', '甲', UNGROUPED])
    expect([...groups.values()].flat().length).toBe(schools.length)
  })

  it('are those of the configuration, else the usual columns of the register', () => {
    expect(dimensionNames(config, [])).toEqual(['乡镇', '城乡'])
    expect(dimensionNames(defaultConfig(), [at('111')])).toEqual(['乡镇'])
    expect(dimensionNames(defaultConfig(), [])).toEqual([])
  })

  it('are not mistaken for what every object has (constructor, __proto__)', () => {
    expect(groupOf(at('111', 'constructor'), '乡镇', config)).toBe('constructor')
    expect(groupOf(at('111'), 'constructor', { ...config, dimensionFields: {} })).toBe(UNGROUPED)
  })
})
