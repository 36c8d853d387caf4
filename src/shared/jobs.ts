import type { Grant } from './grants.ts'
import type { FileStatus } from './model.ts'

/** Work that goes on in the background, and how far it is. */
export interface JobState {
  id: number
  kind: 'import' | 'export' | 'create' | 'city'
  state: 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number
  /** What it is at now: a file's name. */
  current: string
  /** Files or rows a second. */
  rate: number
  error: { code: string; params: Record<string, string | number> } | null
  /** export: the file to save. */
  output: { grant: Grant; name: string } | null
  /** export: what could not be written, by name; the rest is. */
  left: string[]
  /** import: verdicts in this job. */
  verdicts: Partial<Record<FileStatus, number>>
}

/** News for the interface: something changed, a job moved on, a backup was made or failed. */
export interface HostEvent {
  seq: number
  type: 'changed' | 'job' | 'backup'
  revision: number
  job: JobState | null
}
