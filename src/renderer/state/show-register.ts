import type { Desk } from './desk.ts'
import { newRegisterScreen } from './register-screen.ts'
import type { RegisterScreen } from './register-screen.ts'

/** Opens 名册 at a school, or with one that is to be added; what was being done there is left. */
export function showRegister({ store }: Desk, part: Partial<RegisterScreen> = {}): void {
  const register = { ...newRegisterScreen(), ...part }
  store.set({ step: 'setup', setupTab: 'register', layer: null, register })
}

/** Asks for a new register and shows it beside the one in force; nothing is changed by that. */
export async function offerRegister(desk: Desk): Promise<void> {
  const [file] = await desk.host.pick({ kind: 'files', accept: ['xlsx', 'xls', 'xlsb', 'ods'] })
  if (file !== undefined) showRegister(desk, { offered: file })
}
