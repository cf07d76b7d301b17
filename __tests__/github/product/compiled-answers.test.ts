import { expect, test } from '@jest/globals'
import { compilePlan } from '../../../src/commands/compile/compile-plan.ts'
import { loadPlan } from '../../../src/commands/load-plan.ts'
import { closeRepository, openRepository } from '../../../src/git/repository/open-repository.ts'
import { makeRepository } from '../../support/repository.ts'
import { createCaller } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()
const plan = JSON.stringify({
  agents: { writer: { command: 'echo hi > note.txt' } },
  agent: 'writer',
  tasks: { note: { issue: 1, files: ['note.txt'] } },
})

async function compile(): Promise<string> {
  const { folder, git } = makeRepository({ 'plan.yml': plan })
  git('config', 'url.file:///nowhere/.insteadOf', 'https://github.com/') // no network
  const repository = await openRepository(folder, process.env as Record<string, string>)
  const loaded = loadPlan(folder, repository.root, undefined)
  const request = { plan: loaded, to: undefined, runner: undefined, version: '1' }
  const { text } = await compilePlan(repository, request)
  closeRepository(repository)
  return text
}

test('a compiled workflow answers its issues if its last job dies', async () => {
  const files = { 'plan.yml': plan, '.github/workflows/compiled.yml': await compile() }
  const repository = await createCaller(github(), { tasks: {}, files })
  const number = github().openIssue(repository, 'Write a note', 'Write your name into a file.')
  const run = await github().dispatch(repository, 'compiled.yml')
  await run.untilJob('publish', ({ status }) => status === 'in_progress')
  run.job('publish').loseRunner()
  await run.done
  const comments = repository.requireIssue(number).comments.map(({ body }) => body)

  expect(comments).toEqual([expect.stringContaining('Not done: the job "publish" failed')])
})
