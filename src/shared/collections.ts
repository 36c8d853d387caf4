import type { Grant, GrantedFile } from './grants.ts'
import type { HostEvent, JobState } from './jobs.ts'
import type { Overview } from './overview.ts'
import type { CollectionPlan } from './plan.ts'
import type { Wholeness } from './repair.ts'

/** A collection file that is known. */
export interface CollectionRef {
  grant: Grant
  title: string
  /** ISO time of the last change. */
  changedAt: string
}

/** The program, and the collections it knows. */
/** A folder of counties that was opened as one city. */
export interface CityRef {
  grant: Grant
  title: string
  /** Where it is; for display only. */
  folder: string
}

export interface About {
  version: string
  host: 'electron' | 'web' | 'memory'
  /** Where collections are kept unless one is picked elsewhere; for display only. */
  dataFolder: string
  collections: CollectionRef[]
  /** Cities opened before, the latest first. */
  cities: CityRef[]
  /** The collection open now. */
  open: Overview | null
}

/** Making, opening and watching a collection. */
export interface CollectionsApi {
  about(args: Record<string, never>): Promise<About>
  /** Opens the sample county, or the half year of one with offices and projects; made when first asked for. */
  openSample(args: { which?: 'half-year' | undefined }): Promise<Overview>
  planCollection(args: { files: GrantedFile[] }): Promise<CollectionPlan>
  /** Makes the collection and starts reading its returns; the job can be watched. */
  createCollection(args: {
    files: GrantedFile[]
    title: string
    county: string
    schoolYear: string
    /** Absent: as collection.yaml says it. */
    period?: string
    referenceDate: string
    dueDate: string
  }): Promise<{ overview: Overview; job: number | null }>
  openCollection(args: { grant: Grant }): Promise<Overview>
  /** Saves what is whole of a damaged collection into a new one beside the others, and says what was lost. */
  repairCollection(args: { grant: Grant }): Promise<{ made: CollectionRef; found: Wholeness }>
  /** Opens the open collection again: in its newest state, and for writing where that is possible by now. */
  reopenCollection(args: Record<string, never>): Promise<Overview>
  /**
   * Makes next year's collection from the open one and goes into it: forms, register, rules,
   * indicators, summary, and this year's adopted figures as last year's. Error no-next-year.
   */
  nextYear(args: Record<string, never>): Promise<Overview>
  /**
   * Moves a collection that nobody has open into the folder 已删除 beside it, which is given for
   * display; nothing is erased. Errors collection-in-use, cannot-write.
   */
  discardCollection(args: { grant: Grant }): Promise<{ folder: string }>
  closeCollection(args: Record<string, never>): Promise<null>
  /** Writes a whole copy of the open collection, for the interface to save. */
  copyCollection(args: Record<string, never>): Promise<{ job: number }>
  /** Says that what a copy made while in use may lack was checked. Errors reason-missing, nothing-to-check. */
  checkCopy(args: { reason: string }): Promise<Overview>
  overview(args: Record<string, never>): Promise<Overview>
  setPerson(args: { person: string }): Promise<Overview>
  job(args: { id: number }): Promise<JobState>
  cancelJob(args: { id: number }): Promise<JobState>
  /** Long poll: answers at once when something newer than `after` is there, else after `waitMs`. */
  events(args: { after: number; waitMs: number }): Promise<{ last: number; events: HostEvent[] }>
}
