/** The finished summary, paragraph by paragraph; level 0 is its title, 1 to 3 headings, null plain text. */
export interface SummaryDocument {
  title: string
  paragraphs: {
    level: 0 | 1 | 2 | 3 | null
    runs: { text: string; bold: boolean; bookmark: string | null }[]
  }[]
}

/** What a comment in a document says, of which stretch of its plain text (code points). */
export interface Remark {
  start: number
  end: number
  text: string
}
