// What PyTorch learns from the same start, data, optimizer and loss: golden/golden.txt, by
// golden/oracle.py. Its float64 run is the reference, and what its own float32 run loses against it
// is the measure.
#include <catch2/catch.hpp>
#include <map>

#include "golden/replay.hpp"
#include "set.hpp"

namespace {

using golden::Case;

const golden::File& file() {
  static const golden::File read = golden::read("test-native/golden/golden.txt");
  return read;
}

uint32_t optimizer_of(const Case& c) {
  static const std::map<std::string, uint32_t> all = {
      {"sgd", LORA_SGD}, {"momentum", LORA_MOMENTUM}, {"adam", LORA_ADAM}, {"adamw", LORA_ADAMW}};
  return all.at(c.optimizer);
}

// One step of the loss of the case, from the transfer vector; returns the loss.
double take_step(const Case& c, uint32_t handle, const golden::Sample& sample) {
  static const std::map<std::string, uint32_t> losses = {
      {"mse", LORA_MSE}, {"huber", LORA_HUBER}, {"cosine", LORA_COSINE}};
  float* to = lora_transfer();
  const auto put = [&](const Floats& v) { to = std::copy(v.begin(), v.end(), to); };
  put(sample.x);
  put(sample.t);
  if (const auto loss = losses.find(c.loss); loss != losses.end()) {
    return lora_learn(handle, 0, 1, loss->second, 1, c.reduction == "mean" ? 1 : 0);
  }
  for (const Floats& negative : sample.negatives) put(negative);
  const bool triplet = c.loss == "triplet";
  return lora_contrast(handle, 0, 1, 1 + c.negatives, triplet ? LORA_TRIPLET : LORA_INFO_NCE,
                       triplet ? c.margin : c.temperature);
}

}  // namespace

TEST_CASE("a naive run in double agrees with what PyTorch noted", "[golden]") {
  REQUIRE(file().cases.size() > 150);
  for (const Case& c : file().cases) {
    CAPTURE(c.name);
    const auto learned = golden::replay<double>(c, file());
    CHECK(learned.checksum == c.inputs);
    const golden::Errors errors = golden::errors(c, learned.a, learned.b, learned.losses);
    CHECK(errors.weights() < 1e-11);
    CHECK(errors.loss < 1e-11);
  }
}

TEST_CASE("optimizers and losses are within 4 times PyTorch's own f32 error", "[golden]") {
  open_engine();
  for (const Case& c : file().cases) {
    CAPTURE(c.name);
    Set set({.in = c.in,
             .out = c.out,
             .rank = c.rank,
             .alpha = c.alpha,
             .rate = c.rate,
             .optimizer = optimizer_of(c),
             .flags = c.residual ? uint32_t{LORA_RESIDUAL} : 0});
    const uint32_t handle = set.handle();
    const auto option = [&](uint32_t which, double value) {
      REQUIRE(lora_set_option(handle, LORA_ALL_SCOPES, which, value) == LORA_OK);
    };
    option(LORA_RATIO, c.ratio);
    option(LORA_WEIGHT_DECAY, c.weight_decay);
    option(LORA_CLIP, c.max_norm);
    if (c.optimizer == "momentum") option(LORA_BETA1, c.momentum);
    if (c.epsilon != 0) {
      option(LORA_BETA1, c.beta1);
      option(LORA_BETA2, c.beta2);
      option(LORA_EPSILON, c.epsilon);
    }
    REQUIRE(lora_reserve(handle, 1, 1 + c.negatives) == LORA_OK);
    golden::Samples samples(c);
    set.set_weights({samples.a(), samples.b()});

    std::vector<float> losses;
    for (uint32_t step = 1; step <= file().steps; ++step) {
      const double loss = take_step(c, handle, samples.next_sample());
      REQUIRE(loss > -1);
      for (const uint32_t at : file().losses_at) {
        if (at == step) losses.push_back(static_cast<float>(loss));
      }
    }
    CHECK(samples.checksum() == c.inputs);
    const Weights weights = set.weights();
    const golden::Errors ours = golden::errors(c, weights.a, weights.b, losses);
    CHECK(ours.weights() <= 4 * c.torch32.weights());
    // torch adds losses up in trees, and is lucky below the resolution of f32.
    CHECK(ours.loss <= 4 * std::fmax(c.torch32.loss, c.torch32.weights()));
  }
}
