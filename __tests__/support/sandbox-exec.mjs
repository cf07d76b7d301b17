#!/usr/bin/env node
// In place of the program of macOS: runs a command by the rules for files in its profile, translated for bubblewrap. It ignores
// the other rules.
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync } from 'node:fs'

const [, , option, profile, ...command] = process.argv
if (option !== '-p') throw new Error(`unknown option ${option}`)
appendFileSync(process.env.SANDBOX_PROFILES, `${profile}\n\n`)

const lines = profile.split('\n')
const places = lines.flatMap(line => toPlaces(/^\((allow|deny) (file-[^()]+) (\(.*\))\)$/.exec(line)))
const closed = places.filter(([kind]) => kind === '--tmpfs').flatMap(([, path]) => ['--remount-ro', path])
const machine = ['--ro-bind', '/', '/', '--dev-bind', '/dev', '/dev', '--proc', '/proc']
const args = [...machine, ...places.flat(), ...closed, '--']
const { status } = spawnSync('bwrap', [...args, ...command], { stdio: 'inherit' })
process.exit(status ?? 1)

function toPlaces(rule) {
  if (rule === null) return []
  const [, action, operations, filters] = rule
  const found = [...filters.matchAll(/\((subpath|literal) "((?:[^"\\]|\\.)*)"\)/g)]
  return found
    .map(([, kind, path]) => [kind, path.replace(/\\(.)/g, '$1')])
    .filter(([, path]) => existsSync(path) && !path.startsWith('/dev/'))
    .map(([kind, path]) =>
      toPlace(`${action} ${operations.includes('write') ? 'write' : 'read'} ${kind}`, path),
    )
}

function toPlace(rule, path) {
  switch (rule) {
    case 'deny read subpath':
      return ['--tmpfs', path]
    case 'allow read subpath':
      return ['--ro-bind', path, path]
    case 'allow write subpath':
      return ['--bind', path, path]
    case 'deny write literal':
      return ['--ro-bind', '/dev/null', path]
    default:
      throw new Error(`a rule without a translation: ${rule}`)
  }
}
