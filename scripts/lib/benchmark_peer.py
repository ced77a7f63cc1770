# SPDX-License-Identifier: GPL-3.0-or-later
"""The other side of scripts/benchmark: the same steps with numpy, scipy, scikit-learn, h5py, tifffile and Larch.

One JSON object a line: requests on standard input, replies on standard output.
  {"do": "hello"}                            versions of what is installed, and what is missing with Debian's packages
  {"do": "prepare", "step": NAME, ...}       reads what the step needs, tries its variants, keeps the fastest
  {"do": "run"}                              runs it once: {"seconds": ...}
  {"do": "answer", "folder": PATH}           writes its last result as raw little-endian float32 files
  {"do": "forget"}                           lets go of all data
"""
import gc
import importlib.metadata
import importlib.util
import json
import os
import sys
import time
import traceback

DEBIAN = {"numpy": "python3-numpy", "scipy": "python3-scipy", "sklearn": "python3-sklearn", "h5py": "python3-h5py",
          "tifffile": "python3-tifffile", "larch": "python3-xraylarch"}
DISTRIBUTIONS = {"sklearn": "scikit-learn", "larch": "xraylarch"}

# Whatever a library prints must not end up among the replies.
replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)


class Peer:
    def __init__(self):
        self.step = None

    def hello(self, request):
        there = [name for name in DEBIAN if importlib.util.find_spec(name)]
        versions = {name: version(name) for name in there}
        versions["python"] = sys.version.split()[0]
        missing = {name: package for name, package in DEBIAN.items() if name not in there}
        return {"versions": versions, "missing": missing, "blas": blas(there)}

    def prepare(self, request):
        from benchmark_steps import STEPS
        self.step = None
        gc.collect()
        self.step = STEPS[request["step"]]()(request)
        return {"note": self.step.note}

    def run(self, request):
        self.step.result = None
        gc.collect()
        start = time.perf_counter()
        extrapolated = self.step.run()
        seconds = time.perf_counter() - start
        return {"seconds": seconds if extrapolated is None else extrapolated}

    def answer(self, request):
        arrays = {}
        for name, values in self.step.answer().items():
            path = os.path.join(request["folder"], name + ".f32")
            values.astype("<f4").tofile(path)
            arrays[name] = {"file": path, "shape": list(values.shape)}
        return {"arrays": arrays}

    def forget(self, request):
        from benchmark_steps import data
        self.step = None
        data.forget()
        gc.collect()
        return {}


def version(name):
    try:
        return importlib.metadata.version(DISTRIBUTIONS.get(name, name))
    except importlib.metadata.PackageNotFoundError:  # Debian's h5py
        return getattr(importlib.import_module(name), "__version__", "?")


def blas(there):
    """The library behind numpy's matrix products and the kernels it chose."""
    if "numpy" not in there or not importlib.util.find_spec("threadpoolctl"):
        return ""
    import numpy
    numpy.ones((2, 2)) @ numpy.ones((2, 2))
    from threadpoolctl import threadpool_info
    found = [p for p in threadpool_info() if p["user_api"] == "blas"]
    return ", ".join("%s %s (%s)" % (p["internal_api"], p["version"], p.get("architecture", "")) for p in found)


def main():
    peer = Peer()
    for line in sys.stdin:
        request = json.loads(line)
        try:
            reply = getattr(peer, request["do"])(request)
        except Exception as e:
            traceback.print_exc()
            reply = {"error": "%s: %s" % (type(e).__name__, e)}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


main()
