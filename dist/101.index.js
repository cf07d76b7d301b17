export const id = 101;
export const ids = [101];
export const modules = {

/***/ 58593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ requireJobRun),
/* harmony export */   t: () => (/* binding */ withJobTarget)
/* harmony export */ });
/* harmony import */ var _commands_find_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81765);
/* harmony import */ var _git_refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78816);
/* harmony import */ var _plan_refused_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3520);
/* harmony import */ var _plan_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77234);




/**
 * The run that a job belongs to, in a checkout of its base. There the target is hardly ever a branch: it is the one that the plan
 * names, or that the workflow runs on.
 */
async function requireJobRun({ inputs, env }, repository, checked) {
    const { run } = inputs;
    if (run === undefined)
        throw new _plan_refused_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RefusedError */ .f('this step needs the input `run`');
    const named = withJobTarget(checked.plan, env);
    const { branch, commit } = await requireBase(repository, named);
    const text = (0,_plan_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .toStoredText */ .U)({ ...checked.file, target: branch }, checked.order);
    const plan = { ...checked.plan, target: branch };
    return { run, plan, text, target: branch, base: commit, attempt: toAttempt(env) };
}
async function requireBase(repository, plan) {
    const isHere = plan.target === undefined || (await (0,_git_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .tryResolve */ .Cn)(repository, `refs/heads/${plan.target}`)) !== undefined;
    if (isHere)
        return (0,_commands_find_target_js__WEBPACK_IMPORTED_MODULE_0__/* .findTarget */ .F)(repository, plan);
    const commit = await (0,_git_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .tryResolve */ .Cn)(repository, 'HEAD^{commit}');
    if (commit === undefined)
        throw new _plan_refused_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RefusedError */ .f('nothing is checked out here');
    return { branch: plan.target, commit };
}
/** Where the plan names no target, the branch that the workflow runs on. */
function withJobTarget(plan, env) {
    const branch = /^refs\/heads\/(.+)$/.exec(env.GITHUB_REF ?? '')?.[1];
    return plan.target !== undefined || branch === undefined ? plan : { ...plan, target: branch };
}
/** "Re-run failed jobs" counts on from 1. */
function toAttempt({ GITHUB_RUN_ATTEMPT }) {
    return Number(GITHUB_RUN_ATTEMPT) || 1;
}


/***/ }),

/***/ 50101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  laneCommand: () => (/* binding */ laneCommand)
});

;// CONCATENATED MODULE: ./lib/commands/lane/standing.js
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
// EXTERNAL MODULE: ./lib/plan/plan.js
var plan = __webpack_require__(49164);
// EXTERNAL MODULE: ./lib/git/objects.js
var objects = __webpack_require__(62392);
// EXTERNAL MODULE: ./lib/git/refs.js
var git_refs = __webpack_require__(78816);
// EXTERNAL MODULE: ./lib/plan/refused-error.js
var refused_error = __webpack_require__(3520);
// EXTERNAL MODULE: ./lib/commands/run/run-store.js
var run_store = __webpack_require__(8725);
;// CONCATENATED MODULE: ./lib/commands/lane/create-run.js




/** Makes a run known that another job has named. From the same facts, every job makes the same refs. Safe to repeat. */
async function createRun(repository, { run, text, base }) {
    const store = new run_store/* RunStore */.n(repository, run);
    const plan = await (0,objects/* writeObject */.p)(repository.store, 'blob', text);
    const wanted = [
        [store.refs.plan, plan, 'plan'],
        [store.refs.base, base, 'base'],
    ];
    for (const [ref, to, what] of wanted) {
        const from = await store.resolve(ref);
        if (from === to)
            continue;
        if (from !== undefined)
            throw new refused_error/* RefusedError */.f(`run ${run} is here already, with another ${what}: every job of it needs the same`);
        await (0,git_refs/* requireRefUpdates */.tG)(repository, [{ ref, from, to }]);
    }
}

;// CONCATENATED MODULE: ./lib/commands/transport/transport.js
/** What other jobs have could not be read, or they could not be told. It may work later. */
class TransportError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'TransportError';
    }
}

;// CONCATENATED MODULE: ./lib/commands/lane/ended-lanes.js

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
            if (!(error instanceof TransportError))
                throw error;
            this.dueAt = Date.now() + 2 * longestPause;
            if (!this.hasComplained)
                this.request.notice(error.message);
            this.hasComplained = true;
        }
    }
}

;// CONCATENATED MODULE: ./lib/commands/lane/giver.js


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
            if (error instanceof TransportError)
                this.waiting.set(task, message);
            else {
                // Whatever one task does to us, the others are handed over.
                this.waiting.delete(task);
                this.refused.set(task, message);
            }
        }
    }
}

// EXTERNAL MODULE: ./lib/plan/graph.js
var graph = __webpack_require__(18703);
;// CONCATENATED MODULE: ./lib/commands/lane/known-tasks.js



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

;// CONCATENATED MODULE: ./lib/commands/lane/patience.js


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
            if (!(error instanceof TransportError))
                throw error;
            this.troubles += 1;
            if (this.troubles === 1)
                onTrouble(error.message);
            return undefined;
        }
    }
}

;// CONCATENATED MODULE: ./lib/commands/lane/require-lane.js


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

// EXTERNAL MODULE: ./lib/commands/run/remove-task-folders.js
var remove_task_folders = __webpack_require__(7290);
// EXTERNAL MODULE: ./lib/commands/run/task-worktree.js
var task_worktree = __webpack_require__(38641);
;// CONCATENATED MODULE: ./lib/commands/lane/warm-up.js


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

// EXTERNAL MODULE: ./lib/commands/prepare-run.js + 1 modules
var prepare_run = __webpack_require__(13974);
// EXTERNAL MODULE: ./lib/commands/run/end-task.js
var end_task = __webpack_require__(78639);
// EXTERNAL MODULE: ./lib/commands/run/open-context.js + 2 modules
var open_context = __webpack_require__(52585);
// EXTERNAL MODULE: ./lib/commands/run/perform-task.js + 6 modules
var perform_task = __webpack_require__(16017);
// EXTERNAL MODULE: ./lib/commands/run/remove-local-state.js
var remove_local_state = __webpack_require__(64208);
// EXTERNAL MODULE: ./lib/commands/run/repair-run.js
var repair_run = __webpack_require__(14591);
// EXTERNAL MODULE: ./lib/commands/run/run-lock.js + 1 modules
var run_lock = __webpack_require__(43740);
;// CONCATENATED MODULE: ./lib/commands/run-lane.js

















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
        await createRun(repository, request);
        const lock = await (0,run_lock/* lockRun */.xR)(repository, run);
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
                throw new TransportError('nothing was started: what other jobs have done cannot be read');
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

// EXTERNAL MODULE: ./lib/report/duration.js
var duration = __webpack_require__(136);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(63021);
// EXTERNAL MODULE: ./lib/report/page.js
var page = __webpack_require__(99147);
;// CONCATENATED MODULE: ./lib/report/lane-summary.js



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

// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
;// CONCATENATED MODULE: ./lib/action/github-job-watch.js

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
            throw new TransportError(`lanes whose jobs die are only given up at the deadline: the jobs of this run could not be read (${error.message}); give the job \`permissions: { actions: read }\``, { cause: error });
        }
    }
}

// EXTERNAL MODULE: ./lib/action/job.js
var action_job = __webpack_require__(46977);
// EXTERNAL MODULE: ./lib/action/job-repository.js
var job_repository = __webpack_require__(96938);
// EXTERNAL MODULE: ./lib/action/job-run.js
var job_run = __webpack_require__(58593);
// EXTERNAL MODULE: ./lib/action/load-job-plan.js + 2 modules
var load_job_plan = __webpack_require__(20761);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/plan/id-pattern.js
var id_pattern = __webpack_require__(77825);
// EXTERNAL MODULE: ./lib/commands/run/run-id.js
var run_id = __webpack_require__(89803);
;// CONCATENATED MODULE: ./lib/commands/handover/artifact-name.js



/** Nobody tries more names than this for one handover. */
const mostCopies = 5;
const prefix = 'parallel-agents-';
/** The name of the artifact of a task: GitHub takes each name once in a workflow run, so the attempt is in it. */
function toArtifactName({ run, attempt, task, copy = 1 }) {
    if (!(0,run_id/* isRunId */.P)(run))
        throw new refused_error/* RefusedError */.f(`${JSON.stringify(run)} is not the id of a run`);
    if (!Number.isSafeInteger(attempt) || attempt < 1)
        throw new refused_error/* RefusedError */.f(`${attempt} is not the number of an attempt: they count from 1`);
    if (!id_pattern/* idPattern */.a.test(task))
        throw new refused_error/* RefusedError */.f(`${JSON.stringify(task)} is not the id of a task`);
    return `${prefix}${run}-${attempt}-${task}${copy === 1 ? '' : `.${copy}`}`;
}
/** What a name says; undefined for the artifact of somebody else. */
function tryReadArtifactName(name) {
    const match = /^parallel-agents-(\d{8}-\d{6}-[0-9a-f]{4})-([1-9]\d{0,8})-(.*?)(?:\.([2-5]))?$/s.exec(name);
    const [, run = '', attempt = '', task = '', copy] = match ?? [];
    if (!id_pattern/* idPattern */.a.test(task))
        return undefined;
    return { run, attempt: Number(attempt), task, ...(copy === undefined ? {} : { copy: Number(copy) }) };
}
/**
 * For each task of a run the artifact of its latest attempt, up to the present one: "Re-run failed jobs" does the others only. Of
 * copies, the first. Names that belong to something else are left out.
 */
function toLatestArtifacts(names, { run, attempt }) {
    const latest = new Map();
    for (const name of names) {
        const read = tryReadArtifactName(name);
        if (read === undefined || read.run !== run || read.attempt > attempt)
            continue;
        const known = latest.get(read.task);
        if (known === undefined || isBetter(read, known))
            latest.set(read.task, read);
    }
    return [...latest.values()];
}
function isBetter(a, b) {
    return a.attempt === b.attempt ? (a.copy ?? 1) < (b.copy ?? 1) : a.attempt > b.attempt;
}
/** The name of the artifact by which a lane tells something. */
function toLaneArtifactName(run, attempt, kind, lane) {
    return `${prefix}${run}-${attempt}-${kind}.${lane}`;
}
/** Those of some names by which lanes tell something in an attempt. */
function listLaneArtifacts(names, run, attempt, kind) {
    return names.filter(name => name.startsWith(toLaneArtifactName(run, attempt, kind, '')));
}

;// CONCATENATED MODULE: ./lib/commands/handover/limits.js
/** GitHub takes no file of more than 100 MiB; the rest is far above what a task of one agent came to, and a minute's work. */
const handoverLimits = {
    manifestBytes: 2 * 2 ** 20,
    bundleBytes: 200 * 2 ** 20,
    headerBytes: 64 * 2 ** 10,
    objects: 200_000,
    objectBytes: 100 * 2 ** 20,
    structureBytes: 4 * 2 ** 20,
    unpackedBytes: 2 ** 30,
    indexSeconds: 60,
    commits: 5000,
    entries: 500_000,
    files: 20_000,
};

// EXTERNAL MODULE: ./lib/agent/agent-start.js
var agent_start = __webpack_require__(76337);
// EXTERNAL MODULE: ./lib/agent/log-file.js
var log_file = __webpack_require__(9466);
// EXTERNAL MODULE: ./lib/agent/progress-file.js
var progress_file = __webpack_require__(47593);
// EXTERNAL MODULE: ./lib/plan/stored-plan.js
var stored_plan = __webpack_require__(77234);
;// CONCATENATED MODULE: ./lib/report/live-state.js
const live_state_emptyState = {
    run: '',
    plan: '',
    startedAt: 0,
    maxParallel: 0,
    tasks: new Map(),
    isOver: false,
    forecast: [],
    integration: [],
};
/** The state after an event. */
function live_state_withEvent(state, event, now) {
    switch (event.kind) {
        case 'run-started':
            return toInitialState(event, now);
        case 'notice':
        case 'waiting':
            return state;
        case 'forecast':
            return { ...state, forecast: event.conflicts };
        case 'serialized':
            return withWait(state, event.task, event.behind);
        case 'tests-started':
            return withLine(state, `testing ${event.what} (run ${event.run})`);
        case 'tests-ended':
            return withLine(state, event.passed ? 'tests passed' : 'tests failed');
        case 'resolving':
            return withLine(state, `${event.agent} resolves conflicts of ${event.task}`);
        case 'merged':
            return withTask(state, event.task, { landing: 'merged' });
        case 'not-merged':
            return withTask(state, event.task, { landing: event.landing });
        case 'evicted':
            return withLine(withTask(state, event.task, { landing: 'evicted' }), `evicted ${event.task}`);
        default:
            return withTask(state, event.task, toTaskChange(event, now));
    }
}
function toTaskChange(event, now) {
    switch (event.kind) {
        case 'task-started':
            return { startedAt: now };
        case 'attempt-started':
            return { attempt: event.attempt, phase: 'agent', percent: null, message: null, activity: undefined };
        case 'phase':
            return { phase: event.phase };
        case 'activity':
            return { activity: event.text };
        case 'progress':
            return { percent: event.percent, message: event.message };
        case 'refused':
        case 'trouble':
            return { refusal: event.reason };
        case 'task-ended':
            return { result: event.result, phase: undefined };
    }
}
function toInitialState(event, now) {
    const { run, plan, maxParallel, tasks } = event;
    const waiting = tasks.map((task) => [task.id, toWaiting(task)]);
    return { ...live_state_emptyState, run, plan, startedAt: now, maxParallel, tasks: new Map(waiting) };
}
function toWaiting(task) {
    return {
        task,
        startedAt: undefined,
        phase: undefined,
        attempt: 1,
        percent: null,
        message: null,
        activity: undefined,
        refusal: undefined,
        result: undefined,
        landing: undefined,
    };
}
function withTask(state, id, change) {
    const task = state.tasks.get(id);
    return task === undefined
        ? state
        : { ...state, tasks: new Map(state.tasks).set(id, { ...task, ...change }) };
}
/** The task with one more that it comes after. */
function withWait(state, id, behind) {
    const task = state.tasks.get(id)?.task;
    return task === undefined
        ? state
        : withTask(state, id, { task: { ...task, after: [...task.after, behind] } });
}
function withLine(state, line) {
    return { ...state, integration: [...state.integration, line] };
}

// EXTERNAL MODULE: ./lib/commands/forecast/forecast-record.js
var forecast_record = __webpack_require__(47127);
// EXTERNAL MODULE: ./lib/commands/run/attempt-record.js
var attempt_record = __webpack_require__(30675);
// EXTERNAL MODULE: ./lib/commands/run/claim-run.js
var claim_run = __webpack_require__(89976);
// EXTERNAL MODULE: ./lib/commands/run/run-paths.js
var run_paths = __webpack_require__(18040);
;// CONCATENATED MODULE: ./lib/commands/read-status.js












/** What an agent did last is looked for in this much of its log. */
const tailBytes = (/* unused pure expression or super */ null && (1 << 18));
async function readStatus(repository, name) {
    const run = await requireRun(repository, name);
    const store = new RunStore(repository, run);
    const holder = await tryReadHolder(repository, run);
    const report = await store.readReport();
    if (holder === undefined && report !== undefined)
        return { kind: 'finished', report };
    const state = await readLiveState(repository, run, store);
    if (holder !== undefined)
        return { kind: 'running', state, holder };
    return { kind: 'interrupted', state: { ...state, isOver: true } };
}
/** The plan of a run, checked again. */
async function readPlanOf(store) {
    const text = await store.readPlanText();
    if (text === undefined)
        throw new refused_error/* RefusedError */.f(`run ${store.run} has no plan that can be read`);
    return (0,stored_plan/* readStoredPlan */.T)(text).plan;
}
/** Puts together what refs and files say about a run that has no report (yet). */
async function readLiveState(repository, run, store) {
    const plan = await readPlanOf(store);
    const { name, tasks, maxParallel } = plan;
    const started = { kind: 'run-started', run, plan: name, tasks, maxParallel, resumed: false };
    let state = withEvent(emptyState, started, toStartOf(run));
    for (const task of tasks) {
        for (const [event, at] of await readTaskEvents(repository, store, plan, task))
            state = withEvent(state, event, at);
    }
    for (const event of await readForecastEvents(repository, run))
        state = withEvent(state, event, Date.now());
    return state;
}
async function readForecastEvents(repository, run) {
    const { conflicts, waits } = await readForecastRecord(toRunPaths(repository, run).forecast);
    return [
        ...waits.map(wait => ({ kind: 'serialized', ...wait })),
        { kind: 'forecast', conflicts, appeared: conflicts, vanished: [] },
    ];
}
/** A run's id begins with its start in UTC. */
function toStartOf(run) {
    const [, ...parts] = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)/.exec(run) ?? [];
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second);
}
/** What must have happened to a task, with times in milliseconds since 1970. */
async function readTaskEvents(repository, store, plan, task) {
    const result = await store.readResult(task.id);
    if (result !== undefined)
        return [[{ kind: 'task-ended', task: task.id, result }, 0]];
    const paths = toRunPaths(repository, store.run);
    const record = await tryReadAttemptRecord(paths.task(task.id).attempt);
    if (record === undefined)
        return [];
    const at = Date.parse(record.attemptStartedAt);
    const { reader } = toAgentStart(plan.agents[task.agent], '', '');
    const lines = readTail(paths.log(task.id), record.logOffset, tailBytes);
    const activity = lines.map(line => reader.take(line)).findLast(text => text !== undefined);
    return [
        [{ kind: 'task-started', task: task.id, attempts: task.retries + 1 }, Date.parse(record.startedAt)],
        [{ kind: 'attempt-started', task: task.id, attempt: record.attempt }, at],
        [{ kind: 'progress', task: task.id, ...new ProgressFollower(paths.task(task.id).progress).read() }, at],
        ...(activity === undefined
            ? []
            : [[{ kind: 'activity', task: task.id, text: activity }, at]]),
    ];
}

;// CONCATENATED MODULE: ./lib/commands/handover/handover-files.js
/** Their names, which only depend on the task. No id of a task contains a dot, so no two tasks share one. */
function toHandoverFiles(task) {
    return { manifest: `${task}.json`, branch: `${task}.bundle`, kept: `${task}.kept.bundle` };
}

;// CONCATENATED MODULE: ./lib/git/quarantine-error.js
/** What came from outside is not taken into the repository. The message names what is wrong with it. */
class QuarantineError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'QuarantineError';
    }
}

// EXTERNAL MODULE: ./lib/git/run-git.js
var run_git = __webpack_require__(73464);
;// CONCATENATED MODULE: ./lib/git/quarantine-commits.js


/** All that is in the history of a commit and not in that of another one. Refused when there are more than so many. */
async function readHistory({ repository }, { head, without, most }) {
    const args = ['rev-list', '--topo-order', '--parents', `--max-count=${most + 1}`, head, `^${without}`];
    const lines = (await (0,run_git/* runGit */.EO)(repository.place, args)).split('\n').filter(line => line !== '');
    if (lines.length > most)
        throw new QuarantineError(`it has more than ${most} commits`);
    return new Map(lines.map(line => {
        const [id = '', ...parents] = line.split(' ');
        return [id, parents];
    }));
}
/** Those commits of a history that a commit contains, itself among them. */
function toContained(history, commit) {
    const contained = new Set(history.has(commit) ? [commit] : []);
    for (const id of contained)
        for (const parent of history.get(id) ?? [])
            if (history.has(parent))
                contained.add(parent);
    return contained;
}
/** Fails when something is missing of what can be reached from a commit and not from another one. */
async function requireComplete({ repository }, head, without) {
    await (0,run_git/* runGit */.EO)(repository.place, ['rev-list', '--objects', '--quiet', head, `^${without}`]);
}
/** Whether all of some commits are in the history of one, or are that one. Fails for what is no commit. */
async function areWithin({ repository }, commits, head) {
    if (commits.length === 0)
        return true;
    const question = `${commits.join('\n')}\n^${head}\n`;
    return (await (0,run_git/* runGit */.EO)(repository.place, ['rev-list', '--max-count=1', '--stdin'], question)) === '';
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/git/quarantine-release.js



/**
 * Copies all objects of a quarantine to the trusted repository, under names that git knows only when they are complete: an index
 * after its pack. Nothing refers to them yet, and doing it twice is harmless.
 */
async function releaseObjects({ repository }, trusted) {
    const names = await (0,external_node_fs_promises_.readdir)(repository.store.folder, { recursive: true });
    const files = names.filter(name => /^([0-9a-f]{2}[/\\][0-9a-f]{38,62}|pack[/\\]pack-[^/\\]*)$/.test(name));
    for (const name of files.sort(byUse)) {
        await copyWhole((0,external_node_path_.join)(repository.store.folder, name), (0,external_node_path_.join)(trusted.store.folder, name));
    }
}
function byUse(a, b) {
    return Number(a.endsWith('.idx')) - Number(b.endsWith('.idx'));
}
async function copyWhole(from, to) {
    const isThere = await (0,external_node_fs_promises_.stat)(to).then(() => true, () => false);
    if (isThere)
        return;
    await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(to), `tmp_obj_${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    await (0,external_node_fs_promises_.copyFile)(from, temporary);
    await (0,external_node_fs_promises_.rename)(temporary, to);
}

// EXTERNAL MODULE: ./lib/git/commits.js
var commits = __webpack_require__(44958);
;// CONCATENATED MODULE: ./lib/git/quarantine-names.js
/**
 * Pairs of a name that is new in a folder and another name there that means the same to macOS or Windows.
 *
 * @param names As bytes: one character of a string is one byte, so that no two names become one.
 */
function findCollisions(names, isNew) {
    const added = names.filter(isNew);
    if (added.length === 0)
        return [];
    const byFold = new Map();
    for (const name of names) {
        const same = byFold.get(toFold(name));
        if (same === undefined)
            byFold.set(toFold(name), [name]);
        else
            same.push(name);
    }
    return added.flatMap(name => {
        const other = byFold.get(toFold(name))?.find(same => same !== name);
        return other === undefined ? [] : [[name, other]];
    });
}
/** Characters that macOS leaves out when it compares names (`next_hfs_char` of git). */
const ignored = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
/** The same text for names that differ in case, in how accents are written, or in what cannot be seen. */
function toFold(name) {
    return toText(name).replace(ignored, '').normalize('NFD').toUpperCase().toLowerCase().normalize('NFD');
}
/** Bytes that are not UTF-8 become U+FFFD, which no path may contain. */
function toText(bytes) {
    return Buffer.from(bytes, 'latin1').toString('utf8');
}

;// CONCATENATED MODULE: ./lib/git/quarantine-changes.js



const folderMode = '40000';
const gone = '000000';
const nothing = new Map();
/** The longest path that Linux takes. */
const longestPath = 4096;
/**
 * Compares trees that somebody wrote who may want to do harm: names are compared byte by byte, every object must be there, and
 * it ends after so many entries, because a few small trees that name each other can mean billions of files.
 */
class ChangeFinder {
    objects;
    format;
    folders = new Map();
    sizes = new Map();
    entriesLeft;
    most;
    /** @param most How many entries of folders are read, over all comparisons. */
    constructor({ repository }, most) {
        this.objects = repository.objects;
        this.format = repository.store.format;
        this.entriesLeft = most;
        this.most = most;
    }
    /** What differs between two trees, a file a change. `from` undefined: everything is new. */
    async find(from, to) {
        const found = { changes: [], collisions: [] };
        await this.compareFolders('', [from, to], found);
        return found;
    }
    /** The changes of folders that differ. Paths are built of bytes: one character of a string is one byte. */
    async compareFolders(folder, [from, to], found) {
        if (from === to)
            return;
        if (folder.length > longestPath)
            throw new QuarantineError(`a path is longer than ${longestPath} bytes`);
        const [before, after] = [await this.readFolder(from), await this.readFolder(to)];
        found.collisions.push(...findCollisions([...after.keys()], name => !before.has(name)).map(names => toPaths(folder, names)));
        for (const name of new Set([...before.keys(), ...after.keys()])) {
            const [old, now] = [before.get(name), after.get(name)];
            if (old?.id === now?.id && old?.mode === now?.mode)
                continue;
            const change = await this.tryChange(`${folder}${name}`, old, now);
            if (change !== undefined)
                found.changes.push(change);
            await this.compareFolders(`${folder}${name}/`, [toFolderId(old), toFolderId(now)], found);
        }
    }
    /** The change of what stands at a path itself, if that is or was no folder. */
    async tryChange(path, old, now) {
        const none = { mode: gone, id: (0,objects/* toNullId */.W)(this.format) };
        const [before, after] = [old, now].map(entry => entry === undefined || entry.mode === folderMode ? none : entry);
        if (before === none && after === none)
            return undefined;
        return {
            path: toText(path),
            status: before === none ? 'A' : after === none ? 'D' : 'M',
            oldMode: before.mode,
            newMode: after.mode,
            oldId: before.id,
            newId: after.id,
            size: await this.readSize(path, after),
        };
    }
    /** Of a blob, which must be there. What a gitlink names is in another repository. */
    async readSize(path, { mode, id }) {
        if (mode === gone || mode === '160000')
            return 0;
        const known = this.sizes.get(id);
        if (known !== undefined)
            return known;
        const info = await this.objects.readInfo(id);
        if (info?.type !== 'blob')
            throw new QuarantineError(`the content of ${toText(path)} is missing (${id})`);
        this.sizes.set(id, info.size);
        return info.size;
    }
    /** Read once, counted each time. */
    async readFolder(id) {
        if (id === undefined)
            return nothing;
        const folder = this.folders.get(id) ?? (await this.readTree(id));
        this.folders.set(id, folder);
        this.entriesLeft -= folder.size + 1;
        if (this.entriesLeft < 0)
            throw new QuarantineError(`it has more than ${this.most} entries in its folders`);
        return folder;
    }
    async readTree(id) {
        const tree = await this.objects.read(id);
        if (tree?.type !== 'tree')
            throw new QuarantineError(`a folder is missing (tree ${id})`);
        return readEntries(tree.content, this.format === 'sha256' ? 32 : 20);
    }
}
function toFolderId(entry) {
    return entry?.mode === folderMode ? entry.id : undefined;
}
/** Reads `<mode> <name> NUL <id>`, again and again. */
function readEntries(content, idBytes) {
    const entries = new Map();
    for (let at = 0; at < content.length;) {
        const space = content.indexOf(' ', at);
        const end = content.indexOf(0, space);
        const next = end + 1 + idBytes;
        if (space === -1 || end === -1)
            throw new QuarantineError('a folder cannot be read');
        entries.set(content.toString('latin1', space + 1, end), {
            mode: content.toString('latin1', at, space),
            id: content.toString('hex', end + 1, next),
        });
        at = next;
    }
    return entries;
}
function toPaths(folder, [name, other]) {
    return [toText(`${folder}${name}`), toText(`${folder}${other}`)];
}

// EXTERNAL MODULE: ./lib/commands/gates/change-gates.js + 1 modules
var change_gates = __webpack_require__(61129);
// EXTERNAL MODULE: ./lib/commands/run/gate-input.js
var gate_input = __webpack_require__(56356);
// EXTERNAL MODULE: ./lib/commands/run/prepare-start.js
var prepare_start = __webpack_require__(42662);
;// CONCATENATED MODULE: ./lib/commands/handover/check-changes.js
const check_changes_gone = '000000';
const plainModes = ['100644', '100755', check_changes_gone];
/** What no other computer should have to check out, by mode and name alone; undefined: nothing. */
function tryChangesProblem({ changes, collisions }) {
    for (const change of changes) {
        const problem = tryModeProblem(change) ?? (change.status === 'A' ? tryNameProblem(change.path) : undefined);
        if (problem !== undefined)
            return problem;
    }
    const [pair] = collisions;
    if (pair === undefined)
        return undefined;
    return `${quote(pair[0])} collides with ${quote(pair[1])}: not every file system tells them apart`;
}
function tryModeProblem({ path, newMode }) {
    if (plainModes.includes(newMode))
        return undefined;
    if (newMode === '120000')
        return `${quote(path)} is a symlink (mode 120000)`;
    if (newMode === '160000')
        return `${quote(path)} is a gitlink (mode 160000)`;
    return `${quote(path)} has the mode ${newMode}: only 100644 and 100755 are taken`;
}
function tryNameProblem(path) {
    const names = path.split('/');
    if (path.includes('\ufffd'))
        return `${quote(path)} is not UTF-8`;
    if (path.includes(':'))
        return `${quote(path)} names a stream on Windows (":")`;
    if (names.some(name => /[. ]$/.test(name)))
        return `${quote(path)} has a name that ends in a dot or a space, which Windows leaves out`;
    return undefined;
}
function quote(path) {
    return JSON.stringify(path);
}

;// CONCATENATED MODULE: ./lib/git/bundle-header.js
/** Signature, version and number of objects. */
const packHeaderBytes = 12;
/**
 * Reads the beginning of a bundle (gitformat-bundle, versions 2 and 3). Whoever gives the pack behind it to git needs no second
 * reader of bundles, which could understand the same bytes in another way.
 *
 * @param start The first bytes of the file.
 * @param format `sha1` or `sha256`: a bundle of the other one is not read.
 */
function readBundleHeader(start, format) {
    const end = start.indexOf('\n\n');
    if (end === -1)
        return damaged('its header has no end');
    const packOffset = end + 2;
    const pack = start.subarray(packOffset, packOffset + packHeaderBytes);
    if (pack.length < packHeaderBytes || pack.toString('latin1', 0, 4) !== 'PACK')
        return damaged('it holds no pack');
    const [signature = '', ...lines] = start.toString('latin1', 0, end).split('\n');
    const problem = tryLineProblem(signature, lines, format);
    if (problem !== undefined)
        return damaged(problem);
    return {
        kind: 'read',
        header: {
            prerequisites: lines
                .filter(line => line.startsWith('-'))
                .map(line => line.slice(1).split(' ')[0] ?? ''),
            refs: lines.filter(line => /^[0-9a-f]/.test(line)).map(toRef),
            packOffset,
            objects: pack.readUInt32BE(8),
        },
    };
}
function damaged(reason) {
    return { kind: 'damaged', reason: `it is not a bundle that can be read: ${reason}` };
}
function tryLineProblem(signature, lines, format) {
    const version = /^# v([23]) git bundle$/.exec(signature)?.[1];
    if (version === undefined)
        return 'it begins with no known signature';
    const capabilities = lines.filter(line => line.startsWith('@'));
    const known = version === '3' ? `@object-format=${format}` : undefined;
    const unknown = capabilities.find(line => line !== known);
    if (unknown !== undefined)
        return `it asks for ${JSON.stringify(unknown)}`;
    if (format !== 'sha1' && capabilities.length === 0)
        return `its objects are not ${format}`;
    const id = format === 'sha1' ? '[0-9a-f]{40}' : '[0-9a-f]{64}';
    const pattern = new RegExp(`^(@.*|-${id}( .*)?|${id} .+)$`);
    const odd = lines.find(line => !pattern.test(line));
    return odd === undefined ? undefined : `its header has the line ${JSON.stringify(odd.slice(0, 100))}`;
}
function toRef(line) {
    const space = line.indexOf(' ');
    return { id: line.slice(0, space), name: line.slice(space + 1) };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/git/environment.js
var environment = __webpack_require__(64757);
// EXTERNAL MODULE: ./lib/git/git-directory.js
var git_directory = __webpack_require__(48194);
// EXTERNAL MODULE: ./lib/git/object-reader.js
var object_reader = __webpack_require__(25209);
// EXTERNAL MODULE: ./lib/git/open-repository.js
var open_repository = __webpack_require__(78159);
// EXTERNAL MODULE: ./lib/git/ref-updater.js
var ref_updater = __webpack_require__(2821);
// EXTERNAL MODULE: ./lib/git/trash.js
var trash = __webpack_require__(57678);
;// CONCATENATED MODULE: ./lib/git/quarantine.js









/** `core.bigFileThreshold`: git would read larger objects without asking for their memory, and so past the limit. */
const settings = [
    ['core.bare', 'true'],
    ['core.attributesFile', '/dev/null'],
    ['core.bigFileThreshold', '4g'],
    ['fetch.fsckObjects', 'true'],
    ['receive.fsckObjects', 'true'],
    ['transfer.fsckObjects', 'true'],
    ['protocol.allow', 'never'],
    ['safe.directory', '*'],
];
/**
 * Opens a quarantine for the time of some work, and takes it away again with all that is in it.
 *
 * @param objectBytes The most memory that git may ask for at once there, hence the largest object.
 */
async function withQuarantine(trusted, objectBytes, work) {
    const folder = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'parallel-agents-quarantine-'));
    try {
        const quarantine = await createQuarantine(trusted, (0,external_node_path_.join)(folder, 'quarantine.git'), objectBytes);
        try {
            return await work(quarantine);
        }
        finally {
            (0,open_repository/* closeRepository */.Bh)(quarantine.repository);
        }
    }
    finally {
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function createQuarantine(trusted, path, objectBytes) {
    await (0,git_directory/* createGitDirectory */.O)({ repository: trusted, path, settings });
    const env = {
        ...(0,environment/* toPinnedEnvironment */.v_)(trusted.env, settings),
        GIT_DIR: path,
        GIT_ALLOC_LIMIT: String(objectBytes),
    };
    const place = { directory: path, env };
    const repository = {
        ...trusted,
        root: path,
        directory: path,
        store: { folder: (0,external_node_path_.join)(path, 'objects'), format: trusted.store.format, isDurable: false },
        objects: new object_reader/* ObjectReader */.n(place),
        refUpdater: new ref_updater/* RefUpdater */.V(place),
        config: new Map(settings.map(([key, value]) => [key.toLowerCase(), [value]])),
        place,
    };
    return { repository, harness: { repository, gitDirectory: path, place, exclude: '', trash: new trash/* Trash */.l() } };
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/git/quarantine-pack.js






/**
 * Takes a pack into a quarantine. git checks the form of every object and that all that they name is there; it ends when one of
 * them needs more memory than the quarantine allows, before it is unpacked. Answers with what the pack came to.
 */
async function indexPack({ repository }, pack, limits) {
    const size = `--max-input-size=${limits.packBytes}`;
    const git = (0,run_git/* spawnGit */.Iz)(repository.place, ['index-pack', '--strict', '--fix-thin', '--stdin', size]);
    const said = [];
    git.stderr.on('data', chunk => said.push(String(chunk)));
    git.stdout.resume();
    const timer = setTimeout(() => git.kill('SIGKILL'), limits.seconds * 1000);
    const closed = (0,external_node_events_.once)(git, 'close');
    await (0,external_node_stream_promises_.pipeline)(pack, git.stdin).catch(() => { }); // it ended early, and says why
    const [code, signal] = await closed;
    clearTimeout(timer);
    if (signal === 'SIGKILL')
        throw new QuarantineError(`its objects take git more than ${limits.seconds} seconds`);
    if (code !== 0)
        throw new QuarantineError(toReason(said.join('')));
    return listPacked(repository);
}
function toReason(said) {
    const lines = said.split('\n').filter(line => line.trim() !== '');
    const memory = lines.map(line => /attempting to allocate (\d+) over limit (\d+)/.exec(line)).find(Boolean);
    if (memory)
        return `it is a bomb: an object needs ${memory[1]} bytes, more than ${memory[2]}`;
    const line = lines.find(text => /^(error|fatal): /.test(text)) ?? lines.at(-1) ?? 'git ended without a word';
    return `git does not take its objects: ${line.replace(/^(error|fatal): /, '')}`;
}
async function listPacked({ store, objects }) {
    const folder = (0,external_node_path_.join)(store.folder, 'pack');
    const index = (await (0,external_node_fs_promises_.readdir)(folder)).find(name => name.endsWith('.idx'));
    if (index === undefined)
        throw new Error('git index-pack has left no index');
    const ids = readIndexIds(await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(folder, index)), store.format);
    const infos = await Promise.all(ids.map(id => objects.readInfo(id)));
    return infos.filter(info => info !== undefined);
}
/** The ids in a pack index of version 2 (gitformat-pack): behind 8 bytes of header and 256 counters of 4 bytes. */
function readIndexIds(index, format) {
    const idBytes = format === 'sha256' ? 32 : 20;
    const first = 8 + 256 * 4;
    const count = index.readUInt32BE(first - 4);
    return Array.from({ length: count }, (_, at) => index.toString('hex', first + at * idBytes, first + (at + 1) * idBytes));
}

;// CONCATENATED MODULE: ./lib/commands/handover/check-bundle.js
/** What is wrong with the refs or the size that a bundle announces; undefined: nothing. */
function tryHeaderProblem({ refs, objects }, { ref, commit }, limits) {
    const [first] = refs;
    const names = refs.map(({ name }) => JSON.stringify(name));
    if (first === undefined)
        return 'it holds no ref';
    if (refs.length > 1)
        return `it holds more than one ref: ${names.slice(0, 5).join(', ')}`;
    if (first.name !== ref)
        return `it holds a ref of another name: ${names[0]}, not ${ref}`;
    if (first.id !== commit)
        return `wrong commit: its ref is at ${first.id}, and its manifest says ${commit}`;
    if (objects > limits.objects)
        return `it is too large: ${objects} objects are more than ${limits.objects}`;
    return undefined;
}
/** What is wrong with the objects of a bundle, by type and size alone; undefined: nothing. */
function tryObjectsProblem(objects, limits) {
    const tag = objects.find(({ type }) => type === 'tag');
    if (tag !== undefined)
        return `it holds a tag (${tag.id})`;
    const large = objects.find(({ type, size }) => type !== 'blob' && size > limits.structureBytes);
    if (large !== undefined)
        return `it is a bomb: ${large.type} ${large.id} has ${large.size} bytes, more than ${limits.structureBytes}`;
    const total = objects.reduce((sum, { size }) => sum + size, 0);
    return total > limits.unpackedBytes
        ? `it is a bomb: its objects have ${total} bytes, more than ${limits.unpackedBytes}`
        : undefined;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/commands/handover/read-file.js






/** Opens a file that somebody else put there: no link is followed, nothing but a plain file is read, and none that is too large. */
async function withPlainFile(path, most, work) {
    const name = (0,external_node_path_.basename)(path);
    const flags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
    const file = await (0,external_node_fs_promises_.open)(path, flags).catch(error => {
        throw new QuarantineError(toOpenProblem(name, error), { cause: error });
    });
    try {
        const found = await file.stat();
        if (!found.isFile())
            throw new QuarantineError(`${name} is not a plain file`);
        if (found.size > most)
            throw new QuarantineError(`${name} is too large: more than ${most} bytes`);
        return await work(file, found.size);
    }
    finally {
        await file.close();
    }
}
function toOpenProblem(name, error) {
    if (error.code === 'ENOENT')
        return `${name} is missing`;
    if (error.code === 'ELOOP')
        return `${name} is a symlink, not a plain file`;
    return `${name} cannot be read: ${error.code}`;
}
/** Up to so many bytes from the beginning of a file. */
async function readStart(file, most) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
}
/** The SHA-256 of a whole file, in hexadecimal. */
async function readDigest(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)(file.createReadStream({ start: 0, autoClose: false }), hash);
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./lib/commands/handover/take-bundle.js







/** Opens a quarantine, takes a bundle into it, and does something with what is in it now. */
function withBundle(context, bundle, work) {
    return withQuarantine(context.trusted, context.limits.objectBytes, async (quarantine) => {
        await takeBundle(context, quarantine, bundle);
        return work(quarantine);
    });
}
async function takeBundle(context, quarantine, { path, facts, expected }) {
    const { limits } = context;
    await withPlainFile(path, limits.bundleBytes, async (file, bytes) => {
        if (bytes !== facts.bytes || (await readDigest(file)) !== facts.sha256)
            throw new QuarantineError('its bundle is not the one that its manifest was made for (other bytes)');
        const header = await requireHeader(context, file);
        requireNone(tryHeaderProblem(header, expected, limits));
        await requirePrerequisites(context, quarantine, header);
        const pack = file.createReadStream({ start: header.packOffset, autoClose: false });
        const packLimits = { packBytes: limits.bundleBytes, seconds: limits.indexSeconds };
        requireNone(tryObjectsProblem(await indexPack(quarantine, pack, packLimits), limits));
    });
    const tip = await quarantine.repository.objects.readInfo(expected.commit);
    if (tip?.type !== 'commit')
        throw new QuarantineError(`its commit ${expected.commit} is missing`);
}
async function requireHeader({ limits, trusted }, file) {
    const reading = readBundleHeader(await readStart(file, limits.headerBytes), trusted.store.format);
    if (reading.kind === 'damaged')
        throw new QuarantineError(reading.reason);
    return reading.header;
}
/** Everything that a bundle builds on must be in the history of the base. */
async function requirePrerequisites({ base }, quarantine, { prerequisites }) {
    const others = prerequisites.filter(commit => commit !== base);
    for (const commit of others) {
        if ((await quarantine.repository.objects.readInfo(commit)) === undefined)
            throw new QuarantineError(`it builds on a missing ancestor: there is no commit ${commit} here`);
    }
    if (!(await areWithin(quarantine, others, base)))
        throw new QuarantineError(`wrong base: it builds on ${others.join(', ')}, which ${base} does not contain`);
}
/** Refuses with what a check has found. */
function requireNone(problem) {
    if (problem !== undefined)
        throw new QuarantineError(problem);
}

;// CONCATENATED MODULE: ./lib/commands/handover/check-branch.js









/**
 * Checks a branch in quarantine: it starts from what the prerequisites of its task merge to, every commit beyond that passes the
 * gates by itself, and so does the whole.
 */
async function checkBranch(context, quarantine, branch) {
    const { head, start } = branch;
    const history = await readHistory(quarantine, {
        head,
        without: context.start,
        most: context.limits.commits,
    });
    const own = listOwn(history, context, branch);
    const finder = new ChangeFinder(quarantine, context.limits.entries);
    for (const commit of own)
        await checkCommit({ context, quarantine, branch, finder }, commit, history);
    const changes = await finder.find(await readTree(quarantine, start), await requireTree(quarantine, branch));
    checkWhole(context, branch, changes);
    await requireStart(context, quarantine, branch, toContained(history, start));
}
/** The commits that the task itself has made. */
function listOwn(history, context, { start }) {
    const inStart = toContained(history, start);
    const own = [...history.keys()].filter(id => !inStart.has(id));
    const isKnown = start === context.start || history.has(start);
    if (!isKnown || !own.some(id => history.get(id)?.includes(start)))
        throw new QuarantineError(`its commits do not descend from its start ${start}`);
    return own;
}
/** A commit against each of its parents; one without parents brings everything that is in it. */
async function checkCommit(check, commit, history) {
    const { context, quarantine, branch, finder } = check;
    const parents = history.get(commit) ?? [];
    const tree = await readTree(quarantine, commit);
    const before = await Promise.all(parents.map(parent => readTree(quarantine, parent)));
    for (const from of before.length === 0 ? [undefined] : before) {
        const found = await finder.find(from, tree);
        requireNone(tryChangesProblem(found));
        requireNone((0,change_gates/* checkHistory */.X)(toInput(context, branch.task, found))?.reason);
    }
}
/** All commits together, and whether they come to what the manifest says. */
function checkWhole(context, { task, manifest }, found) {
    const { files } = context.limits;
    const count = found.changes.length;
    if (count > files)
        throw new QuarantineError(`it changes too many files: ${count}, more than ${files}`);
    requireNone(tryChangesProblem(found));
    requireNone((0,change_gates/* checkChanges */.e)(toInput(context, task, found))?.reason);
    if (count !== manifest.result.filesChanged)
        throw new QuarantineError(`its manifest does not match: it changes ${count} files, not ${manifest.result.filesChanged}`);
}
function toInput({ plan }, task, { changes }) {
    const gated = changes.map(change => ({ ...change, linkTarget: undefined })); // links are refused before
    return (0,gate_input/* toGateInput */.F)({ plan }, { task }, { changes: gated, problems: [] });
}
async function readTree({ repository }, commit) {
    const object = await repository.objects.read(commit);
    if (object?.type !== 'commit')
        throw new QuarantineError(`there is no commit ${commit}`);
    return (0,commits/* readCommitText */.Ls)(object.content.toString('latin1')).tree;
}
async function requireTree(quarantine, { head, manifest }) {
    const tree = await readTree(quarantine, head);
    if (tree === manifest.branch?.tree)
        return tree;
    throw new QuarantineError(`wrong tree: its commit has ${tree}, and its manifest says ${manifest.branch?.tree}`);
}
/**
 * Merges the start again, in quarantine, from the branches that were taken: the same merge is the same commit. Of the tasks that it
 * only comes after, those count that it contains.
 */
async function requireStart(context, { repository, harness }, { task, start }, inStart) {
    const known = [...context.results].filter(([id, { commit }]) => task.needs.includes(id) || inStart.has(commit ?? ''));
    const { base, store } = context;
    const facts = { repository, harness, plan: context.plan, run: store.run, base, start: context.start };
    const made = await (0,prepare_start/* prepareStart */.G)(facts, task, new Map(known));
    const commit = made.kind === 'ready' ? made.commit : made.reason;
    if (commit !== start)
        throw new QuarantineError(`wrong start: it starts from ${start}, and what it builds on comes to ${commit}`);
}

// EXTERNAL MODULE: ./lib/commands/run/run-refs.js
var run_refs = __webpack_require__(72212);
;// CONCATENATED MODULE: ./lib/commands/handover/check-manifest.js

/** What does not match: between a manifest and what was asked for, or inside of it. Undefined: nothing. */
function tryManifestProblem(manifest, expected) {
    for (const key of ['run', 'attempt', 'task', 'plan', 'base']) {
        if (manifest[key] !== expected[key])
            return `wrong ${key}: its manifest is for ${manifest[key]}, not for ${expected[key]}`;
    }
    return tryResultProblem(manifest) ?? tryBranchProblem(manifest) ?? tryKeptProblem(manifest);
}
function tryResultProblem({ task, result }) {
    if (result.task !== task)
        return `wrong task: its result is that of ${result.task}`;
    if (result.outcome === 'succeeded' && result.commit === null)
        return 'its manifest does not match: it succeeded without a branch';
    if (result.outcome !== 'succeeded' && result.commit !== null)
        return `its manifest does not match: it is ${result.outcome} and has a branch`;
    return undefined;
}
function tryBranchProblem({ run, task, result, branch }) {
    const name = (0,run_refs/* toBranchName */.H_)((0,run_refs/* toRunRefs */.DO)(run).branch(task));
    const facts = [branch, result.branch, result.commit, result.filesChanged];
    const isWhole = facts.every(fact => fact !== null) && result.base !== null;
    if (!isWhole && facts.some(fact => fact !== null))
        return 'its manifest does not match: it says only half of a branch';
    if (result.branch !== null && result.branch !== name)
        return `wrong branch: its result is on ${result.branch}, not on ${name}`;
    return undefined;
}
function tryKeptProblem({ run, task, result, kept }) {
    const ref = kept === null ? null : (0,run_refs/* toRunRefs */.DO)(run).kept(task);
    return result.kept === ref ? undefined : `its manifest does not match: work is kept at ${result.kept}`;
}
/** What a task cannot have been started from: one that it needs is not here. Undefined: all are. */
function tryNeedsProblem({ result }, needs, known) {
    if (result.commit === null)
        return undefined;
    const missing = needs.find(id => {
        const need = known.get(id);
        return need === undefined || (need.commit === null && need.outcome !== 'no-changes');
    });
    return missing === undefined ? undefined : `it needs ${missing}, of which nothing was taken`;
}

;// CONCATENATED MODULE: ./lib/commands/handover/handover-refs.js



/** Refuses a handover when other work of its task is here: nothing that was taken is ever replaced. */
async function requireFreeRefs(context, manifest) {
    const { trusted, store } = context;
    for (const [ref, to] of toCommits(context, manifest))
        requireSame(ref, await store.resolve(ref), to);
    const { result, log } = manifest;
    const texts = [
        [store.refs.result(result.task), [(0,run_store/* toJson */.a)(result), (0,run_store/* toJson */.a)({ ...result, kept: null })]],
        [store.refs.log(result.task), [log ?? '']],
    ];
    for (const [ref, allowed] of texts) {
        const object = await trusted.objects.read(ref);
        if (object !== undefined && !allowed.includes(object.content.toString('utf8')))
            throw differentError(ref);
    }
}
/** Writes all refs of a handover whose objects are here, in one transaction: each where there is none, or where it is already. */
async function writeHandoverRefs(context, manifest) {
    const { trusted, store } = context;
    const { task, result, log } = manifest;
    const wanted = [
        ...toCommits(context, manifest),
        [store.refs.result(task), await store.writeJson(result)],
        ...(log === null ? [] : [[store.refs.log(task), await store.writeText(log)]]),
    ];
    const updates = [];
    for (const [ref, to] of wanted) {
        const from = await store.resolve(ref);
        requireSame(ref, from, to);
        if (from === undefined)
            updates.push({ ref, from, to });
    }
    const done = await (0,git_refs/* updateRefs */.EA)(trusted, updates);
    if (done.kind === 'moved')
        throw differentError(done.refs.join(', '));
}
function toCommits({ store }, { task, result, kept }) {
    return [
        ...(result.commit === null ? [] : [[store.refs.branch(task), result.commit]]),
        ...(result.kept === null || kept === null
            ? []
            : [[store.refs.kept(task), kept.commit]]),
    ];
}
function requireSame(ref, current, wanted) {
    if (current !== undefined && current !== wanted)
        throw differentError(ref);
}
function differentError(ref) {
    return new QuarantineError(`${ref} is here already, with something else: it is not replaced`);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return api/* _isoDateTime */.G1(schemas/* ZodISODateTime */.You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function iso_duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

// EXTERNAL MODULE: ./lib/report/task-result.js
var task_result = __webpack_require__(34167);
;// CONCATENATED MODULE: ./lib/commands/handover/manifest.js





const objectId = schemas/* string */.YjP().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
const digest = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/);
const count = schemas/* number */.aig().int().nonnegative();
const amount = schemas/* number */.aig().nonnegative();
const instant = datetime();
/** Nothing that is not known, no costs below nothing, and times that are times. */
const resultSchema = schemas/* strictObject */.rej({
    ...task_result/* taskResultSchema */.O.shape,
    attempts: count,
    filesChanged: count.nullable(),
    agentSeconds: amount,
    seconds: amount,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    tokens: amount.nullable(),
    costUsd: amount.nullable(),
    rolledBack: schemas/* boolean */.zMY(),
});
const bundleSchema = schemas/* strictObject */.rej({ bytes: count, sha256: digest });
const bodySchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    run: schemas/* string */.YjP().max(100),
    /** Of the workflow run, from 1. */
    attempt: schemas/* number */.aig().int().positive(),
    task: schemas/* string */.YjP().regex(id_pattern/* idPattern */.a),
    /** The blob of the plan that the task is from. */
    plan: objectId,
    /** The commit that the run started from. */
    base: objectId,
    /** Start, commit, branch and outcome are in here, and only here. */
    result: resultSchema,
    /** What the bundle of the branch holds; null: the task has no branch. */
    branch: schemas/* strictObject */.rej({ tree: objectId, bundle: bundleSchema }).nullable(),
    /** What the bundle of kept work holds. */
    kept: schemas/* strictObject */.rej({ commit: objectId, bundle: bundleSchema }).nullable(),
    /** The end of what the task printed. */
    log: schemas/* string */.YjP().nullable(),
});
const manifestSchema = bodySchema.extend({
    /** Over all the rest. Against damage on the way; whoever forges the rest can forge this as well. */
    sha256: digest,
});
/** The one text of a manifest. */
function toManifestText(manifest) {
    const body = bodySchema.parse(manifest);
    return (0,run_store/* toJson */.a)({ ...body, sha256: (0,external_node_crypto_.createHash)('sha256').update((0,run_store/* toJson */.a)(body)).digest('hex') });
}
/** Reads a manifest. It must be the very text that its values are written as, so that nothing can be read in two ways. */
function readManifest(bytes) {
    const json = tryParse(bytes);
    if (json === undefined)
        return { kind: 'damaged', reason: 'its manifest is not JSON in UTF-8' };
    const checked = manifestSchema.safeParse(json.value);
    if (!checked.success)
        return { kind: 'damaged', reason: `its manifest is wrong: ${toProblem(checked.error)}` };
    const { sha256: _, ...manifest } = checked.data;
    if (toManifestText(manifest) !== json.text)
        return { kind: 'damaged', reason: 'its manifest is damaged: it is not the text that it says it is' };
    return { kind: 'read', manifest };
}
function tryParse(bytes) {
    try {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        return { text, value: JSON.parse(text) };
    }
    catch {
        return undefined; // the caller says so
    }
}
function toProblem({ issues }) {
    const [issue] = issues;
    const path = issue?.path.join('.') ?? '';
    return `${path === '' ? '' : `${path}: `}${issue?.message}`;
}

;// CONCATENATED MODULE: ./lib/commands/handover/take-handover.js











/**
 * Takes one handover in: its objects first, then all of its refs in one transaction. Throws when it is refused, before anything is
 * written. Kept work is never merged: when it cannot be taken, the task is taken without it.
 */
async function takeHandover(context, place) {
    const { task, attempt, folder } = place;
    const manifest = await requireManifest(context, place);
    const expected = {
        run: context.store.run,
        attempt,
        task: task.id,
        plan: context.planId,
        base: context.base,
    };
    requireNone(tryManifestProblem(manifest, expected));
    requireNone(tryNeedsProblem(manifest, task.needs, context.results));
    await requireFreeRefs(context, manifest);
    await takeBranch(context, place, manifest);
    const problem = await tryTakeKept(context, folder, manifest);
    const result = problem === undefined ? manifest.result : { ...manifest.result, kept: null };
    await writeHandoverRefs(context, { ...manifest, result });
    const notices = problem === undefined ? [] : [`what was kept of ${task.id} was not taken: ${problem}`];
    return { result, files: listFiles(manifest), notices };
}
function listFiles({ task, branch, kept }) {
    const files = toHandoverFiles(task);
    return [files.manifest, ...(branch === null ? [] : [files.branch]), ...(kept === null ? [] : [files.kept])];
}
async function requireManifest({ limits }, { task, folder }) {
    const path = (0,external_node_path_.join)(folder, toHandoverFiles(task.id).manifest);
    const bytes = await withPlainFile(path, limits.manifestBytes, readStart);
    const reading = readManifest(bytes);
    if (reading.kind === 'damaged')
        throw new QuarantineError(reading.reason);
    return reading.manifest;
}
async function takeBranch(context, place, manifest) {
    const { task, folder } = place;
    const { commit: head, base: start } = manifest.result;
    if (manifest.branch === null || head === null || start === null)
        return;
    const path = (0,external_node_path_.join)(folder, toHandoverFiles(task.id).branch);
    const expected = { ref: context.store.refs.branch(task.id), commit: head };
    await withBundle(context, { path, facts: manifest.branch.bundle, expected }, async (quarantine) => {
        await checkBranch(context, quarantine, { task, manifest, start, head });
        await releaseObjects(quarantine, context.trusted);
    });
}
/** Answers with why kept work was not taken. Only its form is checked: it holds what gates have refused. */
async function tryTakeKept(context, folder, { task, kept }) {
    if (kept === null)
        return undefined;
    const path = (0,external_node_path_.join)(folder, toHandoverFiles(task).kept);
    const expected = { ref: context.store.refs.kept(task), commit: kept.commit };
    try {
        await withBundle(context, { path, facts: kept.bundle, expected }, async (quarantine) => {
            await requireComplete(quarantine, kept.commit, context.base);
            await releaseObjects(quarantine, context.trusted);
        });
        return undefined;
    }
    catch (error) {
        return error.message; // the task itself does not depend on it
    }
}

// EXTERNAL MODULE: ./lib/commands/gates/gate.js
var gate = __webpack_require__(13186);
;// CONCATENATED MODULE: ./lib/commands/handover/unannounced-files.js



/** One sentence for each folder that holds something which belongs to no handover in it. Nothing of that is read. */
async function listUnannounced(folders, announced) {
    const notices = [];
    for (const folder of new Set(folders)) {
        const names = await (0,external_node_fs_promises_.readdir)(folder).catch(() => []); // a folder that is not there holds nothing
        const others = names.filter(name => !announced.has((0,external_node_path_.join)(folder, name))).map(name => JSON.stringify(name));
        if (others.length > 0)
            notices.push(`left aside in ${folder}, announced by no manifest: ${(0,gate/* listPaths */.P)(others)}`);
    }
    return notices;
}

;// CONCATENATED MODULE: ./lib/commands/handover/read-handovers.js









/**
 * Takes handovers that nobody vouches for into a repository that knows the run (its plan and its base are on refs), prerequisites
 * first. Each is taken as a whole or refused with nothing written; a refused one stops no other.
 */
async function readHandovers(repository, request) {
    const { run, handovers } = request;
    const context = await openIntake(repository, request);
    const isKnown = new Set(context.plan.tasks.map(({ id }) => id));
    const strangers = new Set(handovers.map(({ task }) => task).filter(id => !isKnown.has(id)));
    const done = [];
    for (const task of (0,graph/* toTopologicalOrder */.Zk)(context.plan.tasks)) {
        const own = handovers.filter(handover => handover.task === task.id);
        if (own.length > 0)
            done.push(await answer(context, task, own));
    }
    const announced = new Set(done.flatMap(({ files }) => files));
    const folders = handovers.map(({ folder }) => folder);
    return {
        answers: [
            ...done.map(({ answer }) => answer),
            ...[...strangers].map(id => refused(id, `unknown task: the plan of run ${run} has no ${JSON.stringify(id)}`)),
        ],
        notices: [...done.flatMap(({ notices }) => notices), ...(await listUnannounced(folders, announced))].map(toLine),
    };
}
async function openIntake(trusted, { run, start, limits }) {
    const store = new run_store/* RunStore */.n(trusted, run);
    const plan = await readPlanOf(store);
    const [planId, base] = await Promise.all([store.resolve(store.refs.plan), store.resolve(store.refs.base)]);
    if (planId === undefined || base === undefined)
        throw new refused_error/* RefusedError */.f(`run ${run} has no base here: put it on ${store.refs.base} first`);
    const results = await store.readResults(plan.tasks.map(({ id }) => id));
    return { trusted, store, plan, planId, base, start, limits, results };
}
async function answer(context, task, handovers) {
    const allFiles = handovers.flatMap(({ folder }) => Object.values(toHandoverFiles(task.id)).map(name => (0,external_node_path_.join)(folder, name)));
    const [first, ...others] = handovers;
    if (first === undefined || others.length > 0) {
        const reason = `it was handed over ${handovers.length} times, and nothing tells which one is real`;
        return { answer: refused(task.id, reason), files: allFiles, notices: [] };
    }
    try {
        const { result, files, notices } = await takeHandover(context, { ...first, task });
        context.results.set(task.id, result);
        const paths = files.map(name => (0,external_node_path_.join)(first.folder, name));
        return { answer: { kind: 'taken', task: task.id, result }, files: paths, notices };
    }
    catch (error) {
        // Whatever one handover does to us, the others are taken.
        return { answer: refused(task.id, error.message), files: allFiles, notices: [] };
    }
}
function refused(task, reason) {
    return { kind: 'refused', task, reason: toLine(reason) };
}
const longestLine = 600;
/** Reasons quote what somebody else wrote. */
function toLine(text) {
    const line = (0,report_text/* toPlainLine */.Ic)(text);
    return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}

;// CONCATENATED MODULE: ./lib/git/bundle.js


/** Writes all that is in the history of a ref and not in that of the base. Fails when that is nothing. */
async function writeBundle(repository, { path, ref, base }) {
    await (0,run_git/* runGit */.EO)(repository.place, ['bundle', 'create', '--quiet', (0,external_node_path_.resolve)(path), ref, `^${base}`]);
}

;// CONCATENATED MODULE: ./lib/commands/handover/write-handover.js










/**
 * Writes what a task that has ended came to as files for another job: a manifest, and a bundle each for its branch and for what
 * was kept of it. The manifest comes last and at once, so a folder with a manifest is complete.
 *
 * @returns The paths of the files.
 */
async function writeHandover(repository, request) {
    const { run, attempt, task, folder } = request;
    const store = new run_store/* RunStore */.n(repository, run);
    const files = toHandoverFiles(task);
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
    const tree = result.commit === null ? undefined : await write_handover_requireTree(store, task, result.commit);
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
async function write_handover_requireTree(store, task, commit) {
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
    await (0,external_node_fs_promises_.writeFile)(`${path}.part`, toManifestText(manifest));
    await (0,external_node_fs_promises_.rename)(`${path}.part`, path);
}

;// CONCATENATED MODULE: ./lib/commands/transport/artifact-store.js
/** An artifact is not what it should be. It will not be another time. */
class DamagedArtifactError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'DamagedArtifactError';
    }
}

;// CONCATENATED MODULE: ./lib/commands/transport/lane-note.js



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
    return laneNoteSchema.safeParse(lane_note_tryParse(text)).data;
}
function lane_note_tryParse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined; // the schema says no to that
    }
}

;// CONCATENATED MODULE: ./lib/commands/transport/artifacts-transport.js











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
        await this.upload(copy => toArtifactName({ run, attempt, task, copy }), files, folder);
        this.given.add(task);
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
    async take(tasks) {
        const known = await this.store.readResults(tasks);
        const missing = new Set(tasks.filter(task => !known.has(task)));
        const fresh = toLatestArtifacts(await this.request.artifacts.list(), this.request).filter(name => missing.has(name.task) && !this.seen.has(toArtifactName(name)));
        if (fresh.length === 0)
            return [];
        const folder = (0,external_node_path_.join)(this.folder, 'taken');
        try {
            const { arrived, refused } = await this.downloadAll(fresh, folder);
            const arrivals = [...refused, ...(await this.takeIn(arrived))];
            for (const name of fresh)
                this.seen.add(toArtifactName(name));
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
        const name = toLaneArtifactName(run, attempt, kind, lane.id);
        await this.upload(copy => (copy === 1 ? name : `${name}.${copy}`), [path], folder);
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
    async readNotes(kind, attempts) {
        const { artifacts, run } = this.request;
        const all = await artifacts.list();
        const names = attempts.flatMap(attempt => listLaneArtifacts(all, run, attempt, kind));
        for (const name of names)
            if (!this.notes.has(name))
                this.notes.set(name, await this.readNote(name));
        return names.flatMap(name => this.notes.get(name) ?? []);
    }
    /** A name that we have begun to fill before, without success, is used up: then there is another. */
    async upload(toName, files, root) {
        const { artifacts } = this.request;
        for (let copy = 1; copy <= mostCopies; copy++) {
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
        throw new TransportError(`all names of the artifact ${toName(1)} are used up`);
    }
    /** All or none: a task is only taken with what it builds on. */
    async downloadAll(names, folder) {
        const downloads = { arrived: [], refused: [] };
        for (const name of names) {
            const place = (0,external_node_path_.join)(folder, toArtifactName(name));
            try {
                await this.download(toArtifactName(name), place);
                downloads.arrived.push({ task: name.task, attempt: name.attempt, folder: place });
            }
            catch (error) {
                if (!(error instanceof DamagedArtifactError))
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
        const { answers } = await readHandovers(repository, { run, start, handovers, limits: handoverLimits });
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
            if (error instanceof DamagedArtifactError)
                return undefined;
            throw error;
        }
        finally {
            await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
        }
    }
}

// EXTERNAL MODULE: ./lib/git/push-refs.js
var push_refs = __webpack_require__(79421);
;// CONCATENATED MODULE: ./lib/commands/transport/refs-transport.js







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
        const refs = await (0,git_refs/* listRefs */.Dy)(repository, names);
        const push = await (0,push_refs/* pushRefs */.NV)(repository, access, refs.filter(({ name }) => names.includes(name)));
        if (push.kind === 'refused')
            throw new TransportError(`could not be pushed: ${push.reason}`);
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
            throw new TransportError(`could not be read: ${remote.reason}`);
        return remote.refs;
    }
    async fetchRefs(names) {
        const failure = await (0,push_refs/* tryFetchRefs */.uU)(this.request.repository, this.request.access, names);
        if (failure !== undefined)
            throw new TransportError(`could not be fetched: ${failure}`);
    }
}
const attemptSchema = schemas/* object */.Ikc({ attempt: schemas/* number */.aig().int().positive() });

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/action/unpack-zip.js





const inflate = (0,external_node_util_.promisify)(external_node_zlib_.inflateRaw);
/**
 * Unpacks an archive that anybody may have made into an empty folder: plain files only, below that folder, each path once, and no
 * more than was allowed, whatever the archive says about itself. https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.9.TXT
 */
async function unpackZip(path, folder, limits) {
    const archive = await (0,external_node_fs_promises_.readFile)(path);
    const entries = readDirectory(archive);
    if (entries.length > limits.files)
        throw new DamagedArtifactError(`it holds ${entries.length} files, more than ${limits.files}`);
    let room = limits.bytes;
    for (const entry of entries) {
        const content = await readContent(archive, entry, room);
        room -= content.length;
        await writeNew((0,external_node_path_.join)(folder, entry.name), content);
    }
}
const endBytes = 22;
const longestComment = 0xffff;
function readDirectory(archive) {
    const end = archive.lastIndexOf('PK\x05\x06', archive.length - endBytes, 'latin1');
    if (end < 0 || end < archive.length - endBytes - longestComment)
        throw brokenError();
    const entries = [];
    let offset = readNumber(archive, end + 16, 4);
    for (let left = readNumber(archive, end + 10, 2); left > 0; left--) {
        if (archive.toString('latin1', offset, offset + 4) !== 'PK\x01\x02')
            throw brokenError();
        const [name, extra, comment] = [28, 30, 32].map(at => readNumber(archive, offset + at, 2));
        entries.push(readEntry(archive, offset, name));
        offset += 46 + name + extra + comment;
    }
    return entries;
}
function readEntry(archive, offset, nameLength) {
    const name = archive.toString('utf8', offset + 46, offset + 46 + nameLength);
    const isPlain = name.split('/').every(part => /^\w[\w.-]*$/.test(part)) && name.length <= 200;
    if (!isPlain)
        throw new DamagedArtifactError(`it holds a path that is not plain: ${JSON.stringify(name)}`);
    const method = readNumber(archive, offset + 10, 2);
    if (method !== 0 && method !== 8)
        throw brokenError();
    return {
        name,
        isDeflated: method === 8,
        packedBytes: readNumber(archive, offset + 20, 4),
        bytes: readNumber(archive, offset + 24, 4),
        offset: readNumber(archive, offset + 42, 4),
    };
}
async function readContent(archive, entry, room) {
    const { name, bytes, offset, packedBytes } = entry;
    if (bytes > room)
        throw new DamagedArtifactError(`${name} is too large: ${bytes} bytes`);
    const begin = offset + 30 + readNumber(archive, offset + 26, 2) + readNumber(archive, offset + 28, 2);
    const packed = archive.subarray(begin, begin + packedBytes);
    const content = entry.isDeflated ? await inflateUpTo(packed, bytes) : packed;
    if (content.length !== bytes)
        throw brokenError();
    return content;
}
function inflateUpTo(packed, bytes) {
    return inflate(packed, { maxOutputLength: Math.max(1, bytes) }).catch(error => {
        throw brokenError(error);
    });
}
async function writeNew(path, content) {
    await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,external_node_fs_promises_.writeFile)(path, content, { flag: 'wx' }).catch(error => {
        throw new DamagedArtifactError(`it holds a path twice: ${JSON.stringify(path)}`, { cause: error });
    });
}
function readNumber(archive, offset, size) {
    if (offset + size > archive.length)
        throw brokenError();
    return archive.readUIntLE(offset, size);
}
function brokenError(cause) {
    return new DamagedArtifactError('it is not an archive that can be unpacked', { cause });
}

;// CONCATENATED MODULE: ./lib/action/artifact-store.js








/** A manifest and two bundles; of other artifacts, much less is expected. */
const mostBytes = handoverLimits.manifestBytes + 2 * handoverLimits.bundleBytes;
const mostFiles = 10_000;
/** The artifacts of this workflow run. The client is large, so it is only loaded where there is something to exchange. */
async function openArtifactStore(env) {
    if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL)
        throw new refused_error/* RefusedError */.f('there is no artifact service here, which jobs exchange their work by. To push branches and results instead, write:\n    push: true');
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(645)]).then(__webpack_require__.bind(__webpack_require__, 9645));
    return new WorkflowArtifacts(new DefaultArtifactClient(), env.RUNNER_TEMP || (0,external_node_os_.tmpdir)());
}
class WorkflowArtifacts {
    client;
    temp;
    constructor(client, temp) {
        this.client = client;
        this.temp = temp;
    }
    async upload(name, files, root) {
        try {
            await this.client.uploadArtifact(name, [...files], root);
            return 'stored';
        }
        catch (error) {
            if (/\(409\)/.test(error.message))
                return 'exists';
            throw toTransportError(`${name} could not be uploaded`, error);
        }
    }
    async list() {
        try {
            return (await this.client.listArtifacts()).artifacts.map(artifact => artifact.name);
        }
        catch (error) {
            throw toTransportError('artifacts could not be listed', error);
        }
    }
    async download(name, folder) {
        const place = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(this.temp, 'artifact-'));
        try {
            const archive = await this.fetchArchive(name, place);
            await unpackZip(archive, folder, { files: mostFiles, bytes: mostBytes });
        }
        finally {
            await (0,external_node_fs_promises_.rm)(place, { recursive: true, force: true });
        }
    }
    /** The archive as it is: what the client would unpack, it would unpack without limits. */
    async fetchArchive(name, place) {
        try {
            const { artifact } = await this.client.getArtifact(name);
            if (artifact.size > mostBytes)
                throw new DamagedArtifactError(`it is too large: ${artifact.size} bytes, more than ${mostBytes}`);
            const expected = artifact.digest === undefined ? {} : { expectedHash: artifact.digest };
            const options = { path: place, skipDecompress: true, ...expected };
            const { digestMismatch } = await this.client.downloadArtifact(artifact.id, options);
            if (digestMismatch)
                throw new Error('other bytes arrived than were stored');
            const [file] = await (0,external_node_fs_promises_.readdir)(place);
            if (file === undefined)
                throw new Error('nothing arrived');
            return (0,external_node_path_.join)(place, file);
        }
        catch (error) {
            if (error instanceof DamagedArtifactError)
                throw error;
            throw toTransportError(`${name} could not be downloaded`, error);
        }
    }
}
function toTransportError(what, error) {
    return new TransportError(`${what}: ${error.message}`, { cause: error });
}

// EXTERNAL MODULE: ./lib/action/remote-access.js
var remote_access = __webpack_require__(88789);
;// CONCATENATED MODULE: ./lib/action/open-transport.js




/** How this job exchanges its run with others: by refs where it may push, else by artifacts. */
async function openTransport(job, repository, { run, attempt, base }) {
    if (job.inputs.push)
        return new RefsTransport({ repository, run, attempt, access: (0,remote_access/* requireRemoteAccess */._)(job, repository) });
    const artifacts = await openArtifactStore(job.env);
    return new ArtifactsTransport({ repository, run, attempt, start: base, artifacts });
}

// EXTERNAL MODULE: ./lib/action/run-log.js + 1 modules
var run_log = __webpack_require__(14269);
;// CONCATENATED MODULE: ./lib/action/lane-command.js













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
        job.log.line(`${task} was not handed over: ${(0,report_text/* toPlainLine */.Ic)(reason)}`);
    return {
        outputs: {
            run,
            'failed-tasks': JSON.stringify(missed.map(({ task }) => task)),
            'total-cost-usd': cost === null ? '' : String(Math.round(cost * 1e6) / 1e6),
        },
        summary: toLaneSummary({ name, run, results, notGiven, maxBytes: action_job/* mostSummaryBytes */.F }),
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
    return { level: 'error', title: `${task}: ${outcome}`, message: (0,report_text/* toPlainLine */.Ic)(reason ?? '') || outcome };
}
/** Red, so that "Re-run failed jobs" does again what is missing. */
function toFailure({ results, notGiven }, missed) {
    const sentences = [
        ...(missed.length === 0
            ? []
            : [
                `${missed.length} of ${results.length} tasks did not succeed: ${missed.map(({ task }) => task).join(', ')}`,
            ]),
        ...notGiven.map(({ task, reason }) => `${task} was not handed over: ${(0,report_text/* toPlainLine */.Ic)(reason)}`),
    ];
    return sentences.length === 0 ? undefined : sentences.join('\n');
}


/***/ })

};
