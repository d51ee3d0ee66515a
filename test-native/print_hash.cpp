// Prints the hash of the driver's run, or with the argument "spaces" or "policies" that of the run
// of those, as 8 hex digits.
#include <cstdio>
#include <cstring>

extern "C" unsigned driver_hash(void);
extern "C" unsigned driver_spaces_hash(void);
extern "C" unsigned driver_policies_hash(void);

int main(int count, char** arguments) {
  const char* which = count > 1 ? arguments[1] : "";
  auto* run = driver_hash;
  if (std::strcmp(which, "spaces") == 0) run = driver_spaces_hash;
  if (std::strcmp(which, "policies") == 0) run = driver_policies_hash;
  std::printf("%08x\n", run());
  return 0;
}
