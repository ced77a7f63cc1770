# SPDX-License-Identifier: GPL-3.0-or-later
# A stack becomes a species map with tables and a report, as by Plugins > XanesJ > Speciate XANES...
# In Fiji: run it from the script editor (Templates > XanesJ). Without a display:
#   scripts/xanesj --headless scripts/speciate.py "stack=/data/scan.hdr,references=/data/references,output=/data/result"

#@ CommandService commands
#@ File (label="Stack", style="both") stack
#@ File (label="References", style="directory") references
#@ File (label="Output folder", style="directory") output
#@ String (label="Stack holds", choices={"auto", "absorption", "transmission"}, value="auto") mode
#@ String (label="I0: a file, brightest, or nothing", value="", required=false) i0

from java.lang import RuntimeException

# any parameter of the command may be added here, by its key in macros
parameters = {"stack": stack.path, "references": references.path, "output": output.path, "mode": mode, "i0": i0}
module = commands.run("org.xanesj.command.SpeciateXanes", False, parameters).get()
if module.isCanceled():
    raise RuntimeException(module.getCancelReason() or "it was cancelled, nothing was written")
print("The species map, tables and report are in " + output.path)
