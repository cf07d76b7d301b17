export const id = 669;
export const ids = [669];
export const modules = {

/***/ 59325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ fetchBranch),
/* harmony export */   Gm: () => (/* binding */ pushPatienceMilliseconds),
/* harmony export */   TV: () => (/* binding */ pushBranch),
/* harmony export */   gX: () => (/* binding */ tryRemoteBranch)
/* harmony export */ });
/* harmony import */ var simple_git__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74724);
/* harmony import */ var _repository_open_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(210);


const silenceMilliseconds = 120_000;
/** A server may run its checks before it answers a push. */
const pushPatienceMilliseconds = 30 * 60_000;
/**
 * Where a local branch is pushed to, in git's own order: its `pushRemote`, `remote.pushDefault`, its upstream, or the branch of
 * the same name at `origin`; undefined without a remote.
 */
function tryRemoteBranch({ config }, branch) {
    const upstream = (0,_repository_open_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .configValue */ .Mn)(config, `branch.${branch}.remote`);
    const remote = (0,_repository_open_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .configValue */ .Mn)(config, `branch.${branch}.pushremote`) ??
        (0,_repository_open_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .configValue */ .Mn)(config, 'remote.pushdefault') ??
        upstream ??
        'origin';
    if (remote === '.' || !config.has(`remote.${remote}.url`))
        return undefined;
    const merge = remote === upstream ? (0,_repository_open_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .configValue */ .Mn)(config, `branch.${branch}.merge`) : undefined;
    return { remote, branch: merge?.replace(/^refs\/heads\//, '') ?? branch };
}
/** Fetches a branch, and says where it is. */
async function fetchBranch(repository, at) {
    try {
        const id = await readRemoteBranch(repository, at);
        if (id !== undefined)
            await network(repository, silenceMilliseconds).fetch(at.remote, `refs/heads/${at.branch}`, [
                '--no-tags',
                '--quiet',
            ]);
        return { kind: 'fetched', id };
    }
    catch (error) {
        return { kind: 'unreachable', reason: toReason(requireGitError(error)) };
    }
}
async function readRemoteBranch(repository, { remote, branch }) {
    const answer = await network(repository, silenceMilliseconds).listRemote([remote, `refs/heads/${branch}`]);
    return answer.split(/\s/)[0] || undefined;
}
/** Moves a branch of a remote from where it is known to be, reads it back, and only then says that it is pushed. */
async function pushBranch(repository, at, { from, to, patienceMilliseconds }) {
    const ref = `refs/heads/${at.branch}`;
    const lease = `--force-with-lease=${ref}:${from ?? ''}`;
    const git = network(repository, patienceMilliseconds);
    const push = git.push(at.remote, `${to}:${ref}`, [lease, '--no-verify']);
    const failure = await push.then(() => undefined, requireGitError);
    const isOpen = failure !== undefined && wasCutOff(failure);
    try {
        const current = await readRemoteBranch(repository, at);
        if (current === to)
            return { kind: 'pushed' };
        if (failure === undefined || current !== from)
            return { kind: 'moved' };
        return { kind: isOpen ? 'unknown' : 'refused', reason: toReason(failure) };
    }
    catch (error) {
        const reason = toReason(failure ?? requireGitError(error));
        return { kind: failure === undefined || isOpen ? 'unknown' : 'refused', reason };
    }
}
/** Whether the connection ended before the server's answer had come. */
function wasCutOff(error) {
    return isTimeout(error) || /hung up unexpectedly|RPC failed|reset by peer|early EOF/.test(error.message);
}
function isTimeout(error) {
    return error instanceof simple_git__WEBPACK_IMPORTED_MODULE_0__/* .GitPluginError */ .Uo && error.plugin === 'timeout';
}
function requireGitError(error) {
    if (error instanceof simple_git__WEBPACK_IMPORTED_MODULE_0__/* .GitError */ .XS)
        return error;
    throw error;
}
/** What the server says, or else what git makes of it. */
function toReason(error) {
    const { message } = error;
    if (isTimeout(error))
        return 'nothing was heard for too long';
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
/** git as the user has configured it (addresses, credentials), but without hooks. Gives up when nothing is heard for that long. */
function network({ root }, silence) {
    return (0,simple_git__WEBPACK_IMPORTED_MODULE_0__/* .simpleGit */ .Lp)({
        baseDir: root,
        config: ['core.hooksPath=/dev/null'],
        unsafe: { allowUnsafeHooksPath: true },
        timeout: { block: silence },
    });
}


/***/ }),

/***/ 5415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ hasUncommittedChanges),
/* harmony export */   C$: () => (/* binding */ listCheckouts),
/* harmony export */   FP: () => (/* binding */ findCheckouts),
/* harmony export */   Zw: () => (/* binding */ moveTarget),
/* harmony export */   s0: () => (/* binding */ takeBackCheckouts)
/* harmony export */ });
/* harmony import */ var _process_run_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15958);
/* harmony import */ var _refs_refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89025);


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
    const update = await (0,_refs_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .updateRefs */ .EA)(repository, [{ ref: `refs/heads/${branch}`, from, to }]);
    if (update.kind === 'updated')
        return { kind: 'moved-to-result' };
    await goBack(followed, to, from);
    return { kind: 'moved-elsewhere' };
}
/** Takes checkouts back that followed a branch when its move was cut off: their index is there, the branch is not. */
async function takeBackCheckouts(repository, branch, { from, to }) {
    if ((await (0,_refs_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .tryResolve */ .Cn)(repository, `refs/heads/${branch}`)) !== from)
        return [];
    const taken = [];
    for (const checkout of await findCheckouts(repository, branch)) {
        const { code } = await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_0__/* .tryGit */ .Ii)(checkout, ['diff-index', '--cached', '--quiet', to]);
        if (code !== 0)
            continue;
        taken.push({ directory: checkout.directory, problem: await tryCheckOut(checkout, to, from) });
    }
    return taken;
}
async function goBack(checkouts, from, to) {
    for (const checkout of checkouts)
        await tryCheckOut(checkout, from, to);
}
/** The worktrees in which a branch is checked out. */
async function findCheckouts(repository, branch) {
    const checkouts = await listCheckouts(repository);
    return checkouts
        .filter(({ ref }) => ref === `refs/heads/${branch}`)
        .map(({ directory }) => ({ ...repository.place, directory }));
}
/** All worktrees that have a branch checked out. */
async function listCheckouts({ place }) {
    const output = await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .EO)(place, ['worktree', 'list', '--porcelain', '-z']);
    return output
        .split('\0\0')
        .map(entry => entry.split('\0'))
        .filter(lines => !lines.includes('bare'))
        .flatMap(lines => {
        const ref = lines.find(line => line.startsWith('branch '))?.slice('branch '.length);
        return ref === undefined ? [] : [{ directory: (lines[0] ?? '').replace(/^worktree /, ''), ref }];
    });
}
async function isDirty(checkout) {
    const changed = await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .EO)(checkout, [
        'status',
        '--porcelain',
        '--untracked-files=no',
        '--ignore-submodules=dirty',
    ]);
    return changed !== '';
}
/** Moves index and files from one commit to another, as a fast-forward does. Untracked files in the way make it fail. */
async function tryCheckOut(checkout, from, to) {
    await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_0__/* .tryGit */ .Ii)(checkout, ['update-index', '-q', '--refresh']);
    const result = await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_0__/* .tryGit */ .Ii)(checkout, ['read-tree', '-m', '-u', from, to]);
    return result.code === 0
        ? undefined
        : `${checkout.directory} cannot follow: ${result.stderr.trim().split('\n')[0]}`;
}
/** Whether the checkout that the command was started in has uncommitted changes to tracked files. */
function hasUncommittedChanges(repository) {
    return isDirty(repository.place);
}


/***/ }),

/***/ 24896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ readTarget)
});

// EXTERNAL MODULE: ./lib/git/refs/refs.js
var refs = __webpack_require__(89025);
// EXTERNAL MODULE: ./lib/git/remote/remote.js
var remote_remote = __webpack_require__(59325);
// EXTERNAL MODULE: ./lib/git/repository/open-repository.js
var open_repository = __webpack_require__(210);
;// CONCATENATED MODULE: ./lib/git/repository/config-guard.js

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

// EXTERNAL MODULE: ./lib/git/worktree/import-commits.js + 1 modules
var import_commits = __webpack_require__(96161);
;// CONCATENATED MODULE: ./lib/integration/land/read-target.js




/** Asks the remote where the target is. A refusal says why nothing can land there now, and what to do. */
async function readTarget(repository, target) {
    const changed = await findConfigChanges(repository);
    if (changed.length > 0) {
        const keys = changed.join(', ');
        return {
            refusal: `the git configuration was changed during the run (${keys}): look at it, then land by yourself`,
        };
    }
    const local = await (0,refs/* tryResolve */.Cn)(repository, `refs/heads/${target}`);
    if (local === undefined)
        return { refusal: `the branch ${target} is gone` };
    const at = (0,remote_remote/* tryRemoteBranch */.gX)(repository, target);
    if (at === undefined)
        return { tip: local, local, remote: undefined };
    const fetch = await (0,remote_remote/* fetchBranch */.D_)(repository, at);
    if (fetch.kind === 'unreachable')
        return { refusal: `${at.remote} cannot be reached: ${fetch.reason}` };
    const { id } = fetch;
    const remote = { at, id };
    if (id === undefined || id === local || (await (0,import_commits/* isAncestor */.QX)(repository, id, local)))
        return { tip: local, local, remote };
    if (await (0,import_commits/* isAncestor */.QX)(repository, local, id))
        return { tip: id, local, remote };
    return { refusal: `${target} and ${at.remote}/${at.branch} have diverged: bring them together first` };
}


/***/ }),

/***/ 46784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ performTask),
  O: () => (/* binding */ redoTask)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/agents/process/agent-output.js
var agent_output = __webpack_require__(30687);
// EXTERNAL MODULE: ./lib/git/worktree/snapshot.js
var snapshot = __webpack_require__(61158);
// EXTERNAL MODULE: ./lib/report/text/text.js
var text_text = __webpack_require__(41193);
// EXTERNAL MODULE: ./lib/run/task-log.js
var task_log = __webpack_require__(25399);
// EXTERNAL MODULE: ./lib/tasks/work/collect-work.js
var collect_work = __webpack_require__(46948);
// EXTERNAL MODULE: ./lib/tasks/work/keep-work.js + 1 modules
var keep_work = __webpack_require__(13560);
// EXTERNAL MODULE: ./lib/tasks/work/recover-work.js
var recover_work = __webpack_require__(12798);
;// CONCATENATED MODULE: ./lib/tasks/work/task-work.js
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

// EXTERNAL MODULE: ./lib/tasks/work/task-worktree.js + 1 modules
var task_worktree = __webpack_require__(15667);
// EXTERNAL MODULE: ./lib/tasks/perform/attempt.js + 1 modules
var perform_attempt = __webpack_require__(24662);
// EXTERNAL MODULE: ./lib/tasks/perform/end-task.js
var end_task = __webpack_require__(16323);
// EXTERNAL MODULE: ./lib/run/command-environment.js
var command_environment = __webpack_require__(34648);
// EXTERNAL MODULE: ./lib/run/run-script.js
var run_script = __webpack_require__(56078);
// EXTERNAL MODULE: ./lib/tasks/gates/change-gates.js + 1 modules
var change_gates = __webpack_require__(52909);
// EXTERNAL MODULE: ./lib/tasks/work/hold-work.js
var hold_work = __webpack_require__(15643);
// EXTERNAL MODULE: ./lib/tasks/perform/branch-commit.js
var branch_commit = __webpack_require__(69462);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/files/plain-file.js
var plain_file = __webpack_require__(33854);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
// EXTERNAL MODULE: ./lib/git/repository/open-repository.js
var open_repository = __webpack_require__(210);
// EXTERNAL MODULE: ./lib/git/worktree/worktree.js
var worktree_worktree = __webpack_require__(71711);
// EXTERNAL MODULE: ./lib/agents/process/log-file.js
var log_file = __webpack_require__(69685);
// EXTERNAL MODULE: ./lib/agents/process/telling-line.js
var telling_line = __webpack_require__(11296);
;// CONCATENATED MODULE: ./lib/tasks/perform/script-gate.js




/** The reason is looked for in this much of the output. */
const tailBytes = 1 << 16;
const feedbackLines = 60;
const feedbackCharacters = 6000;
/** A gate that is a command in the worktree. The agent is told the end of its output. Undefined: passed. */
async function runScriptGate(context, { task, worktree }, { title, script, name, env }) {
    const logPath = context.paths.log(task.id);
    const logOffset = (await (0,promises_.stat)(logPath)).size;
    const { timeoutMinutes } = task;
    const end = await (0,run_script/* runScript */.j)(context, {
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
    const output = (0,log_file/* readTail */.Z)(logPath, logOffset, tailBytes).slice(1);
    const words = output.length === 0 ? '' : `: ${(0,telling_line/* toTellingLine */.J)(output)}`;
    const reason = `${name} ${(0,run_script/* toEndText */.w)(end, timeoutMinutes)}${words}`;
    const feedback = `This must pass, and did not: ${reason}. The end of its output:\n\n${toTail(output)}`;
    return { outcome: 'failed', reason, feedback, undo: [] };
}
function toTail(lines) {
    return lines.slice(-feedbackLines).join('\n').slice(-feedbackCharacters);
}

;// CONCATENATED MODULE: ./lib/tasks/perform/commit-hooks.js









/**
 * Runs pre-commit and commit-msg on what is about to be committed for an agent, if the plan asks for it. The hooks are those
 * of the user's checkout, whatever the agent has in its own.
 */
async function runCommitHooks(context, work, tree, message) {
    if (!context.plan.hooks)
        return { kind: 'accepted', message };
    const messagePath = (0,external_node_path_.join)(context.paths.task(work.task.id).folder, 'message');
    await (0,promises_.rm)(messagePath, { force: true, recursive: true });
    await (0,promises_.writeFile)(messagePath, message);
    for (const [name, script] of hooks) {
        const path = await tryFindHook(context, name);
        if (path === undefined)
            continue;
        const env = await toHookEnvironment(context, work, tree, { HOOK: path, MESSAGE: messagePath });
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
    return { kind: 'accepted', message: (0,plain_file/* readPlainText */.Sg)(messagePath) };
}
const hooks = [
    ['pre-commit', '"$HOOK"'],
    ['commit-msg', '"$HOOK" "$MESSAGE"'],
];
/** Hooks find the change staged, in an index that nobody else uses. */
async function toHookEnvironment(context, work, tree, more) {
    const { worktree, task, start } = work;
    const index = `${worktree.index}.hook`;
    await (0,promises_.copyFile)(worktree.index, index);
    await (0,run_git/* runGit */.EO)((0,worktree_worktree/* placeOf */.$t)(context.harness, { ...worktree, index }), ['read-tree', '--reset', tree]);
    const git = {
        GIT_DIR: worktree.gitDirectory,
        GIT_WORK_TREE: worktree.path,
        GIT_INDEX_FILE: index,
        GIT_EDITOR: ':',
    };
    return { ...(0,command_environment/* toTaskEnvironment */.oU)(context, task, start, {}), ...git, ...more };
}
async function tryFindHook({ repository }, name) {
    const configured = (0,open_repository/* configValue */.Mn)(repository.config, 'core.hookspath');
    const folder = configured === undefined ? (0,external_node_path_.join)(repository.directory, 'hooks') : (0,external_node_path_.resolve)(repository.root, configured);
    const path = (0,external_node_path_.join)(folder, name);
    return (0,promises_.access)(path, external_node_fs_.constants.X_OK).then(() => path, () => undefined);
}

// EXTERNAL MODULE: ./lib/tasks/perform/gate-input.js
var gate_input = __webpack_require__(95192);
;// CONCATENATED MODULE: ./lib/tasks/perform/judge.js









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
    const collected = await (0,collect_work/* collectWork */.QF)(context, work);
    const refusal = toEndRefusal(attempt, work) ??
        toGoneRefusal(collected) ??
        (0,change_gates/* checkChanges */.e)((0,gate_input/* toGateInput */.F)(context, work, collected)) ??
        (await runTestGate(context, work, collected));
    if (refusal === 'stopped')
        return { kind: 'stopped' };
    if (refusal !== undefined)
        return { kind: 'refused', collected, refusal };
    const hooks = await runCommitHooks(context, work, collected.tree, (0,branch_commit/* toBranchMessage */.t)(context, work.task));
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
    const what = end.kind === 'stalled' ? `printed nothing for ${minutes} minutes` : (0,run_script/* toEndText */.w)(end, minutes);
    const words = end.kind === 'exited' && lastWords !== undefined ? `: ${lastWords}` : '';
    return {
        outcome: toEndOutcome(end),
        reason: `the agent ${what}${words}`,
        feedback: `The last attempt ${what}${words}. What it had done is still there. Go on from it and finish the task.`,
        undo: [],
    };
}
function toGoneRefusal({ isGone }) {
    if (!isGone)
        return undefined;
    return {
        outcome: 'failed',
        reason: 'the agent has deleted its worktree',
        feedback: 'You deleted the folder that you work in. What you had committed is there again. Do not delete it.',
        undo: [],
    };
}
function toEndOutcome(end) {
    return end.kind === 'timed-out' || end.kind === 'stalled' ? end.kind : 'failed';
}
/** The test of the task, in its worktree as the agent left it. */
async function runTestGate(context, work, snapshot) {
    const { task, start } = work;
    if (task.test === undefined)
        return undefined;
    context.emit({ kind: 'phase', task: task.id, phase: 'test' });
    await (0,hold_work/* holdWork */.t)(context, task.id, { ...work, snapshot });
    const env = (0,command_environment/* toTaskEnvironment */.oU)(context, task, start, {});
    const name = `the test (${task.test})`;
    return runScriptGate(context, work, { title: 'test', name, script: task.test, env });
}

// EXTERNAL MODULE: ./lib/tasks/perform/prepare-start.js
var prepare_start = __webpack_require__(96274);
;// CONCATENATED MODULE: ./lib/agents/prompts/prompt.js
const maxFiles = 40;
/** The whole prompt of an attempt: the task, its scope, the rules, what its prerequisites changed, and what went wrong before. */
function toPrompt(facts) {
    const { task } = facts;
    const sections = [
        `# ${task.title}\n\n${task.prompt}`,
        toFeedback(facts),
        toScope(facts),
        toPrerequisites(facts.prerequisites),
        toForecast(facts),
        toRules(facts),
    ];
    return `${sections.filter(section => section !== '').join('\n\n')}\n`;
}
function toFeedback({ feedback, interruptedWork }) {
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
function toForecast({ forecast }) {
    if (forecast === undefined || forecast.text.trim() === '')
        return '';
    return `## Conflicts that are coming\n\n${forecast.text.trim()}`;
}
function toRules({ task, forecast, progressFile, reportFile }) {
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

// EXTERNAL MODULE: ./lib/git/diff/tree-diff.js
var tree_diff = __webpack_require__(50506);
// EXTERNAL MODULE: ./lib/model/plan.js
var plan = __webpack_require__(62774);
;// CONCATENATED MODULE: ./lib/tasks/perform/task-prompt.js




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
    const reports = (0,plan/* prerequisites */.a)(task).map(async (id) => {
        const result = results.get(id);
        if (result?.commit == null || result.base === null)
            return [];
        const changes = await (0,tree_diff/* readChanges */.S)(context.repository, result.base, result.commit);
        const title = context.plan.tasks.find(other => other.id === id)?.title ?? id;
        return [{ id, title, files: changes.map(change => change.path), summary: result.summary }];
    });
    return (await Promise.all(reports)).flat();
}

;// CONCATENATED MODULE: ./lib/tasks/perform/perform-task.js
















/** Takes one task from its start to its result, with as many attempts as it may have. What it came to is stored when this ends. */
async function performTask(context, task, results) {
    const left = await (0,recover_work/* tryReadLeftAttempt */.Y)(context, task);
    if (left?.kind === 'ended') {
        const attempt = (0,perform_attempt/* readLeftAttempt */.D)(context, left.work, left.end, left.logOffset);
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
    const prepared = await (0,task_worktree/* prepareWorktree */.T)(context, task, start);
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
    const start = await (0,prepare_start/* prepareStart */.G)(context, task, results);
    if (start.kind === 'conflicted')
        return (0,end_task/* endWithoutWork */.L0)(context, task, 'blocked', start.reason);
    const prepared = await (0,task_worktree/* prepareWorktree */.T)(context, task, start.commit);
    if (prepared.kind === 'stopped')
        return (0,end_task/* endWithoutWork */.L0)(context, task, 'cancelled', 'the run was stopped');
    if (prepared.kind === 'setup-failed')
        return (0,end_task/* endWithoutWork */.L0)(context, task, 'infrastructure-error', prepared.reason);
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
        return (0,perform_attempt/* runAttempt */.T)(this.context, this.work, prompt);
    }
    /** The result of the task, or undefined when there shall be another attempt. */
    conclude(verdict) {
        switch (verdict.kind) {
            case 'accepted':
                return (0,end_task/* endTask */.ZJ)(this.context, this.work, {
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
            return (0,end_task/* endTask */.ZJ)(this.context, this.work, {
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
        const collected = await (0,collect_work/* collectWork */.QF)(this.context, this.work);
        return (0,end_task/* endTask */.ZJ)(this.context, this.work, { outcome, reason, collected, message: undefined });
    }
    tell(text) {
        return (0,task_log/* writeLogLine */.I)(this.context.paths.log(this.work.task.id), (0,text_text/* toPlainLine */.Ic)(text));
    }
    async keep(work, reason) {
        const { store } = this.context;
        const request = { ...this.work, task: this.work.task.id, work, branch: undefined, reason };
        const kept = await (0,keep_work/* keepWork */.r)(this.context, request);
        if (kept.commit !== undefined)
            await store.pointRefs([[store.refs.kept(request.task), kept.commit]]);
    }
    /** Makes the worktree what it was when the attempt ended, without the changes that were refused. */
    async takeBack(collected, undo) {
        const { harness, paths } = this.context;
        const { worktree, start, setupTree, task } = this.work;
        if (collected.problems.length > 0 && !collected.isGone)
            return; // what git cannot take would be lost
        // Without its exit code, the attempt is not judged again if we die while files are being taken back.
        await (0,promises_.rm)(paths.task(task.id).status, { force: true });
        const edit = { tree: collected.worktreeTree, source: setupTree ?? start, paths: undo };
        await (0,snapshot/* restoreWorktree */.yY)(harness, worktree, await (0,snapshot/* withPathsFrom */.JF)(harness, worktree, edit));
    }
}


/***/ }),

/***/ 12798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ toWork),
/* harmony export */   Y: () => (/* binding */ tryReadLeftAttempt)
/* harmony export */ });
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33854);
/* harmony import */ var _run_attempt_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80700);
/* harmony import */ var _task_worktree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15667);



async function tryReadLeftAttempt(context, task) {
    const paths = context.paths.task(task.id);
    const record = (0,_run_attempt_record_js__WEBPACK_IMPORTED_MODULE_1__/* .tryReadAttemptRecord */ ["if"])(paths.attempt);
    if (record === undefined)
        return undefined;
    const status = await (0,_run_attempt_record_js__WEBPACK_IMPORTED_MODULE_1__/* .tryReadStatus */ .qK)(paths.status);
    const work = toWork(context, task, record);
    if (status === undefined || !(0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_0__/* .isFolder */ .lQ)(work.worktree.path))
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
    const worktree = (0,_task_worktree_js__WEBPACK_IMPORTED_MODULE_2__/* .toTaskWorktree */ .S)(context, task.id);
    return { task, start, startedAt, worktree, setupTree, attempt, feedback, agentSeconds, usage };
}


/***/ })

};
