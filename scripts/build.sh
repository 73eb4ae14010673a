# shellcheck shell=sh disable=SC2154 # Sourced by the launcher, which sets app, and toolchain.sh
# Builds the checkout when its source is newer than the last build: one build at a time, told on stderr.

: "${root:?the checkout}" "${app:?the jar}"
stamp=$root/target/voicebot-built

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

# On a terminal the line counts the seconds, and the files fetched on a machine that has none yet.
start_ticker() {
  [ -t 2 ] || return 0
  (
    seconds=0
    while sleep 1 && kill -0 "$$" 2>/dev/null; do
      seconds=$((seconds + 1))
      files=$(grep -c '^\[INFO\] Downloaded' "$log" 2>/dev/null || true)
      fetched=
      [ "${files:-0}" -eq 0 ] || fetched=$(said ", $files files fetched" "，已下载 $files 个文件")
      printf '\r\033[Kvoicebot: %s %d %s%s' "$message" "$seconds" "$(said s 秒)" "$fetched" >&2
    done
  ) </dev/null >/dev/null &
  ticker=$!
}

stop_ticker() {
  [ -n "$ticker" ] || return 0
  kill "$ticker" 2>/dev/null || true
  wait "$ticker" 2>/dev/null || true
  ticker=
  printf '\r\033[K' >&2
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
  fail "$(said "The full build log is in $log." "完整的构建日志在 $log。")"
}

