export const id = 34;
export const ids = [34];
export const modules = {

/***/ 93965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ tryReadJson),
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   T: () => (/* binding */ listJsonKeys)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99547);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55743);
/* harmony import */ var _members_member_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93244);
/* harmony import */ var _list_items_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76114);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56206);





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
    return tryOpen(root, { lines, rowOf: (0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .toRowFinder */ .C)(lines) }, { first: 0, end: lines.length, name: '' });
}
function tryOpen(node, source, { first, end, name }) {
    if (node.type !== 'object' && node.type !== 'array')
        return undefined;
    const range = { start: source.rowOf(node.offset) + 1, end: source.rowOf(node.offset + node.length - 1) };
    const children = node.children ?? [];
    const isFree = (0,_list_items_js__WEBPACK_IMPORTED_MODULE_3__/* .isSet */ .v)(name, children.map(child => (child.type === 'string' ? String(child.value) : '-')));
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
    const [key, value] = node.type === 'property' ? (node.children ?? []) : [];
    const content = node.type === 'property' ? value : node;
    const name = String(key?.value ?? '');
    return {
        first,
        last,
        signature: toSignature(node),
        commutes: node.type === 'property' || isFree,
        value: content?.type === 'string' ? String(content.value) : undefined,
        tryNames: () => undefined,
        open: () => content === undefined ? undefined : tryOpen(content, source, { first, end: last + 1, name }),
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

/***/ 57264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ findDoubtful),
/* harmony export */   Pn: () => (/* binding */ toPatternKey),
/* harmony export */   Ss: () => (/* binding */ toRecordKey),
/* harmony export */   Vu: () => (/* binding */ isLineSet),
/* harmony export */   XK: () => (/* binding */ toAttributeKey),
/* harmony export */   zD: () => (/* binding */ readLineSet)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55743);
/* harmony import */ var _members_member_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93244);



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

/***/ 76114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isWord),
/* harmony export */   v: () => (/* binding */ isSet)
/* harmony export */ });
/** Lists whose order matters although their items are single words: what comes later goes on from, or counts more than, what came before. */
const ordered = /^(extends|presets|stages|steps|args|argv|command|cmd|entrypoint|path|middlewares?)$/i;
/**
 * Whether the items of a list are a set, so that their order does not matter: single words, each once.
 *
 * @param name The key of the list; empty when it has none.
 */
function isSet(name, items) {
    return !ordered.test(name) && new Set(items).size === items.length && items.every(isWord);
}
/**
 * Whether an item says nothing about its neighbours. What has white space may be a command, what begins with a dash an option that the next
 * item belongs to, with an exclamation mark an exception from those before it; of `NAME=value` or `80:8080` each name may be there once.
 */
function isWord(item) {
    return !/^[-!]|[\s=:]/.test(item);
}


/***/ }),

/***/ 56206:
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

/***/ 96481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ toGeneratedRule)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

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

/***/ 55743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ toHunks),
/* harmony export */   P_: () => (/* binding */ toLines),
/* harmony export */   Qv: () => (/* binding */ commonStart)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88965);

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

/***/ 93244:
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

/***/ 43958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ checkProof)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/merge/formats/line-set.js
var line_set = __webpack_require__(57264);
// EXTERNAL MODULE: ./lib/merge/three-way.js
var three_way = __webpack_require__(25318);
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
var proof_words = __webpack_require__(67944);
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

// EXTERNAL MODULE: ./lib/merge/proof/markers.js
var markers = __webpack_require__(82358);
// EXTERNAL MODULE: ./lib/merge/proof/names.js
var proof_names = __webpack_require__(62149);
// EXTERNAL MODULE: ./lib/merge/proof/parses.js
var parses = __webpack_require__(35505);
// EXTERNAL MODULE: ./lib/merge/proof/repeated-signatures.js + 1 modules
var repeated_signatures = __webpack_require__(29715);
// EXTERNAL MODULE: ./lib/merge/formats/list-items.js
var list_items = __webpack_require__(76114);
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
            return (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 99547, 19))).parse;
        case '.yml':
        case '.yaml':
            return (await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19))).parse;
        case '.toml':
            return (await __webpack_require__.e(/* import() */ 357).then(__webpack_require__.bind(__webpack_require__, 60357))).parse;
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
    const marker = (0,markers/* findMarker */.E)(text, [ours, theirs]);
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
    const isClean = await (0,parses/* tryCheckSyntax */.$)(path, text);
    if (isClean !== false)
        return isClean;
    for (const side of sides)
        if ((await (0,parses/* tryCheckSyntax */.$)(path, side)) === false)
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

/***/ 82358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ findMarker)
/* harmony export */ });
/**
 * The number of the first line that git's conflict markers are left in, if no side has that very line. A line of `=` alone may underline a
 * heading.
 */
function findMarker(text, sides) {
    const known = new Set(sides.flatMap(side => side.split(/\r?\n/)));
    const isMarker = (line) => /^(<{7,}|>{7,}|\|{7,})( |$)/.test(line) && !known.has(line);
    const index = text.split(/\r?\n/).findIndex(isMarker);
    return index === -1 ? undefined : index + 1;
}


/***/ }),

/***/ 62149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findNameProblems)
/* harmony export */ });
/* harmony import */ var _syntax_parsers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40257);
/* harmony import */ var _syntax_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78085);
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

/***/ 35505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ tryCheckSyntax)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _formats_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93965);
/* harmony import */ var _syntax_parsers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40257);



/** Whether a text is what the name of its file says; undefined when nothing here knows. */
async function tryCheckSyntax(path, text) {
    switch (node_path__WEBPACK_IMPORTED_MODULE_0__.posix.extname(path).toLowerCase()) {
        case '.json':
            return isStrictJson(text);
        case '.jsonc':
            return (0,_formats_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJson */ .Fh)(text);
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
    const { parseAllDocuments } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const documents = parseAllDocuments(text);
    return !Array.isArray(documents) || documents.every(document => document.errors.length === 0);
}
async function isToml(text) {
    const { parse } = await __webpack_require__.e(/* import() */ 357).then(__webpack_require__.bind(__webpack_require__, 60357));
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
    const tree = await (0,_syntax_parsers_js__WEBPACK_IMPORTED_MODULE_2__/* .tryParse */ .x)(path, text);
    if (tree === undefined)
        return undefined;
    const isClean = !tree.root.hasError;
    tree.free();
    return isClean;
}


/***/ }),

/***/ 29715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ findRepeatedSignatures)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/merge/formats/json.js
var json = __webpack_require__(93965);
// EXTERNAL MODULE: ./lib/merge/syntax/parsers.js + 6 modules
var parsers = __webpack_require__(40257);
// EXTERNAL MODULE: ./lib/merge/syntax/rules.js
var syntax_rules = __webpack_require__(78085);
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
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55743);

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

/***/ 67944:
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

/***/ 40257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ tryParse)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./lib/merge/members/member.js
var member = __webpack_require__(93244);
// EXTERNAL MODULE: ./lib/merge/syntax/rules.js
var rules = __webpack_require__(78085);
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

/***/ 78085:
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

/***/ 23961:
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

/***/ 25318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ mergeLines),
/* harmony export */   NT: () => (/* binding */ mergeSequences),
/* harmony export */   p1: () => (/* binding */ mapThree),
/* harmony export */   pU: () => (/* binding */ toRegions),
/* harmony export */   yz: () => (/* binding */ tryJoin)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55743);

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
