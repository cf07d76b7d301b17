const never = '(?:false|0|!1|!true|null|undefined)'

/** A condition in parentheses. */
const inParentheses = new RegExp(String.raw`\b(?:if|while)\s*\(\s*${never}\s*(?:&&|\))`, 'g')

/** A condition without them. */
const bare = /\b(?:if|while|for)\s+(?:false|!true)\s*(?:&&|\{|\bdo\b|$)/gm

/** Code that never runs, whatever is tested, by the name of its language. */
export const deadBranches: Readonly<Record<string, RegExp>> = {
  JavaScript: new RegExp(String.raw`${inParentheses.source}|^[ \t]*(?:false|0)\s*&&`, 'gm'),
  Python: /^[ \t]*(?:if|while)\s+(?:False|0|None|not\s+True)\s*(?::|\band\b)/gm,
  Go: bare,
  Rust: bare,
  Java: inParentheses,
  'C#': inParentheses,
  Ruby: /^[ \t]*(?:(?:if|while)\s+(?:false|nil)|unless\s+true)\b|[^\n#]\s(?:if\s+(?:false|nil)|unless\s+true)[ \t]*$/gm,
  PHP: inParentheses,
  Swift: bare,
  Elixir: bare,
  Dart: inParentheses,
  'C++': new RegExp(String.raw`${inParentheses.source}|^[ \t]*#[ \t]*if[ \t]+0\b`, 'gm'),
  Bats: /^[ \t]*(?:(?:if|while)\s+false\b|false\s*&&)/gm,
}
