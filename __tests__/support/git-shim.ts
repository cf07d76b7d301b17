import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './repository.ts'

/** What becomes of a call of git, in sh: the real one is `$GIT`, its arguments are `"$@"`, and `$PPID` is whoever called. */
export interface GitShim {
  /** A pattern of `case` for all arguments together. */
  readonly pattern: string
  /** The call that it is for: the first is 1. */
  readonly call?: number
  readonly script: string
}

/** Whoever asked for a git command is killed when it is done. */
export const killCaller = '"$GIT" "$@"; kill -9 $PPID; exit 1'

/** A PATH in which git does something else for one call, and is the real git for all others. */
export function makeGitShim({ pattern, call = 1, script }: GitShim): string {
  const folder = makeFolder('shim')
  const count = join(folder, 'count')
  const text = `#!/bin/sh
GIT=$(PATH=\${PATH#*:} command -v git)
case "$*" in
  ${pattern})
    echo x >> ${count}
    if [ "$(wc -l < ${count})" -eq ${call} ]; then
      ${script}
    fi ;;
esac
exec "$GIT" "$@"
`
  writeFileSync(join(folder, 'git'), text)
  chmodSync(join(folder, 'git'), 0o755)
  return `${folder}:${process.env.PATH}`
}
