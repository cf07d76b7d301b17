/** Code, which is shown as it is, or an HTML comment, whichever comes first. An open one reaches to the end. */
const codeOrComment =
  /^ {0,3}(`{3,}|~{3,})[^\n`]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))|(`+)(?!`)[\s\S]*?[^`]\2(?!`)|<!--[\s\S]*?(?:-->|$(?![\s\S]))/gm

/** `[//]: # (text)`: the definition of a link that nothing uses. */
const hiddenLink = /^ {0,3}\[[^\]\n]+\]:[ \t]*(?:#|<>)[ \t]*(?:"[^\n]*"|'[^\n]*'|\([^\n]*\))[ \t]*\n?/gm

/** Markdown without what a page of GitHub does not show, so that approvers see every word that agents read. */
export function withoutHiddenText(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .replace(codeOrComment, whole => (whole.startsWith('<!--') ? '' : whole))
    .replace(hiddenLink, '')
}
