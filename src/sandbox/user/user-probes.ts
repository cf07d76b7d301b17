import { tryProgram } from '../../files/programs.ts'
import { runAsUser } from './user-command.ts'

/** What users of their own must and must not reach on a machine. Paths are absolute. */
export interface MachinePlaces {
  /** The user's home; undefined: it is not a separate folder. */
  readonly home: string | undefined
  /** The user's checkout. */
  readonly root: string
  readonly gitDirectory: string
  /** Folders with git objects. */
  readonly objects: readonly string[]
  /** The folder around that of the checkouts. */
  readonly checkouts: string
  /** Programs of agents. */
  readonly programs: readonly string[]
  /** Files with keys. */
  readonly secrets: readonly string[]
  /** The server of an agent's tools. */
  readonly tools: readonly string[]
}

/** Each prints why it fails. */
const setUp = 'no() { printf "%s\\n" "$*"; exit 0; }\n'

const privileges = `while read -r key value _; do
  case $key in
    CapInh: | CapPrm: | CapEff: | CapBnd: | CapAmb:) case $value in *[!0]*) no "privileges are left ($key $value)" ;; esac ;;
    NoNewPrivs:) [ "$value" = 1 ] || no "they can get privileges" ;;
    Uid: | Gid:) [ "$value" = "$1" ] || no "they have another id" ;;
    Groups:) [ -z "$value" ] || no "they are in the group $value" ;;
  esac
done < /proc/self/status
[ -z "$2" ] || ! "$2" -n true 2>/dev/null || no "sudo gives them all rights"
( : < "/proc/$3/environ" ) 2>/dev/null && no "they can read the environment of parallel-agents"
( : < "/proc/$3/mem" ) 2>/dev/null && no "they can read the memory of parallel-agents"
kill -0 "$3" 2>/dev/null && no "they can end parallel-agents"
shift 3
for socket in "$@"; do [ -w "$socket" ] && no "they can use $socket"; done
exit 0`

const sockets = [
  '/var/run/docker.sock',
  '/run/docker.sock',
  '/run/containerd/containerd.sock',
  '/run/podman/podman.sock',
  '/run/crio/crio.sock',
]

const files = `root=$1; git=$2; checkouts=$3; home=$4; shift 4
[ -x "$checkouts" ] || no "they cannot enter $checkouts, the folder around the checkouts: put the repository (and \\"worktrees:\\") outside of folders that are closed to others, such as /srv"
while [ "$1" != -- ]; do
  [ -z "$(find "$1" '(' -name 'tmp_*' -prune ')' -o '(' ! -readable -o -type d ! -executable ')' -print -quit 2>&1)" ] ||
    no "they cannot read git objects in $1: put the repository outside of folders that are closed to others, or run \\"chmod -R go+rX $1\\""
  shift
done
shift
for program in "$@"; do [ -r "$program" ] || no "they cannot read $program: install it for all users, such as in /usr/local"; done
for folder in "$root" "$git" "$checkouts"; do
  while [ -n "$folder" ]; do
    folder=\${folder%/*}
    [ -z "$(find "\${folder:-/}" -maxdepth 0 -writable ! -perm -1000)" ] || no "they can replace $folder/...: run \\"chmod go-w \${folder:-/}\\""
  done
done
writable=$(find "$root" -maxdepth 1 ! -type l -writable -print -quit 2>/dev/null)
[ -z "$writable" ] || no "they can write to $writable: run \\"chmod -R go-w $root\\""
writable=$(find "$git" -path "$git/parallel-agents" -prune -o ! -type l -writable -print -quit 2>/dev/null)
[ -z "$writable" ] || no "they can write to $writable: run \\"chmod -R go-w $git\\""
[ -n "$home" ] || exit 0
[ -r "$home" ] && no "they can read $home: run \\"chmod go-r $home\\""
[ -w "$home" ] && no "they can write to $home: run \\"chmod go-w $home\\""
cd "$home" 2>/dev/null || exit 0
for secret in .ssh .aws .azure .config .docker .gnupg .kube .claude .codex .gemini .git-credentials .netrc .npmrc .pypirc; do
  [ -r "$secret" ] && no "they can read $home/$secret: run \\"chmod -R go-rwx $home/$secret\\""
done
exit 0`

/** Why a user of their own would not be confined on this machine, or could not work there; undefined: all is well. */
export async function tryUserBlocker(user: number, places: MachinePlaces): Promise<string | undefined> {
  const { root, gitDirectory, checkouts, home = '', objects, programs } = places
  const found = await runAsUser(user, setUp + privileges, [
    ...[String(user), tryProgram('sudo') ?? '', String(process.pid), ...sockets],
  ])
  if (found !== '') return found.trim()
  const paths = [root, gitDirectory, checkouts, home, ...objects, '--', ...programs]
  const reason = await runAsUser(user, setUp + files, paths)
  return reason === '' ? undefined : reason.trim()
}

/** The paths that a user can read. */
export async function listReadable(user: number, paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return []
  const script = 'for path in "$@"; do [ -r "$path" ] && printf "%s\\0" "$path"; done; exit 0'
  return (await runAsUser(user, script, paths)).split('\0').filter(path => path !== '')
}
