import { launch } from './launch/launch.ts'

// The program of a portable folder, as its icon starts it: the interface in a browser's window.
await launch(process.argv.slice(2)).then(
  () => process.exit(0),
  () => process.exit(1),
)
