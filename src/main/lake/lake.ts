import type { Lake } from '../../core/model/lake/lake-port.ts'

/** The columnar export on this machine; the engine is loaded with the first partition. */
export const lake: Lake = {
  async write(...given) {
    const { writePartition } = await import('./write-partition.ts')
    return writePartition(...given)
  },
  async pack(partition, target, options) {
    const { writePartition } = await import('./write-partition.ts')
    const { writePacked } = await import('../files/packed.ts')
    await writePacked(async (folder) => {
      await writePartition(partition, folder.path('lake'), options)
    }, target)
  },
}
