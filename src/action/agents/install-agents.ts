import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { toGitEnvironment } from '../inputs/job-environment.ts'
import type { WantedCli } from '../inputs/wanted-clis.ts'
import type { StepLog } from '../step/step-log.ts'

/** Installs agent CLIs into the runner's tool cache, each version once, and puts them first in PATH, also for later steps of the job. */
export async function installAgents(
  wanted: readonly WantedCli[],
  env: Environment,
  log: Pick<StepLog, 'line'>,
): Promise<Environment> {
  if (wanted.length === 0) return env
  const { addPath } = await import('@actions/core')
  const folders: string[] = []
  for (const cli of wanted) {
    const folder = await install(cli, env, log)
    addPath(folder)
    folders.push(folder)
  }
  return { ...env, PATH: [...folders, env.PATH ?? ''].join(delimiter) }
}

/** The layout of the tool cache: `<tool>/<version>/<arch>`, complete when `<arch>.complete` is beside it. */
async function install(cli: WantedCli, env: Environment, log: Pick<StepLog, 'line'>): Promise<string> {
  const version = await toExactVersion(cli, env)
  const place = join(env.RUNNER_TOOL_CACHE || tmpdir(), `agent-${cli.name}`, version)
  const folder = join(place, process.arch)
  const programs = join(folder, 'node_modules', '.bin')
  if (existsSync(`${folder}.complete`)) {
    log.line(`${cli.name} ${version} is in the tool cache`)
    return programs
  }
  mkdirSync(folder, { recursive: true })
  const spec = `${cli.package}@${version}`
  await runNpm(['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', spec], env)
  writeFileSync(`${folder}.complete`, '')
  log.line(`${cli.name} ${version} is installed`)
  return programs
}

/** `2.1` means the newest version with that prefix. */
async function toExactVersion(
  { name, package: npmPackage, version }: WantedCli,
  env: Environment,
): Promise<string> {
  if (/^\d+\.\d+\.\d+/.test(version)) return version
  const answer = await runNpm(['view', `${npmPackage}@${version}`, 'version', '--json'], env)
  const found: unknown = answer.trim() === '' ? [] : JSON.parse(answer)
  const newest = (Array.isArray(found) ? found : [found]).filter(one => typeof one === 'string').at(-1)
  if (newest === undefined)
    throw new RefusedError(`npm has no ${npmPackage} of version ${version} (agents: ${name}@${version})`)
  return newest
}

/** Without the job's credentials: packages run install scripts. */
async function runNpm(args: readonly string[], env: Environment): Promise<string> {
  const { getExecOutput } = await import('@actions/exec')
  const { GITHUB_TOKEN: _, GH_TOKEN: __, ...seen } = toGitEnvironment(env)
  const options = { env: seen, silent: true, ignoreReturnCode: true }
  const { exitCode, stdout, stderr } = await getExecOutput('npm', [...args], options)
  if (exitCode === 0) return stdout
  throw new RefusedError(
    `npm ${args[0]} ${args.at(-1)} failed: ${stderr.trim().split('\n').slice(-3).join(' ')}`,
  )
}
