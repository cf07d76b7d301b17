export const id = 510;
export const ids = [510];
export const modules = {

/***/ 77037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ openArtifactStore)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/jobs/handover/limits.js
var limits = __webpack_require__(62568);
// EXTERNAL MODULE: ./lib/jobs/transport/artifact-store.js
var artifact_store = __webpack_require__(93158);
// EXTERNAL MODULE: ./lib/jobs/transport/transport.js
var transport = __webpack_require__(62851);
// EXTERNAL MODULE: ./lib/model/refused-error.js
var refused_error = __webpack_require__(32366);
// EXTERNAL MODULE: ./lib/action/github/is-enterprise-server.js
var is_enterprise_server = __webpack_require__(17054);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/action/artifacts/unpack-zip.js





const inflate = (0,external_node_util_.promisify)(external_node_zlib_.inflateRaw);
/**
 * Unpacks an archive that anybody may have made into an empty folder: plain files only, below that folder, each path once, and no
 * more than was allowed, whatever the archive says about itself. https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.9.TXT
 */
async function unpackZip(path, folder, limits) {
    const archive = await (0,promises_.readFile)(path);
    const entries = readDirectory(archive);
    if (entries.length > limits.files)
        throw new artifact_store/* DamagedArtifactError */.o(`it holds ${entries.length} files, more than ${limits.files}`);
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
        throw new artifact_store/* DamagedArtifactError */.o(`it holds a path that is not plain: ${JSON.stringify(name)}`);
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
        throw new artifact_store/* DamagedArtifactError */.o(`${name} is too large: ${bytes} bytes`);
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
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(path, content, { flag: 'wx' }).catch(error => {
        throw new artifact_store/* DamagedArtifactError */.o(`it holds a path twice: ${JSON.stringify(path)}`, { cause: error });
    });
}
function readNumber(archive, offset, size) {
    if (offset + size > archive.length)
        throw brokenError();
    return archive.readUIntLE(offset, size);
}
function brokenError(cause) {
    return new artifact_store/* DamagedArtifactError */.o('it is not an archive that can be unpacked', { cause });
}

;// CONCATENATED MODULE: ./lib/action/artifacts/artifact-store.js









/** A manifest and two bundles; of other artifacts, much less is expected. */
const mostBytes = limits/* handoverLimits */.k.manifestBytes + 2 * limits/* handoverLimits */.k.bundleBytes;
const mostFiles = 10_000;
/** Artifacts are only needed until the run is published, or its failed jobs are run again. */
const retentionDays = 5;
/** What the client says of errors that it does not try again, with their status. */
const isFinal = /non-retryable error|storage quota has been hit|not currently supported on GHES/;
/** The artifacts of this workflow run. The client is large, so it is only loaded where there is something to exchange. */
async function openArtifactStore(env) {
    if ((0,is_enterprise_server/* isEnterpriseServer */.v)(env))
        throw new refused_error/* RefusedError */.f(is_enterprise_server/* enterpriseServerAdvice */.b);
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
            await this.client.uploadArtifact(name, [...files], root, { retentionDays });
            return 'stored';
        }
        catch (error) {
            const { message } = error;
            if (/\(409\)/.test(message))
                return 'exists';
            if (isFinal.test(message))
                throw new transport/* TransportRefusedError */.K(`${name} could not be uploaded: ${message}`, { cause: error });
            throw toTransportError(`${name} could not be uploaded`, error);
        }
    }
    async remove(name) {
        try {
            await this.client.deleteArtifact(name);
        }
        catch (error) {
            throw toTransportError(`${name} could not be deleted`, error);
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
        const place = await (0,promises_.mkdtemp)((0,external_node_path_.join)(this.temp, 'artifact-'));
        try {
            const archive = await this.fetchArchive(name, place);
            await unpackZip(archive, folder, { files: mostFiles, bytes: mostBytes });
        }
        finally {
            await (0,promises_.rm)(place, { recursive: true, force: true });
        }
    }
    /** The archive as it is: what the client would unpack, it would unpack without limits. */
    async fetchArchive(name, place) {
        try {
            const { artifact } = await this.client.getArtifact(name);
            if (artifact.size > mostBytes)
                throw new artifact_store/* DamagedArtifactError */.o(`it is too large: ${artifact.size} bytes, more than ${mostBytes}`);
            const expected = artifact.digest === undefined ? {} : { expectedHash: artifact.digest };
            const options = { path: place, skipDecompress: true, ...expected };
            const { digestMismatch } = await this.client.downloadArtifact(artifact.id, options);
            if (digestMismatch)
                throw new Error('other bytes arrived than were stored');
            const [file] = await (0,promises_.readdir)(place);
            if (file === undefined)
                throw new Error('nothing arrived');
            return (0,external_node_path_.join)(place, file);
        }
        catch (error) {
            if (error instanceof artifact_store/* DamagedArtifactError */.o)
                throw error;
            throw toTransportError(`${name} could not be downloaded`, error);
        }
    }
}
function toTransportError(what, error) {
    return new transport/* TransportError */.w(`${what}: ${error.message}`, { cause: error });
}


/***/ }),

/***/ 95007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ requirePlannedRun),
/* harmony export */   t: () => (/* binding */ withJobTarget)
/* harmony export */ });
/* harmony import */ var _commands_target_find_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21597);
/* harmony import */ var _git_refs_refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89025);
/* harmony import */ var _model_refused_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32366);
/* harmony import */ var _plan_schema_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45574);




/**
 * The run that a job belongs to, in a checkout of its base. There the target is hardly ever a branch: it is the one that the plan
 * names, or that the workflow runs on.
 */
async function requirePlannedRun({ inputs, env }, repository, checked) {
    const { run } = inputs;
    if (run === undefined)
        throw new _model_refused_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RefusedError */ .f('this step needs the input `run`');
    const named = withJobTarget(checked.plan, env);
    const { branch, commit } = await requireBase(repository, named);
    const text = (0,_plan_schema_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .toStoredText */ .U)({ ...checked.file, target: branch }, checked.order);
    const plan = { ...checked.plan, target: branch };
    return { run, plan, text, target: branch, base: commit, attempt: toAttempt(env) };
}
async function requireBase(repository, plan) {
    const isHere = plan.target === undefined || (await (0,_git_refs_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .tryResolve */ .Cn)(repository, `refs/heads/${plan.target}`)) !== undefined;
    if (isHere)
        return (0,_commands_target_find_target_js__WEBPACK_IMPORTED_MODULE_0__/* .findTarget */ .F)(repository, plan);
    const commit = await (0,_git_refs_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .tryResolve */ .Cn)(repository, 'HEAD^{commit}');
    if (commit === undefined)
        throw new _model_refused_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RefusedError */ .f('nothing is checked out here');
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

/***/ 17054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ enterpriseServerAdvice),
/* harmony export */   v: () => (/* binding */ isEnterpriseServer)
/* harmony export */ });
/** Whether this is GitHub Enterprise Server, by the rule of GitHub's own clients. github.com and ghe.com are not. */
function isEnterpriseServer({ GITHUB_SERVER_URL }) {
    const { hostname } = new URL(GITHUB_SERVER_URL || 'https://github.com');
    return hostname !== 'github.com' && !/\.(ghe\.com|localhost)$/.test(hostname);
}
/** What it lacks, and what to write. */
const enterpriseServerAdvice = 'GitHub Enterprise Server has no artifacts that jobs could exchange tasks by, and so no reusable workflow of this action. Let jobs push what they make, as in examples/workflows/three-jobs.yml. In each step:\n    push: "true"\nand in its job:\n    permissions: { contents: write }';


/***/ }),

/***/ 35162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   aP: () => (/* binding */ areWithin),
/* harmony export */   nh: () => (/* binding */ toContained),
/* harmony export */   x$: () => (/* binding */ requireComplete)
/* harmony export */ });
/* harmony import */ var _process_run_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15958);
/* harmony import */ var _quarantine_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29638);


/** All that is in the history of a commit and not in that of another one. Refused when there are more than so many. */
async function readHistory({ repository }, { head, without, most }) {
    const args = ['rev-list', '--topo-order', '--parents', `--max-count=${most + 1}`, head, `^${without}`];
    const lines = (await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .EO)(repository.place, args)).split('\n').filter(line => line !== '');
    if (lines.length > most)
        throw new _quarantine_error_js__WEBPACK_IMPORTED_MODULE_1__/* .QuarantineError */ .t(`it has more than ${most} commits`);
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
    await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .EO)(repository.place, ['rev-list', '--objects', '--quiet', head, `^${without}`]);
}
/** Whether all of some commits are in the history of one, or are that one. Fails for what is no commit. */
async function areWithin({ repository }, commits, head) {
    if (commits.length === 0)
        return true;
    const question = `${commits.join('\n')}\n^${head}\n`;
    return (await (0,_process_run_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .EO)(repository.place, ['rev-list', '--max-count=1', '--stdin'], question)) === '';
}


/***/ }),

/***/ 29638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ QuarantineError)
/* harmony export */ });
/** What came from outside is not taken into the repository. The message names what is wrong with it. */
class QuarantineError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'QuarantineError';
    }
}


/***/ }),

/***/ 33484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GX: () => (/* binding */ toArtifactPrefix),
/* harmony export */   VH: () => (/* binding */ mostCopies),
/* harmony export */   mR: () => (/* binding */ listLaneArtifacts),
/* harmony export */   ro: () => (/* binding */ toLaneArtifactName),
/* harmony export */   sW: () => (/* binding */ toLatestArtifacts),
/* harmony export */   xy: () => (/* binding */ toArtifactName)
/* harmony export */ });
/* unused harmony export tryReadArtifactName */
/* harmony import */ var _model_refused_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32366);
/* harmony import */ var _plan_schema_id_pattern_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19781);
/* harmony import */ var _run_run_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22104);



/** One handover tries at most this many names. */
const mostCopies = 5;
const prefix = 'parallel-agents-';
/** The name of the artifact of a task: GitHub takes each name once in a workflow run, so the attempt is in it. */
function toArtifactName({ run, attempt, task, copy = 1 }) {
    if (!(0,_run_run_id_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunId */ .P)(run))
        throw new _model_refused_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .f(`${JSON.stringify(run)} is not the id of a run`);
    if (!Number.isSafeInteger(attempt) || attempt < 1)
        throw new _model_refused_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .f(`${attempt} is not the number of an attempt: they count from 1`);
    if (!_plan_schema_id_pattern_js__WEBPACK_IMPORTED_MODULE_2__/* .idPattern */ .a.test(task))
        throw new _model_refused_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .f(`${JSON.stringify(task)} is not the id of a task`);
    return `${prefix}${run}-${attempt}-${task}${copy === 1 ? '' : `.${copy}`}`;
}
/** All artifacts of a run begin with this, of whatever attempt and kind. */
function toArtifactPrefix(run) {
    return `${prefix}${run}-`;
}
/** What a name says; undefined for a foreign artifact. */
function tryReadArtifactName(name) {
    const match = /^parallel-agents-(\d{8}-\d{6}-[0-9a-f]{4})-([1-9]\d{0,8})-(.*?)(?:\.([2-5]))?$/s.exec(name);
    const [, run = '', attempt = '', task = '', copy] = match ?? [];
    if (!_plan_schema_id_pattern_js__WEBPACK_IMPORTED_MODULE_2__/* .idPattern */ .a.test(task))
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


/***/ }),

/***/ 36149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ toHandoverFiles)
/* harmony export */ });
/** Their names, which only depend on the task. No id of a task contains a dot, so no two tasks share one. */
function toHandoverFiles(task) {
    return { manifest: `${task}.json`, branch: `${task}.bundle`, kept: `${task}.kept.bundle` };
}


/***/ }),

/***/ 62568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ handoverLimits)
/* harmony export */ });
/** GitHub takes no file of more than 100 MiB; the rest is far above what one task produces, and a minute's work. */
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


/***/ }),

/***/ 20593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ readManifest),
  M: () => (/* binding */ toManifestText)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
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
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

// EXTERNAL MODULE: ./lib/model/task-result.js
var task_result = __webpack_require__(73600);
// EXTERNAL MODULE: ./lib/plan/schema/id-pattern.js
var id_pattern = __webpack_require__(19781);
// EXTERNAL MODULE: ./lib/run/run-store.js
var run_store = __webpack_require__(74372);
// EXTERNAL MODULE: ./lib/jobs/handover/exact-json.js
var exact_json = __webpack_require__(49132);
;// CONCATENATED MODULE: ./lib/jobs/handover/manifest.js






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
    const json = (0,exact_json/* tryParseExactly */.P)(bytes);
    if (json === undefined)
        return { kind: 'damaged', reason: 'its manifest is not JSON in UTF-8' };
    const checked = manifestSchema.safeParse(json.value);
    if (!checked.success)
        return { kind: 'damaged', reason: `its manifest is wrong: ${(0,exact_json/* toFirstProblem */.T)(checked.error)}` };
    const { sha256: _, ...manifest } = checked.data;
    if (toManifestText(manifest) !== json.text)
        return { kind: 'damaged', reason: 'its manifest is damaged: it is not the text that it says it is' };
    return { kind: 'read', manifest };
}


/***/ }),

/***/ 20107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H6: () => (/* binding */ readStart),
/* harmony export */   Xr: () => (/* binding */ withPlainFile),
/* harmony export */   rP: () => (/* binding */ readDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _git_quarantine_quarantine_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29638);






/** Opens a foreign file: no link is followed, nothing but a plain file is read, and none that is too large. */
async function withPlainFile(path, most, work) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path);
    const flags = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK;
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, flags).catch(error => {
        throw new _git_quarantine_quarantine_error_js__WEBPACK_IMPORTED_MODULE_5__/* .QuarantineError */ .t(toOpenProblem(name, error), { cause: error });
    });
    try {
        const found = await file.stat();
        if (!found.isFile())
            throw new _git_quarantine_quarantine_error_js__WEBPACK_IMPORTED_MODULE_5__/* .QuarantineError */ .t(`${name} is not a plain file`);
        if (found.size > most)
            throw new _git_quarantine_quarantine_error_js__WEBPACK_IMPORTED_MODULE_5__/* .QuarantineError */ .t(`${name} is too large: more than ${most} bytes`);
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
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(file.createReadStream({ start: 0, autoClose: false }), hash);
    return hash.digest('hex');
}


/***/ }),

/***/ 51562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ readHandovers)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/agents/agent-start.js + 4 modules
var agent_start = __webpack_require__(71741);
// EXTERNAL MODULE: ./lib/agents/process/log-file.js
var log_file = __webpack_require__(69685);
// EXTERNAL MODULE: ./lib/agents/process/progress-file.js
var progress_file = __webpack_require__(30428);
// EXTERNAL MODULE: ./lib/model/refused-error.js
var refused_error = __webpack_require__(32366);
// EXTERNAL MODULE: ./lib/plan/schema/stored-plan.js
var stored_plan = __webpack_require__(45574);
// EXTERNAL MODULE: ./lib/report/text/cost.js
var cost = __webpack_require__(59087);
;// CONCATENATED MODULE: ./lib/report/terminal/live-state.js


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
        case 'sleeping':
            return withStep(state, `all that is left waits for quotas until ${toTimeOfDay(event.until, now)}`, now);
        case 'notice':
        case 'waiting':
            return state;
        case 'forecast':
            return { ...state, forecast: event.conflicts };
        case 'serialized':
            return withWait(state, event.task, event.behind);
        case 'tests-started':
            return withStep(state, `testing ${event.what} · run ${event.run}`, now);
        case 'tests-ended':
            return withStep(state, event.passed ? 'tests passed' : 'tests failed', undefined);
        case 'resolving':
            return withStep(state, `${event.agent} resolves conflicts of ${event.task}`, now);
        case 'merged':
            return withMergeCount(withTask(state, event.task, { landing: 'merged' }));
        case 'not-merged':
            return withMergeCount(withTask(state, event.task, { landing: event.landing }));
        case 'evicted':
            return withStep(withTask(state, event.task, { landing: 'evicted' }), `evicted ${event.task}`, undefined);
        default:
            return withTask(state, event.task, toTaskChange(event, now));
    }
}
function toTaskChange(event, now) {
    switch (event.kind) {
        case 'task-started':
            return { startedAt: now, parkedUntil: undefined };
        case 'parked':
            return { startedAt: undefined, parkedUntil: event.until, phase: undefined, activity: undefined };
        case 'attempt-started':
            return { attempt: event.attempt, phase: 'agent', percent: null, message: null, activity: undefined };
        case 'phase':
            return { phase: event.phase };
        case 'usage':
            return { usage: event.usage };
        case 'activity':
            return { activity: event.text };
        case 'progress':
            return { percent: event.percent, message: event.message };
        case 'refused':
        case 'trouble':
            return { refusal: event.reason };
        case 'task-ended':
            return { result: event.result, phase: undefined, usage: tryUsageOfTasks([event.result]) };
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
        parkedUntil: undefined,
        usage: undefined,
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
/** A new step; the one before it is over. */
function withStep(state, text, since) {
    const before = state.integration.map(step => ({ ...step, since: undefined }));
    return { ...state, integration: [...before, { text, since }] };
}
const mergeCount = /^merged \d+ of \d+$/;
/** How many branches have been merged, or could not be, of those that there are: one line that counts on. */
function withMergeCount(state) {
    const candidates = [...state.tasks.values()].filter(({ result, landing }) => {
        return landing !== undefined || result?.outcome === 'succeeded';
    });
    const merged = candidates.filter(({ landing }) => landing === 'merged').length;
    const others = state.integration.filter(({ text }) => !mergeCount.test(text));
    return withStep({ ...state, integration: others }, `merged ${merged} of ${candidates.length}`, undefined);
}

// EXTERNAL MODULE: ./lib/run/attempt-record.js
var attempt_record = __webpack_require__(80700);
// EXTERNAL MODULE: ./lib/run/claim-run.js
var claim_run = __webpack_require__(78581);
// EXTERNAL MODULE: ./lib/run/run-journal.js
var run_journal = __webpack_require__(22738);
// EXTERNAL MODULE: ./lib/run/run-lock.js + 1 modules
var run_lock = __webpack_require__(53970);
// EXTERNAL MODULE: ./lib/run/run-paths.js
var run_paths = __webpack_require__(24045);
// EXTERNAL MODULE: ./lib/run/run-store.js
var run_store = __webpack_require__(74372);
// EXTERNAL MODULE: ./lib/tasks/forecast/forecast-record.js
var forecast_record = __webpack_require__(79507);
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
    const journal = readJournal(toRunPaths(repository, run).journal);
    for (const { event, at } of journal)
        state = withEvent(state, event, at);
    for (const task of tasks) {
        const hasStarted = state.tasks.get(task.id)?.startedAt !== undefined;
        for (const [event, at] of await readTaskEvents({ repository, store, plan, task, hasStarted }))
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
async function readTaskEvents(reading) {
    const { repository, store, plan, task, hasStarted } = reading;
    const result = await store.readResult(task.id);
    if (result !== undefined)
        return [[{ kind: 'task-ended', task: task.id, result }, 0]];
    const paths = toRunPaths(repository, store.run);
    const record = tryReadAttemptRecord(paths.task(task.id).attempt);
    if (record === undefined)
        return [];
    const at = Date.parse(record.attemptStartedAt);
    const { reader } = toAgentStart(plan.agents[task.agent], '', '');
    const lines = readTail(paths.log(task.id), record.logOffset, tailBytes);
    const activity = lines.map(line => reader.take(line)).findLast(text => text !== undefined);
    const starts = [
        [{ kind: 'task-started', task: task.id, attempts: task.retries + 1 }, Date.parse(record.startedAt)],
        [{ kind: 'attempt-started', task: task.id, attempt: record.attempt }, at],
    ];
    return [
        ...(hasStarted ? [] : starts),
        [{ kind: 'progress', task: task.id, ...new ProgressFollower(paths.task(task.id).progress).read() }, at],
        ...(activity === undefined
            ? []
            : [[{ kind: 'activity', task: task.id, text: activity }, at]]),
    ];
}

// EXTERNAL MODULE: ./lib/plan/graph/graph.js
var graph = __webpack_require__(58060);
// EXTERNAL MODULE: ./lib/report/text/text.js
var text_text = __webpack_require__(41193);
// EXTERNAL MODULE: ./lib/jobs/handover/handover-files.js
var handover_files = __webpack_require__(36149);
// EXTERNAL MODULE: ./lib/git/quarantine/quarantine-commits.js
var quarantine_commits = __webpack_require__(35162);
// EXTERNAL MODULE: ./lib/git/quarantine/quarantine-error.js
var quarantine_error = __webpack_require__(29638);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/git/quarantine/quarantine-release.js



/**
 * Copies all objects of a quarantine to the trusted repository, under names that git knows only when they are complete: an index
 * after its pack. Nothing refers to them yet, and doing it twice is harmless.
 */
async function releaseObjects({ repository }, trusted) {
    const names = await (0,promises_.readdir)(repository.store.folder, { recursive: true });
    const files = names.filter(name => /^([0-9a-f]{2}[/\\][0-9a-f]{38,62}|pack[/\\]pack-[^/\\]*)$/.test(name));
    for (const name of files.sort(byUse)) {
        await copyWhole((0,external_node_path_.join)(repository.store.folder, name), (0,external_node_path_.join)(trusted.store.folder, name));
    }
}
function byUse(a, b) {
    return Number(a.endsWith('.idx')) - Number(b.endsWith('.idx'));
}
async function copyWhole(from, to) {
    const isThere = await (0,promises_.stat)(to).then(() => true, () => false);
    if (isThere)
        return;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(to), `tmp_obj_${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    await (0,promises_.copyFile)(from, temporary);
    await (0,promises_.rename)(temporary, to);
}

// EXTERNAL MODULE: ./lib/git/objects/commits.js
var commits = __webpack_require__(12953);
// EXTERNAL MODULE: ./lib/git/objects/objects.js
var objects = __webpack_require__(16479);
;// CONCATENATED MODULE: ./lib/git/quarantine/quarantine-names.js
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

;// CONCATENATED MODULE: ./lib/git/quarantine/quarantine-changes.js



const folderMode = '40000';
const gone = '000000';
const nothing = new Map();
/** The longest path that Linux takes. */
const longestPath = 4096;
/**
 * Compares trees that may be hostile: names are compared byte by byte, every object must be there, and
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
            throw new quarantine_error/* QuarantineError */.t(`a path is longer than ${longestPath} bytes`);
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
        const none = { mode: gone, id: (0,objects/* toNullId */.Wc)(this.format) };
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
            throw new quarantine_error/* QuarantineError */.t(`the content of ${toText(path)} is missing (${id})`);
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
            throw new quarantine_error/* QuarantineError */.t(`it has more than ${this.most} entries in its folders`);
        return folder;
    }
    async readTree(id) {
        const tree = await this.objects.read(id);
        if (tree?.type !== 'tree')
            throw new quarantine_error/* QuarantineError */.t(`a folder is missing (tree ${id})`);
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
            throw new quarantine_error/* QuarantineError */.t('a folder cannot be read');
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

// EXTERNAL MODULE: ./lib/model/plan.js
var model_plan = __webpack_require__(62774);
// EXTERNAL MODULE: ./lib/tasks/gates/change-gates.js + 1 modules
var change_gates = __webpack_require__(52909);
// EXTERNAL MODULE: ./lib/tasks/perform/gate-input.js
var gate_input = __webpack_require__(95192);
// EXTERNAL MODULE: ./lib/tasks/perform/prepare-start.js
var prepare_start = __webpack_require__(96274);
;// CONCATENATED MODULE: ./lib/jobs/handover/check-changes.js
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

// EXTERNAL MODULE: ./lib/jobs/handover/take-bundle.js + 4 modules
var take_bundle = __webpack_require__(65257);
;// CONCATENATED MODULE: ./lib/jobs/handover/check-branch.js










/**
 * Checks a branch in quarantine: it starts from what the prerequisites of its task merge to, every commit beyond that passes the
 * gates by itself, and so does the whole.
 */
async function checkBranch(context, quarantine, branch) {
    const { head, start } = branch;
    const history = await (0,quarantine_commits/* readHistory */.Lu)(quarantine, {
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
    await requireStart(context, quarantine, branch, (0,quarantine_commits/* toContained */.nh)(history, start));
}
/** The commits that the task itself has made. */
function listOwn(history, context, { start }) {
    const inStart = (0,quarantine_commits/* toContained */.nh)(history, start);
    const own = [...history.keys()].filter(id => !inStart.has(id));
    const isKnown = start === context.start || history.has(start);
    if (!isKnown || !own.some(id => history.get(id)?.includes(start)))
        throw new quarantine_error/* QuarantineError */.t(`its commits do not descend from its start ${start}`);
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
        (0,take_bundle/* requireNone */.E)(tryChangesProblem(found));
        (0,take_bundle/* requireNone */.E)((0,change_gates/* checkHistory */.X3)(toInput(context, branch.task, found))?.reason);
    }
}
/** All commits together, and whether they come to what the manifest says. */
function checkWhole(context, { task, manifest }, found) {
    const { files } = context.limits;
    const count = found.changes.length;
    if (count > files)
        throw new quarantine_error/* QuarantineError */.t(`it changes too many files: ${count}, more than ${files}`);
    (0,take_bundle/* requireNone */.E)(tryChangesProblem(found));
    (0,take_bundle/* requireNone */.E)((0,change_gates/* checkChanges */.ek)(toInput(context, task, found))?.reason);
    if (count !== manifest.result.filesChanged)
        throw new quarantine_error/* QuarantineError */.t(`its manifest does not match: it changes ${count} files, not ${manifest.result.filesChanged}`);
}
function toInput({ plan }, task, { changes }) {
    const gated = changes.map(change => ({ ...change, linkTarget: undefined })); // links are refused before
    return (0,gate_input/* toGateInput */.F)({ plan }, { task }, { changes: gated, problems: [] });
}
async function readTree({ repository }, commit) {
    const object = await repository.objects.read(commit);
    if (object?.type !== 'commit')
        throw new quarantine_error/* QuarantineError */.t(`there is no commit ${commit}`);
    return (0,commits/* readCommitText */.Ls)(object.content.toString('latin1')).tree;
}
async function requireTree(quarantine, { head, manifest }) {
    const tree = await readTree(quarantine, head);
    if (tree === manifest.branch?.tree)
        return tree;
    throw new quarantine_error/* QuarantineError */.t(`wrong tree: its commit has ${tree}, and its manifest says ${manifest.branch?.tree}`);
}
/**
 * Merges the start again, in quarantine, from the branches that were taken: the same merge is the same commit. Of the tasks that it
 * only comes after, those count that it contains. The job that made it may not have known of what its prerequisites needed.
 */
async function requireStart(context, { repository, harness }, { task, start }, inStart) {
    const { base, store, plan, results } = context;
    const facts = { repository, harness, plan, run: store.run, base, start: context.start };
    const known = [...results].filter(([id, { commit }]) => task.needs.includes(id) || inStart.has(commit ?? ''));
    const direct = known.filter(([id]) => (0,model_plan/* prerequisites */.a)(task).includes(id));
    const made = await (0,prepare_start/* prepareStart */.G)(facts, task, new Map(known));
    if (isAt(made, start) || isAt(await (0,prepare_start/* prepareStart */.G)(facts, task, new Map(direct)), start))
        return;
    const commit = made.kind === 'ready' ? made.commit : made.reason;
    throw new quarantine_error/* QuarantineError */.t(`wrong start: it starts from ${start}, and the merge of what it builds on is ${commit}`);
}
function isAt(made, start) {
    return made.kind === 'ready' && made.commit === start;
}

// EXTERNAL MODULE: ./lib/run/run-refs.js
var run_refs = __webpack_require__(20995);
;// CONCATENATED MODULE: ./lib/jobs/handover/check-manifest.js

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

// EXTERNAL MODULE: ./lib/git/refs/refs.js
var refs = __webpack_require__(89025);
;// CONCATENATED MODULE: ./lib/jobs/handover/handover-refs.js



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
    const done = await (0,refs/* updateRefs */.EA)(trusted, updates);
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
    return new quarantine_error/* QuarantineError */.t(`${ref} is here already, with something else: it is not replaced`);
}

// EXTERNAL MODULE: ./lib/jobs/handover/manifest.js + 1 modules
var manifest = __webpack_require__(20593);
// EXTERNAL MODULE: ./lib/jobs/handover/read-file.js
var read_file = __webpack_require__(20107);
;// CONCATENATED MODULE: ./lib/jobs/handover/take-handover.js











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
    (0,take_bundle/* requireNone */.E)(tryManifestProblem(manifest, expected));
    (0,take_bundle/* requireNone */.E)(tryNeedsProblem(manifest, task.needs, context.results));
    await requireFreeRefs(context, manifest);
    await takeBranch(context, place, manifest);
    const problem = await tryTakeKept(context, folder, manifest);
    const result = problem === undefined ? manifest.result : { ...manifest.result, kept: null };
    await writeHandoverRefs(context, { ...manifest, result });
    const notices = problem === undefined ? [] : [`what was kept of ${task.id} was not taken: ${problem}`];
    return { result, files: listFiles(manifest), notices };
}
function listFiles({ task, branch, kept }) {
    const files = (0,handover_files/* toHandoverFiles */.s)(task);
    return [files.manifest, ...(branch === null ? [] : [files.branch]), ...(kept === null ? [] : [files.kept])];
}
async function requireManifest({ limits }, { task, folder }) {
    const path = (0,external_node_path_.join)(folder, (0,handover_files/* toHandoverFiles */.s)(task.id).manifest);
    const bytes = await (0,read_file/* withPlainFile */.Xr)(path, limits.manifestBytes, read_file/* readStart */.H6);
    const reading = (0,manifest/* readManifest */.W)(bytes);
    if (reading.kind === 'damaged')
        throw new quarantine_error/* QuarantineError */.t(reading.reason);
    return reading.manifest;
}
async function takeBranch(context, place, manifest) {
    const { task, folder } = place;
    const { commit: head, base: start } = manifest.result;
    if (manifest.branch === null || head === null || start === null)
        return;
    const path = (0,external_node_path_.join)(folder, (0,handover_files/* toHandoverFiles */.s)(task.id).branch);
    const expected = { ref: context.store.refs.branch(task.id), commit: head };
    await (0,take_bundle/* withBundle */.d)(context, { path, facts: manifest.branch.bundle, expected }, async (quarantine) => {
        await checkBranch(context, quarantine, { task, manifest, start, head });
        await releaseObjects(quarantine, context.trusted);
    });
}
/** Answers with why kept work was not taken. Only its form is checked: it holds what gates have refused. */
async function tryTakeKept(context, folder, { task, kept }) {
    if (kept === null)
        return undefined;
    const path = (0,external_node_path_.join)(folder, (0,handover_files/* toHandoverFiles */.s)(task).kept);
    const expected = { ref: context.store.refs.kept(task), commit: kept.commit };
    try {
        await (0,take_bundle/* withBundle */.d)(context, { path, facts: kept.bundle, expected }, async (quarantine) => {
            await (0,quarantine_commits/* requireComplete */.x$)(quarantine, kept.commit, context.base);
            await releaseObjects(quarantine, context.trusted);
        });
        return undefined;
    }
    catch (error) {
        return error.message; // the task itself does not depend on it
    }
}

// EXTERNAL MODULE: ./lib/tasks/gates/gate.js
var gate = __webpack_require__(94382);
;// CONCATENATED MODULE: ./lib/jobs/handover/unannounced-files.js



/** One sentence for each folder that holds something which belongs to no handover in it. Nothing of that is read. */
async function listUnannounced(folders, announced) {
    const notices = [];
    for (const folder of new Set(folders)) {
        const names = await (0,promises_.readdir)(folder).catch(() => []); // a folder that is not there holds nothing
        const others = names.filter(name => !announced.has((0,external_node_path_.join)(folder, name))).map(name => JSON.stringify(name));
        if (others.length > 0)
            notices.push(`left aside in ${folder}, announced by no manifest: ${(0,gate/* listPaths */.P)(others)}`);
    }
    return notices;
}

;// CONCATENATED MODULE: ./lib/jobs/handover/read-handovers.js









/**
 * Imports unverified handovers into a repository that knows the run (its plan and its base are on refs), prerequisites
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
    const allFiles = handovers.flatMap(({ folder }) => Object.values((0,handover_files/* toHandoverFiles */.s)(task.id)).map(name => (0,external_node_path_.join)(folder, name)));
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
/** Reasons quote foreign text. */
function toLine(text) {
    const line = (0,text_text/* toPlainLine */.Ic)(text);
    return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}


/***/ }),

/***/ 65257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ requireNone),
  d: () => (/* binding */ withBundle)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/git/objects/object-reader.js
var object_reader = __webpack_require__(4790);
// EXTERNAL MODULE: ./lib/git/process/environment.js
var environment = __webpack_require__(87575);
// EXTERNAL MODULE: ./lib/git/process/ref-updater.js
var ref_updater = __webpack_require__(24547);
// EXTERNAL MODULE: ./lib/git/repository/git-directory.js
var git_directory = __webpack_require__(98955);
// EXTERNAL MODULE: ./lib/git/repository/open-repository.js
var open_repository = __webpack_require__(210);
// EXTERNAL MODULE: ./lib/git/repository/trash.js
var trash = __webpack_require__(88339);
;// CONCATENATED MODULE: ./lib/git/quarantine/quarantine.js









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
 * @param objectBytes The most memory that git may ask for at once there, and so the largest object.
 */
async function withQuarantine(trusted, objectBytes, work) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'parallel-agents-quarantine-'));
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
        await (0,promises_.rm)(folder, { recursive: true, force: true });
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
    return {
        repository,
        harness: {
            repository,
            gitDirectory: path,
            place,
            exclude: '',
            attributes: { global: '', own: '' },
            trash: new trash/* Trash */.l(),
        },
    };
}

// EXTERNAL MODULE: ./lib/git/quarantine/quarantine-commits.js
var quarantine_commits = __webpack_require__(35162);
// EXTERNAL MODULE: ./lib/git/quarantine/quarantine-error.js
var quarantine_error = __webpack_require__(29638);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/git/process/run-git.js
var run_git = __webpack_require__(15958);
;// CONCATENATED MODULE: ./lib/git/quarantine/quarantine-pack.js






/**
 * Takes a pack into a quarantine. git checks the form of every object and that all that they name is there; it ends when one of
 * them needs more memory than the quarantine allows, before it is unpacked. Returns what the pack holds.
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
        throw new quarantine_error/* QuarantineError */.t(`its objects take git more than ${limits.seconds} seconds`);
    if (code !== 0)
        throw new quarantine_error/* QuarantineError */.t(toReason(said.join('')));
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
    const index = (await (0,promises_.readdir)(folder)).find(name => name.endsWith('.idx'));
    if (index === undefined)
        throw new Error('git index-pack has left no index');
    const ids = readIndexIds(await (0,promises_.readFile)((0,external_node_path_.join)(folder, index)), store.format);
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

;// CONCATENATED MODULE: ./lib/git/remote/bundle-header.js
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

;// CONCATENATED MODULE: ./lib/jobs/handover/check-bundle.js
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

// EXTERNAL MODULE: ./lib/jobs/handover/read-file.js
var read_file = __webpack_require__(20107);
;// CONCATENATED MODULE: ./lib/jobs/handover/take-bundle.js







/** Opens a quarantine, takes a bundle into it, and does something with what is in it now. */
function withBundle(context, bundle, work) {
    return withQuarantine(context.trusted, context.limits.objectBytes, async (quarantine) => {
        await takeBundle(context, quarantine, bundle);
        return work(quarantine);
    });
}
async function takeBundle(context, quarantine, { path, facts, expected }) {
    const { limits } = context;
    await (0,read_file/* withPlainFile */.Xr)(path, limits.bundleBytes, async (file, bytes) => {
        if (bytes !== facts.bytes || (await (0,read_file/* readDigest */.rP)(file)) !== facts.sha256)
            throw new quarantine_error/* QuarantineError */.t('its bundle is not the one that its manifest was made for (other bytes)');
        const header = await requireHeader(context, file);
        requireNone(tryHeaderProblem(header, expected, limits));
        await requirePrerequisites(context, quarantine, header);
        const pack = file.createReadStream({ start: header.packOffset, autoClose: false });
        const packLimits = { packBytes: limits.bundleBytes, seconds: limits.indexSeconds };
        requireNone(tryObjectsProblem(await indexPack(quarantine, pack, packLimits), limits));
    });
    const tip = await quarantine.repository.objects.readInfo(expected.commit);
    if (tip?.type !== 'commit')
        throw new quarantine_error/* QuarantineError */.t(`its commit ${expected.commit} is missing`);
}
async function requireHeader({ limits, trusted }, file) {
    const reading = readBundleHeader(await (0,read_file/* readStart */.H6)(file, limits.headerBytes), trusted.store.format);
    if (reading.kind === 'damaged')
        throw new quarantine_error/* QuarantineError */.t(reading.reason);
    return reading.header;
}
/** Everything that a bundle builds on must be in the history of the base. */
async function requirePrerequisites({ base }, quarantine, { prerequisites }) {
    const others = prerequisites.filter(commit => commit !== base);
    for (const commit of others) {
        if ((await quarantine.repository.objects.readInfo(commit)) === undefined)
            throw new quarantine_error/* QuarantineError */.t(`it builds on a missing ancestor: there is no commit ${commit} here`);
    }
    if (!(await (0,quarantine_commits/* areWithin */.aP)(quarantine, others, base)))
        throw new quarantine_error/* QuarantineError */.t(`wrong base: it builds on ${others.join(', ')}, which ${base} does not contain`);
}
/** Refuses with what a check has found. */
function requireNone(problem) {
    if (problem !== undefined)
        throw new quarantine_error/* QuarantineError */.t(problem);
}


/***/ }),

/***/ 65315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ createRun)
/* harmony export */ });
/* harmony import */ var _git_objects_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16479);
/* harmony import */ var _git_refs_refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89025);
/* harmony import */ var _model_refused_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32366);
/* harmony import */ var _run_run_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74372);




/** Makes a run known that another job has named. From the same facts, every job makes the same refs. Safe to repeat. */
async function createRun(repository, { run, text, base }) {
    const store = new _run_run_store_js__WEBPACK_IMPORTED_MODULE_3__/* .RunStore */ .n(repository, run);
    const plan = await (0,_git_objects_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .writeObject */ .p7)(repository.store, 'blob', text);
    const wanted = [
        [store.refs.plan, plan, 'plan'],
        [store.refs.base, base, 'base'],
    ];
    for (const [ref, to, what] of wanted) {
        const from = await store.resolve(ref);
        if (from === to)
            continue;
        if (from !== undefined)
            throw new _model_refused_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RefusedError */ .f(`run ${run} is here already, with another ${what}: every job of it needs the same`);
        await (0,_git_refs_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .requireRefUpdates */ .tG)(repository, [{ ref, from, to }]);
    }
}


/***/ }),

/***/ 93158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ DamagedArtifactError)
/* harmony export */ });
/** An artifact is not what it should be. It will not be another time. */
class DamagedArtifactError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'DamagedArtifactError';
    }
}


/***/ }),

/***/ 40587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ tryReadLaneNote),
/* harmony export */   h: () => (/* binding */ toLaneNoteText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _plan_schema_id_pattern_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19781);
/* harmony import */ var _run_run_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74372);



const laneNoteSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    /** Of the workflow run, from 1. */
    attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
    /** Which job of the workflow run does the lane; null where that is not said. */
    job: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(100).nullable(),
    tasks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_plan_schema_id_pattern_js__WEBPACK_IMPORTED_MODULE_2__/* .idPattern */ .a)).max(10_000),
});
function toLaneNoteText({ tasks }, attempt, job) {
    return (0,_run_run_store_js__WEBPACK_IMPORTED_MODULE_0__/* .toJson */ .a)({ version: 1, attempt, job, tasks: [...tasks] });
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


/***/ }),

/***/ 51586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ RefsTransport)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27597);
/* harmony import */ var _git_refs_refs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89025);
/* harmony import */ var _git_remote_fetch_refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39726);
/* harmony import */ var _git_remote_push_refs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23010);
/* harmony import */ var _git_remote_remote_access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56104);
/* harmony import */ var _run_run_refs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(20995);
/* harmony import */ var _run_run_store_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74372);
/* harmony import */ var _lane_note_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40587);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62851);









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
        this.store = new _run_run_store_js__WEBPACK_IMPORTED_MODULE_4__/* .RunStore */ .n(request.repository, request.run);
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
        const remote = await this.readRemote(`${_run_run_refs_js__WEBPACK_IMPORTED_MODULE_7__/* .stateRefs */ .sd}${this.request.run}/results/`);
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
        await this.note(this.store.refs.begun(lane.id), (0,_lane_note_js__WEBPACK_IMPORTED_MODULE_5__/* .toLaneNoteText */ .h)(lane, this.request.attempt, job));
    }
    async readBegunLanes() {
        const notes = await this.readNotes(this.store.refs.begun(''));
        return notes.flatMap(({ job, tasks }) => (job === null ? [] : [{ job, tasks }]));
    }
    /** A note without a job says that it no longer waits. */
    async tellWaiting(job, isWaiting) {
        const text = (0,_lane_note_js__WEBPACK_IMPORTED_MODULE_5__/* .toLaneNoteText */ .h)({ tasks: [] }, this.request.attempt, isWaiting ? job : null);
        await this.note(this.store.refs.waiting(job), text);
    }
    async readWaitingJobs() {
        const notes = await this.readNotes(this.store.refs.waiting(''));
        const waiting = notes.filter(({ attempt }) => attempt === this.request.attempt);
        return new Set(waiting.flatMap(({ job }) => job ?? []));
    }
    async endLane(lane) {
        await this.note(this.store.refs.lane(lane.id), (0,_lane_note_js__WEBPACK_IMPORTED_MODULE_5__/* .toLaneNoteText */ .h)(lane, this.request.attempt, null));
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
            this.notes.set(id, object?.type === 'blob' ? (0,_lane_note_js__WEBPACK_IMPORTED_MODULE_5__/* .tryReadLaneNote */ .g)(object.content.toString('utf8')) : undefined);
        }
        return [...remote.values()].flatMap(id => this.notes.get(id) ?? []);
    }
    toTaskRefs(task) {
        const { refs } = this.store;
        return [refs.branch(task), refs.kept(task), refs.log(task), refs.attempt(task), refs.result(task)];
    }
    async push(names) {
        const { repository, access } = this.request;
        const refs = await (0,_git_refs_refs_js__WEBPACK_IMPORTED_MODULE_0__/* .listRefs */ .Dy)(repository, names);
        const push = await (0,_git_remote_push_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .pushRefs */ .N)(repository, access, refs.filter(({ name }) => names.includes(name)));
        if (push.kind === 'refused')
            throw new _transport_js__WEBPACK_IMPORTED_MODULE_6__/* .TransportError */ .w(`could not be pushed: ${push.reason}`);
    }
    async fetch(tasks) {
        const { run } = this.request;
        const wanted = new Set(tasks.flatMap(task => this.toTaskRefs(task)));
        const remote = [
            ...(await this.readRemote(`${_run_run_refs_js__WEBPACK_IMPORTED_MODULE_7__/* .stateRefs */ .sd}${run}/`)).keys(),
            ...(await this.readRemote(`${_run_run_refs_js__WEBPACK_IMPORTED_MODULE_7__/* .branchRefs */ .DI}${run}/`)).keys(),
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
        const attempt = (await this.store.readJson(refs.attempt(task), attemptSchema)) ?? this.request.published;
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
        const remote = await (0,_git_remote_remote_access_js__WEBPACK_IMPORTED_MODULE_3__/* .readRemoteRefs */ .J)(repository, access, [`${prefix}*`]);
        if (remote.kind === 'unreachable')
            throw new _transport_js__WEBPACK_IMPORTED_MODULE_6__/* .TransportError */ .w(`could not be read: ${remote.reason}`);
        return remote.refs;
    }
    async fetchRefs(names) {
        const failure = await (0,_git_remote_fetch_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .tryFetchRefs */ .u)(this.request.repository, this.request.access, names);
        if (failure !== undefined)
            throw new _transport_js__WEBPACK_IMPORTED_MODULE_6__/* .TransportError */ .w(`could not be fetched: ${failure}`);
    }
}
const attemptSchema = zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ attempt: zod__WEBPACK_IMPORTED_MODULE_8__/* .number */ .aig().int().positive() });


/***/ }),

/***/ 62851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ TransportRefusedError),
/* harmony export */   w: () => (/* binding */ TransportError)
/* harmony export */ });
/** What other jobs have could not be read, or they could not be told. It may work later. */
class TransportError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'TransportError';
    }
}
/** Others cannot be told, now or later: the server refuses, and no other try changes that. */
class TransportRefusedError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'TransportRefusedError';
    }
}


/***/ })

};
