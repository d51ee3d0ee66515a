// Every step is checked in full before it is taken.
#include "optimizer.hpp"

#include "bounds.hpp"
#include "gram.hpp"
#include "optimizer_state.hpp"
#include "preconditioner.hpp"

namespace lora {

namespace {

// Gradients of adam up to this have squares in f32.
constexpr f64 kMaxGradient = 1e18;

bool is_product(const f64* options, const Method& method, u32 rows) {
  switch (method.optimizer) {
    case Optimizer::sgd:
      return options[kWeightDecay] == 0 && (rows == 1 || options[kClip] == 0);
    case Optimizer::preconditioned:
      return rows == 1;
    default:
      return false;
  }
}

f64 power(f64 base, f64 exponent) {
  f64 result = 1;
  for (u64 n = static_cast<u64>(exponent); n > 0; n >>= 1, base *= base) {
    if ((n & 1) != 0) result *= base;
  }
  return result;
}

// What PyTorch's clip_grad_norm_ multiplies a gradient by.
f64 clipped(const f64* options, f64 norm) {
  const f64 most = options[kClip];
  return most == 0 ? 1 : min(1.0, most / (norm + 1e-6));
}

bool stays_below(Adapter& adapter, const Shape& shape, f64 change, Step& step) {
  const auto fits = [&] {
    step.bound = kRounding * (adapter.bound + kSlack * change);
    return step.bound <= kMaxF32;
  };
  if (fits()) return true;
  find_bound(adapter, shape);
  return fits();
}

bool prepare_dense(Adapter& adapter, const Method& method, const Sums& sums, const f32* gradient,
                   Step& step) {
  const Shape& shape = method.shape;
  const f64* options = step.options;
  step.gradient = gradient;
  step.x_squares = sums.x_squares;
  step.g_squares = sums.g_squares;
  step.exact = false;
  step.momentum = 0;
  const f32 squares = sum_of_squares(gradient, shape.size());
  if (!is_finite(squares)) return false;
  const f64 factor = clipped(options, sqrt(f64{squares}) / sums.rows);
  step.scale = -factor / sums.rows;
  const f64 bound_g = sums.element_bound * factor / sums.rows;
  const f64 rate = options[kRate] * max(1.0, options[kRatio]);
  f64 fastest = rate;  // what gradients or moments are multiplied by at most
  f64 change = rate * options[kWeightDecay] * adapter.bound;
  switch (method.optimizer) {
    case Optimizer::sgd:
      change += rate * bound_g;
      break;
    case Optimizer::momentum: {
      const f64 next = bound_g + options[kWeightDecay] * adapter.bound;
      step.momentum = kRounding * (options[kBeta1] * adapter.state[0] + kSlack * next);
      change += rate * step.momentum;
      break;
    }
    case Optimizer::adam:
    case Optimizer::adamw: {
      if (!(bound_g + options[kWeightDecay] * adapter.bound < kMaxGradient)) return false;
      // |m| <= sqrt(v) (1 - b1) / sqrt(1 - b2) / (1 - b1 / sqrt(b2)), by Cauchy and Schwarz.
      const f64 b1 = options[kBeta1];
      const f64 b2 = options[kBeta2];
      // Larger where the moments came about with other betas, and no larger after a step.
      const f64 most = (1 - b1) / sqrt(1 - b2) / (1 - b1 / sqrt(b2));
      step.momentum = max(adapter.state[0], most);
      fastest = rate / (1 - power(b1, adapter.steps + 1));
      change += fastest * step.momentum + rate;
      break;
    }
    case Optimizer::preconditioned:
      if (method.alpha != 0 && sums.x_squares > 0 && sums.g_squares > 0) {
        step.scale = -factor * precondition_dense(adapter, method, sums, gradient, step);
        step.gradient = step.dense;
        if (!is_finite(sum_of_squares(step.dense, shape.size()))) return false;
      } else {
        step.scale = 0;
      }
      change +=
          abs(step.scale) * f64{largest(step.gradient, shape.size())} * max(1.0, options[kRatio]);
      break;
  }
  // Nor may any number on the way to the weights leave f32.
  const f64 decayed = options[kWeightDecay] * adapter.bound;
  const f64 most = max(max(max(abs(step.scale), step.momentum), fastest),
                       max(rate * options[kWeightDecay], bound_g + decayed));
  return change < kMaxF32 && most < kMaxF32 && stays_below(adapter, shape, change, step);
}

// One element-wise update of a factor.
struct Update {
  Optimizer optimizer;
  f32 scale;  // of the gradient
  f32 keep;   // of the weight, where decay does not go through the gradient
  f32 decay;  // of the weight, where it does
  f32 beta1;  // 0 without moments
  f32 rest1;  // 1 - beta1, or 1
  f32 beta2;
  f32 rest2;
  f32 root;  // of the correction of the second moment
  f32 epsilon;
  f32 rate;
};

// Not inlined: in its caller, engines have too few registers for the loop, which is slower by half.
[[gnu::noinline]] void update(const Update& u, f32* w, const f32* gradient, f32* m, f32* v,
                              usize count) {
  const bool adaptive = u.optimizer == Optimizer::adam || u.optimizer == Optimizer::adamw;
  const bool moments = adaptive || u.optimizer == Optimizer::momentum;
  for (usize i = 0; i < count; i += 4) {
    F32x4 weight = load(w + i);
    F32x4 g = splat(u.scale) * load(gradient + i) + splat(u.decay) * weight;
    weight *= splat(u.keep);
    if (moments) {
      F32x4 moment = splat(u.beta1) * load(m + i) + splat(u.rest1) * g;
      store(m + i, moment);
      if (adaptive) {
        const F32x4 second = splat(u.beta2) * load(v + i) + splat(u.rest2) * (g * g);
        store(v + i, second);
        moment /= sqrt(second) / splat(u.root) + splat(u.epsilon);
      }
      g = moment;
    }
    store(w + i, weight - splat(u.rate) * g);
  }
}

void apply_dense(Adapter& adapter, const Method& method, const Step& step) {
  const Shape& shape = method.shape;
  const f64* options = step.options;
  const f64 decay = options[kWeightDecay];
  const bool apart = method.optimizer == Optimizer::adamw;
  const bool adaptive = apart || method.optimizer == Optimizer::adam;
  const f64 b1 = options[kBeta1];
  const f64 b2 = options[kBeta2];
  const f64 bias1 = adaptive ? 1 - power(b1, adapter.steps + 1) : 1;
  const f64 bias2 = adaptive ? 1 - power(b2, adapter.steps + 1) : 1;
  const bool preconditioned = method.optimizer == Optimizer::preconditioned;
  auto* m = reinterpret_cast<f32*>(adapter.state + kHead);
  f32* v = m + shape.size();
  if (adaptive || method.optimizer == Optimizer::momentum) adapter.state[0] = step.momentum;
  for (u32 factor = 0; factor < 2; ++factor) {
    const bool of_b = factor == 1;
    const f64 rate = preconditioned ? 1 : options[kRate];
    const f64 own = of_b ? rate * options[kRatio] : rate;
    const usize from = of_b ? shape.a_size() : 0;
    const Update u{method.optimizer,
                   static_cast<f32>(step.scale),
                   static_cast<f32>(apart ? 1 - own * decay : 1),
                   static_cast<f32>(apart || preconditioned ? 0 : decay),
                   static_cast<f32>(b1),
                   static_cast<f32>(adaptive ? 1 - b1 : 1),
                   static_cast<f32>(b2),
                   static_cast<f32>(1 - b2),
                   static_cast<f32>(sqrt(bias2)),
                   static_cast<f32>(options[kEpsilon]),
                   static_cast<f32>(own / bias1)};
    update(u, adapter.a + from, step.gradient + from, m + from, v + from,
           of_b ? shape.b_size() : shape.a_size());
  }
}

// Adds the rows to a sum of gradients. Returns false, with nothing changed, where g is not fit for
// learning.
bool add(Adapter& adapter, const Method& method, const Examples& examples, Step& step, Sums& sums,
         f32* gradient) {
  const auto& [rows, fresh, x, x_squares, h, g] = examples;
  const Shape& shape = method.shape;
  const u32 rank = shape.rank;
  const u32 out = shape.out_padded();
  const f32 alpha = static_cast<f32>(method.alpha);
  Sums sum = sums;
  for (u32 j = 0; j < rows; ++j) {
    const f32* row_h = h + j * rank;
    const f32 g_squares = project_and_square(adapter.b, rank, g + usize{j} * out, out, step.q);
    f32 largest_c = 0;
    f32 largest_d = 0;
    for (u32 k = 0; k < rank; ++k) {
      const f32 c = alpha * row_h[k];
      const f32 d = alpha * step.q[k];
      step.c[j * rank + k] = c;
      step.d[j * rank + k] = d;
      if (!is_finite(c) || !is_finite(d)) return false;
      largest_c = max(largest_c, abs(c));
      largest_d = max(largest_d, abs(d));
    }
    sum.element_bound += max(update_bound(largest_c, g_squares), update_bound(largest_d, x_squares[j]));
    sum.x_squares += f64{x_squares[j]};
    sum.g_squares += f64{g_squares};
    if (method.optimizer == Optimizer::preconditioned) {
      sum.h_squares += leverage(adapter, method, row_h);
    }
  }
  sum.rows += rows;
  if (!(sum.element_bound < kMaxF32 && sum.g_squares < kMaxF32)) return false;
  subtract_outer(gradient + shape.a_size(), rank, step.c, g, out, rows);
  subtract_outer(gradient, rank, step.d, x, shape.in_padded(), rows);
  sums = sum;
  return true;
}

}  // namespace

Accumulator* Accumulator::create(Arena& arena, const Shape& shape) {
  auto* memory = static_cast<u8*>(arena.allocate(shape.size() * sizeof(f32) + sizeof(Accumulator)));
  if (memory == nullptr) return nullptr;
  auto* accumulator = reinterpret_cast<Accumulator*>(memory + shape.size() * sizeof(f32));
  accumulator->gradient = reinterpret_cast<f32*>(memory);
  accumulator->clear(shape);
  return accumulator;
}

void Accumulator::clear(const Shape& shape) {
  sums = {};
  lora::clear(gradient, shape.size());
}

bool prepare(Adapter& adapter, const Method& method, const Examples& examples, Step& step) {
  const auto& [rows, fresh, x, x_squares, h, g] = examples;
  const Shape& shape = method.shape;
  const u32 rank = shape.rank;
  const u32 in = shape.in_padded();
  const u32 out = shape.out_padded();
  const f32 alpha = static_cast<f32>(method.alpha);
  const f64* options = step.options;
  step.fresh = fresh;
  if (!is_product(options, method, rows)) {
    Sums sums{};
    if (method.optimizer == Optimizer::preconditioned) {
      step.share = strongest_share(x, shape.in_padded(), rows, step.c, step.dense);
    }
    clear(step.dense, shape.size());
    return add(adapter, method, examples, step, sums, step.dense) &&
           prepare_dense(adapter, method, sums, step.dense, step);
  }

  const f32 rate_a = static_cast<f32>(options[kRate]) / static_cast<f32>(rows);
  const f32 rate_b = rate_a * static_cast<f32>(options[kRatio]);
  step.gradient = nullptr;
  step.x_squares = 0;
  step.g_squares = 0;
  f64 bound_a = 0;
  f64 bound_b = 0;
  for (u32 j = 0; j < rows; ++j) {
    const f32* row_h = h + j * rank;
    f32* c = step.c + j * rank;
    f32* d = step.d + j * rank;
    f32* q = step.q + j * rank;
    const f32 g_squares = project_and_square(adapter.b, rank, g + usize{j} * out, out, q);
    if (!is_finite(g_squares)) return false;
    step.x_squares += f64{x_squares[j]};
    step.g_squares += f64{g_squares};
    f64 factor = 1;
    if (options[kClip] != 0) {
      f64 q_squares = 0;
      f64 h_squares = 0;
      for (u32 k = 0; k < rank; ++k) {
        q_squares += f64{q[k]} * q[k];
        h_squares += f64{row_h[k]} * row_h[k];
      }
      factor = clipped(options, abs(method.alpha) * sqrt(f64{x_squares[j]} * q_squares +
                                                         f64{g_squares} * h_squares));
    }
    if (method.optimizer == Optimizer::sgd) {
      const f32 clip = static_cast<f32>(factor);
      for (u32 k = 0; k < rank; ++k) {
        c[k] = rate_b * clip * alpha * row_h[k];
        d[k] = rate_a * clip * (alpha * q[k]);
      }
    } else if (method.alpha != 0 && x_squares[j] > 0 && g_squares > 0) {
      Sums sums{1, f64{x_squares[j]}, 0, factor * factor * f64{g_squares}, 0};
      precondition(adapter, method, row_h, factor, sums, step);
    } else {
      for (u32 k = 0; k < rank; ++k) c[k] = d[k] = 0;
      // Perhaps there are no Gram matrices yet that could be brought up to date.
      step.fresh = false;
    }
    f32 largest_c = 0;
    f32 largest_d = 0;
    for (u32 k = 0; k < rank; ++k) {
      if (!is_finite(c[k]) || !is_finite(d[k])) return false;
      largest_c = max(largest_c, abs(c[k]));
      largest_d = max(largest_d, abs(d[k]));
    }
    bound_b += update_bound(largest_c, g_squares);
    bound_a += update_bound(largest_d, x_squares[j]);
  }
  // What decoupled decay makes of the weights first.
  const bool decays = method.optimizer == Optimizer::preconditioned && options[kWeightDecay] != 0;
  const f64 kept = decays ? abs(1 - options[kRate] * options[kWeightDecay]) : 1;
  step.bound = kRounding * (adapter.bound * max(1.0, kept) + kSlack * max(bound_a, bound_b));
  step.exact = step.bound > kMaxF32;
  if (decays && (step.exact || !(kept < kMaxF32))) return false;
  return !step.exact || (stays_finite(adapter.a, rank, step.d, x, in, rows) &&
                         stays_finite(adapter.b, rank, step.c, g, out, rows));
}

bool prepare(Adapter& adapter, const Method& method, const Accumulator& accumulator, Step& step) {
  step.fresh = false;
  step.share = 1;
  return prepare_dense(adapter, method, accumulator.sums, accumulator.gradient, step);
}

bool accumulate(Adapter& adapter, Accumulator& accumulator, const Method& method,
                const Examples& examples, Step& step) {
  return add(adapter, method, examples, step, accumulator.sums, accumulator.gradient);
}

f32 apply(Adapter& adapter, const Method& method, const Step& step, const Examples& examples) {
  const auto& [rows, fresh, x, x_squares, h, g] = examples;
  const Shape& shape = method.shape;
  const u32 rank = shape.rank;
  const f64* options = step.options;
  const bool preconditioned = method.optimizer == Optimizer::preconditioned;
  bool stale = step.gradient != nullptr || !step.fresh;
  if (preconditioned && options[kWeightDecay] != 0) {
    scale_by(adapter.a, shape.size(), static_cast<f32>(1 - options[kRate] * options[kWeightDecay]));
    stale = true;
  }
  if (step.gradient != nullptr) {
    apply_dense(adapter, method, step);
  } else {
    subtract_outer(adapter.b, rank, step.c, g, shape.out_padded(), rows);
    subtract_outer(adapter.a, rank, step.d, x, shape.in_padded(), rows);
  }
  adapter.bound = step.bound;
  if (step.exact) find_bound(adapter, shape);
  adapter.steps += 1;

  if (preconditioned) {
    Gram gram(method, adapter.state);
    gram.age += 1;
    gram.stale = stale ? 1 : 0;
    if (!stale) {
      update_gram(gram.a, rank, step.d, h, step.x_squares);
      update_gram(gram.b, rank, step.c, step.q, step.g_squares);
    } else {
      gram.refresh(adapter, shape);
    }
  } else if (options[kMaxDelta] == 0 && options[kDecay] == 0) {
    return 1;
  }
  if (options[kDecay] != 0) decay(adapter, method, options[kDecay]);
  if (options[kMaxDelta] != 0) {
    const f64 norm = delta_norm(adapter, method);
    if (norm > options[kMaxDelta]) scale_b(adapter, method, options[kMaxDelta] / norm);
  }
  return balance(adapter, method);
}

}  // namespace lora
