import { z } from 'zod'

// The page's policy forbids making code from text. zod tries whether it may as soon as a schema is
// made, which is a violation in itself; so this must run before any schema: it is imported first.
z.config({ jitless: true })
