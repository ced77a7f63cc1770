# SPDX-License-Identifier: GPL-3.0-or-later
"""What both programs read: raw little-endian float32, energies first, and a description in JSON."""
import json
import os
import time

import numpy

_known = {}


def description(folder):
    """Width, height, energies, windows of the normalisation, spectra of the species."""
    with open(os.path.join(folder, "stack.json"), encoding="utf-8") as file:
        return json.load(file)


def planes(folder, name="stack"):
    """One row for each energy (or component), one column for each pixel."""
    path = os.path.join(folder, name + ".f32")
    if path not in _known:
        about = description(folder)
        _known[path] = numpy.fromfile(path, "<f4").reshape(-1, about["width"] * about["height"])
    return _known[path]


def forget():
    _known.clear()


def sample(pixels, count):
    """So many pixels, evenly spread."""
    return numpy.arange(count) * pixels // count


def fastest(variants, runs=2):
    """The variant that took the least time in a few runs, and a note of what each took."""
    best = {}
    for name, work in variants.items():
        for _ in range(runs):
            start = time.perf_counter()
            work()
            best[name] = min(best.get(name, float("inf")), time.perf_counter() - start)
    chosen = min(best, key=best.get)
    return chosen, ", ".join("%s %.3g s" % (n, s) for n, s in sorted(best.items(), key=lambda item: item[1]))
