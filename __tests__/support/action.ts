import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionBundle } from './bundles.ts'
import { untilClosed } from './cli.ts'
import { gitEnvironment, makeFolder } from './repository.ts'

export interface ActionCall {
  /** Under `with:`. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Environment of the step. */
  readonly env?: Readonly<Record<string, string>>
}

export interface ActionEnd {
  readonly code: number | null
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** The workflow commands that the runner would obey, in order. */
  readonly commands: readonly WorkflowCommand[]
}

export interface WorkflowCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly text: string
}

/** The secret that only the runner may use. */
export const runtimeToken = 'runtime-token-of-the-job'
export const githubToken = 'ghs_token-of-the-job'

/** Runs the bundle of the action as the runner of GitHub does. */
export async function runAction(folder: string, call: ActionCall = {}): Promise<ActionEnd> {
  const started = startAction(folder, call)
  const { code, stdout } = await untilClosed(started.child)
  return { code, log: stdout, ...started.readFiles(), commands: readCommands(stdout) }
}

export function startAction(
  folder: string,
  { inputs = {}, env = {} }: ActionCall,
): { child: ChildProcess; readFiles: () => Pick<ActionEnd, 'outputs' | 'summary'> } {
  const temp = makeFolder('runner')
  const files = { output: join(temp, 'output'), summary: join(temp, 'summary') }
  for (const path of Object.values(files)) writeFileSync(path, '')
  mkdirSync(join(temp, 'home'))
  const child = spawn(process.execPath, [actionBundle], {
    cwd: folder,
    env: { ...toRunnerEnvironment(folder, temp, files), ...toInputVariables(inputs), ...env },
  })
  const readFiles = () => ({
    outputs: readOutputs(files.output),
    summary: existsSync(files.summary) ? readFileSync(files.summary, 'utf8') : '',
  })
  return { child, readFiles }
}

function toRunnerEnvironment(
  folder: string,
  temp: string,
  files: { output: string; summary: string },
): Record<string, string> {
  const { GIT_CONFIG_GLOBAL, GIT_CONFIG_NOSYSTEM } = gitEnvironment
  return {
    GIT_CONFIG_GLOBAL,
    GIT_CONFIG_NOSYSTEM,
    PARALLEL_AGENTS_SANDBOX: 'none',
    PATH: process.env.PATH ?? '',
    HOME: join(temp, 'home'),
    CI: 'true',
    ACTIONS_RUNTIME_TOKEN: runtimeToken,
    ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/',
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_ENV: join(temp, 'env'),
    GITHUB_PATH: join(temp, 'path'),
    GITHUB_STATE: join(temp, 'state'),
    GITHUB_TOKEN: githubToken,
    GITHUB_REPOSITORY: 'octo/project',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(temp, 'tools'),
    'INPUT_GITHUB-TOKEN': githubToken,
    INPUT_COMMAND: 'run',
    INPUT_PUSH: 'false',
    'INPUT_DRY-RUN': 'false',
    'INPUT_WORKING-DIRECTORY': '.',
  }
}

function toInputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  )
}

/** `name<<delimiter`, lines, `delimiter`. */
function readOutputs(path: string): Record<string, string> {
  const text = readFileSync(path, 'utf8')
  return Object.fromEntries(
    [...text.matchAll(/^([^\n]+)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gm)].map(match => [
      match[1] as string,
      match[3] as string,
    ]),
  )
}

/** Obeys like the runner: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
export function readCommands(log: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = []
  let word: string | undefined
  for (const line of log.split('\n')) {
    const command = tryCommand(line)
    if (command === undefined) continue
    if (word !== undefined) {
      if (command.name === word) word = undefined
    } else if (command.name === 'stop-commands') word = command.text
    else commands.push(command)
  }
  return commands
}

function tryCommand(line: string): WorkflowCommand | undefined {
  const match =
    /^\s*::([^\s:]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line)
  if (match === null) return undefined
  const pairs = (match[2] ?? '').split(/[,;]/).map(pair => pair.split('=', 2) as [string, string])
  const properties = Object.fromEntries(pairs.filter(([name]) => name !== '').map(toProperty))
  return { name: match[1] as string, properties, text: withoutEscapes(match[3] ?? '') }
}

function toProperty([name, value]: [string, string]): [string, string] {
  return [
    name.trim(),
    withoutEscapes(value ?? '')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ','),
  ]
}

function withoutEscapes(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
