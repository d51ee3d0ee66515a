// Their bits are those of prepare and apply.
#include "plain_step.hpp"

#include "bounds.hpp"
#include "guards.hpp"
#include "kernels_rank2.hpp"
#include "optimizers/optimizers.hpp"

namespace lora {

namespace {

bool is_plain(const f64* options, const Method& method) {
  return method.optimizer == &kSgd && method.shape.rank == 2 && weight_decay(options) == 0 &&
         max_gradient(options) == 0 && !has_limits(options);
}

// What multiplies B g and h.
struct Rates {
  f32 alpha;
  f32 of_a;
  f32 of_b;  // with alpha

  Rates(const f64* options, const Method& method)
      : alpha(static_cast<f32>(method.alpha)),
        of_a(static_cast<f32>(options[kRate])),
        of_b(of_a * static_cast<f32>(options[kRatio]) * alpha) {}
};

// After B -= c (x) g and A -= d (x) x.
f64 bound_after(f64 bound, const f32* c, f32 g_squares, const f32* d, f32 x_squares) {
  const f64 bound_b = update_bound(max(abs(c[0]), abs(c[1])), g_squares);
  const f64 bound_a = update_bound(max(abs(d[0]), abs(d[1])), x_squares);
  return kRounding * (bound + kSlack * max(bound_a, bound_b));
}

}  // namespace

bool step_at_once(Adapter& adapter, const Method& method, const Examples& examples) {
  if (examples.rows != 1 || !is_plain(adapter.options, method)) return false;
  const auto& [rows, fresh, x, x_squares, h, g] = examples;
  const Rates rate(adapter.options, method);
  const u32 out = method.shape.out_padded();
  f32 q[2];
  const f32 g_squares = project_and_square(adapter.b, 2, g, out, q);
  const f32 c[2] = {rate.of_b * h[0], rate.of_b * h[1]};
  const f32 d[2] = {rate.of_a * (rate.alpha * q[0]), rate.of_a * (rate.alpha * q[1])};
  const f64 bound = bound_after(adapter.bound, c, g_squares, d, x_squares[0]);
  // The sum is not finite where one of them is not.
  if (!is_finite(g_squares + c[0] + c[1] + d[0] + d[1]) || !(bound <= kMaxF32)) return false;
  subtract_outer(adapter.b, 2, c, g, out, 1);
  subtract_outer(adapter.a, 2, d, x, method.shape.in_padded(), 1);
  adapter.bound = bound;
  adapter.steps += 1;
  return true;
}

bool learn_at_once(Adapter& adapter, const Method& method, const f32* x, f32 x_squares,
                   const f32* h, const f32* target, f32* y, f64& g_squares) {
  // Far enough from the end of f32 that squares and sums of them fit.
  constexpr f64 kSafe = 1e18;
  const Shape& shape = method.shape;
  if (!is_plain(adapter.options, method)) return false;
  const Rates rate(adapter.options, method);
  const u32 out = shape.out_padded();
  const f32 target_squares = sum_of_squares(target, out);
  const f32 c[2] = {rate.alpha * h[0], rate.alpha * h[1]};
  const f32 s[2] = {rate.of_b * h[0], rate.of_b * h[1]};
  const f64 length_b = adapter.bound * sqrt(static_cast<f64>(out));
  const f64 max_g = sqrt(f64{x_squares}) + sqrt(f64{target_squares}) +
                    (abs(f64{c[0]}) + abs(f64{c[1]})) * length_b;
  const f64 max_q = length_b * max_g;
  const f64 max_d = abs(f64{rate.alpha}) * max(f64{rate.of_a}, 1.0) * max_q;
  // Written so that NaN is not safe.
  if (!(max_g < kSafe && max_q < kSafe && max_d < kSafe && abs(f64{s[0]}) < kSafe &&
        abs(f64{s[1]}) < kSafe && x_squares < kSafe * kSafe && adapter.bound < kSafe)) {
    return false;
  }

  f32 q[2];
  const f32 squares = rank2::expand_and_learn(adapter.b, c, s, x, target, out, y, q);
  const f32 d[2] = {rate.of_a * (rate.alpha * q[0]), rate.of_a * (rate.alpha * q[1])};
  subtract_outer(adapter.a, 2, d, x, shape.in_padded(), 1);
  adapter.bound = bound_after(adapter.bound, s, squares, d, x_squares);
  adapter.steps += 1;
  g_squares = f64{squares};
  return true;
}

}  // namespace lora
