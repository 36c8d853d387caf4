import { parentPort, workerData } from 'node:worker_threads'
import { finishBackup } from './backup-finish.ts'
import type { BackupOrder } from './backup-finish.ts'

/** The thread that reads a new backup through, so that nobody waits for it. */
parentPort?.postMessage(finishBackup(workerData as BackupOrder))
