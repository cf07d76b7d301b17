/** A program and its arguments, without a shell. */
export type CommandLine = readonly [program: string, ...args: string[]]
