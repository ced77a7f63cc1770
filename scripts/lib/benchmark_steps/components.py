# SPDX-License-Identifier: GPL-3.0-or-later
"""Principal components and scores of a stack that lies in planes."""
import numpy
from sklearn.decomposition import PCA

from benchmark_steps import data


class SklearnPca:
    """scikit-learn wants pixels first: the transpose is part of the work."""

    def __init__(self, request):
        self.stack = data.planes(request["folder"], "normalized")
        self.count = request["components"]
        solvers = {}
        for solver in ("randomized", "full", "covariance_eigh"):
            try:
                PCA(2, svd_solver=solver).fit(numpy.random.default_rng(1).random((50, 20)))
                solvers[solver] = lambda solver=solver: self.fit(solver)
            except ValueError:  # older versions have fewer solvers
                pass
        self.solver, self.note = data.fastest(solvers, runs=1)

    def fit(self, solver):
        pca = PCA(self.count, svd_solver=solver, random_state=1)
        return pca, pca.fit_transform(numpy.ascontiguousarray(self.stack.T))

    def run(self):
        self.result = self.fit(self.solver)

    def answer(self):
        pca, scores = self.result
        return {"variances": pca.explained_variance_, "scores": scores.T}
