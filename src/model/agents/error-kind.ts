/**
 * - `transient`: the service fails or cannot be reached; a retry may work;
 * - `rate-limited`: too many requests at once;
 * - `quota`: the account's quota is used up until some time;
 * - `permanent`: a retry cannot help: not signed in, no credit, unknown model;
 * - `task`: caused by the task: turns, context, refusal.
 */
export const errorKinds = ['transient', 'rate-limited', 'quota', 'permanent', 'task'] as const

export type ErrorKind = (typeof errorKinds)[number]
