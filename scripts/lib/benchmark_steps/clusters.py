# SPDX-License-Identifier: GPL-3.0-or-later
"""k-means of scores."""
import numpy
from sklearn.cluster import KMeans

from benchmark_steps import data


def means(algorithm, request):
    return KMeans(request["clusters"], n_init=request["starts"], algorithm=algorithm, random_state=1)


class SklearnKMeans:
    """The points lie as scikit-learn likes them: bringing them there is not counted."""

    def __init__(self, request):
        self.request = request
        self.points = numpy.ascontiguousarray(data.planes(request["folder"], "scores").T)
        algorithms = {name: lambda name=name: self.fit(name) for name in ("lloyd", "elkan")}
        self.algorithm, self.note = data.fastest(algorithms, runs=1)

    def fit(self, algorithm):
        return means(algorithm, self.request).fit(self.points)

    def run(self):
        self.result = self.fit(self.algorithm)

    def answer(self):
        return {"centres": self.result.cluster_centers_}
