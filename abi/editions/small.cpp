// The small edition: adapters that learn from gradients, targets and rewards.
#include "../../core/edition.hpp"
#include "../../core/losses/losses.hpp"
#include "../../core/optimizers/optimizers.hpp"
#include "../engine.hpp"

constinit const lora::Edition lora::kEdition{
    .optimizers = {&kSgd, nullptr, nullptr, nullptr, &kPreconditioned},
    .losses = {&kMse, nullptr, nullptr},
    .options = kRate + 1,
    .moments = false,
    .guards = false,
    .exploration = false,
    .accumulation = false,
    .contrast = false,
    .spaces = false,
    .shared_io = false,
    .fast_rank2 = false,
};

constinit const lora::ObjectKind* const lora::kObjectKinds[]{
    nullptr, &kSetKind, &kTrajectoryBufferKind, nullptr, nullptr, nullptr};
