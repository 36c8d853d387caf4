import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { npm } from './npm.ts'
import { root } from './root.ts'
import { TARGET_NAMES } from './targets.ts'
import type { Target } from './targets.ts'

/** Node for a target, and the licences it comes under. */
export interface Runtime {
  version: string
  program: Uint8Array
  licence: Uint8Array
}

/**
 * The pinned Node for a target: the installed package, else the one of the registry, which must be
 * what package-lock.json says, byte for byte.
 *
 * @throws Error when it can neither be found nor fetched, or is another than locked
 */
export function runtimeFor(target: Target): Runtime {
  const { package: name, program } = target.runtime
  const { version, integrity } = locked(name)
  const folder = join(root, 'node_modules', name)
  const there = existsSync(join(folder, program))
  const files = there
    ? contents(folder, program)
    : fetched(`${name}@${version}`, integrity, program)
  return { version, ...files }
}

function locked(name: string): { version: string; integrity: string } {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; integrity?: string } | undefined>
  }
  const { version, integrity } = lock.packages[`node_modules/${name}`] ?? {}
  if (version === undefined || integrity === undefined) throw new Error(`${name} is not locked`)
  return { version, integrity }
}

function fetched(spec: string, integrity: string, program: string): Omit<Runtime, 'version'> {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-runtime-'))
  try {
    const [pack] = JSON.parse(npm(['pack', spec, '--json', '--pack-destination', folder])) as {
      filename: string
    }[]
    const archive = join(folder, pack?.filename ?? '')
    const [method = '', digest = ''] = integrity.split('-', 2)
    if (createHash(method).update(readFileSync(archive)).digest('base64') !== digest) {
      throw new Error(`${spec} is not what package-lock.json says`)
    }
    const { status, stderr } = spawnSync('tar', ['-xzf', archive, '-C', folder])
    if (status !== 0) throw new Error(`${spec} cannot be unpacked: ${String(stderr)}`)
    return contents(join(folder, 'package'), program)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function contents(folder: string, program: string): Omit<Runtime, 'version'> {
  return {
    program: readFileSync(join(folder, program)),
    licence: readFileSync(licenceIn(folder)),
  }
}

/** The package for Windows brings no licence; that of the same version for another system is the same text. */
function licenceIn(folder: string): string {
  const others = TARGET_NAMES.map((name) => join(root, 'node_modules', `node-${name}`))
  const found = [folder, ...others]
    .map((one) => join(one, 'LICENSE'))
    .find((path) => existsSync(path))
  if (found === undefined) throw new Error("Node's licence is not here")
  return found
}
