// A libFuzzer target: bytes become a sequence of calls with arbitrary arguments. Whatever they are,
// no memory may be touched wrongly (the sanitizers see to that), a call that failed may have
// changed nothing that can be seen cheaply, and no weight may stop being finite.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <vector>

#include "lora.h"

namespace {

struct Bytes {
  const uint8_t* data;
  size_t left;

  template <class T>
  T take() {
    T value{};
    const size_t n = std::min(left, sizeof(T));
    std::memcpy(&value, data, n);
    data += n;
    left -= n;
    return value;
  }
  uint32_t below(uint32_t n) { return take<uint8_t>() % n; }
  // Mostly in range, sometimes anything.
  uint32_t about(uint32_t n) { return below(16) == 0 ? take<uint32_t>() : below(n + 1); }
  double number() {
    constexpr double kUsual[] = {0,    1,     -1,   0.5,   0.01, 1e-45, 1e-20, 1e10,
                                 1e19, -1e20, 3e38, -3e38, 1e39, 1e30,  NAN,   INFINITY};
    const uint32_t which = below(std::size(kUsual) + 4);
    if (which < std::size(kUsual)) return kUsual[which];
    return which % 2 == 0 ? take<double>() : static_cast<double>(take<int8_t>()) / 16;
  }
};

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

struct Object {
  uint32_t handle, in, out, rank, scopes, batch;  // rank 0 for what is no set
  bool in_space = false;
};

// What a failed call must not have changed, as far as it can be had for little.
struct Glimpse {
  double memory;
  std::vector<double> numbers;

  explicit Glimpse(const std::vector<Object>& objects) : memory(lora_memory_used()) {
    for (const Object& object : objects) {
      const uint32_t h = object.handle;
      if (object.rank == 0) {
        numbers.insert(numbers.end(),
                       {lora_trajectory_length(h), lora_trajectory_total_count(h),
                        lora_trajectory_mean_improvement(h), lora_space_count(h, LORA_DOCUMENTS),
                        lora_space_count(h, LORA_QUERIES), lora_space_spread(h),
                        lora_policy_count(h, 0, 0, 0), lora_policy_next_open(h, 0)});
      } else {
        numbers.insert(numbers.end(),
                       {lora_total_adapt_count(h), lora_total_forward_count(h),
                        lora_option(h, 0, LORA_LEARNING_RATE), lora_delta_norm(h, 0)});
      }
    }
  }
  bool operator==(const Glimpse& other) const {
    return memory == other.memory && numbers == other.numbers;
  }
};

class Session {
 public:
  explicit Session(Bytes bytes) : bytes_(bytes) {}

  void run() {
    while (bytes_.left > 0) call();
    for (const Object& object : objects_) {
      if (object.rank != 0) check_categories(object);
      if (object.rank == 0) check_maps(object);
      require(lora_free(object.handle) == LORA_OK, "free of what lives");
    }
  }

 private:
  uint32_t handle() {
    const uint32_t which = bytes_.below(16);
    if (which == 0) return bytes_.take<uint32_t>();
    if (which == 1 && !stale_.empty()) return stale_[bytes_.below(stale_.size())];
    if (objects_.empty()) return 0;
    return objects_[bytes_.below(static_cast<uint32_t>(objects_.size()))].handle;
  }

  // A few numbers into one of the vectors that calls read.
  void write_numbers() {
    const uint32_t set = handle();
    float* vectors[] = {lora_transfer(), lora_input(set), lora_gradient(set), lora_space_input(set),
                        lora_policy_context(set)};
    float* to = vectors[bytes_.below(5)];
    if (to == nullptr) return;
    uint32_t length = lora_transfer_size();
    for (const Object& object : objects_) {
      if (object.handle != set || to == lora_transfer()) continue;
      length = LORA_STRIDE(to == lora_gradient(set) ? object.out : object.in);
      if (object.rank != 0) length *= object.batch;
    }
    const uint32_t n = std::min(length, 1 + bytes_.below(40));
    if (bytes_.below(2) == 0) std::fill_n(to, length, 0.0f);
    for (uint32_t i = 0; i < n; ++i) to[i] = static_cast<float>(bytes_.number());
  }

  void check(double result, const Glimpse& before) {
    require(result >= -1 || (result <= LORA_E_HANDLE && result >= LORA_E_OPTION &&
                             result == std::floor(result)),
            "a result is a value or a status of the engine's");
    if (result < -1) require(Glimpse(objects_) == before, "a failed call changes nothing");
  }

  void check_weights(uint32_t handle) {
    for (const Object& object : objects_) {
      if (object.handle != handle || object.rank == 0) continue;
      for (uint32_t scope = 0; scope < object.scopes; ++scope) {
        for (uint32_t factor = LORA_A; factor <= LORA_B; ++factor) {
          for (uint32_t row = 0; row < object.rank; ++row) {
            require(lora_read_row(handle, scope, factor, row) == LORA_OK, "rows can be read");
            require(lora_check(factor == LORA_A ? object.in : object.out) == LORA_OK,
                    "weights are finite");
          }
        }
        if (lora_read_row(handle, scope, LORA_SHIFT, 0) == LORA_OK) {
          require(lora_check(object.out) == LORA_OK, "a shift is finite");
        }
      }
    }
  }

  // 0 times a weight is NaN where it is not finite: so what categories learned shows.
  void check_categories(const Object& object) {
    lora_set_option(object.handle, LORA_ALL_SCOPES, LORA_EXPLORE, 0);
    for (uint32_t scope = 0; scope < object.scopes; ++scope) {
      lora_reset(object.handle, scope);
      std::fill_n(lora_input(object.handle), object.in, 0.0f);
      require(lora_forward(object.handle, scope, 1, LORA_FROM_OWN) == LORA_OK, "A is finite");
      for (uint32_t i = 0; i < object.out; ++i) {
        // In a space, the answer to 0 is the input as it is there.
        const float y = lora_output(object.handle)[i];
        require(object.in_space ? std::isfinite(y) : y == 0, "B is finite");
      }
    }
  }

  void create_set() {
    Object object{0, bytes_.about(40), bytes_.about(40), bytes_.about(9), bytes_.about(5), 0};
    const uint32_t flags = bytes_.about(3);
    if (bytes_.below(2) == 0) object.out = object.in;
    const double alpha = bytes_.number();
    const double rate = bytes_.number();
    const uint32_t optimizer = bytes_.about(4);
    const uint32_t categories = bytes_.about(3);
    object.batch = bytes_.about(4);
    const Glimpse before(objects_);
    const int32_t result =
        lora_create(object.in, object.out, object.rank, alpha, rate, optimizer,
                    bytes_.take<uint32_t>(), flags, object.scopes, categories, object.batch);
    if (result <= 0) return check(result, before);
    object.handle = static_cast<uint32_t>(result);
    objects_.push_back(object);
    for (uint32_t scope = 0; categories != 0 && scope < object.scopes; ++scope) {
      lora_set_category(object.handle, scope, scope % categories);
    }
  }

  // What it returned can be read.
  double packed_output(uint32_t handle, uint32_t rows) {
    const float* y = lora_packed_output(handle, rows);
    if (y == nullptr) return LORA_E_HANDLE;
    for (const Object& object : objects_) {
      if (object.handle != handle) continue;
      const std::vector<float> packed(y, y + rows * object.out);
      const float* output = lora_output(handle);
      for (uint32_t j = 0; j < rows; ++j, output += LORA_STRIDE(object.out)) {
        require(
            std::memcmp(output, packed.data() + j * object.out, object.out * sizeof(float)) == 0,
            "the rows are those of the output");
      }
    }
    return LORA_OK;
  }

  void create_ring() {
    const Glimpse before(objects_);
    const int32_t result =
        lora_trajectory_create(bytes_.about(20), bytes_.about(40), bytes_.about(20));
    if (result <= 0) return check(result, before);
    objects_.push_back({static_cast<uint32_t>(result), 0, 0, 0, 0, 0});
  }

  void create_sum() {
    const Glimpse before(objects_);
    const int32_t result = lora_sum_create(bytes_.about(40), bytes_.about(40), bytes_.about(20));
    if (result <= 0) return check(result, before);
    objects_.push_back({static_cast<uint32_t>(result), 0, 0, 0, 0, 0});
  }

  void create_space() {
    const Glimpse before(objects_);
    const uint32_t dim = bytes_.about(40);
    const int32_t result = lora_space_create(dim, bytes_.about(9));
    if (result <= 0) return check(result, before);
    objects_.push_back({static_cast<uint32_t>(result), dim, dim, 0, 0, 0});
  }

  void create_policy() {
    const Glimpse before(objects_);
    const uint32_t dim = bytes_.about(40);
    const uint32_t arms = bytes_.about(5);
    const uint32_t memory = bytes_.about(5);
    const uint32_t scopes = bytes_.about(3);
    const uint32_t categories = bytes_.about(1);
    const uint32_t default_arm = bytes_.below(2) == 0 ? LORA_NO_ARM : bytes_.about(2);
    const int32_t result =
        lora_policy_create(dim, arms, memory, scopes, categories, bytes_.about(6), bytes_.about(2),
                           default_arm, bytes_.take<uint32_t>());
    if (result <= 0) return check(result, before);
    objects_.push_back({static_cast<uint32_t>(result), dim, dim, 0, scopes, 0});
  }

  double id() { return bytes_.below(8) == 0 ? bytes_.number() : bytes_.below(12); }
  double baseline() { return bytes_.below(2) == 0 ? NAN : bytes_.number(); }

  // A limit may be infinite, and a bank any number: only that they can be had.
  static double had(double value) {
    return value <= LORA_E_HANDLE && value >= LORA_E_OPTION ? value : LORA_OK;
  }

  double policy_call(uint32_t h, uint32_t a, uint32_t b) {
    switch (bytes_.below(29)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return lora_policy_choose(h, a, bytes_.about(2), bytes_.about(1), baseline());
      case 4:
      case 5:
      case 6:
      case 7: {
        const double which = bytes_.below(4) == 0 ? id() : lora_policy_next_open(h, 0);
        return lora_policy_learn(h, which, bytes_.number(), b, baseline());
      }
      case 8:
      case 9:
        return lora_policy_observe(h, a, b, bytes_.number(), bytes_.about(1), baseline());
      case 10:
        return lora_policy_predict(h, a, baseline());
      case 11:
        return lora_policy_cancel(h, id());
      case 12:
        return lora_policy_fate(h, id());
      case 13:
        return had(lora_policy_choice(h, a));
      case 14:
        return lora_policy_set_option(h, a, bytes_.number());
      case 15:
        return lora_policy_option(h, a);
      case 16:
        return lora_policy_set_category(h, a, b);
      case 17:
        return lora_policy_bank(h);
      case 18:
        return lora_policy_count(h, a, b, bytes_.about(1));
      case 19:
        return lora_policy_add_arm(h, bytes_.below(2) == 0 ? LORA_NO_ARM : a);
      case 20:
        return lora_policy_remove_arm(h, a);
      case 21:
        return lora_policy_reset_arm(h, a);
      case 22:
        return lora_policy_reset(h);
      case 23: {
        const int32_t count = lora_policy_read_numbers(h);
        if (count <= 0) return count;
        spoil(count);
        return lora_policy_write_numbers(h, static_cast<uint32_t>(count));
      }
      case 24: {
        const int32_t result = lora_policy_read_row(h, a, b, bytes_.about(4));
        if (result != LORA_OK || lora_transfer() == nullptr) return result;
        if (bytes_.below(2) == 0) lora_transfer()[0] = static_cast<float>(bytes_.number());
        return lora_policy_write_row(h, a, b, bytes_.about(4));
      }
      case 25: {
        const int32_t result = lora_policy_read_context(h, id());
        return result == LORA_OK ? lora_policy_write_context(h, lora_policy_next_open(h, 0))
                                 : result;
      }
      case 26:
        return lora_policy_copy(h, handle());
      case 27:
        return lora_policy_set_context(h);
      default:
        return lora_policy_next_open(h, id());
    }
  }

  // Whatever was learned or written.
  void check_maps(const Object& object) {
    for (uint32_t owner = 0; owner < object.scopes + 1; ++owner) {
      for (uint32_t column = 0; column < 16; ++column) {
        for (uint32_t row = 0; row < 8; ++row) {
          if (lora_policy_read_row(object.handle, owner, column, row) != LORA_OK) continue;
          require(lora_check(object.in) == LORA_OK, "maps are finite");
        }
      }
    }
  }

  double join(uint32_t set, uint32_t space, uint32_t cautious) {
    const int32_t result = lora_join_space(set, space, cautious);
    for (Object& object : objects_) {
      if (object.handle == set && result == LORA_OK) object.in_space = true;
    }
    return result;
  }

  // What it maps can be used.
  double map(uint32_t space, uint32_t side, uint32_t rows) {
    const int32_t result = lora_space_map(space, side, rows);
    for (const Object& object : objects_) {
      if (object.handle != space || result != LORA_OK) continue;
      require(lora_check(rows * object.in) == LORA_OK, "what a space maps is finite");
    }
    return result;
  }
  double map_input(uint32_t space, uint32_t side) {
    const int32_t result = lora_space_map_input(space, side);
    for (const Object& object : objects_) {
      if (object.handle != space || result != LORA_OK) continue;
      for (uint32_t i = 0; i < object.in; ++i) {
        require(std::isfinite(lora_space_output(space)[i]), "what a space maps is finite");
      }
    }
    return result;
  }

  double put_back_space(uint32_t space) {
    const int32_t count = lora_space_read_numbers(space);
    if (count <= 0) return count;
    spoil(count);
    return lora_space_write_numbers(space, static_cast<uint32_t>(count));
  }
  double put_back_direction(uint32_t space, uint32_t index) {
    const int32_t result = lora_space_read_row(space, index);
    if (result != LORA_OK) return result;
    if (bytes_.below(2) == 0) lora_transfer()[0] = static_cast<float>(bytes_.number());
    return lora_space_write_row(space, index);
  }

  // Numbers as they were read, some of them replaced.
  void spoil(int32_t count) {
    auto* numbers = reinterpret_cast<double*>(lora_transfer());
    const uint32_t changes = bytes_.below(4);
    for (uint32_t i = 0; i < changes; ++i) {
      numbers[bytes_.below(static_cast<uint32_t>(count))] = bytes_.number();
    }
  }
  double put_back(uint32_t handle, uint32_t index) {
    const int32_t count = lora_read_numbers(handle, index);
    if (count <= 0) return count;
    spoil(count);
    return lora_write_numbers(handle, index, static_cast<uint32_t>(count));
  }
  double put_back_forward(uint32_t handle) {
    const int32_t count = lora_read_forward(handle);
    if (count <= 0) return count;
    spoil(count);
    return lora_write_forward(handle, static_cast<uint32_t>(count));
  }

  void free_one() {
    const uint32_t h = handle();
    const Glimpse before(objects_);
    const int32_t result = lora_free(h);
    check(result, before);
    if (result != LORA_OK) return;
    stale_.push_back(h);
    const auto is = [h](const Object& object) { return object.handle == h; };
    const auto at = std::find_if(objects_.begin(), objects_.end(), is);
    require(at != objects_.end(), "only what lives can be freed");
    objects_.erase(at);
  }

  void call();

  Bytes bytes_;
  std::vector<Object> objects_;
  std::vector<uint32_t> stale_;
};

void Session::call() {
  const uint32_t which = bytes_.below(102);
  if (which < 3) return create_set();
  if (which == 3) return create_ring();
  if (which == 4) return free_one();
  if (which < 9) return write_numbers();
  if (which == 42) return create_sum();
  if (which == 56) return create_space();
  if (which == 83) return create_policy();
  const uint32_t h = handle();
  const uint32_t a = bytes_.about(5);
  const uint32_t b = bytes_.about(2);
  const Glimpse before(objects_);
  const auto result = [&]() -> double {
    switch (which) {
      case 9:
      case 10:
      case 11:
        return lora_forward(h, a, bytes_.about(4), b);
      case 12:
      case 13:
      case 14:
        return lora_adapt(h, a, bytes_.about(4), b);
      case 15:
        return lora_adapt_with_reward(h, a, bytes_.number());
      case 16:
        return lora_write_row(h, a, bytes_.about(9), bytes_.about(9));
      case 17:
        return lora_read_row(h, a, b, bytes_.about(9));
      case 18:
        return lora_reset(h, bytes_.below(2) == 0 ? LORA_ALL_SCOPES : a);
      case 19:
        return lora_set_category(h, a, bytes_.about(3));
      case 20:
        return lora_set_category_fallback(h, b);
      case 21:
        return lora_set_option(h, LORA_ALL_SCOPES, LORA_LEARNING_RATE, bytes_.number());
      case 22:
        return lora_delta_norm(h, a);
      case 23:
        return lora_adapt_count(h, a) + lora_forward_count(h, a) < -1 ? LORA_E_SCOPE : 0;
      case 24:
      case 25:
        return lora_trajectory_record(h, a, b * 100, bytes_.number(), bytes_.number());
      case 26:
        return std::min({lora_trajectory_success_rate(h), lora_trajectory_best_improvement(h),
                         lora_trajectory_mean_improvement(h), lora_trajectory_variance(h),
                         lora_trajectory_best_attention(h)});
      case 27:
        return lora_trajectory_high_quality_count(h, bytes_.number());
      case 28:
        return lora_trajectory_count_by_operator(h, a);
      case 29:
        // A field can be any finite number: only that it can be asked for.
        return std::max(lora_trajectory_get(h, a, b), double{LORA_E_OPTION});
      case 30:
        return lora_trajectory_read(h, a);
      case 31:
      case 32:
      case 33:
        return lora_learn(h, a, bytes_.about(4), bytes_.about(3), bytes_.number(), bytes_.about(2));
      case 34:
        return packed_output(h, a);
      case 35:
        return lora_set_option(h, b == 0 ? LORA_ALL_SCOPES : a, bytes_.about(9), bytes_.number());
      case 36:
        return lora_contrast(h, a, bytes_.about(4), bytes_.about(5), b, bytes_.number());
      case 37:
      case 38:
        return lora_accumulate(h, a, bytes_.about(4), b);
      case 39:
        return lora_step(h, a);
      case 40:
        return lora_decay_to_base(h, a, bytes_.number());
      case 43:
      case 44:
        return put_back(h, a);
      case 45:
      case 46:
        return put_back_forward(h);
      case 47:
        return lora_copy(h, handle(), b);
      case 48:
        return lora_merge_row(h, a, bytes_.about(40), bytes_.number());
      case 49:
      case 50:
        return lora_sum_add(h, handle(), a, bytes_.number());
      case 51:
        return lora_sum_take(h, handle(), a, b, bytes_.number());
      case 52:
        return lora_trajectory_set_total_count(h, a * 100);
      case 53:
        return lora_sum_kept(h);
      case 54:
        return lora_sum_lost(h);
      case 55:
        return lora_reserve_transfer(a);
      case 57:
        return join(h, handle(), b);
      case 58:
      case 59:
      case 60:
        return lora_space_learn(h, b, bytes_.about(4));
      case 61:
        return map(h, b, bytes_.about(4));
      case 62:
        return map_input(h, b);
      case 63:
        return lora_score(h, a, bytes_.about(4), b);
      case 64:
        return lora_space_freeze(h, b);
      case 65:
        return lora_space_mean(h, b);
      case 66:
        return lora_space_direction(h, a);
      case 67:
        return put_back_space(h);
      case 68:
        return put_back_direction(h, a);
      case 69:
        return lora_space_copy(h, handle());
      case 70:
        return lora_space_reset(h);
      case 71:
        return lora_space_check(h, a);
      case 72:
        return lora_space_reserve(h, a);
      case 73:
        return lora_space_is_frozen(h);
      case 74:
        return lora_served(h, a);
      case 75:
        // A mean may be any number.
        return lora_mean_cosine(h) == LORA_E_HANDLE ? LORA_E_HANDLE : LORA_OK;
      case 76:
        return lora_reserve(h, a, bytes_.about(8));
      case 77:
        return lora_trajectory_draw(h, b, bytes_.take<uint32_t>(), a);
      case 78:
        // A mean can be any number, and an error NaN: only that it can be asked for.
        return lora_trajectory_group(h, b, a, bytes_.about(2)) == LORA_E_HANDLE ? LORA_E_HANDLE
                                                                                : LORA_OK;
      case 79:
        return lora_has_learned(h, a);
      case 80:
        return lora_param_count(h);
      case 81:
        return lora_default_rate(a, bytes_.about(40));
      case 82:
        return lora_stride(a);
      case 85:
        return lora_trajectory_record_decision(h, a, b, bytes_.number(), bytes_.number(),
                                               bytes_.number(), bytes_.number(), bytes_.about(1));
      case 84:
        return b == 0 ? lora_trajectory_reset(h) : lora_check(a);
      case 85:
      case 86:
        return lora_click(h, a, bytes_.about(6), bytes_.about(5), b, bytes_.number());
      default:
        return policy_call(h, a, b);
    }
  }();
  check(result, before);
  const bool learns = (which >= 12 && which <= 16) || (which >= 31 && which <= 33) ||
                      (which >= 36 && which <= 40) || (which >= 43 && which <= 47) || which == 85 ||
                      which == 86;
  if (result >= LORA_OK && learns) check_weights(h);
  if (result >= LORA_OK && which == 51) {
    for (const Object& object : objects_) check_weights(object.handle);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static double idle = [] {
    // Small, so that it is full at times. The first object brings the table of handles.
    require(lora_grow(1u << 20) == LORA_OK, "grow");
    const int32_t first = lora_create(1, 1, 1, 1, 1, LORA_SGD, 1, 0, 1, 0, 1);
    require(first > 0 && lora_free(static_cast<uint32_t>(first)) == LORA_OK, "the first object");
    return lora_memory_used();
  }();
  // For larger sets than any before, the engine's own vectors become longer, and stay so: the same
  // session once more needs no more.
  Session({data, size}).run();
  idle = lora_memory_used();
  Session({data, size}).run();
  require(lora_memory_used() == idle, "all memory is back");
  return 0;
}
