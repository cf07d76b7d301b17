import { spawn } from 'node:child_process'

/** What a git command answered. */
export interface GitAnswer {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The settings of the machine must not count. */
export const plainGit = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' }

/** Runs git, whatever its exit code. */
export function tryGit(folder: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd: folder, env: { PATH: process.env.PATH, ...plainGit } })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, stdout, stderr }))
    child.stdin.on('error', () => {}) // it may have ended before it read everything
    child.stdin.end(input)
  })
}

/** Runs git and answers with what it printed. Throws when it fails. */
export async function runGit(folder: string, args: readonly string[], input = ''): Promise<string> {
  const { code, stdout, stderr } = await tryGit(folder, args, input)
  if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${code}: ${stderr}`)
  return stdout
}
