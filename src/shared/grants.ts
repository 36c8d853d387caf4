/** An opaque handle on a file; the interface never holds a path. */
export type Grant = string

/** A granted file with its place below the folder it was dropped or picked with ("returns/a.xlsx"). */
export interface GrantedFile {
  grant: Grant
  path: string
}
