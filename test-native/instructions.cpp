// What instructions.js counts: each case in a function of its own, whose name it gives to
// callgrind.
#include <lora.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

constexpr uint32_t kDim = 256;
constexpr uint32_t kRank = 2;
constexpr uint32_t kBatch = 32;
constexpr double kRate = 1.0 / (1 << 10);

uint32_t set = 0;

void check(double status) {
  if (status >= 0) return;
  std::fprintf(stderr, "instructions: a call failed with status %g\n", status);
  std::exit(1);
}

// Multiples of 1/1024 in [-1, 1).
void fill(float* to, uint32_t state, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    to[i] = static_cast<float>(static_cast<int32_t>(state >> 21) - 1024) / 1024;
  }
}

// An adapter that learned once, with inputs and gradients in its rows, after a forward of `rows`.
void prepare(uint32_t rows) {
  check(lora_grow(16 << 20));
  const int32_t handle =
      lora_create(kDim, kDim, kRank, 1, kRate, LORA_SGD, 1, LORA_RESIDUAL, 1, 0, kBatch);
  check(handle);
  set = static_cast<uint32_t>(handle);
  fill(lora_input(set), 0x9e3779b9, kBatch * kDim);
  fill(lora_gradient(set), 0x2545f491, kBatch * kDim);
  fill(lora_transfer(), 0x6a09e667, 2 * kDim);
  // It looks at what its first 128 inputs have in common.
  for (int i = 0; i < 4; ++i) check(lora_forward(set, 0, kBatch, LORA_FROM_OWN));
  check(lora_adapt(set, 0, kBatch, LORA_FROM_OWN));
  check(lora_forward(set, 0, rows, LORA_FROM_OWN));
}

}  // namespace

#define COUNTED(name, call)                                \
  extern "C" [[gnu::noinline]] void name(uint32_t calls) { \
    for (uint32_t i = 0; i < calls; ++i) check(call);      \
  }

COUNTED(count_forward, lora_forward(set, 0, 1, LORA_FROM_OWN))
COUNTED(count_adapt, lora_adapt(set, 0, 1, LORA_FROM_OWN))
COUNTED(count_learn, lora_learn(set, 0, 1, LORA_MSE, 0, 0))
COUNTED(count_forward_batch, lora_forward(set, 0, kBatch, LORA_FROM_OWN))
COUNTED(count_adapt_batch, lora_adapt(set, 0, kBatch, LORA_FROM_OWN))

int main(int count, char** arguments) {
  struct Case {
    const char* name;
    void (*run)(uint32_t);
    uint32_t rows;
  };
  const Case cases[] = {
      {"forward", count_forward, 1},
      {"adapt", count_adapt, 1},
      {"learn", count_learn, 1},
      {"forward_batch", count_forward_batch, kBatch},
      {"adapt_batch", count_adapt_batch, kBatch},
  };
  if (count == 3) {
    for (const Case& each : cases) {
      if (std::strcmp(arguments[1], each.name) != 0) continue;
      prepare(each.rows);
      each.run(static_cast<uint32_t>(std::atoi(arguments[2])));
      return 0;
    }
  }
  const bool help = count == 2 && std::strcmp(arguments[1], "--help") == 0;
  std::fprintf(help ? stdout : stderr, "usage: instructions CASE CALLS; the cases are");
  for (const Case& each : cases) std::fprintf(help ? stdout : stderr, " %s", each.name);
  std::fprintf(help ? stdout : stderr, "\n");
  return help ? 0 : 1;
}
