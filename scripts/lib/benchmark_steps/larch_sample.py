# SPDX-License-Identifier: GPL-3.0-or-later
"""Larch's own pre_edge, spectrum after spectrum, on some pixels."""
import time

import numpy
from larch import Group
from larch.xafs import pre_edge

from benchmark_steps import data


class LarchSample:
    def __init__(self, request):
        self.about = data.description(request["folder"])
        stack = data.planes(request["folder"])
        chosen = data.sample(stack.shape[1], request["sample"])
        self.spectra = stack[:, chosen].T.astype("f8")
        self.energies = numpy.array(self.about["energies"])
        self.scale = stack.shape[1] / len(chosen)
        self.note = "%d spectra, extrapolated" % len(chosen)

    def run(self):
        about = self.about
        found = []
        start = time.perf_counter()
        for mu in self.spectra:
            group = Group()
            pre_edge(self.energies, mu, group=group, e0=about["e0"], pre1=about["pre1"], pre2=about["pre2"],
                     norm1=about["norm1"], norm2=about["norm2"], nnorm=about["post_degree"], nvict=0, make_flat=False)
            found.append(group.norm)
        seconds = (time.perf_counter() - start) * self.scale
        self.result = numpy.array(found)
        return seconds

    def answer(self):
        return {"normalized": self.result}
