import { USUAL_REGISTER } from '../design.ts'
import type { BlankBook, Design } from '../design.ts'
import type { SchoolKind } from '../school.ts'
import type { MadeSheet } from '../sheet.ts'
import type { TableSpec } from '../table.ts'
import { aid } from './aid.ts'
import { expenses, income, rooms, safety } from './conditions.ts'
import { captionedSheet, cardSheet, listSheet, pagedSheet, rowSheet, tableSheet } from './layout.ts'
import { dropouts, fitness, leftBehind } from './pupils.ts'
import { card, overview } from './school.ts'
import { SUBJECTS_FIRST_PAGE, roster, subjects } from './staff.ts'

interface OwnSheet {
  tables: TableSpec[]
  make: () => MadeSheet
}

const COMMON: OwnSheet[] = [
  { tables: [card], make: () => cardSheet(card.id) },
  { tables: [overview], make: () => rowSheet(overview.id, overview) },
  {
    tables: [aid],
    make: () => tableSheet(aid.id, aid, { above: ['附件2'], unit: '单位：人、万元', foot: 'one' }),
  },
  {
    tables: [rooms],
    make: () => tableSheet(rooms.id, rooms, { unit: '计量单位：平方米', foot: 'cells' }),
  },
  {
    tables: [safety],
    make: () =>
      tableSheet(safety.id, safety, {
        above: ['填表说明：排查结果合格填“是”，不合格填“否”，并填写隐患数量。'],
        reserved: true,
        foot: 'two-lines',
      }),
  },
  {
    tables: [income, expenses],
    make: () => captionedSheet(income.id, '学校经费收支情况表', [income, expenses]),
  },
]
const ROSTER: OwnSheet = { tables: [], make: () => listSheet(roster) }
const SCHOOLS: OwnSheet[] = [
  ...COMMON,
  {
    tables: [leftBehind],
    make: () =>
      tableSheet(leftBehind.id, leftBehind, {
        above: ['附件3'],
        unit: '（人）',
        notes: ['注：留守儿童指父母双方或一方外出务工六个月以上的儿童。'],
        foot: 'one',
      }),
  },
  { tables: [fitness], make: () => tableSheet(fitness.id, fitness, { foot: 'two-lines' }) },
  {
    tables: [dropouts],
    make: () => tableSheet(dropouts.id, dropouts, { unit: '单位:人', foot: 'cells' }),
  },
  {
    tables: [subjects],
    make: () =>
      pagedSheet(subjects.id, subjects, SUBJECTS_FIRST_PAGE, { unit: '单位：人', foot: 'one' }),
  },
  ROSTER,
]

function book(file: string, kinds: SchoolKind[], sheets: OwnSheet[]): BlankBook {
  return {
    file,
    kinds,
    tables: sheets.flatMap(({ tables }) => tables),
    sheets: () => sheets.map(({ make }) => make()),
  }
}

/** A county's own forms laid out as such forms are published: no codes, no two laid out alike. */
export function ownDesign(): Design {
  return {
    style: 'own',
    books: [
      book('中小学.xlsx', ['primary', 'point', 'junior', 'nineYear'], SCHOOLS),
      book('幼儿园.xlsx', ['kindergarten'], [...COMMON, ROSTER]),
    ],
    register: USUAL_REGISTER,
    date: (day) => `2025年9月${day}日`,
  }
}
