/** A foreign title as one line without effect on GitHub. */
export function toInertLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removes control characters
  return toInertText(text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim())
}

/** Foreign text that mentions no one, closes or links no issue, and skips no workflow: a zero-width character breaks each such word. */
export function toInertText(text: string): string {
  return text
    .replace(/@(?=[\p{L}\p{N}])/gu, '@\u200b')
    .replace(/#(?=\d)/g, '#\u200b')
    .replace(/\b(GH)-(?=\d)/gi, '$1-\u200b')
    .replace(/:\/\//g, ':\u200b//')
    .replace(/\[(?=(?:skip|ci|no|actions)[ -](?:ci|skip|actions)\])/gi, '[\u200b')
}
