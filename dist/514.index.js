export const id = 514;
export const ids = [514];
export const modules = {

/***/ 5514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/commands/describe-plan.js + 2 modules
var describe_plan = __webpack_require__(8966);
// EXTERNAL MODULE: ./lib/git/objects.js
var objects = __webpack_require__(2392);
;// CONCATENATED MODULE: ./lib/git/tree-objects.js
const folderMode = '40000';
/**
 * The entries of a folder by name; none for undefined. Throws when there is no such tree.
 *
 * @param encoding How the bytes of names are read; `latin1` keeps all of them apart.
 */
async function readFolder({ objects, store }, id, encoding = 'utf8') {
    if (id === undefined)
        return new Map();
    const tree = await objects.read(id);
    if (tree?.type !== 'tree')
        throw new Error(`there is no tree ${id}`);
    return readTreeEntries(tree.content, store.format === 'sha256' ? 32 : 20, encoding);
}
/** Reads `<mode> <name> NUL <id>`, again and again. */
function readTreeEntries(content, idBytes, encoding) {
    const entries = new Map();
    for (let at = 0; at < content.length;) {
        const space = content.indexOf(' ', at);
        const end = content.indexOf(0, space);
        const next = end + 1 + idBytes;
        entries.set(content.toString(encoding, space + 1, end), {
            mode: content.toString('latin1', at, space),
            id: content.toString('hex', end + 1, next),
        });
        at = next;
    }
    return entries;
}

;// CONCATENATED MODULE: ./lib/git/tree-diff.js


const goneMode = '000000';
/**
 * What differs between two trees (or commits), a file a change: a rename is a deletion and an addition. Only folders that
 * differ are read, through the open reader, so no process is started.
 */
async function readChanges(repository, from, to) {
    const [before, after] = await Promise.all([from, to].map(name => repository.objects.readInfo(`${name}^{tree}`)));
    if (before === undefined || after === undefined)
        throw new Error(`there is no tree ${before === undefined ? from : to}`);
    const changes = await compareFolders(repository, '', before.id, after.id);
    return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}
async function compareFolders(repository, folder, from, to) {
    if (from === to)
        return [];
    const [before, after] = await Promise.all([readFolder(repository, from), readFolder(repository, to)]);
    const names = new Set([...before.keys(), ...after.keys()]);
    const changes = await Promise.all([...names].map(name => compareEntries(repository, `${folder}${name}`, before.get(name), after.get(name))));
    return changes.flat();
}
async function compareEntries(repository, path, before, after) {
    if (before?.id === after?.id && before?.mode === after?.mode)
        return [];
    const [fromFolder, toFolder] = [before, after].map(entry => entry?.mode === folderMode ? entry.id : undefined);
    const below = await compareFolders(repository, `${path}/`, fromFolder, toFolder);
    const change = tryFileChange(repository, path, before, after);
    return change === undefined ? below : [change, ...below];
}
/** The change of what stood or stands at a path itself, if that is or was a file. */
function tryFileChange({ store }, path, before, after) {
    const none = { mode: goneMode, id: (0,objects/* toNullId */.W)(store.format) };
    const old = before === undefined || before.mode === folderMode ? none : before;
    const now = after === undefined || after.mode === folderMode ? none : after;
    if (old === none && now === none)
        return undefined;
    return {
        path,
        status: toStatus(old.mode, now.mode),
        oldMode: old.mode,
        newMode: now.mode,
        oldId: old.id,
        newId: now.id,
    };
}
function toStatus(oldMode, newMode) {
    if (oldMode === goneMode)
        return 'A';
    if (newMode === goneMode)
        return 'D';
    return oldMode.slice(0, 3) === newMode.slice(0, 3) ? 'M' : 'T';
}

// EXTERNAL MODULE: ./lib/plan/glob-overlap.js
var glob_overlap = __webpack_require__(7976);
// EXTERNAL MODULE: ./lib/plan/globs.js
var globs = __webpack_require__(9524);
;// CONCATENATED MODULE: ./lib/commands/gates/gate.js
/** At most this many paths are named in one sentence. */
const maxNamed = 5;
function listPaths(paths) {
    const named = paths.slice(0, maxNamed).join(', ');
    return paths.length > maxNamed ? `${named} and ${paths.length - maxNamed} more` : named;
}

;// CONCATENATED MODULE: ./lib/commands/gates/safety-gate.js

const gitlink = '160000';
const symlink = '120000';
const gone = '000000';
/** Refuses what could do harm where the branch is checked out or merged. */
function safetyGate({ changes, maxFileMegabytes, problems }) {
    for (const change of changes) {
        const danger = tryDanger(change, maxFileMegabytes);
        if (danger !== undefined)
            return toRefusal(danger, [change.path]);
    }
    return problems[0] === undefined ? undefined : toRefusal(`git cannot take a file: ${problems[0]}`, []);
}
function toRefusal(danger, undo) {
    const taken = undo.length === 0 ? 'Remove it.' : 'That change has been taken back.';
    return { outcome: 'failed', reason: danger, feedback: `Your change is not safe: ${danger}. ${taken}`, undo };
}
function tryDanger(change, maxFileMegabytes) {
    const { path, oldMode, newMode, size, linkTarget } = change;
    if (newMode === gitlink)
        return `${path} is a git repository of its own (a submodule entry)`;
    if (oldMode === gitlink)
        return `${path} is a submodule: its entry cannot be changed`;
    if (newMode === gone)
        return undefined;
    const trick = tryNameTrick(path);
    if (trick !== undefined)
        return trick;
    if (newMode === symlink)
        return tryLinkTrick(path, linkTarget ?? '');
    if (size > maxFileMegabytes * 1_000_000)
        return `${path} has ${toMegabytes(size)} MB, more than ${maxFileMegabytes} MB`;
    return undefined;
}
function toMegabytes(bytes) {
    return (bytes / 1_000_000).toFixed(1);
}
/** Names that git or a file system takes for `.git` or for another folder, and names that change how git works. */
function tryNameTrick(path) {
    const names = path.split('/');
    const quoted = JSON.stringify(path);
    if (names.some(isGitName))
        return `${quoted} is a name that can stand for .git`;
    if (names.some(name => name === '' || name === '.' || name === '..'))
        return `${quoted} is not a plain path`;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    if (/[\u0000-\u001f\u007f\\]/.test(path))
        return `${quoted} contains a control character or "\\"`;
    if (names.at(-1)?.toLowerCase() === '.gitmodules')
        return `${quoted} would define submodules`;
    return undefined;
}
/** Also `.git.`, `.GIT `, `git~1`, `.git::$INDEX_ALLOCATION`, and `.git` with characters that macOS ignores. */
function isGitName(name) {
    const plain = name
        .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
        .toLowerCase()
        .replace(/:.*$/, '')
        .replace(/[. ]+$/, '');
    return plain === '.git' || /^git~\d+$/.test(plain);
}
/**
 * A link may only lead to a place in the tree, and may go up only before it goes down: after a name, `..` could start from
 * wherever another link leads.
 */
function tryLinkTrick(path, target) {
    const steps = target.split('/');
    const climbsLate = steps.some((step, index) => step === '..' && steps.slice(0, index).some(before => !['..', '.'].includes(before)));
    const end = external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(path), target));
    const leaves = target === '' || target.startsWith('/') || end === '..' || end.startsWith('../');
    if (leaves || climbsLate)
        return `${path} is a link that leads out of the tree (${JSON.stringify(target)})`;
    return steps.some(isGitName) ? `${path} is a link into .git` : undefined;
}

;// CONCATENATED MODULE: ./lib/commands/gates/change-gates.js




/** Every gate that only looks at the change, in the order in which they are asked. */
const gates = [changeGate, scopeGate, protectedGate, safetyGate];
/** The first refusal, or undefined when all gates are passed. */
function checkChanges(input) {
    for (const gate of gates) {
        const refusal = gate(input);
        if (refusal !== undefined)
            return refusal;
    }
    return undefined;
}
/** The same for the single commits of a branch, where it does not matter that one of them changes nothing. */
function checkHistory(input) {
    return input.changes.length === 0 ? undefined : checkChanges(input);
}
function changeGate({ changes, problems }) {
    if (changes.length > 0 || problems.length > 0)
        return undefined;
    return {
        outcome: 'no-changes',
        reason: 'nothing was changed',
        feedback: 'You ended without changing any file. Make the change that the task asks for.',
        undo: [],
    };
}
function scopeGate({ task, changes }) {
    if (task.files === undefined)
        return undefined;
    const isInScope = (0,globs/* toMatcher */.WV)(task.files);
    const outside = changes.map(change => change.path).filter(path => !isInScope(path));
    if (outside.length === 0)
        return undefined;
    const scope = task.files.join(' ');
    return {
        outcome: 'out-of-scope',
        reason: `${listPaths(outside)} ${outside.length === 1 ? 'is' : 'are'} not in ${scope}`,
        feedback: `You changed files outside of your scope: ${outside.join(', ')}. You may only change files that match: ${scope}. ` +
            'Those changes have been taken back. Do the task within your scope.',
        undo: outside,
    };
}
function protectedGate({ task, protectedGlobs, changes }) {
    const isProtected = (0,globs/* toMatcher */.WV)(protectedGlobs);
    const naming = (0,globs/* splitGlobs */.Kh)(task.files ?? []).included.filter(glob => (0,glob_overlap/* isCovered */.P$)(glob, protectedGlobs));
    const isNamed = (0,globs/* toMatcher */.WV)(naming);
    const touched = changes.map(change => change.path).filter(path => isProtected(path) && !isNamed(path));
    if (touched.length === 0)
        return undefined;
    return {
        outcome: 'out-of-scope',
        reason: `${listPaths(touched)} ${touched.length === 1 ? 'is' : 'are'} protected`,
        feedback: `You changed protected files: ${touched.join(', ')}. Those changes have been taken back. Do the task without them.`,
        undo: touched,
    };
}

;// CONCATENATED MODULE: ./lib/commands/find-refused-paths.js


/** The files for which tasks were refused at last: out of their scope, or protected. Read from what was kept of these tasks. */
async function findRefusedPaths(repository, plan, report) {
    const refused = plan.tasks.filter(({ id }) => report.tasks[id]?.outcome === 'out-of-scope');
    const paths = await Promise.all(refused.map(task => readRefusedPaths(repository, plan, task, report)));
    return paths.flat();
}
async function readRefusedPaths(repository, plan, task, { tasks }) {
    const { base, kept } = tasks[task.id] ?? {};
    if (!base || !kept)
        return [];
    const changes = await readChanges(repository, base, kept);
    const refusal = checkChanges({
        task,
        protectedGlobs: plan.protected,
        maxFileMegabytes: plan.maxFileMegabytes,
        changes: changes.map(change => ({ ...change, size: 0, linkTarget: undefined })), // the gates behind that of the scope do not matter
        problems: [],
    });
    return refusal?.outcome === 'out-of-scope' ? refusal.undo.map(path => ({ task: task.id, path })) : [];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/agent/cli/clis.js + 6 modules
var cli_clis = __webpack_require__(1801);
;// CONCATENATED MODULE: ./lib/agent/find-agents.js





/** One sentence for each CLI that is not installed, with how to install it. */
async function findMissingAgents(agents, env) {
    const used = new Set(agents.flatMap(agent => (agent.kind === 'cli' ? [agent.use] : [])));
    const sentences = await Promise.all([...used].map(async (name) => {
        const { program, install } = cli_clis/* clis */.g[name];
        return (await isInstalled(program, env))
            ? []
            : [`${program} was not found in PATH: install it with "${install}"`];
    }));
    return sentences.flat();
}
/** The known agent CLIs that are installed. */
async function findInstalledAgents(env) {
    const answers = await Promise.all(knownAgents.map(name => isInstalled(clis[name].program, env)));
    return knownAgents.filter((_, index) => answers[index]);
}
/** Whether a program is in the PATH of an environment. */
async function isInstalled(program, env) {
    const folders = (env.PATH ?? '').split(external_node_path_.delimiter).filter(folder => folder !== '');
    const found = await Promise.all(folders.map(folder => isExecutable((0,external_node_path_.join)(folder, program))));
    return found.includes(true);
}
function isExecutable(path) {
    return (0,promises_.access)(path, external_node_fs_.constants.X_OK).then(() => true, () => false);
}

// EXTERNAL MODULE: ./lib/git/refs.js
var git_refs = __webpack_require__(8816);
// EXTERNAL MODULE: ./lib/git/run-git.js
var run_git = __webpack_require__(3464);
;// CONCATENATED MODULE: ./lib/git/target.js


/**
 * Moves a local branch by compare-and-swap. Checkouts that have it checked out follow, but only clean ones: with uncommitted
 * changes in one of them, nothing is moved.
 */
async function moveTarget(repository, branch, { from, to }) {
    const checkouts = await findCheckouts(repository, branch);
    for (const checkout of checkouts) {
        if (await isDirty(checkout)) {
            return {
                kind: 'refused',
                reason: `${branch} is checked out with uncommitted changes in ${checkout.directory}`,
            };
        }
    }
    const followed = [];
    for (const checkout of checkouts) {
        const problem = await tryCheckOut(checkout, from, to);
        if (problem !== undefined) {
            await goBack(followed, to, from);
            return { kind: 'refused', reason: problem };
        }
        followed.push(checkout);
    }
    const update = await (0,git_refs/* updateRefs */.EA)(repository, [{ ref: `refs/heads/${branch}`, from, to }]);
    if (update.kind === 'updated')
        return { kind: 'moved-to-result' };
    await goBack(followed, to, from);
    return { kind: 'moved-elsewhere' };
}
async function goBack(checkouts, from, to) {
    for (const checkout of checkouts)
        await tryCheckOut(checkout, from, to);
}
/** The worktrees in which a branch is checked out. */
async function findCheckouts(repository, branch) {
    const output = await (0,run_git/* runGit */.EO)(repository.place, ['worktree', 'list', '--porcelain', '-z']);
    return output
        .split('\0\0')
        .map(entry => entry.split('\0'))
        .filter(lines => lines.includes(`branch refs/heads/${branch}`) && !lines.includes('bare'))
        .map(lines => ({ ...repository.place, directory: (lines[0] ?? '').replace(/^worktree /, '') }));
}
async function isDirty(checkout) {
    const changed = await (0,run_git/* runGit */.EO)(checkout, [
        'status',
        '--porcelain',
        '--untracked-files=no',
        '--ignore-submodules=dirty',
    ]);
    return changed !== '';
}
/** Moves index and files from one commit to another, as a fast-forward does. Untracked files in the way make it fail. */
async function tryCheckOut(checkout, from, to) {
    await (0,run_git/* tryGit */.Ii)(checkout, ['update-index', '-q', '--refresh']);
    const result = await (0,run_git/* tryGit */.Ii)(checkout, ['read-tree', '-m', '-u', from, to]);
    return result.code === 0
        ? undefined
        : `${checkout.directory} cannot follow: ${result.stderr.trim().split('\n')[0]}`;
}
/** Whether the checkout that the command was started in has uncommitted changes to tracked files. */
function hasUncommittedChanges(repository) {
    return isDirty(repository.place);
}

// EXTERNAL MODULE: ./lib/plan/refused-error.js
var refused_error = __webpack_require__(3520);
;// CONCATENATED MODULE: ./lib/plan/starter-plan.js
/** How every prompt of a starter plan begins: it is not given to agents. */
const starterPrompt = 'Say here what shall be done';
const setups = [
    { file: 'pnpm-lock.yaml', command: 'pnpm install --frozen-lockfile' },
    { file: 'yarn.lock', command: 'yarn install --immutable' },
    { file: 'bun.lock', command: 'bun install --frozen-lockfile' },
    { file: 'bun.lockb', command: 'bun install --frozen-lockfile' },
    { file: 'package-lock.json', command: 'npm ci' },
    { file: 'uv.lock', command: 'uv sync' },
    { file: 'poetry.lock', command: 'poetry install' },
    { file: 'requirements.txt', command: 'python3 -m venv .venv && .venv/bin/pip install -r requirements.txt' },
    { file: 'Gemfile.lock', command: 'bundle install' },
    { file: 'composer.lock', command: 'composer install' },
    { file: 'package.json', command: 'npm install' },
];
const tests = [
    { file: 'Cargo.toml', command: 'cargo test' },
    { file: 'go.mod', command: 'go test ./...' },
    { file: 'pom.xml', command: 'mvn --batch-mode test' },
    { file: 'gradlew', command: './gradlew test' },
    { file: 'uv.lock', command: 'uv run pytest' },
    { file: 'poetry.lock', command: 'poetry run pytest' },
    { file: 'pytest.ini', command: 'pytest' },
    { file: 'pyproject.toml', command: 'pytest' },
    { file: 'requirements.txt', command: '.venv/bin/python -m pytest' },
    { file: 'Gemfile', command: 'bundle exec rake test' },
    { file: 'Package.swift', command: 'swift test' },
    { file: 'mix.exs', command: 'mix test' },
];
const runners = {
    'pnpm-lock.yaml': 'pnpm test',
    'yarn.lock': 'yarn test',
    'bun.lock': 'bun run test',
    'bun.lockb': 'bun run test',
};
/** A plan to begin with, made from what the repository looks like. It is valid as it is; its prompts are to be replaced. */
function toStarterPlan(facts) {
    const setup = setups.find(guess => facts.files.includes(guess.file))?.command;
    const test = tryTestCommand(facts);
    const folders = facts.folders
        .filter(folder => !folder.startsWith('.') && !ignoredFolders.has(folder))
        .slice(0, 3);
    return [
        '# Tasks for coding agents. Check it with "parallel-agents plan", run it with "parallel-agents run".',
        `name: ${JSON.stringify(facts.name)}`,
        `agent: ${facts.agent ?? 'claude'}   # or codex, gemini, opencode, qwen, pi, or a name under "agents:"`,
        'max-parallel: 3',
        setup === undefined
            ? '# setup: make deps   # in every fresh checkout, before the agent'
            : `setup: ${setup}`,
        '',
        'tasks:',
        ...toTasks(folders),
        '',
        'integration:',
        ...(setup === undefined ? [] : [`  setup: ${setup}`]),
        test === undefined ? '  # test: make test   # must pass on the merged result' : `  test: ${test}`,
        '  land: none   # or push: move the target branch to the tested result',
        '',
    ].join('\n');
}
const ignoredFolders = new Set(['node_modules', 'dist', 'build', 'target', 'vendor', 'coverage', 'lib']);
function toTasks(folders) {
    const [first, ...others] = folders;
    if (first === undefined)
        return toTask('first-task', '**', []);
    const independent = [first, ...others].flatMap(folder => toTask(`improve-${toId(folder)}`, `${folder}/**`, []));
    const needs = folders.map(folder => `improve-${toId(folder)}`);
    return [...independent, ...toTask('document', 'README.md', needs)];
}
function toTask(id, glob, needs) {
    return [
        `  ${id}:`,
        '    prompt: >-',
        `      ${starterPrompt}${needs.length === 0 ? '' : ' with the work of the tasks that this one needs'},`,
        '      and how one can tell that it is done.',
        ...(needs.length === 0 ? [] : [`    needs: [${needs.join(', ')}]`]),
        `    files: [${JSON.stringify(glob)}]`,
    ];
}
function toId(folder) {
    const id = folder
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
    return id.slice(0, 30) || 'folder';
}
function tryTestCommand({ files, scripts, makeTargets }) {
    if (typeof scripts.test === 'string' && !scripts.test.includes('no test specified')) {
        const lock = Object.keys(runners).find(file => files.includes(file));
        return lock === undefined ? 'npm test' : runners[lock];
    }
    return (tests.find(guess => files.includes(guess.file))?.command ??
        (makeTargets.includes('test') ? 'make test' : undefined));
}

// EXTERNAL MODULE: ./lib/plan/stored-plan.js
var stored_plan = __webpack_require__(7234);
// EXTERNAL MODULE: ./lib/commands/find-target.js
var find_target = __webpack_require__(1765);
// EXTERNAL MODULE: ./lib/git/open-repository.js + 1 modules
var open_repository = __webpack_require__(486);
;// CONCATENATED MODULE: ./lib/git/config-guard.js

/** Settings by which git can be made to run a program, or to send something elsewhere. */
const dangerous = /^(alias|credential|filter|gpg|http|https|include|includeif|protocol|remote|ssh|submodule|url|uploadpack)\.|^core\.(askpass|attributesfile|editor|fsmonitor|gitproxy|hookspath|pager|sshcommand|worktree|alternaterefscommand)$|^(diff|merge|mergetool|difftool)\..*\.(command|textconv|driver|cmd|path)$|^diff\.external$|^extensions\./;
/**
 * The settings that have changed since the command started and by which git could be made to run something. Agents that are
 * not in a sandbox can reach the configuration, so nothing is done with it once it has changed.
 */
async function findConfigChanges(repository) {
    const now = await (0,open_repository/* readConfig */.Xg)(repository.root);
    const keys = new Set([...repository.config.keys(), ...now.keys()]);
    return [...keys].filter(key => dangerous.test(key) && !isSame(repository.config, now, key));
}
function isSame(before, now, key) {
    return JSON.stringify(before.get(key)) === JSON.stringify(now.get(key));
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./lib/git/raw-changes.js
/** Reads the raw format of git diff with -z: `:100644 100755 <old> <new> M NUL path NUL`, again and again. */
function toChanges(raw) {
    const fields = raw.split('\0').filter(field => field !== '');
    const changes = [];
    for (let at = 0; at + 1 < fields.length; at += 2) {
        changes.push(toChange(fields[at], fields[at + 1]));
    }
    return changes;
}
function toChange(header, path) {
    const [oldMode = '', newMode = '', oldId = '', newId = '', status = ''] = header
        .replace(/^\n?:/, '')
        .split(' ');
    return { path, status: status.charAt(0), oldMode, newMode, oldId, newId };
}

;// CONCATENATED MODULE: ./lib/git/import-commits.js




/**
 * Copies commits and all that they need from a git directory that an agent worked in to the repository. git checks every
 * object on the way. Nothing that is configured in that git directory is used.
 */
async function importCommits(harness, gitDirectory, commits, start) {
    const withAgentObjects = {
        ...harness.place.env,
        GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify((0,external_node_path_.join)(gitDirectory, 'objects')),
    };
    const pack = (0,run_git/* spawnGit */.Iz)({ ...harness.place, env: withAgentObjects }, [
        'pack-objects',
        '--revs',
        '--stdout',
        '-q',
    ]);
    const unpack = (0,run_git/* spawnGit */.Iz)(harness.place, ['unpack-objects', '--strict', '-q']);
    const said = [];
    for (const end of [pack, unpack])
        end.stderr.on('data', chunk => said.push(String(chunk)));
    pack.stdout.pipe(unpack.stdin);
    pack.stdin.end(`${commits.join('\n')}\n^${start}\n`);
    const codes = await Promise.all([(0,external_node_events_.once)(pack, 'close'), (0,external_node_events_.once)(unpack, 'close')]);
    if (codes.every(([code]) => code === 0))
        return { kind: 'imported' };
    return {
        kind: 'refused',
        reason: said.join('').trim().split('\n').at(-1) ?? 'git could not read the commits',
    };
}
async function isAncestor({ place }, ancestor, descendant) {
    const { code } = await (0,run_git/* tryGit */.Ii)(place, ['merge-base', '--is-ancestor', ancestor, descendant]);
    return code === 0;
}
/** Those of some commits that cannot be reached from others of them, nor from known ones. */
async function listTips(harness, commits, known) {
    const unknown = [...new Set(commits)].filter(commit => !known.includes(commit));
    if (unknown.length === 0 || (unknown.length === 1 && known.length === 0))
        return unknown;
    const output = await (0,run_git/* runGit */.EO)(harness.place, ['merge-base', '--independent', ...unknown, ...known]);
    return output.split('\n').filter(commit => unknown.includes(commit));
}
/** Every change of every commit that is in `head` and not in `start`, against each of its parents. */
async function readHistoryChanges(harness, start, head) {
    const args = [
        'log',
        '-m',
        '-r',
        '-z',
        '--raw',
        '--no-renames',
        '--no-ext-diff',
        '--format=',
        '--no-abbrev',
        head,
        `^${start}`,
    ];
    return toChanges(await (0,run_git/* runGit */.EO)(harness.place, args));
}

// EXTERNAL MODULE: ./node_modules/simple-git/dist/index.mjs + 2 modules
var dist = __webpack_require__(4724);
;// CONCATENATED MODULE: ./lib/git/remote.js


const silenceMilliseconds = 120_000;
/** Where a local branch is pushed to: its upstream, or the branch of the same name at `origin`; undefined without a remote. */
function tryRemoteBranch({ config }, branch) {
    const upstream = (0,open_repository/* configValue */.Mn)(config, `branch.${branch}.remote`);
    if (upstream === '.')
        return undefined;
    const remote = upstream ?? (config.has('remote.origin.url') ? 'origin' : undefined);
    if (remote === undefined || !config.has(`remote.${remote}.url`))
        return undefined;
    const merge = upstream === undefined ? undefined : (0,open_repository/* configValue */.Mn)(config, `branch.${branch}.merge`);
    return { remote, branch: merge?.replace(/^refs\/heads\//, '') ?? branch };
}
/** Fetches a branch, and says where it is. */
async function fetchBranch(repository, at) {
    try {
        const id = await readRemoteBranch(repository, at);
        if (id !== undefined)
            await network(repository).fetch(at.remote, `refs/heads/${at.branch}`, ['--no-tags', '--quiet']);
        return { kind: 'fetched', id };
    }
    catch (error) {
        return { kind: 'unreachable', reason: toReason(requireGitError(error)) };
    }
}
async function readRemoteBranch(repository, { remote, branch }) {
    const answer = await network(repository).listRemote([remote, `refs/heads/${branch}`]);
    return answer.split(/\s/)[0] || undefined;
}
/** Moves a branch of a remote from where it is known to be, reads it back, and only then says that it is pushed. */
async function pushBranch(repository, at, { from, to }) {
    const ref = `refs/heads/${at.branch}`;
    const lease = `--force-with-lease=${ref}:${from ?? ''}`;
    const push = network(repository).push(at.remote, `${to}:${ref}`, [lease, '--no-verify']);
    const failure = await push.then(() => undefined, requireGitError);
    try {
        const current = await readRemoteBranch(repository, at);
        if (current === to)
            return { kind: 'pushed' };
        return failure !== undefined && current === from
            ? { kind: 'refused', reason: toReason(failure) }
            : { kind: 'moved' };
    }
    catch (error) {
        return { kind: 'refused', reason: toReason(failure ?? requireGitError(error)) };
    }
}
function requireGitError(error) {
    if (error instanceof dist/* GitError */.XS)
        return error;
    throw error;
}
/** What the server says, or else what git makes of it. */
function toReason({ message }) {
    const lines = message.split('\n').map(line => line.trim());
    const remote = lines
        .filter(line => line.startsWith('remote:'))
        .map(line => line.slice('remote:'.length).trim());
    const said = remote.filter(line => line !== '').join(' ');
    const own = lines.find(line => /^(!|error:|fatal:)/.test(line) || /rejected|denied/.test(line));
    return ([said, own?.replace(/^[!\s]*\S*:refs\S*\s*/, '')]
        .filter(text => text !== undefined && text !== '')
        .join(' · ') || 'the network failed');
}
/** git as the user has configured it (addresses, credentials), but without hooks. Gives up when nothing is heard for two minutes. */
function network({ root }) {
    return (0,dist/* simpleGit */.Lp)({
        baseDir: root,
        config: ['core.hooksPath=/dev/null'],
        unsafe: { allowUnsafeHooksPath: true },
        timeout: { block: silenceMilliseconds },
    });
}

;// CONCATENATED MODULE: ./lib/commands/integrate/read-target.js




/** Asks the remote where the target is. A refusal says why nothing can land there now, and what to do. */
async function readTarget(repository, target) {
    const changed = await findConfigChanges(repository);
    if (changed.length > 0) {
        const keys = changed.join(', ');
        return {
            refusal: `the git configuration was changed during the run (${keys}): look at it, then land by yourself`,
        };
    }
    const local = await (0,git_refs/* tryResolve */.Cn)(repository, `refs/heads/${target}`);
    if (local === undefined)
        return { refusal: `the branch ${target} is gone` };
    const at = tryRemoteBranch(repository, target);
    if (at === undefined)
        return { tip: local, local, remote: undefined };
    const fetch = await fetchBranch(repository, at);
    if (fetch.kind === 'unreachable')
        return { refusal: `${at.remote} cannot be reached: ${fetch.reason}` };
    const { id } = fetch;
    const remote = { at, id };
    if (id === undefined || id === local || (await isAncestor(repository, id, local)))
        return { tip: local, local, remote };
    if (await isAncestor(repository, local, id))
        return { tip: id, local, remote };
    return { refusal: `${target} and ${at.remote}/${at.branch} have diverged: bring them together first` };
}

// EXTERNAL MODULE: ./lib/commands/run/claim-run.js
var claim_run = __webpack_require__(9976);
// EXTERNAL MODULE: ./lib/commands/run/run-lock.js + 1 modules
var run_lock = __webpack_require__(3740);
// EXTERNAL MODULE: ./lib/commands/run/run-store.js
var run_store = __webpack_require__(8725);
;// CONCATENATED MODULE: ./lib/commands/prepare-run.js










/** Finds everything that is missing or wrong before anything is started, and says what the user should know. */
async function requireReady(repository, { plan, notices }, emit) {
    const target = await (0,find_target/* findTarget */.F)(repository, plan);
    const used = new Set(plan.tasks.map(task => task.agent));
    const agents = Object.values(plan.agents).filter(({ name }) => used.has(name));
    const problems = [
        ...(await findMissingAgents(agents, repository.env)),
        ...plan.tasks.flatMap(toPromptProblem),
    ];
    if (problems.length > 0)
        throw new refused_error/* RefusedError */.f(problems.join('\n'));
    if (plan.integration.land === 'push')
        await requireLandable(repository, target);
    for (const text of notices)
        emit({ kind: 'notice', text });
    if (plan.integration.land === 'pull-request') {
        emit({
            kind: 'notice',
            text: '`land: pull-request`: a run on one machine opens none, the branch is left for you',
        });
    }
    if (await hasUncommittedChanges(repository)) {
        emit({
            kind: 'notice',
            text: 'you have uncommitted changes: agents start from the last commit, without them',
        });
    }
    return target;
}
function toPromptProblem({ id, prompt, issue }) {
    if (prompt === '')
        return [`task ${id}: issue #${issue} cannot be read here: write what it asks for as its \`prompt:\``];
    return prompt.startsWith(starterPrompt)
        ? [`task ${id} still has the prompt of the starter plan: write what shall be done`]
        : [];
}
/** The name of a stored plan; undefined when another version wrote it so that it cannot be read. */
function tryStoredName(text) {
    try {
        return (0,stored_plan/* readStoredPlan */.T)(text).plan.name;
    }
    catch {
        return undefined;
    }
}
async function requireLandable(repository, { branch }) {
    const state = await readTarget(repository, branch);
    if ('refusal' in state)
        throw new refused_error/* RefusedError */.f(`nothing could land (land: push): ${state.refusal}`);
}
/** Says which unfinished runs there are of earlier versions of a plan. */
async function findOlderRuns(repository, { plan }) {
    const notices = [];
    for (const run of await (0,claim_run/* listRuns */.v)(repository)) {
        if (!(await (0,claim_run/* isUnfinished */.ui)(repository, run)) || (await (0,run_lock/* tryReadHolder */.U5)(repository, run)) !== undefined)
            continue;
        const text = await new run_store/* RunStore */.n(repository, run).readPlanText();
        if (text === undefined || tryStoredName(text) !== plan.name)
            continue;
        notices.push(`run ${run} of an earlier version of this plan is unfinished: name the plan and --resume ${run} to go on with it`);
    }
    return notices;
}

// EXTERNAL MODULE: ./lib/report/paint.js
var paint = __webpack_require__(4342);
// EXTERNAL MODULE: ./lib/report/plan-summary.js
var plan_summary = __webpack_require__(5666);
// EXTERNAL MODULE: ./lib/report/plan-text.js + 1 modules
var plan_text = __webpack_require__(7005);
// EXTERNAL MODULE: ./lib/report/duration.js
var duration = __webpack_require__(136);
// EXTERNAL MODULE: ./lib/plan/forecast-conflict.js
var forecast_conflict = __webpack_require__(7009);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(4639);
;// CONCATENATED MODULE: ./lib/report/forecast-lines.js


/** `scheduler × downloader in src/db.ts:40–52`. */
function toPairText({ tasks: [a, b], path, lines }) {
    return `${a} × ${b} in ${toPlainLine(toPlace({ path, lines }))}`;
}
/** The same as a sentence: "scheduler and downloader will conflict in src/db.ts:40–52 (same lines)". */
function toForecastSentence({ tasks: [a, b], path, lines, why }) {
    return `${a} and ${b} will conflict in ${(0,report_text/* toPlainLine */.Ic)((0,forecast_conflict/* toPlace */.x5)({ path, lines }))} (${why})`;
}
/** At most so many lines, the last one of which says how many more there are. */
function cutLines(lines, most) {
    return lines.length <= most
        ? [...lines]
        : [...lines.slice(0, most - 1), `… and ${lines.length - most + 1} more`];
}

// EXTERNAL MODULE: ./lib/report/integration-lines.js
var integration_lines = __webpack_require__(4622);
;// CONCATENATED MODULE: ./lib/report/next-commands.js
const maxTasks = 12;
/**
 * What to do next: take what landed, look at what did not, try that again.
 *
 * @param program How this program is called.
 */
function toNextCommands(report, program) {
    const missed = Object.entries(report.tasks).filter(([, task]) => needsAnother(task));
    return [
        ...toTake(report, program),
        ...toLookAtIntegration(report, program),
        ...missed.flatMap(([id, task]) => toLook(id, task, report, program)).slice(0, maxTasks),
        ...toRetry(report, missed.map(([id]) => id), program),
    ];
}
/** Whether a task did not do what it should have done. */
function needsAnother({ landing, outcome, reason, rolledBack }) {
    return landing !== 'landed' && !rolledBack && !(outcome === 'no-changes' && reason === null);
}
function toTake({ integration, target }, program) {
    const { branch, land } = integration;
    if (branch === null || land.done)
        return [];
    if (land.mode === 'push')
        return [
            { command: `${program} merge --land push`, purpose: `land it on ${target}, when that is possible` },
        ];
    return [
        { command: `git diff ${target}...${branch}`, purpose: 'see what landed' },
        { command: `git merge ${branch}`, purpose: 'take what landed' },
    ];
}
function toLookAtIntegration({ integration, tasks }, program) {
    const evicted = Object.entries(tasks)
        .filter(([, task]) => task.landing === 'evicted')
        .map(([id]) => id);
    if (integration.trouble === null && evicted.length === 0)
        return [];
    const purpose = evicted.length === 0 ? 'why nothing was tested or landed' : `what ${evicted.join(', ')} broke`;
    return [{ command: `${program} logs integration`, purpose }];
}
function toLook(id, task, { integration }, program) {
    if (task.landing === 'conflicted') {
        return [
            {
                command: `${program} merge --resolve ${id}`,
                purpose: `resolve it by hand, then "merge --continue"`,
            },
        ];
    }
    const hasLog = task.startedAt !== null || task.outcome === 'infrastructure-error';
    if (task.landing !== 'none' || !hasLog || integration.trouble !== null)
        return [];
    const kept = task.kept === null ? '' : ` (its work: git show ${task.kept})`;
    return [{ command: `${program} logs ${id}`, purpose: `what went wrong with ${id}${kept}` }];
}
function toRetry({ run, status, integration }, missed, program) {
    if (missed.length === 0)
        return [];
    const command = `${program} run --resume ${run}`;
    if (status === 'cancelled')
        return [{ command, purpose: 'go on' }];
    if (integration.trouble !== null) {
        return [
            {
                command: `${program} run <plan> --resume ${run}`,
                purpose: 'go on with a corrected plan: what succeeded is not done again',
            },
        ];
    }
    const last = missed.at(-1);
    const names = missed.length === 1 ? last : `${missed.slice(0, -1).join(', ')} and ${last}`;
    return [{ command, purpose: `try ${missed.length > 6 ? 'them' : names} again` }];
}

;// CONCATENATED MODULE: ./lib/report/report-text.js





/** The report as a table for a terminal, with the commands that come next. */
function toReportText(report, page) {
    const { paint } = page;
    const parts = [
        toHeadline(report, paint),
        toTable(report, page),
        toForecast(report),
        toTroubles(report, paint),
        toTimingLine(report),
        toNextLines(report, page),
    ];
    return parts.filter(part => part !== '').join('\n\n');
}
function toHeadline(report, paint) {
    const { integration } = report;
    const tasks = Object.values(report.tasks);
    const landed = tasks.filter(task => task.landing === 'landed').length;
    const count = `${landed} of ${tasks.length}`;
    if (report.status === 'cancelled')
        return paint.yellow(`stopped · run ${report.run} can go on: run the same command again`);
    if (integration.branch === null)
        return paint.red(`landed ${count}`) + toTests(report);
    const isPlaced = integration.land.done && integration.land.mode === 'push';
    const where = isPlaced ? `on ${report.target}` : `on ${integration.branch} (not pushed)`;
    const text = `landed ${count} ${where}`;
    return (report.status === 'landed' ? paint.green(text) : paint.yellow(text)) + toTests(report);
}
function toTests({ integration }) {
    if (integration.tests === 'none')
        return ' · no integration tests';
    return ` · tests ${integration.tests} (${(0,report_text/* toCount */.zK)(integration.testRuns, 'run')})`;
}
function toTable(report, { paint, columns }) {
    const entries = Object.entries(report.tasks);
    const head = ['task', 'outcome', 'landing', 'tries', 'time', 'files', 'why'];
    const rows = entries.map(([id, task]) => toCells(id, task));
    const widths = [0, 1, 2, 3, 4, 5].map(column => (0,report_text/* widest */.D3)([head, ...rows].map(row => row[column] ?? '')));
    const isNarrow = rows.some(row => (0,report_text/* toWidth */.MV)(toRow(row, widths)) > columns);
    const lines = rows.flatMap((row, index) => {
        const colour = toColour(entries[index]?.[1], paint);
        return (isNarrow ? toNarrowRow(row, widths, columns) : [toRow(row, widths)]).map(colour);
    });
    return [paint.dim(toRow(isNarrow ? head.slice(0, -1) : head, widths)), ...lines].join('\n');
}
/** Where there is no room for reasons, they stand below their rows. */
function toNarrowRow(cells, widths, columns) {
    const why = cells.at(-1) ?? '';
    const row = toRow([...cells.slice(0, -1), ''], widths);
    return why === '' ? [row] : [row, ...(0,report_text/* wrapText */.C1)(why, columns - 6).map(line => `      ${line}`)];
}
function toCells(id, task) {
    const files = task.filesChanged === null ? '–' : String(task.filesChanged);
    const time = task.startedAt === null ? '–' : (0,duration/* toClock */.QI)(task.seconds);
    return [id, task.outcome, task.landing, String(task.attempts), time, files, (0,report_text/* toPlainLine */.Ic)(task.reason ?? '')];
}
const numeric = new Set([3, 4, 5]);
function toRow(cells, widths) {
    const columns = widths.map((width, index) => (0,report_text/* padColumns */.Fo)(cells[index] ?? '', width, numeric.has(index) ? 'left' : 'right'));
    return `  ${[...columns, cells[widths.length] ?? ''].join('  ')}`.trimEnd();
}
function toColour(task, paint) {
    if (task.landing === 'landed' || task.outcome === 'no-changes' || task.rolledBack)
        return line => line;
    return task.outcome === 'blocked' || task.landing === 'held' ? paint.yellow : paint.red;
}
const mostForecasts = 10;
function toForecast({ integration }) {
    return cutLines(integration.forecast.map(toForecastSentence), mostForecasts)
        .map(line => `  forecast: ${line}`)
        .join('\n');
}
function toTroubles({ integration }, paint) {
    const lines = (0,integration_lines/* toIntegrationLines */.D)(integration);
    if (integration.trouble !== null)
        lines.push(paint.red((0,report_text/* toPlainLine */.Ic)(integration.trouble)));
    if (integration.land.message !== null)
        lines.push(integration.land.message);
    return lines.map(line => `  ${line}`).join('\n');
}
function toTimingLine({ timing, tasks }) {
    const cost = (0,duration/* tryCostText */.WS)((0,duration/* sumKnown */.z_)(Object.values(tasks).map(task => task.costUsd)));
    const parts = [...toTimes(timing), ...(cost === undefined ? [] : [cost])];
    return parts.length === 0 ? '' : `  ${parts.join(' · ')}`;
}
/** Less than this is not worth a comparison. */
const notableSpeedup = 1.05;
function toTimes({ wallSeconds, taskSeconds, integrationSeconds, lowerBoundSeconds, speedup, }) {
    if (speedup === null)
        return [];
    const alone = (0,duration/* toSpan */.ik)(taskSeconds + integrationSeconds);
    const bound = (0,duration/* toSpan */.ik)(lowerBoundSeconds + integrationSeconds);
    if (speedup < notableSpeedup)
        return [`${(0,duration/* toSpan */.ik)(wallSeconds)}, of which the tasks took ${(0,duration/* toSpan */.ik)(taskSeconds)} together`];
    return [
        `${(0,duration/* toSpan */.ik)(wallSeconds)} instead of ${alone} one after another (${speedup.toFixed(1)} times as fast; bound ${bound})`,
    ];
}
function toNextLines(report, { paint, columns, program }) {
    const next = toNextCommands(report, program);
    if (next.length === 0)
        return '';
    const width = (0,report_text/* widest */.D3)(next.map(({ command }) => command));
    const isNarrow = next.some(({ purpose }) => width + (0,report_text/* toWidth */.MV)(purpose) + 4 > columns);
    const lines = next.flatMap(({ command, purpose }) => isNarrow
        ? [
            ...(0,report_text/* wrapText */.C1)(`# ${purpose}`, columns - 2).map(line => `  ${paint.dim(line)}`),
            `  ${paint.bold(command)}`,
        ]
        : [`  ${paint.bold((0,report_text/* padColumns */.Fo)(command, width))}  ${purpose}`]);
    return ['next:', ...lines].join('\n');
}

// EXTERNAL MODULE: ./lib/report/run-summary.js + 3 modules
var run_summary = __webpack_require__(7446);
// EXTERNAL MODULE: ./lib/action/job.js
var action_job = __webpack_require__(6977);
// EXTERNAL MODULE: ./lib/action/job-repository.js
var job_repository = __webpack_require__(6938);
// EXTERNAL MODULE: ./lib/action/load-job-plan.js + 2 modules
var load_job_plan = __webpack_require__(761);
;// CONCATENATED MODULE: ./lib/action/next-steps.js


/** What to do after a run on a runner, as Markdown. */
function toNextSteps(report, isPushed, env) {
    if (isPushed)
        return ['### Next', ...tryPullRequest(report, env), toCommands(report)].join('\n\n');
    if (report.integration.land.done)
        return '';
    return ('### Next\n\nNothing of this run has left the runner, which is gone after the job. To keep branches, results and logs, write ' +
        '`push: true` under `with:`, and `permissions: { contents: write }` in the job.');
}
function tryPullRequest({ integration, target }, env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
    if (integration.branch === null || integration.land.done || !server || !repository)
        return [];
    const [from, to] = [target, integration.branch].map(encodeURIComponent);
    return [`[Open a pull request](${server}/${repository}/compare/${from}...${to}?expand=1) for what landed.`];
}
/** The state of a run is in refs: where they are fetched, every command works. */
function toCommands(report) {
    const refs = [`refs/parallel-agents/${report.run}/*`, `refs/heads/agents/${report.run}/*`];
    const fetch = `git fetch origin ${refs.map(ref => `'+${ref}:${ref}'`).join(' ')}`;
    const lines = toNextCommands(report, 'parallel-agents').map(({ command, purpose }) => `${command}   # ${(0,report_text/* toPlainLine */.Ic)(purpose)}`);
    return ['In a clone:', '', '```sh', fetch, ...lines, '```'].join('\n');
}

;// CONCATENATED MODULE: ./lib/action/run-annotations.js

/** What did not land, beside the files that conflict or break a scope; not what only waits for that. */
function toRunAnnotations(report, refusedPaths) {
    const conflicts = report.integration.conflicts
        .filter(({ resolution }) => resolution === 'unresolved')
        .map(({ task, path }) => toError(`${task}: conflict`, `${task} was left out: ${reasonOf(report, task)}`, path));
    const refused = refusedPaths.map(({ task, path }) => toError(`${task}: out of scope`, `${task} may not change ${path}`, path));
    const placed = new Set([...report.integration.conflicts, ...refusedPaths].map(({ task }) => task));
    const others = Object.keys(report.tasks)
        .filter(id => !placed.has(id) && isOwnFault(report, id))
        .map(id => toError(`${id}: ${wordOf(report, id)}`, reasonOf(report, id)));
    return [...conflicts, ...refused, ...others];
}
/** Whether a task failed by itself, and not because another one did or the run was stopped. */
function isOwnFault({ tasks }, id) {
    const { landing, outcome } = tasks[id] ?? {};
    if (landing === 'evicted')
        return true;
    return landing === 'none' && !['succeeded', 'no-changes', 'blocked', 'cancelled'].includes(outcome ?? '');
}
function wordOf({ tasks }, id) {
    return tasks[id]?.landing === 'evicted' ? 'evicted' : (tasks[id]?.outcome ?? '');
}
function reasonOf({ tasks }, id) {
    return (0,report_text/* toPlainLine */.Ic)(tasks[id]?.reason ?? '') || wordOf({ tasks }, id);
}
function toError(title, message, file) {
    return { level: 'error', title, message, ...(file === undefined ? {} : { file }) };
}

// EXTERNAL MODULE: ./lib/agent/agent-output.js
var agent_output = __webpack_require__(1676);
;// CONCATENATED MODULE: ./lib/agent/agent-start.js


/** Arguments longer than this are refused by some systems (Linux: 128 KiB each). */
const longestArgument = 100_000;
/** How an agent is started. A prompt that is too long for the command line is left in its file, and the agent is told so. */
function toAgentStart(agent, prompt, promptFile) {
    if (agent.kind === 'command') {
        return { command: ['sh', '-c', agent.command], env: agent.env, reader: new agent_output/* PlainOutputReader */.jj() };
    }
    const cli = cli_clis/* clis */.g[agent.use];
    const isLong = Buffer.byteLength(prompt) > longestArgument;
    const argument = isLong
        ? `Your task is described in the file ${promptFile}. Read all of it, then do it.`
        : prompt;
    return {
        command: [cli.program, ...cli.toArguments(agent, argument), ...agent.args],
        env: { ...cli.env, ...agent.env },
        reader: cli.createReader(),
    };
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/agent/log-file.js


const chunkBytes = 1 << 18;
const mostBytes = 1 << 22;
const longestLine = 1 << 20;
/** Follows a file that others append to. A file that does not exist yet counts as empty. */
class LogFollower {
    path;
    decoder = new external_node_string_decoder_.StringDecoder('utf8');
    offset;
    rest = '';
    /** @param offset Bytes to leave out. */
    constructor(path, offset) {
        this.path = path;
        this.offset = offset;
    }
    /** The lines that were completed since the last call, as far as four million bytes reach. Very long lines are cut. */
    readLines() {
        const bytes = readBytes(this.path, this.offset, mostBytes);
        this.offset += bytes.length;
        const lines = (this.rest + this.decoder.write(bytes)).split('\n');
        this.rest = (lines.pop() ?? '').slice(-longestLine);
        return lines;
    }
    /** All lines up to the end of the file, in parts, also a last one without a line end. For when the file is complete. */
    *readToEnd() {
        for (let before = -1; before !== this.offset;) {
            before = this.offset;
            yield this.readLines();
        }
        if (this.rest !== '')
            yield [this.rest];
        this.rest = '';
    }
}
/** The last lines of a file, as far as so many bytes reach, but nothing in front of an offset. */
function readTail(path, offset, bytes) {
    const size = sizeOf(path);
    const start = Math.max(offset, size - bytes);
    const text = readBytes(path, start, size - start).toString('utf8');
    const lines = text.split('\n').filter((line, index, all) => line !== '' || index < all.length - 1);
    return start > offset ? lines.slice(1) : lines;
}
function sizeOf(path) {
    const file = tryOpen(path);
    if (file === undefined)
        return 0;
    const { size } = (0,external_node_fs_.fstatSync)(file);
    (0,external_node_fs_.closeSync)(file);
    return size;
}
function readBytes(path, offset, most) {
    const file = tryOpen(path);
    if (file === undefined)
        return Buffer.alloc(0);
    const chunks = [];
    for (let at = offset, left = most; left > 0;) {
        const chunk = Buffer.alloc(Math.min(chunkBytes, left));
        const length = (0,external_node_fs_.readSync)(file, chunk, 0, chunk.length, at);
        if (length === 0)
            break;
        chunks.push(chunk.subarray(0, length));
        at += length;
        left -= length;
    }
    (0,external_node_fs_.closeSync)(file);
    return Buffer.concat(chunks);
}
function tryOpen(path) {
    try {
        return (0,external_node_fs_.openSync)(path, 'r');
    }
    catch {
        return undefined; // nobody has written yet
    }
}

;// CONCATENATED MODULE: ./lib/report/plain-line.js



/** An event as a line for a log (a forecast as several); undefined for what is only worth showing live. */
function tryPlainLine(event) {
    switch (event.kind) {
        case 'run-started':
            return `${event.plan} · run ${event.run} · ${(0,report_text/* toCount */.zK)(event.tasks.length, 'task')} · ${(0,report_text/* toCount */.zK)(event.maxParallel, 'agent')}${event.resumed ? ' · resumed' : ''}`;
        case 'notice':
            return `note: ${(0,report_text/* toPlainLine */.Ic)(event.text)}`;
        case 'attempt-started':
            return `${event.task}: attempt ${event.attempt}`;
        case 'refused':
            return `${event.task}: attempt ${event.attempt} refused: ${(0,report_text/* toPlainLine */.Ic)(event.reason)}`;
        case 'trouble':
            return `${event.task}: ${(0,report_text/* toPlainLine */.Ic)(event.reason)}; tried again in ${(0,duration/* toSpan */.ik)(event.seconds)}`;
        case 'task-ended':
            return toEndLine(event);
        case 'resolving':
            return `${event.task}: ${event.agent} resolves ${event.paths.map(report_text/* toPlainLine */.Ic).join(', ')}`;
        case 'forecast':
            return tryForecastLines(event);
        case 'serialized':
            return `${event.task}: waits for ${event.behind}, which changes ${(0,report_text/* toPlainLine */.Ic)(event.path)}`;
        case 'not-merged':
            return `${event.task}: ${event.landing}: ${(0,report_text/* toPlainLine */.Ic)(event.reason)}`;
        case 'tests-started':
            return `testing ${event.what} (run ${event.run})`;
        case 'tests-ended':
            return `tests ${event.passed ? 'passed' : 'failed'} after ${(0,duration/* toClock */.QI)(event.seconds)}`;
        case 'evicted':
            return `${event.task}: evicted: ${(0,report_text/* toPlainLine */.Ic)(event.reason)}`;
        default:
            return undefined;
    }
}
const mostConflicts = 10;
function tryForecastLines({ appeared, vanished, }) {
    const lines = [
        ...appeared.map(conflict => toForecastSentence(conflict)),
        ...vanished.map(({ tasks: [a, b], path }) => `${a} and ${b} no longer conflict in ${(0,report_text/* toPlainLine */.Ic)(path)}`),
    ];
    if (lines.length === 0)
        return undefined;
    return cutLines(lines, mostConflicts)
        .map(line => `forecast: ${line}`)
        .join('\n');
}
function toEndLine({ task, result }) {
    const facts = [
        result.outcome,
        ...(result.startedAt === null ? [] : [(0,duration/* toClock */.QI)(result.seconds)]),
        ...(result.filesChanged === null ? [] : [(0,report_text/* toCount */.zK)(result.filesChanged, 'file')]),
        (0,duration/* tryCostText */.WS)(result.costUsd),
        result.reason === null ? undefined : (0,report_text/* toPlainLine */.Ic)(result.reason),
        result.outcome === 'succeeded' || result.kept === null ? undefined : `kept at ${result.kept}`,
    ];
    return `${task}: ${facts.filter(fact => fact !== undefined).join(' · ')}`;
}

;// CONCATENATED MODULE: ./lib/action/run-log.js



/** So much of a task's log is printed. The runner keeps all of it, and the run a part. */
const mostLogBytes = 1 << 20;
/** Shows a run in the log of a step: a line an event, a part for the log of each task when it ends, a part for the integration. */
function toRunLog(log, plan) {
    let isIntegrating = false;
    return event => {
        if (!isIntegrating && isOfIntegration(event)) {
            isIntegrating = true;
            log.begin('Merge and test');
        }
        const line = tryPlainLine(event);
        if (line !== undefined)
            log.line(line);
        if (event.kind === 'task-ended')
            printLog(log, plan, event.task, event.result.log);
    };
}
function isOfIntegration({ kind }) {
    return kind === 'merged' || kind === 'not-merged' || kind === 'tests-started';
}
function printLog(log, plan, id, path) {
    const task = plan.tasks.find(task => task.id === id);
    const lines = path === null ? [] : readTail(path, 0, mostLogBytes);
    if (task === undefined || lines.length < 2)
        return; // one line says how it ended, which has just been printed
    log.begin(`Log of ${id}`);
    log.foreign(toWords(lines, plan.agents[task.agent]));
    log.end();
}
/** Where an agent prints JSON, what it says in words. */
function* toWords(lines, agent) {
    const reader = agent?.kind === 'cli' ? toAgentStart(agent, '', '').reader : undefined;
    for (const line of lines) {
        const words = reader !== undefined && line.startsWith('{') ? reader.take(line) : line;
        if (words !== undefined)
            yield words;
    }
}

;// CONCATENATED MODULE: ./lib/action/run-outputs.js


/**
 * The outputs of a run. Lists are JSON arrays of ids. A task that should have landed and did not is in one of two: conflicted, or
 * failed for any other reason.
 *
 * @param path Where the report was written.
 */
function toRunOutputs(report, path) {
    const idsOf = (isWanted) => JSON.stringify(Object.keys(report.tasks).filter(id => isWanted(report.tasks[id])));
    const cost = (0,duration/* sumKnown */.z_)(Object.values(report.tasks).map(task => task.costUsd));
    return {
        run: report.run,
        status: report.status,
        'landed-tasks': idsOf(task => task.landing === 'landed'),
        'failed-tasks': idsOf(task => needsAnother(task) && task.landing !== 'conflicted'),
        'conflicted-tasks': idsOf(task => task.landing === 'conflicted'),
        'integration-branch': report.integration.branch ?? '',
        'total-cost-usd': cost === null ? '' : String(Math.round(cost * 1e6) / 1e6),
        report: path,
    };
}

// EXTERNAL MODULE: ./lib/plan/graph.js
var graph = __webpack_require__(8703);
;// CONCATENATED MODULE: ./lib/git/commits.js

/** Who makes the commits of the harness. Always the same, so that the same inputs give the same commit. */
const harnessIdentity = {
    name: 'parallel-agents',
    email: 'parallel-agents@users.noreply.github.com',
};
/** Writes a commit without starting git. */
function writeCommit(store, request) {
    return (0,objects/* writeObject */.p)(store, 'commit', toCommitText(request));
}
function toCommitText({ tree, parents, author, committer, date, message, trailers }) {
    return [
        `tree ${tree}`,
        ...parents.map(parent => `parent ${parent}`),
        `author ${toSignature(author, date)}`,
        `committer ${toSignature(committer, date)}`,
        '',
        `${toMessage(message, trailers)}\n`,
    ].join('\n');
}
function toSignature({ name, email }, date) {
    return `${withoutSpecials(name)} <${withoutSpecials(email)}> ${date} +0000`;
}
function withoutSpecials(text) {
    return text.replace(/[<>\n\0]/g, '').trim() || 'unknown';
}
/** A message with its trailers as the last paragraph, each on one line. */
function toMessage(message, trailers) {
    const lines = trailers.map(([token, value]) => `${token}: ${value.replace(/\s+/g, ' ').trim()}`);
    return [message.replace(/\0/g, '').trim(), ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n');
}
function readCommitText(text) {
    const [header = '', ...paragraphs] = text.split('\n\n');
    const values = (key) => header
        .split('\n')
        .filter(line => line.startsWith(`${key} `))
        .map(line => line.slice(key.length + 1));
    return {
        tree: values('tree')[0] ?? '',
        parents: values('parent'),
        committedAt: Number(/> (\d+) [+-]\d+$/.exec(values('committer')[0] ?? '')?.[1] ?? 0),
        message: paragraphs.join('\n\n').trim(),
    };
}
/** The value of a trailer in a commit message; the last one when there are several. */
function tryTrailer(message, token) {
    const last = message.trim().split('\n\n').at(-1) ?? '';
    const lines = last.split('\n').filter(line => line.startsWith(`${token}: `));
    return lines.at(-1)?.slice(token.length + 2);
}

;// CONCATENATED MODULE: ./lib/git/git-directory.js


/**
 * Makes a git directory of its own for an agent or for the harness: objects are shared with the repository (as alternates,
 * so that nothing done here can delete them), while refs, configuration, hooks and locks are not. Where an agent's git
 * directory comes from is decided here and nowhere else.
 */
async function createGitDirectory(request) {
    const { repository, path } = request;
    await (0,promises_.rm)(path, { recursive: true, force: true });
    await (0,promises_.mkdir)((0,external_node_path_.join)(path, 'objects', 'info'), { recursive: true });
    await (0,promises_.mkdir)((0,external_node_path_.join)(path, 'info'), { recursive: true });
    await (0,promises_.mkdir)((0,external_node_path_.join)(path, 'refs', 'heads'), { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(path, 'objects', 'info', 'alternates'), `${repository.store.folder}\n`);
    await (0,promises_.writeFile)((0,external_node_path_.join)(path, 'config'), toConfigText(repository, request.settings ?? []));
    await (0,promises_.writeFile)((0,external_node_path_.join)(path, 'packed-refs'), toPackedRefs(request));
    await (0,promises_.writeFile)((0,external_node_path_.join)(path, 'info', 'exclude'), request.exclude ?? '');
    if (request.attributes !== undefined)
        await (0,promises_.writeFile)((0,external_node_path_.join)(path, 'info', 'attributes'), request.attributes);
    if (repository.shallowFile !== undefined)
        await (0,promises_.copyFile)(repository.shallowFile, (0,external_node_path_.join)(path, 'shallow'));
    await (0,promises_.writeFile)((0,external_node_path_.join)(path, 'HEAD'), `ref: refs/heads/${request.head?.branch ?? 'none'}\n`);
}
function toPackedRefs(request) {
    const own = request.head === undefined ? [] : [`${request.head.commit} refs/heads/${request.head.branch}`];
    const others = (request.packedRefs ?? '').split('\n').filter(line => line !== '');
    return [...own, ...others]
        .sort(byRefName)
        .map(line => `${line}\n`)
        .join('');
}
function byRefName(a, b) {
    const left = a.slice(a.indexOf(' '));
    const right = b.slice(b.indexOf(' '));
    return left < right ? -1 : 1;
}
function toConfigText(repository, settings) {
    const sha256 = repository.store.format === 'sha1' ? [] : [['extensions.objectFormat', repository.store.format]];
    const format = ['core.repositoryFormatVersion', sha256.length === 0 ? '0' : '1'];
    return [format, ['core.bare', 'false'], ...sha256, ...settings].map(toConfigLines).join('');
}
/** One setting in the syntax of git's configuration files. */
function toConfigLines([key, value]) {
    const first = key.indexOf('.');
    const last = key.lastIndexOf('.');
    const section = first === last ? key.slice(0, first) : `${key.slice(0, first)} ${quote(key.slice(first + 1, last))}`;
    return `[${section}]\n\t${key.slice(last + 1)} = ${quote(value)}\n`;
}
function quote(value) {
    return `"${value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

;// CONCATENATED MODULE: ./lib/git/worktree.js





/** Where a worktree of this state would be, without making it. */
function toWorktree(path, stateFolder) {
    return {
        path,
        gitDirectory: (0,external_node_path_.join)(stateFolder, 'git'),
        index: (0,external_node_path_.join)(stateFolder, 'index'),
        exclude: (0,external_node_path_.join)(stateFolder, 'exclude'),
    };
}
/** Checks a commit out into a folder of its own. What was in that folder must have been kept before. */
async function createWorktree(harness, request) {
    const worktree = toWorktree(request.path, request.stateFolder);
    await removeWorktree(harness, worktree);
    await (0,promises_.mkdir)(worktree.path, { recursive: true });
    await (0,promises_.mkdir)(request.stateFolder, { recursive: true });
    await createGitDirectory({
        repository: harness.repository,
        path: worktree.gitDirectory,
        head: { branch: request.branch, commit: request.commit },
        packedRefs: request.packedRefs,
        exclude: harness.exclude,
        settings: toAgentSettings(harness),
    });
    await (0,promises_.writeFile)(worktree.exclude, '');
    await (0,promises_.writeFile)((0,external_node_path_.join)(worktree.path, '.git'), `gitdir: ${(0,external_node_path_.relative)(worktree.path, worktree.gitDirectory)}\n`);
    await (0,run_git/* runGit */.EO)(placeOf(harness, worktree), ['read-tree', '--reset', '-u', request.commit]);
    await (0,promises_.copyFile)(worktree.index, (0,external_node_path_.join)(worktree.gitDirectory, 'index'));
    return worktree;
}
/** Takes a worktree away. What was in it must have been kept before. */
async function removeWorktree({ trash }, worktree) {
    await trash.take(worktree.path);
    await trash.take((0,external_node_path_.dirname)(worktree.gitDirectory));
}
/** Where the harness runs git on a worktree: with its own git directory and index, whatever `.git` in the worktree says. */
function placeOf(harness, worktree) {
    return {
        directory: worktree.path,
        env: {
            ...harness.place.env,
            GIT_WORK_TREE: worktree.path,
            GIT_INDEX_FILE: worktree.index,
        },
    };
}
/** What commands in the worktree find configured: the remotes can be read from, not pushed to. */
function toAgentSettings({ repository }) {
    const settings = [
        ['gc.auto', '0'],
        ['maintenance.auto', 'false'],
    ];
    for (const key of [
        'core.autocrlf',
        'core.eol',
        'core.filemode',
        'core.ignorecase',
        'core.symlinks',
        'user.name',
        'user.email',
    ]) {
        const value = (0,open_repository/* configValue */.Mn)(repository.config, key);
        if (value !== undefined)
            settings.push([key, value]);
    }
    for (const [key, values] of repository.config) {
        const remote = /^remote\.(.+)\.url$/s.exec(key)?.[1];
        if (remote === undefined)
            continue;
        settings.push([key, withoutCredentials(values[0] ?? '')]);
        settings.push([`remote.${remote}.pushUrl`, 'agents-cannot-push-their-branch-is-collected-for-them']);
    }
    return settings;
}
function withoutCredentials(url) {
    return url.replace(/^(https?:\/\/)[^/@]*@/, '$1');
}

;// CONCATENATED MODULE: ./lib/git/snapshot.js





/**
 * Writes everything in a worktree that is not ignored as a tree, counting from the commit that the agent is at (so that
 * ignored files which it committed on purpose stay).
 *
 * @param head That commit; undefined when it is the one that was checked out, and nothing has been looked at since.
 */
async function takeSnapshot(harness, worktree, head) {
    const place = placeOf(harness, worktree);
    const excludes = ['-c', `core.excludesFile=${worktree.exclude}`];
    await (0,promises_.rm)(`${worktree.index}.lock`, { force: true });
    if (head !== undefined)
        await (0,run_git/* runGit */.EO)(place, ['read-tree', '--reset', head]);
    const added = await (0,run_git/* tryGit */.Ii)(place, [...excludes, 'add', '--all', '--ignore-errors', '--', '.']);
    const tree = await (0,run_git/* runGit */.EO)(place, ['write-tree']);
    return { tree, problems: added.code === 0 ? [] : toProblemLines(added.stderr) };
}
function toProblemLines(stderr) {
    const lines = stderr
        .split('\n')
        .filter(line => /^(error|fatal): /.test(line) && !/adding files failed/.test(line));
    return lines.map(line => line.replace(/^(error|fatal): /, ''));
}
/** Makes tracked and new files of a worktree what a tree says. Ignored files stay. */
async function restoreWorktree(harness, worktree, tree) {
    const place = placeOf(harness, worktree);
    await (0,run_git/* runGit */.EO)(place, ['read-tree', '--reset', '-u', tree]);
    await (0,run_git/* runGit */.EO)(place, ['-c', `core.excludesFile=${worktree.exclude}`, 'clean', '-d', '--force', '--quiet']);
}
/** A tree like another, except that some paths are as in a third one. Uses the index of the worktree, not its files. */
async function withPathsFrom(harness, worktree, { tree, source, paths }) {
    if (paths.length === 0)
        return tree;
    const changes = await readChanges(harness.repository, source, tree);
    const wanted = new Set(paths);
    const none = '0'.repeat(tree.length);
    const lines = changes
        .filter(change => wanted.has(change.path))
        .map(({ oldMode, oldId, path }) => `${oldId === none ? '0' : oldMode} ${oldId}\t${path}\0`);
    const place = { ...harness.place, env: { ...harness.place.env, GIT_INDEX_FILE: `${worktree.index}.edit` } };
    await (0,promises_.rm)(`${worktree.index}.edit.lock`, { force: true });
    await (0,run_git/* runGit */.EO)(place, ['read-tree', tree]);
    await (0,run_git/* runGit */.EO)(place, ['update-index', '-z', '--index-info'], lines.join(''));
    return (0,run_git/* runGit */.EO)(place, ['write-tree']);
}
/** Files that are neither tracked nor ignored are hidden from git from now on: they came from setup, not from the agent. */
async function hideUntracked(harness, worktree) {
    const excludes = ['-c', `core.excludesFile=${worktree.exclude}`];
    const args = [
        ...excludes,
        'ls-files',
        '-z',
        '--others',
        '--exclude-standard',
        '--directory',
        '--no-empty-directory',
    ];
    const output = await (0,run_git/* runGit */.EO)(placeOf(harness, worktree), args);
    const paths = output.split('\0').filter(path => path !== '');
    if (paths.length === 0)
        return [];
    const patterns = `\n${paths.map(toPattern).join('\n')}\n`;
    await (0,promises_.appendFile)(worktree.exclude, patterns);
    await (0,promises_.appendFile)((0,external_node_path_.join)(worktree.gitDirectory, 'info', 'exclude'), patterns);
    return paths;
}
/** A line of an exclude file that means exactly this path. */
function toPattern(path) {
    return `/${path.replace(/[\\*?[\]!# ]/g, '\\$&').replace(/\n/g, '?')}`;
}
/** The commit that a git directory has checked out, read without running git there; undefined when it cannot be told. */
async function readHead(gitDirectory) {
    const read = (path) => (0,promises_.readFile)((0,external_node_path_.join)(gitDirectory, path), 'utf8').catch(() => '');
    const head = (await read('HEAD')).trim();
    if (isId(head))
        return head;
    const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1];
    if (ref === undefined || ref.includes('..'))
        return undefined;
    const loose = (await read(ref)).trim();
    if (isId(loose))
        return loose;
    const line = (await read('packed-refs')).split('\n').find(entry => entry.endsWith(` ${ref}`));
    return line?.split(' ')[0];
}
function isId(text) {
    return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

;// CONCATENATED MODULE: ./lib/commands/run/collect-work.js



/** Takes over what an agent did: its commits and everything in its worktree. Runs nothing that it could have configured. */
async function collectWork(context, request) {
    const { harness } = context;
    const { worktree, start, setupTree } = request;
    const { head, problem } = await takeHead(context, request);
    const isUntouched = head === start && setupTree === null && request.attempt === 1;
    const snapshot = await takeSnapshot(harness, worktree, isUntouched ? undefined : head);
    const tree = setupTree === null ? snapshot.tree : await withoutSetup(context, request, snapshot.tree);
    const changes = await withContents(context, await readChanges(harness.repository, start, tree));
    return {
        head,
        followsStart: head === start || (await isAncestor(harness, start, head)),
        worktreeTree: snapshot.tree,
        tree,
        changes,
        problems: [
            ...(problem === undefined ? [] : [problem]),
            ...snapshot.problems,
            ...toForeignRepositories(changes),
        ],
    };
}
/** The content of a repository inside the worktree is not in the tree, only its name. */
function toForeignRepositories(changes) {
    return changes
        .filter(change => change.newMode === '160000')
        .map(({ path }) => `${path} is a git repository of its own`);
}
async function takeHead({ harness }, { worktree, start }) {
    const head = await readHead(worktree.gitDirectory);
    if (head === undefined)
        return { head: start, problem: 'the HEAD of the worktree cannot be read' };
    if (head === start)
        return { head };
    const imported = await importCommits(harness, worktree.gitDirectory, [head], start);
    return imported.kind === 'imported'
        ? { head }
        : { head: start, problem: `the commits cannot be read: ${imported.reason}` };
}
/** Takes out of a tree what setup changed and the agent left like that. */
async function withoutSetup(context, request, tree) {
    const { harness } = context;
    const { worktree, start, setupTree } = request;
    const [bySetup, sinceSetup] = await Promise.all([
        readChanges(harness.repository, start, setupTree),
        readChanges(harness.repository, setupTree, tree),
    ]);
    const byAgent = new Set(sinceSetup.map(change => change.path));
    const paths = bySetup.map(change => change.path).filter(path => !byAgent.has(path));
    return paths.length === 0 ? tree : withPathsFrom(harness, worktree, { tree, source: start, paths });
}
/** The changes of every single commit, for the gates: the branch is pushed with its history. */
async function collectHistory(context, start, head) {
    return withContents(context, await readHistoryChanges(context.harness, start, head));
}
function withContents({ repository }, changes) {
    const symlink = '120000';
    return Promise.all(changes.map(async (change) => {
        const hasContent = change.newMode.startsWith('1') && change.newMode !== '160000';
        const info = hasContent ? await repository.objects.readInfo(change.newId) : undefined;
        const link = change.newMode === symlink ? await repository.objects.read(change.newId) : undefined;
        return { ...change, size: info?.size ?? 0, linkTarget: link?.content.toString('utf8') };
    }));
}

;// CONCATENATED MODULE: ./lib/commands/run/gate-input.js
/** What the gates that look at the change are asked about. */
function toGateInput({ plan }, { task }, collected) {
    return {
        task,
        protectedGlobs: plan.protected,
        maxFileMegabytes: plan.maxFileMegabytes,
        changes: collected.changes,
        problems: collected.problems,
    };
}

;// CONCATENATED MODULE: ./lib/git/stray-commits.js



/**
 * Takes over the commits that an agent made and left: on other branches, in the stash, or taken back by a reset or an
 * amend. Answers with those that the repository did not have.
 */
async function importStrays(harness, gitDirectory, start) {
    const ids = new Set();
    for (const folder of ['refs', 'logs']) {
        for (const text of await readTexts((0,external_node_path_.join)(gitDirectory, folder)))
            for (const id of toIds(text))
                ids.add(id);
    }
    const unknown = [];
    for (const id of ids)
        if ((await harness.repository.objects.readInfo(id)) === undefined)
            unknown.push(id);
    if (unknown.length === 0)
        return [];
    const imported = await importCommits(harness, gitDirectory, unknown, start);
    return imported.kind === 'imported' ? unknown : [];
}
/** The ids that a ref or a line of a reflog points to: the first word of a ref, the second of a reflog line. */
function toIds(text) {
    return text.split('\n').flatMap(line => {
        const [first = '', second = ''] = line.split(/\s+/);
        const id = second === '' ? first : second;
        return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(id) && !/^0+$/.test(id) ? [id] : [];
    });
}
async function readTexts(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const texts = await Promise.all(entries.map(entry => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory())
            return readTexts(path);
        return entry.isFile() ? (0,promises_.readFile)(path, 'utf8').then(text => [text]) : [];
    }));
    return texts.flat();
}

;// CONCATENATED MODULE: ./lib/commands/run/keep-work.js



/**
 * Writes one commit that holds on to everything an agent produced and that is not on its branch: the state of its worktree,
 * commits that it left elsewhere or took back, and what was kept of this task before. Undefined when there is nothing.
 */
async function keepWork(context, request) {
    const { harness, repository, store } = context;
    const { task, work, start, worktree, branch, replaced, reason } = request;
    const before = await store.resolve(store.refs.kept(task));
    const strays = await importStrays(harness, worktree.gitDirectory, start);
    const known = branch === undefined ? [start] : [start, branch];
    const older = [before, replaced].filter(commit => commit !== undefined);
    const tips = await listTips(harness, [work.head, ...strays, ...older], known);
    const hasOwnTree = branch === undefined && work.changes.length > 0;
    if (!hasOwnTree && tips.every(tip => tip === before))
        return undefined;
    return writeCommit(repository.store, {
        tree: work.tree,
        parents: tips.length === 0 ? [start] : tips,
        author: harnessIdentity,
        committer: harnessIdentity,
        date: Math.floor(Date.now() / 1000),
        message: `Kept work of task ${task}: ${reason}`,
        trailers: toTrailers(context, task),
    });
}
/** The trailers that every commit of the harness carries. */
function toTrailers(context, task) {
    return [
        ['Agent-Run', context.run],
        ['Agent-Task', task],
    ];
}

;// CONCATENATED MODULE: ./lib/commands/run/branch-commit.js






/**
 * Makes the tip of the task's branch. Commits of the agent stay as they are, and what it left is committed on top. Where its
 * commits cannot be published (they do not follow the start, or one of them holds what a gate refuses), one commit replaces them.
 */
async function writeBranchCommit(context, work, collected, message) {
    const { repository } = context;
    const { head, tree } = collected;
    const parent = (await canPublishHistory(context, work, collected)) ? head : work.start;
    if (parent !== work.start && (await readTree(context, parent)) === tree)
        return parent;
    return writeCommit(repository.store, {
        tree,
        parents: [parent],
        author: toAuthor(context),
        committer: harnessIdentity,
        date: Math.floor(Date.now() / 1000),
        message,
        trailers: [],
    });
}
/** The message of the commit that is made for an agent, with its trailers. */
function toBranchMessage(context, task) {
    const agent = context.plan.agents[task.agent];
    const model = agent?.kind === 'cli' && agent.model !== undefined ? ` (${agent.model})` : '';
    return toMessage(task.title, [...toTrailers(context, task.id), ['Agent', `${task.agent}${model}`]]);
}
async function canPublishHistory(context, work, collected) {
    const { head, followsStart } = collected;
    if (head === work.start)
        return true;
    if (!followsStart)
        return false;
    const changes = await collectHistory(context, work.start, head);
    return checkHistory({ ...toGateInput(context, work, collected), changes, problems: [] }) === undefined;
}
async function readTree({ repository }, commit) {
    const object = await repository.objects.read(commit);
    return readCommitText(String(object?.content)).tree;
}
/** The user, on whose behalf the agent works. */
function toAuthor({ repository }) {
    const name = (0,open_repository/* configValue */.Mn)(repository.config, 'user.name');
    const email = (0,open_repository/* configValue */.Mn)(repository.config, 'user.email');
    return name === undefined || email === undefined ? harnessIdentity : { name, email };
}

;// CONCATENATED MODULE: ./lib/agent/telling-line.js
/** What package managers and runtimes print last, and what says nothing about the reason. */
const noise = /^(npm (error|ERR!)|Node\.js v\d|\s*at |error Command failed|error: script ".*" exited|make: \*\*\*)/;
const message = /^\W*((\w+\.)*\w*(Error|Exception)\b|(error|fatal)(\[\w+\])?:|panic:|FAIL:|E {2}).*\S/;
const failedTest = /^\s*(not ok|✖|✕|×|FAIL|FAILED|--- FAIL)\b/;
/** The line that says most about what went wrong: a message of an error, else a failed test, else the last line. */
function toTellingLine(lines) {
    const telling = lines.filter(line => line.trim() !== '' && !noise.test(line));
    const line = telling.find(text => message.test(text)) ?? telling.find(text => failedTest.test(text)) ?? telling.at(-1);
    return (line ?? lines.at(-1) ?? '').trim().slice(0, 200);
}

;// CONCATENATED MODULE: ./lib/commands/run/command-environment.js
/** The environment of everything that runs in a worktree: setup, agents, tests. */
function toCommandEnvironment(context, ...more) {
    const inherited = Object.entries(context.repository.env).filter(([name]) => !name.startsWith('PARALLEL_AGENTS_'));
    return Object.assign(Object.fromEntries(inherited), context.plan.env, ...more, 
    // Where its own git directory is gone, git must not find that of the user's checkout above it.
    { GIT_CEILING_DIRECTORIES: context.paths.worktrees, PARALLEL_AGENTS_RUN: context.run });
}
/** The same for what belongs to a task. */
function toTaskEnvironment(context, task, start, agentEnv) {
    return toCommandEnvironment(context, agentEnv, task.env, {
        PARALLEL_AGENTS_TASK: task.id,
        PARALLEL_AGENTS_BASE: start,
    });
}

// EXTERNAL MODULE: ./lib/commands/run/run-refs.js
var run_refs = __webpack_require__(2212);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./lib/agent/process-identity.js
var process_identity = __webpack_require__(3347);
;// CONCATENATED MODULE: ./lib/agent/process-group.js





const graceMilliseconds = 5000;
const goneMilliseconds = 200;
/**
 * Runs "$@" and notes its exit code. A second process waits for the end of descriptor 3, which only the harness holds open:
 * when the harness dies in whatever way, it stops the group, so that nothing works on (and costs money) unsupervised.
 * The TERM trap lets the command end in its own way, and keeps a stopped command from looking like a finished one.
 */
const wrapper = `
status=$1; shift
echo "$$" > "$status.pid"
( read -r _ <&3; trap "" TERM; kill -TERM 0; sleep ${graceMilliseconds / 1000}; kill -KILL 0 ) >/dev/null 2>&1 &
watcher=$!
trap 'stopped=yes' TERM
"$@" </dev/null 3<&-
code=$?
[ -n "$stopped" ] && exit 143
echo "$code" > "$status.part" && mv "$status.part" "$status"
{ kill "$watcher" && wait "$watcher"; } 2>/dev/null
exit "$code"
`;
/** Starts a command in its own process group. Throws when it cannot be started at all. */
async function startGroup(request) {
    const log = (0,external_node_fs_.openSync)(request.logPath, 'a');
    try {
        const child = (0,external_node_child_process_.spawn)('sh', ['-c', wrapper, 'parallel-agents', request.statusPath, ...request.command], {
            cwd: request.directory,
            env: request.env,
            detached: true,
            stdio: ['ignore', log, log, 'pipe'],
        });
        const exited = new Promise(resolve => child.once('exit', resolve));
        await spawned(child);
        child.stdio[3]?.on('error', () => { }); // nothing is ever written to it
        const pid = child.pid;
        return { pid, ended: exited.then(code => killRest(pid).then(() => code)) };
    }
    finally {
        (0,external_node_fs_.closeSync)(log);
    }
}
function spawned(child) {
    return new Promise((resolve, reject) => {
        child.once('spawn', resolve);
        child.once('error', reject);
    });
}
/** Asks a group to end (TERM), and ends it when it does not (KILL). Resolves when nothing of it is left. */
async function stopGroup(group) {
    signal(group.pid, 'SIGTERM');
    const timer = setTimeout(() => signal(group.pid, 'SIGKILL'), graceMilliseconds);
    await group.ended;
    clearTimeout(timer);
}
/** Ends the group that an earlier process of ours started with this status file and left behind, if it is still there. */
async function killLeftGroup(statusPath) {
    const pid = Number(await (0,promises_.readFile)(`${statusPath}.pid`, 'utf8').catch(() => ''));
    if (!Number.isInteger(pid) || pid <= 1)
        return;
    const commandLine = await (0,process_identity/* tryReadCommandLine */.rL)(pid);
    const isAnother = commandLine !== undefined && !commandLine.includes(statusPath);
    if (!isAnother)
        await killRest(pid);
}
/** Ends what a command left running. Zombies that nobody reaps are not waited for. */
async function killRest(pid) {
    const deadline = Date.now() + goneMilliseconds;
    while (signal(pid, 'SIGKILL') && Date.now() < deadline)
        await (0,external_node_timers_promises_.setTimeout)(5);
}
/** Signals the whole group. False when nobody is left in it. */
function signal(pid, name) {
    try {
        return process.kill(-pid, name);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/agent/supervise.js



const pollMilliseconds = 200;
/** Runs a command to its end, or stops it: when its time is over, when it says nothing any more, or when it is told to. */
async function supervise(request) {
    const startedAt = performance.now();
    const seconds = () => (performance.now() - startedAt) / 1000;
    if (request.signal.aborted)
        return { kind: 'stopped', seconds: 0 };
    let group;
    try {
        group = await startGroup(request);
    }
    catch (error) {
        return { kind: 'not-started', reason: error.message, seconds: seconds() };
    }
    const reason = await Promise.race([
        group.ended.then(() => 'exited'),
        untilStopReason(request, group.ended),
    ]);
    if (reason !== 'exited')
        await stopGroup(group);
    const code = await group.ended;
    return reason === 'exited'
        ? { kind: 'exited', code: code ?? 137, seconds: seconds() }
        : { kind: reason, seconds: seconds() };
}
/** Resolves with the reason to stop, if one comes up before the command ends. */
async function untilStopReason(request, ended) {
    const watch = new AbortController();
    const stopWatching = () => watch.abort();
    void ended.then(stopWatching);
    request.signal.addEventListener('abort', stopWatching, { once: true });
    const quiet = new QuietTimer(request.stallFiles);
    const deadline = performance.now() + request.timeoutMinutes * 60_000;
    try {
        while (!watch.signal.aborted) {
            if (performance.now() >= deadline)
                return 'timed-out';
            if (quiet.minutes() >= request.stallMinutes)
                return 'stalled';
            await (0,external_node_timers_promises_.setTimeout)(pollMilliseconds, undefined, { signal: watch.signal }).catch(() => { }); // woken early
        }
        return 'stopped';
    }
    finally {
        request.signal.removeEventListener('abort', stopWatching);
    }
}
/** Knows for how long none of some files has grown. */
class QuietTimer {
    files;
    sizes = '';
    since = performance.now();
    constructor(files) {
        this.files = files;
    }
    minutes() {
        const sizes = this.files.map(file => (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.size ?? 0).join(' ');
        if (sizes !== this.sizes) {
            this.sizes = sizes;
            this.since = performance.now();
        }
        return (performance.now() - this.since) / 60_000;
    }
}

;// CONCATENATED MODULE: ./lib/commands/run/task-log.js



/** So much of a log is stored with the run, so that other clones can read it. */
const storedBytes = 1 << 18;
/** Adds a line of the harness to a log: what begins here, or what came of it. */
async function writeLogLine(path, text) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.appendFile)(path, `── ${text} · ${new Date().toISOString()}\n`);
}
/** The end of a log as it is stored with the run. */
function readLogEnd(path) {
    return readTail(path, 0, storedBytes)
        .map(line => `${line}\n`)
        .join('');
}

;// CONCATENATED MODULE: ./lib/commands/run/run-script.js




/** Runs a setup or test command of the plan in a worktree. Its output goes to the log. */
async function runScript(context, request) {
    await writeLogLine(request.logPath, `${request.title}: ${request.script}`);
    await (0,promises_.mkdir)(context.paths.scripts, { recursive: true });
    return supervise({
        command: ['sh', '-c', request.script],
        directory: request.directory,
        env: request.env,
        logPath: request.logPath,
        statusPath: (0,external_node_path_.join)(context.paths.scripts, `${process.pid}-${nextNumber++}`),
        timeoutMinutes: request.timeoutMinutes,
        stallMinutes: Number.POSITIVE_INFINITY,
        stallFiles: [],
        signal: context.signal,
    });
}
let nextNumber = 1;
/** "ended with exit code 3", "took longer than 10 minutes", … */
function toEndText(end, timeoutMinutes) {
    switch (end.kind) {
        case 'exited':
            return `ended with exit code ${end.code}`;
        case 'timed-out':
            return `took longer than ${timeoutMinutes} minutes`;
        case 'stalled':
            return 'printed nothing for too long';
        case 'stopped':
            return 'was stopped';
        case 'not-started':
            return `could not be started: ${end.reason}`;
    }
}

;// CONCATENATED MODULE: ./lib/commands/run/task-worktree.js







/** The worktree of a task, whether it is there or not. */
function toTaskWorktree({ paths }, task) {
    return toWorktree(paths.worktree(task), paths.task(task).worktreeState);
}
/** Checks out the start of a task and runs its setup. What setup changes does not count as the agent's. */
async function prepareWorktree(context, task, start) {
    const { harness, paths, store } = context;
    const worktree = await createWorktree(harness, {
        path: paths.worktree(task.id),
        stateFolder: paths.task(task.id).worktreeState,
        commit: start,
        branch: (0,run_refs/* toBranchName */.H_)(store.refs.branch(task.id)),
        packedRefs: context.visibleRefs,
    });
    if (task.setup === undefined)
        return { kind: 'ready', worktree, setupTree: null };
    context.emit({ kind: 'phase', task: task.id, phase: 'setup' });
    const end = await runScript(context, {
        script: task.setup,
        directory: worktree.path,
        env: toTaskEnvironment(context, task, start, {}),
        logPath: paths.log(task.id),
        title: 'setup',
        timeoutMinutes: task.timeoutMinutes,
    });
    if (end.kind === 'stopped')
        return { kind: 'stopped' };
    if (end.kind !== 'exited' || end.code !== 0) {
        const output = readTail(paths.log(task.id), 0, 1 << 14);
        const reason = `setup ${toEndText(end, task.timeoutMinutes)}: ${toTellingLine(output)}`;
        return { kind: 'setup-failed', reason };
    }
    await hideUntracked(harness, worktree);
    const { tree } = await takeSnapshot(harness, worktree, undefined);
    return { kind: 'ready', worktree, setupTree: tree };
}

;// CONCATENATED MODULE: ./lib/commands/run/remove-task-folders.js

/** Takes the worktree of a task away, and all that was noted about its attempts. What it held must have been kept before. */
async function removeTaskFolders(context, name) {
    await context.harness.trash.take(toTaskWorktree(context, name).path);
    await context.harness.trash.take(context.paths.task(name).folder);
}

;// CONCATENATED MODULE: ./lib/commands/run/end-task.js








/** Puts what a task came to onto refs, and only then takes its worktree away. */
async function endTask(context, work, ending) {
    const { store, paths } = context;
    const { task, worktree } = work;
    const { outcome, collected } = ending;
    const { message } = ending;
    const commit = message === undefined ? undefined : await writeBranchCommit(context, work, collected, message);
    const reason = ending.reason ?? 'left aside by the agent';
    const kept = await keepWork(context, {
        ...work,
        task: task.id,
        work: collected,
        branch: commit,
        replaced: commit === undefined ? undefined : (work.before?.commit ?? undefined),
        reason,
    });
    const isComplete = collected.problems.length === 0;
    const fresh = {
        ...toBareResult(context, task, outcome, isComplete ? ending.reason : toIncompleteReason(ending, worktree.path)),
        branch: commit === undefined ? null : (0,run_refs/* toBranchName */.H_)(store.refs.branch(task.id)),
        base: work.start,
        commit: commit ?? null,
        kept: kept === undefined && (await store.resolve(store.refs.kept(task.id))) === undefined
            ? null
            : store.refs.kept(task.id),
        attempts: work.attempt,
        filesChanged: commit === undefined ? null : collected.changes.length,
        agentSeconds: round(work.agentSeconds),
        seconds: round((Date.now() - Date.parse(work.startedAt)) / 1000),
        startedAt: work.startedAt,
        ...work.usage,
        summary: await readSummary(paths.task(task.id).report),
    };
    await writeLogLine(paths.log(task.id), end_task_toEndLine(fresh));
    const result = outcome === 'succeeded' ? fresh : withSpentOf(fresh, work.before);
    await store.saveResult(result, kept, readLogEnd(paths.log(task.id)));
    if (isComplete)
        await removeTaskFolders(context, task.id);
    return result;
}
/** The result of a task that no agent was started on. */
async function endWithoutWork(context, task, outcome, reason) {
    const result = toBareResult(context, task, outcome, reason);
    const log = context.paths.log(task.id);
    await writeLogLine(log, end_task_toEndLine(result));
    await context.store.saveResult(result, undefined, readLogEnd(log));
    return result;
}
/** A task that is done once more without success stays what it was, but for what that took. */
function withSpentOf(fresh, before) {
    if (before === undefined)
        return fresh;
    const { kept, attempts, agentSeconds, seconds, finishedAt, tokens, costUsd } = fresh;
    return { ...before, kept, attempts, agentSeconds, seconds, finishedAt, tokens, costUsd };
}
function end_task_toEndLine({ outcome, reason }) {
    return reason === null ? outcome : `${outcome}: ${(0,report_text/* toPlainLine */.Ic)(reason)}`;
}
/** Stands in for the result of a task that was never done. */
function toMissingResult(context, task) {
    return toBareResult(context, task, 'cancelled', 'it was not done');
}
function toBareResult({ paths }, task, outcome, reason) {
    return {
        version: 1,
        task: task.id,
        outcome,
        reason,
        branch: null,
        base: null,
        commit: null,
        kept: null,
        attempts: 0,
        filesChanged: null,
        agentSeconds: 0,
        seconds: 0,
        startedAt: null,
        finishedAt: new Date().toISOString(),
        ...agent_output/* unknownUsage */.wD,
        log: paths.log(task.id),
        summary: null,
        rolledBack: false,
    };
}
function toIncompleteReason({ reason, collected }, path) {
    return `${reason ?? 'not everything could be kept'} (its worktree stays at ${path}: ${collected.problems[0]})`;
}
const longestSummary = 4000;
async function readSummary(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    return text.trim().slice(0, longestSummary) || null;
}
function round(seconds) {
    return Math.round(seconds * 1000) / 1000;
}

// EXTERNAL MODULE: ./lib/plan/weights.js
var weights = __webpack_require__(6998);
;// CONCATENATED MODULE: ./lib/report/timing.js

/**
 * What a run took against what it could have taken at best: no schedule of the same tasks on as many slots is shorter than the
 * longest chain of tasks, nor than all work spread evenly (Graham 1966). Measured seconds only.
 */
function toTiming(tasks, results, slots, { wallSeconds, integrationSeconds, resumed }) {
    const seconds = new Map(tasks.map(task => [task.id, results.get(task.id)?.seconds ?? 0]));
    const taskSeconds = [...seconds.values()].reduce((sum, value) => sum + value, 0);
    const criticalPathSeconds = Math.max(0, ...(0,weights/* toRemainingPaths */.Gg)(tasks, seconds).values());
    return {
        wallSeconds: timing_round(wallSeconds),
        taskSeconds: timing_round(taskSeconds),
        integrationSeconds: timing_round(integrationSeconds),
        criticalPathSeconds: timing_round(criticalPathSeconds),
        lowerBoundSeconds: timing_round(Math.max(criticalPathSeconds, taskSeconds / slots)),
        // The wall clock of a resumed run does not cover the tasks that were done before.
        speedup: !resumed && wallSeconds > 0 && taskSeconds > 0
            ? Math.round(((taskSeconds + integrationSeconds) / wallSeconds) * 100) / 100
            : null,
    };
}
function timing_round(seconds) {
    return Math.round(seconds * 1000) / 1000;
}

;// CONCATENATED MODULE: ./lib/report/build-report.js

function buildReport(facts) {
    const tasks = Object.fromEntries(facts.plan.tasks.map(task => [task.id, toTaskReport(task, facts)]));
    return {
        version: 1,
        run: facts.run,
        plan: facts.plan.name,
        target: facts.target,
        base: facts.base,
        status: build_report_toStatus(facts, Object.values(tasks)),
        maxParallel: facts.maxParallel,
        tasks,
        integration: facts.integration,
        timing: toTiming(facts.plan.tasks, facts.results, facts.maxParallel, facts),
    };
}
function toTaskReport(task, { results, landings }) {
    const result = results.get(task.id);
    const landing = landings.get(task.id);
    if (result === undefined)
        throw new Error(`task ${task.id} has no result`);
    const { version: _, task: __, ...rest } = result;
    return {
        ...rest,
        title: task.title,
        landing: landing?.landing ?? 'none',
        reason: landing?.reason ?? result.reason,
    };
}
/**
 * - cancelled: somebody stopped the run;
 * - landed: every task landed, or ended without a change as it was allowed to, and the result was put where it should be;
 * - failed: nothing landed although something should have;
 * - partial: everything else.
 */
function build_report_toStatus({ cancelled, integration, plan }, tasks) {
    if (cancelled)
        return 'cancelled';
    const allowed = new Set(plan.tasks.filter(task => task.allowNoChanges).map(task => task.id));
    const isFine = (task, id) => task.landing === 'landed' || (task.outcome === 'no-changes' && allowed.has(id));
    const isPlaced = integration.land.mode === 'none' || integration.land.done;
    const all = plan.tasks.every((task, index) => isFine(tasks[index], task.id));
    const landed = tasks.some(task => task.landing === 'landed');
    if (all && (isPlaced || !landed))
        return 'landed';
    return landed ? 'partial' : 'failed';
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(6435);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __webpack_require__(5650);
;// CONCATENATED MODULE: ./lib/commands/forecast/forecast-record.js



const wait = schemas/* object */.Ikc({ task: schemas/* string */.YjP(), behind: schemas/* string */.YjP(), path: schemas/* string */.YjP() });
const recordSchema = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(1),
    conflicts: schemas/* array */.YOg(report/* forecastConflictSchema */.D).readonly(),
    /** Tasks that were made to wait for others which change files that they may change, too. */
    waits: schemas/* array */.YOg(wait).readonly(),
});
const nothingKnown = { version: 1, conflicts: [], waits: [] };
async function readForecastRecord(path) {
    try {
        return recordSchema.parse(JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
    }
    catch {
        return nothingKnown; // there was no forecast yet, or its file cannot be read: it is only made from what is there
    }
}
async function writeForecastRecord(path, record) {
    await (0,promises_.writeFile)(`${path}.part`, JSON.stringify(record));
    await (0,promises_.rename)(`${path}.part`, path);
}

// EXTERNAL MODULE: ./lib/git/object-reader.js
var object_reader = __webpack_require__(5209);
;// CONCATENATED MODULE: ./lib/git/scratch.js





/**
 * A harness whose new objects go to a folder of their own and can read those of the repository: for merges that are only tried.
 * What is wanted of them is taken over by {@link keepObjects}; the rest is forgotten with the folder.
 */
async function openScratch(harness, folder) {
    const { repository } = harness;
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'info'), { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'info', 'alternates'), `${repository.store.folder}\n`);
    const place = { ...repository.place, env: { ...repository.place.env, GIT_OBJECT_DIRECTORY: folder } };
    return {
        ...harness,
        place: { ...harness.place, env: { ...harness.place.env, GIT_OBJECT_DIRECTORY: folder } },
        repository: {
            ...repository,
            place,
            store: { ...repository.store, folder, isDurable: false },
            objects: new object_reader/* ObjectReader */.n(place),
        },
    };
}
/** Ends what was started for a scratch harness and forgets its objects. */
async function closeScratch(scratch) {
    scratch.repository.objects.close();
    await (0,promises_.rm)(scratch.repository.store.folder, { recursive: true, force: true });
}
/**
 * Takes a commit of a scratch harness over into the repository, with all that it needs and the repository has not.
 *
 * @param known Commits that the repository has.
 */
async function keepObjects(scratch, harness, commit, known) {
    if (known.includes(commit))
        return;
    const pack = (0,run_git/* spawnGit */.Iz)(scratch.place, ['pack-objects', '--revs', '--stdout', '-q', '--delta-base-offset']);
    const packed = untilClosed(pack);
    pack.stdin.end(`${[commit, ...known.map(id => `^${id}`)].join('\n')}\n`);
    const [first] = (await (0,external_node_events_.once)(pack.stdout, 'data'));
    const count = first.length >= countEnd ? first.readUInt32BE(countEnd - 4) : 0;
    const take = count > mostLoose ? ['index-pack', '--stdin'] : ['unpack-objects', '-q'];
    const taker = (0,run_git/* spawnGit */.Iz)(harness.place, take);
    taker.stdout.resume();
    const taken = untilClosed(taker);
    taker.stdin.write(first);
    pack.stdout.pipe(taker.stdin);
    const codes = await Promise.all([packed, taken]);
    if (codes.some(code => code !== 0))
        throw new Error(`the objects of ${commit} could not be taken over`);
}
/** More objects than this come as a pack, as with `git fetch`. */
const mostLoose = 100;
/** The head of a pack is `PACK`, its version and the number of its objects, four bytes each. */
const countEnd = 12;
function untilClosed(git) {
    git.stderr.resume();
    return new Promise((resolve, reject) => {
        git.once('error', reject);
        git.once('close', resolve);
    });
}
/**
 * Writes a commit graph next to the objects of a scratch harness. Without one, git walks far back for branches whose commits are
 * dated before the base. Where the repository has a graph of its own, that is used instead.
 */
async function writeCommitGraph(scratch, commits) {
    await (0,run_git/* tryGit */.Ii)(scratch.place, ['commit-graph', 'write', '--stdin-commits'], `${commits.join('\n')}\n`);
}

;// CONCATENATED MODULE: ./lib/merge/culprits/group-size.js
/**
 * How large the next groups of branches are, so that each test run tells as much as it can: about half of them pass. The idea
 * is F. K. Hwang's ("A method for detecting all defective members in a population by group testing", 1972), with a share of
 * culprits that is learned on the way instead of known.
 */
/** Before anything is known: one branch of twenty is a culprit. */
const priorCulprits = 1;
const priorBranches = 20;
/** The share of culprits to expect, from what was found among the branches that are settled. */
function toRate(culprits, settled) {
    return (priorCulprits + culprits) / (priorBranches + settled);
}
/** How many branches to test together so that the chance of a pass is one half. At a rate of 0.29 and more, one by one. */
function toGroupSize(rate, branches) {
    const size = Math.round(Math.log(0.5) / Math.log(1 - rate));
    return Math.min(branches, Math.max(1, size));
}
/**
 * Where to look for the first culprit among branches of which at least one is known to be one: the places that divide its
 * probable position into equal parts. Ascending, between 1 and `branches - 1`.
 *
 * @param count How many places to look at, at once.
 */
function toProbes(rate, branches, count) {
    const someRed = 1 - (1 - rate) ** branches;
    const places = Array.from({ length: count }, (_, index) => {
        const share = (index + 1) / (count + 1);
        const place = Math.round(Math.log(1 - share * someRed) / Math.log(1 - rate));
        return Math.min(branches - 1, Math.max(1, place));
    });
    return [...new Set(places)].sort((a, b) => a - b);
}

;// CONCATENATED MODULE: ./lib/merge/culprits/test-search.js
/**
 * Searches each failing test by itself, by bisection over the prefixes of a chain, all at once: what is looked for at the same
 * prefix shares a run, and runs of one round go side by side. Answers with the places, in merge order.
 */
async function findFlips(request) {
    const { good, bad, reason, tests } = request;
    const intervals = new Map(tests.map((test) => [test, { good, bad, reason }]));
    for (let round = toRound(intervals); round.size > 0; round = toRound(intervals)) {
        const ended = await Promise.all([...round].map(([place, chosen]) => probe(request, intervals, place, chosen)));
        const trouble = ended.find(end => end !== 'told');
        if (trouble !== undefined)
            return { kind: trouble };
    }
    return { kind: 'found', flips: toFlips(intervals) };
}
/** Which tests to run where next. */
function toRound(intervals) {
    const round = new Map();
    for (const [test, { good, bad }] of intervals) {
        if (bad - good <= 1)
            continue;
        const place = Math.floor((good + bad) / 2);
        round.set(place, [...(round.get(place) ?? []), test]);
    }
    return round;
}
async function probe({ trials, chain }, intervals, place, tests) {
    const verdict = await trials.test(chain, place, tests);
    if (verdict.kind === 'stopped')
        return 'stopped';
    if (verdict.kind === 'failed' && verdict.failed === null && !verdict.isBroken)
        return 'unreadable';
    for (const test of tests) {
        const before = intervals.get(test);
        const isRed = fails(verdict, test);
        intervals.set(test, isRed && verdict.kind === 'failed'
            ? { ...before, bad: place, reason: verdict.reason }
            : { ...before, good: place });
    }
    return 'told';
}
/** Whether a test fails on a tree; where something does not load, every test counts as failing. */
function fails(verdict, test) {
    return verdict.kind === 'failed' && (verdict.isBroken || verdict.failed?.includes(test) === true);
}
function toFlips(intervals) {
    const flips = new Map();
    for (const [test, { bad, reason }] of intervals) {
        const before = flips.get(bad);
        flips.set(bad, { place: bad, reason: before?.reason ?? reason, tests: [...(before?.tests ?? []), test] });
    }
    return [...flips.values()].sort((a, b) => a.place - b.place);
}

;// CONCATENATED MODULE: ./lib/merge/culprits/trials.js
/** What stands for the test where single ones are not known. */
const nameless = 'the test';
/** Tests prefixes of chains, and knows what counts as a failure: not what fails on the base, and not what passes when it is run again. */
class Trials {
    flaky = new Set();
    /** What fails on the base; undefined until that has been asked for. */
    onBase;
    world;
    constructor(world) {
        this.world = world;
    }
    /** Whether a tree fails for a reason that the base does not have. */
    isRed(verdict) {
        if (verdict.kind !== 'failed')
            return false;
        if (verdict.failed === null || verdict.isBroken)
            return true;
        return verdict.failed.some(test => this.onBase?.has(test) !== true);
    }
    /**
     * Tests the first merges of a chain; none of them: the base. Where a run of chosen tests does not tell about each of them, as when
     * one is not there yet, everything is run.
     */
    async test(chain, length, chosen, repetition = 0) {
        const verdict = await this.run(chain, length, chosen, repetition);
        return chosen !== undefined && isNameless(verdict)
            ? this.run(chain, length, undefined, repetition)
            : verdict;
    }
    run(chain, length, chosen, repetition) {
        const tip = length === 0 ? this.world.base : chain[length - 1];
        const what = length === 0 ? 'the base' : `${length} merged`;
        return this.world.test({ tip, what, repetition, ...(chosen === undefined ? {} : { chosen }) });
    }
    /** The same, and what fails is run again. */
    async testTwice(chain, length, chosen) {
        const verdict = await this.test(chain, length, chosen);
        return this.isRed(verdict) ? this.repeat(chain, length, verdict, chosen) : verdict;
    }
    /** Runs again what has failed, only that where single tests can be run. */
    async repeat(chain, length, failure, chosen) {
        let verdict = failure;
        for (let repetition = 1; repetition <= this.world.flakyRetries; repetition++) {
            if (!this.isRed(verdict))
                return verdict;
            const again = await this.test(chain, length, this.toChosen(verdict) ?? chosen, repetition);
            if (again.kind === 'stopped')
                return again;
            verdict = this.withoutFlaky(verdict, again);
        }
        return verdict;
    }
    /** The single tests that a failure is about, where they can be run by themselves. */
    toChosen({ failed, isBroken }) {
        return failed !== null && !isBroken && this.world.canChoose(failed) ? failed : undefined;
    }
    /** What has failed both times. What has passed meanwhile is noted as flaky. */
    withoutFlaky(before, again) {
        const failed = before.isBroken ? null : before.failed;
        const stillFailed = again.kind === 'passed' || again.isBroken ? null : again.failed;
        if (again.kind === 'passed') {
            for (const test of failed ?? [nameless])
                this.flaky.add(test);
            return again;
        }
        if (failed === null || stillFailed === null)
            return again;
        const still = failed.filter(test => stillFailed.includes(test));
        for (const test of failed)
            if (!still.includes(test))
                this.flaky.add(test);
        return still.length === 0 ? { kind: 'passed' } : { ...before, failed: still };
    }
}
/** Whether a failure does not name all tests that failed. */
function isNameless(verdict) {
    return verdict.kind === 'failed' && (verdict.failed === null || verdict.isBroken);
}

;// CONCATENATED MODULE: ./lib/merge/culprits/find-landable.js



/**
 * Finds what can land: tests the whole chain; where that fails, finds culprits, evicts them with all that builds on them, merges
 * the rest anew and goes on until the whole of what is left has passed. Rules:
 * 1. what fails on the base as well is nobody's fault;
 * 2. what fails is run again on the same tree before it counts;
 * 3. where single tests can be named and run, each failing one is searched by itself over the prefixes of the chain, and only
 *    what is searched is run;
 * 4. otherwise a group of branches is tested at a time, in merge order on top of those that have passed, and a failing
 *    group is bisected. Two neighbouring prefixes, one that passes and one that fails, make the later branch a culprit. That needs
 *    no monotonicity: of two branches that only fail together, the later one goes.
 */
function findLandable(world) {
    return new Search(world).run();
}
class Search {
    world;
    trials;
    evicted = new Map();
    /** Evicted branches that were given another chance. */
    retried = new Set();
    /** Trees that have passed the whole test. */
    green = new Set();
    /** Whether everything that is left is tested at once next. */
    isWhole = true;
    constructor(world) {
        this.world = world;
        this.trials = new Trials(world);
    }
    async run() {
        for (;;) {
            const round = await this.advance(await this.merge());
            if (round !== 'go on')
                return round;
        }
    }
    merge() {
        return this.world.merge(new Set(this.evicted.keys()));
    }
    async advance(chain) {
        const passed = this.countPassed(chain);
        const left = chain.length - passed;
        if (left === 0)
            return this.reconsider(chain) ? 'go on' : this.finish(chain);
        const end = passed + (this.isWhole ? left : toGroupSize(this.rate(passed), left));
        const first = await this.trials.test(chain, end, undefined);
        const isRepeated = this.trials.isRed(first) && (this.isWhole || this.trials.toChosen(first) !== undefined);
        const verdict = isRepeated ? await this.trials.repeat(chain, end, first, undefined) : first;
        if (verdict.kind === 'stopped')
            return verdict;
        if (!this.trials.isRed(verdict)) {
            this.setPassed(chain, end);
            return 'go on';
        }
        if (this.trials.onBase === undefined)
            return this.askBase(verdict);
        const tests = this.trials.toChosen(verdict)?.filter(test => !this.trials.onBase?.has(test));
        return ((tests && (await this.searchTests(chain, end, tests, verdict.reason))) ??
            this.bisect(chain, end, verdict, isRepeated));
    }
    finish(chain) {
        const { evicted, trials } = this;
        return {
            kind: 'tested',
            chain,
            evicted: new Map([...evicted].map(([task, { reason }]) => [task, reason])),
            failsOnBase: [...(trials.onBase ?? [])],
            flaky: [...trials.flaky],
        };
    }
    /** Whether a branch is merged again because something that it failed with is not there any more. Each has one such chance. */
    reconsider(chain) {
        const merged = new Set(chain.map(({ task }) => task));
        const stale = [...this.evicted].filter(([task, { before }]) => !this.retried.has(task) && before.some(other => !merged.has(other)));
        for (const [task] of stale) {
            this.retried.add(task);
            this.evicted.delete(task);
        }
        this.isWhole = true;
        return stale.length > 0;
    }
    /** How many merges of a chain are known to pass together. */
    countPassed(chain) {
        return chain.findLastIndex(({ tree }) => this.green.has(tree)) + 1;
    }
    setPassed(chain, length) {
        if (length > 0)
            this.green.add(chain[length - 1].tree);
    }
    rate(passed) {
        return toRate(this.evicted.size, passed + this.evicted.size);
    }
    evict(chain, place, reason) {
        const { task } = chain[place - 1];
        this.evicted.set(task, { reason, before: chain.slice(0, place - 1).map(link => link.task) });
        this.world.onEvicted(task, reason);
    }
    /** Asks once what fails without any branch. */
    async askBase(failure) {
        const verdict = await this.trials.test([], 0, this.trials.toChosen(failure));
        if (verdict.kind === 'stopped')
            return verdict;
        if (isNameless(verdict))
            return { kind: 'base-fails', stage: verdict.stage, reason: verdict.reason };
        this.trials.onBase = new Set(toFailed(verdict));
        return 'go on';
    }
    /** Finds one culprit among the branches behind those that passed, up to a prefix that is known to fail. */
    async bisect(chain, end, failure, isRepeated) {
        const passed = this.countPassed(chain);
        let good = passed;
        let bad = end;
        let red = failure;
        while (bad - good > 1) {
            const probes = toProbes(this.rate(passed), bad - good, this.world.parallel).map(place => good + place);
            const verdicts = await Promise.all(probes.map(probe => this.trials.test(chain, probe, undefined)));
            if (verdicts.some(({ kind }) => kind === 'stopped'))
                return { kind: 'stopped' };
            const first = verdicts.findIndex(verdict => this.trials.isRed(verdict));
            good = (first === -1 ? probes.at(-1) : probes[first - 1]) ?? good;
            if (first === -1)
                continue;
            bad = probes[first];
            red = verdicts[first];
        }
        this.isWhole = false;
        const isSure = bad === end && isRepeated;
        const verdict = isSure ? red : await this.trials.repeat(chain, bad, red, undefined);
        if (verdict.kind === 'stopped')
            return verdict;
        if (this.trials.isRed(verdict)) {
            this.setPassed(chain, good);
            this.evict(chain, bad, verdict.reason);
        }
        else
            this.setPassed(chain, bad);
        return 'go on';
    }
    /** Finds and evicts all culprits that can be seen; undefined when the single tests do not tell. */
    async searchTests(chain, bad, tests, reason) {
        const good = this.countPassed(chain);
        const search = await findFlips({ trials: this.trials, chain, good, bad, tests, reason });
        if (search.kind === 'stopped')
            return search;
        if (search.kind === 'unreadable')
            return undefined;
        const before = this.evicted.size;
        for (const flip of search.flips) {
            const verdict = await this.confirm(chain[flip.place - 1].task, flip);
            if (verdict?.kind === 'stopped')
                return verdict;
        }
        if (this.evicted.size === before)
            return undefined;
        this.isWhole = true;
        return 'go on';
    }
    /**
     * Evicts a culprit if its tests still fail in a chain without the culprits in front of it. The first one failed there already;
     * a later one may have failed only together with one of those.
     */
    async confirm(task, flip) {
        const chain = await this.merge();
        const place = chain.findIndex(link => link.task === task) + 1;
        if (place === 0)
            return undefined; // it went with a culprit that it builds on
        const verdict = await this.trials.testTwice(chain, place, flip.tests);
        if (this.trials.isRed(verdict))
            this.evict(chain, place, verdict.reason);
        return verdict;
    }
}
function toFailed(verdict) {
    return verdict.kind === 'failed' ? (verdict.failed ?? []) : [];
}

// EXTERNAL MODULE: ./lib/merge/proof/repeated-signatures.js + 1 modules
var repeated_signatures = __webpack_require__(9715);
;// CONCATENATED MODULE: ./lib/commands/integrate/inspect-merges.js



/** Looks at a chain of merges for what no conflict tells: a declaration that is there twice, a contract that has changed meanwhile. */
async function inspectMerges(context, site, chain, results) {
    const subjects = await toSubjects(context, site, chain, results);
    const [repeated, stale] = await Promise.all([
        findRepeated(site, subjects),
        findStaleContracts(context, site, subjects),
    ]);
    return [...repeated, ...stale];
}
async function toSubjects({ repository }, site, chain, results) {
    const subjects = await Promise.all(chain.map(async (merged, index) => {
        const result = results.get(merged.task);
        if (result?.commit == null || result.base === null)
            return undefined;
        const changes = await readChanges(repository, result.base, result.commit);
        const before = chain[index - 1]?.tree ?? site.start.tree;
        return { ...merged, result, before, paths: new Set(changes.map(change => change.path)) };
    }));
    return subjects.filter(subject => subject !== undefined);
}
/** Declarations that are twice in a file that git merged cleanly, and in neither side. */
async function findRepeated({ harness }, subjects) {
    const warnings = [];
    const changed = new Set();
    const read = async (name) => {
        const object = await harness.repository.objects.read(name);
        return object?.type === 'blob' ? object.content.toString('utf8') : undefined;
    };
    for (const { task, tree, before, result, resolved, paths } of subjects) {
        const both = [...paths].filter(path => changed.has(path));
        for (const path of paths)
            changed.add(path);
        for (const path of both) {
            if (resolved.some(({ conflict }) => conflict.path === path))
                continue;
            const texts = await Promise.all([
                read(`${tree}:${path}`),
                read(`${before}:${path}`),
                read(`${result.commit}:${path}`),
            ]);
            const [merged, ours, theirs] = texts;
            if (merged === undefined || ours === undefined || theirs === undefined || merged === ours)
                continue;
            const names = await (0,repeated_signatures/* findRepeatedSignatures */.V)(path, merged, [ours, theirs]);
            for (const name of names)
                warnings.push({
                    task,
                    text: `with ${task}, ${path} has \`${name}\` twice, though git saw no conflict`,
                });
        }
    }
    return warnings;
}
/**
 * Contract files that are not what a task was built on: those that its prerequisites changed, and those that the plan names, if another
 * task has changed them meanwhile.
 */
async function findStaleContracts({ plan }, site, subjects) {
    const tip = subjects.at(-1);
    if (tip === undefined)
        return [];
    const isNamed = (0,globs/* toMatcher */.WV)(plan.integration.contracts);
    const warnings = subjects.map(async ({ task, result, paths }) => {
        const { needs = [] } = plan.tasks.find(({ id }) => id === task) ?? {};
        if (needs.length === 0 && plan.integration.contracts.length === 0)
            return [];
        const inherited = new Set(subjects.filter(other => needs.includes(other.task)).flatMap(other => [...other.paths]));
        const changes = await readChanges(site.harness.repository, result.base, tip.tree);
        return changes
            .filter(({ path }) => !paths.has(path) && (inherited.has(path) || isNamed(path)))
            .flatMap(({ path }) => {
            const others = subjects.filter(other => other.task !== task && !needs.includes(other.task) && other.paths.has(path));
            if (others.length === 0)
                return [];
            const by = others.map(other => other.task).join(', ');
            return [{ task, text: `${task} was built on another ${path} than what lands: ${by} changed it` }];
        });
    });
    return (await Promise.all(warnings)).flat();
}

;// CONCATENATED MODULE: ./lib/git/ancestry.js

/** The parents of some commits and of all that they contain beyond a base. */
async function readParents({ place }, base, commits) {
    if (commits.length === 0)
        return new Map();
    const output = await (0,run_git/* runGit */.EO)(place, ['rev-list', '--parents', '--stdin'], `${commits.join('\n')}\n^${base}\n`);
    const lines = output.split('\n').filter(line => line !== '');
    return new Map(lines.map(line => line.split(' ')).map(([id = '', ...parents]) => [id, parents]));
}
/** The commit and all that it contains beyond the base of the walk. */
function toHistory(commit, parents) {
    const seen = new Set(parents.has(commit) ? [commit] : []);
    for (const id of seen)
        for (const parent of parents.get(id) ?? [])
            if (parents.has(parent))
                seen.add(parent);
    return seen;
}

;// CONCATENATED MODULE: ./lib/git/containment.js


/**
 * Which of some commits contain each other: a branch that was started from another one brings that along when it is merged.
 * One walk over what is not in the base.
 */
async function readContainment(harness, base, commits) {
    if (commits.length === 0)
        return { within: new Map(), inBase: new Set() };
    const parents = await readParents(harness, base, commits);
    const wanted = new Set(commits);
    return {
        within: new Map(commits.map(commit => [commit, findContained(commit, parents, wanted)])),
        inBase: new Set(commits.filter(commit => !parents.has(commit))),
    };
}
function findContained(commit, parents, wanted) {
    const others = [...toHistory(commit, parents)].filter(id => id !== commit);
    return new Set(others.filter(id => wanted.has(id)));
}
/** The best common ancestor of two commits. */
function findMergeBase(harness, a, b) {
    return (0,run_git/* runGit */.EO)(harness.place, ['merge-base', a, b]);
}

;// CONCATENATED MODULE: ./lib/commands/integrate/name-conflict.js


/** "conflicts with scheduler in src/db.ts": which branches of the chain changed the files on which git stopped. */
async function nameConflict(context, branches, { left }, merged) {
    const paths = left.map(({ conflict }) => conflict.path);
    const others = [];
    for (const { task } of merged) {
        const branch = branches.find(candidate => candidate.task === task);
        if (branch !== undefined && (await touches(context, branch, paths)))
            others.push(task);
    }
    const names = others.length === 0 ? 'the target' : others.join(', ');
    return `conflicts with ${names} in ${paths.join(', ')}`;
}
async function touches(context, { commit }, paths) {
    const start = await findMergeBase(context.harness, context.base, commit);
    const changes = await readChanges(context.repository, start, commit);
    return changes.some(change => paths.includes(change.path));
}

;// CONCATENATED MODULE: ./lib/merge/test-output/shell-words.js
/** One word for `sh`, whatever it contains. */
function quoteForShell(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}
/** A command of plain words, separated by spaces; undefined when the shell would do more than run it. */
function toPlainWords(command) {
    const words = command.trim().split(/ +/);
    return words.every(word => /^[\w@%+=:,./-]+$/.test(word)) ? words : undefined;
}
/**
 * Splits a shell command at its places: `npx jest {files} -t {names}`. Undefined when one of them stands where a quoted word
 * would not be one: inside quotes, backquotes, a here-document or `$'…'`.
 */
function splitTemplate(template, names) {
    const isHard = template.includes('<<') || template.includes("$'") || template.includes('`');
    const place = new RegExp(`^\\{(${names.join('|')})\\}`);
    const parts = [];
    let quote = '';
    let text = '';
    for (let at = 0; at < template.length; at++) {
        const character = template.charAt(at);
        const name = place.exec(template.slice(at, at + 20))?.[1];
        if (name !== undefined) {
            if (quote !== '' || isHard)
                return undefined;
            parts.push({ kind: 'text', text }, { kind: 'place', name });
            text = '';
            at += name.length + 1;
            continue;
        }
        if (character === '\\' && quote !== "'")
            text += template.charAt(at++);
        else
            quote = toQuote(quote, character);
        text += template.charAt(at);
    }
    return [...parts, { kind: 'text', text }];
}
function toQuote(quote, character) {
    if (character !== '"' && character !== "'")
        return quote;
    if (quote === '')
        return character;
    return quote === character ? '' : quote;
}

;// CONCATENATED MODULE: ./lib/merge/test-output/test-patterns.js
/** A regular expression that matches just this text, in the dialects of JavaScript, Go and PCRE. */
function escapePattern(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
/**
 * What the runner takes to select tests: one pattern for those that want a pattern, names for the others. It may select more than
 * these tests, never fewer.
 */
function toSelection(runner, tests) {
    const names = [...new Set(tests.map(test => test.name))];
    const toAlternatives = (toPattern) => `(?:${[...new Set(names.map(toPattern))].join('|')})`;
    if (runner === 'jest' || runner === 'vitest')
        return [`^ ?${toAlternatives(toTitlePattern)}(?: |$)`];
    if (runner === 'mocha')
        return [`^${toAlternatives(escapePattern)}(?: |$)`];
    if (runner === 'node')
        return [`${toAlternatives(escapePattern)}$`];
    if (runner === 'go')
        return [`^${toAlternatives(toGoPattern)}$`];
    if (runner === 'phpunit')
        return [toAlternatives(toMethodPattern)];
    return names;
}
/** Jest and Vitest join titles by a space when they match, and by ` › ` or ` > ` when they print. A title may contain either. */
function toTitlePattern(name) {
    return name
        .split(/ [›>] /)
        .map(escapePattern)
        .join('(?: | › | > )');
}
/** The whole test function: patterns for subtests differ between versions of Go. */
function toGoPattern(name) {
    return escapePattern(name.split('/', 1)[0]);
}
/** All data sets of the method. */
function toMethodPattern(name) {
    return `${escapePattern(name.replace(/ with data set .*$/, ''))}(?: with data set .*)?$`;
}

;// CONCATENATED MODULE: ./lib/merge/test-output/runner-commands.js


const launchers = /^(?:npx (?:--no-install |--no |-y |--yes )?|pnpm (?:exec )?|yarn (?:run )?|bunx |bundle exec |poetry run |uv run |pipenv run |(?:\.\/)?(?:node_modules\/\.bin|vendor\/bin|bin)\/|python3? -m )/;
const runnerCommands = [
    { runner: 'jest', starts: ['jest'], files: 'stay', toWords: toJestWords },
    { runner: 'vitest', starts: ['vitest run'], files: 'stay', toWords: toVitestWords },
    { runner: 'mocha', starts: ['mocha'], files: 'stay', toWords: toMochaWords },
    { runner: 'node', starts: ['node --test'], files: 'go', toWords: toFileWords },
    { runner: 'pytest', starts: ['pytest', 'py.test'], files: 'go', toWords: toIdWords },
    { runner: 'unittest', starts: ['unittest'], files: 'refused', toWords: toIdWords },
    { runner: 'go', starts: ['go test'], files: 'go', toWords: toGoWords },
    { runner: 'cargo', starts: ['cargo test'], files: 'stay', toWords: toCargoWords },
    { runner: 'rspec', starts: ['rspec'], files: 'go', toWords: toFileWords },
    { runner: 'phpunit', starts: ['phpunit'], files: 'stay', toWords: toPhpunitWords },
];
/** The runner that a command calls plainly. */
function findRunner(command) {
    return splitStart(command)?.known.runner;
}
/** Commands like the plan's own, for these tests only; undefined when it does not plainly call the runner that they come from. */
function toRunnerCommands(command, tests) {
    const words = toPlainWords(command);
    const start = splitStart(command);
    if (words === undefined || start === undefined)
        return undefined;
    const { known, count } = start;
    if (tests.some(test => test.runner !== known.runner))
        return undefined;
    const rest = toOptions(words.slice(count), known);
    if (rest === undefined || rest.some(isSelection))
        return undefined;
    return known
        .toWords(tests)
        ?.map(({ first, last }) => [...words.slice(0, count), ...first.filter(word => !rest.includes(word)), ...rest, ...last].join(' '));
}
/** How many words start the runner: `CI=1 npx jest` are three. */
function splitStart(command) {
    const plain = command.trim().replace(/ +/g, ' ');
    const variables = /^(?:\w+=[^ ]* )*/.exec(plain)?.[0] ?? '';
    const launcher = launchers.exec(plain.slice(variables.length))?.[0] ?? '';
    const called = `${plain.slice(variables.length + launcher.length)} `;
    for (const known of runnerCommands) {
        const start = known.starts.find(text => called.startsWith(`${text} `));
        if (start !== undefined)
            return { known, count: `${variables}${launcher}${start}`.split(' ').length };
    }
    return undefined;
}
/** Already selects tests: two selections do not add up everywhere. */
function isSelection(word) {
    return /^(?:--|-t|--testNamePattern|--test-name-pattern|-g|--grep|-f|--fgrep|-k|-m|-run|--run|--filter|-e|--example|--exact|--watch\w*)(?:=.*)?$/.test(word);
}
/** Options that take the next word as their value. */
const valued = {
    pytest: /^(?:-n|-p|-c|-o|-W|-r|--rootdir|--timeout|--junitxml|--maxfail|--durations)$/,
    go: /^-(?:count|timeout|tags|p|parallel|cpu|mod|vet|coverprofile|covermode)$/,
    node: /^(?:--import|--require|-r|--loader|--test-reporter|--test-reporter-destination|--test-concurrency|--test-timeout)$/,
    rspec: /^(?:--format|--require|-r|--order|--seed|--out|-o|-I)$/,
};
const valueless = /^-[qvsxl]+$|^-race$/;
/** The words after the start that stay. Undefined when one may be a file as well as the value of an option that is not known. */
function toOptions(words, { runner, files }) {
    if (files === 'stay')
        return words;
    const kept = [];
    let previous = '';
    for (const word of words) {
        const isValue = valued[runner]?.test(previous) === true;
        const isFile = !isValue && !word.startsWith('-');
        const isClear = previous === '' || valueless.test(previous) || /^\.{0,2}\//.test(word);
        if (isFile && (files === 'refused' || !isClear))
            return undefined;
        if (!isFile)
            kept.push(word);
        previous = isFile || isValue ? '' : word;
    }
    return kept;
}
function toFiles(tests) {
    const files = tests.map(test => test.file).filter(file => file !== null);
    return files.length === tests.length ? [...new Set(files)] : undefined;
}
function toJestWords(tests) {
    const files = toFiles(tests)?.map(escapePattern) ?? [];
    return [{ first: quoteAll(files), last: ['-t', ...quoteAll(toSelection('jest', tests))] }];
}
function toVitestWords(tests) {
    return [{ first: quoteAll(toFiles(tests) ?? []), last: ['-t', ...quoteAll(toSelection('vitest', tests))] }];
}
function toMochaWords(tests) {
    return [{ first: [], last: ['--grep', ...quoteAll(toSelection('mocha', tests))] }];
}
/** Whole files: node:test matches names differently in each version, RSpec does not find those that it made up itself. */
function toFileWords(tests) {
    const files = toFiles(tests);
    return files === undefined ? undefined : [{ first: [], last: quoteAll(files) }];
}
function toIdWords(tests) {
    return [{ first: [], last: quoteAll(tests.map(test => test.id)) }];
}
/** One command a package: the same name in another package is another test. */
function toGoWords(tests) {
    return toFiles(tests)?.map(path => {
        const pattern = toSelection('go', tests.filter(test => test.file === path));
        return { first: [], last: ['-run', ...quoteAll(pattern), quoteForShell(path)] };
    });
}
/** Names are parts of names unless `--exact`; the name of a test in documentation is only known in part. */
function toCargoWords(tests) {
    const isExact = tests.every(test => /^[\w:]+$/.test(test.name));
    const names = quoteAll(toSelection('cargo', tests));
    return [{ first: ['--no-fail-fast'], last: ['--', ...(isExact ? ['--exact'] : []), ...names] }];
}
function toPhpunitWords(tests) {
    return [{ first: ['--filter', ...quoteAll(toSelection('phpunit', tests))], last: [] }];
}
function quoteAll(texts) {
    return texts.map(quoteForShell);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/choose-tests.js



/**
 * Shell commands that together run these tests, and perhaps some more; undefined when it is not sure how. With `{file}`, `{name}` or
 * `{id}` in the template it is one command a test. Names are written by whoever wrote the tests: each is quoted.
 * A command that selects nothing passes with most runners: what it ran has to be counted.
 */
function toChosenTestsCommands({ tests, template, testCommand }) {
    if (tests.length === 0 || !tests.every(isSafe))
        return undefined;
    if (template !== undefined)
        return fillTemplate(template, tests);
    return testCommand === undefined ? undefined : toRunnerCommands(testCommand, tests);
}
/** Control characters may end a comment or a line; what begins with a dash is an option. */
function isSafe({ id, file, name }) {
    return [id, file ?? 'none', name].every(text => text !== '' && !/^-|\p{Cc}/u.test(text));
}
const single = ['file', 'name', 'id'];
const places = [...single, 'files', 'names', 'ids'];
function fillTemplate(template, tests) {
    const parts = splitTemplate(template, places);
    const used = parts?.flatMap(part => (part.kind === 'place' ? [part.name] : [])) ?? [];
    if (parts === undefined || used.length === 0)
        return undefined;
    const groups = used.some(name => single.includes(name)) ? tests.map(test => [test]) : [tests];
    const commands = groups.map(group => fill(parts, group, template));
    return commands.every(command => command !== undefined) ? [...new Set(commands)] : undefined;
}
function fill(parts, tests, template) {
    const texts = parts.map((part, index) => {
        if (part.kind === 'text')
            return part.text;
        const values = toValues(part.name, tests, template);
        const isAlone = isSpaced(parts[index - 1], /\s$/) && isSpaced(parts[index + 1], /^\s/);
        if (values === undefined || (values.length > 1 && !isAlone))
            return undefined;
        return values.map(quoteForShell).join(' ');
    });
    return texts.every(text => text !== undefined) ? texts.join('') : undefined;
}
/** Whether a place begins and ends a word: only there may several words stand. */
function isSpaced(part, space) {
    return part?.kind !== 'place' && (part === undefined || part.text === '' || space.test(part.text));
}
function toValues(place, tests, template) {
    if (place === 'id' || place === 'ids')
        return [...new Set(tests.map(test => test.id))];
    if (place === 'name' || place === 'names')
        return toNames(tests, template);
    const files = tests.map(test => test.file).filter(file => file !== null);
    return files.length === tests.length ? [...new Set(files)] : undefined;
}
/** The format of a report does not tell the runner: then the template does. */
function toNames(tests, template) {
    const runners = new Set(tests.map(({ runner }) => runner));
    const [runner] = runners;
    if (runner === undefined || runners.size > 1)
        return undefined;
    const isGeneral = runner === 'junit' || runner === 'tap';
    const taken = isGeneral ? (findRunner(template) ?? runner) : runner;
    return toSelection(taken, tests);
}

;// CONCATENATED MODULE: ./lib/commands/run/run-paths.js

/** A name that no task can have: the worktree where the merged result is tested. */
const integrationName = '_integration';
function toRunPaths(repository, run) {
    const state = (0,external_node_path_.join)(toStateFolder(repository), run);
    const worktrees = (0,external_node_path_.join)(toWorktreesFolder(repository), run);
    return {
        state,
        harness: (0,external_node_path_.join)(state, 'harness.git'),
        scratch: (0,external_node_path_.join)(state, 'scratch'),
        forecast: (0,external_node_path_.join)(state, 'forecast.json'),
        scripts: (0,external_node_path_.join)(state, 'scripts'),
        worktrees,
        tasks: (0,external_node_path_.join)(state, 'tasks'),
        worktree: name => (0,external_node_path_.join)(worktrees, name),
        log: name => (0,external_node_path_.join)(state, `${name}.log`),
        task: name => toTaskPaths((0,external_node_path_.join)(state, 'tasks', name)),
    };
}
function toStateFolder(repository) {
    return (0,external_node_path_.join)(repository.directory, 'parallel-agents');
}
/** In the main checkout, from whichever of its worktrees the command was started. */
function toWorktreesFolder(repository) {
    const root = (0,external_node_path_.basename)(repository.directory) === '.git' ? (0,external_node_path_.dirname)(repository.directory) : repository.root;
    return (0,external_node_path_.join)(root, '.worktrees');
}
function toTaskPaths(folder) {
    return {
        folder,
        attempt: (0,external_node_path_.join)(folder, 'attempt.json'),
        prompt: (0,external_node_path_.join)(folder, 'prompt.md'),
        progress: (0,external_node_path_.join)(folder, 'progress.jsonl'),
        report: (0,external_node_path_.join)(folder, 'report.md'),
        forecast: (0,external_node_path_.join)(folder, 'forecast.md'),
        status: (0,external_node_path_.join)(folder, 'status'),
        worktreeState: (0,external_node_path_.join)(folder, 'worktree'),
    };
}

;// CONCATENATED MODULE: ./lib/agent/plain-file.js


/**
 * The content of a file that an agent or a test may have put there, as UTF-8. Undefined when there is none, or it is no plain file (to open a
 * pipe would wait for ever), or it is larger.
 */
async function tryReadPlainFile(path, mostBytes) {
    const flags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
    const file = await (0,promises_.open)(path, flags).catch(() => undefined);
    if (file === undefined)
        return undefined;
    try {
        const found = await file.stat();
        return found.isFile() && found.size <= mostBytes ? await file.readFile('utf8') : undefined;
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./lib/merge/test-output/json-documents.js
/** The JSON objects in an output: on a line of their own, or spread over lines between a `{` and a `}` at the margin. */
function findJsonDocuments(lines, mark) {
    const inLines = readJsonLines(lines, mark);
    return inLines.length > 0 ? inLines : [...readSpread(lines)].filter(json => mark in json);
}
/** The lines that are a JSON object and contain a mark. */
function readJsonLines(lines, mark) {
    return lines
        .filter(line => line.startsWith('{') && line.trimEnd().endsWith('}') && line.includes(`"${mark}"`))
        .map(tryJson)
        .filter(json => json !== undefined);
}
function* readSpread(lines) {
    let start = -1;
    for (let at = 0; at < lines.length; at++) {
        if (lines[at] === '{')
            start = at;
        if (lines[at] !== '}' || start < 0)
            continue;
        const json = tryJson(lines.slice(start, at + 1).join('\n'));
        if (json !== undefined)
            yield json;
        start = -1;
    }
}
function tryJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined; // text that only looks like JSON, or was cut off
    }
}
function toText(value) {
    return typeof value === 'string' ? value : '';
}
/** A count; 0 when it is none. */
function toCount(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
/** The objects of a list; none when it is no list. */
function toObjects(value) {
    return Array.isArray(value) ? value.filter(isObject) : [];
}
function toObject(value) {
    return isObject(value) ? value : {};
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/output-text.js
/** No runner prints longer lines of its own, except JSON. Longer ones are cut, so that no pattern has to search them. */
const maxLineLength = 4000;
/** Of more than this the end is kept: counts and lists of failures stand there, and tell that something is missing. */
const maxLength = 64_000_000;
const maxLines = 1_000_000;
/** @param root The absolute path of the folder that the command ran in: it differs between worktrees, ids must not. */
function toOutputText(text, root) {
    const folder = `${root.replace(/\/+$/, '')}/`;
    const end = takeLastLines(text.slice(-maxLength));
    return {
        text: end,
        isCut: end.length < text.length,
        lines: end.split('\n').map(toLine),
        toPath: path => toRelative(path, folder),
    };
}
function takeLastLines(text) {
    let start = text.length;
    for (let count = 0; count < maxLines && start > 0; count++)
        start = text.lastIndexOf('\n', start - 1);
    return text.slice(Math.max(start, 0));
}
function toLine(text) {
    const line = withoutOverwritten(text);
    return isJson(line) ? line : toPlain(line.slice(0, maxLineLength));
}
/** The line end of Windows goes, and what a progress bar wrote over. */
function withoutOverwritten(line) {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    return text.slice(text.lastIndexOf('\r') + 1);
}
function isJson(line) {
    return line.startsWith('{');
}
/**
 * What a terminal would obey. Unlike the pattern behind stripVTControlCharacters of node:util, this one takes linear time for
 * sequences that do not end.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences are what is taken out
const sequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])/g;
function toPlain(line) {
    return line.replace(sequence, '').replace(/[^\P{Cc}\t]+/gu, '');
}
function toRelative(path, folder) {
    const local = path.replace(/^file:\/\//, '');
    return local.startsWith(folder) ? local.slice(folder.length) : local.replace(/^\.\//, '');
}

;// CONCATENATED MODULE: ./lib/merge/test-output/reading.js

/**
 * Believes the names only if they fit the count that the runner prints. More names than that: some were printed by a test, and
 * nobody knows which. Fewer: the output was cut.
 */
function settle(findings) {
    const { runner, failed, broken = [], ran, stated = failed.length, hidesMore = false } = findings;
    const namesNone = failed.length === 0 && broken.length === 0 && stated > 0;
    if (findings.isDoubtful || failed.length > stated || namesNone)
        return { kind: 'doubtful', runner };
    const output = {
        failed: toUnique(failed).map(test => ({
            ...test,
            id: toPlain(test.id),
            message: reading_toMessage(test.message),
            runner,
        })),
        broken: [...new Set(broken)],
        ran: ran ?? null,
        isComplete: !hidesMore && broken.length === 0 && failed.length === stated,
    };
    return { kind: 'read', runner, output };
}
/** Of failures with one id the first. */
function toUnique(failed) {
    const ids = new Set();
    return failed.filter(({ id }) => !ids.has(id) && ids.add(id));
}
function reading_toMessage(text) {
    const message = toPlain((text ?? '').trim().split('\n', 1)[0] ?? '').slice(0, 200);
    return message === '' ? null : message;
}
/** The number in front of a word: 3 in `3 failed, 1 passed` for `failed`; 0 when the word is not there. */
function countOf(line, word) {
    const match = new RegExp(`\\b(\\d{1,9}) ${word}\\b`).exec(line);
    return Number(match?.[1] ?? 0);
}
/** The first line after a place that says something, if it comes within the next few. */
function nextTelling(lines, index) {
    return lines.slice(index + 1, index + 6).find(line => line.trim() !== '') ?? null;
}
const sourceFile = /^[^\s:*?"<>|]{1,500}\.(?:[cm]?[jt]sx?|py|rb|php|rs|go)$/;
/** Some runners give a file that could not be loaded as a test with the file's name. */
function isSourceFile(name) {
    return sourceFile.test(name);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/cargo.js


const target = /^ +(?:Running (?:unittests )?(\S+) \((?:.*\/)?([\w-]+?)-[0-9a-f]{16}(?:\.exe)?\)|(Doc-tests) (\S+))$/;
const result = /^test result: (?:ok|FAILED)\. \d+ passed; \d+ failed;/;
const notCompiled = /^error: could not compile `([^`]+)`/;
const wholeRun = /^error: \d+ targets? failed:$/;
/** `cargo test` as text: a list of failures before each `test result`. Also libtest's JSON events. */
function readCargo({ lines }) {
    const sections = readSections(lines);
    const broken = lines.flatMap(line => notCompiled.exec(line)?.[1] ?? []);
    if (sections.length === 0 && broken.length === 0)
        return undefined;
    return settle({
        runner: 'cargo',
        failed: sections.flatMap(section => section.failed),
        broken,
        ran: sections.reduce((sum, section) => sum + section.passed, sum(sections)),
        stated: sum(sections),
        isDoubtful: sections.some(section => section.failed.length > section.stated),
        // Without --no-fail-fast the targets after a failed one do not run.
        hidesMore: sum(sections) > 0 && !lines.some(line => wholeRun.test(line)),
    });
}
function sum(sections) {
    return sections.reduce((total, section) => total + section.stated, 0);
}
function readSections(lines) {
    const sections = [];
    let place = '';
    let start = 0;
    lines.forEach((line, index) => {
        place = cargo_toPlace(line) ?? place;
        if (!result.test(line) && !isSuiteEnd(line))
            return;
        sections.push(readSection(lines.slice(start, index + 1), place));
        start = index + 1;
    });
    return sections;
}
/** The target: file and crate. The hash in the name of the binary changes. */
function cargo_toPlace(line) {
    const match = target.exec(line);
    return match === null ? undefined : `${match[2] ?? match[4]} ${match[1] ?? 'doc'}`;
}
function isSuiteEnd(line) {
    return /^\{ ?"type": ?"suite", ?"event": ?"(?:ok|failed)"/.test(line);
}
function readSection(lines, place) {
    const end = lines.at(-1);
    if (isSuiteEnd(end))
        return readEvents(lines, place);
    const start = lines.lastIndexOf('failures:');
    const names = start < 0 ? [] : lines.slice(start + 1).flatMap(line => /^ {4}(\S.*)$/.exec(line)?.[1] ?? []);
    const details = indexDetails(lines);
    return {
        failed: names.map(name => cargo_toFailed(place, name, findMessage(lines, details.get(name)))),
        stated: countOf(end, 'failed'),
        passed: countOf(end, 'passed'),
    };
}
function readEvents(lines, place) {
    const events = readJsonLines(lines, 'type');
    const failed = events.filter(event => event.type === 'test' && event.event === 'failed');
    const end = events.at(-1);
    return {
        failed: failed.map(event => cargo_toFailed(place, toText(event.name), toPanic(toText(event.stdout)) ?? (toText(event.message) || null))),
        stated: toCount(end?.failed),
        passed: toCount(end?.passed),
    };
}
/** Where the output of each failed test begins. */
function indexDetails(lines) {
    return new Map(lines.flatMap((line, index) => {
        const name = /^---- (.+) stdout ----$/.exec(line)?.[1];
        return name === undefined ? [] : [[name, index]];
    }));
}
function findMessage(lines, start) {
    return start === undefined ? null : toPanic(lines.slice(start + 1, start + 100).join('\n'));
}
/** What follows `thread … panicked at …:` */
function toPanic(text) {
    return /^(?:thread .* )?panicked at .*:\n(.+)$/m.exec(text)?.[1] ?? /^note: (.+)$/m.exec(text)?.[1] ?? null;
}
/** The name of a test in documentation has the number of its line, which changes. */
function cargo_toFailed(place, name, message) {
    const stable = name.replace(/ \(line \d+\)(?: - .*)?$/, '');
    return { id: `${place} ${stable}`.trim(), file: null, name: stable, message };
}

;// CONCATENATED MODULE: ./lib/merge/test-output/go-console.js

const failLine = /^ *--- FAIL: (\S+) \([\d.]+s\)$/;
const packageLine = /^(ok {2}|FAIL|\? {3})\t(\S+)(?:\s+(.*))?$/;
const crash = /^(?:panic: |fatal error: |signal: |exit status [^1])/;
const hint = /^\s+\w[\w.-]*\.go:\d+: \S/;
/** `go test` without -json: failures, then the line of their package. Of nested tests the innermost ones are taken. */
function readGoConsole({ lines }) {
    const packages = readPackages(lines);
    if (packages.length === 0)
        return undefined;
    const failed = packages.flatMap(one => innermost(one.tests).map(test => go_console_toFailed(one.path, test)));
    return settle({
        runner: 'go',
        failed,
        broken: packages.filter(isBroken).map(one => one.path),
        ran: packages.every(one => one.isEmpty) ? 0 : undefined,
        hidesMore: packages.some(one => one.crashed) || isCut(lines),
    });
}
function readPackages(lines) {
    const packages = [];
    let tests = [];
    let crashed = false;
    const started = listStarted(lines);
    lines.forEach((line, index) => {
        const name = failLine.exec(line)?.[1];
        if (name !== undefined && (started.size === 0 || started.has(name)))
            tests.push({ name, message: go_console_findMessage(lines, index) });
        crashed ||= crash.test(line);
        const [, word, path, rest] = packageLine.exec(line) ?? [];
        if (path === undefined)
            return;
        const isEmpty = /\[no test(?:s to run| files)\]$/.test(rest ?? '');
        packages.push({ path, failed: word === 'FAIL', crashed, isEmpty, tests: word === 'FAIL' ? tests : [] });
        tests = [];
        crashed = false;
    });
    return packages;
}
/** With -v a test that was not started has not failed, whatever some other test prints. */
function listStarted(lines) {
    return new Set(lines.flatMap(line => /^=== RUN {3}(\S+)$/.exec(line)?.[1] ?? []));
}
/** The line after the failure; with -v, what a test says comes before it. */
function go_console_findMessage(lines, index) {
    const next = lines[index + 1] ?? '';
    const previous = lines[index - 1] ?? '';
    if (next.startsWith('panic: ') || (hint.test(next) && !hint.test(previous)))
        return next;
    return hint.test(previous) ? previous : null;
}
/** A test with subtests that failed is left out: they say more. */
function innermost(tests) {
    const parents = new Set(tests.flatMap(test => toParents(test.name)));
    return tests.filter(test => !parents.has(test.name));
}
function toParents(name) {
    const parts = name.split('/').slice(0, 50);
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
/** Not built, or ended without a failed test: by os.Exit, a panic elsewhere, a time limit. */
function isBroken(one) {
    return one.failed && one.tests.length === 0;
}
/** The line of the last package is missing: nobody knows whose failures these are. */
function isCut(lines) {
    const last = lines.findLastIndex(line => packageLine.test(line));
    return lines.slice(last + 1).some(line => failLine.test(line));
}
function go_console_toFailed(path, { name, message }) {
    return { id: `${path} ${name}`, file: path, name, message };
}

;// CONCATENATED MODULE: ./lib/merge/test-output/go-json.js



const notBuilt = /^FAIL\t(\S+) \[(?:build|setup) failed\]$/;
/** `go test -json`: one event a line. Only tests that were started count: a test can print what looks like the end of another. */
function readGoJson({ lines }) {
    const events = readJsonLines(lines, 'Action').filter(event => typeof event.Action === 'string');
    if (events.length === 0)
        return undefined;
    const packages = new Map();
    for (const event of events)
        note(event, packages);
    const all = [...packages.values()];
    return settle({
        runner: 'go',
        failed: all.flatMap(toFailedTests),
        broken: [...lines.flatMap(line => notBuilt.exec(line)?.[1] ?? []), ...all.filter(go_json_isBroken).map(toPath)],
        ran: all.reduce((sum, one) => sum + one.tests.size, 0),
        hidesMore: all.some(one => !one.ended || [...one.tests.values()].some(isUnfinished)) || all.some(crashed),
    });
}
function note(event, packages) {
    const path = toText(event.Package);
    if (path === '')
        return;
    const one = packages.get(path) ?? { path, tests: new Map(), ended: false, failed: false, panicked: false };
    packages.set(path, one);
    const name = toText(event.Test);
    if (event.Action === 'run')
        one.tests.set(name, { end: undefined, message: null });
    else if (event.Action === 'output')
        noteOutput(toText(event.Output), one, one.tests.get(name));
    else
        noteEnd(toText(event.Action), one, name);
}
function noteOutput(text, one, test) {
    if (text.startsWith('panic: '))
        one.panicked = true;
    if (test !== undefined && test.message === null && /^\s+\w[\w.-]*\.go:\d+: \S|^panic: /.test(text))
        test.message = text;
}
function noteEnd(action, one, name) {
    if (!['pass', 'fail', 'skip'].includes(action))
        return;
    const test = one.tests.get(name);
    if (test !== undefined)
        test.end = action;
    if (name !== '')
        return;
    one.ended = true;
    one.failed = action === 'fail';
}
function toFailedTests(one) {
    const failed = [...one.tests].filter(([, test]) => test.end === 'fail');
    return innermost(failed.map(([name, { message }]) => ({ name, message }))).map(test => go_console_toFailed(one.path, test));
}
function go_json_isBroken(one) {
    return one.failed && ![...one.tests.values()].some(test => test.end === 'fail');
}
function isUnfinished(test) {
    return test.end === undefined;
}
function crashed(one) {
    return one.panicked && one.failed;
}
function toPath(one) {
    return one.path;
}

;// CONCATENATED MODULE: ./lib/merge/test-output/jest-console.js

const suiteLine = /^ ?(?:FAIL|PASS) +(\S.*\.[cm]?[jt]sx?)(?: \([\d.,]+ m?s\))?(?: \(\d+ [KMG]?B heap size\))?$/;
const bullet = /^ {2}● (\S.*)$/;
const testCounts = /^Tests: .*\b\d+ total$/;
const suiteCounts = /^Test Suites: .*\b\d+ total$/;
const separator = ' › ';
/** Jest's default and verbose reporters: `FAIL <project> <file>`, then `● <describe> › <test>` for each failure. */
function readJestConsole({ lines }) {
    const failed = new Map();
    const broken = [];
    let suite;
    lines.forEach((line, index) => {
        suite = toSuite(line, suite);
        const title = bullet.exec(line)?.[1];
        if (suite === undefined || title === undefined || title === 'Console')
            return;
        if (title === 'Test suite failed to run')
            broken.push(toFile(suite));
        else {
            const id = `${suite}${separator}${title}`;
            failed.set(id, { id, file: toFile(suite), name: title, message: nextTelling(lines, index) });
        }
    });
    return settleCounts(lines, [...failed.values()], broken);
}
function toSuite(line, suite) {
    const start = suiteLine.exec(line)?.[1];
    if (start !== undefined)
        return /^ ?FAIL/.test(line) ? start.replace(/ +/g, ' ') : undefined;
    return suiteCounts.test(line) ? undefined : suite;
}
/** Without the name of the project. Of a path with spaces this is the end: that is what Jest matches paths with, too. */
function toFile(suite) {
    return suite.split(' ').at(-1);
}
function settleCounts(lines, failed, broken) {
    const tests = lines.filter(line => testCounts.test(line));
    const suites = lines.filter(line => suiteCounts.test(line));
    if (tests.length === 0 && failed.length === 0 && broken.length === 0)
        return readNoTests(lines);
    const isWhole = tests.length > 0 && tests.length === suites.length;
    return settle({
        runner: 'jest',
        failed,
        broken,
        ran: isWhole ? jest_console_sum(tests, 'failed') + jest_console_sum(tests, 'passed') : undefined,
        stated: isWhole ? jest_console_sum(tests, 'failed') : undefined,
        hidesMore: !isWhole || suites.some(line => / \d+ of \d+ total$/.test(line)),
    });
}
/** No file, or no name, was selected. */
function readNoTests(lines) {
    const isEmpty = lines.some(line => /^No tests found, exiting with code [01]$/.test(line));
    return isEmpty ? settle({ runner: 'jest', failed: [], ran: 0 }) : undefined;
}
function jest_console_sum(lines, word) {
    return lines.reduce((total, line) => total + countOf(line, word), 0);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/jest-json.js


/** `jest --json` and `vitest --reporter=json`, which copies it but for the count of suites that could not run. */
function readJestJson({ lines, toPath }) {
    const documents = findJsonDocuments(lines, 'testResults').filter(json => 'numTotalTests' in json);
    if (documents.length === 0)
        return undefined;
    const isJest = documents.every(json => 'numRuntimeErrorTestSuites' in json);
    const files = documents.flatMap(json => toObjects(json.testResults));
    const stated = jest_json_sum(documents, 'numFailedTests');
    return settle({
        runner: isJest ? 'jest' : 'vitest',
        failed: files.flatMap(file => jest_json_toFailed(file, toPath, isJest ? ' › ' : ' > ')),
        broken: files.filter(jest_json_isBroken).map(file => toPath(toText(file.name))),
        ran: stated + jest_json_sum(documents, 'numPassedTests'),
        stated,
        hidesMore: documents.some(json => json.wasInterrupted === true),
    });
}
function jest_json_sum(documents, key) {
    return documents.reduce((total, json) => total + toCount(json[key]), 0);
}
function jest_json_toFailed(file, toPath, separator) {
    const path = toPath(toText(file.name));
    return toObjects(file.assertionResults)
        .filter(isFailed)
        .map(test => {
        const titles = Array.isArray(test.ancestorTitles) ? test.ancestorTitles.map(toText) : [];
        const name = [...titles, toText(test.title)].join(separator);
        const messages = Array.isArray(test.failureMessages) ? test.failureMessages : [];
        return { id: `${path}${separator}${name}`, file: path, name, message: toText(messages[0]) };
    });
}
/** A file that failed although no test in it did: it could not be loaded, or a hook of a suite failed. */
function jest_json_isBroken(file) {
    return file.status === 'failed' && !toObjects(file.assertionResults).some(isFailed);
}
function isFailed(test) {
    return test.status === 'failed';
}

;// CONCATENATED MODULE: ./lib/merge/test-output/mocha-hooks.js
const hook = /(?:^| )"(?:before|after) (?:all|each)" hook\b.*$/;
/** Whether a title is that of a hook: when one fails, Mocha leaves out the rest of its suite. */
function isMochaHook(title) {
    return hook.test(title);
}
/** The name of the suite, when it is a hook that failed: a hook cannot be selected. */
function withoutHook(title) {
    return title.replace(hook, '');
}
/** The title of a hook without the test that it ran for: that is another one when tests are chosen. */
function withoutHookTarget(title) {
    return isMochaHook(title) ? title.replace(/ for ".*"$/, '') : title;
}

;// CONCATENATED MODULE: ./lib/merge/test-output/xml.js
/** Of longer texts only the beginning is kept. */
const maxTextLength = 2000;
const maxDepth = 100;
/**
 * Reads the element that begins at a place, in one pass. Only what test reports are made of: no document types, so no entities
 * but the five of XML, and nothing is ever fetched. Undefined when it is not well formed.
 */
function readXmlElement(text, start) {
    const builder = new XmlBuilder();
    let at = start;
    while (at < text.length) {
        const next = readPiece(text, at, builder);
        if (next === undefined)
            return undefined;
        if (builder.root !== undefined)
            return { root: builder.root, isWhole: true, end: next };
        at = next;
    }
    const root = builder.cut();
    return root === undefined ? undefined : { root, isWhole: false, end: text.length };
}
/** Reads up to the next tag or through it; answers with the place after that, or undefined when the text is malformed. */
function readPiece(text, at, builder) {
    if (text[at] !== '<')
        return readText(text, at, builder);
    if (text.startsWith('<!--', at))
        return after(text, '-->', at + 4);
    if (text.startsWith('<![CDATA[', at))
        return readCharacters(text, at + 9, builder);
    if (text.startsWith('<?', at))
        return after(text, '?>', at);
    if (text.startsWith('<!', at))
        return undefined;
    if (text.startsWith('</', at))
        return readEndTag(text, at, builder);
    return readStartTag(text, at, builder);
}
/** The place after a mark; the end of the text when the mark is not there any more. */
function after(text, mark, at) {
    const found = text.indexOf(mark, at);
    return found < 0 ? text.length : found + mark.length;
}
function readText(text, at, builder) {
    const found = text.indexOf('<', at);
    const end = found < 0 ? text.length : found;
    builder.addText(decode(text.slice(at, Math.min(end, at + maxTextLength))));
    return end;
}
function readCharacters(text, at, builder) {
    const end = after(text, ']]>', at);
    builder.addText(text.slice(at, Math.min(end, at + maxTextLength)).replace(/\]\]>$/, ''));
    return end;
}
function readEndTag(text, at, builder) {
    const end = text.indexOf('>', at);
    if (end < 0)
        return text.length;
    return builder.close(text.slice(at + 2, Math.min(end, at + 200)).trim()) ? end + 1 : undefined;
}
const tagName = /<([A-Za-z_][\w.:-]{0,100})/y;
const attributeStart = /\s+([A-Za-z_][\w.:-]{0,100})\s*=\s*(["'])/y;
const tagEnd = /\s*(\/?)>/y;
function readStartTag(text, start, builder) {
    const name = match(tagName, text, start);
    if (name === undefined)
        return isCutTag(text, start) ? text.length : undefined;
    const attributes = new Map();
    let at = start + name[0].length;
    for (let found = match(attributeStart, text, at); found !== undefined; found = match(attributeStart, text, at)) {
        const from = at + found[0].length;
        const to = text.indexOf(found[2], from);
        if (to < 0)
            return text.length;
        attributes.set(found[1], decode(text.slice(from, Math.min(to, from + maxTextLength))));
        at = to + 1;
    }
    const end = match(tagEnd, text, at);
    if (end === undefined)
        return isCutTag(text, at) ? text.length : undefined;
    return builder.open(name[1], attributes, end[1] === '/') ? at + end[0].length : undefined;
}
function match(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? undefined;
}
function isCutTag(text, at) {
    return text.length - at < maxTextLength && !text.includes('>', at);
}
const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
function decode(text) {
    return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined)
            return entities[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
class XmlBuilder {
    root;
    stack = [];
    /** False when elements are nested more deeply than any report nests them. */
    open(name, attributes, isEmpty) {
        this.stack.push({ name, attributes, children: [], text: '' });
        return isEmpty ? this.close(name) : this.stack.length <= maxDepth;
    }
    /** False when another element is open. */
    close(name) {
        const element = this.stack.pop();
        if (element === undefined || element.name !== name)
            return false;
        const parent = this.stack.at(-1);
        if (parent === undefined)
            this.root = element;
        else
            parent.children.push(element);
        return true;
    }
    addText(text) {
        const element = this.stack.at(-1);
        if (element !== undefined && element.text.length < maxTextLength)
            element.text += text;
    }
    /** Closes everything. */
    cut() {
        for (let last = this.stack.at(-1); last !== undefined; last = this.stack.at(-1))
            this.close(last.name);
        return this.root;
    }
}

;// CONCATENATED MODULE: ./lib/merge/test-output/junit.js




/** JUnit XML as many runners write it, also amid other output. */
function readJunit({ text, toPath }) {
    const documents = findDocuments(text);
    if (documents === undefined)
        return { kind: 'doubtful', runner: 'junit' };
    if (documents.length === 0)
        return undefined;
    const cases = documents.flatMap(({ root }) => listCases(root, []));
    const failed = cases.filter(junit_isFailed);
    return settle({
        runner: 'junit',
        failed: failed.filter(one => !junit_isBroken(one)).map(one => junit_toFailed(one, toPath)),
        broken: failed.filter(junit_isBroken).map(one => toPath(junit_toPlace(one))),
        ran: cases.filter(one => !has(one, 'skipped') && !(junit_isFailed(one) && junit_isBroken(one))).length,
        hidesMore: documents.some(document => !document.isWhole) ||
            failed.some(one => isMochaHook(toAttribute(one.element, 'name'))),
    });
}
/** At the beginning of a line, or right after the XML declaration. */
const opening = /(?:^|\?>)[ \t]*(?=<testsuites?[\s>])/gm;
/** Undefined when one of them is malformed. */
function findDocuments(text) {
    const documents = [];
    let end = 0;
    for (const found of text.matchAll(opening)) {
        const start = found.index + found[0].length;
        if (start < end)
            continue;
        const document = readXmlElement(text, start);
        if (document === undefined)
            return undefined;
        documents.push(document);
        end = document.end;
    }
    return documents;
}
function listCases(element, suites) {
    if (element.name === 'testcase')
        return [{ suites, element }];
    const name = element.name === 'testsuite' ? element.attributes.get('name') : undefined;
    const path = name === undefined ? suites : [...suites, name];
    return element.children.flatMap(child => listCases(child, path));
}
function has({ element }, name) {
    return element.children.some(child => child.name === name);
}
function junit_isFailed(one) {
    return has(one, 'failure') || has(one, 'error');
}
/** Each runner has its own way to say that a file, class or package could not be loaded or built. */
function junit_isBroken({ element }) {
    const name = toAttribute(element, 'name');
    const kind = element.children.find(child => child.name === 'error' || child.name === 'failure');
    return (name === '' ||
        name === 'initializationError' ||
        /^\[(?:build|setup) failed\]$/.test(name) ||
        isSourceFile(name) ||
        toAttribute(element, 'classname') === 'Test suite failed to run' ||
        (kind !== undefined && toAttribute(kind, 'message') === 'collection failure'));
}
function toAttribute(element, name) {
    return toPlain(element.attributes.get(name) ?? '').trim();
}
/** What could not be loaded. */
function junit_toPlace({ element, suites }) {
    const name = toAttribute(element, 'name');
    if (isSourceFile(name) || toAttribute(element, 'classname') === '')
        return name || (suites.at(-1) ?? '');
    const isNamed = !['', 'initializationError'].includes(name) && !name.startsWith('[');
    return isNamed ? name : toAttribute(element, 'classname');
}
function junit_toFailed({ element, suites }, toPath) {
    const name = toAttribute(element, 'name');
    const className = toAttribute(element, 'classname');
    const file = junit_toFile(element, className);
    const path = [...suites, ...(className === name ? [] : [className]), name]
        .filter(part => part !== '')
        .map(toPath);
    return {
        id: path.filter((part, index) => part !== path[index - 1]).join(' › '),
        file: file === undefined ? null : toPath(file),
        name,
        message: toFailureMessage(element),
    };
}
function junit_toFile(element, className) {
    return element.attributes.get('file') ?? (isSourceFile(className) ? className : undefined);
}
function toFailureMessage(element) {
    const failure = element.children.find(child => child.name === 'failure' || child.name === 'error');
    return failure?.attributes.get('message') ?? failure?.text ?? null;
}

;// CONCATENATED MODULE: ./lib/merge/test-output/mocha-console.js


const passing = /^ {2}(\d+) passing \(\d+m?s\)$|^ {2}(\d+) passing \(\d+[smh]\)$/;
const failing = /^ {2}(\d+) failing$/;
const numbered = /^ {2}(\d+)\) (.*\S)$/;
/** What Mocha's spec and dot reporters end with: counts, then a numbered list with the titles, one deeper than the other. */
function readMochaConsole({ lines, toPath }) {
    const starts = lines.flatMap((line, index) => (passing.test(line) ? [index] : []));
    if (starts.length === 0)
        return readCrash(lines, toPath);
    const sections = starts.map((start, at) => mocha_console_readSection(lines.slice(start, starts[at + 1])));
    const failures = sections.flatMap(section => section.failures);
    const rootHooks = failures.filter(failure => toSelectable(failure) === '');
    const stated = sections.reduce((sum, section) => sum + section.stated, 0);
    return settle({
        runner: 'mocha',
        failed: failures.filter(failure => !rootHooks.includes(failure)).map(mocha_console_toFailed),
        broken: rootHooks.map(mocha_console_toId),
        ran: sections.reduce((sum, section) => sum + section.passing, stated),
        stated: stated - rootHooks.length,
        hidesMore: failures.some(failure => isMochaHook(failure.titles.at(-1) ?? '')),
    });
}
function mocha_console_readSection(lines) {
    const counts = passing.exec(lines[0] ?? '');
    const start = lines.findIndex(line => failing.test(line));
    return {
        passing: Number(counts?.[1] ?? counts?.[2] ?? 0),
        stated: Number(failing.exec(lines[start] ?? '')?.[1] ?? 0),
        failures: start < 0 ? [] : readList(lines.slice(start)),
    };
}
/** The list counts up from 1: what has another number was printed by somebody else. */
function readList(lines) {
    const failures = [];
    lines.forEach((line, index) => {
        const match = numbered.exec(line);
        if (match?.[1] !== String(failures.length + 1))
            return;
        const failure = readTitles(lines, index, match[2]);
        if (failure !== undefined)
            failures.push(failure);
    });
    return failures;
}
/** The titles of the suites and of the test, each two columns deeper; the last one ends with a colon. */
function readTitles(lines, start, first) {
    const titles = [first];
    let at = start + 1;
    for (let indent = 7; isTitle(lines[at], indent); indent += 2, at++)
        titles.push(lines[at].trim());
    const last = titles.pop();
    if (!last.endsWith(':'))
        return undefined;
    const message = lines.slice(at, at + 3).find(line => line.trim() !== '') ?? null;
    return { titles: [...titles, last.slice(0, -1)], message };
}
function isTitle(line, indent) {
    return line?.slice(0, indent).trim() === '' && /\S/.test(line.charAt(indent));
}
function mocha_console_toFailed(failure) {
    return {
        id: mocha_console_toId(failure),
        file: null,
        name: toSelectable(failure),
        message: failure.message,
    };
}
function mocha_console_toId({ titles }) {
    return withoutHookTarget(titles.join(' '));
}
function toSelectable({ titles }) {
    return withoutHook(titles.join(' '));
}
/** Mocha loads every file before the first test: one that cannot be loaded stops it all. */
function readCrash(lines, toPath) {
    const start = lines.findIndex(line => line.startsWith(' Exception during run:'));
    if (start < 0)
        return undefined;
    const paths = lines
        .slice(start, start + 50)
        .flatMap(line => /^- (.+)$|\((.+?):\d+:\d+\)$/.exec(line)?.slice(1) ?? []);
    const file = paths.find(path => path !== undefined && isSourceFile(path) && !path.includes('node_modules'));
    return settle({ runner: 'mocha', failed: [], broken: [file === undefined ? 'mocha' : toPath(file)] });
}

;// CONCATENATED MODULE: ./lib/merge/test-output/mocha-json.js



/** `mocha --reporter json`. */
function readMochaJson({ lines, toPath }) {
    const json = findJsonDocuments(lines, 'stats').find(document => 'failures' in document);
    if (json === undefined)
        return undefined;
    const stats = toObject(json.stats);
    const failures = toObjects(json.failures);
    const rootHooks = failures.filter(failure => mocha_json_toSelectable(failure) === '');
    return settle({
        runner: 'mocha',
        failed: failures
            .filter(failure => !rootHooks.includes(failure))
            .map(failure => mocha_json_toFailed(failure, toPath)),
        broken: rootHooks.map(failure => toText(failure.fullTitle)),
        ran: toCount(stats.passes) + toCount(stats.failures),
        stated: toCount(stats.failures) - rootHooks.length,
        hidesMore: failures.some(failure => isMochaHook(toText(failure.title))),
    });
}
function mocha_json_toFailed(failure, toPath) {
    const file = toText(failure.file) === '' ? null : toPath(toText(failure.file));
    const title = withoutHookTarget(toText(failure.fullTitle));
    return {
        id: file === null ? title : `${file} ${title}`,
        file,
        name: mocha_json_toSelectable(failure),
        message: toText(toObject(failure.err).message),
    };
}
function mocha_json_toSelectable(failure) {
    return withoutHook(toText(failure.fullTitle));
}

;// CONCATENATED MODULE: ./lib/merge/test-output/node-spec.js

const header = '✖ failing tests:';
const place = /^test at (.+):\d+:\d+$/;
const node_spec_failLine = /^✖ (.*?)(?: \([\d.]+ms\))?$/;
const count = /^ℹ (?:tests|pass|fail|cancelled|suites) \d+$/;
/** The spec reporter of node:test: counts, then `test at <file>:<line>:<column>` and `✖ <name>` for each failure. */
function readNodeSpec({ lines, toPath }) {
    const counts = lines.filter(line => count.test(line)).map(line => line.slice(2));
    if (counts.length === 0)
        return undefined;
    const failures = readFailures(lines, toPath);
    const broken = failures.filter(isFile).map(failure => failure.file);
    const stated = node_spec_sum(counts, 'fail') + node_spec_sum(counts, 'cancelled');
    return settle({
        runner: 'node',
        failed: failures.filter(failure => !isFile(failure)),
        broken,
        ran: node_spec_sum(counts, 'pass') + stated,
        hidesMore: stated > 0 && failures.length === 0,
        ...(failures.length === 0 ? { stated } : {}),
    });
}
function node_spec_sum(counts, word) {
    return counts
        .map(line => line.split(' ').reverse().join(' '))
        .reduce((total, line) => total + countOf(line, word), 0);
}
function readFailures(lines, toPath) {
    const start = lines.indexOf(header);
    if (start < 0)
        return [];
    return lines.flatMap((line, index) => {
        const path = index > start ? place.exec(line)?.[1] : undefined;
        const name = node_spec_failLine.exec(lines[index + 1] ?? '')?.[1];
        if (path === undefined || name === undefined)
            return [];
        const file = toPath(path);
        return [
            { id: `${file} › ${toPath(name)}`, file, name: toPath(name), message: nextTelling(lines, index + 1) },
        ];
    });
}
/** A file that ended badly is a test with the name of the file. */
function isFile({ name, file }) {
    return name === file || name.endsWith(`/${file}`);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/phpunit.js

const section = /^There (?:was|were) (\d{1,9}) (error|failure|\w+)s?:$/;
const entry = /^\d+\) ([\w\\]+::\w+(?: with data set (?:#\d+|".*?"))?)(?: \(.*\))?$/;
const redCounts = /^Tests: (\d{1,9}), Assertions: \d+.*\.$/;
const greenCounts = /^OK \((\d{1,9}) tests?, \d+ assertions?\)$/;
/** PHPUnit: `There were n failures:` and `There was 1 error:` with numbered lists, then the counts. */
function readPhpunit({ lines }) {
    if (!lines.some(line => line.startsWith('PHPUnit ')))
        return undefined;
    const counts = lines.filter(line => redCounts.test(line) || greenCounts.test(line));
    if (counts.length === 0)
        return undefined;
    return settle({
        runner: 'phpunit',
        failed: phpunit_readSections(lines),
        ran: counts.reduce((sum, line) => sum + Number((redCounts.exec(line) ?? greenCounts.exec(line))?.[1]), 0),
        stated: counts.reduce((sum, line) => sum + countFailures(line), 0),
    });
}
/** Warnings, risky and skipped tests have sections of their own: those do not count. */
function phpunit_readSections(lines) {
    let kind;
    return lines.flatMap((line, index) => {
        kind = section.exec(line)?.[2] ?? kind;
        const name = entry.exec(line)?.[1];
        if (name === undefined || (kind !== 'error' && kind !== 'failure'))
            return [];
        return [{ id: name, file: null, name, message: nextTelling(lines, index) }];
    });
}
function countFailures(line) {
    const counts = [...line.matchAll(/\b(?:Errors|Failures): (\d{1,9})/g)];
    return counts.reduce((sum, match) => sum + Number(match[1]), 0);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/pytest.js

const pytest_header = /^=* ?short test summary info ?=*$/;
const pytest_entry = /^(?:(?:SUB)?FAILED|SUBFAIL|ERROR)(?:[([].*?[)\]])* (\S.*)$/;
const lastLine = /^=* ?\d+ (?:failed|passed|skipped|deselected|xfailed|xpassed|errors?|warnings?|rerun|subtests)\b.* in \d[\d.]*s\b.*$/;
const title = /^_{2,} (?:ERROR at (?:setup|teardown) of )?(\S.*?) _{2,}$/;
const stop = /^!+ .* !+$/;
const conftest = /^ImportError while loading conftest '(.+)'\.$/;
/** Pytest's console output, also with `-q`: the short summary (`FAILED <id> - <message>`) and the counts of the last line. */
function readPytest({ lines, toPath }) {
    const end = lines.findLastIndex(line => lastLine.test(line));
    const start = lines.slice(0, end < 0 ? undefined : end).findLastIndex(line => pytest_header.test(line));
    if (start < 0 && end < 0)
        return pytest_readNoTests(lines) ?? readConftest(lines, toPath);
    const titles = new Set(lines.flatMap(line => title.exec(line)?.[1] ?? []));
    const entries = start < 0 ? [] : pytest_readSummary(lines.slice(start + 1, end < 0 ? undefined : end), titles);
    const broken = entries.filter(({ id }) => !id.includes('::')).map(({ id }) => id);
    const counts = lines[end] ?? '';
    const stated = countOf(counts, 'failed') + countOf(counts, 'errors?');
    return settle({
        runner: 'pytest',
        failed: entries.filter(({ id }) => id.includes('::')).map(pytest_toFailed),
        broken,
        ran: end < 0 ? undefined : stated - broken.length + countOf(counts, 'passed'),
        stated: end < 0 ? undefined : stated - broken.length,
        hidesMore: end < 0 || lines.slice(0, end).some(line => stop.test(line)),
    });
}
function pytest_readSummary(lines, titles) {
    return lines.flatMap(line => {
        const text = pytest_entry.exec(line)?.[1];
        return text === undefined ? [] : (splitEntry(text, titles) ?? []);
    });
}
/**
 * Splits `<id> - <message>`. Parameters in an id may contain ` - ` too: then the titles of the failures tell where it ends.
 * An entry that stays ambiguous is left out.
 */
function splitEntry(text, titles) {
    const candidates = [...toCuts(text)].filter(({ id }) => !id.includes('[') || id.endsWith(']'));
    if (candidates.length === 1)
        return candidates[0];
    return candidates.find(({ id }) => titles.has(toTitle(id)));
}
function* toCuts(text) {
    for (let at = text.indexOf(' - '); at >= 0; at = text.indexOf(' - ', at + 1)) {
        const id = text.slice(0, at);
        yield { id, message: text.slice(at + 3) };
        if (!id.includes('['))
            return;
    }
    yield { id: text, message: null };
}
/** `tests/a.py::TestCart::test_b[x]` has the title `TestCart.test_b[x]`. */
function toTitle(id) {
    const [name = '', ...parameters] = id.split('[');
    return [name.split('::').slice(1).join('.'), ...parameters].join('[');
}
function pytest_toFailed({ id, message }) {
    const at = id.indexOf('::');
    return { id, file: id.slice(0, at), name: id.slice(at + 2), message };
}
/** One selected test that is not there keeps all the others from running. */
function pytest_readNoTests(lines) {
    if (!lines.some(line => /^=* ?no tests ran in [\d.]+s ?=*$/.test(line)))
        return undefined;
    const hidesMore = lines.some(line => /^ERROR: /.test(line));
    return settle({ runner: 'pytest', failed: [], ran: 0, hidesMore });
}
function readConftest(lines, toPath) {
    const broken = lines.flatMap(line => conftest.exec(line)?.[1] ?? []).map(toPath);
    return broken.length === 0 ? undefined : settle({ runner: 'pytest', failed: [], broken });
}

;// CONCATENATED MODULE: ./lib/merge/test-output/rspec.js

const rspec_failLine = /^rspec '?(\.?\/?[^\s':[\]]+)(?::\d+|\[[\d:]+\])'? # (.*\S) *$/;
const counts = /^\d+ examples?, \d+ failures?(?:, .*)?$/;
const broken = /^An error occurred while loading (\S+)\.$/;
/** RSpec: the counts, then `Failed examples:` with a line each. */
function readRspec({ lines, toPath }) {
    const at = lines.findLastIndex(line => counts.test(line));
    if (at < 0)
        return undefined;
    const line = lines[at];
    const start = lines.indexOf('Failed examples:', at);
    return settle({
        runner: 'rspec',
        failed: start < 0 ? [] : readExamples(lines, start, toPath),
        broken: lines.flatMap(text => broken.exec(text)?.[1] ?? []).map(toPath),
        ran: countOf(line, 'examples?') - countOf(line, 'pending'),
        stated: countOf(line, 'failures?'),
        hidesMore: line.includes('outside of examples'),
    });
}
function readExamples(lines, start, toPath) {
    const details = rspec_indexDetails(lines.slice(0, start));
    return lines.slice(start + 1).flatMap(line => {
        const [, path, name] = rspec_failLine.exec(line) ?? [];
        if (path === undefined || name === undefined)
            return [];
        const message = rspec_findMessage(lines, details.get(name));
        return [{ id: `${toPath(path)} ${name}`, file: toPath(path), name, message }];
    });
}
/** Where the details of each failure begin: `  1) <name>`. */
function rspec_indexDetails(lines) {
    return new Map(lines.flatMap((line, index) => {
        const name = /^ {2}\d+\) (.+)$/.exec(line)?.[1];
        return name === undefined ? [] : [[name, index]];
    }));
}
/** The second line of the details; the first one only repeats the code. */
function rspec_findMessage(lines, start) {
    if (start === undefined)
        return null;
    const texts = lines.slice(start + 1, start + 10).filter(line => /^ {5,}[^\s#]/.test(line));
    return texts[1] ?? texts[0] ?? null;
}

;// CONCATENATED MODULE: ./lib/merge/test-output/tap-lines.js
const point = /^( *)(not )?ok\b(?: +\d{1,9})?(?: +-)?(?: +(.*))?$/;
const plan = /^( *)1\.\.(\d{1,9})(?: *#.*)?$/;
const directive = /^(.*?) +# *(SKIP|TODO|time)\b[^{]*(\{)?$/i;
function readTapLines(lines) {
    const entries = [];
    for (let at = 0; at < lines.length; at++) {
        const line = lines[at];
        const match = point.exec(line);
        if (match === null) {
            const entry = readOther(line);
            if (entry !== undefined)
                entries.push(entry);
            continue;
        }
        const block = readBlock(lines, at + 1);
        entries.push(toPoint(match, block.details));
        at = block.end - 1;
    }
    return entries;
}
function readOther(line) {
    if (/^TAP version 1[34]$/.test(line))
        return { kind: 'version' };
    if (/^Bail out!/.test(line))
        return { kind: 'bail-out' };
    if (/^ *\}$/.test(line))
        return { kind: 'close' };
    const match = plan.exec(line);
    return match === null
        ? undefined
        : { kind: 'plan', depth: toDepth(match[1]), count: Number(match[2]) };
}
function toPoint(match, details) {
    const [, indent = '', not, text = ''] = match;
    const [, title = text.replace(/ *\{$/, ''), word = '', brace] = directive.exec(text) ?? [];
    return {
        kind: 'point',
        depth: toDepth(indent),
        isOk: not === undefined,
        title: title.trim().replace(/\\([#\\])/g, '$1'),
        isExcused: /^(skip|todo)$/i.test(word),
        opens: brace !== undefined || text.endsWith(' {'),
        details,
    };
}
function toDepth(indent) {
    return Math.floor(indent.length / 4);
}
const detail = /^ *(message|error|at|file|location|failureType): *(?:\|-?|>-?|["']?(.*?)["']?)$/;
const maxBlockLines = 300;
/** The block between `---` and `...` that may follow a point. A block without end is none. */
function readBlock(lines, start) {
    const details = new Map();
    const indent = /^( +)---$/.exec(lines[start] ?? '')?.[1];
    if (indent === undefined)
        return { end: start, details };
    const length = lines.slice(start, start + maxBlockLines).indexOf(`${indent}...`);
    if (length < 0)
        return { end: start, details };
    const end = start + length;
    for (let at = start + 1; at < end; at++) {
        const [, key, value] = detail.exec(lines[at]) ?? [];
        if (key !== undefined && !details.has(key))
            details.set(key, value ?? (lines[at + 1] ?? '').trim());
    }
    return { end: end + 1, details };
}

;// CONCATENATED MODULE: ./lib/merge/test-output/tap.js



/** TAP 13 and 14 with subtests, indented (node:test, tape, tap) or in braces (Vitest). Without a plan it is not believed. */
function readTap({ lines, toPath }) {
    const entries = readTapLines(lines);
    const planned = sumPlans(entries);
    if (planned === undefined)
        return undefined;
    const points = entries.filter(isPoint);
    const reached = points.filter(point => point.depth === 0).length;
    const leaves = toLeaves(entries);
    const failures = leaves.filter(leaf => !leaf.point.isOk && !leaf.point.isExcused);
    return settle({
        runner: points.some(point => point.details.has('failureType')) ? 'node' : 'tap',
        failed: failures.filter(leaf => !tap_isFile(leaf)).map(leaf => tap_toFailed(leaf, toPath)),
        broken: failures.filter(tap_isFile).map(leaf => toPath(leaf.point.title)),
        ran: leaves.filter(leaf => !leaf.point.isExcused).length,
        isDoubtful: reached > planned,
        hidesMore: reached < planned ||
            entries.some(entry => entry.kind === 'bail-out') ||
            failures.some(leaf => isMochaHook(leaf.point.title)),
    });
}
function isPoint(entry) {
    return entry.kind === 'point';
}
function sumPlans(entries) {
    const plans = entries.flatMap(entry => (entry.kind === 'plan' && entry.depth === 0 ? [entry.count] : []));
    return plans.length === 0 ? undefined : plans.reduce((sum, count) => sum + count, 0);
}
/** The points without subtests, and those that failed although no subtest did. */
function toLeaves(entries) {
    const tree = new TapTree();
    for (const entry of entries) {
        if (entry.kind === 'close')
            tree.close();
        else if (isPoint(entry))
            tree.add(entry);
    }
    return tree.leaves();
}
/** Puts the points under their parents: a parent in braces comes before its subtests, any other after them. */
class TapTree {
    /** Leaves that wait for their parent, by depth. */
    waiting = [[]];
    open = [];
    add(point) {
        const depth = point.opens ? this.open.length : point.depth;
        if (point.opens)
            this.open.push(point);
        else
            this.place({ ...point, depth });
    }
    close() {
        const parent = this.open.pop();
        if (parent !== undefined)
            this.place({ ...parent, depth: this.open.length });
    }
    leaves() {
        while (this.open.length > 0)
            this.close(); // the output was cut
        return this.waiting.flat();
    }
    place(point) {
        const below = this.waiting.splice(point.depth + 1).flat();
        while (this.waiting.length <= point.depth)
            this.waiting.push([]);
        const level = this.waiting[point.depth];
        for (const leaf of below)
            level.push({ ...leaf, titles: [point.title, ...leaf.titles] });
        const isExplained = below.some(leaf => !leaf.point.isOk && !leaf.point.isExcused);
        if (below.length === 0 || (!point.isOk && !isExplained))
            level.push({ titles: [point.title], point });
    }
}
/** Runners of several files give one that could not be loaded as a test without subtests. */
function tap_isFile({ titles, point }) {
    return titles.length === 1 && isSourceFile(point.title);
}
function tap_toFailed({ titles, point }, toPath) {
    const [first = '', ...rest] = titles;
    const place = point.details.get('location') ?? point.details.get('file');
    const isUnderFile = isSourceFile(first) && rest.length > 0;
    const path = isUnderFile ? first : place?.replace(/(:\d+)+$/, '');
    const file = path === undefined ? null : toPath(path);
    const names = isUnderFile ? rest : titles;
    return {
        id: [...(file === null ? [] : [file]), ...names].join(' › '),
        file,
        name: names.at(-1),
        message: point.details.get('message') ?? point.details.get('error') ?? null,
    };
}

;// CONCATENATED MODULE: ./lib/merge/test-output/test-output.js
/** Joins what several runners, or several report files, say. */
function joinTestOutputs(outputs) {
    const tests = outputs.flatMap(output => output.failed);
    const counts = outputs.map(output => output.ran);
    return {
        failed: [...new Map(tests.map(test => [`${test.runner} ${test.id}`, test])).values()],
        broken: [...new Set(outputs.flatMap(output => output.broken))],
        ran: counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0),
        isComplete: outputs.every(output => output.isComplete),
    };
}

;// CONCATENATED MODULE: ./lib/merge/test-output/typescript.js

const compileError = /^([^\s(:][^(:]*\.[cm]?tsx?)(?:\(\d+,\d+\): |:\d+:\d+ - )error TS\d+: /;
/** The TypeScript compiler, run before the tests or by a loader: nothing that needs these files ran. */
function readTypescript({ lines, toPath }) {
    const broken = lines.flatMap(line => compileError.exec(line)?.[1] ?? []).map(toPath);
    return broken.length === 0 ? undefined : settle({ runner: 'typescript', failed: [], broken });
}

;// CONCATENATED MODULE: ./lib/merge/test-output/unittest.js

const rule = '='.repeat(70);
const unittest_failLine = /^(?:FAIL|ERROR): (\w+) \(([\w.<>]+)\)/;
const runLine = /^Ran (\d{1,9}) tests? in [\d.]+s$/;
const endLine = /^(?:OK|FAILED|NO TESTS RAN)(?: \((.*)\))?$/;
const unittest_hook = /^(?:setUp|tearDown)(?:Class|Module)$/;
/** Python's unittest, also as Django runs it: a ruled block a failure, `Ran n tests`, `FAILED (failures=a, errors=b)`. */
function readUnittest({ lines }) {
    const runs = lines.flatMap((line, index) => (runLine.test(line) ? [index] : []));
    if (runs.length === 0)
        return undefined;
    const ends = runs.map(index => lines.slice(index + 1, index + 4).find(line => endLine.test(line)));
    const entries = lines.flatMap((line, index) => (line === rule ? (readEntry(lines, index + 1) ?? []) : []));
    const broken = entries.filter(entry => entry.kind === 'broken').map(entry => entry.test.name);
    return settle({
        runner: 'unittest',
        failed: entries.filter(entry => entry.kind !== 'broken').map(entry => entry.test),
        broken,
        ran: runs.reduce((sum, index) => sum + Number(runLine.exec(lines[index])?.[1]), -broken.length),
        stated: ends.reduce((sum, end) => sum + unittest_countFailures(end ?? ''), -broken.length),
        hidesMore: ends.includes(undefined) || entries.some(entry => entry.kind === 'hook'),
    });
}
function readEntry(lines, index) {
    const [, name, place] = unittest_failLine.exec(lines[index] ?? '') ?? [];
    if (name === undefined || place === undefined)
        return undefined;
    const message = unittest_findMessage(lines, index + 1);
    if (place.includes('_FailedTest'))
        return { kind: 'broken', test: { id: name, file: null, name, message } };
    if (unittest_hook.test(name))
        return { kind: 'hook', test: { id: place, file: null, name: place, message } };
    // Python 3.11 and later repeat the name of the test in the brackets.
    const id = place.endsWith(`.${name}`) ? place : `${place}.${name}`;
    return { kind: 'test', test: { id, file: null, name: id, message } };
}
/** The last line of the first traceback: the only one at the margin after it. */
function unittest_findMessage(lines, start) {
    const block = lines.slice(start, start + 200);
    const trace = block.findIndex(line => line.startsWith('Traceback (most recent call last)'));
    return block.slice(trace + 1).find(line => /^\w[\w.]*(?::|$)/.test(line)) ?? null;
}
function unittest_countFailures(end) {
    const counts = [...end.matchAll(/\b(?:failures|errors|unexpected successes)=(\d{1,9})/g)];
    return counts.reduce((sum, match) => sum + Number(match[1]), 0);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/vitest-console.js

const vitest_console_header = /^⎯{2,} Failed (?:Suites|Tests) (\d+) ⎯{2,}$/;
const vitest_console_failLine = /^ FAIL {2,}(\S.*)$/;
const brokenSuite = /^(.*?) \[ .* \]$/;
const vitest_console_testCounts = /^ +Tests {2}(?:\d+ |no tests)/;
const errorCounts = /^ +Errors {2}\d/;
const vitest_console_separator = ' > ';
/** Vitest's console reporters: under `Failed Suites n` and `Failed Tests n` a line ` FAIL  <project> <file> > <describe> > <test>` each. */
function readVitestConsole({ lines }) {
    const start = lines.findIndex(line => vitest_console_header.test(line));
    const counts = lines.filter(line => vitest_console_testCounts.test(line));
    if (start < 0 && counts.length === 0)
        return vitest_console_readNoTests(lines);
    const found = start < 0 ? [] : findFailures(lines, start);
    const failed = found.flatMap(failure => (failure.kind === 'failed' ? [failure.test] : []));
    const broken = found.flatMap(failure => (failure.kind === 'broken' ? [failure.file] : []));
    return settle({
        runner: 'vitest',
        failed,
        broken,
        ran: counts.length === 0 ? undefined : vitest_console_sum(counts, 'failed') + vitest_console_sum(counts, 'passed'),
        stated: start < 0 ? vitest_console_sum(counts, 'failed') : vitest_console_countFailures(lines) - broken.length,
        hidesMore: hidesMore(lines) || counts.length === 0 || failed.length > vitest_console_sum(counts, 'failed'),
    });
}
/** No file was selected. */
function vitest_console_readNoTests(lines) {
    const isEmpty = lines.some(line => /^No test files found, exiting with code [01]$/.test(line.trim()));
    return isEmpty ? settle({ runner: 'vitest', failed: [], ran: 0 }) : undefined;
}
function findFailures(lines, start) {
    return lines.flatMap((line, index) => {
        const title = index > start ? vitest_console_failLine.exec(line)?.[1] : undefined;
        return title === undefined ? [] : [toFailure(title, toFirstError(lines, index))];
    });
}
function toFailure(title, message) {
    const whole = brokenSuite.exec(title)?.[1];
    const at = title.indexOf(vitest_console_separator);
    if (whole !== undefined && !whole.includes(vitest_console_separator))
        return { kind: 'broken', file: vitest_console_toFile(whole) };
    if (at < 0)
        return { kind: 'broken', file: vitest_console_toFile(title) };
    const suite = title.slice(0, at).replace(/ +/g, ' ');
    const name = title.slice(at + vitest_console_separator.length);
    return {
        kind: 'failed',
        test: { id: `${suite}${vitest_console_separator}${name}`, file: vitest_console_toFile(suite), name, message },
    };
}
/** Without the name of the project in front. */
function vitest_console_toFile(suite) {
    return suite.trim().split(' ').at(-1);
}
/** Several tests that fail in the same way share what follows the last of them. */
function toFirstError(lines, index) {
    let last = index;
    while (last < index + 100 && vitest_console_failLine.test(lines[last + 1] ?? ''))
        last++;
    return nextTelling(lines, last);
}
function vitest_console_countFailures(lines) {
    return lines.reduce((total, line) => total + Number(vitest_console_header.exec(line)?.[1] ?? 0), 0);
}
function hidesMore(lines) {
    return lines.some(line => errorCounts.test(line));
}
function vitest_console_sum(lines, word) {
    return lines.reduce((total, line) => total + countOf(line, word), 0);
}

;// CONCATENATED MODULE: ./lib/merge/test-output/read-test-output.js


















/** Formats made for programs. */
const reportReaders = [
    readJunit,
    readJestJson,
    readMochaJson,
    readGoJson,
    readCargo,
    readTap,
];
/** What runners print for people. */
const consoleReaders = [
    readJestConsole,
    readVitestConsole,
    readMochaConsole,
    readNodeSpec,
    readPytest,
    readUnittest,
    readGoConsole,
    readRspec,
    readPhpunit,
    readTypescript,
];
/**
 * What the output of a test command, stdout and stderr together, says about its tests; undefined when no runner is surely
 * recognised. A command that failed without a failed test or a broken file in it failed for another reason.
 * @param root The absolute path of the folder that the command ran in.
 */
function readTestOutput(text, root) {
    return read(toOutputText(text, root), [...reportReaders, ...consoleReaders]);
}
/** The same for a report file. Its format is told by its content. */
function readTestReport(text, root) {
    return read(toOutputText(text, root), reportReaders);
}
/** Several runners may have run. One that printed for programs and for people at once is taken at its word for programs. */
function read(output, readers) {
    const readings = new Map();
    for (const reader of readers) {
        const reading = reader(output);
        if (reading !== undefined && readings.get(reading.runner)?.kind !== 'read')
            readings.set(reading.runner, reading);
    }
    const outputs = [...readings.values()].flatMap(reading => (reading.kind === 'read' ? [reading.output] : []));
    if (outputs.length === 0)
        return undefined;
    const joined = joinTestOutputs(outputs);
    return outputs.length === readings.size && !output.isCut ? joined : { ...joined, isComplete: false };
}

;// CONCATENATED MODULE: ./lib/commands/integrate/test-slot.js












/** What tests failed and why is looked for in this much of the output. */
const tailBytes = 1 << 23;
const mostReportBytes = 1 << 26;
/** A worktree in which trees are tested, one after another: what setup installed for one is there for the next. */
class TestSlot {
    /** Where its output goes, and the name of its worktree. */
    name;
    context;
    harness;
    worktree;
    /** Where the output of the last command begins in the log. */
    offset = 0;
    /** @param harness Sees the objects of the trees that are tested. */
    constructor(context, harness, name) {
        this.context = context;
        this.harness = harness;
        this.name = name;
    }
    /** @param commands What to run instead of the whole test. */
    async test(tip, commands) {
        const { setup, test = 'true' } = this.context.plan.integration;
        const directory = await this.checkOut(tip);
        if (setup !== undefined) {
            const verdict = await this.run('setup', setup, directory);
            if (verdict.kind !== 'passed')
                return verdict;
        }
        if (commands === undefined)
            return this.run('test', test, directory);
        const verdicts = [];
        for (const command of commands) {
            const verdict = await this.run('test', command, directory);
            verdicts.push(verdict.kind === 'passed' && (await this.hasRunNothing(directory)) ? nothingRan : verdict);
        }
        return joinVerdicts(verdicts);
    }
    async close() {
        if (this.worktree !== undefined)
            await removeTaskFolders(this.context, this.name);
    }
    async run(title, script, directory) {
        const { timeoutMinutes } = this.context.plan.integration;
        const reportPath = this.toReportPath(directory);
        if (title === 'test' && reportPath !== undefined)
            await (0,promises_.rm)(reportPath, { force: true, recursive: true });
        const logPath = this.context.paths.log(this.name);
        this.offset = (await (0,promises_.stat)(logPath).catch(() => undefined))?.size ?? 0;
        const env = toCommandEnvironment(this.context);
        const end = await runScript(this.context, { script, directory, env, logPath, title, timeoutMinutes });
        if (end.kind === 'stopped')
            return end;
        if (end.kind === 'exited' && end.code === 0)
            return { kind: 'passed' };
        const lines = this.readLines();
        const output = title === 'setup' ? undefined : await this.tryReadOutput(directory, lines);
        const what = title === 'setup' ? 'integration.setup' : 'the integration test';
        return toFailedVerdict(output, title, test_slot_toReason(what, end, timeoutMinutes, lines));
    }
    /** A name that selects no test makes most runners pass. */
    async hasRunNothing(directory) {
        return (await this.tryReadOutput(directory, this.readLines()))?.ran === 0;
    }
    /** What the last command printed. */
    readLines() {
        return readTail(this.context.paths.log(this.name), this.offset, tailBytes).slice(1);
    }
    async tryReadOutput(directory, lines) {
        const report = await tryReadReport(this.toReportPath(directory), directory);
        return report ?? readTestOutput(lines.join('\n'), directory);
    }
    toReportPath(directory) {
        const { report } = this.context.plan.integration;
        return report === undefined ? undefined : (0,external_node_path_.join)(directory, report);
    }
    /** The first tree is checked out anew, later ones in its place. */
    async checkOut(tip) {
        const { paths, store, visibleRefs } = this.context;
        if (this.worktree !== undefined) {
            await restoreWorktree(this.harness, this.worktree, tip.tree);
            return this.worktree.path;
        }
        this.worktree = await createWorktree(this.harness, {
            path: paths.worktree(this.name),
            stateFolder: paths.task(this.name).worktreeState,
            commit: tip.commit,
            branch: (0,run_refs/* toBranchName */.H_)(store.refs.integration),
            packedRefs: visibleRefs,
        });
        return this.worktree.path;
    }
}
/** What does not tell about the tests that it was to run: everything has to be run instead. */
const nothingRan = {
    kind: 'failed',
    failed: null,
    isBroken: false,
    stage: 'test',
    reason: 'the chosen tests were not found',
};
async function tryReadReport(path, root) {
    const text = path === undefined ? undefined : await tryReadPlainFile(path, mostReportBytes);
    return text === undefined ? undefined : readTestReport(text, root);
}
function test_slot_toReason(what, end, minutes, lines) {
    const said = lines.length === 0 ? '' : `: ${toTellingLine(lines)}`;
    return `${what} ${toEndText(end, minutes)}${said}`;
}
/** A failure that names no test, or that may hide others, is only known by its exit code. */
function toFailedVerdict(output, stage, reason) {
    if (output === undefined || (output.failed.length === 0 && output.broken.length === 0))
        return { kind: 'failed', failed: null, isBroken: false, stage, reason };
    const [first] = output.failed;
    const broken = output.broken.length === 0 ? '' : `${output.broken.slice(0, 3).join(', ')} cannot be run`;
    const named = first && `${first.name}${first.message === null ? '' : `: ${first.message}`}`;
    const more = output.failed.length > 1 ? ` (and ${output.failed.length - 1} more)` : '';
    return {
        kind: 'failed',
        failed: [...output.failed],
        isBroken: !output.isComplete,
        stage,
        reason: broken === '' ? `the integration test fails: ${named}${more}` : `${broken}: ${reason}`,
    };
}
function joinVerdicts(verdicts) {
    const stopped = verdicts.find(({ kind }) => kind === 'stopped');
    if (stopped !== undefined)
        return stopped;
    const failures = verdicts.filter(verdict => verdict.kind === 'failed');
    const [first] = failures;
    if (first === undefined)
        return { kind: 'passed' };
    const isNameless = failures.some(({ failed }) => failed === null);
    return {
        kind: 'failed',
        failed: isNameless ? null : failures.flatMap(({ failed }) => failed ?? []),
        isBroken: failures.some(({ isBroken }) => isBroken),
        stage: first.stage,
        reason: first.reason,
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/commands/integrate/verdict-store.js


const verdict_store_failedTest = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    file: schemas/* string */.YjP().nullable(),
    name: schemas/* string */.YjP(),
    message: schemas/* string */.YjP().nullable(),
    runner: schemas/* string */.YjP(),
});
const verdictSchema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('passed') }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('failed'),
        failed: schemas/* array */.YOg(verdict_store_failedTest).nullable(),
        isBroken: schemas/* boolean */.zMY(),
        stage: schemas/* enum */.k5n(['setup', 'test']),
        reason: schemas/* string */.YjP(),
    }),
]);
const storeSchema = schemas/* strictObject */.rej({ version: schemas/* literal */.euz(1), verdicts: schemas/* record */.g1P(schemas/* string */.YjP(), verdictSchema) });
/** Remembers test results by tree and command on a ref of the run, so that nothing is tested twice, also after a crash. */
class VerdictStore {
    context;
    verdicts;
    writing = Promise.resolve();
    constructor(context) {
        this.context = context;
    }
    async tryFind(key) {
        return (await this.load()).get(key);
    }
    /** Resolves when it is stored. */
    async add(key, verdict) {
        const verdicts = await this.load();
        verdicts.set(key, verdict);
        this.writing = this.writing.then(() => this.write(verdicts));
        await this.writing;
    }
    /** A failure counts for one run of the search: when the user asks again, it may have been cured from outside. */
    async forgetFailures() {
        const verdicts = await this.load();
        const passed = [...verdicts].filter(([, { kind }]) => kind === 'passed');
        if (passed.length === verdicts.size)
            return;
        this.verdicts = new Map(passed);
        await this.write(this.verdicts);
    }
    async load() {
        if (this.verdicts === undefined) {
            const { store } = this.context;
            const stored = await store.readJson(store.refs.verdicts, storeSchema);
            this.verdicts ??= new Map(Object.entries(stored?.verdicts ?? {}));
        }
        return this.verdicts;
    }
    async write(verdicts) {
        const { store } = this.context;
        const blob = await store.writeJson({ version: 1, verdicts: Object.fromEntries(verdicts) });
        await store.pointRefs([[store.refs.verdicts, blob]]);
    }
}
/** The name under which a result is remembered: the tree and everything that says what is run on it. */
function toVerdictKey(tree, commands) {
    return `${tree} ${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(commands)).digest('hex').slice(0, 16)}`;
}

;// CONCATENATED MODULE: ./lib/commands/integrate/tree-tester.js




/**
 * Runs the setup and the test of the integration on trees, as many at once as the plan allows, each in a worktree that stays warm.
 * What was found out once about a tree is not run again.
 */
class TreeTester {
    /** How often a test was run. */
    runs = 0;
    context;
    harness;
    verdicts;
    free;
    slots;
    waiting = [];
    /** Everything that is known about tests that failed, by the name that verdicts give them. */
    tests = new Map();
    /** @param harness Sees the objects of the trees. */
    constructor(context, harness) {
        this.context = context;
        this.harness = harness;
        this.verdicts = new VerdictStore(context);
        const { testParallel } = context.plan.integration;
        this.slots = Array.from({ length: testParallel }, (_, index) => new TestSlot(context, harness, index === 0 ? integrationName : `${integrationName}-${index + 1}`));
        this.free = this.slots.toReversed();
    }
    async test(request) {
        const { setup, test, report } = this.context.plan.integration;
        if (test === undefined)
            return { kind: 'passed' };
        const chosen = request.chosen && (await this.toPresent(request.tip, request.chosen));
        if (chosen?.length === 0)
            return { kind: 'passed' };
        const commands = chosen && this.toCommands(chosen);
        const key = toVerdictKey(request.tip.tree, [setup, test, report, ...(commands ?? []), request.repetition]);
        const known = await this.verdicts.tryFind(key);
        if (known !== undefined)
            return this.toVerdict(known);
        const verdict = await this.run(request, commands);
        if (verdict.kind === 'stopped')
            return verdict;
        await this.verdicts.add(key, verdict);
        return this.toVerdict(verdict);
    }
    /** Whether just these tests can be run. */
    canChoose(names) {
        return this.toCommands(names) !== undefined;
    }
    /** A verdict that is remembered only counts while the search for culprits goes on. */
    forgetFailures() {
        return this.verdicts.forgetFailures();
    }
    async close() {
        for (const slot of this.slots)
            await slot.close();
    }
    async run({ tip, what }, commands) {
        const slot = await this.takeSlot();
        try {
            if (this.context.signal.aborted)
                return { kind: 'stopped' };
            const startedAt = performance.now();
            this.context.emit({ kind: 'tests-started', what, run: ++this.runs });
            const verdict = await slot.test(tip, commands);
            const seconds = (performance.now() - startedAt) / 1000;
            this.context.emit({ kind: 'tests-ended', passed: verdict.kind === 'passed', seconds });
            return verdict;
        }
        finally {
            this.free.push(slot);
            this.waiting.shift()?.();
        }
    }
    async takeSlot() {
        for (;;) {
            const slot = this.free.pop();
            if (slot !== undefined)
                return slot;
            await new Promise(resolve => this.waiting.push(resolve));
        }
    }
    /** Tests whose file a tree does not have cannot fail on it. */
    async toPresent({ commit }, names) {
        const { objects } = this.harness.repository;
        const present = await Promise.all(names.map(async (name) => {
            const file = this.tests.get(name)?.file ?? null;
            const isPath = file !== null && /\.\w+$/.test(file);
            return !isPath || (await objects.readInfo(`${commit}:${file}`)) !== undefined;
        }));
        return names.filter((_, index) => present[index]);
    }
    toCommands(names) {
        const { test, testOnly } = this.context.plan.integration;
        const tests = names.map(name => this.tests.get(name)).filter(known => known !== undefined);
        if (tests.length < names.length)
            return undefined;
        return toChosenTestsCommands({ tests, template: testOnly, testCommand: test });
    }
    toVerdict(verdict) {
        if (verdict.kind === 'passed' || verdict.failed === null)
            return verdict;
        const failed = verdict.failed;
        const names = failed.map(found => `${found.runner} ${found.id}`);
        for (const [index, name] of names.entries())
            this.tests.set(name, failed[index]);
        return { ...verdict, failed: names };
    }
}

;// CONCATENATED MODULE: ./lib/git/attributes.js

/**
 * All attributes that a commit defines, as the text of one `info/attributes`: git then merges alike wherever it runs, while by
 * itself it ignores `.gitattributes` in one place and reads what happens to be checked out in another.
 */
async function readAttributes(harness, commit) {
    const listing = await (0,run_git/* runGit */.EO)(harness.place, ['ls-tree', '-r', '-z', '--name-only', commit]);
    const files = listing
        .split('\0')
        .filter(path => path === '.gitattributes' || path.endsWith('/.gitattributes'));
    const texts = await Promise.all(files.sort(byDepth).map(path => harness.repository.objects.read(`${commit}:${path}`)));
    return files
        .map((path, index) => toTopLevelAttributes(path, String(texts[index]?.content ?? '')))
        .join('\n');
}
/** Deeper files come later, because the last line that matches wins. */
function byDepth(a, b) {
    return a.split('/').length - b.split('/').length || (a < b ? -1 : 1);
}
/** The lines of a `.gitattributes` as they would stand at the top of the repository. */
function toTopLevelAttributes(path, text) {
    const folder = path.slice(0, -'.gitattributes'.length);
    if (folder === '')
        return text;
    return text
        .split('\n')
        .map(line => toTopLevelLine(folder, line.trim()))
        .filter(line => line !== '')
        .join('\n');
}
function toTopLevelLine(folder, line) {
    if (line === '' || line.startsWith('#') || line.startsWith('[attr]'))
        return '';
    const [, pattern = '', attributes = ''] = /^("(?:[^"\\]|\\.)*"|\S+)\s*(.*)$/.exec(line) ?? [];
    const isQuoted = pattern.startsWith('"');
    const body = isQuoted ? pattern.slice(1, -1) : pattern;
    const escapedFolder = folder.replace(/[\\*?[\]]/g, '\\$&');
    const inFolder = body.includes('/') ? body.replace(/^\//, '') : `**/${body}`;
    const whole = `/${escapedFolder}${inFolder}`;
    const needsQuotes = isQuoted || /\s/.test(whole);
    return `${needsQuotes ? `"${isQuoted ? whole : whole.replace(/[\\"]/g, '\\$&')}"` : whole} ${attributes}`;
}

// EXTERNAL MODULE: ./lib/git/environment.js
var environment = __webpack_require__(4757);
;// CONCATENATED MODULE: ./lib/git/merge-record.js
/**
 * Reads one answer of `git merge-tree --stdin -z`, a NUL-terminated field a step: status, tree, the stages of conflicted
 * files up to an empty field, then (for a conflict) messages up to an empty field.
 */
function* readMergeRecord() {
    const status = yield;
    const tree = yield;
    const stages = [];
    for (let field = yield; field !== ''; field = yield)
        stages.push(field);
    if (status === '1')
        return { kind: 'clean', tree };
    if (status !== '0')
        throw new Error(`git merge-tree could not read what it should merge (status ${status})`);
    const messages = [];
    for (let count = yield; count !== ''; count = yield) {
        const paths = [];
        while (paths.length < Number(count))
            paths.push(yield);
        const type = yield;
        const text = yield;
        messages.push({ paths, type, text: text.trim() });
    }
    return { kind: 'conflicted', tree, conflicts: toConflicts(stages), messages };
}
const sides = { '1': 'base', '2': 'ours', '3': 'theirs' };
function toConflicts(stages) {
    const conflicts = new Map();
    for (const line of stages) {
        const [, mode = '', id = '', stage = '', path = ''] = /^(\d+) ([0-9a-f]+) ([123])\t(.*)$/s.exec(line) ?? [];
        const side = sides[stage];
        conflicts.set(path, { ...(conflicts.get(path) ?? { path }), [side]: { mode, id } });
    }
    return [...conflicts.values()];
}

;// CONCATENATED MODULE: ./lib/git/merge-server.js



const answerMilliseconds = 1000;
/**
 * One `git merge-tree --stdin` that stays open. git before 2.49 holds its answers back when they go into a pipe, which
 * `stdbuf` cures where it is installed. Where no answer comes to the first question, there will be none to any.
 */
class MergeServer {
    place;
    git;
    state = 'new';
    waiting = [];
    received = '';
    constructor(place) {
        this.place = place;
    }
    /** The merge of two commits, or undefined when it must be asked for in another way. */
    async tryMerge(ours, theirs) {
        if (this.state === 'new')
            await this.start(ours);
        return this.state === 'open' ? this.ask(ours, theirs) : undefined;
    }
    close() {
        this.git?.stdin.end();
        this.state = 'useless';
    }
    async start(commit) {
        this.state = 'open';
        const command = [(0,run_git/* findGit */.Ct)(this.place.env), 'merge-tree', '--write-tree', '--stdin', '-z'];
        const { directory: cwd, env } = this.place;
        this.git = (0,external_node_child_process_.spawn)('stdbuf', ['-o0', ...command], { cwd, env, detached: true });
        this.git.stdout.setEncoding('utf8').on('data', (text) => this.receive(text));
        this.git.stderr.resume();
        this.git.stdin.on('error', () => this.giveUp()); // it ended: the questions are asked in another way
        this.git.on('error', () => this.giveUp()); // there is no stdbuf here
        this.git.on('close', () => this.giveUp());
        const timer = setTimeout(() => this.giveUp(), answerMilliseconds);
        await this.ask(commit, commit);
        clearTimeout(timer);
    }
    ask(ours, theirs) {
        return new Promise(resolve => {
            const reader = readMergeRecord();
            reader.next();
            this.waiting.push({ reader, resolve });
            this.git?.stdin.write(`${ours} ${theirs}\n`);
        });
    }
    receive(text) {
        const fields = (this.received + text).split('\0');
        this.received = fields.pop() ?? '';
        for (const field of fields)
            this.takeField(field);
    }
    takeField(field) {
        const { done, value } = this.waiting[0]?.reader.next(field) ?? {};
        if (done)
            this.waiting.shift()?.resolve(value);
    }
    giveUp() {
        this.state = 'useless';
        this.git?.kill();
        for (const { resolve } of this.waiting.splice(0))
            resolve(undefined);
    }
}

;// CONCATENATED MODULE: ./lib/git/merger.js








/** Everything that could make two machines merge differently, fixed. */
const mergeSettings = [
    ['merge.renames', 'true'],
    ['merge.directoryRenames', 'conflict'],
    ['merge.renameLimit', '7000'],
    ['merge.conflictStyle', 'merge'],
    ['merge.renormalize', 'false'],
    ['diff.algorithm', 'histogram'],
    ['core.attributesFile', '/dev/null'],
    ['core.ignoreCase', 'false'],
    ['core.bigFileThreshold', '512m'],
    ['safe.directory', '*'],
];
/** Objects of merges that are only tried are soon taken over or forgotten. */
const fleetingSettings = [
    ['core.fsync', 'none'],
    ['core.looseCompression', '0'],
];
/**
 * Merges commits in memory: no worktree, no index, no HEAD. The attributes are those of one commit, whatever is checked out;
 * settings and merge drivers of the user do not count. The same commits give the same trees on any machine.
 */
class Merger {
    place;
    server;
    constructor(place) {
        this.place = place;
        this.server = new MergeServer(place);
    }
    /** @param base The commit whose `.gitattributes` count. */
    static async open(harness, base) {
        // Several may be open at once, for tasks that start at the same time.
        const path = (0,external_node_path_.join)(harness.gitDirectory, `merge-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.git`);
        await createGitDirectory({
            repository: harness.repository,
            path,
            settings: [],
            attributes: await readAttributes(harness, base),
        });
        const env = {
            ...(0,environment/* toPinnedEnvironment */.v_)(harness.repository.env, [
                ...mergeSettings,
                ...(harness.repository.store.isDurable ? [] : fleetingSettings),
            ]),
            GIT_DIR: path,
            GIT_OBJECT_DIRECTORY: harness.repository.store.folder,
        };
        return new Merger({ directory: path, env });
    }
    async merge(ours, theirs) {
        return (await this.server.tryMerge(ours, theirs)) ?? this.mergeInOneProcess(ours, theirs);
    }
    close() {
        this.server.close();
    }
    async mergeInOneProcess(ours, theirs) {
        const args = ['merge-tree', '--write-tree', '-z', '--messages', ours, theirs];
        const { code, stdout } = await (0,run_git/* tryGit */.Ii)(this.place, args);
        if (code !== 0 && code !== 1)
            await (0,run_git/* runGit */.EO)(this.place, args);
        const reader = readMergeRecord();
        reader.next();
        reader.next(code === 0 ? '1' : '0');
        for (const field of stdout.split('\0')) {
            const { done, value } = reader.next(field);
            if (done)
                return value;
        }
        throw new Error('the output of git merge-tree ended too early');
    }
}

// EXTERNAL MODULE: ./lib/plan/plan.js
var plan_plan = __webpack_require__(9164);
;// CONCATENATED MODULE: ./lib/plan/merge-order.js


/**
 * The order in which branches are merged. Rules:
 * 1. a task comes behind every task that it needs or comes after;
 * 2. a task comes behind every task whose commits its branch contains;
 * 3. where that leaves a choice, the task that would conflict with the fewest others comes first;
 * 4. where that leaves a choice, plan order decides.
 */
function toMergeOrder(tasks, { contained, forecast }) {
    const ids = new Set(tasks.map(task => task.id));
    const opponents = toOpponents(forecast);
    const count = ({ id }) => [...(opponents.get(id) ?? [])].filter(other => ids.has(other)).length;
    const nodes = tasks
        .toSorted((a, b) => count(a) - count(b))
        .map(task => ({
        id: task.id,
        needs: [...new Set([...(0,plan_plan/* prerequisites */.a)(task), ...(contained.get(task.id) ?? [])])].filter(id => ids.has(id)),
        after: [],
    }));
    return (0,graph/* toTopologicalOrder */.Zk)(nodes).map(node => node.id);
}
/** For each task those that it would conflict with. */
function toOpponents(forecast) {
    const opponents = new Map();
    const add = (a, b) => opponents.set(a, (opponents.get(a) ?? new Set()).add(b));
    for (const { tasks } of forecast) {
        add(tasks[0], tasks[1]);
        add(tasks[1], tasks[0]);
    }
    return opponents;
}

;// CONCATENATED MODULE: ./lib/commands/forecast/announce.js


/** Stores a forecast where others can read it, and says what is new in it: pairs that appeared or vanished, not lines that moved. */
async function announceForecast({ paths, emit }, conflicts) {
    const before = await readForecastRecord(paths.forecast);
    if (JSON.stringify(before.conflicts) === JSON.stringify(conflicts))
        return;
    await writeForecastRecord(paths.forecast, { ...before, conflicts });
    const appeared = without(conflicts, before.conflicts);
    const vanished = without(before.conflicts, conflicts);
    emit({ kind: 'forecast', conflicts, appeared, vanished });
}
function without(conflicts, others) {
    const known = new Set(others.map(forecast_conflict/* toConflictKey */.jb));
    return conflicts.filter(conflict => !known.has((0,forecast_conflict/* toConflictKey */.jb)(conflict)));
}

;// CONCATENATED MODULE: ./lib/git/commit-tree.js

/** The tree of a commit that must be there. */
async function requireTree({ objects }, commit) {
    const object = await objects.read(commit);
    if (object?.type !== 'commit')
        throw new Error(`there is no commit ${commit}`);
    return readCommitText(object.content.toString('utf8')).tree;
}

;// CONCATENATED MODULE: ./lib/git/quoted-path.js
const escapes = {
    a: '\x07',
    b: '\b',
    t: '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
};
/**
 * A path as git prints it in lines: as it is, or in quotes with C escapes when it holds a quote, a backslash or a control
 * character.
 *
 * @param printed One character a byte (latin1).
 */
function readQuotedPath(printed) {
    const bytes = printed.startsWith('"') && printed.endsWith('"')
        ? printed
            .slice(1, -1)
            .replace(/\\(?:([0-7]{3})|(.))/gs, (_, octal, character) => octal === undefined
            ? (escapes[character] ?? character)
            : String.fromCharCode(Number.parseInt(octal, 8)))
        : printed;
    return Buffer.from(bytes, 'latin1').toString('utf8');
}

;// CONCATENATED MODULE: ./lib/git/patch-reader.js


const headerPattern = /^[0-9a-f]{40,64} [0-9a-f]{40,64}$/;
const rawPattern = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*\t([^\t]*)(?:\t([^\t]*))?$/;
const hunkPattern = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
/**
 * Reads what `git diff-tree --stdin --raw -p -U0` prints, a line at a time (one character a byte): for each question its two trees, then a
 * raw line a file, then the patches in the same order. Which file a patch is of is told by that order alone, and which lines are
 * content by the counts of the hunk, so that no name and no content can be taken for something else.
 */
class PatchReader {
    /** The changes of each question, in their order. */
    answers = [];
    /** Files whose patches are still to come; one that changed its type has two. */
    patches = [];
    current;
    hunks = [];
    hunk;
    linesLeft = 0;
    takeLine(line) {
        if (this.linesLeft > 0)
            this.takeContent(line);
        else if (line.startsWith('@@ '))
            this.startHunk(line);
        else if (line.startsWith('\\ '))
            this.hunk?.content.update(line);
        else if (line.startsWith('diff --git '))
            this.startPatch();
        else if (line.startsWith('Binary files '))
            this.setHunks(null);
        else if (line.startsWith(':'))
            this.addFile(line);
        else if (headerPattern.test(line))
            this.startAnswer();
    }
    /** After the last line. */
    finish() {
        this.endPatch();
        return this.answers;
    }
    startAnswer() {
        this.endPatch();
        this.answers.push([]);
        this.patches = [];
    }
    addFile(line) {
        const match = rawPattern.exec(line);
        if (match === null)
            throw new Error(`git printed a line that is not known: ${line.slice(0, 200)}`);
        const [, oldMode = '', newMode = '', oldId = '', newId = '', status = '', from = '', to] = match;
        const path = readQuotedPath(from);
        const newPath = to === undefined ? path : readQuotedPath(to);
        const answer = this.answers.at(-1);
        const isWhole = [oldMode, newMode].some(mode => mode !== '000000' && !mode.startsWith('100'));
        const kind = kinds[status] ?? 'modified';
        answer.push({ kind, path, newPath, oldMode, newMode, oldId, newId, hunks: isWhole ? null : [] });
        const index = answer.length - 1;
        this.patches.push(...(status === 'T' ? [index, index] : [index]));
    }
    startPatch() {
        this.endPatch();
        this.current = this.patches.shift();
        this.hunks = [];
    }
    startHunk(line) {
        this.endHunk();
        const [, first = '0', removed = '1', , added = '1'] = hunkPattern.exec(line) ?? [];
        const count = Number(removed);
        this.hunk = {
            start: count === 0 ? Number(first) : Number(first) - 1,
            removed: count,
            content: (0,external_node_crypto_.createHash)('sha1'),
        };
        this.linesLeft = count + Number(added);
    }
    takeContent(line) {
        // A note about a missing line end stands between the lines and does not count as one of them.
        if (!line.startsWith('\\'))
            this.linesLeft--;
        if (!line.startsWith('-'))
            this.hunk?.content.update(`${line}\n`, 'latin1');
    }
    endHunk() {
        if (this.hunk === undefined)
            return;
        const { start, removed, content } = this.hunk;
        this.hunks.push({ start, removed, added: content.digest('base64') });
        this.hunk = undefined;
    }
    endPatch() {
        this.endHunk();
        if (this.hunks.length > 0)
            this.setHunks(this.hunks);
        this.current = undefined;
        this.hunks = [];
    }
    setHunks(hunks) {
        const answer = this.answers.at(-1);
        const change = this.current === undefined ? undefined : answer?.[this.current];
        if (answer === undefined || change === undefined || change.hunks === null)
            return;
        answer[this.current] = { ...change, hunks };
    }
}
const kinds = { A: 'added', D: 'deleted', R: 'renamed' };

;// CONCATENATED MODULE: ./lib/git/file-changes.js




/**
 * The lines that merging would compare: the same algorithm as in a merge, without the heuristic that only makes patches nicer to
 * read. Nothing that a file could name is run. More renames than the limit would take seconds to find.
 */
const comparing = [
    '-c',
    'core.bigFileThreshold=16m',
    'diff-tree',
    '--stdin',
    '-r',
    '--raw',
    '-p',
    '-U0',
    '-M',
    '-l1000',
    '--diff-algorithm=histogram',
    '--no-indent-heuristic',
    '--no-abbrev',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--submodule=short',
];
/**
 * Where git keeps objects that only matter while a run goes on: in the harness, not in the repository. It sees those of the
 * repository, too.
 */
function toPrivatePlace({ place, gitDirectory }) {
    return { ...place, env: { ...place.env, GIT_OBJECT_DIRECTORY: (0,external_node_path_.join)(gitDirectory, 'objects') } };
}
/** What differs between trees, file by file with the lines that were replaced. One process, whatever the number of pairs. */
async function readFileChanges(harness, pairs) {
    if (pairs.length === 0)
        return [];
    const git = (0,run_git/* spawnGit */.Iz)(toPrivatePlace(harness), comparing);
    const reader = new PatchReader();
    const said = [];
    git.stderr.on('data', chunk => said.push(String(chunk)));
    const closed = (0,external_node_events_.once)(git, 'close');
    closed.catch(() => { }); // it is waited for below
    git.stdin.end(pairs.map(({ from, to }) => `${from} ${to}\n`).join(''));
    await readLines(git.stdout, line => reader.takeLine(line));
    const [code] = await closed;
    if (code !== 0)
        throw new run_git/* GitError */.XS(comparing, { code: code ?? 128, stdout: '', stderr: said.join('') });
    const answers = reader.finish();
    if (answers.length !== pairs.length)
        throw new Error('the output of git diff-tree ended too early');
    return answers;
}
/** One character a byte, so that nothing is lost of files in any encoding. */
async function readLines(stream, takeLine) {
    stream.setEncoding('latin1');
    let rest = [];
    for await (const chunk of stream) {
        const lines = String(chunk).split('\n');
        if (lines.length === 1)
            rest.push(lines[0]);
        else {
            takeLine(`${rest.join('')}${lines[0]}`);
            for (const line of lines.slice(1, -1))
                takeLine(line);
            rest = [lines.at(-1)];
        }
    }
    if (rest.join('') !== '')
        takeLine(rest.join(''));
}

;// CONCATENATED MODULE: ./lib/git/file-changes-reader.js

/** Reads what differs between trees, and remembers it: what has not moved is not compared again. */
class FileChangesReader {
    harness;
    known = new Map();
    constructor(harness) {
        this.harness = harness;
    }
    /** The changes of each pair, by its position. One process reads those that are not known. */
    read(pairs) {
        const unknown = new Map(pairs.map(pair => [toKey(pair), pair]));
        for (const key of this.known.keys())
            unknown.delete(key);
        const fresh = readFileChanges(this.harness, [...unknown.values()]);
        for (const [index, key] of [...unknown.keys()].entries()) {
            const changes = fresh.then(answers => answers[index] ?? []);
            changes.catch(() => this.known.delete(key)); // it is asked again
            this.known.set(key, changes);
        }
        return Promise.all(pairs.map(pair => this.known.get(toKey(pair)) ?? []));
    }
    /** Forgets all other pairs. */
    keepOnly(pairs) {
        const wanted = new Set(pairs.map(toKey));
        for (const key of this.known.keys())
            if (!wanted.has(key))
                this.known.delete(key);
    }
}
function toKey({ from, to }) {
    return `${from} ${to}`;
}

;// CONCATENATED MODULE: ./lib/git/merge-attributes.js





/**
 * The attribute `merge` of paths: `union`, `unset` (not by lines), or `unspecified`.
 *
 * @param attributes The text of an `info/attributes`.
 */
async function readMergeAttributes(harness, attributes, paths) {
    if (paths.length === 0 || !/merge|binary|\[attr\]/.test(attributes))
        return new Map();
    const path = (0,external_node_path_.join)(harness.gitDirectory, `attributes-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.git`);
    await createGitDirectory({ repository: harness.repository, path, attributes });
    const place = { directory: path, env: { ...harness.place.env, GIT_DIR: path } };
    try {
        const answer = await (0,run_git/* runGit */.EO)(place, ['check-attr', '-z', '--stdin', 'merge'], paths.join('\0'));
        return merge_attributes_toValues(answer.split('\0'));
    }
    finally {
        await (0,promises_.rm)(path, { recursive: true, force: true });
    }
}
/** Path, attribute, value, again and again. */
function merge_attributes_toValues(fields) {
    const values = new Map();
    for (let at = 0; at + 2 < fields.length; at += 3)
        values.set(fields[at], fields[at + 2]);
    return values;
}

;// CONCATENATED MODULE: ./lib/merge/group-by.js
/** Items by a key of theirs; within a group they keep their order. */
function groupBy(items, toKey) {
    const groups = new Map();
    for (const item of items) {
        const key = toKey(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}

;// CONCATENATED MODULE: ./lib/merge/common-base.js

/**
 * Which lines to compare, and from where on. A pair is in one comparison at most: most share nothing but the base of the run, so
 * that only those that share more are looked at one by one.
 */
function toComparisons(lines, historyOf) {
    const related = new Map();
    for (const [a, b] of findRelated(lines, historyOf)) {
        const base = toCommonBase(lines[a], lines[b], historyOf);
        related.set(`${a} ${b}`, base.kind === 'contained' ? undefined : base.commit);
    }
    const partners = groupBy([...related.keys()].flatMap(pair => pair.split(' ')), Number);
    const all = {
        base: null,
        members: [...lines.keys()].filter(line => (partners.get(line)?.length ?? 0) < lines.length - 1),
        isCompared: (a, b) => !related.has(`${a} ${b}`),
    };
    const pairs = [...related].filter(([, base]) => base !== undefined);
    const others = [...groupBy(pairs, ([, base]) => base)].map(([base, group]) => {
        const own = new Set(group.map(([pair]) => pair));
        const members = new Set([...own].flatMap(pair => pair.split(' ').map(Number)));
        return {
            base,
            members: [...members].sort((a, b) => a - b),
            isCompared: (a, b) => own.has(`${a} ${b}`),
        };
    });
    return [all, ...others];
}
/** The pairs, by position, that share a commit beyond the base of the run. */
function* findRelated(lines, historyOf) {
    const holders = new Map();
    for (const [b, { commit }] of lines.entries()) {
        const others = new Set([...historyOf(commit)].flatMap(id => holders.get(id) ?? []));
        for (const a of others)
            yield [a, b];
        for (const id of historyOf(commit))
            holders.set(id, [...(holders.get(id) ?? []), b]);
    }
}
/**
 * The merge base of two lines that share something:
 * 1. where one is a branch that the other contains, there is nothing to merge;
 * 2. the commit that contains all they share;
 * 3. where there is none (both started from several branches, each from a merge of its own), the smallest commit of either that
 *    contains it all: git would merge what they share, and so did the one who made that commit.
 */
function toCommonBase(a, b, historyOf) {
    const [ofA, ofB] = [historyOf(a.commit), historyOf(b.commit)];
    if ((a.isBranch && ofB.has(a.commit)) || (b.isBranch && ofA.has(b.commit)))
        return { kind: 'contained' };
    const shared = [...ofA].filter(commit => ofB.has(commit));
    const newest = shared.find(commit => historyOf(commit).size === shared.length);
    return { kind: 'commit', commit: newest ?? findSmallest([...ofA, ...ofB], shared, historyOf) };
}
function findSmallest(candidates, shared, historyOf) {
    const containing = candidates.filter(candidate => shared.every(commit => historyOf(candidate).has(commit)));
    const bySize = (x, y) => historyOf(x).size - historyOf(y).size || (x < y ? -1 : 1);
    return containing.sort(bySize)[0] ?? shared[0];
}
/** For each line the tasks whose branches it contains. */
function toContained(lines, historyOf) {
    const branches = lines.filter(line => line.isBranch);
    return new Map(lines.map(line => {
        const history = historyOf(line.commit);
        const isSame = (other) => line.isBranch && other.commit === line.commit;
        const inside = branches.filter(other => history.has(other.commit) && !isSame(other));
        return [line.task, new Set(inside.map(({ task }) => task))];
    }));
}

;// CONCATENATED MODULE: ./lib/merge/file-conflicts.js

/** Conflicts in files that the base has: each of some sides changed, renamed or deleted the same one. */
function* findFileConflicts(changes, toMergeWay) {
    const ofBase = changes.filter(({ change }) => change.kind !== 'added');
    for (const [path, same] of groupBy(ofBase, ({ change }) => change.path)) {
        if (same.length < 2)
            continue;
        yield* findDeletions(path, same);
        yield* findRenamesApart(path, same);
        const way = toMergeWay(path);
        yield* findWholeChanges(path, same, way);
        if (way === 'lines')
            yield* findTouchingHunks(path, same);
    }
}
function* findDeletions(path, changes) {
    const others = changes.filter(({ change }) => change.kind !== 'deleted');
    for (const { side } of changes.filter(({ change }) => change.kind === 'deleted')) {
        for (const other of others) {
            const why = other.change.kind === 'renamed' ? 'rename/delete' : 'modify/delete';
            yield toFound(path, side, other.side, why);
        }
    }
}
function* findRenamesApart(path, changes) {
    const renamed = changes.filter(({ change }) => change.kind === 'renamed');
    for (const [index, one] of renamed.entries()) {
        for (const other of renamed.slice(0, index)) {
            if (one.change.newPath !== other.change.newPath)
                yield toFound(path, other.side, one.side, 'rename/rename');
        }
    }
}
/** Content that is taken from one side or the other: two sides must not have changed it apart. */
function* findWholeChanges(path, changes, way) {
    const changed = changes.filter(({ change }) => change.kind !== 'deleted' && hasOtherContent(change));
    const isWhole = ({ change }) => change.hunks === null || way === 'none';
    for (const one of changed.filter(isWhole)) {
        for (const other of changed) {
            const isSecondLook = isWhole(other) && other.side <= one.side;
            const isSame = one.change.newId === other.change.newId && one.change.newMode === other.change.newMode;
            if (!isSecondLook && !isSame && one.side !== other.side)
                yield toFound(path, one.side, other.side, 'not mergeable by lines');
        }
    }
}
function hasOtherContent({ oldId, newId, oldMode, newMode }) {
    return oldId !== newId || oldMode.slice(0, 3) !== newMode.slice(0, 3);
}
/**
 * Sweeps over the lines of a file. As git does (xdl_do_merge in xmerge.c), two hunks conflict when they overlap or touch and are
 * not the same.
 */
function* findTouchingHunks(path, changes) {
    const hunks = changes
        .filter(({ change }) => change.kind !== 'deleted')
        .flatMap(({ side, change }) => (change.hunks ?? []).map((hunk) => ({ ...hunk, side })))
        .sort((a, b) => a.start - b.start);
    let open = [];
    for (const hunk of hunks) {
        open = open.filter(earlier => toEnd(earlier) >= hunk.start);
        for (const earlier of open) {
            if (earlier.side !== hunk.side && !isSameHunk(earlier, hunk))
                yield { ...toFound(path, earlier.side, hunk.side, 'same lines'), lines: toLines(earlier, hunk) };
        }
        open.push(hunk);
    }
}
function isSameHunk(a, b) {
    return a.start === b.start && a.removed === b.removed && a.added === b.added;
}
function toEnd({ start, removed }) {
    return start + removed;
}
/** The lines that two hunks replace together. Where nothing is replaced: the line that both add behind. */
function toLines(earlier, later) {
    const end = Math.max(toEnd(earlier), toEnd(later), 1);
    return [Math.max(1, Math.min(earlier.start + 1, end)), end];
}
function toFound(path, a, b, why) {
    return { sides: a < b ? [a, b] : [b, a], path, lines: null, why };
}

;// CONCATENATED MODULE: ./lib/merge/new-path-conflicts.js


/** Conflicts at paths where a side put a file that the base does not have there: added or renamed ones. */
function* findNewPathConflicts(changes, { sides, toMergeWay }) {
    const put = changes.filter(({ change }) => change.kind === 'added' || change.kind === 'renamed');
    const byPath = groupBy(put, ({ change }) => change.newPath);
    for (const [path, same] of byPath) {
        yield* findDifferentFiles(path, same, toMergeWay(path) === 'union');
        for (const folder of toFolders(path))
            yield* findFilesAt(folder, byPath.get(folder) ?? [], same);
    }
    for (const [mover, { movedFolders }] of sides.entries()) {
        if (movedFolders.size > 0)
            yield* findFilesInMoved(mover, movedFolders, put);
    }
}
/** Sides that put the very same file somewhere agree. Those that did not are compared group by group. */
function* findDifferentFiles(path, changes, isUnion) {
    if (changes.length < 2)
        return;
    const groups = [...groupBy(changes, ({ change }) => toContent(change, isUnion)).values()];
    for (const [index, group] of groups.entries()) {
        for (const one of group) {
            for (const other of groups.slice(0, index).flat()) {
                // A file that both renamed to this path is one file: its lines are compared, not its whole content.
                const isOneFile = one.change.kind === 'renamed' && one.change.path === other.change.path;
                if (!isOneFile)
                    yield toFound(path, other.side, one.side, 'add/add');
            }
        }
    }
}
function toContent({ kind, newMode, newId }, isUnion) {
    return isUnion && kind === 'added' && newMode.startsWith('100') ? newMode : `${newMode} ${newId}`;
}
function* findFilesAt(folder, files, below) {
    for (const file of files) {
        for (const other of below) {
            if (other.side !== file.side)
                yield toFound(folder, file.side, other.side, 'file/directory');
        }
    }
}
/**
 * git would move such a file along with its folder, and asks whether that is right. A file in a new folder below does not count: git
 * does not look for moves because of it.
 */
function* findFilesInMoved(mover, movedFolders, put) {
    for (const { side, change } of put) {
        const [folder] = toFolders(change.newPath);
        if (side !== mover && folder !== undefined && movedFolders.has(folder))
            yield toFound(change.newPath, mover, side, 'directory rename');
    }
}
/** The folders that a path is in, the nearest first. */
function toFolders(path) {
    const folders = [];
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
        folders.push(path.slice(0, at));
    return folders;
}

;// CONCATENATED MODULE: ./lib/merge/forecast.js



/**
 * The conflicts that merging each two of some sides would have. They conflict in a file of the base (a renamed one counts as the
 * file that it was) when
 * - both replaced lines that overlap or touch, unless they replaced exactly the same lines by the same;
 * - one deleted it and the other one changed or renamed it;
 * - both renamed it, to different paths;
 * - both changed it, and it cannot be merged by lines;
 * and at a new path when
 * - both put a file there, with different content or mode;
 * - one put a file where the other one put a folder;
 * - one put a file into a folder that the other one moved away.
 *
 * A sweep over the lines of each file that several sides changed: time grows with the changes and with what is found, not with the
 * number of pairs.
 *
 * git differs, as far as is known, only where it finds other renames (it looks for those that matter to one pair, and for more of them
 * than a forecast does), where a type changes while the other side renames, and in texts of more than 16 MB.
 *
 * @returns At most one conflict for each pair and path, by pair, then path.
 */
function forecastConflicts(input) {
    const changes = input.sides.flatMap((side, number) => side.changes.map(change => ({ side: number, change })));
    const conflicts = new Map();
    for (const found of [
        ...findFileConflicts(changes, input.toMergeWay),
        ...findNewPathConflicts(changes, input),
    ]) {
        if (!input.isCompared(...found.sides))
            continue;
        const key = `${found.sides.join(' ')} ${found.path}`;
        conflicts.set(key, join(conflicts.get(key), found));
    }
    return [...conflicts.values()].sort(byPairAndPath).map(({ sides: [a, b], path, lines, why }) => ({
        tasks: [input.sides[a].task, input.sides[b].task],
        path,
        lines,
        why,
    }));
}
/** The first cause counts; lines are those of all places together. */
function join(before, found) {
    if (before === undefined)
        return found;
    if (before.lines === null || found.lines === null)
        return before;
    const [first, last] = before.lines;
    return { ...before, lines: [Math.min(first, found.lines[0]), Math.max(last, found.lines[1])] };
}
function byPairAndPath(x, y) {
    return x.sides[0] - y.sides[0] || x.sides[1] - y.sides[1] || (x.path < y.path ? -1 : 1);
}
/**
 * Leaves out what a branch only brings along: where a task contains another one, and both conflict with a third one in the
 * same path, the conflict is that of the other one.
 *
 * @param contained For each task the tasks whose branches its own one contains.
 */
function withoutInherited(conflicts, contained) {
    const known = new Set(conflicts.flatMap(({ tasks: [a, b], path }) => [
        (0,forecast_conflict/* toConflictKey */.jb)({ tasks: [a, b], path }),
        (0,forecast_conflict/* toConflictKey */.jb)({ tasks: [b, a], path }),
    ]));
    const isInherited = (heir, other, path) => [...(contained.get(heir) ?? [])].some(id => known.has((0,forecast_conflict/* toConflictKey */.jb)({ tasks: [id, other], path })));
    return conflicts.filter(({ tasks: [a, b], path }) => !isInherited(a, b, path) && !isInherited(b, a, path));
}

;// CONCATENATED MODULE: ./lib/merge/shared-paths.js
/** The paths that more than one side has to do with. */
function toSharedPaths(sides) {
    const seen = new Set();
    const shared = new Set();
    for (const changes of sides) {
        const own = new Set(changes.flatMap(({ path, newPath }) => [path, newPath]));
        for (const path of own)
            (seen.has(path) ? shared : seen).add(path);
    }
    return [...shared];
}

;// CONCATENATED MODULE: ./lib/git/missing-objects.js


/** Those of some names (`<tree>:<path>`) that there is nothing at. Names with line ends are passed over. */
async function findMissing(harness, names) {
    const asked = names.filter(name => !name.includes('\n'));
    if (asked.length === 0)
        return new Set();
    const answer = await (0,run_git/* runGit */.EO)(toPrivatePlace(harness), ['cat-file', '--batch-check=%(objectname)'], `${asked.join('\n')}\n`);
    const lines = answer.split('\n');
    return new Set(asked.filter((name, index) => lines[index] === `${name} missing`));
}

;// CONCATENATED MODULE: ./lib/merge/moved-folders.js
/**
 * The folders that renamed files left: `a/b/c/x` to `a/d/c/x` left `a/b/c` and, because the rest of the path stayed the same,
 * `a/b` (as git tells it, merge-ort.c). Such a folder has moved if the side has nothing left in it.
 */
function toLeftFolders(changes) {
    const renamed = changes.filter(({ kind }) => kind === 'renamed');
    return new Set(renamed.flatMap(({ path, newPath }) => toFoldersLeft(path, newPath)));
}
function toFoldersLeft(path, newPath) {
    const [from, to] = [path.split('/').slice(0, -1), newPath.split('/').slice(0, -1)];
    const left = [];
    while (from.length > 0 && from.join('/') !== to.join('/')) {
        left.push(from.join('/'));
        if (from.pop() !== to.pop())
            break;
    }
    return left;
}

;// CONCATENATED MODULE: ./lib/commands/forecast/moved-folders.js


/** For each tree the folders of the base that it moved as a whole. */
async function readMovedFolders(harness, sides) {
    const left = sides.map(({ tree, changes }) => [...toLeftFolders(changes)].map(folder => ({ folder, name: `${tree}:${folder}` })));
    const missing = await findMissing(harness, left.flat().map(({ name }) => name));
    return left.map(folders => new Set(folders.filter(({ name }) => missing.has(name)).map(({ folder }) => folder)));
}

;// CONCATENATED MODULE: ./lib/commands/forecast/forecast.js









/** Knows which branches would conflict. What has not moved since the last question is not compared again. */
class Forecast {
    context;
    reader;
    attributes;
    lastPairs = [];
    constructor(context) {
        this.context = context;
        this.reader = new FileChangesReader(context.harness);
    }
    /** @param lines In the order in which the tasks of a pair shall be named. */
    async read(lines) {
        if (lines.length < 2)
            return [];
        const { harness, base } = this.context;
        const commits = [...new Set(lines.map(({ commit }) => commit))];
        this.attributes ??= readAttributes(harness, base);
        const [parents] = await Promise.all([
            readParents(harness, base, commits),
            this.readFromBase(lines),
            this.attributes,
        ]);
        const historyOf = remember((commit) => toHistory(commit, parents));
        const compared = await this.readChanges(toComparisons(lines, historyOf), lines);
        const conflicts = await this.compare(compared);
        return withoutInherited(toOrdered(conflicts, lines), toContained(lines, historyOf));
    }
    /** Begins with what most comparisons will need. */
    async readFromBase(lines) {
        const from = await requireTree(this.context.repository, this.context.base);
        const pairs = lines.map(({ tree }) => ({ from, to: tree }));
        this.reader.keepOnly([...pairs, ...this.lastPairs]);
        await this.reader.read(pairs);
    }
    /** What the members of all comparisons changed. */
    async readChanges(comparisons, lines) {
        const membersOf = ({ members }) => members.map(member => lines[member]);
        const { repository, base: runBase } = this.context;
        const bases = await Promise.all(comparisons.map(({ base }) => requireTree(repository, base ?? runBase)));
        const pairs = comparisons.flatMap((comparison, index) => membersOf(comparison).map(({ tree }) => ({ from: bases[index], to: tree })));
        this.lastPairs = pairs;
        const answers = [...(await this.reader.read(pairs))];
        return comparisons.map(comparison => {
            const own = answers.splice(0, comparison.members.length);
            const sides = membersOf(comparison).map((line, index) => ({
                ...line,
                changes: (own[index] ?? []).filter(change => !line.isForeign(change)),
            }));
            return { ...comparison, sides };
        });
    }
    async compare(compared) {
        const moved = await readMovedFolders(this.context.harness, compared.flatMap(({ sides }) => sides));
        const toMergeWay = await this.readMergeWays(compared);
        return compared.flatMap(({ sides, members, isCompared }) => {
            const movedOf = moved.splice(0, sides.length);
            return forecastConflicts({
                sides: sides.map((side, index) => ({ ...side, movedFolders: movedOf[index] ?? new Set() })),
                toMergeWay,
                isCompared: (a, b) => isCompared(members[a], members[b]),
            });
        });
    }
    async readMergeWays(compared) {
        const { harness } = this.context;
        const paths = compared.flatMap(({ sides }) => toSharedPaths(sides.map(({ changes }) => changes)));
        const attributes = await readMergeAttributes(harness, (await this.attributes) ?? '', [...new Set(paths)]);
        return path => mergeWays[attributes.get(path) ?? ''] ?? 'lines';
    }
}
/** Attribute values of git. A driver that only a configuration knows is not run: such files are merged by lines. */
const mergeWays = { union: 'union', unset: 'none', binary: 'none' };
function toOrdered(conflicts, lines) {
    const positions = new Map(lines.map(({ task }, position) => [task, position]));
    const position = (id) => positions.get(id) ?? 0;
    return conflicts.toSorted(({ tasks: x }, { tasks: y }) => position(x[0]) - position(y[0]) || position(x[1]) - position(y[1]));
}
function remember(answer) {
    const known = new Map();
    return about => {
        const before = known.get(about);
        if (before !== undefined)
            return before;
        const found = answer(about);
        known.set(about, found);
        return found;
    };
}

;// CONCATENATED MODULE: ./lib/commands/forecast/forecast-lines.js


/** The finished branch of a task. */
async function toBranchLine({ repository }, task, commit) {
    const tree = await requireTree(repository, commit);
    return { task, commit, tree, isBranch: true, isForeign: () => false };
}
/** What is in the worktree of a task that is not done. */
async function toWorkLine({ repository }, { task, start, setupTree }, tree) {
    const bySetup = setupTree === null ? [] : await readChanges(repository, start, setupTree);
    const foreign = new Map(bySetup.map(({ path, newId }) => [path, newId]));
    return {
        task: task.id,
        commit: start,
        tree,
        isBranch: false,
        isForeign: ({ newPath, newId }) => foreign.get(newPath) === newId,
    };
}

;// CONCATENATED MODULE: ./lib/commands/integrate/branches.js





/**
 * The branches of all tasks that succeeded, in the order in which they are merged. The conflicts that are coming decide about it,
 * and are announced.
 */
async function toBranches(context, base, results) {
    const { plan, harness } = context;
    const tasks = plan.tasks.filter(task => toCommit(results.get(task.id)) !== undefined);
    const commits = new Map(tasks.map(task => [task.id, toCommit(results.get(task.id))]));
    const containment = await readContainment(harness, base, [...commits.values()]);
    const contained = toContainedTasks(containment, commits);
    const inOrder = toMergeOrder(tasks, { contained, forecast: [] });
    const lines = inOrder.map(id => toBranchLine(context, id, commits.get(id)));
    const forecast = await new Forecast(context).read(await Promise.all(lines));
    await announceForecast(context, forecast);
    const taskOf = new Map(tasks.map(task => [task.id, task]));
    return toMergeOrder(tasks, { contained, forecast }).map(id => ({
        task: id,
        title: taskOf.get(id)?.title ?? id,
        commit: commits.get(id),
        isInBase: containment.inBase.has(commits.get(id)),
        requires: new Set([...(taskOf.get(id)?.needs ?? []).filter(hasBranch), ...(contained.get(id) ?? [])]),
    }));
    /** A prerequisite that was allowed to change nothing has no branch to wait for. */
    function hasBranch(id) {
        return results.get(id)?.outcome !== 'no-changes';
    }
}
function toCommit(result) {
    return result?.outcome === 'succeeded' && !result.rolledBack ? (result.commit ?? undefined) : undefined;
}
/** For each task the tasks whose branches its own one contains. */
function toContainedTasks({ within }, commits) {
    const entries = [...commits];
    return new Map(entries.map(([id, commit]) => {
        const inside = entries.filter(([, other]) => within.get(commit)?.has(other));
        return [id, new Set(inside.map(([other]) => other))];
    }));
}

;// CONCATENATED MODULE: ./lib/git/tree-edit.js


/** A tree like another, but with other files at some paths. Only the folders on the way to them are read and written. */
async function editTree(repository, tree, edits) {
    if (edits.size === 0)
        return tree;
    return (await editFolder(repository, tree, edits)) ?? (0,objects/* writeObject */.p)(repository.store, 'tree', '');
}
/** Undefined when nothing is left in the folder. */
async function editFolder(repository, id, edits) {
    const entries = await readFolder(repository, id, 'latin1');
    for (const [name, below] of toGroups(edits)) {
        const own = below.get('');
        if (below.has('')) {
            if (own === undefined)
                entries.delete(name);
            else
                entries.set(name, own);
            continue;
        }
        const before = entries.get(name);
        const folder = before?.mode === folderMode ? before.id : undefined;
        const after = await editFolder(repository, folder, below);
        if (after === undefined)
            entries.delete(name);
        else
            entries.set(name, { mode: folderMode, id: after });
    }
    return entries.size === 0 ? undefined : writeFolder(repository, entries);
}
/** The edits by the first part of their paths, byte by byte; the rest of the path is empty for the entry itself. */
function toGroups(edits) {
    const groups = new Map();
    for (const [path, entry] of edits) {
        const slash = path.indexOf('/');
        const name = Buffer.from(slash === -1 ? path : path.slice(0, slash)).toString('latin1');
        const group = groups.get(name) ?? new Map();
        groups.set(name, group.set(slash === -1 ? '' : path.slice(slash + 1), entry));
    }
    return groups;
}
function writeFolder(repository, entries) {
    const rows = [...entries].map(([name, entry]) => ({ name: Buffer.from(name, 'latin1'), ...entry }));
    rows.sort((a, b) => Buffer.compare(toSortKey(a), toSortKey(b)));
    const parts = rows.flatMap(({ name, mode, id }) => [
        Buffer.from(`${mode.replace(/^0/, '')} `),
        name,
        Buffer.from([0]),
        Buffer.from(id, 'hex'),
    ]);
    return (0,objects/* writeObject */.p)(repository.store, 'tree', Buffer.concat(parts));
}
/** git sorts folders as if their names ended in a slash. */
function toSortKey({ name, mode }) {
    return mode.replace(/^0/, '') === folderMode ? Buffer.concat([name, Buffer.from('/')]) : name;
}

;// CONCATENATED MODULE: ./lib/commands/integrate/merge-conflict.js

/** What concerns one file, whose versions are those of the commits. */
const plainConflict = /^CONFLICT \((contents|binary|modify\/delete|rename\/delete|file\/directory|distinct modes)\)$/;
/**
 * Conflicts that are not solved by giving each file a content: folders that were moved to several places, files that were moved to one
 * place and hold conflict markers already, names that are not UTF-8.
 */
function findAwkward({ messages, conflicts }) {
    const awkward = messages.filter(({ type }) => type.startsWith('CONFLICT') && !plainConflict.test(type));
    const unnamed = conflicts.filter(({ path }) => path.includes('\uFFFD'));
    const isUnsaid = conflicts.length === 0 && awkward.length === 0;
    return [
        ...awkward.map(({ paths, text }) => ({
            conflict: conflicts.find(({ path }) => paths.includes(path)) ?? { path: paths[0] ?? wholeTree },
            reasons: [text],
        })),
        ...unnamed.map(conflict => ({ conflict, reasons: ['its name is not UTF-8'] })),
        ...(isUnsaid ? [{ conflict: { path: wholeTree }, reasons: ['git does not say where'] }] : []),
    ];
}
/** Stands for a path where there is none. */
const wholeTree = 'the whole tree';
/** A tree with the conflicts of some files resolved. */
function applyFiles({ repository }, tree, files) {
    return editTree(repository, tree, new Map(files.map(({ conflict, result }) => [conflict.path, result])));
}
/** The three versions of a file as text; undefined when one of them is not there or not a plain file. */
async function tryReadVersions({ repository }, { path, base, ours, theirs }) {
    const sides = [ours, theirs, ...(base === undefined ? [] : [base])];
    if (sides.some(side => side === undefined || !side.mode.startsWith('100')))
        return undefined;
    const read = async (side) => side && String((await repository.objects.read(side.id))?.content);
    const texts = await Promise.all([read(base), read(ours), read(theirs)]);
    return { path, base: texts[0], ours: texts[1], theirs: texts[2] };
}
/** The mode of a merged file: that of the side that has changed it. Undefined when both have, differently. */
function tryMergeModes({ base, ours, theirs }) {
    if (ours?.mode === theirs?.mode)
        return ours?.mode;
    if (base?.mode === ours?.mode)
        return theirs?.mode;
    return base?.mode === theirs?.mode ? ours?.mode : undefined;
}

// EXTERNAL MODULE: ./lib/merge/generated.js
var generated = __webpack_require__(6481);
;// CONCATENATED MODULE: ./lib/commands/integrate/regenerate.js















const worktreeName = '_generate';
/** Whether a file is made by a command from others, so that it is not merged but made anew. A side that has deleted it wants none. */
function isGenerated(context, { path, ours, theirs }) {
    if (!context.plan.integration.resolvers.includes('generated'))
        return false;
    const areFiles = [ours, theirs].every(side => side?.mode.startsWith('100'));
    return areFiles && toGenerator(context, path) !== undefined;
}
function toGenerator({ plan }, path) {
    const own = Object.entries(plan.integration.generated).find(([glob]) => (0,globs/* toMatcher */.WV)([glob])(path));
    if (own !== undefined)
        return { command: own[1], program: undefined, folder: '.' };
    const rule = (0,generated/* toGeneratedRule */.B)(path);
    return rule && { command: rule.command, program: rule.program, folder: (0,external_node_path_.dirname)(path) };
}
/**
 * Makes generated files anew from the merged rest: in a worktree in which they are as on the side that is merged into. What a
 * command makes is remembered, so that the same merge is the same on a machine where the command answers differently.
 */
async function regenerate(resolving, merge, files, generated) {
    if (generated.length === 0)
        return { files: [] };
    const { cache } = resolving;
    const known = await Promise.all(generated.map(conflict => cache.tryFind(conflict)));
    if (known.every(found => found !== undefined)) {
        return {
            files: generated.map((conflict, index) => {
                const { result, proof = '' } = known[index] ?? {};
                return {
                    conflict,
                    result: result,
                    by: 'rule:generated',
                    proof,
                    choices: [],
                };
            }),
        };
    }
    const oldSide = generated.map(conflict => ({
        conflict,
        result: conflict.ours,
        by: 'rule:generated',
        proof: '',
        choices: [],
    }));
    const tree = await applyFiles(resolving.harness, merge.record.tree, [...files, ...oldSide]);
    try {
        return await runGenerators(resolving, merge, tree, generated);
    }
    finally {
        await removeTaskFolders(resolving.context, worktreeName);
    }
}
async function runGenerators({ context, harness, cache }, merge, tree, generated) {
    const directory = await checkOut({ context, harness }, merge, tree);
    const commands = new Map();
    for (const { path } of generated) {
        const generator = toGenerator(context, path);
        commands.set(`${generator.folder} ${generator.command}`, generator);
    }
    for (const generator of commands.values()) {
        const problem = await runGenerator(context, directory, generator);
        if (problem !== undefined)
            return { left: generated.map(conflict => ({ conflict, reasons: [`generated: ${problem}`] })) };
    }
    const made = await Promise.all(generated.map(async (conflict) => {
        const path = (0,external_node_path_.join)(directory, conflict.path);
        if (!(await (0,promises_.lstat)(path).catch(() => undefined))?.isFile())
            return undefined;
        const id = await (0,objects/* writeObject */.p)(context.repository.store, 'blob', await (0,promises_.readFile)(path));
        const { mode } = conflict.ours;
        const proof = `made anew by "${toGenerator(context, conflict.path)?.command}"`;
        return { conflict, result: { mode, id }, by: 'rule:generated', proof, choices: [] };
    }));
    const files = made.filter(file => file !== undefined);
    if (files.length < generated.length) {
        const reasons = ['generated: the command did not write the file'];
        return { left: generated.map(conflict => ({ conflict, reasons })) };
    }
    await cache.add(files.map(({ conflict, result, proof }) => toStored(conflict, result, proof)));
    return { files };
}
function toStored({ path, base, ours, theirs }, result, proof) {
    return {
        path,
        base: base?.id ?? null,
        ours: ours?.id ?? '',
        theirs: theirs?.id ?? '',
        result: { mode: result.mode, id: result.id },
        by: 'command',
        proof,
        choices: [],
    };
}
async function runGenerator(context, directory, { command, program, folder }) {
    if (program !== undefined && !(await isInstalled(program, context.repository.env)))
        return `${program} is not installed, and "${command}" would be needed`;
    const { timeoutMinutes } = context.plan.integration;
    const logPath = context.paths.log(integrationName);
    const end = await runScript(context, {
        script: command,
        directory: (0,external_node_path_.join)(directory, folder),
        env: toCommandEnvironment(context),
        logPath,
        title: 'generate',
        timeoutMinutes,
    });
    if (end.kind === 'exited' && end.code === 0)
        return undefined;
    const said = toTellingLine(readTail(logPath, 0, 1 << 16));
    return `"${command}" ${toEndText(end, timeoutMinutes)}: ${said}`;
}
async function checkOut({ context, harness }, { ours, theirs }, tree) {
    const commit = await writeCommit(harness.repository.store, {
        tree,
        parents: [ours, theirs],
        author: harnessIdentity,
        committer: harnessIdentity,
        date: 0,
        message: 'A merge without its generated files',
        trailers: [],
    });
    const { path } = await createWorktree(harness, {
        path: context.paths.worktree(worktreeName),
        stateFolder: context.paths.task(worktreeName).worktreeState,
        commit,
        branch: worktreeName,
        packedRefs: context.visibleRefs,
    });
    return path;
}

;// CONCATENATED MODULE: ./lib/commands/integrate/resolve-by-rules.js


/** Resolves the conflict of one file by what its three versions say, and nothing else: the same everywhere. */
async function resolveByRules(harness, resolvers, conflict) {
    const versions = await tryReadVersions(harness, conflict);
    const mode = tryMergeModes(conflict);
    if (versions === undefined || mode === undefined)
        return { conflict, reasons: [toShapeReason(conflict)] };
    const { resolveText } = await __webpack_require__.e(/* import() */ 173).then(__webpack_require__.bind(__webpack_require__, 6173));
    const answer = await resolveText(versions, { resolvers });
    if (answer.kind === 'declined')
        return { conflict, reasons: answer.reasons };
    const id = await (0,objects/* writeObject */.p)(harness.repository.store, 'blob', answer.text);
    const choices = answer.choices.map(({ sentence }) => sentence);
    return { conflict, result: { mode, id }, by: `rule:${answer.tier}`, proof: answer.proof, choices };
}
/** The same for all files of a merge on which git stopped. All or none. */
async function resolveMergeByRules(harness, { resolvers, onConflict }, record) {
    const { tree, conflicts } = record;
    const awkward = findAwkward(record);
    if (awkward.length > 0)
        return { kind: 'unresolved', left: awkward };
    const allowed = onConflict === 'stop' ? [] : resolvers;
    const tried = await Promise.all(conflicts.map(conflict => resolveByRules(harness, allowed, conflict)));
    const left = tried.filter(file => 'reasons' in file);
    if (left.length > 0)
        return { kind: 'unresolved', left };
    const files = tried.filter(file => 'result' in file);
    return { kind: 'resolved', tree: await applyFiles(harness, tree, files), files };
}
function toShapeReason({ base, ours, theirs }) {
    if (ours === undefined || theirs === undefined) {
        const side = ours === undefined ? 'what is merged so far' : 'the branch';
        return base === undefined ? 'a rename or a folder is in the way' : `${side} deletes or moves it`;
    }
    return 'its type or its mode was changed differently';
}

;// CONCATENATED MODULE: ./lib/agent/resolve-prompt.js
/** The prompt for an agent that resolves the conflicts of a merge. */
function toResolvePrompt(facts) {
    return `${[
        '# Resolve the conflicts of a merge',
        'Two pieces of work changed the same places. Your checkout holds their merge; the files below have conflict markers. Make each of them what it would be if both pieces of work had been done one after the other.',
        toFeedback(facts.feedback),
        `## The files\n\n${facts.files.map(toFileLine).join('\n')}`,
        `## What is merged already (ours)\n\n${facts.ours.map(toSide).join('\n\n') || 'The target branch.'}`,
        `## What is merged into it (theirs)\n\n${toSide(facts.theirs)}`,
        toRules(facts),
    ]
        .filter(section => section !== '')
        .join('\n\n')}\n`;
}
function toFeedback(feedback) {
    if (feedback.length === 0)
        return '';
    return `## Your last answer was refused\n\n${feedback.at(-1)}\n\nYour files are as you left them.`;
}
function toFileLine({ path, base, ours, theirs }) {
    const before = base === undefined ? 'both sides have added it' : `before: ${base}`;
    return `- ${path} (${before}; ours: ${ours}; theirs: ${theirs})`;
}
function toSide({ title, prompt, summary }) {
    const report = summary === null ? '' : `\n\nIts report:\n${summary.trim()}`;
    return `### ${title}\n\n${prompt.trim()}${report}`;
}
function toRules({ choicesFile, reportFile }) {
    const rules = [
        'Change only these files, and leave no conflict marker in them.',
        'Drop nothing: every line that one side has added must be there, every line that one side has removed must be gone. This is checked, line by line and word by word.',
        `Where both sides changed the very same thing and only one can be kept, decide, and name it: append a line such as {"path": "src/a.ts", "sentence": "the limit is 20, as theirs needs it", "dropped": ["const limit = 10"]} to ${choicesFile}. "dropped" holds the exact words or lines that are not in the result because of it.`,
        'Do not commit, push, or switch branches. Nobody can answer questions.',
        `At the end, write a few sentences about what you decided to ${reportFile}`,
    ];
    return `## Rules\n\n${rules.map(rule => `- ${rule}`).join('\n')}`;
}

// EXTERNAL MODULE: ./lib/merge/lines.js
var lines = __webpack_require__(5743);
// EXTERNAL MODULE: ./lib/merge/proof/words.js
var proof_words = __webpack_require__(7944);
// EXTERNAL MODULE: ./lib/merge/three-way.js
var three_way = __webpack_require__(5318);
;// CONCATENATED MODULE: ./lib/merge/contested.js



/**
 * The choices of somebody who is not trusted to make any: of what is claimed, only words count that stand where both sides have changed
 * the very same place, and only as long as something is left of what a side has put there.
 */
function toContestedChoices(conflict, claims) {
    const { base = '', ours, theirs } = conflict;
    const regions = (0,three_way/* toRegions */.pU)((0,lines/* toLines */.P_)(base), (0,lines/* toLines */.P_)(ours), (0,lines/* toLines */.P_)(theirs)).filter(isContested);
    const claimed = new Set(claims.flatMap(({ dropped }) => dropped.flatMap(proof_words/* toWords */.x)));
    const there = toSet(regions.filter(region => leavesSome(region, claimed)).flatMap(toSides));
    const before = toSet(regions.flatMap(region => region.base));
    return claims.map(({ sentence, dropped }) => {
        const words = dropped.flatMap(proof_words/* toWords */.x);
        return {
            sentence,
            dropped: words.filter(word => there.has(word)),
            kept: words.filter(word => before.has(word)),
        };
    });
}
function isContested({ base, ours, theirs }) {
    return ours.join() !== base.join() && theirs.join() !== base.join();
}
/** Whether the claims leave a word that a side has added; where no side has added any, there is none to leave. */
function leavesSome(region, claimed) {
    const before = toSet(region.base);
    const added = [...toSet(toSides(region))].filter(word => !before.has(word));
    return added.length === 0 || added.some(word => !claimed.has(word));
}
function toSides({ ours, theirs }) {
    return [...ours, ...theirs];
}
function toSet(lines) {
    return new Set(lines.flatMap(proof_words/* toWords */.x));
}

// EXTERNAL MODULE: ./lib/merge/proof/check-proof.js + 5 modules
var check_proof = __webpack_require__(2629);
// EXTERNAL MODULE: ./lib/merge/text-shape.js
var text_shape = __webpack_require__(3961);
// EXTERNAL MODULE: ./lib/agent/agent-keys.js
var agent_keys = __webpack_require__(2205);
;// CONCATENATED MODULE: ./lib/agent/progress-file.js


/** Reads the lines `{"percent": 40, "message": "…"}` that an agent appends to its progress file. Other lines are passed over. */
class ProgressFollower {
    file;
    current = { percent: null, message: null };
    constructor(path) {
        this.file = new LogFollower(path, 0);
    }
    /** The latest progress. A line that says only one of the two leaves the other as it was. */
    read() {
        for (const line of this.file.readLines())
            this.current = { ...this.current, ...toProgress(line) };
        return this.current;
    }
}
function toProgress(line) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        return {}; // not one of the lines that were agreed on
    }
    const { percent, message } = (value ?? {});
    return {
        ...(typeof percent === 'number' && Number.isFinite(percent)
            ? { percent: Math.min(100, Math.max(0, percent)) }
            : {}),
        ...(typeof message === 'string' ? { message: (0,agent_output/* toActivity */.TD)(message) ?? null } : {}),
    };
}

;// CONCATENATED MODULE: ./lib/agent/watch-output.js


const watch_output_pollMilliseconds = 200;
/** Follows what a running agent prints and reports. The function that it answers with takes the rest and ends it. */
function watchOutput(watch) {
    const log = new LogFollower(watch.logPath, watch.logOffset);
    const progressFile = new ProgressFollower(watch.progressPath);
    let shown = { percent: null, message: null };
    const timer = setInterval(() => take(log.readLines()), watch_output_pollMilliseconds);
    return () => {
        clearInterval(timer);
        for (const lines of log.readToEnd())
            take(lines);
    };
    function take(lines) {
        for (const line of lines) {
            const activity = watch.reader.take(line);
            if (activity !== undefined)
                watch.onActivity(activity);
        }
        const progress = progressFile.read();
        if (progress.percent !== shown.percent || progress.message !== shown.message)
            watch.onProgress(progress);
        shown = progress;
    }
}

;// CONCATENATED MODULE: ./lib/commands/run/attempt-record.js


const attempt_record_recordSchema = schemas/* object */.Ikc({
    attempt: schemas/* number */.aig().int(),
    start: schemas/* string */.YjP(),
    startedAt: schemas/* string */.YjP(),
    attemptStartedAt: schemas/* string */.YjP(),
    setupTree: schemas/* string */.YjP().nullable(),
    feedback: schemas/* array */.YOg(schemas/* string */.YjP()),
    agentSeconds: schemas/* number */.aig(),
    usage: schemas/* object */.Ikc({ tokens: schemas/* number */.aig().nullable(), costUsd: schemas/* number */.aig().nullable() }),
    /** Where the output of this attempt begins in the log, in bytes. */
    logOffset: schemas/* number */.aig().int(),
});
async function writeAttemptRecord(path, record) {
    await (0,promises_.writeFile)(`${path}.part`, JSON.stringify(record));
    await (0,promises_.rename)(`${path}.part`, path);
}
async function tryReadAttemptRecord(path) {
    try {
        return attempt_record_recordSchema.parse(JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
    }
    catch {
        return undefined; // there was no attempt, or it had not really begun
    }
}
/** The exit code that a command left behind when it ended by itself, and when (milliseconds since 1970). */
async function tryReadStatus(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    return /^\d+\n?$/.test(text) ? { code: Number(text), endedAt: (await (0,promises_.stat)(path)).mtimeMs } : undefined;
}

;// CONCATENATED MODULE: ./lib/commands/run/attempt.js









/** Starts the agent of a task in its worktree and waits for its end. */
async function runAttempt(context, work, prompt) {
    const { task, attempt } = work;
    const paths = context.paths.task(task.id);
    const agent = context.plan.agents[task.agent];
    await clearAttempt(context, work);
    await (0,promises_.writeFile)(paths.prompt, prompt);
    await writeLogLine(context.paths.log(task.id), `attempt ${attempt} with ${agent.name}`);
    const logOffset = (await (0,promises_.stat)(context.paths.log(task.id))).size;
    await writeAttemptRecord(paths.attempt, toRecord(work, logOffset));
    context.emit({ kind: 'attempt-started', task: task.id, attempt });
    const start = toAgentStart(agent, prompt, paths.prompt);
    const watch = startWatch(context, work, start, logOffset);
    const end = await supervise({
        command: start.command,
        directory: work.worktree.path,
        env: toAgentEnvironment(context, work, { ...(0,agent_keys/* toAgentKeys */.H)(agent, context.repository.keys), ...start.env }),
        logPath: context.paths.log(task.id),
        statusPath: paths.status,
        timeoutMinutes: task.timeoutMinutes,
        stallMinutes: task.stallMinutes,
        stallFiles: [context.paths.log(task.id), paths.progress],
        signal: context.signal,
    });
    return toAttemptEnd(end, start, watch);
}
/** Reads what an attempt came to that ended while nobody was there to see it. */
function readLeftAttempt(context, work, end, logOffset) {
    const agent = context.plan.agents[work.task.agent];
    const start = toAgentStart(agent, '', context.paths.task(work.task.id).prompt);
    return toAttemptEnd(end, start, startWatch(context, work, start, logOffset));
}
/** Takes away what another attempt may have left, so that it is not taken for the result of this one. */
async function clearAttempt(context, { task }) {
    const paths = context.paths.task(task.id);
    await (0,promises_.mkdir)(paths.folder, { recursive: true });
    for (const path of [paths.status, `${paths.status}.pid`, paths.progress, paths.report])
        await (0,promises_.rm)(path, { force: true });
    await (0,promises_.writeFile)(paths.forecast, '', { flag: 'a' }); // there from the start, so that it can be read at any time
}
function toRecord(work, logOffset) {
    const { attempt, start, startedAt, setupTree, feedback, agentSeconds, usage } = work;
    return {
        attempt,
        start,
        startedAt,
        setupTree,
        feedback: [...feedback],
        agentSeconds,
        usage,
        logOffset,
        attemptStartedAt: new Date().toISOString(),
    };
}
/** What it said last is looked through for a reason when it fails. */
const rememberedLines = 50;
function startWatch(context, { task }, start, logOffset) {
    const said = [];
    const finish = watchOutput({
        logPath: context.paths.log(task.id),
        logOffset,
        progressPath: context.paths.task(task.id).progress,
        reader: start.reader,
        onActivity: text => {
            said.push(text);
            if (said.length > rememberedLines)
                said.shift();
            context.emit({ kind: 'activity', task: task.id, text });
        },
        onProgress: progress => context.emit({ kind: 'progress', task: task.id, ...progress }),
    });
    return { finish, lastWords: () => (said.length === 0 ? undefined : toTellingLine(said)) };
}
function toAttemptEnd(end, { reader }, watch) {
    watch.finish();
    return { end, usage: reader.usage(), trouble: reader.trouble(), lastWords: watch.lastWords() };
}
function toAgentEnvironment(context, work, agentEnv) {
    const paths = context.paths.task(work.task.id);
    return {
        ...toTaskEnvironment(context, work.task, work.start, agentEnv),
        PARALLEL_AGENTS_ATTEMPT: String(work.attempt),
        PARALLEL_AGENTS_PROMPT_FILE: paths.prompt,
        PARALLEL_AGENTS_PROGRESS_FILE: paths.progress,
        PARALLEL_AGENTS_REPORT_FILE: paths.report,
        ...(context.plan.integration.onForecast === 'tell-agents'
            ? { PARALLEL_AGENTS_FORECAST_FILE: paths.forecast }
            : {}),
    };
}

;// CONCATENATED MODULE: ./lib/commands/integrate/resolve-with-agent.js

















const mostChoiceBytes = 1 << 20;
const choiceSchema = schemas/* object */.Ikc({
    path: schemas/* string */.YjP(),
    sentence: schemas/* string */.YjP().min(1).max(500),
    dropped: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
});
/**
 * Asks the agent of the integration about the files that rules could not resolve, in a worktree of the merge. Its answer is only
 * taken when it drops nothing; otherwise it is told what was lost, as often as the plan allows. What is taken is remembered.
 */
async function resolveWithAgent(resolving, merge, resolved, left) {
    const { context, harness } = resolving;
    if (context.plan.integration.agent === undefined)
        return { files: [], left };
    const questions = await Promise.all(left.map(file => tryQuestion(resolving, file)));
    if (questions.some(question => question === undefined))
        return { files: [], left };
    const tree = await applyFiles(harness, merge.record.tree, resolved);
    const session = new Session(resolving, merge, questions, tree);
    try {
        return await session.run();
    }
    finally {
        await session.close();
    }
}
async function tryQuestion({ harness }, { conflict, reasons }) {
    const versions = await tryReadVersions(harness, conflict);
    const mode = tryMergeModes(conflict);
    if (versions === undefined || mode === undefined)
        return undefined;
    const isText = (0,text_shape/* findUnfit */.M)([versions.base ?? '', versions.ours, versions.theirs]) === undefined;
    return isText ? { conflict, versions, mode, reasons } : undefined;
}
class Session {
    resolving;
    merge;
    questions;
    tree;
    task;
    /** Where files about this session are: outside of the worktree. */
    context;
    constructor(resolving, merge, questions, tree) {
        const { context, harness } = resolving;
        this.resolving = resolving;
        this.merge = merge;
        this.questions = questions;
        this.tree = tree;
        const own = context.plan.tasks.find(({ id }) => id === merge.task);
        const agent = context.plan.integration.agent;
        this.task = { ...own, id: `_resolve-${merge.task}`, agent };
        // What it prints goes to the log of the task; it is not an attempt at that task.
        const paths = { ...context.paths, log: () => context.paths.log(merge.task) };
        this.context = { ...context, harness, repository: harness.repository, paths, emit: () => { } };
    }
    async run() {
        const { plan } = this.context;
        const paths = this.questions.map(({ conflict }) => conflict.path);
        this.resolving.context.emit({
            kind: 'resolving',
            task: this.merge.task,
            agent: this.task.agent,
            paths,
        });
        const worktree = await this.checkOut();
        const files = await this.writeVersions();
        const feedback = [];
        for (let round = 1; round <= plan.integration.agentRounds; round++) {
            const work = this.toWork(worktree, round, feedback);
            const prompt = await this.toPrompt(files, feedback);
            await (0,promises_.rm)(this.choicesPath(), { force: true, recursive: true });
            const { end, lastWords } = await runAttempt(this.context, work, prompt);
            if (end.kind === 'stopped')
                break;
            if (end.kind !== 'exited' || end.code !== 0) {
                feedback.push(`You ended without success${lastWords === undefined ? '' : `: ${lastWords}`}.`);
                continue;
            }
            const answer = await this.judge(work);
            if (answer.problems.length === 0)
                return this.accept(answer.files);
            feedback.push(answer.problems.join('\n'));
        }
        const { agent } = this.task;
        return { files: [], left: this.questions.map(question => toLeft(question, agent, feedback)) };
    }
    async close() {
        await removeTaskFolders(this.context, this.task.id);
    }
    choicesPath() {
        return (0,external_node_path_.join)(this.context.paths.task(this.task.id).folder, 'choices.jsonl');
    }
    async checkOut() {
        const { harness } = this.resolving;
        const commit = await writeCommit(harness.repository.store, {
            tree: this.tree,
            parents: [this.merge.ours, this.merge.theirs],
            author: harnessIdentity,
            committer: harnessIdentity,
            date: 0,
            message: 'A merge with conflicts',
            trailers: [],
        });
        const { paths, visibleRefs } = this.context;
        const worktree = await createWorktree(harness, {
            path: paths.worktree(this.task.id),
            stateFolder: paths.task(this.task.id).worktreeState,
            commit,
            branch: this.task.id,
            packedRefs: visibleRefs,
        });
        return { worktree, commit };
    }
    toWork({ worktree, commit }, attempt, feedback) {
        return {
            task: this.task,
            start: commit,
            startedAt: new Date().toISOString(),
            worktree,
            setupTree: null,
            attempt,
            feedback,
            agentSeconds: 0,
            usage: agent_output/* unknownUsage */.wD,
        };
    }
    async writeVersions() {
        const folder = (0,external_node_path_.join)(this.context.paths.task(this.task.id).folder, 'versions');
        return Promise.all(this.questions.map(async ({ versions }, index) => {
            const name = (side) => (0,external_node_path_.join)(folder, String(index), side);
            await (0,promises_.mkdir)((0,external_node_path_.join)(folder, String(index)), { recursive: true });
            await (0,promises_.writeFile)(name('ours'), versions.ours);
            await (0,promises_.writeFile)(name('theirs'), versions.theirs);
            if (versions.base !== undefined)
                await (0,promises_.writeFile)(name('base'), versions.base);
            const base = versions.base === undefined ? undefined : name('base');
            return { path: versions.path, base, ours: name('ours'), theirs: name('theirs') };
        }));
    }
    async toPrompt(files, feedback) {
        const { reportPath, theirs, ours } = await this.toSides();
        return toResolvePrompt({
            files,
            ours,
            theirs,
            feedback,
            choicesFile: this.choicesPath(),
            reportFile: reportPath,
        });
    }
    /** The words of the task that is merged, and of those that are merged already and may change the same files. */
    async toSides() {
        const { plan, store, paths } = this.context;
        const changed = this.questions.map(({ conflict }) => conflict.path);
        const reports = new Map();
        for (const task of plan.tasks) {
            const result = await store.readResult(task.id);
            if (!(await this.touches(result, changed)))
                continue;
            reports.set(task.id, { title: task.title, prompt: task.prompt, summary: result?.summary ?? null });
        }
        const theirs = reports.get(this.merge.task) ?? { ...this.task, summary: null };
        const ours = this.merge.with.map(id => reports.get(id)).filter(report => report !== undefined);
        return { reportPath: paths.task(this.task.id).report, theirs, ours };
    }
    async touches(result, paths) {
        if (result?.commit == null || result.base === null)
            return false;
        const changes = await readChanges(this.context.repository, result.base, result.commit);
        return changes.some(change => paths.includes(change.path));
    }
    async judge(work) {
        const { harness } = this.resolving;
        const { tree } = await takeSnapshot(harness, work.worktree, undefined);
        const choices = await this.readChoices();
        const problems = [];
        const files = [];
        for (const question of this.questions) {
            const { path } = question.conflict;
            const blob = await harness.repository.objects.read(`${tree}:${path}`);
            if (blob?.type !== 'blob') {
                problems.push(`${path}: it is not there any more`);
                continue;
            }
            const own = toContestedChoices(question.versions, choices.filter(choice => choice.path === path));
            const proof = await (0,check_proof/* checkProof */.D)(question.versions, blob.content.toString('utf8'), own);
            if (proof.kind === 'refuted')
                problems.push(...proof.problems.map(problem => `${path}: ${problem}`));
            else {
                // It is remembered, so it must be in the repository and not only where merges are tried.
                const id = await (0,objects/* writeObject */.p)(this.resolving.context.repository.store, 'blob', blob.content);
                files.push(toResolved(question, { mode: question.mode, id }, proof.checked, own));
            }
        }
        return { problems, files };
    }
    async readChoices() {
        const text = (await tryReadPlainFile(this.choicesPath(), mostChoiceBytes)) ?? '';
        return text
            .split('\n')
            .filter(line => line.trim() !== '')
            .flatMap(line => tryChoice(line));
    }
    async accept(files) {
        await this.resolving.cache.add(files.map(({ conflict: { path, base, ours, theirs }, result, proof, choices }) => ({
            path,
            base: base?.id ?? null,
            ours: ours?.id ?? '',
            theirs: theirs?.id ?? '',
            result: { mode: result.mode, id: result.id },
            by: 'agent',
            proof,
            choices: [...choices],
        })));
        return { files, left: [] };
    }
}
function toResolved({ conflict }, result, proof, choices) {
    return { conflict, result, by: 'agent', proof, choices: choices.map(({ sentence }) => sentence) };
}
function toLeft({ conflict, reasons }, agent, feedback) {
    const last = feedback.at(-1);
    return {
        conflict,
        reasons: last === undefined ? reasons : [...reasons, `${agent}: ${last.split('\n')[0]}`],
    };
}
function tryChoice(line) {
    try {
        return [choiceSchema.parse(JSON.parse(line))];
    }
    catch {
        return []; // the proof says what is missing
    }
}

;// CONCATENATED MODULE: ./lib/commands/integrate/resolve-with-driver.js








/** As their own documentation configures them for git. */
const drivers = [
    {
        program: 'mergiraf',
        toArguments: ({ base, ours, theirs, path }) => ['merge', '--git', base, ours, theirs, '-p', path],
    },
    { program: 'weave-driver', toArguments: ({ base, ours, theirs, path }) => [base, ours, theirs, '7', path] },
];
const driverMilliseconds = 30_000;
/**
 * Asks the merge drivers that are installed about a file that rules could not resolve. Their answer is accepted only with the proof, like
 * any other, and remembered, so that the same merge is the same where they are not installed.
 */
async function resolveWithDriver(resolving, file) {
    const { context } = resolving;
    if (!context.plan.integration.resolvers.includes('drivers'))
        return file;
    const reasons = [...file.reasons];
    for (const driver of drivers) {
        if (!(await isInstalled(driver.program, context.repository.env)))
            continue;
        const answer = await tryDriver(resolving, driver, file);
        if (typeof answer !== 'string')
            return answer;
        reasons.push(`${driver.program}: ${answer}`);
    }
    return { ...file, reasons };
}
async function tryDriver({ context, harness, cache }, driver, { conflict }) {
    const versions = await tryReadVersions(harness, conflict);
    const mode = tryMergeModes(conflict);
    const { path, base, ours, theirs } = conflict;
    if (versions === undefined || mode === undefined || !ours || !theirs)
        return 'not a file that both sides have';
    const unfit = (0,text_shape/* findUnfit */.M)([versions.base ?? '', versions.ours, versions.theirs]);
    if (unfit !== undefined)
        return unfit;
    const folder = (0,external_node_path_.join)(context.paths.scripts, `driver-${ours.id}-${theirs.id}`);
    try {
        const text = await runDriver(context.repository.env, driver, folder, versions);
        if (text === undefined)
            return 'it leaves a conflict';
        const proof = await (0,check_proof/* checkProof */.D)(versions, text, []);
        if (proof.kind === 'refuted')
            return proof.problems.join('; ');
        // It is remembered, so it must be in the repository and not only where merges are tried.
        const id = await (0,objects/* writeObject */.p)(context.repository.store, 'blob', text);
        const result = { mode, id };
        const checked = `${driver.program}: ${proof.checked}`;
        const key = { path, base: base?.id ?? null, ours: ours.id, theirs: theirs.id };
        const entry = { mode: mode, id };
        await cache.add([{ ...key, result: entry, by: 'driver', proof: checked, choices: [] }]);
        return { conflict, result, by: 'rule:drivers', proof: checked, choices: [] };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function runDriver(env, { program, toArguments }, folder, { path, base = '', ours, theirs }) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const place = (side) => (0,external_node_path_.join)(folder, `${side}-${(0,external_node_path_.basename)(path)}`);
    const files = { base: place('base'), ours: place('ours'), theirs: place('theirs'), path };
    await (0,promises_.writeFile)(files.base, base);
    await (0,promises_.writeFile)(files.ours, ours);
    await (0,promises_.writeFile)(files.theirs, theirs);
    const isDone = await new Promise(resolve => {
        const options = { cwd: folder, env, timeout: driverMilliseconds };
        (0,external_node_child_process_.execFile)(program, toArguments(files), options, error => resolve(error === null));
    });
    return isDone ? (0,promises_.readFile)(files.ours, 'utf8') : undefined;
}

;// CONCATENATED MODULE: ./lib/commands/integrate/resolve-merge.js





/**
 * Climbs the ladder for every file on which git stopped: what is remembered, rules, an agent; then files that a command makes are
 * made anew from the merged rest. All files or none: a merge that is resolved in part is not made.
 */
async function resolveMerge(resolving, merge) {
    const { context, harness } = resolving;
    if (context.plan.integration.onConflict === 'stop')
        return leave(merge, 'the plan leaves conflicts to people');
    const awkward = findAwkward(merge.record);
    if (awkward.length > 0)
        return { kind: 'unresolved', left: awkward };
    const generated = merge.record.conflicts.filter(conflict => isGenerated(context, conflict));
    const others = merge.record.conflicts.filter(conflict => !generated.includes(conflict));
    const tried = await Promise.all(others.map(conflict => resolveFile(resolving, conflict)));
    const files = tried.filter(file => 'result' in file);
    let left = tried.filter(file => 'reasons' in file);
    if (left.length > 0 && resolving.asksAgent) {
        const answer = await resolveWithAgent(resolving, merge, files, left);
        files.push(...answer.files);
        left = answer.left;
    }
    if (left.length > 0)
        return { kind: 'unresolved', left };
    const made = await regenerate(resolving, merge, files, generated);
    if ('left' in made)
        return { kind: 'unresolved', left: made.left };
    files.push(...made.files);
    return { kind: 'resolved', tree: await applyFiles(harness, merge.record.tree, files), files };
}
/** How a stored resolution is called in reports. */
const storedNames = { agent: 'agent', person: 'person', command: 'rule:generated', driver: 'rule:drivers' };
async function resolveFile(resolving, conflict) {
    const { harness, cache, context } = resolving;
    const { resolvers } = context.plan.integration;
    const known = resolvers.includes('cache') ? await cache.tryFind(conflict) : undefined;
    if (known === undefined) {
        const answer = await resolveByRules(harness, resolvers, conflict);
        return 'result' in answer ? answer : resolveWithDriver(resolving, answer);
    }
    const { result, by, proof, choices } = known;
    return { conflict, result, by: storedNames[by], proof, choices };
}
function leave({ record }, reason) {
    return { kind: 'unresolved', left: record.conflicts.map(conflict => ({ conflict, reasons: [reason] })) };
}

;// CONCATENATED MODULE: ./lib/commands/integrate/write-merge.js

/** Writes a merge commit. Its date is that of the later parent, so that the same merge is the same commit wherever it is made. */
async function writeMerge(repository, request) {
    const { ours, theirs, tree, message, trailers } = request;
    const parents = [ours, theirs];
    const dates = await Promise.all(parents.map(parent => readDate(repository, parent)));
    const date = Math.max(...dates);
    const commit = await writeCommit(repository.store, {
        tree,
        parents,
        author: harnessIdentity,
        committer: harnessIdentity,
        date,
        message,
        trailers,
    });
    knownDates.set(commit, date);
    return commit;
}
/** Merges are made one on top of another: what was just written need not be asked for. */
const knownDates = new Map();
async function readDate(repository, commit) {
    const known = knownDates.get(commit);
    if (known !== undefined)
        return known;
    const object = await repository.objects.read(commit);
    const { committedAt } = readCommitText(String(object?.content));
    knownDates.set(commit, committedAt);
    return committedAt;
}

;// CONCATENATED MODULE: ./lib/commands/integrate/merge-chain.js






/**
 * Merges branches one after another, each with a merge commit of its own. A branch that conflicts is left out, with all that
 * require it. A merge of the same two commits is made once, so that leaving a branch out costs only what comes behind it.
 */
class MergeChain {
    parts;
    made = new Map();
    constructor(parts) {
        this.parts = parts;
    }
    /** What becomes of every branch but these. */
    async merge(leftOut) {
        const inChain = new Set();
        const steps = [];
        let tip = this.parts.start;
        for (const branch of this.parts.branches) {
            if (leftOut.has(branch.task))
                continue;
            const step = await this.mergeBranch(tip, branch, inChain);
            steps.push(step);
            if (step.kind !== 'merged')
                continue;
            tip = step;
            inChain.add(branch.task);
        }
        return steps;
    }
    async mergeBranch(tip, branch, inChain) {
        const { task, commit } = branch;
        const missing = [...branch.requires].filter(id => !inChain.has(id));
        if (missing.length > 0)
            return { kind: 'held', task, by: missing };
        if (branch.isInBase)
            return { kind: 'merged', task, commit: tip.commit, tree: tip.tree, resolved: [] };
        const key = `${tip.commit} ${commit}`;
        const known = this.made.get(key) ?? this.make(tip, branch, [...inChain]);
        this.made.set(key, known);
        return known;
    }
    async make(tip, branch, before) {
        const { merger } = this.parts;
        const { task, commit } = branch;
        const record = await tryMerge(merger, tip.commit, commit);
        if (typeof record === 'string')
            return toFailedMerge(tip, branch, record);
        if (record.kind === 'clean')
            return this.write(tip, branch, record.tree, []);
        const merge = { task, ours: tip.commit, theirs: commit, record, with: before };
        const resolution = await this.resolve(merge);
        if (resolution.kind === 'unresolved')
            return { kind: 'conflicted', task, left: resolution.left, theirs: commit, tree: record.tree };
        return this.write(tip, branch, resolution.tree, resolution.files);
    }
    resolve(merge) {
        const { context, harness, cache } = this.parts;
        return resolveMerge({ context, harness, cache, asksAgent: true }, merge);
    }
    async write(tip, { task, title, commit }, tree, resolved) {
        const { context, harness } = this.parts;
        const merged = await writeMerge(harness.repository, {
            ours: tip.commit,
            theirs: commit,
            tree,
            message: `Merge task ${task}: ${title}`,
            trailers: [...toTrailers(context, task), ...resolved.map(toResolvedTrailer)],
        });
        return { kind: 'merged', task, commit: merged, tree, resolved };
    }
}
/** git before 2.40 ends itself on some moves of whole folders: then it is for people to say how these two belong together. */
async function tryMerge(merger, ours, theirs) {
    try {
        return await merger.merge(ours, theirs);
    }
    catch (error) {
        if (error instanceof run_git/* GitError */.XS)
            return error.message;
        throw error;
    }
}
function toFailedMerge(tip, { task, commit }, reason) {
    const left = [{ conflict: { path: wholeTree }, reasons: [reason] }];
    return { kind: 'conflicted', task, left, theirs: commit, tree: tip.tree };
}
/** `Resolved: src/a.ts (rule:keys; parses, nothing dropped)`. */
function toResolvedTrailer({ conflict, by, proof, choices }) {
    return ['Resolved', `${conflict.path} (${[by, proof, ...choices].join('; ')})`];
}
async function readTip({ repository }, commit) {
    const object = await repository.objects.read(commit);
    return { commit, tree: readCommitText(String(object?.content)).tree };
}

;// CONCATENATED MODULE: ./lib/commands/integrate/resolution-cache.js



const objectId = schemas/* string */.YjP().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
const entrySchema = schemas/* strictObject */.rej({
    path: schemas/* string */.YjP().max(4096),
    base: objectId.nullable(),
    ours: objectId,
    theirs: objectId,
    /** What stands there instead. */
    result: schemas/* strictObject */.rej({ mode: schemas/* enum */.k5n(['100644', '100755']), id: objectId }),
    by: schemas/* enum */.k5n(['agent', 'person', 'command', 'driver']),
    /** What was checked. */
    proof: schemas/* string */.YjP(),
    choices: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const indexSchema = schemas/* strictObject */.rej({ version: schemas/* literal */.euz(1), resolutions: schemas/* array */.YOg(entrySchema) });
/**
 * Remembers resolutions by the blobs that were merged, so that the same merge is the same whenever and wherever it is made. They are
 * a tree on a ref of the run: an index, and the files themselves so that they travel along.
 */
class ResolutionCache {
    context;
    entries;
    constructor(context) {
        this.context = context;
    }
    async tryFind(conflict) {
        return (await this.load()).get(resolution_cache_toKey(conflict));
    }
    /** Stores resolutions in one step. Their results must be objects of the repository. */
    async add(resolutions) {
        const entries = await this.load();
        for (const resolution of resolutions)
            entries.set(toStoredKey(resolution), resolution);
        const { repository, store } = this.context;
        const all = [...entries.values()];
        const index = await store.writeJson({ version: 1, resolutions: all });
        const files = all.map(({ result }) => [
            `files/${result.id}`,
            { mode: '100644', id: result.id },
        ]);
        const edits = new Map([...files, ['index.json', { mode: '100644', id: index }]]);
        const empty = await editTree(repository, await writeEmptyTree(this.context), edits);
        await store.pointRefs([[store.refs.resolutions, empty]]);
    }
    async load() {
        if (this.entries === undefined) {
            const { store } = this.context;
            const index = await store.readJson(`${store.refs.resolutions}:index.json`, indexSchema);
            this.entries = new Map(index?.resolutions.map(entry => [toStoredKey(entry), entry]));
        }
        return this.entries;
    }
}
function writeEmptyTree({ repository }) {
    return (0,objects/* writeObject */.p)(repository.store, 'tree', '');
}
function resolution_cache_toKey({ path, base, ours, theirs }) {
    return [path, base?.id ?? '', ours?.id ?? '', theirs?.id ?? ''].join(' ');
}
function toStoredKey({ path, base, ours, theirs }) {
    return [path, base ?? '', ours, theirs].join(' ');
}

;// CONCATENATED MODULE: ./lib/commands/integrate/with-chain.js





/** Makes ready to merge the branches of all tasks that succeeded onto a base, for as long as some work takes. */
async function withChain(context, base, results, work) {
    const branches = await toBranches(context, base, results);
    const known = [base, ...branches.map(({ commit }) => commit)];
    const harness = await openScratch(context.harness, context.paths.scratch);
    await writeCommitGraph(harness, known);
    const merger = await Merger.open(harness, base);
    try {
        const start = await readTip(context, base);
        const cache = new ResolutionCache(context);
        const chain = new MergeChain({ context, harness, merger, cache, start, branches });
        return await work({ harness, start, branches, chain, known });
    }
    finally {
        merger.close();
        await closeScratch(harness);
    }
}

;// CONCATENATED MODULE: ./lib/commands/integrate/integrate.js






/** Merges the branches of all tasks that succeeded onto a base, finds out which of them break the test, and keeps the tested rest. */
async function integrate(context, base, results) {
    return withChain(context, base, results, async (site) => {
        const tester = new TreeTester(context, site.harness);
        try {
            const integrated = await new Integration(context, site, tester, results).run();
            await keepObjects(site.harness, context.harness, integrated.tip.commit, site.known);
            return integrated;
        }
        finally {
            await tester.close();
        }
    });
}
class Integration {
    base;
    parallel;
    flakyRetries;
    context;
    tester;
    site;
    results;
    landings = new Map();
    steps = [];
    constructor(context, site, tester, results) {
        const { testParallel, flakyRetries } = context.plan.integration;
        this.context = context;
        this.site = site;
        this.results = results;
        this.tester = tester;
        this.base = site.start;
        this.parallel = testParallel;
        this.flakyRetries = flakyRetries;
    }
    async run() {
        const whole = await this.merge(new Set());
        const warnings = await inspectMerges(this.context, this.site, whole, this.results);
        for (const { text } of warnings)
            this.context.emit({ kind: 'notice', text });
        const landable = await findLandable(this);
        await this.tester.forgetFailures();
        for (const step of this.steps)
            await this.note(step);
        return this.finish(landable, warnings);
    }
    async merge(evicted) {
        this.steps = await this.site.chain.merge(evicted);
        return this.steps.filter(step => step.kind === 'merged');
    }
    test(request) {
        return this.tester.test(request);
    }
    canChoose(tests) {
        return this.tester.canChoose(tests);
    }
    onEvicted(task, reason) {
        this.context.emit({ kind: 'evicted', task, reason });
    }
    /** What became of a branch in the chain that counts. */
    async note(step) {
        const { context } = this;
        if (step.kind === 'merged') {
            this.landings.set(step.task, { landing: 'landed', reason: null });
            context.emit({ kind: 'merged', task: step.task });
            return;
        }
        const landing = step.kind;
        const reason = step.kind === 'held'
            ? `needs ${step.by.join(', ')}, which did not land`
            : await nameConflict(context, this.site.branches, step, this.mergedBefore(step));
        this.landings.set(step.task, { landing, reason });
        context.emit({ kind: 'not-merged', task: step.task, landing, reason });
    }
    mergedBefore(step) {
        return this.steps.slice(0, this.steps.indexOf(step)).filter(other => other.kind === 'merged');
    }
    finish(landable, all) {
        const { base, tester } = this;
        const common = { base: base.commit, testRuns: tester.runs, conflicts: this.toConflicts() };
        if (landable.kind !== 'tested') {
            const trouble = toTrouble(landable);
            this.holdAll(trouble);
            const tests = landable.kind === 'base-fails' && landable.stage === 'test' ? 'failed' : 'none';
            return {
                ...common,
                tip: base,
                tests,
                failsOnBase: [],
                flaky: [],
                warnings: [],
                landings: this.landings,
                trouble,
            };
        }
        const { chain, evicted, failsOnBase, flaky } = landable;
        const landed = all.filter(({ task }) => chain.some(link => link.task === task));
        for (const [task, reason] of evicted)
            this.landings.set(task, { landing: 'evicted', reason });
        const hasTest = this.context.plan.integration.test !== undefined;
        return {
            ...common,
            tip: chain.at(-1) ?? base,
            tests: hasTest && chain.length > 0 ? 'passed' : 'none',
            failsOnBase,
            flaky,
            warnings: landed.map(({ text }) => text),
            landings: this.landings,
            trouble: null,
        };
    }
    /** Nothing lands that was not tested. */
    holdAll(reason) {
        for (const [task, { landing }] of this.landings)
            if (landing === 'landed')
                this.landings.set(task, { landing: 'held', reason });
    }
    toConflicts() {
        return this.steps.flatMap((step) => {
            const { task } = step;
            if (step.kind === 'merged')
                return step.resolved.map(({ conflict, by, proof, choices }) => ({
                    task,
                    path: conflict.path,
                    resolution: by,
                    detail: proof,
                    choices: [...choices],
                }));
            if (step.kind === 'held')
                return [];
            return step.left.map(({ conflict, reasons }) => ({
                task,
                path: conflict.path,
                resolution: 'unresolved',
                detail: reasons.at(-1) ?? '',
                choices: [],
            }));
        });
    }
}
function toTrouble(landable) {
    if (landable.kind === 'stopped')
        return 'the run was stopped';
    const { stage, reason } = landable;
    return stage === 'setup' ? reason : `the test fails without any branch: ${reason}`;
}

;// CONCATENATED MODULE: ./lib/commands/integrate/land.js




/** Moves the target to exactly the tested result. If it has moved meanwhile: merges and tests again, a limited number of times. */
async function land(context, first, results) {
    let integrated = first;
    for (let round = 1; round <= context.plan.integration.landRounds; round++) {
        const state = await readTarget(context.repository, context.target);
        if ('refusal' in state)
            return { integrated, done: false, message: state.refusal };
        if (state.tip !== integrated.base) {
            const again = await integrate(context, state.tip, results);
            integrated = { ...again, testRuns: integrated.testRuns + again.testRuns };
        }
        if (!hasLanded(integrated))
            return { integrated, done: false, message: integrated.trouble ?? 'there is nothing to land' };
        const result = await tryLand(context, integrated.tip.commit, state);
        if (result.kind === 'ended')
            return { integrated, done: result.done, message: result.message };
    }
    const rounds = context.plan.integration.landRounds;
    return {
        integrated,
        done: false,
        message: `${context.target} moved ${rounds} times while its new state was tested`,
    };
}
function hasLanded({ landings, trouble }) {
    return trouble === null && [...landings.values()].some(({ landing }) => landing === 'landed');
}
async function tryLand(context, to, { local, remote }) {
    const { repository, target } = context;
    if (remote !== undefined && remote.id !== to) {
        const push = await pushBranch(repository, remote.at, { from: remote.id, to });
        if (push.kind === 'moved')
            return { kind: 'again' };
        if (push.kind === 'refused')
            return { kind: 'ended', done: false, message: `the push was refused: ${push.reason}` };
    }
    const where = remote === undefined ? target : `${remote.at.remote}/${remote.at.branch}`;
    if (local === to)
        return { kind: 'ended', done: true, message: `${where} is at the result` };
    const move = await moveTarget(repository, target, { from: local, to });
    if (move.kind === 'moved-to-result')
        return { kind: 'ended', done: true, message: `${where} was moved to the result` };
    if (remote !== undefined) {
        const why = move.kind === 'refused' ? move.reason : 'it has moved meanwhile';
        return {
            kind: 'ended',
            done: true,
            message: `${where} was moved to the result; the local ${target} was not: ${why}`,
        };
    }
    return move.kind === 'refused'
        ? { kind: 'ended', done: false, message: `${target} was not moved: ${move.reason}` }
        : { kind: 'again' };
}

;// CONCATENATED MODULE: ./lib/commands/run/script-gate.js




/** The reason is looked for in this much of the output. */
const script_gate_tailBytes = 1 << 16;
const feedbackLines = 60;
const feedbackCharacters = 6000;
/** A gate that is a command in the worktree. The agent is told the end of its output. Undefined: passed. */
async function runScriptGate(context, { task, worktree }, { title, script, name, env }) {
    const logPath = context.paths.log(task.id);
    const logOffset = (await (0,promises_.stat)(logPath)).size;
    const { timeoutMinutes } = task;
    const end = await runScript(context, {
        script,
        directory: worktree.path,
        env,
        logPath,
        title,
        timeoutMinutes,
    });
    if (end.kind === 'stopped')
        return 'stopped';
    if (end.kind === 'exited' && end.code === 0)
        return undefined;
    const output = readTail(logPath, logOffset, script_gate_tailBytes).slice(1);
    const words = output.length === 0 ? '' : `: ${toTellingLine(output)}`;
    const reason = `${name} ${toEndText(end, timeoutMinutes)}${words}`;
    const feedback = `This must pass, and did not: ${reason}. The end of its output:\n\n${toTail(output)}`;
    return { outcome: 'failed', reason, feedback, undo: [] };
}
function toTail(lines) {
    return lines.slice(-feedbackLines).join('\n').slice(-feedbackCharacters);
}

;// CONCATENATED MODULE: ./lib/commands/run/commit-hooks.js






/**
 * Runs pre-commit and commit-msg on what is about to be committed for an agent, if the plan asks for it. The hooks are those
 * of the user's checkout, whatever the agent has in its own.
 */
async function runCommitHooks(context, work, message) {
    if (!context.plan.hooks)
        return { kind: 'accepted', message };
    const messagePath = (0,external_node_path_.join)(context.paths.task(work.task.id).folder, 'message');
    await (0,promises_.writeFile)(messagePath, message);
    for (const [name, script] of hooks) {
        const path = await tryFindHook(context, name);
        if (path === undefined)
            continue;
        const env = await toHookEnvironment(context, work, { HOOK: path, MESSAGE: messagePath });
        const refusal = await runScriptGate(context, work, {
            title: `hook ${name}`,
            name: `the hook ${name}`,
            script,
            env,
        });
        if (refusal === 'stopped')
            return { kind: 'stopped' };
        if (refusal !== undefined)
            return { kind: 'refused', refusal };
    }
    return { kind: 'accepted', message: await (0,promises_.readFile)(messagePath, 'utf8') };
}
const hooks = [
    ['pre-commit', '"$HOOK"'],
    ['commit-msg', '"$HOOK" "$MESSAGE"'],
];
/** Hooks find the change staged, in an index that nobody else uses. */
async function toHookEnvironment(context, work, more) {
    const { worktree, task, start } = work;
    const index = `${worktree.index}.hook`;
    await (0,promises_.copyFile)(worktree.index, index);
    const git = {
        GIT_DIR: worktree.gitDirectory,
        GIT_WORK_TREE: worktree.path,
        GIT_INDEX_FILE: index,
        GIT_EDITOR: ':',
    };
    return { ...toTaskEnvironment(context, task, start, {}), ...git, ...more };
}
async function tryFindHook({ repository }, name) {
    const configured = (0,open_repository/* configValue */.Mn)(repository.config, 'core.hookspath');
    const folder = configured === undefined ? (0,external_node_path_.join)(repository.directory, 'hooks') : (0,external_node_path_.resolve)(repository.root, configured);
    const path = (0,external_node_path_.join)(folder, name);
    return (0,promises_.access)(path, external_node_fs_.constants.X_OK).then(() => path, () => undefined);
}

;// CONCATENATED MODULE: ./lib/commands/run/judge.js








/** An exit code by which a command says that it should be tried again later (EX_TEMPFAIL of sysexits.h). */
const tryLaterCode = 75;
/** Asks all gates about an attempt. The agent's own word counts for nothing but its exit code. */
async function judge(context, work, attempt) {
    if (attempt.end.kind === 'stopped' || context.signal.aborted)
        return { kind: 'stopped' };
    const trouble = tryTrouble(attempt);
    if (trouble !== undefined)
        return { kind: 'trouble', reason: trouble };
    context.emit({ kind: 'phase', task: work.task.id, phase: 'gates' });
    const collected = await collectWork(context, work);
    const refusal = toEndRefusal(attempt, work) ??
        checkChanges(toGateInput(context, work, collected)) ??
        (await runTestGate(context, work));
    if (refusal === 'stopped')
        return { kind: 'stopped' };
    if (refusal !== undefined)
        return { kind: 'refused', collected, refusal };
    const hooks = await runCommitHooks(context, work, toBranchMessage(context, work.task));
    return hooks.kind === 'stopped' ? hooks : { ...hooks, collected };
}
function tryTrouble({ end, trouble }) {
    if (end.kind === 'not-started')
        return end.reason;
    if (end.kind !== 'exited' || end.code === 0)
        return undefined;
    if (end.code === tryLaterCode)
        return `the agent ended with exit code ${tryLaterCode} (try again later)`;
    return trouble;
}
function toEndRefusal({ end, lastWords }, { task }) {
    if (end.kind === 'exited' && end.code === 0)
        return undefined;
    const minutes = end.kind === 'stalled' ? task.stallMinutes : task.timeoutMinutes;
    const what = end.kind === 'stalled' ? `printed nothing for ${minutes} minutes` : toEndText(end, minutes);
    const words = end.kind === 'exited' && lastWords !== undefined ? `: ${lastWords}` : '';
    return {
        outcome: toEndOutcome(end),
        reason: `the agent ${what}${words}`,
        feedback: `The last attempt ${what}${words}. What it had done is still there. Go on from it and finish the task.`,
        undo: [],
    };
}
function toEndOutcome(end) {
    return end.kind === 'timed-out' || end.kind === 'stalled' ? end.kind : 'failed';
}
/** The test of the task, in its worktree as the agent left it. */
async function runTestGate(context, work) {
    const { task, start } = work;
    if (task.test === undefined)
        return undefined;
    context.emit({ kind: 'phase', task: task.id, phase: 'test' });
    const env = toTaskEnvironment(context, task, start, {});
    const name = `the test (${task.test})`;
    return runScriptGate(context, work, { title: 'test', name, script: task.test, env });
}

;// CONCATENATED MODULE: ./lib/commands/run/prepare-start.js






/**
 * The commit that a task starts from: the start of the run, merged with the branches of all that the task builds on. Only rules resolve
 * conflicts here, so that whoever has the branches can make the very same commit.
 */
async function prepareStart(context, task, results) {
    const branches = new Map();
    for (const id of (0,plan_plan/* prerequisites */.a)(task)) {
        const commit = results.get(id)?.commit;
        if (commit !== null && commit !== undefined)
            branches.set(commit, id);
    }
    const tips = await listTips(context.harness, [context.start, ...branches.keys()], []);
    const [first = context.start, ...rest] = [context.start, ...branches.keys()].filter(commit => tips.includes(commit));
    if (rest.length === 0)
        return { kind: 'ready', commit: first };
    return mergeAll(context, task, first, rest, branches);
}
async function mergeAll(context, task, first, rest, branches) {
    const merger = await Merger.open(context.harness, context.base);
    try {
        let tip = first;
        for (const commit of rest) {
            const id = branches.get(commit) ?? 'base';
            const record = await merger.merge(tip, commit);
            const merge = record.kind === 'clean'
                ? { kind: 'resolved', tree: record.tree }
                : await resolveMergeByRules(context.harness, context.plan.integration, record);
            if (merge.kind === 'unresolved') {
                const files = merge.left.map(({ conflict }) => conflict.path).join(', ');
                return { kind: 'conflicted', reason: `what it needs does not merge: ${id} conflicts in ${files}` };
            }
            tip = await writeMerge(context.repository, {
                ours: tip,
                theirs: commit,
                tree: merge.tree,
                message: `Merge task ${id} for ${task.id}`,
                trailers: toTrailers(context, id),
            });
        }
        return { kind: 'ready', commit: tip };
    }
    finally {
        merger.close();
    }
}

;// CONCATENATED MODULE: ./lib/commands/run/recover-work.js



async function tryReadLeftAttempt(context, task) {
    const paths = context.paths.task(task.id);
    const record = await tryReadAttemptRecord(paths.attempt);
    if (record === undefined)
        return undefined;
    const status = await tryReadStatus(paths.status);
    const work = toWork(context, task, record);
    if (status === undefined || !(0,external_node_fs_.existsSync)(work.worktree.path))
        return { kind: 'cut-off', spent: work };
    const seconds = Math.max(0, status.endedAt - Date.parse(record.attemptStartedAt)) / 1000;
    return {
        kind: 'ended',
        work,
        end: { kind: 'exited', code: status.code, seconds },
        logOffset: record.logOffset,
    };
}
function toWork(context, task, record) {
    const { start, startedAt, setupTree, attempt, feedback, agentSeconds, usage } = record;
    const worktree = toTaskWorktree(context, task.id);
    return { task, start, startedAt, worktree, setupTree, attempt, feedback, agentSeconds, usage };
}

;// CONCATENATED MODULE: ./lib/agent/prompt.js
const maxFiles = 40;
/** The whole prompt of an attempt: the task, its scope, the rules, what its prerequisites changed, and what went wrong before. */
function toPrompt(facts) {
    const { task } = facts;
    const sections = [
        `# ${task.title}\n\n${task.prompt}`,
        prompt_toFeedback(facts),
        toScope(facts),
        toPrerequisites(facts.prerequisites),
        prompt_toForecast(facts),
        prompt_toRules(facts),
    ];
    return `${sections.filter(section => section !== '').join('\n\n')}\n`;
}
function prompt_toFeedback({ feedback, interruptedWork }) {
    const last = feedback.at(-1);
    const parts = [];
    if (last !== undefined) {
        const earlier = feedback.slice(0, -1).map(text => `- ${text}`);
        const before = earlier.length === 0 ? '' : `\n\nBefore that:\n${earlier.join('\n')}`;
        parts.push(`## The last attempt was refused\n\n${last}${before}`);
    }
    if (interruptedWork !== undefined) {
        parts.push(`## An earlier attempt was interrupted\n\nWhat it left is in commit ${interruptedWork} (see it with "git show"). You start anew; take from it what is good.`);
    }
    return parts.join('\n\n');
}
function toScope({ task, protectedGlobs }) {
    const scope = task.files === undefined
        ? 'You may change any file that is not protected.'
        : `You may only change, add or delete files that match:\n${task.files.map(glob => `- ${glob}`).join('\n')}\nA change anywhere else is refused, however small.`;
    const guarded = protectedGlobs.length === 0
        ? ''
        : `\nProtected, unless the list above names them: ${protectedGlobs.join(', ')}`;
    return `## Your scope\n\n${scope}${guarded}`;
}
function toPrerequisites(prerequisites) {
    if (prerequisites.length === 0)
        return '';
    const lines = prerequisites.map(({ id, title, files, summary }) => {
        const more = files.length > maxFiles ? ` and ${files.length - maxFiles} more` : '';
        const what = files.length === 0 ? 'no files' : `${files.slice(0, maxFiles).join(', ')}${more}`;
        return `- ${id} (${title}) changed ${what}${summary === null ? '' : `\n  ${summary.trim().replace(/\n/g, '\n  ')}`}`;
    });
    return `## What you build on\n\nThe code of these tasks is already in your checkout:\n${lines.join('\n')}`;
}
function prompt_toForecast({ forecast }) {
    if (forecast === undefined || forecast.text.trim() === '')
        return '';
    return `## Conflicts that are coming\n\n${forecast.text.trim()}`;
}
function prompt_toRules({ task, forecast, progressFile, reportFile }) {
    const rules = [
        'You work alone in a git checkout of your own. Other agents do other tasks at the same time, in other checkouts. Stay in this folder.',
        'Nobody can answer questions: decide, and do the whole task.',
        'Commit or leave your changes uncommitted, as you like: what you leave is committed for you. Do not push, and do not switch branches.',
        ...(task.test === undefined ? [] : [`When you end, this must pass: ${task.test}`]),
        ...(forecast === undefined
            ? []
            : [
                `Now and then, and before you end, read ${forecast.file}: it lists the places where your work and that of others would conflict when merged. It is empty while there are none. Stay away from those places where you can.`,
            ]),
        `Say now and then how far you are: append a line such as {"percent": 40, "message": "writing tests"} to ${progressFile}`,
        `At the end, write a few sentences about what you did, for the people and agents who build on it, to ${reportFile}`,
    ];
    return `## Rules\n\n${rules.map(rule => `- ${rule}`).join('\n')}`;
}

;// CONCATENATED MODULE: ./lib/commands/run/task-prompt.js




/** The prompt of the next attempt at a task. */
async function toTaskPrompt(context, work, results, interruptedWork) {
    const paths = context.paths.task(work.task.id);
    return toPrompt({
        task: work.task,
        protectedGlobs: context.plan.protected,
        prerequisites: await readPrerequisites(context, work.task, results),
        feedback: work.feedback,
        interruptedWork,
        forecast: await tryReadForecast(context, work.task),
        progressFile: paths.progress,
        reportFile: paths.report,
    });
}
/** What the agent of a task is told about coming conflicts; undefined when the plan does not want it told. */
async function tryReadForecast({ plan, paths }, task) {
    if (plan.integration.onForecast !== 'tell-agents')
        return undefined;
    const file = paths.task(task.id).forecast;
    return { text: await (0,promises_.readFile)(file, 'utf8').catch(() => ''), file }; // there is none before the first forecast
}
async function readPrerequisites(context, task, results) {
    const reports = (0,plan_plan/* prerequisites */.a)(task).map(async (id) => {
        const result = results.get(id);
        if (result?.commit == null || result.base === null)
            return [];
        const changes = await readChanges(context.repository, result.base, result.commit);
        const title = context.plan.tasks.find(other => other.id === id)?.title ?? id;
        return [{ id, title, files: changes.map(change => change.path), summary: result.summary }];
    });
    return (await Promise.all(reports)).flat();
}

;// CONCATENATED MODULE: ./lib/commands/run/task-work.js
/** The work with what an attempt took and cost added. */
function withSpent(work, seconds, usage) {
    return {
        ...work,
        agentSeconds: work.agentSeconds + seconds,
        usage: {
            tokens: addKnown(work.usage.tokens, usage.tokens),
            costUsd: addKnown(work.usage.costUsd, usage.costUsd),
        },
    };
}
function addKnown(a, b) {
    return a === null ? b : a + (b ?? 0);
}

;// CONCATENATED MODULE: ./lib/commands/run/perform-task.js
















/** Takes one task from its start to its result, with as many attempts as it may have. What it came to is stored when this ends. */
async function performTask(context, task, results) {
    const left = await tryReadLeftAttempt(context, task);
    if (left?.kind === 'ended') {
        const attempt = readLeftAttempt(context, left.work, left.end, left.logOffset);
        return new Attempts(context, results, left.work).run(attempt);
    }
    const fresh = {
        startedAt: new Date().toISOString(),
        attempt: 1,
        feedback: [],
        agentSeconds: 0,
        usage: agent_output/* unknownUsage */.wD,
    };
    return performFromStart(context, task, results, left?.spent ?? fresh);
}
/** Does a task that succeeded, but did not land, once more on top of what landed. One attempt; if that fails, the earlier result stands. */
async function redoTask(context, task, results, { start, feedback, before }) {
    const { attempts, agentSeconds, tokens, costUsd } = before;
    const startedAt = before.startedAt ?? new Date().toISOString();
    context.emit({ kind: 'task-started', task: task.id, attempts: attempts + 1 });
    const prepared = await prepareWorktree(context, task, start);
    if (prepared.kind !== 'ready')
        return before;
    const { worktree, setupTree } = prepared;
    return new Attempts(context, results, {
        task: { ...task, retries: attempts },
        start,
        startedAt,
        worktree,
        setupTree,
        attempt: attempts + 1,
        feedback: [feedback],
        agentSeconds,
        usage: { tokens, costUsd },
        before,
    }).run(undefined);
}
async function performFromStart(context, task, results, spent) {
    const start = await prepareStart(context, task, results);
    if (start.kind === 'conflicted')
        return endWithoutWork(context, task, 'blocked', start.reason);
    const prepared = await prepareWorktree(context, task, start.commit);
    if (prepared.kind === 'stopped')
        return endWithoutWork(context, task, 'cancelled', 'the run was stopped');
    if (prepared.kind === 'setup-failed')
        return endWithoutWork(context, task, 'infrastructure-error', prepared.reason);
    const { worktree, setupTree } = prepared;
    return new Attempts(context, results, { ...spent, task, start: start.commit, worktree, setupTree }).run(undefined);
}
/** The attempts at one task, one after another in the same worktree. */
class Attempts {
    context;
    results;
    work;
    /** Tries that failed for reasons that are not the task's, since the last attempt that counted. */
    troubles = 0;
    constructor(context, results, work) {
        this.context = context;
        this.results = results;
        this.work = work;
    }
    /** @param left An attempt that has already ended and is only to be judged. */
    async run(left) {
        let attempt = left;
        for (;;) {
            attempt ??= await this.start();
            this.work = withSpent(this.work, attempt.end.seconds, attempt.usage);
            const result = await this.conclude(await judge(this.context, this.work, attempt));
            if (result !== undefined)
                return result;
            attempt = undefined;
        }
    }
    async start() {
        const { store } = this.context;
        const kept = await store.resolve(store.refs.kept(this.work.task.id));
        const interrupted = this.work.feedback.length === 0 ? kept : undefined;
        const prompt = await toTaskPrompt(this.context, this.work, this.results, interrupted);
        return runAttempt(this.context, this.work, prompt);
    }
    /** The result of the task, or undefined when there shall be another attempt. */
    conclude(verdict) {
        switch (verdict.kind) {
            case 'accepted':
                return endTask(this.context, this.work, {
                    ...verdict,
                    outcome: 'succeeded',
                    reason: null,
                });
            case 'stopped':
                return this.endNow('cancelled', 'the run was stopped');
            case 'trouble':
                return this.afterTrouble(verdict.reason);
            case 'refused':
                return this.afterRefusal(verdict);
        }
    }
    async afterTrouble(reason) {
        const seconds = this.context.plan.backoffSeconds[this.troubles++];
        if (seconds === undefined)
            return this.endNow('infrastructure-error', reason);
        const jittered = seconds * (0.75 + Math.random() / 2);
        await this.tell(`${reason}; tried again in ${Math.round(jittered)} s`);
        this.context.emit({ kind: 'trouble', task: this.work.task.id, reason, seconds: jittered });
        await (0,external_node_timers_promises_.setTimeout)(jittered * 1000, undefined, { signal: this.context.signal }).catch(() => { }); // stopped: the next start ends at once
        return undefined;
    }
    async afterRefusal({ refusal, collected, }) {
        const { task, attempt } = this.work;
        const isDone = refusal.outcome === 'no-changes' && task.allowNoChanges;
        if (isDone || attempt > task.retries) {
            return endTask(this.context, this.work, {
                outcome: refusal.outcome,
                reason: isDone ? null : refusal.reason,
                collected,
                message: undefined,
            });
        }
        await this.tell(`attempt ${attempt} refused: ${refusal.reason}`);
        this.context.emit({ kind: 'refused', task: task.id, attempt, reason: refusal.reason });
        await this.keep(collected, `attempt ${attempt}: ${refusal.reason}`);
        await this.takeBack(collected, refusal.undo);
        this.work = { ...this.work, attempt: attempt + 1, feedback: [...this.work.feedback, refusal.feedback] };
        this.troubles = 0;
        return undefined;
    }
    async endNow(outcome, reason) {
        const collected = await collectWork(this.context, this.work);
        return endTask(this.context, this.work, { outcome, reason, collected, message: undefined });
    }
    tell(text) {
        return writeLogLine(this.context.paths.log(this.work.task.id), (0,report_text/* toPlainLine */.Ic)(text));
    }
    async keep(work, reason) {
        const { store } = this.context;
        const request = { ...this.work, task: this.work.task.id, work, branch: undefined, reason };
        const kept = await keepWork(this.context, request);
        if (kept !== undefined)
            await store.pointRefs([[store.refs.kept(request.task), kept]]);
    }
    /** Makes the worktree what it was when the attempt ended, without the changes that were refused. */
    async takeBack(collected, undo) {
        const { harness, paths } = this.context;
        const { worktree, start, setupTree, task } = this.work;
        if (collected.problems.length > 0)
            return; // what git cannot take would be lost
        // Without its exit code, the attempt is not judged again if we die while files are being taken back.
        await (0,promises_.rm)(paths.task(task.id).status, { force: true });
        const edit = { tree: collected.worktreeTree, source: setupTree ?? start, paths: undo };
        await restoreWorktree(harness, worktree, await withPathsFrom(harness, worktree, edit));
    }
}

;// CONCATENATED MODULE: ./lib/commands/integrate/second-chances.js


/**
 * Integrates, and lets tasks whose branches conflict or break the test be done once more on top of what landed, if the plan wants
 * that: one after another, so that each sees the work of those before it. Every result is merged and tested like any other.
 */
async function integrateWithSecondChances(context, base, results) {
    const had = new Set();
    let integrated = await integrate(context, base, results);
    for (;;) {
        const task = context.signal.aborted ? undefined : chooseNext(context, integrated, had);
        if (task === undefined)
            return integrated;
        had.add(task.id);
        const before = results.get(task.id);
        const redo = { start: integrated.tip.commit, feedback: second_chances_toFeedback(integrated, before), before };
        const result = await redoTask(context, task, results, redo);
        context.emit({ kind: 'task-ended', task: task.id, result });
        results.set(task.id, result);
        if (result.commit === before.commit)
            continue;
        const again = await integrate(context, base, results);
        integrated = { ...again, testRuns: integrated.testRuns + again.testRuns };
    }
}
function chooseNext({ plan }, { landings, trouble }, had) {
    if (trouble !== null)
        return undefined;
    const { onConflict, onEvict } = plan.integration;
    return plan.tasks.find(({ id }) => {
        const landing = landings.get(id)?.landing;
        const isMeant = (landing === 'conflicted' && onConflict === 'agent') || (landing === 'evicted' && onEvict === 'retry');
        return isMeant && !had.has(id);
    });
}
function second_chances_toFeedback({ landings }, { task, base, commit }) {
    const landing = landings.get(task);
    const what = landing?.landing === 'conflicted'
        ? `Your work could not be merged: it ${landing.reason}.`
        : `Your work breaks the tests when it is merged with that of others:\n${landing?.reason}`;
    return (`${what}\n\nYou start anew, from the merged work of all others. What you had done is in the commits ${base?.slice(0, 12)}..${commit?.slice(0, 12)} ` +
        '(see it with "git diff"). Do the task on top of what is there now, and keep what the others did.');
}

;// CONCATENATED MODULE: ./lib/commands/run/remove-local-state.js


/** Takes away what only a running run needs. Logs stay, and worktrees that hold what could not be kept. */
async function removeLocalState(paths) {
    for (const folder of [paths.harness, paths.scripts, paths.scratch, paths.forecast]) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
    for (const folder of [paths.tasks, paths.worktrees, (0,external_node_path_.dirname)(paths.worktrees)]) {
        await (0,promises_.rmdir)(folder).catch(() => { }); // not there, or something in it is still needed
    }
}

;// CONCATENATED MODULE: ./lib/commands/run/finish-run.js









/** Merges, tests and lands what succeeded, and stores the report, in whatever way the run has gone. */
async function finishRun(context, request) {
    const { results } = request;
    const integrationStart = performance.now();
    const landed = context.signal.aborted ? undefined : await integrateAndLand(context, request);
    const forecast = (await readForecastRecord(context.paths.forecast)).conflicts;
    const report = buildReport({
        run: context.run,
        plan: context.plan,
        target: context.target,
        base: context.base,
        maxParallel: context.maxParallel,
        results,
        landings: landed?.integrated.landings ?? toStoppedLandings(results),
        integration: toIntegrationReport(context, landed, forecast),
        cancelled: context.signal.aborted,
        wallSeconds: (performance.now() - request.startedAt) / 1000,
        integrationSeconds: (performance.now() - integrationStart) / 1000,
        resumed: request.resumed,
    });
    await saveEnd(context, report);
    await context.harness.trash.settled();
    await removeLocalState(context.paths);
    return report;
}
async function integrateAndLand(context, { results, mayRedo }) {
    const merge = mayRedo ? integrateWithSecondChances : integrate;
    const integrated = await merge(context, context.base, results);
    const { land: mode } = context.plan.integration;
    if (context.signal.aborted || mode === undefined || mode === 'none')
        return { integrated, done: false, message: null };
    if (mode === 'push')
        return land(context, integrated, results);
    const message = 'pull requests are opened on GitHub Actions; here the branch is left for you';
    return { integrated, done: false, message };
}
function toStoppedLandings(results) {
    const reason = 'the run was stopped before it was merged';
    const succeeded = [...results.values()].filter(result => result.outcome === 'succeeded');
    return new Map(succeeded.map(({ task }) => [task, { landing: 'held', reason }]));
}
function toIntegrationReport({ store, plan }, landed, forecast) {
    const { integrated } = landed ?? {};
    const tip = integrated !== undefined && finish_run_hasLanded(integrated) ? integrated.tip : undefined;
    return {
        branch: tip === undefined ? null : (0,run_refs/* toBranchName */.H_)(store.refs.integration),
        commit: tip?.commit ?? null,
        tree: tip?.tree ?? null,
        tests: integrated?.tests ?? 'none',
        testRuns: integrated?.testRuns ?? 0,
        failsOnBase: [...(integrated?.failsOnBase ?? [])],
        flaky: [...(integrated?.flaky ?? [])],
        warnings: [...(integrated?.warnings ?? [])],
        conflicts: [...(integrated?.conflicts ?? [])],
        forecast,
        trouble: integrated?.trouble ?? null,
        land: toLandReport(plan, landed),
    };
}
function toLandReport({ integration }, landed) {
    return {
        mode: integration.land ?? 'none',
        done: landed?.done ?? false,
        message: landed?.message ?? null,
    };
}
function finish_run_hasLanded({ landings }) {
    return [...landings.values()].some(({ landing }) => landing === 'landed');
}
/** The integration branch and the report appear together. */
async function saveEnd({ store, paths }, report) {
    const log = readLogEnd(paths.log(integrationName));
    await store.pointRefs([
        ...(log === '' ? [] : [[store.refs.log(integrationName), await store.writeText(log)]]),
        [store.refs.integration, report.integration.commit ?? undefined],
        [store.refs.report, await store.writeJson(report)],
    ]);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/git/trash.js





/** Names of folders that are being deleted. */
const trashPrefix = '_trash-';
/**
 * Deletes folders while other things go on. A folder has another name at once, so that one that is half deleted is never taken
 * for the work of an agent.
 */
class Trash {
    waiting = [];
    emptying;
    /** Resolves when nothing of that name is there any more. */
    async take(path) {
        const hidden = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `${trashPrefix}${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
        try {
            await (0,promises_.rename)(path, hidden);
        }
        catch (error) {
            if (error.code === 'ENOENT')
                return;
            throw error;
        }
        this.waiting.push(hidden);
        this.emptying ??= this.empty();
    }
    /** Resolves when everything that was taken is deleted. */
    async settled() {
        await this.emptying;
    }
    /** One `rm` at a time, for all that has come together meanwhile. */
    async empty() {
        while (this.waiting.length > 0)
            await deleteFolders(this.waiting.splice(0));
        this.emptying = undefined;
    }
}
const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** What cannot be deleted stays under its new name: "clean" says so. */
async function deleteFolders(paths) {
    try {
        await run('rm', ['-rf', '--', ...paths]);
    }
    catch {
        // Some tools make folders that not even their owner may change, such as Go's module cache.
        await run('chmod', ['-R', 'u+rwX', '--', ...paths]).catch(() => { });
        await run('rm', ['-rf', '--', ...paths]).catch(() => { });
    }
}

;// CONCATENATED MODULE: ./lib/git/harness.js







async function openHarness(repository, gitDirectory) {
    const exclude = await readExcludes(repository);
    await createGitDirectory({ repository, path: gitDirectory, exclude });
    const place = {
        directory: gitDirectory,
        env: {
            ...(0,environment/* toPinnedEnvironment */.v_)(repository.env, toWorktreeSettings(repository)),
            GIT_DIR: gitDirectory,
            GIT_OBJECT_DIRECTORY: repository.store.folder,
        },
    };
    return { repository, gitDirectory, place, exclude, trash: new Trash() };
}
/** Settings that decide how files look in a worktree: taken from the user as they were at the start. */
const worktreeKeys = [
    'core.autocrlf',
    'core.eol',
    'core.filemode',
    'core.ignorecase',
    'core.longpaths',
    'core.precomposeunicode',
    'core.symlinks',
];
function toWorktreeSettings(repository) {
    const settings = [
        ['core.safecrlf', 'false'],
        ['core.attributesFile', '/dev/null'],
        ['core.excludesFile', '/dev/null'],
        ['safe.directory', '*'],
    ];
    for (const [key, values] of repository.config) {
        if (!worktreeKeys.includes(key) && !/^(filter|lfs)\./.test(key))
            continue;
        settings.push(...values.map(value => [key, value]));
    }
    if ((0,open_repository/* configValue */.Mn)(repository.config, 'filter.lfs.process') !== undefined) {
        settings.push(['lfs.storage', (0,external_node_path_.join)(repository.directory, 'lfs')]);
    }
    return settings;
}
async function readExcludes(repository) {
    const configured = (0,open_repository/* configValue */.Mn)(repository.config, 'core.excludesfile')?.replace(/^~(?=\/)/, (0,external_node_os_.homedir)());
    const inherited = configured ?? (0,external_node_path_.join)(repository.env.XDG_CONFIG_HOME ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.config'), 'git', 'ignore');
    const texts = await Promise.all([inherited, (0,external_node_path_.join)(repository.directory, 'info', 'exclude')].map(readIfPresent));
    return texts.join('\n');
}
function readIfPresent(path) {
    return (0,promises_.readFile)(path, 'utf8').catch(() => '');
}

;// CONCATENATED MODULE: ./lib/commands/keep-out-of-status.js


const pattern = '/.worktrees/';
/** Makes `git status` silent about the worktrees, in a file that is not committed. */
async function keepOutOfStatus(repository) {
    const path = (0,external_node_path_.join)(repository.directory, 'info', 'exclude');
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    if (text.split('\n').includes(pattern))
        return;
    await (0,promises_.mkdir)((0,external_node_path_.join)(repository.directory, 'info'), { recursive: true });
    await (0,promises_.appendFile)(path, `${text === '' || text.endsWith('\n') ? '' : '\n'}${pattern}\n`);
}

;// CONCATENATED MODULE: ./lib/commands/run/open-context.js







/** Makes ready what a run works with on this machine. */
async function openContext(request) {
    const { repository, run } = request;
    const paths = toRunPaths(repository, run);
    await (0,promises_.mkdir)(paths.state, { recursive: true });
    await keepOutOfStatus(repository);
    return {
        ...request,
        paths,
        harness: await openHarness(repository, paths.harness),
        store: new run_store/* RunStore */.n(repository, run),
        visibleRefs: await readVisibleRefs(repository),
    };
}
/** Branches, remote branches and tags of the user, for agents to read. Those of runs are left out. */
async function readVisibleRefs(repository) {
    const refs = await (0,git_refs/* listRefs */.Dy)(repository, ['refs/heads', 'refs/remotes', 'refs/tags']);
    return refs
        .filter(ref => !ref.name.startsWith(run_refs/* branchRefs */.DI) && !ref.name.endsWith('/HEAD'))
        .map(ref => `${ref.id} ${ref.name}`)
        .join('\n');
}

;// CONCATENATED MODULE: ./lib/git/unfinished-work.js






/** With more files that are too large, a look is not worth it. */
const mostLargeFiles = 100;
/**
 * Looks at a worktree while an agent works in it. It counts from the harness's index, keeps one of its own, writes objects only into
 * the harness, and never opens the git directory of the agent: what the agent has committed is among its files as well.
 */
class UnfinishedWork {
    place;
    worktree;
    largestBytes;
    tree;
    /** @param largestBytes Larger files are passed over: no task may add them. */
    constructor(harness, worktree, largestBytes) {
        const { directory, env } = placeOf(harness, worktree);
        const index = `${worktree.index}.forecast`;
        this.place = { directory, env: { ...env, ...toPrivatePlace(harness).env, GIT_INDEX_FILE: index } };
        this.worktree = worktree;
        this.largestBytes = largestBytes;
    }
    /** Everything in the worktree that is not ignored, as a tree; undefined when the worktree is not there (any more). */
    async readTree() {
        try {
            await this.look();
        }
        catch (error) {
            if ((0,external_node_fs_.existsSync)(this.worktree.path))
                throw error;
        }
        // What was read while the worktree was being taken away would look like deletions.
        return (0,external_node_fs_.existsSync)(this.worktree.path) ? this.tree : undefined;
    }
    async look() {
        if (this.tree === undefined)
            await this.copyIndex();
        const { changed, large } = await this.readChanged();
        const isNews = this.tree === undefined || changed.length > 0;
        if (isNews && large.length <= mostLargeFiles)
            await this.take(large);
    }
    async copyIndex() {
        const index = this.place.env.GIT_INDEX_FILE;
        await (0,promises_.rm)(`${index}.lock`, { force: true });
        await (0,promises_.copyFile)(this.worktree.index, index);
    }
    /** The files that are not as they were at the last look. */
    async readChanged() {
        const args = ['ls-files', '-z', '--modified', '--others', '--exclude-standard'];
        const listing = await (0,run_git/* runGit */.EO)(this.place, [...this.excludes(), ...args]);
        // A path that ends in "/" is a repository inside, which git does not look into.
        const paths = [...new Set(listing.split('\0'))].filter(path => path !== '' && !path.endsWith('/'));
        const isLarge = await Promise.all(paths.map(path => this.isTooLarge(path)));
        return {
            changed: paths.filter((_, index) => !isLarge[index]),
            large: paths.filter((_, index) => isLarge[index]),
        };
    }
    async isTooLarge(path) {
        try {
            return (await (0,promises_.lstat)((0,external_node_path_.join)(this.worktree.path, path))).size > this.largestBytes;
        }
        catch {
            return false; // it was deleted
        }
    }
    async take(large) {
        const pathspecs = ['.', ...large.map(path => `:(top,exclude,literal)${path}`)];
        await (0,run_git/* tryGit */.Ii)(this.place, [...this.excludes(), 'add', '--all', '--ignore-errors', '--', ...pathspecs]);
        this.tree = await (0,run_git/* runGit */.EO)(this.place, ['write-tree']);
    }
    excludes() {
        return ['-c', `core.excludesFile=${this.worktree.exclude}`];
    }
}

;// CONCATENATED MODULE: ./lib/commands/forecast/serialize.js




/** For each running task the files that it has changed so far. */
async function readChangedPaths({ harness, repository }, work) {
    const pairs = work.map(async ({ commit, tree }) => ({
        from: await requireTree(repository, commit),
        to: tree,
    }));
    const answers = await readFileChanges(harness, await Promise.all(pairs));
    return new Map(work.map(({ task, isForeign }, index) => {
        const own = (answers[index] ?? []).filter(change => !isForeign(change));
        return [task, [...new Set(own.flatMap(({ path, newPath }) => [path, newPath]))]];
    }));
}
/**
 * The tasks that had better wait, and for which others. Rule: a task that has not started waits for a running one that has changed a
 * file of its scope, unless it waits for that one anyway. It then starts from that one's code, as with overlapping scopes. Tasks without
 * a scope do not wait: it is not known what they will change.
 */
function toWaits(tasks, waiting, changed) {
    return waiting.flatMap(task => {
        if (task.files === undefined)
            return [];
        const isInScope = (0,globs/* toMatcher */.WV)(task.files);
        const before = (0,graph/* withAncestors */.f$)(tasks, [task.id]);
        return [...changed].flatMap(([behind, paths]) => {
            const path = before.has(behind) ? undefined : paths.find(isInScope);
            return path === undefined ? [] : [{ task: task.id, behind, path }];
        });
    });
}
/** The tasks with an edge for each wait. */
function withWaits(tasks, waits) {
    if (waits.length === 0)
        return tasks;
    return tasks.map(task => {
        const behind = waits.filter(wait => wait.task === task.id).map(wait => wait.behind);
        return behind.length === 0 ? task : { ...task, after: [...task.after, ...behind] };
    });
}

;// CONCATENATED MODULE: ./lib/commands/forecast/tell-agents.js



/**
 * Writes for each running task which conflicts it should avoid. Of two tasks the one that is merged later is told; where only one
 * of them still runs, that one.
 */
async function tellAgents({ paths, base }, conflicts, { running, branches }) {
    for (const task of running) {
        const own = conflicts.filter(conflict => toListener(conflict, running) === task);
        const lines = own.map(conflict => toAdvice(conflict, task, branches, base));
        await writeIfNew(paths.task(task).forecast, lines.map(line => `${line}\n`).join(''));
    }
}
/** The running task that is merged last. */
function toListener({ tasks }, running) {
    return running.findLast(task => tasks.includes(task));
}
/** One line about a conflict, for the agent of one of its tasks. Lines are those of the base of the run. */
function toAdvice(conflict, task, branches, base) {
    const other = conflict.tasks.find(id => id !== task) ?? task;
    const commit = branches.get(other);
    const state = commit === undefined
        ? 'which is still at work'
        : `which is done: see "git diff ${base} ${commit} -- '${(0,report_text/* toPlainLine */.Ic)(conflict.path).replaceAll("'", "'\\''")}'"`;
    return `- ${(0,report_text/* toPlainLine */.Ic)((0,forecast_conflict/* toPlace */.x5)(conflict))}: ${causes[conflict.why]} (task ${other}, ${state})`;
}
const causes = {
    'same lines': 'another task changes the same lines, as they are counted where the run started',
    'add/add': 'another task adds a file of this name with other content',
    'modify/delete': 'one of you changes this file, the other one deletes it',
    'rename/delete': 'one of you renames this file, the other one deletes it',
    'rename/rename': 'you and another task rename this file to different names',
    'not mergeable by lines': 'another task changes this file, too, and it cannot be merged by lines',
    'file/directory': 'one of you has a file here, the other one a folder',
    'directory rename': 'one of you moves this folder away, the other one puts a file into it',
};
async function writeIfNew(path, text) {
    const before = await (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
    if (before === undefined || before === text)
        return;
    await (0,promises_.writeFile)(`${path}.part`, text)
        .then(() => (0,promises_.rename)(`${path}.part`, path))
        .catch(() => { }); // the task has just ended, and its folder has gone
}

;// CONCATENATED MODULE: ./lib/commands/forecast/forecaster.js











/** When something has happened, this is waited for more to happen. */
const settleMilliseconds = 300;
/** Looks take at most a twentieth of the time. */
const restFactor = 20;
/**
 * Looks out for conflicts while agents work: some time after an attempt or a task has ended, and every `forecast-seconds`. One look
 * at a time; none while fewer than two tasks have work; nothing is compared when nothing has changed. It only reads, and whatever
 * goes wrong with it does not concern the run.
 */
class Forecaster {
    context;
    forecast;
    order;
    running = new Map();
    branches = new Map();
    timer;
    dueAt = Number.POSITIVE_INFINITY;
    restUntil = 0;
    current = Promise.resolve();
    seen = '';
    lines = [];
    isClosed = false;
    trouble;
    constructor(context, done) {
        const { tasks } = context.plan;
        const order = toMergeOrder(tasks, { contained: new Map(), forecast: [] });
        this.context = context;
        this.forecast = new Forecast(context);
        this.order = order.map(id => tasks.find(task => task.id === id));
        for (const result of done.values())
            this.noteResult(result);
    }
    /** Takes note of what happens in the run. */
    note(event) {
        if (event.kind === 'attempt-started')
            this.noteAttempt(event.task);
        if (event.kind === 'phase' && event.phase === 'gates')
            this.lookIn(settleMilliseconds);
        if (event.kind === 'task-ended')
            this.noteResult(event.result);
    }
    /** What running tasks have changed until right now. */
    async readChangedPaths() {
        await this.lookNow();
        const work = this.lines.filter(line => !line.isBranch && this.running.has(line.task));
        return (await this.attempt(() => readChangedPaths(this.context, work))) ?? new Map();
    }
    /** Lets others know that tasks wait because of what running ones change. */
    async noteWaits(waits) {
        const { paths, emit } = this.context;
        const write = async () => {
            const before = await readForecastRecord(paths.forecast);
            await writeForecastRecord(paths.forecast, { ...before, waits: [...before.waits, ...waits] });
        };
        this.current = this.current.then(() => this.attempt(write));
        await this.current;
        for (const wait of waits)
            emit({ kind: 'serialized', ...wait });
    }
    /** Resolves when no look is going on any more, and none will. */
    async close() {
        this.isClosed = true;
        clearTimeout(this.timer);
        await this.current;
    }
    noteAttempt(task) {
        const { harness, plan } = this.context;
        const largestBytes = plan.maxFileMegabytes * 1_000_000;
        if (!this.running.has(task))
            this.running.set(task, new UnfinishedWork(harness, toTaskWorktree(this.context, task), largestBytes));
        this.lookIn(plan.integration.forecastSeconds * 1000);
    }
    noteResult({ task, outcome, commit, rolledBack }) {
        this.running.delete(task);
        if (outcome === 'succeeded' && commit !== null && !rolledBack)
            this.branches.set(task, commit);
        this.lookIn(settleMilliseconds);
    }
    /** Sees to it that there is a look by then, but not before the last one has been rested from. */
    lookIn(milliseconds) {
        const now = performance.now();
        const dueAt = Math.max(now + milliseconds, this.restUntil);
        if (this.isClosed || this.running.size === 0 || dueAt >= this.dueAt)
            return;
        clearTimeout(this.timer);
        this.dueAt = dueAt;
        this.timer = setTimeout(() => void this.lookNow(), dueAt - now);
    }
    /** A look that begins now, or when the one that is going on has ended. */
    lookNow() {
        clearTimeout(this.timer);
        this.dueAt = Number.POSITIVE_INFINITY;
        this.current = this.current.then(() => this.look());
        return this.current;
    }
    async look() {
        if (this.isClosed || this.running.size + this.branches.size < 2)
            return;
        const startedAt = performance.now();
        await this.attempt(async () => this.compare(await this.readLines()));
        const now = performance.now();
        this.restUntil = now + (now - startedAt) * restFactor;
        this.lookIn(this.context.plan.integration.forecastSeconds * 1000);
    }
    /** All that there is of tasks, in merge order. */
    async readLines() {
        const lines = await Promise.all(this.order.map(task => this.tryLine(task)));
        return lines.filter(line => line !== undefined);
    }
    async tryLine(task) {
        const { context } = this;
        const branch = this.branches.get(task.id);
        if (branch !== undefined)
            return toBranchLine(context, task.id, branch);
        const record = await tryReadAttemptRecord(context.paths.task(task.id).attempt);
        const tree = await this.running.get(task.id)?.readTree();
        if (record === undefined || tree === undefined)
            return undefined;
        return toWorkLine(context, toWork(context, task, record), tree);
    }
    async compare(lines) {
        this.lines = lines;
        const seen = lines.map(({ task, tree, commit }) => `${task} ${tree} ${commit}`).join('\n');
        if (seen === this.seen)
            return;
        const conflicts = await this.forecast.read(lines);
        this.seen = seen;
        await announceForecast(this.context, conflicts);
        await this.tell(conflicts);
    }
    async tell(conflicts) {
        if (this.context.plan.integration.onForecast !== 'tell-agents')
            return;
        const running = this.order.map(task => task.id).filter(id => this.running.has(id));
        await tellAgents(this.context, conflicts, { running, branches: this.branches });
    }
    /** Trouble with a forecast is told, once, and is no trouble of the run. */
    async attempt(work) {
        try {
            return await work();
        }
        catch (error) {
            const { message } = error;
            if (!this.isClosed && message !== this.trouble)
                this.context.emit({ kind: 'notice', text: `coming conflicts could not be looked for: ${message}` });
            this.trouble = message;
            return undefined;
        }
    }
}

;// CONCATENATED MODULE: ./lib/commands/run/step.js
/**
 * What to do next:
 * - a task is blocked as soon as something that it needs has ended without success;
 * - a task is ready when all that it needs succeeded, and all that it comes after has ended;
 * - of the ready ones, those with the longest remaining path start first, ties in plan order, as many as there are slots.
 */
function toStep({ tasks, priorities, results, running, slots }) {
    const waiting = tasks.filter(({ id }) => !results.has(id) && !running.has(id));
    const blocked = waiting
        .map(task => ({ task, by: task.needs.filter(id => results.has(id) && !canBuildOn(tasks, results, id)) }))
        .filter(({ by }) => by.length > 0);
    const ready = waiting.filter(task => task.needs.every(id => canBuildOn(tasks, results, id)) && task.after.every(id => results.has(id)));
    const urgent = ready.toSorted((a, b) => (priorities.get(b.id) ?? 0) - (priorities.get(a.id) ?? 0));
    return { blocked, starts: urgent.slice(0, Math.max(0, slots - running.size)) };
}
/** Whether a prerequisite has ended so that others can start from it. */
function canBuildOn(tasks, results, id) {
    const outcome = results.get(id)?.outcome;
    if (outcome !== 'no-changes')
        return outcome === 'succeeded';
    return tasks.find(task => task.id === id)?.allowNoChanges === true;
}

;// CONCATENATED MODULE: ./lib/commands/run/perform-tasks.js






/**
 * Does all tasks that are not done yet: each starts the moment that its own prerequisites are done and a slot is free, longest
 * remaining path first. Answers with the results of all tasks.
 */
function performTasks(context, done) {
    return new Engine(context, done).run();
}
class Engine {
    context;
    forecaster;
    /** Those of the plan, with the edges that a forecast has added. */
    tasks;
    priorities;
    results;
    running = new Map();
    stop = new AbortController();
    constructor(context, done) {
        const { tasks, integration } = context.plan;
        const forecaster = integration.forecastSeconds === 0 ? undefined : new Forecaster(context, done);
        const emit = (event) => {
            context.emit(event);
            forecaster?.note(event);
        };
        this.context = { ...context, emit, signal: AbortSignal.any([context.signal, this.stop.signal]) };
        this.forecaster = forecaster;
        this.tasks = tasks;
        this.priorities = (0,weights/* toRemainingPaths */.Gg)(tasks, (0,weights/* toEstimates */.LU)(tasks));
        this.results = new Map(done);
    }
    async run() {
        try {
            while (await this.advance()) { }
            await this.cancelRest();
            return this.results;
        }
        catch (error) {
            this.stop.abort();
            await Promise.allSettled(this.running.values());
            throw error;
        }
        finally {
            await this.forecaster?.close();
        }
    }
    /** Starts what can start and waits for something to end. False when nothing is left to wait for. */
    async advance() {
        await this.serialize();
        const { context, tasks, results, running, priorities } = this;
        const slots = context.signal.aborted ? 0 : context.maxParallel;
        const step = toStep({ tasks, priorities, results, running, slots });
        for (const { task, by } of step.blocked) {
            this.record(await endWithoutWork(context, task, 'blocked', `${by.join(', ')} did not succeed`));
        }
        for (const task of step.starts)
            running.set(task.id, this.start(task));
        if (step.blocked.length > 0)
            return true;
        if (running.size === 0)
            return false;
        await Promise.race(running.values());
        return true;
    }
    /** Lets tasks wait that would change what running ones are changing, if the plan wants that. */
    async serialize() {
        const { context, tasks, results, running, forecaster } = this;
        if (context.plan.integration.onForecast !== 'serialize' || forecaster === undefined)
            return;
        const waiting = tasks.filter(({ id }) => !results.has(id) && !running.has(id));
        if (waiting.length === 0 || running.size === 0)
            return;
        const waits = toWaits(tasks, waiting, await forecaster.readChangedPaths());
        if (waits.length === 0)
            return;
        this.tasks = withWaits(tasks, waits);
        await forecaster.noteWaits(waits);
    }
    async start(task) {
        const { context, results } = this;
        context.emit({ kind: 'task-started', task: task.id, attempts: task.retries + 1 });
        // Trouble of ours, such as a full disk, ends one task and not the run. What the agent left is kept by the next start.
        const endBroken = (error) => endWithoutWork(context, task, 'infrastructure-error', error.message);
        this.record(await performTask(context, task, results).catch(endBroken));
        this.running.delete(task.id);
    }
    async cancelRest() {
        for (const task of this.context.plan.tasks.filter(({ id }) => !this.results.has(id))) {
            this.record(await endWithoutWork(this.context, task, 'cancelled', 'the run was stopped before it started'));
        }
    }
    record(result) {
        this.results.set(result.task, result);
        this.context.emit({ kind: 'task-ended', task: result.task, result });
        if (this.context.failFast && isFailure(result.outcome))
            this.stop.abort();
    }
}
/** Whether a task ended in a way that `--fail-fast` reacts to. */
function isFailure(outcome) {
    return !['succeeded', 'no-changes', 'blocked', 'cancelled'].includes(outcome);
}

;// CONCATENATED MODULE: ./lib/commands/run/repair-run.js













/**
 * Makes good what a process left that died in the middle of a run: ends agents that still run, puts what they left onto
 * refs, and takes away what nobody needs. What has ended by itself stays, to be judged.
 */
async function repairRun(context) {
    await killLeftScripts(context);
    await emptyTrash(context);
    await (0,promises_.rm)(context.paths.forecast, { force: true });
    await removeTaskFolders(context, integrationName);
    for (const task of context.plan.tasks)
        await repairTask(context, task);
}
async function killLeftScripts({ paths }) {
    const names = await (0,promises_.readdir)(paths.scripts).catch(() => []);
    for (const name of names.filter(entry => entry.endsWith('.pid'))) {
        await killLeftGroup((0,external_node_path_.join)(paths.scripts, (0,external_node_path_.basename)(name, '.pid')));
    }
    await (0,promises_.rm)(paths.scripts, { recursive: true, force: true });
}
async function emptyTrash({ paths, harness }) {
    for (const folder of [paths.worktrees, paths.tasks]) {
        const names = await (0,promises_.readdir)(folder).catch(() => []);
        for (const name of names.filter(entry => entry.startsWith(trashPrefix)))
            await harness.trash.take((0,external_node_path_.join)(folder, name));
    }
}
async function repairTask(context, task) {
    const { paths, store } = context;
    const taskPaths = paths.task(task.id);
    await killLeftGroup(taskPaths.status);
    const hasResult = (await store.resolve(store.refs.result(task.id))) !== undefined;
    const { path } = toTaskWorktree(context, task.id);
    if ((0,external_node_fs_.existsSync)(path))
        await repairWorktree(context, task, hasResult);
    if (hasResult && !(0,external_node_fs_.existsSync)(path))
        await removeTaskFolders(context, task.id);
}
async function repairWorktree(context, task, hasResult) {
    const { paths, store } = context;
    const taskPaths = paths.task(task.id);
    const worktree = toTaskWorktree(context, task.id);
    const record = await tryReadAttemptRecord(taskPaths.attempt);
    const hasEnded = (await tryReadStatus(taskPaths.status)) !== undefined;
    if (record === undefined)
        return removeWorktree(context.harness, worktree); // no agent had been started in it
    if (!hasResult && hasEnded)
        return;
    const work = toWork(context, task, record);
    const collected = await collectWork(context, work);
    const branch = hasResult ? await store.resolve(store.refs.branch(task.id)) : undefined;
    const kept = await keepWork(context, {
        ...work,
        task: task.id,
        work: collected,
        branch,
        reason: 'interrupted',
    });
    if (kept !== undefined)
        await store.pointRefs([[store.refs.kept(task.id), kept]]);
    if (collected.problems.length === 0)
        return removeWorktree(context.harness, worktree);
    const aside = (0,external_node_path_.join)(paths.worktrees, `_left-${task.id}-${Date.now()}`);
    await (0,promises_.rename)(worktree.path, aside);
    context.emit({ kind: 'notice', text: `${collected.problems[0]}: what ${task.id} left stays at ${aside}` });
}

;// CONCATENATED MODULE: ./lib/commands/run/choose-again.js

/** Which of the tasks that have a result are done again. What builds on one of them is, too. */
function chooseAgain(facts) {
    const { mode, plan, results, only } = facts;
    const ended = plan.tasks.filter(task => results.has(task.id));
    if (mode === 'go-on')
        return new Set(ended.filter(({ id }) => !hasEnded(results.get(id))).map(({ id }) => id));
    const chosen = only.length > 0 ? only : ended.filter(task => !stands(task, facts)).map(({ id }) => id);
    return new Set([...(0,graph/* withDescendants */.dz)(plan.tasks, chosen)].filter(id => results.has(id)));
}
function hasEnded(result) {
    return result?.outcome !== 'cancelled' && result?.outcome !== 'blocked';
}
function stands(task, { plan, before, results, report }) {
    const { outcome, rolledBack } = results.get(task.id);
    if (rolledBack)
        return true; // the user has taken it out: only its name brings it back
    if (!isSameWork(task, plan, before))
        return false;
    if (outcome === 'no-changes')
        return task.allowNoChanges;
    if (outcome !== 'succeeded')
        return false;
    const couldNotLand = report === undefined || report.status === 'cancelled' || report.integration.trouble !== null;
    return couldNotLand || report.tasks[task.id]?.landing === 'landed';
}
/** Whether a task asks for the same in both plans. How long it may take, and how often it is tried, does not matter. */
function isSameWork(task, plan, before) {
    const old = before.tasks.find(({ id }) => id === task.id);
    return old !== undefined && choose_again_toWork(task, plan) === choose_again_toWork(old, before);
}
function choose_again_toWork({ prompt, issue, needs, files, setup, test, agent, env }, { agents }) {
    return JSON.stringify([prompt, issue, needs, files, setup, test, agents[agent], env]);
}

;// CONCATENATED MODULE: ./lib/commands/run/resume.js




/** A run that starts from nothing. */
const freshStart = { done: new Map(), start: undefined };
/**
 * Decides which results of a run stand, and opens the others again. From then on the run is unfinished, until it has a new
 * report. The branches of tasks that are done again are kept before they go.
 */
async function reopenRun(reopening) {
    const { repository, run, plan, text } = reopening;
    const store = new run_store/* RunStore */.n(repository, run);
    const results = await store.readResults(plan.tasks.map(task => task.id));
    const again = chooseAgain({ ...reopening, results, report: await store.readReport() });
    const updates = await Promise.all([...again].map(task => toReopening(repository, store, task)));
    const stored = await (0,objects/* writeObject */.p)(repository.store, 'blob', text);
    await store.pointRefs([...updates.flat(), [store.refs.plan, stored], [store.refs.report, undefined]]);
    const done = new Map([...results].filter(([task]) => !again.has(task)));
    return { done, start: await store.resolve(store.refs.integration) };
}
/** The ref updates by which a task is open again: its branch becomes kept work. */
async function toReopening(repository, store, task) {
    const { refs } = store;
    const branch = await store.resolve(refs.branch(task));
    if (branch === undefined)
        return [[refs.result(task), undefined]];
    const before = await store.resolve(refs.kept(task));
    const { tree, committedAt } = readCommitText(String((await repository.objects.read(branch))?.content));
    const kept = await writeCommit(repository.store, {
        tree,
        parents: before === undefined ? [branch] : [branch, before],
        author: harnessIdentity,
        committer: harnessIdentity,
        date: committedAt,
        message: `Kept branch of task ${task}, which is done again`,
        trailers: [
            ['Agent-Run', store.run],
            ['Agent-Task', task],
        ],
    });
    return [
        [refs.kept(task), kept],
        [refs.branch(task), undefined],
        [refs.result(task), undefined],
    ];
}

// EXTERNAL MODULE: ./lib/commands/select-tasks.js
var select_tasks = __webpack_require__(2403);
;// CONCATENATED MODULE: ./lib/commands/run-plan.js














/** Runs a plan: takes up its unfinished run, or starts a new one. */
async function runPlan(repository, checked, options) {
    const selected = options.only.length === 0 ? checked : (0,select_tasks/* selectTasks */.n)(checked, options.only);
    const target = await requireReady(repository, selected, options.emit);
    const text = toTextWithTarget(selected, target);
    const older = await findOlderRuns(repository, selected);
    const claim = await (0,claim_run/* claimRun */.S6)(repository, text, target.commit, options.fresh);
    if (!claim.resumed)
        for (const notice of older)
            options.emit({ kind: 'notice', text: notice });
    const { plan } = selected;
    return workOn(repository, claim, { plan, before: plan, text, target, mode: 'go-on' }, { ...options, only: [] });
}
/**
 * Goes on with a run, whether it was finished or not: does again what did not land.
 *
 * @param changed The plan to go on with, if it is another one by now: then what has changed in it is done again, too.
 */
async function resumeNamedRun(repository, name, changed, options) {
    const run = await (0,claim_run/* requireRun */.Fg)(repository, name);
    const stored = await requireStoredPlan(repository, run);
    const next = changed ?? stored;
    if (options.only.length > 0)
        (0,select_tasks/* selectTasks */.n)(next, options.only);
    const named = { ...next, plan: { ...next.plan, target: next.plan.target ?? stored.plan.target ?? '' } };
    const target = await requireReady(repository, named, options.emit);
    const text = toTextWithTarget(named, target);
    const claim = await (0,claim_run/* resumeRun */.ZL)(repository, run);
    return workOn(repository, claim, { plan: named.plan, before: stored.plan, text, target, mode: 'do-again' }, options);
}
async function requireStoredPlan(repository, run) {
    const text = await new run_store/* RunStore */.n(repository, run).readPlanText();
    if (text === undefined)
        throw new refused_error/* RefusedError */.f(`run ${run} has no plan that can be read`);
    return (0,stored_plan/* readStoredPlan */.T)(text);
}
function toTextWithTarget({ file, order }, { branch }) {
    return (0,stored_plan/* toStoredText */.U)({ ...file, target: branch }, order);
}
async function workOn(repository, claim, job, options) {
    try {
        return await work(repository, claim, job, options);
    }
    finally {
        await (0,run_lock/* unlockRun */.AM)(repository, claim.lock);
    }
}
async function work(repository, { run, resumed }, job, options) {
    const startedAt = performance.now();
    const { only, failFast, signal, emit } = options;
    const plan = asLocal(job.plan);
    const maxParallel = options.maxParallel ?? plan.maxParallel;
    const base = await requireBase(repository, run);
    const { start, done } = resumed ? await reopenRun({ repository, run, ...job, plan, only }) : freshStart;
    const facts = { repository, run, plan, target: job.target.branch, base, start: start ?? base };
    const context = await openContext({ ...facts, maxParallel, failFast, signal, emit });
    emit({ kind: 'run-started', run, plan: plan.name, tasks: plan.tasks, maxParallel, resumed });
    if (resumed)
        await repairRun(context);
    for (const [task, result] of done)
        emit({ kind: 'task-ended', task, result });
    const wanted = only.length === 0 ? undefined : (0,graph/* withDescendants */.dz)(plan.tasks, only);
    const skipped = plan.tasks.filter(({ id }) => !done.has(id) && wanted?.has(id) === false);
    const known = new Map([...done, ...skipped.map(task => [task.id, toMissingResult(context, task)])]);
    const results = await performTasks(context, known);
    return finishRun(context, { results, mayRedo: true, resumed, startedAt });
}
async function requireBase(repository, run) {
    const store = new run_store/* RunStore */.n(repository, run);
    const base = await store.resolve(`${store.refs.base}^{commit}`);
    if (base === undefined)
        throw new refused_error/* RefusedError */.f(`run ${run} has no base: it cannot be taken up`);
    return base;
}
/** On one machine, a plan for pull requests leaves its branch for the user. */
function asLocal(plan) {
    if (plan.integration.land !== 'pull-request')
        return plan;
    return { ...plan, integration: { ...plan.integration, land: 'none' } };
}

;// CONCATENATED MODULE: ./lib/git/push-refs.js


/** So many refs a push: a command line has an end. */
const batch = 100;
/** A server that says nothing for a minute is given up. */
const patience = [
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', '60'],
];
/**
 * Makes refs of a remote what they are here, each from where it was seen just before, reads them back, and only then says that
 * they are pushed. What is there already is not pushed again.
 */
async function pushRefs(repository, access, refs) {
    const place = toNetworkPlace(repository, access);
    const names = refs.map(ref => ref.name);
    const before = await tryReadRemote(place, access, names);
    if (typeof before === 'string')
        return { kind: 'refused', reason: before };
    const missing = refs.filter(ref => before.get(ref.name) !== ref.id);
    let failure;
    for (let at = 0; at < missing.length; at += batch) {
        failure ??= await tryPush(place, access, missing.slice(at, at + batch), before);
    }
    const after = await tryReadRemote(place, access, names);
    const isThere = typeof after !== 'string' && refs.every(ref => after.get(ref.name) === ref.id);
    if (isThere)
        return { kind: 'pushed', count: refs.length };
    return { kind: 'refused', reason: failure ?? 'the remote has something else than what was pushed' };
}
/** Fetches refs of a remote under their own names, so far as they are there. Answers with why it failed. */
async function tryFetchRefs(repository, access, patterns) {
    const refspecs = patterns.map(pattern => `+${pattern}:${pattern}`);
    const args = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', access.remote, ...refspecs];
    const { code, stderr } = await (0,run_git/* tryGit */.Ii)(toNetworkPlace(repository, access), args);
    return code === 0 ? undefined : push_refs_toReason(stderr);
}
function toNetworkPlace({ place }, { settings }) {
    return { ...place, env: (0,environment/* toUserEnvironment */.sD)(place.env, [...patience, ...settings]) };
}
async function tryPush(place, { remote }, refs, before) {
    const leases = refs.map(({ name }) => `--force-with-lease=${name}:${before.get(name) ?? ''}`);
    const refspecs = refs.map(({ name, id }) => `${id}:${name}`);
    const { code, stderr } = await (0,run_git/* tryGit */.Ii)(place, ['push', '--no-verify', ...leases, remote, ...refspecs]);
    return code === 0 ? undefined : push_refs_toReason(stderr);
}
/** What a remote has of some refs, or why it does not say. */
async function tryReadRemote(place, { remote }, names) {
    const wanted = new Set(names);
    const { code, stdout, stderr } = await (0,run_git/* tryGit */.Ii)(place, ['ls-remote', '--refs', remote]);
    if (code !== 0)
        return push_refs_toReason(stderr);
    const lines = stdout.split('\n').map(line => line.split('\t'));
    return new Map(lines.filter(([, name]) => wanted.has(name)).map(([id, name]) => [name, id]));
}
/** What the server says, or else what git makes of it. */
function push_refs_toReason(stderr) {
    const lines = stderr.split('\n').map(line => line.trim());
    const telling = lines.filter(line => /^(remote:|fatal:|error:|!)/.test(line));
    return telling.slice(0, 5).join(' · ') || stderr.trim() || 'git did not say why';
}

;// CONCATENATED MODULE: ./lib/commands/share-run.js



/** Pushes all that is known of a run: its branches, results, kept work, the ends of its logs, its report. */
async function pushRun(repository, run, access) {
    const { lock } = (0,run_refs/* toRunRefs */.DO)(run); // says who works on it on this machine
    const refs = await (0,git_refs/* listRefs */.Dy)(repository, [`${run_refs/* branchRefs */.DI}${run}`, `${run_refs/* stateRefs */.sd}${run}`]);
    return pushRefs(repository, access, refs.filter(ref => ref.name !== lock));
}
/** Fetches all that a remote knows of a run. Answers with why it failed. */
function tryFetchRun(repository, run, access) {
    return tryFetchRefs(repository, access, [`${run_refs/* branchRefs */.DI}${run}/*`, `${run_refs/* stateRefs */.sd}${run}/*`]);
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 18 modules
var core = __webpack_require__(6257);
;// CONCATENATED MODULE: ./lib/action/remote-access.js



/** The name that actions/checkout gives. */
const remote = 'origin';
/**
 * How the remote of the checkout is reached: with the token of the step where that is a repository of this server, else with what
 * git is configured to use. The header replaces one that actions/checkout may have left: GitHub refuses two.
 */
function requireRemoteAccess({ inputs, env }, repository) {
    const url = (0,open_repository/* configValue */.Mn)(repository.config, `remote.${remote}.url`);
    if (url === undefined)
        throw new refused_error/* RefusedError */.f(`this repository has no remote ${remote}: \`push\` and \`run\` need one`);
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    if (inputs.githubToken === '' || !url.startsWith(`${server}/`))
        return { remote, settings: [] };
    const credentials = Buffer.from(`x-access-token:${inputs.githubToken}`).toString('base64');
    (0,core/* setSecret */.Pq)(credentials);
    const key = `http.${server}/.extraheader`;
    return {
        remote,
        settings: [
            [key, ''],
            [key, `AUTHORIZATION: basic ${credentials}`],
        ],
    };
}

;// CONCATENATED MODULE: ./lib/action/run-shared.js





/** Runs a plan, or goes on with the named run; then pushes it if that is wanted, also when the run broke off. */
async function runShared(job, repository, checked) {
    const { inputs, log, signal } = job;
    const access = inputs.push ? requireRemoteAccess(job, repository) : undefined;
    const show = toRunLog(log, checked.plan);
    let run;
    const options = {
        only: [],
        maxParallel: inputs.maxParallel,
        failFast: false,
        fresh: false,
        signal,
        emit: event => {
            if (event.kind === 'run-started')
                run = event.run;
            show(event);
        },
    };
    try {
        const report = await start(job, repository, checked, options);
        return { report, push: await run_shared_tryPush(job, repository, report.run, access) };
    }
    catch (error) {
        if (run !== undefined)
            await run_shared_tryPush(job, repository, run, access);
        throw error;
    }
}
async function start(job, repository, checked, options) {
    const { run } = job.inputs;
    if (run === undefined)
        return runPlan(repository, checked, options);
    const failure = await tryFetchRun(repository, run, requireRemoteAccess(job, repository));
    if (failure !== undefined)
        throw new refused_error/* RefusedError */.f(`run ${run} could not be fetched: ${failure}`);
    return resumeNamedRun(repository, run, checked, options);
}
async function run_shared_tryPush({ log }, repository, run, access) {
    if (access === undefined)
        return undefined;
    const push = await pushRun(repository, run, access);
    log.end();
    log.line(push.kind === 'pushed'
        ? `run ${run}: ${push.count} refs pushed to ${access.remote}`
        : `run ${run} was not pushed: ${push.reason}`);
    return push;
}

;// CONCATENATED MODULE: ./lib/action/run-command.js



















/** `command: run` without a lane: the whole plan on this runner, several agents at once. */
function runCommand(job) {
    return (0,job_repository/* withJobRepository */.S)(job, async (repository) => {
        const checked = (0,load_job_plan/* loadJobPlan */.F)(job, repository);
        if (job.inputs.dryRun)
            return preview(job, repository, checked);
        const shared = await runShared(job, repository, checked);
        return toResult(job, repository, checked, shared);
    });
}
/** Checks everything that a run would check, and starts nothing. */
async function preview(job, repository, checked) {
    await requireReady(repository, checked, toRunLog(job.log, checked.plan));
    const overview = await (0,describe_plan/* describePlan */.d)(repository, checked, job.inputs.maxParallel);
    job.log.begin('Plan');
    job.log.line((0,plan_text/* toPlanText */.G)(overview, paint/* plainPaint */.p));
    job.log.end();
    job.log.line('nothing was started (dry-run: true)');
    const summary = (0,plan_summary/* toPlanSummary */.H)({ overview, lanes: [], maxBytes: action_job/* mostSummaryBytes */.F });
    return { outputs: {}, summary, annotations: [], failure: undefined };
}
async function toResult({ log, env }, repository, { plan }, { report, push }) {
    const path = (0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), `parallel-agents-${report.run}.json`);
    await (0,promises_.writeFile)(path, `${JSON.stringify(report, null, 2)}\n`);
    log.end();
    log.line(toReportText(report, {
        paint: paint/* plainPaint */.p,
        columns: Number.POSITIVE_INFINITY,
        program: 'parallel-agents',
    }));
    const next = toNextSteps(report, push?.kind === 'pushed', env);
    return {
        outputs: toRunOutputs(report, path),
        summary: (0,run_summary/* toRunSummary */.v)({ report, tasks: plan.tasks, next, maxBytes: action_job/* mostSummaryBytes */.F }),
        annotations: toRunAnnotations(report, await findRefusedPaths(repository, plan, report)),
        failure: run_command_toFailure(report, push),
    };
}
function run_command_toFailure({ status, tasks, run }, push) {
    if (push?.kind === 'refused') {
        return `run ${run} could not be pushed: ${push.reason}\nGive the job \`permissions: { contents: write }\`.`;
    }
    if (status === 'landed')
        return undefined;
    const all = Object.values(tasks);
    const landed = all.filter(task => task.landing === 'landed').length;
    return `${status === 'cancelled' ? 'cancelled' : 'not everything landed'}: ${landed} of ${all.length} tasks (run ${run})`;
}


/***/ }),

/***/ 3965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ tryReadJson),
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   T: () => (/* binding */ listJsonKeys)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5743);
/* harmony import */ var _members_member_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3244);
/* harmony import */ var _list_items_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6114);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6206);





const options = { disallowComments: false, allowTrailingComma: true };
/** Whether a text is JSON; comments and trailing commas are let through. */
function isJson(text) {
    return tryParse(text) !== undefined;
}
function tryParse(text) {
    const errors = [];
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(text, errors, options);
    return errors.length === 0 ? root : undefined;
}
/** The members of the object or list that a JSON text holds. Undefined when it is not JSON, or does not give each member a line of its own. */
function tryReadJson(text) {
    const root = tryParse(text);
    if (root === undefined)
        return undefined;
    const lines = (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(text);
    return tryOpen(root, { lines, rowOf: (0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .toRowFinder */ .C)(lines) }, 0, lines.length);
}
/** @param first The first line that belongs to what holds the node; `end` is one behind the last. */
function tryOpen(node, source, first, end) {
    if (node.type !== 'object' && node.type !== 'array')
        return undefined;
    const range = { start: source.rowOf(node.offset) + 1, end: source.rowOf(node.offset + node.length - 1) };
    const children = node.children ?? [];
    const isFree = (0,_list_items_js__WEBPACK_IMPORTED_MODULE_3__/* .isSet */ .v)(children.map(child => (child.type === 'string' ? String(child.value) : '-')));
    const places = children.map(child => toPlace(child, source, isFree));
    const inner = range.start <= range.end ? (0,_members_member_js__WEBPACK_IMPORTED_MODULE_4__/* .tryToMembers */ .e)(source.lines, range, places) : undefined;
    if (inner === undefined)
        return undefined;
    const list = { isCommaSeparated: true, ...inner };
    return { head: source.lines.slice(first, range.start), list, tail: source.lines.slice(range.end, end) };
}
/** @param isFree Whether the order of items is free, where it is one. */
function toPlace(node, source, isFree) {
    const first = source.rowOf(node.offset);
    const last = source.rowOf(node.offset + node.length - 1);
    const content = node.type === 'property' ? node.children?.[1] : node;
    return {
        first,
        last,
        signature: toSignature(node),
        commutes: node.type === 'property' || isFree,
        value: content?.type === 'string' ? String(content.value) : undefined,
        tryNames: () => undefined,
        open: () => (content === undefined ? undefined : tryOpen(content, source, first, last + 1)),
    };
}
/** A property is known by its name, an item of a list by its value. */
function toSignature(node) {
    if (node.type === 'property')
        return `key ${node.children?.[0]?.value}`;
    return node.children === undefined ? `item ${(0,_members_member_js__WEBPACK_IMPORTED_MODULE_4__/* .toPlainText */ .b)(JSON.stringify(node.value))}` : undefined;
}
/** Each key of each object, with the keys that lead there; empty when the text is not JSON. */
function listJsonKeys(text) {
    const root = tryParse(text);
    const keys = [];
    if (root !== undefined)
        collect(root, '');
    return keys;
    function collect(node, path) {
        for (const [index, child] of (node.children ?? []).entries()) {
            const [name, value] = child.type === 'property' ? (child.children ?? []) : [];
            const place = `${path}/${name === undefined ? index : String(name.value)}`;
            if (name !== undefined)
                keys.push(place);
            collect(value ?? child, place);
        }
    }
}


/***/ }),

/***/ 7264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ findDoubtful),
/* harmony export */   Pn: () => (/* binding */ toPatternKey),
/* harmony export */   Ss: () => (/* binding */ toRecordKey),
/* harmony export */   Vu: () => (/* binding */ isLineSet),
/* harmony export */   XK: () => (/* binding */ toAttributeKey),
/* harmony export */   zD: () => (/* binding */ readLineSet)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5743);
/* harmony import */ var _members_member_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3244);



/** Files whose lines are patterns or names: none of them counts twice. */
function isLineSet(path) {
    return /^(\.[\w-]*ignore|\.gitattributes|\.mailmap|AUTHORS|CONTRIBUTORS)(\.(md|txt))?$/i.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path));
}
/** What both sides have added and what nothing but its text is known by: it may have happened once or twice. */
function findDoubtful(base, ours, theirs) {
    const [before, other] = [new Set((0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(base)), new Set((0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(theirs))];
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(ours).find(line => line.trim() !== '' && !before.has(line) && other.has(line) && tryReadId(line) === undefined);
}
/** A text whose lines are a set or a log: each is a member. Comments belong to the line below. */
function readLineSet(text, toKey, isComment) {
    const lines = (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(text);
    const places = lines.flatMap((line, row) => {
        if (line.trim() === '' || isComment(line))
            return [];
        const signature = toKey(line.trim());
        const content = { value: undefined, tryNames: () => undefined, open: () => undefined };
        return [{ first: row, last: row, signature, commutes: signature !== undefined, ...content }];
    });
    const members = (0,_members_member_js__WEBPACK_IMPORTED_MODULE_2__/* .tryToMembers */ .e)(lines, { start: 0, end: lines.length }, places) ?? { members: [], rest: lines };
    return { head: [], list: { isCommaSeparated: false, ...members }, tail: [] };
}
/** A pattern that takes others back counts only below them. */
function toPatternKey(line) {
    return line.startsWith('!') ? undefined : `line ${line}`;
}
/** The last line that matches a path wins, so that only lines whose patterns surely match different files may stand in any order. */
function toAttributeKey(line) {
    const pattern = line.split(/\s/)[0] ?? '';
    return /^(\*\.\w+|[^*?[\]"]+)$/.test(pattern) ? `line ${pattern}` : undefined;
}
/** Records are known by their ids, others by all that they hold. */
function toRecordKey(line) {
    const id = tryReadId(line);
    return id === undefined ? `line ${line}` : `record ${id}`;
}
function tryReadId(line) {
    try {
        const record = JSON.parse(line);
        if (typeof record !== 'object' || record === null)
            return undefined;
        const id = idKeys.map(key => record[key]).find(value => value !== undefined);
        return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
    }
    catch {
        // A line that is not JSON is known by its text.
        return undefined;
    }
}
const idKeys = ['id', '_id', 'uuid', 'key'];


/***/ }),

/***/ 6114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isWord),
/* harmony export */   v: () => (/* binding */ isSet)
/* harmony export */ });
/**
 * Whether the items of a list are a set, so that their order does not matter: single words, each once. What has white space may be a
 * command, what begins with a dash an option that the next item belongs to, and of `NAME=value` or `80:8080` each name may be there once.
 */
function isSet(items) {
    return new Set(items).size === items.length && items.every(isWord);
}
/** Whether an item says nothing about its neighbours. */
function isWord(item) {
    return !/^-|[\s=:]/.test(item);
}


/***/ }),

/***/ 6206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ toRowFinder)
/* harmony export */ });
/** Finds the line, from 0, that an offset is in. */
function toRowFinder(lines) {
    const ends = [];
    for (const line of lines)
        ends.push((ends.at(-1) ?? 0) + line.length);
    return offset => {
        let [low, high] = [0, ends.length - 1];
        while (low < high) {
            const middle = (low + high) >>> 1;
            if (ends[middle] > offset)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    };
}


/***/ }),

/***/ 6481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ toGeneratedRule)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

const rules = {
    'package-lock.json': {
        command: 'npm install --package-lock-only --ignore-scripts',
        program: 'npm',
        source: 'package.json',
    },
    'npm-shrinkwrap.json': {
        command: 'npm install --package-lock-only --ignore-scripts',
        program: 'npm',
        source: 'package.json',
    },
    'yarn.lock': { command: 'yarn install --mode=update-lockfile', program: 'yarn', source: 'package.json' },
    'pnpm-lock.yaml': {
        command: 'pnpm install --lockfile-only --ignore-scripts',
        program: 'pnpm',
        source: 'package.json',
    },
    'Cargo.lock': { command: 'cargo update --workspace', program: 'cargo', source: 'Cargo.toml' },
    'go.sum': { command: 'go mod tidy', program: 'go', source: 'go.mod' },
    'poetry.lock': { command: 'poetry lock', program: 'poetry', source: 'pyproject.toml' },
    'uv.lock': { command: 'uv lock', program: 'uv', source: 'pyproject.toml' },
    'Gemfile.lock': { command: 'bundle lock', program: 'bundle', source: 'Gemfile' },
    'composer.lock': {
        command: 'composer update --lock --no-install --no-scripts',
        program: 'composer',
        source: 'composer.json',
    },
};
/** The rule for a lock file, by its name; undefined for files that are not generated by a known program. */
function toGeneratedRule(path) {
    const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
    return Object.hasOwn(rules, name) ? rules[name] : undefined;
}


/***/ }),

/***/ 5743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ toHunks),
/* harmony export */   P_: () => (/* binding */ toLines),
/* harmony export */   Qv: () => (/* binding */ commonStart)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8965);

/** Splits a text into lines that keep their line ends, so that joining them gives the text again. */
function toLines(text) {
    return text === '' ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}
/** With more items added and removed than this, everything between the first and the last change counts as replaced. */
const maxEdits = 2000;
/** What one side has replaced, in order (Myers 1986, by the package `diff`). */
function toHunks(base, side, isSame = Object.is) {
    const parts = (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .diffArrays */ .E)([...base], [...side], { comparator: isSame, maxEditLength: maxEdits });
    if (parts === undefined)
        return [toOneHunk(base, side, isSame)];
    const hunks = [];
    let baseAt = 0;
    let at = 0;
    for (const { added, removed, value } of parts) {
        const baseEnd = added ? baseAt : baseAt + value.length;
        const end = removed ? at : at + value.length;
        if (added || removed)
            addHunk(hunks, { baseStart: baseAt, baseEnd, start: at, end });
        baseAt = baseEnd;
        at = end;
    }
    return hunks;
}
/** A removal and an addition at the same place are one hunk. */
function addHunk(hunks, hunk) {
    const last = hunks.at(-1);
    if (last === undefined || last.baseEnd !== hunk.baseStart || last.end !== hunk.start)
        hunks.push(hunk);
    else
        hunks[hunks.length - 1] = { ...hunk, baseStart: last.baseStart, start: last.start };
}
function toOneHunk(base, side, isSame) {
    const start = commonStart([base, side], isSame);
    const after = commonStart([base.slice(start).reverse(), side.slice(start).reverse()], isSame);
    return { baseStart: start, baseEnd: base.length - after, start, end: side.length - after };
}
/** How many items all sequences have in common at their start. */
function commonStart([first = [], ...others], isSame) {
    const isCommon = (item, index) => others.every(items => index < items.length && isSame(items[index], item));
    const end = first.findIndex((item, index) => !isCommon(item, index));
    return end === -1 ? first.length : end;
}


/***/ }),

/***/ 3244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ toPlainText),
/* harmony export */   e: () => (/* binding */ tryToMembers)
/* harmony export */ });
/**
 * Cuts the lines from `start` to before `end` into members. Lines in front of a place that are not blank (comments) become part of it.
 * Undefined when two places share a line.
 */
function tryToMembers(lines, { start, end }, places) {
    const members = [];
    const counts = new Map();
    let at = start;
    for (const { first, last, signature, commutes, value, tryNames, open } of places) {
        if (first < at || last >= end)
            return undefined;
        const before = lines.slice(at, first);
        const blank = countBlank(before);
        const own = [...before.slice(blank), ...lines.slice(first, last + 1)];
        const name = signature ?? `text ${toPlainText(own.join(''))}`;
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        const key = count === 1 ? name : `${name} (${count})`;
        members.push({
            key,
            commutes,
            gap: before.slice(0, blank),
            lines: own,
            value,
            names: tryNames(own),
            open,
        });
        at = last + 1;
    }
    return { members, rest: lines.slice(at, end) };
}
function countBlank(lines) {
    const index = lines.findIndex(line => line.trim() !== '');
    return index === -1 ? lines.length : index;
}
/** Text without differences that do not matter: white space, and a separator at the end. */
function toPlainText(text) {
    return text
        .replace(/\s+/g, ' ')
        .replace(/[,;]\s*$/, '')
        .trim();
}


/***/ }),

/***/ 2629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ checkProof)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/merge/formats/line-set.js
var line_set = __webpack_require__(7264);
// EXTERNAL MODULE: ./lib/merge/three-way.js
var three_way = __webpack_require__(5318);
// EXTERNAL MODULE: ./lib/merge/proof/tally.js
var tally = __webpack_require__(1371);
;// CONCATENATED MODULE: ./lib/merge/proof/anchors.js

/**
 * Of lines that both sides have added: those that a side has in a place where the result lacks them. A place is what follows an anchor, up to
 * the next one; an anchor is a line that the side and the result have exactly once.
 */
function findMisplaced(shared, { side, result }) {
    const counts = [(0,tally/* countItems */.A1)(side), (0,tally/* countItems */.A1)(result)];
    const isAnchor = (line) => !shared.has(line) && counts.every(count => count.get(line) === 1);
    const places = toPlaces(result, isAnchor);
    const missing = [];
    for (const [anchor, lines] of toPlaces(side, isAnchor)) {
        const present = (0,tally/* countItems */.A1)(places.get(anchor) ?? []);
        for (const [line, count] of (0,tally/* countItems */.A1)(lines))
            if (shared.has(line) && (present.get(line) ?? 0) < count)
                missing.push(line);
    }
    return missing;
}
/** The lines behind each anchor; those before the first one belong to no line. */
function toPlaces(lines, isAnchor) {
    let place = [];
    const places = new Map([[undefined, place]]);
    for (const line of lines) {
        place.push(line);
        if (!isAnchor(line))
            continue;
        place = [];
        places.set(line, place);
    }
    return places;
}

// EXTERNAL MODULE: ./lib/merge/proof/words.js
var proof_words = __webpack_require__(7944);
;// CONCATENATED MODULE: ./lib/merge/proof/losses.js




/**
 * Finds what was dropped in a merge. First by lines, without their indentation and commas at their ends; where lines differ, because both
 * sides have changed one, the words of the changed places must be there all the same.
 */
function findLosses(conflict, text, options) {
    const isCounted = (line) => line !== '' && !(options.ignoresBrackets && isBrackets(line));
    const toCounted = (version) => toPlainLines(version).filter(isCounted);
    const [base, ours, theirs] = [conflict.base ?? '', conflict.ours, conflict.theirs].map(toCounted);
    const comparison = new Comparison({ base, ours, theirs, result: toCounted(text) }, options);
    return comparison.findLosses();
}
/** Where more lines are wrong than this, it is not looked for a reason. */
const maxExplained = 200;
class Comparison {
    sides;
    options;
    lines;
    words;
    lineCounts;
    wordCounts;
    dropped;
    kept;
    constructor(sides, options) {
        const { base, ours, theirs, result } = sides;
        this.sides = sides;
        this.options = options;
        this.lines = new tally/* Tally */.F0(base);
        this.words = new tally/* Tally */.F0(this.toCountedWords(base));
        for (const region of (0,three_way/* toRegions */.pU)(base, ours, theirs)) {
            this.lines.add(region);
            this.words.add({
                base: this.toCountedWords(region.base),
                ours: this.toCountedWords(region.ours),
                theirs: this.toCountedWords(region.theirs),
            });
        }
        this.lineCounts = (0,tally/* countItems */.A1)(result);
        this.wordCounts = (0,tally/* countItems */.A1)(this.toCountedWords(result));
        this.dropped = (0,tally/* countItems */.A1)(options.choices.flatMap(choice => choice.dropped));
        this.kept = (0,tally/* countItems */.A1)(options.choices.flatMap(choice => choice.kept));
    }
    findLosses() {
        const tooFew = [];
        const tooMany = [];
        for (const [line, expected] of this.lines.entries()) {
            const excess = (0,tally/* toExcess */.H_)(this.lineCounts.get(line) ?? 0, expected);
            if (excess < 0 && this.isOnceEnough(line, expected))
                this.allowFewer(line, -excess);
            else if (excess < 0)
                tooFew.push(line);
            if (excess > 0)
                tooMany.push(line);
        }
        const misplaced = this.findMisplaced();
        if (tooFew.length + tooMany.length === 0)
            return { missing: misplaced, remaining: [] };
        return this.explain(tooFew, tooMany, misplaced);
    }
    isOnceEnough(line, { baseCount, addedByOurs, addedByTheirs }) {
        const count = this.lineCounts.get(line) ?? 0;
        return this.options.isUnique(line) && baseCount === 0 && count >= Math.max(addedByOurs, addedByTheirs);
    }
    allowFewer(line, times) {
        for (const word of this.toCountedWords([line]))
            this.words.at(word).low -= times;
    }
    /** Lines that both sides have added and that are there less often than both together: each side must find its own. */
    findMisplaced() {
        const shared = new Set();
        for (const [line, { high, addedByOurs, addedByTheirs }] of this.lines.entries()) {
            const isShared = addedByOurs > 0 && addedByTheirs > 0 && (this.lineCounts.get(line) ?? 0) < high;
            if (isShared && !this.options.isUnique(line))
                shared.add(line);
        }
        if (shared.size === 0)
            return [];
        const { ours, theirs, result } = this.sides;
        return [
            ...findMisplaced(shared, { side: ours, result }),
            ...findMisplaced(shared, { side: theirs, result }),
        ];
    }
    /** Lines are wrong: which of them are so because both sides have changed a line, so that all words are there? */
    explain(tooFew, tooMany, misplaced) {
        const found = this.toNewWords();
        const isJoined = (line) => tooFew.length <= maxExplained && this.options.isUnique(line) && this.isExplained(line, found);
        for (const line of tooFew.filter(isJoined))
            this.allowFewer(line, 1);
        const lacking = new Set();
        const surplus = new Set();
        for (const [word, expected] of this.words.entries()) {
            const excess = (0,tally/* toExcess */.H_)(this.wordCounts.get(word) ?? 0, expected);
            if (excess < -(this.dropped.get(word) ?? 0))
                lacking.add(word);
            if (excess > (this.kept.get(word) ?? 0))
                surplus.add(word);
        }
        const missing = tooFew.filter(line => tooFew.length > maxExplained || this.hasWord(line, lacking) || !this.isExplained(line, found));
        const remaining = tooMany.filter(line => this.hasWord(line, surplus));
        return { missing: [...misplaced, ...missing], remaining };
    }
    /** Words of the lines of the result that no version has. */
    toNewWords() {
        const { base, ours, theirs, result } = this.sides;
        const known = new Set([...base, ...ours, ...theirs]);
        return new Set(this.toCountedWords(result.filter(line => !known.has(line))));
    }
    isExplained(line, found) {
        const words = this.toCountedWords([line]);
        const needed = words.filter(word => !this.dropped.has(word) && !this.words.at(word).isRemoved);
        if (needed.every(word => found.has(word)))
            return true;
        return needed.length < words.length && this.sides.result.some(other => this.hasAllWords(other, needed));
    }
    hasAllWords(line, needed) {
        const words = new Set(this.toCountedWords([line]));
        return needed.every(word => words.has(word));
    }
    hasWord(line, words) {
        return this.toCountedWords([line]).some(word => words.has(word));
    }
    toCountedWords(lines) {
        const words = lines.flatMap(proof_words/* toWords */.x);
        return this.options.ignoresBrackets ? words.filter(word => !isBrackets(word)) : words;
    }
}
function isBrackets(text) {
    return /^[\s()[\]{}<>;'"`]*$/.test(text);
}
function toPlainLines(text) {
    return text.split('\n').map(line => line
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^, ?|,$/g, ''));
}

;// CONCATENATED MODULE: ./lib/merge/proof/markers.js
/**
 * The number of the first line that git's conflict markers are left in, if no side has that very line. A line of `=` alone may underline a
 * heading.
 */
function findMarker(text, sides) {
    const known = new Set(sides.flatMap(side => side.split('\n')));
    const isMarker = (line) => /^(<{7,}|>{7,}|\|{7,})( |\r?$)/.test(line) && !known.has(line);
    const index = text.split('\n').findIndex(isMarker);
    return index === -1 ? undefined : index + 1;
}

// EXTERNAL MODULE: ./lib/merge/proof/names.js
var proof_names = __webpack_require__(2149);
// EXTERNAL MODULE: ./lib/merge/formats/json.js
var json = __webpack_require__(3965);
// EXTERNAL MODULE: ./lib/merge/syntax/parsers.js + 6 modules
var parsers = __webpack_require__(257);
;// CONCATENATED MODULE: ./lib/merge/proof/parses.js



/** Whether a text is what the name of its file says; undefined when nothing here knows. */
async function tryCheckSyntax(path, text) {
    switch (external_node_path_.posix.extname(path).toLowerCase()) {
        case '.json':
            return isStrictJson(text);
        case '.jsonc':
            return (0,json/* isJson */.Fh)(text);
        case '.yml':
        case '.yaml':
            return isYaml(text);
        case '.toml':
            return isToml(text);
        default:
            return isCode(path, text);
    }
}
function isStrictJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        // That it cannot be parsed is the answer.
        return false;
    }
}
async function isYaml(text) {
    const { parseAllDocuments } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const documents = parseAllDocuments(text);
    return !Array.isArray(documents) || documents.every(document => document.errors.length === 0);
}
async function isToml(text) {
    const { parse } = await __webpack_require__.e(/* import() */ 357).then(__webpack_require__.bind(__webpack_require__, 357));
    try {
        parse(text);
        return true;
    }
    catch {
        // That it cannot be parsed is the answer.
        return false;
    }
}
async function isCode(path, text) {
    const tree = await (0,parsers/* tryParse */.x)(path, text);
    if (tree === undefined)
        return undefined;
    const isClean = !tree.root.hasError;
    tree.free();
    return isClean;
}

// EXTERNAL MODULE: ./lib/merge/proof/repeated-signatures.js + 1 modules
var repeated_signatures = __webpack_require__(9715);
// EXTERNAL MODULE: ./lib/merge/formats/list-items.js
var list_items = __webpack_require__(6114);
;// CONCATENATED MODULE: ./lib/merge/proof/values.js



/**
 * Compares what files of keys and values say, whatever their lines look like: a value that one side has changed must be there as that side has
 * it, at its own place, and one that nobody has changed as it was. Values that both sides have changed differently are not judged here.
 *
 * @returns The places of values that are not what they should be, such as `services.web.image`; none where a version cannot be read.
 */
async function findWrongValues(path, text, versions) {
    const read = await tryReader(path);
    if (read === undefined)
        return [];
    try {
        const [base, ours, theirs] = [versions.base ?? '', versions.ours, versions.theirs].map(read);
        return compare({ base, ours, theirs, result: read(text) }, []);
    }
    catch {
        return []; // whether it can be read is checked elsewhere
    }
}
async function tryReader(path) {
    switch (external_node_path_.posix.extname(path).toLowerCase()) {
        case '.json':
        case '.jsonc':
            return (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 9547, 19))).parse;
        case '.yml':
        case '.yaml':
            return (await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19))).parse;
        case '.toml':
            return (await __webpack_require__.e(/* import() */ 357).then(__webpack_require__.bind(__webpack_require__, 357))).parse;
        default:
            return undefined;
    }
}
function compare({ base, ours, theirs, result }, place) {
    if (isObject(ours) && isObject(theirs) && isObject(result))
        return compareKeys({ base: isObject(base) ? base : {}, ours, theirs, result }, place);
    const [before, left, right] = [base, ours, theirs].map(toComparable);
    const isContested = left !== right && left !== before && right !== before;
    const wanted = left === before ? right : left;
    const isRight = isContested ? isMergedList({ base, ours, theirs, result }) : toComparable(result) === wanted;
    return isRight ? [] : [place.join('.')];
}
/** Of what both sides have changed differently only lists can be judged. */
function isMergedList({ base, ours, theirs, result }) {
    if (!Array.isArray(ours) || !Array.isArray(theirs) || !Array.isArray(result))
        return true;
    return isMerged([Array.isArray(base) ? base : [], ours, theirs, result]);
}
function compareKeys({ base, ours, theirs, result }, place) {
    const keys = new Set([base, ours, theirs, result].flatMap(Object.keys));
    return [...keys].flatMap(key => {
        const values = { base: base[key], ours: ours[key], theirs: theirs[key], result: result[key] };
        return compare(values, [...place, key]);
    });
}
/** Whether the last of these lists has each item as often as base, ours and theirs want it. */
function isMerged(lists) {
    if (lists.flat().some(isObject))
        return true; // an item may be merged by itself
    const counts = lists.map(items => (0,tally/* countItems */.A1)(items.map(toComparable)));
    const items = new Set(counts.flatMap(count => [...count.keys()]));
    return [...items].every(item => {
        const [base = 0, ours = 0, theirs = 0, result = 0] = counts.map(count => count.get(item) ?? 0);
        return result === ours + theirs - base || isShared(item, { base, ours, theirs, result });
    });
}
/** What both sides have added may be there once, if it says nothing about its neighbours; what both have removed may be one and the same. */
function isShared(item, { base, ours, theirs, result }) {
    const isWithin = result >= Math.min(ours, theirs) && result <= Math.max(ours, theirs);
    if (ours < base && theirs < base)
        return isWithin;
    return isWithin && base === 0 && ours === 1 && theirs === 1 && (0,list_items/* isWord */.J)(String(JSON.parse(item)));
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
/** The same text for the same value, whatever the order of keys. */
function toComparable(value) {
    return JSON.stringify(value, (_, inner) => (isObject(inner) ? toSorted(inner) : inner)) ?? 'undefined';
}
function toSorted(value) {
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

;// CONCATENATED MODULE: ./lib/merge/proof/check-proof.js








/**
 * Checks a resolution, whoever made it: rules, a cache, an agent or a person. It must parse, repeat no signature, have no conflict markers,
 * and drop nothing: what a side has added is there, what a side has removed is gone. `choices` name the words that are exempt.
 */
async function checkProof({ path, base, ours = '', theirs = '' }, text, choices) {
    const marker = findMarker(text, [ours, theirs]);
    if (marker !== undefined)
        return { kind: 'refuted', problems: [`a conflict marker is left in line ${marker}`] };
    const isParsed = await tryCheckAgainst(path, text, [ours, theirs]);
    if (isParsed === false)
        return { kind: 'refuted', problems: ['the result has a syntax error, and neither side has one'] };
    const repeated = await (0,repeated_signatures/* findRepeatedSignatures */.V)(path, text, [ours, theirs]);
    const conflict = { path, base, ours, theirs };
    const losses = findLosses(conflict, text, {
        choices,
        ignoresBrackets: isParsed === true,
        isUnique: toUniqueRule(path),
    });
    const names = await (0,proof_names/* findNameProblems */.t)(path, text, [base ?? '', ours, theirs]);
    const values = await findWrongValues(path, text, { base, ours, theirs });
    const problems = [
        ...values.map(place => `this value is not what the sides make of it: \`${place}\``),
        ...names.doubled.map(name => `it is imported or declared twice: \`${name}\``),
        ...names.dangling.map(name => `it is used, but no longer declared: \`${name}\``),
        ...repeated.map(signature => `it is there twice: \`${signature}\``),
        ...toProblems(losses),
    ];
    if (problems.length > 0)
        return { kind: 'refuted', problems };
    return { kind: 'proven', checked: toSummary(isParsed === true, choices) };
}
/** Undefined when the language is not known, or a side has a syntax error itself. */
async function tryCheckAgainst(path, text, sides) {
    const isClean = await tryCheckSyntax(path, text);
    if (isClean !== false)
        return isClean;
    for (const side of sides)
        if ((await tryCheckSyntax(path, side)) === false)
            return undefined;
    return false;
}
/** Keys, patterns and imports are sets: both sides may have added one at different places. */
function toUniqueRule(path) {
    if ((0,line_set/* isLineSet */.Vu)(path) || /^\.(jsonc?|jsonl|ndjson|ya?ml|toml|mod)$/i.test(external_node_path_.posix.extname(path)))
        return () => true;
    return line => /^(import|from|use|using|#include|export .* from)\b|^(const|let|var) .*\brequire\(/.test(line);
}
function toProblems({ missing, remaining }) {
    return [
        ...[...new Set(missing)].map(line => `this line was dropped: \`${line}\``),
        ...[...new Set(remaining)].map(line => `a side has removed this line, and it is still there: \`${line}\``),
    ];
}
function toSummary(isParsed, choices) {
    const syntax = isParsed ? ['it parses', 'no signature is repeated'] : [];
    const exempt = choices.length === 0 ? '' : `, but for ${choices.length} named choice${choices.length === 1 ? '' : 's'}`;
    return [...syntax, 'no conflict markers', `no line or word of a side is lost${exempt}`].join('; ');
}


/***/ }),

/***/ 2149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findNameProblems)
/* harmony export */ });
/* harmony import */ var _syntax_parsers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(257);
/* harmony import */ var _syntax_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8085);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1371);



/**
 * Compares the names that a merged text declares at its top level and those that it uses with base, ours and theirs. What was so before is no
 * problem of the merge.
 */
async function findNameProblems(path, text, versions) {
    const [result, base, ours, theirs] = [
        await tryReadNames(path, text),
        await tryReadNames(path, versions[0]),
        await tryReadNames(path, versions[1]),
        await tryReadNames(path, versions[2]),
    ];
    if (result === undefined || base === undefined || ours === undefined || theirs === undefined)
        return { dangling: [], unused: [], doubled: [], stale: [] };
    const before = [base, ours, theirs];
    const known = new Set(before.flatMap(names => [...names.declared, ...names.imported]));
    return {
        dangling: [...known].filter(name => isDangling(name, result) && !before.some(names => isDangling(name, names))),
        unused: [...result.imported].filter(name => isUnused(name, result) && !(base.imported.has(name) && isUnused(name, base))),
        doubled: [...result.bound]
            .filter(([name, count]) => count > 1 && [ours, theirs].every(({ bound }) => (bound.get(name) ?? 0) < count))
            .map(([name]) => name),
        stale: [...result.words.keys()].filter(name => isStale(name, base, ours, theirs) || isStale(name, base, theirs, ours)),
    };
}
function isDangling(name, { declared, imported, uses }) {
    return uses.has(name) && !declared.has(name) && !imported.has(name);
}
function isUnused(name, { uses, declared }) {
    return (uses.get(name) ?? 0) <= (declared.has(name) ? 1 : 0);
}
function isStale(name, base, side, other) {
    const count = base.words.get(name) ?? 0;
    return count > 0 && !side.words.has(name) && (other.words.get(name) ?? 0) > count;
}
async function tryReadNames(path, text) {
    const tree = await (0,_syntax_parsers_js__WEBPACK_IMPORTED_MODULE_0__/* .tryParse */ .x)(path, text);
    if (tree === undefined)
        return undefined;
    try {
        return readNames(tree.rules, tree.root);
    }
    finally {
        tree.free();
    }
}
function readNames(rules, root) {
    const members = (0,_syntax_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .namedChildren */ .TP)(root);
    const isImport = (member) => rules.imports?.isImport(member) ?? false;
    const imports = members.filter(isImport);
    const others = members.filter(member => !isImport(member));
    const signatures = others.map(member => /^(?:value|type) (.+)$/.exec(rules.toSignature(member) ?? '')?.[1]);
    const declared = signatures.flatMap(names => names?.split(' ') ?? []);
    return {
        imported: new Set(imports.flatMap(member => rules.imports?.toNames(member) ?? [])),
        declared: new Set(declared),
        bound: (0,_tally_js__WEBPACK_IMPORTED_MODULE_2__/* .countItems */ .A1)([
            ...imports.flatMap(member => rules.imports?.toBindings(member) ?? []),
            ...declared,
            ...others.filter(isDefaultExport).map(() => 'export default'),
        ]),
        uses: (0,_tally_js__WEBPACK_IMPORTED_MODULE_2__/* .countItems */ .A1)(others.flatMap(member => listTexts(member, names))),
        words: (0,_tally_js__WEBPACK_IMPORTED_MODULE_2__/* .countItems */ .A1)(listTexts(root, [...names, 'property_identifier', 'field_identifier'])),
    };
}
function isDefaultExport(member) {
    return member.type === 'export_statement' && member.children.some(child => child?.type === 'default');
}
const names = [
    'identifier',
    'type_identifier',
    'shorthand_property_identifier',
    'shorthand_property_identifier_pattern',
    'package_identifier',
];
function listTexts(node, types) {
    return node.descendantsOfType([...types]).flatMap(name => name?.text ?? []);
}


/***/ }),

/***/ 9715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ findRepeatedSignatures)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/merge/formats/json.js
var json = __webpack_require__(3965);
// EXTERNAL MODULE: ./lib/merge/syntax/parsers.js + 6 modules
var parsers = __webpack_require__(257);
// EXTERNAL MODULE: ./lib/merge/syntax/rules.js
var syntax_rules = __webpack_require__(8085);
;// CONCATENATED MODULE: ./lib/merge/syntax/signatures.js

/** All signatures of a text, each with those of what it is in, such as `value Server > member listen`. */
function listSignatures({ rules, root }) {
    return listInside(rules, root, '');
}
function listInside(rules, container, prefix) {
    return (0,syntax_rules/* namedChildren */.TP)(container).flatMap(member => {
        const own = toSignatures(rules, member).map(signature => prefix + signature);
        const inner = rules.findContainer(member);
        return inner === undefined
            ? own
            : [...own, ...listInside(rules, inner, `${prefix}${own[0] ?? 'text'} > `)];
    });
}
/** One for each imported name, so that it is found when two statements import it. */
function toSignatures(rules, member) {
    const statement = rules.imports?.isImport(member) ? rules.imports.toImport(member) : undefined;
    if (statement !== undefined && statement.specifiers.length > 0)
        return statement.specifiers.map(name => `import ${name} ${statement.source}`);
    const signature = rules.toSignature(member);
    return signature === undefined ? [] : [signature];
}

// EXTERNAL MODULE: ./lib/merge/proof/tally.js
var tally = __webpack_require__(1371);
;// CONCATENATED MODULE: ./lib/merge/proof/repeated-signatures.js





/**
 * The signatures (imports, functions, methods, keys) that a text has more often than once, and more often than each of the texts that it was
 * made from. A merge without conflict can do that: both sides have added the same function at different places.
 */
async function findRepeatedSignatures(path, text, before) {
    const counts = (0,tally/* countItems */.A1)(await readSignatures(path, text));
    const repeated = [...counts].filter(([, count]) => count > 1);
    if (repeated.length === 0)
        return [];
    const earlier = [];
    for (const version of before)
        earlier.push((0,tally/* countItems */.A1)(await readSignatures(path, version)));
    return repeated
        .filter(([signature, count]) => earlier.every(known => (known.get(signature) ?? 0) < count))
        .map(([signature]) => signature);
}
async function readSignatures(path, text) {
    if (/^\.jsonc?$/i.test(external_node_path_.posix.extname(path)))
        return (0,json/* listJsonKeys */.T)(text);
    const tree = await (0,parsers/* tryParse */.x)(path, text);
    if (tree === undefined)
        return [];
    const signatures = listSignatures(tree);
    tree.free();
    return signatures;
}


/***/ }),

/***/ 1371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ countItems),
/* harmony export */   F0: () => (/* binding */ Tally),
/* harmony export */   H_: () => (/* binding */ toExcess)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5743);

/**
 * Counts how often each item must be in the result of a merge: as often as in the base, less what a side has removed, and what either
 * side has added. What both have added at one place may be there once or twice.
 */
class Tally {
    items = new Map();
    constructor(base) {
        for (const item of base) {
            const expected = this.at(item);
            expected.baseCount++;
            expected.low++;
            expected.high++;
        }
    }
    /** A place that a side has changed, or both. */
    add({ base, ours, theirs }) {
        const [left, right] = [toChange(base, ours), toChange(base, theirs)];
        for (const index of new Set([...left.removed, ...right.removed])) {
            const expected = this.at(base[index]);
            expected.low--;
            expected.high--;
            expected.isRemoved = true;
        }
        for (const index of left.removed)
            this.at(base[index]).oursGrowth--;
        for (const index of right.removed)
            this.at(base[index]).theirsGrowth--;
        for (const item of new Set([...left.added.keys(), ...right.added.keys()]))
            this.addItem(item, left.added.get(item) ?? 0, right.added.get(item) ?? 0);
    }
    addItem(item, byOurs, byTheirs) {
        const expected = this.at(item);
        expected.low += Math.max(byOurs, byTheirs);
        expected.high += byOurs + byTheirs;
        expected.oursGrowth += byOurs;
        expected.theirsGrowth += byTheirs;
        expected.addedByOurs += byOurs;
        expected.addedByTheirs += byTheirs;
    }
    at(item) {
        const found = this.items.get(item);
        if (found !== undefined)
            return found;
        const none = {
            baseCount: 0,
            low: 0,
            high: 0,
            oursGrowth: 0,
            theirsGrowth: 0,
            addedByOurs: 0,
            addedByTheirs: 0,
        };
        const created = { ...none, isRemoved: false };
        this.items.set(item, created);
        return created;
    }
    entries() {
        return this.items;
    }
}
function toChange(base, side) {
    const removed = [];
    const added = [];
    for (const hunk of (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .toHunks */ .$x)(base, side)) {
        for (let index = hunk.baseStart; index < hunk.baseEnd; index++)
            removed.push(index);
        added.push(...side.slice(hunk.start, hunk.end));
    }
    return { removed, added: countItems(added) };
}
function countItems(items) {
    const counts = new Map();
    for (const item of items)
        counts.set(item, (counts.get(item) ?? 0) + 1);
    return counts;
}
/** By how much a count is out of what is expected: below 0 when too few, above 0 when something that was removed is still there. */
function toExcess(count, expected) {
    if (isMoved(count, expected))
        return 0;
    if (count < expected.low)
        return count - expected.low;
    return count > expected.high && expected.isRemoved ? count - expected.high : 0;
}
/** Where one side has moved an item and the other has changed it, only the sum tells how often it remains. */
function isMoved(count, { baseCount, oursGrowth, theirsGrowth }) {
    return oursGrowth * theirsGrowth <= 0 && count === baseCount + oursGrowth + theirsGrowth;
}


/***/ }),

/***/ 7944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ toWords)
/* harmony export */ });
/** Numbers with their dots, names, and every other sign by itself; commas do not count. */
const wordPattern = /\d[\w.+-]*\w|[\p{L}\p{N}_$]+|[^\s,]/gu;
function toWords(text) {
    return text.match(wordPattern) ?? [];
}


/***/ }),

/***/ 257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ tryParse)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(8995);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/merge/members/member.js
var member = __webpack_require__(3244);
// EXTERNAL MODULE: ./lib/merge/syntax/rules.js
var rules = __webpack_require__(8085);
;// CONCATENATED MODULE: ./lib/merge/syntax/go.js


const containers = new Set(['source_file', 'field_declaration_list', 'interface_type', 'literal_value']);
function toSignature(node) {
    switch (node.type) {
        case 'function_declaration':
            return (0,rules/* fieldText */.gF)(node, 'name') === 'init' ? undefined : `value ${(0,rules/* fieldText */.gF)(node, 'name')}`;
        case 'method_declaration':
            return `method ${toReceiver(node)}.${(0,rules/* fieldText */.gF)(node, 'name')}`;
        case 'type_declaration':
        case 'const_declaration':
        case 'var_declaration':
            return toDeclarationSignature(node);
        case 'import_declaration':
            return `import ${(0,member/* toPlainText */.b)(node.text)}`;
        case 'field_declaration':
            return `member ${namesOf(node).join(' ') || (0,rules/* fieldText */.gF)(node, 'type')}`;
        case 'method_elem':
            return `member ${(0,rules/* fieldText */.gF)(node, 'name')}`;
        case 'keyed_element':
            return `member ${(0,rules/* fieldText */.gF)(node, 'key')}`;
        default:
            return undefined;
    }
}
/** The type that a method belongs to, whatever its receiver is called. */
function toReceiver(node) {
    const receiver = node.childForFieldName('receiver')?.namedChild(0);
    return (0,member/* toPlainText */.b)(receiver === null || receiver === undefined ? '' : ((0,rules/* fieldText */.gF)(receiver, 'type') ?? '')).replace(/^\*/, '');
}
/** Names that a declaration introduces; the blank name counts as none. */
function toDeclarationSignature(node) {
    const lists = node.namedChildren.flatMap(child => child?.type.endsWith('_spec_list') ? child.namedChildren : [child]);
    const names = lists.flatMap(spec => (spec === null || spec === undefined ? [] : namesOf(spec)));
    return names.length === 0 || names.includes('_') ? undefined : `value ${names.join(' ')}`;
}
function namesOf(node) {
    return node
        .childrenForFieldName('name')
        .flatMap(name => (name === null || name.text === ',' ? [] : [name.text]));
}
function findContainer(member) {
    const body = (0,rules/* findTrailing */.iT)(member, new Set([...containers, 'block']));
    return body?.type === 'block' ? undefined : body;
}
const goRules = {
    grammar: 'go',
    extensions: ['.go'],
    containers,
    commaSeparated: new Set(['literal_value']),
    comments: new Set(['comment']),
    toSignature,
    findContainer,
    imports: {
        isImport: node => node.type === 'import_declaration',
        toImport: node => {
            const specs = node.namedChildren.flatMap(child => child?.type === 'import_spec_list' ? child.namedChildren : [child]);
            if (specs.some(spec => spec?.type !== 'import_spec'))
                return undefined;
            const isList = node.namedChildren.some(child => child?.type === 'import_spec_list');
            const names = specs.map(spec => (0,member/* toPlainText */.b)(spec?.text ?? ''));
            return isList
                ? { source: 'import ()', specifiers: names }
                : { source: (0,member/* toPlainText */.b)(node.text), specifiers: [] };
        },
        toNames: node => node.descendantsOfType('import_spec').flatMap(spec => (spec === null ? [] : toPackageName(spec))),
        toBindings: node => node
            .descendantsOfType('import_spec')
            .flatMap(spec => (spec === null ? [] : toPackageName(spec)))
            .filter(name => name !== '_' && name !== '.'),
        print: printImports,
    },
};
/** Keeps the groups that blank lines make: a new path joins the group whose paths it resembles most. */
function printImports(like, { specifiers }) {
    if (!like.includes('\n') || /\/[/*]/.test(like.replace(/"[^"]*"/g, '')))
        return undefined;
    const wanted = new Set(specifiers);
    const lines = like.split('\n');
    const groups = [[]];
    for (const line of lines.slice(1, -1)) {
        if (line.trim() === '')
            groups.push([]);
        else if (wanted.delete((0,member/* toPlainText */.b)(line)))
            groups.at(-1)?.push((0,member/* toPlainText */.b)(line));
    }
    for (const name of wanted)
        nearestGroup(groups, name).push(name);
    const indent = /^[ \t]*/.exec(lines[1] ?? '\t')?.[0] ?? '\t';
    const blocks = groups
        .filter(group => group.length > 0)
        .map(group => group
        .toSorted(byPath)
        .map(name => indent + name)
        .join('\n'));
    return [lines[0], blocks.join('\n\n'), lines.at(-1)].join('\n');
}
function nearestGroup(groups, name) {
    const host = (text) => toPath(text).split('/')[0] ?? '';
    const isStandard = (text) => !host(text).includes('.');
    const same = groups.find(group => group.some(other => host(other) === host(name)));
    const alike = groups.find(group => group.some(other => isStandard(other) === isStandard(name)));
    const group = same ?? alike ?? groups.at(-1);
    return group;
}
function toPath(spec) {
    return /"([^"]*)"/.exec(spec)?.[1] ?? spec;
}
function byPath(a, b) {
    return toPath(a) < toPath(b) ? -1 : 1;
}
/** The alias, or the last part of the path that is not a major version. */
function toPackageName(spec) {
    const alias = (0,rules/* fieldText */.gF)(spec, 'name');
    if (alias !== undefined)
        return [alias];
    const parts = toPath(spec.text)
        .split('/')
        .filter(part => !/^v\d+$/.test(part));
    return [(parts.at(-1) ?? '').replace(/^go-|[.-]go$|\.v\d+$/g, '')];
}

;// CONCATENATED MODULE: ./lib/merge/syntax/java.js


const java_containers = new Set([
    'program',
    'class_body',
    'interface_body',
    'enum_body_declarations',
    'annotation_type_body',
]);
const typesOf = new Set([
    'class_declaration',
    'interface_declaration',
    'enum_declaration',
    'record_declaration',
    'annotation_type_declaration',
]);
function java_toSignature(node) {
    if (typesOf.has(node.type))
        return `type ${(0,rules/* fieldText */.gF)(node, 'name')}`;
    switch (node.type) {
        case 'method_declaration':
        case 'constructor_declaration':
            return `method ${(0,rules/* fieldText */.gF)(node, 'name')}(${parameterTypes(node)})`;
        case 'field_declaration':
            return `field ${node
                .childrenForFieldName('declarator')
                .map(child => (child === null ? '' : (0,rules/* fieldText */.gF)(child, 'name')))
                .join(' ')}`;
        case 'import_declaration':
            return `import ${(0,member/* toPlainText */.b)(node.text)}`;
        default:
            return undefined;
    }
}
/** Methods of one name are told apart by the types of their parameters. */
function parameterTypes(node) {
    const parameters = node.childForFieldName('parameters')?.namedChildren ?? [];
    return parameters
        .map(parameter => (0,member/* toPlainText */.b)(parameter === null ? '' : ((0,rules/* fieldText */.gF)(parameter, 'type') ?? parameter.text)))
        .join(', ');
}
function java_findContainer(member) {
    const body = (0,rules/* findTrailing */.iT)(member, new Set([...java_containers, 'block', 'constructor_body', 'array_initializer', 'enum_body']));
    return body !== undefined && java_containers.has(body.type) ? body : undefined;
}
const javaRules = {
    grammar: 'java',
    extensions: ['.java'],
    containers: java_containers,
    commaSeparated: new Set(),
    comments: new Set(['line_comment', 'block_comment']),
    toSignature: java_toSignature,
    findContainer: java_findContainer,
    imports: {
        isImport: node => node.type === 'import_declaration',
        toImport: node => ({ source: (0,member/* toPlainText */.b)(node.text), specifiers: [] }),
        toNames: rules/* listIdentifiers */.F7,
        toBindings: node => (/\bstatic\b|\*/.test(node.text) ? [] : (0,rules/* lastIdentifier */.Gb)(node)),
        print: () => undefined,
    },
};

;// CONCATENATED MODULE: ./lib/merge/syntax/javascript.js


const javascript_containers = new Set([
    'program',
    'class_body',
    'interface_body',
    'object_type',
    'enum_body',
    'object',
    'switch_body',
]);
const values = new Set([
    'function_declaration',
    'generator_function_declaration',
    'class_declaration',
    'abstract_class_declaration',
    'enum_declaration',
]);
const types = new Set(['interface_declaration', 'type_alias_declaration']);
const suites = /^(describe|context|suite)\b/;
const testCalls = /^(describe|context|suite|it|test|specify|before|after|beforeEach|afterEach|beforeAll|afterAll|bench)\b/;
function javascript_toSignature(node) {
    if (values.has(node.type))
        return `value ${(0,rules/* fieldText */.gF)(node, 'name')}`;
    if (types.has(node.type))
        return `type ${(0,rules/* fieldText */.gF)(node, 'name')}`;
    switch (node.type) {
        case 'export_statement':
            return toExportSignature(node);
        case 'import_statement':
            return `import ${(0,member/* toPlainText */.b)(node.text)}`;
        case 'lexical_declaration':
        case 'variable_declaration':
            return `value ${declaredNames(node).join(' ')}`;
        case 'expression_statement':
            return toExpressionSignature(node.namedChild(0));
        case 'internal_module':
        case 'module':
            return `module ${(0,rules/* fieldText */.gF)(node, 'name')}`;
        default:
            return toMemberSignature(node);
    }
}
function toExportSignature(node) {
    const declaration = node.childForFieldName('declaration');
    if (declaration !== null)
        return javascript_toSignature(declaration);
    if (node.childForFieldName('value') !== null)
        return 'default';
    return `export ${(0,member/* toPlainText */.b)(node.text)}`;
}
function declaredNames(node) {
    return node.namedChildren.flatMap(child => child?.type === 'variable_declarator' ? toDeclared(child.childForFieldName('name')) : []);
}
/** All names of a pattern such as `{ a, b: [c] }`. */
function toDeclared(name) {
    return name === null ? [] : name.type === 'identifier' ? [name.text] : (0,rules/* listIdentifiers */.F7)(name);
}
/** `app.get = …` is known by what it assigns to, `it('works', …)` by its title. */
function toExpressionSignature(expression) {
    if (expression?.type === 'assignment_expression') {
        const left = (0,rules/* fieldText */.gF)(expression, 'left');
        return left?.includes('.') ? `value ${left}` : undefined;
    }
    if (expression?.type !== 'call_expression')
        return undefined;
    const name = (0,rules/* fieldText */.gF)(expression, 'function') ?? '';
    const title = expression.childForFieldName('arguments')?.namedChild(0);
    if (!testCalls.test(name) || title === null || title === undefined)
        return undefined;
    const kind = name.replace(/\.(only|skip|todo|failing|concurrent|fails)\b/g, '');
    return title.type === 'string' || title.type === 'template_string' ? `${kind} ${title.text}` : undefined;
}
function toMemberSignature(node) {
    const name = (0,rules/* fieldText */.gF)(node, 'name') ?? (0,rules/* fieldText */.gF)(node, 'key');
    switch (node.type) {
        case 'method_definition':
            return `member ${modifiersOf(node)}${name}`;
        case 'public_field_definition':
        case 'field_definition':
            return `member ${modifiersOf(node)}${name ?? (0,rules/* fieldText */.gF)(node, 'property')}`;
        case 'property_signature':
            return `member ${name}`;
        case 'method_signature':
        case 'function_signature':
        case 'abstract_method_signature':
            return `overload ${(0,member/* toPlainText */.b)(node.text)}`;
        case 'pair':
            return `member ${name?.replace(/^(['"])(.*)\1$/, '$2')}`;
        case 'shorthand_property_identifier':
            return `member ${node.text}`;
        case 'switch_case':
            return `case ${(0,rules/* fieldText */.gF)(node, 'value')}`;
        default:
            return undefined;
    }
}
function modifiersOf(node) {
    const words = node.children
        .map(child => child?.type ?? '')
        .filter(type => ['static', 'get', 'set'].includes(type));
    return words.map(word => `${word} `).join('');
}
function javascript_findContainer(member) {
    const call = member.type === 'expression_statement' ? member.namedChild(0) : null;
    if (call?.type === 'call_expression' && suites.test((0,rules/* fieldText */.gF)(call, 'function') ?? '')) {
        return (0,rules/* findTrailing */.iT)(call, new Set(['statement_block']));
    }
    const body = (0,rules/* findTrailing */.iT)(member, new Set([...javascript_containers, 'statement_block']));
    return body?.type === 'statement_block' ? undefined : body;
}
/** `export { a } from 'x'` counts as an import too: it is a set of names. */
function isImport(node) {
    return node.type === 'import_statement' || isReexport(node) || tryRequire(node) !== undefined;
}
function isReexport(node) {
    return node.type === 'export_statement' && node.childForFieldName('source') !== null;
}
function toNames(node) {
    if (isReexport(node))
        return [];
    const names = tryRequire(node)?.childForFieldName('name') ?? node;
    return (0,rules/* listIdentifiers */.F7)(names);
}
/** Names that are bound, and those that are exported: of each there can be only one. */
function toBindings(node) {
    if (node.type === 'export_statement')
        return toExportedNames(node).map(name => `export ${name}`);
    const required = tryRequire(node);
    if (required !== undefined)
        return declaredNames(node);
    return node
        .descendantsOfType(['import_clause'])
        .flatMap(clause => (clause === null ? [] : clause.namedChildren))
        .flatMap(part => part === null ? [] : part.type === 'named_imports' ? toAliases(part) : (0,rules/* listIdentifiers */.F7)(part));
}
function toExportedNames(node) {
    const clause = node.namedChildren.find(child => child?.type === 'export_clause');
    return clause == null ? [] : toAliases(clause);
}
function toAliases(list) {
    return list.namedChildren.flatMap(part => part === null ? [] : ((0,rules/* fieldText */.gF)(part, 'alias') ?? (0,rules/* fieldText */.gF)(part, 'name') ?? []));
}
/** `const { a, b } = require('x')` */
function tryRequire(node) {
    if (node.type !== 'lexical_declaration' && node.type !== 'variable_declaration')
        return undefined;
    const declarators = node.namedChildren.filter(child => child?.type === 'variable_declarator');
    const [declarator] = declarators;
    if (declarators.length !== 1 || declarator == null)
        return undefined;
    const value = declarator.childForFieldName('value');
    return value?.type === 'call_expression' && (0,rules/* fieldText */.gF)(value, 'function') === 'require'
        ? declarator
        : undefined;
}
function toImport(node) {
    const declarator = tryRequire(node);
    if (declarator !== undefined) {
        const name = declarator.childForFieldName('name');
        const source = `${(0,rules/* fieldText */.gF)(declarator, 'value')} ${name?.type === 'object_pattern' ? '{}' : name?.text}`;
        return { source, specifiers: name?.type === 'object_pattern' ? namesIn(name) : [] };
    }
    const named = node.descendantsOfType(['named_imports', 'export_clause'])[0];
    const source = (0,member/* toPlainText */.b)(named == null ? node.text : node.text.replace(named.text, '{}'));
    return { source, specifiers: named == null ? [] : namesIn(named) };
}
function namesIn(list) {
    return list.namedChildren.flatMap(child => child === null || child.type === 'comment' ? [] : [(0,member/* toPlainText */.b)(child.text)]);
}
const javascript_rules = {
    containers: javascript_containers,
    commaSeparated: new Set(['object', 'enum_body']),
    comments: new Set(['comment', 'html_comment']),
    toSignature: javascript_toSignature,
    findContainer: javascript_findContainer,
    imports: {
        isImport,
        toImport,
        toNames,
        toBindings,
        print: (like, { specifiers }) => (0,rules/* printBraces */.eQ)(like, specifiers, ' '),
    },
};
const javascriptRules = {
    ...javascript_rules,
    grammar: 'javascript',
    extensions: ['.js', '.mjs', '.cjs', '.jsx'],
};
const typescriptRules = {
    ...javascript_rules,
    grammar: 'typescript',
    extensions: ['.ts', '.mts', '.cts'],
};
const tsxRules = { ...javascript_rules, grammar: 'tsx', extensions: ['.tsx'] };

;// CONCATENATED MODULE: ./lib/merge/syntax/python.js


const python_containers = new Set(['module', 'block', 'dictionary']);
function python_toSignature(node) {
    switch (node.type) {
        case 'function_definition':
        case 'class_definition':
            return `value ${(0,rules/* fieldText */.gF)(node, 'name')}`;
        case 'decorated_definition':
            return toDecoratedSignature(node);
        case 'import_statement':
        case 'import_from_statement':
        case 'future_import_statement':
            return `import ${(0,member/* toPlainText */.b)(node.text)}`;
        case 'expression_statement':
            return toAssignmentSignature(node.namedChild(0));
        case 'pair':
            return `member ${(0,rules/* fieldText */.gF)(node, 'key')?.replace(/^(['"])(.*)\1$/, '$2')}`;
        default:
            return undefined;
    }
}
/** A property and its setter have one name and different decorators. */
function toDecoratedSignature(node) {
    const definition = node.childForFieldName('definition');
    const accessors = node.namedChildren
        .filter(child => child?.type === 'decorator')
        .map(child => (0,member/* toPlainText */.b)(child?.text ?? ''))
        .filter(text => /^@(\w+\.(setter|deleter|getter)|(typing\.)?overload)$/.test(text));
    const name = definition === null ? '' : (0,rules/* fieldText */.gF)(definition, 'name');
    const isOverload = accessors.some(text => text.endsWith('overload'));
    return ['value', name, ...accessors, ...(isOverload ? [(0,member/* toPlainText */.b)(node.text)] : [])].join(' ');
}
function toAssignmentSignature(expression) {
    if (expression?.type !== 'assignment')
        return undefined;
    const left = expression.childForFieldName('left');
    return left?.type === 'identifier' ? `value ${left.text}` : undefined;
}
/** Only bodies of classes, and dictionaries: the order of statements in a function matters. */
function python_findContainer(member) {
    const definition = member.type === 'decorated_definition' ? member.childForFieldName('definition') : member;
    if (definition?.type === 'class_definition')
        return definition.childForFieldName('body') ?? undefined;
    return member.type === 'expression_statement' ? (0,rules/* findTrailing */.iT)(member, new Set(['dictionary'])) : undefined;
}
function python_isImport(node) {
    return ['import_statement', 'import_from_statement', 'future_import_statement'].includes(node.type);
}
function python_toImport(node) {
    if (node.namedChildren.some(child => child?.type === 'comment'))
        return undefined;
    if (node.type === 'import_statement')
        return { source: (0,member/* toPlainText */.b)(node.text), specifiers: [] };
    const module = node.type === 'future_import_statement' ? '__future__' : ((0,rules/* fieldText */.gF)(node, 'module_name') ?? '');
    const names = node.childrenForFieldName('name').map(name => (0,member/* toPlainText */.b)(name?.text ?? ''));
    return { source: names.length === 0 ? (0,member/* toPlainText */.b)(node.text) : `from ${module}`, specifiers: names };
}
/** `import a.b` only introduces `a`, and may stand beside `import a.c`. */
function python_toBindings(node) {
    return node
        .childrenForFieldName('name')
        .flatMap(name => (name === null ? [] : ((0,rules/* fieldText */.gF)(name, 'alias') ?? name.text)))
        .filter(name => !name.includes('.'));
}
function print(like, { specifiers }) {
    const [head, tail] = like.split(/\bimport\b/);
    if (head === undefined || tail === undefined || tail.includes('#'))
        return undefined;
    if (!tail.includes('('))
        return `${head}import ${specifiers.join(', ')}`;
    if (!tail.includes('\n'))
        return `${head}import (${specifiers.join(', ')})`;
    const indent = /\n([ \t]*)\S/.exec(tail)?.[1] ?? '    ';
    const comma = /,\s*\)\s*$/.test(tail) ? ',' : '';
    return `${head}import (\n${specifiers.map(name => indent + name).join(',\n')}${comma}\n)`;
}
const pythonRules = {
    grammar: 'python',
    extensions: ['.py', '.pyi'],
    containers: python_containers,
    commaSeparated: new Set(['dictionary']),
    comments: new Set(['comment']),
    toSignature: python_toSignature,
    findContainer: python_findContainer,
    imports: { isImport: python_isImport, toImport: python_toImport, toNames: rules/* listIdentifiers */.F7, toBindings: python_toBindings, print },
};

;// CONCATENATED MODULE: ./lib/merge/syntax/rust.js


const rust_containers = new Set(['source_file', 'declaration_list', 'field_declaration_list', 'enum_variant_list']);
const named = new Set([
    'function_item',
    'struct_item',
    'enum_item',
    'union_item',
    'trait_item',
    'type_item',
    'const_item',
    'static_item',
    'mod_item',
    'function_signature_item',
    'associated_type',
]);
function rust_toSignature(node) {
    if (named.has(node.type))
        return `${node.type === 'mod_item' ? 'module' : 'value'} ${(0,rules/* fieldText */.gF)(node, 'name')}`;
    switch (node.type) {
        case 'impl_item':
            return `impl ${(0,member/* toPlainText */.b)(node.text.slice(0, node.text.indexOf('{')))}`;
        case 'use_declaration':
            return `import ${(0,member/* toPlainText */.b)(node.text)}`;
        case 'macro_definition':
            return `macro ${(0,rules/* fieldText */.gF)(node, 'name')}`;
        case 'field_declaration':
        case 'enum_variant':
            return `member ${(0,rules/* fieldText */.gF)(node, 'name')}`;
        default:
            return undefined;
    }
}
function rust_findContainer(member) {
    const body = (0,rules/* findTrailing */.iT)(member, new Set([...rust_containers, 'block']));
    return body?.type === 'block' ? undefined : body;
}
function rust_toImport(node) {
    const argument = node.childForFieldName('argument');
    const list = argument?.type === 'scoped_use_list' ? argument.childForFieldName('list') : null;
    if (list === null || list === undefined)
        return { source: (0,member/* toPlainText */.b)(node.text), specifiers: [] };
    if (node.text.includes('//') || node.text.includes('/*'))
        return undefined;
    const names = list.namedChildren.map(child => (0,member/* toPlainText */.b)(child?.text ?? ''));
    return { source: (0,member/* toPlainText */.b)(node.text.replace(list.text, '{}')), specifiers: names };
}
/** Globs introduce names that are not known. */
function rust_toBindings(node) {
    switch (node.type) {
        case 'use_declaration':
        case 'scoped_use_list':
        case 'use_list':
            return (0,rules/* namedChildren */.TP)(node)
                .filter(child => node.type !== 'scoped_use_list' || child.type === 'use_list')
                .flatMap(rust_toBindings);
        case 'use_as_clause':
            return ((0,rules/* fieldText */.gF)(node, 'alias') ?? '_') === '_' ? [] : [(0,rules/* fieldText */.gF)(node, 'alias') ?? ''];
        case 'identifier':
            return [node.text];
        case 'scoped_identifier':
            return [(0,rules/* fieldText */.gF)(node, 'name') ?? ''];
        default:
            return [];
    }
}
const rustRules = {
    grammar: 'rust',
    extensions: ['.rs'],
    containers: rust_containers,
    commaSeparated: new Set(['field_declaration_list', 'enum_variant_list']),
    comments: new Set(['line_comment', 'block_comment']),
    toSignature: rust_toSignature,
    findContainer: rust_findContainer,
    imports: {
        isImport: node => node.type === 'use_declaration',
        toImport: rust_toImport,
        toNames: rules/* listIdentifiers */.F7,
        toBindings: rust_toBindings,
        print: (like, { specifiers }) => (0,rules/* printBraces */.eQ)(like, specifiers, ''),
    },
};

;// CONCATENATED MODULE: ./lib/merge/syntax/languages.js






const languages = [
    javascriptRules,
    typescriptRules,
    tsxRules,
    pythonRules,
    javaRules,
    goRules,
    rustRules,
];
const byExtension = new Map(languages.flatMap(rules => rules.extensions.map(extension => [extension, rules])));
/** The rules for a file, by the ending of its name; undefined for languages without a grammar. */
function tryLanguage(path) {
    return byExtension.get((0,external_node_path_.extname)(path).toLowerCase());
}

;// CONCATENATED MODULE: ./lib/merge/syntax/parsers.js





/**
 * Parses source code of the languages that there are grammars for (tree-sitter, compiled to WebAssembly; loaded when first needed).
 * Undefined when the language of the file is not known. A text with errors is parsed as far as it goes.
 */
async function tryParse(path, text) {
    const rules = tryLanguage(path);
    if (rules === undefined)
        return undefined;
    loadingParser ??= createParser();
    const parser = await loadingParser;
    const language = await loadLanguage(rules.grammar);
    parser.setLanguage(language);
    const tree = parser.parse(text);
    return tree === null ? undefined : { rules, text, root: tree.rootNode, free: () => tree.delete() };
}
let loadingParser;
const loadingLanguages = new Map();
async function createParser() {
    const { Parser } = loadTreeSitter();
    const settings = { wasmBinary: readGrammar('tree-sitter'), locateFile: (file) => file };
    await Parser.init(settings);
    return new Parser();
}
function loadLanguage(grammar) {
    const { Language } = loadTreeSitter();
    const loading = loadingLanguages.get(grammar) ?? Language.load(readGrammar(`tree-sitter-${grammar}`));
    loadingLanguages.set(grammar, loading);
    return loading;
}
/** Not bundled: it has to know the file that it was loaded from. */
function loadTreeSitter() {
    const { folder, script } = findGrammars();
    return (0,external_node_module_.createRequire)(import.meta.url)((0,external_node_path_.join)(folder, script));
}
function readGrammar(name) {
    return new Uint8Array((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(findGrammars().folder, `${name}.wasm`)));
}
/** `grammars` beside the bundle or above it; the folder of the package when the sources run. */
function findGrammars() {
    const here = (0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url));
    const folder = [(0,external_node_path_.join)(here, 'grammars'), (0,external_node_path_.join)(here, '..', 'grammars')].find(place => (0,external_node_fs_.existsSync)(place));
    if (folder !== undefined)
        return { folder, script: 'tree-sitter.cjs' };
    const script = (0,external_node_module_.createRequire)(import.meta.url).resolve('@vscode/tree-sitter-wasm');
    return { folder: (0,external_node_path_.dirname)(script), script: (0,external_node_path_.basename)(script) };
}


/***/ }),

/***/ 8085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ listIdentifiers),
/* harmony export */   Gb: () => (/* binding */ lastIdentifier),
/* harmony export */   TP: () => (/* binding */ namedChildren),
/* harmony export */   eQ: () => (/* binding */ printBraces),
/* harmony export */   gF: () => (/* binding */ fieldText),
/* harmony export */   iT: () => (/* binding */ findTrailing)
/* harmony export */ });
/** The first node of the given types, from outside in, that ends where its member ends. */
function findTrailing(member, types) {
    const line = member.endPosition.row;
    const waiting = [member];
    for (const node of waiting) {
        if (node !== member && types.has(node.type) && node.endPosition.row === line)
            return node;
        waiting.push(...namedChildren(node).filter(child => child.endPosition.row === line));
    }
    return undefined;
}
function namedChildren(node) {
    return node.namedChildren.filter(child => child !== null);
}
function fieldText(node, field) {
    return node.childForFieldName(field)?.text;
}
/** What formatters let a line have by default. */
const maxWidth = 80;
/**
 * A statement whose names stand between braces, with other names: on one line, or one a line, as they were. Undefined when
 * there are comments between them, which nobody could place.
 */
function printBraces(like, names, space) {
    const open = like.indexOf('{');
    const close = like.lastIndexOf('}');
    if (open === -1 || close === -1)
        return undefined;
    const inner = like.slice(open + 1, close);
    if (/\/[/*]/.test(inner))
        return undefined;
    const line = names.join(', ');
    const isWide = like.length - inner.length + line.length > Math.max(maxWidth, like.length);
    if (isWide && !inner.includes('\n')) {
        const block = names.map(name => `  ${name},\n`).join('');
        return `${like.slice(0, open + 1)}\n${block}${like.slice(close)}`;
    }
    if (!inner.includes('\n')) {
        const gap = inner === '' || /^\s/.test(inner) ? space : '';
        return `${like.slice(0, open + 1)}${gap}${line}${gap}${like.slice(close)}`;
    }
    const indent = /\n([ \t]*)\S/.exec(inner)?.[1] ?? '';
    const comma = /,\s*$/.test(inner) ? ',' : '';
    const end = /\n[ \t]*$/.exec(inner)?.[0] ?? '\n';
    return `${like.slice(0, open + 1)}\n${names.map(name => indent + name).join(',\n')}${comma}${end}${like.slice(close)}`;
}
/** The last name of each import: its alias, or the name itself. */
function lastIdentifier(node) {
    return listIdentifiers(node).slice(-1);
}
/** All names in an import, with those of modules and packages: none of them is used by chance. */
function listIdentifiers(node) {
    return node
        .descendantsOfType(['identifier', 'type_identifier', 'shorthand_property_identifier_pattern'])
        .flatMap(name => name?.text ?? []);
}


/***/ }),

/***/ 3961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ findUnfit),
/* harmony export */   o: () => (/* binding */ tryPlainConflict)
/* harmony export */ });
/** Why a text cannot be merged as one: it is too long, or not in UTF-8. Undefined: it can. */
function findUnfit(texts) {
    if (texts.some(text => text.length > maxLength))
        return 'the file is too long';
    if (texts.some(text => text.includes('\0')))
        return 'the file is not a text';
    if (texts.some(text => text.includes('\uFFFD')))
        return 'the file is not in UTF-8';
    return undefined;
}
/** Longer texts are left to people: to compare them would take too long. In UTF-16 code units. */
const maxLength = 500_000;
/** Undefined when a version mixes line ends, so that they cannot be told apart from its content. */
function tryPlainConflict(conflict) {
    const versions = [conflict.base ?? conflict.ours, conflict.ours, conflict.theirs];
    if (versions.some(isMixed))
        return undefined;
    const [base, ours, theirs] = versions.map(toShape);
    const merge = (key) => (ours[key] === base[key] ? theirs : ours)[key];
    const mark = merge('hasByteOrderMark') ? byteOrderMark : '';
    const endOfLine = merge('endOfLine');
    const endsWithNewline = merge('endsWithNewline');
    return {
        conflict: {
            ...conflict,
            base: conflict.base === undefined ? undefined : toPlain(conflict.base),
            ours: toPlain(conflict.ours),
            theirs: toPlain(conflict.theirs),
        },
        restore: text => mark + (endsWithNewline ? text : text.replace(/\n$/, '')).replaceAll('\n', endOfLine),
    };
}
const byteOrderMark = '\uFEFF';
function isMixed(text) {
    return /(^|[^\r])\n/.test(text) && text.includes('\r\n');
}
function toShape(text) {
    return {
        hasByteOrderMark: text.startsWith(byteOrderMark),
        endOfLine: text.includes('\r\n') ? '\r\n' : '\n',
        endsWithNewline: text === '' || text.endsWith('\n'),
    };
}
function toPlain(text) {
    const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    return plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`;
}


/***/ }),

/***/ 5318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ mergeLines),
/* harmony export */   NT: () => (/* binding */ mergeSequences),
/* harmony export */   p1: () => (/* binding */ mapThree),
/* harmony export */   pU: () => (/* binding */ toRegions),
/* harmony export */   yz: () => (/* binding */ tryJoin)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5743);

function mapThree([base, ours, theirs], map) {
    return [map(base), map(ours), map(theirs)];
}
/**
 * Merges two sequences that were made from a third one (diff3; Khanna, Kunal and Pierce 2007). Changes that touch belong to
 * one chunk, as in git; a chunk that both sides have changed alike is merged.
 */
function mergeSequences(base, ours, theirs, isSame = Object.is) {
    const segments = [];
    let baseAt = 0;
    for (const region of toRegions(base, ours, theirs, isSame)) {
        push(segments, base.slice(baseAt, region.start));
        pushRegion(segments, region, isSame);
        baseAt = region.end;
    }
    push(segments, base.slice(baseAt));
    return segments;
}
function mergeLines(base, ours, theirs) {
    return mergeSequences((0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .toLines */ .P_)(base), (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .toLines */ .P_)(ours), (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .toLines */ .P_)(theirs));
}
/** The merged text, or undefined when there is a chunk left. */
function tryJoin(segments) {
    return segments.every(segment => segment.kind === 'merged')
        ? segments.flatMap(segment => segment.items).join('')
        : undefined;
}
/** All places that a side has changed, in order; changes that touch are one region. */
function toRegions(base, ours, theirs, isSame = Object.is) {
    const hunks = [
        ...(0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .toHunks */ .$x)(base, ours, isSame).map(hunk => ({ hunk, side: 'ours' })),
        ...(0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .toHunks */ .$x)(base, theirs, isSame).map(hunk => ({ hunk, side: 'theirs' })),
    ].sort((a, b) => a.hunk.baseStart - b.hunk.baseStart || a.hunk.baseEnd - b.hunk.baseEnd);
    const shift = { ours: 0, theirs: 0 };
    return toGroups(hunks).map(group => {
        const start = Math.min(...group.map(({ hunk }) => hunk.baseStart));
        const end = Math.max(...group.map(({ hunk }) => hunk.baseEnd));
        const before = { ...shift };
        for (const { hunk, side } of group)
            shift[side] += hunk.end - hunk.start - (hunk.baseEnd - hunk.baseStart);
        return {
            start,
            end,
            oursStart: start + before.ours,
            theirsStart: start + before.theirs,
            base: base.slice(start, end),
            ours: ours.slice(start + before.ours, end + shift.ours),
            theirs: theirs.slice(start + before.theirs, end + shift.theirs),
        };
    });
}
/** Puts hunks together that touch, directly or through others; the hunks come in the order of the base. */
function toGroups(hunks) {
    const groups = [];
    let end = -1;
    for (const item of hunks) {
        const last = groups.at(-1);
        if (last !== undefined && item.hunk.baseStart <= end)
            last.push(item);
        else
            groups.push([item]);
        end = Math.max(end, item.hunk.baseEnd);
    }
    return groups;
}
function pushRegion(segments, { base, ours, theirs }, isSame) {
    if (isEqual(ours, theirs, isSame) || isEqual(theirs, base, isSame))
        push(segments, ours);
    else if (isEqual(ours, base, isSame))
        push(segments, theirs);
    else {
        const before = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .commonStart */ .Qv)([base, ours, theirs], isSame);
        const ends = [base, ours, theirs].map(items => items.slice(before).reverse());
        const after = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .commonStart */ .Qv)(ends, isSame);
        const cut = (items) => items.slice(before, items.length - after);
        push(segments, ours.slice(0, before));
        segments.push({ kind: 'chunk', base: cut(base), ours: cut(ours), theirs: cut(theirs) });
        push(segments, ours.slice(ours.length - after));
    }
}
function isEqual(a, b, isSame) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
}
function push(segments, items) {
    if (items.length === 0)
        return;
    const last = segments.at(-1);
    if (last?.kind === 'merged')
        segments[segments.length - 1] = { kind: 'merged', items: last.items.concat(items) };
    else
        segments.push({ kind: 'merged', items });
}


/***/ })

};
