// Writes the tables of inputs and outputs of action.yml between their markers in docs/action.md and README.md, where they have any.
// With --check: only fails when they are not up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { load } from 'js-yaml'

const action = load(readFileSync('action.yml', 'utf8'))
const tables = {
  inputs: toTable(['input', 'default', 'what it is'], Object.entries(action.inputs).map(toInputCells)),
  outputs: toTable(['output', 'what it is'], Object.entries(action.outputs).map(toOutputCells)),
}
const isCheck = process.argv.includes('--check')

for (const page of ['docs/action.md', 'README.md'].filter(existsSync)) {
  const before = readFileSync(page, 'utf8')
  const after = Object.entries(tables).reduce(putBetweenMarkers, before)
  if (after === before) continue
  if (!isCheck) writeFileSync(page, after)
  else {
    console.error(`${page} does not say what action.yml says: node scripts/write-action-docs.mjs`)
    process.exitCode = 1
  }
}

function putBetweenMarkers(text, [name, table]) {
  const between = new RegExp(`(<!-- ${name} of action\\.yml -->\\n)[\\s\\S]*?(<!-- end -->)`, 'g')
  return text.replace(between, (_, begin, end) => `${begin}\n${table}\n\n${end}`)
}

function toInputCells([name, { default: value, description }]) {
  return [`\`${name}\``, value === undefined ? '' : `\`${value}\``, description]
}

function toOutputCells([name, { description }]) {
  return [`\`${name}\``, description]
}

function toTable(head, rows) {
  return [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(toCell).join(' | ')} |`)
    .join('\n')
}

function toCell(text) {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim()
}
