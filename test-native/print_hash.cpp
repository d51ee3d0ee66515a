// Prints the hash of the driver's run, or with the argument "spaces" that of the run of embedding
// spaces, as 8 hex digits.
#include <cstdio>
#include <cstring>

extern "C" unsigned driver_hash(void);
extern "C" unsigned driver_spaces_hash(void);

int main(int count, char** arguments) {
  const bool spaces = count > 1 && std::strcmp(arguments[1], "spaces") == 0;
  std::printf("%08x\n", spaces ? driver_spaces_hash() : driver_hash());
  return 0;
}
