// The ring of trajectories against a naive model: a list of all that was recorded, of which the
// last `capacity` count.
//
// Times are such that improvements and their sums are exact in f64 (executions are powers of two,
// baselines multiples of 1/8): so ties are ties, and only the variance is compared with a
// tolerance.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <map>

#include "set.hpp"

namespace {

struct Record {
  Floats embedding;
  uint32_t op, attention;
  double execution, baseline;

  double improvement() const { return baseline / execution - 1; }
};

class Model {
 public:
  explicit Model(uint32_t capacity) : capacity_(capacity) {}

  void add(Record record) {
    all_.push_back(std::move(record));
    if (all_.size() > capacity_) all_.erase(all_.begin());
    ++total;
  }
  void clear() {
    all_.clear();
    total = 0;
  }
  const std::vector<Record>& records() const { return all_; }

  double count(bool (*holds)(const Record&, double), double argument) const {
    return static_cast<double>(std::count_if(
        all_.begin(), all_.end(), [&](const Record& record) { return holds(record, argument); }));
  }
  double mean() const {
    double sum = 0;
    for (const Record& record : all_) sum += record.improvement();
    return all_.empty() ? 0 : sum / static_cast<double>(all_.size());
  }
  double best() const {
    double best = all_.empty() ? 0 : -std::numeric_limits<double>::infinity();
    for (const Record& record : all_) best = std::max(best, record.improvement());
    return best;
  }
  double variance() const {
    if (all_.size() < 2) return 0;
    double sum = 0;
    for (const Record& record : all_) {
      sum += (record.improvement() - mean()) * (record.improvement() - mean());
    }
    return sum / (static_cast<double>(all_.size()) - 1);
  }
  double best_attention() const {
    std::map<uint32_t, std::vector<double>> by_type;
    for (const Record& record : all_) by_type[record.attention].push_back(record.improvement());
    double best_mean = -std::numeric_limits<double>::infinity();
    double best = 0;
    for (const auto& [type, improvements] : by_type) {
      double sum = 0;
      for (const double improvement : improvements) sum += improvement;
      const double of_type = sum / static_cast<double>(improvements.size());
      if (of_type > best_mean) {
        best_mean = of_type;
        best = type;
      }
    }
    return best;
  }

  double total = 0;

 private:
  size_t capacity_;
  std::vector<Record> all_;
};

struct Ring {
  uint32_t handle;
  uint32_t dim;

  Ring(uint32_t capacity, uint32_t dim_, uint32_t operators) : dim(dim_) {
    open_engine();
    handle = static_cast<uint32_t>(lora_trajectory_create(capacity, dim, operators));
  }
  ~Ring() { lora_free(handle); }

  int32_t record(const Record& record) {
    // What is behind the embedding in the transfer vector is none of the ring's business.
    std::fill_n(lora_transfer(), LORA_TRANSFER, std::numeric_limits<float>::quiet_NaN());
    std::copy(record.embedding.begin(), record.embedding.end(), lora_transfer());
    return lora_trajectory_record(handle, record.op, record.attention, record.execution,
                                  record.baseline);
  }
};

Record random_record(oracle::Random& random, uint32_t dim, uint32_t operators) {
  return {to_float(random.normals(dim)), random.below(operators), 51 * random.below(6),
          std::ldexp(1, static_cast<int>(random.below(5)) - 2), (1 + random.below(40)) / 8.0};
}

void check_equal(const Ring& ring, const Model& model, uint32_t operators) {
  const uint32_t handle = ring.handle;
  const std::vector<Record>& records = model.records();
  const double length = static_cast<double>(records.size());
  const auto above = [](const Record& record, double t) { return record.improvement() > t; };
  const auto of_op = [](const Record& record, double op) { return record.op == op; };
  CHECK(lora_trajectory_length(handle) == length);
  CHECK(lora_trajectory_total_count(handle) == model.total);
  CHECK(lora_trajectory_success_rate(handle) == (length == 0 ? 0 : model.count(above, 0) / length));
  CHECK(lora_trajectory_best_improvement(handle) == model.best());
  CHECK(lora_trajectory_mean_improvement(handle) == model.mean());
  CHECK(lora_trajectory_best_attention(handle) == model.best_attention());
  // Two passes of at most 50 terms each, all of them positive in the second one.
  CHECK(lora_trajectory_variance(handle) ==
        Approx(model.variance()).epsilon(100 * 0x1p-53).margin(1e-30));
  for (const double threshold : {-2.0, -1.0, -0.5, 0.0, 0.5, 3.0, 1e300}) {
    CHECK(lora_trajectory_high_quality_count(handle, threshold) == model.count(above, threshold));
  }
  for (uint32_t op = 0; op < operators; ++op) {
    CHECK(lora_trajectory_count_by_operator(handle, op) == model.count(of_op, op));
  }
  for (uint32_t i = 0; i < records.size(); ++i) {
    const Record& record = records[i];
    CHECK(lora_trajectory_get(handle, i, LORA_OPERATOR) == record.op);
    CHECK(lora_trajectory_get(handle, i, LORA_ATTENTION) == record.attention);
    CHECK(lora_trajectory_get(handle, i, LORA_EXECUTION_MS) == record.execution);
    CHECK(lora_trajectory_get(handle, i, LORA_BASELINE_MS) == record.baseline);
    CHECK(lora_trajectory_get(handle, i, LORA_IMPROVEMENT) == record.improvement());
    REQUIRE(lora_trajectory_read(handle, i) == LORA_OK);
    CHECK(same_bits(Floats(lora_transfer(), lora_transfer() + ring.dim), record.embedding));
  }
}

}  // namespace

TEST_CASE("a ring of trajectories against the model", "[trajectories]") {
  constexpr uint32_t kShapes[][3] = {{1, 1, 1}, {2, 5, 3}, {7, 16, 17}, {50, 31, 256}};
  for (const auto& [capacity, dim, operators] : kShapes) {
    oracle::Random random(capacity);
    Ring ring(capacity, dim, operators);
    Model model(capacity);
    CAPTURE(capacity, dim, operators);
    check_equal(ring, model, operators);
    for (uint32_t i = 0; i < 3 * capacity + 2; ++i) {
      const Record record = random_record(random, dim, operators);
      REQUIRE(ring.record(record) == LORA_OK);
      model.add(record);
      check_equal(ring, model, operators);
    }
    REQUIRE(lora_trajectory_reset(ring.handle) == LORA_OK);
    model.clear();
    check_equal(ring, model, operators);
    const Record record = random_record(random, dim, operators);
    REQUIRE(ring.record(record) == LORA_OK);
    model.add(record);
    check_equal(ring, model, operators);
  }
}

TEST_CASE("the best attention type: a tie, and nothing above 0", "[trajectories]") {
  Ring ring(16, 1, 1);
  const auto add = [&](uint32_t attention, double baseline) {
    REQUIRE(ring.record({{1}, 0, attention, 1, baseline}) == LORA_OK);
  };
  CHECK(lora_trajectory_best_attention(ring.handle) == 0);
  add(200, 0.25);
  CHECK(lora_trajectory_best_attention(ring.handle) == 200);
  CHECK(lora_trajectory_best_improvement(ring.handle) == -0.75);
  add(255, 0.5);
  CHECK(lora_trajectory_best_attention(ring.handle) == 255);
  CHECK(lora_trajectory_best_improvement(ring.handle) == -0.5);
  // Means of -0.5 by one and by two trajectories: the lower number.
  add(7, 0.25);
  add(7, 0.75);
  CHECK(lora_trajectory_best_attention(ring.handle) == 7);
  // Not the best single one: the best mean.
  add(9, 8);
  add(9, 0.125);
  add(10, 4.5);
  CHECK(lora_trajectory_best_attention(ring.handle) == 10);
}

TEST_CASE("what a ring refuses changes nothing", "[trajectories]") {
  constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  oracle::Random random(3);
  Ring ring(4, 5, 17);
  Model model(4);
  for (int i = 0; i < 6; ++i) {
    const Record record = random_record(random, 5, 17);
    REQUIRE(ring.record(record) == LORA_OK);
    model.add(record);
  }
  const Floats e(5, 0.5f);
  const struct {
    Record record;
    int32_t status;
  } kRefused[] = {
      {{e, 17, 0, 1, 1}, LORA_E_RANGE},
      {{e, 0xffffffffu, 0, 1, 1}, LORA_E_RANGE},
      {{e, 0, 256, 1, 1}, LORA_E_RANGE},
      {{e, 0, 0, 0, 1}, LORA_E_RANGE},
      {{e, 0, 0, 1, 0}, LORA_E_RANGE},
      {{e, 0, 0, -1, 1}, LORA_E_RANGE},
      {{e, 0, 0, 1, -1}, LORA_E_RANGE},
      {{e, 0, 0, kNaN, 1}, LORA_E_NONFINITE},
      {{e, 0, 0, 1, kNaN}, LORA_E_NONFINITE},
      {{e, 0, 0, kInfinity, 1}, LORA_E_NONFINITE},
      {{e, 0, 0, 1, kInfinity}, LORA_E_NONFINITE},
      {{e, 0, 0, 1, -kInfinity}, LORA_E_NONFINITE},
      {{e, 0, 0, 1e-30, 1e30}, LORA_E_NONFINITE},
      {{e, 0, 0, 1e-300, 1e300}, LORA_E_NONFINITE},
      {{{0, 0, 0, 0, static_cast<float>(kNaN)}, 0, 0, 1, 1}, LORA_E_NONFINITE},
      {{{static_cast<float>(kInfinity), 0, 0, 0, 0}, 0, 0, 1, 1}, LORA_E_NONFINITE},
      {{{1e20f, 0, 0, 0, 0}, 0, 0, 1, 1}, LORA_E_NONFINITE},
  };
  for (const auto& refused : kRefused) {
    CAPTURE(refused.record.op, refused.record.attention, refused.record.execution,
            refused.record.baseline);
    CHECK(ring.record(refused.record) == refused.status);
    check_equal(ring, model, 17);
  }
  CHECK(lora_trajectory_get(ring.handle, 4, LORA_OPERATOR) == LORA_E_RANGE);
  CHECK(lora_trajectory_get(ring.handle, 0, 8) == LORA_E_OPTION);
  CHECK(lora_trajectory_read(ring.handle, 4) == LORA_E_RANGE);
  CHECK(lora_trajectory_read(ring.handle, 0xffffffffu) == LORA_E_RANGE);
  CHECK(lora_trajectory_count_by_operator(ring.handle, 17) == LORA_E_RANGE);
  CHECK(lora_trajectory_high_quality_count(ring.handle, kNaN) == LORA_E_NONFINITE);
  CHECK(lora_trajectory_high_quality_count(ring.handle, kInfinity) == 0);
  CHECK(lora_trajectory_high_quality_count(ring.handle, -kInfinity) == 4);
  check_equal(ring, model, 17);
}

// Results of -1 or more are values, those below are errors: so no improvement may come out below.
TEST_CASE("the lowest improvement is -1 and not an error", "[trajectories]") {
  Ring ring(3, 1, 1);
  for (int i = 0; i < 3; ++i) REQUIRE(ring.record({{0}, 0, 1, 1e300, 1e-300}) == LORA_OK);
  CHECK(lora_trajectory_best_improvement(ring.handle) == -1);
  CHECK(lora_trajectory_mean_improvement(ring.handle) == -1);
  CHECK(lora_trajectory_get(ring.handle, 0, LORA_IMPROVEMENT) == -1);
  CHECK(lora_trajectory_variance(ring.handle) == 0);
  CHECK(lora_trajectory_success_rate(ring.handle) == 0);
}

TEST_CASE("a decision's probability, limit and stop are kept with a trajectory") {
  open_engine();
  const auto buffer = static_cast<uint32_t>(lora_trajectory_create(2, 1, 1));
  lora_transfer()[0] = 1;
  const double infinity = std::numeric_limits<double>::infinity();
  REQUIRE(lora_trajectory_record(buffer, 0, 0, 1, 2) == LORA_OK);
  REQUIRE(lora_trajectory_record_decision(buffer, 0, 1, 4, 2, 0.25, 4, 1) == LORA_OK);
  CHECK(lora_trajectory_get(buffer, 0, LORA_PROBABILITY) == 1);
  CHECK(lora_trajectory_get(buffer, 0, LORA_LIMIT) == infinity);
  CHECK(lora_trajectory_get(buffer, 0, LORA_STOPPED) == 0);
  CHECK(lora_trajectory_get(buffer, 1, LORA_PROBABILITY) == 0.25);
  CHECK(lora_trajectory_get(buffer, 1, LORA_LIMIT) == 4);
  CHECK(lora_trajectory_get(buffer, 1, LORA_STOPPED) == 1);
  CHECK(lora_trajectory_get(buffer, 1, LORA_IMPROVEMENT) == -0.5);
  for (const double bad : {0.0, 1.5, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
    CHECK(lora_trajectory_record_decision(buffer, 0, 1, 4, 2, bad, 4, 1) == LORA_E_RANGE);
  }
  CHECK(lora_trajectory_record_decision(buffer, 0, 1, 4, 2, 1, -1, 1) == LORA_E_RANGE);
  CHECK(lora_trajectory_record_decision(buffer, 0, 1, 4, 2, 1, 4, 2) == LORA_E_OPTION);
  CHECK(lora_trajectory_total_count(buffer) == 2);
  lora_free(buffer);
}
