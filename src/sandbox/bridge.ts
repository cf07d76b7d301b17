import { requireProgram, tryProgram } from '../files/programs.ts'
import type { CommandLine } from '../model/command-line.ts'
import type { Bridge } from './view.ts'

/**
 * Starts a listener on each port, which ignores TERM like this shell, waits until each is listening or reports why not, and
 * continues.
 */
const withSocat = `socat=$0
pairs=
while [ "$1" != -- ]; do pairs="$pairs $1:$2"; shift 2; done
shift
listen() {
  for pair in $pairs; do
    "$socat" -d -d "TCP4-LISTEN:\${pair%%:*},bind=127.0.0.1,fork,reuseaddr" "UNIX-CONNECT:\${pair#*:}" </dev/null 2>&1 >/dev/null &
  done
}
listen | for pair in $pairs; do
  while read -r line; do case $line in *"listening on"* | *"] E "*) break ;; esac; done
done
exec "$@"`

/** The same without socat. */
const withNode = `node=$0
ready=$1; script=$2; shift 2
( "$node" -e "$script" "$ready" "$@" </dev/null >/dev/null 2>&1 & )
tries=0
until [ -e "$ready" ] || [ "$tries" -ge 1000 ]; do sleep 0.01; tries=$((tries + 1)); done
while [ "$1" != -- ]; do shift; done
shift
exec "$@"`

const nodeBridge = `const net = require('node:net'), fs = require('node:fs')
const [ready, ...rest] = process.argv.slice(1), pairs = []
for (let i = 0; rest[i] !== '--'; i += 2) pairs.push([Number(rest[i]), rest[i + 1]])
let left = pairs.length
for (const [port, path] of pairs) net.createServer({ allowHalfOpen: true }, socket => {
  const out = net.connect({ path, allowHalfOpen: true })
  for (const [a, b] of [[socket, out], [out, socket]]) { a.on('error', () => b.destroy()); a.pipe(b) }
}).on('error', () => {}).listen(port, '127.0.0.1', () => { if (--left === 0) fs.writeFileSync(ready, '') })`

/** A command whose loopback has ports that lead to sockets of the harness. Run it with TERM ignored. */
export function withBridges(bridges: readonly Bridge[], command: CommandLine): CommandLine {
  if (bridges.length === 0) return command
  const socat = tryProgram('socat')
  const all = bridges.flatMap(({ port, socket }) => [String(port), socket])
  const sh = requireProgram('sh')
  return socat === undefined
    ? [sh, '-c', withNode, process.execPath, '/tmp/.network-ready', nodeBridge, ...all, '--', ...command]
    : [sh, '-c', withSocat, socat, ...all, '--', ...command]
}
