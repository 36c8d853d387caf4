import type { GrantedFile } from '../../shared/grants.ts'

/** What 名册 shows and what is being done there. */
export interface RegisterScreen {
  /** Id of the school looked at. */
  picked: string | null
  text: string
  which: RegisterWhich
  /** A school that is being added, with what is known of it. */
  adding: { code: string; name: string } | null
  /** A new register that is held against the one in force. */
  offered: GrantedFile | null
}

/** Which schools the list shows. */
export type RegisterWhich = 'all' | 'active' | 'closed' | 'merged' | 'noted'

export function newRegisterScreen(): RegisterScreen {
  return { picked: null, text: '', which: 'all', adding: null, offered: null }
}
