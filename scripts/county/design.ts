import type { SchoolKind } from './school.ts'
import type { MadeSheet } from './sheet.ts'
import type { TableSpec } from './table.ts'

/** One blank return workbook of a county. */
export interface BlankBook {
  file: string
  /** Kinds of school that use it. */
  kinds: SchoolKind[]
  tables: TableSpec[]
  /** Fresh sheets, not filled in. */
  sheets: () => MadeSheet[]
}

/** Headings of the register's columns in a county's own words. */
export interface RegisterWords {
  sheet: string
  key: string
  name: string
  shortName: string
  town: string
  place: string
  type: string
  typeName: string
  holder: string
  status: string
  active: string
  closed: string
}

/** official: coded forms; plain: a county's without codes; own: its own as such forms are published. */
export type CountyStyle = 'official' | 'plain' | 'own'

/** A county's own way of doing it: forms, register, words. */
export interface Design {
  style: CountyStyle
  books: BlankBook[]
  register: RegisterWords
  /** How a date is typed on a return. */
  date: (day: number) => string
}

/** Headings of a register as most bureaus keep it. */
export const USUAL_REGISTER: RegisterWords = {
  sheet: '学校名册',
  key: '标识码',
  name: '学校名称',
  shortName: '简称',
  town: '乡镇',
  place: '城乡代码',
  type: '办学类型代码',
  typeName: '办学类型',
  holder: '举办者',
  status: '状态',
  active: '正常',
  closed: '停办',
}
