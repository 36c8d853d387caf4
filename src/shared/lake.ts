/** Where a county's figures belong in the columnar export; what the collection does not say by itself. */
export interface LakeSaid {
  province: string
  city: string
  /** "" for the county that the collection names. */
  county: string
}

/** 列式数据 (Parquet): what roll-ups of a city or province read (docs/lake.md). */
export interface LakeApi {
  /**
   * Writes the collection's partition into a zip, below `year=/province=/city=/county=`. The job fails
   * with engine-missing where the engine is no part of this program.
   *
   * @throws CallError place-missing, bad-period
   */
  exportLake(args: LakeSaid): Promise<{ job: number }>
}
