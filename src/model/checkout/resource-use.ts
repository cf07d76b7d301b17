import * as z from 'zod'

/** Resources used by commands, measured about once a second. */
export const resourceUseSchema = z.object({
  /** Wall-clock time of the commands. */
  seconds: z.number(),
  cpuSeconds: z.number(),
  /** Time that their processes were ready and waited for a CPU. */
  waitedSeconds: z.number(),
  /** The maximum at once. */
  memoryBytes: z.number(),
  /** Disk space of the checkout and its temporary files at the end. Files with several hard links are shared among them. */
  diskBytes: z.number(),
})

export type ResourceUse = Readonly<z.output<typeof resourceUseSchema>>

/** The use of commands that ran one after another. */
export function addResources(one: ResourceUse, other: ResourceUse): ResourceUse {
  return {
    seconds: one.seconds + other.seconds,
    cpuSeconds: one.cpuSeconds + other.cpuSeconds,
    waitedSeconds: one.waitedSeconds + other.waitedSeconds,
    memoryBytes: Math.max(one.memoryBytes, other.memoryBytes),
    diskBytes: Math.max(one.diskBytes, other.diskBytes),
  }
}

/** Resources used by all commands of a run, and the machine's. */
export const runResourcesSchema = z.object({
  cores: z.number().int(),
  /** Includes git and everything else in the run. */
  cpuSeconds: z.number(),
  /** The maximum of all commands at once. */
  memoryBytes: z.number(),
  /** The most that all checkouts took at once, at the ends of commands. */
  diskBytes: z.number(),
})

export type RunResources = Readonly<z.output<typeof runResourcesSchema>>
