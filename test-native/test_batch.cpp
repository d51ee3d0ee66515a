// Batches: a forward of rows is the forward of each of them, to the bit; a step of rows is the
// exact step of their mean gradient; what is not fit for them is refused and changes nothing.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "bounds.hpp"

using oracle::Vector;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr uint32_t kHuge = 0xffffffffu;
constexpr uint32_t kMost = 32;
constexpr uint32_t kRows[] = {1, 2, 3, 5, kMost};
constexpr uint32_t kSources[] = {LORA_FROM_OWN, LORA_FROM_TRANSFER};

Floats first_rows(const Floats& rows, uint32_t n, uint32_t count) {
  return Floats(rows.begin(), rows.begin() + n * count);
}

bool all_nan(const float* from, size_t n) {
  return std::all_of(from, from + n, [](float value) { return std::isnan(value); });
}

Spec with_batch(Spec spec, uint32_t batch) {
  spec.alpha = kAlphas[(spec.in + spec.rank) % 3];
  spec.rate = 0.3;
  spec.batch = batch;
  return spec;
}

void check_forward(const Spec& shape) {
  oracle::Random random(1000 * shape.in + shape.rank);
  Set single(with_batch(shape, 1));
  Set batch(with_batch(shape, kMost));
  const uint32_t h = batch.handle();
  const Weights weights = random_weights(shape, random);
  single.set_weights(weights);
  batch.set_weights(weights);
  const Floats all = to_float(random.normals(kMost * shape.in));
  Floats answers;
  for (uint32_t j = 0; j < kMost; ++j) {
    const Floats y = single.forward(row_of(all, shape.in, j));
    answers.insert(answers.end(), y.begin(), y.end());
  }
  const size_t in_stride = LORA_STRIDE(shape.in);
  const size_t out_stride = LORA_STRIDE(shape.out);
  for (const uint32_t rows : kRows) {
    for (const uint32_t source : kSources) {
      CAPTURE(shape.in, shape.out, shape.rank, rows, source);
      const Floats x = first_rows(all, shape.in, rows);
      const Floats expected = first_rows(answers, shape.out, rows);
      // What lies behind a row, and in further ones, is not part of it.
      std::fill_n(lora_input(h), kMost * in_stride, kNaN);
      std::fill_n(lora_output(h), kMost * out_stride, kNaN);
      std::fill_n(lora_transfer(), lora_transfer_size(), kNaN);
      REQUIRE(batch.try_forward(x, 0, source) == LORA_OK);
      CHECK(same_bits(batch.output(rows), expected));
      CHECK(same_bits(batch.input(rows), x));
      CHECK(all_nan(lora_output(h) + rows * out_stride, (kMost - rows) * out_stride));
      const float* packed = lora_packed_output(h, rows);
      CHECK(same_bits(Floats(packed, packed + rows * shape.out), expected));
      CHECK(packed == (out_stride == shape.out ? lora_output(h) : lora_transfer()));
      CHECK(same_bits(batch.output(rows), expected));
    }
  }
}

// Of (w - w') / rate for a weight: rate / n, times alpha, h or q, and g or x are four roundings,
// and a product passes through at most n - 1 more in the sum; then one is that of the new weight.
void check_step(const Spec& shape, uint32_t rows, uint32_t source) {
  oracle::Random random(1000 * shape.in + 10 * shape.rank + rows);
  const Spec spec = with_batch(shape, rows);
  Set set(spec);
  const Weights weights = random_weights(shape, random);
  set.set_weights(weights);
  const oracle::Adapter before = set.to_oracle();
  const Floats all_x = to_float(random.normals(rows * spec.in));
  const Floats all_g = to_float(random.normals(rows * spec.out));
  set.forward(all_x, 0, source);
  std::fill_n(lora_gradient(set.handle()), rows * LORA_STRIDE(spec.out), kNaN);
  std::fill_n(lora_transfer(), lora_transfer_size(), kNaN);
  REQUIRE(set.try_adapt(all_g, 0, source) == LORA_OK);
  CHECK(lora_adapt_count(set.handle(), 0) == 1);
  CHECK(lora_forward_count(set.handle(), 0) == rows);
  const oracle::Adapter after = set.to_oracle();

  oracle::Gradient mean{Vector(before.a.size(), 0.0), Vector(before.b.size(), 0.0)};
  oracle::Gradient bounds = mean;
  const double roundings = (rows + 3.0) * kU;
  const double alpha = std::fabs(before.alpha);
  for (uint32_t j = 0; j < rows; ++j) {
    const Vector x = to_double(row_of(all_x, spec.in, j));
    const Vector g = to_double(row_of(all_g, spec.out, j));
    const oracle::Gradient one = oracle::gradient(before, x, g);
    for (size_t k = 0; k < spec.rank; ++k) {
      const double of_h = alpha * h_bound(before, x, k);
      const double of_q = alpha * product_bound(spec.out, absolutes(before.b, k, g));
      for (size_t o = 0; o < spec.out; ++o) {
        const size_t index = k * spec.out + o;
        mean.b[index] += one.b[index] / rows;
        bounds.b[index] += (roundings * std::fabs(one.b[index]) + of_h * std::fabs(g[o])) / rows;
      }
      for (size_t i = 0; i < spec.in; ++i) {
        const size_t index = k * spec.in + i;
        mean.a[index] += one.a[index] / rows;
        bounds.a[index] += (roundings * std::fabs(one.a[index]) + of_q * std::fabs(x[i])) / rows;
      }
    }
  }
  const double rate = static_cast<float>(spec.rate);
  Worst worst;
  const auto compare = [&](const Vector& was, const Vector& is, const Vector& step,
                           const Vector& bound) {
    for (size_t i = 0; i < was.size(); ++i) {
      worst.add(std::fabs((was[i] - is[i]) / rate - step[i]),
                bound[i] + kU * std::fabs(is[i]) / rate);
    }
  };
  compare(before.a, after.a, mean.a, bounds.a);
  compare(before.b, after.b, mean.b, bounds.b);
  CAPTURE(spec.in, spec.out, spec.rank, rows, source);
  CHECK(worst.share <= kHigherOrders);

  if (rows != 1) return;
  // A set that takes more does the same with one row.
  Set wide(with_batch(shape, 3));
  wide.set_weights(weights);
  wide.forward(all_x, 0, source);
  wide.adapt(all_g, 0, source);
  CHECK(wide.weights() == set.weights());
}

Floats with(Floats v, size_t at, float value) {
  v[at] = value;
  return v;
}

}  // namespace

TEST_CASE("a forward of rows has the bits of single forwards", "[batch]") {
  for_every_shape(check_forward);
}

TEST_CASE("a step of rows is that of their mean gradient", "[batch]") {
  for_every_shape([](const Spec& shape) {
    for (const uint32_t rows : kRows) check_step(shape, rows, kSources[(rows + shape.rank) % 2]);
  });
}

TEST_CASE("the products of a step are added in the order of rows, then subtracted", "[batch]") {
  oracle::Random random(11);
  for (const uint32_t rank : {1u, 2u, 3u}) {
    // Another order shows in some of the roundings only, so there are many.
    for (uint32_t rows = 2; rows < 40; ++rows) {
      const float alpha = 0.7f;
      const float rate = 0.3f;
      Set set({.in = 1, .out = 1, .rank = rank, .alpha = alpha, .rate = rate, .batch = rows});
      const Weights was{to_float(random.normals(rank)), to_float(random.normals(rank))};
      set.set_weights(was);
      const Floats x = to_float(random.normals(rows));
      const Floats g = to_float(random.normals(rows));
      set.forward(x);
      set.adapt(g);
      Weights expected = was;
      const float share = rate / static_cast<float>(rows);
      for (uint32_t k = 0; k < rank; ++k) {
        float of_a = 0;
        float of_b = 0;
        for (uint32_t j = 0; j < rows; ++j) {
          of_b += share * alpha * (was.a[k] * x[j]) * g[j];
          of_a += share * (alpha * (was.b[k] * g[j])) * x[j];
        }
        expected.a[k] -= of_a;
        expected.b[k] -= of_b;
      }
      CAPTURE(rank, rows);
      CHECK(set.weights() == expected);
    }
  }
}

// Halves of equal numbers are exact, so not even a rounding is left.
TEST_CASE("two equal rows are one", "[batch]") {
  oracle::Random random(12);
  for (const uint32_t rank : {1u, 2u, 3u}) {
    const Spec spec{.in = 31, .out = 31, .rank = rank, .flags = LORA_RESIDUAL, .batch = 2};
    Set one(spec);
    Set two(spec);
    const Weights weights = random_weights(spec, random);
    one.set_weights(weights);
    two.set_weights(weights);
    const auto twice = [](Floats v) {
      v.insert(v.end(), v.begin(), v.begin() + 31);
      return v;
    };
    const Floats x = to_float(random.normals(31));
    const Floats g = to_float(random.normals(31));
    one.forward(x);
    one.adapt(g);
    two.forward(twice(x));
    two.adapt(twice(g));
    CHECK(one.weights() == two.weights());
    CHECK_FALSE(one.weights() == weights);
  }
}

// From the numbers given to a new weight of the category there are at most 30 roundings.
TEST_CASE("a batch teaches the category what its scope was asked to answer", "[batch]") {
  constexpr uint32_t kDim = 31;
  constexpr uint32_t kCount = 5;
  Spec spec{.in = kDim, .out = kDim, .rank = 3, .rate = 0.05, .flags = LORA_RESIDUAL};
  spec.scopes = 3;
  spec.categories = 1;
  spec.batch = kCount;
  oracle::Random random(13);
  Set set(spec);
  for (uint32_t scope = 0; scope < 3; ++scope) lora_set_category(set.handle(), scope, 0);
  const auto rows = [&] { return to_float(random.normals(kCount * kDim)); };
  const auto learn = [&](uint32_t scope) {
    set.forward(rows(), scope);
    set.adapt(rows(), scope);
  };
  for (int i = 0; i < 3; ++i) learn(0);

  // The first step of a scope is that of a single adapter with the category's weights.
  Spec alone = spec;
  alone.scopes = 1;
  alone.categories = 0;
  Set single(alone);
  single.set_weights(category_weights(set, 2));
  const Floats x = rows();
  const Floats g = rows();
  CHECK(same_bits(set.forward(x, 1), single.forward(x)));
  set.adapt(g, 1);
  single.adapt(g);
  CHECK(set.weights(1) == single.weights());
  CHECK(category_weights(set, 2) == single.weights());

  // That of a scope on its own way teaches the category another gradient.
  learn(1);
  const Weights before = category_weights(set, 2);
  const oracle::Adapter scope = set.to_oracle(0);
  oracle::Adapter category = scope;
  category.a = to_double(before.a);
  category.b = to_double(before.b);
  set.forward(x, 0);
  set.adapt(g, 0);
  const Weights after = category_weights(set, 2);
  const double rate = static_cast<float>(spec.rate);
  oracle::Adapter expected = category;
  oracle::Gradient scale{Vector(category.a.size(), 0.0), Vector(category.b.size(), 0.0)};
  const auto answer_scale = [](const oracle::Adapter& adapter, const Vector& v) {
    return oracle::forward(oracle::magnitudes(adapter), oracle::magnitudes(v));
  };
  for (uint32_t j = 0; j < kCount; ++j) {
    const Vector xd = to_double(row_of(x, kDim, j));
    const Vector gd = to_double(row_of(g, kDim, j));
    const Vector taught =
        oracle::plus(gd, oracle::minus(oracle::forward(category, xd), oracle::forward(scope, xd)));
    const Vector scale_of_taught = oracle::plus(
        oracle::magnitudes(gd), oracle::plus(answer_scale(category, xd), answer_scale(scope, xd)));
    const oracle::Gradient step = oracle::gradient(category, xd, taught);
    const oracle::Gradient of_step =
        oracle::gradient(oracle::magnitudes(category), oracle::magnitudes(xd), scale_of_taught);
    expected.a = oracle::plus(expected.a, step.a, -rate / kCount);
    expected.b = oracle::plus(expected.b, step.b, -rate / kCount);
    scale.a = oracle::plus(scale.a, of_step.a, rate / kCount);
    scale.b = oracle::plus(scale.b, of_step.b, rate / kCount);
  }
  Worst worst;
  const auto compare = [&](const Vector& was, const Vector& want, const Floats& is,
                           const Vector& step_scale) {
    for (size_t i = 0; i < want.size(); ++i) {
      worst.add(std::fabs(want[i] - is[i]), 30 * kU * (std::fabs(was[i]) + step_scale[i]));
    }
  };
  compare(category.a, expected.a, after.a, scale.a);
  compare(category.b, expected.b, after.b, scale.b);
  CHECK(worst.share <= kHigherOrders);
}

TEST_CASE("numbers of rows that do not fit are refused and change nothing", "[batch]") {
  for (const uint32_t dim : {5u, 16u}) {
    Set set({.in = dim, .out = dim, .batch = 3});
    const uint32_t h = set.handle();
    oracle::Random random(dim);
    const Floats x = to_float(random.normals(2 * dim));
    set.forward(x);
    set.adapt(x);
    set.forward(x);
    std::fill_n(lora_gradient(h), 3 * 16, 1.0f);
    std::fill_n(lora_transfer(), lora_transfer_size(), 1.0f);
    const State before(set);
    for (const uint32_t rows : {0u, 4u, 1024u, 1u << 31, kHuge}) {
      for (const uint32_t source : kSources) {
        CAPTURE(dim, rows, source);
        CHECK(lora_forward(h, 0, rows, source) == LORA_E_SHAPE);
        CHECK(lora_adapt(h, 0, rows, source) == LORA_E_SHAPE);
      }
      CHECK(lora_learn(h, 0, rows, LORA_MSE, 0, 0) == LORA_E_SHAPE);
      if (rows > 0) CHECK(lora_packed_output(h, rows) == nullptr);
    }
    for (const uint32_t rows : {1u, 3u}) {
      for (const uint32_t source : kSources) CHECK(lora_adapt(h, 0, rows, source) == LORA_E_STATE);
    }
    CHECK(lora_adapt_with_reward(h, 0, 1) == LORA_E_STATE);
    CHECK(lora_learn(h, 1, 1, LORA_MSE, 0, 0) == LORA_E_SCOPE);
    CHECK(State(set) == before);
    CHECK(same_bits(set.input(2), x));
    // None of it has taken the last forward away.
    CHECK(set.try_adapt(x) == LORA_OK);
    CHECK(set.learn(x, x) >= 0);
    CHECK(lora_adapt(h, 0, 1, LORA_FROM_OWN) == LORA_E_STATE);
    CHECK(lora_adapt(h, 0, 2, LORA_FROM_OWN) == LORA_OK);
  }
  open_engine();
  for (const uint32_t batch : {0u, 1025u, kHuge}) {
    const double used = lora_memory_used();
    CHECK(create({.batch = batch}) == LORA_E_RANGE);
    CHECK(create({.flags = LORA_SHARED_IO, .batch = batch}) == LORA_E_RANGE);
    CHECK(lora_memory_used() == used);
  }
  const Set most({.batch = LORA_MAX_BATCH});
}

TEST_CASE("numbers in any row that are not fit are refused and change nothing", "[batch]") {
  constexpr uint32_t kCount = 3;
  oracle::Random random(14);
  for (const uint32_t dim : {5u, 16u, 31u}) {
    Spec spec{.in = dim, .out = dim, .rate = 0.1, .flags = LORA_RESIDUAL, .batch = kCount};
    spec.rank = 1 + dim % 3;
    Set set(spec);
    const Floats x = to_float(random.normals(kCount * dim));
    const Floats g = to_float(random.normals(kCount * dim));
    set.forward(x);
    set.adapt(g);
    set.forward(x);
    const State before(set);
    const auto unchanged = [&] { return State(set) == before && same_bits(set.input(kCount), x); };
    for (size_t at = 0; at < kCount * dim; at += dim / 2) {
      for (const float bad : {kNaN, std::numeric_limits<float>::infinity(), 1e20f}) {
        CAPTURE(dim, at, bad);
        for (const uint32_t source : kSources) {
          CHECK(set.try_adapt(with(g, at, bad), 0, source) == LORA_E_NONFINITE);
        }
        CHECK(set.learn(with(x, at, bad), g) == LORA_E_NONFINITE);
        CHECK(set.learn(x, with(g, at, bad)) == LORA_E_NONFINITE);
        CHECK(unchanged());
        if (std::isfinite(bad)) continue;
        CHECK(set.try_forward(with(x, at, bad), 0, LORA_FROM_TRANSFER) == LORA_E_NONFINITE);
        CHECK(unchanged());
        CHECK(set.try_forward(with(x, at, bad)) == LORA_E_NONFINITE);
        CHECK(set.try_adapt(g) == LORA_E_NONFINITE);
        CHECK(State(set) == before);
        spread_rows(x, dim, lora_input(set.handle()));
      }
      // A step that would overflow.
      REQUIRE(lora_set_option(set.handle(), LORA_ALL_SCOPES, LORA_LEARNING_RATE, 3e38) == LORA_OK);
      CHECK(set.try_adapt(with(g, at, 1e18f)) == LORA_E_NONFINITE);
      CHECK(set.learn(x, with(g, at, 1e18f)) == LORA_E_NONFINITE);
      REQUIRE(lora_set_option(set.handle(), LORA_ALL_SCOPES, LORA_LEARNING_RATE, spec.rate) ==
              LORA_OK);
      CHECK(unchanged());
    }
    CHECK(set.try_adapt(g) == LORA_OK);
  }
}

// B moves by the sum of -c g, each 1e37 or nothing, A by as much in its own measure.
TEST_CASE("near the end of f32 a step of rows is refused where their sum overflows", "[batch]") {
  const struct {
    float start;
    Floats x, g;
    bool overflows;
  } kSteps[] = {
      {3.39e38f, {0, 0.1f}, {0, -1}, true},     {3.39e38f, {0.1f, 0}, {-1, 0}, true},
      {3.29e38f, {0, 0.1f}, {0, -1}, false},    {3.39e38f, {0.1f, 0.1f}, {1, -1}, false},
      {3.24e38f, {0.1f, 0.1f}, {-1, -1}, true},
  };
  for (const auto& step : kSteps) {
    Set set({.in = 1, .out = 1, .rank = 1, .rate = 2, .batch = 2});
    set.set_weights({{1e38f}, {step.start}});
    set.forward(step.x);
    const State before(set);
    CAPTURE(step.start, step.x[0], step.g[0]);
    CHECK(set.try_adapt(step.g) == (step.overflows ? LORA_E_NONFINITE : LORA_OK));
    CHECK((State(set) == before) == step.overflows);
  }
}

TEST_CASE("sets that share vectors share them by batch too", "[batch]") {
  const Spec spec{.in = 6, .out = 6, .flags = LORA_SHARED_IO, .batch = 2};
  Set a(spec);
  Set b(spec);
  Set other({.in = 6, .out = 6, .flags = LORA_SHARED_IO, .batch = 3});
  CHECK(lora_input(a.handle()) == lora_input(b.handle()));
  CHECK(lora_input(a.handle()) != lora_input(other.handle()));
  const Floats x(12, 0.5f);
  a.forward(x);
  CHECK(a.try_adapt(x) == LORA_OK);
  b.forward(x);
  CHECK(a.try_adapt(x) == LORA_E_STATE);
  CHECK(a.learn(x, x) >= 0);
  CHECK(b.try_adapt(x) == LORA_E_STATE);
  CHECK(a.try_adapt(x) == LORA_OK);
}

TEST_CASE("the transfer vector grows with the largest batch, and stays", "[batch]") {
  open_engine();
  CHECK(lora_transfer_size() >= LORA_TRANSFER);
  const uint32_t batch = lora_transfer_size() / (LORA_STRIDE(100) + LORA_STRIDE(50)) + 1;
  const Spec spec{.in = 100, .out = 50, .batch = batch};
  Set first(Spec{});
  {
    Set set(spec);
    CHECK(lora_transfer_size() >= batch * (LORA_STRIDE(100) + LORA_STRIDE(50)));
    const uint32_t size = lora_transfer_size();
    std::fill_n(lora_transfer(), size, 1.0f);
    CHECK(lora_check(size) == LORA_OK);
    CHECK(lora_check(size + 1) == LORA_E_SHAPE);
    lora_transfer()[size - 1] = kNaN;
    CHECK(lora_check(size) == LORA_E_NONFINITE);
    CHECK(set.learn(Floats(100 * batch, 0.5f), Floats(50 * batch, 0.25f)) > 0);
  }
  const double used = lora_memory_used();
  const float* transfer = lora_transfer();
  const uint32_t size = lora_transfer_size();
  { const Set again(spec); }
  CHECK(lora_memory_used() == used);
  CHECK(lora_transfer() == transfer);
  CHECK(lora_transfer_size() == size);
  // What was there before is what it was.
  CHECK(first.learn(Floats(16, 1.0f), Floats(16, 2.0f)) == 32);
}
