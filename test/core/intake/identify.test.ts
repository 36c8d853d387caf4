import { describe, expect, it } from 'vitest'
import { identify } from '../../../src/core/intake/identify.ts'
import { prepareRegister } from '../../../src/core/intake/identity/register.ts'
import { school } from './returned.ts'

const register = prepareRegister([
  school('2133001001', '石门镇中心小学', { shortName: '石门中心校' }),
  school('2133001002', '双桥镇中心小学', { shortName: '双桥中心校' }),
  school('2133001003', '中心小学'),
  school('2133001004', '双桥镇中心小学附属幼儿园', { type: '111' }),
  school('2133001005', '青山教学点', { active: false, status: '停办' }),
  school('2133001006', '红旗小学', { shortName: '红小' }),
  school('2133001007', '红星小学', { shortName: '红小' }),
  school('2133001008', '同名小学'),
  school('2133001009', '同名小学'),
])
const who = (code: string | string[] | null, name: string | null, path = 'returns/a.xlsx') => {
  const texts = (value: string | string[] | null): string[] => [value ?? []].flat()
  const found = identify({ codes: texts(code), names: texts(name) }, path, register)
  return {
    school: found.school,
    reasons: found.reasons.map((r) => r.code),
    candidates: found.candidates.map((c) => c.school),
  }
}
const sure = (id: string, ...reasons: string[]) => ({ school: id, reasons, candidates: [] })

describe('whose return it is', () => {
  it.each([
    ['code and name', '2133001001', '石门镇中心小学'],
    ['code and name in full width and spaced', '２１３３００１００１', '石门镇 中心小学'],
    ['the code alone', '2133001001', null],
  ])('is beyond doubt by %s', (_, code, name) =>
    expect(who(code, name)).toEqual(sure('2133001001')),
  )

  it('is known by the name where the code is missing or wrong, and that is said', () => {
    expect(who(null, '石门镇中心小学')).toEqual(sure('2133001001', 'code-missing'))
    expect(who('2133001010', '石门镇中心小学')).toEqual(sure('2133001001', 'code-typo'))
    expect(who('1', '石门镇中心小学')).toEqual(sure('2133001001', 'code-typo'))
  })

  it('is known by the short name with the code or nearly the code, not with a strange one', () => {
    expect(who('2133001001', '石门中心校')).toEqual(sure('2133001001', 'short-name'))
    expect(who('2133001901', '石门中心校')).toEqual(sure('2133001001', 'short-name', 'code-typo'))
    expect(who('9999999999', '石门中心校')).toMatchObject({
      school: null,
      reasons: ['unknown-school'],
    })
  })

  it('is nobody’s where the code is one school’s and the name another’s', () => {
    const swapped = who('2133001001', '双桥镇中心小学')
    expect(swapped).toEqual({
      school: null,
      reasons: ['school-conflict'],
      candidates: ['2133001001', '2133001002'],
    })
    expect(who('2133001001', '双桥镇中心小学', '双桥镇中心小学.xlsx').candidates[0]).toBe(
      '2133001002',
    )
  })

  it('is nobody’s where two register codes stand in one file', () => {
    expect(who(['2133001001', '2133001002'], '石门镇中心小学')).toMatchObject({
      school: null,
      reasons: ['several-schools'],
    })
  })

  it('is a closed school’s, and that is asked about', () => {
    expect(who('2133001005', '青山教学点')).toEqual(sure('2133001005', 'closed-school'))
  })

  it('is nobody’s where neither is in the register, or the name is two schools’', () => {
    expect(who('9999999999', '东风小学')).toMatchObject({
      school: null,
      reasons: ['unknown-school'],
    })
    expect(who(null, null)).toMatchObject({ school: null, reasons: ['unknown-school'] })
    expect(who(null, '红小').school).toBe(null)
    expect(who(null, '同名小学').school).toBe(null)
    expect(who('2133001009', '同名小学')).toEqual(sure('2133001009'))
  })

  it('tells names that contain each other apart', () => {
    expect(who(null, '中心小学').school).toBe('2133001003')
    expect(who(null, '双桥镇中心小学附属幼儿园').school).toBe('2133001004')
    expect(who('2133001002', '双桥镇中心小学附属幼儿园').reasons).toEqual(['school-conflict'])
  })

  it('is not taken for a school whose name is only part of another’s', () => {
    // The code says 中心小学, the name is 双桥's, with a word more than in the register.
    expect(who('2133001003', '双桥镇中心小学（东校区）')).toMatchObject({
      school: null,
      reasons: ['school-conflict'],
    })
    expect(who('2133001002', '双桥镇中心小学附属幼儿园小班部').school).toBe(null)
  })

  it('is the code’s school where the name differs a little, and the name as written is told', () => {
    expect(who('2133001001', '石门镇中心小学（本部）')).toEqual(sure('2133001001', 'short-name'))
    expect(who('2133001001', '石门镇中心小')).toEqual(sure('2133001001', 'short-name'))
    expect(who('2133001001', '完全不同的学校')).toMatchObject({
      school: null,
      reasons: ['school-conflict'],
    })
  })

  it('offers the schools a person might mean, also from the file’s name', () => {
    expect(who('2133001O01', '石门镇中小').candidates).toContain('2133001001')
    const strange = who(null, '东风小学', '石门镇中心小学报表.xlsx')
    expect([strange.school, strange.candidates[0]]).toEqual([null, '2133001001'])
  })
})
