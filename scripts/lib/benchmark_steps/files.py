# SPDX-License-Identifier: GPL-3.0-or-later
"""Stacks into memory from HDF5 and TIFF, and the HDF5 files of a phantom."""
import os

import numpy

from benchmark_steps import data


class Write:
    """The layouts in which beamlines write: contiguous, and compressed in chunks that hold planes or spectra."""
    note = ""

    def __init__(self, request):
        import h5py
        folder = request["folder"]
        about = data.description(folder)
        stack = data.planes(folder).reshape(-1, about["height"], about["width"])
        layouts = {"contiguous": {}, "gzip-planes": {"chunks": (1, 256, 256), "compression": "gzip"},
                   "gzip-spectra": {"chunks": (len(stack), 16, 16), "compression": "gzip"}}
        for name, layout in layouts.items():
            path = os.path.join(folder, name + ".h5")
            if os.path.exists(path):
                continue
            with h5py.File(path + ".part", "w") as file:
                values = file.create_dataset("exchange/data", data=stack, **layout)
                values.attrs["axes"] = "energy:y:x"
                file["exchange/energy"] = numpy.array(about["energies"])
            os.rename(path + ".part", path)


class OpenHdf5:
    note = ""

    def __init__(self, request):
        self.folder = request["folder"]
        self.path = os.path.join(self.folder, request["file"])

    def run(self):
        import h5py
        with h5py.File(self.path, "r") as file:
            self.result = file["exchange/data"][:].astype("f4", copy=False)

    def answer(self):
        return {"equal": numpy.array([same(self.result, self.folder)])}


class OpenTiff:
    note = ""

    def __init__(self, request):
        self.folder = request["folder"]
        self.path = os.path.join(self.folder, request["file"])

    def run(self):
        import tifffile
        self.result = tifffile.imread(self.path).astype("f4", copy=False)

    def answer(self):
        return {"equal": numpy.array([same(self.result, self.folder)])}


def same(stack, folder):
    return numpy.array_equal(stack.reshape(len(stack), -1), data.planes(folder))
