#!/bin/bash
# Proves the two commands of the README on a bare Debian 12: only python3 and make, a fresh clone, a fresh home.
#
#     packaging/bare_debian.sh ROOT PHOTOS [NEIGHBOUR...]
#
# As root, with debootstrap. ROOT: a new folder for the system (1 GB, later 5 GB). PHOTOS: a folder, seen inside as /photos.
# NEIGHBOUR: folders put beside the clone, under their own names. The host's certificates, pip.conf and name servers are
# copied, so that packages come from where the host's come. Writes ROOT.log; the times in it are wall-clock seconds.
set -euo pipefail

root=$1 photos=$2; shift 2
checkout=$(cd "$(dirname "$0")/.." && pwd)
log=$root.log

make_system() {
    debootstrap --variant=minbase --include=ca-certificates bookworm "$root" >"$log.debootstrap"
    for file in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/apt/sources.list.d/debian.sources; do
        if [ -e "$file" ]; then cp "$file" "$root$file"; fi
    done
    if [ -e "$root/etc/apt/sources.list.d/debian.sources" ]; then rm -f "$root/etc/apt/sources.list"; fi
    cp -r /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates/"
    inside root update-ca-certificates >/dev/null 2>&1
    inside root sh -c 'apt-get -qq update && apt-get -qq install -y --no-install-recommends python3 make >/dev/null 2>&1'
    inside root useradd -m -s /bin/bash user
}

mount_all() {
    mkdir -p "$root/photos" "$root/proc" "$root/dev"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev" && mount --make-rslave "$root/dev"
    mount --bind -o ro "$photos" "$root/photos"
}

unmount_all() {
    for place in photos dev proc; do umount -R -l "$root/$place" 2>/dev/null || true; done
}

inside() {  # as this user, with nothing of the host's environment
    local user=$1; shift
    local home=/home/user; [ "$user" = root ] && home=/root
    chroot --userspec="$user" "$root" env -i HOME="$home" USER="$user" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"
}

clone_for() {  # the committed state, without git inside
    local home=/home/user; [ "$1" = root ] && home=/root
    rm -rf "${root:?}$home/src"; mkdir -p "$root$home/src"
    git clone -q --no-hardlinks "$checkout" "$root$home/src/photoface"
    for neighbour in "${neighbours[@]}"; do cp -r "$neighbour" "$root$home/src/"; done
    inside root chown -R "$1" "$home/src"
}

trial() {  # what is tried, by whom, the command; the exit code and seconds go to the log
    local title=$1 user=$2; shift 2
    local home=/home/user code=0 start; [ "$user" = root ] && home=/root
    echo "=== $title: $*" | tee -a "$log"
    start=$(date +%s.%N)
    inside "$user" sh -c 'cd "$0" && exec "$@"' "$home/src/photoface" "$@" </dev/null >>"$log" 2>&1 || code=$?
    printf -- '--- exit %s after %.1f s\n' "$code" "$(echo "$(date +%s.%N) - $start" | bc)" | tee -a "$log"
}

neighbours=("$@")
: >"$log"
trap unmount_all EXIT
[ -e "$root/usr/bin/make" ] || make_system
mount_all
clone_for user
trial "a user, packages missing: one line to type" user make run PHOTOS=/photos
trial "nothing half-done: no .venv" user test ! -e .venv
clone_for root
trial "root, first run" root make run PHOTOS=/photos
trial "root, second run" root make run PHOTOS=/photos
trial "root, tests" root make test
trial "the user now, first run" user make run PHOTOS=/photos
trial "the user, second run" user make run PHOTOS=/photos
trial "the user, tests" user make test
