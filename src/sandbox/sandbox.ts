import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { requireProgram, tryProgram } from '../files/programs.ts'
import type { CommandLine } from '../model/command-line.ts'
import { listSome } from '../model/names/list-some.ts'
import { wrapWithBubblewrap } from './bubblewrap.ts'
import { writeKeyFilter } from './key-filter.ts'
import { canMount } from './overlays.ts'
import { openSeatbelt, type SeatbeltSandbox } from './seatbelt.ts'
import { openUserSandbox, type UserSandbox } from './user/open-user-sandbox.ts'
import type { MachinePlaces } from './user/user-probes.ts'
import type { View } from './view.ts'

/** A program that encloses commands. */
export interface SandboxProgram {
  readonly kind: 'bubblewrap'
  /** Whether each command can have private changes to shared caches. */
  readonly hasOverlays: boolean
  /** Whether keyrings of the kernel can be hidden. */
  readonly hasKeyFilter: boolean
  /** Whether commands can have a network of their own. */
  readonly hasNetwork: boolean
  /** The command line that runs a command inside, with that view of the machine. */
  wrap(view: View, directory: string, command: CommandLine): CommandLine
}

/** The sandbox of commands in checkouts. */
export type Sandbox =
  | SandboxProgram
  | UserSandbox
  | SeatbeltSandbox
  /** `reason` says why there is none although it was wanted; null: not wanted. */
  | { readonly kind: 'none'; readonly reason: string | null }

export const sandboxChoices = ['auto', 'seatbelt', 'none'] as const
export type SandboxChoice = (typeof sandboxChoices)[number]

const probeMilliseconds = 20_000

/**
 * Tests which sandbox works on this machine: bubblewrap, or for root users of their own. On macOS there is one if it is asked for by
 * its name.
 */
export async function openSandbox(choice: SandboxChoice, places: () => MachinePlaces): Promise<Sandbox> {
  if (choice === 'none') return { kind: 'none', reason: null }
  if (platform() === 'darwin') return openOnMac(choice)
  const sandbox = await openBubblewrap()
  if (sandbox.kind !== 'none') return sandbox
  const other = process.getuid?.() === 0 ? await openUserSandbox(places()) : undefined
  if (typeof other === 'object') return other
  const reason = other === undefined ? sandbox.reason : `${sandbox.reason}; users of their own: ${other}`
  return { kind: 'none', reason }
}

async function openOnMac(choice: Exclude<SandboxChoice, 'none'>): Promise<Sandbox> {
  if (choice === 'auto')
    return { kind: 'none', reason: '"--sandbox seatbelt" tries that of macOS, which is not proven' }
  const seatbelt = await openSeatbelt()
  return typeof seatbelt === 'string' ? { kind: 'none', reason: seatbelt } : seatbelt
}

/** Ends what still runs in a sandbox at the end of a run. */
export async function closeSandbox(sandbox: Sandbox): Promise<void> {
  if (sandbox.kind === 'user') await sandbox.users.close()
}

/** Tests whether the program works on this machine. */
export async function openBubblewrap(): Promise<Exclude<Sandbox, UserSandbox | SeatbeltSandbox>> {
  if (platform() !== 'linux') return { kind: 'none', reason: `not available on ${platform()}` }
  if (tryProgram('bwrap') === undefined) {
    const reason = 'bubblewrap is not installed ("sudo apt-get install bubblewrap socat")'
    return { kind: 'none', reason }
  }
  const [blocker, noNetwork, hasOverlays, hasKeyFilter] = await Promise.all([
    tryBubblewrap({}),
    tryBubblewrap({ bridges: [] }),
    withProbeFolder(tryOverlays),
    withProbeFolder(tryKeyFilter),
  ])
  if (blocker !== undefined) return { kind: 'none', reason: blocker }
  const hasNetwork = noNetwork === undefined
  return { kind: 'bubblewrap', hasOverlays, hasKeyFilter, hasNetwork, wrap: wrapWithBubblewrap }
}

/** Programs that are started inside. They may be in a temporary folder or in a home. */
const inside = ['sh', 'env'] as const

/** Why bubblewrap does not work; undefined: it does. */
async function tryBubblewrap(
  special: Partial<Pick<View, 'bridges' | 'keyFilter'>>,
): Promise<string | undefined> {
  const home = { from: '/dev', at: '/tmp/home' }
  const nothing = {
    writable: [],
    hidden: [],
    readable: inside.map(name => dirname(requireProgram(name))),
    blank: [],
    shown: [],
    overlays: [],
    home,
    ...{ memoryBytes: undefined, keyFilter: undefined, bridges: undefined, ...special },
  }
  const [program, ...args] = wrapWithBubblewrap(nothing, '/', [requireProgram('sh'), '-c', ':'])
  try {
    await promisify(execFile)(program, args, { timeout: probeMilliseconds })
    return undefined
  } catch (error) {
    return toProbeReason(String((error as { stderr?: string }).stderr ?? ''))
  }
}

async function tryOverlays(state: string): Promise<boolean> {
  const lower = join(state, 'lower')
  mkdirSync(lower)
  return canMount([{ lowers: [lower], at: lower, state }])
}

async function tryKeyFilter(folder: string): Promise<boolean> {
  return (await tryBubblewrap({ keyFilter: writeKeyFilter(folder) })) === undefined
}

async function withProbeFolder(probe: (folder: string) => Promise<boolean>): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'parallel-agents-probe-'))
  try {
    return await probe(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function toProbeReason(stderr: string): string {
  const said = stderr.trim().split('\n').at(-1) || 'it timed out'
  const remedy = /namespace|permitted|denied|uid map/i.test(said)
    ? '; on Ubuntu: "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"'
    : ''
  return `bubblewrap does not work here (${said}${remedy})`
}

/** Hosts that commands may reach, undefined for the default; or why the network is open. */
export type CoveredNetwork = { readonly openFor: string } | readonly string[] | undefined

/** What the sandbox covers and what it does not, in one line. */
export function toSandboxLine(sandbox: Sandbox, network: CoveredNetwork): string {
  if (sandbox.kind === 'user') return toUserLine(sandbox)
  if (sandbox.kind !== 'none') {
    const trust = sandbox.kind === 'seatbelt' ? ' (not proven)' : ''
    const walls = `sandbox: ${sandbox.kind}${trust}. Agents, setup and tests cannot see your home, your processes or other checkouts, and can change only their own checkout`
    return `${walls}; ${toNetworkText(sandbox.hasNetwork, network)}`
  }
  const why = sandbox.reason === null ? '' : `: ${sandbox.reason}`
  return `no sandbox${why}. Agents, setup and tests can read and change everything that you can`
}

function toUserLine({ exposed }: UserSandbox): string {
  const files = exposed.length === 0 ? '' : `. They can read ${listSome(exposed)}: run "chmod go-r" on it`
  return `sandbox: user. Agents, setup and tests run as users of their own: they cannot read your home or reach your processes, and can change only their own checkout. They can read your checkout, and the network is open${files}`
}

function toNetworkText(hasNetwork: boolean, network: CoveredNetwork): string {
  if (network !== undefined && 'openFor' in network) return `the network is open (${network.openFor})`
  if (!hasNetwork) return 'the network is open: this machine cannot restrict it'
  const hosts = network === undefined ? 'package registries' : network.join(', ') || 'no other host'
  return `network: services of their agent, and ${hosts}`
}
