// The native column of run.js: the same cases over liblora.a, through abi/lora.h.
#include "native.hpp"

namespace {

constexpr uint32_t kDim = 256;
constexpr uint32_t kRank = 2;
constexpr uint32_t kBatch = 32;
constexpr int kTeachingSteps = 8;
constexpr double kTeachingRate = 1.0 / 128;
constexpr double kReward = 0.5;
constexpr uint32_t kNegatives = 8;
constexpr double kDelta = 0.5;
constexpr double kTemperature = 0.1;
constexpr double kMargin = 0.5;
constexpr uint32_t kScopes = 17;
constexpr uint32_t kCategories = 5;
constexpr uint32_t kScope = 12;
constexpr uint32_t kSibling = 11;
constexpr uint32_t kJoins = 1;
constexpr uint32_t kDirections[] = {0, 16, 32};
constexpr size_t kBytes = kDim * sizeof(float);

const std::vector<float> kX = numbers(0x9e3779b9, kDim);
const std::vector<float> kG = numbers(0x2545f491, kDim);
const std::vector<float> kT = numbers(0x6a09e667, kDim);
const std::vector<float> kNegativeRows = numbers(0xa54ff53a, kNegatives* kDim);
const std::vector<float> kXs = numbers(0xbb67ae85, kBatch* kDim);
const std::vector<float> kGs = numbers(0x3c6ef372, kBatch* kDim);

struct InSpace {
  uint32_t directions;
  uint32_t space;
  uint32_t set;
};

struct Objects {
  uint32_t single;
  uint32_t by_optimizer[LORA_PRECONDITIONED + 1];
  uint32_t batched;
  uint32_t scoped;
  uint32_t ring;
  std::vector<InSpace> spaces;
  std::vector<float> out = std::vector<float>(kBatch * kDim);
  double loss = 0;

  Objects() {
    check(lora_grow(16 << 20));
    single = create(1, 0, 1);
    check(lora_reserve(single, 1, 1 + kNegatives));
    for (uint32_t optimizer = LORA_SGD; optimizer <= LORA_PRECONDITIONED; ++optimizer) {
      by_optimizer[optimizer] = create(1, 0, 1, optimizer);
    }
    // The default of the JavaScript.
    check(lora_set_option(by_optimizer[LORA_ADAMW], 0, LORA_WEIGHT_DECAY, 0.01));
    batched = create(1, 0, kBatch);
    scoped = create(kScopes, kCategories, 1);
    check(lora_set_category(scoped, kScope, kJoins));
    check(lora_set_category(scoped, kSibling, kJoins));
    const int32_t handle = lora_trajectory_create(100, kDim, 17);
    check(handle);
    ring = static_cast<uint32_t>(handle);
    for (const uint32_t directions : kDirections) spaces.push_back(create_in_space(directions));
  }

  static InSpace create_in_space(uint32_t directions) {
    const int32_t handle = lora_space_create(kDim, directions);
    check(handle);
    const auto space = static_cast<uint32_t>(handle);
    check(lora_space_reserve(space, kBatch));
    for (const auto& [rows, side] :
         {std::pair{&kXs, LORA_DOCUMENTS}, {&kXs, LORA_DOCUMENTS}, {&kGs, LORA_QUERIES}}) {
      copy_to_transfer(*rows);
      check(lora_space_learn(space, static_cast<uint32_t>(side), kBatch));
    }
    const uint32_t set = create(1, 0, 1);
    check(lora_join_space(set, space, 0));
    return {directions, space, set};
  }

  static uint32_t create(uint32_t scopes, uint32_t categories, uint32_t batch,
                         uint32_t optimizer = LORA_SGD) {
    const int32_t handle = lora_create(kDim, kDim, kRank, 1, kTeachingRate, optimizer, kSeed,
                                       LORA_RESIDUAL, scopes, categories, batch);
    check(handle);
    return static_cast<uint32_t>(handle);
  }
};

Objects& objects() {
  static Objects all;
  return all;
}

void teach(uint32_t set, uint32_t scope, uint32_t fallback) {
  check(lora_reset(set, LORA_ALL_SCOPES));
  check(lora_set_category_fallback(set, fallback));
  check(lora_set_option(set, LORA_ALL_SCOPES, LORA_LEARNING_RATE, kTeachingRate));
  std::memcpy(lora_input(set), kX.data(), kBytes);
  std::memcpy(lora_gradient(set), kG.data(), kBytes);
  for (int step = 0; step < kTeachingSteps; ++step) {
    check(lora_forward(set, scope, 1, LORA_FROM_OWN));
    check(lora_adapt(set, scope, 1, LORA_FROM_OWN));
  }
  check(lora_set_option(set, LORA_ALL_SCOPES, LORA_LEARNING_RATE, kTimedRate));
}

void prepare(uint32_t set, uint32_t taught, uint32_t timed, uint32_t fallback) {
  teach(set, taught, fallback);
  check(lora_forward(set, timed, 1, LORA_FROM_OWN));
}

void prepare_batch() {
  const uint32_t set = objects().batched;
  teach(set, 0, 1);
  copy_rows(lora_input(set), kXs, kDim);
  copy_rows(lora_gradient(set), kGs, kDim);
  check(lora_forward(set, 0, kBatch, LORA_FROM_OWN));
}

double forward_out(uint32_t set, uint32_t scope) {
  copy_to_transfer(kX);
  const int32_t status = lora_forward(set, scope, 1, LORA_FROM_TRANSFER);
  std::memcpy(objects().out.data(), lora_output(set), kBytes);
  return status;
}

double forward_batch_array() {
  const uint32_t set = objects().batched;
  copy_to_transfer(kXs);
  const int32_t status = lora_forward(set, 0, kBatch, LORA_FROM_TRANSFER);
  std::memcpy(objects().out.data(), lora_packed_output(set, kBatch), kBatch * kBytes);
  return status;
}

double adapt_array(uint32_t set, uint32_t scope) {
  copy_to_transfer(kG);
  return lora_adapt(set, scope, 1, LORA_FROM_TRANSFER);
}

double adapt_batch_array() {
  copy_to_transfer(kGs);
  return lora_adapt(objects().batched, 0, kBatch, LORA_FROM_TRANSFER);
}

double learn(uint32_t set, uint32_t loss) {
  copy_to_transfer(kX);
  copy_to_transfer(kT, kDim);
  return objects().loss = lora_learn(set, 0, 1, loss, kDelta, 0);
}

double contrast(uint32_t loss, double parameter) {
  copy_to_transfer(kX);
  copy_to_transfer(kT, kDim);
  copy_to_transfer(kNegativeRows, 2 * kDim);
  return objects().loss = lora_contrast(objects().single, 0, 1, 1 + kNegatives, loss, parameter);
}

double record() {
  copy_to_transfer(kX);
  return lora_trajectory_record(objects().ring, 5, 3, 8, 12);
}

double query_out(uint32_t space) {
  copy_to_transfer(kX);
  const int32_t status = lora_space_map(space, LORA_QUERIES, 1);
  std::memcpy(objects().out.data(), lora_transfer(), kBytes);
  return status;
}

void add_in_space(const InSpace& in, std::vector<Case>& all) {
  const auto id = [&](const char* name) { return name + std::to_string(in.directions); };
  const uint32_t space = in.space;
  const uint32_t set = in.set;
  const auto give = [=] { std::memcpy(lora_space_input(space), kX.data(), kBytes); };
  all.push_back({id("space-query-views-"), give,
                 [=] { return lora_space_map_input(space, LORA_QUERIES); },
                 [=] { print("y", lora_space_output(space), kDim, true); }});
  all.push_back({id("space-query-out-"), [] {}, [=] { return query_out(space); },
                 [] { print("y", objects().out.data(), kDim, true); }});
  all.push_back({id("forward-in-space-"), [=] { prepare(set, 0, 0, 1); },
                 [=] { return lora_forward(set, 0, 1, LORA_FROM_OWN); },
                 [=] {
                   print_set(set, 0, {kDim, kRank, 1});
                 }});
}

void print_with(const char* name, double value, uint32_t set) {
  print_set(set, 0, {kDim, kRank, 1});
  print(name, &value, 1, false);
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
  const uint32_t single = objects().single;
  const uint32_t batched = objects().batched;
  const uint32_t scoped = objects().scoped;
  const auto one = [=] { prepare(single, 0, 0, 1); };
  const auto own = [=] { prepare(scoped, kScope, kScope, 0); };
  const auto from_category = [=] { prepare(scoped, kSibling, kScope, 1); };
  const auto both = [=] { prepare(scoped, kScope, kScope, 1); };
  const auto empty = [] { check(lora_trajectory_reset(objects().ring)); };
  const auto print_single = [=] { print_set(single, 0, {kDim, kRank, 1}); };
  const auto print_batch = [=] { print_set(batched, 0, {kDim, kRank, kBatch}); };
  const auto print_scoped = [=] { print_set(scoped, kScope, {kDim, kRank, 1}); };
  const auto print_norm = [=] { print_with("norm", lora_delta_norm(single, 0), single); };
  const auto by_optimizer = [](const char* id, uint32_t optimizer) -> Case {
    const uint32_t set = objects().by_optimizer[optimizer];
    return {id, [=] { prepare(set, 0, 0, 1); }, [=] { return learn(set, LORA_MSE); },
            [=] { print_with("loss", objects().loss, set); }};
  };
  const auto by_loss = [=](const char* id, const std::function<double()>& call) -> Case {
    return {id, one, call, [=] { print_with("loss", objects().loss, single); }};
  };
  const auto forward = [](uint32_t set, uint32_t scope, uint32_t rows) {
    return [=] { return lora_forward(set, scope, rows, LORA_FROM_OWN); };
  };
  const auto adapt = [](uint32_t set, uint32_t scope, uint32_t rows) {
    return [=] { return lora_adapt(set, scope, rows, LORA_FROM_OWN); };
  };
  std::vector<Case> all = {
      {"forward-views", one, forward(single, 0, 1), print_single},
      {"forward-out", one, [=] { return forward_out(single, 0); }, print_single},
      {"adapt-views", one, adapt(single, 0, 1), print_single},
      {"adapt-array", one, [=] { return adapt_array(single, 0); }, print_single},
      by_loss("learn", [=] { return learn(single, LORA_MSE); }),
      by_optimizer("learn-momentum", LORA_MOMENTUM),
      by_optimizer("learn-adam", LORA_ADAM),
      by_optimizer("learn-adamw", LORA_ADAMW),
      by_optimizer("learn-preconditioned", LORA_PRECONDITIONED),
      by_loss("learn-huber", [=] { return learn(single, LORA_HUBER); }),
      by_loss("learn-cosine", [=] { return learn(single, LORA_COSINE); }),
      by_loss("contrast-info-nce", [] { return contrast(LORA_INFO_NCE, kTemperature); }),
      by_loss("contrast-triplet", [] { return contrast(LORA_TRIPLET, kMargin); }),
      {"forward-batch-views", prepare_batch, forward(batched, 0, kBatch), print_batch},
      {"forward-batch-array", prepare_batch, forward_batch_array, print_batch},
      {"adapt-batch-views", prepare_batch, adapt(batched, 0, kBatch), print_batch},
      {"adapt-batch-array", prepare_batch, adapt_batch_array, print_batch},
      {"reward", one, [=] { return lora_adapt_with_reward(single, 0, kReward); }, print_single},
      {"delta-norm", one, [=] { return lora_delta_norm(single, 0); }, print_norm},
      {"scoped-forward-own", own, forward(scoped, kScope, 1), print_scoped},
      {"scoped-forward-fallback", from_category, forward(scoped, kScope, 1), print_scoped},
      {"scoped-forward-out", from_category, [=] { return forward_out(scoped, kScope); },
       print_scoped},
      {"scoped-adapt-own", own, adapt(scoped, kScope, 1), print_scoped},
      {"scoped-adapt-fallback", both, adapt(scoped, kScope, 1), print_scoped},
      {"scoped-adapt-array", both, [=] { return adapt_array(scoped, kScope); }, print_scoped},
      {"record", empty, record, print_ring},
  };
  for (const InSpace& in : objects().spaces) add_in_space(in, all);
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::strcmp(argv[1], "--states") == 0) {
    print_states(cases());
    return 0;
  }
  return time_cases(cases(), argc, argv);
}
