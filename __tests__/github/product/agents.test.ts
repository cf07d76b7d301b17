import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { changeCall, createCaller, type Left, readLeft, runReused } from './caller.ts'
import { NpmRegistry } from './npm-registry.ts'
import { useProduct } from './product.ts'

/** Before `useProduct` puts another one first. */
const realNpm = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim()
const github = useProduct()
const tools = mkdtempSync(join(tmpdir(), 'pa-tools-'))
let registry: NpmRegistry

/** A CLI that says which one it is, and what it was given. */
const toCli = (version: string) => `#!/bin/sh
if [ "$1" = --version ]; then echo ${version}; exit; fi
echo "over $ANTHROPIC_BASE_URL" >&2
echo "claude ${version} $ANTHROPIC_BASE_URL $CLAUDE_CODE_USE_BEDROCK $AWS_REGION" > hello.txt
echo '{"type":"result","is_error":false,"usage":{"output_tokens":7},"total_cost_usd":0.25}'
`

beforeAll(async () => {
  const versions = ['2.1.9', '2.1.10', '2.2.0'].map(version => [version, toCli(version)] as const)
  registry = await NpmRegistry.start('@anthropic-ai/claude-code', 'claude', Object.fromEntries(versions))
  writeFileSync(join(tools, 'npm'), `#!/bin/sh\nexec ${realNpm} "$@"\n`, { mode: 0o755 })
  process.env.PATH = `${tools}${delimiter}${process.env.PATH}`
})
afterAll(async () => {
  await registry.close()
  rmSync(tools, { recursive: true })
})

describe('a call with `agents`, `publish-environment` and AGENT_ENV', () => {
  const settings = [
    'ANTHROPIC_BASE_URL=https://gateway.example',
    'CLAUDE_CODE_USE_BEDROCK=1',
    'AWS_REGION=eu-north-1',
  ]
  let repository: Repository
  let run: WorkflowRun
  let left: Left

  beforeAll(async () => {
    repository = await createCaller(github(), {
      tasks: { hello: { agent: 'claude', prompt: 'Say hello.', files: ['hello.txt'] } },
      plan: { integration: { test: `test "$AWS_REGION" = eu-north-1 && test -z "$ANTHROPIC_BASE_URL"` } },
      settings: { secrets: { AGENT_ENV: settings.join('\n') } },
    })
    const prepare = `agents: claude@2.1\n      publish-environment: releases\n      prepare: echo npm_config_registry=${registry.url} >> "$GITHUB_ENV"`
    await changeCall(repository, /prepare: .*/, prepare)
    await changeCall(repository, /ANTHROPIC_API_KEY: .*/, `AGENT_ENV: $\{{ secrets.AGENT_ENV }}`)
    run = await runReused(github(), repository)
    left = await readLeft(repository, run)
  })

  test('installs the newest CLI of that version, which works with what the secret says', async () => {
    expect(run.job('agents / hello').log).toContain('claude 2.1.10 is installed')
    expect(await left.read('integration')).toEqual({
      'hello.txt': 'claude 2.1.10 https://gateway.example 1 eu-north-1\n',
    })
    expect(new Set(registry.downloads)).toEqual(new Set(['/@anthropic-ai/claude-code/-/2.1.10.tgz']))
  })

  test('shows setup and tests the settings alone, and the log neither', () => {
    expect(run.job('agents / publish').outputs.status).toBe('landed')
    expect(run.log).toContain('over ***')
    expect(run.log).not.toMatch(/gateway\.example/)
  })

  test('asks the reviewers of its environment before anything is pushed, and before nothing else', () => {
    const asking = run.jobs.filter(({ environment }) => environment === 'releases')
    expect(asking.map(({ name }) => name)).toEqual(['agents / publish'])
  })

  test('masks no value that is too short to be a secret: GitHub would drop outputs that contain it', () => {
    expect(run.jobs.flatMap(({ annotations }) => annotations)).toEqual([])
    expect(left.pulls).toHaveLength(1)
  })
})
