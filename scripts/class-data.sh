# shellcheck shell=sh disable=SC2034,SC2154 # java and version are toolchain.sh's, here is the launcher's
# Sourced by the launcher: the JVM's archive of the classes that a conversation loads, which halves the time to the
# prompt. Built in the background, once for each build and JDK; a start never waits for it and never hears of it.

: "${app:?the jar}" "${kept:?the folder for what can be made again}"
unused_days=30

# Sets class_data to the JVM's option, or to nothing while there is no archive yet; then one is begun. The JVM takes none
# whose jars have changed, the libraries' included, and says nothing of it.
use_class_data() {
  class_data=
  # several may be installed, and a package's jar is older than its installation: each has a name of its own
  installation=
  [ ! -r "$here/installation" ] || IFS= read -r installation <"$here/installation"
  archive=$(class_data_folder)/${java_runtime:-$version}${installation:+-$installation}.jsa
  if [ -f "$archive" ] && [ -z "$(find "${app%/*}" -name '*.jar' -newer "$archive" 2>/dev/null)" ]; then
    class_data=-XX:SharedArchiveFile=$archive
  else
    # the shell between lets the training go, so that it never becomes a zombie of the program
    (train_class_data </dev/null >/dev/null 2>&1 &)
  fi
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
  nice -n 19 "$java" -Xlog:disable -XX:+UseSerialGC "-XX:ArchiveClassesAtExit=$trained" \
    -jar "$app" train-class-data
  [ ! -f "$trained" ] || { chmod 600 "$trained" && mv -f "$trained" "$archive"; } # the JVM makes it for all to read
  rm -f "$trained" "$archive.lock"
  find "$(dirname -- "$archive")" -name '*.jsa' -atime "+$unused_days" -exec rm -f {} +
}

# What a training leaves that is killed: 18 MB under a name that ends with its process.
remove_torn_archives() {
  for torn in "$(dirname -- "$archive")"/*.jsa.[0-9]*; do
    kill -0 "${torn##*.}" 2>/dev/null || rm -f "$torn"
  done
}
