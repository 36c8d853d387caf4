import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ports } from '../core/ports.ts'
import { createGrants, type HostGrants } from './grants.ts'
import { createLog } from './log/log.ts'
import { places, shippedScreening } from './places.ts'
import { dropHalfMadeIn } from './files/durable.ts'
import { closeOwnTemp, dropLeftBehind } from './files/own-temp.ts'
import { createBackups } from './store/backups.ts'
import { lake } from './lake/lake.ts'
import { rememberCity } from './lake/recent-cities.ts'
import { collectionFiles } from './store/look.ts'
import { createReader } from './workbook/reader.ts'
import { createWriter } from './writer.ts'

/** The core's ports on this machine, with the host's side of the grants. */
export interface HostPorts extends Ports {
  grants: HostGrants
  /** Ends the reading threads and removes this session's temporary files. */
  close(): Promise<void>
}

/**
 * The real parts put together, for every host.
 *
 * @param place dataFolder: where collections are kept; sampleFolder: the shipped sample county; ruleLibrary:
 * the file of shipped rules, where there is one; show: opens a folder on the screen, where the host can
 */
export function createPorts(place: {
  host: 'electron' | 'web' | 'memory'
  version: string
  dataFolder: string
  sampleFolder: string
  ruleLibrary?: string
  show?: (folder: string) => Promise<boolean>
}): HostPorts {
  dropLeftBehind()
  dropHalfMadeIn(place.dataFolder, '.huishu')
  const grants = createGrants(place)
  const backups = createBackups(place.dataFolder)
  const log = createLog(place)
  const reader = createReader(undefined, undefined, log)
  const ports: HostPorts = {
    clock: {
      now: () => `${new Date().toISOString().slice(0, 19)}Z`,
      seconds: () => performance.now() / 1000,
      // Work that only lets others have their turn goes on; waiting for something keeps no program alive.
      wait: (ms) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, ms)
          if (ms > 0) timer.unref()
        }),
    },
    indicatorLibrary: () => readFileSync(join(places().libraryFolder, 'indicators.yaml'), 'utf8'),
    listLibrary: () => readFileSync(join(places().libraryFolder, 'lists.yaml'), 'utf8'),
    stores: collectionFiles,
    backups,
    reader,
    writer: createWriter(reader),
    lake,
    counties: {
      async open(files, options) {
        const { openCounties } = await import('./lake/open-city.ts')
        const { folder, copies } = grants.folderOf(files)
        const opened = await openCounties(ports, folder, { ...options, copies })
        if (!copies) rememberCity(place.dataFolder, folder)
        return opened
      },
      recent: () => grants.recentCities(),
      files: (grant) => grants.cityFiles(grant),
    },
    grants,
    log,
    about: { version: place.version, host: place.host },
    screening: shippedScreening(),
    shippedRules: () =>
      place.ruleLibrary === undefined ? '' : readFileSync(place.ruleLibrary, 'utf8'),
    digest(text) {
      const hash = createHash('sha256')
      for (const part of typeof text === 'string' ? [text] : text) hash.update(part)
      return hash.digest('hex')
    },
    async close() {
      await backups.close()
      await reader.close()
      grants.close()
      closeOwnTemp()
    },
  }
  return ports
}
