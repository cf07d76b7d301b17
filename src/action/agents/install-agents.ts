import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { toAgentEntry } from '../../model/agents/known-agents.ts'
import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { toJobEnvironment } from '../inputs/job-environment.ts'
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
  const version = await readExactVersion(cli, env)
  const place = join(env.RUNNER_TOOL_CACHE || tmpdir(), `agent-${cli.name}`, version)
  const folder = join(place, process.arch)
  const programs = join(folder, 'node_modules', '.bin')
  if (existsSync(`${folder}.complete`)) {
    log.line(`${cli.name} ${version} is in the tool cache`)
    return programs
  }
  mkdirSync(place, { recursive: true })
  const own = mkdtempSync(join(place, 'new-')) // another job of this machine may install the same
  const spec = `${cli.package}@${version}`
  await runNpm(['install', '--prefix', own, '--no-audit', '--no-fund', '--no-save', spec], env)
  const { program } = toAgentEntry(cli.name)
  if (!existsSync(join(own, 'node_modules', '.bin', program)))
    throw new RefusedError(`${spec} has no program \`${program}\` (agents: ${cli.name}@${version})`)
  if (!existsSync(`${folder}.complete`)) putInPlace(own, folder)
  rmSync(own, { recursive: true, force: true })
  log.line(`${cli.name} ${version} is installed`)
  return programs
}

/** Where another job was as fast, what that installed stays: its agents may run already. */
function putInPlace(from: string, folder: string): void {
  try {
    renameSync(from, folder)
  } catch (error) {
    if (!existsSync(join(folder, 'node_modules'))) throw error
  }
  writeFileSync(`${folder}.complete`, '')
}

/** `2.1` means the newest version with that prefix. */
async function readExactVersion(
  { name, package: npmPackage, version }: WantedCli,
  env: Environment,
): Promise<string> {
  if (/^\d+\.\d+\.\d+/.test(version)) return version
  const answer = await runNpm(['view', `${npmPackage}@${version}`, 'version', '--json'], env)
  const found: unknown = answer.trim() === '' ? [] : JSON.parse(answer)
  const newest = (Array.isArray(found) ? found : [found]).filter(one => typeof one === 'string').at(-1)
  if (newest === undefined)
    throw new RefusedError(`npm has no version ${version} of ${npmPackage} (agents: ${name}@${version})`)
  return newest
}

/** With no key and no token but npm's own: packages run install scripts. */
async function runNpm(args: readonly string[], env: Environment): Promise<string> {
  const { getExecOutput } = await import('@actions/exec')
  const options = { env: toNpmEnvironment(env), silent: true, ignoreReturnCode: true }
  const { exitCode, stdout, stderr } = await getExecOutput('npm', [...args], options)
  if (exitCode === 0) return stdout
  throw new RefusedError(
    `npm ${args[0]} ${args.at(-1)} failed: ${stderr.trim().split('\n').slice(-3).join(' ')}`,
  )
}

function toNpmEnvironment(env: Environment): Environment {
  const own = Object.entries(env).filter(([name]) =>
    /^(npm_config_.*|npm_token|node_auth_token)$/i.test(name),
  )
  return { ...toJobEnvironment(env, []).env, ...Object.fromEntries(own) }
}
