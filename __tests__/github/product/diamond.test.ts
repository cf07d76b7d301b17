import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { createCaller, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

const diamond = {
  contract: { script: 'echo contract > contract.txt', files: ['contract.txt'] },
  api: { script: 'sed s/contract/api/ contract.txt > api.txt', files: ['api.txt'], needs: ['contract'] },
  pages: {
    script: 'sed s/contract/pages/ contract.txt > pages.txt',
    files: ['pages.txt'],
    needs: ['contract'],
  },
  docs: { script: 'cat api.txt pages.txt > docs.txt', files: ['docs.txt'], needs: ['api', 'pages'] },
}

describe('a diamond, called from another repository', () => {
  let repository: Repository
  let run: WorkflowRun

  beforeAll(async () => {
    repository = await createCaller(github(), {
      tasks: diamond,
      plan: { integration: { test: 'grep -q pages docs.txt' } },
    })
    run = await runReused(github(), repository)
  })

  test('becomes one pull request of its tested result', async () => {
    console.log(run.log)
    expect(run.conclusion).toBe('success')
  })
})
