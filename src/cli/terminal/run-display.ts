import type { EmitEvent } from '../../model/run-event.ts'

/** Shows a run while it runs. */
export interface RunDisplay {
  readonly emit: EmitEvent
  /** Leaves the last picture on the screen. */
  close(): void
}
