import type { Reason } from './model.ts'

/** The forms tried against files as they came: of how many each was found as it should be, and why not. */
export interface FormsTrial {
  /** Files that were read as returns. */
  files: number
  forms: FormTrial[]
  /** Files that are no return of these forms, with what was found. */
  others: { path: string; reasons: Reason[] }[]
}

export interface FormTrial {
  form: string
  /** Of `of` files that ought to hold the form so many hold it as it was learned, nothing left to ask. */
  matched: number
  of: number
  /** The others; without a reason the form is not in the file at all. */
  unlike: { path: string; reasons: Reason[] }[]
}
