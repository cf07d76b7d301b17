import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import type { Issue } from '../services/rest/issue.ts'
import { createCaller, exampleFiles } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

const wishes: readonly (readonly [title: string, body: string])[] = [
  ['First word', 'Please write the first word.\n\nsh: echo one > one.txt\n\nfiles: one.txt'],
  [
    'Second word',
    'Please put the second word below the first.\n\nsh: cat one.txt > two.txt; echo two >> two.txt\n\nfiles: two.txt\n\ndepends on #1',
  ],
  ['Better', 'Nicer!'],
  [
    'Be quiet',
    'No file may ever be called loud.\n\nsh: echo "! ls | grep loud" > check.sh\n\nfiles: check.sh',
  ],
  ['Be loud', 'Please add a file that is called loud.\n\nsh: echo LOUD > loud.txt\n\nfiles: loud.txt'],
]

describe('five issues of a repository', () => {
  let repository: Repository
  let run: WorkflowRun
  let pull: Issue

  beforeAll(async () => {
    const plan = {
      agent: 'claude',
      retries: 0,
      integration: { test: 'if [ -f check.sh ]; then sh check.sh; fi' },
    }
    repository = await createCaller(github(), {
      tasks: {},
      files: {
        ...exampleFiles('issues'),
        '.github/workflows/issue-label.yml': null,
        'plan.yml': JSON.stringify({ ...plan, tasks: {} }),
      },
    })
    for (const [title, body] of wishes) github().openIssue(repository, title, body)
    for (const { number } of [...repository.issues]) github().markIssue(repository, number, 'agents')
    run = await (await github().dispatch(repository, 'issues.yml', { issues: 'label:agents state:open' }))
      .done
    pull = repository.issues.find(issue => issue.pull !== undefined) as Issue
  })

  test('become one pull request that closes those that landed, and says why not the others', () => {
    expect(repository.issues.filter(issue => issue.pull !== undefined)).toHaveLength(1)
    expect(pull.title).toBe('Issues 1, 2, 4 and 5')
    expect([...(pull.body ?? '').matchAll(/^Closes #(\d+)$/gm)].map(([, number]) => number)).toEqual([
      '1',
      '2',
      '4',
    ])
    expect(pull.body).toMatch(/### Not included\s+- `issue-5` \(#5\): Be loud · evicted: /)
    expect(pull.body).toContain(`/actions/runs/${run.id}`)
  })

  test('get a comment on how each of them ended; one that lacks information is asked for details', () => {
    const told = [1, 2, 3, 4, 5].map(number =>
      repository.requireIssue(number).comments.map(({ body }) => body),
    )
    expect(told.map(comments => comments.length)).toEqual([1, 1, 1, 1, 1])
    for (const number of [1, 2, 4])
      expect(told[number - 1]?.[0]).toContain(`The change is proposed in ${github().serverUrl}`)
    expect(told[2]?.[0]).toContain('it does not say what is wanted')
    expect(told[4]?.[0]).toMatch(/Not done: evicted/)
  })

  test('are closed by landing it, three of them', async () => {
    const [landing] = await github().comment(repository, pull.number, '/agents land')
    await landing?.done

    expect(pull.pull?.merged).toBe(true)
    expect([1, 2, 3, 4, 5].map(number => repository.requireIssue(number).state)).toEqual([
      'closed',
      'closed',
      'open',
      'closed',
      'open',
    ])
    expect(await repository.tryRead('main', 'two.txt')).toBe('one\ntwo\n')
  })
})
