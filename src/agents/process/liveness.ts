import { sizeOfPlainFile } from '../../files/plain-file.ts'
import { hasRecentChange } from './recent-change.ts'
import { tryReadTreeCpu } from './tree-cpu.ts'

export interface LivenessRequest {
  readonly group: number
  readonly stallMinutes: number
  /** Files that grow with the command's output. */
  readonly files: readonly string[]
  /** Its working directory. */
  readonly directory: string
  /** It has announced to wait until then (performance.now()). */
  readonly waitsUntil: () => number
}

/** A command that uses less than this part of a CPU is idle. */
const leastCpu = 0.05

/** Distinguishes a hanging command from one that is silent but busy. */
export class Liveness {
  private readonly request: LivenessRequest
  private sizes = ''
  private aliveAt = performance.now()
  /** The CPU time in the middle of a silence. */
  private sample: { readonly at: number; readonly seconds: number | undefined } | undefined

  constructor(request: LivenessRequest) {
    this.request = request
  }

  /** Stalled: for `stallMinutes` no output, no CPU use, no change in its checkout, and no announced wait. */
  async isStalled(): Promise<boolean> {
    const { stallMinutes, waitsUntil } = this.request
    if (stallMinutes === Number.POSITIVE_INFINITY) return false
    this.noteOutput()
    this.aliveAt = Math.max(this.aliveAt, Math.min(waitsUntil(), performance.now()))
    const quiet = (performance.now() - this.aliveAt) / 60_000
    if (quiet < stallMinutes / 2) return false
    this.sample ??= { at: performance.now(), seconds: await this.tryReadCpu() }
    if (quiet < stallMinutes) return false
    if (!(await this.isBusy()) && !(await this.hasChanged())) return true
    this.noteAlive()
    return false
  }

  /** Excludes a time in which nothing could run. */
  passOver(milliseconds: number): void {
    if (milliseconds === 0) return
    this.aliveAt += milliseconds
    this.sample = undefined
  }

  private noteOutput(): void {
    const { files } = this.request
    const sizes = files.map(file => sizeOfPlainFile(file)).join(' ')
    if (sizes !== this.sizes) this.noteAlive()
    this.sizes = sizes
  }

  private noteAlive(): void {
    this.aliveAt = performance.now()
    this.sample = undefined
  }

  private async isBusy(): Promise<boolean> {
    const before = this.sample
    const seconds = await this.tryReadCpu()
    if (before?.seconds === undefined || seconds === undefined) return false
    const elapsed = (performance.now() - before.at) / 1000
    return seconds - before.seconds >= leastCpu * elapsed && seconds > before.seconds
  }

  private tryReadCpu(): Promise<number | undefined> {
    return tryReadTreeCpu(this.request.group, this.request.directory)
  }

  private hasChanged(): Promise<boolean> {
    const silence = performance.now() - this.aliveAt
    return hasRecentChange(this.request.directory, Date.now() - silence + 50)
  }
}
