// The full edition: everything.
#include "../../core/edition.hpp"
#include "../../core/losses/losses.hpp"
#include "../../core/optimizers/optimizers.hpp"
#include "../engine.hpp"

constinit const lora::Edition lora::kEdition{
    .optimizers = {&kSgd, &kMomentum, &kAdam, &kAdamW, &kPreconditioned},
    .losses = {&kMse, &kHuber, &kCosine},
    .options = kOptions,
    .moments = true,
    .guards = true,
    .exploration = true,
    .accumulation = true,
    .contrast = true,
    .spaces = true,
    .shared_io = true,
    .fast_rank2 = true,
};

constinit const lora::ObjectKind* const lora::kObjectKinds[]{
    nullptr, &kSetKind, &kTrajectoryBufferKind, &kSumKind, &kSpaceKind, &kPolicyKind};
