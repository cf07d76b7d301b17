import { planAsIssues } from '../../../commands/as-issues/plan-as-issues.ts'
import type { WrittenIssue } from '../../../commands/as-issues/write-issues.ts'
import { connectToGitHub } from '../../../commands/github/connect.ts'
import { loadPlan } from '../../../commands/load-plan.ts'
import type { Repository } from '../../../git/repository/open-repository.ts'
import { toPlainLine } from '../../../report/text/text.ts'
import type { Terminal } from '../../terminal/terminal.ts'

export interface AsIssuesCall {
  readonly terminal: Terminal
  readonly repository: Repository
  readonly folder: string
  readonly plan: string | undefined
}

const words = { written: 'wrote', found: 'found', named: 'kept' } as const

/** `plan --as-issues`: turns the tasks of a plan into issues, and adds them to its file. A repeated call continues. */
export async function writePlanAsIssues({ terminal, repository, folder, plan }: AsIssuesCall): Promise<void> {
  const loaded = loadPlan(folder, repository.root, plan)
  const github = connectToGitHub(repository, process.env as Record<string, string>)
  const tell = ({ kind, number, task, url, isOpen }: WrittenIssue) =>
    terminal.narrate(
      toPlainLine(`${words[kind]} #${number} ${task} ${url}${isOpen ? '' : ' (already closed)'}`),
    )
  await planAsIssues(github, loaded, tell)
  const { label } = loaded.file.issues
  if (label !== undefined)
    terminal.narrate(toPlainLine(`next: review the issues and add the label ${label}, which approves them`))
}
