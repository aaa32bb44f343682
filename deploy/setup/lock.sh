#!/bin/sh
# Rewrite requirements/*.txt from pyproject.toml: every version and hash as the package index itself gives them.
# Compiled by Debian's own Python, since a later one would choose packages that Debian's cannot install.
# Local indexes, wheel folders and pip's own settings are left out, so that the result holds on any machine.
# Arguments go to pip-compile, for example: deploy/setup/lock.sh --upgrade-package django
set -eu
cd "$(dirname "$0")/../.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT INT TERM
unset PIP_FIND_LINKS PIP_EXTRA_INDEX_URL PIP_NO_INDEX PIP_CONSTRAINT || true
export PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND=deploy/setup/lock.sh
/usr/bin/python3 -m venv "$tools/venv"
"$tools/venv/bin/pip" install --quiet "pip<26" pip-tools

compile() {
  out=$1
  shift
  "$tools/venv/bin/pip-compile" --quiet --generate-hashes --strip-extras --allow-unsafe \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
    --output-file "requirements/$out" "$@" pyproject.toml
}

mkdir -p requirements
compile dev.txt --extra hub --extra dev "$@"
compile hub.txt --extra hub --constraint requirements/dev.txt
compile station.txt --constraint requirements/dev.txt
