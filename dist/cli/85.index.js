export const id = 85;
export const ids = [85];
export const modules = {

/***/ 4085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  resolveText: () => (/* binding */ resolveText)
});

// EXTERNAL MODULE: ./lib/conflicts/proof/check-proof.js + 5 modules
var check_proof = __webpack_require__(9560);
// EXTERNAL MODULE: ./lib/conflicts/proof/names.js
var names = __webpack_require__(8702);
;// CONCATENATED MODULE: ./lib/conflicts/syntax/declarations.js
/** All containers of a file: the file itself, and what is in it. */
function listScopes(list, start = 0, path = '') {
    const members = [];
    const inner = [];
    let row = start;
    for (const { key, commutes, gap, lines, open } of list.members) {
        const first = row + gap.length;
        row = first + lines.length;
        members.push({ key, commutes, first, end: row });
        const container = open();
        const inside = `${path} > ${key}`;
        if (container !== undefined)
            inner.push(...listScopes(container.list, first + container.head.length, inside));
    }
    return [{ path, members }, ...inner];
}
/** What the rows from `start` to before `end` declare, when they are nothing but whole declarations of one container whose order is free. */
function tryWhole(scopes, lines, { start, end }) {
    const isBlank = (row) => (lines[row] ?? '').trim() === '';
    for (const { path, members } of scopes) {
        const inside = members.filter(({ first, end: behind }) => first >= start && behind <= end);
        if (inside.length === 0 || !inside.every(({ commutes }) => commutes))
            continue;
        const isCovered = (row) => inside.some(({ first, end: behind }) => first <= row && row < behind);
        const rows = Array.from({ length: end - start }, (_, index) => start + index);
        if (rows.every(row => isBlank(row) || isCovered(row)))
            return { path, keys: inside.map(({ key }) => key) };
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/conflicts/members/member.js
var member = __webpack_require__(8661);
// EXTERNAL MODULE: ./lib/conflicts/text/lines.js + 2 modules
var text_lines = __webpack_require__(9007);
// EXTERNAL MODULE: ./lib/conflicts/syntax/rules.js
var rules = __webpack_require__(5724);
;// CONCATENATED MODULE: ./lib/conflicts/syntax/members.js



/** The members of the whole file; undefined when two of them share a line. */
function tryFileMembers(tree, lines) {
    return tryReadMembers({ rules: tree.rules, lines }, tree.root, { start: 0, end: lines.length });
}
function tryOpen(source, node, first, end) {
    const container = source.rules.findContainer(node);
    if (container === undefined)
        return undefined;
    // Where nothing closes a container (a block in Python), it begins with its first member and ends with its last.
    const isOpen = !/^[{[(]/.test(container.text);
    const range = {
        start: container.startPosition.row + (isOpen ? 0 : 1),
        end: container.endPosition.row + (isOpen ? 1 : 0),
    };
    if (range.start > range.end || range.start < first || range.end > end)
        return undefined;
    const list = tryReadMembers(source, container, range);
    if (list === undefined)
        return undefined;
    return { head: source.lines.slice(first, range.start), list, tail: source.lines.slice(range.end, end) };
}
function tryReadMembers(source, container, range) {
    const parts = toParts(source.rules, (0,rules/* namedChildren */.TP)(container));
    const places = parts.map(part => toPlace(source, part));
    const members = (0,member/* tryToMembers */.e)(source.lines, range, places);
    return members && { isCommaSeparated: source.rules.commaSeparated.has(container.type), ...members };
}
function toPlace(source, { node, first, last }) {
    const signature = node === undefined ? undefined : toKey(source.rules, node);
    return {
        first,
        last,
        signature,
        commutes: signature !== undefined,
        value: undefined,
        tryNames: lines => (node === undefined ? undefined : tryNameSet(source.rules, node, lines)),
        open: () => (node === undefined ? undefined : tryOpen(source, node, first, last + 1)),
    };
}
/** Imports of the same source are one member, whatever they import. */
function toKey(rules, node) {
    const statement = rules.imports?.isImport(node) ? rules.imports.toImport(node) : undefined;
    return statement === undefined ? rules.toSignature(node) : `import ${statement.source}`;
}
/** The names of an import, and the way to write it with others: comments above it stay. */
function tryNameSet({ imports }, node, lines) {
    const statement = imports?.isImport(node) ? imports.toImport(node) : undefined;
    const text = lines.join('');
    const own = node.text;
    const start = text.indexOf(own);
    if (imports === undefined || statement === undefined || statement.specifiers.length === 0 || start === -1)
        return undefined;
    const tryPrint = (names) => {
        const printed = imports.print(own, { ...statement, specifiers: names });
        return printed === undefined ? undefined : (0,text_lines/* toLines */.P_)(text.replace(own, () => printed));
    };
    return { names: statement.specifiers, tryPrint };
}
/** Puts comments to what follows right below, and what stands behind something on its line to that. */
function toParts(rules, children) {
    const parts = [];
    for (const child of children) {
        const part = toPart(rules, child);
        const before = parts.at(-1);
        if (before === undefined)
            parts.push(part);
        else if (part.node === undefined && before.node !== undefined && before.last === part.first)
            parts[parts.length - 1] = { ...before, last: part.last };
        else if (before.node === undefined && before.last + 1 >= part.first)
            parts[parts.length - 1] = { ...part, first: before.first };
        else
            parts.push(part);
    }
    return parts;
}
function toPart(rules, node) {
    const { row, column } = node.endPosition;
    const first = node.startPosition.row;
    const last = column === 0 && row > first ? row - 1 : row;
    return { first, last, node: rules.comments.has(node.type) ? undefined : node };
}

// EXTERNAL MODULE: ./lib/conflicts/syntax/parsers.js + 7 modules
var parsers = __webpack_require__(8432);
;// CONCATENATED MODULE: ./lib/conflicts/text/text-conflict.js
const declined = (reason) => ({ kind: 'declined', reason });

// EXTERNAL MODULE: ./lib/conflicts/text/three-way.js
var three_way = __webpack_require__(941);
;// CONCATENATED MODULE: ./lib/conflicts/resolvers/additions.js






/** Keeps both, ours first, where both sides have added declarations to the same place: each whole, and none with the same signature. */
async function resolveAdditions({ path, base, ours, theirs }) {
    if (base === undefined)
        return declined('the file is new on both sides');
    const left = await tryReadScopes(path, ours);
    const right = await tryReadScopes(path, theirs);
    if (left === undefined || right === undefined)
        return declined('a version cannot be taken apart into declarations');
    const versions = [(0,text_lines/* toLines */.P_)(base), (0,text_lines/* toLines */.P_)(ours), (0,text_lines/* toLines */.P_)(theirs)];
    const solved = (0,three_way/* toRegions */.pU)(...versions).flatMap(region => {
        const lines = tryKeepBoth(region, versions, [left, right]);
        return lines === undefined ? [] : [{ region, lines }];
    });
    if (solved.length === 0)
        return declined('there is no place where both sides only add declarations');
    return { kind: 'reduced', conflict: { path, ...insert(versions, solved) }, choices: [] };
}
async function tryReadScopes(path, text) {
    const tree = await (0,parsers/* tryParse */.x)(path, text);
    if (tree === undefined)
        return undefined;
    try {
        const list = tree.root.hasError ? undefined : tryFileMembers(tree, (0,text_lines/* toLines */.P_)(text));
        return list && listScopes(list);
    }
    finally {
        tree.free();
    }
}
/** How far an addition may be slid: where it ends like the lines above it, it can be read as one that began further up. */
const maxSlide = 10;
function tryKeepBoth({ start, oursStart, theirsStart, base, ours, theirs }, versions, [left, right]) {
    if (base.length > 0 || ours.length === 0 || theirs.length === 0)
        return undefined;
    for (let slide = 0; slide <= Math.min(maxSlide, start); slide++) {
        const above = versions[0].slice(start - slide, start);
        const [mine, other] = [trySlide(ours, above), trySlide(theirs, above)];
        if (mine === undefined || other === undefined)
            return undefined;
        const toRows = (first, lines) => ({
            start: first - slide,
            end: first - slide + lines.length,
        });
        const oursWhole = tryWhole(left, versions[1], toRows(oursStart, ours));
        const theirsWhole = tryWhole(right, versions[2], toRows(theirsStart, theirs));
        if (oursWhole === undefined || theirsWhole === undefined)
            continue;
        const isSeparate = !theirsWhole.keys.some(key => oursWhole.keys.includes(key));
        if (oursWhole.path === theirsWhole.path && isSeparate)
            return [...mine, ...other, ...above].slice(slide);
    }
    return undefined;
}
/** The same addition, read as if it began above those lines; undefined when it does not end with them. */
function trySlide(added, above) {
    const kept = added.length - above.length;
    if (kept < 0 || !above.every((line, index) => added[kept + index] === line))
        return undefined;
    return [...above, ...added.slice(0, kept)];
}
/** Puts merged lines into all three versions, so that they agree there. */
function insert([base, ours, theirs], solved) {
    const replace = (lines, toRow, side) => solved.reduceRight((result, { region, lines: merged }) => result.toSpliced(toRow(region), region[side].length, ...merged), [...lines]);
    return {
        base: replace(base, region => region.start, 'base').join(''),
        ours: replace(ours, region => region.oursStart, 'ours').join(''),
        theirs: replace(theirs, region => region.theirsStart, 'theirs').join(''),
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/conflicts/formats/usings.js


const directive = /^\s*(global\s+)?using\s+(static\s+)?[\w.]+(\s*=\s*[\w.<>,\s]+)?\s*;/;
/** The `using` directives of a C# file, up to the first line of something else. Undefined when there are none. */
function tryReadUsings(text) {
    const lines = (0,text_lines/* toLines */.P_)(text);
    const start = lines.findIndex(line => directive.test(line));
    if (start === -1)
        return undefined;
    const rows = lines.map((line, row) => ({ line, row })).slice(start);
    const behind = rows.find(({ line }) => line.trim() !== '' && !directive.test(line))?.row ?? lines.length;
    const usings = rows.filter(({ line, row }) => row < behind && directive.test(line)).map(({ row }) => row);
    const end = (usings.at(-1) ?? start) + 1;
    const content = { commutes: true, value: undefined, tryNames: () => undefined, open: () => undefined };
    const places = usings.map(row => ({
        first: row,
        last: row,
        signature: `import ${(0,member/* toPlainText */.b)((lines[row] ?? '').replace(/\/\/.*/, ''))}`,
        ...content,
    }));
    const members = (0,member/* tryToMembers */.e)(lines, { start, end }, places);
    return members && { list: { isCommaSeparated: false, ...members }, start, end };
}

;// CONCATENATED MODULE: ./lib/conflicts/members/commas.js

/** Whether a list has the custom of a comma behind its last member. */
function endsWithComma({ members }) {
    return /,\s*$/.test(members.at(-1)?.lines.join('') ?? '');
}
/** Puts a comma behind each member, and behind the last one if that is the custom. */
function withCommas(members, onLast) {
    return members.map((member, index) => {
        const needsComma = onLast || index < members.length - 1;
        return { ...member, lines: (0,text_lines/* toLines */.P_)(withComma(member.lines.join(''), needsComma)) };
    });
}
function withComma(text, needsComma) {
    const hasComma = /,\s*$/.test(text);
    if (hasComma === needsComma || endsWithComment(text))
        return text;
    return needsComma ? text.replace(/(\s*)$/, ',$1') : text.replace(/,(\s*)$/, '$1');
}
function endsWithComment(text) {
    const last = text.trimEnd().split('\n').at(-1) ?? '';
    return /(^|\s)\/\/|\*\/$/.test(last);
}

;// CONCATENATED MODULE: ./lib/conflicts/members/merge-members.js



/**
 * Merges members instead of lines: they are matched by their keys, each is merged by itself, and additions to the same place are both
 * kept. The idea is that of structured merging (Apel et al. 2011; mergiraf): members that commute may stand in any order, all
 * others keep theirs. Ours come first.
 */
function mergeMembers(lists, rules) {
    const merge = new MemberMerge(rules);
    const lines = merge.tryMergeLists(lists);
    if (lines === undefined)
        return { kind: 'clash', reason: merge.reason() };
    return { kind: 'merged', lines, choices: merge.choices };
}
class MemberMerge {
    choices = [];
    clashes = [];
    rules;
    constructor(rules) {
        this.rules = rules;
    }
    tryMergeLists(lists) {
        const maps = (0,three_way/* mapThree */.p1)(lists, ({ members }) => new Map(members.map(member => [member.key, member])));
        const keys = this.tryMergeKeys(lists, maps);
        const rest = this.tryMergeLines((0,three_way/* mapThree */.p1)(lists, list => list.rest));
        if (keys === undefined || rest === undefined)
            return undefined;
        const merged = [];
        for (const key of keys) {
            const member = this.tryMergeMember((0,three_way/* mapThree */.p1)(maps, map => map.get(key)), key);
            if (member === undefined)
                return undefined;
            if (member !== 'gone')
                merged.push(merged.length > 0 ? withGap(member, lists) : member);
        }
        const separated = lists[1].isCommaSeparated
            ? withCommas(merged, lists.slice(1).every(endsWithComma))
            : merged;
        return [...separated.flatMap(({ gap, lines }) => [...gap, ...lines]), ...rest];
    }
    /** Which members may be in the result, in their order. */
    tryMergeKeys(lists, maps) {
        const [base, ours, theirs] = (0,three_way/* mapThree */.p1)(lists, ({ members }) => members.map(member => member.key));
        const keys = [];
        for (const segment of (0,three_way/* mergeSequences */.NT)(base, ours, theirs)) {
            const part = segment.kind === 'merged' ? segment.items : this.tryMergeChunk(segment, maps);
            if (part === undefined)
                return undefined;
            keys.push(...part);
        }
        const found = new Set(keys.filter(key => isKept(key, maps)));
        for (const key of [...maps[1].keys(), ...maps[2].keys()])
            if (isKept(key, maps))
                found.add(key);
        return [...found];
    }
    tryMergeChunk(chunk, maps) {
        const involved = new Set([...chunk.base, ...chunk.ours, ...chunk.theirs]);
        const fixed = [...involved].find(key => maps.some(map => map.get(key)?.commutes === false));
        if (fixed !== undefined)
            return this.clash(`the order of what both sides have changed matters: ${quote(fixed)}`);
        const replaced = chunk.base.find(key => !maps[1].has(key) && !maps[2].has(key));
        const hasNew = (side) => [...involved].some(key => side.has(key) && !maps[0].has(key));
        if (replaced !== undefined && hasNew(maps[1]) && hasNew(maps[2]))
            return this.clash(`${quote(replaced)} was replaced on both sides, differently`);
        return interleave(chunk.ours, chunk.theirs);
    }
    tryMergeMember(versions, key) {
        const [base, ours, theirs] = versions;
        if (ours === undefined || theirs === undefined)
            return this.tryMergeLone(versions, key);
        if (isSameText(ours, theirs))
            return ours;
        if (base !== undefined && isSameText(theirs, base))
            return ours;
        if (base !== undefined && isSameText(ours, base))
            return { ...theirs, gap: ours.gap };
        const lines = this.tryMergeBoth(base, ours, theirs);
        if (lines !== undefined)
            return { gap: ours.gap, lines };
        const verb = base === undefined ? 'added' : 'changed';
        return this.tryDecide(versions, `${quote(key)} was ${verb} on both sides, differently`);
    }
    /** A member that a side does not have: new, or deleted. */
    tryMergeLone(versions, key) {
        const [base, ours, theirs] = versions;
        const left = ours ?? theirs;
        if (base === undefined)
            return left;
        if (left === undefined || isSameText(left, base))
            return 'gone';
        return this.tryDecide(versions, `${quote(key)} was deleted on one side and changed on the other`);
    }
    tryMergeBoth(base, ours, theirs) {
        if (base !== undefined)
            return this.tryMergeInside([base, ours, theirs]);
        return this.rules.mergesAdded ? this.tryMergeOpened([toEmpty(ours), ours, theirs]) : undefined;
    }
    /** Merges a member that both sides have changed: by lines, or its inside by members and what is around it by lines. */
    tryMergeInside(versions) {
        const plain = (0,three_way/* tryJoin */.yz)((0,three_way/* mergeLines */.Ac)(...(0,three_way/* mapThree */.p1)(versions, ({ lines }) => lines.join(''))));
        return plain === undefined ? this.tryMergeOpened(versions) : (0,text_lines/* toLines */.P_)(plain);
    }
    tryMergeOpened(versions) {
        const made = this.choices.length;
        const lines = this.tryMergeContainers((0,three_way/* mapThree */.p1)(versions, member => member.open()));
        if (lines === undefined)
            this.choices.length = made;
        return lines;
    }
    tryMergeContainers([base, ours, theirs]) {
        if (base === undefined || ours === undefined || theirs === undefined)
            return undefined;
        const inner = [base, ours, theirs];
        const head = this.tryMergeLines((0,three_way/* mapThree */.p1)(inner, container => container.head));
        const tail = this.tryMergeLines((0,three_way/* mapThree */.p1)(inner, container => container.tail));
        if (head === undefined || tail === undefined)
            return undefined;
        const middle = this.tryMergeLists((0,three_way/* mapThree */.p1)(inner, container => container.list));
        return middle === undefined ? undefined : [...head, ...middle, ...tail];
    }
    tryMergeLines(versions) {
        const text = (0,three_way/* tryJoin */.yz)((0,three_way/* mergeLines */.Ac)(...(0,three_way/* mapThree */.p1)(versions, lines => lines.join(''))));
        return text === undefined ? undefined : (0,text_lines/* toLines */.P_)(text);
    }
    tryDecide(versions, reason) {
        const decision = this.rules.decide(versions);
        if (decision === undefined)
            return this.clash(reason);
        if (decision.choice !== undefined)
            this.choices.push(decision.choice);
        return decision.member ?? 'gone';
    }
    clash(reason) {
        this.clashes.push(reason);
        return undefined;
    }
    /** The first one is the innermost. */
    reason() {
        return this.clashes[0] ?? 'what is around the members was changed on both sides';
    }
}
/** What both sequences have in common once, and what only one has before it, ours first. */
function interleave(ours, theirs) {
    const keys = [];
    let at = 0;
    for (const hunk of (0,text_lines/* toHunks */.$x)(ours, theirs)) {
        keys.push(...ours.slice(at, hunk.baseEnd), ...theirs.slice(hunk.start, hunk.end));
        at = hunk.baseEnd;
    }
    return [...new Set([...keys, ...ours.slice(at)])];
}
/** A member that was the first of its list has the gap of one that is not, once another one stands in front of it. */
function withGap(member, [, ours, theirs]) {
    const isFirst = [ours, theirs].some(({ members }) => members[0]?.lines === member.lines);
    if (!isFirst)
        return member;
    return { ...member, gap: (ours.members[1] ?? theirs.members[1])?.gap ?? [] };
}
/** A base for what both sides have added: with its head and tail, and nothing inside. */
function toEmpty(member) {
    return {
        open: () => {
            const container = member.open();
            return container && { ...container, list: { ...container.list, members: [], rest: [] } };
        },
    };
}
/** Whether a member may stay: it is new, on both sides, or deleted on one and changed on the other. */
function isKept(key, [base, ours, theirs]) {
    const [before, left, right] = [base.get(key), ours.get(key), theirs.get(key)];
    if (before === undefined || (left !== undefined && right !== undefined))
        return true;
    const only = left ?? right;
    return only !== undefined && !isSameText(only, before);
}
/** Whether a member is the last of its list, and so without a comma, does not matter. */
function isSameText(a, b) {
    return toComparable(a.lines) === toComparable(b.lines);
}
function toComparable(lines) {
    return lines.join('').replace(/,?\s*$/, '');
}
function quote(key) {
    const text = key.replace(/^(text|value|member|key) /, '');
    return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}

;// CONCATENATED MODULE: ./lib/conflicts/members/merge-names.js
/**
 * Merges members that list names, as sets: those of the base, less what a side has removed, and what either side has added. Where both sides
 * have added one, with no name in common, both stay.
 */
function decideNames([base, ours, theirs]) {
    const present = [base, ours, theirs].filter(member => member !== undefined);
    if (present.some(member => member.names === undefined))
        return undefined;
    const [before, left, right] = [base, ours, theirs].map(member => member?.names?.names ?? []);
    const names = mergeNames([before, left, right]);
    if (base === undefined &&
        ours !== undefined &&
        theirs !== undefined &&
        names.length === left.length + right.length)
        return { member: { gap: ours.gap, lines: [...ours.lines, ...theirs.lines] }, choice: undefined };
    if (names.length === 0)
        return { member: undefined, choice: undefined };
    const model = [ours, theirs]
        .filter(member => member !== undefined)
        .toSorted((a, b) => b.lines.length - a.lines.length)[0];
    const lines = model?.names?.tryPrint(names);
    return model === undefined || lines === undefined
        ? undefined
        : { member: { gap: model.gap, lines }, choice: undefined };
}
/** Ours first; sorted where both sides are. */
function mergeNames([base, ours, theirs]) {
    const isKept = (name) => !base.includes(name) || (ours.includes(name) && theirs.includes(name));
    const names = [...new Set([...ours, ...theirs])].filter(isKept);
    const orders = [compareCodes, compareWords];
    const order = orders.find(compare => [ours, theirs].every(side => isSorted(side, compare)));
    return order === undefined || base.length < 2 ? names : names.toSorted(order);
}
function compareCodes(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function compareWords(a, b) {
    return compareCodes(a.toLowerCase(), b.toLowerCase());
}
function isSorted(names, compare) {
    return names.every((name, index) => index === 0 || compare(names[index - 1], name) <= 0);
}

;// CONCATENATED MODULE: ./lib/conflicts/syntax/import-block.js


/** The first imports of a file, up to the first member that is none. Undefined when there are none, or two of them share a line. */
function tryReadImportBlock(tree) {
    const file = tryFileMembers(tree, (0,text_lines/* toLines */.P_)(tree.text));
    if (file === undefined)
        return undefined;
    const isImport = ({ key }) => key.startsWith('import ');
    const first = file.members.findIndex(isImport);
    if (first === -1)
        return undefined;
    const behind = file.members.findIndex((member, index) => index > first && !isImport(member));
    const imports = file.members.slice(first, behind === -1 ? file.members.length : behind);
    const count = (members) => members.reduce((sum, { gap, lines }) => sum + gap.length + lines.length, 0);
    const start = count(file.members.slice(0, first)) + (imports[0]?.gap.length ?? 0);
    // The tree may be gone before the members are merged: nothing may be opened then.
    const members = imports.map((member, index) => ({
        ...member,
        gap: index === 0 ? [] : member.gap,
        open: () => undefined,
    }));
    return { list: { isCommaSeparated: false, members, rest: [] }, start, end: start + count(members) };
}

;// CONCATENATED MODULE: ./lib/conflicts/resolvers/imports.js








/** Merges the imports at the head of a file as sets of names. The rest of the file is left for other resolvers. */
async function resolveImports(conflict) {
    const { path, base, ours, theirs } = conflict;
    if (base === undefined)
        return declined('the file is new on both sides');
    const texts = [base, ours, theirs];
    const blocks = [];
    for (const text of texts)
        blocks.push(await tryReadBlock(path, text));
    const [before, left, right] = blocks;
    if (before === undefined || left === undefined || right === undefined)
        return declined('no imports that are understood stand at the head of each version');
    const merged = mergeMembers([before.list, left.list, right.list], {
        decide: decideNames,
        mergesAdded: false,
    });
    if (merged.kind === 'clash')
        return declined(merged.reason);
    const [newBase, newOurs, newTheirs] = [before, left, right].map((block, index) => replaceRows(texts[index], block, merged.lines));
    return {
        kind: 'reduced',
        conflict: { path, base: newBase, ours: newOurs, theirs: newTheirs },
        choices: merged.choices,
    };
}
async function tryReadBlock(path, text) {
    if (external_node_path_.posix.extname(path) === '.cs')
        return tryReadUsings(text);
    const tree = await (0,parsers/* tryParse */.x)(path, text);
    if (tree === undefined)
        return undefined;
    try {
        return tree.root.hasError ? undefined : tryReadImportBlock(tree);
    }
    finally {
        tree.free();
    }
}
function replaceRows(text, { start, end }, lines) {
    return (0,text_lines/* toLines */.P_)(text)
        .toSpliced(start, end - start, ...lines)
        .join('');
}

// EXTERNAL MODULE: ./lib/conflicts/text/words.js
var words = __webpack_require__(110);
;// CONCATENATED MODULE: ./lib/conflicts/formats/versions.js
/** A version or a range with one lower bound: `1.2.3`, `^1.2`, `~> 4.0`, `>= 0.8.0`, `v2.0.0-rc.1`. */
const versionPattern = /^(?:[\^~]|~>|>=)?\s*v?(\d+(?:\.(?:\d+|x|\*)){0,3})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
/** Undefined when a text is not a version, or a plain number. */
function tryReadVersion(text) {
    const match = versionPattern.exec(text.trim());
    if (match?.[1] === undefined || !/[.^~]/.test(text))
        return undefined;
    const numbers = match[1].split('.').map(part => (/^\d+$/.test(part) ? Number(part) : 0));
    return { numbers, labels: match[2]?.split('.') ?? [] };
}
function isVersion(text) {
    return tryReadVersion(text) !== undefined;
}
/** Below 0 when `a` is lower, as in Semantic Versioning; undefined when one of them is not a version. */
function tryCompareVersions(a, b) {
    const [left, right] = [tryReadVersion(a), tryReadVersion(b)];
    if (left === undefined || right === undefined)
        return undefined;
    for (let index = 0; index < Math.max(left.numbers.length, right.numbers.length); index++) {
        const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return compareLabels(left.labels, right.labels);
}
/** A release is above its pre-releases; numbers count as numbers and are below words. */
function compareLabels(left, right) {
    if (left.length === 0 || right.length === 0)
        return right.length - left.length;
    for (let index = 0; index < Math.min(left.length, right.length); index++) {
        const difference = compareLabel(left[index], right[index]);
        if (difference !== 0)
            return difference;
    }
    return left.length - right.length;
}
function compareLabel(left, right) {
    const [isLeftNumber, isRightNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (isLeftNumber && isRightNumber)
        return Number(left) - Number(right);
    if (isLeftNumber !== isRightNumber)
        return isLeftNumber ? -1 : 1;
    return left === right ? 0 : left < right ? -1 : 1;
}

;// CONCATENATED MODULE: ./lib/conflicts/formats/decide-value.js


/** Files whose values are versions, wherever they look like one. Elsewhere `10.0.0.1` or `0.5` may be anything. */
const manifests = /^(package|composer|bower|deno)\.json$|^(Cargo|pyproject)\.toml$|^(Chart|pubspec)\.ya?ml$|^go\.mod$/;
/**
 * Two versions of one thing: the higher one counts. A thing that one side has dropped while the other only raised its version goes.
 *
 * @param name The file that the members are from, without its folder.
 */
function decideValue(name, versions) {
    const [base, ours, theirs] = versions;
    const key = (ours ?? theirs)?.key ?? '';
    if (!manifests.test(name) && !/(^key |[a-z_-])version$/i.test(key))
        return undefined;
    if (ours !== undefined && theirs !== undefined)
        return decideVersion(base, ours, theirs);
    const left = ours ?? theirs;
    return base === undefined || left === undefined ? undefined : decideRemoval(base, left);
}
function decideVersion(base, ours, theirs) {
    if (!differsInValueOnly(ours, theirs))
        return undefined;
    const order = tryCompareVersions(ours.value ?? '', theirs.value ?? '');
    if (order === undefined || order === 0)
        return undefined;
    const [winner, loser] = order > 0 ? [ours, theirs] : [theirs, ours];
    const isLowered = base?.value !== undefined && (tryCompareVersions(loser.value ?? '', base.value) ?? 0) < 0;
    if (isLowered || isPinned(base, ours, theirs))
        return undefined;
    const sentence = `${toName(winner)}: the higher version ${winner.value} was taken, not ${loser.value}`;
    return { member: winner, choice: { sentence, dropped: (0,words/* toWords */.x)(loser.value ?? ''), kept: [] } };
}
/** Whether just one side has made an exact version of a range: then it wants no other. */
function isPinned(...members) {
    const [base, ours, theirs] = members.map(member => /^[\^~>]/.test(member?.value?.trim() ?? ''));
    return base === true && ours !== theirs;
}
function decideRemoval(base, left) {
    if (base.value === undefined || left.value === undefined || !differsInValueOnly(base, left))
        return undefined;
    if (!isVersion(base.value) || !isVersion(left.value))
        return undefined;
    const sentence = `${toName(left)}: removed on one side, so its new version ${left.value} on the other was not taken`;
    return { member: undefined, choice: { sentence, dropped: (0,words/* toWords */.x)(left.value), kept: [] } };
}
function differsInValueOnly(a, b) {
    if (a.value === undefined || b.value === undefined)
        return false;
    const withoutValue = ({ lines, value = '' }) => lines
        .join('')
        .replace(value, '')
        .replace(/,?\s*$/, '')
        .trim();
    return withoutValue(a) === withoutValue(b);
}
function toName({ key }) {
    return `\`${key.replace(/^\w+ /, '')}\``;
}

// EXTERNAL MODULE: ./lib/conflicts/formats/generated.js
var generated = __webpack_require__(689);
;// CONCATENATED MODULE: ./lib/conflicts/formats/go-module.js


/** The directives of a go.mod, and the modules in its blocks, by their paths. Undefined when a block is not closed. */
function tryReadGoModule(text) {
    const lines = (0,text_lines/* toLines */.P_)(text);
    const places = tryReadPlaces(lines, { start: 0, end: lines.length }, '');
    const members = places && (0,member/* tryToMembers */.e)(lines, { start: 0, end: lines.length }, places);
    return members && { head: [], list: { isCommaSeparated: false, ...members }, tail: [] };
}
function tryReadPlaces(lines, { start, end }, directive) {
    const places = [];
    for (let row = start; row < end; row++) {
        const line = (lines[row] ?? '').replace(/\/\/.*/, '').trim();
        if (line === '')
            continue;
        const opened = /^(\w+) \($/.exec(line)?.[1];
        const close = opened === undefined ? row : lines.findIndex((other, index) => index > row && other.trim() === ')');
        if (close === -1)
            return undefined;
        places.push(opened === undefined
            ? toLinePlace(row, `${directive} ${line}`.trim())
            : toBlockPlace(lines, row, close, opened));
        row = close;
    }
    return places;
}
/** How many words a directive has whose last one is the version of the others: of what is excluded, each version counts by itself. */
const versionedAt = new Map([
    ['go', 2],
    ['toolchain', 2],
    ['require', 3],
]);
/** `go 1.22`, `require example.com/a v1.2.3` (in a block: without the first word), `replace a => ../a`. */
function toLinePlace(row, text) {
    const words = text.split(/\s+/);
    const value = words.at(-1);
    const isVersioned = words.length === versionedAt.get(words[0] ?? '');
    const arrow = words.indexOf('=>');
    const count = isVersioned ? -1 : arrow === -1 ? words.length : arrow;
    const signature = `key ${words.slice(0, count).join(' ')}`;
    const content = { tryNames: () => undefined, open: () => undefined };
    return {
        first: row,
        last: row,
        signature,
        commutes: true,
        value: isVersioned ? value : undefined,
        ...content,
    };
}
function toBlockPlace(lines, first, last, directive) {
    const range = { start: first + 1, end: last };
    const places = tryReadPlaces(lines, range, directive);
    const members = places && (0,member/* tryToMembers */.e)(lines, range, places);
    const modules = members?.members.map(member => member.lines.join('').includes('// indirect'));
    const kind = modules?.length !== undefined && modules.length > 0 && modules.every(isIndirect => isIndirect)
        ? ' indirect'
        : '';
    return {
        first,
        last,
        signature: `block ${directive}${kind}`,
        commutes: true,
        value: undefined,
        tryNames: () => undefined,
        open: () => members && {
            head: lines.slice(first, first + 1),
            list: { isCommaSeparated: false, ...members },
            tail: lines.slice(last, last + 1),
        },
    };
}

// EXTERNAL MODULE: ./lib/conflicts/formats/json.js
var json = __webpack_require__(3988);
;// CONCATENATED MODULE: ./lib/conflicts/formats/release-lines.js

/**
 * Whether two versions of a package.json are of different major versions, and the older one has got a dependency that the newer one lacks. Then
 * only people know whether the newer one needs it too.
 */
function isMixedRelease(base, ours, theirs) {
    const [before, left, right] = [base, ours, theirs].map(readPackage);
    if (before === undefined || left === undefined || right === undefined)
        return false;
    if (left.major === undefined || right.major === undefined || left.major === right.major)
        return false;
    const [older, newer] = left.major < right.major ? [left, right] : [right, left];
    return [...older.dependencies].some(name => !before.dependencies.has(name) && !newer.dependencies.has(name));
}
function readPackage(text) {
    try {
        const { version, dependencies, devDependencies } = JSON.parse(text);
        const major = typeof version === 'string' ? tryReadVersion(version)?.numbers[0] : undefined;
        return {
            major,
            dependencies: new Set([...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})]),
        };
    }
    catch {
        // Whoever reads it key by key says what is wrong with it.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/conflicts/formats/toml.js


/** The tables of a TOML text with their keys. Tables of a list have no names, so their places matter. */
function readToml(text) {
    const lines = (0,text_lines/* toLines */.P_)(text);
    const rows = findRows(lines);
    const headers = rows.filter(({ first }) => (lines[first] ?? '').trimStart().startsWith('['));
    const top = headers[0] === undefined ? lines.length : toStart(lines, headers[0].first);
    const keys = rows.filter(({ first }) => first < top).map(row => toKeyPlace(lines, row));
    const tables = headers.map(({ first }, index) => {
        const next = headers[index + 1];
        return toTablePlace(lines, rows, {
            first,
            end: next === undefined ? lines.length : toStart(lines, next.first),
        });
    });
    const members = (0,member/* tryToMembers */.e)(lines, { start: 0, end: lines.length }, [...keys, ...tables]);
    return members && { head: [], list: { isCommaSeparated: false, ...members }, tail: [] };
}
/** Comments right above a table belong to it, and blank lines above them to no table. */
function toStart(lines, first) {
    let start = first;
    while (start > 0 && /^\s*#/.test(lines[start - 1] ?? ''))
        start--;
    while (start > 0 && (lines[start - 1] ?? '').trim() === '')
        start--;
    return start;
}
/** Where each header and each key with its value stands; values may go on over several lines. */
function findRows(lines) {
    const rows = [];
    for (let row = 0; row < lines.length; row++) {
        const line = lines[row] ?? '';
        if (line.trim() === '' || line.trimStart().startsWith('#'))
            continue;
        const last = line.trimStart().startsWith('[') ? row : findEnd(lines, row);
        rows.push({ first: row, last });
        row = last;
    }
    return rows;
}
function findEnd(lines, first) {
    let text = '';
    for (let row = first; row < lines.length; row++) {
        text += lines[row];
        if (!isOpen(text))
            return row;
    }
    return first;
}
/** Whether a long string or a bracket is not closed yet. */
function isOpen(text) {
    const withoutStrings = text
        .replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, '')
        .replace(/"(?!"")(?:[^"\\\n]|\\.)*"|'(?!'')[^'\n]*'/g, '');
    if (/"""|'''/.test(withoutStrings))
        return true;
    const code = withoutStrings.replace(/#.*/g, '');
    const count = (pattern) => code.match(pattern)?.length ?? 0;
    return count(/[[{]/g) > count(/[\]}]/g);
}
function toKeyPlace(lines, { first, last }) {
    const text = lines.slice(first, last + 1).join('');
    const key = /^\s*((?:"[^"]*"|'[^']*'|[^=])*?)\s*=/.exec(text)?.[1] ?? text.trim();
    const value = /=\s*(["'])([^"'\n]*)\1\s*(#.*)?$/.exec(text.trimEnd())?.[2];
    const content = { tryNames: () => undefined, open: () => undefined };
    return { first, last, signature: `key ${key}`, commutes: true, value, ...content };
}
function toTablePlace(lines, rows, { first, end }) {
    const header = (lines[first] ?? '').replace(/#.*/, '').trim();
    const isListed = header.startsWith('[[');
    const keys = rows.filter(row => row.first > first && row.first < end);
    const last = keys.at(-1)?.last ?? first;
    const places = keys.map(row => toKeyPlace(lines, row));
    const name = isListed
        ? `${header} ${places.map(toIdentity).find(text => text !== undefined) ?? ''}`
        : header;
    const start = first + 1;
    return {
        first,
        last,
        signature: `key ${name}`,
        commutes: !isListed,
        value: undefined,
        tryNames: () => undefined,
        open: () => {
            const members = (0,member/* tryToMembers */.e)(lines, { start, end: last + 1 }, places);
            return (members && {
                head: lines.slice(first, start),
                list: { isCommaSeparated: false, ...members },
                tail: [],
            });
        },
    };
}
/** A table of a list is known by its `id` or `name`. */
function toIdentity({ signature, value }) {
    return signature === 'key id' || signature === 'key name' ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/conflicts/members/merge-containers.js



/** Merges the three versions of a text member by member, with the formatting of ours. */
function mergeTexts(texts, read, rules) {
    const [base, ours, theirs] = (0,three_way/* mapThree */.p1)(texts, read);
    if (base === undefined || ours === undefined || theirs === undefined)
        return declined('a version cannot be taken apart, line by line, into what it is made of');
    const containers = [base, ours, theirs];
    const merged = mergeMembers((0,three_way/* mapThree */.p1)(containers, ({ list }) => list), rules);
    if (merged.kind === 'clash')
        return declined(merged.reason);
    const around = (part) => (0,three_way/* tryJoin */.yz)((0,three_way/* mergeLines */.Ac)(...(0,three_way/* mapThree */.p1)(containers, container => container[part].join(''))));
    const [head, tail] = [around('head'), around('tail')];
    if (head === undefined || tail === undefined)
        return declined('what stands around the members was changed on both sides');
    return { kind: 'resolved', text: head + merged.lines.join('') + tail, choices: merged.choices };
}

;// CONCATENATED MODULE: ./lib/conflicts/resolvers/keys.js









/** Merges files of keys and values key by key, with their formatting: JSON, YAML, TOML and go.mod. */
async function resolveKeys({ path, base, ours, theirs }) {
    if ((0,generated/* toGeneratedRule */.B)(path) !== undefined)
        return declined('the file is generated');
    const read = await tryReader(path);
    if (read === undefined)
        return declined('not a file of keys and values');
    if (base === undefined)
        return declined('the file is new on both sides');
    if (external_node_path_.posix.basename(path) === 'package.json' && isMixedRelease(base, ours, theirs))
        return declined('the sides are of different major versions, and the older one has got a dependency');
    const decide = (versions) => decideValue(external_node_path_.posix.basename(path), versions);
    return mergeTexts([base, ours, theirs], read, { decide, mergesAdded: true });
}
/** What is large to load is loaded only for files that need it. */
async function tryReader(path) {
    if (external_node_path_.posix.basename(path) === 'go.mod')
        return tryReadGoModule;
    switch (external_node_path_.posix.extname(path).toLowerCase()) {
        case '.json':
        case '.jsonc':
            return json/* tryReadJson */.AX;
        case '.yml':
        case '.yaml':
            return (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(973)]).then(__webpack_require__.bind(__webpack_require__, 1973))).tryReadYaml;
        case '.toml':
            return readToml;
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/conflicts/formats/markdown-entries.js


function toMarkdownText(text) {
    const lines = (0,text_lines/* toLines */.P_)(text);
    let fence;
    const outline = lines.map(line => {
        const mark = /^ *(`{3,}|~{3,})/.exec(line)?.[1];
        if (fence === undefined && mark === undefined)
            return line;
        if (fence === undefined)
            fence = mark;
        else if (mark?.startsWith(fence) && line.trim() === mark)
            fence = undefined;
        return `${/^\s*(?=\S)/.exec(line)?.[0] ?? ''}code`;
    });
    return { lines, outline };
}
/** Entries begin with a bullet in the first columns and go on to the next one; tables are known by their heads; other paragraphs keep their places. */
function findEntries(source, range) {
    return findBlocks(source, range).map(block => markdown_entries_toBlockPlace(source, block));
}
function findBlocks({ outline }, { start, end }) {
    const indent = Math.min(...outline.slice(start, end).flatMap(line => /^( *)[*+-] /.exec(line)?.[1]?.length ?? []));
    const blocks = [];
    for (let row = start; row < end; row++) {
        const line = outline[row] ?? '';
        if (line.trim() === '')
            continue;
        const last = blocks.at(-1);
        const kind = isEntry(line, indent) ? 'entry' : isRule(outline[row + 1]) ? 'table' : 'text';
        if (last !== undefined && goesOn(last, { row, line, kind }))
            last.last = row;
        else
            blocks.push({ first: row, last: row, kind });
    }
    return blocks;
}
function isEntry(line, indent) {
    return /^ *[*+-] /.test(line) && line.search(/\S/) === indent;
}
/** Whether a line belongs to the block above it. */
function goesOn(block, { row, line, kind }) {
    const isNext = block.last === row - 1;
    if (block.kind === 'table')
        return isNext && line.startsWith('|');
    return kind === 'text' && (isNext || /^\s/.test(line));
}
/** The line between the head of a table and its rows. */
function isRule(line = '') {
    return /^\|[\s:|-]*-[\s:|-]*$/.test(line);
}
function markdown_entries_toBlockPlace({ lines }, { first, last, kind }) {
    const text = lines.slice(first, last + 1).join('');
    const name = (0,member/* toPlainText */.b)(kind === 'table' ? (lines[first] ?? '') : text);
    return {
        first,
        last,
        signature: kind === 'text' ? undefined : `${kind} ${name}`,
        commutes: kind !== 'text',
        value: undefined,
        tryNames: () => undefined,
        open: () => (kind === 'table' ? tryOpenTable(lines, first, last) : undefined),
    };
}
/** Its rows are a set. */
function tryOpenTable(lines, first, last) {
    const start = first + 2;
    const content = { commutes: true, value: undefined, tryNames: () => undefined, open: () => undefined };
    const rows = lines.slice(start, last + 1).map((line, index) => ({
        first: start + index,
        last: start + index,
        signature: `row ${(0,member/* toPlainText */.b)(line)}`,
        ...content,
    }));
    const members = (0,member/* tryToMembers */.e)(lines, { start, end: last + 1 }, rows);
    return (members && { head: lines.slice(first, start), list: { isCommaSeparated: false, ...members }, tail: [] });
}

;// CONCATENATED MODULE: ./lib/conflicts/formats/changelog.js


/** The sections of a Markdown changelog, with their entries. */
function readChangelog(text) {
    const source = toMarkdownText(text);
    const { lines } = source;
    const list = readInside(source, { start: 0, end: lines.length }, 0);
    return { head: [], list: list ?? { isCommaSeparated: false, members: [], rest: lines }, tail: [] };
}
/** Titles of all sections, with the first lines of the entries right below them. */
function listSections(text) {
    const source = toMarkdownText(text);
    const { lines } = source;
    const sections = findSections(source, { start: 0, end: lines.length });
    return sections.map(({ title, body, end }) => ({
        title,
        entries: findEntries(source, { start: body, end }).map(({ first }) => (0,member/* toPlainText */.b)(lines[first] ?? '')),
    }));
}
function readInside(source, range, level) {
    const sections = toChildren(findSections(source, range), level);
    const start = sections[0]?.first ?? range.end;
    const places = [
        ...findEntries(source, { start: range.start, end: start }),
        ...sections.map(section => changelog_toPlace(source, section)),
    ];
    const members = (0,member/* tryToMembers */.e)(source.lines, range, places);
    return members && { isCommaSeparated: false, ...members };
}
/** Only the sections that are not inside another one, each up to the next. */
function toChildren(sections, level) {
    const inside = sections.filter(section => section.level > level);
    const top = Math.min(...inside.map(section => section.level));
    return inside.filter(section => section.level === top);
}
function changelog_toPlace(source, section) {
    const { first, body, end, level, title } = section;
    const last = end - 1;
    return {
        first,
        last,
        signature: `section ${title}`,
        commutes: true,
        value: undefined,
        tryNames: () => undefined,
        open: () => {
            const list = readInside(source, { start: body, end }, level);
            return list && { head: source.lines.slice(first, body), list, tail: [] };
        },
    };
}
/** Headings begin with `#`, or are underlined with `=` or `-`. */
function findSections({ outline }, { start, end }) {
    const starts = outline.slice(start, end).flatMap((_, index) => tryHeading(outline, start + index));
    return starts.map((section, index) => {
        const next = starts.slice(index + 1).find(other => other.level <= section.level);
        return { ...section, end: next?.first ?? end };
    });
}
function tryHeading(lines, row) {
    const line = lines[row] ?? '';
    const marked = /^(#{1,6})\s+(.*)/.exec(line);
    if (marked?.[1] !== undefined)
        return [{ first: row, body: row + 1, level: marked[1].length, title: (0,member/* toPlainText */.b)(marked[2] ?? '') }];
    const underline = /^(=+|-+)\s*$/.exec(lines[row + 1] ?? '')?.[1];
    if (underline === undefined || underline.length < 3 || !/^\w/.test(line))
        return [];
    return [{ first: row, body: row + 2, level: underline.startsWith('=') ? 1 : 2, title: (0,member/* toPlainText */.b)(line) }];
}

// EXTERNAL MODULE: ./lib/conflicts/formats/line-set.js
var line_set = __webpack_require__(7549);
;// CONCATENATED MODULE: ./lib/conflicts/resolvers/lines.js





/** Merges files whose lines are a set or a log: what either side has added is kept, what either has removed goes. */
function resolveLines({ path, base = '', ours, theirs }) {
    const texts = [base, ours, theirs];
    const isMarkdown = /\.(md|markdown)$/i.test(path) || isChangelog(path);
    if (isMarkdown && base === '')
        return declined('the file is new on both sides');
    if (isMarkdown)
        return resolveChangelog(texts);
    const read = lines_tryReader(path);
    if (isLog(path) && (0,line_set/* findDoubtful */.Do)(base, ours, theirs) !== undefined)
        return declined('both sides have added the same line: it may have happened twice');
    return read === undefined
        ? declined('its lines are no set and no log')
        : mergeTexts(texts, read, { decide: () => undefined, mergesAdded: false });
}
function lines_tryReader(path) {
    const name = external_node_path_.posix.basename(path);
    if (/\.(jsonl|ndjson)$/i.test(name))
        return text => (0,line_set/* readLineSet */.zD)(text, line_set/* toRecordKey */.Ss, () => false);
    if (isLog(name))
        return text => (0,line_set/* readLineSet */.zD)(text, line => `line ${line}`, () => false);
    const toKey = name === '.gitattributes' ? line_set/* toAttributeKey */.XK : line_set/* toPatternKey */.Pn;
    return (0,line_set/* isLineSet */.Vu)(name) ? text => (0,line_set/* readLineSet */.zD)(text, toKey, line => line.startsWith('#')) : undefined;
}
function isLog(path) {
    return /\.(log|jsonl|ndjson)$/i.test(path);
}
function isChangelog(path) {
    return /^(changelog|changes|history|news|releases?)([-_.]\w+)?(\.(md|markdown|txt))?$/i.test(external_node_path_.posix.basename(path));
}
/**
 * Changelogs are merged section by section. Where both sides have added sections, the entries of one may belong under the other too (a
 * release of an older line): that is for people, unless most of them are there already.
 */
function resolveChangelog(texts) {
    const [base, ours, theirs] = texts.map(listSections);
    const known = new Set(base.map(section => section.title));
    const [left, right] = [ours, theirs].map(sections => sections.filter(section => !known.has(section.title)));
    const mine = new Set(left?.map(section => section.title));
    const added = right?.filter(section => !mine.has(section.title)) ?? [];
    if (added.length > 0 && mine.size > 0) {
        const carried = new Set(ours.flatMap(section => section.entries));
        const entries = added.flatMap(section => section.entries);
        const count = entries.filter(entry => carried.has(entry)).length;
        const releases = new Set(left?.map(section => toRelease(section.title)));
        const isSame = added.some(({ title }) => toRelease(title) !== undefined && releases.has(toRelease(title)));
        if (count * 2 < entries.length || isSame)
            return declined('both sides have added sections');
    }
    return mergeTexts(texts, readChangelog, { decide: () => undefined, mergesAdded: true });
}
function toRelease(title) {
    return /\d+\.\d+(\.\d+)?/.exec(title)?.[0];
}

;// CONCATENATED MODULE: ./lib/conflicts/resolvers/structure.js






/** Merges declarations instead of lines: those of files, classes, objects and test suites, matched by their signatures. */
async function resolveStructure({ path, base, ours, theirs }) {
    if (base === undefined)
        return declined('the file is new on both sides');
    const trees = await Promise.all([base, ours, theirs].map(text => (0,parsers/* tryParse */.x)(path, text)));
    try {
        return mergeTrees(trees);
    }
    finally {
        for (const tree of trees)
            tree?.free();
    }
}
function mergeTrees(trees) {
    const known = trees.filter(tree => tree !== undefined);
    if (known.length < trees.length)
        return declined('no grammar for this language');
    if (known.some(tree => tree.root.hasError))
        return declined('a version has a syntax error');
    const [base, ours, theirs] = known.map(tree => tryFileMembers(tree, (0,text_lines/* toLines */.P_)(tree.text)));
    if (base === undefined || ours === undefined || theirs === undefined)
        return declined('two declarations share a line');
    return toResolution([base, ours, theirs]);
}
function toResolution(lists) {
    const merged = mergeMembers(lists, { decide: decideNames, mergesAdded: false });
    if (merged.kind === 'clash')
        return declined(merged.reason);
    return { kind: 'resolved', text: merged.lines.join(''), choices: merged.choices };
}

;// CONCATENATED MODULE: ./lib/conflicts/resolvers.js





/** The ladder: the resolvers that only look at the three versions, in their order. */
const resolvers = [
    { name: 'lines', resolve: resolveLines },
    { name: 'keys', resolve: resolveKeys },
    { name: 'imports', resolve: resolveImports },
    { name: 'additions', resolve: resolveAdditions },
    { name: 'structure', resolve: resolveStructure },
];

// EXTERNAL MODULE: ./lib/conflicts/text/text-shape.js
var text_shape = __webpack_require__(3468);
;// CONCATENATED MODULE: ./lib/conflicts/resolve-text.js





/**
 * Resolves a conflict by rules, without loss. The resolvers are tried in the order of the ladder, whatever the order in `options`; each may
 * solve all or a part, and what comes out is accepted only when `checkProof` accepts it. The same input always gets the same answer.
 */
async function resolveText(conflict, options) {
    if (!isTextConflict(conflict))
        return { kind: 'declined', reasons: [toMissingReason(conflict)] };
    const unfit = (0,text_shape/* findUnfit */.M)([conflict.base ?? '', conflict.ours, conflict.theirs]);
    if (unfit !== undefined)
        return { kind: 'declined', reasons: [unfit] };
    const plain = (0,text_shape/* tryPlainConflict */.o)(conflict);
    if (plain === undefined)
        return { kind: 'declined', reasons: ['a version mixes line ends'] };
    const usable = resolvers.filter(({ name }) => options.resolvers.includes(name));
    const answer = await climb(plain.conflict, usable);
    return answer.kind === 'resolved' ? { ...answer, text: plain.restore(answer.text) } : answer;
}
async function climb(conflict, usable) {
    const reasons = [];
    let attempt = { conflict, choices: [], text: undefined };
    for (const { name, resolve } of usable) {
        const resolution = await resolve(attempt.conflict);
        if (resolution.kind === 'declined') {
            reasons.push(`${name}: ${resolution.reason}`);
            continue;
        }
        const next = toNextAttempt(attempt, resolution);
        if (next.text === undefined) {
            attempt = next;
            reasons.push(`${name}: a part is resolved, the rest is not`);
            continue;
        }
        const proof = await checkAnswer(conflict, next.text, next.choices);
        if (proof.kind === 'refuted')
            reasons.push(`${name}: ${proof.problems.join('; ')}`);
        else
            return { kind: 'resolved', text: next.text, tier: name, choices: next.choices, proof: proof.checked };
    }
    return { kind: 'declined', reasons };
}
/** Where one side has replaced what the other goes on using, nothing is lost and yet the result is wrong: that is not for a rule. */
async function checkAnswer(conflict, text, choices) {
    const proof = await (0,check_proof/* checkProof */.D)(conflict, text, choices);
    if (proof.kind === 'refuted')
        return proof;
    const { path, base, ours, theirs } = conflict;
    const { unused, stale } = await (0,names/* findNameProblems */.t)(path, text, [base ?? '', ours, theirs]);
    if (unused.length + stale.length === 0)
        return proof;
    const problems = [
        ...unused.map(name => `nothing uses the import of \`${name}\``),
        ...stale.map(name => `one side uses \`${name}\` nowhere any more, the other in more places`),
    ];
    return { kind: 'refuted', problems };
}
function toNextAttempt(attempt, resolution) {
    const choices = [...attempt.choices, ...resolution.choices];
    if (resolution.kind === 'resolved')
        return { conflict: attempt.conflict, choices, text: resolution.text };
    const { base, ours, theirs } = resolution.conflict;
    return { conflict: resolution.conflict, choices, text: (0,three_way/* tryJoin */.yz)((0,three_way/* mergeLines */.Ac)(base ?? '', ours, theirs)) };
}
function isTextConflict(conflict) {
    return conflict.ours !== undefined && conflict.theirs !== undefined;
}
function toMissingReason({ ours, theirs }) {
    if (ours === undefined && theirs === undefined)
        return 'both sides have deleted or moved the file';
    const deleting = ours === undefined ? 'ours' : 'theirs';
    return `${deleting} has deleted the file and the other side has changed it: which of them counts is not for a rule to say`;
}


/***/ })

};
