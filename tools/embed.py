#!/usr/bin/env python3
"""Writes rule packs as a C source: embed.py PACK.heqi... OUT.c (src/review/pack_texts.h)."""
import pathlib
import sys


def literal(data):
    """The bytes as numbers, a line for every sixteen; the compiler sees no text to misread."""
    lines = (", ".join(str(byte) for byte in data[i:i + 16]) for i in range(0, len(data), 16))
    return ",\n    ".join(lines)


def main():
    *packs, out = map(pathlib.Path, sys.argv[1:])
    parts = ['#include "review/pack_texts.h"\n']
    rows = []
    for i, pack in enumerate(packs):
        data = pack.read_bytes()
        parts.append(f"static const unsigned char text_{i}[] = {{\n    {literal(data)}}};\n")
        rows.append(f'    {{"{pack.stem}", "rules/{pack.name}", (const char *)text_{i}, '
                    f"sizeof text_{i}}},")
    parts.append("const struct pack_text pack_texts[] = {\n" + "\n".join(rows) + "\n};\n")
    parts.append(f"const size_t pack_text_count = {len(packs)};\n")
    out.write_text("\n".join(parts))


if __name__ == "__main__":
    main()
