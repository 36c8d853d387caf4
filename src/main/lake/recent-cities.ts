import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { readSettings, writeSettings } from '../settings.ts'

/** Folders kept at most. */
const KEPT = 8

/** Folders of counties that were opened as a city and are still there, the latest first. */
export function recentCities(dataFolder: string): { folder: string; title: string }[] {
  return readSettings(dataFolder)
    .cities.filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true)
    .map((folder) => ({ folder, title: basename(folder) }))
}

/** Remembers a folder as the latest. Never throws: one that is not remembered is picked again. */
export function rememberCity(dataFolder: string, folder: string): void {
  const own = resolve(folder)
  const { cities } = readSettings(dataFolder)
  if (cities[0] === own) return
  try {
    const others = cities.filter((one) => one !== own)
    writeSettings(dataFolder, { cities: [own, ...others].slice(0, KEPT) })
  } catch {
    // The disk is full, or the folder cannot be written to.
  }
}
