import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from '../process/process-group.ts'

/** The tool server's path inside the sandbox. */
const toolsInside = '/run/parallel-agents-tools'

/** The mount that lets the sandbox start the server. */
export interface ToolMount {
  readonly from: string
  readonly at: string
}

/** The folder of the command line's bundle; undefined if the sources run without one. */
function tryFolder(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url))
  const folder = basename(here) === 'cli' ? here : join(here, 'cli')
  return existsSync(join(folder, 'index.js')) ? folder : undefined
}

/**
 * The command that serves the tools of a task; undefined: none.
 *
 * @param isMounted Whether the command sees the mounts of the server.
 */
export function tryToolServer(exchange: string, isMounted: boolean): Command | undefined {
  const folder = tryFolder()
  if (folder === undefined) return undefined
  return isMounted
    ? [`${toolsInside}/node`, `${toolsInside}/cli/index.js`, 'mcp', exchange]
    : [process.execPath, join(folder, 'index.js'), 'mcp', exchange]
}

export function listToolMounts(): ToolMount[] {
  const folder = tryFolder()
  if (folder === undefined) return []
  return [
    { from: process.execPath, at: `${toolsInside}/node` },
    { from: folder, at: `${toolsInside}/cli` },
  ]
}

/** The files that start the server without mounts. */
export function listToolFiles(): string[] {
  const folder = tryFolder()
  return folder === undefined ? [] : [process.execPath, join(folder, 'index.js')]
}
