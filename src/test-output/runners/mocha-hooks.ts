const hook = /(?:^| )"(?:before|after) (?:all|each)" hook\b.*$/

/** Whether a title is that of a hook: when one fails, Mocha leaves out the rest of its suite. */
export function isMochaHook(title: string): boolean {
  return hook.test(title)
}

/** The name of the suite, when it is a hook that failed: a hook cannot be selected. */
export function withoutHook(title: string): string {
  return title.replace(hook, '')
}

/** The title of a hook without the test that it ran for: that is another one when tests are chosen. */
export function withoutHookTarget(title: string): string {
  return isMochaHook(title) ? title.replace(/ for ".*"$/, '') : title
}
