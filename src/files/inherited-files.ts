import { closeSync, readdirSync, readFileSync } from 'node:fs'

const closedOnExec = 0o2_000_000

/**
 * Closes files that whoever started this process left open: programs that it starts would have them, too, and through a folder among
 * them reach the machine from inside of a sandbox. Node itself closes only the first ones, and opens none that others get.
 */
export function closeInheritedFiles(env: Readonly<Record<string, string | undefined>>): void {
  for (const file of tryList().filter(number => number > 2 && String(number) !== env.NODE_CHANNEL_FD)) {
    try {
      const info = readFileSync(`/proc/self/fdinfo/${file}`, 'utf8')
      const flags = Number.parseInt(/^flags:\s*(\d+)/m.exec(info)?.[1] ?? '', 8)
      if ((flags & closedOnExec) === 0) closeSync(file)
    } catch {
      // closed by now
    }
  }
}

function tryList(): number[] {
  try {
    return readdirSync('/proc/self/fd').map(Number)
  } catch {
    return [] // a system without such a list
  }
}
