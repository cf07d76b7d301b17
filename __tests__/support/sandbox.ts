import { spawnSync } from 'node:child_process'

function works(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/** Whether this machine has what the sandbox needs. */
export const hasSandbox = works('bwrap', '--ro-bind', '/', '/', '--unshare-pid', '--unshare-net', 'true')

const mount =
  'd=$(mktemp -d) && mkdir "$d/l" "$d/u" "$d/w" "$d/m" && mount -t overlay overlay -o "lowerdir=$d/l,upperdir=$d/u,workdir=$d/w,userxattr" "$d/m"; mounted=$?; rm -rf "$d"; exit $mounted'

/** Whether changes to folders can be kept from other processes. */
export const hasOverlays =
  hasSandbox && works('unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', mount)
