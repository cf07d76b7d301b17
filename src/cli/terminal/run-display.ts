import type { EmitEvent } from '../../model/run-event.ts'

/** Shows a running run. */
export interface RunDisplay {
  readonly emit: EmitEvent
  /** Leaves the last frame on the screen. */
  close(): void
}
