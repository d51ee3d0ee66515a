// The optimizers that there are; the table of an edition in abi/editions names those that it holds.
#pragma once

#include "../optimizer.hpp"

namespace lora {

extern const Optimizer kSgd;
extern const Optimizer kMomentum;
extern const Optimizer kAdam;
extern const Optimizer kAdamW;
extern const Optimizer kPreconditioned;

}  // namespace lora
