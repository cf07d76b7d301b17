import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from '@jest/globals'
// biome-ignore lint/correctness/useImportExtensions: the types stand beside the module
import { toBundledText } from './bundle.mjs'
import { actionFiles, useGitHub, workflowFiles } from './fixtures/fixtures.ts'
import type { WorkflowRun } from './runner/workflow-run.ts'

const github = useGitHub()
const digest = /^([0-9a-f]{64}) /m

describe('artifacts', () => {
  let run: WorkflowRun

  beforeAll(async () => {
    const main = await toBundledText(
      fileURLToPath(new URL('./fixtures/actions/artifacts/main.mjs', import.meta.url)),
    )
    const repository = await github().createRepository('acme/artifacts', {
      ...workflowFiles('artifacts.yml'),
      ...actionFiles('artifacts'),
      'main.mjs': main,
    })
    run = await (await github().dispatch(repository, 'artifacts.yml')).done
  })

  test('of the real client reach other jobs of the run, in blocks', () => {
    expect(run.conclusions).toEqual({ make: 'success', use: 'success' })
    expect(digest.exec(run.job('use').log)?.[1]).toBe(digest.exec(run.job('make').log)?.[1])
    expect(run.job('use').log).toContain('names ["large","small","result-a","result-b"]')
  })

  test('are refused when the run has one of the name', () => {
    const failed = run.job('make').steps.find(step => step.outcome === 'failure')

    expect(failed?.log).toContain('(409) Conflict')
    expect(failed?.log).toContain('an artifact with this name already exists on the workflow run')
  })

  test('that are missing are not found', () => {
    expect(run.job('use').log).toContain('Artifact not found for name: missing')
    expect(run.job('make').log).toContain('No files were found with the provided path: nothing.')
  })

  test('go through the actions for them, one or by a pattern', () => {
    expect(run.job('use').steps.at(-2)?.log).toBe(
      'all/result-a/1.txt\nall/result-a/deep/2.txt\nall/result-b/1.txt\nmerged/1.txt\nmerged/deep/2.txt\nsmall',
    )
  })

  test('of a run cannot be read with tokens of other runs, or without one', async () => {
    const mine = github().artifacts.issueToken({ runId: 999, jobId: '1' })
    const list = async (token: string) => {
      const response = await fetch(
        `${github().apiUrl.replace('/api/v3', '')}/twirp/github.actions.results.api.v1.ArtifactService/ListArtifacts`,
        {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ workflow_run_backend_id: String(run.id) }),
        },
      )
      return response.status
    }

    expect(await list(mine)).toBe(403)
    expect(await list('wrong')).toBe(401)
  })
})
