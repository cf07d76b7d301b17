import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from '../process/process-group.ts'

/** Where commands in the sandbox find what serves the tools. */
const toolsInside = '/run/parallel-agents-tools'

/** What is shown in the sandbox, so that the server can be started there. */
export interface ToolMount {
  readonly from: string
  readonly at: string
}

/** The folder of the bundle of the command line; undefined where the sources run without one. */
function tryFolder(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url))
  const folder = basename(here) === 'cli' ? here : join(here, 'cli')
  return existsSync(join(folder, 'index.js')) ? folder : undefined
}

/** The command that serves the tools of a task; undefined: there is none. */
export function tryToolServer(exchange: string, isWalled: boolean): Command | undefined {
  const folder = tryFolder()
  if (folder === undefined) return undefined
  return isWalled
    ? [`${toolsInside}/node`, `${toolsInside}/cli/index.js`, 'mcp', exchange]
    : [process.execPath, join(folder, 'index.js'), 'mcp', exchange]
}

export function toToolMounts(): ToolMount[] {
  const folder = tryFolder()
  if (folder === undefined) return []
  return [
    { from: process.execPath, at: `${toolsInside}/node` },
    { from: folder, at: `${toolsInside}/cli` },
  ]
}
