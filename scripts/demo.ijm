// The main job on a synthetic stack of iron species: what `scripts/demo` runs.
// The argument is the folder of the stack and the folder for the results, with a bar between them.
folders = split(getArgument(), "|");
run("Speciate XANES...", "stack=[" + folders[0] + "/iron-k.tif] references=[" + folders[0] + "/references] output=[" +
	folders[1] + "]");
print("");
print("The species map, tables and report are in " + folders[1]);
print("Open " + folders[1] + "/report.html first.");
