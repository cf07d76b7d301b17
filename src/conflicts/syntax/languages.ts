import { basename, extname } from 'node:path'
import { goRules } from './go.ts'
import { javaRules } from './java.ts'
import { javascriptRules, tsxRules, typescriptRules } from './javascript.ts'
import { toRules } from './language-table.ts'
import { languageTables } from './language-tables.ts'
import { pythonRules } from './python.ts'
import type { LanguageRules } from './rules.ts'
import { rustRules } from './rust.ts'

const languages: readonly LanguageRules[] = [
  javascriptRules,
  typescriptRules,
  tsxRules,
  pythonRules,
  javaRules,
  goRules,
  rustRules,
  ...languageTables.map(toRules),
]

const byExtension = new Map(
  languages.flatMap(rules => rules.extensions.map(extension => [extension, rules] as const)),
)

/** Files of Ruby without its extension. */
const namesOfRuby = /^(Gemfile|Rakefile|Podfile|Fastfile|Vagrantfile|config\.ru|.+\.(gemspec|podspec))$/

/** The rules for a file, by its name; undefined for languages without a grammar. */
export function tryLanguage(path: string): LanguageRules | undefined {
  return byExtension.get(namesOfRuby.test(basename(path)) ? '.rb' : extname(path).toLowerCase())
}
