# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps by name. Each is imported when it is asked for: a package that is missing only costs what needs it.

A step has a note on what was chosen, run() and answer(). run() returns None, or the seconds that all the work would
take when only a sample of it was done.
"""
from importlib import import_module


def _step(module, name):
    return lambda: getattr(import_module("benchmark_steps." + module), name)


STEPS = {
    "copy": _step("limits", "Copy"),
    "sgemm": _step("limits", "Sgemm"),
    "write": _step("files", "Write"),
    "hdf5": _step("files", "OpenHdf5"),
    "tiff": _step("files", "OpenTiff"),
    "normalization": _step("normalization", "Normalization"),
    "larch": _step("larch_sample", "LarchSample"),
    "pca": _step("components", "SklearnPca"),
    "k-means": _step("clusters", "SklearnKMeans"),
    "nnls": _step("fits", "ScipyNnls"),
    "forest": _step("forest", "SklearnForest"),
    "way": _step("way", "WholeWay"),
}
