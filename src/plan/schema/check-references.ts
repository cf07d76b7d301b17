import { listSome } from '../../model/names/list-some.ts'
import { idPattern } from '../file/id-pattern.ts'
import { findCycles } from '../graph/graph.ts'
import type { Outline, TaskOutline } from '../graph/outline.ts'
import { tryGlobProblem } from '../scope/globs.ts'
import type { PlanPath, Problem } from '../yaml/problem.ts'
import { checkAgentName, checkAgents } from './check-agents.ts'
import { idRule } from './schema-problems.ts'
import { didYouMean } from './suggest.ts'

/** The only problem of a valid but empty plan. */
export const noTasks = 'the plan has no tasks'

/** Finds what a schema cannot: unknown ids, cycles, bad globs, undefined agents, tasks without a prompt. */
export function checkReferences(outline: Outline): Problem[] {
  const ids = new Set(outline.tasks.map(task => task.id))
  return [
    ...checkTarget(outline.target),
    ...(outline.hasTasks && outline.tasks.length === 0 ? [{ path: ['tasks'], message: noTasks }] : []),
    ...outline.tasks.flatMap(task => checkTask(task, ids, outline)),
    ...checkAgentsGiven(outline),
    ...findCycles(outline.tasks).filter(isLong).map(toCycleProblem),
    ...checkGlobs(outline.protected, ['protected']),
    ...checkAgents(outline),
  ]
}

function checkTask(task: TaskOutline, ids: ReadonlySet<string>, outline: Outline): Problem[] {
  const path = ['tasks', task.id]
  const problems: Problem[] = []
  if (!idPattern.test(task.id))
    problems.push({ path, message: `\`${task.id}\` cannot be the id of a task: ${idRule}` })
  problems.push(
    ...checkNeeds(task, ids),
    ...checkGlobs(task.files, [...path, 'files']),
    ...checkPrompt(task, outline),
  )

  if (task.agent !== undefined) problems.push(...checkAgentName(task.agent, [...path, 'agent'], outline))
  if (task.planAgent !== undefined)
    problems.push(...checkAgentName(task.planAgent, [...path, 'plan-first', 'agent'], outline))
  for (const [index, agent] of task.reviewAgents.entries()) {
    const place = task.reviewAgents.length === 1 ? ['review', 'agent'] : ['review', index, 'agent']
    if (agent !== '') problems.push(...checkAgentName(agent, [...path, ...place], outline))
  }
  for (const [index, agent] of task.retryAgents.entries()) {
    if (agent !== '') problems.push(...checkAgentName(agent, [...path, 'retries', index, 'agent'], outline))
  }
  return problems
}

/** One problem for all tasks without an agent. */
function checkAgentsGiven({ agent, tasks }: Outline): Problem[] {
  const without = tasks.filter(task => agent === undefined && task.agent === undefined)
  const [first] = without
  if (first === undefined) return []
  const all = without.length === tasks.length
  const names = listSome(without.map(({ id }) => `\`${id}\``))
  const message = all
    ? 'no task has an agent: add `agent: claude` (or another one) to the plan'
    : `${names} ${without.length === 1 ? 'has' : 'have'} no agent: add \`agent:\` there or to the plan`
  return [{ path: all ? [] : ['tasks', first.id], message }]
}

function checkNeeds(task: TaskOutline, ids: ReadonlySet<string>): Problem[] {
  return task.needs.flatMap((id, index) => {
    const path = ['tasks', task.id, 'needs', index]
    if (id === '') return []
    if (id === task.id) return [{ path, message: `task \`${id}\` needs itself` }]
    if (!ids.has(id)) return [{ path, message: `\`${id}\` is not a task${didYouMean(id, [...ids])}` }]
    if (task.needs.indexOf(id) < index)
      return [{ path, message: `task \`${task.id}\` needs \`${id}\` twice` }]
    return []
  })
}

function checkPrompt(task: TaskOutline, outline: Outline): Problem[] {
  const path = ['tasks', task.id]
  const [first, second] = task.prompts
  if (second?.startsWith('prompt')) {
    return [
      {
        path: [...path, second],
        message: `task \`${task.id}\` has both \`${first}\` and \`${second}\`: remove one of them`,
      },
    ]
  }
  const runsCommand = outline.agents.get(task.agent ?? outline.agent ?? '')?.command !== undefined
  if (first !== undefined || runsCommand) return []
  return [
    {
      path,
      message: `task \`${task.id}\` does not say what to do: add \`prompt:\`, \`prompt-file:\`, \`prompt-command:\` or \`issue:\``,
    },
  ]
}

function checkGlobs(globs: readonly string[], path: PlanPath): Problem[] {
  const problems = globs.flatMap((glob, index): Problem[] => {
    const problem = glob === '' ? undefined : tryGlobProblem(glob)
    return problem === undefined ? [] : [{ path: [...path, index], message: `glob \`${glob}\` ${problem}` }]
  })
  if (globs.length > 0 && globs.every(glob => glob.startsWith('!'))) {
    problems.push({
      path,
      message: 'there are only exclusions: begin with a glob without "!", for example `**`',
    })
  }
  return problems
}

function checkTarget(target: string | undefined): Problem[] {
  if (target === undefined || isBranchName(target)) return []
  return [{ path: ['target'], message: `\`${target}\` cannot be the name of a branch` }]
}

/** The relevant rules of `git check-ref-format --branch`. */
function isBranchName(name: string): boolean {
  if (/[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\.lock(\/|$)|(^|\/)\.|\.$|\/$|^[-/]|^@$/.test(name)) return false
  return !name.startsWith('refs/') && name !== 'HEAD'
}

/** A task that needs itself is already reported. */
function isLong(cycle: readonly string[]): boolean {
  return cycle.length > 2
}

function toCycleProblem(cycle: readonly string[]): Problem {
  const members = cycle.slice(0, -1).map(id => `\`${id}\``)
  const last = members.pop()
  const who = members.length === 0 ? last : `${members.join(', ')} and ${last}`
  return {
    path: ['tasks', cycle[0] as string, 'needs'],
    message: `tasks ${who} need each other: ${cycle.join(' → ')}`,
  }
}
