import { findContractProblems } from './check-contracts.ts'
import { findScopeProblems } from './check-scopes.ts'
import { listContracts, listProposedTasks, type Proposal, type ProposedTask } from './proposal.ts'
import {
  longestProposedPrompt,
  mostProposedTasks,
  type ProposalRules,
  proposedKeys,
} from './proposal-rules.ts'

/** All problems of a plan by a model, as sentences for its author. The check of plans reports those of any plan. */
export function findProposalProblems(proposal: Proposal, rules: ProposalRules): string[] {
  const tasks = listProposedTasks(proposal)
  return [
    ...findForeignKeys(proposal, tasks),
    ...(tasks.length === 0 ? ['it has no tasks'] : []),
    ...(tasks.length > mostProposedTasks ? [`there are more than ${mostProposedTasks} tasks`] : []),
    ...tasks.flatMap(task => findTaskProblems(task, rules)),
    ...findContractProblems(tasks, listContracts(proposal)),
  ]
}

function findForeignKeys(proposal: Proposal, tasks: readonly ProposedTask[]): string[] {
  const integration = proposal.integration ?? {}
  const isMap = typeof integration === 'object' && !Array.isArray(integration)
  const foreign = [
    ...without(Object.keys(proposal), proposedKeys.plan).map(key => `\`${key}\``),
    ...(isMap ? without(Object.keys(integration), proposedKeys.integration) : []).map(
      key => `\`integration.${key}\``,
    ),
    ...tasks.flatMap(({ id, keys }) =>
      without(keys, proposedKeys.task).map(key => `\`${key}\` of \`${id}\``),
    ),
  ]
  if (foreign.length === 0) return []
  return [`${foreign.join(', ')}: only people may set that; omit it`]
}

function findTaskProblems(task: ProposedTask, rules: ProposalRules): string[] {
  const { id, agent, prompt, test } = task
  const problems = findScopeProblems(task, rules)
  if (typeof prompt !== 'string') problems.push(`task \`${id}\` needs a \`prompt\``)
  else if (prompt.length > longestProposedPrompt)
    problems.push(`task \`${id}\`: its prompt is longer than ${longestProposedPrompt} characters`)
  if (agent !== undefined && !rules.agents.includes(agent))
    problems.push(
      `task \`${id}\`: there is no agent \`${agent}\` here; omit it or choose from: ${rules.agents.join(', ')}`,
    )
  if (test !== undefined && !isKnownCommand(test, rules.commands))
    problems.push(
      `task \`${id}\`: \`${test.slice(0, 100)}\` is not a command of this repository; omit \`test\` or choose from: ${rules.commands.join(', ') || 'none'}`,
    )
  return problems
}

/** A known command of the repository, optionally followed by names of files or tests: no options and no shell syntax. */
function isKnownCommand(test: string, commands: readonly string[]): boolean {
  return commands.some(command => {
    if (test === command) return true
    const words = test.startsWith(`${command} `) ? test.slice(command.length).trim().split(' ') : []
    return words.length > 0 && words.every(word => word === '--' || /^[\w.][\w./@:,+-]*$/.test(word))
  })
}

function without(keys: readonly string[], allowed: readonly string[]): string[] {
  return keys.filter(key => !allowed.includes(key))
}
