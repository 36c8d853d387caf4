const MB = 2 ** 20

/**
 * What the readers put up with, in one place (docs/limits.md tells users). Together they keep the
 * whole program below 700 MB and every return's verdict within 10 seconds of work, whatever its bytes;
 * real returns stay below a tenth of each.
 */
export const LIMITS = Object.freeze({
  /** Most bytes of a file; larger ones are not even looked into. */
  fileBytes: 64 * MB,
  /** Most bytes of one part of a zip, and of all its parts, when inflated. */
  partBytes: 64 * MB,
  totalBytes: 256 * MB,
  /** A part of more than a mebibyte that inflates by more than this is a bomb; real sheets reach 40. */
  ratio: 500,
  /** Most parts of a zip. */
  parts: 10_000,
  /** Most cells with content in a workbook; last year's figures of 1,000 schools are 3 million. */
  cells: 4_000_000,
  /** Most merged ranges in a workbook; forms have some hundreds. */
  merges: 200_000,
  /** Most characters of shared formulas written out for each of their cells. */
  formulaCharacters: 16 * MB,
  /** Rows and columns of a sheet, as Excel has them since 2007. */
  rows: 1_048_576,
  columns: 16_384,
  /** Most time of work for one return; starting a thread and waiting for the processor come on top. */
  milliseconds: 9_000,
  /** Most memory of a reading thread, buffers included: beside others, and for a file read alone. */
  lightMegabytes: 100,
  heavyMegabytes: 220,
  /** A thread that took more for a file is replaced: V8 keeps what it once had. */
  keptMegabytes: 64,
  /** The same for a heavy file that the county itself puts in: last year's figures of many schools. */
  ownMegabytes: 1_400,
  ownMilliseconds: 30_000,
  /** A file that unpacks to more than this is heavy: read alone, in a thread of its own. */
  heavyBytes: 8 * MB,
})
