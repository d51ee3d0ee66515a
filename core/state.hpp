// What there is to an adapter besides its options: matrices and numbers, by which it can be saved
// and made again. What is written is not trusted: it may be wrong, but it must not lead to a number
// that is not finite, nor to a place that is not the set's.
#pragma once

#include "adapter_set.hpp"

namespace lora {

// In pairs: of A (rank, in) and of B (rank, out); and one row that is of the adapter as a whole.
enum class Matrix : u32 {
  a,
  b,
  moment_a,  // the optimizer's: of momentum, adam and adamw
  moment_b,
  second_moment_a,  // of adam and adamw
  second_moment_b,
  accumulated_a,  // the negative sum of the accumulated gradients
  accumulated_b,
  shift,  // (out), of clicks
};
inline constexpr u32 kMatrices = 9;

// The numbers of one adapter, in this order.
enum Number : u32 {
  kAdaptCount,
  kForwardCount,
  kSteps,
  kBound,
  kStarted,
  kSumOfRows,  // of the accumulated gradients, the Sums
  kSumOfX,
  kSumOfH,
  kSumOfG,
  kElementBound,
  kExplores,    // 1 where the next five say how it explored, 0 where they are 0
  kRandomHigh,  // state of the noise
  kRandomLow,
  kRewardCount,
  kRewardMean,
  kRewardVariance,
  kSpreadSquares,  // of the cosines of negatives
  kSpreadCount,
  kLossOfNone,  // what the serving of no, half and the whole delta lost; 0 where it is not cautious
  kLossOfHalf,
  kLossOfAll,
  kOptimizerState,  // then in a space the clicks on each place of a list
};

// Of the last forward: its scope, its rows, whether no step was taken since, whether it had noise;
// then h (rows, rank), then the noise (out), then in a space the mapped inputs (rows, in).
enum ForwardNumber : u32 {
  kForwardScope,
  kForwardRows,
  kForwardFresh,
  kForwardExplored,
  kForwardH
};

// An index is that of a scope, or scopes() and more for a category.
u32 columns(const AdapterSet& set, Matrix matrix);
u32 rows(const AdapterSet& set, Matrix matrix);
// A row to and from a plain vector; false or `empty` where the set has no such matrix. `range`: a
// moment is not one. write_row expects finite numbers.
bool read_row(const AdapterSet& set, u32 index, Matrix matrix, u32 row, f32* to);
Outcome write_row(AdapterSet& set, Arena& arena, u32 index, Matrix matrix, u32 row,
                  const f32* from);

// The Numbers of an adapter; to be written after its matrices.
usize number_count(const AdapterSet& set);
void read_numbers(const AdapterSet& set, u32 index, f64* to);
Outcome write_numbers(AdapterSet& set, Arena& arena, u32 index, const f64* from);

// The ForwardNumbers, for as long as a step may follow; to be written last.
usize max_forward_numbers(const AdapterSet& set);
usize read_forward(const AdapterSet& set, f64* to);
Outcome write_forward(AdapterSet& set, const f64* from, usize count);

}  // namespace lora
