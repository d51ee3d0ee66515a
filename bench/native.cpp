// The native column: the same cases over liblora.a, through abi/lora.h, timed by Google Benchmark.
//
// With --states it prints, as JSON, what each case leaves behind after a few calls, so that run.js
// can compare it with the other columns. The numbers are those of inputs.js.
#include <benchmark/benchmark.h>
#include <lora.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

namespace {

constexpr uint32_t kDim = 256;
constexpr uint32_t kRank = 2;
constexpr uint32_t kSeed = 1;
constexpr int kTeachingSteps = 8;
constexpr double kTeachingRate = 1.0 / 128;
constexpr double kTimedRate = 1.0 / (1 << 20);
constexpr double kReward = 0.5;
constexpr int kCheckedCalls = 3;
constexpr uint32_t kScopes = 17;
constexpr uint32_t kCategories = 5;
constexpr uint32_t kScope = 12;
constexpr uint32_t kSibling = 11;
constexpr uint32_t kJoins = 1;
constexpr size_t kBytes = kDim * sizeof(float);

// A status below 0 would mean that an error was timed.
void check(double status) {
  if (status >= 0) return;
  std::fprintf(stderr, "bench/native.cpp: a call failed with status %g\n", status);
  std::exit(1);
}

std::vector<float> numbers(uint32_t state) {
  std::vector<float> result;
  for (uint32_t i = 0; i < kDim; ++i) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    result.push_back(static_cast<float>(static_cast<int32_t>(state >> 21) - 1024) / 1024);
  }
  return result;
}

const std::vector<float> kX = numbers(0x9e3779b9);
const std::vector<float> kG = numbers(0x2545f491);

struct Objects {
  uint32_t single;
  uint32_t scoped;
  uint32_t ring;
  std::vector<float> out = std::vector<float>(kDim);

  Objects() {
    check(lora_grow(16 << 20));
    single = create(1, 0);
    scoped = create(kScopes, kCategories);
    check(lora_set_category(scoped, kScope, kJoins));
    check(lora_set_category(scoped, kSibling, kJoins));
    const int32_t handle = lora_trajectory_create(100, kDim, 17);
    check(handle);
    ring = static_cast<uint32_t>(handle);
  }

  static uint32_t create(uint32_t scopes, uint32_t categories) {
    const int32_t handle = lora_create(kDim, kDim, kRank, 1, kTeachingRate, LORA_SGD, kSeed,
                                       LORA_RESIDUAL, scopes, categories);
    check(handle);
    return static_cast<uint32_t>(handle);
  }
};

Objects& objects() {
  static Objects all;
  return all;
}

void prepare(uint32_t set, uint32_t taught, uint32_t timed, uint32_t fallback) {
  check(lora_reset(set, LORA_ALL_SCOPES));
  check(lora_set_category_fallback(set, fallback));
  check(lora_set_learning_rate(set, kTeachingRate));
  std::memcpy(lora_input(set), kX.data(), kBytes);
  std::memcpy(lora_gradient(set), kG.data(), kBytes);
  for (int step = 0; step < kTeachingSteps; ++step) {
    check(lora_forward(set, taught, LORA_FROM_OWN));
    check(lora_adapt(set, taught, LORA_FROM_OWN));
  }
  check(lora_set_learning_rate(set, kTimedRate));
  check(lora_forward(set, timed, LORA_FROM_OWN));
}

template <class T>
void print(const char* name, const T* values, size_t count, bool first) {
  std::printf("%s\"%s\":[", first ? "" : ",", name);
  for (size_t i = 0; i < count; ++i) {
    std::printf("%s%.17g", i == 0 ? "" : ",", static_cast<double>(values[i]));
  }
  std::printf("]");
}

void print_set(uint32_t set, uint32_t scope) {
  print("y", lora_output(set), kDim, true);
  for (uint32_t factor : {LORA_A, LORA_B}) {
    std::vector<float> rows;
    for (uint32_t row = 0; row < kRank; ++row) {
      check(lora_read_row(set, scope, factor, row));
      rows.insert(rows.end(), lora_transfer(), lora_transfer() + kDim);
    }
    print(factor == LORA_A ? "A" : "B", rows.data(), rows.size(), false);
  }
}

struct Case {
  const char* id;
  std::function<void()> prepare;
  double (*call)(Objects&);
  std::function<void()> print;
};

double forward_out(Objects& o) {
  std::memcpy(lora_transfer(), kX.data(), kBytes);
  const int32_t status = lora_forward(o.single, 0, LORA_FROM_TRANSFER);
  std::memcpy(o.out.data(), lora_output(o.single), kBytes);
  return status;
}

double adapt_array(uint32_t set, uint32_t scope) {
  std::memcpy(lora_transfer(), kG.data(), kBytes);
  return lora_adapt(set, scope, LORA_FROM_TRANSFER);
}

double record(Objects& o) {
  std::memcpy(lora_transfer(), kX.data(), kBytes);
  return lora_trajectory_record(o.ring, 5, 3, 8, 12);
}

void print_norm() {
  print_set(objects().single, 0);
  const double norm = lora_delta_norm(objects().single, 0);
  print("norm", &norm, 1, false);
}

void print_ring() {
  const uint32_t ring = objects().ring;
  const double statistics[] = {
      lora_trajectory_length(ring),
      lora_trajectory_total_count(ring),
      lora_trajectory_success_rate(ring),
      lora_trajectory_best_improvement(ring),
      lora_trajectory_mean_improvement(ring),
      lora_trajectory_variance(ring),
      lora_trajectory_best_attention(ring),
      lora_trajectory_high_quality_count(ring, 0.25),
      lora_trajectory_count_by_operator(ring, 5),
  };
  print("statistics", statistics, sizeof(statistics) / sizeof(double), true);
  check(lora_trajectory_read(ring, 0));
  print("embedding", lora_transfer(), kDim, false);
}

std::vector<Case> cases() {
  const auto single = [] { prepare(objects().single, 0, 0, 1); };
  const auto own = [] { prepare(objects().scoped, kScope, kScope, 0); };
  const auto from_category = [] { prepare(objects().scoped, kSibling, kScope, 1); };
  const auto both = [] { prepare(objects().scoped, kScope, kScope, 1); };
  const auto empty = [] { check(lora_trajectory_reset(objects().ring)); };
  const auto print_single = [] { print_set(objects().single, 0); };
  const auto print_scoped = [] { print_set(objects().scoped, kScope); };
  const auto scoped_forward = [](Objects& o) -> double {
    return lora_forward(o.scoped, kScope, LORA_FROM_OWN);
  };
  const auto scoped_adapt = [](Objects& o) -> double {
    return lora_adapt(o.scoped, kScope, LORA_FROM_OWN);
  };
  return {
      {"forward-views", single,
       [](Objects& o) -> double { return lora_forward(o.single, 0, LORA_FROM_OWN); }, print_single},
      {"forward-out", single, forward_out, print_single},
      {"adapt-views", single,
       [](Objects& o) -> double { return lora_adapt(o.single, 0, LORA_FROM_OWN); }, print_single},
      {"adapt-array", single, [](Objects& o) { return adapt_array(o.single, 0); }, print_single},
      {"reward", single,
       [](Objects& o) -> double { return lora_adapt_with_reward(o.single, 0, kReward); },
       print_single},
      {"delta-norm", single, [](Objects& o) { return lora_delta_norm(o.single, 0); }, print_norm},
      {"scoped-forward-own", own, scoped_forward, print_scoped},
      {"scoped-forward-fallback", from_category, scoped_forward, print_scoped},
      {"scoped-adapt-own", own, scoped_adapt, print_scoped},
      {"scoped-adapt-fallback", both, scoped_adapt, print_scoped},
      {"scoped-adapt-array", both, [](Objects& o) { return adapt_array(o.scoped, kScope); },
       print_scoped},
      {"record", empty, record, print_ring},
  };
}

void print_states() {
  const char* separator = "{";
  for (const Case& each : cases()) {
    each.prepare();
    for (int i = 0; i < kCheckedCalls; ++i) check(each.call(objects()));
    std::printf("%s\"%s\":{", separator, each.id);
    each.print();
    std::printf("}");
    separator = ",\n";
  }
  std::printf("}\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::strcmp(argv[1], "--states") == 0) {
    print_states();
    return 0;
  }
  for (const Case& each : cases()) {
    benchmark::RegisterBenchmark(each.id, [each](benchmark::State& state) {
      each.prepare();
      Objects& all = objects();
      double status = 0;
      for (auto _ : state) benchmark::DoNotOptimize(status = each.call(all));
      check(status);
    });
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
