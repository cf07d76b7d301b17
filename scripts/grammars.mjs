/** What parses the languages that conflicts are resolved in by structure; both bundles read it from dist/grammars. */
export const treeSitter = 'node_modules/@vscode/tree-sitter-wasm/wasm'

/** Languages by the folder of the package that has their grammar. */
export const grammars = {
  [treeSitter]: [
    ...['javascript', 'typescript', 'tsx', 'python', 'java', 'go', 'rust'],
    ...['c-sharp', 'cpp', 'php', 'ruby', 'css', 'bash'],
  ],
  'node_modules/tree-sitter-wasms/out': ['html', 'kotlin', 'swift'],
}
