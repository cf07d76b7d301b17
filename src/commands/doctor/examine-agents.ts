import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'
import { toNeededProgram } from '../../agents/agent-way.ts'
import { isInPath } from '../../agents/find-programs.ts'
import { toSignIns } from '../../agents/sign-in.ts'
import { findInFolders } from '../../files/programs.ts'
import { type KnownAgent, knownAgents, noAgentText, toAgentEntry } from '../../model/agents/known-agents.ts'
import type { SignIn } from '../../model/agents/table/agent-entry.ts'
import type { CliAgent, Environment, Plan } from '../../model/plan.ts'
import { type DoctorFinding, toOk } from './finding.ts'

/**
 * The agents of a plan, or all known ones: whether they are installed, their version, and, judging by files and variables, whether
 * they are signed in.
 */
export async function examineAgents(env: Environment, plan: Plan | undefined): Promise<DoctorFinding[]> {
  const needed = plan === undefined ? [] : Object.values(plan.agents).filter(agent => agent.kind === 'cli')
  if (plan !== undefined) {
    const findings = await Promise.all(needed.map(agent => examineAgent(env, agent.use, agent, true)))
    return withoutRepeated([...findings.flat(), ...listMissingPrograms(env, plan)])
  }
  const findings = await Promise.all(
    knownAgents.map(name => examineAgent(env, name, toBareAgent(name), false)),
  )
  const isAny = knownAgents.some(name => isInPath(toAgentEntry(name).program, env))
  return [...findings.flat(), ...(isAny ? [] : [noAgent])]
}

const builtin =
  /^(?:\.|:|alias|bg|cd|command|echo|eval|exec|exit|export|false|for|case|function|if|printf|pwd|read|return|set|shift|source|test|time|trap|true|type|ulimit|umask|unset|until|wait|while)$/

/** Programs at the beginning of the commands of agents that are not there. Only simple words are looked for: the rest is the shell's. */
function listMissingPrograms(env: Environment, plan: Plan): DoctorFinding[] {
  return Object.values(plan.agents).flatMap((agent): DoctorFinding[] => {
    if (agent.kind === 'cli') return []
    const program = /^\s*([\w.+@/-]+)(?=\s|$)/.exec(agent.command)?.[1]
    if (program === undefined || builtin.test(program)) return []
    const problem = tryProgramProblem(program, { ...env, ...plan.env, ...agent.env })
    if (problem === undefined) return []
    const key = `\`${agent.kind === 'acp' ? 'acp' : 'command'}:\` of agent ${agent.name}`
    const text = `${program}, the program of agent ${agent.name}, ${problem.text}`
    return [{ area: 'agents', level: 'warning', text, remedy: `${problem.remedy} ${key}` }]
  })
}

/** A path in the checkout may be made by its setup. */
function tryProgramProblem(
  program: string,
  env: Environment,
): { readonly text: string; readonly remedy: string } | undefined {
  if (/^\.\.(\/|$)/.test(program))
    return {
      text: 'is looked for beside the checkout of each task, where it is not',
      remedy: 'write its absolute path in',
    }
  const isThere = isAbsolute(program) ? existsSync(program) : program.includes('/') || isInPath(program, env)
  if (isThere) return undefined
  const text = isAbsolute(program) ? 'does not exist' : 'was not found in PATH'
  return { text, remedy: 'install it, or change' }
}

/** Several agents of a plan may be one program. */
function withoutRepeated(findings: readonly DoctorFinding[]): DoctorFinding[] {
  return [...new Map(findings.map(finding => [finding.text, finding])).values()]
}

const noAgent: DoctorFinding = {
  area: 'agents',
  level: 'warning',
  text: noAgentText,
  remedy: `install one, for example with "${toAgentEntry('claude').install}", or write \`command:\` in the plan`,
}

async function examineAgent(
  env: Environment,
  name: KnownAgent,
  agent: CliAgent,
  isNeeded: boolean,
): Promise<DoctorFinding[]> {
  const { program: cliProgram, tried, signIn } = toAgentEntry(name)
  const { program, install } = toNeededProgram(agent, env)
  if (!isInPath(program, env)) {
    if (!isNeeded) return []
    return [{ area: 'agents', level: 'problem', text: `${program} is not installed`, remedy: install }]
  }
  const findings =
    program === cliProgram
      ? [toVersionFinding(name, await tryVersion(program, env), tried)]
      : [toOk('agents', `${name} runs through ${program} (Agent Client Protocol)`)]
  if (!looksSignedIn(env, name, agent))
    findings.push({
      area: 'agents',
      level: 'warning',
      text: `${name} appears to be signed out: none of its variables is set and its credential files are missing`,
      remedy: signIn,
    })
  return findings
}

function toVersionFinding(
  name: KnownAgent,
  version: string | undefined,
  tried: string | undefined,
): DoctorFinding {
  if (version === undefined)
    return {
      area: 'agents',
      level: 'warning',
      text: `${name} is installed but does not report its version`,
      remedy: `run "${toAgentEntry(name).program} --version" to see why`,
    }
  if (tried === undefined) return toOk('agents', `${name} ${version} (not tested with parallel-agents)`)
  if (compareVersions(version, tried) < 0)
    return {
      area: 'agents',
      level: 'warning',
      text: `${name} ${version} is older than ${tried}, the version tested with parallel-agents`,
      remedy: toAgentEntry(name).install,
    }
  return toOk('agents', `${name} ${version} (tested with ${tried})`)
}

const versionMilliseconds = 20_000

/** Asks a CLI for its version. Free: no prompt is sent. */
async function tryVersion(program: string, env: Environment): Promise<string | undefined> {
  const [path] = findInFolders(program, (env.PATH ?? '').split(delimiter).filter(Boolean))
  if (path === undefined) return undefined
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { env, timeout: versionMilliseconds })
    return /\d+\.\d+(?:\.\d+)?/.exec(stdout)?.[0]
  } catch {
    return undefined // it failed or timed out
  }
}

function looksSignedIn(env: Environment, name: KnownAgent, agent: CliAgent): boolean {
  const all = { ...env, ...agent.env }
  const isGiven = toAgentEntry(name).variables.some(variable => /KEY|TOKEN/.test(variable) && all[variable])
  const files = toSignIns(agent).flatMap(({ files, folder }) =>
    files.map(({ path }) => toPlace(path, folder, all)),
  )
  const isThere = files.some(file => existsSync(file))
  return isGiven || isThere || files.length === 0
}

/** In the user's home, or in the folder from a variable. */
function toPlace(path: string, folder: SignIn['folder'], env: Environment): string {
  const named = folder === undefined ? undefined : env[folder.variable]
  const isElsewhere = named !== undefined && folder !== undefined && path.startsWith(`${folder.path}/`)
  return isElsewhere ? join(named, path.slice(folder.path.length + 1)) : join(env.HOME ?? '/', path)
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

function toBareAgent(name: KnownAgent): CliAgent {
  return { kind: 'cli', name, use: name, env: {}, args: [] }
}
