// What adam and adamw share: all but where weight decay goes.
#pragma once

#include "moments.hpp"

namespace lora::adam {

bool prepare_sum(Adapter& from, const Method& method, const Sums& sums, const f32* gradient,
                 Step& step);
// Decoupled decay does not go through the gradient.
f32 apply(Adapter& adapter, const Method& method, const Step& step, bool decoupled);
bool scale_moments(Adapter& adapter, const Method& method, f32 of_a, f32 of_b);
void find_moment_bound(Adapter& adapter, const Method& method);

}  // namespace lora::adam
