import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { type KnownAgent, knownAgents } from '../model/agents/known-agents.ts'
import type { Agent, Environment } from '../model/plan.ts'
import { clis } from './adapters/clis.ts'

/** One sentence for each CLI that is not installed, with how to install it. */
export async function findMissingAgents(agents: readonly Agent[], env: Environment): Promise<string[]> {
  const used = new Set(agents.flatMap(agent => (agent.kind === 'cli' ? [agent.use] : [])))
  const sentences = await Promise.all(
    [...used].map(async name => {
      const { program, install } = clis[name]
      return (await isInstalled(program, env))
        ? []
        : [`${program} was not found in PATH: install it with "${install}"`]
    }),
  )
  return sentences.flat()
}

/** The known agent CLIs that are installed. */
export async function findInstalledAgents(env: Environment): Promise<KnownAgent[]> {
  const answers = await Promise.all(knownAgents.map(name => isInstalled(clis[name].program, env)))
  return knownAgents.filter((_, index) => answers[index])
}

/** Whether a program is in the PATH of an environment. */
export async function isInstalled(program: string, env: Environment): Promise<boolean> {
  const folders = (env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  const found = await Promise.all(folders.map(folder => isExecutable(join(folder, program))))
  return found.includes(true)
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
