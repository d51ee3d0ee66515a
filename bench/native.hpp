// What the native programs of the benchmark share: the numbers of inputs.js, cases, and a main that
// either times them by Google Benchmark or, with --states, prints as JSON what each leaves behind
// after a few calls, so that it can be compared with the other columns.
#pragma once

#include <benchmark/benchmark.h>
#include <lora.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

constexpr double kTimedRate = 1.0 / (1 << 20);
constexpr int kCheckedCalls = 3;
constexpr uint32_t kSeed = 1;

// A status below 0 would mean that an error was timed.
inline void check(double status) {
  if (status >= 0) return;
  std::fprintf(stderr, "bench: a native call failed with status %g\n", status);
  std::exit(1);
}

inline std::vector<float> numbers(uint32_t state, size_t count) {
  std::vector<float> result;
  result.reserve(count);
  for (size_t i = 0; i < count; ++i) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    result.push_back(static_cast<float>(static_cast<int32_t>(state >> 21) - 1024) / 1024);
  }
  return result;
}

// From a packed matrix (rows, n) to the rows of an object.
inline void copy_rows(float* to, const std::vector<float>& from, uint32_t n) {
  for (size_t row = 0; row < from.size() / n; ++row) {
    std::memcpy(to + row * LORA_STRIDE(n), from.data() + row * n, n * sizeof(float));
  }
}

inline void copy_to_transfer(const std::vector<float>& from, size_t at = 0) {
  std::memcpy(lora_transfer() + at, from.data(), from.size() * sizeof(float));
}

template <class T>
void print(const char* name, const T* values, size_t count, bool first) {
  std::printf("%s\"%s\":[", first ? "" : ",", name);
  for (size_t i = 0; i < count; ++i) {
    std::printf("%s%.17g", i == 0 ? "" : ",", static_cast<double>(values[i]));
  }
  std::printf("]");
}

struct Shape {
  uint32_t dim;
  uint32_t rank;
  uint32_t rows;
};

// y (rows, dim), A (rank, dim), B (rank, dim)
inline void print_set(uint32_t set, uint32_t scope, Shape shape) {
  const auto [dim, rank, rows] = shape;
  print("y", lora_packed_output(set, rows), size_t{rows} * dim, true);
  for (uint32_t factor : {LORA_A, LORA_B}) {
    std::vector<float> values;
    for (uint32_t row = 0; row < rank; ++row) {
      check(lora_read_row(set, scope, factor, row));
      values.insert(values.end(), lora_transfer(), lora_transfer() + dim);
    }
    print(factor == LORA_A ? "A" : "B", values.data(), values.size(), false);
  }
}

struct Case {
  std::string id;
  std::function<void()> prepare;
  std::function<double()> call;
  std::function<void()> print;
};

inline void print_states(const std::vector<Case>& cases) {
  const char* separator = "{";
  for (const Case& each : cases) {
    each.prepare();
    for (int i = 0; i < kCheckedCalls; ++i) check(each.call());
    std::printf("%s\"%s\":{", separator, each.id.c_str());
    each.print();
    std::printf("}");
    separator = ",\n";
  }
  std::printf("}\n");
}

inline int time_cases(const std::vector<Case>& cases, int argc, char** argv) {
  for (const Case& each : cases) {
    benchmark::RegisterBenchmark(each.id.c_str(), [each](benchmark::State& state) {
      each.prepare();
      double status = 0;
      for (auto _ : state) benchmark::DoNotOptimize(status = each.call());
      check(status);
    });
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
