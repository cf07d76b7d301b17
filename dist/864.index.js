export const id = 864;
export const ids = [864];
export const modules = {

/***/ 94864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  laneCommand: () => (/* binding */ laneCommand)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/jobs/lane/clock.js

/** @param speed How many seconds of it pass in a real one: tests of waiting use more than 1. */
function startClock(speed) {
    return {
        now: () => performance.now() * speed,
        sleep: (milliseconds, signal) => (0,promises_.setTimeout)(milliseconds / speed, undefined, signal === undefined ? {} : { signal }).catch(() => { }), // the caller sees that it was told to stop
    };
}

// EXTERNAL MODULE: ./lib/commands/prepare-run.js + 6 modules
var prepare_run = __webpack_require__(96569);
// EXTERNAL MODULE: ./lib/run/open-context.js + 7 modules
var open_context = __webpack_require__(83709);
// EXTERNAL MODULE: ./lib/run/run-lock.js + 1 modules
var run_lock = __webpack_require__(53970);
// EXTERNAL MODULE: ./lib/jobs/lane/create-run.js
var create_run = __webpack_require__(65315);
// EXTERNAL MODULE: ./lib/run/remove-local-state.js
var remove_local_state = __webpack_require__(9991);
// EXTERNAL MODULE: ./lib/tasks/perform/end-task.js + 1 modules
var end_task = __webpack_require__(5885);
// EXTERNAL MODULE: ./lib/tasks/perform/perform-task.js + 19 modules
var perform_task = __webpack_require__(81360);
// EXTERNAL MODULE: ./lib/tasks/rescue/repair-run.js + 1 modules
var repair_run = __webpack_require__(28441);
// EXTERNAL MODULE: ./lib/jobs/transport/transport.js
var transport_transport = __webpack_require__(62851);
// EXTERNAL MODULE: ./lib/model/jitter.js
var jitter = __webpack_require__(12499);
;// CONCATENATED MODULE: ./lib/jobs/lane/backoff.js


/** How long to wait between two looks at what others have done, in seconds. */
const first = 2;
const growth = 1.6;
const longest = 20;
/** After a server has refused or failed, up to this. */
const longestAfterTrouble = 120;
/** Spaces out requests: longer and longer, never in step with other jobs, and far apart while a server fails. */
class Backoff {
    clock;
    seconds = first;
    troubles = 0;
    constructor(clock) {
        this.clock = clock;
    }
    /** Waits before the next look, or until it is told to stop. */
    async wait(signal) {
        const base = this.troubles === 0 ? this.seconds : Math.min(longestAfterTrouble, first * 2 ** this.troubles);
        this.seconds = Math.min(longest, this.seconds * growth);
        await this.clock.sleep((0,jitter/* jitter */.p)(base) * 1000, signal);
    }
    /** Looks, and notes failures. Undefined after one. */
    async look(work, onTrouble) {
        try {
            const found = await work();
            this.troubles = 0;
            return found;
        }
        catch (error) {
            if (!(error instanceof transport_transport/* TransportError */.w))
                throw error;
            this.troubles += 1;
            if (this.troubles === 1)
                onTrouble(error.message);
            return undefined;
        }
    }
}

;// CONCATENATED MODULE: ./lib/jobs/lane/standstill.js
/** How long all jobs must have waited for each other: runners that other workflows hold may come free. Milliseconds. */
const patience = 60_000;
/** Notices that every running job waits, so that only a job without a runner could go on. */
class Standstill {
    /** Why waiting is of no use any more. */
    reason;
    transport;
    ownJob;
    isWaiting = false;
    hasToldSo = false;
    since;
    constructor(transport, ownJob) {
        this.transport = transport;
        this.ownJob = ownJob;
    }
    /** Whether all jobs were seen waiting, so that it is worth looking again soon. */
    get isSuspected() {
        return this.since !== undefined && this.reason === undefined;
    }
    begin() {
        this.isWaiting = true;
    }
    /** Others must not take us for waiting when we work. */
    async end() {
        this.isWaiting = false;
        this.since = undefined;
        if (this.hasToldSo && this.ownJob !== undefined)
            await this.transport.tellWaiting(this.ownJob, false);
        this.hasToldSo = false;
    }
    async look(jobs, now) {
        if (!this.isWaiting || this.ownJob === undefined)
            return;
        if (!this.hasToldSo)
            await this.transport.tellWaiting(this.ownJob, true);
        this.hasToldSo = true;
        const waiting = await this.transport.readWaitingJobs();
        const running = jobs.filter(({ status }) => status === 'running');
        const isStill = running.some(({ id }) => id === this.ownJob) && running.every(({ id }) => waiting.has(id));
        this.since = isStill ? (this.since ?? now) : undefined;
        if (this.since !== undefined && now - this.since >= patience)
            this.reason = toReason(running.length, jobs);
    }
}
function toReason(running, jobs) {
    const queued = jobs.filter(({ status }) => status === 'queued').map(({ name }) => name);
    const whose = queued.length === 0 ? 'a job that has no runner' : `jobs that have no runner: ${queued.join(', ')}`;
    return (`all ${running} running jobs wait for ${whose}. There are fewer runners than lanes: ` +
        `write \`max-parallel: ${running}\` (in the plan, or as an input of the step with \`command: plan\`) and start the workflow again`);
}

;// CONCATENATED MODULE: ./lib/jobs/lane/undeliverable.js
/**
 * The tasks that no job will hand over any more, unless it already has: the job of their lane is over. Which job that is was said
 * by the lane itself, or is in the job's name, which in the shipped workflows is that of its lane.
 */
function findUndeliverable(tasks, jobs, begun) {
    const jobById = new Map(jobs.map(job => [job.id, job]));
    return tasks.filter(task => {
        const told = begun.filter(lane => lane.tasks.includes(task)).flatMap(lane => jobById.get(lane.job) ?? []);
        const doers = told.length > 0 ? told : jobs.filter(({ name }) => toTasks(name).includes(task));
        return doers.length > 0 && doers.every(({ status }) => status === 'completed');
    });
}
/** The tasks that the name of a lane's job says: in a called workflow, the name of the calling job comes first. */
function toTasks(name) {
    return name.split(/ \/ | → /);
}

;// CONCATENATED MODULE: ./lib/jobs/lane/ended-lanes.js




/** Between two questions about jobs: all lanes of a repository share 1000 questions an hour. Milliseconds. */
const firstPause = 15_000;
const longestPause = 300_000;
/** Knows which lanes have ended, by their own word or because their jobs are over, and when waiting for the others is of no use. */
class EndedLanes {
    standstill;
    request;
    dead = new Set();
    pause = firstPause;
    dueAt;
    hasComplained = false;
    constructor(request) {
        this.request = request;
        this.dueAt = request.clock.now() + firstPause;
        this.standstill = new Standstill(request.transport, request.ownJob);
    }
    /**
     * Tells others which job does our lane, so that they need not wait for it when that dies.
     *
     * @throws TransportRefusedError When nothing can be handed over from here: no agent need be paid.
     */
    async begin(lane) {
        const { transport, ownJob } = this.request;
        await this.unlessTrouble(() => transport.beginLane(lane, ownJob ?? null));
    }
    /** The tasks of lanes that have ended. */
    async readTasks(awaited) {
        const told = await this.request.transport.readEndedTasks();
        if (this.request.clock.now() >= this.dueAt)
            await this.unlessTrouble(() => this.lookAround(awaited));
        return new Set([...told, ...this.dead]);
    }
    /** From now on we only wait. */
    beginWaiting() {
        this.standstill.begin();
    }
    async endWaiting() {
        await this.unlessTrouble(() => this.standstill.end());
    }
    async lookAround(awaited) {
        const { watch, transport } = this.request;
        if (watch === undefined)
            return;
        const begun = await transport.readBegunLanes();
        const jobs = await watch.readJobs();
        for (const task of findUndeliverable(awaited, jobs, begun))
            this.dead.add(task);
        await this.standstill.look(jobs, this.request.clock.now());
        this.pause = this.standstill.isSuspected ? firstPause : Math.min(longestPause, this.pause * 2);
        this.dueAt = this.request.clock.now() + (0,jitter/* jitter */.p)(this.pause);
    }
    /** Without knowing this, we only wait for longer. */
    async unlessTrouble(work) {
        try {
            await work();
        }
        catch (error) {
            if (!(error instanceof transport_transport/* TransportError */.w))
                throw error;
            this.dueAt = this.request.clock.now() + 2 * longestPause;
            if (!this.hasComplained)
                this.request.notice(error.message);
            this.hasComplained = true;
        }
    }
}

;// CONCATENATED MODULE: ./lib/jobs/lane/handover-queue.js


/** Hands tasks over, and keeps those that could not be for another try. */
class HandoverQueue {
    transport;
    clock;
    waiting = new Map();
    /** Others cannot be handed over at any time. */
    refused = new Map();
    constructor(transport, clock) {
        this.transport = transport;
        this.clock = clock;
    }
    /** Tries once. What is left over is tried again by the next call. */
    async give(tasks) {
        const all = new Set([...this.waiting.keys(), ...tasks]);
        await Promise.all([...all].map(task => this.tryGive(task)));
    }
    /** Tries again what is left over, for so many seconds. */
    async settle(seconds) {
        const deadline = this.clock.now() + seconds * 1000;
        for (let pause = 1; this.waiting.size > 0 && this.clock.now() < deadline; pause = Math.min(30, pause * 2)) {
            await this.clock.sleep(Math.min((0,jitter/* jitter */.p)(pause) * 1000, Math.max(0, deadline - this.clock.now())));
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
            if (error instanceof transport_transport/* TransportError */.w)
                this.waiting.set(task, message);
            else {
                // Whatever one task does to us, the others are handed over.
                this.waiting.delete(task);
                this.refused.set(task, message);
            }
        }
    }
}

// EXTERNAL MODULE: ./lib/model/outcome.js
var outcome = __webpack_require__(26805);
// EXTERNAL MODULE: ./lib/model/plan.js
var plan = __webpack_require__(62774);
// EXTERNAL MODULE: ./lib/plan/graph/graph.js
var graph = __webpack_require__(58060);
;// CONCATENATED MODULE: ./lib/jobs/lane/task-eligibility.js
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

;// CONCATENATED MODULE: ./lib/jobs/lane/task-board.js




/** What a lane knows of its own tasks and of all that they build on, wherever that is done. */
class TaskBoard {
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
    /** Takes up what an earlier job has left in this repository. Returns our own tasks among them, which no other job may have yet. */
    async readLeft() {
        const left = await this.request.store.readResults(this.wanted);
        for (const result of left.values())
            await this.accept(result, false);
        return [...this.results.keys()].filter(id => this.own.has(id));
    }
    /** Takes what has arrived, and then knows also what will not. */
    async look() {
        const missing = this.wanted.filter(id => !this.results.has(id) && !this.lost.has(id));
        const awaited = missing.filter(id => !this.own.has(id));
        const ended = await this.request.endedLanes.readTasks(awaited); // before: what they have given is there by now
        for (const arrival of await this.request.transport.take(missing))
            await this.note(arrival);
        for (const id of awaited) {
            if (ended.has(id) && !this.results.has(id) && !this.lost.has(id))
                this.lost.set(id, this.whyLost());
        }
    }
    readinessOf(task) {
        const failed = task.needs.flatMap(id => this.blockerOf(id) ?? []);
        if (failed.length > 0)
            return { kind: 'blocked', reason: failed.join('; ') };
        const missing = (0,plan/* prerequisites */.a)(task).filter(id => !this.results.has(id) && !this.lost.has(id));
        return missing.length === 0 ? { kind: 'ready' } : { kind: 'waiting', for: missing };
    }
    /** Why nothing can be built on a task; undefined when something can, or may in time. */
    blockerOf(id) {
        const lost = this.lost.get(id);
        if (lost !== undefined)
            return `${id}: ${lost}`;
        const result = this.results.get(id);
        return result === undefined || (0,outcome/* isAchieved */.Qz)(this.requireTask(id), result.outcome)
            ? undefined
            : `${id} did not succeed`;
    }
    /** In a later attempt, what an earlier one handed over may be gone. */
    whyLost() {
        if (this.request.attempt === 1)
            return 'its lane has ended without handing it over';
        return 'its job is over, and what it handed over is gone: choose "Re-run all jobs", or start the workflow again';
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
        if (isWhole && ((isFinal && !isOwn) || (0,outcome/* isAchieved */.Qz)(this.requireTask(task), result.outcome)))
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

// EXTERNAL MODULE: ./lib/checkouts/equip.js + 7 modules
var equip = __webpack_require__(46003);
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
        await (0,equip/* unequip */.s)(context, warmUpName);
        await (0,remove_task_folders/* removeTaskFolders */.d)(context, warmUpName);
    };
}

;// CONCATENATED MODULE: ./lib/jobs/lane/until-ready.js


/** Looks for what a task builds on until that is here, or never will be, or it is time to stop (`waiting`). */
async function untilReady(task, lane) {
    const { context, board, queue, clock } = lane;
    const backoff = new Backoff(clock);
    let endWaiting = async () => { };
    try {
        for (let round = 0;; round++) {
            const readiness = toPresent(board.readinessOf(task), lane);
            if (readiness.kind !== 'waiting' || context.signal.aborted)
                return readiness;
            if (round === 1)
                endWaiting = beginWaiting(task, readiness.for, lane);
            if (round > 0)
                await backoff.wait(context.signal);
            await lane.look(backoff);
            await queue.give([]);
        }
    }
    finally {
        await endWaiting();
    }
}
/** When it is time to stop, nothing begins any more, also what is ready. */
function toPresent(readiness, { context, endedLanes }) {
    if (context.signal.aborted)
        return { kind: 'waiting', for: [] };
    const { reason } = endedLanes.standstill;
    return readiness.kind === 'waiting' && reason !== undefined ? { kind: 'hopeless', reason } : readiness;
}
function beginWaiting(task, missing, { context, endedLanes }) {
    context.emit({ kind: 'waiting', task: task.id, for: missing });
    endedLanes.beginWaiting();
    const endWarmUp = startWarmUp(context, task);
    return async () => {
        await endWarmUp();
        await endedLanes.endWaiting();
    };
}

;// CONCATENATED MODULE: ./lib/jobs/lane/lane-work.js










/** How long servers may fail before anything is begun, and in the end: a cancelled job is killed ten seconds after it was told. */
const retrySeconds = { begin: 900, ended: 300, cancelled: 2 };
/** The tasks of one lane, one after another. */
class LaneWork {
    request;
    context;
    tasks;
    endedLanes;
    board;
    queue;
    clock;
    constructor(request, context, tasks) {
        const notice = (text) => request.emit({ kind: 'notice', text });
        this.request = request;
        this.context = context;
        this.clock = request.clock;
        this.tasks = tasks;
        this.endedLanes = new EndedLanes({ ...request, notice });
        this.board = new TaskBoard({ ...request, endedLanes: this.endedLanes, store: context.store, notice });
        this.queue = new HandoverQueue(request.transport, request.clock);
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
        await this.endedLanes.begin(this.request.lane);
        await this.takeUp();
        for (const task of this.tasks)
            if (!this.board.results.has(task.id))
                await this.end(task);
        const undelivered = await this.queue.settle(this.request.cancelled.aborted ? retrySeconds.cancelled : retrySeconds.ended);
        await this.context.harness.trash.settled();
        await (0,remove_local_state/* removeLocalState */.j)(this.context.paths);
        return { results: this.tasks.map(({ id }) => this.board.results.get(id)), undelivered };
    }
    /** Finds out what need not be done again. Without knowing that, nothing is begun: it could have been paid for already. */
    async takeUp() {
        const backoff = new Backoff(this.clock);
        const left = await this.board.readLeft();
        for (const task of left)
            this.tell(task);
        await this.queue.give(left);
        const giveUpAt = this.clock.now() + retrySeconds.begin * 1000;
        while (!this.context.signal.aborted && !(await this.look(backoff))) {
            if (this.clock.now() > giveUpAt)
                throw new transport_transport/* TransportError */.w('nothing was started: what other jobs have done cannot be read');
            await backoff.wait(this.context.signal);
        }
        const earlier = this.tasks.filter(({ id }) => this.board.results.has(id) && !left.includes(id));
        for (const { id } of earlier)
            this.tell(id);
    }
    async look(backoff) {
        const look = () => this.board.look().then(() => true);
        const notice = (reason) => this.request.emit({ kind: 'notice', text: `${reason}; tried again` });
        return (await backoff.look(look, notice)) ?? false;
    }
    /** A task that was not begun is not handed over: that would hide the result of an earlier attempt. */
    async end(task) {
        const readiness = await untilReady(task, this);
        const result = await this.toResult(task, readiness);
        this.board.results.set(task.id, result);
        this.tell(task.id);
        if (readiness.kind === 'ready' || readiness.kind === 'blocked')
            await this.queue.give([task.id]);
    }
    toResult(task, readiness) {
        switch (readiness.kind) {
            case 'ready':
                return this.performTask(task);
            case 'blocked':
                return (0,end_task/* endWithoutWork */.L0)(this.context, task, 'blocked', readiness.reason);
            case 'waiting':
                return (0,end_task/* endWithoutWork */.L0)(this.context, task, 'cancelled', this.toStopReason());
            case 'hopeless':
                return (0,end_task/* endWithoutWork */.L0)(this.context, task, 'infrastructure-error', readiness.reason);
        }
    }
    async performTask(task) {
        const { context, board } = this;
        context.emit({ kind: 'task-started', task: task.id, attempts: task.retries + 1 });
        // A failure around a task, such as a full disk, ends one task and not the lane. What the agent left is kept by the next start.
        return (0,perform_task/* performTask */.V)(context, task, board.results).catch((error) => (0,end_task/* endWithoutWork */.L0)(context, task, 'infrastructure-error', error.message));
    }
    tell(id) {
        const result = this.board.results.get(id);
        if (result !== undefined)
            this.context.emit({ kind: 'task-ended', task: id, result });
    }
    toStopReason() {
        const why = this.request.cancelled.aborted ? 'the job was cancelled' : 'the deadline of the job came';
        return `${why} before it started`;
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

;// CONCATENATED MODULE: ./lib/jobs/run-lane.js







/** Between two tries to tell that a lane has ended, in seconds. */
const run_lane_longestPause = 20;
/**
 * Does the tasks of one lane in their order, for a run that other jobs work on as well. What a task builds on may be done in other
 * lanes: it is waited for. Each task is handed over when it has ended, and in the end all others of the lane, whatever happened.
 */
async function runLane(request) {
    const { repository, run, lane } = request;
    try {
        const tasks = requireLaneTasks(request.plan, lane);
        await (0,prepare_run/* requireAgents */.w)(repository, request.plan, tasks);
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
async function tellEnd({ transport, lane, cancelled, clock, emit }) {
    for (let pause = 1;; pause *= 4) {
        try {
            await transport.endLane(lane);
            return;
        }
        catch (error) {
            if (cancelled.aborted || pause > run_lane_longestPause || error instanceof transport_transport/* TransportRefusedError */.K) {
                const { message } = error;
                emit({ kind: 'notice', text: `failed to signal lane completion: ${message}` });
                return;
            }
            await clock.sleep(pause * 1000, cancelled); // cancelled: one more time
        }
    }
}

// EXTERNAL MODULE: ./lib/report/text/cost.js
var text_cost = __webpack_require__(59087);
// EXTERNAL MODULE: ./lib/report/text/duration.js
var duration = __webpack_require__(53438);
// EXTERNAL MODULE: ./lib/report/markdown/markdown.js + 1 modules
var markdown = __webpack_require__(45521);
// EXTERNAL MODULE: ./lib/report/markdown/page.js
var page = __webpack_require__(63019);
;// CONCATENATED MODULE: ./lib/report/markdown/lane-summary.js




const head = '| task | outcome | tries | time | files | cost | why |\n| --- | --- | ---: | ---: | ---: | ---: | --- |';
/** The most that one row says about why, in characters. */
const longestReason = 1000;
/** What came of the tasks of a lane, as a page. */
function toLaneSummary({ name, run, results, undelivered, maxBytes }) {
    const cost = (0,text_cost/* tryCostText */.WS)((0,text_cost/* toCost */.jd)((0,text_cost/* tryUsageOfTasks */.i7)(results)));
    const rows = results.map(result => ({ text: toRow(result), isImportant: result.outcome !== 'succeeded' }));
    const lost = undelivered.map(({ task, reason }) => ({
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
        (0,text_cost/* tryCostText */.WS)((0,text_cost/* toCost */.jd)((0,text_cost/* tryUsageOfTasks */.i7)([result]))) ?? '–',
        (0,markdown/* toMarkdownText */.u9)((result.reason ?? '').slice(0, longestReason)),
    ];
    return `| ${cells.join(' | ')} |`;
}

// EXTERNAL MODULE: ./lib/report/text/text.js
var text_text = __webpack_require__(41193);
// EXTERNAL MODULE: ./lib/action/github/github-job-watch.js
var github_job_watch = __webpack_require__(83425);
// EXTERNAL MODULE: ./lib/action/github/own-job.js
var own_job = __webpack_require__(37894);
// EXTERNAL MODULE: ./lib/action/output/run-log.js + 1 modules
var run_log = __webpack_require__(92308);
;// CONCATENATED MODULE: ./lib/action/step/clock-speed.js
/** How fast a lane's clock goes while it waits for other jobs: more than 1 only where tests have set it on the runner. */
function toClockSpeed(env) {
    const speed = Number(env.PARALLEL_AGENTS_CLOCK_SPEED);
    return speed >= 1 && speed <= 1000 ? speed : 1;
}

// EXTERNAL MODULE: ./lib/action/step/job-deadline.js
var job_deadline = __webpack_require__(82543);
// EXTERNAL MODULE: ./lib/action/step/step.js
var step_step = __webpack_require__(65083);
// EXTERNAL MODULE: ./lib/action/step/step-repository.js
var step_repository = __webpack_require__(38172);
// EXTERNAL MODULE: ./lib/action/commands/load-step-plan.js + 2 modules
var load_step_plan = __webpack_require__(88133);
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
 * Writes the result of an ended task as files for another job: a manifest, and a bundle each for its branch and for what
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
// EXTERNAL MODULE: ./lib/jobs/transport/lane-note.js
var lane_note = __webpack_require__(40587);
;// CONCATENATED MODULE: ./lib/jobs/transport/artifact-notes.js





const noteFile = 'lane.json';
/** What lanes tell each other of themselves, as artifacts. */
class ArtifactNotes {
    request;
    /** By the name of their artifact. */
    known = new Map();
    constructor(request) {
        this.request = request;
    }
    async write(kind, lane, job) {
        const { run, attempt, shelf } = this.request;
        const folder = (0,external_node_path_.join)(this.request.folder, kind);
        await (0,external_node_fs_promises_.mkdir)(folder, { recursive: true });
        const path = (0,external_node_path_.join)(folder, noteFile);
        await (0,external_node_fs_promises_.writeFile)(path, (0,lane_note/* toLaneNoteText */.h)(lane, attempt, job));
        const name = (0,artifact_name/* toLaneArtifactName */.ro)(run, attempt, kind, lane.id);
        await shelf.put(copy => (copy === 1 ? name : `${name}.${copy}`), [path], folder);
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
    async read(kind, attempts) {
        const { run, shelf } = this.request;
        const all = await shelf.list();
        const names = attempts.flatMap(attempt => (0,artifact_name/* listLaneArtifacts */.mR)(all, run, attempt, kind));
        for (const name of names)
            if (!this.known.has(name))
                this.known.set(name, await this.readOne(name));
        return names.flatMap(name => this.known.get(name) ?? []);
    }
    /** Each change is an artifact: with an odd number of them the job waits. */
    async tellWaiting(job, isWaiting) {
        const changes = countChanges(await this.listWaits(), job);
        if ((changes % 2 === 1) !== isWaiting)
            await this.write('wait', { id: `${job}.${changes + 1}`, tasks: [] }, job);
    }
    async readWaitingJobs() {
        const waits = await this.listWaits();
        const jobs = new Set(waits.map(wait => wait.split('.')[0] ?? ''));
        return new Set([...jobs].filter(job => countChanges(waits, job) % 2 === 1));
    }
    /** The names of artifacts by which jobs tell that they wait, as `<job>.<number>`. */
    async listWaits() {
        const { run, attempt, shelf } = this.request;
        const prefix = (0,artifact_name/* toLaneArtifactName */.ro)(run, attempt, 'wait', '');
        const names = (0,artifact_name/* listLaneArtifacts */.mR)(await shelf.list(), run, attempt, 'wait');
        return names.map(name => name.slice(prefix.length));
    }
    async readOne(name) {
        const folder = (0,external_node_path_.join)(this.request.folder, 'note');
        try {
            await this.request.shelf.fetch(name, folder);
            const text = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(folder, noteFile), 'utf8').catch(() => ''); // not there: says nothing
            return (0,lane_note/* tryReadLaneNote */.g)(text);
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
/** How often a job has told that it waits, or no longer does. A second copy of a name tells the same. */
function countChanges(waits, job) {
    const own = waits.map(wait => wait.split('.')).filter(parts => parts[0] === job);
    return new Set(own.map(parts => parts[1])).size;
}

;// CONCATENATED MODULE: ./lib/jobs/transport/artifact-shelf.js



/** Artifacts as one job fills and reads them: each name is filled once, whatever goes wrong on the way. */
class ArtifactShelf {
    artifacts;
    /** Names that we have begun to fill. */
    begun = new Set();
    constructor(artifacts) {
        this.artifacts = artifacts;
    }
    list() {
        return this.artifacts.list();
    }
    /** A name that we have begun to fill before, without success, is used up: then there is another. */
    async put(toName, files, root) {
        for (let copy = 1; copy <= artifact_name/* mostCopies */.VH; copy++) {
            const name = toName(copy);
            const isOurs = this.begun.has(name);
            this.begun.add(name);
            if ((await this.artifacts.upload(name, files, root)) === 'stored')
                return;
            if (!isOurs)
                throw new Error(`there is an artifact ${name} already, and it is not from this job`);
            if ((await this.artifacts.list()).includes(name))
                return; // only the answer was lost
        }
        throw new transport_transport/* TransportError */.w(`all names of the artifact ${toName(1)} are used up`);
    }
    async fetch(name, folder) {
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
        await (0,external_node_fs_promises_.mkdir)(folder, { recursive: true });
        await this.artifacts.download(name, folder);
    }
}

;// CONCATENATED MODULE: ./lib/jobs/transport/artifacts-transport.js












/** Jobs that may write nothing to the repository exchange a run by artifacts, one a task. No job trusts what others hand over. */
class ArtifactsTransport {
    request;
    store;
    folder;
    shelf;
    notes;
    given = new Set();
    /** Names that were answered with. */
    seen = new Set();
    constructor(request) {
        this.request = request;
        this.store = new run_store/* RunStore */.n(request.repository, request.run);
        this.folder = (0,external_node_path_.join)((0,run_paths/* toRunPaths */.FZ)(request.repository, request.run).state, 'handovers');
        this.shelf = new ArtifactShelf(request.artifacts);
        this.notes = new ArtifactNotes({ ...request, shelf: this.shelf, folder: this.folder });
    }
    async give(task) {
        if (this.given.has(task))
            return;
        await this.unlessRefused(() => this.upload(task), refs => refs.give(task));
        this.given.add(task);
    }
    async take(tasks) {
        const known = await this.store.readResults(tasks);
        const missing = new Set(tasks.filter(task => !known.has(task)));
        const latest = (0,artifact_name/* toLatestArtifacts */.sW)(await this.shelf.list(), this.request);
        const pushed = await this.takePushed(subtract(missing, latest));
        const fresh = latest.filter(name => missing.has(name.task) && !this.seen.has((0,artifact_name/* toArtifactName */.xy)(name)));
        return fresh.length === 0 ? pushed : [...pushed, ...(await this.takeArtifacts(fresh))];
    }
    async takeArtifacts(fresh) {
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
    /** What is no artifact may be on refs: published by an earlier attempt, or pushed because artifacts were refused. */
    async takePushed(tasks) {
        try {
            return tasks.length === 0 ? [] : ((await this.request.refs?.take(tasks)) ?? []);
        }
        catch (error) {
            if (error instanceof transport_transport/* TransportError */.w)
                return []; // most of the time nothing is there
            throw error;
        }
    }
    /** Does something by refs where artifacts are refused for good, if this job may push. */
    async unlessRefused(byArtifacts, byRefs) {
        try {
            await byArtifacts();
        }
        catch (error) {
            if (!(error instanceof transport_transport/* TransportRefusedError */.K) || this.request.refs === undefined)
                throw error;
            await byRefs(this.request.refs).catch((second) => {
                if (second instanceof transport_transport/* TransportError */.w && !/403|denied|not permitted/i.test(second.message))
                    throw second;
                throw new transport_transport/* TransportRefusedError */.K(`${error.message}\n${toAdvice(second)}`, { cause: second });
            });
        }
    }
    async beginLane(lane, job) {
        await this.unlessRefused(() => this.notes.write('begin', lane, job), refs => refs.beginLane(lane, job));
    }
    async readBegunLanes() {
        const attempts = Array.from({ length: this.request.attempt }, (_, index) => index + 1);
        const notes = await this.notes.read('begin', attempts);
        return notes.flatMap(({ job, tasks }) => (job === null ? [] : [{ job, tasks }]));
    }
    tellWaiting(job, isWaiting) {
        return this.notes.tellWaiting(job, isWaiting);
    }
    readWaitingJobs() {
        return this.notes.readWaitingJobs();
    }
    async endLane(lane) {
        await this.notes.write('lane', lane, null);
    }
    async readEndedTasks() {
        const notes = await this.notes.read('lane', [this.request.attempt]);
        return new Set(notes.flatMap(({ tasks }) => tasks));
    }
    async upload(task) {
        const { repository, run, attempt } = this.request;
        const folder = (0,external_node_path_.join)(this.folder, 'given', task);
        const files = await writeHandover(repository, { run, attempt, task, folder });
        await this.shelf.put(copy => (0,artifact_name/* toArtifactName */.xy)({ run, attempt, task, copy }), files, folder);
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
    /** All or none: a task is only taken with what it builds on. */
    async downloadAll(names, folder) {
        const downloads = { arrived: [], refused: [] };
        for (const name of names) {
            const place = (0,external_node_path_.join)(folder, (0,artifact_name/* toArtifactName */.xy)(name));
            try {
                await this.shelf.fetch((0,artifact_name/* toArtifactName */.xy)(name), place);
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
    async takeIn(handovers) {
        const { repository, run, start } = this.request;
        const { answers } = await (0,read_handovers/* readHandovers */.f)(repository, { run, start, handovers, limits: limits/* handoverLimits */.k });
        const attempts = new Map(handovers.map(({ task, attempt }) => [task, attempt]));
        return answers.map(answer => answer.kind === 'refused'
            ? answer
            : { task: answer.task, kind: 'taken', attempt: attempts.get(answer.task) ?? 1 });
    }
}
function subtract(tasks, names) {
    const named = new Set(names.map(({ task }) => task));
    return [...tasks].filter(task => !named.has(task));
}
function toAdvice({ message }) {
    return (`This job cannot push instead (${message}). Delete artifacts of earlier runs, or raise the limit: Settings → Billing → Actions. ` +
        'Or let jobs push what they make: `push: true` under `with:`, and in each job\n    permissions: { contents: write }');
}

// EXTERNAL MODULE: ./lib/jobs/transport/refs-transport.js
var refs_transport = __webpack_require__(51586);
// EXTERNAL MODULE: ./lib/action/artifacts/artifact-store.js + 1 modules
var artifacts_artifact_store = __webpack_require__(77037);
// EXTERNAL MODULE: ./lib/action/github/remote-access.js
var remote_access = __webpack_require__(21879);
;// CONCATENATED MODULE: ./lib/action/commands/open-transport.js




/** How this job exchanges its run with others: by refs where it may push, else by artifacts. */
async function openTransport(step, repository, { run, attempt, base }) {
    const request = { repository, run, attempt };
    if (step.inputs.push)
        return new refs_transport/* RefsTransport */.e({ ...request, access: (0,remote_access/* requireRemoteAccess */._)(step, repository) });
    const artifacts = await (0,artifacts_artifact_store/* openArtifactStore */.k)(step.env);
    const access = (0,remote_access/* tryRemoteAccess */.g)(step, repository);
    const published = { attempt: attempt - 1 };
    const refs = access === undefined ? undefined : new refs_transport/* RefsTransport */.e({ ...request, access, published });
    return new ArtifactsTransport({ ...request, start: base, artifacts, refs });
}

// EXTERNAL MODULE: ./lib/action/commands/planned-run.js
var planned_run = __webpack_require__(95007);
;// CONCATENATED MODULE: ./lib/action/commands/lane-command.js

















/** `command: run` with a lane: the tasks of that lane, one after another, for a run that other jobs work on as well. */
function laneCommand(step) {
    return (0,step_repository/* withStepRepository */.v)(step, async (repository) => {
        const { lane, dryRun } = step.inputs;
        if (lane === undefined)
            throw new refused_error/* RefusedError */.f('this step needs the input `lane`');
        const run = await (0,planned_run/* requirePlannedRun */.h)(step, repository, (0,load_step_plan/* loadStepPlan */.K)(step, repository));
        if (dryRun)
            return preview(step, lane);
        const outcome = await perform(step, repository, run, lane);
        return toResult(step, run, lane, outcome);
    });
}
function preview({ log }, { id, tasks }) {
    const text = `${id} would do ${tasks.join(' → ')}; nothing was started (dry-run: true)`;
    log.line(text);
    return { outputs: {}, summary: `${text}\n`, annotations: [], failure: undefined };
}
async function perform(step, repository, run, lane) {
    const { log, signal } = step;
    const watch = await (0,github_job_watch/* tryOpenJobWatch */.e)(step);
    const ownJob = await (0,own_job/* tryOwnJob */.T)(step, watch);
    const deadline = (0,job_deadline/* startDeadline */.d)(step, ownJob);
    const transport = await openTransport(step, repository, run);
    const emit = (0,run_log/* toRunLog */.$)(log, run.plan);
    return runLane({
        ...run,
        repository,
        lane,
        transport,
        watch,
        ownJob: ownJob?.id,
        cancelled: signal,
        deadline: deadline.signal,
        clock: startClock(toClockSpeed(step.env)),
        emit,
    });
}
function toResult(step, { run, plan }, { name }, outcome) {
    const { results, undelivered } = outcome;
    const missed = results.filter(result => !isFine(plan, result));
    for (const { task, reason } of undelivered)
        step.log.line(`${task} was not handed over: ${(0,text_text/* toPlainLine */.Ic)(reason)}`);
    return {
        outputs: {
            run,
            'failed-tasks': JSON.stringify(missed.map(({ task }) => task)),
            'total-cost-usd': (0,text_cost/* toAmountText */.Zx)((0,text_cost/* toCost */.jd)((0,text_cost/* tryUsageOfTasks */.i7)(results))),
        },
        summary: toLaneSummary({ name, run, results, undelivered, maxBytes: step_step/* mostSummaryBytes */.F }),
        annotations: missed.filter(isOwnFault).map(toAnnotation),
        failure: toFailure(outcome, missed),
    };
}
function isFine({ tasks }, result) {
    const task = tasks.find(({ id }) => id === result.task);
    return task !== undefined && (0,outcome/* isAchieved */.Qz)(task, result.outcome);
}
/** Whether a task failed by itself, and not because another one did or the job was stopped. */
function isOwnFault({ outcome }) {
    return outcome !== 'blocked' && outcome !== 'cancelled';
}
function toAnnotation({ task, outcome, reason }) {
    return { level: 'error', title: `${task}: ${outcome}`, message: (0,text_text/* toPlainLine */.Ic)(reason ?? '') || outcome };
}
/** Red, so that "Re-run failed jobs" does again what is missing. */
function toFailure({ results, undelivered }, missed) {
    const sentences = [
        ...(missed.length === 0 ? [] : [`${missed.length} of ${results.length} tasks did not succeed:`]),
        ...missed.map(({ task, outcome, reason }) => `- ${task}: ${(0,text_text/* toPlainLine */.Ic)(reason ?? '') || outcome}`),
        ...undelivered.map(({ task, reason }) => `${task} was not handed over: ${(0,text_text/* toPlainLine */.Ic)(reason)}`),
    ];
    return sentences.length === 0 ? undefined : sentences.join('\n');
}


/***/ }),

/***/ 83425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ tryOpenJobWatch)
/* harmony export */ });
/* harmony import */ var _jobs_transport_transport_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62851);

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
    async readJobs() {
        return (await this.fetchJobs()).map(toWatchedJob);
    }
    /** A runner does one job at a time. */
    async readOwnJob() {
        if (this.runner === '')
            return undefined;
        const jobs = await this.fetchJobs();
        const own = jobs.filter(job => job.status === 'in_progress' && job.runner_name === this.runner);
        return own.length === 1 ? own.map(toWatchedJob)[0] : undefined;
    }
    /** Each as it was started last. */
    async fetchJobs() {
        const { paginate, rest } = this.octokit;
        try {
            const request = { ...this.run, filter: 'latest', per_page: 100 };
            return await paginate(rest.actions.listJobsForWorkflowRun, request);
        }
        catch (error) {
            throw new _jobs_transport_transport_js__WEBPACK_IMPORTED_MODULE_0__/* .TransportError */ .w(`the jobs of this workflow run could not be read (${error.message}), so other lanes whose jobs die are only given up at the deadline. Give the job \`permissions: { actions: read }\``, { cause: error });
        }
    }
}
/** Jobs that wait for an approval or for other jobs have no runner, too. */
function toWatchedJob({ id, name, status, started_at }) {
    const startedAt = Date.parse(started_at ?? '');
    return {
        id: String(id),
        name,
        status: status === 'completed' ? 'completed' : status === 'in_progress' ? 'running' : 'queued',
        startedAt: status === 'queued' || Number.isNaN(startedAt) ? undefined : startedAt,
    };
}


/***/ }),

/***/ 37894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ tryOwnJob)
/* harmony export */ });
/* harmony import */ var _jobs_transport_transport_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62851);

/** The job that this step is in. Without it, less is known of the other jobs, and that is said. */
async function tryOwnJob({ log }, watch) {
    try {
        return await watch?.readOwnJob();
    }
    catch (error) {
        if (!(error instanceof _jobs_transport_transport_js__WEBPACK_IMPORTED_MODULE_0__/* .TransportError */ .w))
            throw error;
        log.line(error.message);
        return undefined;
    }
}


/***/ }),

/***/ 82543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ startDeadline)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/** No clock of a server is trusted that says that the job began longer ago. */
const longestMilliseconds = 7 * 24 * 3_600_000;
/** Counts `deadline-minutes` from where GitHub counts `timeout-minutes` from: the start of the job, with all steps before this one. */
function startDeadline(step, ownJob) {
    const minutes = step.inputs.deadlineMinutes;
    const left = toJobStart(step.env, ownJob, Date.now()) + minutes * 60_000 - Date.now();
    const signal = AbortSignal.timeout(Math.max(0, Math.round(left)));
    const tell = () => step.log.line(`the deadline has come (${minutes} minutes after the start of the job): what runs is stopped, its work is kept`);
    signal.addEventListener('abort', tell);
    return { signal, minutes };
}
/** As GitHub says it, else when the runner wrote down the event, which it does first. Else now. */
function toJobStart(env, ownJob, now) {
    const event = env.GITHUB_EVENT_PATH && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(env.GITHUB_EVENT_PATH, { throwIfNoEntry: false })?.mtimeMs;
    const candidates = [ownJob?.startedAt, event || undefined];
    const isPlausible = (at) => at !== undefined && at <= now && now - at < longestMilliseconds;
    return candidates.find(isPlausible) ?? now;
}


/***/ })

};
