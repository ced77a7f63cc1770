# SPDX-License-Identifier: GPL-3.0-or-later
# For the scripts beside this folder: builds the project when its sources are newer than what is built.
#   source "$root/scripts/lib/build.sh"; xanesj_build "$root"; exec "${xanesj_java[@]}" org.xanesj.SomeMainClass "$@"
# xanesj_build_tests does the same with the classes of the tests, among which benchmarks live; xanesj_build_with_spark
# with Spark, whose libraries (100 MB) nobody else needs. After that, xanesj_build_jars makes jars of the project and its
# libraries for the workers of a cluster, and leaves them in the array xanesj_jars.
# Leaves in the array xanesj_java how Java is started, with the class path and the user's XANESJ_JAVA_OPTS.
# Exits with status 1 and a message of at most three lines on standard error when that is not possible.

xanesj_fail() {
	printf '%s\n' "$@" >&2
	exit 1
}

xanesj_build() {
	xanesj_ready "$1" built-by-scripts classpath.txt "compile -DwithoutSpark" classes
}

xanesj_build_tests() {
	xanesj_ready "$1" tests-built-by-scripts classpath.txt "test-compile -DwithoutSpark" test-classes classes
	touch "$1/target/.built-by-scripts" # which the tests are built on
}

xanesj_build_with_spark() {
	xanesj_ready "$1" built-with-spark spark-classpath.txt compile classes
}

xanesj_build_jars() {
	local root=$1 folder=$1/target/spark-jars stamp=$1/target/.jars-by-scripts jar
	if [[ ! -f $stamp || ! -d $folder || -n $(find "$root/pom.xml" "$root/src/main" -newer "$stamp" -print -quit) ]]; then
		rm -rf "$folder" "$root"/target/xanesj-*.jar
		xanesj_maven "$root" -Dmaven.test.skip=true package dependency:copy-dependencies -DincludeScope=runtime \
			"-DoutputDirectory=$folder" || exit 1
		touch "$stamp"
	fi
	xanesj_jars=("$folder"/*.jar)
	for jar in "$root"/target/xanesj-*.jar; do
		[[ $jar =~ -(sources|tests|javadoc)\.jar$ ]] || xanesj_jars+=("$jar")
	done
}

# the project's root, the names below target of a stamp and of a file for the class path, the goal of Maven and its
# options, then the folders of classes below target, those built last first
xanesj_ready() {
	local root=$1 stamp=$1/target/.$2 paths=$1/target/$3 goal java=java version
	read -r -a goal <<<"$4"
	shift 4
	[[ -n ${JAVA_HOME:-} && -x $JAVA_HOME/bin/java ]] && java=$JAVA_HOME/bin/java
	version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
	[[ -n $version ]] || xanesj_fail "XanesJ needs Java, and there is none" "install a JDK, 17 or newer"
	((version >= 17)) || xanesj_fail "XanesJ needs Java 17 or newer, and this is Java $version ($java)" \
		"install a newer JDK, or set JAVA_HOME to it"

	local sources=("$root/pom.xml" "$root/src/main")
	[[ $1 == test-classes ]] && sources+=("$root/src/test")
	if [[ ! -f $stamp || ! -d $root/target/$1 || ! -s $paths || -n $(find "${sources[@]}" -newer "$stamp" -print \
		-quit) ]]; then
		xanesj_maven "$root" -DskipTests "${goal[@]}" dependency:build-classpath "-Dmdep.outputFile=$paths" || exit 1
		touch "$stamp"
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

# the project's root, then goals and options
xanesj_maven() {
	local root=$1 log=$1/target/build.log
	shift
	command -v mvn >/dev/null || xanesj_fail "XanesJ has to be built, and there is no Maven" \
		"install Maven (mvn), then run this again"
	mkdir -p "$root/target"
	local maven=(mvn -B -q -f "$root/pom.xml" "$@")
	# first with what is here already: quick, and needs no network
	"${maven[@]}" -o >"$log" 2>&1 && return
	if ! grep -q 'COMPILATION ERROR' "$log"; then
		echo "Building XanesJ, which fetches its libraries the first time ..." >&2
		"${maven[@]}" >"$log" 2>&1 && return
	fi
	xanesj_fail "XanesJ could not be built: $(sed -n 's/^\[ERROR\] *//p' "$log" | head -n 1)" "all of it is in $log"
}
