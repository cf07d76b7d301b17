import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { inputNames } from '../../src/action/inputs/inputs.ts'
import { readInputs } from '../../src/action/inputs/read-inputs.ts'
import { runAction } from '../support/action.ts'
import { makeRepository } from '../support/repository.ts'

const lane = { id: 'lane-1', name: 'a → b', tasks: ['a', 'b'] }
const run = '20261120-101500-ab12'

/** Reads inputs as GitHub passes them. */
function read(inputs: Readonly<Record<string, string>>) {
  const entries = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return readInputs(Object.fromEntries(entries))
}

describe('the inputs', () => {
  test('are those of action.yml', () => {
    const text = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')
    const { inputs } = load(text) as { inputs: Record<string, { description?: string }> }

    expect(Object.keys(inputs)).toEqual([...inputNames])
    expect(Object.values(inputs).filter(({ description }) => !description)).toEqual([])
  })

  test('have defaults where they are empty', () => {
    expect(read({ plan: '', tasks: ' ' })).toEqual({
      command: 'run',
      plan: undefined,
      lane: undefined,
      part: 1,
      maxParts: 1,
      run: undefined,
      tasks: [],
      feedback: undefined,
      label: 'agents',
      agent: undefined,
      approve: [],
      agents: [],
      maxParallel: undefined,
      push: false,
      land: undefined,
      installSandbox: true,
      deadlineMinutes: 350,
      dryRun: false,
      env: [],
      githubToken: '',
      workingDirectory: '.',
    })
  })

  test('accept the booleans of YAML and lists of any shape', () => {
    const inputs = { push: 'True', 'dry-run': 'TRUE', 'max-parallel': '12', tasks: 'a, b\nc', env: 'A B' }

    expect(read(inputs)).toMatchObject({
      push: true,
      dryRun: true,
      maxParallel: 12,
      tasks: ['a', 'b', 'c'],
      env: ['A', 'B'],
    })
    expect(read({ lane: JSON.stringify(lane), run }).lane).toEqual(lane)
  })

  const wrong: Record<string, [inputs: Record<string, string>, line: string]> = {
    'a command that does not exist': [{ command: 'runs' }, 'command: run'],
    'a command by another name': [{ command: 'execute' }, 'command: run'],
    'a boolean in other words': [{ push: 'yes' }, 'push: true'],
    'a boolean that is none': [{ 'dry-run': 'maybe' }, 'dry-run: false'],
    'a number in words': [{ 'max-parallel': 'many' }, 'max-parallel: 4'],
    'a number that is too small': [{ 'max-parallel': '0' }, 'max-parallel: 4'],
    'a number in another notation': [{ 'max-parallel': '1e2' }, 'max-parallel: 4'],
    'another word for a pull request': [{ land: 'PR' }, 'land: pull-request'],
    'a lane that was not made JSON': [{ lane: 'Object', run }, `lane: \${{ toJSON(matrix.lane) }}`],
    'a lane with a task that can be none': [
      { lane: JSON.stringify({ ...lane, tasks: ['../x'] }), run },
      `lane: \${{ toJSON(matrix.lane) }}`,
    ],
    'all lanes for one': [{ lane: JSON.stringify([lane]), run }, `lane: \${{ toJSON(matrix.lane) }}`],
    'a lane without a run': [{ lane: JSON.stringify(lane) }, `run: \${{ needs.plan.outputs.run }}`],
    'a lane with another command': [{ lane: JSON.stringify(lane), run, command: 'plan' }, 'command: run'],
    'a deadline that is none': [{ 'deadline-minutes': '0' }, 'deadline-minutes: 350'],
    'a run that is none': [{ run: '17' }, `run: \${{ needs.plan.outputs.run }}`],
    'an id with a path': [{ tasks: 'a, ../b' }, 'tasks: api, docs'],
    'a variable with a value': [{ env: 'A=1' }, 'env: NPM_TOKEN'],
    'a variable of the runner': [{ env: 'NPM_TOKEN, ACTIONS_RUNTIME_TOKEN' }, 'env: NPM_TOKEN'],
    'an input with an underscore': [{ max_parallel: '8' }, 'max-parallel: 8'],
    'an input with a typing error': [{ 'max-paralel': '8' }, 'max-parallel: 8'],
    'an input by another name': [{ 'plan-file': 'plans/a.yml' }, 'plan: plans/a.yml'],
    'a token by another name': [{ token: 'ghp_secret' }, `github-token: \${{ github.token }}`],
    'a key': [{ anthropic_api_key: 'sk-secret' }, `ANTHROPIC_API_KEY: \${{ secrets.ANTHROPIC_API_KEY }}`],
  }
  for (const [name, [inputs, line]] of Object.entries(wrong)) {
    test(`refuse ${name}, and give the line to write`, () => {
      expect(() => read(inputs)).toThrow(`Write:\n`)
      expect(() => read(inputs)).toThrow(line)
      expect(() => read(inputs)).not.toThrow(/ghp_secret|sk-secret/)
    })
  }

  test('are refused all at once', () => {
    expect(() => read({ push: 'yes', 'max-parallel': 'x', land: 'x' })).toThrow(
      /push[\s\S]*max-parallel|max-parallel[\s\S]*push/,
    )
  })

  test('leave unknown names to GitHub, which warns about them', () => {
    expect(read({ 'completely-different': 'x' }).command).toBe('run')
  })

  test('are reported in the log, and fail the step', async () => {
    const { code, commands } = await runAction(makeRepository().folder, { inputs: { push: 'yes' } })

    expect(code).toBe(1)
    expect(commands.find(({ name }) => name === 'error')?.text).toContain('    push: true')
  })

  test('suggest the agent that was probably meant', async () => {
    const repository = makeRepository({ 'plan.yml': 'agent: claude\ntasks:\n  a: { prompt: x }\n' })
    const { code, log } = await runAction(repository.folder, { inputs: { agent: 'claud' } })

    expect(code).toBe(1)
    expect(log).toContain('agent: claude')
  })
})
