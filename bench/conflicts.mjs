// Compares what the resolvers make of real conflicts with what people made of them.
// Usage: node bench/conflicts.mjs <folder> [--language .py,.rs] [--case name] [--write <folder>], after `npm run bundle` or
// `npx tsc -p tsconfig.build.json`. With --write, what was declined or resolved differently is written there for reading.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isEqual, readCases } from './conflicts/cases.mjs'
import { printTables } from './conflicts/tables.mjs'
import { writeCase } from './conflicts/write-cases.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { language: { type: 'string' }, case: { type: 'string' }, write: { type: 'string' } },
})
const library = new URL('../lib/conflicts/resolve-text.js', import.meta.url)
const notText = ['generated', 'cache', 'drivers', 'agent']

async function judge({ conflict, resolved }) {
  const { resolveText } = await import(library)
  const { resolverNames } = await import(new URL('../lib/model/resolver-names.js', import.meta.url))
  const resolvers = resolverNames.filter(name => !notText.includes(name))
  const answer = await resolveText(conflict, { resolvers })
  const verdict =
    answer.kind === 'declined' ? 'declined' : isEqual(answer.text, resolved) ? 'equal' : 'different'
  return { answer, verdict }
}

function isWanted(entry) {
  const languages = values.language?.split(',')
  return (languages?.includes(entry.language) ?? true) && (values.case ?? entry.case) === entry.case
}

const [folder] = positionals
if (folder === undefined || !existsSync(library)) {
  console.error(
    'build first, then name a folder of cases: npm run bundle && node bench/conflicts.mjs <folder>',
  )
  process.exitCode = 1
} else {
  const rows = []
  for (const entry of readCases(folder).filter(isWanted)) {
    const row = { ...entry, ...(await judge(entry)) }
    rows.push(row)
    if (values.write !== undefined && row.verdict !== 'equal') writeCase(values.write, row)
  }
  printTables(rows)
}
