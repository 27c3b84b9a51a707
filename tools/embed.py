#!/usr/bin/env python3
"""Writes texts as a C source: embed.py [--depfile FILE] HEADER ARRAY FILE|FOLDER... OUT.c

The source defines `const struct shipped ARRAYs[]` (src/base/shipped.h), a row for each file, and
`const size_t ARRAY_count`, as HEADER declares them. Of a folder it takes all texts of the language,
those of its folders too; the depfile tells the build to look again where one comes or goes."""
import argparse
import pathlib


def literal(data):
    """The bytes as numbers, a line for every sixteen; the compiler sees no text to misread."""
    lines = (", ".join(str(byte) for byte in data[i:i + 16]) for i in range(0, len(data), 16))
    return ",\n    ".join(lines)


def files_of(path):
    return sorted(path.rglob("*.heqi")) if path.is_dir() else [path]


def write_depfile(path, out, texts, given):
    folders = {text.parent for text in texts} | {one for one in given if one.is_dir()}
    path.write_text(f"{out}: {' '.join(sorted(map(str, [*texts, *folders])))}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--depfile", type=pathlib.Path)
    parser.add_argument("header")
    parser.add_argument("array")
    parser.add_argument("given", nargs="+", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    options = parser.parse_args()

    array = options.array
    texts = [text for path in options.given for text in files_of(path)]
    parts = [f'#include "{options.header}"\n']
    rows = []
    for i, text in enumerate(texts):
        data = text.read_bytes()
        parts.append(f"static const unsigned char text_{i}[] = {{\n    {literal(data)}}};\n")
        rows.append(f'    {{"{text.stem}", "{text.parent.name}/{text.name}", '
                    f"(const char *)text_{i}, sizeof text_{i}}},")
    parts.append(f"const struct shipped {array}s[] = {{\n" + "\n".join(rows) + "\n};\n")
    parts.append(f"const size_t {array}_count = {len(texts)};\n")
    options.out.write_text("\n".join(parts))
    if options.depfile:
        write_depfile(options.depfile, options.out, texts, options.given)


if __name__ == "__main__":
    main()
