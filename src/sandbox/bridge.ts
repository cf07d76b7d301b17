import { requireProgram, tryProgram } from '../files/programs.ts'
import type { Bridge, CommandLine } from './view.ts'

/** Starts what listens on each port, detached and deaf to TERM, waits until it does, and goes on with the command. */
const withSocat = `socat=$0
while [ "$1" != -- ]; do
  ( trap "" TERM; "$socat" "TCP4-LISTEN:$1,bind=127.0.0.1,fork,reuseaddr" "UNIX-CONNECT:$2" </dev/null >/dev/null 2>&1 & )
  tries=0
  until grep -q ":$3 00000000:0000 0A" /proc/net/tcp || [ "$tries" -ge 500 ]; do sleep 0.01; tries=$((tries + 1)); done
  shift 3
done
shift
exec "$@"`

/** The same where there is no socat. */
const withNode = `node=$0
ready=$1; script=$2; shift 2
( trap "" TERM; "$node" -e "$script" "$ready" "$@" </dev/null >/dev/null 2>&1 & )
tries=0
until [ -e "$ready" ] || [ "$tries" -ge 1000 ]; do sleep 0.01; tries=$((tries + 1)); done
while [ "$1" != -- ]; do shift; done
shift
exec "$@"`

const nodeBridge = `const net = require('node:net'), fs = require('node:fs')
const [ready, ...rest] = process.argv.slice(1), pairs = []
for (let i = 0; rest[i] !== '--'; i += 3) pairs.push([Number(rest[i]), rest[i + 1]])
let left = pairs.length
for (const [port, path] of pairs) net.createServer({ allowHalfOpen: true }, socket => {
  const out = net.connect({ path, allowHalfOpen: true })
  for (const [a, b] of [[socket, out], [out, socket]]) { a.on('error', () => b.destroy()); a.pipe(b) }
}).on('error', () => {}).listen(port, '127.0.0.1', () => { if (--left === 0) fs.writeFileSync(ready, '') })`

/** A command that finds ports on its loopback that lead to sockets of the harness. */
export function withBridges(bridges: readonly Bridge[], command: CommandLine): CommandLine {
  if (bridges.length === 0) return command
  const socat = tryProgram('socat')
  const all = bridges.flatMap(({ port, socket }) => [String(port), socket, toHex(port)])
  const sh = requireProgram('sh')
  return socat === undefined
    ? [sh, '-c', withNode, process.execPath, '/tmp/.network-ready', nodeBridge, ...all, '--', ...command]
    : [sh, '-c', withSocat, socat, ...all, '--', ...command]
}

function toHex(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0')
}
