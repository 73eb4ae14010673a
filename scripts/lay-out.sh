# shellcheck shell=sh disable=SC2154 # root is the caller's
# Sourced by scripts/install and scripts/package: what an installed program consists of.

: "${root:?the checkout}"

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
    && printf '%s\n' "$2" >"$1/installation"
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
