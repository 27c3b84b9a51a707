"""Makes a text smaller while it stays wrong in the same way: fewer statements, rounder amounts."""
import re

AMOUNT = re.compile(r"(?<![\w.,/\-])(\d[\d,]*(?:\.\d+)?)(?![\w.,%/\-]|,\d)")


def blocks(lines):
    """Groups of line numbers that can be dropped together: a line and what is indented below."""
    for at, line in enumerate(lines):
        depth = len(line) - len(line.lstrip(" "))
        end = at + 1
        while end < len(lines) and len(lines[end]) - len(lines[end].lstrip(" ")) > depth:
            end += 1
        yield at, end


def dropped(lines, wrong):
    """Drops runs of statements, long runs first, then single ones, from the end."""
    size = max(1, len(lines) // 2)
    while size:
        at = len(lines)
        while at > 0:
            found = [block for block in blocks(lines) if block[0] < at]
            if not found:
                break
            start, end = found[-1]
            for first, last in ((max(0, end - size), end), (start, end)):
                fewer = lines[:first] + lines[last:]
                if last <= len(lines) and wrong(fewer):
                    lines = fewer
                    start = first
                    break
            at = start
        size //= 2
    return lines


def words_dropped(lines, wrong):
    """Drops optional parts of statements: ` for w1`, a cap, a party of a list, a budget."""
    for pattern in (r" over \S+ to \S+", r" due \S+$", r" for \w+$", r" (of|from) w\d$",
                    r", at most .*$", r" times \S+", r", \w+( [\d./]+%?)?(?=,|$| by| equally)",
                    r"(?<=of |to |by )\w+( [\d./]+%)?, "):
        for at, line in enumerate(lines):
            for found in reversed(list(re.finditer(pattern, line))):
                shorter = line[:found.start()] + line[found.end():]
                fewer = lines[:at] + [shorter] + lines[at + 1:]
                if wrong(fewer):
                    lines, line = fewer, shorter
    return lines


def rounded(lines, wrong):
    """Replaces amounts by small round ones."""
    for at, line in enumerate(lines):
        for found in reversed(list(AMOUNT.finditer(line))):
            if line[:found.start()].rstrip().endswith(("article", "language")):
                continue
            whole = found[1].replace(",", "")
            for simple in ("1", "0.01", "2", "10", "100", whole.partition(".")[0]):
                if len(simple) >= len(whole):
                    continue
                shorter = line[:found.start(1)] + simple + line[found.end(1):]
                fewer = lines[:at] + [shorter] + lines[at + 1:]
                if wrong(fewer):
                    lines, line = fewer, shorter
                    break
    return lines


def shrink(text, wrong, rounds=6):
    """wrong(text) says whether a text is still wrong; returns the smallest found."""
    def still(lines):
        return wrong("\n".join(lines) + "\n")

    lines = [line for line in text.splitlines() if line.strip()]
    for _ in range(rounds):
        before = lines
        lines = rounded(words_dropped(dropped(lines, still), still), still)
        if lines == before:
            break
    return "\n".join(lines) + "\n"
