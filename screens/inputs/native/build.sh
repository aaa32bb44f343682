#!/bin/sh
# Builds the pinyin engine's face for this machine: build.sh [OUTPUT]; default: libimeshim.so beside this file.
# Exit codes: 0 built; 1 something is missing, said in one sentence on stderr.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
output=${1:-"$here/libimeshim.so"}
compiler=${CXX:-g++}
root=${LIBIME_PREFIX:-/usr}

if ! command -v "$compiler" >/dev/null 2>&1; then
    echo "build.sh: no C++ compiler ($compiler); install the Debian package g++." >&2
    exit 1
fi

# need FILE PACKAGE: the include folder that holds FILE (a path below it), or a sentence naming the package
need() {
    for folder in "$root/include/LibIME" "$root/include/Fcitx5/Utils" "$root/include"; do
        if [ -e "$folder/$1" ]; then
            return 0
        fi
    done
    echo "build.sh: header $1 not found below $root/include; install the Debian package $2." >&2
    exit 1
}
need libime/core/prediction.h libimecore-dev
need libime/pinyin/pinyinime.h libimepinyin-dev
need fcitx-utils/inputbuffer.h libfcitx5utils-dev
need boost/version.hpp libboost-dev

partial="$output.partial.$$"
trap 'rm -f "$partial"' EXIT
if ! "$compiler" -std=c++17 -O2 -Wall -Wextra -Werror=return-type -fPIC -shared "$here/libime_shim.cpp" -o "$partial" \
    -I"$root/include/LibIME" -I"$root/include/Fcitx5/Utils" -I"$root/include" -lIMEPinyin -lIMECore -lFcitx5Utils; then
    echo "build.sh: the compiler refused libime_shim.cpp (see above); written for libime 1.0.16." >&2
    exit 1
fi
mv -f "$partial" "$output"
