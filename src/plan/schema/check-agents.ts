import { isKnownAgent, knownAgents, toAgentEntry } from '../../model/agents/known-agents.ts'
import type { AgentFeatures } from '../../model/agents/table/agent-entry.ts'
import type { AgentOutline, Outline } from '../graph/outline.ts'
import type { PlanPath, Problem } from '../yaml/problem.ts'
import { didYouMean } from './suggest.ts'

/** Finds undefined agents, settings of another kind of agent, and limits that a CLI does not support. */
export function checkAgents(outline: Outline): Problem[] {
  return [
    ...[...outline.agents].flatMap(([name, agent]) => [
      ...checkKind(name, agent),
      ...checkFeatures(name, agent),
      ...checkPrompts(name, agent),
      ...checkFallback(name, agent, outline),
    ]),
    ...checkAgentName(outline.agent, ['agent'], outline),
    ...checkAgentName(outline.integrationAgent, ['integration', 'agent'], outline),
    ...checkAgentName(outline.repairAgent, ['integration', 'repair', 'agent'], outline),
    ...checkAgentName(outline.compareAgent, ['integration', 'compare', 'agent'], outline),
    ...outline.integrationReviewers.flatMap(agent =>
      agent === '' ? [] : checkAgentName(agent, ['integration', 'review'], outline),
    ),
  ]
}

function checkKind(name: string, { use, acp, command, cliSettings, ...agent }: AgentOutline): Problem[] {
  const path = ['agents', name]
  const kinds = Object.entries({ use, acp, command }).flatMap(([key, value]) =>
    value === undefined ? [] : [`\`${key}\``],
  )
  if (kinds.length > 1)
    return [{ path, message: `agent \`${name}\` has both ${kinds.join(' and ')}: remove one of them` }]
  if (kinds.length === 0) {
    const message = `agent \`${name}\` needs \`use:\` (${knownAgents.join(', ')}), \`acp:\` or \`command:\``
    return [{ path, message }]
  }
  if (command === undefined) {
    const foreign = agent.commandSettings.map(key => ({
      path: [...path, key],
      message: `\`${key}\` is only for commands; the output of ${use ?? 'the protocol'} is known`,
    }))
    return acp === undefined ? foreign : [...foreign, ...checkSession(name, cliSettings)]
  }
  const foreign = cliSettings.map(key => ({
    path: [...path, key],
    message: `\`${key}\` belongs to a known CLI; agent \`${name}\` is a command, so write it into the command`,
  }))
  const text = agent.jsonSettings.map(key => ({
    path: [...path, key],
    message: `\`${key}\` is read from JSON: add \`output: jsonl\` to agent \`${name}\``,
  }))
  return [...foreign, ...text]
}

/** Settings that the protocol does not support. */
const notInSessions: Readonly<Record<string, string>> = {
  'max-turns':
    'cannot enforce `max-turns`: the protocol cannot limit turns; `timeout-minutes` and `budget` still apply',
  args: 'is started by its own command: write `args` into that',
  'user-config':
    'cannot enforce `user-config`: the agent itself decides what it reads; `HOME` in `env:` can name another home',
  via: 'always uses the protocol: remove `via`',
}

function checkSession(name: string, cliSettings: readonly string[]): Problem[] {
  return cliSettings.flatMap(key => {
    const reason = notInSessions[key]
    const message = `agent \`${name}\` ${reason}`
    return reason === undefined ? [] : [{ path: ['agents', name, key], message }]
  })
}

/** An unsupported limit is an error instead of being ignored: for the way the plan chooses, or for every way. */
function checkFeatures(name: string, agent: AgentOutline): Problem[] {
  const { use, via } = agent
  if (use === undefined || !isKnownAgent(use)) return []
  const { cli, acp } = toAgentEntry(use)
  const path = ['agents', name]
  if (via === 'cli' && cli === undefined)
    return [
      { path: [...path, 'via'], message: `${use} is only run by the Agent Client Protocol: remove \`via\`` },
    ]
  const ways = [...(via === 'acp' || cli === undefined ? [] : [cli]), ...(via === 'cli' ? [] : [acp])]
  const who = via === undefined || cli === undefined ? use : `${use} (\`via: ${via}\`)`
  return [...checkLimits(name, agent, who, ways), ...checkArgs(name, agent, cli !== undefined)]
}

/** A server of the protocol is started as its entry says: only a command line can be given more. */
function checkArgs(name: string, { use, via, cliSettings }: AgentOutline, hasCli: boolean): Problem[] {
  if (!cliSettings.includes('args') || (hasCli && via !== 'acp')) return []
  const remedy = hasCli ? 'remove `via: acp`' : 'write its whole command line as `acp:` instead of `use:`'
  const message = `${use} gets no \`args\` when it is run by the Agent Client Protocol: ${remedy}`
  return [{ path: ['agents', name, 'args'], message }]
}

function checkLimits(
  name: string,
  { cliSettings, mode, userConfig }: AgentOutline,
  who: string,
  ways: readonly AgentFeatures[],
): Problem[] {
  const problems: Problem[] = []
  const refuse = (key: string, message: string) => problems.push({ path: ['agents', name, key], message })
  if (cliSettings.includes('max-turns') && !ways.some(way => way.hasMaxTurns))
    refuse(
      'max-turns',
      `${who} cannot limit its turns: remove \`max-turns\`; \`timeout-minutes\` and \`budget\` still apply`,
    )
  if (cliSettings.includes('effort') && !ways.some(way => way.hasEffort))
    refuse('effort', `${who} has no setting for effort: remove \`effort\`, or choose another \`model\``)
  if (userConfig === false && !ways.some(way => way.canIgnoreUserConfig))
    refuse('user-config', `${who} always reads its user's configuration: remove \`user-config\``)
  const modes = [...new Set(ways.flatMap(way => way.modes))]
  if (mode !== undefined && !modes.includes(mode)) {
    const known = modes.length === 0 ? `${who} has no modes` : `it must be one of ${modes.join(', ')}`
    refuse('mode', `\`${mode}\` is not a mode of ${who}: ${known}`)
  }
  return problems
}

function checkPrompts(name: string, { hasPrompt, promptFile }: AgentOutline): Problem[] {
  if (!hasPrompt || promptFile === undefined) return []
  const path = ['agents', name, 'prompt-file']
  return [{ path, message: `agent \`${name}\` has both \`prompt\` and \`prompt-file\`: remove one of them` }]
}

function checkFallback(name: string, { fallback }: AgentOutline, outline: Outline): Problem[] {
  const path = ['agents', name, 'fallback']
  const seen = [name]
  for (let next = fallback; next !== undefined; next = outline.agents.get(next)?.fallback) {
    if (seen.includes(next)) {
      const chain = [...seen, next].join(' → ')
      return [{ path, message: `agents fall back on each other: ${chain}` }]
    }
    seen.push(next)
  }
  return checkAgentName(fallback, path, outline)
}

export function checkAgentName(name: string | undefined, path: PlanPath, outline: Outline): Problem[] {
  if (name === undefined || isKnownAgent(name) || outline.agents.has(name)) return []
  const suggestion = didYouMean(name, [...outline.agents.keys(), ...knownAgents])
  const hint =
    suggestion === '' ? `: define it under \`agents:\`, or use one of ${knownAgents.join(', ')}` : suggestion
  return [{ path, message: `\`${name}\` is not an agent${hint}` }]
}
