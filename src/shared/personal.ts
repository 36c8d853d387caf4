/** How much there is in one file that tells who a person is. */
export interface PersonalRow {
  /** Received file; null for what is kept beside the returns. */
  file: number | null
  /** Its path or name. */
  path: string
  identities: number
  names: number
  telephones: number
  /** The first of them, masked, with sheet and cell. */
  samples: { sheet: string; cell: string; text: string }[]
}

/** Identity numbers, names and telephone numbers in the open collection. */
export interface PersonalView {
  /** Received files with something in them. */
  rows: PersonalRow[]
  /** The same of what stays: the county's own register, lists and drafts beside the returns, and the ledger. */
  kept: PersonalRow[]
  /** Received files that cannot be opened, and were not looked into. */
  unread: string[]
  /** Received files whose bytes were removed before. */
  removed: number
  /** Backups that hold the collection as it is, or was. */
  backups: number
}

/** 个人信息: found, and removed for good. */
export interface PersonalApi {
  personal(args: Record<string, never>): Promise<PersonalView>
  /**
   * Removes them for good: what was read holds stand-ins, the bytes of the files that held them are
   * gone, and so are earlier backups. Figures stay. Rejects with reason-missing, nothing-changed,
   * personal-needed (a figure would not be what it is), read-only.
   */
  removePersonal(args: { reason: string }): Promise<PersonalView>
}
