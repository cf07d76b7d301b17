/** Something that an agent tries from inside of its checkout. */
export interface InsideAttack {
  /** What it wants, after "an agent cannot". */
  readonly wants: string
  /** Ends with 0 when it believes that it got it. */
  readonly script: string
  /** A file outside that must hold the mark then: what is only changed in its own view is no success. */
  readonly mark?: (places: AttackPlaces) => string
  /** Who gets it without a sandbox; by default every user. `unknown`: it needs what this machine may not have. */
  readonly without?: 'root' | 'unknown'
  /** Whether users of their own get it, which docs/security.md says. */
  readonly isOpenToUsers?: boolean
}

export interface AttackPlaces {
  readonly home: string
  readonly repository: string
  /** A folder among the temporary files of the machine. */
  readonly outside: string
}

export const mark = 'EVIL-MARK'

/** Keys and other things of the user's, by their place in the home. */
export const secretsOfHome: Readonly<Record<string, string>> = {
  'a key for SSH': '.ssh/id_ed25519',
  'passwords for git': '.git-credentials',
  'passwords for servers': '.netrc',
  'keys of a cloud': '.aws/credentials',
  'the settings of another cloud': '.config/gcloud/application_default_credentials.json',
  'the token of the GitHub CLI': '.config/gh/hosts.yml',
  'the sign-in of an agent that it is not': '.claude/.credentials.json',
  'the sign-in of another agent': '.codex/auth.json',
  'a token for a registry': '.npmrc',
  'a token for another registry': '.pypirc',
  'a token among programs': '.cargo/credentials.toml',
  'the settings of a cluster': '.kube/config',
  'passwords of image registries': '.docker/config.json',
  'a private key for signing': '.gnupg/private-keys-v1.d/key',
  'the history of a shell': '.bash_history',
  'the cookies of a browser': '.config/google-chrome/Default/Cookies',
  'another project': 'other/.env',
}

const reads: InsideAttack[] = Object.entries(secretsOfHome).map(([what, path]) => ({
  wants: `read ${what} (~/${path})`,
  script: `grep -q SECRET "$USER_HOME/${path}"`,
}))

const key = '.ssh/id_ed25519'
const readsByOtherWays: InsideAttack[] = [
  {
    wants: 'read a key through /proc/self/root',
    script: `grep -q SECRET "/proc/self/root$USER_HOME/${key}"`,
  },
  {
    wants: 'read a key through another process',
    script: `cat /proc/[0-9]*/root"$USER_HOME/${key}" | grep -q SECRET`,
  },
  { wants: 'read a key through a link', script: `ln -s "$USER_HOME" l; grep -q SECRET l/${key}` },
  { wants: 'read a key with a hard link', script: `ln "$USER_HOME/${key}" hl && grep -q SECRET hl` },
  {
    wants: 'read a key with git',
    script: `git diff --no-index /dev/null "$USER_HOME/${key}" | grep -q SECRET`,
  },
  {
    wants: "read .env of the user's checkout",
    script: 'grep -q SECRET "$REPOSITORY/.env"',
    isOpenToUsers: true,
  },
  {
    wants: "read .env deeper in the user's checkout",
    script: 'grep -q SECRET "$REPOSITORY/app/.env.local"',
    isOpenToUsers: true,
  },
  { wants: 'read the passwords of the machine', script: 'grep -q : /etc/shadow', without: 'root' },
  { wants: 'read the log of the run', script: 'cat "$STATE/a.log"' },
  { wants: 'list the checkouts of other tasks', script: 'ls -d "$CHECKOUTS"/b*' },
  { wants: 'read the temporary files of others', script: 'grep -q SECRET "$OUTSIDE/secret"' },
]

const harness = 'for p in /proc/[0-9]*; do tr "\\0" " " < $p/cmdline | grep -q "run --json" && echo $p; done'
const processes: InsideAttack[] = [
  {
    wants: 'read the environment of the harness',
    script: 'cat /proc/[0-9]*/environ | tr "\\0" "\\n" | grep -q ^PARALLEL_AGENTS_SANDBOX=',
  },
  {
    wants: 'see the harness among the processes',
    script: `[ -n "$(${harness})" ]`,
    isOpenToUsers: true,
  },
  {
    wants: 'read where the memory of the harness is',
    script: `for p in $(${harness}); do head -c 9 $p/maps && exit 0; done; exit 1`,
  },
  {
    wants: 'send signals to the harness',
    script: `for p in $(${harness}); do kill -0 $(basename $p) && exit 0; done; exit 1`,
  },
  {
    wants: 'slow the harness down',
    script: `for p in $(${harness}); do renice -n 1 $(basename $p) && exit 0; done; exit 1`,
  },
  { wants: 'see the test that runs it', script: 'kill -0 "$TEST_PID"' },
  { wants: 'have a token of the forge', script: '[ -n "$GITHUB_TOKEN" ]' },
  { wants: "reach the user's SSH agent", script: '[ -n "$SSH_AUTH_SOCK" ]' },
  { wants: "reach the user's session bus", script: '[ -n "$DBUS_SESSION_BUS_ADDRESS" ]' },
]

const writes: InsideAttack[] = [
  {
    wants: "write into the user's checkout",
    script: `echo ${mark} > "$REPOSITORY/evil-a"`,
    mark: ({ repository }) => `${repository}/evil-a`,
  },
  {
    wants: "write into the user's checkout through a link",
    script: `ln -s "$REPOSITORY" l2; echo ${mark} > l2/evil-b`,
    mark: ({ repository }) => `${repository}/evil-b`,
  },
  {
    wants: "change the user's file with a hard link",
    script: `ln "$REPOSITORY/notes.md" hl2 && echo ${mark} >> hl2`,
    mark: ({ repository }) => `${repository}/notes.md`,
  },
  {
    wants: "write into the user's checkout through /proc",
    script: `echo ${mark} > "/proc/self/root$REPOSITORY/evil-c"`,
    mark: ({ repository }) => `${repository}/evil-c`,
  },
  {
    wants: "put code into the user's node_modules",
    script: `mkdir -p "$REPOSITORY/node_modules/x" && echo ${mark} > "$REPOSITORY/node_modules/x/index.js"`,
    mark: ({ repository }) => `${repository}/node_modules/x/index.js`,
  },
  {
    wants: 'mount over things',
    script: 'mkdir -p m && mount --bind "$REPOSITORY" m && umount m',
    without: 'root',
  },
  {
    wants: 'make the machine writable again',
    script: 'mount -o remount,rw,bind /usr && : > /usr/pa-evil && rm /usr/pa-evil',
    without: 'unknown',
  },
  { wants: 'make a device', script: 'mknod d b 7 0 && rm d', without: 'root' },
  {
    wants: 'change settings of the kernel',
    script: 'f=/proc/sys/kernel/core_pattern; v=$(cat $f) && echo "$v" > $f',
    without: 'root',
  },
  { wants: 'write into /etc', script: ': > /etc/pa-evil && rm /etc/pa-evil', without: 'root' },
  {
    wants: 'add a line to .bashrc',
    script: `echo ${mark} >> "$USER_HOME/.bashrc"`,
    mark: ({ home }) => `${home}/.bashrc`,
  },
  {
    wants: 'let a key into the account',
    script: `mkdir -p "$USER_HOME/.ssh" && echo ${mark} >> "$USER_HOME/.ssh/authorized_keys"`,
    mark: ({ home }) => `${home}/.ssh/authorized_keys`,
  },
  {
    wants: "change the user's git configuration",
    script: `git config --file "$USER_HOME/.gitconfig" core.pager ${mark}`,
    mark: ({ home }) => `${home}/.gitconfig`,
  },
  {
    wants: "put a program into the user's PATH",
    script: `mkdir -p "$USER_HOME/.local/bin" && echo ${mark} > "$USER_HOME/.local/bin/git"`,
    mark: ({ home }) => `${home}/.local/bin/git`,
  },
  {
    wants: 'have something started at login',
    script: `mkdir -p "$USER_HOME/.config/systemd/user" && echo ${mark} > "$USER_HOME/.config/systemd/user/x.service"`,
    mark: ({ home }) => `${home}/.config/systemd/user/x.service`,
  },
  {
    wants: 'poison the cache of a package manager',
    script: `mkdir -p "$USER_HOME/.npm/_cacache" && echo ${mark} > "$USER_HOME/.npm/_cacache/x"`,
    mark: ({ home }) => `${home}/.npm/_cacache/x`,
  },
  {
    wants: 'give an agent of the user instructions',
    script: `mkdir -p "$USER_HOME/.claude" && echo ${mark} > "$USER_HOME/.claude/CLAUDE.md"`,
    mark: ({ home }) => `${home}/.claude/CLAUDE.md`,
  },
  {
    wants: 'write temporary files of the machine',
    script: `echo ${mark} > "$OUTSIDE/evil"`,
    mark: ({ outside }) => `${outside}/evil`,
  },
]

const git = '"$REPOSITORY/.git"'
const ofGit = (path: string) => `"$REPOSITORY/.git/${path}"`
const repository: InsideAttack[] = [
  {
    wants: 'make a branch in the repository',
    script: `git --git-dir=${git} update-ref refs/heads/evil HEAD`,
  },
  { wants: 'push to the repository by its path', script: 'git push -q "$REPOSITORY" HEAD:refs/heads/pushed' },
  { wants: 'write packed refs', script: `: >> ${ofGit('packed-refs')}` },
  { wants: 'write a ref as a file', script: `git rev-parse HEAD > ${ofGit('refs/heads/evil2')}` },
  {
    wants: 'change the configuration of the repository',
    script: `git config --file ${ofGit('config')} alias.x evil`,
  },
  { wants: 'plant a hook', script: `mkdir -p ${ofGit('hooks')} && : > ${ofGit('hooks/evil')}` },
  { wants: "touch the user's index", script: `: >> ${ofGit('index')}` },
  { wants: 'borrow objects from elsewhere', script: `: >> ${ofGit('objects/info/evil')}` },
  {
    wants: 'write objects of the repository',
    script: `: > ${ofGit('objects/evil')} && rm ${ofGit('objects/evil')}`,
  },
  {
    wants: 'register a worktree',
    script: `mkdir -p ${ofGit('worktrees/evil')} && rmdir ${ofGit('worktrees/evil')}`,
  },
  {
    wants: 'change attributes of the repository',
    script: `mkdir -p ${ofGit('info')} && : >> ${ofGit('info/attributes')}`,
  },
  { wants: "write among the harness's files", script: ': > "$STATE/evil" && rm "$STATE/evil"' },
  { wants: 'forge lines of the journal', script: ': >> "$STATE/journal.jsonl"' },
  { wants: "write the harness's note of its attempt", script: ': >> "$STATE/tasks/a/attempt.json"' },
  { wants: "write the harness's index of its checkout", script: ': >> "$STATE/tasks/a/worktree/index"' },
  { wants: 'forge its exit code', script: ': >> "$STATE/tasks/a/status"' },
  { wants: 'make a checkout beside its own', script: 'mkdir "$CHECKOUTS/evil" && rmdir "$CHECKOUTS/evil"' },
  {
    wants: 'change the checkout of another task',
    script: 'for f in "$CHECKOUTS"/b*; do : > $f/evil && rm $f/evil; done',
  },
]

const connect = (target: string) =>
  `node -e 'const s = require("node:net").connect(${target}); s.setTimeout(1500, () => process.exit(1)); s.on("connect", () => process.exit(0)).on("error", () => process.exit(1))'`
const viaProxy = (url: string) =>
  `node -e 'const p = new URL(process.env.HTTP_PROXY); require("node:http").get({ host: p.hostname, port: p.port, path: "${url}".replace("UNNAMED", process.env.UNNAMED), timeout: 1500 }, r => process.exit(r.statusCode === 200 ? 0 : 1)).on("error", () => process.exit(1)).on("timeout", () => process.exit(1))'`
const network: InsideAttack[] = [
  {
    wants: 'reach a service on loopback that the plan does not name',
    script: connect('{ host: "127.0.0.1", port: process.env.UNNAMED }'),
  },
  {
    wants: 'reach it by another address of loopback',
    script: connect('{ host: "127.1.2.3", port: process.env.UNNAMED }'),
    without: 'unknown',
  },
  {
    wants: 'reach it over IPv6',
    script: connect('{ host: "::1", port: process.env.UNNAMED }'),
    without: 'unknown',
  },
  {
    wants: 'reach a socket among temporary files',
    script: connect('{ path: process.env.OUTSIDE + "/socket" }'),
  },
  {
    wants: 'reach an abstract socket',
    script: connect('{ path: "\\\\0pa-" + process.env.TEST_PID }'),
    without: 'unknown',
  },
  {
    wants: 'reach the socket of Docker',
    script: connect('{ path: "/var/run/docker.sock" }'),
    without: 'unknown',
  },
  {
    wants: 'reach the metadata of a cloud',
    script: connect('{ host: "169.254.169.254", port: 80 }'),
    without: 'unknown',
  },
  {
    wants: 'reach the internet directly',
    script: connect('{ host: "1.1.1.1", port: 53 }'),
    without: 'unknown',
  },
  {
    wants: 'reach loopback by the proxy',
    script: viaProxy(`http://127.0.0.1:UNNAMED/`),
    without: 'unknown',
  },
  {
    wants: 'reach loopback by the proxy and its name',
    script: viaProxy(`http://localhost:UNNAMED/`),
    without: 'unknown',
  },
  {
    wants: 'reach loopback by the proxy and a number',
    script: viaProxy(`http://2130706433:UNNAMED/`),
    without: 'unknown',
  },
  {
    wants: 'reach loopback by the proxy and IPv6',
    script: viaProxy(`http://[::ffff:127.0.0.1]:UNNAMED/`),
    without: 'unknown',
  },
  {
    wants: 'reach the metadata of a cloud by the proxy',
    script: viaProxy('http://169.254.169.254/latest/meta-data/'),
    without: 'unknown',
  },
  {
    wants: 'reach loopback by a tunnel of the proxy',
    script: `node -e 'const p = new URL(process.env.HTTP_PROXY); const r = require("node:http").request({ host: p.hostname, port: p.port, method: "CONNECT", path: "127.0.0.1:" + process.env.UNNAMED, timeout: 1500 }); r.on("connect", a => process.exit(a.statusCode === 200 ? 0 : 1)).on("error", () => process.exit(1)).on("timeout", () => process.exit(1)).end()'`,
    without: 'unknown',
  },
  {
    wants: 'have the proxy ask itself',
    script: viaProxy('http://127.0.0.1:46128/'),
    without: 'unknown',
  },
  {
    wants: 'reach loopback over IPv4 in IPv6',
    script: connect('{ host: "::ffff:127.0.0.1", port: process.env.UNNAMED }'),
    without: 'unknown',
  },
  {
    wants: 'ask a server for names directly',
    script: `node -e 'const { Resolver } = require("node:dns"); const r = new Resolver({ timeout: 500, tries: 1 }); r.setServers(["1.1.1.1"]); r.resolve4("example.com", e => process.exit(e ? 1 : 0))'`,
    without: 'unknown',
  },
  { wants: 'find the ways out of other commands', script: 'ls -d /tmp/pa-exit-*', without: 'unknown' },
  { wants: 'replace a socket of the harness', script: ': > /run/parallel-agents/evil', without: 'unknown' },
]

/** Users of their own share the network of the machine. */
const openNetwork = network.map(attack => ({ ...attack, isOpenToUsers: true }))

export const insideAttacks: readonly InsideAttack[] = [
  ...reads,
  ...readsByOtherWays,
  ...processes,
  ...writes,
  ...repository,
  ...openNetwork,
]
