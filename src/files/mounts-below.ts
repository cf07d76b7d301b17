import { readFileSync, realpathSync } from 'node:fs'

/** Whether something is mounted in a folder: deleting the folder would delete that, too. */
export function hasMounts(folder: string): boolean {
  try {
    const real = realpathSync(folder)
    const lines = readFileSync('/proc/self/mountinfo', 'utf8').split('\n')
    return lines.some(line => toMountPoint(line).startsWith(`${real}/`))
  } catch {
    return false // no such folder, or a system without such a list
  }
}

/** Throws if something is mounted in a folder that is to be deleted, or emptied. */
export function requireNoMounts(folder: string): void {
  if (hasMounts(folder))
    throw new Error(
      `a folder is mounted in ${folder}: unmount it first, or its content would be deleted, too`,
    )
}

/** Spaces and line ends in it are octal numbers. */
function toMountPoint(line: string): string {
  return (line.split(' ')[4] ?? '').replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  )
}
