import { RefusedError } from '../plan/refused-error.ts'
import type { Inputs } from './inputs.ts'
import type { Command } from './job.ts'

/** Where each command is. They are loaded only when they are asked for: a step needs one of them. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  plan: async () => (await import('./plan-command.ts')).planCommand,
  run: async () => (await import('./run-command.ts')).runCommand,
  lane: async () => (await import('./lane-command.ts')).laneCommand,
}

/** The command that the inputs ask for: `run` with a lane is one of its own. */
export async function loadCommand({ command, lane }: Inputs): Promise<Command> {
  const name = lane === undefined ? command : 'lane'
  const load = commands[name]
  if (load !== undefined) return load()
  throw new RefusedError(
    `\`command: ${name}\` is not available in this version. To run the whole plan on this runner, write:\n    command: run`,
  )
}
