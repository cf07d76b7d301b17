import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { type Program, tryProgram } from '../../files/programs.ts'
import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'

export interface ProgramRequest {
  readonly args: readonly string[]
  readonly env: Environment
  readonly directory?: string
  /** A file with its input. It may be large, and hold bytes that are not text. */
  readonly inputFile?: string
  /** Number of characters to keep from the end of its output. */
  readonly mostCharacters?: number
}

const mostMilliseconds = 15 * 60_000
const drainMilliseconds = 2000
const usualCharacters = 1 << 20

/** Runs the first installed one of some programs and returns its output. Throws its error message on failure. */
export async function runProgram(names: readonly Program[], request: ProgramRequest): Promise<string> {
  const program = names.map(tryProgram).find(path => path !== undefined)
  if (program === undefined)
    throw new RefusedError(`${names.join(' or ')} was not found: \`checkout.database\` needs it installed`)
  return runCommandLine([program, ...request.args], request)
}

export async function runCommandLine(
  [program = '', ...args]: readonly string[],
  { env, directory, inputFile, mostCharacters = usualCharacters }: Omit<ProgramRequest, 'args'>,
): Promise<string> {
  const child = spawn(program, args, { cwd: directory, env, timeout: mostMilliseconds })
  let [printed, said] = ['', '']
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8')
  child.stdout.on('data', chunk => {
    printed = (printed + chunk).slice(-mostCharacters)
  })
  child.stderr.on('data', chunk => {
    said = (said + chunk).slice(-mostCharacters)
  })
  child.stdin.on('error', () => {}) // it exited without reading all input
  if (inputFile === undefined) child.stdin.end()
  else createReadStream(inputFile).pipe(child.stdin)
  const end = await untilEnd(child)
  if (end === 'exit code 0') return printed
  throw new Error(said.trim() || printed.trim() || end)
}

/** Its last output is read first, but not awaited for ever: a process that it leaves may keep the pipes open. */
function untilEnd(child: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => {
      const closing = setTimeout(() => {
        for (const stream of [child.stdout, child.stderr]) stream.destroy()
      }, drainMilliseconds)
      child.once('close', () => clearTimeout(closing))
    })
    child.once('close', (code, signal) => {
      if (code !== null) resolve(`exit code ${code}`)
      else if (child.killed) resolve(`it took longer than ${mostMilliseconds / 60_000} minutes`)
      else resolve(`it was killed by ${signal}`)
    })
  })
}
