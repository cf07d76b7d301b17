// Writes what the documents take from definitions between its markers: keys of the plan (schema/plan.json), commands (--help), ready plans, known agents.
// Needs lib/ (npm run build). With --check: only fails when a page is not up to date.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { toCell, toKeyTables } from './key-tables.mjs'

/** Which packages of the trials are which agent. */
const trials = {
  claude: { cli: '@anthropic-ai/claude-code', acp: '@agentclientprotocol/claude-agent-acp' },
  codex: { cli: '@openai/codex', acp: '@agentclientprotocol/codex-acp' },
  gemini: { cli: '@google/gemini-cli' },
  opencode: { cli: 'opencode-ai', acp: 'opencode-ai' },
  qwen: { cli: '@qwen-code/qwen-code' },
  pi: { cli: '@earendil-works/pi-coding-agent' },
  copilot: { cli: '@github/copilot' },
}

const isCheck = process.argv.includes('--check')
const { planPatterns } = await import('../lib/plan/patterns/patterns.js')
const { agentTable } = await import('../lib/model/agents/agent-table.js')
const schema = JSON.parse(readFileSync('schema/plan.json', 'utf8'))

put('docs/plan.md', 'keys', toKeyTables(schema))
put('docs/commands.md', 'commands', toCommands())
put('docs/patterns.md', 'patterns', toPatterns())
put('docs/agents.md', 'agents', toAgents())
put('README.md', 'seen-agents', toSeenAgents())

function put(page, name, content) {
  const before = readFileSync(page, 'utf8')
  const between = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`)
  const after = before.replace(between, (_, begin, end) => `${begin}\n${content}\n\n${end}`)
  if (after === before) return
  if (!isCheck) return writeFileSync(page, after)
  console.error(`${page} is not up to date: node scripts/write-docs.mjs`)
  process.exitCode = 1
}

function toCommands() {
  const help = (...words) => {
    const env = { ...process.env, NO_COLOR: '1', COLUMNS: '100' }
    return execFileSync(process.execPath, ['lib/cli/index.js', ...words, '--help'], {
      encoding: 'utf8',
      env,
    }).trim()
  }
  const names = [...help().matchAll(/^ {2}([a-z]+)(?: \[| <|\s{2,})/gm)].map(match => match[1])
  const commands = names.filter((name, index) => name !== 'help' && names.indexOf(name) === index)
  return commands.map(name => `## ${name}\n\n\`\`\`\n${help(name)}\n\`\`\``).join('\n\n')
}

function toPatterns() {
  return Object.entries(planPatterns)
    .map(([name, { use, text }]) => `## ${name}\n\nFor ${use}.\n\n\`\`\`yaml\n${text.trimEnd()}\n\`\`\``)
    .join('\n\n')
}

function toAgents() {
  const heads = [
    'agent',
    'command line, tested with',
    'ACP server, tested with',
    'tested against a scripted model',
    'default `via`',
    '`mode`',
    'supported settings',
  ]
  const rows = Object.entries(agentTable).map(([name, entry]) => toAgentRow(name, entry))
  return [heads, heads.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(toCell).join(' | ')} |`)
    .join('\n')
}

/** The agents by how they were seen at work, for the README. */
function toSeenAgents() {
  const rows = new Map()
  for (const name of Object.keys(agentTable)) {
    const { cli, acp } = readTrials(name)
    const ways = [
      ...(cli === undefined ? [] : ['command line']),
      ...(acp === undefined ? [] : ['ACP session']),
    ]
    const how = ways.join(' and ') || 'not yet: as documented'
    rows.set(how, [...(rows.get(how) ?? []), [`\`${name}\``, cli].join(' ').trim()])
  }
  const heads = ['[agents](docs/agents.md)', 'seen at work with a scripted model (`npm run test:agents`)']
  return [heads, heads.map(() => '---'), ...[...rows].map(([how, names]) => [names.join(', '), how])]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function toTrials(name) {
  const { cli, acp } = readTrials(name)
  return [
    ...(cli === undefined ? [] : [`command line ${cli}`]),
    ...(acp === undefined ? [] : [`ACP ${acp}`]),
  ].join(', ')
}

/** The versions that the trials with real agents and a scripted model are pinned to. */
function readTrials(name) {
  const { dependencies } = JSON.parse(readFileSync('__tests__/agents/package.json', 'utf8'))
  const { cli, acp } = trials[name] ?? {}
  return { cli: dependencies[cli], acp: dependencies[acp] }
}

function toAgentRow(name, { tried = 'not tested', cli, acp }) {
  const ways = cli === undefined ? [acp] : [cli, acp]
  const keeps = (setting, word) => (ways.some(way => way[setting]) ? [word] : [])
  return [
    `\`${name}\``,
    cli === undefined ? '' : tried,
    `\`${acp.command.join(' ')}\` ${acp.tried ?? 'not tested'}`,
    toTrials(name),
    acp.isDefault ? '`acp`' : '`cli`',
    [...new Set(ways.flatMap(way => way.modes))].map(mode => `\`${mode}\``).join(', '),
    [
      ...keeps('hasMaxTurns', '`max-turns`'),
      ...keeps('hasEffort', '`effort`'),
      ...keeps('canIgnoreUserConfig', '`user-config: false`'),
    ].join(', '),
  ]
}
