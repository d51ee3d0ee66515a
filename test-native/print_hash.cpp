// Prints the hash of the driver's run, as 8 hex digits.
#include <cstdio>

extern "C" unsigned driver_hash(void);

int main() {
  std::printf("%08x\n", driver_hash());
  return 0;
}
