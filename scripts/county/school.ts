/** The kinds of school in a made county. 教学点 is a small primary school that files the same forms. */
export type SchoolKind = 'kindergarten' | 'primary' | 'point' | 'junior' | 'nineYear'

export interface MadeSchool {
  id: string
  name: string
  shortName: string
  town: string
  /** 城乡代码. */
  place: string
  kind: SchoolKind
  /** 办学类型代码 and name as the register has them. */
  type: string
  typeName: string
  /** 公办, 普惠性民办, 民办. */
  holder: string
  /** False: 停办, in the register but not expected to report. */
  active: boolean
}
