import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { installAgents } from '../../src/action/agents/install-agents.ts'
import { readAgentVariables } from '../../src/action/inputs/agent-environment.ts'
import { tryWantedCli, type WantedCli } from '../../src/action/inputs/wanted-clis.ts'
import { makeFolder } from '../support/repository.ts'

/** Stands in for npm: writes down how it was called, and installs a program. */
const npm = `#!/bin/sh
echo "$@ token=$GH_TOKEN$ANTHROPIC_API_KEY$AGENT_SETTING registry=$npm_config_registry" >> "\${0%/bin/npm}/calls"
if [ "$1" = view ]; then echo '["2.1.9","2.1.10"]'; exit; fi
mkdir -p "$3/node_modules/.bin"
touch "$3/node_modules/.bin/claude" "$3/node_modules/.bin/codex"
`

let env: Record<string, string>
let path: string | undefined
let lines: string[]
let calls: string

beforeEach(() => {
  const folder = makeFolder('tools')
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/npm'), npm)
  chmodSync(join(folder, 'bin/npm'), 0o755)
  writeFileSync(join(folder, 'path'), '')
  path = process.env.PATH
  process.env.PATH = `${join(folder, 'bin')}${delimiter}${path}`
  process.env.GITHUB_PATH = join(folder, 'path')
  lines = []
  calls = join(folder, 'calls')
  env = {
    PATH: process.env.PATH,
    RUNNER_TOOL_CACHE: join(folder, 'cache'),
    GH_TOKEN: 'secret',
    ANTHROPIC_API_KEY: 'secret',
    AGENT_SETTING: 'secret',
    npm_config_registry: 'https://npm.example',
  }
})
afterEach(() => {
  process.env.PATH = path
  delete process.env.GITHUB_PATH
})

const install = (...words: string[]) =>
  installAgents(
    words.map(word => tryWantedCli(word) as WantedCli),
    env,
    { line: text => void lines.push(text) },
  )

describe('agents', () => {
  test('are installed once in each version, the newest that begins as asked; npm sees its own settings, and no key', async () => {
    const first = await install('claude@2.1', 'codex@0.169.0')
    await install('claude@2.1.10')
    const said = readFileSync(calls, 'utf8').trim().split('\n')

    expect(said.map(call => call.replace(/--prefix \S+/, '--prefix X'))).toEqual([
      'view @anthropic-ai/claude-code@2.1 version --json token= registry=https://npm.example',
      'install --prefix X --no-audit --no-fund --no-save @anthropic-ai/claude-code@2.1.10 token= registry=https://npm.example',
      'install --prefix X --no-audit --no-fund --no-save @openai/codex@0.169.0 token= registry=https://npm.example',
    ])
    expect(first.PATH?.split(delimiter)[0]).toMatch(/agent-claude\/2\.1\.10\/\w+\/node_modules\/\.bin$/)
    expect(lines.at(-1)).toBe('claude 2.1.10 is in the tool cache')
  })

  test('are refused when their package has no such program', async () => {
    await expect(install('gemini@1.2.3')).rejects.toThrow('@google/gemini-cli@1.2.3 has no program `gemini`')
  })

  test('are refused if npm does not install them, or if the version is invalid', () => {
    expect(tryWantedCli('codex')).toMatchObject({ package: '@openai/codex' })
    for (const word of ['cursor', 'evil', 'claude@latest', 'claude@2.1;rm'])
      expect(tryWantedCli(word)).toBeUndefined()
  })
})

describe('AGENT_ENV', () => {
  test('passes keys to agents only, other variables to setup and tests too, and does not mask short values', () => {
    const text = '# gateway\nANTHROPIC_BASE_URL=https://gw.example\nexport AWS_REGION="eu-west-1"\r\n\nA=b=c'
    expect(readAgentVariables(text)).toEqual({
      env: { ANTHROPIC_BASE_URL: 'https://gw.example', AWS_REGION: 'eu-west-1', A: 'b=c' },
      named: ['AWS_REGION', 'A'],
      secrets: ['https://gw.example', 'eu-west-1'],
    })
    expect(readAgentVariables(undefined)).toEqual({ env: {}, named: [], secrets: [] })
  })

  test('is refused, without printing it, if a line is not NAME=value or sets a runner variable', () => {
    expect(() => readAgentVariables('A=1\nsk-secret')).toThrow('AGENT_ENV: line 2 is not NAME=value')
    expect(() => readAgentVariables('GITHUB_TOKEN=x')).toThrow('sets reserved variables: GITHUB_TOKEN')
  })
})
