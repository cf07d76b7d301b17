import type { Environment } from '../../model/plan.ts'

/** Sockets and addresses of the user's session, which do not exist in the sandbox. */
const doors = new Set([
  'DBUS_SESSION_BUS_ADDRESS',
  'DISPLAY',
  'GNOME_KEYRING_CONTROL',
  'GPG_AGENT_INFO',
  'GPG_TTY',
  'SSH_AGENT_PID',
  'SSH_AUTH_SOCK',
  'TEMP',
  'TMP',
  'TMUX',
  'VSCODE_GIT_IPC_HANDLE',
  'VSCODE_IPC_HOOK_CLI',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_RUNTIME_DIR',
])

/** The environment of a command in the sandbox. */
export function toSandboxEnvironment(env: Environment, home: string): Environment {
  const kept = Object.entries(env).filter(
    ([name, value]) => !doors.has(name) && !(name === 'DOCKER_HOST' && value.startsWith('unix:')),
  )
  return { ...Object.fromEntries(kept), HOME: home, TMPDIR: '/tmp' }
}
