import { CommanderError } from 'commander'
import { keepHeapSmall } from '../agents/small-heap.ts'
import { closeInheritedFiles } from '../files/inherited-files.ts'
import { RefusedError } from '../model/refused-error.ts'
import { PlanError } from '../plan/yaml/problem.ts'
import { createProgram } from './program.ts'
import { keepHangUpIgnored } from './terminal/hang-up.ts'
import { forgetMissingTemporaryFolders } from './terminal/temporary-folder.ts'
import { openTerminal, type Terminal } from './terminal/terminal.ts'

/** Runs one call of the command line and sets the exit code. */
export async function main(args: readonly string[]): Promise<void> {
  closeInheritedFiles(process.env)
  keepHangUpIgnored()
  keepHeapSmall()
  forgetMissingTemporaryFolders()
  const terminal = openTerminal()
  try {
    await createProgram(terminal).parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (args.includes('--json')) answerError(error, terminal)
    process.exitCode = reportError(error, terminal)
  }
}

/** The error as JSON, for programs that read the answer. */
function answerError(error: unknown, terminal: Terminal): void {
  const problems = error instanceof PlanError ? { file: error.file, problems: error.problems } : {}
  if (error instanceof CommanderError && error.exitCode === 0) return
  terminal.answer({ version: 1, error: (error as Error).message, ...problems })
}

/** 2: the plan or the call is wrong. 3: an infrastructure error. */
function reportError(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof PlanError || error instanceof RefusedError) {
    terminal.narrate(error.message)
    return 2
  }
  const { message, stack, code } = error as NodeJS.ErrnoException
  terminal.narrate(`${terminal.paint.red('error:')} ${message}`)
  if (code === 'ENOSPC' || /no space left on device/i.test(message))
    terminal.narrate('free disk space, then repeat the command: it resumes where this one stopped')
  if (process.env.DEBUG !== undefined) terminal.narrate(stack ?? '')
  return 3
}
