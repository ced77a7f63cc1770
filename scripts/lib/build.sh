# SPDX-License-Identifier: GPL-3.0-or-later
# For the scripts beside this folder: builds the project when its sources are newer than what is built.
#   source "$root/scripts/lib/build.sh"; xanesj_build "$root"; exec "${xanesj_java[@]}" org.xanesj.SomeMainClass "$@"
# xanesj_build_tests does the same with the classes of the tests, among which benchmarks live.
# Leaves in the array xanesj_java how Java is started, with the class path and the user's XANESJ_JAVA_OPTS.
# Exits with status 1 and a message of at most three lines on standard error when that is not possible.

xanesj_fail() {
	printf '%s\n' "$@" >&2
	exit 1
}

xanesj_build() {
	xanesj_ready "$1" compile classes
}

xanesj_build_tests() {
	xanesj_ready "$1" test-compile test-classes classes
}

# the project's root, the goal of Maven, then the folders of classes below target, those built last first
xanesj_ready() {
	local root=$1 goal=$2 java=java version
	shift 2
	[[ -n ${JAVA_HOME:-} && -x $JAVA_HOME/bin/java ]] && java=$JAVA_HOME/bin/java
	version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
	[[ -n $version ]] || xanesj_fail "XanesJ needs Java, and there is none" "install a JDK, 17 or newer"
	((version >= 17)) || xanesj_fail "XanesJ needs Java 17 or newer, and this is Java $version ($java)" \
		"install a newer JDK, or set JAVA_HOME to it"

	local stamp=$root/target/.built-by-scripts paths=$root/target/classpath.txt sources=("$root/pom.xml" "$root/src/main")
	[[ $goal == test-compile ]] && stamp=$root/target/.tests-built-by-scripts sources+=("$root/src/test")
	if [[ ! -f $stamp || ! -d $root/target/$1 || ! -s $paths || -n $(find "${sources[@]}" -newer "$stamp" -print \
		-quit) ]]; then
		xanesj_compile "$root" "$goal" "$paths" || exit 1
		touch "$stamp" "$root/target/.built-by-scripts" # which the tests are built on
	fi

	local classes="" folder separator=:
	case $(uname -s) in
		MINGW* | MSYS* | CYGWIN*) separator=';' ;; # Windows: Git Bash
	esac
	for folder in "$@"; do
		folder=$root/target/$folder
		[[ $separator == ';' ]] && folder=$(cygpath -w "$folder")
		classes+=$folder$separator
	done
	# the HDF5 reader's logging interface would say at every start that nobody listens to it
	xanesj_java=("$java" -Dfile.encoding=UTF-8 -Dslf4j.internal.verbosity=ERROR)
	# there progress is one line that is written again and again, elsewhere a line now and then
	[[ -t 2 ]] && xanesj_java+=(-Dxanesj.terminal=true)
	# later versions of Java warn about what some libraries do
	((version >= 24)) && xanesj_java+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
	if [[ -n ${XANESJ_JAVA_OPTS:-} ]]; then
		local options
		read -r -a options <<<"$XANESJ_JAVA_OPTS"
		xanesj_java+=("${options[@]}")
	fi
	xanesj_java+=(-cp "$classes$(<"$paths")")
}

xanesj_compile() {
	local root=$1 goal=$2 paths=$3 log=$1/target/build.log
	command -v mvn >/dev/null || xanesj_fail "XanesJ has to be built, and there is no Maven" \
		"install Maven (mvn), then run this again"
	mkdir -p "$root/target"
	local maven=(mvn -B -q -f "$root/pom.xml" -DskipTests "$goal" dependency:build-classpath
		"-Dmdep.outputFile=$paths")
	# first with what is here already: quick, and needs no network
	"${maven[@]}" -o >"$log" 2>&1 && return
	if ! grep -q 'COMPILATION ERROR' "$log"; then
		echo "Building XanesJ, which fetches its libraries the first time ..." >&2
		"${maven[@]}" >"$log" 2>&1 && return
	fi
	xanesj_fail "XanesJ could not be built: $(sed -n 's/^\[ERROR\] *//p' "$log" | head -n 1)" "all of it is in $log"
}
