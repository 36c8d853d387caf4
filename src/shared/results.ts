import type { Lang } from './words/say.ts'

/** 全部成果: everything that `compile` writes, in one zip. */
export interface ResultsApi {
  /**
   * Writes a copy of the collection, 汇总表.xlsx, values.csv, report.json, 年度总结.docx where there is a
   * summary, and 退回/ with the questions to each school that has open findings; nothing is entered in the
   * ledger. Identity numbers
   * in the workbook's lists are masked unless `identities` asks for them. The job's `left` names schools whose questions could not be put together.
   */
  exportResults(args: { lang: Lang; identities?: boolean }): Promise<{ job: number }>
  /** Writes an evidence pack (依据包): figures that a third person can verify without this program. */
  exportEvidence(args: { lang: Lang }): Promise<{ job: number }>
}
