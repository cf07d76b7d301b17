export const id = 326;
export const ids = [326];
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
    return [...toTrouble(report), ...conflicts, ...refused, ...others];
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
    const refusal = (0,_tasks_gates_change_gates_js__WEBPACK_IMPORTED_MODULE_1__/* .checkChanges */ .e)({
        task,
        protectedGlobs: plan.protected,
        maxFileMegabytes: plan.maxFileMegabytes,
        changes: changes.map(change => ({ ...change, size: 0, linkTarget: undefined })), // the gates behind that of the scope do not matter
        problems: [],
    });
    return refusal?.outcome === 'out-of-scope' ? refusal.undo.map(path => ({ task: task.id, path })) : [];
}


/***/ }),

/***/ 48803:
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
// EXTERNAL MODULE: ./lib/integration/chain/conflict-reports.js
var conflict_reports = __webpack_require__(3066);
// EXTERNAL MODULE: ./lib/integration/chain/name-conflict.js
var name_conflict = __webpack_require__(54172);
// EXTERNAL MODULE: ./lib/integration/chain/with-chain.js + 10 modules
var with_chain = __webpack_require__(77459);
// EXTERNAL MODULE: ./lib/git/diff/tree-diff.js
var tree_diff = __webpack_require__(50506);
// EXTERNAL MODULE: ./lib/plan/scope/globs.js
var globs = __webpack_require__(43159);
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
        ];
        for (const sentence of sentences)
            warnings.push({ task: merge.task, text: `with ${merge.task}, ${sentence}, though git saw no conflict` });
        earlier.push(merge);
    }
    return warnings;
}
/** Files that this branch and an earlier one have changed. */
async function inspectBoth(repository, { base, commit, before, tree, changes, resolved }, earlier) {
    const { inspectFile } = await __webpack_require__.e(/* import() */ 270).then(__webpack_require__.bind(__webpack_require__, 90270));
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

// EXTERNAL MODULE: ./lib/integration/test/tree-tester.js + 5 modules
var tree_tester = __webpack_require__(64173);
;// CONCATENATED MODULE: ./lib/integration/integrate.js







/** Merges the branches of all tasks that succeeded onto a base, finds out which of them break the test, and keeps the tested rest. */
async function integrate(context, base, results) {
    return (0,with_chain/* withChain */.e)(context, base, results, async (site) => {
        const tester = new tree_tester/* TreeTester */.m(context, site.harness);
        try {
            const integrated = await new Integration(context, site, tester, results).run();
            await (0,scratch/* keepObjects */.I3)(site.harness, context.harness, integrated.tip.commit, site.known);
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
            : await (0,name_conflict/* nameConflict */.m)(context, this.site.branches, step, this.mergedBefore(step));
        this.landings.set(step.task, { landing, reason });
        context.emit({ kind: 'not-merged', task: step.task, landing, reason });
    }
    mergedBefore(step) {
        return this.steps.slice(0, this.steps.indexOf(step)).filter(other => other.kind === 'merged');
    }
    finish(landable, all) {
        const { base, tester } = this;
        const common = {
            base: base.commit,
            testRuns: tester.runs,
            conflicts: this.steps.flatMap(conflict_reports/* toConflictReports */.n),
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
// EXTERNAL MODULE: ./lib/run/run-paths.js
var run_paths = __webpack_require__(24045);
// EXTERNAL MODULE: ./lib/run/run-refs.js
var run_refs = __webpack_require__(20995);
// EXTERNAL MODULE: ./lib/run/spending.js
var spending = __webpack_require__(35001);
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

// EXTERNAL MODULE: ./lib/tasks/perform/perform-task.js + 14 modules
var perform_task = __webpack_require__(60722);
;// CONCATENATED MODULE: ./lib/commands/second-chances.js




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
        const redo = { start: integrated.tip.commit, feedback: toFeedback(integrated, before), before };
        const result = await (0,perform_task/* redoTask */.O)(context, task, results, redo);
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
function toFeedback({ landings }, { task, base, commit }) {
    const landing = landings.get(task);
    const what = landing?.landing === 'conflicted'
        ? `Your work could not be merged: it ${landing.reason}.`
        : `Your work breaks the tests when it is merged with that of others:\n${landing?.reason}`;
    return (`${what}\n\nYou start again, from the merged work of all others. What you had done is in the commits ${base?.slice(0, 12)}..${commit?.slice(0, 12)} ` +
        '(see it with "git diff"). Do the task on top of what is there now, and keep what the others did.');
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

/***/ 3504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ TestSlot)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/agents/process/log-file.js
var log_file = __webpack_require__(69685);
// EXTERNAL MODULE: ./lib/agents/process/telling-line.js
var telling_line = __webpack_require__(11296);
// EXTERNAL MODULE: ./lib/files/plain-file.js
var plain_file = __webpack_require__(33854);
// EXTERNAL MODULE: ./lib/git/worktree/restore.js
var restore = __webpack_require__(87010);
// EXTERNAL MODULE: ./lib/git/worktree/worktree.js
var worktree = __webpack_require__(71711);
// EXTERNAL MODULE: ./lib/run/command-environment.js + 1 modules
var command_environment = __webpack_require__(75808);
// EXTERNAL MODULE: ./lib/run/run-refs.js
var run_refs = __webpack_require__(20995);
// EXTERNAL MODULE: ./lib/run/run-script.js
var run_script = __webpack_require__(56078);
// EXTERNAL MODULE: ./lib/tasks/work/remove-task-folders.js
var remove_task_folders = __webpack_require__(52900);
;// CONCATENATED MODULE: ./lib/test-output/reading/output-text.js
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

;// CONCATENATED MODULE: ./lib/test-output/reading/test-output.js
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

;// CONCATENATED MODULE: ./lib/test-output/reading/json-documents.js
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

;// CONCATENATED MODULE: ./lib/test-output/reading/reading.js

/**
 * Believes the names only if they fit the count that the runner prints. More names than that: some were printed by a test, and
 * it is unknown which. Fewer: the output was cut.
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
            message: toMessage(test.message),
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
function toMessage(text) {
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

;// CONCATENATED MODULE: ./lib/test-output/runners/cargo.js


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
        place = toPlace(line) ?? place;
        if (!result.test(line) && !isSuiteEnd(line))
            return;
        sections.push(readSection(lines.slice(start, index + 1), place));
        start = index + 1;
    });
    return sections;
}
/** The target: file and crate. The hash in the name of the binary changes. */
function toPlace(line) {
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
        failed: names.map(name => toFailed(place, name, findMessage(lines, details.get(name)))),
        stated: countOf(end, 'failed'),
        passed: countOf(end, 'passed'),
    };
}
function readEvents(lines, place) {
    const events = readJsonLines(lines, 'type');
    const failed = events.filter(event => event.type === 'test' && event.event === 'failed');
    const end = events.at(-1);
    return {
        failed: failed.map(event => toFailed(place, toText(event.name), toPanic(toText(event.stdout)) ?? (toText(event.message) || null))),
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
function toFailed(place, name, message) {
    const stable = name.replace(/ \(line \d+\)(?: - .*)?$/, '');
    return { id: `${place} ${stable}`.trim(), file: null, name: stable, message };
}

;// CONCATENATED MODULE: ./lib/test-output/runners/go-console.js

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
/** The line of the last package is missing: it is unknown whose failures these are. */
function isCut(lines) {
    const last = lines.findLastIndex(line => packageLine.test(line));
    return lines.slice(last + 1).some(line => failLine.test(line));
}
function go_console_toFailed(path, { name, message }) {
    return { id: `${path} ${name}`, file: path, name, message };
}

;// CONCATENATED MODULE: ./lib/test-output/runners/go-json.js



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

;// CONCATENATED MODULE: ./lib/test-output/runners/jest-console.js

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

;// CONCATENATED MODULE: ./lib/test-output/runners/jest-json.js


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

;// CONCATENATED MODULE: ./lib/test-output/reading/xml.js
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

;// CONCATENATED MODULE: ./lib/test-output/runners/mocha-hooks.js
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

;// CONCATENATED MODULE: ./lib/test-output/runners/junit.js




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

;// CONCATENATED MODULE: ./lib/test-output/runners/mocha-console.js


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
        broken: rootHooks.map(toId),
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
/** The list counts up from 1: another number comes from elsewhere. */
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
        id: toId(failure),
        file: null,
        name: toSelectable(failure),
        message: failure.message,
    };
}
function toId({ titles }) {
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

;// CONCATENATED MODULE: ./lib/test-output/runners/mocha-json.js



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

;// CONCATENATED MODULE: ./lib/test-output/runners/node-spec.js

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

;// CONCATENATED MODULE: ./lib/test-output/runners/phpunit.js

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

;// CONCATENATED MODULE: ./lib/test-output/runners/pytest.js

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
    const entries = start < 0 ? [] : readSummary(lines.slice(start + 1, end < 0 ? undefined : end), titles);
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
function readSummary(lines, titles) {
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

;// CONCATENATED MODULE: ./lib/test-output/runners/rspec.js

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

;// CONCATENATED MODULE: ./lib/test-output/runners/tap-lines.js
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

;// CONCATENATED MODULE: ./lib/test-output/runners/tap.js



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

;// CONCATENATED MODULE: ./lib/test-output/runners/typescript.js

const compileError = /^([^\s(:][^(:]*\.[cm]?tsx?)(?:\(\d+,\d+\): |:\d+:\d+ - )error TS\d+: /;
/** The TypeScript compiler, run before the tests or by a loader: nothing that needs these files ran. */
function readTypescript({ lines, toPath }) {
    const broken = lines.flatMap(line => compileError.exec(line)?.[1] ?? []).map(toPath);
    return broken.length === 0 ? undefined : settle({ runner: 'typescript', failed: [], broken });
}

;// CONCATENATED MODULE: ./lib/test-output/runners/unittest.js

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

;// CONCATENATED MODULE: ./lib/test-output/runners/vitest-console.js

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

;// CONCATENATED MODULE: ./lib/test-output/read-test-output.js


















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

;// CONCATENATED MODULE: ./lib/integration/test/test-slot.js











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
            await (0,remove_task_folders/* removeTaskFolders */.d)(this.context, this.name);
    }
    async run(title, script, directory) {
        const { timeoutMinutes } = this.context.plan.integration;
        const reportPath = this.toReportPath(directory);
        if (title === 'test' && reportPath !== undefined)
            (0,plain_file/* removePlain */.$C)(reportPath);
        const logPath = this.context.paths.log(this.name);
        this.offset = (0,plain_file/* sizeOfPlainFile */.F_)(logPath);
        const env = (0,command_environment/* toCommandEnvironment */.mN)(this.context);
        const end = await (0,run_script/* runScript */.j)(this.context, { script, directory, env, logPath, title, timeoutMinutes });
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
        return (0,log_file/* readTail */.Z)(this.context.paths.log(this.name), this.offset, tailBytes).slice(1);
    }
    async tryReadOutput(directory, lines) {
        const report = await tryReadReport(this.toReportPath(directory), directory);
        return report ?? readTestOutput(lines.join('\n'), directory);
    }
    toReportPath(directory) {
        const { report } = this.context.plan.integration;
        return report === undefined ? undefined : (0,external_node_path_.join)(directory, report);
    }
    /** The first tree gets a fresh checkout, later ones replace it there. */
    async checkOut(tip) {
        const { paths, store, visibleRefs } = this.context;
        if (this.worktree !== undefined) {
            await (0,restore/* restoreWorktree */.yY)(this.harness, this.worktree, tip.tree);
            return this.worktree.path;
        }
        this.worktree = await (0,worktree/* createWorktree */.MV)(this.harness, {
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
function tryReadReport(path, root) {
    if (path === undefined)
        return undefined;
    const size = (0,plain_file/* sizeOfPlainFile */.F_)(path);
    if (size === 0 || size > mostReportBytes)
        return undefined;
    return readTestReport((0,plain_file/* readPlainText */.Sg)(path, size), root);
}
function toReason(what, end, minutes, lines) {
    const said = lines.length === 0 ? '' : `: ${(0,telling_line/* toTellingLine */.J)(lines)}`;
    return `${what} ${(0,run_script/* toEndText */.w)(end, minutes)}${said}`;
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

// EXTERNAL MODULE: ./lib/integration/test/test-slot.js + 24 modules
var test_slot = __webpack_require__(3504);
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

// EXTERNAL MODULE: ./lib/integration/test/verdict-store.js
var verdict_store = __webpack_require__(49706);
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
    constructor(context, harness) {
        this.context = context;
        this.harness = harness;
        this.verdicts = new verdict_store/* VerdictStore */.Z(context);
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


/***/ }),

/***/ 49706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ VerdictStore),
/* harmony export */   _: () => (/* binding */ toVerdictKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);


const failedTest = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    runner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
const verdictSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('passed') }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('failed'),
        failed: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(failedTest).nullable(),
        isBroken: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        stage: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['setup', 'test']),
        reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    }),
]);
const storeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1), verdicts: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), verdictSchema) });
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
    return `${tree} ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(commands)).digest('hex').slice(0, 16)}`;
}


/***/ })

};
