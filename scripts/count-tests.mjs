// Prints "passed failed" from a report of vitest's JSON reporter. A test file that could not be
// loaded has no tests of its own: it counts as one failure.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const unloaded = report.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
)
process.stdout.write(`${report.numPassedTests} ${report.numFailedTests + unloaded.length}\n`)
