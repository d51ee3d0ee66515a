// The full edition: everything.
#include "../../core/edition.hpp"
#include "../../core/optimizers/optimizers.hpp"

constinit const lora::Edition lora::kEdition{
    .optimizers = {&kSgd, &kMomentum, &kAdam, &kAdamW, &kPreconditioned},
    .guards = true,
};
