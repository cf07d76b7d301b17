/** What a command in the sandbox sees of the machine. What is in no list is there to be read. Paths are absolute. */
export interface View {
  /** Folders and files that it can change. What is not there is left out. */
  readonly writable: readonly string[]
  /** Folders of which it sees nothing, except for what is in the other lists. */
  readonly hidden: readonly string[]
  /** What is to be read inside of hidden places. */
  readonly readable: readonly string[]
  /** Files whose content it does not see. */
  readonly blank: readonly string[]
  /** A folder that only it uses, and where it finds it. */
  readonly home: Mount
  /** What is to be read in other places than where it is. */
  readonly shown: readonly Mount[]
  /** Folders that it can read, and change for itself alone. */
  readonly overlays: readonly Overlay[]
  /** How much memory it may use; undefined: no limit is set. */
  readonly memoryBytes: number | undefined
  /** Ports of its own network that lead out; undefined: it shares the network of the machine. */
  readonly bridges: readonly Bridge[] | undefined
}

/** A port on the loopback of a sandbox that leads to a socket of the harness. */
export interface Bridge {
  readonly port: number
  /** The path of the socket as it is inside. */
  readonly socket: string
}

export interface Mount {
  readonly from: string
  readonly at: string
}

export interface Overlay {
  /** The folder of the machine that is read. */
  readonly lower: string
  /** A folder with `upper`, `work` and `merged`, for what it changes. */
  readonly state: string
}

export type CommandLine = readonly [program: string, ...args: string[]]
