import { beforeAll, describe, expect, test } from '@jest/globals'
import { actionFiles, useGitHub, workflowFiles } from './fixtures/fixtures.ts'
import type { WorkflowRun } from './runner/workflow-run.ts'

const github = useGitHub()

describe('actions', () => {
  let run: WorkflowRun

  beforeAll(async () => {
    const greeter = await github().createRepository('acme/greeter', actionFiles('greet'))
    await greeter.git('tag', 'v1', 'main')
    const repository = await github().createRepository('acme/actions', {
      ...workflowFiles('actions.yml'),
      ...actionFiles('greet'),
      ...actionFiles('greet', '.github/actions/greet/'),
    })
    run = await (await github().dispatch(repository, 'actions.yml')).done
  })

  test('of the repository itself run on Node 24, with their inputs, outputs and the tokens of JavaScript actions', () => {
    const { log, annotations } = run.job('local')

    expect(log).toContain('node 24 in workspace')
    expect(log).toContain('runtime token given, results given')
    expect(log).toContain('event refs/heads/main, action greet of here')
    expect(log).toContain('said hello world! and hello octocat')
    expect(annotations).toContainEqual({
      level: 'warning',
      message: "Unexpected input(s) 'unknown', valid inputs are ['who', 'loud-voice', 'required-one']",
    })
  })

  test('have their post steps in reverse order, with their state, even when they failed', () => {
    const { steps, log, conclusion } = run.job('local')

    expect(conclusion).toBe('failure')
    expect(steps.slice(-4).map(step => step.name)).toEqual([
      'Post Run ./',
      'Post Run ./.github/actions/greet',
      'Post Run ./',
      'Post Run actions/checkout',
    ])
    expect(log.match(/post after .*/g)).toEqual([
      'post after hello nobody',
      'post after hello octocat',
      'post after hello world!',
    ])
    expect(log).not.toContain('pre of')
  })

  test('of another repository are fetched before all steps, and have pre steps', () => {
    const { steps, log } = run.job('remote')

    expect(steps[0]?.name).toBe('Pre Run acme/greeter@v1')
    expect(log).toContain('pre of from afar\nnode 24')
    expect(log).toContain('of acme/greeter')
    expect(steps.map(step => step.log)).toContain('node 24')
  })

  test('that do not exist fail the job before it begins, and are named', () => {
    const { annotations, steps } = run.job('missing')

    expect(annotations[0]?.message).toContain('Unable to resolve action `somebody/unknown-action@v3`')
    expect(steps).toEqual([])
  })
})

describe('secrets', () => {
  test('are masked in logs, summaries and annotations, and outputs that contain them are dropped', async () => {
    const secret = 's3cr3t-value-of-the-key'
    const repository = await github().createRepository('acme/secrets', workflowFiles('secrets.yml'), {
      secrets: { DEPLOY_KEY: secret },
    })
    const run = await (await github().dispatch(repository, 'secrets.yml')).done
    const tell = run.job('tell')

    expect(run.conclusion).toBe('success')
    expect(tell.log).toContain('the secret is ***, the token is ***\nencoded: ***\nadded ***')
    expect(tell.log).toContain('same token')
    expect(run.log).not.toContain(secret)
    expect(tell.summary).toBe('summary ***\n')
    expect(tell.outputs).toEqual({ harmless: 'fine' })
    expect(tell.annotations.map(({ message }) => message)).toEqual([
      'error ***',
      "Skip output 'secret' since it may contain secret.",
      "Skip output 'added' since it may contain secret.",
    ])
    expect(run.job('ask').log).toContain("secret '', harmless 'fine'")
  })
})
