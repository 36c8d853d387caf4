import { XmlWalk } from './xml.ts'

/** A line of a part's relationships (ECMA-376 Part 2, 9). */
export interface Relationship {
  id: string
  type: string
  /** As written: see partNamed. */
  target: string
  /** Whether it leads out of the package. */
  external: boolean
}

/** The relationships of a .rels part. Throws Unreadable damaged. */
export function relationshipsOf(xml: string): Relationship[] {
  const walk = new XmlWalk(xml)
  const found: Relationship[] = []
  while (walk.next()) {
    if (!walk.opens || walk.name !== 'Relationship') continue
    found.push({
      id: walk.attribute('Id') ?? '',
      type: walk.attribute('Type') ?? '',
      target: walk.attribute('Target') ?? '',
      external: walk.attribute('TargetMode') === 'External',
    })
  }
  return found
}

/** The last word of a relationship's type: "worksheet", "officeDocument". */
export function kindOf({ type }: Relationship): string {
  return type.slice(type.lastIndexOf('/') + 1)
}

/** The name of a part's relationships; of the package's for "". */
export function relationshipsPart(part: string): string {
  const at = part.lastIndexOf('/') + 1
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
}

/**
 * The name of the part that a relationship of `from` aims at ("" for the package): from the root with
 * a leading "/", else from the folder of `from`, with ".." steps; some programs write "\".
 */
export function partNamed(from: string, target: string): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1)
  const whole = target.startsWith('/') ? target : folder + target
  const steps: string[] = []
  for (const step of whole.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
