import { describe, expect, test } from '@jest/globals'
import { toGitEnvironment, toJobEnvironment } from '../../src/action/inputs/job-environment.ts'
import { toSecrets } from '../../src/action/inputs/secrets.ts'
import { toAgentKeys } from '../../src/agents/agent-keys.ts'
import type { Agent } from '../../src/model/plan.ts'

const runner = {
  ACTIONS_RUNTIME_TOKEN: 'x',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'x',
  'INPUT_GITHUB-TOKEN': 'x',
  GITHUB_TOKEN: 'x',
  GITHUB_ENV: 'x',
  GITHUB_PATH: 'x',
  GITHUB_OUTPUT: 'x',
  GITHUB_STATE: 'x',
  GITHUB_STEP_SUMMARY: 'x',
  RUNNER_TEMP: 'x',
  STATE_x: 'x',
}

describe('the environment of a job', () => {
  test('passes on only what is listed', () => {
    const usual = { PATH: '/bin', HOME: '/root', LC_ALL: 'C', JAVA_HOME_21_X64: '/java' }
    const { env } = toJobEnvironment({ ...runner, ...usual, MY_SETTING: 'x', AWS_SECRET_ACCESS_KEY: 'x' }, [])

    expect(env).toEqual(usual)
  })

  test('passes on no variable of the runner, whoever names it', () => {
    expect(toJobEnvironment(runner, Object.keys(runner))).toEqual({ env: {}, keys: {} })
  })

  test('keeps keys for the agents whose CLI reads them', () => {
    const { env, keys } = toJobEnvironment({ ANTHROPIC_API_KEY: 'a', GEMINI_API_KEY: 'g' }, [])
    const agentOf = (use: 'claude' | 'gemini' | 'codex'): Agent => ({
      kind: 'cli',
      name: use,
      use,
      args: [],
      env: {},
    })

    expect(env).toEqual({})
    expect(toAgentKeys(agentOf('claude'), keys)).toEqual({ ANTHROPIC_API_KEY: 'a' })
    expect(toAgentKeys(agentOf('gemini'), keys)).toEqual({ GEMINI_API_KEY: 'g' })
    expect(toAgentKeys(agentOf('codex'), keys)).toEqual({})
    expect(toAgentKeys({ kind: 'command', name: 'x', command: 'x', env: {} }, keys)).toEqual({})
  })

  test('leaves out keys that the repository does not have', () => {
    const { keys } = toJobEnvironment({ ANTHROPIC_API_KEY: '', CLAUDE_CODE_OAUTH_TOKEN: 'a' }, [])

    expect(keys).toEqual({ CLAUDE_CODE_OAUTH_TOKEN: 'a' })
  })

  test('shows keys to all when the workflow names them', () => {
    expect(toJobEnvironment({ ANTHROPIC_API_KEY: 'a' }, ['ANTHROPIC_API_KEY'])).toEqual({
      env: { ANTHROPIC_API_KEY: 'a' },
      keys: {},
    })
  })

  test('keeps credential variables for our own git only', () => {
    const env = {
      GITHUB_TOKEN: 'x',
      SSH_AUTH_SOCK: 'x',
      ACTIONS_RUNTIME_TOKEN: 'x',
      'INPUT_GITHUB-TOKEN': 'x',
    }

    expect(toGitEnvironment(env)).toEqual({ GITHUB_TOKEN: 'x', SSH_AUTH_SOCK: 'x' })
  })
})

test('secrets are recognised by their names, settings are not mistaken for them', () => {
  const env = {
    NPM_TOKEN: 'abcdefgh',
    DB_PASSWORD: 'abcdefghi',
    MONKEY: 'abcdefgh',
    KEYBOARD: 'abcdefgh',
    API_KEY: 'no',
  }

  expect(toSecrets(env)).toEqual(['abcdefgh', 'abcdefghi'])
})
