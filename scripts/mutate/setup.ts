import { expect } from 'vitest'

/** Places that are reached tell which test file it was for (reach.ts), in what it starts too. */
process.env['HUISHU_MUTATE_TEST'] = expect.getState().testPath ?? ''
Reflect.set(globalThis, '__told', new Set<number>())
