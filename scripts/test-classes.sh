# shellcheck shell=sh disable=SC2034 # test_classes is for the caller
# Sourced by scripts that run a program of the tests: builds it when its source is newer, and sets test_classes.

: "${root:?the checkout}"

# build_test_classes NAME: NAME prefixes its messages.
build_test_classes() {
  choose_java
  require_compiler
  classpath=$root/target/standin-classpath
  if [ -n "$(find "$root/src" "$root/pom.xml" -newer "$classpath" 2>/dev/null)" ] || [ ! -f "$classpath" ]; then
    echo "$1: building …" >&2
    maven -B -q test-compile dependency:build-classpath -Dmdep.outputFile="$classpath" >&2 || fail "The build failed."
    touch "$classpath" # a class path that stays the same is not written anew, and every start would build
  fi
  test_classes=$root/target/test-classes:$root/target/classes:$(cat "$classpath")
}
