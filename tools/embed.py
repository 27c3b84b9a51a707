#!/usr/bin/env python3
"""Writes texts as a C source: embed.py HEADER ARRAY FILE... OUT.c

The source defines `const struct shipped ARRAYs[]` (src/base/shipped.h), a row for each file, and
`const size_t ARRAY_count`, as HEADER declares them."""
import pathlib
import sys


def literal(data):
    """The bytes as numbers, a line for every sixteen; the compiler sees no text to misread."""
    lines = (", ".join(str(byte) for byte in data[i:i + 16]) for i in range(0, len(data), 16))
    return ",\n    ".join(lines)


def main():
    header, array = sys.argv[1:3]
    *texts, out = map(pathlib.Path, sys.argv[3:])
    parts = [f'#include "{header}"\n']
    rows = []
    for i, text in enumerate(texts):
        data = text.read_bytes()
        parts.append(f"static const unsigned char text_{i}[] = {{\n    {literal(data)}}};\n")
        rows.append(f'    {{"{text.stem}", "{text.parent.name}/{text.name}", '
                    f"(const char *)text_{i}, sizeof text_{i}}},")
    parts.append(f"const struct shipped {array}s[] = {{\n" + "\n".join(rows) + "\n};\n")
    parts.append(f"const size_t {array}_count = {len(texts)};\n")
    out.write_text("\n".join(parts))


if __name__ == "__main__":
    main()
