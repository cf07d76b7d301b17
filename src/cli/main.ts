import { CommanderError } from 'commander'
import { PlanError } from '../plan/problem.ts'
import { RefusedError } from '../plan/refused-error.ts'
import { createProgram } from './program.ts'
import { openTerminal, type Terminal } from './terminal.ts'

/** Runs one call of the command line and sets the exit code. */
export async function main(args: readonly string[]): Promise<void> {
  const terminal = openTerminal()
  try {
    await createProgram(terminal).parseAsync([...args], { from: 'user' })
  } catch (error) {
    process.exitCode = toExitCode(error, terminal)
  }
}

/** 2: the plan or the call is wrong. 3: something around us is. */
function toExitCode(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof PlanError || error instanceof RefusedError) {
    terminal.narrate(error.message)
    return 2
  }
  const { message, stack } = error as Error
  terminal.narrate(`${terminal.paint.red('error:')} ${message}`)
  if (process.env.DEBUG !== undefined) terminal.narrate(stack ?? '')
  return 3
}
