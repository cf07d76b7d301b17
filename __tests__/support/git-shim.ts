import { execFileSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { makeFolder } from './repository.ts'

const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()

/** An environment whose git is a script of the test. In it, `$git` is the real one and `$folder` a folder for notes. */
export function withGitScript(script: string): Record<string, string> {
  const folder = makeFolder('git')
  const path = join(folder, 'git')
  writeFileSync(path, `#!/bin/sh\ngit=${real}\nfolder=${folder}\n${script}\nexec "$git" "$@"\n`)
  chmodSync(path, 0o755)
  return { PATH: `${folder}${delimiter}${process.env.PATH}` }
}

/** Does something after the n-th call of git whose arguments contain a text. */
export function afterCall(text: string, n: number, then: string): Record<string, string> {
  return withGitScript(`case " $* " in *"${text}"*)
  "$git" "$@"; code=$?
  echo x >> "$folder/calls"
  [ "$(wc -l < "$folder/calls")" -eq ${n} ] && { ${then}; }
  exit $code;;
esac`)
}

/** The harness dies right after the n-th call of git whose arguments contain a text. */
export function killedAfterCall(text: string, n = 1): Record<string, string> {
  return afterCall(text, n, 'kill -9 $PPID')
}

/** A git that carries out ref transactions, but dies instead of confirming these: the first is 1. */
export function unconfirmedTransactions(numbers: readonly number[]): Record<string, string> {
  const relay = `
    const { spawn } = require('node:child_process')
    const { appendFileSync, readFileSync } = require('node:fs')
    const [git, folder, ...args] = process.argv.slice(1)
    const child = spawn(git, args, { stdio: ['inherit', 'pipe', 'inherit'] })
    child.stdout.on('data', chunk => {
      if (String(chunk).includes('commit: ok')) {
        appendFileSync(folder + '/transactions', 'x')
        if (${JSON.stringify(numbers)}.includes(readFileSync(folder + '/transactions').length)) { child.kill('SIGKILL'); process.exit(1) }
      }
      process.stdout.write(chunk)
    })
    child.on('close', code => process.exit(code))`
  return withGitScript(
    `case "$*" in *update-ref*--stdin*) exec ${process.execPath} -e "${relay.replace(/["$`\\]/g, '\\$&')}" "$git" "$folder" "$@";; esac`,
  )
}

/** What a call of git does, in sh: the real one is `$GIT`, its arguments are `"$@"`, and `$PPID` is whoever called. */
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
