# SPDX-License-Identifier: GPL-3.0-or-later
"""Non-negative least squares, pixel after pixel, on some pixels."""
import time

import numpy
from scipy.optimize import nnls

from benchmark_steps import data


def amounts(matrix, spectra):
    return numpy.array([nnls(matrix, y)[0] for y in spectra])


class ScipyNnls:
    def __init__(self, request):
        stack = data.planes(request["folder"], "normalized")
        self.matrix = numpy.array(data.description(request["folder"])["spectra"]).T
        chosen = data.sample(stack.shape[1], request["sample"])
        self.spectra = stack[:, chosen].T.astype("f8")
        self.scale = stack.shape[1] / len(chosen)
        self.note = "%d pixels, extrapolated" % len(chosen)

    def run(self):
        start = time.perf_counter()
        self.result = amounts(self.matrix, self.spectra)
        return (time.perf_counter() - start) * self.scale

    def answer(self):
        return {"amounts": self.result}


class ReducedNnls:
    """The same minimum from Q of A = QR: one matrix product for all pixels, then problems as small as they get."""

    def __init__(self, matrix, stack, count):
        q, self.r = numpy.linalg.qr(matrix)
        self.q = numpy.ascontiguousarray(q.T, "f4")
        self.pixels = stack.shape[1]
        self.chosen = data.sample(self.pixels, count)

    def run(self, stack):
        """The amounts in the sample, and the seconds that all pixels would take."""
        start = time.perf_counter()
        targets = self.q @ stack
        projected = time.perf_counter() - start
        start = time.perf_counter()
        found = amounts(self.r, targets[:, self.chosen].T.astype("f8"))
        return found, projected + (time.perf_counter() - start) * self.pixels / len(self.chosen)
