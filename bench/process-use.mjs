import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { bundle } from './support.mjs'

/** Starts the product as a user would. `ended` resolves when it has ended. */
export function startProduct(folder, args) {
  const child = spawn(process.execPath, [bundle, ...args], {
    cwd: folder,
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let output = ''
  child.stdout.on('data', chunk => {
    output += chunk
  })
  const ended = new Promise(resolve => child.on('close', () => resolve(output)))
  return { pid: child.pid, ended }
}

/** CPU seconds of a process without its children (proc_pid_stat(5)). */
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** The most memory that a process has had until now, in megabytes. */
export function peakMegabytes(pid) {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes ?? 0) / 1024
  } catch {
    return 0 // it has just ended
  }
}
