#!/bin/sh
# Does a bare Debian 12 get from nothing to a running station? deploy/setup/bare_root.sh [--keep] [--in DIR] TARGET...
#
# Builds a root with python3, git and make and nothing else, clones the committed tree into it and makes each TARGET
# there (setup, run, test; default: setup), printing how long each took. `run` must print the address of a screen within
# half an hour and answer there; a minute later it is stopped. Needs root and debootstrap. How this machine reaches its package indexes is copied into the root, and nowhere else.
set -eu

keep=no
root=
while [ $# -gt 0 ]; do
  case $1 in
    --keep) keep=yes ;;
    --in) shift && root=$1 ;;
    -*) echo "usage: bare_root.sh [--keep] [--in DIR] [setup|run|test]..." >&2 && exit 2 ;;
    *) break ;;
  esac
  shift
done
[ $# -gt 0 ] || set -- setup
[ "$(id -u)" = 0 ] || { echo "bare_root.sh: needs root, for chroot" >&2 && exit 1; }
tree=$(cd "$(dirname "$0")/../.." && pwd)
root=${root:-$(mktemp -d /tmp/bare-root.XXXXXX)}
mirror=$(sed -n 's/^URIs: *//p; s/^deb \([^ ]*\) .*/\1/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.sources 2>/dev/null | head -n 1)

stop_run() {
  [ -f "$root/srv/run.pid" ] && kill -TERM "$(cat "$root/srv/run.pid")" 2>/dev/null && rm "$root/srv/run.pid"
}

leave() {
  stop_run || true
  for place in dev/shm dev/pts dev proc sys; do
    mountpoint -q "$root/$place" && umount -l "$root/$place"
  done
  [ "$keep" = yes ] || rm -rf --one-file-system "$root"
}
trap leave EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

timed() {
  began=$(date +%s)
  status=0
  "$@" || status=$?
  echo "bare_root: $label took $(($(date +%s) - began)) s and ended with $status"
  return $status
}

build_root() {
  debootstrap --variant=minbase --include=python3,git,make bookworm "$root" ${mirror:+"$mirror"} >"$root.log" 2>&1 ||
    { tail -n 20 "$root.log" >&2 && return 1; }
  cp /etc/resolv.conf /etc/hosts "$root/etc/"
  cp /etc/apt/sources.list.d/*.sources "$root/etc/apt/sources.list.d/" 2>/dev/null && : >"$root/etc/apt/sources.list"
  [ -r /etc/ssl/certs/ca-certificates.crt ] && cp /etc/ssl/certs/ca-certificates.crt "$root/etc/machine-certificates.crt"
  # Settings of pip that name folders of this machine make no sense inside; an index address does.
  pip3 config list 2>/dev/null | sed -n "s/^global\.index-url='\(.*\)'/[global]\nindex-url = \1/p" >"$root/etc/pip.conf" || true
  return 0
}

inside() {
  chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM=dumb \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    PIP_CERT=/etc/machine-certificates.crt "$@"
}

# A station is running once the address it prints answers. The set-up it may do first counts for nothing here.
run_a_minute() {
  inside sh -c 'echo $$ >/srv/run.pid && exec make -C /srv/kiosk run' >"$root/srv/run.log" 2>&1 &
  made=$!
  address=
  waited=0
  while [ -z "$address" ] && [ $waited -lt 1800 ] && kill -0 $made 2>/dev/null; do
    sleep 1
    waited=$((waited + 1))
    address=$(sed -n 's/.*\(http:[^ ]*vnc_lite[^ ]*\).*/\1/p' "$root/srv/run.log" | head -n 1)
  done
  answer=1
  if [ -n "$address" ]; then
    echo "bare_root: the first address after $waited s: $address"
    sleep 60
    inside python3 -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=10)' "$address" && answer=0
  fi
  stop_run || answer=1  # it must still be there to be stopped
  wait $made || true
  [ $answer = 0 ] || tail -n 20 "$root/srv/run.log" >&2
  return $answer
}

label="building the bare root"
[ -x "$root/usr/bin/make" ] || timed build_root
for place in proc sys dev dev/pts; do
  mountpoint -q "$root/$place" || mount --bind "/$place" "$root/$place"
done
mountpoint -q "$root/dev/shm" || { mkdir -p "$root/dev/shm" && mount -t tmpfs tmpfs "$root/dev/shm"; }
[ -d "$root/srv/kiosk" ] || git clone --quiet --no-hardlinks "$tree" "$root/srv/kiosk"
# Owned by another user inside: git would refuse it.
inside git config --global --add safe.directory /srv/kiosk

failed=0
for target in "$@"; do
  label="make $target"
  case $target in
    run) timed run_a_minute || failed=1 ;;
    *) timed inside make -C /srv/kiosk "$target" || failed=1 ;;
  esac
done
exit $failed
