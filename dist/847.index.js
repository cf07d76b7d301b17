export const id = 847;
export const ids = [847];
export const modules = {

/***/ 47847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: ./lib/commands/describe-plan.js + 6 modules
var describe_plan = __webpack_require__(45058);
// EXTERNAL MODULE: ./lib/commands/find-refused-paths.js
var find_refused_paths = __webpack_require__(14075);
// EXTERNAL MODULE: ./lib/commands/prepare-run.js + 6 modules
var prepare_run = __webpack_require__(96569);
// EXTERNAL MODULE: ./lib/report/markdown/plan-summary.js
var plan_summary = __webpack_require__(17410);
// EXTERNAL MODULE: ./lib/report/markdown/run-summary.js + 3 modules
var run_summary = __webpack_require__(10634);
// EXTERNAL MODULE: ./lib/report/terminal/paint.js
var paint = __webpack_require__(49751);
// EXTERNAL MODULE: ./lib/report/terminal/plan-text.js + 1 modules
var plan_text = __webpack_require__(33671);
// EXTERNAL MODULE: ./lib/action/output/log-report.js + 2 modules
var log_report = __webpack_require__(65039);
// EXTERNAL MODULE: ./lib/action/output/run-annotations.js
var run_annotations = __webpack_require__(63124);
// EXTERNAL MODULE: ./lib/action/output/run-log.js + 1 modules
var run_log = __webpack_require__(92308);
// EXTERNAL MODULE: ./lib/action/output/run-outputs.js
var run_outputs = __webpack_require__(42576);
// EXTERNAL MODULE: ./lib/action/output/write-report.js
var write_report = __webpack_require__(38736);
// EXTERNAL MODULE: ./lib/action/step/step.js
var step_step = __webpack_require__(65083);
// EXTERNAL MODULE: ./lib/action/step/step-repository.js
var step_repository = __webpack_require__(38172);
// EXTERNAL MODULE: ./lib/action/commands/load-step-plan.js + 2 modules
var load_step_plan = __webpack_require__(88133);
// EXTERNAL MODULE: ./lib/report/text/next-commands.js
var next_commands = __webpack_require__(13529);
// EXTERNAL MODULE: ./lib/report/text/text.js
var text_text = __webpack_require__(41193);
;// CONCATENATED MODULE: ./lib/action/commands/next-steps.js


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
    const lines = (0,next_commands/* toNextCommands */.f)(report, 'parallel-agents').map(({ command, purpose }) => `${command}   # ${(0,text_text/* toPlainLine */.Ic)(purpose)}`);
    return ['In a clone:', '', '```sh', fetch, ...lines, '```'].join('\n');
}

// EXTERNAL MODULE: ./lib/integration/land/noted-move.js
var noted_move = __webpack_require__(17018);
// EXTERNAL MODULE: ./lib/merging/resolve-by-rules.js
var resolve_by_rules = __webpack_require__(5971);
// EXTERNAL MODULE: ./lib/merging/verdict-store.js
var verdict_store = __webpack_require__(25998);
// EXTERNAL MODULE: ./lib/integration/chain/with-chain.js + 16 modules
var with_chain = __webpack_require__(30828);
// EXTERNAL MODULE: ./lib/integration/test/test-slot.js
var test_slot = __webpack_require__(43200);
// EXTERNAL MODULE: ./lib/integration/test/tree-tester.js + 5 modules
var tree_tester = __webpack_require__(64173);
;// CONCATENATED MODULE: ./lib/integration/rolling-integration.js





/** The name of its worktree and its log. */
const slotName = '_rolling';
/**
 * Merges and tests what is done while other tasks still run, on slots that no agent needs: a combination that breaks the tests is known
 * as soon as it is there, and what passes is remembered for the end. It lands nothing, and whatever goes wrong with it does not concern the run.
 */
class RollingIntegration {
    context;
    stop = new AbortController();
    running = new Set();
    results;
    after;
    current = Promise.resolve();
    isBusy = false;
    seen = '';
    trouble;
    /** @param after Ends when the base has been tested. */
    constructor(context, done, after) {
        const signal = AbortSignal.any([context.signal, this.stop.signal]);
        this.context = { ...context, signal };
        this.results = new Map(done);
        this.after = after;
    }
    /** Takes note of what happens in the run. */
    note(event) {
        if (event.kind === 'task-started')
            this.running.add(event.task);
        if (event.kind !== 'task-ended')
            return;
        this.running.delete(event.task);
        this.results.set(event.task, event.result);
        // The next task starts first, if there is one.
        setTimeout(() => this.look(), settleMilliseconds).unref();
    }
    async close() {
        this.stop.abort();
        await this.current;
    }
    /** Begins to test what is new, if there is room for it. */
    look() {
        const { running, context } = this;
        const isIdle = running.size > 0 && running.size < context.maxParallel;
        const done = [...this.results.values()].filter(({ outcome }) => outcome === 'succeeded');
        const key = done.map(({ task, commit }) => `${task} ${commit}`).join('\n');
        if (this.isBusy || !isIdle || done.length < 2 || key === this.seen || context.signal.aborted)
            return;
        this.seen = key;
        this.isBusy = true;
        this.current = this.try().finally(() => {
            this.isBusy = false;
            this.look();
        });
    }
    async try() {
        const { context } = this;
        try {
            await this.after;
            if (context.signal.aborted)
                return;
            const resolve = (harness, { record }) => (0,resolve_by_rules/* resolveMergeByRules */.V)(harness, context.plan.integration, record);
            const request = { context, base: context.base, results: new Map(this.results), resolve, isTrial: true };
            await (0,with_chain/* withChainThat */.D)(request, site => this.test(site));
        }
        catch (error) {
            this.say(error.message);
        }
    }
    async test(site) {
        const { context } = this;
        const merged = (await site.chain.merge(new Set())).filter(step => step.kind === 'merged');
        const tip = merged.at(-1);
        if (tip === undefined || merged.length < 2 || context.signal.aborted)
            return;
        const verdicts = new verdict_store/* VerdictStore */.Z(context);
        const isKnown = async (tree) => (await verdicts.tryFind((0,tree_tester/* toWholeKey */.C)(context.plan.integration, tree))) !== undefined;
        if ((await isKnown(tip.tree)) || !(await isKnown(site.start.tree)))
            return;
        const slot = new test_slot/* TestSlot */.D(context, site.harness, slotName);
        try {
            const first = await slot.test(tip, undefined);
            const verdict = first.kind === 'failed' ? await slot.test(tip, undefined) : first;
            if (verdict.kind === 'passed')
                await verdicts.add((0,tree_tester/* toWholeKey */.C)(context.plan.integration, tip.tree), verdict);
            if (verdict.kind === 'failed') {
                const names = merged.map(({ task }) => task).join(', ');
                const text = `${names} are done, and together ${verdict.reason}. The rest goes on; who breaks it is looked for at the end`;
                context.emit({ kind: 'notice', text });
            }
        }
        finally {
            await slot.close();
        }
    }
    /** A failure is reported once. */
    say(message) {
        if (message === this.trouble || this.context.signal.aborted)
            return;
        this.trouble = message;
        this.context.emit({ kind: 'notice', text: `what is done could not be merged and tested yet: ${message}` });
    }
}
const settleMilliseconds = 200;

// EXTERNAL MODULE: ./lib/integration/chain/merge-step.js
var merge_step = __webpack_require__(22903);
;// CONCATENATED MODULE: ./lib/integration/test/base-test.js




/** The name of its worktree and its log. */
const baseName = '_base';
const shownNames = 3;
/**
 * Tests the base while agents work, and says at once what fails there: otherwise that is only known when all of them are paid. That it
 * passes is remembered for the integration. A failure is not, because what agents do at the same time may have caused it.
 */
function startBaseTest(context) {
    if (context.plan.integration.test === undefined)
        return { ended: Promise.resolve(), close: async () => { } };
    const stop = new AbortController();
    const signal = AbortSignal.any([context.signal, stop.signal]);
    const ended = testBase({ ...context, signal }).catch((error) => {
        context.emit({
            kind: 'notice',
            text: `${context.target} could not be tested before the tasks: ${error.message}`,
        });
    });
    return {
        ended,
        close: async () => {
            stop.abort();
            await ended;
        },
    };
}
async function testBase(context) {
    const { base, harness, plan, emit } = context;
    const tip = await (0,merge_step/* readTip */.a)(context, base);
    const verdicts = new verdict_store/* VerdictStore */.Z(context);
    const key = (0,tree_tester/* toWholeKey */.C)(plan.integration, tip.tree);
    if ((await verdicts.tryFind(key)) !== undefined)
        return;
    const slot = new test_slot/* TestSlot */.D(context, harness, baseName);
    try {
        const verdict = await slot.test(tip, undefined);
        if (verdict.kind === 'passed')
            await verdicts.add(key, verdict);
        if (verdict.kind === 'failed')
            emit({ kind: 'notice', text: toNotice(context, verdict) });
    }
    finally {
        await slot.close();
    }
}
function toNotice({ target }, verdict) {
    const { failed, isBroken, reason } = verdict;
    if (failed === null || isBroken) {
        return `before any change of a task, on ${target}, ${reason}. Nothing can land as long as that fails: mend it, or correct the command in the plan`;
    }
    const names = failed.slice(0, shownNames).map(({ name }) => name);
    const more = failed.length > names.length ? ` and ${failed.length - names.length} more` : '';
    const count = failed.length === 1 ? '1 test already fails' : `${failed.length} tests already fail`;
    return `${count} on ${target}, before any change of a task: ${names.join(', ')}${more}`;
}

// EXTERNAL MODULE: ./lib/model/refused-error.js
var refused_error = __webpack_require__(32366);
// EXTERNAL MODULE: ./lib/plan/graph/graph.js
var graph = __webpack_require__(58060);
// EXTERNAL MODULE: ./lib/plan/schema/stored-plan.js
var stored_plan = __webpack_require__(45574);
// EXTERNAL MODULE: ./lib/run/checkouts-folder.js
var checkouts_folder = __webpack_require__(5813);
// EXTERNAL MODULE: ./lib/run/claim-run.js
var claim_run = __webpack_require__(78581);
// EXTERNAL MODULE: ./lib/run/open-context.js + 7 modules
var open_context = __webpack_require__(83709);
// EXTERNAL MODULE: ./lib/run/run-lock.js + 1 modules
var run_lock = __webpack_require__(53970);
// EXTERNAL MODULE: ./lib/run/run-store.js
var run_store = __webpack_require__(74372);
// EXTERNAL MODULE: ./lib/tasks/perform/end-task.js + 1 modules
var end_task = __webpack_require__(5885);
// EXTERNAL MODULE: ./lib/checkouts/databases/databases.js + 5 modules
var databases = __webpack_require__(18875);
// EXTERNAL MODULE: ./lib/checkouts/temporary-folder.js
var temporary_folder = __webpack_require__(96915);
;// CONCATENATED MODULE: ./lib/checkouts/reclaim.js


/** Takes away what checkouts have left whose process is gone, beside their files. Answers with what could not be taken away, and why. */
async function reclaimLeft(repository) {
    await (0,temporary_folder/* removeLeftTemporaryFolders */.a)(repository.env);
    return (0,databases/* dropLeftDatabases */.T)(repository);
}

// EXTERNAL MODULE: ./lib/plan/graph/weights.js
var weights = __webpack_require__(377);
// EXTERNAL MODULE: ./lib/run/spending.js
var spending = __webpack_require__(35001);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/files/special-files.js
var special_files = __webpack_require__(19142);
// EXTERNAL MODULE: ./lib/git/diff/file-changes.js + 2 modules
var file_changes = __webpack_require__(88056);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
// EXTERNAL MODULE: ./lib/git/worktree/gitlinks.js
var gitlinks = __webpack_require__(59531);
// EXTERNAL MODULE: ./lib/git/worktree/native-path.js
var native_path = __webpack_require__(25785);
// EXTERNAL MODULE: ./lib/git/worktree/worktree.js
var worktree_worktree = __webpack_require__(71711);
;// CONCATENATED MODULE: ./lib/git/worktree/unfinished-work.js









/** With more that is passed over, a look is not worth it. */
const mostLeft = 100;
/**
 * Looks at a worktree while an agent works in it. It counts from the harness's index, keeps one of its own, writes objects only into
 * the harness, and never opens the git directory of the agent: what the agent has committed is among its files as well.
 */
class UnfinishedWork {
    place;
    worktree;
    largestBytes;
    tree;
    gitlinks = [];
    /** @param largestBytes Larger files are passed over: no task may add them. */
    constructor(harness, worktree, largestBytes) {
        const { directory, env } = (0,worktree_worktree/* placeOf */.$t)(harness, worktree);
        const index = `${worktree.index}.forecast`;
        this.place = { directory, env: { ...env, ...(0,file_changes/* toPrivatePlace */.i)(harness).env, GIT_INDEX_FILE: index } };
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
        await (0,special_files/* removeSpecialFiles */.N)(this.worktree.path);
        if (this.tree === undefined)
            await this.copyIndex();
        const { changed, left } = await this.readChanged();
        const isNews = this.tree === undefined || changed.length > 0;
        if (isNews && left.length <= mostLeft)
            await this.take(left);
    }
    async copyIndex() {
        const index = this.place.env.GIT_INDEX_FILE;
        await (0,promises_.rm)(`${index}.lock`, { force: true });
        await (0,promises_.copyFile)(this.worktree.index, index);
        this.gitlinks = await (0,gitlinks/* listGitlinks */.kr)(this.place);
    }
    /** The files that are not as they were at the last look, and what is passed over: files that are too large, repositories inside. */
    async readChanged() {
        const args = ['ls-files', '-z', '--modified', '--others', '--exclude-standard'];
        const listing = await (0,run_git/* runGit */.EO)(this.place, [...this.excludes(), ...args]);
        const paths = [...new Set(listing.split('\0'))].filter(path => path !== '');
        const isLeft = await Promise.all(paths.map(async (path) => path.endsWith('/') || this.isTooLarge(path)));
        return {
            changed: paths.filter((_, index) => !isLeft[index]),
            left: paths.filter((_, index) => isLeft[index]).map(path => path.replace(/\/$/, '')),
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
    async take(left) {
        // Also those that an agent has put there just while a look went on: git would run what is configured in their folders.
        await (0,gitlinks/* takeOutGitlinks */.fE)(this.place, await (0,gitlinks/* listGitlinks */.kr)(this.place));
        const submodules = this.gitlinks.map(({ rawPath }) => (0,native_path/* toText */.fE)(rawPath));
        const pathspecs = ['.', ...[...left, ...submodules].map(path => `:(top,exclude,literal)${path}`)];
        await (0,run_git/* tryGit */.Ii)(this.place, [...this.excludes(), 'add', '--all', '--ignore-errors', '--', ...pathspecs]);
        await (0,gitlinks/* putBackGitlinks */.Ce)(this.place, this.worktree.path, this.gitlinks);
        this.tree = await (0,run_git/* runGit */.EO)(this.place, ['write-tree']);
    }
    excludes() {
        return ['-c', `core.excludesFile=${this.worktree.exclude}`];
    }
}

// EXTERNAL MODULE: ./lib/plan/graph/merge-order.js
var merge_order = __webpack_require__(11153);
// EXTERNAL MODULE: ./lib/run/attempt-record.js
var attempt_record = __webpack_require__(80700);
// EXTERNAL MODULE: ./lib/tasks/work/recover-work.js
var recover_work = __webpack_require__(12798);
// EXTERNAL MODULE: ./lib/tasks/work/task-worktree.js + 1 modules
var task_worktree = __webpack_require__(15667);
// EXTERNAL MODULE: ./lib/tasks/forecast/announce.js
var announce = __webpack_require__(88715);
// EXTERNAL MODULE: ./lib/tasks/forecast/expectations.js
var expectations = __webpack_require__(53999);
// EXTERNAL MODULE: ./lib/tasks/forecast/forecast.js + 11 modules
var forecast = __webpack_require__(6085);
// EXTERNAL MODULE: ./lib/tasks/forecast/forecast-lines.js
var forecast_lines = __webpack_require__(84507);
// EXTERNAL MODULE: ./lib/tasks/forecast/forecast-record.js
var forecast_record = __webpack_require__(79507);
// EXTERNAL MODULE: ./lib/git/trees/commit-tree.js
var commit_tree = __webpack_require__(32874);
// EXTERNAL MODULE: ./lib/plan/scope/globs.js
var globs = __webpack_require__(43159);
;// CONCATENATED MODULE: ./lib/tasks/forecast/serialize.js




/** For each running task the files that it has changed so far. */
async function readChangedPaths({ harness, repository }, work) {
    const pairs = work.map(async ({ commit, tree }) => ({
        from: await (0,commit_tree/* requireTree */.I)(repository, commit),
        to: tree,
    }));
    const answers = await (0,file_changes/* readFileChanges */.u)(harness, await Promise.all(pairs));
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

// EXTERNAL MODULE: ./lib/files/plain-file.js
var plain_file = __webpack_require__(33854);
// EXTERNAL MODULE: ./lib/model/forecast-conflict.js
var forecast_conflict = __webpack_require__(61851);
;// CONCATENATED MODULE: ./lib/tasks/forecast/tell-agents.js



/**
 * Writes for each running task which conflicts it should avoid. Of two tasks the one that is merged later is told; where only one
 * of them still runs, that one.
 */
async function tellAgents({ paths, base }, conflicts, { running, branches }) {
    for (const task of running) {
        const own = conflicts.filter(conflict => toListener(conflict, running) === task);
        const lines = own.map(conflict => toAdvice(conflict, task, branches, base));
        writeIfNew(paths.task(task).forecast, lines.map(line => `${line}\n`).join(''));
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
        : `which is done: see "git diff ${base} ${commit} -- '${(0,text_text/* toPlainLine */.Ic)(conflict.path).replaceAll("'", "'\\''")}'"`;
    return `- ${(0,text_text/* toPlainLine */.Ic)((0,forecast_conflict/* toPlace */.x5)(conflict))}: ${causes[conflict.why]} (task ${other}, ${state})`;
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
function writeIfNew(path, text) {
    const before = (0,plain_file/* tryReadPlainFile */.iw)(path);
    if (before === undefined || before.toString('utf8') === text)
        return;
    try {
        (0,plain_file/* writePlainFile */.GF)(path, text);
    }
    catch {
        // the task has just ended, and its folder has gone
    }
}

;// CONCATENATED MODULE: ./lib/tasks/forecast/forecaster.js












/** When something has happened, this is waited for more to happen. */
const forecaster_settleMilliseconds = 300;
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
    expectations;
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
        const order = (0,merge_order/* toMergeOrder */.k)(tasks, { contained: new Map(), starts: [], forecast: [] });
        this.context = context;
        this.forecast = new forecast/* Forecast */.A(context);
        this.expectations = new expectations/* Expectations */.g(context, this.forecast);
        this.order = order.map(id => tasks.find(task => task.id === id));
        for (const result of done.values())
            this.noteResult(result);
    }
    /** Takes note of what happens in the run. */
    note(event) {
        if (event.kind === 'attempt-started')
            this.noteAttempt(event.task);
        if (event.kind === 'phase' && event.phase === 'gates')
            this.lookIn(forecaster_settleMilliseconds);
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
            const before = await (0,forecast_record/* readForecastRecord */.B)(paths.forecast);
            await (0,forecast_record/* writeForecastRecord */.y)(paths.forecast, { ...before, waits: [...before.waits, ...waits] });
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
            this.running.set(task, new UnfinishedWork(harness, (0,task_worktree/* toTaskWorktree */.S)(this.context, task), largestBytes));
        this.lookIn(plan.integration.forecastSeconds * 1000);
    }
    noteResult({ task, outcome, commit, rolledBack }) {
        this.running.delete(task);
        if (outcome === 'succeeded' && commit !== null && !rolledBack)
            this.branches.set(task, commit);
        this.lookIn(forecaster_settleMilliseconds);
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
            return (0,forecast_lines/* toBranchLine */.S)(context, task.id, branch);
        const record = await (0,attempt_record/* tryReadAttemptRecord */["if"])(context.paths.task(task.id).attempt);
        const tree = await this.running.get(task.id)?.readTree();
        if (record === undefined || tree === undefined)
            return undefined;
        return (0,forecast_lines/* toWorkLine */.X)(context, (0,recover_work/* toWork */.V)(context, task, record), tree);
    }
    async compare(lines) {
        this.lines = lines;
        const seen = lines.map(({ task, tree, commit }) => `${task} ${tree} ${commit}`).join('\n');
        if (seen === this.seen)
            return;
        const conflicts = await this.expectations.add(await this.forecast.read(lines));
        this.seen = seen;
        await (0,announce/* announceForecast */.h)(this.context, conflicts);
        await this.tell(conflicts);
    }
    async tell(conflicts) {
        if (this.context.plan.integration.onForecast !== 'tell-agents')
            return;
        const running = this.order.map(task => task.id).filter(id => this.running.has(id));
        await tellAgents(this.context, conflicts, { running, branches: this.branches });
    }
    /** A forecast that fails is reported once, and does not fail the run. */
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

// EXTERNAL MODULE: ./lib/tasks/perform/perform-task.js + 19 modules
var perform_task = __webpack_require__(81360);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/tasks/perform/attempt-agent.js
var attempt_agent = __webpack_require__(7621);
;// CONCATENATED MODULE: ./lib/tasks/quotas.js



/** Which tasks wait because the accounts of their agents are used up. */
class Quotas {
    context;
    parked = new Map();
    constructor(context) {
        this.context = context;
    }
    /** Takes up what an earlier process knew. */
    async restore() {
        const { plan, store, accounts } = this.context;
        const results = await store.readResults(plan.tasks.map(({ id }) => id));
        for (const result of results.values()) {
            if (result.outcome !== 'parked' || result.retryAt === null)
                continue;
            const agent = plan.agents[result.agent ?? ''];
            const until = Date.parse(result.retryAt);
            this.parked.set(result.task, result);
            if (agent !== undefined && until > Date.now())
                accounts.park(agent, result.reason ?? 'the quota is used up', until, Date.now());
        }
    }
    /** A task that could not go on. It is tried again when its account is free. */
    park(result) {
        this.parked.set(result.task, result);
        const { task, reason, retryAt } = result;
        this.context.emit({ kind: 'parked', task, reason: reason ?? '', until: retryAt ?? '' });
    }
    /** Those that cannot start now, because their account is used up or busy enough. */
    heldTasks(waiting) {
        const { accounts } = this.context;
        const isHeld = (task) => this.blockOf(task)?.kind === 'parked' || !accounts.hasRoom(this.toAgent(task));
        return new Set(waiting.filter(isHeld).map(({ id }) => id));
    }
    refusedTasks(waiting) {
        return waiting.flatMap(task => {
            const block = this.blockOf(task);
            return block?.kind === 'refused' ? [{ task, reason: block.reason }] : [];
        });
    }
    /** The next time at which a waiting task may start, in milliseconds since 1970. */
    nextReset(waiting) {
        const times = waiting.flatMap(task => {
            const block = this.blockOf(task);
            return block?.kind === 'parked' ? [block.until] : [];
        });
        return times.length === 0 ? Date.now() + pollMs : Math.min(...times);
    }
    /** The stored result of a task that was parked. */
    parkedResult({ id }) {
        return this.parked.get(id);
    }
    /** The same also for a task that was never started, because its account is used up; undefined: it does not wait for that. */
    async endParked(task) {
        const block = this.blockOf(task);
        const known = this.parked.get(task.id);
        if (known !== undefined || block?.kind !== 'parked')
            return known;
        return (0,end_task/* endWithoutWork */.L0)(this.context, task, 'parked', block.reason, block.until);
    }
    blockOf(task) {
        return this.context.accounts.blockOf(this.toAgent(task), Date.now());
    }
    toAgent(task) {
        const { accounts, plan } = this.context;
        const attempts = this.parked.get(task.id)?.attempts ?? 0;
        return accounts.choose((0,attempt_agent/* toAttemptAgent */.C)(plan, task, attempts + 1), plan.agents, Date.now());
    }
}
const pollMs = 1000;
/** Timers cannot be longer, and clocks are set: the time is looked at again after so long. */
const longestSleepMs = 60_000;
async function sleepUntil(until, signal) {
    while (Date.now() < until && !signal.aborted) {
        const left = Math.min(until - Date.now(), longestSleepMs);
        await (0,external_node_timers_promises_.setTimeout)(left, undefined, { signal }).catch(() => { }); // woken early
    }
}

// EXTERNAL MODULE: ./lib/model/outcome.js
var outcome = __webpack_require__(26805);
;// CONCATENATED MODULE: ./lib/tasks/step.js

/**
 * What to do next:
 * - a task is blocked as soon as something that it needs has ended without success;
 * - a task is ready when all that it needs succeeded, and all that it comes after has ended;
 * - of the ready ones, those with the longest remaining path start first, ties in plan order, as many as there are slots.
 */
function toStep({ tasks, priorities, results, running, held, slots }) {
    const waiting = tasks.filter(({ id }) => !results.has(id) && !running.has(id));
    const blocked = waiting
        .map(task => ({ task, by: task.needs.filter(id => results.has(id) && !canBuildOn(tasks, results, id)) }))
        .filter(({ by }) => by.length > 0);
    const ready = waiting.filter(task => !held.has(task.id) &&
        task.needs.every(id => canBuildOn(tasks, results, id)) &&
        task.after.every(id => results.has(id)));
    const urgent = ready.toSorted((a, b) => (priorities.get(b.id) ?? 0) - (priorities.get(a.id) ?? 0));
    return { blocked, starts: urgent.slice(0, Math.max(0, slots - running.size)) };
}
/** Whether a prerequisite has ended so that others can start from it. */
function canBuildOn(tasks, results, id) {
    const result = results.get(id);
    const task = tasks.find(candidate => candidate.id === id);
    return result !== undefined && task !== undefined && (0,outcome/* isAchieved */.Qz)(task, result.outcome);
}

// EXTERNAL MODULE: ./lib/tasks/work/task-work.js
var task_work = __webpack_require__(16427);
;// CONCATENATED MODULE: ./lib/tasks/perform-tasks.js










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
    quotas;
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
        this.quotas = new Quotas(this.context);
    }
    async run() {
        for (const text of await reclaimLeft(this.context.repository))
            this.context.emit({ kind: 'notice', text });
        await this.quotas.restore();
        await countEarlier(this.context);
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
        await this.endRefused();
        const held = this.quotas.heldTasks(this.waiting());
        const step = toStep({ tasks, priorities, results, running, held, slots });
        for (const { task, by } of step.blocked) {
            this.record(await (0,end_task/* endWithoutWork */.L0)(context, task, 'blocked', `${by.join(', ')} did not succeed`));
        }
        for (const task of step.starts)
            running.set(task.id, this.start(task));
        if (step.blocked.length > 0)
            return true;
        if (running.size === 0 && (slots === 0 || held.size === 0))
            return false;
        if (running.size === 0 && context.plan.onQuota === 'stop')
            return false;
        await this.untilChange(held.size > 0);
        return true;
    }
    /** Until a task ends, or a quota resets. */
    async untilChange(hasHeld) {
        const { context, running, quotas } = this;
        if (!hasHeld)
            return void (await Promise.race(running.values()));
        const until = quotas.nextReset(this.waiting());
        if (running.size === 0)
            context.emit({ kind: 'sleeping', until: new Date(until).toISOString() });
        const woken = new AbortController();
        const signal = AbortSignal.any([context.signal, woken.signal]);
        await Promise.race([sleepUntil(until, signal), ...running.values()]);
        woken.abort();
    }
    waiting() {
        return this.tasks.filter(({ id }) => !this.results.has(id) && !this.running.has(id));
    }
    /** Tasks whose agent cannot be used end at once, with what to do about it. */
    async endRefused() {
        for (const { task, reason } of this.quotas.refusedTasks(this.waiting())) {
            this.record(await (0,end_task/* endWithoutWork */.L0)(this.context, task, 'infrastructure-error', reason));
        }
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
        // A failure around a task, such as a full disk, ends one task and not the run. What the agent left is kept by the next start.
        const endBroken = (error) => (0,end_task/* endWithoutWork */.L0)(context, task, 'infrastructure-error', error.message);
        const result = await (0,perform_task/* performTask */.V)(context, task, results).catch(endBroken);
        if (result.outcome === 'parked')
            this.quotas.park(result);
        else
            this.record(result);
        this.running.delete(task.id);
    }
    async cancelRest() {
        const { context, quotas } = this;
        for (const task of context.plan.tasks.filter(({ id }) => !this.results.has(id))) {
            const parked = context.signal.aborted ? quotas.parkedResult(task) : await quotas.endParked(task);
            this.record(parked ?? (await (0,end_task/* endWithoutWork */.L0)(context, task, 'cancelled', 'the run was stopped before it started')));
        }
    }
    record(result) {
        this.results.set(result.task, result);
        this.context.emit({ kind: 'task-ended', task: result.task, result });
        if (this.context.failFast && isFailure(result.outcome))
            this.stop.abort();
    }
}
/** What an earlier process spent counts for the budget of the run. */
async function countEarlier({ plan, store, budget }) {
    const results = await store.readResults(plan.tasks.map(({ id }) => id));
    for (const result of results.values())
        budget.add((0,task_work/* tryUsageOf */.MT)(result), result.agentSeconds);
    for (const { usage, seconds } of await (0,spending/* listSpending */.Hp)(store))
        budget.add(usage, seconds);
}
/** Whether a task ended in a way that `--fail-fast` reacts to. */
function isFailure(outcome) {
    return !['succeeded', 'no-changes', 'blocked', 'cancelled', 'parked'].includes(outcome);
}

// EXTERNAL MODULE: ./lib/tasks/rescue/repair-run.js + 1 modules
var repair_run = __webpack_require__(28441);
// EXTERNAL MODULE: ./lib/commands/select-tasks.js
var select_tasks = __webpack_require__(92403);
// EXTERNAL MODULE: ./lib/commands/target/find-target.js
var find_target = __webpack_require__(21597);
;// CONCATENATED MODULE: ./lib/commands/target/text-with-target.js

/** A plan as it is stored with a run: always with its target. */
function toTextWithTarget({ file, order }, { branch }) {
    return (0,stored_plan/* toStoredText */.U)({ ...file, target: branch }, order);
}

;// CONCATENATED MODULE: ./lib/commands/earlier-runs.js







/**
 * The unfinished runs of earlier versions of a plan that no process works on, the latest first. None when there is one of exactly this plan: that
 * one is taken up.
 *
 * @param only The tasks that are asked for; empty: all.
 */
async function findEarlierRuns(repository, checked, only) {
    const selected = only.length === 0 ? checked : (0,select_tasks/* selectTasks */.n)(checked, only);
    const text = toTextWithTarget(selected, await (0,find_target/* findTarget */.F)(repository, selected.plan));
    if ((await (0,claim_run/* findUnfinishedRun */.Az)(repository, text)) !== undefined)
        return [];
    const earlier = [];
    for (const run of await (0,claim_run/* listRuns */.v)(repository)) {
        if (await isLeftOf(repository, run, checked.plan.name))
            earlier.push(run);
    }
    return earlier;
}
async function isLeftOf(repository, run, name) {
    if (!(await (0,claim_run/* isUnfinished */.ui)(repository, run)) || (await (0,run_lock/* tryReadHolder */.U5)(repository, run)) !== undefined)
        return false;
    const text = await new run_store/* RunStore */.n(repository, run).readPlanText();
    return text !== undefined && tryStoredName(text) === name;
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

// EXTERNAL MODULE: ./lib/commands/finish-run.js + 17 modules
var finish_run = __webpack_require__(71608);
// EXTERNAL MODULE: ./lib/git/objects/objects.js
var objects = __webpack_require__(16479);
// EXTERNAL MODULE: ./lib/run/write-kept.js
var write_kept = __webpack_require__(94131);
// EXTERNAL MODULE: ./lib/git/checkouts/checkouts.js + 1 modules
var checkouts = __webpack_require__(37845);
// EXTERNAL MODULE: ./lib/run/run-refs.js
var run_refs = __webpack_require__(20995);
;// CONCATENATED MODULE: ./lib/commands/target/require-not-checked-out.js



/** Refuses to go on when one of these branches, which are to be moved or to go, is checked out somewhere. */
async function requireNotCheckedOut(repository, refs) {
    if (refs.length === 0)
        return;
    const checkout = (await (0,checkouts/* listCheckouts */.C$)(repository)).find(({ ref }) => refs.includes(ref));
    if (checkout === undefined)
        return;
    const { ref, directory } = checkout;
    throw new refused_error/* RefusedError */.f(`${(0,run_refs/* toBranchName */.H_)(ref)} is checked out in ${directory} and would be moved or deleted: switch to another branch there first`);
}

;// CONCATENATED MODULE: ./lib/commands/resume/choose-again.js

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
function stands(task, { plan, before, results, report, wentOn }) {
    const { outcome, rolledBack } = results.get(task.id);
    if (rolledBack)
        return true; // the user has taken it out: only its name brings it back
    if (!isSameWork(task, plan, before))
        return false;
    if (wentOn.has(task.id))
        return true;
    const isLanded = report?.tasks[task.id]?.landing === 'landed';
    if (outcome === 'no-changes')
        return task.allowNoChanges || isLanded;
    if (outcome !== 'succeeded')
        return isLanded; // by what a person committed on its branch
    const couldNotLand = report === undefined || report.status === 'cancelled' || report.integration.trouble !== null;
    return couldNotLand || isLanded;
}
/** Whether a task asks for the same in both plans. How long it may take, and how often it is tried, does not matter. */
function isSameWork(task, plan, before) {
    const old = before.tasks.find(({ id }) => id === task.id);
    return old !== undefined && toWork(task, plan) === toWork(old, before);
}
function toWork({ prompt, issue, needs, files, setup, test, agent, env }, { agents }) {
    return JSON.stringify([prompt, issue, needs, files, setup, test, agents[agent], env]);
}

// EXTERNAL MODULE: ./lib/git/agent-work/import-commits.js
var import_commits = __webpack_require__(93892);
// EXTERNAL MODULE: ./lib/git/objects/commits.js
var commits = __webpack_require__(12953);
// EXTERNAL MODULE: ./lib/git/diff/tree-diff.js
var tree_diff = __webpack_require__(50506);
;// CONCATENATED MODULE: ./lib/git/diff/own-changes.js



/** What a commit itself changes. Of a merge that is only what none of its parents has. */
async function readOwnChanges(repository, commit) {
    const { parents } = (0,commits/* readCommitText */.Ls)(String((await repository.objects.read(commit))?.content));
    const sides = parents.length > 0 ? parents : [await (0,objects/* writeObject */.p7)(repository.store, 'tree', '')];
    const [first = [], ...others] = await Promise.all(sides.map(side => (0,tree_diff/* readChanges */.S)(repository, side, commit)));
    const paths = others.map(changes => new Set(changes.map(({ path }) => path)));
    return first.filter(({ path }) => paths.every(set => set.has(path)));
}

// EXTERNAL MODULE: ./lib/tasks/gates/change-gates.js + 1 modules
var change_gates = __webpack_require__(52909);
// EXTERNAL MODULE: ./lib/tasks/work/with-contents.js
var with_contents = __webpack_require__(97883);
;// CONCATENATED MODULE: ./lib/commands/resume/take-over-branches.js







/**
 * Where a person has committed on top of a task's branch, for example to resolve a conflict, or on the branch of a task that did not
 * succeed, that is the result of the task from now on: if it passes the gates that look at a change. Otherwise the result stays, and a
 * notice says why.
 */
async function takeOverBranches(context, results) {
    const taken = new Map(results);
    const moved = await findMovedBranches(context.repository, context.store, results);
    for (const task of context.plan.tasks) {
        const tip = moved.get(task.id);
        const result = results.get(task.id);
        if (tip === undefined || result === undefined)
            continue;
        const known = [...results.values()].flatMap(({ commit }) => commit ?? []);
        taken.set(task.id, await takeOver(context, { task, result, tip, known }));
    }
    return taken;
}
/** The tasks whose branches a person has continued since the last report: the result is not known yet. */
async function findWentOn(repository, store, { results, report }) {
    const moved = await findMovedBranches(repository, store, results);
    return new Set([...moved].filter(([task, tip]) => report?.tasks[task]?.commit !== tip).map(([task]) => task));
}
/** The tips of those branches that have more on them than the results of their tasks say. */
async function findMovedBranches(repository, store, results) {
    const { refs } = store;
    const moved = new Map();
    const runBase = await store.resolve(refs.base);
    for (const { task, commit, base, rolledBack } of results.values()) {
        if (rolledBack)
            continue;
        const tip = await store.resolve(refs.branch(task));
        const from = commit ?? base ?? runBase;
        if (tip === undefined || from === undefined || tip === commit)
            continue;
        const isAhead = commit === null ? !(await (0,import_commits/* isAncestor */.QX)(repository, tip, from)) : await (0,import_commits/* isAncestor */.QX)(repository, from, tip);
        if (isAhead)
            moved.set(task, tip);
    }
    return moved;
}
async function takeOver(context, moved) {
    const { task, result, tip } = moved;
    const branch = (0,run_refs/* toBranchName */.H_)(context.store.refs.branch(task.id));
    const added = await listAdded(context, moved);
    for (const commit of added) {
        const refusal = await tryRefusal(context, task, commit);
        if (refusal === undefined)
            continue;
        const text = toRefusalText(branch, result, `in ${commit.slice(0, 12)}, ${refusal.reason}`);
        context.emit({ kind: 'notice', text });
        return result;
    }
    const text = `${branch} is merged with what was committed on it (${tip.slice(0, 12)})`;
    context.emit({ kind: 'notice', text });
    if (result.commit !== null)
        return { ...result, commit: tip };
    const base = result.base ?? context.base;
    const changes = await (0,tree_diff/* readChanges */.S)(context.repository, base, tip);
    return {
        ...result,
        outcome: 'succeeded',
        reason: null,
        branch,
        base,
        commit: tip,
        filesChanged: changes.length,
    };
}
function toRefusalText(branch, { commit }, why) {
    return commit === null
        ? `${branch} is not merged: ${why}. Correct its commits, or delete the branch to have the task done again`
        : `${branch} is merged without what was committed on it: ${why}`;
}
/** The commits that are new on a branch, without those that it got by merging others of the run or the target. */
async function listAdded({ harness, store, base, target }, { tip, known }) {
    const others = await Promise.all([store.refs.integration, `refs/heads/${target}`].map(ref => store.resolve(ref)));
    const excluded = [base, ...known, ...others.filter(id => id !== undefined)];
    const output = await (0,run_git/* runGit */.EO)(harness.place, ['rev-list', tip, '--not', ...excluded]);
    return output.split('\n').filter(line => line !== '');
}
async function tryRefusal(context, task, commit) {
    const { protected: protectedGlobs, maxFileMegabytes } = context.plan;
    const changes = await (0,with_contents/* withContents */.x)(context, await readOwnChanges(context.repository, commit));
    return (0,change_gates/* checkHistory */.X3)({ task, protectedGlobs, maxFileMegabytes, changes, problems: [] });
}

;// CONCATENATED MODULE: ./lib/commands/resume/resume.js






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
    const report = await store.readReport();
    const wentOn = await findWentOn(repository, store, { results, report });
    const parked = [...results.keys()].filter(task => results.get(task)?.outcome === 'parked');
    const again = chooseAgain({ ...reopening, results, wentOn, report });
    for (const task of parked)
        again.delete(task); // they go on: what they have spent counts
    const updates = (await Promise.all([...again].map(task => toReopening(repository, store, task)))).flat();
    await requireNotCheckedOut(repository, updates.map(([ref]) => ref));
    const stored = await (0,objects/* writeObject */.p7)(repository.store, 'blob', text);
    await store.pointRefs([...updates, [store.refs.plan, stored], [store.refs.report, undefined]]);
    const done = new Map([...results].filter(([task]) => !again.has(task) && !parked.includes(task)));
    return { done, start: await store.resolve(store.refs.integration) };
}
/** The ref updates by which a task is open again: its branch becomes kept work. */
async function toReopening(repository, store, task) {
    const { refs } = store;
    const branch = await store.resolve(refs.branch(task));
    if (branch === undefined)
        return [[refs.result(task), undefined]];
    const before = await store.resolve(refs.kept(task));
    const kept = await (0,write_kept/* writeKept */.g)(repository, {
        run: store.run,
        name: task,
        commits: before === undefined ? [branch] : [branch, before],
        message: `Kept branch of task ${task}, which is done again`,
    });
    return [
        [refs.kept(task), kept],
        [refs.branch(task), undefined],
        [refs.result(task), undefined],
    ];
}

;// CONCATENATED MODULE: ./lib/commands/run-plan.js





















/** Runs a plan: takes up its unfinished run, or starts a new one. */
async function runPlan(repository, checked, options) {
    const selected = options.only.length === 0 ? checked : (0,select_tasks/* selectTasks */.n)(checked, options.only);
    await (0,noted_move/* takeBackMoves */.D)(repository, options.emit);
    const target = await (0,prepare_run/* requireReady */.V)(repository, selected, options.emit);
    const text = toTextWithTarget(selected, target);
    const { fresh, emit } = options;
    const earlier = fresh ? [] : await findEarlierRuns(repository, checked, options.only);
    const worktrees = await requireFolder(repository, selected.plan, options);
    const claim = await (0,claim_run/* claimRun */.S6)({ repository, text, base: target.commit, fresh, emit });
    if (!claim.resumed)
        for (const run of earlier)
            emit({ kind: 'notice', text: toEarlierRunText(run, options) });
    const { plan } = selected;
    return workOn(repository, claim, { plan, before: plan, text, target, mode: 'go-on' }, { ...options, worktrees, only: [] });
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
    await (0,noted_move/* takeBackMoves */.D)(repository, options.emit);
    const target = await (0,prepare_run/* requireReady */.V)(repository, named, options.emit);
    const text = toTextWithTarget(named, target);
    const worktrees = await requireFolder(repository, named.plan, options);
    const claim = await (0,claim_run/* resumeRun */.ZL)(repository, run, options.emit);
    const job = { plan: named.plan, before: stored.plan, text, target, mode: 'do-again' };
    return workOn(repository, claim, job, { ...options, worktrees });
}
function toEarlierRunText(run, { toResume }) {
    return `the plan has changed since run ${run}, which is unfinished. This starts a new run; to go on with ${run} and the changed plan instead, stop this one and use: ${toResume(run)}`;
}
/** The folder for checkouts, before anything is begun. */
function requireFolder(repository, plan, { worktrees, emit }) {
    const named = worktrees ?? (0,checkouts_folder/* toNamedFolder */.P3)(repository, plan);
    return (0,checkouts_folder/* requireCheckoutsFolder */.Pd)(repository, { named, notice: text => emit({ kind: 'notice', text }) });
}
async function requireStoredPlan(repository, run) {
    const text = await new run_store/* RunStore */.n(repository, run).readPlanText();
    if (text === undefined)
        throw new refused_error/* RefusedError */.f(`run ${run} has no plan that can be read`);
    return (0,stored_plan/* readStoredPlan */.T)(text);
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
    const { only, failFast, worktrees, sandbox, signal, emit } = options;
    const plan = asLocal(job.plan);
    const maxParallel = options.maxParallel ?? plan.maxParallel;
    const base = await requireBase(repository, run);
    const { start, done: before } = resumed
        ? await reopenRun({ repository, run, ...job, plan, only })
        : freshStart;
    const facts = { repository, run, plan, target: job.target.branch, base, start: start ?? base };
    const context = await (0,open_context/* openContext */.e)({ ...facts, maxParallel, failFast, worktrees, sandbox, signal, emit });
    emit({ kind: 'run-started', run, plan: plan.name, tasks: plan.tasks, maxParallel, resumed });
    if (resumed)
        await (0,repair_run/* repairRun */.b)(context);
    const done = await takeOverBranches(context, before);
    for (const [task, result] of done)
        emit({ kind: 'task-ended', task, result });
    const wanted = only.length === 0 ? undefined : (0,graph/* withDescendants */.dz)(plan.tasks, only);
    const skipped = plan.tasks.filter(({ id }) => !done.has(id) && wanted?.has(id) === false);
    const known = new Map([...done, ...skipped.map(task => [task.id, (0,end_task/* toMissingResult */.Pv)(context, task)])]);
    const results = await takeOverBranches(context, await performBesideBaseTest(context, known));
    return (0,finish_run/* finishRun */.J)(context, { results, mayRedo: true, resumed, startedAt });
}
/** The base is only tested for as long as there are tasks to do: the integration does not wait for it. */
async function performBesideBaseTest(context, known) {
    const isDone = context.plan.tasks.every(({ id }) => known.has(id));
    if (isDone)
        return performTasks(context, known);
    const baseTest = startBaseTest(context);
    const { rolling: isRolling, test } = context.plan.integration;
    const rolling = isRolling && test !== undefined ? new RollingIntegration(context, known, baseTest.ended) : undefined;
    const emit = event => {
        context.emit(event);
        rolling?.note(event);
    };
    try {
        return await performTasks({ ...context, emit }, known);
    }
    finally {
        await rolling?.close();
        await baseTest.close();
    }
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

// EXTERNAL MODULE: ./lib/commands/share-run.js
var share_run = __webpack_require__(22053);
// EXTERNAL MODULE: ./lib/action/github/remote-access.js
var remote_access = __webpack_require__(21879);
;// CONCATENATED MODULE: ./lib/action/commands/run-shared.js





/** Runs a plan, or goes on with the named run; then pushes it if that is wanted, also when the run broke off. */
async function runShared(step, repository, checked) {
    const { inputs, log, signal } = step;
    const access = inputs.push ? (0,remote_access/* requireRemoteAccess */._)(step, repository) : undefined;
    const show = (0,run_log/* toRunLog */.$)(log, checked.plan);
    let run;
    const options = {
        only: [],
        maxParallel: inputs.maxParallel,
        failFast: false,
        worktrees: undefined,
        sandbox: undefined,
        fresh: false,
        toResume: earlier => `the input "run: ${earlier}"`,
        signal,
        emit: event => {
            if (event.kind === 'run-started')
                run = event.run;
            show(event);
        },
    };
    try {
        const { report, deletion } = await start(step, repository, checked, options);
        const push = await tryPush(step, repository, report.run, access);
        await deletion.untilDone();
        return { report, push };
    }
    catch (error) {
        if (run !== undefined)
            await tryPush(step, repository, run, access);
        throw error;
    }
}
async function start(step, repository, checked, options) {
    const { run } = step.inputs;
    if (run === undefined)
        return runPlan(repository, checked, options);
    const failure = await (0,share_run/* tryFetchRun */.H)(repository, run, (0,remote_access/* requireRemoteAccess */._)(step, repository));
    if (failure !== undefined)
        throw new refused_error/* RefusedError */.f(`run ${run} could not be fetched: ${failure}`);
    return resumeNamedRun(repository, run, checked, options);
}
async function tryPush({ log }, repository, run, access) {
    if (access === undefined)
        return undefined;
    const push = await (0,share_run/* pushRun */.M)(repository, run, access);
    log.end();
    log.line(push.kind === 'pushed'
        ? `run ${run}: ${push.count} refs pushed to ${access.remote}`
        : `run ${run} was not pushed: ${push.reason}`);
    return push;
}

;// CONCATENATED MODULE: ./lib/action/commands/run-command.js

















/** `command: run` without a lane: the whole plan on this runner, several agents at once. */
function runCommand(step) {
    return (0,step_repository/* withStepRepository */.v)(step, async (repository) => {
        const checked = await (0,load_step_plan/* loadFilledPlan */.y)(step, repository);
        if (step.inputs.dryRun)
            return preview(step, repository, checked);
        const shared = await runShared(step, repository, checked);
        return toResult(step, repository, checked, shared);
    });
}
/** Checks everything that a run would check, and starts nothing. */
async function preview(step, repository, checked) {
    await (0,prepare_run/* requireReady */.V)(repository, checked, (0,run_log/* toRunLog */.$)(step.log, checked.plan));
    const overview = await (0,describe_plan/* describePlan */.d)(repository, checked, step.inputs.maxParallel);
    step.log.begin('Plan');
    step.log.line((0,plan_text/* toPlanText */.G)(overview, paint/* plainPaint */.p));
    step.log.end();
    step.log.line('nothing was started (dry-run: true)');
    const summary = (0,plan_summary/* toPlanSummary */.H)({ overview, lanes: [], maxBytes: step_step/* mostSummaryBytes */.F });
    return { outputs: {}, summary, annotations: [], failure: undefined };
}
async function toResult({ log, env }, repository, { plan }, { report, push }) {
    const path = await (0,write_report/* writeReport */.u)({ env }, report);
    log.end();
    (0,log_report/* logReport */.T)({ log }, report, push?.kind === 'pushed');
    const next = toNextSteps(report, push?.kind === 'pushed', env);
    return {
        outputs: (0,run_outputs/* toRunOutputs */.v)(report, path),
        summary: (0,run_summary/* toRunSummary */.v)({ report, tasks: plan.tasks, next, maxBytes: step_step/* mostSummaryBytes */.F }),
        annotations: (0,run_annotations/* toRunAnnotations */.B)(report, await (0,find_refused_paths/* findRefusedPaths */.o)(repository, plan, report)),
        failure: toFailure(report, push),
    };
}
function toFailure({ status, tasks, run }, push) {
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

/***/ 17410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ toPlanSummary)
/* harmony export */ });
/* harmony import */ var _text_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41193);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45521);
/* harmony import */ var _page_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63019);
/* harmony import */ var _plan_graph_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26894);
/* harmony import */ var _run_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10634);





/** A plan as a page: its tasks, their order, the lanes, how long it would take, what the reader should know. */
function toPlanSummary({ overview, lanes, maxBytes }) {
    return (0,_page_js__WEBPACK_IMPORTED_MODULE_2__/* .toPage */ .Z)([
        (0,_page_js__WEBPACK_IMPORTED_MODULE_2__/* .toText */ .f)(toHead(overview)),
        toTaskRows(overview),
        (0,_page_js__WEBPACK_IMPORTED_MODULE_2__/* .toText */ .f)((0,_run_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .toDiagram */ .$)('Order', (0,_plan_graph_js__WEBPACK_IMPORTED_MODULE_3__/* .toPlanGraph */ .lg)(overview))),
        toLaneRows(lanes),
        (0,_page_js__WEBPACK_IMPORTED_MODULE_2__/* .toText */ .f)(toDurations(overview)),
        toNoteRows(overview),
    ], maxBytes);
}
function toHead({ plan, tasks, target }) {
    const where = target === null ? '' : ` · target ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)(target.branch)}`;
    return `## ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)(plan)}: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toCount */ .zK)(tasks.length, 'task')}${where}`;
}
function toTaskRows({ tasks }) {
    return {
        kind: 'rows',
        head: '| task | agent | waits for | may change | estimate |\n| --- | --- | --- | --- | ---: |',
        rows: tasks.map(task => ({ text: toTaskRow(task), isImportant: false })),
        more: hidden => `… and ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toCount */ .zK)(hidden, 'more task')}.`,
    };
}
function toTaskRow({ id, title, agent, needs, after, files, estimateMinutes }) {
    const cells = [
        title === id ? `\`${id}\`` : `\`${id}\` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)(title)}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)(agent),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)([...needs, ...after].join(', ')),
        files === null ? 'any file' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)(files.join(' ')),
        estimateMinutes === null ? '–' : `${estimateMinutes} min`,
    ];
    return `| ${cells.join(' | ')} |`;
}
function toLaneRows(lanes) {
    return {
        kind: 'rows',
        head: `### ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toCount */ .zK)(lanes.length, 'lane')}\n`,
        rows: lanes.map(({ id, tasks }) => ({ text: `- ${id}: ${tasks.join(' → ')}`, isImportant: false })),
        more: hidden => `… and ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toCount */ .zK)(hidden, 'more lane')}.`,
    };
}
function toDurations({ durations, estimated }) {
    const unit = estimated === 0 ? 'tasks long' : 'min';
    const parts = durations.map(({ agents, minutes }) => {
        const who = agents === null ? 'unlimited' : (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toCount */ .zK)(agents, 'agent');
        return `${who} ${Math.round(minutes * 10) / 10} ${unit}`;
    });
    return parts.join(' · ');
}
function toNoteRows({ addedEdges, notices, advice }) {
    const edges = addedEdges.map(({ from, to, path }) => `added edge: ${from} → ${to} (both may change ${path})`);
    const notes = [...notices, ...(advice === null ? [] : [advice]), ...edges];
    return {
        kind: 'rows',
        head: '### Notes\n',
        rows: notes.map(note => ({ text: `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdownText */ .u9)(note)}`, isImportant: false })),
        more: hidden => `… and ${hidden} more.`,
    };
}


/***/ }),

/***/ 33671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ toPlanText)
});

// EXTERNAL MODULE: ./lib/report/text/forecast-lines.js
var forecast_lines = __webpack_require__(14781);
// EXTERNAL MODULE: ./lib/report/text/text.js
var text_text = __webpack_require__(41193);
;// CONCATENATED MODULE: ./lib/report/terminal/plan-tree.js
/** Draws a graph as a tree: each task stands once, below the deepest of the tasks that it waits for. */
function toTree(tasks, levels) {
    const depth = new Map(levels.flatMap((level, index) => level.map(id => [id, index])));
    const children = new Map();
    for (const task of tasks) {
        const parent = toParent(task, depth);
        const siblings = children.get(parent);
        if (siblings === undefined)
            children.set(parent, [task]);
        else
            siblings.push(task);
    }
    return drawAll(children);
}
/** Deeper tasks are drawn side by side at this depth, so that a long chain does not run out of the screen. */
const deepest = 16;
function drawAll(children) {
    const lines = [];
    const roots = children.get(undefined) ?? [];
    const todo = roots
        .map((task) => ({ task, parent: undefined, branch: '', indent: '', depth: 0 }))
        .reverse();
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
        const { task, parent, branch } = next;
        const isShown = next.depth <= deepest;
        const others = [...task.needs, ...task.after].filter(id => !isShown || id !== parent);
        lines.push({ task, branch, others });
        todo.push(...toDrawings(next, children.get(task.id) ?? []).reverse());
    }
    return lines;
}
function toDrawings({ task, indent, depth }, below) {
    if (depth >= deepest) {
        return below.map(child => ({
            task: child,
            parent: task.id,
            branch: `${indent}⋯ `,
            indent,
            depth: depth + 1,
        }));
    }
    return below.map((child, index) => {
        const isLast = index === below.length - 1;
        return {
            task: child,
            parent: task.id,
            branch: `${indent}${isLast ? '└─ ' : '├─ '}`,
            indent: `${indent}${isLast ? '   ' : '│  '}`,
            depth: depth + 1,
        };
    });
}
function toParent({ needs, after }, depth) {
    const prerequisites = [...needs, ...after];
    if (prerequisites.length === 0)
        return undefined;
    return prerequisites.reduce((deepest, id) => (depth.get(id) ?? 0) > (depth.get(deepest) ?? 0) ? id : deepest);
}

;// CONCATENATED MODULE: ./lib/report/terminal/plan-text.js



/** The plan for a terminal: who works on what, in which order, and how long it would take. */
function toPlanText(overview, paint) {
    const blocks = [
        toHead(overview, paint),
        toTaskLines(overview, paint),
        [toDurations(overview), ...toLevelLine(overview), ...toNotes(overview, paint)]
            .map(line => `  ${line}`)
            .join('\n'),
    ];
    return blocks.join('\n\n');
}
function toHead({ plan, tasks, target }, paint) {
    const where = target === null ? '' : ` · target ${target.branch} @ ${target.commit.slice(0, 7)}`;
    return `${paint.bold(plan)} · ${(0,text_text/* toCount */.zK)(tasks.length, 'task')}${where}`;
}
const widestScope = 60;
function toTaskLines({ tasks, levels }, paint) {
    const rows = toTree(tasks, levels).map(line => ({ line, cells: toCells(line) }));
    const widths = [0, 1, 2, 3].map(column => (0,text_text/* widest */.D3)(rows.map(({ cells }) => cells[column] ?? '')));
    return rows
        .map(({ line, cells }) => {
        const columns = widths.map((width, index) => (0,text_text/* padColumns */.Fo)(cells[index] ?? '', width, index === 2 ? 'left' : 'right'));
        const others = line.others.length === 0
            ? ''
            : `   ${paint.dim(`${line.branch.endsWith('⋯ ') ? 'waits' : 'also waits'} for ${toShortList(line.others, ', ')}`)}`;
        return `  ${columns.join('   ').trimEnd()}${others}`;
    })
        .join('\n');
}
function toCells({ task, branch }) {
    const issue = task.issue === null ? '' : `  #${task.issue}`;
    const estimate = task.estimateMinutes === null ? '' : `~${task.estimateMinutes} min`;
    const scope = task.files === null ? 'any file' : toShortList(task.files, ' ');
    return [`${branch}${task.id}${issue}`, task.agent, estimate, (0,text_text/* fitColumns */.Pk)(scope, widestScope)];
}
function toDurations({ durations, criticalPath, estimated, tasks }) {
    const parts = durations.map(({ agents, minutes }) => {
        const who = agents === null ? 'unlimited' : (0,text_text/* toCount */.zK)(agents, 'agent');
        const rounded = Math.round(minutes * 10) / 10;
        return estimated === 0 ? `${who} ${(0,text_text/* toCount */.zK)(rounded, 'task')} long` : `${who} ${rounded} min`;
    });
    const missing = tasks.length - estimated;
    const guess = estimated > 0 && missing > 0 ? `; ${(0,text_text/* toCount */.zK)(missing, 'task')} without an estimate` : '';
    return `${parts.join(' · ')} (critical path: ${toShortList(criticalPath, ' → ')}${guess})`;
}
function toLevelLine({ levels }) {
    if (levels.length < 2)
        return [];
    const sizes = levels.map(level => String(level.length));
    return [`levels: ${toShortList(sizes, ' → ')} tasks at once at most`];
}
function toNotes({ addedEdges, agents, advice, notices }, paint) {
    return [
        ...agents.map(toAgentLine),
        ...toAddedEdges(addedEdges),
        ...notices.map(notice => `note: ${notice}`),
        ...(advice === null ? [] : [paint.yellow(advice)]),
    ];
}
function toAgentLine({ name, use, via, reason }) {
    const who = name === use ? name : `${name} (${use})`;
    return `${who}: ${via === 'acp' ? 'by the Agent Client Protocol' : 'by its command line'}, because ${reason}`;
}
const shownEdges = 6;
function toAddedEdges(edges) {
    if (edges.length === 0)
        return [];
    const lines = edges.map(({ from, to, path }) => `added edge: ${from} → ${to}  (both may change ${path})`);
    return [...(0,forecast_lines/* cutLines */.EQ)(lines, shownEdges), 'say `overlap: warn` to run them side by side'];
}
const shownNames = 12;
/** A list that says how many more there are where it is long. The last one is always named. */
function toShortList(names, separator) {
    if (names.length <= shownNames)
        return names.join(separator);
    const hidden = names.length - shownNames;
    return [...names.slice(0, shownNames - 1), `… ${hidden} more …`, names.at(-1)].join(separator);
}


/***/ })

};
