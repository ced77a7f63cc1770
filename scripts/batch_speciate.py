# SPDX-License-Identifier: GPL-3.0-or-later
# Every stack of a folder becomes a species map: the results of each in a folder of its name, and summary.csv with the
# clusters of all. A stack that cannot be used stops nothing; it is named at the end. Without a display:
#   scripts/xanesj --headless scripts/batch_speciate.py "stacks=/data/day1,references=/data/references,output=/data/results"

#@ CommandService commands
#@ File (label="Folder with the stacks", style="directory") stacks
#@ String (label="Names", description="Stacks' names end so; several with commas", value=".tif,.tiff,.hdr,.h5,.hdf5,.nxs") endings
#@ File (label="References", style="directory") references
#@ File (label="Output folder", style="directory") output
#@ String (label="Stack holds", choices={"auto", "absorption", "transmission"}, value="auto") mode
#@ String (label="I0: a file, brightest, or nothing", value="", required=false) i0

import csv
import os

from java.lang import Exception as JavaException, RuntimeException


def speciate(stack, result):
    """Any parameter of the command may be added here, by its key in macros."""
    parameters = {"stack": stack, "references": references.path, "output": result, "mode": mode, "i0": i0}
    module = commands.run("org.xanesj.command.SpeciateXanes", False, parameters).get()
    if module.isCanceled():
        raise RuntimeException(module.getCancelReason() or "it was cancelled, nothing was written")


def complaint(name, problem):
    """The command's own message, which names the stack; it is put before what does not."""
    while problem.getCause() is not None:
        problem = problem.getCause()
    line = (problem.getMessage() or problem.toString()).splitlines()[0]
    return line if name in line else name + ": " + line


def clusters(result):
    with open(os.path.join(result, "clusters.csv"), "rb") as table:
        return list(csv.reader(table))


suffixes = tuple(ending.strip().lower() for ending in endings.split(",") if ending.strip())
names = sorted(name for name in os.listdir(stacks.path) if name.lower().endswith(suffixes))
if not names:
    raise RuntimeException("%s holds no file that ends in %s\ngive another folder or other names" % (
        stacks.path, " or ".join(suffixes)))

rows, failed = [], []
for name in names:
    result = os.path.join(output.path, name)
    print("%s (%d of %d)" % (name, names.index(name) + 1, len(names)))
    try:
        speciate(os.path.join(stacks.path, name), result)
        table = clusters(result)
        rows = rows or [["stack"] + table[0]]
        rows += [[name] + row for row in table[1:]]
    except JavaException as problem:
        failed.append(complaint(name, problem))

if rows:
    with open(os.path.join(output.path, "summary.csv"), "wb") as summary:
        csv.writer(summary).writerows(rows)
if failed:
    raise RuntimeException("%d of %d stacks failed\n%s" % (len(failed), len(names), "; ".join(failed)))
