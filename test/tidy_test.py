#!/usr/bin/env python3
"""The rules of the house, held by a test: what may include what, which functions are banned and
what to use instead, how long a file, a function and a line may be, where a library may be touched.

A check takes the tree, a map from path to text, and returns findings ("path:line: message"). Each
check is first tried on a small bad tree, which it must find fault with, and on a good one, which it
must pass: a tidy test that cannot fail is worth nothing. Then the real tree is judged.

The last line is "N passed, N failed"."""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

FILE_LINES_MAX = 1000
FUNCTION_LINES_MAX = 70
LINE_COLUMNS_MAX = 100

# The third column of the table of layers in docs/architecture.md. A layer may include itself too.
CORE = "base num lang pact state share fold settle"
INCLUDES = {
    "base": "",
    "num": "base",
    "game": "base num",
    "lang": "base num",
    "pact": "base num lang",
    "state": "base num lang pact",
    "share": "base num lang pact game state",
    "fold": "base num lang pact game state share",
    "settle": "base num lang pact game state share fold",
    "fair": CORE + " game",
    "sim": CORE + " game fair",
    "review": CORE + " game fair",
    "book": CORE,
    "report": CORE + " game fair sim review book",
    "lsp": CORE + " game fair sim review book report",
    "web": CORE + " game fair sim review book report",
    "cli": CORE + " game fair sim review book report lsp",
}
INCLUDES = {layer: set(above.split()) for layer, above in INCLUDES.items()}

BANNED = {
    "sprintf": "snprintf, or str_format into the arena",
    "vsprintf": "vsnprintf, or str_format into the arena",
    "strcpy": "str_copy, or memcpy with the length at hand",
    "strcat": "str_format",
    "strtok": "str_slice",
    "atoi": "the number reader of src/num, or strtol with its end pointer checked",
    "atol": "the number reader of src/num, or strtol with its end pointer checked",
    "atoll": "the number reader of src/num, or strtoll with its end pointer checked",
    "atof": "the number reader of src/num: figures are exact",
    "gets": "fgets or getline",
    "system": "posix_spawn with an argument list",
}
EXACT_LAYERS = {"num", "lang", "pact", "state", "share", "fold", "settle"}

# A library is touched in one place: header -> the files that may include it.
ADAPTERS = {
    "gmp.h": ["src/num/rat.h", "src/num/rat.c"],
    "utf8proc.h": ["src/base/utf8.c"],
    "sodium/crypto_hash_sha256.h": ["src/base/sha256.c"],
    "jansson.h": ["src/report/json.c"],
    "cairo-pdf.h": ["src/report/pdf.c"],
    "pango/pangocairo.h": ["src/report/pdf.c"],
    "xlsxwriter.h": ["src/report/workbook.c"],
}
STANDARD_HEADERS = set(
    "assert ctype errno inttypes limits setjmp signal stdalign stdarg stdatomic stdbool stddef "
    "stdint stdio stdlib stdnoreturn string time dirent fcntl poll pthread unistd sys/mman "
    "sys/resource sys/stat sys/socket sys/time sys/types sys/wait netinet/in arpa/inet spawn "
    "termios sys/ioctl sys/random".split())

DIAG_TABLE = "src/base/diag_table.h"
ERRORS = "test/errors/"


# ---- reading C ------------------------------------------------------------------------------

C_NOISE = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def is_c(path):
    return path.endswith((".c", ".h"))


def layer_of(path):
    """"num" for src/num/money.c; "" outside src."""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "src" else ""


def code_only(text):
    """The text with comments and literals blanked, its line numbers kept."""
    return C_NOISE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def line_at(text, offset):
    return text.count("\n", 0, offset) + 1


def columns(line):
    """Width of a line on a terminal: Chinese letters take two columns, combining marks none."""
    return sum(0 if unicodedata.combining(c) else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


# ---- checks ---------------------------------------------------------------------------------

def check_layers(tree):
    """A layer includes only itself and the layers its row of the table names."""
    for path, text in tree.items():
        layer = layer_of(path)
        if not is_c(path) or not layer:
            continue
        if layer not in INCLUDES:
            yield f"{path}:1: src/{layer} is no layer: give it a row here and in the docs"
            continue
        for match in INCLUDE.finditer(text):
            kind, header = match.groups()
            where = f"{path}:{line_at(text, match.start())}"
            target = header.split("/")[0]
            if kind == "<":
                continue
            if "/" not in header:
                yield f'{where}: write the layer too: "{layer}/{header}"'
            elif target != layer and target not in INCLUDES[layer]:
                may = ", ".join(sorted(INCLUDES[layer])) or "nothing"
                yield f"{where}: {layer} may include {may}, not {header}"


def check_banned(tree):
    """No function that overruns, hides errors or starts a shell; the message names what to use."""
    pattern = re.compile(r"(?<![\w.>])(%s)\s*\(" % "|".join(BANNED))
    for path, text in tree.items():
        if not is_c(path):
            continue
        code = code_only(text)
        for match in pattern.finditer(code):
            yield (f"{path}:{line_at(code, match.start())}: {match[1]} is banned: "
                   f"use {BANNED[match[1]]}")


def check_exact(tree):
    """No float or double where figures are made."""
    for path, text in tree.items():
        if not is_c(path) or layer_of(path) not in EXACT_LAYERS:
            continue
        code = code_only(text)
        for match in re.finditer(r"\b(float|double)\b", code):
            yield (f"{path}:{line_at(code, match.start())}: {match[1]} is banned in "
                   f"src/{layer_of(path)}: use int64 minor units, or the exact ratios of num/rat.h")


def check_file_length(tree):
    for path, text in tree.items():
        lines = text.count("\n")
        if path.endswith((".c", ".h", ".py", ".ts", ".tsx")) and lines > FILE_LINES_MAX:
            yield f"{path}:1: {lines} lines; at most {FILE_LINES_MAX}: is there a second room?"


def functions(text):
    """(first line, line count, name) of every function of clang-formatted C: its braces stand alone
    in the first column."""
    lines = code_only(text).split("\n")
    for opened, line in enumerate(lines):
        if line.rstrip() != "{":
            continue
        first = opened
        while first > 0 and lines[first - 1].strip() and lines[first - 1][-1] not in ";}":
            first -= 1
        closed = opened
        while closed < len(lines) - 1 and lines[closed].rstrip() != "}":
            closed += 1
        name = re.search(r"(\w+)\s*\(", " ".join(lines[first:opened]))
        yield first + 1, closed - first + 1, name[1] if name else "?"


def check_function_length(tree):
    for path, text in tree.items():
        if is_c(path):
            for line, length, name in functions(text):
                if length > FUNCTION_LINES_MAX:
                    yield (f"{path}:{line}: {name} has {length} lines; at most "
                           f"{FUNCTION_LINES_MAX}: keep the flow here, move the work into helpers")


def check_line_width(tree):
    for path, text in tree.items():
        if is_c(path):
            for number, line in enumerate(text.split("\n"), 1):
                if columns(line) > LINE_COLUMNS_MAX:
                    yield f"{path}:{number}: {columns(line)} columns; at most {LINE_COLUMNS_MAX}"


def check_whitespace(tree):
    """No tabs, no spaces at the end of a line, a line break at the end of the file."""
    for path, text in tree.items():
        if not is_c(path) and not path.endswith((".py", ".build", ".ts", ".tsx")) and path != "dev":
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if "\t" in line:
                yield f"{path}:{number}: a tab: indent with four spaces"
            if line != line.rstrip():
                yield f"{path}:{number}: spaces at the end of the line"
        if text and not text.endswith("\n"):
            yield f"{path}: the last line has no line break"


def check_adapters(tree):
    """A library's header is included from its adapter only; every library has one."""
    for path, text in tree.items():
        if not is_c(path) or not layer_of(path):
            continue
        for kind, header in INCLUDE.findall(text):
            if kind == '"' or header.removesuffix(".h") in STANDARD_HEADERS:
                continue
            if header not in ADAPTERS:
                yield f"{path}: <{header}> has no adapter: name it here and in the docs"
            elif not any(Path(path).match(allowed) for allowed in ADAPTERS[header]):
                yield f"{path}: <{header}> is included from {' or '.join(ADAPTERS[header])} only"


def check_heads(tree):
    """A file opens with a comment that says what it is."""
    for path, text in tree.items():
        body = re.sub(r"\A#![^\n]*\n", "", text)
        if is_c(path) or path.endswith((".ts", ".tsx")):
            good = body.startswith(("/*", "//"))
        elif path.endswith(".py") or path == "test/run":
            good = body.startswith(('"""', "#"))
        elif path in ("dev", ".ci/run") or path.endswith(".sh"):
            good = body.startswith("#")
        else:
            continue
        if not good:
            yield f"{path}:1: open with a comment: what this is, why it exists, what always holds"


def check_error_files(tree):
    """Every code of the catalogue has one runnable file in test/errors; no file lacks a code."""
    files = [path for path in tree if path.startswith(ERRORS) and path.endswith(".heqi")
             and "/" not in path[len(ERRORS):]]
    if not files or DIAG_TABLE not in tree:
        return
    codes = re.findall(r"^DIAG\((\w+),", tree[DIAG_TABLE], re.M)
    for code in codes:
        named = [path for path in files if re.match(code + r"(?![0-9A-Za-z])", path[len(ERRORS):])]
        if len(named) != 1:
            yield f"{DIAG_TABLE}: {code} has {len(named)} files {ERRORS}{code}*.heqi; one is wanted"
    for path in files:
        match = re.match(r"[A-Z]\d+", path[len(ERRORS):])
        if not match or match[0] not in codes:
            yield f"{path}: named after no code of {DIAG_TABLE}"


MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|tmp|home|root|farm)/\w")


def check_machine_paths(tree):
    """Nothing in the tree knows the folders of one machine."""
    for path, text in tree.items():
        for match in MACHINE_PATH.finditer(text):
            yield (f"{path}:{line_at(text, match.start())}: {match[0]}… is a path of one "
                   "machine: make it relative to the repository, or use a temporary folder of the system")


# ---- the checks on small trees --------------------------------------------------------------

HEAD = "/* A sample. */\n"
LONG_BODY = "    x++;\n" * 68
TMP = "/" + "tmp/"  # built, so that this file itself passes
ROW = 'DIAG(E101, SEVERITY_ERROR, "a", "b", "c", "d")\n'

# (check, tree that must pass, tree that must not, a part of the finding)
SAMPLES = [
    (check_layers,
     {"src/num/a.c": '#include "base/str.h"\n#include "num/b.h"\n#include <stdio.h>\n'},
     {"src/num/a.c": '#include "lang/lexer.h"\n'}, "num may include base, not lang/lexer.h"),
    (check_layers, {"src/share/a.c": '#include "game/shapley.h"\n'},
     {"src/book/a.c": '#include "game/shapley.h"\n'}, "not game/shapley.h"),
    (check_layers, {"test/unit/a.c": '#include "a.h"\n'},
     {"src/base/a.c": '#include "a.h"\n'}, 'write the layer too: "base/a.h"'),
    (check_layers, {"src/meson.build": ""}, {"src/utils/a.c": ""}, "src/utils is no layer"),
    (check_banned,
     {"src/num/a.c": 'snprintf(b, n, "sprintf(");\n/* strcpy( */ my_atoi(s); p->gets(1);\n'},
     {"src/num/a.c": "int x;\nsprintf(b, f);\n"}, "a.c:2: sprintf is banned: use snprintf"),
    (check_exact,
     {"src/num/a.c": "int doubled; /* no double here */\n", "bench/a.c": "double s;\n"},
     {"src/fold/a.c": "static double x;\n"}, "double is banned in src/fold: use int64"),
    (check_file_length, {"src/num/a.c": "\n" * FILE_LINES_MAX},
     {"src/num/a.c": "\n" * (FILE_LINES_MAX + 1)}, "1001 lines"),
    (check_function_length,
     {"a.c": "int x;\nint f(int a,\n      int b)\n{\n" + LONG_BODY[18:] + "}\n"},
     {"a.c": "struct s {\n    int a;\n};\n\nint f(int a)\n{\n" + LONG_BODY + "}\n"},
     "a.c:5: f has 71 lines"),
    (check_line_width, {"a.c": "/" * 100 + "\n"}, {"a.c": "\n" + "/" * 101 + "\n"},
     "a.c:2: 101 columns"),
    (check_line_width, {"a.c": "份" * 50 + "\n"}, {"a.c": "份" * 51 + "\n"}, "102 columns"),
    (check_whitespace, {"a.c": "    x;\n", "a.heqi": "\tx"}, {"a.c": "\tx;\n"}, "a.c:1: a tab"),
    (check_whitespace, {"a.py": "x\n"}, {"a.py": "x \n"}, "spaces at the end"),
    (check_whitespace, {"dev": "x\n"}, {"dev": "x"}, "no line break"),
    (check_adapters, {"src/num/rat.c": "#include <gmp.h>\n", "src/num/rat.h": "#include <gmp.h>\n",
                      "test/unit/rat.c": "#include <gmp.h>\n"},
     {"src/num/money.c": "#include <gmp.h>\n"}, "<gmp.h> is included from src/num/rat.h or"),
    (check_adapters, {"src/num/rat.c": "#include <gmp.h>\n", "src/num/rat.h": "#include <gmp.h>\n"},
     {"src/report/json.c": "#include <jansson.h>\n", "src/cli/a.c": "#include <jansson.h>\n"},
     "<jansson.h> is included from src/report/json.c only"),
    (check_adapters, {"src/cli/a.c": "#include <sys/stat.h>\n"},
     {"src/cli/a.c": "#include <curl/curl.h>\n"}, "<curl/curl.h> has no adapter"),
    (check_heads,
     {"a.c": HEAD, "a.py": "#!/usr/bin/env python3\n" + '"""A."""\n', "dev": "#!x\n# a\n"},
     {"a.c": "int main(void)\n"}, "a.c:1: open with a comment"),
    (check_heads, {"README.md": "heqi\n"}, {"a.py": "#!/usr/bin/env python3\nimport re\n"},
     "a.py:1: open"),
    (check_error_files,
     {DIAG_TABLE: ROW, ERRORS + "E101-utf8.heqi": "", ERRORS + "E101/part.heqi": ""},
     {DIAG_TABLE: ROW, ERRORS + "E1011.heqi": ""}, "E101 has 0 files"),
    (check_error_files, {DIAG_TABLE: ROW},
     {DIAG_TABLE: ROW, ERRORS + "E101.heqi": "", ERRORS + "E101-b.heqi": ""}, "E101 has 2 files"),
    (check_error_files, {DIAG_TABLE: ROW, ERRORS + "E101.heqi": ""},
     {DIAG_TABLE: ROW, ERRORS + "E101.heqi": "", ERRORS + "E999.heqi": ""},
     "E999.heqi: named after no code"),
    (check_machine_paths, {"a.md": "see src/work/x, ../tmp/x and /tmp alone\n"},
     {"a.md": "\nsee " + TMP + "x\n"}, "a.md:2: " + TMP + "x"),
]
CHECKS = [check_layers, check_banned, check_exact, check_file_length, check_function_length,
          check_line_width, check_whitespace, check_adapters, check_heads, check_error_files,
          check_machine_paths]


def files_of_tree():
    """What git tracks or would track; in an unpacked archive, everything that was not built."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others",
                                 "--exclude-standard"], cwd=ROOT, check=True,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        return filter(None, listed.decode().split("\0"))
    except (OSError, subprocess.CalledProcessError):
        paths = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
        return (str(p) for p in paths if not re.match(r"build|\.git$", p.parts[0])
                and "node_modules" not in p.parts and "__pycache__" not in p.parts)


def read_tree():
    """The text files of the tree, by path."""
    tree = {}
    for name in sorted(files_of_tree()):
        path = ROOT / name
        if not path.is_file():
            continue
        data = path.read_bytes()
        if b"\0" not in data[:8192]:
            tree[name] = data.decode("utf-8", "replace")
    return tree


def main():
    passed = failed = 0

    def judge(name, complaints):
        nonlocal passed, failed
        if complaints:
            failed += 1
            print(f"FAILED {name}\n  " + "\n  ".join(complaints))
        else:
            passed += 1

    for number, (check, good, bad, part) in enumerate(SAMPLES):
        found = list(check(bad))
        faults = [f"finds fault with good code: {f}" for f in check(good)]
        if not any(part in f for f in found):
            faults.append(f"does not say “{part}” of bad code, but {found}")
        judge(f"sample {number} of {check.__name__}", faults)
    unsampled = {c.__name__ for c in CHECKS} - {sample[0].__name__ for sample in SAMPLES}
    judge("every check has a sample", sorted(unsampled))

    tree = read_tree()
    for check in CHECKS:
        judge(check.__name__, list(check(tree)))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
