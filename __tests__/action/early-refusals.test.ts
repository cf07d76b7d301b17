import { describe, expect, test } from '@jest/globals'
import { requireLanding } from '../../src/action/commands/require-landing.ts'
import { findEarlyRefusals } from '../../src/action/github/early-refusals.ts'
import { type GitHub, GitHubError } from '../../src/action/github/github.ts'
import { isEnterpriseServer } from '../../src/action/github/is-enterprise-server.ts'
import { makeStep } from '../support/step.ts'

/** A repository with rules, and an answer to a pull request. */
function makeGitHub(
  rules: Readonly<Record<string, readonly string[]>>,
  status: number,
  message: string,
): GitHub {
  return {
    owner: 'octo',
    page: 'https://github.com/octo/project',
    query: () => Promise.reject(new Error('nothing is asked by GraphQL')),
    ask: async (method, path) => {
      if (method === 'POST')
        throw new GitHubError(message, { status, retryAfter: undefined, isPassing: false })
      const branch = decodeURIComponent(path.replace('/rules/branches/', ''))
      return (rules[branch] ?? []).map(type => ({ type, ruleset_id: 7 }))
    },
  }
}

const site = {
  branch: 'agents/x/integration',
  glob: 'agents/**',
  target: 'main',
  land: 'pull-request',
} as const
const noCommits = 'Validation Failed: No commits between main and main'

describe('checks before agents start', () => {
  test('find nothing if nothing is wrong', async () => {
    const github = makeGitHub({}, 422, noCommits)
    expect(await findEarlyRefusals(github, site)).toEqual({ refusals: [], warnings: [] })
  })

  test('accept a job without a permission that another job may have', async () => {
    const github = makeGitHub({}, 403, 'Resource not accessible by integration')
    expect((await findEarlyRefusals(github, site)).refusals).toEqual([])
  })

  test('refuse an expired token', async () => {
    const github = makeGitHub({}, 401, 'Bad credentials')
    expect((await findEarlyRefusals(github, site)).refusals).toEqual([
      expect.stringContaining('invalid or expired'),
    ])
  })

  test('only warn about a target that requires signed commits, if people merge', async () => {
    const github = makeGitHub({ main: ['required_signatures'] }, 422, noCommits)
    const { refusals, warnings } = await findEarlyRefusals(github, site)

    expect(refusals).toEqual([])
    expect(warnings).toEqual([expect.stringContaining('Squash and merge')])
  })
})

describe('GitHub Enterprise Server', () => {
  test('is every server but github.com and ghe.com', () => {
    const servers = ['https://github.com', 'https://octo.ghe.com', 'https://github.example.com', '']
    expect(servers.map(GITHUB_SERVER_URL => isEnterpriseServer({ GITHUB_SERVER_URL }))).toEqual([
      false,
      false,
      true,
      false,
    ])
  })

  test('gets from `command: plan` what it lacks, with the lines to write', async () => {
    const env = {
      GITHUB_SERVER_URL: 'https://github.example.com',
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_REPOSITORY: 'octo/project',
    }
    const said = async (inputs: Readonly<Record<string, string>>) => {
      const step = makeStep({ 'INPUT_GITHUB-TOKEN': 't', ...inputs }, env)
      const landing = {
        run: '20261101-101500-ab12',
        pattern: undefined,
        target: 'main',
        land: 'none',
      } as const
      return requireLanding(step, landing)
    }

    expect(await said({})).toEqual([expect.stringMatching(/push: "true"[\s\S]*contents: write/)])
    expect(await said({ INPUT_PUSH: 'true' })).toEqual([])
  })
})
