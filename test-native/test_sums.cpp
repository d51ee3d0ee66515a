// Sums of adapters against numpy's singular value decomposition in double: golden/sums.txt, by
// golden/sums.py.
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <sstream>

#include "set.hpp"

namespace {

// xorshift32, as in golden/samples.hpp.
class Numbers {
 public:
  explicit Numbers(uint32_t seed) : s_(seed * 0x9e3779b9u) {}
  oracle::Vector next(size_t count) {
    oracle::Vector result(count);
    for (double& value : result) {
      s_ ^= s_ << 13;
      s_ ^= s_ >> 17;
      s_ ^= s_ << 5;
      value = (static_cast<int32_t>(s_ >> 21) - 1024) / 1024.0;
    }
    return result;
  }

 private:
  uint32_t s_;
};

struct Member {
  uint32_t rank;
  double alpha;
  double weight;
  oracle::Vector a;  // (rank, in)
  oracle::Vector b;  // (rank, out)
};

struct Case {
  std::string name;
  uint32_t in, out, rank, seed;
  double near;
  std::vector<Member> members;
  double best, kept;
};

Case parse(const std::string& line) {
  std::istringstream from(line);
  Case c;
  std::string members;
  from >> c.name >> c.in >> c.out >> c.rank >> c.seed >> c.near >> members >> c.best >> c.kept;
  if (!from) throw std::runtime_error("sums.txt: " + line);
  Numbers numbers(c.seed);
  std::istringstream list(members);
  for (std::string text; std::getline(list, text, ',');) {
    Member m;
    std::replace(text.begin(), text.end(), ':', ' ');
    std::istringstream(text) >> m.rank >> m.alpha >> m.weight;
    m.a = numbers.next(m.rank * c.in);
    m.b = numbers.next(m.rank * c.out);
    if (c.near != 0 && !c.members.empty()) {
      const Member& first = c.members[0];
      const auto draw_near = [&](oracle::Vector& rows, const oracle::Vector& to, uint32_t n) {
        for (size_t i = 0; i < rows.size(); ++i) {
          rows[i] = to[i / n % first.rank * n + i % n] + c.near * rows[i];
        }
      };
      draw_near(m.a, first.a, c.in);
      draw_near(m.b, first.b, c.out);
    }
    c.members.push_back(m);
  }
  return c;
}

std::vector<Case> read_cases() {
  std::ifstream file("test-native/golden/sums.txt");
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) cases.push_back(parse(line));
  return cases;
}

// to (out, in) += weight alpha B^T A
void add_delta(const Case& c, uint32_t rank, double weight, const oracle::Vector& a,
               const oracle::Vector& b, oracle::Vector& to) {
  for (uint32_t o = 0; o < c.out; ++o) {
    for (uint32_t k = 0; k < rank; ++k) {
      for (uint32_t i = 0; i < c.in; ++i) {
        to[o * c.in + i] += weight * b[k * c.out + o] * a[k * c.in + i];
      }
    }
  }
}

double norm(const oracle::Vector& v) {
  double sum = 0;
  for (const double value : v) sum += value * value;
  return std::sqrt(sum);
}

class Sum {
 public:
  Sum(const Case& c, uint32_t capacity) {
    open_engine();
    const int32_t status = lora_sum_create(c.in, c.out, capacity);
    if (status <= 0) throw std::runtime_error("no sum");
    handle_ = static_cast<uint32_t>(status);
    for (const Member& m : c.members) {
      Set set({.in = c.in, .out = c.out, .rank = m.rank, .alpha = m.alpha});
      set.set_weights({to_float(m.a), to_float(m.b)});
      REQUIRE(lora_sum_add(handle_, set.handle(), 0, m.weight) == LORA_OK);
    }
  }
  ~Sum() { lora_free(handle_); }
  Sum(const Sum&) = delete;
  Sum& operator=(const Sum&) = delete;
  uint32_t handle() const { return handle_; }

 private:
  uint32_t handle_;
};

uint32_t capacity_of(const Case& c) {
  uint32_t rows = 2;
  uint32_t largest = 0;
  for (const Member& m : c.members) {
    rows += m.rank;
    largest = std::max(largest, m.rank);
  }
  return std::max(rows, 2 * largest);
}

oracle::Vector exact_sum(const Case& c) {
  oracle::Vector total(size_t{c.out} * c.in);
  for (const Member& m : c.members) add_delta(c, m.rank, m.weight * m.alpha, m.a, m.b, total);
  return total;
}

// Relative error of what an adapter of that rank became.
double error_of(const Case& c, const Sum& sum, const oracle::Vector& exact, double alpha = 2) {
  Set answer({.in = c.in, .out = c.out, .rank = c.rank, .alpha = alpha});
  REQUIRE(lora_sum_take(sum.handle(), answer.handle(), 0, 0, 0) == LORA_OK);
  const Weights learned = answer.weights();
  oracle::Vector difference = exact;
  add_delta(c, c.rank, -alpha, to_double(learned.a), to_double(learned.b), difference);
  return norm(difference) / norm(exact);
}

}  // namespace

TEST_CASE("a sum is the best of its rank, by numpy", "[sums]") {
  const std::vector<Case> cases = read_cases();
  REQUIRE(cases.size() == 149);
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Sum sum(c, capacity_of(c));
    const oracle::Vector exact = exact_sum(c);
    const double error = error_of(c, sum, exact);
    // The answer is in f32, so an error of 0 is one of its rounding.
    CHECK(std::abs(error - c.best) < 1e-6);
    CHECK(lora_sum_kept(sum.handle()) == Approx(c.kept).epsilon(1e-10));
    CHECK(lora_sum_lost(sum.handle()) == 0);
  }
}

TEST_CASE("a sum of more than its capacity stays within what it says it lost", "[sums]") {
  for (const Case& c : read_cases()) {
    if (c.name.rfind("many", 0) != 0) continue;
    const oracle::Vector exact = exact_sum(c);
    for (const uint32_t capacity : {16u, 32u, 64u}) {
      CAPTURE(c.name, capacity);
      const Sum sum(c, capacity);
      const double error = error_of(c, sum, exact);
      const double lost = lora_sum_lost(sum.handle());
      CHECK(lost > 0);
      CHECK(error >= c.best - 1e-6);
      // Of the norm of what is left of the sum, which is at most 1 + lost times that of the sum.
      CHECK(error <= c.best + 2 * lost * (1 + lost));
      // And the estimate of what was kept is that of this answer.
      CHECK(lora_sum_kept(sum.handle()) == Approx(1 - error * error).margin(0.01));
    }
    // Enough for half of the rows: nothing to lose where the sum itself has no more directions.
    CHECK(error_of(c, Sum(c, 128), exact) == Approx(c.best).margin(1e-6));
  }
}

TEST_CASE("a sum can be a mean, and be scaled down to a norm", "[sums]") {
  Case c{"mean", 8, 6, 4, 0, 0, {}, 0, 0};
  Numbers numbers(7);
  for (const double weight : {1.0, 3.0}) {
    c.members.push_back({2, 1, weight, numbers.next(16), numbers.next(12)});
  }
  const Sum sum(c, 8);
  Set answer({.in = 8, .out = 6, .rank = 4, .rate = 0.5, .optimizer = LORA_PRECONDITIONED});
  REQUIRE(lora_sum_take(sum.handle(), answer.handle(), 0, 1, 0) == LORA_OK);
  const double length = norm(exact_sum(c)) / 4;
  CHECK(lora_delta_norm(answer.handle(), 0) == Approx(length).epsilon(1e-6));
  REQUIRE(lora_sum_take(sum.handle(), answer.handle(), 0, 1, length / 3) == LORA_OK);
  CHECK(lora_delta_norm(answer.handle(), 0) == Approx(length / 3).epsilon(1e-6));
  REQUIRE(lora_sum_take(sum.handle(), answer.handle(), 0, 1, length * 3) == LORA_OK);
  CHECK(lora_delta_norm(answer.handle(), 0) == Approx(length).epsilon(1e-6));
  // It learns on from there.
  const Floats x(8, 0.5f);
  const Floats target(6, 0.25f);
  const double before = answer.learn(x, target);
  for (int i = 0; i < 20; ++i) answer.learn(x, target);
  CHECK(answer.learn(x, target) < before * 1e-3);
}

TEST_CASE("rows of a higher rank than needed can still learn", "[sums]") {
  const Case c{"few", 8, 8, 4, 0, 0, {{1, 1, 1, Numbers(3).next(8), Numbers(4).next(8)}}, 0, 0};
  const Sum sum(c, 2);
  Set answer({.in = 8, .out = 8, .rank = 4});
  const Weights start = answer.weights();
  REQUIRE(lora_sum_take(sum.handle(), answer.handle(), 0, 0, 0) == LORA_OK);
  const Weights now = answer.weights();
  for (uint32_t k = 1; k < 4; ++k) {
    CHECK(row_of(now.a, 8, k) == row_of(start.a, 8, k));
    CHECK(row_of(now.b, 8, k) == Floats(8, 0.0f));
  }
}

TEST_CASE("bad arguments of sums are refused, and nothing changes", "[sums]") {
  open_engine();
  CHECK(lora_sum_create(0, 4, 8) == LORA_E_SHAPE);
  CHECK(lora_sum_create(4, LORA_MAX_DIM + 1, 8) == LORA_E_SHAPE);
  CHECK(lora_sum_create(4, 4, 1) == LORA_E_RANGE);
  CHECK(lora_sum_create(4, 4, LORA_MAX_SUM + 1) == LORA_E_RANGE);
  const double used = lora_memory_used();
  CHECK(lora_sum_create(8192, 8192, LORA_MAX_SUM) == LORA_E_MEMORY);
  CHECK(lora_memory_used() == used);

  const uint32_t sum = static_cast<uint32_t>(lora_sum_create(4, 4, 4));
  Set set({.in = 4, .out = 4, .rank = 2, .scopes = 2, .categories = 1});
  const Set other({.in = 5, .out = 4, .rank = 2});
  const Set high({.in = 4, .out = 4, .rank = 3});
  const State before(set);
  CHECK(lora_sum_add(sum, other.handle(), 0, 1) == LORA_E_SHAPE);
  CHECK(lora_sum_add(sum, high.handle(), 0, 1) == LORA_E_SHAPE);
  CHECK(lora_sum_add(sum, set.handle(), 3, 1) == LORA_E_SCOPE);
  CHECK(lora_sum_add(sum, set.handle(), 0, 1e39) == LORA_E_NONFINITE);
  CHECK(lora_sum_add(set.handle(), set.handle(), 0, 1) == LORA_E_HANDLE);
  CHECK(lora_sum_take(sum, other.handle(), 0, 0, 0) == LORA_E_SHAPE);
  CHECK(lora_sum_take(sum, set.handle(), 3, 0, 0) == LORA_E_SCOPE);
  CHECK(lora_sum_take(sum, set.handle(), 0, 2, 0) == LORA_E_OPTION);
  CHECK(lora_sum_take(sum, set.handle(), 0, 0, -1) == LORA_E_RANGE);
  set.set_weights({Floats(8, 1.0f), Floats(8, 1.0f)}, 1);
  CHECK(lora_sum_add(sum, set.handle(), 1, 1) == LORA_OK);
  CHECK(lora_sum_add(sum, set.handle(), 1, -1) == LORA_OK);
  // Weights that add up to 0 have no mean, but for the sum of nothing.
  set.set_weights({Floats(8, 1.0f), Floats(8, 2.0f)}, 1);
  CHECK(lora_sum_add(sum, set.handle(), 1, 1) == LORA_OK);
  CHECK(lora_sum_add(sum, set.handle(), 0, -1) == LORA_OK);
  CHECK(lora_sum_take(sum, set.handle(), 0, 1, 0) == LORA_E_NONFINITE);
  CHECK(State(set).weights[0] == before.weights[0]);
  CHECK(lora_free(sum) == LORA_OK);
  CHECK(lora_sum_kept(sum) == LORA_E_HANDLE);
}
