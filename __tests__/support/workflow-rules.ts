import { parse } from 'yaml'

export interface Step {
  readonly uses?: string
  readonly run?: string
  readonly if?: unknown
  readonly env?: Readonly<Record<string, unknown>>
  readonly with?: Readonly<Record<string, unknown>>
}

export interface Job {
  readonly uses?: string
  readonly if?: unknown
  readonly env?: Readonly<Record<string, unknown>>
  readonly permissions?: unknown
  readonly secrets?: unknown
  readonly needs?: unknown
  readonly outputs?: Readonly<Record<string, unknown>>
  readonly strategy?: { readonly matrix?: Readonly<Record<string, readonly string[]>> }
  readonly steps?: readonly Step[]
  readonly container?: Image
  readonly services?: Readonly<Record<string, Image>>
  readonly 'runs-on'?: unknown
  readonly 'timeout-minutes'?: unknown
  readonly 'cache-mode'?: unknown
}

type Image = string | { readonly image?: string; readonly credentials?: { readonly password?: string } }

export interface Workflow {
  readonly name?: string
  readonly on: unknown
  readonly env?: Readonly<Record<string, unknown>>
  readonly permissions?: unknown
  readonly concurrency?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

interface Rule {
  /** A workflow that breaks it. */
  readonly bad: string
  /** Where a workflow breaks it. */
  readonly find: (workflow: Workflow, text: string) => string[]
}

export function readWorkflow(text: string): Workflow {
  return parse(text) as Workflow
}

/**
 * What makes a workflow open to attacks, one rule for each audit of zizmor that needs no network and concerns what is used here.
 * https://docs.zizmor.sh/audits/
 */
export const workflowRules: Readonly<Record<string, Rule>> = {
  'unpinned-uses': {
    bad: 'jobs: { a: { steps: [{ uses: actions/checkout@v5 }] } }',
    find: workflow => [...inJobs(workflow, isUnpinned), ...inSteps(workflow, isUnpinned)],
  },
  'ref-version-mismatch': {
    bad: `jobs:\n  a:\n    steps:\n      - uses: actions/checkout@${'a'.repeat(40)}\n`,
    find: (_, text) =>
      text.split('\n').filter(line => /uses:.*@[0-9a-f]{40}/.test(line) && !/# v\d+\.\d+\.\d+/.test(line)),
  },
  artipacked: {
    bad: 'jobs: { a: { steps: [{ uses: actions/checkout@v5, with: { fetch-depth: 0 } }] } }',
    find: workflow =>
      inSteps(
        workflow,
        step => isFrom(step, 'actions/checkout') && step.with?.['persist-credentials'] !== false,
      ),
  },
  'template-injection': {
    bad: `jobs: { a: { steps: [{ run: "echo \${{ github.event.issue.title }}" }] } }`,
    find: workflow =>
      inSteps(workflow, step => /\$\{\{/.test(`${step.run ?? ''}${toText(step.with?.script)}`)),
  },
  'dangerous-triggers': {
    bad: 'on: { pull_request_target: {} }\njobs: {}',
    find: ({ on }) => names(on).filter(name => name === 'pull_request_target' || name === 'workflow_run'),
  },
  'excessive-permissions': {
    bad: 'permissions: write-all\njobs: { a: { steps: [] } }',
    find: workflow => [
      ...(isWide(workflow.permissions) ? ['permissions of the workflow'] : []),
      ...inJobs(
        workflow,
        ({ permissions }) =>
          (permissions ?? workflow.permissions) === undefined || permissions === 'write-all',
      ),
    ],
  },
  'secrets-inherit': {
    bad: 'jobs: { a: { uses: ./b.yml, secrets: inherit } }',
    find: workflow => inJobs(workflow, ({ secrets }) => secrets === 'inherit'),
  },
  'overprovisioned-secrets': {
    bad: `jobs: { a: { env: { ALL: "\${{ toJSON(secrets) }}" } } }`,
    find: (_, text) => text.match(/toJSON\(\s*secrets\s*\)|secrets\[/gi) ?? [],
  },
  'unredacted-secrets': {
    bad: `jobs: { a: { env: { PART: "\${{ fromJSON(secrets.ALL).part }}" } } }`,
    find: (_, text) => text.match(/fromJSON\(\s*secrets\./gi) ?? [],
  },
  'insecure-commands': {
    bad: 'jobs: { a: { env: { ACTIONS_ALLOW_UNSECURE_COMMANDS: true } } }',
    find: (_, text) => text.match(/ACTIONS_ALLOW_UNSECURE_COMMANDS/g) ?? [],
  },
  'github-env': {
    bad: 'jobs: { a: { steps: [{ run: "echo A=$TITLE >> $GITHUB_ENV" }] } }',
    find: workflow => inSteps(workflow, ({ run = '' }) => /GITHUB_(ENV|PATH)/.test(run)),
  },
  'bot-conditions': {
    bad: `jobs: { a: { if: "github.actor == 'dependabot[bot]'" } }`,
    find: (_, text) => text.match(/github\.(?:triggering_)?actor\s*==\s*'[^']*\[bot\]'/g) ?? [],
  },
  'unsound-contains': {
    bad: `jobs: { a: { if: "contains('refs/heads/main refs/heads/next', github.ref)" } }`,
    find: (_, text) => text.match(/contains\(\s*'[^']*'\s*,/g) ?? [],
  },
  'unsound-condition': {
    bad: `jobs:\n  a:\n    if: |\n      \${{ false }}\n`,
    find: workflow => [...inJobs(workflow, hasUnsoundCondition), ...inSteps(workflow, hasUnsoundCondition)],
  },
  'unpinned-images': {
    bad: 'jobs: { a: { container: "node:24", steps: [] } }',
    find: workflow =>
      inJobs(workflow, job => toImages(job).some(image => !/@sha256:[0-9a-f]{64}$/.test(toImageName(image)))),
  },
  'hardcoded-container-credentials': {
    bad: 'jobs: { a: { container: { image: a, credentials: { username: b, password: c } } } }',
    find: workflow =>
      inJobs(workflow, job =>
        toImages(job).some(
          image => typeof image === 'object' && !/^(\$\{\{.*)?$/.test(image.credentials?.password ?? ''),
        ),
      ),
  },
  'self-hosted-runner': {
    bad: 'jobs: { a: { runs-on: [self-hosted, linux] } }',
    find: workflow => inJobs(workflow, job => toText(job['runs-on']).includes('self-hosted')),
  },
  'cache-poisoning': {
    bad: 'on: { push: { tags: ["v*"] } }\njobs: { a: { steps: [{ uses: actions/setup-node@v5, with: { cache: npm } }] } }',
    find: workflow =>
      toText(workflow.on).includes('"tags"')
        ? inSteps(workflow, step => isFrom(step, 'actions/cache') || step.with?.cache !== undefined)
        : [],
  },
  'anonymous-definition': {
    bad: 'jobs: {}',
    find: ({ name }) => (name === undefined ? ['the workflow has no name'] : []),
  },
  'no-time-limit': {
    bad: 'jobs: { a: { steps: [] } }',
    find: workflow =>
      inJobs(workflow, job => job.steps !== undefined && job['timeout-minutes'] === undefined),
  },
}

function inJobs({ jobs }: Workflow, isWrong: (job: Job) => boolean): string[] {
  return Object.entries(jobs).flatMap(([name, job]) => (isWrong(job) ? [name] : []))
}

function inSteps({ jobs }: Workflow, isWrong: (step: Step) => boolean): string[] {
  return Object.entries(jobs).flatMap(([name, { steps = [] }]) =>
    steps.flatMap((step, index) => (isWrong(step) ? [`${name}, step ${index + 1}`] : [])),
  )
}

/** By the full commit; the action of this project is named by its version in examples, as its users do. */
function isUnpinned({ uses }: Pick<Step, 'uses'>): boolean {
  const isOwn = uses?.startsWith('./') || uses?.startsWith('owner/parallel-agents')
  return uses !== undefined && !isOwn && !/@[0-9a-f]{40}$/.test(uses)
}

function isFrom({ uses = '' }: Step, action: string): boolean {
  return uses.startsWith(`${action}@`) || uses.startsWith(`${action}/`)
}

/** A condition in a block keeps its last line break, and is always true when it also has the marks of an expression. */
function hasUnsoundCondition({ if: condition }: Pick<Step, 'if'>): boolean {
  return typeof condition === 'string' && condition.includes('${{') && !/^\$\{\{[\s\S]*\}\}$/.test(condition)
}

/** Write access that each job gets, whether or not it needs it. */
function isWide(permissions: unknown): boolean {
  return permissions === 'write-all' || toText(permissions).includes('"write"')
}

function toImages({ container, services = {} }: Job): Image[] {
  return [...(container === undefined ? [] : [container]), ...Object.values(services)]
}

function toImageName(image: Image): string {
  return typeof image === 'string' ? image : (image.image ?? '')
}

function names(on: unknown): string[] {
  if (typeof on === 'string') return [on]
  return Array.isArray(on) ? on : Object.keys(on ?? {})
}

function toText(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value)
}
