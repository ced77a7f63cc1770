# SPDX-License-Identifier: GPL-3.0-or-later
"""Normalisation, components, clusters and fits of every pixel, each in the fastest way of numpy, scipy, sklearn."""
import time

import numpy

from benchmark_steps import data
from benchmark_steps.clusters import means
from benchmark_steps.fits import ReducedNnls
from benchmark_steps.normalization import Normalizer


class WholeWay:
    def __init__(self, request):
        self.request = request
        about = data.description(request["folder"])
        stack = data.planes(request["folder"])
        self.normalizer = Normalizer(about, stack, request["threads"])
        variants = self.normalizer.variants()
        chosen, _ = data.fastest(variants)
        self.normalize = variants[chosen]
        self.fitted = data.sample(stack.shape[1], request["fitted"])
        self.fits = ReducedNnls(numpy.array(about["spectra"]).T, stack, request["sample"])
        points = self.points(self.components()[1])
        self.algorithm, _ = data.fastest({name: lambda name=name: means(name, request).fit(points[self.fitted])
                                          for name in ("lloyd", "elkan")}, runs=1)
        self.note = "%s, ssyrk and eigh, %s, nnls on Q of %d pixels, extrapolated" % (chosen, self.algorithm,
                                                                                      request["sample"])

    def components(self):
        stack, count = self.normalizer.out, self.request["components"]
        mean = stack.mean(axis=1).astype("f8")
        # numpy sees that the factors are one and calls ssyrk, which does half the work
        products = (stack @ stack.T).astype("f8") / stack.shape[1] - numpy.outer(mean, mean)
        values, vectors = numpy.linalg.eigh(products)
        chosen = vectors[:, :-count - 1:-1].T
        scores = chosen.astype("f4") @ stack - (chosen @ mean).astype("f4")[:, None]
        return values[:-count - 1:-1], scores

    @staticmethod
    def points(scores):
        return numpy.ascontiguousarray(scores.T)

    def run(self):
        start = time.perf_counter()
        self.normalize()
        normalized = time.perf_counter()
        variances, scores = self.components()
        components = time.perf_counter()
        points = self.points(scores)
        clusters = means(self.algorithm, self.request).fit(points[self.fitted])
        labels = clusters.predict(points)
        clustered = time.perf_counter()
        amounts, fitted = self.fits.run(self.normalizer.out)
        self.result = variances, (points, clusters.cluster_centers_, labels), amounts
        self.seconds = [normalized - start, components - normalized, clustered - components, fitted]
        return sum(self.seconds)

    def answer(self):
        variances, (points, centres, labels), amounts = self.result
        inertia = numpy.sum((points - centres[labels]) ** 2, dtype="f8")
        return {"variances": variances, "inertia": numpy.array([inertia]), "amounts": amounts,
                "seconds": numpy.array(self.seconds)}
