export const id = 493;
export const ids = [493,83];
export const modules = {

/***/ 9493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findOutdatedUses: () => (/* binding */ findOutdatedUses)
/* harmony export */ });
/* harmony import */ var _members_member_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8661);
/* harmony import */ var _syntax_parsers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6376);
/* harmony import */ var _syntax_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5724);
/* harmony import */ var _lost_modules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5083);
/* harmony import */ var _stale_calls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6892);





/**
 * What a file uses of another one that is not so any more, one sentence each: a name that it newly imports and that is gone, a call that the
 * parameters do not fit.
 */
async function findOutdatedUses(file, module) {
    const imported = await listImportedNames(file.path, file.side, module.path);
    if (imported.length === 0)
        return [];
    const known = new Set(await listImportedNames(file.path, file.base, module.path));
    const isIn = (name, text) => new Set(text.match(/[\p{L}\p{N}_$]+/gu)).has(name);
    const gone = imported.filter(name => !known.has(name) && isIn(name, module.before) && !isIn(name, module.after));
    const misfits = await listMisfits(file, module, imported);
    return [
        ...gone.map(name => `${file.path} imports \`${name}\`, which ${module.path} no longer has`),
        ...misfits.map(name => `${file.path} calls \`${name}\` in a way that its parameters in ${module.path} do not fit any more`),
    ];
}
/** Names that a file imports from another one. */
async function listImportedNames(path, text, module) {
    const tree = await (0,_syntax_parsers_js__WEBPACK_IMPORTED_MODULE_0__/* .tryParse */ .x)(path, text);
    if (tree === undefined)
        return [];
    try {
        const { imports } = tree.rules;
        return (0,_syntax_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .namedChildren */ .TP)(tree.root).flatMap(member => {
            if (imports === undefined || !imports.isImport(member))
                return [];
            const modules = (0,_lost_modules_js__WEBPACK_IMPORTED_MODULE_1__/* .listModules */ .s)((0,_members_member_js__WEBPACK_IMPORTED_MODULE_4__/* .toPlainText */ .b)(member.text));
            if (!modules.some(name => (0,_lost_modules_js__WEBPACK_IMPORTED_MODULE_1__/* .isModule */ .F)(name, path, module)))
                return [];
            const specifiers = imports.toImport(member)?.specifiers ?? [];
            return specifiers.flatMap(name => /^(?:type )?([\p{L}\p{N}_$]+)$/u.exec(name)?.[1] ?? []);
        });
    }
    finally {
        tree.free();
    }
}
/** Functions whose parameters have changed, and that more calls of the merged file do not fit than before on its side. */
async function listMisfits({ path, side, result }, module, imported) {
    const before = (await (0,_stale_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .tryReadCalls */ .NV)(module.path, module.before))?.functions;
    const after = (await (0,_stale_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .tryReadCalls */ .NV)(module.path, module.after))?.functions;
    const [own, merged] = [await (0,_stale_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .tryReadCalls */ .NV)(path, side), await (0,_stale_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .tryReadCalls */ .NV)(path, result)];
    if (before === undefined || after === undefined || own === undefined || merged === undefined)
        return [];
    return imported.filter(name => {
        const [old, now] = [before.get(name), after.get(name)];
        if (old === undefined || now === undefined || merged.functions.has(name))
            return false;
        return (0,_stale_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .countWrong */ .le)(name, now, merged.calls) > (0,_stale_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .countWrong */ .le)(name, old, own.calls);
    });
}


/***/ }),

/***/ 5083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isModule),
/* harmony export */   findLostModules: () => (/* binding */ findLostModules),
/* harmony export */   s: () => (/* binding */ listModules)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _merged_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8741);


/** Imports that one side has added of a file that the other has deleted or moved: each `module` with the file that is gone. */
function findLostModules({ path, base, text }, gone) {
    return (0,_merged_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listAddedLines */ .o)(base, text)
        .flatMap(listModules)
        .flatMap(module => {
        const file = gone.find(other => isModule(module, path, other));
        return file === undefined ? [] : [{ module, file }];
    });
}
const patterns = [
    /(?:from|import|require\(|import\()\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g,
    /^(?:from|import)\s+([\w.]+)/g,
    /^#include\s+"([^"]+)"/g,
    /(?:src|href|url)\s*[=(]\s*["']?([\w./-]+\.\w+)/g,
];
/** The modules that a line names. */
function listModules(line) {
    return patterns.flatMap(pattern => [...line.matchAll(pattern)].map(match => match[1]));
}
/** Whether a module, as a file names it, is another file. */
function isModule(module, from, file) {
    const stem = file.replace(/(\/(index|__init__))?\.\w+$/, '');
    const place = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(from), module);
    if (module.includes('/') || place === file) {
        return place === file || place.replace(/\.\w+$/, '') === stem || place === stem;
    }
    const asPath = toPythonPath(module, from);
    return asPath !== '' && (stem === asPath || stem.endsWith(`/${asPath}`)) && /\.pyi?$/.test(file);
}
function toPythonPath(module, from) {
    const dots = /^\.+/.exec(module)?.[0].length ?? 0;
    const path = module.slice(dots).replaceAll('.', '/');
    return dots === 0 ? path : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(from), '../'.repeat(dots - 1), path);
}


/***/ })

};
