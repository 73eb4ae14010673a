# shellcheck shell=sh disable=SC2034,SC2154 # java and version are toolchain.sh's, here is the launcher's
# Sourced by the launcher: the JVM's archive of the classes that a conversation loads, which halves the time to the
# prompt; from Java 25 on an ahead-of-time cache, which holds them linked, for objects with compact headers. Built in the background, once for each build and JDK; a start never waits for it and never hears of it.

: "${app:?the jar}" "${kept:?the folder for what can be made again}"
unused_days=30

# Sets sharing to the options that go with either kind, and class_data to the JVM's option, or to nothing while there is no archive yet; then one is begun. The JVM takes none
# whose jars have changed, the libraries' included, and says nothing of it.
use_class_data() {
  class_data=
  choose_kind
  # several may be installed, and a package's jar is older than its installation: each has a name of its own
  installation=
  [ ! -r "$here/installation" ] || IFS= read -r installation <"$here/installation"
  archive=$(class_data_folder)/${java_runtime:-$version}${installation:+-$installation}.$kind
  if [ -f "$archive" ] && [ -z "$(find "${app%/*}" -name '*.jar' -newer "$archive" 2>/dev/null)" ]; then
    class_data=$use=$archive
  else
    # the shell between lets the training go, so that it never becomes a zombie of the program
    # exec: dash would keep what a function's redirection replaces, and $(voicebot …) wait for the training's end
    (exec </dev/null >/dev/null 2>&1 && train_class_data &)
  fi
}

# A cache excludes every -Xshare, also the user's own.
choose_kind() {
  kind=jsa
  use=-XX:SharedArchiveFile
  make=-XX:ArchiveClassesAtExit
  sharing=-Xshare:auto
  [ "$version" -ge 25 ] || return 0
  sharing=-XX:+UseCompactObjectHeaders
  case " ${VOICEBOT_JAVA_OPTS-} " in
    *' -Xshare'*) return 0 ;;
  esac
  kind=aot
  use=-XX:AOTCache
  make=-XX:AOTCacheOutput
}

class_data_folder() {
  if [ -w "$kept" ]; then
    printf '%s\n' "$kept/class-data"
  else
    printf '%s\n' "${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/voicebot/class-data"
  fi
}

# It yields to the user's own work, outlives the terminal, and appears when it is whole.
train_class_data() {
  trap '' HUP
  umask 077
  mkdir -p "$(dirname -- "$archive")" && exec 9>"$archive.lock" || return 0
  ! command -v flock || flock -n 9 || return 0
  remove_torn_archives
  trained=$archive.$$
  nice -n 19 "$java" -Xlog:disable -XX:+UseSerialGC "$sharing" "$make=$trained" \
    -jar "$app" train-class-data
  [ ! -f "$trained" ] || { chmod 600 "$trained" && mv -f "$trained" "$archive"; } # the JVM makes it for all to read
  rm -f "$trained" "$archive.lock"
  find "$(dirname -- "$archive")" -name '*.[ja][so][at]' -atime "+$unused_days" -exec rm -f {} +
}

# What a training leaves that is killed: 18 MB under a name that ends with its process.
remove_torn_archives() {
  for torn in "$(dirname -- "$archive")"/*."$kind".[0-9]*; do
    trainer=${torn%.config} # what a cache is made from
    kill -0 "${trainer##*.}" 2>/dev/null || rm -f "$torn"
  done
}
