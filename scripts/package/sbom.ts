import { npm } from './npm.ts'
import type { Packed } from './packages.ts'
import { aboutProgram } from './root.ts'

interface Component {
  'bom-ref': string
  name: string
  version: string
  properties?: unknown
}

interface Bill {
  serialNumber?: string
  metadata: { timestamp?: string; component: { name: string } }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

/**
 * What the program is made of (CycloneDX): what npm says of package-lock.json, cut down to the
 * packages that went in, and the runtime. Says nothing of when and where it was made, so that two
 * builds of one state are the same.
 *
 * @param runtime name of Node's package for the target
 */
export function billOfMaterials(packages: readonly Packed[], runtime: string): string {
  const words = ['--sbom-format', 'cyclonedx', '--package-lock-only']
  const bill = JSON.parse(npm(['sbom', ...words])) as Bill
  // npm takes the checkout's folder for the name.
  bill.metadata.component.name = aboutProgram().name
  delete bill.serialNumber
  delete bill.metadata.timestamp
  const inside = new Set(packages.map(({ name, version }) => `${name}@${version}`))
  const isInside = ({ name, version }: Component): boolean =>
    name === runtime || inside.has(`${name}@${version}`)
  const kept = bill.components.filter(isInside)
  const refs = new Set(kept.map((one) => one['bom-ref']))
  bill.components = kept
  bill.dependencies = bill.dependencies.flatMap(({ ref, dependsOn }) =>
    refs.has(ref) ? [{ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }] : [],
  )
  return `${JSON.stringify(bill, null, 2)}\n`
}
