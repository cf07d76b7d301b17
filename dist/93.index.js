export const id = 93;
export const ids = [93];
export const modules = {

/***/ 44093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  laneCommand: () => (/* binding */ laneCommand)
});

;// CONCATENATED MODULE: ./lib/jobs/lane/standing.js
/** Whether a task came to what it should: then it is not done again, and others can build on it. */
function isGood(task, { outcome }) {
    return outcome === 'succeeded' || (outcome === 'no-changes' && task.allowNoChanges);
}
/** Takes the result of a task away that is going to be done again. What was kept of it, and its log, stay. */
async function reopenTask(store, task) {
    await store.pointRefs([
        [store.refs.result(task), undefined],
        [store.refs.branch(task), undefined],
    ]);
}
/** Takes everything away that is known of a task of another job: there will be something else. */
async function forgetTask(store, task) {
    const { refs } = store;
    const all = [refs.result(task), refs.branch(task), refs.kept(task), refs.log(task), refs.attempt(task)];
    await store.pointRefs(all.map(ref => [ref, undefined]));
}
/** Whether the branch that a result tells of is here. */
async function hasBranch(store, { task, commit }) {
    return commit === null || (await store.resolve(store.refs.branch(task))) === commit;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/commands/prepare-run.js + 3 modules
var prepare_run = __webpack_require__(56804);
// EXTERNAL MODULE: ./lib/model/plan.js
var plan = __webpack_require__(62774);
// EXTERNAL MODULE: ./lib/run/open-context.js + 2 modules
var open_context = __webpack_require__(89701);
// EXTERNAL MODULE: ./lib/run/remove-local-state.js
var remove_local_state = __webpack_require__(9991);
// EXTERNAL MODULE: ./lib/run/run-lock.js + 1 modules
var run_lock = __webpack_require__(53970);
// EXTERNAL MODULE: ./lib/tasks/perform/end-task.js
var end_task = __webpack_require__(16323);
// EXTERNAL MODULE: ./lib/tasks/perform/perform-task.js + 6 modules
var perform_task = __webpack_require__(46784);
// EXTERNAL MODULE: ./lib/tasks/rescue/repair-run.js + 1 modules
var repair_run = __webpack_require__(28441);
// EXTERNAL MODULE: ./lib/jobs/lane/create-run.js
var create_run = __webpack_require__(65315);
// EXTERNAL MODULE: ./lib/jobs/transport/transport.js
var transport = __webpack_require__(62851);
;// CONCATENATED MODULE: ./lib/jobs/lane/ended-lanes.js

/** Between two questions about jobs: all lanes of a repository share 1000 questions an hour. Milliseconds. */
const firstPause = 15_000;
const longestPause = 300_000;
/** Knows which lanes have come to their end: by their own word, or because their jobs are over. */
class EndedLanes {
    request;
    dead = new Set();
    pause = firstPause;
    dueAt = Date.now() + firstPause;
    hasComplained = false;
    constructor(request) {
        this.request = request;
    }
    /** Tells others which job does our lane, so that they need not wait for it when that dies. */
    async begin(lane) {
        await this.unlessTrouble(async () => {
            const job = await this.request.watch?.readOwnJob();
            if (job !== undefined)
                await this.request.transport.beginLane(lane, job);
        });
    }
    /** The tasks of lanes that have ended. */
    async readTasks() {
        const told = await this.request.transport.readEndedTasks();
        if (Date.now() >= this.dueAt)
            await this.unlessTrouble(() => this.lookForDead());
        return new Set([...told, ...this.dead]);
    }
    async lookForDead() {
        const { watch, transport } = this.request;
        if (watch === undefined)
            return;
        this.pause = Math.min(longestPause, this.pause * 2);
        this.dueAt = Date.now() + this.pause * (0.75 + Math.random() / 2);
        const begun = await transport.readBegunLanes();
        if (begun.length === 0)
            return;
        const ended = await watch.readEndedJobs();
        for (const { job, tasks } of begun)
            if (ended.has(job))
                for (const task of tasks)
                    this.dead.add(task);
    }
    /** Without knowing this, we only wait for longer. */
    async unlessTrouble(work) {
        try {
            await work();
        }
        catch (error) {
            if (!(error instanceof transport/* TransportError */.w))
                throw error;
            this.dueAt = Date.now() + 2 * longestPause;
            if (!this.hasComplained)
                this.request.notice(error.message);
            this.hasComplained = true;
        }
    }
}

;// CONCATENATED MODULE: ./lib/jobs/lane/giver.js


/** Hands tasks over, and keeps those that could not be for another try. */
class Giver {
    transport;
    waiting = new Map();
    /** Others cannot be handed over at any time. */
    refused = new Map();
    constructor(transport) {
        this.transport = transport;
    }
    /** Tries once. What is left over is tried again by the next call. */
    async give(tasks) {
        const all = new Set([...this.waiting.keys(), ...tasks]);
        await Promise.all([...all].map(task => this.tryGive(task)));
    }
    /** Tries again what is left over, until the patience is over; seconds. */
    async settle(patience) {
        const deadline = Date.now() + patience * 1000;
        for (let pause = 1; this.waiting.size > 0 && Date.now() < deadline; pause = Math.min(30, pause * 2)) {
            await (0,promises_.setTimeout)(Math.min(pause * (0.75 + Math.random() / 2) * 1000, Math.max(0, deadline - Date.now())));
            await this.give([]);
        }
        return [...this.refused, ...this.waiting].map(([task, reason]) => ({ task, reason }));
    }
    async tryGive(task) {
        try {
            await this.transport.give(task);
            this.waiting.delete(task);
        }
        catch (error) {
            const { message } = error;
            if (error instanceof transport/* TransportError */.w)
                this.waiting.set(task, message);
            else {
                // Whatever one task does to us, the others are handed over.
                this.waiting.delete(task);
                this.refused.set(task, message);
            }
        }
    }
}

// EXTERNAL MODULE: ./lib/plan/graph/graph.js
var graph = __webpack_require__(58060);
;// CONCATENATED MODULE: ./lib/jobs/lane/known-tasks.js



/** What a lane knows of its own tasks and of all that they build on, wherever that is done. */
class KnownTasks {
    results = new Map();
    request;
    tasks;
    own;
    /** In the order of the plan. */
    wanted;
    /** Tasks of other lanes that will never arrive, and why. */
    lost = new Map();
    constructor(request) {
        const { plan, lane } = request;
        const wanted = (0,graph/* withAncestors */.f$)(plan.tasks, lane.tasks);
        this.request = request;
        this.tasks = new Map(plan.tasks.map(task => [task.id, task]));
        this.own = new Set(lane.tasks);
        this.wanted = plan.tasks.map(({ id }) => id).filter(id => wanted.has(id));
    }
    /** Takes up what an earlier job has left in this repository. Answers with our own tasks among that, which nobody may have yet. */
    async readLeft() {
        const left = await this.request.store.readResults(this.wanted);
        for (const result of left.values())
            await this.accept(result, false);
        return [...this.results.keys()].filter(id => this.own.has(id));
    }
    /** Takes what has arrived, and then knows also what will not. */
    async look() {
        const ended = await this.request.endedLanes.readTasks(); // before: what they have given is there by now
        const missing = this.wanted.filter(id => !this.results.has(id) && !this.lost.has(id));
        for (const arrival of await this.request.transport.take(missing))
            await this.note(arrival);
        for (const id of missing) {
            if (ended.has(id) && !this.own.has(id) && !this.results.has(id) && !this.lost.has(id))
                this.lost.set(id, 'its lane has ended without handing it over');
        }
    }
    readinessOf(task) {
        const failed = task.needs.flatMap(id => this.tryWhyNot(id) ?? []);
        if (failed.length > 0)
            return { kind: 'blocked', reason: failed.join('; ') };
        const missing = (0,plan/* prerequisites */.a)(task).filter(id => !this.results.has(id) && !this.lost.has(id));
        return missing.length === 0 ? { kind: 'ready' } : { kind: 'waiting', for: missing };
    }
    /** Why nothing can be built on a task; undefined when something can, or may in time. */
    tryWhyNot(id) {
        const lost = this.lost.get(id);
        if (lost !== undefined)
            return `${id}: ${lost}`;
        const result = this.results.get(id);
        return result === undefined || isGood(this.requireTask(id), result) ? undefined : `${id} did not succeed`;
    }
    async note(arrival) {
        const { store, attempt, notice } = this.request;
        const { task } = arrival;
        if (arrival.kind === 'refused') {
            notice(`what was handed over of ${task} was refused: ${arrival.reason}`);
            if (!this.own.has(task))
                this.lost.set(task, 'what was handed over of it was refused');
            return;
        }
        const result = await store.readResult(task);
        if (result !== undefined)
            await this.accept(result, arrival.attempt === attempt);
    }
    /** What did not succeed in an earlier attempt is done again, by us or by its own lane. */
    async accept(result, isFinal) {
        const { store } = this.request;
        const { task } = result;
        const isOwn = this.own.has(task);
        const isWhole = await hasBranch(store, result);
        if (isWhole && ((isFinal && !isOwn) || isGood(this.requireTask(task), result)))
            this.results.set(task, result);
        else if (isOwn)
            await reopenTask(store, task);
        else
            await forgetTask(store, task);
    }
    requireTask(id) {
        return this.tasks.get(id);
    }
}

;// CONCATENATED MODULE: ./lib/jobs/lane/patience.js


/** How long to wait between two looks at what others have done, in seconds. */
const first = 2;
const growth = 1.6;
const longest = 20;
/** After a server has refused or failed, up to this. */
const longestAfterTrouble = 120;
/** Spaces out requests: longer and longer, never in step with other jobs, and far apart while a server has trouble. */
class Patience {
    seconds = first;
    troubles = 0;
    /** Waits before the next look, or until it is told to stop. */
    async wait(signal) {
        const base = this.troubles === 0 ? this.seconds : Math.min(longestAfterTrouble, first * 2 ** this.troubles);
        this.seconds = Math.min(longest, this.seconds * growth);
        const jittered = base * (0.75 + Math.random() / 2);
        await (0,promises_.setTimeout)(jittered * 1000, undefined, { signal }).catch(() => { }); // told to stop: the caller sees that
    }
    /** Looks, and notes whether there was trouble. Undefined when there was. */
    async look(work, onTrouble) {
        try {
            const found = await work();
            this.troubles = 0;
            return found;
        }
        catch (error) {
            if (!(error instanceof transport/* TransportError */.w))
                throw error;
            this.troubles += 1;
            if (this.troubles === 1)
                onTrouble(error.message);
            return undefined;
        }
    }
}

// EXTERNAL MODULE: ./lib/model/refused-error.js
var refused_error = __webpack_require__(32366);
;// CONCATENATED MODULE: ./lib/jobs/lane/require-lane.js


/** The tasks of a lane in their order. Refuses a lane that is not from this plan: it would wait for itself. */
function requireLaneTasks({ tasks }, lane) {
    const byId = new Map(tasks.map(task => [task.id, task]));
    return lane.tasks.map((id, index) => {
        const task = byId.get(id);
        const later = task && (0,plan/* prerequisites */.a)(task).find(other => lane.tasks.indexOf(other) >= index);
        if (task !== undefined && later === undefined && lane.tasks.indexOf(id) === index)
            return task;
        const what = task === undefined ? `the plan has no task ${id}` : `${id} cannot come before ${later ?? id}`;
        throw new refused_error/* RefusedError */.f(`${lane.id} is not of this plan: ${what}. Give \`plan\`, \`tasks\` and \`agent\` to this step as to the one with \`command: plan\``);
    });
}

// EXTERNAL MODULE: ./lib/tasks/work/remove-task-folders.js
var remove_task_folders = __webpack_require__(52900);
// EXTERNAL MODULE: ./lib/tasks/work/task-worktree.js + 1 modules
var task_worktree = __webpack_require__(15667);
;// CONCATENATED MODULE: ./lib/jobs/lane/warm-up.js


/** A name that no task can have: the worktree where set-up runs ahead. */
const warmUpName = '_setup';
/**
 * Runs the set-up of a task that still waits, in a worktree of the base: what it downloads and builds is in the caches of the machine
 * when its real turn comes. How it ends does not matter.
 *
 * @returns Ends it, and takes away what it left.
 */
function startWarmUp(context, task) {
    if (task.setup === undefined)
        return async () => { };
    const stop = new AbortController();
    const signal = AbortSignal.any([context.signal, stop.signal]);
    const emit = () => { };
    const ahead = (0,task_worktree/* prepareWorktree */.T)({ ...context, signal, emit }, { ...task, id: warmUpName }, context.start);
    const ended = ahead.catch(() => { }); // the real one says what is wrong
    return async () => {
        stop.abort();
        await ended;
        await (0,remove_task_folders/* removeTaskFolders */.d)(context, warmUpName);
    };
}

;// CONCATENATED MODULE: ./lib/jobs/run-lane.js

















/** How long servers may have trouble before anything is begun, and in the end: a cancelled job is killed ten seconds after it was told. */
const patienceSeconds = { begin: 900, ended: 300, cancelled: 2 };
/** Between two tries to tell that a lane has ended, in seconds. */
const run_lane_longestPause = 20;
/**
 * Does the tasks of one lane in their order, for a run that other jobs work on as well. What a task builds on may be done in other
 * lanes: it is waited for. Each task is handed over when it has ended, and in the end all others of the lane, in whatever way that came.
 */
async function runLane(request) {
    const { repository, run, lane } = request;
    try {
        const tasks = requireLaneTasks(request.plan, lane);
        await (0,prepare_run/* requireAgents */.wu)(repository, request.plan, tasks);
        await (0,create_run/* createRun */.u)(repository, request);
        const lock = await (0,run_lock/* lockRun */.xR)(repository, run, request.emit);
        try {
            const context = await openLaneContext(request);
            return await new LaneWork(request, context, tasks).perform();
        }
        finally {
            await (0,run_lock/* unlockRun */.AM)(repository, lock);
        }
    }
    finally {
        await tellEnd(request);
    }
}
async function openLaneContext(request) {
    const { cancelled, deadline, base } = request;
    const signal = AbortSignal.any([cancelled, deadline]);
    return (0,open_context/* openContext */.e)({ ...request, start: base, maxParallel: 1, failFast: false, signal });
}
/** Others must not wait for us: this is told even when nothing else went well. */
async function tellEnd({ transport, lane, cancelled, emit }) {
    for (let pause = 1;; pause *= 4) {
        try {
            await transport.endLane(lane);
            return;
        }
        catch (error) {
            if (cancelled.aborted || pause > run_lane_longestPause) {
                const { message } = error;
                emit({ kind: 'notice', text: `other lanes could not be told that this one has ended: ${message}` });
                return;
            }
            await (0,promises_.setTimeout)(pause * 1000, undefined, { signal: cancelled }).catch(() => { }); // cancelled: one more time
        }
    }
}
class LaneWork {
    request;
    context;
    tasks;
    endedLanes;
    known;
    giver;
    constructor(request, context, tasks) {
        const notice = (text) => request.emit({ kind: 'notice', text });
        this.request = request;
        this.context = context;
        this.tasks = tasks;
        this.endedLanes = new EndedLanes({ ...request, notice });
        this.known = new KnownTasks({ ...request, endedLanes: this.endedLanes, store: context.store, notice });
        this.giver = new Giver(request.transport);
    }
    async perform() {
        const { plan, run, emit, attempt } = this.request;
        emit({
            kind: 'run-started',
            run,
            plan: plan.name,
            tasks: this.tasks,
            maxParallel: 1,
            resumed: attempt > 1,
        });
        await (0,repair_run/* repairRun */.b)(this.context);
        if (this.isWaitedFor())
            await this.endedLanes.begin(this.request.lane);
        await this.takeUp();
        for (const task of this.tasks)
            if (!this.known.results.has(task.id))
                await this.end(task);
        const notGiven = await this.giver.settle(this.request.cancelled.aborted ? patienceSeconds.cancelled : patienceSeconds.ended);
        await this.context.harness.trash.settled();
        await (0,remove_local_state/* removeLocalState */.j)(this.context.paths);
        return { results: this.tasks.map(({ id }) => this.known.results.get(id)), notGiven };
    }
    /** Finds out what need not be done again. Without knowing that, nothing is begun: it could have been paid for already. */
    async takeUp() {
        const patience = new Patience();
        const left = await this.known.readLeft();
        for (const task of left)
            this.tell(task);
        await this.giver.give(left);
        const giveUpAt = Date.now() + patienceSeconds.begin * 1000;
        while (!this.context.signal.aborted && !(await this.look(patience))) {
            if (Date.now() > giveUpAt)
                throw new transport/* TransportError */.w('nothing was started: what other jobs have done cannot be read');
            await patience.wait(this.context.signal);
        }
        const earlier = this.tasks.filter(({ id }) => this.known.results.has(id) && !left.includes(id));
        for (const { id } of earlier)
            this.tell(id);
    }
    async look(patience) {
        const look = () => this.known.look().then(() => true);
        const notice = (reason) => this.request.emit({ kind: 'notice', text: `${reason}; tried again` });
        return (await patience.look(look, notice)) ?? false;
    }
    /** A task that was not begun is not handed over: that would stand before what an earlier attempt came to. */
    async end(task) {
        const readiness = await this.untilReady(task);
        const result = await this.toResult(task, readiness);
        this.known.results.set(task.id, result);
        this.tell(task.id);
        if (readiness.kind !== 'waiting')
            await this.giver.give([task.id]);
    }
    toResult(task, readiness) {
        switch (readiness.kind) {
            case 'ready':
                return this.performTask(task);
            case 'blocked':
                return (0,end_task/* endWithoutWork */.L0)(this.context, task, 'blocked', readiness.reason);
            case 'waiting':
                return (0,end_task/* endWithoutWork */.L0)(this.context, task, 'cancelled', this.toStopReason());
        }
    }
    /** Looks for what a task builds on until that is here, or never will be, or it is time to stop (`waiting`). */
    async untilReady(task) {
        const { context, known } = this;
        const patience = new Patience();
        let endWarmUp = async () => { };
        try {
            for (let round = 0;; round++) {
                const readiness = known.readinessOf(task);
                if (context.signal.aborted)
                    return { kind: 'waiting', for: [] };
                if (readiness.kind !== 'waiting')
                    return readiness;
                if (round === 1) {
                    context.emit({ kind: 'waiting', task: task.id, for: readiness.for });
                    endWarmUp = startWarmUp(context, task);
                }
                if (round > 0)
                    await patience.wait(context.signal);
                await this.look(patience);
                await this.giver.give([]);
            }
        }
        finally {
            await endWarmUp();
        }
    }
    async performTask(task) {
        const { context, known } = this;
        context.emit({ kind: 'task-started', task: task.id, attempts: task.retries + 1 });
        // Trouble of ours, such as a full disk, ends one task and not the lane. What the agent left is kept by the next start.
        return (0,perform_task/* performTask */.V)(context, task, known.results).catch((error) => (0,end_task/* endWithoutWork */.L0)(context, task, 'infrastructure-error', error.message));
    }
    /** Whether other lanes build on this one. */
    isWaitedFor() {
        const own = new Set(this.request.lane.tasks);
        return this.request.plan.tasks.some(task => !own.has(task.id) && (0,plan/* prerequisites */.a)(task).some(id => own.has(id)));
    }
    tell(id) {
        const result = this.known.results.get(id);
        if (result !== undefined)
            this.context.emit({ kind: 'task-ended', task: id, result });
    }
    toStopReason() {
        const why = this.request.cancelled.aborted ? 'the job was cancelled' : 'the deadline of the job came';
        return `${why} before it started`;
    }
}

// EXTERNAL MODULE: ./lib/report/text/duration.js
var duration = __webpack_require__(53438);
// EXTERNAL MODULE: ./lib/report/markdown/markdown.js
var markdown = __webpack_require__(62189);
// EXTERNAL MODULE: ./lib/report/markdown/page.js
var page = __webpack_require__(63019);
;// CONCATENATED MODULE: ./lib/report/markdown/lane-summary.js



const head = '| task | outcome | tries | time | files | cost | why |\n| --- | --- | ---: | ---: | ---: | ---: | --- |';
/** The most that one row says about why, in characters. */
const longestReason = 1000;
/** What came of the tasks of a lane, as a page. */
function toLaneSummary({ name, run, results, notGiven, maxBytes }) {
    const cost = (0,duration/* tryCostText */.WS)((0,duration/* sumKnown */.z_)(results.map(({ costUsd }) => costUsd)));
    const rows = results.map(result => ({ text: toRow(result), isImportant: result.outcome !== 'succeeded' }));
    const lost = notGiven.map(({ task, reason }) => ({
        text: `- \`${task}\`: ${(0,markdown/* toMarkdownText */.u9)(reason)}`,
        isImportant: true,
    }));
    return (0,page/* toPage */.Z)([
        (0,page/* toText */.f)(`## ${(0,markdown/* toMarkdownText */.u9)(name)}`),
        (0,page/* toText */.f)(`Run \`${run}\`${cost === undefined ? '' : ` · ${cost}`}`),
        { kind: 'rows', head, rows, more: hidden => `… and ${hidden} more.` },
        { kind: 'rows', head: '### Not handed over\n', rows: lost, more: hidden => `… and ${hidden} more.` },
    ], maxBytes);
}
function toRow(result) {
    const cells = [
        `\`${result.task}\``,
        result.outcome,
        String(result.attempts),
        result.startedAt === null ? '–' : (0,duration/* toClock */.QI)(result.seconds),
        result.filesChanged === null ? '–' : String(result.filesChanged),
        (0,duration/* tryCostText */.WS)(result.costUsd) ?? '–',
        (0,markdown/* toMarkdownText */.u9)((result.reason ?? '').slice(0, longestReason)),
    ];
    return `| ${cells.join(' | ')} |`;
}

// EXTERNAL MODULE: ./lib/report/text/text.js
var text_text = __webpack_require__(41193);
;// CONCATENATED MODULE: ./lib/action/github/github-job-watch.js

/** Reads the jobs of this workflow run from GitHub. Undefined where it cannot be asked at all. */
async function tryOpenJobWatch({ inputs, env, }) {
    const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
    const run_id = Number(env.GITHUB_RUN_ID);
    if (inputs.githubToken === '' || repo === '' || !Number.isSafeInteger(run_id) || !env.GITHUB_API_URL)
        return undefined;
    const { getOctokit } = await __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351));
    const octokit = getOctokit(inputs.githubToken, { baseUrl: env.GITHUB_API_URL });
    return new GithubJobWatch(octokit, { owner, repo, run_id }, env.RUNNER_NAME ?? '');
}
class GithubJobWatch {
    octokit;
    run;
    runner;
    constructor(octokit, run, runner) {
        this.octokit = octokit;
        this.run = run;
        this.runner = runner;
    }
    /** A runner does one job at a time. */
    async readOwnJob() {
        if (this.runner === '')
            return undefined;
        const jobs = await this.readJobs();
        const own = jobs.filter(job => job.status === 'in_progress' && job.runner_name === this.runner);
        return own.length === 1 ? String(own[0]?.id) : undefined;
    }
    async readEndedJobs() {
        const jobs = await this.readJobs();
        return new Set(jobs.filter(({ status }) => status === 'completed').map(({ id }) => String(id)));
    }
    /** Each as it was started last. */
    async readJobs() {
        const { paginate, rest } = this.octokit;
        try {
            const request = { ...this.run, filter: 'latest', per_page: 100 };
            return await paginate(rest.actions.listJobsForWorkflowRun, request);
        }
        catch (error) {
            throw new transport/* TransportError */.w(`lanes whose jobs die are only given up at the deadline: the jobs of this run could not be read (${error.message}); give the job \`permissions: { actions: read }\``, { cause: error });
        }
    }
}

// EXTERNAL MODULE: ./lib/action/job/job.js
var job_job = __webpack_require__(81205);
// EXTERNAL MODULE: ./lib/action/job/job-repository.js
var job_repository = __webpack_require__(31726);
// EXTERNAL MODULE: ./lib/action/output/run-log.js + 1 modules
var run_log = __webpack_require__(92308);
// EXTERNAL MODULE: ./lib/action/commands/job-run.js
var job_run = __webpack_require__(72722);
// EXTERNAL MODULE: ./lib/action/commands/load-job-plan.js + 2 modules
var load_job_plan = __webpack_require__(37109);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/run/run-paths.js
var run_paths = __webpack_require__(24045);
// EXTERNAL MODULE: ./lib/run/run-store.js
var run_store = __webpack_require__(74372);
// EXTERNAL MODULE: ./lib/jobs/handover/artifact-name.js
var artifact_name = __webpack_require__(33484);
// EXTERNAL MODULE: ./lib/jobs/handover/limits.js
var limits = __webpack_require__(62568);
// EXTERNAL MODULE: ./lib/jobs/handover/read-handovers.js + 11 modules
var read_handovers = __webpack_require__(51562);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
;// CONCATENATED MODULE: ./lib/git/remote/bundle.js


/** Writes all that is in the history of a ref and not in that of the base. Fails when that is nothing. */
async function writeBundle(repository, { path, ref, base }) {
    await (0,run_git/* runGit */.EO)(repository.place, ['bundle', 'create', '--quiet', (0,external_node_path_.resolve)(path), ref, `^${base}`]);
}

// EXTERNAL MODULE: ./lib/jobs/handover/handover-files.js
var handover_files = __webpack_require__(36149);
// EXTERNAL MODULE: ./lib/jobs/handover/manifest.js + 1 modules
var handover_manifest = __webpack_require__(20593);
;// CONCATENATED MODULE: ./lib/jobs/handover/write-handover.js










/**
 * Writes what a task that has ended came to as files for another job: a manifest, and a bundle each for its branch and for what
 * was kept of it. The manifest comes last and at once, so a folder with a manifest is complete.
 *
 * @returns The paths of the files.
 */
async function writeHandover(repository, request) {
    const { run, attempt, task, folder } = request;
    const store = new run_store/* RunStore */.n(repository, run);
    const files = (0,handover_files/* toHandoverFiles */.s)(task);
    const { refs } = store;
    const [plan, base] = [await requireRef(store, refs.plan), await requireRef(store, refs.base)];
    const result = await requireResult(store, task);
    await (0,external_node_fs_promises_.mkdir)(folder, { recursive: true });
    for (const name of Object.values(files))
        await (0,external_node_fs_promises_.rm)((0,external_node_path_.join)(folder, name), { force: true });
    const write = async (name, ref) => {
        await writeBundle(repository, { path: (0,external_node_path_.join)(folder, name), ref, base });
        return readFacts((0,external_node_path_.join)(folder, name));
    };
    const tree = result.commit === null ? undefined : await requireTree(store, task, result.commit);
    const kept = result.kept === null ? undefined : await requireRef(store, refs.kept(task));
    const manifest = {
        version: 1,
        run,
        attempt,
        task,
        plan,
        base,
        result,
        branch: tree === undefined ? null : { tree, bundle: await write(files.branch, refs.branch(task)) },
        kept: kept === undefined ? null : { commit: kept, bundle: await write(files.kept, refs.kept(task)) },
        log: (await store.readLog(task)) ?? null,
    };
    await writeManifest((0,external_node_path_.join)(folder, files.manifest), manifest);
    const names = [
        ...(manifest.branch === null ? [] : [files.branch]),
        ...(manifest.kept === null ? [] : [files.kept]),
    ];
    return [files.manifest, ...names].map(name => (0,external_node_path_.join)(folder, name));
}
async function requireRef(store, ref) {
    const id = await store.resolve(ref);
    if (id === undefined)
        throw new refused_error/* RefusedError */.f(`there is no ${ref}: nothing of that can be handed over`);
    return id;
}
async function requireResult(store, task) {
    const result = await store.readResult(task);
    if (result !== undefined)
        return result;
    throw new refused_error/* RefusedError */.f(`task ${task} of run ${store.run} has no result yet: there is nothing to hand over`);
}
async function requireTree(store, task, commit) {
    const ref = store.refs.branch(task);
    if ((await requireRef(store, ref)) !== commit)
        throw new refused_error/* RefusedError */.f(`${ref} is not at ${commit}, where task ${task} ended: move it back`);
    return requireRef(store, `${ref}^{tree}`);
}
async function readFacts(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return { bytes: (await (0,external_node_fs_promises_.stat)(path)).size, sha256: hash.digest('hex') };
}
async function writeManifest(path, manifest) {
    await (0,external_node_fs_promises_.writeFile)(`${path}.part`, (0,handover_manifest/* toManifestText */.M)(manifest));
    await (0,external_node_fs_promises_.rename)(`${path}.part`, path);
}

// EXTERNAL MODULE: ./lib/jobs/transport/artifact-store.js
var artifact_store = __webpack_require__(93158);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/plan/schema/id-pattern.js
var id_pattern = __webpack_require__(19781);
;// CONCATENATED MODULE: ./lib/jobs/transport/lane-note.js



const laneNoteSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    /** Of the workflow run, from 1. */
    attempt: schemas/* number */.aig().int().positive(),
    /** Which job of the workflow run does the lane; null where that is not said. */
    job: schemas/* string */.YjP().max(100).nullable(),
    tasks: schemas/* array */.YOg(schemas/* string */.YjP().regex(id_pattern/* idPattern */.a)).max(10_000),
});
function toLaneNoteText({ tasks }, attempt, job) {
    return (0,run_store/* toJson */.a)({ version: 1, attempt, job, tasks: [...tasks] });
}
/** Undefined where the text is something else: whoever forges a note only says nothing. */
function tryReadLaneNote(text) {
    return laneNoteSchema.safeParse(tryParse(text)).data;
}
function tryParse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined; // the schema says no to that
    }
}

;// CONCATENATED MODULE: ./lib/jobs/transport/artifacts-transport.js











const noteFile = 'lane.json';
/** Jobs that may write nothing to the repository exchange a run by artifacts, one a task. Nobody trusts what others hand over. */
class ArtifactsTransport {
    request;
    store;
    folder;
    /** Names that we have begun to fill. */
    begun = new Set();
    given = new Set();
    /** Names that were answered with. */
    seen = new Set();
    /** By the name of their artifact. */
    notes = new Map();
    constructor(request) {
        this.request = request;
        this.store = new run_store/* RunStore */.n(request.repository, request.run);
        this.folder = (0,external_node_path_.join)((0,run_paths/* toRunPaths */.FZ)(request.repository, request.run).state, 'handovers');
    }
    async give(task) {
        if (this.given.has(task))
            return;
        const { repository, run, attempt } = this.request;
        const folder = (0,external_node_path_.join)(this.folder, 'given', task);
        const files = await writeHandover(repository, { run, attempt, task, folder });
        await this.upload(copy => (0,artifact_name/* toArtifactName */.xy)({ run, attempt, task, copy }), files, folder);
        this.given.add(task);
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
    async take(tasks) {
        const known = await this.store.readResults(tasks);
        const missing = new Set(tasks.filter(task => !known.has(task)));
        const fresh = (0,artifact_name/* toLatestArtifacts */.sW)(await this.request.artifacts.list(), this.request).filter(name => missing.has(name.task) && !this.seen.has((0,artifact_name/* toArtifactName */.xy)(name)));
        if (fresh.length === 0)
            return [];
        const folder = (0,external_node_path_.join)(this.folder, 'taken');
        try {
            const { arrived, refused } = await this.downloadAll(fresh, folder);
            const arrivals = [...refused, ...(await this.takeIn(arrived))];
            for (const name of fresh)
                this.seen.add((0,artifact_name/* toArtifactName */.xy)(name));
            return arrivals;
        }
        finally {
            await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
        }
    }
    async beginLane(lane, job) {
        await this.note('begin', lane, job);
    }
    async readBegunLanes() {
        const attempts = Array.from({ length: this.request.attempt }, (_, index) => index + 1);
        const notes = await this.readNotes('begin', attempts);
        return notes.flatMap(({ job, tasks }) => (job === null ? [] : [{ job, tasks }]));
    }
    async endLane(lane) {
        await this.note('lane', lane, null);
    }
    async readEndedTasks() {
        const notes = await this.readNotes('lane', [this.request.attempt]);
        return new Set(notes.flatMap(({ tasks }) => tasks));
    }
    async note(kind, lane, job) {
        const { run, attempt } = this.request;
        const folder = (0,external_node_path_.join)(this.folder, kind);
        await (0,external_node_fs_promises_.mkdir)(folder, { recursive: true });
        const path = (0,external_node_path_.join)(folder, noteFile);
        await (0,external_node_fs_promises_.writeFile)(path, toLaneNoteText(lane, attempt, job));
        const name = (0,artifact_name/* toLaneArtifactName */.ro)(run, attempt, kind, lane.id);
        await this.upload(copy => (copy === 1 ? name : `${name}.${copy}`), [path], folder);
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
    async readNotes(kind, attempts) {
        const { artifacts, run } = this.request;
        const all = await artifacts.list();
        const names = attempts.flatMap(attempt => (0,artifact_name/* listLaneArtifacts */.mR)(all, run, attempt, kind));
        for (const name of names)
            if (!this.notes.has(name))
                this.notes.set(name, await this.readNote(name));
        return names.flatMap(name => this.notes.get(name) ?? []);
    }
    /** A name that we have begun to fill before, without success, is used up: then there is another. */
    async upload(toName, files, root) {
        const { artifacts } = this.request;
        for (let copy = 1; copy <= artifact_name/* mostCopies */.VH; copy++) {
            const name = toName(copy);
            const isOurs = this.begun.has(name);
            this.begun.add(name);
            if ((await artifacts.upload(name, files, root)) === 'stored')
                return;
            if (!isOurs)
                throw new Error(`there is an artifact ${name} already, and it is not from this job`);
            if ((await artifacts.list()).includes(name))
                return; // only the answer was lost
        }
        throw new transport/* TransportError */.w(`all names of the artifact ${toName(1)} are used up`);
    }
    /** All or none: a task is only taken with what it builds on. */
    async downloadAll(names, folder) {
        const downloads = { arrived: [], refused: [] };
        for (const name of names) {
            const place = (0,external_node_path_.join)(folder, (0,artifact_name/* toArtifactName */.xy)(name));
            try {
                await this.download((0,artifact_name/* toArtifactName */.xy)(name), place);
                downloads.arrived.push({ task: name.task, attempt: name.attempt, folder: place });
            }
            catch (error) {
                if (!(error instanceof artifact_store/* DamagedArtifactError */.o))
                    throw error;
                downloads.refused.push({ task: name.task, kind: 'refused', reason: error.message });
            }
        }
        return downloads;
    }
    async download(name, folder) {
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
        await (0,external_node_fs_promises_.mkdir)(folder, { recursive: true });
        await this.request.artifacts.download(name, folder);
    }
    async takeIn(handovers) {
        const { repository, run, start } = this.request;
        const { answers } = await (0,read_handovers/* readHandovers */.f)(repository, { run, start, handovers, limits: limits/* handoverLimits */.k });
        const attempts = new Map(handovers.map(({ task, attempt }) => [task, attempt]));
        return answers.map(answer => answer.kind === 'refused'
            ? answer
            : { task: answer.task, kind: 'taken', attempt: attempts.get(answer.task) ?? 1 });
    }
    async readNote(name) {
        const folder = (0,external_node_path_.join)(this.folder, 'note');
        try {
            await this.download(name, folder);
            const text = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(folder, noteFile), 'utf8').catch(() => ''); // not there: says nothing
            return tryReadLaneNote(text);
        }
        catch (error) {
            if (error instanceof artifact_store/* DamagedArtifactError */.o)
                return undefined;
            throw error;
        }
        finally {
            await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
        }
    }
}

// EXTERNAL MODULE: ./lib/git/refs/refs.js
var refs_refs = __webpack_require__(89025);
// EXTERNAL MODULE: ./lib/git/remote/push-refs.js
var push_refs = __webpack_require__(23010);
// EXTERNAL MODULE: ./lib/run/run-refs.js
var run_refs = __webpack_require__(20995);
;// CONCATENATED MODULE: ./lib/jobs/transport/refs-transport.js







/** Direct mode: jobs that may write to the repository exchange a run by its refs there. */
class RefsTransport {
    request;
    store;
    /** The results that were answered with, so that one is not taken twice. */
    seen = new Map();
    /** By the id of their blob. */
    notes = new Map();
    constructor(request) {
        this.request = request;
        this.store = new run_store/* RunStore */.n(request.repository, request.run);
    }
    /** Whoever has the refs of one task knows the run: its plan and base go with them. */
    async give(task) {
        const { refs } = this.store;
        const attempt = await this.store.writeJson({ attempt: this.request.attempt });
        await this.store.pointRefs([[refs.attempt(task), attempt]]);
        await this.push([refs.plan, refs.base, ...this.toTaskRefs(task)]);
    }
    async take(tasks) {
        const known = await this.store.readResults(tasks);
        const remote = await this.readRemote(`${run_refs/* stateRefs */.sd}${this.request.run}/results/`);
        const missing = tasks.filter(task => !known.has(task));
        const fresh = missing.filter(task => {
            const id = remote.get(this.store.refs.result(task));
            return id !== undefined && id !== this.seen.get(task);
        });
        if (fresh.length === 0)
            return [];
        await this.fetch(fresh);
        const answers = await Promise.all(fresh.map(task => this.inspect(task)));
        return answers.filter(answer => answer !== undefined);
    }
    async beginLane(lane, job) {
        await this.note(this.store.refs.begun(lane.id), toLaneNoteText(lane, this.request.attempt, job));
    }
    async readBegunLanes() {
        const notes = await this.readNotes(this.store.refs.begun(''));
        return notes.flatMap(({ job, tasks }) => (job === null ? [] : [{ job, tasks }]));
    }
    async endLane(lane) {
        await this.note(this.store.refs.lane(lane.id), toLaneNoteText(lane, this.request.attempt, null));
    }
    async readEndedTasks() {
        const notes = await this.readNotes(this.store.refs.lane(''));
        return new Set(notes.filter(({ attempt }) => attempt === this.request.attempt).flatMap(({ tasks }) => tasks));
    }
    async note(ref, text) {
        await this.store.pointRefs([[ref, await this.store.writeText(text)]]);
        await this.push([ref]);
    }
    async readNotes(prefix) {
        const remote = await this.readRemote(prefix);
        const fresh = [...remote].filter(([, id]) => !this.notes.has(id));
        if (fresh.length > 0)
            await this.fetchRefs(fresh.map(([ref]) => ref));
        for (const [, id] of fresh) {
            const object = await this.request.repository.objects.read(id);
            this.notes.set(id, object?.type === 'blob' ? tryReadLaneNote(object.content.toString('utf8')) : undefined);
        }
        return [...remote.values()].flatMap(id => this.notes.get(id) ?? []);
    }
    toTaskRefs(task) {
        const { refs } = this.store;
        return [refs.branch(task), refs.kept(task), refs.log(task), refs.attempt(task), refs.result(task)];
    }
    async push(names) {
        const { repository, access } = this.request;
        const refs = await (0,refs_refs/* listRefs */.Dy)(repository, names);
        const push = await (0,push_refs/* pushRefs */.NV)(repository, access, refs.filter(({ name }) => names.includes(name)));
        if (push.kind === 'refused')
            throw new transport/* TransportError */.w(`could not be pushed: ${push.reason}`);
    }
    async fetch(tasks) {
        const { run } = this.request;
        const wanted = new Set(tasks.flatMap(task => this.toTaskRefs(task)));
        const remote = [
            ...(await this.readRemote(`${run_refs/* stateRefs */.sd}${run}/`)).keys(),
            ...(await this.readRemote(`${run_refs/* branchRefs */.DI}${run}/`)).keys(),
        ];
        await this.fetchRefs(remote.filter(name => wanted.has(name)));
    }
    /** What came of a task; undefined when only half of it is there yet: refs of one push do not appear all at once. */
    async inspect(task) {
        const { refs } = this.store;
        const id = await this.store.resolve(refs.result(task));
        if (id === undefined)
            return undefined;
        const result = await this.store.readResult(task);
        const problem = result === undefined ? 'its result cannot be read' : this.tryProblem(task, result);
        if (problem !== undefined)
            return this.refuse(task, id, problem);
        const isWhole = (await this.store.resolve(refs.branch(task))) === (result?.commit ?? undefined);
        const attempt = await this.store.readJson(refs.attempt(task), attemptSchema);
        if (!isWhole || attempt === undefined) {
            await this.store.pointRefs([[refs.result(task), undefined]]);
            return undefined;
        }
        this.seen.set(task, id);
        return { task, kind: 'taken', attempt: attempt.attempt };
    }
    tryProblem(task, result) {
        if (result.task !== task)
            return `its result is that of ${result.task}`;
        if ((result.outcome === 'succeeded') !== (result.commit !== null))
            return `its result does not match: it is ${result.outcome}, ${result.commit === null ? 'without' : 'with'} a branch`;
        return undefined;
    }
    async refuse(task, id, reason) {
        this.seen.set(task, id);
        await this.store.pointRefs(this.toTaskRefs(task).map(ref => [ref, undefined]));
        return { task, kind: 'refused', reason };
    }
    async readRemote(prefix) {
        const { repository, access } = this.request;
        const remote = await (0,push_refs/* readRemoteRefs */.Jg)(repository, access, prefix);
        if (remote.kind === 'unreachable')
            throw new transport/* TransportError */.w(`could not be read: ${remote.reason}`);
        return remote.refs;
    }
    async fetchRefs(names) {
        const failure = await (0,push_refs/* tryFetchRefs */.uU)(this.request.repository, this.request.access, names);
        if (failure !== undefined)
            throw new transport/* TransportError */.w(`could not be fetched: ${failure}`);
    }
}
const attemptSchema = schemas/* object */.Ikc({ attempt: schemas/* number */.aig().int().positive() });

// EXTERNAL MODULE: ./lib/action/artifacts/artifact-store.js + 1 modules
var artifacts_artifact_store = __webpack_require__(77037);
// EXTERNAL MODULE: ./lib/action/github/remote-access.js
var remote_access = __webpack_require__(21879);
;// CONCATENATED MODULE: ./lib/action/commands/open-transport.js




/** How this job exchanges its run with others: by refs where it may push, else by artifacts. */
async function openTransport(job, repository, { run, attempt, base }) {
    if (job.inputs.push)
        return new RefsTransport({ repository, run, attempt, access: (0,remote_access/* requireRemoteAccess */._)(job, repository) });
    const artifacts = await (0,artifacts_artifact_store/* openArtifactStore */.k)(job.env);
    return new ArtifactsTransport({ repository, run, attempt, start: base, artifacts });
}

;// CONCATENATED MODULE: ./lib/action/commands/lane-command.js













/** `command: run` with a lane: the tasks of that lane, one after another, for a run that other jobs work on as well. */
function laneCommand(job) {
    return (0,job_repository/* withJobRepository */.S)(job, async (repository) => {
        const { lane, dryRun } = job.inputs;
        if (lane === undefined)
            throw new refused_error/* RefusedError */.f('this step needs the input `lane`');
        const run = await (0,job_run/* requireJobRun */.W)(job, repository, (0,load_job_plan/* loadJobPlan */.F)(job, repository));
        if (dryRun)
            return preview(job, lane);
        const outcome = await perform(job, repository, run, lane);
        return toResult(job, run, lane, outcome);
    });
}
function preview({ log }, { id, tasks }) {
    const text = `${id} would do ${tasks.join(' → ')}; nothing was started (dry-run: true)`;
    log.line(text);
    return { outputs: {}, summary: `${text}\n`, annotations: [], failure: undefined };
}
async function perform(job, repository, run, lane) {
    const { inputs, log, signal } = job;
    const transport = await openTransport(job, repository, run);
    const deadline = AbortSignal.timeout(inputs.deadlineMinutes * 60_000);
    deadline.addEventListener('abort', () => log.line(`the deadline has come (${inputs.deadlineMinutes} minutes): agents are ended, their work is kept`));
    const emit = (0,run_log/* toRunLog */.$)(log, run.plan);
    const watch = await tryOpenJobWatch(job);
    return runLane({ ...run, repository, lane, transport, watch, cancelled: signal, deadline, emit });
}
function toResult(job, { run, plan }, { name }, outcome) {
    const { results, notGiven } = outcome;
    const missed = results.filter(result => !isFine(plan, result));
    const cost = (0,duration/* sumKnown */.z_)(results.map(({ costUsd }) => costUsd));
    for (const { task, reason } of notGiven)
        job.log.line(`${task} was not handed over: ${(0,text_text/* toPlainLine */.Ic)(reason)}`);
    return {
        outputs: {
            run,
            'failed-tasks': JSON.stringify(missed.map(({ task }) => task)),
            'total-cost-usd': cost === null ? '' : String(Math.round(cost * 1e6) / 1e6),
        },
        summary: toLaneSummary({ name, run, results, notGiven, maxBytes: job_job/* mostSummaryBytes */.F }),
        annotations: missed.filter(isOwnFault).map(toAnnotation),
        failure: toFailure(outcome, missed),
    };
}
function isFine({ tasks }, result) {
    const task = tasks.find(({ id }) => id === result.task);
    return task !== undefined && isGood(task, result);
}
/** Whether a task failed by itself, and not because another one did or the job was stopped. */
function isOwnFault({ outcome }) {
    return outcome !== 'blocked' && outcome !== 'cancelled';
}
function toAnnotation({ task, outcome, reason }) {
    return { level: 'error', title: `${task}: ${outcome}`, message: (0,text_text/* toPlainLine */.Ic)(reason ?? '') || outcome };
}
/** Red, so that "Re-run failed jobs" does again what is missing. */
function toFailure({ results, notGiven }, missed) {
    const sentences = [
        ...(missed.length === 0
            ? []
            : [
                `${missed.length} of ${results.length} tasks did not succeed: ${missed.map(({ task }) => task).join(', ')}`,
            ]),
        ...notGiven.map(({ task, reason }) => `${task} was not handed over: ${(0,text_text/* toPlainLine */.Ic)(reason)}`),
    ];
    return sentences.length === 0 ? undefined : sentences.join('\n');
}


/***/ }),

/***/ 56804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ai: () => (/* binding */ findOlderRuns),
  wu: () => (/* binding */ requireAgents),
  VF: () => (/* binding */ requireReady)
});

// EXTERNAL MODULE: ./lib/agents/find-agents.js
var find_agents = __webpack_require__(48486);
// EXTERNAL MODULE: ./lib/model/refused-error.js
var refused_error = __webpack_require__(32366);
// EXTERNAL MODULE: ./lib/git/repository/open-filters.js
var open_filters = __webpack_require__(28783);
// EXTERNAL MODULE: ./lib/git/attributes/attributes.js
var attributes_attributes = __webpack_require__(37119);
;// CONCATENATED MODULE: ./lib/git/attributes/filters.js



/** Refuses a commit whose files go through such a filter: without it, other contents would be committed than the user wants. */
async function requireClosedFilters(repository, commit) {
    const open = (0,open_filters/* findOpenFilters */.H)(repository);
    if (open.length === 0)
        return;
    const attributes = await (0,attributes_attributes/* readAttributes */.w)({ repository, place: repository.place }, commit);
    const used = open.find(({ name }) => attributes.split(/\s+/).includes(`filter=${name}`));
    if (used === undefined)
        return;
    throw new refused_error/* RefusedError */.f(`the filter ${used.name} runs something that agents can change (${used.word}, relative to the worktree): ` +
        `name it by an absolute path outside of the repository, in place of "${used.command}"`);
}

// EXTERNAL MODULE: ./lib/git/refs/refs.js
var refs = __webpack_require__(89025);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
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
// EXTERNAL MODULE: ./lib/integration/land/read-target.js + 1 modules
var read_target = __webpack_require__(24896);
;// CONCATENATED MODULE: ./lib/plan/schema/starter-plan.js
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

// EXTERNAL MODULE: ./lib/plan/schema/stored-plan.js
var stored_plan = __webpack_require__(45574);
// EXTERNAL MODULE: ./lib/run/claim-run.js
var claim_run = __webpack_require__(78581);
// EXTERNAL MODULE: ./lib/run/run-lock.js + 1 modules
var run_lock = __webpack_require__(53970);
// EXTERNAL MODULE: ./lib/run/run-refs.js
var run_refs = __webpack_require__(20995);
// EXTERNAL MODULE: ./lib/run/run-store.js
var run_store = __webpack_require__(74372);
// EXTERNAL MODULE: ./lib/commands/target/find-target.js
var find_target = __webpack_require__(21597);
;// CONCATENATED MODULE: ./lib/commands/prepare-run.js














/** Finds everything that is missing or wrong before anything is started, and says what the user should know. */
async function requireReady(repository, { plan, notices }, emit) {
    const target = await (0,find_target/* findTarget */.F)(repository, plan);
    const { agent } = plan.integration;
    const problems = [
        ...(await findTaskProblems(repository, plan, plan.tasks, agent === undefined ? [] : [agent])),
        ...(await findRepositoryProblems(repository, target)),
    ];
    if (problems.length > 0)
        throw new refused_error/* RefusedError */.f(problems.join('\n'));
    await requireClosedFilters(repository, target.commit);
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
    if (await (0,worktree_target/* hasUncommittedChanges */.BX)(repository)) {
        emit({
            kind: 'notice',
            text: 'you have uncommitted changes: agents start from the last commit, without them',
        });
    }
    return target;
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
/** Refuses tasks of a plan whose agents are not installed, or that do not say what shall be done. */
async function requireAgents(repository, plan, tasks) {
    const problems = await findTaskProblems(repository, plan, tasks, []);
    if (problems.length > 0)
        throw new refused_error/* RefusedError */.f(problems.join('\n'));
}
/** @param others Agents that are needed besides those of the tasks. */
async function findTaskProblems(repository, plan, tasks, others) {
    const used = new Set([...tasks.map(task => task.agent), ...others]);
    const agents = Object.values(plan.agents).filter(({ name }) => used.has(name));
    return [...(await (0,find_agents/* findMissingAgents */.O)(agents, repository.env)), ...tasks.flatMap(toPromptProblem)];
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
    const state = await (0,read_target/* readTarget */._)(repository, branch);
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
// EXTERNAL MODULE: ./lib/run/attempt-record.js
var attempt_record = __webpack_require__(80700);
// EXTERNAL MODULE: ./lib/run/command-environment.js
var command_environment = __webpack_require__(34648);
// EXTERNAL MODULE: ./lib/run/run-paths.js
var run_paths = __webpack_require__(24045);
// EXTERNAL MODULE: ./lib/tasks/work/remove-task-folders.js
var remove_task_folders = __webpack_require__(52900);
// EXTERNAL MODULE: ./lib/tasks/work/task-worktree.js + 1 modules
var task_worktree = __webpack_require__(15667);
// EXTERNAL MODULE: ./lib/git/worktree/worktree.js
var worktree_worktree = __webpack_require__(71711);
// EXTERNAL MODULE: ./lib/tasks/work/collect-work.js
var collect_work = __webpack_require__(46948);
// EXTERNAL MODULE: ./lib/tasks/work/hold-work.js
var hold_work = __webpack_require__(15643);
// EXTERNAL MODULE: ./lib/tasks/work/keep-work.js + 1 modules
var keep_work = __webpack_require__(13560);
;// CONCATENATED MODULE: ./lib/tasks/rescue/rescue-task.js









/** Names of worktrees that hold what could not be kept. */
const leftPrefix = '_left-';
/** The tasks of a run that have something on this machine, in no plan or in any. */
async function listTaskFolders({ paths }) {
    const names = await Promise.all([paths.tasks, paths.worktrees].map(folder => (0,promises_.readdir)(folder).catch(() => [])));
    return [...new Set(names.flat())].filter(name => !name.startsWith('_'));
}
/**
 * Puts all that a task has on this machine onto refs, and only then takes it away: the files of its worktree, and the commits
 * in its git directory, also when the files are gone. What cannot be put there stays, out of the way.
 */
async function rescueTask(context, task, reason) {
    const worktree = (0,task_worktree/* toTaskWorktree */.S)(context, task);
    if (!(0,plain_file/* isFolder */.lQ)(worktree.path) && !(0,plain_file/* isFolder */.lQ)(worktree.gitDirectory))
        return { kind: 'kept' };
    try {
        const [problem] = await keepAll(context, task, reason);
        if (problem !== undefined)
            return await setAside(context, task, problem);
        await (0,worktree_worktree/* removeWorktree */.IL)(context.harness, worktree);
        return { kind: 'kept' };
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
/** Answers with what could not be kept. */
async function keepAll(context, task, reason) {
    const { store } = context;
    const worktree = (0,task_worktree/* toTaskWorktree */.S)(context, task);
    if (!(0,plain_file/* isFolder */.lQ)(worktree.gitDirectory) && (await (0,promises_.readdir)(worktree.path)).length > 0)
        return ['its git directory is gone'];
    if (!hasAttempt(context, task))
        return [];
    const facts = await readFacts(context, task);
    const work = await (0,collect_work/* collectWork */.QF)(context, { ...facts, worktree });
    const hasResult = (await store.resolve(store.refs.result(task))) !== undefined;
    const branch = hasResult ? await store.resolve(store.refs.branch(task)) : undefined;
    const kept = await (0,keep_work/* keepWork */.r)(context, { ...facts, worktree, task, work, branch, reason });
    if (kept.commit !== undefined)
        await store.pointRefs([[store.refs.kept(task), kept.commit]]);
    return kept.problems;
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
    const name = `${leftPrefix}${task}-${Date.now()}`;
    const to = (0,task_worktree/* toTaskWorktree */.S)(context, name);
    await (0,worktree_worktree/* moveWorktree */.fj)((0,task_worktree/* toTaskWorktree */.S)(context, task), to);
    return { kind: 'left', place: (0,plain_file/* isFolder */.lQ)(to.path) ? to.path : context.paths.task(name).folder, problem };
}

;// CONCATENATED MODULE: ./lib/tasks/rescue/repair-run.js













/**
 * Makes good what a process left that died in the middle of a run: ends agents that still run, puts what they left onto
 * refs, and takes away what nobody needs. What has ended by itself stays, to be judged.
 */
async function repairRun(context) {
    await killLeftScripts(context);
    await (0,marked_processes/* endMarkedProcesses */.j)((0,command_environment/* toRunMarks */.vh)(context));
    await emptyTrash(context);
    await (0,promises_.rm)(context.paths.forecast, { force: true });
    await (0,remove_task_folders/* removeTaskFolders */.d)(context, run_paths/* integrationName */.Sf);
    for (const task of await listTaskFolders(context))
        await repairTask(context, task);
}
async function killLeftScripts({ paths }) {
    const names = await (0,promises_.readdir)(paths.scripts).catch(() => []);
    for (const name of names.filter(entry => entry.endsWith('.pid'))) {
        await (0,process_group/* killLeftGroup */.jY)((0,external_node_path_.join)(paths.scripts, (0,external_node_path_.basename)(name, '.pid')));
    }
    await (0,promises_.rm)(paths.scripts, { recursive: true, force: true });
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
    if (!(await isGoneOnWith(context, task)))
        await (0,remove_task_folders/* removeTaskFolders */.d)(context, task);
}
/** Whether an agent ended by itself, and nobody has looked at what it did. */
async function isToBeJudged(context, task) {
    const { attempt, status } = context.paths.task(task);
    if (await hasResult(context, task))
        return false;
    const record = (0,attempt_record/* tryReadAttemptRecord */["if"])(attempt);
    if (record === undefined || !(0,plain_file/* isFolder */.lQ)((0,task_worktree/* toTaskWorktree */.S)(context, task).path))
        return false;
    return (await (0,attempt_record/* isStartThere */.N9)(context, record)) && (await (0,attempt_record/* tryReadStatus */.qK)(status)) !== undefined;
}
/** Whether the next attempt counts what the interrupted one has spent. */
async function isGoneOnWith(context, task) {
    const isInPlan = context.plan.tasks.some(({ id }) => id === task);
    return isInPlan && (0,external_node_fs_.existsSync)(context.paths.task(task).attempt) && !(await hasResult(context, task));
}
async function hasResult({ store }, task) {
    return (await store.resolve(store.refs.result(task))) !== undefined;
}


/***/ })

};
