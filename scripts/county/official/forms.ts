import type { SchoolKind } from '../school.ts'
import type { TableSpec } from '../table.ts'
import { juniorClasses, preClasses, primaryClasses } from './classes.ts'
import { basics, buildings, conditions } from './conditions.ts'
import { changes, meals, transport } from './local.ts'
import { children, juniorByAge, juniorByKind, primaryByAge, primaryByKind } from './pupils.ts'
import { kindergartenStaff, schoolStaff, teachersByAge, teachersByDegree } from './staff.ts'

/** The tables that a kind of school files, the most important first. */
export const OFFICIAL_TABLES: Record<SchoolKind, TableSpec[]> = {
  kindergarten: [
    basics,
    preClasses,
    children,
    changes,
    kindergartenStaff,
    conditions,
    meals,
    teachersByDegree,
    buildings,
    transport,
  ],
  primary: [
    basics,
    primaryClasses,
    primaryByKind,
    changes,
    schoolStaff,
    conditions,
    meals,
    buildings,
    teachersByAge,
    primaryByAge,
    teachersByDegree,
    transport,
  ],
  point: [],
  junior: [
    basics,
    juniorClasses,
    juniorByKind,
    changes,
    schoolStaff,
    conditions,
    meals,
    buildings,
    teachersByAge,
    juniorByAge,
    teachersByDegree,
    transport,
  ],
  nineYear: [
    basics,
    primaryClasses,
    juniorClasses,
    primaryByKind,
    juniorByKind,
    changes,
    schoolStaff,
    conditions,
    meals,
    buildings,
    teachersByAge,
    transport,
  ],
}
