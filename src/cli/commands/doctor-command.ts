import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { examine, examineWithoutRepository } from '../../commands/doctor/examine.ts'
import type { DoctorFinding } from '../../commands/doctor/finding.ts'
import { closeRepository, openRepository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { toCount, toPlainLine } from '../../report/text/text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { toFolder } from './with-repository.ts'

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
      const findings = await examineFolder(command, plan, options)
      terminal.answer(options.json ? findings : toText(findings, terminal))
      process.exitCode = findings.some(({ level }) => level === 'problem') ? 1 : 0
    })
}

async function examineFolder(
  command: Command,
  plan: string | undefined,
  { github }: Options,
): Promise<DoctorFinding[]> {
  const folder = toFolder(command)
  const env = process.env as Record<string, string>
  const repository = await openRepository(folder, env).catch((error: unknown) => {
    if (error instanceof RefusedError && existsSync(folder)) return error.message
    throw error
  })
  if (typeof repository === 'string') return examineWithoutRepository(folder, env, repository)
  try {
    return await examine(repository, folder, plan, github ? env : undefined)
  } finally {
    closeRepository(repository)
  }
}

const signs = { ok: '✓', warning: '!', problem: '✗' } as const

function toText(findings: readonly DoctorFinding[], { paint }: Terminal): string {
  const colours = { ok: paint.green, warning: paint.yellow, problem: paint.red } as const
  const lines = findings.flatMap(({ level, area, text, remedy }) => [
    `${colours[level](signs[level])} ${area}: ${toPlainLine(text)}`,
    ...(remedy === null ? [] : [`    ${toPlainLine(remedy)}`]),
  ])
  return [...lines, '', toConclusion(findings)].join('\n')
}

function toConclusion(findings: readonly DoctorFinding[]): string {
  const count = (wanted: DoctorFinding['level']) => findings.filter(({ level }) => level === wanted).length
  const [problems, warnings] = [count('problem'), count('warning')]
  if (problems > 0) return `${toCount(problems, 'problem')}: a run would not work`
  return warnings > 0 ? `ready to run, with ${toCount(warnings, 'warning')}` : 'ready to run'
}

const examples = `
Examples:
  parallel-agents doctor                the machine, and the plan of this repository
  parallel-agents doctor plans/x.yml    with another plan
  parallel-agents doctor --github       the repository on GitHub as well
  parallel-agents doctor --json         for programs

Starts no agent and changes nothing. Exit code 1: a run would not work.`
