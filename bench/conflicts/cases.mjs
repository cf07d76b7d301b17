// Reads a folder of real conflicts: a line for each in cases.jsonl ({ case, path, merge, repository }), and for each case a folder with the
// versions base, ours, theirs and resolved.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export function readCases(folder) {
  const index = join(folder, 'cases.jsonl')
  if (!existsSync(index)) throw new Error(`there is no cases.jsonl in ${folder}`)
  return readFileSync(index, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => readCase(folder, JSON.parse(line)))
}

function readCase(folder, entry) {
  const files = readdirSync(join(folder, entry.case))
  const read = version => {
    const name = files.find(file => file === version || file.startsWith(`${version}.`))
    return name === undefined ? undefined : readFileSync(join(folder, entry.case, name), 'utf8')
  }
  return {
    ...entry,
    language: extname(entry.path) || entry.path.split('/').at(-1),
    conflict: { path: entry.path, base: read('base'), ours: read('ours'), theirs: read('theirs') },
    resolved: read('resolved'),
  }
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
