/** A folder that results are written into; only the host knows where it is. */
export interface OutputFolder {
  /** Makes the folder where it is not there yet. Throws CallError cannot-write. */
  make(): Promise<void>
  /** Where something of this name goes; characters that a system refuses are replaced. */
  path(name: string): string
  has(name: string): Promise<boolean>
  /** Takes away a collection file with what its store keeps beside it. */
  removeCollection(name: string): Promise<void>
  /** Writes a text whole or not at all. Throws CallError cannot-write, cancelled. */
  write(name: string, pieces: Iterable<string>, signal: { cancelled: boolean }): Promise<void>
}
