const hook = /(?:^| )"(?:before|after) (?:all|each)" hook\b.*$/

/** Whether a title is that of a hook: if one fails, Mocha skips the rest of its suite. */
export function isMochaHook(title: string): boolean {
  return hook.test(title)
}

/** The suite's name if it is a failed hook: hooks cannot be selected. */
export function withoutHook(title: string): string {
  return title.replace(hook, '')
}

/** The title of a hook without the name of its test, which varies with the selection. */
export function withoutHookTarget(title: string): string {
  return isMochaHook(title) ? title.replace(/ for ".*"$/, '') : title
}
