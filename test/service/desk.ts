import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createService } from '../../src/core/service/service.ts'
import type { Service } from '../../src/core/service/service.ts'
import { places } from '../../src/main/places.ts'
import { createPorts } from '../../src/main/ports.ts'
import type { HostPorts } from '../../src/main/ports.ts'
import type { JobState } from '../../src/shared/jobs.ts'
import type { GrantedFile } from '../../src/shared/grants.ts'
import { writeFiles } from '../support/write-files.ts'

/** The real service over the real machine, with a data folder of its own. */
export interface TestDesk {
  service: Service
  ports: HostPorts
  folder: string
  /** Puts files on disk and grants them, as a drop on the window does. */
  give(files: Iterable<readonly [string, Uint8Array]>): Promise<GrantedFile[]>
  /** Makes a collection of a county's files and waits until its returns are read. */
  open(files: Map<string, Uint8Array>): Promise<void>
  finish(job: number | null): Promise<JobState | null>
  close(): Promise<void>
}

export function desk(): TestDesk {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-desk-'))
  const ports = createPorts({ host: 'memory', ...places(), dataFolder: join(folder, 'data') })
  const service = createService(ports)
  let drops = 0

  async function finish(job: number | null): Promise<JobState | null> {
    if (job === null) return null
    for (let after = 0; ;) {
      const state = await service.job({ id: job })
      if (state.state === 'done') return state
      if (state.state !== 'running') throw new Error(JSON.stringify(state.error))
      after = (await service.events({ after, waitMs: 500 })).last
    }
  }

  async function give(files: Iterable<readonly [string, Uint8Array]>): Promise<GrantedFile[]> {
    const root = join(folder, `drop-${String(++drops)}`)
    writeFiles(root, files)
    return ports.grants.give([{ at: root, path: '' }])
  }

  return {
    service,
    ports,
    folder,
    give,
    finish,
    async open(files) {
      const granted = await give(files)
      const plan = await service.planCollection({ files: granted })
      const { job } = await service.createCollection({
        files: granted,
        title: plan.title || '测试县',
        county: plan.county,
        schoolYear: plan.schoolYear,
        referenceDate: plan.referenceDate,
        dueDate: plan.dueDate,
      })
      await finish(job)
    },
    async close() {
      service.close()
      await ports.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
