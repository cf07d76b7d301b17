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
  /** A folder that only it uses, for its home. */
  readonly home: string
  /** Files of the user's home that are to be read in it, by their path there. */
  readonly homeFiles: readonly { readonly from: string; readonly to: string }[]
}
