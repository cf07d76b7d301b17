import type { Lane } from '../../plan/lanes/lanes.ts'
import { HarnessKey } from '../handover/harness-key.ts'
import type { ArtifactNotes } from './artifact-notes.ts'
import { TakenNameError } from './artifact-shelf.ts'

/** What the process of a lane announces before its first agent starts: its job, and the key of its handovers. */
export class LaneAnnouncement {
  readonly key = new HarnessKey()
  private readonly notes: ArtifactNotes
  private begun: { readonly lane: Lane; readonly job: string | null } | undefined
  /** Its artifact. */
  private artifact: string | undefined
  private isContested = false

  constructor(notes: ArtifactNotes) {
    this.notes = notes
  }

  begin(lane: Lane, job: string | null): void {
    this.begun ??= { lane, job }
  }

  /** Nothing is taken of a lane that has not told its key. */
  async announce(): Promise<void> {
    if (this.begun === undefined || this.artifact !== undefined) return
    const { lane, job } = this.begun
    const proof = this.key.publicText
    this.artifact = await this.orContest(() => this.notes.write('begin', lane, { job, proof }))
  }

  /** Contests the lane if another job has taken a name of it: then what that job has left there is not believed either. */
  async orContest<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof TakenNameError) await this.contest().catch(() => undefined) // the error above says more
      throw error
    }
  }

  /** An agent of another job may have deleted the announcement, and taken its place. */
  async confirm(): Promise<void> {
    if (this.artifact === undefined) return
    const note = await this.notes.fetchNote(this.artifact)
    if (note?.proof !== this.key.publicText) await this.contest()
  }

  /** A second announcement of the same lane: readers believe neither. */
  private async contest(): Promise<void> {
    if (this.begun === undefined || this.isContested) return
    const { lane, job } = this.begun
    await this.notes.writeBeside('begin', lane, { job, proof: this.key.publicText })
    this.isContested = true
  }
}
