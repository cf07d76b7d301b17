import type { CommandName, Inputs } from '../inputs/inputs.ts'
import type { StepCommand } from '../step/step.ts'

/** The module of each command, loaded on demand: a step needs one of them. */
const commands: Readonly<Record<CommandName | 'lane', () => Promise<StepCommand>>> = {
  cache: async () => (await import('./cache-command.ts')).cacheCommand,
  plan: async () => (await import('./plan-command.ts')).planCommand,
  run: async () => (await import('./run-command.ts')).runCommand,
  merge: async () => (await import('./merge-command.ts')).mergeCommand,
  publish: async () => (await import('./publish-command.ts')).publishCommand,
  comment: async () => (await import('./comment-command.ts')).commentCommand,
  retry: async () => (await import('./retry-command.ts')).retryCommand,
  answer: async () => (await import('./answer-command.ts')).answerCommand,
  lane: async () => (await import('./lane-command.ts')).laneCommand,
}

/** The command of the inputs: `run` with a lane is a separate one. */
export function loadCommand({ command, lane }: Inputs): Promise<StepCommand> {
  return commands[lane === undefined ? command : 'lane']()
}
