export const id = 973;
export const ids = [973];
export const modules = {

/***/ 63124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ toRunAnnotations)
/* harmony export */ });
/* harmony import */ var _report_text_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41193);

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
    return [...toTrouble(report), ...conflicts, ...refused, ...others, ...toFindings(report)];
}
/** What the last round of reviews found, beside its lines. Remarks are in the report only. */
function toFindings({ tasks }) {
    return Object.entries(tasks).flatMap(([id, { reviews }]) => {
        const last = Math.max(0, ...reviews.map(({ round }) => round));
        const found = reviews.filter(({ round }) => round === last).flatMap(({ findings }) => findings);
        return found
            .filter(({ severity }) => severity !== 'note')
            .map(({ path, line, text }) => ({
            level: 'warning',
            title: `${id}: review`,
            message: (0,_report_text_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toPlainLine */ .Ic)(text),
            ...(path === null ? {} : { file: path }),
            ...(path === null || line === null ? {} : { line }),
        }));
    });
}
/** Why nothing was tested or landed: tests that fail without any branch, for example. */
function toTrouble({ integration: { trouble } }) {
    return trouble === null ? [] : [toError('Not landed', (0,_report_text_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toPlainLine */ .Ic)(trouble))];
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
    return (0,_report_text_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toPlainLine */ .Ic)(tasks[id]?.reason ?? '') || wordOf({ tasks }, id);
}
function toError(title, message, file) {
    return { level: 'error', title, message, ...(file === undefined ? {} : { file }) };
}


/***/ }),

/***/ 14075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ findRefusedPaths)
/* harmony export */ });
/* harmony import */ var _git_diff_tree_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50506);
/* harmony import */ var _tasks_gates_change_gates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52909);


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
    const changes = await (0,_git_diff_tree_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .readChanges */ .S)(repository, base, kept);
    const refusal = (0,_tasks_gates_change_gates_js__WEBPACK_IMPORTED_MODULE_1__/* .checkChanges */ .ek)({
        task,
        protectedGlobs: plan.protected,
        maxFileMegabytes: plan.maxFileMegabytes,
        changes: changes.map(change => ({ ...change, size: 0, linkTarget: undefined })), // the gates behind that of the scope do not matter
        problems: [],
    });
    return refusal?.outcome === 'out-of-scope' ? refusal.undo.map(path => ({ task: task.id, path })) : [];
}


/***/ }),

/***/ 71608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ finishRun)
});

;// CONCATENATED MODULE: ./lib/culprits/group-size.js
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

;// CONCATENATED MODULE: ./lib/culprits/test-search.js
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

;// CONCATENATED MODULE: ./lib/culprits/trials.js
/** What stands for the test where single ones are not known. */
const nameless = 'the test';
/** Tests prefixes of chains, and knows what counts as a failure: not what fails on the base, and not what passes when it is run again. */
class Trials {
    flaky = new Set();
    /** What fails on the base; undefined until that has been asked for. */
    onBase;
    world;
    /** The single tests that failed when all of them were run, by tree. */
    failedOn = new Map();
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
    /** The tests that fail on a tree that counts as passed, because they fail on the base as well. */
    failingOn({ tree }) {
        const failed = this.failedOn.get(tree) ?? [];
        return failed.filter(test => this.onBase?.has(test) === true && !this.flaky.has(test));
    }
    async run(chain, length, chosen, repetition) {
        const tip = length === 0 ? this.world.base : chain[length - 1];
        const what = length === 0 ? 'the base' : `${length} merged`;
        const request = { tip, what, repetition, ...(chosen === undefined ? {} : { chosen }) };
        const verdict = await this.world.test(request);
        if (chosen === undefined && verdict.kind === 'failed')
            this.failedOn.set(tip.tree, verdict.failed ?? []);
        return verdict;
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

;// CONCATENATED MODULE: ./lib/culprits/find-landable.js



/**
 * Finds what can land: tests the whole chain; where that fails, finds culprits, evicts them with all that builds on them, merges
 * the rest again and goes on until the whole of what is left has passed. Rules:
 * 1. no branch is blamed for what fails on the base as well;
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
        const last = chain.at(-1);
        return {
            kind: 'tested',
            chain,
            evicted: new Map([...evicted].map(([task, { reason }]) => [task, reason])),
            failsOnBase: [...(trials.onBase ?? [])],
            failing: last === undefined ? [] : trials.failingOn(last),
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

// EXTERNAL MODULE: ./lib/git/repository/scratch.js
var scratch = __webpack_require__(24371);
// EXTERNAL MODULE: ./lib/merging/verdict-store.js
var verdict_store = __webpack_require__(25998);
// EXTERNAL MODULE: ./lib/integration/chain/conflict-reports.js
var conflict_reports = __webpack_require__(3066);
// EXTERNAL MODULE: ./lib/integration/chain/colliding.js
var colliding = __webpack_require__(11733);
;// CONCATENATED MODULE: ./lib/integration/chain/name-conflict.js

/** "conflicts with scheduler in src/db.ts": which branches of the chain changed the files on which git stopped. */
function nameConflict({ left, with: others }) {
    const names = others.length === 0 ? 'the target' : others.join(', ');
    const [first] = left;
    const isOfFiles = first === undefined || first.conflict.ours !== undefined || first.conflict.theirs !== undefined;
    return isOfFiles
        ? `conflicts with ${names} in ${left.map(({ conflict }) => (0,colliding/* toOwnName */.J)(conflict.path)).join(', ')}`
        : `conflicts with ${names}: ${first.reasons.at(-1)}`;
}

// EXTERNAL MODULE: ./lib/integration/chain/with-chain.js + 16 modules
var with_chain = __webpack_require__(30828);
// EXTERNAL MODULE: ./lib/git/diff/tree-diff.js
var tree_diff = __webpack_require__(50506);
// EXTERNAL MODULE: ./lib/plan/scope/globs.js
var globs = __webpack_require__(43159);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/integration/inspect-files.js

/** What is wrong in files that git has merged without a conflict: one sentence each, with the task whose merge brings it about. */
async function inspectFiles(repository, merges) {
    const warnings = [];
    const earlier = [];
    for (const merge of merges) {
        const sentences = [
            ...(await inspectBoth(repository, merge, earlier)),
            ...(await inspectNames(merge, earlier)),
            ...(await inspectModules(repository, merge, earlier)),
            ...(await inspectUses(repository, merge, earlier)),
        ];
        for (const sentence of sentences)
            warnings.push({ task: merge.task, text: `with ${merge.task}, ${sentence}, though git saw no conflict` });
        earlier.push(merge);
    }
    return warnings;
}
/** Files that this branch and an earlier one have changed. */
async function inspectBoth(repository, { base, commit, before, tree, changes, resolved }, earlier) {
    const { inspectFile } = await __webpack_require__.e(/* import() */ 529).then(__webpack_require__.bind(__webpack_require__, 11529));
    const touched = new Set(earlier.flatMap(merge => merge.changes.map(({ path }) => path)));
    const sentences = [];
    for (const { path } of changes) {
        if (!touched.has(path) || resolved.has(path))
            continue;
        const [result, ours, theirs, start] = await Promise.all([tree, before, commit, base].map(root => tryReadText(repository, `${root}:${path}`)));
        if (result === undefined || ours === undefined || theirs === undefined)
            continue;
        if (result === ours || result === theirs)
            continue;
        const merged = { path, base: start ?? '', ours, theirs, result };
        sentences.push(...(await inspectFile(merged)).map(sentence => `${path}: ${sentence}`));
    }
    return sentences;
}
async function inspectNames(merge, earlier) {
    const { inspectPaths } = await __webpack_require__.e(/* import() */ 948).then(__webpack_require__.bind(__webpack_require__, 31948));
    const [addedByOurs, addedByTheirs] = [earlier.flatMap(listAdded), listAdded(merge)];
    return inspectPaths({ all: [...addedByOurs, ...addedByTheirs], addedByOurs, addedByTheirs });
}
function listAdded({ changes }) {
    return changes.filter(({ status }) => status === 'A').map(({ path }) => path);
}
/** Imports that one branch has added of a file that another has deleted. */
async function inspectModules(repository, merge, earlier) {
    const { findLostModules } = await __webpack_require__.e(/* import() */ 83).then(__webpack_require__.bind(__webpack_require__, 95083));
    const gone = (merges) => merges.flatMap(({ changes }) => changes.filter(({ status }) => status === 'D').map(({ path }) => path));
    const pairs = [
        ...earlier.map(other => ({ importing: other, gone: gone([merge]) })),
        { importing: merge, gone: gone(earlier) },
    ].filter(pair => pair.gone.length > 0);
    const sentences = [];
    for (const { importing, gone: files } of pairs) {
        for (const { path, status } of importing.changes) {
            if (status === 'D')
                continue;
            const text = await tryReadText(repository, `${importing.commit}:${path}`);
            const base = (await tryReadText(repository, `${importing.base}:${path}`)) ?? '';
            for (const { module, file } of text === undefined ? [] : findLostModules({ path, base, text }, files))
                sentences.push(`${path} imports \`${module}\`, and ${file} is gone`);
        }
    }
    return sentences;
}
/** Files of one branch that use what another branch has changed in other files. */
async function inspectUses(repository, merge, earlier) {
    const pairs = earlier.flatMap(other => [
        { using: merge, changing: other },
        { using: other, changing: merge },
    ]);
    const sentences = new Set();
    for (const { using, changing } of pairs)
        for (const sentence of await listOutdatedUses(repository, merge.tree, { using, changing }))
            sentences.add(sentence);
    return [...sentences];
}
async function listOutdatedUses(repository, tree, { using, changing }) {
    const { findOutdatedUses } = await __webpack_require__.e(/* import() */ 493).then(__webpack_require__.bind(__webpack_require__, 89493));
    const toChanged = ({ changes }) => changes.filter(({ status }) => status === 'M' || status === 'A').map(({ path }) => path);
    const modules = toChanged(changing).filter(path => !toChanged(using).includes(path));
    const sentences = [];
    for (const path of toChanged(using)) {
        const read = (root) => tryReadText(repository, `${root}:${path}`);
        const [side, base, result] = [await read(using.commit), await read(using.base), await read(tree)];
        if (side === undefined || result === undefined)
            continue;
        for (const module of modules.filter(other => side.includes(toStem(other)))) {
            const before = await tryReadText(repository, `${using.base}:${module}`);
            const after = await tryReadText(repository, `${tree}:${module}`);
            if (before === undefined || after === undefined || before === after)
                continue;
            const file = { path, base: base ?? '', side, result };
            sentences.push(...(await findOutdatedUses(file, { path: module, before, after })));
        }
    }
    return sentences;
}
/** What an import of a file names at least: its name without the ending, or that of its folder. */
function toStem(path) {
    const name = external_node_path_.posix.basename(path).replace(/\.\w+$/, '');
    return /^(index|__init__|mod)$/.test(name) ? external_node_path_.posix.basename(external_node_path_.posix.dirname(path)) : name;
}
async function tryReadText(repository, name) {
    const object = await repository.objects.read(name);
    return object?.type === 'blob' ? object.content.toString('utf8') : undefined;
}

;// CONCATENATED MODULE: ./lib/integration/inspect-merges.js



/** Looks at a chain of merges for what no conflict tells: what is there twice or missing, a contract that has changed meanwhile. */
async function inspectMerges(context, site, chain, results) {
    const subjects = await toSubjects(context, site, chain, results);
    const [doubts, stale] = await Promise.all([
        inspectFiles(site.harness.repository, subjects.map(toInspected)),
        findStaleContracts(context, site, subjects),
    ]);
    return [...doubts, ...stale];
}
async function toSubjects({ repository }, site, chain, results) {
    const subjects = await Promise.all(chain.map(async (merged, index) => {
        const result = results.get(merged.task);
        if (result?.commit == null || result.base === null)
            return undefined;
        const changes = await (0,tree_diff/* readChanges */.S)(repository, result.base, result.commit);
        const before = chain[index - 1]?.tree ?? site.start.tree;
        return { ...merged, result, before, changes, paths: new Set(changes.map(change => change.path)) };
    }));
    return subjects.filter(subject => subject !== undefined);
}
function toInspected({ task, tree, before, result, changes, resolved }) {
    return {
        task,
        tree,
        before,
        changes,
        base: result.base,
        commit: result.commit,
        resolved: new Set(resolved.map(({ conflict }) => conflict.path)),
    };
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
        const changes = await (0,tree_diff/* readChanges */.S)(site.harness.repository, result.base, tip.tree);
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

// EXTERNAL MODULE: ./lib/agents/prompts/review-prompt.js
var review_prompt = __webpack_require__(27199);
// EXTERNAL MODULE: ./lib/model/review.js
var review = __webpack_require__(94657);
// EXTERNAL MODULE: ./lib/model/usage.js
var model_usage = __webpack_require__(81218);
// EXTERNAL MODULE: ./lib/report/text/findings.js
var text_findings = __webpack_require__(54428);
// EXTERNAL MODULE: ./lib/run/run-paths.js
var run_paths = __webpack_require__(24045);
// EXTERNAL MODULE: ./lib/run/spending.js
var spending = __webpack_require__(35001);
// EXTERNAL MODULE: ./lib/tasks/asking/ask-agent.js + 2 modules
var ask_agent = __webpack_require__(3075);
// EXTERNAL MODULE: ./lib/tasks/asking/read-json-answer.js
var read_json_answer = __webpack_require__(11716);
// EXTERNAL MODULE: ./lib/tasks/review/review-task.js
var review_task = __webpack_require__(79149);
;// CONCATENATED MODULE: ./lib/integration/review-result.js









/** Has the reviewers of the integration judge the tested result against what all its tasks were asked. Without their approval nothing lands. */
async function reviewResult(context, integrated, base) {
    const { reviews: reviewers } = context.plan.integration;
    if (reviewers.length === 0 || integrated.trouble !== null || integrated.tip.commit === base.commit)
        return integrated;
    const reviews = [];
    for (const [index, reviewer] of reviewers.entries()) {
        const reply = await askReviewer(context, integrated, base, { reviewer, index });
        if ('trouble' in reply)
            return withoutResult(integrated, base, reviews, reply.trouble);
        reviews.push(reply);
    }
    const against = reviews.find(({ verdict }) => verdict !== 'approve');
    if (against === undefined)
        return { ...integrated, reviews };
    return withoutResult(integrated, base, reviews, toReason(against));
}
function toReason({ agent, findings, reason }) {
    if (reason !== null)
        return `the review of the result by ${agent} cannot be used: ${reason}`;
    const [first] = findings;
    const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
    return `the review of the result by ${agent} asks for changes: ${first === undefined ? '' : (0,text_findings/* toFindingText */.m)(first)}${more}`;
}
/** Nothing lands; the branches of the tasks stay. */
function withoutResult(integrated, base, reviews, trouble) {
    const landings = new Map(integrated.landings);
    for (const [task, { landing }] of landings)
        if (landing === 'landed')
            landings.set(task, { landing: 'held', reason: trouble });
    return { ...integrated, tip: base, tests: 'none', landings, reviews, trouble };
}
const diffFile = 'change.diff';
async function askReviewer(context, { tip, landings, tests }, base, { reviewer, index }) {
    const { plan, store, paths } = context;
    const tasks = plan.tasks.filter(({ id }) => landings.get(id)?.landing === 'landed');
    const [first] = tasks;
    const diff = await (0,review_task/* readDiff */.iH)(context, base.commit, tip.commit);
    const { test, timeoutMinutes } = plan.integration;
    const reply = await (0,ask_agent/* askAgent */.X)(context, {
        name: `_review${run_paths/* integrationName */.Sf}-${index + 1}`,
        purpose: 'review of the result',
        agent: (0,review_task/* toReviewAgent */.hg)(context, reviewer, plan.integration.agent ?? first.agent),
        task: { ...first, env: {}, timeoutMinutes },
        commit: tip.commit,
        log: paths.log(run_paths/* integrationName */.Sf),
        files: { [diffFile]: diff },
        toPrompt: ({ answerFile, folder }) => (0,review_prompt/* toReviewPrompt */._)({
            tasks,
            role: reviewer.prompt,
            diff,
            diffFile: `${folder}/${diffFile}`,
            tests: test === undefined
                ? 'There is no test of the whole.'
                : `The test of the whole (${test}): ${tests}.`,
            earlier: [],
            answerFile,
        }),
    }, texts => (0,read_json_answer/* readJsonAnswer */.f)(texts, review/* reviewAnswerSchema */.Ql));
    const { agent, seconds, usage = model_usage/* unknownUsage */.wD } = reply;
    if (seconds > 0)
        await (0,spending/* addSpending */.Kq)(store, { purpose: 'review of the result', agent, seconds, usage });
    if (reply.kind === 'stopped')
        return { trouble: 'the run was stopped' };
    if (reply.kind === 'held')
        return { trouble: `the result could not be reviewed: ${reply.reason}` };
    return (0,review_task/* toReview */.Yz)(reply, 1);
}

// EXTERNAL MODULE: ./lib/integration/test/tree-tester.js + 5 modules
var tree_tester = __webpack_require__(64173);
;// CONCATENATED MODULE: ./lib/integration/integrate.js









/** Merges the branches of all tasks that succeeded onto a base, finds out which of them break the test, and keeps the tested rest. */
async function integrate(context, base, results) {
    const verdicts = new verdict_store/* VerdictStore */.Z(context);
    const work = async (site) => {
        const tester = new tree_tester/* TreeTester */.m(context, site.harness, verdicts);
        try {
            const integrated = await new Integration(context, site, tester, results).run();
            await (0,scratch/* keepObjects */.I3)(site.harness, context.harness, integrated.tip.commit, site.known);
            return reviewResult(context, integrated, site.start);
        }
        finally {
            await tester.close();
        }
    };
    return (0,with_chain/* withChain */.e)(context, base, results, work, verdicts);
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
            this.note(step);
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
    note(step) {
        const { context } = this;
        if (step.kind === 'merged') {
            this.landings.set(step.task, { landing: 'landed', reason: null });
            context.emit({ kind: 'merged', task: step.task });
            return;
        }
        const landing = step.kind;
        const reason = step.kind === 'held' ? `needs ${step.by.join(', ')}, which did not land` : nameConflict(step);
        this.landings.set(step.task, { landing, reason });
        context.emit({ kind: 'not-merged', task: step.task, landing, reason });
    }
    finish(landable, all) {
        const { base, tester } = this;
        const common = {
            base: base.commit,
            testRuns: tester.runs,
            conflicts: this.steps.flatMap(conflict_reports/* toConflictReports */.n),
            reviews: [],
        };
        if (landable.kind !== 'tested') {
            const trouble = toTrouble(landable);
            this.holdAll(trouble);
            const tests = landable.kind === 'base-fails' && landable.stage === 'test' ? 'failed' : 'none';
            return {
                ...common,
                tip: base,
                tests,
                failsOnBase: [],
                failing: [],
                flaky: [],
                warnings: [],
                landings: this.landings,
                trouble,
            };
        }
        const { chain, evicted, failsOnBase, failing, flaky } = landable;
        const landed = all.filter(({ task }) => chain.some(link => link.task === task));
        for (const [task, reason] of evicted)
            this.landings.set(task, { landing: 'evicted', reason });
        return {
            ...common,
            tip: chain.at(-1) ?? base,
            tests: this.toVerdict(landable),
            failsOnBase,
            failing,
            flaky,
            warnings: landed.map(({ text }) => text),
            landings: this.landings,
            trouble: null,
        };
    }
    toVerdict({ chain, failing }) {
        if (this.context.plan.integration.test === undefined || chain.length === 0)
            return 'none';
        return failing.length === 0 ? 'passed' : 'no-new-failures';
    }
    /** Nothing lands that was not tested. */
    holdAll(reason) {
        for (const [task, { landing }] of this.landings)
            if (landing === 'landed')
                this.landings.set(task, { landing: 'held', reason });
    }
}
function toTrouble(landable) {
    if (landable.kind === 'stopped')
        return 'the run was stopped';
    const { stage, reason } = landable;
    return stage === 'setup' ? reason : `the test fails without any branch: ${reason}`;
}

// EXTERNAL MODULE: ./lib/git/remote/remote.js
var remote_remote = __webpack_require__(59325);
// EXTERNAL MODULE: ./lib/integration/land/noted-move.js
var noted_move = __webpack_require__(17018);
// EXTERNAL MODULE: ./lib/integration/land/read-target.js
var read_target = __webpack_require__(74688);
// EXTERNAL MODULE: ./lib/git/agent-work/import-commits.js
var import_commits = __webpack_require__(93892);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
// EXTERNAL MODULE: ./lib/git/refs/containment.js
var containment = __webpack_require__(56111);
;// CONCATENATED MODULE: ./lib/git/refs/reflog.js

const mostEntries = 50;
/** Where a ref has been lately, the newest first; nothing when git keeps no log of it. */
async function listReflog({ place }, ref) {
    const args = ['log', '--walk-reflogs', '--format=%H', `--max-count=${mostEntries}`, ref, '--'];
    const { code, stdout } = await (0,run_git/* tryGit */.Ii)(place, args);
    return code === 0 ? [...new Set(stdout.split('\n').filter(line => line !== ''))] : [];
}

;// CONCATENATED MODULE: ./lib/integration/land/taken-off.js




/**
 * Commits that the run is built on and that its target had and has no more (after `commit --amend`, `reset`, a forced push): merging a branch
 * of the run would bring them back. Undefined: there are none.
 */
async function tryTakenOff(context, state) {
    const { repository, base, target } = context;
    if (!(await (0,import_commits/* isAncestor */.QX)(repository, base, state.tip)))
        return toText(context, target, state.tip, base);
    const { remote } = state;
    if (remote?.id === undefined)
        return undefined;
    const { id, at } = remote;
    for (const had of await listReflog(repository, `refs/remotes/${at.remote}/${at.branch}`)) {
        const common = await (0,containment/* tryMergeBase */.zi)(repository, had, base);
        if (common === undefined || (await (0,import_commits/* isAncestor */.QX)(repository, common, id)))
            continue;
        return toText(context, `${at.remote}/${at.branch}`, id, common);
    }
    return undefined;
}
/** The same for the local target only, without asking a server. */
async function tryTakenOffLocally(context) {
    const { repository, base, target } = context;
    const ref = `refs/heads/${target}`;
    const isGone = (await repository.objects.readInfo(ref)) === undefined;
    if (isGone || (await (0,import_commits/* isAncestor */.QX)(repository, base, ref)))
        return undefined;
    return toText(context, target, ref, base);
}
const mostNamed = 3;
async function toText({ repository }, where, now, lost) {
    const log = ['log', '--format=%s', lost, `^${now}`];
    const subjects = (await (0,run_git/* tryGit */.Ii)(repository.place, log)).stdout.split('\n').filter(line => line !== '');
    const named = subjects.slice(0, mostNamed).map(subject => `"${subject}"`);
    const more = subjects.length > mostNamed ? ` and ${subjects.length - mostNamed} more` : '';
    return `${where} no longer contains ${lost.slice(0, 12)}, which this run is built on: merging its branches would bring back ${named.join(', ')}${more}`;
}

;// CONCATENATED MODULE: ./lib/integration/land/land.js





/** Moves the target to exactly the tested result. If it has moved meanwhile: merges and tests again, a limited number of times. */
async function land(context, first, results) {
    let integrated = first;
    for (let round = 1; round <= context.plan.integration.landRounds; round++) {
        const state = await (0,read_target/* readTarget */._)(context.repository, context.target);
        if ('refusal' in state)
            return { integrated, done: false, message: state.refusal };
        const takenOff = await tryTakenOff(context, state);
        if (takenOff !== undefined)
            return { integrated, done: false, message: toTakenOffMessage(context, takenOff) };
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
function toTakenOffMessage({ target }, takenOff) {
    return `${takenOff}. To do the tasks on ${target} as it is now: "parallel-agents run <plan> --new"`;
}
function hasLanded({ landings, trouble }) {
    return trouble === null && [...landings.values()].some(({ landing }) => landing === 'landed');
}
function toPushProblem({ kind, reason }) {
    return kind === 'refused'
        ? `the push was refused: ${reason}`
        : `it is not known whether the push arrived: ${reason} (look there, then land again)`;
}
async function tryLand(context, to, { local, remote }) {
    const { repository, target } = context;
    if (remote !== undefined && remote.id !== to) {
        const request = { from: remote.id, to, patienceMilliseconds: remote_remote/* pushPatienceMilliseconds */.Gm };
        const push = await (0,remote_remote/* pushBranch */.TV)(repository, remote.at, request);
        if (push.kind === 'moved')
            return { kind: 'again' };
        if (push.kind !== 'pushed')
            return { kind: 'ended', done: false, message: toPushProblem(push) };
    }
    const where = remote === undefined ? target : `${remote.at.remote}/${remote.at.branch}`;
    if (local === to)
        return { kind: 'ended', done: true, message: `${where} is at the result` };
    const move = await (0,noted_move/* moveNoted */.Y)(context, { from: local, to });
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

// EXTERNAL MODULE: ./lib/report/build-report.js + 1 modules
var build_report = __webpack_require__(87262);
// EXTERNAL MODULE: ./lib/run/remove-local-state.js
var remove_local_state = __webpack_require__(9991);
// EXTERNAL MODULE: ./lib/run/run-refs.js
var run_refs = __webpack_require__(20995);
// EXTERNAL MODULE: ./lib/run/task-log.js
var task_log = __webpack_require__(25399);
// EXTERNAL MODULE: ./lib/tasks/forecast/forecast-record.js
var forecast_record = __webpack_require__(79507);
// EXTERNAL MODULE: ./lib/git/checkouts/checkouts.js + 1 modules
var checkouts = __webpack_require__(37845);
// EXTERNAL MODULE: ./lib/git/objects/commits.js
var commits = __webpack_require__(12953);
;// CONCATENATED MODULE: ./lib/git/refs/reachability.js

/** Whether nothing would be lost if the refs that do not count were gone: all of a commit can be reached from other refs. */
async function isReachableElsewhere(repository, question) {
    const { commit, except, known } = question;
    const others = [...except.map(pattern => `--exclude=${pattern}`), '--all', ...known];
    const missing = await runGit(repository.place, ['rev-list', '--max-count=1', commit, '--not', ...others]);
    return missing === '';
}
/** The subjects of foreign commits that no ref would lead to any more, the newest first. */
async function listForeignCommits({ place }, { tip, ref, to, own }) {
    const kept = [`--exclude=${ref}`, '--all', ...(to === undefined ? [] : [to])];
    const format = ['--no-commit-header', '--format=%ce %s'];
    const lines = await (0,run_git/* runGit */.EO)(place, ['rev-list', ...format, tip, '--not', ...kept]);
    return lines
        .split('\n')
        .filter(line => line !== '' && !line.startsWith(`${own} `))
        .map(line => line.slice(line.indexOf(' ') + 1));
}
/** Whether a branch has come to have exactly this tree since a base: that is what a squash merge leaves. */
async function hasHadTree(repository, { branch, since, tree }) {
    const trees = await runGit(repository.place, ['log', '--format=%T', `refs/heads/${branch}`, `^${since}`]);
    return trees.split('\n').includes(tree);
}

// EXTERNAL MODULE: ./lib/run/write-kept.js
var write_kept = __webpack_require__(94131);
;// CONCATENATED MODULE: ./lib/tasks/work/place-result.js






/**
 * Decides how the integration branch gets the result of a run. Foreign commits on it are kept before it moves,
 * and while it is checked out it does not move at all.
 */
async function placeResult(context, integration) {
    const { repository, store } = context;
    const { integration: ref } = store.refs;
    const from = await store.resolve(ref);
    const to = integration.commit ?? undefined;
    if (from === to)
        return { updates: [], integration };
    if (from === undefined)
        return { updates: [{ ref, from, to }], integration };
    const [checkout] = await (0,checkouts/* findCheckouts */.FP)(repository, (0,run_refs/* toBranchName */.H_)(ref));
    if (checkout !== undefined)
        return placeElsewhere(context, integration, checkout.directory);
    const kept = await keepForeign(context, from, to);
    return { updates: [...kept, { ref, from, to }], integration };
}
async function placeElsewhere(context, integration, directory) {
    const { commit, land } = integration;
    const { refs } = context.store;
    const isSafe = commit === null || land.done;
    const where = isSafe ? '' : `: the result is on ${refs.kept(run_paths/* integrationName */.Sf)}`;
    const text = `${(0,run_refs/* toBranchName */.H_)(refs.integration)} is checked out in ${directory} and was not moved${where}`;
    const message = land.message === null ? text : `${land.message}; ${text}`;
    return {
        updates: isSafe ? [] : [await toKeptUpdate(context, commit, 'the result of the run')],
        integration: { ...integration, branch: null, land: { ...land, message } },
    };
}
async function keepForeign(context, tip, to) {
    const { repository, store, emit } = context;
    const { refs } = store;
    const own = commits/* harnessIdentity */.J6.email;
    const subjects = await listForeignCommits(repository, { tip, ref: refs.integration, to, own });
    if (subjects.length === 0)
        return [];
    const branch = (0,run_refs/* toBranchName */.H_)(refs.integration);
    const text = `${branch} is rebuilt without what was committed on it (${subjects.join(', ')}): that is on ${refs.kept(run_paths/* integrationName */.Sf)}`;
    emit({ kind: 'notice', text });
    return [await toKeptUpdate(context, tip, 'the integration branch as it was found')];
}
async function toKeptUpdate({ repository, run, store }, commit, what) {
    const ref = store.refs.kept(run_paths/* integrationName */.Sf);
    const from = await store.resolve(ref);
    if (from === undefined)
        return { ref, from, to: commit };
    const commits = [commit, from];
    const message = `Kept: ${what}`;
    return { ref, from, to: await (0,write_kept/* writeKept */.g)(repository, { run, name: run_paths/* integrationName */.Sf, commits, message }) };
}

// EXTERNAL MODULE: ./lib/tasks/perform/perform-task.js + 19 modules
var perform_task = __webpack_require__(81360);
// EXTERNAL MODULE: ./lib/tasks/perform/prepare-start.js
var prepare_start = __webpack_require__(96274);
// EXTERNAL MODULE: ./lib/conflicts/proof/check-proof.js + 4 modules
var check_proof = __webpack_require__(31832);
// EXTERNAL MODULE: ./lib/conflicts/text/contested.js
var contested = __webpack_require__(85542);
// EXTERNAL MODULE: ./lib/integration/resolve/agent-choices.js
var agent_choices = __webpack_require__(81501);
;// CONCATENATED MODULE: ./lib/commands/redo/rebase-proof.js




/** Where the agent names what it decided against a side. */
function toChoicesFile({ paths }, task) {
    return (0,external_node_path_.join)(paths.task(task).exchange, 'choices.jsonl');
}
/** Whether work that was done again on top of what landed has dropped something of either side, in the files that conflicted. */
async function checkRebase(context, { task, before, tip, paths }, tree) {
    const named = (0,agent_choices/* readChoices */.B)(toChoicesFile(context, task));
    const problems = [];
    for (const path of paths) {
        const [base, ours, theirs, result] = await Promise.all([before.base, tip, before.commit, tree].map(commit => readText(context, commit, path)));
        if (ours === undefined || theirs === undefined)
            continue;
        if (result === undefined) {
            problems.push(`${path}: it is not there any more`);
            continue;
        }
        const conflict = { path, base, ours, theirs };
        const choices = (0,contested/* toContestedChoices */.l)({ path, base, ours, theirs }, named.get(path) ?? []);
        const proof = await (0,check_proof/* checkProof */.D)(conflict, result, choices);
        if (proof.kind === 'refuted')
            problems.push(...proof.problems.map(problem => `${path}: ${problem}`));
    }
    if (problems.length === 0)
        return undefined;
    const reason = `on top of what landed, something is lost: ${problems.slice(0, 3).join('; ')}`;
    return { outcome: 'failed', reason, feedback: `Something is lost:\n${problems.join('\n')}`, undo: [] };
}
async function readText({ repository }, commit, path) {
    const object = commit === null ? undefined : await repository.objects.read(`${commit}:${path}`);
    return object?.type === 'blob' ? object.content.toString('utf8') : undefined;
}

// EXTERNAL MODULE: ./lib/agents/prompts/prompt.js
var prompts_prompt = __webpack_require__(6874);
;// CONCATENATED MODULE: ./lib/commands/redo/redo-feedback.js

const mostSides = 10;
const longestPrompt = 2000;
/** What the agent of a task is told whose branch conflicts: it does its work again on top of what landed. */
function toRebaseFeedback(context, facts, choicesFile) {
    const { integrated, task, before } = facts;
    const { landings, conflicts } = integrated;
    const own = conflicts.filter(conflict => conflict.task === task.id);
    const others = [...new Set(own.flatMap(conflict => conflict.with))];
    return [
        `Your work could not be merged: it ${landings.get(task.id)?.reason}.`,
        toStartText(before),
        ...own.map(({ path, detail }) => `- ${path}${detail === '' ? '' : ` (${detail})`}`),
        toSides(context, facts, others),
        `Drop nothing of either side in those files: this is checked line by line. Where only one of two things can be kept, decide, and name it: append a line such as {"path": "src/a.ts", "sentence": "the limit is 20, as this task needs it", "dropped": ["const limit = 10"]} to ${choicesFile}.`,
    ].join('\n\n');
}
/** What an agent is told about tests that are red because of the branch of a task. */
function toRepairFeedback(context, facts) {
    const { integrated, task, before } = facts;
    const landed = [...integrated.landings].filter(([, { landing }]) => landing === 'landed').map(([id]) => id);
    return [
        `This task is done, but its work breaks the tests when it is merged with that of others:\n${integrated.landings.get(task.id)?.reason}`,
        `Your checkout holds all of it merged. What the task had done is in the commits ${toRange(before)} (see it with "git diff"). Make the tests pass with as small a change as you can, within the scope below: keep what this task does and what the others do, and leave the tests as strict as they are.`,
        toSides(context, facts, landed),
    ].join('\n\n');
}
/** What an agent is told that does a task again because its branch breaks the tests. */
function toRetryFeedback({ integrated, task, before }) {
    return `Your work breaks the tests when it is merged with that of others:\n${integrated.landings.get(task.id)?.reason}\n\n${toStartText(before)}`;
}
function toStartText(before) {
    return `You start again, from the merged work of all others. What you had done is in the commits ${toRange(before)} (see it with "git diff"). Do the task on top of what is there now, and keep what the others did.`;
}
function toRange({ base, commit }) {
    return `${base?.slice(0, 12)}..${commit?.slice(0, 12)}`;
}
/** What others wanted, in the words of their tasks and their agents. */
function toSides({ plan }, { results }, others) {
    const sides = plan.tasks.filter(({ id }) => others.includes(id)).slice(0, mostSides);
    return sides
        .map(({ id, title, prompt }) => {
        const summary = results.get(id)?.summary ?? null;
        const report = summary === null ? '' : `\n\n${(0,prompts_prompt/* quoteReport */.P)(id, summary)}`;
        return `### What ${id} is about (${title})\n\n${prompt.trim().slice(0, longestPrompt)}${report}`;
    })
        .join('\n\n');
}

;// CONCATENATED MODULE: ./lib/commands/redo/second-chances.js







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
        if (await isCheckedOut(context, task.id))
            continue;
        const before = results.get(task.id);
        const result = await redo(context, { integrated, task, before, results });
        context.emit({ kind: 'task-ended', task: task.id, result });
        results.set(task.id, result);
        if (result.commit === before.commit)
            continue;
        const again = await integrate(context, base, results);
        integrated = { ...again, testRuns: integrated.testRuns + again.testRuns };
    }
}
/** A branch that is checked out does not move. */
async function isCheckedOut({ repository, store, emit }, task) {
    const branch = (0,run_refs/* toBranchName */.H_)(store.refs.branch(task));
    const [checkout] = await (0,checkouts/* findCheckouts */.FP)(repository, branch);
    if (checkout === undefined)
        return false;
    emit({
        kind: 'notice',
        text: `${task} is not done once more: ${branch} is checked out in ${checkout.directory}`,
    });
    return true;
}
async function redo(context, facts) {
    const { integrated, task, before, results } = facts;
    const { repair, agentRounds } = context.plan.integration;
    const tip = integrated.tip.commit;
    if (integrated.landings.get(task.id)?.landing === 'conflicted') {
        const paths = integrated.conflicts.filter(conflict => conflict.task === task.id).map(({ path }) => path);
        const feedback = toRebaseFeedback(context, facts, toChoicesFile(context, task.id));
        const check = (tree) => checkRebase(context, { task: task.id, before, tip, paths }, tree);
        return (0,perform_task/* redoTask */.O)(context, task, results, { start: tip, feedback, before, rounds: agentRounds, check });
    }
    if (repair === undefined)
        return (0,perform_task/* redoTask */.O)(context, task, results, {
            start: tip,
            feedback: toRetryFeedback(facts),
            before,
            rounds: 1,
        });
    // What is red: its own branch on top of what landed.
    const onTip = { ...context, start: tip };
    const merged = await (0,prepare_start/* prepareStart */.G)(onTip, { ...task, needs: [task.id], after: [] }, results);
    if (merged.kind === 'conflicted')
        return before;
    const repairing = { ...task, agent: repair.agent, retryChanges: [] };
    const feedback = toRepairFeedback(context, facts);
    const { rounds } = repair;
    context.emit({ kind: 'notice', text: `${task.id} breaks the tests: ${repair.agent} is asked to repair it` });
    return (0,perform_task/* redoTask */.O)(context, repairing, results, { start: merged.commit, feedback, before, rounds });
}
function chooseNext({ plan }, { landings, trouble }, had) {
    if (trouble !== null)
        return undefined;
    const { onConflict, onEvict, repair } = plan.integration;
    return plan.tasks.find(({ id }) => {
        const landing = landings.get(id)?.landing;
        const isMeant = (landing === 'conflicted' && onConflict === 'agent') ||
            (landing === 'evicted' && (onEvict === 'retry' || repair !== undefined));
        return isMeant && !had.has(id);
    });
}

;// CONCATENATED MODULE: ./lib/commands/finish-run.js












/** Merges, tests and lands what succeeded, and stores the report, however the run has ended. */
async function finishRun(context, request) {
    const { results } = request;
    const integrationStart = performance.now();
    const retryAt = context.signal.aborted ? null : tryRetryAt(results);
    const isParked = retryAt !== null;
    const landed = context.signal.aborted || isParked ? undefined : await integrateAndLand(context, request);
    const forecast = (await (0,forecast_record/* readForecastRecord */.B)(context.paths.forecast)).conflicts;
    const isStopped = isParked || (context.signal.aborted && landed?.done !== true); // what has landed cannot be stopped any more
    const report = (0,build_report/* buildReport */.F)({
        run: context.run,
        plan: context.plan,
        target: context.target,
        base: context.base,
        maxParallel: context.maxParallel,
        sandbox: context.sandbox.kind,
        deniedHosts: context.deniedHosts.list(),
        results,
        landings: landed === undefined || isStopped ? toStoppedLandings(results) : landed.integrated.landings,
        integration: toIntegrationReport(context, landed, { forecast, isStopped }),
        cancelled: isStopped,
        retryAt,
        spent: await (0,spending/* readSpent */.ru)(context.store),
        wallSeconds: (performance.now() - request.startedAt) / 1000,
        integrationSeconds: (performance.now() - integrationStart) / 1000,
        resumed: request.resumed,
    });
    const saved = await saveEnd(context, report);
    await (0,remove_local_state/* removeLocalState */.j)(context.paths);
    return { report: saved, deletion: toDeletion(context) };
}
function toDeletion({ paths, harness: { trash } }) {
    const untilDone = async () => {
        await trash.settled();
        await (0,remove_local_state/* removeEmptyFolders */.d)(paths);
    };
    return { folder: paths.worktrees, countLeft: () => trash.left, untilDone };
}
/** When the first of the parked tasks goes on; null: none is parked. */
function tryRetryAt(results) {
    const times = [...results.values()].flatMap(({ outcome, retryAt }) => outcome === 'parked' && retryAt !== null ? [retryAt] : []);
    return times.sort()[0] ?? null;
}
async function integrateAndLand(context, { results, mayRedo }) {
    const merge = mayRedo ? integrateWithSecondChances : integrate;
    const integrated = await merge(context, context.base, results);
    const { land: mode } = context.plan.integration;
    if (mode !== 'push')
        await noticeTakenOff(context);
    if (context.signal.aborted || mode === undefined || mode === 'none')
        return { integrated, done: false, message: null };
    if (mode === 'push')
        return land(context, integrated, results);
    const message = 'pull requests are opened on GitHub Actions; here the branch is left for you';
    return { integrated, done: false, message };
}
async function noticeTakenOff(context) {
    const text = await tryTakenOffLocally(context);
    if (text !== undefined)
        context.emit({ kind: 'notice', text });
}
function toStoppedLandings(results) {
    const reason = 'the run was stopped before it was merged';
    const succeeded = [...results.values()].filter(result => result.outcome === 'succeeded');
    return new Map(succeeded.map(({ task }) => [task, { landing: 'held', reason }]));
}
function toIntegrationReport({ store, plan }, landed, { forecast, isStopped }) {
    const { integrated } = landed ?? {};
    const hasTip = integrated !== undefined && finish_run_hasLanded(integrated) && !isStopped;
    const tip = hasTip ? integrated.tip : undefined;
    return {
        branch: tip === undefined ? null : (0,run_refs/* toBranchName */.H_)(store.refs.integration),
        commit: tip?.commit ?? null,
        tree: tip?.tree ?? null,
        tests: integrated?.tests ?? 'none',
        testRuns: integrated?.testRuns ?? 0,
        failsOnBase: [...(integrated?.failsOnBase ?? [])],
        failing: [...(integrated?.failing ?? [])],
        flaky: [...(integrated?.flaky ?? [])],
        warnings: [...(integrated?.warnings ?? [])],
        conflicts: [...(integrated?.conflicts ?? [])],
        reviews: [...(integrated?.reviews ?? [])],
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
/**
 * The integration branch and the report appear together. An end without a result leaves the branch as it is, and the report of
 * an earlier result, too.
 */
async function saveEnd(context, report) {
    const { store } = context;
    await saveLog(context);
    const hasResult = report.status !== 'cancelled' && report.integration.trouble === null;
    const before = await store.readReport();
    if (!hasResult && before !== undefined && before.integration.commit !== null)
        return report;
    const nothing = { updates: [], integration: report.integration };
    const { updates, integration } = hasResult ? await placeResult(context, report.integration) : nothing;
    const saved = { ...report, integration };
    await store.pointRefs([[store.refs.report, await store.writeJson(saved)]], updates);
    return saved;
}
async function saveLog({ store, paths }) {
    const log = (0,task_log/* readLogEnd */.q)(paths.log(run_paths/* integrationName */.Sf));
    if (log !== '')
        await store.pointRefs([[store.refs.log(run_paths/* integrationName */.Sf), await store.writeText(log)]]);
}


/***/ }),

/***/ 17018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ takeBackMoves),
/* harmony export */   Y: () => (/* binding */ moveNoted)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27597);
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33854);
/* harmony import */ var _git_worktree_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5415);
/* harmony import */ var _run_run_id_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(22104);
/* harmony import */ var _run_run_lock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53970);
/* harmony import */ var _run_run_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24045);







const noteSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ branch: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), from: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), to: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() });
/** Moves the target as {@link moveTarget} does, and notes that for as long as it takes: it can be cut off halfway. */
async function moveNoted({ repository, paths, target }, move) {
    (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_1__/* .writePlainFile */ .GF)(paths.move, JSON.stringify({ branch: target, ...move }), { flush: true });
    const result = await (0,_git_worktree_target_js__WEBPACK_IMPORTED_MODULE_2__/* .moveTarget */ .Zw)(repository, target, move);
    (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_1__/* .removePlain */ .$C)(paths.move);
    return result;
}
/** Takes back what moves left that were cut off, in whichever run: a checkout that is ahead of its branch looks edited. */
async function takeBackMoves(repository, emit) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,_run_run_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .toStateFolder */ .lq)(repository)).catch(() => []);
    for (const run of names.filter(_run_run_id_js__WEBPACK_IMPORTED_MODULE_6__/* .isRunId */ .P)) {
        const { move } = (0,_run_run_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .toRunPaths */ .FZ)(repository, run);
        const note = await tryReadNote(move);
        if (note === undefined || (await (0,_run_run_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .tryReadHolder */ .U5)(repository, run)) !== undefined)
            continue;
        if (await takeBack(repository, note, emit))
            (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_1__/* .removePlain */ .$C)(move);
    }
}
/** Whether nothing of the move is left. */
async function takeBack(repository, { branch, ...move }, emit) {
    const taken = await (0,_git_worktree_target_js__WEBPACK_IMPORTED_MODULE_2__/* .takeBackCheckouts */ .s0)(repository, branch, move);
    for (const { directory, problem } of taken) {
        const what = `the last move of ${branch} was cut off`;
        const text = problem === undefined
            ? `${what}: its checkout in ${directory} is back at ${move.from.slice(0, 12)}`
            : `${what}, and its checkout cannot be taken back: ${problem}`;
        emit({ kind: 'notice', text });
    }
    return taken.every(({ problem }) => problem === undefined);
}
async function tryReadNote(path) {
    const text = (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readPlainText */ .Sg)(path);
    try {
        return noteSchema.parse(JSON.parse(text));
    }
    catch {
        return undefined; // nothing is being moved, or it had not begun
    }
}


/***/ }),

/***/ 43200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ TestSlot)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _agents_process_log_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69685);
/* harmony import */ var _agents_process_telling_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11296);
/* harmony import */ var _checkouts_equip_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46003);
/* harmony import */ var _checkouts_set_up_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52284);
/* harmony import */ var _files_plain_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33854);
/* harmony import */ var _git_worktree_restore_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87010);
/* harmony import */ var _git_worktree_worktree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71711);
/* harmony import */ var _run_command_environment_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75808);
/* harmony import */ var _run_run_refs_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(20995);
/* harmony import */ var _run_run_script_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(56078);
/* harmony import */ var _tasks_work_remove_task_folders_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(52900);
/* harmony import */ var _test_output_read_test_output_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4784);













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
        const { test = 'true' } = this.context.plan.integration;
        const worktree = await this.checkOut(tip);
        const directory = worktree.path;
        const verdict = await this.setUp(worktree);
        if (verdict.kind !== 'passed')
            return verdict;
        try {
            const problem = await this.startServices();
            if (problem !== undefined)
                return this.context.signal.aborted ? { kind: 'stopped' } : toServiceVerdict(problem);
            return await this.runTests(commands, test, directory);
        }
        finally {
            await this.context.equipment.get(this.name)?.stopServices();
        }
    }
    async setUp(worktree) {
        const { setup } = this.context.plan.integration;
        const end = await (0,_checkouts_set_up_js__WEBPACK_IMPORTED_MODULE_4__/* .setUp */ .s)(this.context, { worktree, setup, script: this.beginScript() });
        return end === undefined ? { kind: 'passed' } : this.conclude('setup', end, worktree.path);
    }
    async startServices() {
        return this.context.equipment.get(this.name)?.startServices((0,_run_command_environment_js__WEBPACK_IMPORTED_MODULE_8__/* .toCommandEnvironment */ .mN)(this.context, this.name));
    }
    async runTests(commands, test, directory) {
        if (commands === undefined)
            return this.run(test, directory);
        const verdicts = [];
        for (const command of commands) {
            const verdict = await this.run(command, directory);
            verdicts.push(verdict.kind === 'passed' && (await this.hasRunNothing(directory)) ? nothingRan : verdict);
        }
        return joinVerdicts(verdicts);
    }
    async close() {
        await (0,_checkouts_equip_js__WEBPACK_IMPORTED_MODULE_3__/* .unequip */ .s)(this.context, this.name);
        if (this.worktree !== undefined)
            await (0,_tasks_work_remove_task_folders_js__WEBPACK_IMPORTED_MODULE_10__/* .removeTaskFolders */ .d)(this.context, this.name);
    }
    async run(script, directory) {
        const reportPath = this.toReportPath(directory);
        if (reportPath !== undefined)
            (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_5__/* .removePlain */ .$C)(reportPath);
        const request = { ...this.beginScript(), script, directory, title: 'test' };
        return this.conclude('test', await (0,_run_run_script_js__WEBPACK_IMPORTED_MODULE_9__/* .runScript */ .j)(this.context, request), directory);
    }
    /** What is printed from now on belongs to the next command. */
    beginScript() {
        const logPath = this.context.paths.log(this.name);
        this.offset = (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_5__/* .sizeOfPlainFile */ .F_)(logPath);
        const env = (0,_run_command_environment_js__WEBPACK_IMPORTED_MODULE_8__/* .toCommandEnvironment */ .mN)(this.context, this.name);
        return { env, logPath, timeoutMinutes: this.context.plan.integration.timeoutMinutes };
    }
    async conclude(title, end, directory) {
        const { timeoutMinutes } = this.context.plan.integration;
        // What cancels a job may end the test before us.
        if (end.kind === 'stopped' || this.context.signal.aborted)
            return { kind: 'stopped' };
        if (end.kind === 'exited' && end.code === 0)
            return { kind: 'passed' };
        const lines = this.readLines();
        const output = title === 'setup' ? undefined : await this.tryReadOutput(directory, lines);
        const what = title === 'setup' ? 'integration.setup' : 'the integration test';
        return toFailedVerdict(output, title, toReason(what, end, timeoutMinutes, lines));
    }
    /** A name that selects no test makes most runners pass. */
    async hasRunNothing(directory) {
        return (await this.tryReadOutput(directory, this.readLines()))?.ran === 0;
    }
    /** What the last command printed. */
    readLines() {
        return (0,_agents_process_log_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readTail */ .Z)(this.context.paths.log(this.name), this.offset, tailBytes).slice(1);
    }
    async tryReadOutput(directory, lines) {
        const report = await tryReadReport(this.toReportPath(directory), directory);
        return report ?? (0,_test_output_read_test_output_js__WEBPACK_IMPORTED_MODULE_11__/* .readTestOutput */ ._)(lines.join('\n'), directory);
    }
    toReportPath(directory) {
        const { report } = this.context.plan.integration;
        return report === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, report);
    }
    /** The first tree gets a fresh checkout, later ones replace it there. */
    async checkOut(tip) {
        const { paths, store, visibleRefs } = this.context;
        if (this.worktree !== undefined) {
            await (0,_git_worktree_restore_js__WEBPACK_IMPORTED_MODULE_6__/* .restoreWorktree */ .yY)(this.harness, this.worktree, tip.tree);
            await this.context.equipment.get(this.name)?.refresh();
            return this.worktree;
        }
        this.worktree = await (0,_git_worktree_worktree_js__WEBPACK_IMPORTED_MODULE_7__/* .createWorktree */ .MV)(this.harness, {
            path: paths.worktree(this.name),
            stateFolder: paths.task(this.name).worktreeState,
            commit: tip.commit,
            branch: (0,_run_run_refs_js__WEBPACK_IMPORTED_MODULE_12__/* .toBranchName */ .H_)(store.refs.integration),
            packedRefs: visibleRefs,
        });
        await (0,_checkouts_equip_js__WEBPACK_IMPORTED_MODULE_3__/* .equip */ .F)(this.context, this.name, this.worktree);
        return this.worktree;
    }
}
function toServiceVerdict(reason) {
    return { kind: 'failed', failed: null, isBroken: false, stage: 'test', reason };
}
/** What does not tell about the tests that it was to run: everything has to be run instead. */
const nothingRan = {
    kind: 'failed',
    failed: null,
    isBroken: false,
    stage: 'test',
    reason: 'the chosen tests were not found',
};
function tryReadReport(path, root) {
    if (path === undefined)
        return undefined;
    const size = (0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_5__/* .sizeOfPlainFile */ .F_)(path);
    if (size === 0 || size > mostReportBytes)
        return undefined;
    return (0,_test_output_read_test_output_js__WEBPACK_IMPORTED_MODULE_11__/* .readTestReport */ .L)((0,_files_plain_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readPlainText */ .Sg)(path, size), root);
}
function toReason(what, end, minutes, lines) {
    return `${what} ${(0,_run_run_script_js__WEBPACK_IMPORTED_MODULE_9__/* .toEndText */ .w)(end, minutes)}${(0,_agents_process_telling_line_js__WEBPACK_IMPORTED_MODULE_2__/* .toTellingEnd */ .m)(lines)}`;
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


/***/ }),

/***/ 64173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ TreeTester),
  C: () => (/* binding */ toWholeKey)
});

// EXTERNAL MODULE: ./lib/merging/verdict-store.js
var verdict_store = __webpack_require__(25998);
// EXTERNAL MODULE: ./lib/run/run-paths.js
var run_paths = __webpack_require__(24045);
;// CONCATENATED MODULE: ./lib/test-output/shell-words.js
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

;// CONCATENATED MODULE: ./lib/test-output/test-patterns.js
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

;// CONCATENATED MODULE: ./lib/test-output/runner-commands.js


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

;// CONCATENATED MODULE: ./lib/test-output/choose-tests.js



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

// EXTERNAL MODULE: ./lib/integration/test/test-slot.js
var test_slot = __webpack_require__(43200);
;// CONCATENATED MODULE: ./lib/integration/test/test-turns.js
/**
 * Hands out slots in the order in which they are asked for. A turn alone waits until no test runs, and those after it wait until it has ended:
 * what fails in it has not failed because of another test.
 */
class TestTurns {
    free;
    running = new Set();
    waiting = [];
    constructor(slots) {
        this.free = slots.toReversed();
    }
    take(isAlone) {
        return new Promise(start => {
            this.waiting.push({ isAlone, start });
            this.startNext();
        });
    }
    release(turn) {
        this.running.delete(turn);
        this.free.push(turn.slot);
        this.startNext();
    }
    startNext() {
        for (;;) {
            const [next] = this.waiting;
            const slot = this.free.at(-1);
            if (next === undefined || slot === undefined || !this.canStart(next))
                return;
            this.waiting.shift();
            this.free.pop();
            next.start(this.begin(slot, next.isAlone));
        }
    }
    canStart({ isAlone }) {
        return this.running.size === 0 || (!isAlone && ![...this.running].some(turn => turn.isAlone));
    }
    begin(slot, isAlone) {
        const turn = { slot, isAlone, hasOverlapped: this.running.size > 0 };
        for (const other of this.running)
            other.hasOverlapped = true;
        this.running.add(turn);
        return turn;
    }
}

;// CONCATENATED MODULE: ./lib/integration/test/tree-tester.js





/** The name under which it is remembered what the whole test says about a tree. */
function toWholeKey({ setup, test, report }, tree, repetition = 0) {
    return (0,verdict_store/* toVerdictKey */._)(tree, [setup, test, report, repetition]);
}
/**
 * Runs the setup and the test of the integration on trees, as many at once as the plan allows, each in a worktree that stays warm.
 * What was found out once about a tree is not run again. Repetitions run alone.
 */
class TreeTester {
    /** How often a test was run. */
    runs = 0;
    context;
    harness;
    verdicts;
    slots;
    turns;
    /** Everything that is known about tests that failed, by the name that verdicts give them. */
    tests = new Map();
    /** @param harness Sees the objects of the trees. */
    constructor(context, harness, verdicts) {
        this.context = context;
        this.harness = harness;
        this.verdicts = verdicts;
        const { testParallel } = context.plan.integration;
        this.slots = Array.from({ length: testParallel }, (_, index) => new test_slot/* TestSlot */.D(context, harness, index === 0 ? run_paths/* integrationName */.Sf : `${run_paths/* integrationName */.Sf}-${index + 1}`));
        this.turns = new TestTurns(this.slots);
    }
    async test(request) {
        const { setup, test, report } = this.context.plan.integration;
        if (test === undefined)
            return { kind: 'passed' };
        const chosen = request.chosen && (await this.toPresent(request.tip, request.chosen));
        if (chosen?.length === 0)
            return { kind: 'passed' };
        const commands = chosen && this.toCommands(chosen);
        const key = (0,verdict_store/* toVerdictKey */._)(request.tip.tree, [setup, test, report, ...(commands ?? []), request.repetition]);
        const known = (await this.verdicts.tryFind(key)) ?? (await this.tryFindWhole(request));
        if (known !== undefined)
            return this.toVerdict(known);
        const verdict = await this.runReliably(request, commands);
        if (verdict.kind === 'stopped')
            return verdict;
        await this.verdicts.add(key, verdict);
        return this.toVerdict(verdict);
    }
    /** Where everything has passed, single tests have. */
    async tryFindWhole({ tip, repetition }) {
        if (repetition > 0)
            return undefined;
        const whole = await this.verdicts.tryFind(toWholeKey(this.context.plan.integration, tip.tree));
        return whole?.kind === 'passed' ? whole : undefined;
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
    /** A failure that overlapped another test is repeated alone, where nothing else repeats it. */
    async runReliably(request, commands) {
        const isRepetition = request.repetition > 0;
        const { verdict, hasOverlapped } = await this.run(request, commands, isRepetition);
        const isDoubtful = verdict.kind === 'failed' && hasOverlapped;
        if (!isDoubtful || this.context.plan.integration.flakyRetries > 0)
            return verdict;
        return (await this.run(request, commands, true)).verdict;
    }
    async run({ tip, what }, commands, isAlone) {
        const turn = await this.turns.take(isAlone);
        try {
            if (this.context.signal.aborted)
                return { verdict: { kind: 'stopped' }, hasOverlapped: false };
            const startedAt = performance.now();
            this.context.emit({ kind: 'tests-started', what, run: ++this.runs });
            const verdict = await turn.slot.test(tip, commands);
            const seconds = (performance.now() - startedAt) / 1000;
            this.context.emit({ kind: 'tests-ended', passed: verdict.kind === 'passed', seconds });
            return { verdict, hasOverlapped: turn.hasOverlapped };
        }
        finally {
            this.turns.release(turn);
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


/***/ })

};
