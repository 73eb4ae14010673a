# shellcheck shell=sh disable=SC2154 # Sourced by the launcher, which sets app, and toolchain.sh
# Builds the checkout when its source is newer than the last build: one build at a time, told on stderr.

: "${root:?the checkout}" "${app:?the jar}"
stamp=$root/target/voicebot-built
all_libraries='330 MB' # with those that Maven itself needs

build_if_stale() {
  if build_is_stale; then
    build
  fi
}

build_is_stale() {
  [ ! -f "$stamp" ] || [ ! -f "$app" ] \
    || [ -n "$(find "$root/src/main" "$root/pom.xml" -newer "$stamp" 2>/dev/null)" ]
}

build() {
  require_compiler
  mkdir -p "$root/target" 2>/dev/null || true
  [ -w "$root/target" ] \
    || fail "$(said "Cannot build in $root/target. Make it writable, or build as its owner." \
      "无法在 $root/target 里构建。请设为可写，或以其所有者的身份构建。")"
  log=$root/target/build.log
  announce
  ticker=
  trap 'stop_ticker; exit 130' INT
  trap 'stop_ticker; exit 143' TERM
  start_ticker
  built=yes
  build_alone || built=no
  stop_ticker
  trap - INT TERM
  [ "$built" = yes ] || explain_failure
}

announce() {
  if [ -f "$stamp" ]; then
    message=$(said 'Source changed: building …' '源码有变化，正在构建……')
  else
    message=$(said 'First start: building (about a minute) …' '首次启动，正在构建（约一分钟）……')
  fi
  if [ -t 2 ]; then
    printf 'voicebot: %s' "$message" >&2
  else
    printf 'voicebot: %s\n' "$message" >&2
  fi
}

# On a terminal the line counts the seconds, and what is downloaded on a machine that has none of it yet; elsewhere one
# line says that it takes longer there.
start_ticker() {
  (
    seconds=0
    told=no
    while sleep 1 2>/dev/null && kill -0 "$$" 2>/dev/null; do
      seconds=$((seconds + 1))
      fetched=$(fetched)
      if [ -t 2 ]; then
        printf '\r\033[Kvoicebot: %s %d %s%s' "$message" "$seconds" "$(said s 秒)" "${fetched:+, $fetched}" >&2
      elif [ "$told" = no ] && [ -n "$fetched" ]; then
        told=yes
        printf 'voicebot: %s\n' "$(said "Downloading the libraries, once: about $all_libraries …" \
          "正在下载所需的库，仅此一次，约 $all_libraries……")" >&2
      fi
    done
  ) </dev/null >/dev/null &
  ticker=$!
}

# What Maven says it has downloaded, in words; nothing where that is nothing worth telling.
fetched() {
  awk -v few=20 -v all="$all_libraries" -v words="$(said '%d of about %s downloaded' '已下载 %d MB（共约 %s）')" '
    /^\[INFO\] Downloaded/ && match($0, /\([0-9.]+ [kM]?B at/) {
      split(substr($0, RSTART + 1, RLENGTH), size, " ")
      sum += size[1] * (size[2] == "MB" ? 1 : size[2] == "kB" ? 0.001 : 0)
      files++
    }
    END { if (files >= few) printf words, sum, all }' "$log" 2>/dev/null || true
}

stop_ticker() {
  [ -n "$ticker" ] || return 0
  kill "$ticker" 2>/dev/null || true
  wait "$ticker" 2>/dev/null || true
  ticker=
  [ ! -t 2 ] || printf '\r\033[K' >&2
}

# The lock is the kernel's, on descriptor 9: it ends with its holders, however they end.
build_alone() (
  exec 9>"$root/target/voicebot-lock"
  if command -v flock >/dev/null; then
    flock 9
  elif command -v perl >/dev/null; then
    perl -e 'open my $lock, ">&=", 9; flock $lock, 2'
  fi
  ! build_is_stale || run_maven
)

# The stamp takes the time of the start and appears at the end: what changes meanwhile is built by the next start.
run_maven() {
  : >"$stamp-next" \
    && maven -B -Dstyle.color=never -Dmaven.test.skip=true package >"$log" 2>&1 \
    && mv -f "$stamp-next" "$stamp"
}

explain_failure() {
  printf 'voicebot: %s\n' "$(said 'The build failed:' '构建失败：')" >&2
  errors=$(grep '^\[ERROR\] [^ ]' "$log" | grep -v -e '\[Help ' -e 're-run Maven' -e 'Re-run Maven') || errors=$(cat "$log")
  printf '%s\n' "$errors" | tail -n 12 | sed 's/^/  /' >&2
  hint=$(what_to_do)
  [ -z "$hint" ] || printf 'voicebot: %s\n' "$hint" >&2
  fail "$(said "The full build log is in $log." "完整的构建日志在 $log。")"
}

# For what has nothing to do with the source.
what_to_do() {
  if grep -qi 'no space left' "$log"; then
    said 'The disk is full. Free some space, then start again.' '磁盘已满。请腾出空间后重新启动。'
  elif grep -qiE 'could not transfer|unknown ?host|could not resolve host|failed to fetch|connection (refused|timed out)' "$log"; then
    said 'The libraries could not be downloaded. Check the network; a proxy or a mirror goes into ~/.m2/settings.xml. Then start again: what was downloaded is kept.' \
      '无法下载所需的库。请检查网络；代理或镜像写在 ~/.m2/settings.xml。然后重新启动，已下载的不会丢失。'
  fi
}
