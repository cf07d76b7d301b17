const mark = '<!-- parallel-agents: comment -->'

/** A comment that is found again: there is one of ours at most on an issue or a pull request. */
export function toCommentBody(text: string): string {
  return `${mark}\n${withoutCommentMark(text).trim()}`
}

/** The comment that we wrote before. Others can write the same mark: it counts only from our own account. */
export function tryOwnComment<
  C extends { readonly body?: string | null | undefined; readonly user: { readonly login: string } | null },
>(comments: readonly C[], login: string): C | undefined {
  return comments.find(({ body, user }) => user?.login === login && body?.startsWith(mark) === true)
}

export function withoutCommentMark(text: string): string {
  return text.replaceAll(mark, '')
}
