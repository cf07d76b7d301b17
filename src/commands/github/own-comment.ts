const mark = '<!-- parallel-agents: comment -->'

/** A recognisable comment: at most one of ours on an issue or a pull request. */
export function toCommentBody(text: string): string {
  return `${mark}\n${withoutCommentMark(text).trim()}`
}

/** Our earlier comment. Others can write the same marker: it counts only from our own account. */
export function tryOwnComment<
  C extends { readonly body?: string | null | undefined; readonly user: { readonly login: string } | null },
>(comments: readonly C[], login: string): C | undefined {
  return comments.find(({ body, user }) => user?.login === login && body?.startsWith(mark) === true)
}

export function withoutCommentMark(text: string): string {
  return text.replaceAll(mark, '')
}
