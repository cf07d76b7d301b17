import { withDescendants } from '../graph/graph.ts'
import { splitGlobs } from '../scope/globs.ts'
import type { ProposedTask } from './proposal.ts'

/**
 * Problems of a proposal's contracts: each is a file that one separate task writes, before all others, for at least two of them.
 *
 * @param contracts Paths of files.
 */
export function findContractProblems(tasks: readonly ProposedTask[], contracts: readonly string[]): string[] {
  const writers = tasks.filter(task => listNamed(task).some(path => contracts.includes(path)))
  const isContract = new Set(writers.map(({ id }) => id))
  const nodes = tasks.map(({ id, needs }) => ({ id, needs, after: [] }))
  return [
    ...contracts.flatMap(path => toPathProblem(path, writers)),
    ...writers.flatMap(task => [
      ...toMixedProblem(task, contracts),
      ...task.needs
        .filter(id => !isContract.has(id))
        .map(id => `task \`${task.id}\` writes a contract and needs \`${id}\`: contracts come first`),
    ]),
    ...writers.flatMap(({ id }) => {
      const users = [...withDescendants(nodes, [id])].filter(other => !isContract.has(other))
      if (users.length >= 2) return []
      return [
        `task \`${id}\` writes a contract that ${users.length === 0 ? 'no task needs' : `only \`${users[0]}\` needs`}: a contract is for at least two tasks, which name it in \`needs\``,
      ]
    }),
  ]
}

function toPathProblem(path: string, writers: readonly ProposedTask[]): string[] {
  if (/[*?[{(!]/.test(path)) return [`the contract \`${path}\` must be the path of one file`]
  const names = writers.filter(task => listNamed(task).includes(path)).map(({ id }) => `\`${id}\``)
  if (names.length === 1) return []
  const who = names.length === 0 ? 'no task has it' : `${names.join(' and ')} have it`
  return [`the contract \`${path}\` belongs in the \`files\` of one task of its own: ${who}`]
}

function toMixedProblem(task: ProposedTask, contracts: readonly string[]): string[] {
  const others = splitGlobs(task.files).included.filter(path => !contracts.includes(path))
  if (others.length === 0) return []
  return [
    `task \`${task.id}\` changes a contract and ${others.join(', ')}: let it write the contract only, and another task the rest`,
  ]
}

function listNamed({ files }: ProposedTask): string[] {
  return splitGlobs(files).included
}
