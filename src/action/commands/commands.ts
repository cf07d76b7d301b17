import type { CommandName, Inputs } from '../inputs/inputs.ts'
import type { Command } from '../step/step.ts'

/** Where each command is. They are loaded only when they are asked for: a step needs one of them. */
const commands: Readonly<Record<CommandName | 'lane', () => Promise<Command>>> = {
  plan: async () => (await import('./plan-command.ts')).planCommand,
  run: async () => (await import('./run-command.ts')).runCommand,
  merge: async () => (await import('./merge-command.ts')).mergeCommand,
  publish: async () => (await import('./publish-command.ts')).publishCommand,
  comment: async () => (await import('./comment-command.ts')).commentCommand,
  retry: async () => (await import('./retry-command.ts')).retryCommand,
  lane: async () => (await import('./lane-command.ts')).laneCommand,
}

/** The command that the inputs ask for: `run` with a lane is one of its own. */
export function loadCommand({ command, lane }: Inputs): Promise<Command> {
  return commands[lane === undefined ? command : 'lane']()
}
