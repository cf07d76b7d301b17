import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** The bit of SIGHUP in the masks of `/proc/<pid>/status`. */
const hangUpBit = 1n

function ignoresHangUp(pid: number): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const mask = /^SigIgn:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'
    return (BigInt(`0x${mask}`) & hangUpBit) !== 0n
  } catch {
    return false // no /proc on this system
  }
}

/**
 * Whether this process was started to outlive its terminal (`nohup`, `trap '' HUP`). Node resets inherited ignored signals, so only
 * the parent command shows it.
 */
export const outlivesTerminal = basename(process.env._ ?? '') === 'nohup' || ignoresHangUp(process.ppid)

/** Ignores SIGHUP again if it was ignored at the start. */
export function keepHangUpIgnored(): void {
  if (outlivesTerminal) process.on('SIGHUP', () => {})
}
