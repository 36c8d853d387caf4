/** Columns that stand left of the items in every school sheet, besides code and name (docs/contract.md §5). */
export const SHOWN_DIMENSIONS = ['乡镇', '办学类型', '举办者']
