import type { XmlWalk } from './xml.ts'

/** Prefixes that Excel itself gives to what it has learnt since 2010. */
const UNDERSTOOD = /^(?:x\d\w*|xr\d*|xm|a14|x14ac)$/u

/**
 * Which branch of an `mc:AlternateContent` is the sheet's content: the first `Choice` whose
 * requirements Excel meets, else the `Fallback` (ECMA-376 Part 3, 7.5). Both would say a cell twice.
 */
export class Choices {
  private chosen = false

  /** Whether the element on whose opening tag `walk` stands is a branch that is not taken. */
  passesOver(walk: XmlWalk): boolean {
    if (walk.name === 'AlternateContent') this.chosen = false
    if (walk.name !== 'Choice' && walk.name !== 'Fallback') return false
    const needs = (walk.attribute('Requires') ?? '').split(/\s+/u).filter((word) => word !== '')
    const taken = walk.name === 'Fallback' || needs.every((word) => UNDERSTOOD.test(word))
    if (this.chosen || !taken) return true
    this.chosen = true
    return false
  }
}

/** Moves from an element's opening tag to its end. */
export function skipElement(walk: XmlWalk): void {
  for (let depth = walk.closes ? 0 : 1; depth > 0 && walk.next();) {
    depth += (walk.opens ? 1 : 0) - (walk.closes ? 1 : 0)
  }
}
