import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeFolder } from './repository.ts'

const agent = fileURLToPath(new URL('./acp-agent.mjs', import.meta.url))

export interface ScriptedAcp {
  /** The settings of the agent in a plan. */
  readonly settings: { readonly acp: string; readonly env: Readonly<Record<string, string>> }
  /** What it was asked: process, method and the first words, and how its requests for permission were answered. */
  log(): string[]
}

/**
 * An agent of the Agent Client Protocol that plays a script.
 *
 * @param folder Where the script and the log are: what works in the sandbox must see it.
 * @param script A JavaScript object with `turn(stage)`, and perhaps `capabilities`, `session` and `methods`; `write`, `sleep` and `join` are there.
 */
export function makeAcp(script: string, folder = makeFolder('acp')): ScriptedAcp {
  const log = join(folder, 'log')
  const path = join(folder, 'script.mjs')
  writeFileSync(
    path,
    `import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
const write = (path, text) => { mkdirSync(dirname(path), { recursive: true }); writeFileSync(path, text) }
export default ${script}\n`,
  )
  return {
    settings: { acp: `node '${agent}' '${path}'`, env: { ACP_LOG: log } },
    log: () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []),
  }
}
