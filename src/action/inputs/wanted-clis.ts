import { isKnownAgent, type KnownAgent, toAgentEntry } from '../../model/agents/known-agents.ts'

/** An agent CLI to install. */
export interface WantedCli {
  readonly name: KnownAgent
  /** On npm. */
  readonly package: string
  /** `2.1.332`, or a prefix: `2.1`. */
  readonly version: string
}

const npmInstall = /^npm install --global (\S+)$/
const versionPattern = /^\d+(\.\d+){0,2}(-[0-9A-Za-z.-]+)?$/

/** Reads `claude@2.1` or `codex`. The default is the version that this action was tested with. Undefined: not a CLI on npm. */
export function tryWantedCli(word: string): WantedCli | undefined {
  const [name = '', version] = word.split('@')
  if (!isKnownAgent(name)) return undefined
  const { install, tried } = toAgentEntry(name)
  const wanted = version ?? tried
  const [, npmPackage] = npmInstall.exec(install) ?? []
  if (npmPackage === undefined || wanted === undefined || !versionPattern.test(wanted)) return undefined
  return { name, package: npmPackage, version: wanted }
}
