// Compares what the resolvers make of real conflicts with what people made of them.
// Usage: node bench/conflicts.mjs <folder> (after `npm run bundle`). The folder has a line for each case in cases.jsonl ({ case, path }), and for
// each case a folder with the versions base, ours, theirs and resolved.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = process.argv[2]
const library = new URL('../lib/conflicts/', import.meta.url)

export const textResolvers = ['lines', 'keys', 'imports', 'additions', 'structure']

export function readCases(folder) {
  const lines = readFileSync(join(folder, 'cases.jsonl'), 'utf8').split('\n')
  return lines
    .filter(line => line.trim() !== '')
    .map(line => {
      const entry = JSON.parse(line)
      const files = readdirSync(join(folder, entry.case))
      const read = version => {
        const name = files.find(file => file === version || file.startsWith(`${version}.`))
        return name === undefined ? undefined : readFileSync(join(folder, entry.case, name), 'utf8')
      }
      return {
        ...entry,
        conflict: { path: entry.path, base: read('base'), ours: read('ours'), theirs: read('theirs') },
        resolved: read('resolved'),
      }
    })
}

/** Whether two texts differ only in white space, in commas at the ends of lines and in the order of lines. */
export function isEqual(text, other) {
  const normalize = value =>
    value
      .split('\n')
      .map(line => line.replace(/\s+/g, ' ').trim().replace(/,$/, ''))
      .filter(line => line !== '')
      .sort()
      .join('\n')
  return normalize(text) === normalize(other ?? '')
}

export async function judge({ conflict, resolved }) {
  const { resolveText } = await import(new URL('resolve-text.js', library))
  const answer = await resolveText(conflict, { resolvers: textResolvers })
  const verdict =
    answer.kind === 'declined' ? 'declined' : isEqual(answer.text, resolved) ? 'equal' : 'different'
  return { answer, verdict }
}

function toLanguage(path) {
  return extname(path) || path.split('/').at(-1)
}

function printTable(title, rows) {
  const count = (list, verdict) => list.filter(row => row.verdict === verdict).length
  console.log(`| ${title} | files | resolved | equal | different | declined |`)
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
  for (const [name, list] of rows) {
    const declined = count(list, 'declined')
    const cells = [
      list.length,
      list.length - declined,
      count(list, 'equal'),
      count(list, 'different'),
      declined,
    ]
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
  console.log()
}

function groupBy(rows, key) {
  const groups = new Map()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return [...groups].sort((a, b) => b[1].length - a[1].length)
}

async function main() {
  if (folder === undefined || !existsSync(join(folder, 'cases.jsonl')))
    throw new Error('name a folder with cases.jsonl: node bench/conflicts.mjs <folder>')
  if (!existsSync(new URL('resolve-text.js', library))) throw new Error('run `npm run bundle` first')
  const rows = []
  for (const entry of readCases(folder)) rows.push({ ...entry, ...(await judge(entry)) })
  printTable('', [['all', rows]])
  printTable(
    'language',
    groupBy(rows, row => toLanguage(row.path)),
  )
  printTable(
    'tier',
    groupBy(
      rows.filter(row => row.answer.kind === 'resolved'),
      row => row.answer.tier,
    ),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main().catch(error => {
    console.error(error.message)
    process.exitCode = 1
  })
}
