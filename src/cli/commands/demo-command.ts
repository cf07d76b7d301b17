import type { Command } from 'commander'
import { makeDemo } from '../../commands/demo/make-demo.ts'
import { loadPlan } from '../../commands/load-plan.ts'
import { defaultOptions, runPlan } from '../../commands/run-plan.ts'
import { closeRepository, openRepository } from '../../git/repository/open-repository.ts'
import { makeReportText } from '../../report/terminal/report-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { watch } from '../terminal/watch.ts'

export function addDemoCommand(program: Command, terminal: Terminal): void {
  program
    .command('demo')
    .description(
      'try it: nine tasks on a small project in a temporary folder, with scripted agents instead of a model',
    )
    .addHelpText('after', examples)
    .action(() => runDemo(terminal))
}

async function runDemo(terminal: Terminal): Promise<void> {
  const env = process.env as Record<string, string>
  const folder = await makeDemo(env)
  terminal.narrate(`created a small project with a plan of nine tasks in ${folder}\n`)
  const repository = await openRepository(folder, env)
  try {
    const checked = loadPlan(folder, folder, undefined)
    const toResume = (run: string) => `${terminal.program} -C '${folder}' run --resume ${run}`
    const options = { ...defaultOptions, fresh: true, toResume }
    const { report, deletion } = await watch(terminal, watching =>
      runPlan(repository, checked, { ...options, ...watching }),
    )
    terminal.answer(makeReportText(report, terminal))
    terminal.answer(toTour(folder, report.run))
    await deletion.untilDone()
    process.exitCode = report.status === 'cancelled' ? 130 : report.integration.tests === 'passed' ? 0 : 3
  } finally {
    closeRepository(repository)
  }
}

function toTour(folder: string, run: string): string {
  return `
what happened here:
  receipt            changed a file outside its scope; the second attempt, given that feedback, passed
  checkout           started from the merged code of discount and tax
  small-carts        conflicts with large-carts: everything else landed without it
  strict-quantities  passes alone but fails together with free-gifts: identified and evicted

look around:
  cd ${folder}
  git log --graph --oneline agents/${run}/integration
  cat parallel-agents.yml

delete the folder when you are done: rm -r ${folder}`
}

const examples = `
Examples:
  parallel-agents demo`
