# SPDX-License-Identifier: GPL-3.0-or-later
"""What the machine can do at most, as numpy reaches it: copying and single-precision matrix products."""
import time
from concurrent.futures import ThreadPoolExecutor

import numpy


class Copy:
    note = ""

    def __init__(self, request):
        self.source = numpy.ones(request["bytes"] // 4, "f4")
        self.target = numpy.zeros_like(self.source)
        threads = request["threads"]
        part = self.source.size // threads
        self.parts = [slice(i * part, (i + 1) * part) for i in range(threads)]
        self.pool = ThreadPoolExecutor(threads)

    def run(self):
        list(self.pool.map(lambda part: numpy.copyto(self.target[part], self.source[part]), self.parts))


class Sgemm:
    note = ""

    def __init__(self, request):
        n = request["size"]
        self.a = numpy.random.default_rng(1).random((n, n), "f4")
        self.product = numpy.empty_like(self.a)

    def run(self):
        numpy.matmul(self.a, self.a, out=self.product)
