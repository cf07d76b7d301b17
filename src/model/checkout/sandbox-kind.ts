/** Programs that enclose commands. */
export const sandboxKinds = ['bubblewrap'] as const

export type SandboxKind = (typeof sandboxKinds)[number]
