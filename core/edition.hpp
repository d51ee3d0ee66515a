// What an edition of the library holds. Each edition has a file in abi/editions that defines it;
// the linker takes one of them, and with link-time optimization leaves out what it does not name.
#pragma once

#include "losses.hpp"
#include "optimizer.hpp"

namespace lora {

inline constexpr u32 kOptimizers = 5;
inline constexpr u32 kLosses = 3;

struct Edition {
  const Optimizer* optimizers[kOptimizers];  // by number; nullptr where it is left out
  const Loss* losses[kLosses];               // likewise
  u32 options;                               // so many of the first Options can be set
  bool moments;                              // whether an optimizer has them
  bool guards;                               // clipping, weight decay, decay, a largest delta
  bool exploration;
  bool accumulation;  // of gradients for a later step
  bool contrast;      // losses of candidates
  bool spaces;        // that adapters learn in
  bool shared_io;
  bool fast_rank2;  // kernels and whole steps of rank 2 alone
};

extern const Edition kEdition;

}  // namespace lora
