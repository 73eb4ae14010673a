# shellcheck shell=sh
# Sourced by the other scripts: which JDK and which Maven voicebot is built and run with.

kept=${kept:-${root:?the checkout}/target}
bundled_java=${bundled_java-}
minimum_java=17

# said ENGLISH CHINESE: the one that the program itself would speak.
said() {
  case ${VOICEBOT_UI_LANGUAGE-} in
    en | zh) language=$VOICEBOT_UI_LANGUAGE ;;
    *) language=${LC_ALL:-${LC_MESSAGES:-${LANG-}}} ;;
  esac
  case $language in
    zh | zh[_.@-]*) printf '%s' "$2" ;;
    *) printf '%s' "$1" ;;
  esac
}

install_hint() {
  said 'Install openjdk-17-jdk or later (Debian, Ubuntu) or temurin (Homebrew).' \
    '请安装 openjdk-17-jdk 或更新的版本（Debian、Ubuntu），或 temurin（Homebrew）。'
}

fail() {
  printf 'voicebot: %s\n' "$1" >&2
  exit 1
}

# Sets java, and java_home (empty where unknown), to the first candidate that is new enough: the one of a package first.
choose_java() {
  found=
  for java in "$bundled_java" "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)"; do
    if [ ! -x "$java" ] || [ -d "$java" ]; then
      continue
    fi
    find_version
    [ "$version" -lt "$minimum_java" ] || return 0
    [ "$version" -eq 0 ] || found=${found:-$version}
  done
  fail "$(said "Needs JDK $minimum_java or newer, found ${found:-none}. " \
    "需要 JDK $minimum_java 或更新的版本，现有：${found:-无}。")$(install_hint)"
}

# Sets version to the feature version of $java and java_runtime to its exact one (empty where unknown); version is 0 where it does not run; starts no JVM if it can.
find_version() {
  program=$(follow_links "$java")
  java_home=${program%/bin/java}
  version=
  java_runtime=
  if [ "$java_home" != "$program" ] && [ -r "$java_home/release" ]; then
    while IFS='=' read -r key value; do
      case $key in
        JAVA_VERSION) version=$(feature_version "$value") ;;
        JAVA_RUNTIME_VERSION) java_runtime=${value%\"} java_runtime=${java_runtime#\"} ;;
      esac
    done <"$java_home/release"
  else
    java_home=
    remember_version
  fi
  version=${version:-0}
}

# A java without a release file beside it (a shim, macOS's stub) is asked once, and again when it changes.
remember_version() {
  memory=$kept/voicebot-java
  if [ -r "$memory" ] && [ -z "$(find "$program" -newer "$memory" 2>/dev/null)" ]; then
    IFS= read -r known <"$memory" || true
    case $known in
      *" $java") version=${known%% *} ;;
    esac
  fi
  [ -z "$version" ] || return 0
  version=$(feature_version "$("$java" -version 2>&1 </dev/null | grep -m 1 ' version "' || true)")
  (
    umask 077
    [ -n "$version" ] && mkdir -p "$kept" && [ -w "$kept" ] && printf '%s %s\n' "$version" "$java" >"$memory"
  ) 2>/dev/null || true
}

# "17.0.15" -> 17, "1.8.0_402" -> 8, "26-ea" -> 26; the version is the first thing in double quotes.
feature_version() {
  number=${1#*\"}
  number=${number%%\"*}
  number=${number#1.}
  number=${number%%[!0-9]*}
  printf '%s\n' "$number"
}

# readlink -f is missing on older macOS.
follow_links() {
  path=$1
  while [ -L "$path" ]; do
    link=$(readlink -- "$path")
    case $link in
      /*) path=$link ;;
      *) path=$(dirname -- "$path")/$link ;;
    esac
  done
  printf '%s\n' "$path"
}

# Builds need the compiler that a runtime lacks. A java of unknown home is left to Maven.
require_compiler() {
  [ -n "$java_home" ] || return 0
  [ -x "$java_home/bin/javac" ] \
    || fail "$(said "Needs a JDK to build; $java_home is only a runtime. " \
      "构建需要 JDK；$java_home 只是运行环境。")$(install_hint)"
  export JAVA_HOME="$java_home"
}

# Runs the Maven on the PATH, else the wrapper, in the checkout. It must not eat the program's input.
maven() (
  cd "$root" || exit 1
  if command -v mvn >/dev/null; then
    exec mvn "$@" </dev/null
  fi
  export MAVEN_USER_HOME="${MAVEN_USER_HOME:-${HOME:-$root/target}/.m2}"
  exec ./mvnw "$@" </dev/null
)
