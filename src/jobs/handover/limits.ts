/** Limits of a handover. Anything larger is refused before it is read, unpacked or followed. */
export interface HandoverLimits {
  readonly manifestBytes: number
  /** Of each bundle, as a file. */
  readonly bundleBytes: number
  /** Of a bundle's header: its prerequisites and its ref. */
  readonly headerBytes: number
  readonly objects: number
  /** Of one object, which is also git's limit for one allocation. */
  readonly objectBytes: number
  /** Of one commit or one folder: those are read into memory. */
  readonly structureBytes: number
  /** Of all objects together. */
  readonly unpackedBytes: number
  /** Time limit of git for checking one bundle. */
  readonly indexSeconds: number
  /** Commits beyond the start of the run. */
  readonly commits: number
  /** Entries of all compared folders. */
  readonly entries: number
  /** Files changed by a task. */
  readonly files: number
}

/** Of a note of a lane, or the key of a merge. */
export const noteBytes = 2 ** 20

/** GitHub refuses files above 100 MiB; the rest is far above what one task produces, and about a minute's work. */
export const handoverLimits: HandoverLimits = {
  manifestBytes: 2 * 2 ** 20,
  bundleBytes: 200 * 2 ** 20,
  headerBytes: 64 * 2 ** 10,
  objects: 200_000,
  objectBytes: 100 * 2 ** 20,
  structureBytes: 4 * 2 ** 20,
  unpackedBytes: 2 ** 30,
  indexSeconds: 60,
  commits: 5000,
  entries: 500_000,
  files: 20_000,
}

/** Of the artifact of a handover: a manifest and two bundles. */
export const artifactBytes = handoverLimits.manifestBytes + 2 * handoverLimits.bundleBytes
