import { prerequisites, type Task } from '../../model/plan.ts'
import { checkoutAction, productRepository } from '../starter/starter-workflow.ts'

export interface CompiledWorkflow {
  /** Tasks in plan order. */
  readonly tasks: readonly Task[]
  readonly name: string
  /** From the top of the repository. */
  readonly planFile: string
  /** The workflow's path from the top of the repository. */
  readonly workflowFile: string
  /** The version of the action. */
  readonly pin: string
  /** Where agents and tests run. */
  readonly runner: string
  /** CLIs to install. */
  readonly agents: readonly string[]
  /** Secrets with keys of agents. */
  readonly secrets: readonly string[]
  /** Whether dependencies are installed by lock files. */
  readonly installsDependencies: boolean
  /** Whether prompts come from issues or commands: then the first job passes them on. */
  readonly readsPrompts: boolean
}

/** The first line of every compiled workflow. */
export const compiledMark = '# Compiled by parallel-agents from '

const needsBase = expression('needs.plan.outputs.base')
const needsRun = expression('needs.plan.outputs.run')

/** The job of a task: job names begin with a letter, and `plan` is taken. */
function toJobId(task: string): string {
  return `task-${task}`
}

/** A workflow with one job for each task, connected as in the plan, one that merges and tests, and one that publishes. */
export function toCompiledWorkflow(workflow: CompiledWorkflow): string {
  const { name, planFile, workflowFile } = workflow
  return `${compiledMark}${planFile}. Do not edit: change the plan, then compile it again.
# parallel-agents compile ${planFile} --out ${workflowFile}
# Only the job publish can change the repository, and it runs no code written by agents.
name: ${JSON.stringify(name)}
on:
  workflow_dispatch:
  workflow_call:${toSecretsOfCall(workflow)}
permissions: {}

jobs:
${toJobs(workflow).join('\n\n')}
`
}

function toJobs(workflow: CompiledWorkflow): string[] {
  return [
    toPlanJob(workflow),
    ...(workflow.installsDependencies ? [toCacheJob(workflow)] : []),
    ...workflow.tasks.map((task, index) => toTaskJob(workflow, task, index)),
    toMergeJob(workflow),
    toPublishJob(workflow),
    ...(workflow.readsPrompts ? [toAnswerJob(workflow)] : []),
  ]
}

/** A caller may pass the secrets that are declared, by name. */
function toSecretsOfCall({ secrets }: CompiledWorkflow): string {
  if (secrets.length === 0) return ''
  return ['', '    secrets:', ...secrets.map(secret => `      ${secret}: { required: false }`)].join('\n')
}

function toPlanJob({ planFile, pin, installsDependencies, readsPrompts }: CompiledWorkflow): string {
  const cache = installsDependencies ? ['cache-dependencies'] : []
  const outputs = ['base', ...cache, 'has-tasks', 'run', ...(readsPrompts ? ['plan-text', 'failure'] : [])]
  return `  plan:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    # To detect another run of the plan, and to check, before agents cost money, whether a pull request may be opened.
    permissions: { actions: read, contents: read, issues: ${readsPrompts ? 'write' : 'read'}, pull-requests: write }
    outputs:
${outputs.map(output => `      ${output}: ${expression(`steps.plan.outputs.${output}`)}`).join('\n')}
    steps:
      - uses: ${checkoutAction}
        with: { fetch-depth: 0, persist-credentials: false }
      - id: plan
        uses: ${productRepository}@${pin}
        with: { command: plan, plan: ${JSON.stringify(planFile)} }`
}

/** Installs dependencies for later runs; no job waits for it. */
function toCacheJob(workflow: CompiledWorkflow): string {
  return `  cache:
    needs: [plan]
    if: needs.plan.outputs.cache-dependencies == 'true'
    continue-on-error: true
    runs-on: ${workflow.runner}
    timeout-minutes: 60
    permissions: { contents: read }
    steps:
${toSteps({ ...workflow, agents: [], secrets: [] }, 'cache', {})}`
}

function toTaskJob(workflow: CompiledWorkflow, task: Task, index: number): string {
  const { runner } = workflow
  const id = toJobId(task.id)
  const lane = { id: `lane-${index + 1}`, name: task.id, tasks: [task.id] }
  return `  ${id}:
    name: ${JSON.stringify(task.id)}
    needs: [${['plan', ...prerequisites(task).map(toJobId)].join(', ')}]
    if: ${expression("!cancelled() && needs.plan.outputs.has-tasks == 'true'")} # a task whose prerequisite failed says so by itself
    concurrency: { group: "parallel-agents-${needsRun}-${id}" }
    runs-on: ${runner}
    timeout-minutes: 360
    cache-mode: read # other workflows of the repository would run what an agent puts into a cache
    permissions: { actions: read, contents: read }
    steps:
${toSteps(workflow, 'run', { lane: `'${JSON.stringify(lane)}'` })}`
}

function toMergeJob(workflow: CompiledWorkflow): string {
  const { tasks, runner } = workflow
  return `  merge:
    needs: [${['plan', ...tasks.map(({ id }) => toJobId(id))].join(', ')}]
    if: ${expression("!cancelled() && needs.plan.outputs.has-tasks == 'true'")}
    concurrency: { group: "parallel-agents-${needsRun}-merge" }
    runs-on: ${runner}
    timeout-minutes: 360
    cache-mode: read
    permissions: { actions: read, contents: read }
    outputs: { merged: "${expression('steps.merge.outputs.merged')}" }
    steps:
${toSteps(workflow, 'merge', {})}`
}

function toPublishJob(workflow: CompiledWorkflow): string {
  const merged = expression('needs.merge.outputs.merged || needs.merge.result')
  const others = workflow.tasks.map(({ id }) => toJobId(id))
  return `  publish:
    needs: [${['plan', ...others, 'merge'].join(', ')}]
    if: always() && needs.plan.outputs.has-tasks == 'true' # every branch reaches the repository, even after failures
    concurrency: { group: "parallel-agents-${needsRun}-publish" }
    runs-on: ubuntu-latest
    timeout-minutes: 60
    permissions: { actions: read, contents: write, issues: write, pull-requests: write }
    outputs: { status: "${expression('steps.publish.outputs.status')}" }
    steps:
${toSteps({ ...workflow, agents: [], secrets: [] }, 'publish', { merged })}`
}

/** Comments on issues which job died, when no other job could. */
function toAnswerJob({ tasks, planFile, pin }: CompiledWorkflow): string {
  const planned = `needs.plan.result != 'skipped' && (needs.plan.result != 'success' || needs.plan.outputs.has-tasks == 'true')`
  const file = `'${planFile.replaceAll("'", "''")}'`
  const plan = `needs.plan.outputs.plan-text && format('{0}/plan.yml', runner.temp) || ${file}`
  return `  answer:
    needs: [${['plan', ...tasks.map(({ id }) => toJobId(id)), 'merge', 'publish'].join(', ')}]
    if: always() && ${planned} && needs.publish.result != 'success' && !needs.publish.outputs.status
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions: { actions: read, contents: read, issues: write }
    steps:
      - uses: ${checkoutAction}
        continue-on-error: true # only for a plan in a file
        with: { persist-credentials: false }
${writesPlan.map(line => `      ${line}`).join('\n')}
      - uses: ${productRepository}@${pin}
        with:
          command: answer
          plan: ${expression(plan)}
          reason: ${expression('needs.plan.outputs.failure')}`
}

/** Checks out the run's base, and runs the action. */
function toSteps(
  { planFile, pin, agents, secrets, readsPrompts }: CompiledWorkflow,
  command: 'cache' | 'run' | 'merge' | 'publish',
  inputs: Readonly<Record<string, string>>,
): string {
  const plan = readsPrompts ? `${expression('runner.temp')}/plan.yml` : JSON.stringify(planFile)
  const all = {
    command,
    ...inputs,
    run: needsRun,
    plan,
    ...(agents.length === 0 ? {} : { agents: agents.join(', ') }),
  }
  const lines = [
    `- uses: ${checkoutAction}`,
    `  with: { ref: "${needsBase}", fetch-depth: 0, persist-credentials: false }`,
    ...(readsPrompts ? writesPlan : []),
    `- id: ${command}`,
    `  uses: ${productRepository}@${pin}`,
    '  with:',
    ...Object.entries(all).map(([key, value]) => `    ${key}: ${value}`),
    ...(secrets.length === 0 ? [] : ['  env:']),
    ...secrets.map(secret => `    ${secret}: ${expression(`secrets.${secret}`)}`),
  ]
  return lines.map(line => `      ${line}`).join('\n')
}

const writesPlan = [
  '- name: Write the plan with the texts of its issues',
  `  run: printf '%s\\n' "$TEXT" > "$RUNNER_TEMP/plan.yml"`,
  `  env: { TEXT: "${expression('needs.plan.outputs.plan-text')}" }`,
]

function expression(text: string): string {
  return `\${{ ${text} }}`
}
