// The tables of keys in docs/plan.md, from the JSON Schema of the plan.
import { planExamples } from './plan-examples.mjs'

/** What stands for the free names of a map that is described where it is used. Maps with a table of their own are absent. */
const freeNames = { services: '<name>', prices: '<model>' }

/** One section a kind of entry: its example, then a table of its keys. */
export function toKeyTables(schema) {
  const { tasks, agents, integration } = schema.properties
  return [
    ['## The plan', '', schema, planExamples.plan],
    ['## A task', 'Under `tasks:`, by its id.', tasks.additionalProperties, planExamples.task],
    ['## An agent', 'Under `agents:`, by its name.', agents.additionalProperties, planExamples.agent],
    ['## Integration', 'Under `integration:`.', integration, planExamples.integration],
  ]
    .map(([title, words, section, example]) =>
      [title, words, `\`\`\`yaml\n${example.trim()}\n\`\`\``, toTable(section)]
        .filter(part => part !== '')
        .join('\n\n'),
    )
    .join('\n\n')
}

function toTable(section) {
  const rows = toRows(section, '').map(cells => `| ${cells.map(toCell).join(' | ')} |`)
  return ['| key | value | default | what it is |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** A row a key; the keys of what it holds follow it, with its name in front. */
function toRows({ properties = {}, required = [] }, prefix) {
  return Object.entries(properties).flatMap(([key, value]) => {
    const name = `${prefix}${key}`
    const { fallback, words } = toDefault(value, required.includes(key))
    const inner = key === 'integration' ? [] : toInnerRows(value, name)
    return [[`\`${name}\``, toType(value), fallback, words], ...inner]
  })
}

/** The rows of every object that a value may be, each key once: `a.key`, `a.<name>.key` in a map, `a[].key` in a list. */
function toInnerRows(value, name) {
  const objects = listObjects(value, name)
  const isChoice = objects.filter(({ prefix }) => prefix === objects[0].prefix).length > 1
  const rows = objects.flatMap(({ shape, prefix }) =>
    toRows(isChoice ? { ...shape, required: [] } : shape, prefix),
  )
  return rows.filter(([key], index) => rows.findIndex(row => row[0] === key) === index)
}

/** A list of what may also stand alone is described by the latter. */
function listObjects(value, name) {
  if (value.anyOf) {
    const all = value.anyOf.flatMap(branch => listObjects(branch, name))
    const single = all.filter(({ prefix }) => !prefix.startsWith(`${name}[]`))
    return single.length > 0 ? single : all
  }
  if (value.properties) return [{ shape: value, prefix: `${name}.` }]
  if (value.items) return listObjects(value.items, `${name}[]`)
  const { additionalProperties: entry } = value
  return entry?.properties && freeNames[name] ? listObjects(entry, `${name}.${freeNames[name]}`) : []
}

function toType(value) {
  if (value.enum) return value.enum.map(word => `\`${word}\``).join(', ')
  if (value.const !== undefined) return `\`${value.const}\``
  if (value.anyOf) return [...new Set(value.anyOf.map(toType))].join(' or ')
  if (value.type === 'array') return `list of ${plural(toType(value.items ?? {}))}`
  if (value.type === 'object') return value.properties ? 'keys below' : 'map'
  return Array.isArray(value.type) ? value.type.join(' or ') : (value.type ?? 'any')
}

function plural(type) {
  return type.replace(/^[a-z]+(?= or |$)/, '$&s')
}

/** The default from the schema, or else from the sentence "Default: …" of the description. */
function toDefault({ default: value, description = '' }, isRequired) {
  const sentence = /(?:^|\s)Default: (.+?)\.(?=\s|$)/.exec(description)
  if (value === undefined && sentence) {
    const words = description.replace(sentence[0], '').trim()
    return { fallback: sentence[1], words }
  }
  const isEmpty = value === undefined || JSON.stringify(value) === '{}'
  const known = isEmpty ? '' : `\`${JSON.stringify(value)}\``
  return { fallback: isRequired ? 'required' : known, words: description }
}

export function toCell(text) {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim()
}
