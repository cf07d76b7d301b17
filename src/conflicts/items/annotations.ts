import type { SyntaxNode } from '../syntax/parsers.ts'
import { namedChildren } from '../syntax/rules.ts'

/** Annotations of languages that give their order no meaning: C#, Java, Kotlin and PHP. */
const annotations = /^(attribute|annotation|marker_annotation)$/
const holders = /^(attribute_list|attribute_group|modifiers)$/

/** Annotations one by one; undefined if there is something else. Those of other languages are decorators. */
export function tryListAnnotations(items: readonly SyntaxNode[]): readonly SyntaxNode[] | undefined {
  const found = items.map(item => {
    if (annotations.test(item.type) && !(item.type === 'attribute' && item.text.startsWith('@')))
      return [item]
    if (
      !holders.test(item.type) ||
      item.children.some(child => /^\w+$/.test(child?.type ?? '') && !child?.isNamed)
    )
      return undefined
    return tryListAnnotations(namedChildren(item))
  })
  return found.length > 0 && found.every(list => list !== undefined) ? found.flat() : undefined
}

/**
 * Whether annotations of both sides mean different things: none has the name of another, nor a word in common (`@PreAuthorize`,
 * `@PostAuthorize`), and no two exclude each other.
 */
export function areIndependentAnnotations(
  left: readonly SyntaxNode[],
  right: readonly SyntaxNode[],
): boolean {
  return left.every(mine => right.every(other => areIndependent(mine, other)))
}

function areIndependent(mine: SyntaxNode, other: SyntaxNode): boolean {
  const [name, otherName] = [toName(mine), toName(other)]
  if (ordered.test(name) || ordered.test(otherName)) return false
  if (name === otherName) return repeatable.test(name) && toFirstArgument(mine) !== toFirstArgument(other)
  const isIn = (group: RegExp) => group.test(name) && group.test(otherName)
  return !exclusive.some(isIn) && !shareWord(name, otherName)
}

/** Without its package, and without the `Attribute` suffix, which C# lets you omit. */
function toName(annotation: SyntaxNode): string {
  const name = /^@?(?:\w+:)?\s*([\w.\\]+)/.exec(annotation.text)?.[1] ?? annotation.text
  return name.replace(/^.*[.\\]/, '').replace(/(?<=.)Attribute$/, '')
}

/** Rows of a table test are told apart by their first argument. */
function toFirstArgument({ text }: SyntaxNode): string {
  return /\(\s*(.*?)\s*(?:,|\)$)/s.exec(text)?.[1] ?? ''
}

/** Annotations that one declaration may have several times. */
const repeatable =
  /^(InlineData|DataRow|TestCase|ProducesResponseType|JsonDerivedType|JsonSerializable|KnownType|XmlInclude|Tag)$/

/** Annotations that wrap what is below them. */
const ordered = /Filter|Interceptor|Aspect|Middleware|Advice|Extend|Extension|Rule|Order|Priority|Handler/

/** Of each group, a declaration has at most one. */
const exclusive: readonly RegExp[] = [
  /^(Fact|Theory|Test\w*|\w*Test|DataTestMethod|SetUp|TearDown|OneTime\w+|Before\w*|After\w*|Benchmark|Setup|Cleanup)$/,
  /^(Authorize|AllowAnonymous|PermitAll|DenyAll|RolesAllowed|Secured|Authenticated|Anonymous|Public|IsGranted)$/i,
  /^(Http\w+|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|HTTP|Route|\w+Mapping|AcceptVerbs|Path)$/i,
  /^(Nullable|Non_?null|NotNull|CheckForNull|NullMarked|MaybeNull|DisallowNull|AllowNull)$/i,
  /^(Service|Component|Repository|\w*Controller\w*|Configuration|Named|Module|Bean|Entity|Embeddable|MappedSuperclass|Document)$/,
  /^(Singleton|\w*Scoped?|Dependent|Stateless|Stateful|Transient|Prototype|Reusable)$/,
  /^(Column|Transient|NotMapped|Embedded|EmbeddedId|ElementCollection|\w+To(One|Many)|Ignore|\w*Ignored?|BsonElement|Formula)$/,
  /^(Mock\w*|Spy\w*|Captor|InjectMocks|Autowired|Inject|Resource|Value|Qualifier|Parameter)$/,
  /^(Data|Value|Record|Builder|Immutable|Mutable|Getter|Setter)$/,
  /^(Required|Optional|BindNever|BindRequired|ReadOnly|WriteOnly|Immutable)$/,
  /^(From\w+|\w*Param|\w*Variable|\w*Body|\w*Header|\w*Query|\w*Form|\w*Part|\w*Path|Field|FieldMap|Url)$/,
]

function shareWord(name: string, other: string): boolean {
  const [words, others] = [toNameWords(name), toNameWords(other)]
  return words.some(word => others.some(next => isAlike(word, next)))
}

function toNameWords(name: string): string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)?.map(word => word.toLowerCase()) ?? [name]
}

/** Words with one stem: `Null` and `Nullable`, `Cached` and `Cache`. */
function isAlike(word: string, other: string): boolean {
  const length = Math.min(word.length, other.length, 5)
  return word === other || (length >= 4 && word.slice(0, length) === other.slice(0, length))
}
