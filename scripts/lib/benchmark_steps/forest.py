# SPDX-License-Identifier: GPL-3.0-or-later
"""A random forest that is trained here and predicts the kind of grain of every pixel, here and there."""
import json
import os
import pickle

import numpy
import sklearn
from sklearn.ensemble import RandomForestClassifier

from benchmark_steps import data


class SklearnForest:
    def __init__(self, request):
        folder = request["folder"]
        rows = data.planes(folder, "normalized")[request["from"]:request["to"]]
        self.points = numpy.ascontiguousarray(rows.T)
        self.forest = trained(folder, self.points, request)
        self.forest.n_jobs = request["threads"]
        self.note = "n_jobs=%d, the spectra already pixel by pixel" % request["threads"]
        export(self.forest, folder)

    def run(self):
        self.result = self.forest.predict_proba(self.points)

    def answer(self):
        return {"probabilities": self.result.T}


def trained(folder, points, request):
    """Training takes long: the forest is kept."""
    kept = os.path.join(folder, "forest-%s.pickle" % sklearn.__version__)
    if not os.path.exists(kept):
        chosen = data.sample(len(points), request["sample"])
        forest = RandomForestClassifier(request["trees"], max_depth=request["depth"], random_state=1,
                                        n_jobs=request["threads"])
        forest.fit(points[chosen], data.planes(folder, "kinds")[0, chosen].astype("i4"))
        with open(kept + ".part", "wb") as file:
            pickle.dump(forest, file)
        os.rename(kept + ".part", kept)
    with open(kept, "rb") as file:
        return pickle.load(file)


def export(forest, folder):
    """Each tree as flat arrays, one entry for each node: the numbers of org.xanesj.learn.Tree."""
    trees = [estimator.tree_ for estimator in forest.estimators_]
    with open(os.path.join(folder, "forest.json"), "w", encoding="utf-8") as file:
        json.dump([{"feature": tree.feature.tolist(), "threshold": tree.threshold.tolist(),
                    "left": tree.children_left.tolist(), "right": tree.children_right.tolist(),
                    "values": shares(tree).tolist()} for tree in trees], file)


def shares(tree):
    """Of the classes, in each node; older versions of scikit-learn count samples instead."""
    value = tree.value[:, 0, :]
    return value / value.sum(axis=1, keepdims=True)
