import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type HandoverLimits, handoverLimits } from '../../src/jobs/handover/limits.ts'
import type { Manifest } from '../../src/jobs/handover/manifest.ts'
import { copyFolder, gitEnvironment, makeFolder } from '../support/repository.ts'
import {
  commitFiles,
  type Entry,
  entriesOf,
  type Fixture,
  forge,
  handOver,
  hashObject,
  hasObject,
  makeCommit,
  makeFixture,
  makeTree,
  type PlannedTask,
  refs,
  stateOf,
  takeIn,
} from './fixture.ts'

/** A handover that must be refused. */
interface Attack {
  readonly reason: RegExp
  readonly limits?: Partial<HandoverLimits>
  readonly plan?: Readonly<Record<string, PlannedTask>>
  readonly make: (plan?: Attack['plan']) => Promise<Scene>
}

interface Scene {
  readonly fixture: Fixture
  /** Ids that must not come into the trusted repository. */
  readonly hostile: readonly string[]
}

/** Hands over what the attacker likes, in repositories of its own. Answers with ids that must not come into the trusted one. */
function anyhow(handOverAnything: (fixture: Fixture) => Promise<readonly string[]>): Attack['make'] {
  return async plan => {
    const fixture = await makeFixture(plan)
    return { fixture, hostile: await handOverAnything(fixture) }
  }
}

/** A commit whose tree is that of the base with one entry more, in `src`. */
function withEntryInSource(fixture: Fixture, entry: Entry): string {
  const { source, base } = fixture
  const inside = [...entriesOf(source, `${base}:src`), entry].sort(byName)
  return withTop(fixture, ['40000', 'src', makeTree(source, inside)])
}

/** A commit whose tree is that of the base with an entry at the top added or replaced. */
function withTop({ source, base }: Fixture, entry: Entry): string {
  const rest = entriesOf(source, base).filter(([, name]) => name !== entry[1])
  return makeCommit(source, makeTree(source, [...rest, entry].sort(byName)), [base])
}

/** The order of git: a folder sorts as if its name ended in "/". */
function byName([aMode, a]: Entry, [bMode, b]: Entry): number {
  const key = (mode: string, name: string | Buffer) =>
    Buffer.concat([Buffer.from(name), Buffer.from(mode === '40000' ? '/' : '')])
  return Buffer.compare(key(aMode, a), key(bMode, b))
}

function blob({ source }: Fixture, text = 'x\n'): string {
  return hashObject(source, 'blob', text)
}

/** Hands over a branch with this commit. */
function branch(commit: (fixture: Fixture) => string): Attack['make'] {
  return anyhow(async fixture => {
    const head = commit(fixture)
    await handOver(fixture, 'contract', { commit: head })
    return [head]
  })
}

/** Hands over something harmless, and then something else by what it does with the repositories. */
function harmless(change: (fixture: Fixture, head: string) => void): Attack['make'] {
  return anyhow(async fixture => {
    const head = await handOverHarmless(fixture)
    change(fixture, head)
    return [head]
  })
}

async function handOverHarmless(fixture: Fixture): Promise<string> {
  const head = commitFiles(fixture.source, [fixture.base], { 'src/b.txt': 'b\n' })
  await handOver(fixture, 'contract', { commit: head })
  return head
}

/**
 * Changes nothing but the files of a handover that is harmless. All such attacks share one pair of repositories: the source is
 * only read, and the trusted one must not change.
 */
function altered(change: (fixture: Fixture) => void): Attack['make'] {
  return async () => {
    shared ??= makeShared()
    const { fixture, hostile } = await shared
    const own = { ...fixture, folder: copyFolder(fixture.folder, 'handover') }
    change(own)
    return { fixture: own, hostile }
  }
}

let shared: Promise<Scene> | undefined

async function makeShared(): Promise<Scene> {
  const fixture = await makeFixture()
  return { fixture, hostile: [await handOverHarmless(fixture)] }
}

/** The same with another manifest whose sums are right. */
function lie(change: (manifest: Manifest) => Manifest): Attack['make'] {
  return altered(fixture => forge(fixture, 'contract', change))
}

/** The same with the manifest's text changed, its sum left as it was. */
function retype(change: (text: string) => string): Attack['make'] {
  return altered(({ folder }) => {
    const path = join(folder, 'contract.json')
    writeFileSync(path, change(readFileSync(path, 'utf8')))
  })
}

/** Makes the bundle again with other arguments of git. */
function bundleOf(...args: string[]): Attack['make'] {
  return harmless((fixture, head) => {
    const { source, folder, base } = fixture
    const path = join(folder, 'contract.bundle')
    source.git('update-ref', 'refs/heads/elsewhere', head)
    source.git('update-ref', `refs/replace/${base}`, head)
    source.git('update-ref', 'refs/heads/agents/20200101-000000-0000/tasks/contract', head)
    source.git('update-ref', refs.branch('other'), head)
    source.git('checkout', '-q', '-B', 'main', head)
    const env = { ...process.env, ...gitEnvironment, GIT_NO_REPLACE_OBJECTS: '1' }
    execFileSync('git', ['bundle', 'create', '-q', path, ...args.map(arg => arg.replace('BASE', base))], {
      cwd: source.folder,
      env,
    })
    forge(fixture, 'contract', manifest => manifest)
  })
}

/** Changes the bytes of the bundle, with a manifest to match. */
function rewrite(change: (bundle: Buffer, fixture: Fixture) => Buffer): Attack['make'] {
  return altered(fixture => {
    const path = join(fixture.folder, 'contract.bundle')
    writeFileSync(path, change(readFileSync(path), fixture))
    forge(fixture, 'contract', manifest => manifest)
  })
}

function withHeader(bundle: Buffer, change: (header: string) => string): Buffer {
  const end = bundle.indexOf('\n\n') + 2
  return Buffer.concat([
    Buffer.from(change(bundle.toString('latin1', 0, end)), 'latin1'),
    bundle.subarray(end),
  ])
}

const trees: Readonly<Record<string, Attack>> = {
  'a symlink': {
    reason: /"src\/link" is a symlink \(mode 120000\)/,
    make: branch(fixture => withEntryInSource(fixture, ['120000', 'link', blob(fixture, '../other.txt')])),
  },
  'a gitlink': {
    reason: /"src\/sub" is a gitlink \(mode 160000\)/,
    make: branch(fixture => withEntryInSource(fixture, ['160000', 'sub', fixture.base])),
  },
  'a file that its group may write': {
    reason: /"src\/b\.txt" has the mode 100664/,
    make: branch(fixture => withEntryInSource(fixture, ['100664', 'b.txt', blob(fixture)])),
  },
  'a file with the setuid bit': {
    reason: /badFilemode|has the mode 104755/,
    make: branch(fixture => withEntryInSource(fixture, ['104755', 'b.sh', blob(fixture)])),
  },
  '.gitattributes that git servers refuse': {
    reason: /gitattributesLineLength/,
    make: branch(fixture => {
      const long = `${'x'.repeat(3000)} text\n`
      return withEntryInSource(fixture, ['100644', '.gitattributes', blob(fixture, long)])
    }),
  },
  'a file below .git': {
    reason: /hasDotgit/,
    make: branch(fixture => {
      const folder = makeTree(fixture.source, [['100644', 'config', blob(fixture)]])
      return withEntryInSource(fixture, ['40000', '.git', folder])
    }),
  },
  '.GIT in capitals': {
    reason: /hasDotgit/,
    make: branch(fixture => withEntryInSource(fixture, ['100644', '.GIT', blob(fixture)])),
  },
  'git~1, the short name of .git on Windows': {
    reason: /hasDotgit/,
    make: branch(fixture => withEntryInSource(fixture, ['100644', 'git~1', blob(fixture)])),
  },
  '.git with a character that macOS ignores': {
    reason: /hasDotgit/,
    make: branch(fixture => withEntryInSource(fixture, ['100644', '.g\u200cit', blob(fixture)])),
  },
  'git~2': {
    reason: /git~2" is a name that some file systems treat as \.git/,
    make: branch(fixture => withEntryInSource(fixture, ['100644', 'git~2', blob(fixture)])),
  },
  '.gitmodules that runs a program': {
    reason: /gitmodules/,
    make: branch(fixture =>
      withTop(fixture, [
        '100644',
        '.gitmodules',
        blob(fixture, '[submodule "x"]\n\tpath = x\n\turl = ext::sh -c evil\n\tupdate = !evil\n'),
      ]),
    ),
  },
  '.gitmodules in the scope': {
    reason: /\.gitmodules" would define submodules/,
    make: branch(fixture => withEntryInSource(fixture, ['100644', '.gitmodules', blob(fixture, '')])),
  },
  '.gitattributes out of the scope': {
    reason: /outside its scope: \.gitattributes/,
    make: branch(fixture => withTop(fixture, ['100644', '.gitattributes', blob(fixture, '* merge=evil\n')])),
  },
  'a name ".."': {
    reason: /hasDotdot/,
    make: branch(fixture => {
      const folder = makeTree(fixture.source, [['100644', 'evil', blob(fixture)]])
      return withEntryInSource(fixture, ['40000', '..', folder])
    }),
  },
  'a name with a slash in it': {
    reason: /fullPathname/,
    make: branch(fixture => withEntryInSource(fixture, ['100644', '../../evil', blob(fixture)])),
  },
  'an absolute name': {
    reason: /fullPathname/,
    make: branch(fixture => withTop(fixture, ['100644', '/etc/evil', blob(fixture)])),
  },
  'an empty name': {
    reason: /empty/,
    make: harmless(fixture => {
      const { source, folder, base } = fixture
      const id = blob(fixture)
      const inside = makeTree(source, [['100644', '', id], ...entriesOf(source, `${base}:src`)])
      const top = entriesOf(source, base).map(
        (entry): Entry => (entry[1] === 'src' ? ['40000', 'src', inside] : entry),
      )
      const tree = makeTree(source, top)
      const head = makeCommit(source, tree, [base])
      const bundle = thinBundle(source.folder, base, refs.branch('contract'), head, [head, tree, inside, id])
      writeFileSync(join(folder, 'contract.bundle'), bundle)
      forge(fixture, 'contract', manifest => ({
        ...manifest,
        branch: manifest.branch && { ...manifest.branch, tree },
        result: { ...manifest.result, commit: head },
      }))
    }),
  },
  'a name with a line end': {
    reason: /contains a control character/,
    plan: { contract: {} },
    make: branch(fixture => withEntryInSource(fixture, ['100644', 'a\nb', blob(fixture)])),
  },
  'a name with a backslash': {
    reason: /control character or/,
    make: branch(fixture => withEntryInSource(fixture, ['100644', '..\\evil', blob(fixture)])),
  },
  'a name that ends in a dot': {
    reason: /ends in a dot or a space/,
    make: branch(fixture => withEntryInSource(fixture, ['100644', 'b.txt.', blob(fixture)])),
  },
  'a folder that ends in a space': {
    reason: /ends in a dot or a space/,
    make: branch(fixture => {
      const folder = makeTree(fixture.source, [['100644', 'x', blob(fixture)]])
      return withEntryInSource(fixture, ['40000', 'new ', folder])
    }),
  },
  'a stream of NTFS': {
    reason: /names a stream on Windows/,
    make: branch(fixture => withEntryInSource(fixture, ['100644', 'a.txt:evil', blob(fixture)])),
  },
  'a name that is not UTF-8': {
    reason: /is not UTF-8/,
    make: branch(fixture =>
      withEntryInSource(fixture, ['100644', Buffer.from([0x61, 0xe9, 0x62]), blob(fixture)]),
    ),
  },
  'a name that differs by case from one that is there': {
    reason: /"src\/A\.TXT" collides with "src\/a\.txt"/,
    make: branch(fixture => withEntryInSource(fixture, ['100644', 'A.TXT', blob(fixture)])),
  },
  'a folder that differs by case from one that is there': {
    reason: /"SRC" collides with "src"/,
    plan: { contract: {} },
    make: branch(fixture => {
      const folder = makeTree(fixture.source, [['100644', 'x', blob(fixture)]])
      return withTop(fixture, ['40000', 'SRC', folder])
    }),
  },
  'two new names that differ by case': {
    reason: /collides with/,
    make: branch(({ source, base }) =>
      commitFiles(source, [base], { 'src/new.txt': 'a', 'src/New.txt': 'b' }),
    ),
  },
  'a name that differs by Unicode normalisation': {
    reason: /collides with/,
    make: branch(({ source, base }) => commitFiles(source, [base], { 'src/Caf\u00e9.txt': 'tea\n' })),
  },
  'the same name twice': {
    reason: /duplicateEntries/,
    make: branch(fixture => {
      const entry: Entry = ['100644', 'b.txt', blob(fixture)]
      const folder = makeTree(fixture.source, [entry, ['100644', 'b.txt', blob(fixture, 'other')]])
      return withEntryInSource(fixture, ['40000', 'new', folder])
    }),
  },
  'a path out of the scope': {
    reason: /outside its scope: other\.txt/,
    make: branch(({ source, base }) => commitFiles(source, [base], { 'other.txt': 'evil' })),
  },
  'the deletion of a file out of the scope': {
    reason: /outside its scope: other\.txt/,
    make: branch(({ source, base }) => commitFiles(source, [base], { 'other.txt': null })),
  },
  'a workflow, which is protected by default': {
    reason: /\.github\/workflows\/ci\.yml is protected/,
    plan: { contract: {} },
    make: branch(({ source, base }) => commitFiles(source, [base], { '.github/workflows/ci.yml': 'evil' })),
  },
  'no change at all': {
    reason: /no files were changed/,
    make: branch(({ source, base }) => makeCommit(source, source.git('rev-parse', `${base}^{tree}`), [base])),
  },
  'too many files': {
    reason: /too many files: 11, more than 10/,
    limits: { files: 10 },
    make: branch(({ source, base }) =>
      commitFiles(
        source,
        [base],
        Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`src/${n}`, 'x'])),
      ),
    ),
  },
  'a file that is larger than the plan allows': {
    reason: /src\/big\.bin has 11\.0 MB, more than 10 MB/,
    make: branch(({ source, base }) =>
      commitFiles(source, [base], { 'src/big.bin': 'x'.repeat(11_000_000) }),
    ),
  },
  'a path that never ends': {
    reason: /a path is longer than 4096 bytes/,
    make: branch(fixture => {
      let folder = makeTree(fixture.source, [['100644', 'x', blob(fixture)]])
      for (let depth = 0; depth < 50; depth++)
        folder = makeTree(fixture.source, [['40000', 'd'.repeat(100), folder]])
      return withEntryInSource(fixture, ['40000', 'deep', folder])
    }),
  },
}

const histories: Readonly<Record<string, Attack>> = {
  'a commit in between that leaves the scope, and one that takes it back': {
    reason: /outside its scope: other\.txt/,
    make: branch(({ source, base }) => {
      const out = commitFiles(source, [base], { 'other.txt': 'evil' })
      return commitFiles(source, [out], { 'src/b.txt': 'b' }, base)
    }),
  },
  'a symlink in between that is gone in the end': {
    reason: /is a symlink/,
    make: branch(fixture => {
      const link = withEntryInSource(fixture, ['120000', 'link', blob(fixture, '/etc/passwd')])
      return commitFiles(fixture.source, [link], { 'src/b.txt': 'b' }, fixture.base)
    }),
  },
  'a merge that brings in a history of its own': {
    reason: /outside its scope: evil\.txt, /,
    make: branch(({ source, base }) => {
      const root = makeCommit(
        source,
        makeTree(source, [['100644', 'evil.txt', hashObject(source, 'blob', 'e')]]),
        [],
      )
      return commitFiles(source, [base, root], { 'src/b.txt': 'b' })
    }),
  },
  'a merge that differs from both of its sides out of the scope': {
    reason: /outside its scope: other\.txt/,
    make: branch(({ source, base }) => {
      const left = commitFiles(source, [base], { 'src/b.txt': 'b' })
      return commitFiles(source, [base, left], { 'src/b.txt': 'b', 'other.txt': 'evil' })
    }),
  },
  'commits that do not descend from the start': {
    reason: /do not descend from its start/,
    make: branch(({ source, base }) =>
      makeCommit(
        source,
        makeTree(source, entriesOf(source, commitFiles(source, [base], { 'src/b': 'b' }))),
        [],
      ),
    ),
  },
  'a start that is not what the prerequisites come to': {
    reason: /wrong start: it starts from/,
    make: anyhow(async fixture => {
      const { source, base } = fixture
      const start = commitFiles(source, [base], { 'other.txt': 'smuggled into the start' })
      const head = commitFiles(source, [start], { 'src/b.txt': 'b' })
      await handOver(fixture, 'contract', { commit: head, start })
      return [start, head]
    }),
  },
  'a merge of prerequisites with something put in between': {
    reason: /wrong start: it starts from/,
    plan: {
      left: { files: ['l/**'] },
      right: { files: ['r/**'] },
      contract: { files: ['src/**'], needs: ['left', 'right'] },
    },
    make: anyhow(async fixture => {
      const { source, base } = fixture
      const left = commitFiles(source, [base], { 'l/x': 'l' })
      const right = commitFiles(source, [base], { 'r/x': 'r' })
      await handOver(fixture, 'left', { commit: left })
      await handOver(fixture, 'right', { commit: right })
      await takeIn(fixture, ['left', 'right'])
      const start = commitFiles(source, [left, right], { 'r/x': 'r', 'other.txt': 'evil' })
      const head = commitFiles(source, [start], { 'src/b.txt': 'b' })
      await handOver(fixture, 'contract', { commit: head, start })
      return [start, head]
    }),
  },
  'the code of a prerequisite that was never taken': {
    reason: /it needs left, whose handover was not accepted/,
    plan: { left: { files: ['l/**'] }, contract: { files: ['src/**'], needs: ['left'] } },
    make: anyhow(async fixture => {
      const { source, base } = fixture
      const left = commitFiles(source, [base], { 'l/x': 'evil' })
      const head = commitFiles(source, [left], { 'src/b.txt': 'b' })
      await handOver(fixture, 'contract', { commit: head, start: left })
      return [left, head]
    }),
  },
  'too many commits': {
    reason: /more than 20 commits/,
    limits: { commits: 20 },
    make: branch(({ source, base }) => {
      let head = base
      for (let count = 0; count < 21; count++) head = commitFiles(source, [head], { 'src/b.txt': `${count}` })
      return head
    }),
  },
  'a commit whose author cannot be read': {
    reason: /git rejects its objects: .*(missing|bad)/i,
    make: branch(({ source, base }) => {
      const tree = source.git('rev-parse', `${commitFiles(source, [base], { 'src/b': 'b' })}^{tree}`)
      return hashObject(
        source,
        'commit',
        `tree ${tree}\nparent ${base}\nauthor evil\ncommitter A <a@x> 1 +0000\n\nx\n`,
      )
    }),
  },
}

const bundles: Readonly<Record<string, Attack>> = {
  'more than one ref': {
    reason: /more than one ref: .*elsewhere/,
    make: bundleOf(refs.branch('contract'), 'refs/heads/elsewhere', '^BASE'),
  },
  'the branch main': {
    reason: /a ref of another name: "refs\/heads\/main"/,
    make: bundleOf('refs/heads/main', '^BASE'),
  },
  'the branch of another task': {
    reason: /a ref of another name: .*tasks\/other"/,
    make: bundleOf(refs.branch('other'), '^BASE'),
  },
  'the branch of another run': {
    reason: /a ref of another name: .*20200101-000000-0000/,
    make: bundleOf('refs/heads/agents/20200101-000000-0000/tasks/contract', '^BASE'),
  },
  'a HEAD': { reason: /more than one ref|another name: "HEAD"/, make: bundleOf('HEAD', '^BASE') },
  'a replacement of the base': {
    reason: /a ref of another name: "refs\/replace\//,
    make: harmless((fixture, head) => {
      const { source, folder, base } = fixture
      source.git('update-ref', `refs/replace/${base}`, head)
      execFileSync(
        'git',
        ['bundle', 'create', '-q', join(folder, 'contract.bundle'), `refs/replace/${base}`, `^${base}`],
        {
          cwd: source.folder,
          env: { ...process.env, ...gitEnvironment, GIT_NO_REPLACE_OBJECTS: '1' },
        },
      )
      forge(fixture, 'contract', manifest => manifest)
    }),
  },
  'no ref': {
    reason: /it holds no ref/,
    make: rewrite(bundle => withHeader(bundle, header => header.replace(/^[0-9a-f]{40} .*\n/m, ''))),
  },
  'a ref at another commit': {
    reason: /wrong commit: its ref is at/,
    make: rewrite((bundle, { base }) =>
      withHeader(bundle, header => header.replace(/^[0-9a-f]{40} /m, `${base} `)),
    ),
  },
  'a ref at a commit that is not in it': {
    reason: /is missing/,
    make: altered(fixture => {
      const path = join(fixture.folder, 'contract.bundle')
      const ghost = 'f'.repeat(40)
      writeFileSync(
        path,
        withHeader(readFileSync(path), header => header.replace(/^[0-9a-f]{40} /m, `${ghost} `)),
      )
      forge(fixture, 'contract', manifest => ({ ...manifest, result: { ...manifest.result, commit: ghost } }))
    }),
  },
  'a prerequisite that is not here': {
    reason: /missing ancestor: there is no commit eeee/,
    make: rewrite(bundle =>
      withHeader(bundle, header => header.replace(/^-[0-9a-f]{40}/m, `-${'e'.repeat(40)}`)),
    ),
  },
  'a prerequisite that is not in the base': {
    reason: /wrong base: it builds on/,
    make: anyhow(async fixture => {
      const { source, trusted, base, folder } = fixture
      const private_ = commitFiles(source, [base], { 'src/private.txt': 'not yet published' })
      source.git('update-ref', 'refs/heads/private', private_)
      trusted.git('fetch', '-q', source.folder, 'refs/heads/private:refs/heads/private')
      const head = commitFiles(source, [private_], { 'src/b.txt': 'b' })
      await handOver(fixture, 'contract', { commit: head })
      source.git(
        'bundle',
        'create',
        '-q',
        join(folder, 'contract.bundle'),
        refs.branch('contract'),
        '^private',
      )
      forge(fixture, 'contract', manifest => manifest)
      return [head]
    }),
  },
  'a history that is not whole, behind a prerequisite that hides it': {
    reason: /git rejects its objects|missing|bad/i,
    make: anyhow(async fixture => {
      const { source, base, folder } = fixture
      const hidden = commitFiles(source, [base], { 'src/hidden.txt': 'h' })
      const head = commitFiles(source, [hidden], { 'src/b.txt': 'b' })
      await handOver(fixture, 'contract', { commit: head })
      const path = join(folder, 'contract.bundle')
      source.git('bundle', 'create', '-q', path, refs.branch('contract'), `^${hidden}`)
      const text = readFileSync(path)
      writeFileSync(
        path,
        withHeader(text, header => header.replace(hidden, base)),
      )
      forge(fixture, 'contract', manifest => manifest)
      return [head, hidden]
    }),
  },
  'an unknown capability': {
    reason: /requires "@filter=blob:none"/,
    make: rewrite(bundle =>
      withHeader(bundle, header =>
        header.replace('# v2 git bundle\n', '# v3 git bundle\n@filter=blob:none\n'),
      ),
    ),
  },
  'objects of another format': {
    reason: /requires "@object-format=sha256"/,
    make: rewrite(bundle =>
      withHeader(bundle, header =>
        header.replace('# v2 git bundle\n', '# v3 git bundle\n@object-format=sha256\n'),
      ),
    ),
  },
  'another signature': {
    reason: /begins with no known signature/,
    make: rewrite(bundle => withHeader(bundle, header => header.replace('v2', 'v9'))),
  },
  'a line end in the header that is not one': {
    reason: /its header has the line/,
    make: rewrite(bundle => withHeader(bundle, header => header.replace(/^-/m, ' -'))),
  },
  'a header without an end': {
    reason: /its header has no end/,
    make: rewrite(() => Buffer.alloc(1 << 20, 'a')),
  },
  'no pack': {
    reason: /it holds no pack/,
    make: rewrite(bundle => bundle.subarray(0, bundle.indexOf('\n\n') + 2)),
  },
  'half a pack': {
    reason: /git rejects its objects/,
    make: rewrite(bundle => bundle.subarray(0, bundle.length - 40)),
  },
  'a pack that announces four thousand million objects': {
    reason: /too large: 4294967295 objects/,
    make: rewrite(bundle => {
      const copy = Buffer.from(bundle)
      copy.writeUInt32BE(0xffffffff, bundle.indexOf('\n\n') + 2 + 8)
      return copy
    }),
  },
  'a file that is too large': {
    reason: /contract\.bundle is too large: more than 400 bytes/,
    limits: { bundleBytes: 400 },
    make: branch(({ source, base }) =>
      commitFiles(source, [base], { 'src/b.bin': 'abcdefgh'.repeat(9) + Math.PI }),
    ),
  },
  'a bomb: few bytes that unpack to an enormous file': {
    reason: /one of its objects needs \d+ bytes of memory, more than/,
    make: branch(({ source, base }) =>
      commitFiles(source, [base], { 'src/b.bin': '\0'.repeat(120 * 2 ** 20) }),
    ),
  },
  'a bomb: objects that take git for ever': {
    reason: /git needs more than 0 seconds for its objects/,
    limits: { indexSeconds: 0 },
    make: branch(({ source, base }) => commitFiles(source, [base], { 'src/b.txt': 'b' })),
  },
  'a bomb: many files that are together enormous': {
    reason: /its objects unpack to \d+ bytes/,
    limits: { unpackedBytes: 50_000_000 },
    make: branch(({ source, base }) =>
      commitFiles(
        source,
        [base],
        Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`src/${n}`, `${n}`.repeat(9_000_000)])),
      ),
    ),
  },
  'a bomb: folders that name each other, ten to the power of nine files': {
    reason: /more than 500000 entries in its folders/,
    make: anyhow(async fixture => {
      let id = blob(fixture)
      let mode = '100644'
      for (let depth = 0; depth < 9; depth++) {
        const entries = Array.from({ length: 10 }, (_, n) => [mode, `f${n}`, id] as const)
        id = makeTree(fixture.source, entries)
        mode = '40000'
      }
      const head = withEntryInSource(fixture, ['40000', 'bomb', id])
      await handOver(fixture, 'contract', { commit: head, filesChanged: 1 })
      return [head]
    }),
  },
  'a bomb: a folder that is larger than memory should hold': {
    reason: /its tree .* unpacks to/,
    limits: { structureBytes: 100_000 },
    make: branch(fixture => {
      const id = blob(fixture)
      const entries = Array.from({ length: 4000 }, (_, n) => ['100644', `f${10_000 + n}`, id] as const)
      return withEntryInSource(fixture, ['40000', 'wide', makeTree(fixture.source, entries)])
    }),
  },
}

const manifests: Readonly<Record<string, Attack>> = {
  'another run': {
    reason: /wrong run: its manifest is for 2020/,
    make: lie(manifest => ({ ...manifest, run: '20200101-000000-0000' })),
  },
  'another attempt': {
    reason: /wrong attempt: .* for 2, not for 1/,
    make: lie(manifest => ({ ...manifest, attempt: 2 })),
  },
  'another task': {
    reason: /wrong task: its manifest is for other/,
    make: lie(manifest => ({ ...manifest, task: 'other' })),
  },
  'another plan': { reason: /wrong plan/, make: lie(manifest => ({ ...manifest, plan: 'a'.repeat(40) })) },
  'another base': { reason: /wrong base/, make: lie(manifest => ({ ...manifest, base: 'b'.repeat(40) })) },
  'another tree': {
    reason: /wrong tree/,
    make: lie(manifest => ({
      ...manifest,
      branch: manifest.branch && { ...manifest.branch, tree: 'c'.repeat(40) },
    })),
  },
  'another commit': {
    reason: /wrong commit/,
    make: lie(manifest => ({ ...manifest, result: { ...manifest.result, commit: 'd'.repeat(40) } })),
  },
  'the result of another task': {
    reason: /its result is that of other/,
    make: lie(manifest => ({ ...manifest, result: { ...manifest.result, task: 'other' } })),
  },
  'main as its branch': {
    reason: /wrong branch: its result is on main/,
    make: lie(manifest => ({ ...manifest, result: { ...manifest.result, branch: 'main' } })),
  },
  'kept work on a ref of its choice': {
    reason: /work is kept at refs\/heads\/main/,
    make: lie(manifest => ({ ...manifest, result: { ...manifest.result, kept: 'refs/heads/main' } })),
  },
  'success without a branch': {
    reason: /it succeeded without a branch/,
    make: lie(manifest => ({
      ...manifest,
      branch: null,
      result: { ...manifest.result, branch: null, commit: null, filesChanged: null },
    })),
  },
  'a branch of a task that failed': {
    reason: /it is failed and has a branch/,
    make: lie(manifest => ({ ...manifest, result: { ...manifest.result, outcome: 'failed' } })),
  },
  'half of a branch': {
    reason: /only half of a branch/,
    make: lie(manifest => ({ ...manifest, branch: null })),
  },
  'another number of files': {
    reason: /it changes 1 files, not 2/,
    make: lie(manifest => ({ ...manifest, result: { ...manifest.result, filesChanged: 2 } })),
  },
  'a bundle with other bytes than it says': {
    reason: /not the one that its manifest was made for/,
    make: altered(({ folder }) => {
      const path = join(folder, 'contract.bundle')
      const bytes = readFileSync(path)
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
      writeFileSync(path, bytes)
    }),
  },
  'an unknown outcome': {
    reason: /result\.outcome/,
    make: retype(text => text.replace('"succeeded"', '"splendid"')),
  },
  'an unknown key': {
    reason: /Unrecognized key: "evil"/,
    make: retype(text => text.replace('{', '{"evil": 1,')),
  },
  'an unknown key in its result': {
    reason: /Unrecognized key: "evil"/,
    make: retype(text => text.replace('"summary"', '"evil": 1, "summary"')),
  },
  'a prototype': {
    reason: /Unrecognized key|not the canonical form/,
    make: retype(text => text.replace('{', '{"__proto__": {"kept": null},')),
  },
  'a prototype in its result': {
    reason: /Unrecognized key|not the canonical form/,
    make: retype(text => text.replace('"summary"', '"__proto__": {"outcome": "succeeded"}, "summary"')),
  },
  'a key twice': {
    reason: /not the canonical form/,
    make: retype(text => text.replace('"task": "contract"', '"task": "other", "task": "contract"')),
  },
  'costs that are not a number': { reason: /not JSON/, make: retype(text => text.replace('0.31', 'NaN')) },
  'costs without end': { reason: /costUsd/, make: retype(text => text.replace('0.31', '1e999')) },
  'costs below nothing': { reason: /costUsd/, make: retype(text => text.replace('0.31', '-5')) },
  'times that are none': {
    reason: /startedAt/,
    make: retype(text => text.replace('2026-11-20T10:15:00.000Z', 'yesterday')),
  },
  'another version': {
    reason: /version/,
    make: retype(text => text.replace('"version": 1', '"version": 2')),
  },
  'a mark of byte order': { reason: /not JSON in UTF-8/, make: retype(text => `\ufeff${text}`) },
  'an enormous text': {
    reason: /contract\.json is too large/,
    make: retype(text => text.replace('I did it', 'x'.repeat(3_000_000))),
  },
  'ten thousand brackets': { reason: /not JSON|manifest is wrong/, make: retype(() => '['.repeat(100_000)) },
  'nothing in it': { reason: /not JSON/, make: retype(() => '') },
  'another sum': {
    reason: /not the canonical form/,
    make: retype(text =>
      text.replace(/"sha256": "[0-9a-f]{64}"\n}\n$/, `"sha256": "${'0'.repeat(64)}"\n}\n`),
    ),
  },
}

const folders: Readonly<Record<string, Attack>> = {
  'a symlink instead of the manifest': {
    reason: /contract\.json is a symlink/,
    make: altered(({ folder }) => {
      renameSync(join(folder, 'contract.json'), join(makeFolder('away'), 'm'))
      symlinkSync('/etc/passwd', join(folder, 'contract.json'))
    }),
  },
  'a symlink instead of the bundle': {
    reason: /contract\.bundle is a symlink/,
    make: altered(({ folder }) => {
      const away = join(makeFolder('away'), 'b')
      renameSync(join(folder, 'contract.bundle'), away)
      symlinkSync(away, join(folder, 'contract.bundle'))
    }),
  },
  'a folder instead of the bundle': {
    reason: /contract\.bundle is not a plain file/,
    make: altered(({ folder }) => {
      rmSync(join(folder, 'contract.bundle'))
      mkdirSync(join(folder, 'contract.bundle'))
    }),
  },
  'a pipe instead of the manifest': {
    reason: /contract\.json is not a plain file/,
    make: altered(({ folder }) => {
      rmSync(join(folder, 'contract.json'))
      execFileSync('mkfifo', [join(folder, 'contract.json')])
    }),
  },
  'no manifest': {
    reason: /contract\.json is missing/,
    make: altered(({ folder }) => rmSync(join(folder, 'contract.json'))),
  },
  'no bundle': {
    reason: /contract\.bundle is missing/,
    make: altered(({ folder }) => rmSync(join(folder, 'contract.bundle'))),
  },
}

const groups = { trees, histories, bundles, manifests, folders }
for (const [group, attacks] of Object.entries(groups)) {
  describe(`a handover is refused, with nothing written, for what is in its ${group}:`, () => {
    test.each(Object.entries(attacks))('%s', async (_, { reason, limits, plan, make }) => {
      const { fixture, hostile } = await make(plan)
      const before = stateOf(fixture.trusted)
      const { answers } = await takeIn(fixture, ['contract'], { limits: { ...handoverLimits, ...limits } })

      expect(answers).toEqual([{ kind: 'refused', task: 'contract', reason: expect.stringMatching(reason) }])
      expect(stateOf(fixture.trusted)).toBe(before)
      expect(hostile.filter(id => hasObject(fixture.trusted, id))).toEqual([])
    })
  })
}

describe('an intake', () => {
  test('refuses a task that the plan does not have', async () => {
    const fixture = await makeFixture()
    const { answers } = await takeIn(fixture, ['main', '../x', 'constructor'])
    expect(answers.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused'])
    expect(answers[1]).toMatchObject({ reason: expect.stringContaining('unknown task') })
  })

  test('refuses a task that was handed over twice, whichever came first', async () => {
    const fixture = await makeFixture()
    await handOver(fixture, 'contract', {
      commit: commitFiles(fixture.source, [fixture.base], { 'src/b': 'b' }),
    })
    const { answers } = await takeIn(fixture, ['contract', 'contract'])
    expect(answers).toMatchObject([
      { kind: 'refused', reason: expect.stringContaining('handed over 2 times') },
    ])
  })

  test('never replaces what it has accepted', async () => {
    const fixture = await makeFixture()
    const { source, base, trusted } = fixture
    await handOver(fixture, 'contract', { commit: commitFiles(source, [base], { 'src/b.txt': 'first' }) })
    await takeIn(fixture)
    const before = stateOf(trusted)
    await handOver(fixture, 'contract', { commit: commitFiles(source, [base], { 'src/b.txt': 'second' }) })
    const { answers } = await takeIn(fixture)

    expect(answers).toMatchObject([
      { kind: 'refused', reason: expect.stringContaining('already exists here') },
    ])
    expect(stateOf(trusted)).toBe(before)
  })

  test('accepts the others when it refuses one', async () => {
    const fixture = await makeFixture({
      a: { files: ['a/**'] },
      b: { files: ['b/**'] },
      c: { files: ['c/**'] },
    })
    for (const [id, path] of [
      ['a', 'a/x'],
      ['b', 'out'],
      ['c', 'c/x'],
    ] as const)
      await handOver(fixture, id, { commit: commitFiles(fixture.source, [fixture.base], { [path]: id }) })
    const { answers } = await takeIn(fixture, ['a', 'b', 'c'])
    expect(answers.map(({ kind }) => kind)).toEqual(['taken', 'refused', 'taken'])
  })

  test('uses no object of a handover that it refused for the next one', async () => {
    const fixture = await makeFixture({ a: { files: ['a/**'] }, b: { files: ['b/**'] } })
    const { source, base, folder } = fixture
    await handOver(fixture, 'a', { commit: commitFiles(source, [base], { 'out/secret': 'shared' }) })
    const head = commitFiles(source, [base], { 'b/x': 'shared' })
    await handOver(fixture, 'b', { commit: head })
    const objects = [head, `${head}^{tree}`, `${head}:b`].map(name => source.git('rev-parse', name))
    writeFileSync(join(folder, 'b.bundle'), thinBundle(source.folder, base, refs.branch('b'), head, objects))
    forge(fixture, 'b', manifest => manifest)
    const { answers } = await takeIn(fixture, ['a', 'b'])
    expect(answers.map(({ kind }) => kind)).toEqual(['refused', 'refused'])
  })

  test('uses no configuration, hook or replacement of the trusted repository', async () => {
    const fixture = await makeFixture()
    const { source, trusted, base } = fixture
    const link = withEntryInSource(fixture, [
      '40000',
      '.git',
      makeTree(source, [['100644', 'x', blob(fixture)]]),
    ])
    await handOver(fixture, 'contract', { commit: link })
    const trap = join(makeFolder('trap'), 'sprung')
    const replaced = commitFiles(trusted, [base], { 'src/a.txt': 'replaced' })
    trusted.git('update-ref', `refs/replace/${base}`, replaced)
    for (const id of ['hasDotgit', 'badTree']) trusted.git('config', `fsck.${id}`, 'ignore')
    trusted.git('config', 'core.alternateRefsCommand', `touch ${trap}`)
    const hooks = join(trusted.folder, '.git', 'hooks')
    mkdirSync(hooks, { recursive: true })
    writeFileSync(join(hooks, 'reference-transaction'), `#!/bin/sh\ntouch ${trap}\nexit 1\n`, { mode: 0o755 })

    expect((await takeIn(fixture)).answers).toMatchObject([{ reason: expect.stringContaining('hasDotgit') }])
    await handOver(fixture, 'contract', { commit: commitFiles(source, [base], { 'src/b.txt': 'b' }) })
    expect((await takeIn(fixture)).answers).toMatchObject([{ kind: 'taken' }])
    expect(existsSync(trap)).toBe(false)
  })
})

/** A bundle with exactly these objects. */
function thinBundle(
  folder: string,
  base: string,
  ref: string,
  head: string,
  objects: readonly string[],
): Buffer {
  const pack = execFileSync('git', ['pack-objects', '--stdout', '-q'], {
    cwd: folder,
    input: `${objects.join('\n')}\n`,
  })
  return Buffer.concat([Buffer.from(`# v2 git bundle\n-${base} x\n${head} ${ref}\n\n`), pack])
}
