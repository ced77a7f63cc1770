# SPDX-License-Identifier: GPL-3.0-or-later
"""Larch's normalisation of a whole stack, one linear operator along energy, in every way that numpy offers."""
from concurrent.futures import ThreadPoolExecutor

import numpy

from benchmark_steps import data

# Pixels at a time in the blocked variants: a block of 150 energies stays in the second-level cache.
BLOCK = 1024


def operator(about):
    """Columns and rows of the pre-edge line (normalised = (y - columns rows y) / |step . y|), and step."""
    energies = numpy.array(about["energies"])
    columns, rows = polynomial(energies, about["pre"], about["pre_degree"])
    post, fit = polynomial(energies, about["post"], about["post_degree"])
    fit = fit - (fit @ columns) @ rows
    return columns, rows, post[about["edge"]] @ fit


def polynomial(energies, window, degree):
    """Columns of a polynomial on all energies, and the rows that give its coefficients from the window."""
    inside = slice(*window)
    lo, hi = energies[inside][0], energies[inside][-1]
    columns = numpy.vander((2 * energies - lo - hi) / (hi - lo), degree + 1, increasing=True)
    rows = numpy.zeros((degree + 1, len(energies)))
    rows[:, inside] = numpy.linalg.pinv(columns[inside])
    return columns, rows


class Normalizer:
    """The variants; each fills the same output, which is allocated once."""

    def __init__(self, about, stack, threads):
        columns, rows, step = operator(about)
        self.stack = stack
        self.out = numpy.empty_like(stack)
        self.columns = columns.astype("f4")
        self.rows = numpy.vstack([rows, step]).astype("f4")
        self.matrix = (numpy.eye(len(step)) - columns @ rows).astype("f4")
        self.step = step.astype("f4")
        self.threads = threads
        self.blocks = [slice(p, p + BLOCK) for p in range(0, stack.shape[1], BLOCK)]

    def variants(self):
        found = {"dense sgemm": self.dense, "low rank": self.low_rank, "low rank in blocks": self.in_blocks}
        try:
            import threadpoolctl  # noqa: F401
            found["low rank in blocks on threads"] = self.on_threads
        except ImportError:
            pass
        return found

    def dense(self):
        numpy.matmul(self.matrix, self.stack, out=self.out)
        self.out *= 1 / numpy.abs(self.step @ self.stack)

    def low_rank(self):
        self.part(slice(None))

    def in_blocks(self):
        for block in self.blocks:
            self.part(block)

    def on_threads(self):
        from threadpoolctl import threadpool_limits
        with threadpool_limits(1, "blas"), ThreadPoolExecutor(self.threads) as pool:
            list(pool.map(self.part, self.blocks))

    def part(self, block):
        y, out = self.stack[:, block], self.out[:, block]
        amounts = self.rows @ y
        numpy.matmul(self.columns, amounts[:-1], out=out)
        numpy.subtract(y, out, out=out)
        out *= 1 / numpy.abs(amounts[-1])


class Normalization:
    def __init__(self, request):
        folder = request["folder"]
        normalizer = Normalizer(data.description(folder), data.planes(folder), request["threads"])
        variants = normalizer.variants()
        chosen, self.note = data.fastest(variants)
        self.run = variants[chosen]
        self.answer = lambda: {"normalized": normalizer.out}
