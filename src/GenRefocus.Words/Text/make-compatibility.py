#!/usr/bin/env python3
"""Writes Compatibility.txt: full compatibility decompositions (NFKD) of the Unicode version that this Python knows.

Hangul syllables are left out, since they follow a rule. A line is CODE DECOMPOSITION, or FIRST-LAST CODE for a run that maps to a run.
"""
import pathlib
import sys
import unicodedata

single, rows = [], []
for code in range(0x80, 0x110000):
    if 0xAC00 <= code <= 0xD7A3 or 0xD800 <= code <= 0xDFFF:
        continue
    mapped = unicodedata.normalize("NFKD", chr(code))
    if mapped == chr(code):
        continue
    if len(mapped) == 1:
        if single and single[-1][1] + 1 == code and ord(mapped) - single[-1][2] == code - single[-1][0]:
            single[-1][1] = code
        else:
            single.append([code, code, ord(mapped)])
    else:
        rows.append((code, f"{code:04X} " + " ".join(f"{ord(c):04X}" for c in mapped)))

rows += [(first, f"{first:04X}{'' if first == last else f'-{last:04X}'} {target:04X}") for first, last, target in single]
lines = [f"# Unicode {unicodedata.unidata_version}, made by make-compatibility.py", *(text for _, text in sorted(rows))]
pathlib.Path(__file__).with_name("Compatibility.txt").write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
print(len(rows), "rows", file=sys.stderr)
