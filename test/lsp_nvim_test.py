#!/usr/bin/env python3
"""An independent client drives `heqi lsp`: that of Neovim, by the script test/lsp/nvim.lua. Where
Neovim is not installed this is passed over. The last line is "N passed, N failed"."""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import support

HEQI = support.find_heqi("", "HEQI")
FILES = support.ROOT / "test" / "lsp"
BODY = ("  body board decision\n    seats one each member\n    votes one each\n    quorum 2/3\n"
        "    pass more than 1/2 of present\n")
CHECKS = 15

tally = support.Tally()


def main():
    if not HEQI:
        return support.no_binary()
    if not shutil.which("nvim"):
        tally.skip("nvim is not installed")
        return tally.end()
    with tempfile.TemporaryDirectory() as folder:
        text = (FILES / "whole.heqi").read_text()
        (Path(folder) / "whole.heqi").write_text(
            text.replace('article 2 "Capital"\n', 'article 2 "Capital"\n' + BODY))
        shutil.copy(FILES / "members.heqi", folder)
        done = subprocess.run(
            ["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", str(FILES / "nvim.lua")],
            env={**os.environ, "HEQI": HEQI, "HEQI_FOLDER": folder, "HOME": folder, "LANG": "C.UTF-8",
                 "XDG_STATE_HOME": folder, "XDG_CACHE_HOME": folder, "XDG_DATA_HOME": folder},
            capture_output=True, timeout=120, cwd=folder)
    lines = (done.stdout + b"\n" + done.stderr).decode(errors="replace").splitlines()
    checks = [line for line in lines if line.startswith(("ok ", "FAILED "))]
    for line in checks:
        tally.case(line.split(" ", 1)[1][:60], [] if line.startswith("ok ") else [line[:2000]])
    tally.case("the script comes to its end", [] if len(checks) == CHECKS and done.returncode == 0 else
               [f"exit {done.returncode}, {len(checks)} checks", "\n".join(lines[-20:])])
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
