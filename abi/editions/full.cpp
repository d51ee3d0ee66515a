// The full edition: everything.
#include "../../core/edition.hpp"
#include "../../core/losses/losses.hpp"
#include "../../core/optimizers/optimizers.hpp"

constinit const lora::Edition lora::kEdition{
    .optimizers = {&kSgd, &kMomentum, &kAdam, &kAdamW, &kPreconditioned},
    .losses = {&kMse, &kHuber, &kCosine},
    .guards = true,
    .exploration = true,
    .accumulation = true,
    .shared_io = true,
    .fast_rank2 = true,
};
