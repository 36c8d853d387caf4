import type { CountyOptions } from './county.ts'

/** The county that ships with the program, to be opened on a first run. */
export const SAMPLE: CountyOptions = {
  seed: 2025,
  schools: 24,
  style: 'official',
  mess: true,
  tables: 9,
  sharedSheet: false,
  slips: 9,
  county: '霁川县',
}
