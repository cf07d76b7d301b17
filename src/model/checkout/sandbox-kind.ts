/** What encloses commands: a program with a view of the machine, or a user of their own. */
export const sandboxKinds = ['bubblewrap', 'user', 'seatbelt'] as const

export type SandboxKind = (typeof sandboxKinds)[number]
