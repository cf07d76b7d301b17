import type { Command } from 'commander'
import { examine } from '../../commands/doctor/examine.ts'
import type { DoctorFinding } from '../../commands/doctor/finding.ts'
import { toPlainLine } from '../../report/text/text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withRepository } from './with-repository.ts'

interface Options {
  readonly json?: boolean
  readonly github?: boolean
}

export function addDoctorCommand(program: Command, terminal: Terminal): void {
  program
    .command('doctor [plan]')
    .description('check everything that a run needs: agents, git, checkouts, disk, sandbox, plan')
    .option('--github', 'also check the repository on GitHub: workflow, secrets, settings')
    .option('--json', 'print as JSON')
    .addHelpText('after', examples)
    .action(async (plan: string | undefined, options: Options, command: Command) => {
      await withRepository(command, async (repository, folder) => {
        const findings = await examine(
          repository,
          folder,
          plan,
          options.github ? (process.env as Record<string, string>) : undefined,
        )
        terminal.answer(options.json ? JSON.stringify(findings, null, 2) : toText(findings, terminal))
        process.exitCode = findings.some(({ level }) => level === 'problem') ? 1 : 0
      })
    })
}

const signs = { ok: '✓', warning: '!', problem: '✗' } as const

function toText(findings: readonly DoctorFinding[], { paint }: Terminal): string {
  const colours = { ok: paint.green, warning: paint.yellow, problem: paint.red } as const
  const lines = findings.flatMap(({ level, area, text, remedy }) => [
    `${colours[level](signs[level])} ${area}: ${toPlainLine(text)}`,
    ...(remedy === null ? [] : [`    ${toPlainLine(remedy)}`]),
  ])
  const problems = findings.filter(({ level }) => level === 'problem').length
  const end =
    problems === 0
      ? 'ready to run'
      : `${problems} ${problems === 1 ? 'problem keeps' : 'problems keep'} a run from working`
  return [...lines, '', end].join('\n')
}

const examples = `
Examples:
  parallel-agents doctor                the machine, and the plan of this repository
  parallel-agents doctor plans/x.yml    with another plan
  parallel-agents doctor --github       the repository on GitHub as well
  parallel-agents doctor --json         for programs

Starts no agent and changes nothing. Exit code 1: a run would not work.`
