// adamw, as in PyTorch: adam with w = (1 - rate decay) w before each step. Loshchilov and Hutter
// 2019, arXiv 1711.05101.
#include "adam.hpp"

namespace lora {

namespace {

f32 apply(Adapter& adapter, const Method& method, const Step& step, const Examples&) {
  return adam::apply(adapter, method, step, true);
}

}  // namespace

constinit const Optimizer kAdamW{
    .moments = 2,
    .curved = false,
    .default_rate = 0.003,
    .rate_times_in = 0.1,
    .numbers = one_number,
    .prepare = prepare_dense,
    .prepare_sum = adam::prepare_sum,
    .apply = apply,
    .scale_moments = adam::scale_moments,
    .find_moment_bound = adam::find_moment_bound,
};

}  // namespace lora
