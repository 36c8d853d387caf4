// Brings a checkout into working order: `node scripts/setup.mjs start|test|huishu|build`.
// Node's own modules only, as nothing else may be there yet; any Node from 20 on runs it.
// All it says goes to stderr: stdout belongs to the command that follows.
import { build } from './setup/build.mjs'
import { installPackages } from './setup/packages.mjs'
import { installForTests } from './setup/system.mjs'

const purpose = process.argv[2] ?? 'start'

if (!installPackages()) process.exit(1)
if (purpose === 'test') installForTests()
if (!build(purpose)) process.exit(1)
