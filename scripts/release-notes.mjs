// Prints what CHANGELOG.md says of a version: node scripts/release-notes.mjs 0.2.0
// Fails unless the heading is exactly "## <version> - <year>-<month>-<day>": then it is not released, or another version.
import { readFileSync } from 'node:fs'

const version = process.argv[2] ?? ''
const lines = readFileSync('CHANGELOG.md', 'utf8').split('\n')
const begin = lines.findIndex(
  line =>
    line.startsWith(`## ${version} - `) && /^\d{4}-\d{2}-\d{2}$/.test(line.slice(`## ${version} - `.length)),
)
const end = lines.findIndex((line, index) => index > begin && line.startsWith('## '))
const notes = lines
  .slice(begin + 1, end === -1 ? undefined : end)
  .join('\n')
  .trim()

if (begin === -1 || notes === '') {
  console.error(
    `CHANGELOG.md has no entry for ${version}: it needs the heading "## ${version} - ${new Date().toISOString().slice(0, 10)}" with the date of the release, and text below it`,
  )
  process.exitCode = 1
} else console.log(notes)
