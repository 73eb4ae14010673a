# shellcheck shell=sh disable=SC2034,SC2154 # moment is lay-out.sh's; version is the caller's
# Sourced by scripts/package and scripts/release: what makes archives the same wherever and whenever they are made. Every
# file has the time $SOURCE_DATE_EPOCH, else that of the release in pom.xml.

: "${root:?the checkout}"

# jpackage and dpkg-deb take the time from the variable, and need a mode of files that is the same everywhere.
fix_time() {
  umask 022
  released=$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</project.build.outputTimestamp>|\1|p' "$root/pom.xml")
  : "${SOURCE_DATE_EPOCH:=$(date -u -d "$released" +%s 2>/dev/null || date -u -j -f %Y-%m-%dT%H:%M:%SZ "$released" +%s)}"
  export SOURCE_DATE_EPOCH
  moment=$(in_time +%Y-%m-%dT%H:%M:%SZ) # for jar, which lay-out.sh runs
}

in_time() {
  date -u -d "@$SOURCE_DATE_EPOCH" "$1" 2>/dev/null || date -u -r "$SOURCE_DATE_EPOCH" "$1"
}

# set_times FOLDER
set_times() {
  stamp=$(in_time +%Y%m%d%H%M.%S)
  find "$1" -exec env TZ=UTC0 touch -h -t "$stamp" {} +
}

# pack FOLDER NAME ARCHIVE: NAME in FOLDER, with names in order and no owner, where tar is GNU's.
pack() {
  set_times "$1/$2"
  if tar --version | grep -q GNU; then
    tar --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -cf - -C "$1" "$2" | gzip -n -9 >"$3"
  else
    tar -cf - -C "$1" "$2" | gzip -n -9 >"$3"
  fi
}

# name_installation APP: by what is in it, so that each has class data of its own.
name_installation() {
  printf '%s-%s\n' "$version" "$(cat "$1/voicebot.jar" "$1"/lib/*.jar | cksum | cut -d ' ' -f 1)" >"$1/installation"
}
