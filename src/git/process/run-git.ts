import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { isFolder } from '../../files/plain-file.ts'
import { requireProgram } from '../../files/programs.ts'
import type { Environment } from '../../model/plan.ts'

/** Where git runs and what it sees: a folder, and its complete environment. */
export interface GitPlace {
  readonly directory: string
  readonly env: Environment
  /** Kills its commands; undefined: only the usual limit of time does. */
  readonly signal?: AbortSignal
}

export interface GitResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** An unexpected failure of a git command. */
export class GitError extends Error {
  readonly code: number
  readonly stderr: string

  constructor(args: readonly string[], result: GitResult) {
    const said = (result.stderr || result.stdout).trim()
    super(`git ${toCommandName(args)} failed (exit code ${result.code})${said === '' ? '' : `: ${said}`}`)
    this.name = 'GitError'
    this.code = result.code
    this.stderr = result.stderr
  }
}

/** Runs git and returns its exit code, for questions that the exit code answers. For short commands with text output. */
export async function tryGit(
  place: GitPlace,
  args: readonly string[],
  input: string | Buffer = '',
): Promise<GitResult> {
  const { stdout, ...rest } = await tryGitBytes(place, args, input)
  return { ...rest, stdout: stdout.toString('utf8') }
}

/** The same for binary output, such as names that are not UTF-8. */
export async function tryGitBytes(
  place: GitPlace,
  args: readonly string[],
  input: string | Buffer = '',
): Promise<Omit<GitResult, 'stdout'> & { readonly stdout: Buffer }> {
  const git = spawnGit(place, args)
  const isOverdue = endWhenOverdue(git)
  const [stdout, stderr] = [git.stdout, git.stderr].map(collect) as [Promise<Buffer>, Promise<Buffer>]
  const ended = new Promise<number>((resolve, reject) => {
    git.once('error', error => reject(isFolder(place.directory) ? error : toGoneError(place)))
    git.once('close', (code, signal) => resolve(code ?? (signal === null ? 0 : 128)))
  })
  git.stdin.end(input)
  const result = { code: await ended, stdout: await stdout, stderr: (await stderr).toString('utf8') }
  if (isOverdue()) throw new Error(`git ${toCommandName(args)} did not end within ${mostMinutes} minutes`)
  return result
}

/** Limit for any git command. A slower one is blocked, for example by a pipe in place of a file. */
const mostMinutes = 20

/** Kills a git that takes too long; the result tells whether it had to. */
export function endWhenOverdue(git: ChildProcessWithoutNullStreams): () => boolean {
  let isOverdue = false
  const timer = setTimeout(() => {
    isOverdue = true
    git.kill('SIGKILL')
  }, mostMinutes * 60_000).unref()
  git.once('close', () => clearTimeout(timer))
  git.once('error', () => clearTimeout(timer))
  return () => isOverdue
}

/** If the working directory is missing, the program itself seems to be missing. */
function toGoneError({ directory }: GitPlace): Error {
  return new Error(`git cannot run in ${directory}: there is no such folder`)
}

/** Runs git and returns its output without the last line end. Throws a GitError on failure. */
export async function runGit(
  place: GitPlace,
  args: readonly string[],
  input: string | Buffer = '',
): Promise<string> {
  const result = await tryGit(place, args, input)
  if (result.code !== 0) throw new GitError(args, result)
  return result.stdout.replace(/\n$/, '')
}

/**
 * Starts git with open pipes, in its own process group, so that Ctrl-C in a terminal reaches only us, who then end everything in
 * order; a git that waits for input ends with us, because its input closes.
 */
export function spawnGit(place: GitPlace, args: readonly string[]): ChildProcessWithoutNullStreams {
  const git = spawn(requireProgram('git'), [...args], {
    cwd: place.directory,
    env: place.env,
    detached: true,
    ...(place.signal && { signal: place.signal, killSignal: 'SIGKILL' }),
  })
  git.stdin.on('error', () => {}) // it exited early; its exit code says why
  return git
}

async function collect(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function toCommandName(args: readonly string[]): string {
  return args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '-c') ?? ''
}
