// What sets take over from others: all that they learned, a sum of deltas; and what they give to
// base matrices.
#pragma once

#include "adapter_set.hpp"
#include "delta_sum.hpp"

namespace lora {

// Whether copy_set may be called: the same shape, alpha, optimizer and numbers of scopes.
bool is_alike(const AdapterSet& set, const AdapterSet& other);

// All that was learned, counts and noise included, and not the last forward.
Outcome copy_set(AdapterSet& to, Arena& arena, const AdapterSet& from, bool with_options);

// w (in) += weight alpha B^T A of this row of the delta; w is padded.
void merge_row(const AdapterSet& set, u32 scope, u32 row, f32 weight, f32* w);

// The adapter becomes what the sum is, see DeltaSum::take, with a new state of its optimizer.
bool take_sum(AdapterSet& set, u32 index, DeltaSum& sum, bool mean, f64 max_norm);

}  // namespace lora
