import { createContext } from 'react'

/** The page's style nonce, for components that make style elements themselves. */
export const NonceContext = createContext('')
