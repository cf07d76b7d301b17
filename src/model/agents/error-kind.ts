/**
 * - `transient`: the service fails or cannot be reached; the same again may work;
 * - `rate-limited`: too many requests at once;
 * - `quota`: the account is used up until some time;
 * - `permanent`: nothing will change by trying again: not signed in, no credit, unknown model;
 * - `task`: it belongs to the task: turns, context, refusal.
 */
export const errorKinds = ['transient', 'rate-limited', 'quota', 'permanent', 'task'] as const

export type ErrorKind = (typeof errorKinds)[number]
