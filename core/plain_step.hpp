// Plain steps at once: sgd of rank 2 by one row, without an option that looks further.
#pragma once

#include "optimizer.hpp"

namespace lora {

// prepare and apply in one, to the same bits. Returns false, with nothing changed, where the step
// is another or where it cannot tell that every number stays finite.
bool step_at_once(Adapter& adapter, const Method& method, const Examples& examples);

// The same with the forward in the same pass, to y, where g is y - target.
bool learn_at_once(Adapter& adapter, const Method& method, const f32* x, f32 x_squares,
                   const f32* h, const f32* target, f32* y, f64& g_squares);

}  // namespace lora
