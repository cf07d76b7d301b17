/** A sandboxed command's view of the machine. Paths in no list are readable. Paths are absolute. */
export interface View {
  /** Writable folders and files. Missing ones are skipped. */
  readonly writable: readonly string[]
  /** Invisible folders, except for paths in the other lists. */
  readonly hidden: readonly string[]
  /** Readable paths inside hidden folders. */
  readonly readable: readonly string[]
  /** Files with hidden content. */
  readonly blank: readonly string[]
  /** A private folder, and where it appears. */
  readonly home: Mount
  /** Readable content at other paths than its own. */
  readonly shown: readonly Mount[]
  /** Folders with private changes. */
  readonly overlays: readonly Overlay[]
  /** Memory limit; undefined: none. */
  readonly memoryBytes: number | undefined
  /** The file with the filter that hides keyrings of the kernel; undefined: they stay visible. */
  readonly keyFilter: string | undefined
  /** Ports of its own network that lead out; undefined: it shares the machine's network. */
  readonly bridges: readonly Bridge[] | undefined
}

/** A port on the loopback of a sandbox that leads to a socket of the harness. */
export interface Bridge {
  readonly port: number
  /** The path of the socket inside. */
  readonly socket: string
}

export interface Mount {
  readonly from: string
  readonly at: string
}

export interface Overlay {
  /** Folders of the machine to read: earlier ones hide files of later ones. */
  readonly lowers: readonly string[]
  /** Where they appear together. */
  readonly at: string
  /** A folder with `upper`, `work` and `merged`, for changes. */
  readonly state: string
}
