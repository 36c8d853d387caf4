import { bornIn, checkDigit, identityFault, sexIn } from '../lists/identity-number.ts'
import type { Mark } from './marks.ts'

/**
 * What stands for persons when their data are removed. The same person has the same stand-in, and one
 * of an identity number keeps the day of birth and the sex: so every figure that is counted from a list
 * stays what it was. Nothing leads back from a stand-in; numbers begin with 0, which no region does.
 */
export class StandIns {
  private readonly identities = new Map<string, string>()
  private readonly names = new Map<string, string>()

  /** Of an identity number, whether it is a right one or not. */
  identity(text: string): string {
    const number = text.toUpperCase()
    const known = this.identities.get(number)
    if (known !== undefined) return known
    const made = this.newIdentity(number)
    this.identities.set(number, made)
    return made
  }

  name(text: string): string {
    const known = this.names.get(text)
    if (known !== undefined) return known
    const made = `某${String(this.names.size + 1).padStart(4, '0')}`
    this.names.set(text, made)
    return made
  }

  telephone(text: string): string {
    return text.replaceAll(/\d/gu, '*')
  }

  of({ kind, text }: Pick<Mark, 'kind' | 'text'>): string {
    if (kind === 'identity') return this.identity(text)
    return kind === 'name' ? this.name(text) : this.telephone(text)
  }

  private newIdentity(number: string): string {
    const long = number.length === 18
    const born = bornIn(number)
    // What is no identity number tells no age and no sex; only its places are kept.
    if (born === null) return '*'.repeat(number.length)
    const count = this.identities.size
    const region = `0${String(count % 100_000).padStart(5, '0')}`
    const order = String(Math.floor(count / 100_000) % 100).padStart(2, '0')
    const sex = sexIn(number) === '男' ? '1' : '2'
    const day = born.replaceAll('-', '')
    if (!long) return region + day.slice(2) + order + sex
    const body = region + day + order + sex
    const check = checkDigit(body)
    // A wrong check digit was found and stays one.
    const wrong = identityFault(number) === 'check'
    return body + (wrong ? String((Number(check === 'X' ? 0 : check) + 1) % 10) : check)
  }
}
