// The native column of growth.js: the points of growth/points.js over liblora.a.
//
// `growth --run CASE CALLS` makes so many calls and nothing else, for a cache simulator to count.
#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "native.hpp"

namespace {

constexpr uint32_t kDim = 256;
constexpr uint32_t kRank = 2;
constexpr uint32_t kMostAdapters = 10000;
constexpr uint32_t kArena = 200u << 20;

enum class Action { kForward, kAdapt, kLearn, kStep };

// A (rank, dim), B (rank, dim), x, g and t (batch, dim); weights are numbers() / 16.
struct Inputs {
  std::vector<float> a, b, x, g, t;

  explicit Inputs(Shape shape)
      : a(numbers(0x510e527f, size_t{shape.rank} * shape.dim)),
        b(numbers(0x9b05688c, size_t{shape.rank} * shape.dim)),
        x(numbers(0xbb67ae85, size_t{shape.rows} * shape.dim)),
        g(numbers(0x3c6ef372, size_t{shape.rows} * shape.dim)),
        t(numbers(0x6a09e667, size_t{shape.rows} * shape.dim)) {
    for (std::vector<float>* factor : {&a, &b}) {
      for (float& value : *factor) value /= 16;
    }
  }
};

void set_weights(uint32_t set, Shape shape, const Inputs& inputs) {
  for (uint32_t factor : {LORA_A, LORA_B}) {
    const std::vector<float>& values = factor == LORA_A ? inputs.a : inputs.b;
    for (uint32_t row = 0; row < shape.rank; ++row) {
      std::memcpy(lora_transfer(), values.data() + size_t{row} * shape.dim,
                  shape.dim * sizeof(float));
      check(lora_write_row(set, 0, factor, row));
    }
  }
}

uint32_t create(Shape shape, uint32_t flags) {
  const int32_t handle = lora_create(shape.dim, shape.dim, shape.rank, 1, kTimedRate, LORA_SGD,
                                     kSeed, LORA_RESIDUAL | flags, 1, 0, shape.rows);
  check(handle);
  return static_cast<uint32_t>(handle);
}

// All of them are made when the first case asks, and every case uses the same.
const std::vector<uint32_t>& pool() {
  static const std::vector<uint32_t> all = [] {
    const Shape shape{kDim, kRank, 1};
    const Inputs inputs(shape);
    std::vector<uint32_t> made;
    for (uint32_t i = 0; i < kMostAdapters; ++i) {
      made.push_back(create(shape, LORA_SHARED_IO));
      set_weights(made.back(), shape, inputs);
    }
    return made;
  }();
  return all;
}

std::vector<uint32_t> order_of(uint32_t count, bool random) {
  std::vector<uint32_t> order(count);
  for (uint32_t i = 0; i < count; ++i) order[i] = i;
  if (!random) return order;
  uint32_t state = 0x1f83d9ab;
  for (uint32_t i = count - 1; i > 0; --i) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    std::swap(order[i], order[state % (i + 1)]);
  }
  return order;
}

// What one point works on; made when it is prepared for the first time.
struct Work {
  Shape shape;
  Action action;
  Inputs inputs;
  std::vector<uint32_t> adapters;
  size_t at = 0;
  double loss = 0;

  uint32_t first() const { return adapters.front(); }

  uint32_t next() {
    const uint32_t set = adapters[at];
    at = at + 1 == adapters.size() ? 0 : at + 1;
    return set;
  }

  double forward(uint32_t set) const { return lora_forward(set, 0, shape.rows, LORA_FROM_OWN); }
  double adapt(uint32_t set) const { return lora_adapt(set, 0, shape.rows, LORA_FROM_OWN); }

  double call() {
    switch (action) {
      case Action::kForward:
        return forward(next());
      case Action::kAdapt:
        return adapt(first());
      case Action::kLearn:
        copy_to_transfer(inputs.x);
        copy_to_transfer(inputs.t, inputs.x.size());
        return loss = lora_learn(first(), 0, shape.rows, LORA_MSE, 0, 0);
      case Action::kStep: {
        const uint32_t set = next();
        return std::min(forward(set), adapt(set));
      }
    }
    return -1;
  }
};

struct Name {
  Action action;
  const char* name;
};
constexpr Name kNames[] = {{Action::kForward, "forward"},
                           {Action::kAdapt, "adapt"},
                           {Action::kLearn, "learn"},
                           {Action::kStep, "step"}};

class Table {
 public:
  void add(const std::string& axis, uint32_t value, Shape shape, std::vector<Action> actions) {
    for (const Action action : actions) {
      add_case(axis, value, shape, action, [shape] { return std::vector{create(shape, 0)}; });
    }
  }

  // In the order of the pool, or in a random one; the state is that of the pool's first.
  void add_adapters(const std::string& axis, uint32_t count, bool random) {
    for (const Action action : {Action::kForward, Action::kStep}) {
      add_case(axis, count, {kDim, kRank, 1}, action, [count, random] {
        std::vector<uint32_t> adapters;
        for (const uint32_t i : order_of(count, random)) adapters.push_back(pool()[i]);
        return adapters;
      });
    }
  }

  const std::vector<Case>& cases() const { return cases_; }

 private:
  void add_case(const std::string& axis, uint32_t value, Shape shape, Action action,
                std::function<std::vector<uint32_t>()> make) {
    std::string id = axis + "-" + std::to_string(value);
    for (const auto& [each, name] : kNames) {
      if (each == action) id += std::string("-") + name;
    }
    auto work = std::make_shared<std::optional<Work>>();
    const bool shared = axis.rfind("adapters", 0) == 0;
    const auto first_of = [=] { return shared ? pool().front() : (*work)->first(); };
    cases_.push_back({id,
                      [=] {
                        if (!*work) work->emplace(Work{shape, action, Inputs(shape), make()});
                        const uint32_t set = first_of();
                        set_weights(set, shape, (*work)->inputs);
                        copy_rows(lora_input(set), (*work)->inputs.x, shape.dim);
                        copy_rows(lora_gradient(set), (*work)->inputs.g, shape.dim);
                        check((*work)->forward(set));
                      },
                      [=] { return (*work)->call(); },
                      [=] {
                        print_set(first_of(), 0, shape);
                        if (action == Action::kLearn) print("loss", &(*work)->loss, 1, false);
                      }});
  }

  std::vector<Case> cases_;
};

std::vector<Case> cases() {
  check(lora_grow(kArena));
  const std::vector<Action> all = {Action::kForward, Action::kAdapt, Action::kLearn};
  Table table;
  for (uint32_t dim = 32; dim <= 8192; dim *= 2) table.add("dim", dim, {dim, kRank, 1}, all);
  for (uint32_t rank = 1; rank <= 64; rank *= 2) table.add("rank", rank, {kDim, rank, 1}, all);
  for (uint32_t rows = 1; rows <= 256; rows *= 2) {
    table.add("batch", rows, {kDim, kRank, rows}, {Action::kForward, Action::kAdapt});
  }
  for (const bool random : {true, false}) {
    for (uint32_t count = 1; count <= kMostAdapters; count *= 10) {
      table.add_adapters(random ? "adapters" : "adapters-in-order", count, random);
    }
  }
  return table.cases();
}

int run(const std::string& id, long calls) {
  for (const Case& each : cases()) {
    if (each.id != id) continue;
    each.prepare();
    for (long i = 0; i < calls; ++i) check(each.call());
    return 0;
  }
  std::fprintf(stderr, "growth: there is no case %s\n", id.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4 && std::strcmp(argv[1], "--run") == 0) {
    return run(argv[2], std::strtol(argv[3], nullptr, 10));
  }
  if (argc == 2 && std::strcmp(argv[1], "--states") == 0) {
    print_states(cases());
    return 0;
  }
  return time_cases(cases(), argc, argv);
}
