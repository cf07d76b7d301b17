import { Command } from 'commander'
import { addApproveCommand } from './commands/approve-command.ts'
import { addCleanCommand } from './commands/clean-command.ts'
import { addCompletionCommand } from './commands/completion-command.ts'
import { addConflictsCommand } from './commands/conflicts-command.ts'
import { addDemoCommand } from './commands/demo-command.ts'
import { addDiscardCommand } from './commands/discard-command.ts'
import { addDoctorCommand } from './commands/doctor-command.ts'
import { addInitCommand } from './commands/init-command.ts'
import { addLearnCommand } from './commands/learn-command.ts'
import { addLogsCommand } from './commands/logs-command.ts'
import { addMergeCommand } from './commands/merge-command.ts'
import { addCompileCommand } from './commands/planning/compile-command.ts'
import { addPlanCommand } from './commands/planning/plan-command.ts'
import { addRollbackCommand } from './commands/rollback-command.ts'
import { addRunCommand } from './commands/run-command.ts'
import { addStatusCommand } from './commands/status-command.ts'
import type { Terminal } from './terminal/terminal.ts'
import { version } from './version.ts'

/** The complete command line. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('parallel-agents')
    .description('Many coding agents on one repository at once, one tested result.')
    .version(version)
    .option('-C <folder>', 'run as if started in this folder', '.')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', examples)
  const add = [
    addDemoCommand,
    addInitCommand,
    addPlanCommand,
    addCompileCommand,
    addDoctorCommand,
    addRunCommand,
    addApproveCommand,
    addStatusCommand,
    addLogsCommand,
    addConflictsCommand,
    addLearnCommand,
    addMergeCommand,
    addRollbackCommand,
    addCleanCommand,
    addDiscardCommand,
    addCompletionCommand,
  ]
  for (const addCommand of add) addCommand(program, terminal)
  return program
}

const examples = `
Examples:
  parallel-agents demo                  try it, with no agent installed
  parallel-agents init                  write a starter plan for this repository
  parallel-agents plan                  check the plan and see the order of its tasks
  parallel-agents run                   run it: the result is a tested branch
  parallel-agents run --resume <run>    redo what did not land`
