#!/bin/sh
# make install as packagers and users call it, and a C and a C++ program of a user, built outside the
# tree by the system's compilers with what pkg-config says and nothing else.
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' package.json)

fail() {
  echo "test-install: $*" >&2
  exit 1
}

# Built in a folder of their own, where no path leads back here.
build_and_run() {
  mkdir -p "$folder/user"
  cp test-native/example.c "$folder/user/example.c"
  cp test-native/example.c "$folder/user/example.cpp"
  (
    cd "$folder/user"
    cflags=$(pkg-config --cflags lora)
    libs=$(pkg-config --libs lora)
    gcc -std=c99 -Wall -Wextra -Wpedantic -Werror -O2 $cflags example.c $libs -o c
    ./c
    g++ -std=c++17 -Wall -Wextra -Wpedantic -Werror -O2 $cflags example.cpp $libs -o cpp
    ./cpp
    # As a part of a shared library, such as an extension of another language.
    gcc -shared -fPIC -Dmain=learn_something $cflags example.c $libs -o libuser.so
    nm -D --defined-only libuser.so > names
    grep -q learn_something names
    if grep lora names; then fail 'a shared library shows names of the archive it holds'; fi
  )
}

# A user: to a prefix of their own.
make -s install PREFIX="$folder/prefix"
export PKG_CONFIG_PATH="$folder/prefix/lib/pkgconfig"
[ "$(pkg-config --modversion lora)" = "$version" ] || fail "the version is not $version"
build_and_run

# A packager: to a system's prefix below a folder.
make -s install PREFIX=/usr DESTDIR="$folder/root"
grep -qx 'prefix=/usr' "$folder/root/usr/lib/pkgconfig/lora.pc" || fail 'DESTDIR is in lora.pc'
export PKG_CONFIG_PATH="$folder/root/usr/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$folder/root"
build_and_run

# Nothing else was installed, and nothing is left behind.
installed=$(cd "$folder/root/usr" && find . -type f | sort | tr '\n' ' ')
[ "$installed" = './include/lora.h ./lib/liblora.a ./lib/pkgconfig/lora.pc ' ] || fail "$installed"
make -s uninstall PREFIX=/usr DESTDIR="$folder/root"
left=$(find "$folder/root" -type f)
[ -z "$left" ] || fail "left behind: $left"
echo 'test-install: passed'
