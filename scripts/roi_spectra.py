# SPDX-License-Identifier: GPL-3.0-or-later
# The mean spectrum and its standard deviation in each selection that was saved from the ROI Manager, as a CSV file.
# Without a display:
#   scripts/xanesj --headless scripts/roi_spectra.py "stack=/data/scan.hdr,rois=/data/RoiSet.zip,table=/data/spectra.csv"

#@ CommandService commands
#@ File (label="Stack", style="both") stack
#@ File (label="Selections (.roi, or .zip from the ROI Manager)") rois
#@ File (label="Table (.csv)", style="save") table

import csv
import zipfile

from ij.io import RoiDecoder
from java.lang import RuntimeException


def selections(path):
    if not zipfile.is_zipfile(path):
        return [RoiDecoder(path).getRoi()]
    with zipfile.ZipFile(path) as archive:
        return [RoiDecoder(archive.read(name), name[:-4]).getRoi() for name in archive.namelist() if name.endswith(".roi")]


def spectrum(image, roi):
    """Mean and standard deviation of the pixels in a selection, for each energy."""
    points = []
    for slice in range(1, image.size() + 1):
        plane = image.getProcessor(slice)
        plane.setRoi(roi)
        statistics = plane.getStatistics()
        points.append((statistics.mean, statistics.stdDev))
    return points


module = commands.run("org.xanesj.command.OpenEnergyStack", False, {"path": stack.path}).get()
if module.isCanceled():
    raise RuntimeException(module.getCancelReason() or "it was cancelled, nothing was written")
image = module.getOutput("stack").getStack()

header, columns = ["energy_eV"], []
for roi in selections(rois.path):
    header += [roi.getName(), roi.getName() + "_sd"]
    columns.append(spectrum(image, roi))

with open(table.path, "wb") as out:
    writer = csv.writer(out)
    writer.writerow(header)
    for index in range(image.size()):
        energy = image.getSliceLabel(index + 1).split()[0]
        writer.writerow([energy] + ["%.6g" % value for column in columns for value in column[index]])
print("The spectra of %d selections are in %s" % (len(columns), table.path))
