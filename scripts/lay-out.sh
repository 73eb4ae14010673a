# shellcheck shell=sh disable=SC2154 # root and java_home are the caller's
# Sourced by scripts/install and scripts/package: what an installed program consists of.

: "${root:?the checkout}" "${java_home:=}"

# The list of all libraries with their licenses, in CycloneDX.
write_sbom() {
  [ -n "$(find "$root/target/app/sbom.json" -newer "$root/pom.xml" 2>/dev/null)" ] \
    || maven -B -q org.cyclonedx:cyclonedx-maven-plugin:makeBom >/dev/null 2>&1
}

# lay_out_app FOLDER INSTALLATION: the program and its launcher, which needs nothing of the checkout there.
lay_out_app() {
  mkdir -p "$1" \
    && cp -R "$root/target/app/voicebot.jar" "$root/target/app/lib" "$root/LICENSE" "$1" \
    && { [ ! -f "$root/target/app/sbom.json" ] || cp "$root/target/app/sbom.json" "$1"; } \
    && cp "$root/scripts/voicebot" "$root/scripts/toolchain.sh" "$root/scripts/class-data.sh" "$1" \
    && keep_own_onnxruntime "$1/lib"/onnxruntime-*.jar \
    && printf '%s\n' "$2" >"$1/installation"
}

# keep_own_onnxruntime JAR: without the libraries of other platforms, which are 67 of its 75 MB. Needs a JDK's jar command.
keep_own_onnxruntime() {
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) own=linux-x64 ;;
    Linux-aarch64) own=linux-aarch64 ;;
    Darwin-x86_64) own=osx-x64 ;;
    Darwin-arm64) own=osx-aarch64 ;;
    *) return 0 ;;
  esac
  [ -x "$java_home/bin/jar" ] || return 0
  unpacked=$1.unpacked
  mkdir "$unpacked" \
    && (cd "$unpacked" && "$java_home/bin/jar" --extract --file "$1") \
    && find "$unpacked/ai/onnxruntime/native" -mindepth 1 -maxdepth 1 ! -name "$own" -exec rm -rf {} + \
    && rm -rf "$unpacked/ai/onnxruntime/native/$own"/*.dSYM \
    && "$java_home/bin/jar" --create --date "${moment:-$(date -u +%Y-%m-%dT%H:%M:%SZ)}" --file "$1" --manifest "$unpacked/META-INF/MANIFEST.MF" -C "$unpacked" ai \
      -C "$unpacked" ThirdPartyNotices.txt
  made=$?
  rm -rf "$unpacked"
  return "$made"
}

# lay_out_man_pages FOLDER: in English, and in Chinese below zh_CN.
lay_out_man_pages() {
  for section in man1 zh_CN/man1; do
    mkdir -p "$1/$section" && cp "$root/target/app/man/$section"/voicebot*.1 "$1/$section" \
      && chmod 644 "$1/$section"/voicebot*.1 || return 1
  done
}

# lay_out_completions PROGRAM BASH_FILE ZSH_FILE FISH_FILE
lay_out_completions() {
  mkdir -p "$(dirname -- "$2")" "$(dirname -- "$3")" "$(dirname -- "$4")" \
    && "$1" completion bash >"$2" </dev/null \
    && "$1" completion zsh >"$3" </dev/null \
    && "$1" completion fish >"$4" </dev/null
}
