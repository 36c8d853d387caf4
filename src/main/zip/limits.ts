const MB = 2 ** 20

/**
 * What is put up with in the zips of one intake, all of them together (docs/limits.md tells
 * users). Real intakes stay far below.
 */
export const ZIP_LIMITS = Object.freeze({
  /** Most bytes of a zip: they stay on the disk. */
  zipBytes: 2_048 * MB,
  /** A zip inside a zip is opened (parcels of parcels happen), one inside that is not. */
  depth: 2,
  members: 20_000,
  /** Unpacked bytes of one member: as large as a file may be. */
  memberBytes: 64 * MB,
  /** Unpacked bytes of all members, as their directories claim. */
  totalBytes: 2_048 * MB,
  /** Bytes of zips inside zips, which are kept in memory. */
  nestedBytes: 128 * MB,
  /** Unpacked to packed, for members above a megabyte. Workbooks reach some 30. */
  ratio: 300,
  /** Time for one look into a zip, or for one member. */
  milliseconds: 10_000,
  /** Time until all directories are read; zips whose turn comes later are not opened. */
  listingMilliseconds: 60_000,
})
