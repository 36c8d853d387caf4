/** A system that the portable folder is made for. */
export interface Target {
  name: TargetName
  /** The package of the npm registry that Node comes in, and its program in there. */
  runtime: { package: string; program: string }
}

export const TARGET_NAMES = ['win-x64', 'linux-x64', 'linux-arm64'] as const
export type TargetName = (typeof TARGET_NAMES)[number]

/** The target of that name; null for any other. */
export function targetNamed(name: string): Target | null {
  const known = TARGET_NAMES.find((one) => one === name)
  if (known === undefined) return null
  const program = known.startsWith('win') ? 'bin/node.exe' : 'bin/node'
  return { name: known, runtime: { package: `node-${known}`, program } }
}

/** The target that is most like this machine. */
export function ownTarget(): TargetName {
  if (process.platform === 'win32') return 'win-x64'
  return process.arch === 'arm64' ? 'linux-arm64' : 'linux-x64'
}
