import { type KnownAgent, knownAgents } from '../../model/agents/known-agents.ts'
import { type StarterFolder, toFolderGlob } from './starter-folders.ts'

/** Facts for a starter plan. */
export interface RepositoryFacts {
  readonly name: string
  readonly files: readonly string[]
  readonly folders: readonly StarterFolder[]
  /** The JSON Schema of plans, relative to the root, if this program is installed there. */
  readonly schema: string | undefined
  /** `scripts` of package.json. */
  readonly scripts: Readonly<Record<string, unknown>>
  /** An installed agent CLI. */
  readonly agent: KnownAgent | undefined
  readonly makeTargets: readonly string[]
}

/** The beginning of every prompt in a starter plan: agents never get it. */
export const starterPrompt = 'Say here what to do'

interface Guess {
  readonly file: string
  readonly command: string
}

/** Files by which `checkout: { dependencies: auto }` recognises what to install. */
const lockFiles = [
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  'bun.lockb',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'uv.lock',
  'poetry.lock',
  'requirements.txt',
  'Gemfile.lock',
  'composer.lock',
]

/** Installs without a lock file. */
const setups: readonly Guess[] = [
  { file: 'pnpm-workspace.yaml', command: 'pnpm install' },
  { file: 'package.json', command: 'npm install' },
]

const tests: readonly Guess[] = [
  { file: 'Cargo.toml', command: 'cargo test' },
  { file: 'go.mod', command: 'go test ./...' },
  { file: 'pom.xml', command: 'mvn --batch-mode test' },
  { file: 'gradlew', command: './gradlew test' },
  { file: 'uv.lock', command: 'uv run pytest' },
  { file: 'poetry.lock', command: 'poetry run pytest' },
  { file: 'pytest.ini', command: 'pytest' },
  { file: 'pyproject.toml', command: 'pytest' },
  { file: 'requirements.txt', command: '.venv/bin/python -m pytest' },
  { file: 'Gemfile', command: 'bundle exec rake test' },
  { file: 'Package.swift', command: 'swift test' },
  { file: 'mix.exs', command: 'mix test' },
]

const runners: Readonly<Record<string, string>> = {
  'pnpm-lock.yaml': 'pnpm test',
  'pnpm-workspace.yaml': 'pnpm test',
  'yarn.lock': 'yarn test',
  'bun.lock': 'bun run test',
  'bun.lockb': 'bun run test',
}

/** A valid plan to begin with, made from the repository; its prompts are placeholders. */
export function toStarterPlan(facts: RepositoryFacts): string {
  const setup = trySetup(facts)
  const test = tryTestCommand(facts)
  const agent = facts.agent ?? 'claude'
  const others = knownAgents.filter(name => name !== agent)
  return [
    ...toSchemaLine(facts.schema),
    '# Tasks for coding agents. Check it with "parallel-agents plan", run it with "parallel-agents run".',
    `name: ${JSON.stringify(facts.name)}`,
    `agent: ${agent}   # or ${others.join(', ')}, or a name under "agents:"`,
    'max-parallel: 3',
    ...toInstallLines(facts),
    '',
    'tasks:',
    ...toTasks(facts.folders),
    '',
    `${setup === undefined && test === undefined ? '# ' : ''}integration:`,
    ...(setup === undefined ? [] : [`  setup: ${setup}`]),
    test === undefined ? '#   test: make test   # must pass on the merged result' : `  test: ${test}`,
    '#   land: push   # move the target branch to the tested result (default: a branch here, a pull request on GitHub)',
    '',
  ].join('\n')
}

function toInstallLines(facts: RepositoryFacts): string[] {
  const setup = trySetup(facts)
  if (hasLockFile(facts))
    return ['checkout: { dependencies: auto }   # as the lock file says, in every checkout']
  return setup === undefined
    ? ['# setup: make deps   # in every fresh checkout, before the agent']
    : [`setup: ${setup}`]
}

function hasLockFile({ files }: RepositoryFacts): boolean {
  return lockFiles.some(file => files.includes(file))
}

function trySetup(facts: RepositoryFacts): string | undefined {
  return hasLockFile(facts) ? undefined : setups.find(({ file }) => facts.files.includes(file))?.command
}

/** What editors complete and check keys by. */
export function toSchemaLine(schema: string | undefined): string[] {
  return schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`]
}

/** The same settings without tasks, by the keys of the plan file. */
export function toStarterSettings(facts: RepositoryFacts): Record<string, unknown> {
  const setup = trySetup(facts)
  const test = tryTestCommand(facts)
  const integration = {
    ...(setup === undefined ? {} : { setup }),
    ...(test === undefined ? {} : { test }),
  }
  return {
    agent: facts.agent ?? 'claude',
    ...(hasLockFile(facts) ? { checkout: { dependencies: 'auto' } } : {}),
    ...(setup === undefined ? {} : { setup }),
    ...(Object.keys(integration).length === 0 ? {} : { integration }),
  }
}

function toTasks(folders: readonly StarterFolder[]): string[] {
  if (folders.length === 0) return toTask('first-task', '**', [])
  const tasks = folders.map(({ path, id }) => ({ id: `improve-${id}`, glob: toFolderGlob(path) }))
  const independent = tasks.flatMap(({ id, glob }) => toTask(id, glob, []))
  const needs = tasks.length > 1 ? tasks.map(({ id }) => id) : []
  return [...independent, ...toTask('document', 'README.md', needs)]
}

function toTask(id: string, glob: string, needs: readonly string[]): string[] {
  return [
    `  ${id}:`,
    '    prompt: >-',
    `      ${starterPrompt}${needs.length === 0 ? '' : `, building on ${needs.join(', ')}`},`,
    '      and how to tell that it is done.',
    ...(needs.length === 0 ? [] : [`    needs: [${needs.join(', ')}]`]),
    `    files: [${JSON.stringify(glob)}]`,
  ]
}

function tryTestCommand({ files, scripts, makeTargets }: RepositoryFacts): string | undefined {
  if (typeof scripts.test === 'string' && !scripts.test.includes('no test specified')) {
    const lock = Object.keys(runners).find(file => files.includes(file))
    return lock === undefined ? 'npm test' : runners[lock]
  }
  return (
    tests.find(guess => files.includes(guess.file))?.command ??
    (makeTargets.includes('test') ? 'make test' : undefined)
  )
}
