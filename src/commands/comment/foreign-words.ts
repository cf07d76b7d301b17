/**
 * Foreign words in a comment of ours: they name no run, and no page of a workflow run. Later commands look there for the ones that they
 * continue or stop.
 */
export function withoutRunNames(text: string): string {
  return text
    .replaceAll('/actions/', '/\u200bactions/')
    .replace(/\b(\d{8}-\d{6})-(?=[0-9a-f]{4}\b)/g, '$1-\u200b')
}
