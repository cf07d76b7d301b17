/**
 * Where the control group of a process is mounted.
 *
 * @param groups As in /proc/self/cgroup.
 * @param mounts As in /proc/self/mountinfo: https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
 */
export function tryFindControlGroup(
  groups: string,
  mounts: string,
): { readonly folder: string; readonly mount: string } | undefined {
  const path = /^0::(\/.*)$/m.exec(groups)?.[1]
  const fields = mounts
    .split('\n')
    .map(line => line.split(' '))
    .find(line => line[line.indexOf('-') + 1] === 'cgroup2')
  if (path === undefined || fields === undefined) return undefined
  const [, , , root = '/', mount = ''] = fields
  const isInside = root === '/' || path === root || path.startsWith(`${root}/`)
  if (!isInside || path.includes('/..')) return undefined
  const inner = root === '/' ? path : path.slice(root.length)
  return { folder: inner === '/' ? mount : `${mount}${inner}`, mount }
}
