import { removePlain, sizeOfPlainFile, tryReadPlainFile, writePlainFile } from '../../files/plain-file.ts'
import type { Environment } from '../../model/plan.ts'

const names = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const

/** The runner takes less. */
const mostBytes = 1 << 28

/** The files by which this step tells the runner things. Without a sandbox agents can reach them: what they write is undone. */
export class CommandFiles {
  private readonly contents: ReadonlyMap<string, Buffer | undefined>

  /** Remembers what is in them now, before the first agent starts. */
  constructor(env: Environment) {
    const paths = names.flatMap(name => env[name] || [])
    this.contents = new Map(paths.map(path => [path, tryReadPlainFile(path, mostBytes)]))
  }

  /** Makes them what they were. */
  restore(): void {
    for (const [path, content] of this.contents) {
      if (content === undefined) removePlain(path)
      else if (!holds(path, content)) writePlainFile(path, content)
    }
  }
}

function holds(path: string, content: Buffer): boolean {
  if (sizeOfPlainFile(path) !== content.length) return false
  return tryReadPlainFile(path, content.length)?.equals(content) === true
}
