export const id = 57;
export const ids = [57];
export const modules = {

/***/ 45058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ describePlan),
  H: () => (/* binding */ findScopeSlips)
});

// EXTERNAL MODULE: ./lib/agents/agent-way.js
var agent_way = __webpack_require__(19393);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/files/plain-file.js
var plain_file = __webpack_require__(33854);
// EXTERNAL MODULE: ./lib/checkouts/dependencies/managers.js
var managers = __webpack_require__(83879);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
;// CONCATENATED MODULE: ./lib/checkouts/recognise/grep.js

/** The first place of the tracked files that a pattern is found in: `server.js:12`. */
async function tryGrep({ place }, pattern) {
    const args = ['grep', '-I', '-n', '-m1', '-E', '-e', pattern, '--', ':(top)', ':(top,exclude,glob)**/*.md'];
    const [line = ''] = (await (0,run_git/* tryGit */.Ii)(place, args)).stdout.split('\n');
    return /^(.+?:\d+):/.exec(line)?.[1];
}
/** Those of some names that tracked files mention, apart from lists of what is ignored. */
async function listMentioned({ place }, names) {
    if (names.length === 0)
        return new Set();
    const patterns = names.flatMap(name => ['-e', name]);
    const files = [':(top)', ':(top,exclude,glob)**/.*ignore', ':(top,exclude,glob)**/*.md'];
    const { stdout } = await (0,run_git/* tryGit */.Ii)(place, ['grep', '-I', '-h', '-o', '-F', ...patterns, '--', ...files]);
    return new Set(stdout.split('\n'));
}

// EXTERNAL MODULE: ./lib/checkouts/files/list-files.js
var list_files = __webpack_require__(20843);
;// CONCATENATED MODULE: ./lib/checkouts/recognise/unlisted-files.js





const environmentFile = /(^|\/)\.env(\.(?!example|sample|template)[\w.-]+)?$/;
/** What tools leave, and no one writes. */
const debris = /(^|\/)(\.DS_Store|Thumbs\.db|\..*\.sw[op])$|\.(log|pyc|o|class|tsbuildinfo|lock|tmp|db|sqlite3?)(-\w+)?$/;
const mostBytes = 1 << 20;
const mostCandidates = 50;
/** The files of the user's checkout that git ignores; what is in a folder of which everything is ignored is left out. */
async function listIgnoredFiles({ place }) {
    const args = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
    const { stdout } = await (0,run_git/* tryGit */.Ii)(place, args);
    return stdout.split('\0').filter(path => path !== '' && !path.endsWith('/'));
}
/** Ignored files that look needed, by their name or because code names them, and that no checkout would get. */
async function findUnlistedFiles(repository, settings, ignored) {
    const given = new Set([
        ...(await (0,list_files/* listNamed */.SB)(repository, settings.copy)),
        ...(await (0,list_files/* listIncluded */.rv)(repository)),
    ]);
    const links = new Set(settings.link.map(({ path }) => path));
    const open = ignored.filter(path => !given.has(path) && !links.has(path) && isSmall(repository, path));
    const byName = open.filter(path => environmentFile.test(path));
    const others = open.filter(path => !byName.includes(path) && !debris.test(path)).slice(0, mostCandidates);
    const mentioned = await listMentioned(repository, others.map(path => (0,external_node_path_.basename)(path)));
    const byCode = others.filter(path => mentioned.has((0,external_node_path_.basename)(path)));
    return [
        ...toNeed(byName, 'git ignores it, so no checkout has it'),
        ...toNeed(byCode, 'git ignores it, and tracked files name it'),
    ];
}
function toNeed(paths, why) {
    if (paths.length === 0)
        return [];
    const write = `checkout: { copy: [${paths.map(path => JSON.stringify(path)).join(', ')}] }`;
    return [{ what: paths.join(', '), why, write }];
}
function isSmall({ root }, path) {
    const info = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, path), { throwIfNoEntry: false });
    return info?.isFile() === true && info.size <= mostBytes;
}

;// CONCATENATED MODULE: ./lib/checkouts/recognise/recognise.js






/** Looks in the user's checkout for what checkouts need and the plan does not give them. It is a guess, so it is only said. */
async function recogniseNeeds(repository, settings, setup) {
    const ignored = await listIgnoredFiles(repository);
    const needs = await Promise.all([
        settings.dependencies === 'auto' || setup !== undefined ? [] : findDependencies(repository),
        findUnlistedFiles(repository, settings, ignored),
        settings.ports === undefined ? findPorts(repository) : [],
        settings.databases.length === 0 ? findDatabases(repository, ignored) : [],
    ]);
    return needs.flat();
}
function findDependencies({ root }) {
    return (0,managers/* findManagers */.WZ)(file => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, file)))
        .filter(({ manager }) => manager.install !== undefined)
        .slice(0, 1)
        .map(({ manager, lockFile }) => ({
        what: `dependencies of ${manager.name}`,
        why: `there is ${lockFile}`,
        write: 'checkout: { dependencies: auto }',
    }));
}
const portPattern = String.raw `process\.env\.PORT\b|environ(\.get\(|\[)["']PORT["']|Getenv\("PORT"\)|ENV(\.fetch\(|\[)["']PORT["']`;
async function findPorts(repository) {
    const found = await tryGrep(repository, portPattern);
    return found === undefined
        ? []
        : [{ what: 'a port', why: `${found} reads PORT`, write: 'checkout: { ports: {} }' }];
}
const urlPattern = /^(?:export\s+)?([A-Z_]*(?:DATABASE|DB|POSTGRES|MYSQL)[A-Z_]*)=["']?(postgres(?:ql)?|mysql|mariadb):\/\//m;
async function findDatabases(repository, ignored) {
    const file = ignored.find(path => /\.(db|sqlite3?)$/.test(path));
    const sqlite = {
        what: 'a database of SQLite',
        why: `git ignores ${file}`,
        write: `checkout: { database: { sqlite: ${file} } }`,
    };
    const servers = ignored
        .filter(path => /(^|\/)\.env/.test(path))
        .flatMap(path => toServerNeed(repository, path))
        .slice(0, 1);
    return [...(file === undefined ? [] : [sqlite]), ...servers];
}
/** The address itself may hold a password, and is not shown. */
function toServerNeed({ root }, path) {
    const [, variable, scheme = ''] = urlPattern.exec((0,plain_file/* readPlainText */.Sg)((0,external_node_path_.join)(root, path))) ?? [];
    if (variable === undefined)
        return [];
    const kind = scheme.startsWith('postgres') ? 'postgres' : 'mysql';
    const more = variable === 'DATABASE_URL' ? '' : `, url-variable: ${variable}`;
    return [
        {
            what: `a database of ${kind}`,
            why: `${path} sets ${variable}`,
            write: `checkout: { database: { ${kind}: $${variable}${more} } }`,
        },
    ];
}

// EXTERNAL MODULE: ./lib/model/refused-error.js
var refused_error = __webpack_require__(32366);
// EXTERNAL MODULE: ./lib/plan/scope/globs.js
var scope_globs = __webpack_require__(43159);
// EXTERNAL MODULE: ./lib/plan/schema/suggest.js
var suggest = __webpack_require__(25573);
;// CONCATENATED MODULE: ./lib/plan/schema/unmatched-scopes.js


/**
 * Says which scopes name a folder that is not there while one with nearly the same name is: most likely a slip, after which every
 * attempt would be refused. A scope of a new folder is right.
 *
 * @param paths All files of the target.
 */
function findUnmatchedScopes(tasks, paths) {
    const children = toChildren(paths);
    return tasks.flatMap(({ id, files = [] }) => (0,scope_globs/* splitGlobs */.Kh)(files).included.flatMap(glob => {
        const meant = tryMeant(glob, children);
        return meant === undefined
            ? []
            : [`task ${id}: \`${glob}\` matches no file; did you mean \`${meant}\`?`];
    }));
}
/** The names of the folders in each folder; the top is the empty path. */
function toChildren(paths) {
    const children = new Map();
    for (const path of paths) {
        const names = path.split('/').slice(0, -1);
        for (const [index, name] of names.entries()) {
            const folder = names.slice(0, index).join('/');
            children.set(folder, (children.get(folder) ?? new Set()).add(name));
        }
    }
    return children;
}
/** The glob with its first folder that is not there replaced by a neighbour of nearly that name. */
function tryMeant(glob, children) {
    const names = glob.split('/');
    for (const [index, name] of names.slice(0, -1).entries()) {
        if (/[*?[{(]/.test(name))
            return undefined;
        const there = children.get(names.slice(0, index).join('/')) ?? new Set();
        if (there.has(name))
            continue;
        const meant = [...there].find(other => hasSameLetters(other, name)) ?? (0,suggest/* trySuggest */.W)(name, [...there]);
        return meant && [...names.slice(0, index), meant, ...names.slice(index + 1)].join('/');
    }
    return undefined;
}
/** Two letters that changed places are one slip, and two for the distance of short words. */
function hasSameLetters(a, b) {
    const sorted = (name) => [...name].sort().join('');
    return sorted(a) === sorted(b);
}

// EXTERNAL MODULE: ./lib/plan/graph/graph.js
var graph = __webpack_require__(58060);
// EXTERNAL MODULE: ./lib/plan/graph/list-schedule.js
var list_schedule = __webpack_require__(11010);
// EXTERNAL MODULE: ./lib/plan/graph/weights.js
var weights = __webpack_require__(377);
;// CONCATENATED MODULE: ./lib/plan/schema/advice.js




/** Less than this part of the time must be won, or parallel agents are not worth their conflicts and costs. */
const smallGain = 0.1;
const fewFiles = 2;
/** Says so when parallel agents do not pay for a plan, and why; undefined when they do. */
function tryAdvice(tasks) {
    if (tasks.length === 1)
        return 'this plan has one task: one agent is all it needs';
    if ((0,graph/* toLevels */.tf)(tasks).every(level => level.length === 1)) {
        return 'this plan is a chain: one agent in sequence does it as fast';
    }
    const files = tryLiteralFiles(tasks);
    if (files !== undefined && files.size <= fewFiles) {
        const names = [...files].join(' and ');
        return `all tasks change only ${names}: one agent in sequence does it without conflicts`;
    }
    const estimates = (0,weights/* toEstimates */.LU)(tasks);
    const alone = (0,list_schedule/* toMakespan */.q)(tasks, estimates, 1);
    const together = (0,list_schedule/* toMakespan */.q)(tasks, estimates, Number.POSITIVE_INFINITY);
    if (together > alone * (1 - smallGain)) {
        const percent = Math.round((1 - together / alone) * 100);
        return `most of this plan is a chain: parallel agents save only ${percent} % of the time`;
    }
    return undefined;
}
/** All files that the scopes name, if they name nothing else. */
function tryLiteralFiles(tasks) {
    const globs = tasks.flatMap(task => (task.files === undefined ? ['**'] : (0,scope_globs/* splitGlobs */.Kh)(task.files).included));
    return globs.some(glob => /[*?[{(]/.test(glob)) ? undefined : new Set(globs);
}

;// CONCATENATED MODULE: ./lib/report/text/plan-overview.js




function toPlanOverview({ plan, overlaps, file, notices }, { target, agents: known }, maxParallel) {
    const { tasks } = plan;
    const estimates = (0,weights/* toEstimates */.LU)(tasks);
    const remaining = (0,weights/* toRemainingPaths */.Gg)(tasks, estimates);
    const estimated = tasks.filter(task => task.estimateMinutes !== undefined).length;
    const agentCounts = [...new Set([1, Math.min(maxParallel, tasks.length)])];
    return {
        version: 1,
        plan: plan.name,
        target,
        tasks: tasks.map(task => toTaskOverview(task, remaining)),
        levels: (0,graph/* toLevels */.tf)(tasks).map(level => level.map(task => task.id)),
        criticalPath: (0,weights/* toCriticalPath */.mH)(tasks, estimates),
        addedEdges: file.overlap === 'serialize'
            ? overlaps.map(({ earlier, later, path }) => ({ from: earlier, to: later, path }))
            : [],
        estimated,
        durations: [...agentCounts, null].map(agents => ({
            agents,
            minutes: (0,list_schedule/* toMakespan */.q)(tasks, estimates, agents ?? Number.POSITIVE_INFINITY),
        })),
        advice: tryAdvice(tasks) ?? null,
        agents: known,
        notices,
    };
}
function toTaskOverview(task, remaining) {
    return {
        id: task.id,
        title: task.title,
        needs: task.needs,
        after: task.after,
        agent: task.agent,
        files: task.files ?? null,
        issue: task.issue ?? null,
        estimateMinutes: task.estimateMinutes ?? null,
        remaining: remaining.get(task.id) ?? 0,
    };
}

// EXTERNAL MODULE: ./lib/commands/target/find-target.js
var find_target = __webpack_require__(21597);
;// CONCATENATED MODULE: ./lib/commands/describe-plan.js







/** What is known of a plan in this repository. A target that is missing is not an error yet: `run` refuses it. */
async function describePlan(repository, checked, maxParallel) {
    const target = await (0,find_target/* findTarget */.F)(repository, checked.plan).catch(error => {
        if (error instanceof refused_error/* RefusedError */.f)
            return null;
        throw error;
    });
    const notices = [
        ...checked.notices,
        ...(target === null ? [] : await findScopeSlips(repository, checked.plan, target.commit)),
        ...(checked.plan.integration.test === undefined ? [untested] : []),
        ...(await nameNeeds(repository, checked.plan)),
    ];
    const agents = describeAgents(checked.plan, repository.env);
    return toPlanOverview({ ...checked, notices }, { target, agents }, maxParallel ?? checked.plan.maxParallel);
}
/** How each known agent would be run here. */
function describeAgents({ agents }, env) {
    return Object.values(agents).flatMap(agent => {
        if (agent.kind !== 'cli')
            return [];
        const { kind: via, reason } = (0,agent_way/* chooseWay */.T4)(agent, env);
        return [{ name: agent.name, use: agent.use, via, reason }];
    });
}
async function nameNeeds(repository, { checkout, setup }) {
    const needs = await recogniseNeeds(repository, checkout, setup);
    return needs.map(({ what, why, write }) => `checkouts may need ${what} (${why}): \`${write}\``);
}
const untested = 'there is no `integration.test`: branches are merged, and nothing finds out whether they work together. Write for example `integration: { test: npm test }`';
/** Scopes that most likely name another folder than was meant. */
async function findScopeSlips(repository, { tasks }, commit) {
    const listing = await (0,run_git/* runGit */.EO)(repository.place, [
        'ls-tree',
        '-r',
        '-z',
        '--name-only',
        '--full-tree',
        commit,
    ]);
    return findUnmatchedScopes(tasks, listing.split('\0'));
}


/***/ }),

/***/ 96569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ requireAgents),
  V: () => (/* binding */ requireReady)
});

// EXTERNAL MODULE: ./lib/model/agents/known-agents.js + 1 modules
var known_agents = __webpack_require__(95002);
// EXTERNAL MODULE: ./lib/agents/find-programs.js
var find_programs = __webpack_require__(65241);
;// CONCATENATED MODULE: ./lib/agents/find-agents.js


/** One sentence for each agent that is not installed, with how to install it. */
function findMissingAgents(agents, env) {
    const needed = new Map(agents.flatMap(agent => (agent.kind === 'cli' ? [toNeeded(agent)] : [])));
    return [...needed].flatMap(([program, install]) => (0,find_programs/* isInstalled */.j)(program, env) ? [] : [`${program} was not found in PATH: install it with "${install}"`]);
}
function toNeeded({ use, via, }) {
    const { program, install, acp, cli } = (0,known_agents/* toEntry */.q0)(use);
    return via === 'acp' || cli === undefined ? [acp.command[0], acp.install ?? install] : [program, install];
}
/** The known agent CLIs that are installed. */
function findInstalledAgents(env) {
    return knownAgents.filter(name => isInstalled(toEntry(name).program, env));
}

// EXTERNAL MODULE: ./lib/model/refused-error.js
var refused_error = __webpack_require__(32366);
// EXTERNAL MODULE: ./lib/git/repository/filter-settings.js
var filter_settings = __webpack_require__(71605);
// EXTERNAL MODULE: ./lib/git/repository/open-filters.js
var open_filters = __webpack_require__(28783);
// EXTERNAL MODULE: ./lib/git/repository/user-attributes.js
var user_attributes = __webpack_require__(96038);
// EXTERNAL MODULE: ./lib/git/attributes/attributes.js
var attributes = __webpack_require__(37119);
;// CONCATENATED MODULE: ./lib/git/attributes/filters.js





/** Says which filters of a commit cannot be run here, and what comes of that. */
async function listFilterNotices(repository, commit) {
    const missing = (0,filter_settings/* findMissingFilters */.ZG)(repository);
    if (missing.length === 0)
        return [];
    const words = (await readAllAttributes(repository, commit)).split(/\s+/);
    return missing
        .filter(({ name }) => words.includes(`filter=${name}`))
        .map(({ name, program }) => `${program} is not installed: files of the filter ${name} are checked out as they are stored, and tasks cannot change them`);
}
/** Refuses a commit whose files go through such a filter: without it, other contents would be committed than the user wants. */
async function requireClosedFilters(repository, commit) {
    const open = (0,open_filters/* findOpenFilters */.H)(repository);
    if (open.length === 0)
        return;
    const attributes = await readAllAttributes(repository, commit);
    const used = open.find(({ name }) => attributes.split(/\s+/).includes(`filter=${name}`));
    if (used === undefined)
        return;
    throw new refused_error/* RefusedError */.f(`the filter ${used.name} runs something that agents can change (${used.word}, relative to the worktree): ` +
        `name it by an absolute path outside of the repository, in place of "${used.command}"`);
}
async function readAllAttributes(repository, commit) {
    const ofCommit = await (0,attributes/* readAttributes */.w)({ repository, place: repository.place }, commit);
    return (0,user_attributes/* withUserAttributes */.b)(await (0,user_attributes/* readUserAttributes */.n)(repository), ofCommit);
}

// EXTERNAL MODULE: ./lib/git/refs/refs.js
var refs = __webpack_require__(89025);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
;// CONCATENATED MODULE: ./lib/git/refs/upstream.js

/** Undefined when the branch follows no other, or when that one is gone. Asks no server. */
async function tryReadUpstream({ place }, branch) {
    const format = '--format=%(upstream:short) %(upstream:track,nobracket)';
    const answer = await (0,run_git/* runGit */.EO)(place, ['for-each-ref', format, `refs/heads/${branch}`]);
    const [, name, track = ''] = /^(\S+) (.*)$/m.exec(answer) ?? [];
    if (name === undefined || track === 'gone')
        return undefined;
    const count = (word) => Number(new RegExp(`${word} (\\d+)`).exec(track)?.[1] ?? 0);
    return { name, ahead: count('ahead'), behind: count('behind') };
}

;// CONCATENATED MODULE: ./lib/git/repository/partial-clone.js

/** Looks for files of a commit that a partial clone does not have. git would fetch them one by one, but only where it may. */
async function tryFindLeftOut(repository, commit) {
    const remote = [...repository.config]
        .filter(([, values]) => values.at(-1) === 'true')
        .map(([key]) => /^remote\.(.+)\.promisor$/s.exec(key)?.[1])
        .find(name => name !== undefined);
    if (remote === undefined)
        return undefined;
    const args = ['rev-list', '--objects', '--missing=print', `${commit}^{tree}`];
    const objects = await (0,run_git/* runGit */.EO)(repository.place, args);
    const count = objects.split('\n').filter(line => line.startsWith('?')).length;
    return count === 0 ? undefined : { remote, count };
}

// EXTERNAL MODULE: ./lib/git/worktree/target.js
var worktree_target = __webpack_require__(5415);
// EXTERNAL MODULE: ./lib/integration/land/read-target.js
var read_target = __webpack_require__(74688);
// EXTERNAL MODULE: ./lib/plan/schema/zero-characters.js
var zero_characters = __webpack_require__(3698);
// EXTERNAL MODULE: ./lib/plan/scope/globs.js
var globs = __webpack_require__(43159);
;// CONCATENATED MODULE: ./lib/plan/starter/starter-folders.js

const mostFolders = 3;
const mostPackages = 12;
const manifest = /^(.+)\/(package\.json|Cargo\.toml|go\.mod|pyproject\.toml)$/;
const code = /\.(c|cc|clj|cpp|cs|css|dart|ex|exs|go|h|hpp|hs|html|java|jl|js|jsx|kt|lua|m|mjs|cjs|mts|cts|php|pl|py|rb|rs|scala|sh|sql|svelte|swift|ts|tsx|vue|zig)$/i;
const sources = /^(src|lib|libs|packages|apps?|crates|cmd|pkg|internal|server|client|web|api|core|modules)$/;
const beside = /^(docs?|documentation|examples?|samples?|demos?|tests?|__tests__|specs?|e2e|fixtures|bench(marks)?|scripts|tools|assets|public|static|website)$/i;
const notOurs = /^(\..*|node_modules|dist|build|out|target|vendor|third_party|coverage)$/;
/**
 * The packages of a workspace, or else the folders at the top that hold most of the code, with those for sources before those for
 * documents and tests.
 *
 * @param files Paths from the top of the repository.
 * @param workspaces Globs of the folders that the workspace's packages are in.
 */
function toStarterFolders(files, workspaces) {
    const packages = findPackages(files, workspaces);
    const paths = packages.length > 0 ? packages.slice(0, mostPackages) : rankFolders(files).slice(0, mostFolders);
    const used = new Set();
    return paths.map(path => ({ path, id: toUniqueId(toId(path, packages.length > 0), used) }));
}
function findPackages(files, workspaces) {
    if (workspaces.length === 0)
        return [];
    const isMember = toMatcher(workspaces.map(glob => glob.replace(/^(!?)\.\//, '$1').replace(/\/+$/, '')));
    const folders = files.map(file => manifest.exec(file)?.[1]).filter(path => path !== undefined);
    const members = [...new Set(folders)].filter(path => isMember(path) && !path.split('/').some(isNotOurs));
    return byCode(members, files);
}
function rankFolders(files) {
    const tops = files.filter(file => file.includes('/')).map(file => file.slice(0, file.indexOf('/')));
    const folders = [...new Set(tops)].filter(path => !isNotOurs(path));
    const rank = (path) => (sources.test(path) ? 0 : beside.test(path) ? 2 : 1);
    return byCode(folders, files).sort((a, b) => rank(a) - rank(b));
}
function isNotOurs(name) {
    return notOurs.test(name);
}
/** Those with the most files of code first, ties by name. */
function byCode(folders, files) {
    const codeFiles = files.filter(file => code.test(file));
    const count = (path) => codeFiles.filter(file => file.startsWith(`${path}/`)).length;
    const counted = folders.map(path => ({ path, count: count(path) }));
    return counted.sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1)).map(({ path }) => path);
}
/** Leaves room for `improve-` in front and a number behind. */
const longestId = 28;
function toId(path, isPackage) {
    const name = isPackage ? (path.split('/').at(-1) ?? path) : path;
    const id = name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, longestId)
        .replace(/^-+|-+$/g, '');
    return id || 'folder';
}
function toUniqueId(id, used) {
    let unique = id;
    for (let number = 2; used.has(unique); number++)
        unique = `${id}-${number}`;
    used.add(unique);
    return unique;
}
/** A glob for everything in a folder, whatever its name holds. */
function starter_folders_toFolderGlob(path) {
    return `${path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&')}/**`;
}

;// CONCATENATED MODULE: ./lib/plan/starter/starter-plan.js

/** How every prompt of a starter plan begins: it is not given to agents. */
const starterPrompt = 'Say here what to do';
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
    return [
        `# yaml-language-server: $schema=${facts.schema}`,
        '# Tasks for coding agents. Check it with "parallel-agents plan", run it with "parallel-agents run".',
        `name: ${JSON.stringify(facts.name)}`,
        `agent: ${facts.agent ?? 'claude'}   # or codex, gemini, opencode, qwen, pi, copilot, droid, or a name under "agents:"`,
        'max-parallel: 3',
        setup === undefined
            ? '# setup: make deps   # in every fresh checkout, before the agent'
            : `setup: ${setup}`,
        '',
        'tasks:',
        ...toTasks(facts.folders),
        '',
        'integration:',
        ...(setup === undefined ? [] : [`  setup: ${setup}`]),
        test === undefined ? '  # test: make test   # must pass on the merged result' : `  test: ${test}`,
        '  land: none   # or push: move the target branch to the tested result',
        '',
    ].join('\n');
}
function toTasks(folders) {
    if (folders.length === 0)
        return toTask('first-task', '**', []);
    const tasks = folders.map(({ path, id }) => ({ id: `improve-${id}`, glob: toFolderGlob(path) }));
    const independent = tasks.flatMap(({ id, glob }) => toTask(id, glob, []));
    const needs = tasks.map(({ id }) => id);
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
function tryTestCommand({ files, scripts, makeTargets }) {
    if (typeof scripts.test === 'string' && !scripts.test.includes('no test specified')) {
        const lock = Object.keys(runners).find(file => files.includes(file));
        return lock === undefined ? 'npm test' : runners[lock];
    }
    return (tests.find(guess => files.includes(guess.file))?.command ??
        (makeTargets.includes('test') ? 'make test' : undefined));
}

// EXTERNAL MODULE: ./lib/run/run-refs.js
var run_refs = __webpack_require__(20995);
// EXTERNAL MODULE: ./lib/commands/describe-plan.js + 6 modules
var describe_plan = __webpack_require__(45058);
// EXTERNAL MODULE: ./lib/commands/target/find-target.js
var find_target = __webpack_require__(21597);
;// CONCATENATED MODULE: ./lib/commands/prepare-run.js













/** Finds everything that is missing or wrong before anything is started, and says what the user should know. */
async function requireReady(repository, { plan, notices }, emit) {
    const target = await (0,find_target/* findTarget */.F)(repository, plan);
    const { agent, reviews } = plan.integration;
    const others = [agent, ...reviews.map(reviewer => reviewer.agent)].filter(name => name !== undefined);
    const problems = [
        ...findTaskProblems(repository, plan, plan.tasks, others),
        ...(await findRepositoryProblems(repository, target)),
    ];
    if (problems.length > 0)
        throw new refused_error/* RefusedError */.f(problems.join('\n'));
    await requireClosedFilters(repository, target.commit);
    if (plan.integration.land === 'push')
        await requireLandable(repository, target);
    const found = [
        ...(await (0,describe_plan/* findScopeSlips */.H)(repository, plan, target.commit)),
        ...(await listFilterNotices(repository, target.commit)),
    ];
    for (const text of [...notices, ...found])
        emit({ kind: 'notice', text });
    if (plan.integration.land === 'pull-request') {
        emit({
            kind: 'notice',
            text: '`land: pull-request`: a run on one machine opens none, the branch is left for you',
        });
    }
    const behind = await tryBehindNotice(repository, target);
    if (behind !== undefined)
        emit({ kind: 'notice', text: behind });
    if (await (0,worktree_target/* hasUncommittedChanges */.BX)(repository)) {
        emit({
            kind: 'notice',
            text: 'you have uncommitted changes: agents start from the last commit, without them',
        });
    }
    return target;
}
/** Says that the target is known to be older than its upstream. */
async function tryBehindNotice(repository, { branch }) {
    const { name, ahead, behind } = (await tryReadUpstream(repository, branch)) ?? {
        name: '',
        ahead: 0,
        behind: 0,
    };
    if (behind === 0)
        return undefined;
    const commits = `${behind} ${behind === 1 ? 'commit' : 'commits'}`;
    return ahead === 0
        ? `${branch} is ${commits} behind ${name} as of the last fetch, and agents start from ${branch}: bring it up to date first with "git fetch . ${name}:${branch}" (or "git pull --ff-only" where it is checked out)`
        : `${branch} and ${name} have diverged (${ahead} ahead, ${behind} behind as of the last fetch), and agents start from ${branch}`;
}
/** What about the repository would let every task fail, each after its agent has worked. */
async function findRepositoryProblems(repository, { branch, commit }) {
    const inTheWay = run_refs/* branchRefs */.DI.replace(/\/$/, '');
    const hasBranch = (await (0,refs/* tryResolve */.Cn)(repository, inTheWay)) !== undefined;
    const leftOut = await tryFindLeftOut(repository, commit);
    const name = (0,run_refs/* toBranchName */.H_)(inTheWay);
    return [
        ...(hasBranch
            ? [
                `the branch ${name} is in the way of ${name}/<run>/…: rename it with "git branch -m ${name} <other name>"`,
            ]
            : []),
        ...(leftOut === undefined
            ? []
            : [
                `this is a partial clone without ${leftOut.count} of the files of ${branch}: fetch them with "git fetch --refetch --no-filter ${leftOut.remote}"`,
            ]),
    ];
}
/** Refuses tasks of a plan whose agents are not installed, or that do not say what to do. */
async function requireAgents(repository, plan, tasks) {
    const problems = findTaskProblems(repository, plan, tasks, []);
    if (problems.length > 0)
        throw new refused_error/* RefusedError */.f(problems.join('\n'));
}
/** @param others Agents that are needed besides those of the tasks. */
function findTaskProblems(repository, plan, tasks, others) {
    const reviewers = tasks.flatMap(task => [task.planFirst?.agent, ...task.reviews.map(({ agent }) => agent)]);
    const used = new Set([...tasks.map(task => task.agent), ...reviewers, ...others]);
    const agents = Object.values(plan.agents).filter(({ name }) => used.has(name));
    return [...findMissingAgents(agents, repository.env), ...tasks.flatMap(toPromptProblem)];
}
function toPromptProblem({ id, prompt, issue }) {
    if (prompt === '')
        return [
            `task ${id}: ${issue === undefined ? 'its `prompt-command` was not run' : `issue #${issue} was not read`} for this job: give it the output \`plan-text\` of \`command: plan\` as its plan, or write \`prompt:\``,
        ];
    if ((0,zero_characters/* hasZeroCharacter */.iS)(prompt))
        return [`task ${id}: the prompt ${zero_characters/* zeroCharacterMessage */.No}`];
    return prompt.startsWith(starterPrompt)
        ? [`task ${id} still has the prompt of the starter plan: write what to do`]
        : [];
}
async function requireLandable(repository, { branch }) {
    const state = await (0,read_target/* readTarget */._)(repository, branch);
    if ('refusal' in state)
        throw new refused_error/* RefusedError */.f(`nothing could land (land: push): ${state.refusal}`);
}


/***/ }),

/***/ 11010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ toMakespan),
/* harmony export */   r: () => (/* binding */ toListSchedule)
/* harmony export */ });
/* harmony import */ var tinyqueue__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41520);
/* harmony import */ var _model_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62774);
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58060);
/* harmony import */ var _weights_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(377);




/**
 * List scheduling: whenever a slot is free, the ready task with the longest remaining path starts; ties in plan order.
 * Within W/slots + (1 - 1/slots)·CP of time zero (Graham 1966).
 */
function toListSchedule(tasks, durations, slots) {
    const priorities = (0,_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .toRemainingPaths */ .Gg)(tasks, durations);
    const entries = new Map(tasks.map((task, rank) => [task.id, { id: task.id, rank, priority: priorities.get(task.id) ?? 0 }]));
    const dependents = (0,_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .toDependents */ .ov)(tasks);
    const waitingFor = new Map(tasks.map(task => [task.id, (0,_model_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .prerequisites */ .a)(task).length]));
    const ready = new tinyqueue__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .A([], byPriority);
    const running = new tinyqueue__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .A([], (a, b) => a.end - b.end);
    const starts = new Map();
    let now = 0;
    for (const task of tasks)
        if (waitingFor.get(task.id) === 0)
            ready.push(entries.get(task.id));
    while (ready.length > 0 || running.length > 0) {
        while (ready.length > 0 && running.length < slots)
            start(ready.pop());
        finish(running.pop());
    }
    return { makespan: now, starts };
    function start({ id }) {
        starts.set(id, now);
        running.push({ id, end: now + (durations.get(id) ?? 0) });
    }
    function finish({ id, end }) {
        now = end;
        for (const dependent of dependents.get(id) ?? []) {
            const left = (waitingFor.get(dependent) ?? 0) - 1;
            waitingFor.set(dependent, left);
            if (left === 0)
                ready.push(entries.get(dependent));
        }
    }
}
function byPriority(a, b) {
    return b.priority - a.priority || a.rank - b.rank;
}
/** How long all tasks take with so many agents; infinitely many take as long as the critical path. */
function toMakespan(tasks, durations, slots) {
    if (slots === 1)
        return tasks.reduce((sum, task) => sum + (durations.get(task.id) ?? 0), 0);
    if (slots < tasks.length)
        return toListSchedule(tasks, durations, slots).makespan;
    return [...(0,_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .toRemainingPaths */ .Gg)(tasks, durations).values()].reduce((most, path) => Math.max(most, path), 0);
}


/***/ }),

/***/ 28441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ repairRun)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/agents/process/marked-processes.js
var marked_processes = __webpack_require__(80038);
// EXTERNAL MODULE: ./lib/agents/process/process-group.js
var process_group = __webpack_require__(98163);
// EXTERNAL MODULE: ./lib/files/plain-file.js
var plain_file = __webpack_require__(33854);
// EXTERNAL MODULE: ./lib/git/repository/trash.js
var trash = __webpack_require__(88339);
// EXTERNAL MODULE: ./lib/report/text/text.js
var text_text = __webpack_require__(41193);
// EXTERNAL MODULE: ./lib/run/attempt-record.js
var attempt_record = __webpack_require__(80700);
// EXTERNAL MODULE: ./lib/run/command-environment.js + 1 modules
var command_environment = __webpack_require__(75808);
// EXTERNAL MODULE: ./lib/tasks/work/remove-task-folders.js
var remove_task_folders = __webpack_require__(52900);
// EXTERNAL MODULE: ./lib/tasks/work/task-worktree.js + 1 modules
var task_worktree = __webpack_require__(15667);
// EXTERNAL MODULE: ./lib/git/worktree/worktree.js
var worktree_worktree = __webpack_require__(71711);
// EXTERNAL MODULE: ./lib/run/run-paths.js
var run_paths = __webpack_require__(24045);
// EXTERNAL MODULE: ./lib/tasks/work/collect-held.js + 1 modules
var collect_held = __webpack_require__(86812);
// EXTERNAL MODULE: ./lib/tasks/work/hold-work.js
var hold_work = __webpack_require__(15643);
// EXTERNAL MODULE: ./lib/tasks/work/ignored-text.js
var ignored_text = __webpack_require__(72530);
// EXTERNAL MODULE: ./lib/tasks/work/keep-work.js + 3 modules
var keep_work = __webpack_require__(38025);
// EXTERNAL MODULE: ./lib/tasks/work/take-files.js + 3 modules
var take_files = __webpack_require__(68819);
;// CONCATENATED MODULE: ./lib/tasks/rescue/rescue-task.js














/** The tasks of a run that have something on this machine, in no plan or in any. */
async function listTaskFolders(context) {
    return (await listFolders(context)).filter(name => !name.startsWith('_'));
}
/** Takes away what the harness alone had checked out, such as trees under test. */
async function removeScratch(context) {
    for (const name of (await listFolders(context)).filter(run_paths/* isScratch */.$h))
        await (0,remove_task_folders/* removeTaskFolders */.d)(context, name);
}
/** Everything of a run on this machine, by the names that paths have it under. */
async function listFolders({ paths }) {
    const [states, checkouts] = await Promise.all([paths.tasks, paths.worktrees].map(folder => (0,promises_.readdir)(folder).catch(() => [])));
    const named = (checkouts ?? []).map(folder => paths.nameOf(folder)).filter(name => name !== undefined);
    return [...new Set([...(states ?? []), ...named])].filter(name => !name.startsWith(trash/* trashPrefix */.T));
}
/**
 * Puts all that a task has on this machine onto refs, and only then takes it away: the files of its worktree, and the commits
 * in its git directory, also when the files are gone. What cannot be put there stays, out of the way.
 */
async function rescueTask(context, task, reason) {
    const worktree = (0,task_worktree/* toTaskWorktree */.S)(context, task);
    if (!(0,plain_file/* isFolder */.lQ)(worktree.path) && !(0,plain_file/* isFolder */.lQ)(worktree.gitDirectory))
        return { kind: 'kept', ignored: undefined };
    try {
        const { problems, ignored } = await keepAll(context, task, reason);
        if (problems[0] !== undefined)
            return await setAside(context, task, problems[0]);
        await (0,worktree_worktree/* removeWorktree */.IL)(context.harness, worktree);
        return { kind: 'kept', ignored: ignored.names.length === 0 ? undefined : (0,ignored_text/* toIgnoredText */.p)(ignored) };
    }
    catch (error) {
        return setAside(context, task, error.message);
    }
}
/** Before its first attempt is noted, there is nothing of an agent in a worktree. */
function hasAttempt({ paths }, task) {
    const { attempt, judged } = paths.task(task);
    return (0,external_node_fs_.existsSync)(attempt) || (0,external_node_fs_.existsSync)(judged);
}
async function keepAll(context, task, reason) {
    const { store } = context;
    const worktree = (0,task_worktree/* toTaskWorktree */.S)(context, task);
    if (!(0,plain_file/* isFolder */.lQ)(worktree.gitDirectory) && (await (0,promises_.readdir)(worktree.path)).length > 0)
        return { ...take_files/* noFiles */.J, problems: ['its git directory is gone'] };
    if (!hasAttempt(context, task))
        return take_files/* noFiles */.J;
    const facts = await readFacts(context, task);
    const work = await (0,collect_held/* collectHeld */.w)(context, { ...facts, worktree, taskId: task });
    const hasResult = (await store.resolve(store.refs.result(task))) !== undefined;
    const branch = hasResult ? await store.resolve(store.refs.branch(task)) : undefined;
    const kept = await (0,keep_work/* keepWork */.r)(context, { ...facts, worktree, task, work, branch, reason });
    if (kept.commit !== undefined)
        await store.pointRefs([[store.refs.kept(task), kept.commit]]);
    return { problems: kept.problems, ignored: work.ignored };
}
/**
 * What an attempt started from. Where its record says nothing that is still there: what a ref holds, or the base, which is before
 * everything.
 */
async function readFacts(context, task) {
    const { attempt, judged } = context.paths.task(task);
    const record = (0,attempt_record/* tryReadAttemptRecord */["if"])(attempt) ?? (0,attempt_record/* tryReadAttemptRecord */["if"])(judged);
    if (record !== undefined && (await (0,attempt_record/* isStartThere */.N9)(context, record)))
        return record;
    const held = await (0,hold_work/* tryReadHeldWork */.o)(context, task).catch(() => undefined); // it was cut off as well
    return { start: context.base, setupTree: null, attempt: 1, ...held };
}
async function setAside(context, task, problem) {
    const name = `${run_paths/* leftPrefix */.Er}${task}-${Date.now()}`;
    const to = (0,task_worktree/* toTaskWorktree */.S)(context, name);
    await (0,worktree_worktree/* moveWorktree */.fj)((0,task_worktree/* toTaskWorktree */.S)(context, task), to);
    return { kind: 'left', place: (0,plain_file/* isFolder */.lQ)(to.path) ? to.path : context.paths.task(name).folder, problem };
}

;// CONCATENATED MODULE: ./lib/tasks/rescue/repair-run.js













/**
 * Makes good what a process left that died in the middle of a run: ends agents that still run, puts what they left onto
 * refs, and removes what is not needed. What has ended by itself stays, to be judged.
 */
async function repairRun(context) {
    await killLeftScripts(context);
    await (0,marked_processes/* endMarkedProcesses */.j)((0,command_environment/* toRunMarks */.vh)(context));
    await emptyTrash(context);
    (0,plain_file/* removePlain */.$C)(context.paths.forecast);
    await removeScratch(context);
    for (const task of await listTaskFolders(context))
        await repairTask(context, task);
}
async function killLeftScripts({ paths }) {
    const names = await (0,promises_.readdir)(paths.scripts).catch(() => []);
    for (const name of names.filter(entry => /^\d+-\d+$/.test(entry))) {
        await (0,process_group/* killLeftGroup */.jY)((0,external_node_path_.join)(paths.scripts, name));
    }
    for (const name of names)
        (0,plain_file/* removePlain */.$C)((0,external_node_path_.join)(paths.scripts, name));
}
async function emptyTrash({ paths, harness }) {
    for (const folder of [paths.worktrees, paths.tasks]) {
        const names = await (0,promises_.readdir)(folder).catch(() => []);
        for (const name of names.filter(entry => entry.startsWith(trash/* trashPrefix */.T)))
            await harness.trash.take((0,external_node_path_.join)(folder, name));
    }
}
async function repairTask(context, task) {
    await (0,process_group/* killLeftGroup */.jY)(context.paths.task(task).status);
    if (await isToBeJudged(context, task))
        return;
    const rescue = await rescueTask(context, task, 'interrupted');
    if (rescue.kind === 'left') {
        const { problem, place } = rescue;
        context.emit({ kind: 'notice', text: `${problem}: what ${task} left stays at ${place}` });
    }
    else if (rescue.ignored !== undefined) {
        context.emit({ kind: 'notice', text: `${task}: ${(0,text_text/* toPlainLine */.Ic)(rescue.ignored)}` });
    }
    if (!(await isGoneOnWith(context, task)))
        await (0,remove_task_folders/* removeTaskFolders */.d)(context, task);
}
/** Whether an agent ended by itself and its work was not judged. */
async function isToBeJudged(context, task) {
    const { attempt, status } = context.paths.task(task);
    if (await hasResult(context, task))
        return false;
    const record = (0,attempt_record/* tryReadAttemptRecord */["if"])(attempt);
    if (!record?.isStarted || !(0,plain_file/* isFolder */.lQ)((0,task_worktree/* toTaskWorktree */.S)(context, task).path))
        return false;
    return (await (0,attempt_record/* isStartThere */.N9)(context, record)) && (0,attempt_record/* tryReadStatus */.qK)(status) !== undefined;
}
/** Whether the next attempt counts what the interrupted one has spent. */
async function isGoneOnWith(context, task) {
    const isInPlan = context.plan.tasks.some(({ id }) => id === task);
    return isInPlan && (0,external_node_fs_.existsSync)(context.paths.task(task).attempt) && !(await hasResult(context, task));
}
/** A parked task goes on: it has none yet. */
async function hasResult({ store }, task) {
    const isThere = (await store.resolve(store.refs.result(task))) !== undefined;
    return isThere && (await store.readResult(task))?.outcome !== 'parked';
}


/***/ })

};
