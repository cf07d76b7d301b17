import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  toConnectionEnvironment,
  toPinnedEnvironment,
  toUserEnvironment,
} from '../../src/git/process/environment.ts'
import { runGit } from '../../src/git/process/run-git.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRemote } from '../support/remote.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'

/** A repository without a configured identity. */
function makeAnonymousRepository(): TestRepository {
  const repository = makeRepository()
  repository.git('config', '--unset', 'user.name')
  repository.git('config', '--unset', 'user.email')
  repository.git('config', 'user.useConfigOnly', 'true')
  return repository
}

function writeScript(text: string): string {
  const path = join(makeFolder('script'), 'script')
  makeRepository({ script: text }, join(path, '..'))
  chmodSync(path, 0o755)
  return path
}

const commits = 'git add -A; git commit -qm "by the agent"; git commit -q --amend'

describe('an agent', () => {
  test('sees no marks of the agent session that the run was started from, no editor, and nothing that leads to credentials', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'env > seen.txt' } })
    const marks = {
      CLAUDECODE: '1',
      CLAUDE_CODE_ENTRYPOINT: 'cli',
      CLAUDE_CODE_SSE_PORT: '1',
      CODEX_SANDBOX: 'seatbelt',
      GEMINI_CLI: '1',
      QWEN_CODE: '1',
      OPENCODE: '1',
      OPENCODE_PID: '1',
      PI_CODING_AGENT: 'true',
      CURSOR_AGENT: '1',
      COPILOT_AGENT: '1',
      COPILOT_AGENT_SESSION_ID: 'x',
      CLAUDE_EFFORT: 'high',
      GIT_DIR: '/nowhere',
      GIT_SSH_COMMAND: 'ssh -i key',
      GIT_ASKPASS: 'ask',
      SSH_ASKPASS: 'ask',
      GIT_CONFIG_PARAMETERS: "'http.extraHeader'='secret'",
    }
    const settings = { CLAUDE_CODE_MAX_OUTPUT_TOKENS: '5', CODEX_HOME: '/home', OPENCODE_CONFIG: 'x' }
    const env = { ...marks, ...settings, VISUAL: 'vim' }
    const { integration } = await runToReport(repository, ['plan.yml'], {
      env: { ...env, GIT_DIR: join(repository.folder, '.git') },
    })
    const seen = repository.show(integration.branch as string, 'seen.txt').split('\n')

    expect(seen.filter(line => Object.keys(marks).includes(line.split('=')[0] as string))).toEqual([])
    for (const [name, value] of Object.entries(settings)) expect(seen).toContain(`${name}=${value}`)
    expect(seen).toContain('VISUAL=true')
  })

  test('can commit and amend where signing and an editor would need a terminal and no identity is configured', async () => {
    const repository = makeAnonymousRepository()
    for (const key of ['commit.gpgSign', 'tag.gpgSign']) repository.git('config', key, 'true')
    repository.git('config', 'gpg.program', '/bin/false')
    repository.git('config', 'core.editor', 'sleep 100 #')
    writePlan(repository, { a: { script: `set -e; echo a > a.txt; ${commits}; git tag -m t t`, retries: 0 } })
    const { tasks } = await runToReport(repository, ['plan.yml'])

    expect(tasks.a?.reason).toBeNull()
    expect(repository.git('log', '-1', '--format=%an %s', tasks.a?.branch as string)).toBe(
      'parallel-agents by the agent',
    )
  })

  test('commits as the user whom variables or the command line of git name', async () => {
    const named = makeAnonymousRepository()
    const tasks = {
      own: { script: `set -e; echo a > a.txt; ${commits}` },
      left: { script: 'echo b > b.txt' },
    }
    writePlan(named, tasks)
    const who = {
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'a@x',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'a@x',
    }
    const configured = makeAnonymousRepository()
    writePlan(configured, tasks)
    const parameters = { GIT_CONFIG_PARAMETERS: "'user.name'='Ada' 'user.email=a@x'" }

    const reports = await Promise.all([
      runToReport(named, ['plan.yml'], { env: who }),
      runToReport(configured, ['plan.yml'], { env: parameters }),
    ])
    const branches = [named, configured].flatMap((repository, index) =>
      Object.values(reports[index]?.tasks ?? {}).map(task =>
        repository.git('log', '-1', '--format=%an', task.branch as string),
      ),
    )
    expect(branches).toEqual(['Ada', 'Ada', 'Ada', 'Ada'])
  })
})

describe('the network', () => {
  test('is reached by GIT_SSH_COMMAND, with settings and in a language that the environment gives', async () => {
    const ssh = writeScript('#!/bin/sh\nwhile [ $# -gt 1 ]; do shift; done\nexec sh -c "$1"\n')
    const repository = makeRepository()
    const origin = makeRemote(repository)
    repository.git('remote', 'set-url', 'origin', 'short:')
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, { integration: { land: 'push' } })
    const { integration } = await runToReport(repository, ['plan.yml'], {
      env: {
        GIT_SSH_COMMAND: ssh,
        GIT_SSH_VARIANT: 'ssh',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `url.ssh://nowhere.invalid${origin.folder}.insteadOf`,
        GIT_CONFIG_VALUE_0: 'short:',
        LANGUAGE: 'de',
        LC_ALL: 'C.UTF-8',
      },
    })

    expect(integration.land).toMatchObject({ done: true })
    expect(origin.git('rev-parse', 'main')).toBe(repository.git('rev-parse', 'main'))
  })
})

describe('settings of the harness', () => {
  const given = {
    PATH: process.env.PATH as string,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.hooksPath',
    GIT_CONFIG_VALUE_0: '/evil',
    GIT_CONFIG_PARAMETERS: "'core.hookspath=/worse' 'color.ui'='it'\\''s'",
  }
  const read = (env: Readonly<Record<string, string>>, key: string) =>
    runGit({ directory: makeFolder(), env }, ['config', key])

  test('count more than those of the environment, which stay otherwise', async () => {
    const env = toUserEnvironment(given)
    expect(await read(env, 'core.hooksPath')).toBe('/dev/null')
    expect(await read(env, 'color.ui')).toBe("it's")
    expect(await read(toUserEnvironment(env, [['a.b', "!'"]]), 'a.b')).toBe("!'")
  })

  test('are all that counts where an agent could have written', async () => {
    const env = toPinnedEnvironment({ ...given, GIT_SSH_COMMAND: 'x' }, [])
    expect(await read(env, 'core.hooksPath')).toBe('/dev/null')
    await expect(read(env, 'color.ui')).rejects.toThrow()
    expect(env.GIT_SSH_COMMAND).toBeUndefined()
    expect(toConnectionEnvironment({ GIT_SSH_COMMAND: 'x' }, []).GIT_SSH_COMMAND).toBe('x')
  })
})
