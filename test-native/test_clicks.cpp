// Clicks against the equations of lora.h in double: losses by the softmax with the prior of places,
// gradients by finite differences of it.
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <random>

#include "set.hpp"

namespace {

using oracle::Vector;

constexpr uint32_t kDim = 20;
constexpr uint32_t kShown = 5;
constexpr uint32_t kRank = 3;

double inner(const Vector& v, const Vector& w) {
  double sum = 0;
  for (size_t i = 0; i < v.size(); ++i) sum += v[i] * w[i];
  return sum;
}

// Documents around one mean and queries around another, in a space that knows both.
struct World {
  explicit World(uint32_t seed) : random(seed) {
    open_engine();
    space = static_cast<uint32_t>(lora_space_create(kDim, 4));
    lora_space_reserve(space, 1);
    for (int i = 0; i < 60; ++i) {
      put(draw(3), lora_transfer());
      lora_space_learn(space, LORA_DOCUMENTS, 1);
      put(draw(-1), lora_transfer());
      lora_space_learn(space, LORA_QUERIES, 1);
    }
  }
  ~World() { lora_free(space); }
  World(const World&) = delete;

  Floats draw(float mean) {
    Floats v(kDim);
    for (float& value : v) value = mean + static_cast<float>(normal(random));
    return v;
  }
  Floats list() {
    Floats rows;
    for (uint32_t i = 0; i < kShown; ++i) {
      const Floats one = draw(3);
      rows.insert(rows.end(), one.begin(), one.end());
    }
    return rows;
  }
  static float* put(const Floats& v, float* to) { return std::copy(v.begin(), v.end(), to); }
  Floats map(uint32_t side, const Floats& rows) const {
    const auto count = static_cast<uint32_t>(rows.size() / kDim);
    lora_space_reserve(space, count);
    put(rows, lora_transfer());
    REQUIRE(lora_space_map(space, side, count) == LORA_OK);
    return Floats(lora_transfer(), lora_transfer() + rows.size());
  }
  uint32_t below(uint32_t n) { return static_cast<uint32_t>(random() % n); }

  std::mt19937 random;
  std::normal_distribution<double> normal{0, 1};
  uint32_t space;
};

Spec spec_of(uint32_t optimizer) {
  return {.in = kDim,
          .out = kDim,
          .rank = kRank,
          .rate = 0.3,
          .optimizer = optimizer,
          .flags = LORA_RESIDUAL,
          .scopes = 3,
          .categories = 1};
}

double click(const Set& set, uint32_t scope, const Floats& x, const Floats& shown, uint32_t place,
             double temperature = 1, uint32_t mapped = 0) {
  const auto count = static_cast<uint32_t>(shown.size() / kDim);
  lora_reserve(set.handle(), 1, count);
  World::put(shown, World::put(x, lora_transfer()));
  return lora_click(set.handle(), scope, count, place, mapped, temperature);
}

// 0 where there is none.
Vector shift_of(const Set& set, uint32_t index) {
  if (lora_read_row(set.handle(), index, LORA_SHIFT, 0) == LORA_E_STATE) return Vector(kDim);
  return Vector(lora_transfer(), lora_transfer() + kDim);
}

// y = u + b + alpha B^T A u of an adapter
Vector output_of(const Set& set, uint32_t index, const Floats& u) {
  Vector y = oracle::forward(set.to_oracle(index), to_double(u));
  const Vector shift = shift_of(set, index);
  for (size_t i = 0; i < y.size(); ++i) y[i] += shift[i];
  return y;
}

// -log softmax(cos / temperature + log odds) at a place.
double loss_of(const Vector& y, const Floats& shown, const Vector& odds, uint32_t place,
               double temperature) {
  double total = 0;
  double of_place = 0;
  for (uint32_t i = 0; i < odds.size(); ++i) {
    const Vector e = to_double(row_of(shown, kDim, i));
    const double cosine = inner(y, e) / std::sqrt(inner(y, y) * inner(e, e));
    const double likely = odds[i] * std::exp(cosine / temperature);
    total += likely;
    if (i == place) of_place = likely;
  }
  return -std::log(of_place / total);
}

// By central differences, divided by the curvature of lora_contrast.
Vector gradient_of(const Vector& y, const Floats& shown, const Vector& odds, uint32_t place,
                   double temperature) {
  constexpr double kStep = 1e-6;
  const double curvature = (1 / (4 * temperature * temperature) + 1 / temperature) / inner(y, y);
  Vector g(kDim);
  for (uint32_t i = 0; i < kDim; ++i) {
    Vector more = y;
    Vector less = y;
    more[i] += kStep;
    less[i] -= kStep;
    g[i] = (loss_of(more, shown, odds, place, temperature) -
            loss_of(less, shown, odds, place, temperature)) /
           (2 * kStep * curvature);
  }
  return g;
}

// Losses and shifts of a click are of the size of 1; the gradient has a floor of 1e-4 |u|^2 in it.
constexpr double kNear = 2e-4;

void check_near(const Vector& found, const Vector& expected, double tolerance) {
  double worst = 0;
  for (size_t i = 0; i < found.size(); ++i) {
    worst = std::max(worst, std::abs(found[i] - expected[i]));
  }
  CHECK(worst <= tolerance);
}

// Odds of places, and shifts by the equation.
struct PlainClicks {
  Vector places = Vector(kShown, 1.0);
  Vector shift = Vector(kDim);
  double count = 0;

  Vector odds() const {
    double total = 0;
    for (const double one : places) total += one;
    Vector result = places;
    for (double& one : result) one /= total;
    return result;
  }
  void take(const Vector& g, uint32_t place) {
    for (uint32_t i = 0; i < kDim; ++i) shift[i] -= 0.1 / (1 + count / 300) * g[i];
    places[place] += 1;
    count += 1;
  }
};

}  // namespace

TEST_CASE("a click is its equations in double", "[clicks]") {
  const uint32_t optimizer =
      GENERATE(uint32_t{LORA_SGD}, uint32_t{LORA_ADAM}, uint32_t{LORA_PRECONDITIONED});
  World world(3 + optimizer);
  Set set(spec_of(optimizer));
  REQUIRE(lora_join_space(set.handle(), world.space, 0) == LORA_OK);
  // As a step with that gradient would move it.
  Set twin(spec_of(optimizer));
  twin.set_weights(set.weights());
  const double temperature = lora_space_spread(world.space) * 0.7;
  PlainClicks plain;
  for (int i = 0; i < 40; ++i) {
    const Floats x = world.draw(-1);
    const Floats shown = world.list();
    const Floats u = world.map(LORA_QUERIES, x);
    const Floats e = world.map(LORA_DOCUMENTS, shown);
    // The first place more often than others.
    const uint32_t place = world.below(2) * world.below(kShown);
    const Vector y = output_of(set, 0, u);
    const Vector g = gradient_of(y, e, plain.odds(), place, temperature);
    twin.forward(u);
    twin.adapt(to_float(g));
    const bool mapped = i % 2 == 1;
    const double loss = click(set, 0, x, mapped ? e : shown, place, 0.7, mapped ? 1 : 0);
    CHECK(std::abs(loss - loss_of(y, e, plain.odds(), place, temperature)) < 1e-5);
    plain.take(g, place);
    check_near(shift_of(set, 0), plain.shift, kNear);
    check_near(to_double(set.weights().b), to_double(twin.weights().b), kNear * (i + 1));
    // What is served has the shift; one row or scores of rows.
    const Floats next = world.map(LORA_QUERIES, x);
    const Vector after = output_of(set, 0, next);
    World::put(x, lora_transfer());
    REQUIRE(lora_forward(set.handle(), 0, 1, LORA_FROM_TRANSFER) == LORA_OK);
    check_near(to_double(set.output()), after, 1e-5);
    World::put(e, World::put(x, lora_transfer()));
    REQUIRE(lora_score(set.handle(), 0, kShown, 1) == LORA_OK);
    const Vector score(lora_transfer(), lora_transfer() + kShown);
    for (uint32_t k = 0; k < kShown; ++k) {
      const Vector one = to_double(row_of(e, kDim, k));
      CHECK(std::abs(score[k] - inner(after, one) / std::sqrt(inner(after, after))) < 1e-5);
    }
  }
  CHECK(inner(plain.shift, plain.shift) > 0.01);
  CHECK(lora_adapt_count(set.handle(), 0) == 40);
}

TEST_CASE("clicks on the first place teach of places, not of documents", "[clicks]") {
  World world(5);
  Set placed(spec_of(LORA_PRECONDITIONED));
  Set moved(spec_of(LORA_PRECONDITIONED));
  for (Set* set : {&placed, &moved}) {
    REQUIRE(lora_join_space(set->handle(), world.space, 0) == LORA_OK);
  }
  double first = 0;
  double last = 0;
  for (int i = 0; i < 300; ++i) {
    const Floats x = world.draw(-1);
    const Floats shown = world.list();
    const double loss = click(placed, 0, x, shown, 0);
    (i < 30 ? first : last) += i < 30 || i >= 270 ? loss / 30 : 0;
    click(moved, 0, x, shown, world.below(kShown));
  }
  CHECK(first > 0.3);
  // 1 / 301 is left for each other place.
  CHECK(last < 0.05);
  CHECK(lora_delta_norm(placed.handle(), 0) < 0.5 * lora_delta_norm(moved.handle(), 0));
}

TEST_CASE("a scope of a category starts from what clicks have taught that", "[clicks]") {
  World world(7);
  Set set(spec_of(LORA_PRECONDITIONED));
  REQUIRE(lora_join_space(set.handle(), world.space, 0) == LORA_OK);
  const uint32_t category = 3;
  const double temperature = lora_space_spread(world.space);
  for (uint32_t scope = 0; scope < 2; ++scope) {
    REQUIRE(lora_set_category(set.handle(), scope, 0) == LORA_OK);
  }
  PlainClicks own;
  PlainClicks of_category;
  const auto teach = [&](uint32_t scope, PlainClicks& of_scope) {
    const Floats x = world.draw(-1);
    const Floats shown = world.list();
    const Floats u = world.map(LORA_QUERIES, x);
    const Floats e = world.map(LORA_DOCUMENTS, shown);
    const uint32_t place = world.below(kShown);
    const bool starts = lora_has_learned(set.handle(), scope) == 0;
    const Vector y_category = output_of(set, category, u);
    const Vector y = starts ? y_category : output_of(set, scope, u);
    if (starts) of_scope = of_category;
    const Vector g = gradient_of(y, e, of_scope.odds(), place, temperature);
    click(set, scope, x, shown, place);
    // The category learns to answer y - g.
    Vector of_all = g;
    for (uint32_t i = 0; i < kDim; ++i) of_all[i] += y_category[i] - y[i];
    of_scope.take(g, place);
    of_category.take(of_all, place);
    check_near(shift_of(set, scope), of_scope.shift, kNear);
    check_near(shift_of(set, category), of_category.shift, kNear);
  };
  for (int i = 0; i < 12; ++i) teach(0, own);
  // The other scope's output is the category's until its first click.
  const Floats x = world.draw(-1);
  const Vector expected = output_of(set, category, world.map(LORA_QUERIES, x));
  World::put(x, lora_transfer());
  REQUIRE(lora_forward(set.handle(), 1, 1, LORA_FROM_TRANSFER) == LORA_OK);
  check_near(to_double(set.output()), expected, 1e-5);
  PlainClicks other;
  for (int i = 0; i < 6; ++i) teach(1, other);
  CHECK(inner(shift_of(set, 2), shift_of(set, 2)) == 0);
}

TEST_CASE("a cautious adapter serves none of a shift that random clicks taught", "[clicks]") {
  World world(11);
  Set bold(spec_of(LORA_PRECONDITIONED));
  Set cautious(spec_of(LORA_PRECONDITIONED));
  REQUIRE(lora_join_space(bold.handle(), world.space, 0) == LORA_OK);
  REQUIRE(lora_join_space(cautious.handle(), world.space, 1) == LORA_OK);
  const auto output = [&](Set& set, const Floats& x) {
    World::put(x, lora_transfer());
    REQUIRE(lora_forward(set.handle(), 0, 1, LORA_FROM_TRANSFER) == LORA_OK);
    return to_double(set.output());
  };
  const auto distance = [&](Set& set, const Floats& x) {
    Vector y = output(set, x);
    const Vector u = to_double(world.map(LORA_QUERIES, x));
    for (uint32_t i = 0; i < kDim; ++i) y[i] -= u[i];
    return std::sqrt(inner(y, y));
  };
  for (int i = 0; i < 300; ++i) {
    const Floats x = world.draw(-1);
    const Floats shown = world.list();
    const uint32_t place = world.below(kShown);
    click(bold, 0, x, shown, place);
    click(cautious, 0, x, shown, place);
  }
  const Floats x = world.draw(-1);
  CHECK(lora_served(cautious.handle(), 0) == 0);
  CHECK(distance(cautious, x) < 1e-6);
  CHECK(distance(bold, x) > 0.1);

  // A liking that is the same for every query: what is on one side of the second axis.
  for (int i = 0; i < 300; ++i) {
    const Floats x2 = world.draw(-1);
    const Floats shown = world.list();
    const Floats e = world.map(LORA_DOCUMENTS, shown);
    uint32_t best = 0;
    for (uint32_t k = 1; k < kShown; ++k) {
      if (e[k * kDim + 1] > e[best * kDim + 1]) best = k;
    }
    click(cautious, 0, x2, shown, best);
  }
  CHECK(lora_served(cautious.handle(), 0) > 0);
  CHECK(shift_of(cautious, 0)[1] > 0.1);
}

TEST_CASE("what clicks taught is copied, decayed, summed and reset", "[clicks]") {
  World world(13);
  Set set(spec_of(LORA_PRECONDITIONED));
  Set other(spec_of(LORA_PRECONDITIONED));
  for (Set* each : {&set, &other}) {
    REQUIRE(lora_join_space(each->handle(), world.space, 0) == LORA_OK);
    for (int i = 0; i < 8; ++i) click(*each, 0, world.draw(-1), world.list(), world.below(kShown));
  }
  const Vector first = shift_of(set, 0);
  const Vector second = shift_of(other, 0);
  REQUIRE(inner(first, first) > 0);

  // A mean by 3 to 1, and one that is held to a norm, the shift counted in.
  Set mean(spec_of(LORA_PRECONDITIONED));
  REQUIRE(lora_join_space(mean.handle(), world.space, 0) == LORA_OK);
  const auto sum = static_cast<uint32_t>(lora_sum_create(kDim, kDim, 4 * kRank));
  REQUIRE(lora_sum_add(sum, set.handle(), 0, 3) == LORA_OK);
  REQUIRE(lora_sum_add(sum, other.handle(), 0, 1) == LORA_OK);
  REQUIRE(lora_sum_take(sum, mean.handle(), 0, 1, 0) == LORA_OK);
  Vector expected(kDim);
  for (uint32_t i = 0; i < kDim; ++i) expected[i] = 0.75 * first[i] + 0.25 * second[i];
  check_near(shift_of(mean, 0), expected, 1e-6);
  const double norm = lora_delta_norm(mean.handle(), 0);
  const double both = std::sqrt(norm * norm + inner(expected, expected));
  REQUIRE(lora_sum_take(sum, mean.handle(), 0, 1, both / 4) == LORA_OK);
  CHECK(std::abs(lora_delta_norm(mean.handle(), 0) / norm - 0.25) < 1e-5);
  for (double& value : expected) value /= 4;
  check_near(shift_of(mean, 0), expected, 1e-6);
  // An adapter in no space has no place for a shift.
  Set plain(spec_of(LORA_PRECONDITIONED));
  CHECK(lora_sum_take(sum, plain.handle(), 0, 1, 0) == LORA_E_STATE);
  lora_free(sum);

  REQUIRE(lora_copy(other.handle(), set.handle(), 0) == LORA_OK);
  check_near(shift_of(other, 0), first, 0);
  // The same bits from there on, the places included.
  const Floats x = world.draw(-1);
  const Floats shown = world.list();
  Floats before(kDim);
  REQUIRE(lora_space_freeze(world.space, 1) == LORA_OK);
  const auto space = static_cast<uint32_t>(lora_space_create(kDim, 4));
  REQUIRE(lora_space_copy(space, world.space) == LORA_OK);
  const double loss = click(set, 0, x, shown, 2);
  REQUIRE(lora_space_copy(world.space, space) == LORA_OK);
  CHECK(click(other, 0, x, shown, 2) == loss);
  CHECK(set.weights() == other.weights());
  check_near(shift_of(other, 0), shift_of(set, 0), 0);
  lora_free(space);

  const Vector whole = shift_of(set, 0);
  REQUIRE(lora_decay_to_base(set.handle(), 0, 0.75) == LORA_OK);
  Vector left = whole;
  for (double& value : left) value *= 0.25;
  check_near(shift_of(set, 0), left, 1e-7);
  REQUIRE(lora_decay_to_base(set.handle(), 0, 1) == LORA_OK);
  CHECK(lora_read_row(set.handle(), 0, LORA_SHIFT, 0) == LORA_E_STATE);
  click(set, 0, world.draw(-1), world.list(), 0);
  CHECK(lora_read_row(set.handle(), 0, LORA_SHIFT, 0) == LORA_OK);
  REQUIRE(lora_reset(set.handle(), 0) == LORA_OK);
  CHECK(lora_read_row(set.handle(), 0, LORA_SHIFT, 0) == LORA_E_STATE);
}

TEST_CASE("a click that cannot be is refused, and nothing of it is learned", "[clicks]") {
  World world(17);
  Set set(spec_of(LORA_PRECONDITIONED));
  const Floats x = world.draw(-1);
  const Floats shown = world.list();
  CHECK(click(set, 0, x, shown, 1) == LORA_E_STATE);
  CHECK(lora_write_row(set.handle(), 0, LORA_SHIFT, 0) == LORA_E_STATE);
  REQUIRE(lora_join_space(set.handle(), world.space, 0) == LORA_OK);
  click(set, 0, x, shown, 1);
  const State state(set);
  const Vector shift = shift_of(set, 0);
  const double queries = lora_space_count(world.space, LORA_QUERIES);
  CHECK(click(set, 0, x, shown, kShown) == LORA_E_SHAPE);
  CHECK(click(set, 0, x, row_of(shown, kDim, 0), 0) == LORA_E_SHAPE);
  CHECK(click(set, 0, x, Floats((LORA_MAX_SHOWN + 1) * kDim, 1.0f), 0) == LORA_E_SHAPE);
  CHECK(click(set, 3, x, shown, 1) == LORA_E_SCOPE);
  CHECK(click(set, 0, x, shown, 1, 0) == LORA_E_RANGE);
  CHECK(click(set, 0, x, shown, 1, std::nan("")) == LORA_E_RANGE);
  CHECK(click(set, 0, x, shown, 1, 1, 2) == LORA_E_OPTION);
  CHECK(lora_click(0, 0, 2, 0, 0, 1) == LORA_E_HANDLE);
  for (const size_t at : {size_t{0}, size_t{3 * kDim}}) {
    Floats bad_x = x;
    Floats bad = shown;
    (at == 0 ? bad_x[at] : bad[at]) = INFINITY;
    CHECK(click(set, 0, bad_x, bad, 1) == LORA_E_NONFINITE);
  }
  CHECK(State(set) == state);
  check_near(shift_of(set, 0), shift, 0);
  CHECK(lora_space_count(world.space, LORA_QUERIES) == queries);

  // A shift so large that its square is not a number can be written, and learns no more.
  Floats large(kDim, 1e30f);
  World::put(large, lora_transfer());
  REQUIRE(lora_write_row(set.handle(), 0, LORA_SHIFT, 0) == LORA_OK);
  CHECK(click(set, 0, x, shown, 1) == LORA_E_NONFINITE);
  check_near(shift_of(set, 0), to_double(large), 0);
  CHECK(lora_read_row(set.handle(), 0, LORA_SHIFT, 1) == LORA_E_SHAPE);
}
