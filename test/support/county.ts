import { makeCounty } from '../../scripts/county/county.ts'
import type { CountyOptions } from '../../scripts/county/county.ts'
import type { SourceFile } from '../../src/core/ports.ts'
import type { Truth } from '../../scripts/county/truth.ts'

export interface MadeCounty {
  /** By path below the collection folder. */
  files: Map<string, Uint8Array>
  truth: Truth
}

const made = new Map<string, Promise<MadeCounty>>()

/**
 * A made county for a test, with what a careful person would take from it. Equal options share
 * one county within a test file; do not change what is returned.
 */
export function county(options: Partial<CountyOptions> = {}): Promise<MadeCounty> {
  const whole: CountyOptions = { seed: 1, schools: 24, style: 'official', mess: true, ...options }
  const key = JSON.stringify(whole)
  const known = made.get(key) ?? makeCounty(whole)
  made.set(key, known)
  return known
}

/** The files as the core's ports see them: a zip is one file, not opened. */
export function sourceFiles({ files }: MadeCounty): SourceFile[] {
  return [...files].map(([path, bytes]) => ({
    path,
    modifiedAt: null,
    bytes: () => Promise.resolve(bytes),
  }))
}

export { makeCounty }
