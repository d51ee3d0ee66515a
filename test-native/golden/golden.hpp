// Reads golden.txt, which oracle.py wrote: what PyTorch learned in each case.
//
// The file is lines of words. Four lines first: the format, the version of torch, the steps of
// every case, and at which steps (from 1) losses are noted:
//     microlora-golden 1
//     torch 1.13.0
//     steps 300
//     losses_at 17 1 10 20 40 ...
// and then cases. What a case does not name has the value that Case gives it here:
//     case adam.plain.mse.16x16r2.s1
//     in 16                          any line of Case, in any order
//     inputs d31c5f9a                checksum of start and samples, hexadecimal (samples.hpp)
//     a 32 0.25 -0.125 ...           float64 reference: every stride-th weight of the final A, from
//     b 32 ...                       the first, row-major; then of B
//     losses 17 2.78 1.04 ...        of the step's sample before the step, as losses_at
//     torch32 1.4e-07 1.2e-07 3e-08  how far torch's float32 was from it: A, B, loss (`Errors`)
//     end
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace golden {

using Vector = std::vector<double>;

// |value - reference| / |reference|, Euclidean, of the weights and the losses that are noted.
struct Errors {
  double a, b, loss;

  double weights() const { return std::fmax(a, b); }
};

struct Case {
  std::string name;
  // The adapter: y = alpha B^T A x, and x more where it is residual.
  uint32_t in = 0, out = 0, rank = 0;
  double alpha = 1;
  bool residual = false;
  // Start and samples.
  uint32_t seed = 0;
  double a_scale = 0, b_scale = 0, map_scale = 0, noise_scale = 0;
  uint32_t negatives = 0;
  // mse, cosine, huber (delta 1), infonce, triplet; reduction is of mse and huber: sum or mean.
  std::string loss = "mse", reduction = "sum";
  double temperature = 0, margin = 0;
  // sgd, momentum, adam, adamw. B learns at ratio * rate. Decay is decoupled for adamw, and else
  // added to the gradient. Clipping is of A's and B's gradients together; none where max_norm is 0.
  std::string optimizer = "sgd";
  double rate = 0, ratio = 1;
  double momentum = 0, beta1 = 0, beta2 = 0, epsilon = 0;
  double weight_decay = 0, max_norm = 0;
  // What was learned.
  uint32_t stride = 1;
  uint32_t inputs = 0;
  Vector a, b, losses;
  Errors torch32{};
};

struct File {
  std::string torch;
  uint32_t steps = 0;
  std::vector<uint32_t> losses_at;
  std::vector<Case> cases;
};

template <typename Real>
double relative_error(const std::vector<Real>& values, const Vector& noted, uint32_t stride = 1) {
  double error = 0, norm = 0;
  for (size_t i = 0; i < noted.size(); ++i) {
    const double difference = static_cast<double>(values.at(i * stride)) - noted[i];
    error += difference * difference;
    norm += noted[i] * noted[i];
  }
  return std::sqrt(error / norm);
}

// A run's final weights, whole, and its losses at losses_at, against the reference.
template <typename Real>
Errors errors(const Case& c, const std::vector<Real>& a, const std::vector<Real>& b,
              const std::vector<Real>& losses) {
  return {relative_error(a, c.a, c.stride), relative_error(b, c.b, c.stride),
          relative_error(losses, c.losses)};
}

// Throws where anything is missing, malformed or unknown: a test must not pass on half a file.
class Reader {
 public:
  explicit Reader(const std::string& path) : from_(path), path_(path) {}

  File file() {
    File file;
    expect("microlora-golden");
    expect("1");
    expect("torch");
    get(file.torch);
    expect("steps");
    get(file.steps);
    expect("losses_at");
    list(file.losses_at);
    for (std::string word; from_ >> word;) {
      check(word == "case", word);
      file.cases.push_back(one_case());
    }
    return file;
  }

 private:
  void check(bool holds, const std::string& at) const {
    if (!holds) throw std::runtime_error(path_ + ": wrong at " + at);
  }
  template <typename Value>
  void get(Value& value) {
    from_ >> value;
    check(static_cast<bool>(from_), last_);
  }
  void expect(const std::string& word) {
    get(last_);
    check(last_ == word, last_);
  }
  template <typename Number>
  void list(std::vector<Number>& numbers) {
    size_t count = 0;
    get(count);
    check(count < 1u << 20, last_);
    numbers.resize(count);
    for (Number& number : numbers) get(number);
  }

  Case one_case() {
    Case c;
    get(c.name);
    for (;;) {
      get(last_);
      if (last_ == "end") break;
      read_line(c);
    }
    last_ = c.name;
    check(c.losses.size() > 0 && c.stride > 0, last_);
    check(c.a.size() == (c.rank * c.in + c.stride - 1) / c.stride, last_);
    check(c.b.size() == (c.rank * c.out + c.stride - 1) / c.stride, last_);
    return c;
  }

  void read_line(Case& c) {
    bool known = false;
    const auto line = [&](const char* key, auto& value) {
      if (last_ != key) return;
      get(value);
      known = true;
    };
    const auto numbers = [&](const char* key, Vector& values) {
      if (last_ != key) return;
      list(values);
      known = true;
    };
    line("in", c.in);
    line("out", c.out);
    line("rank", c.rank);
    line("alpha", c.alpha);
    line("residual", c.residual);
    line("seed", c.seed);
    line("a_scale", c.a_scale);
    line("b_scale", c.b_scale);
    line("map_scale", c.map_scale);
    line("noise_scale", c.noise_scale);
    line("negatives", c.negatives);
    line("loss", c.loss);
    line("reduction", c.reduction);
    line("temperature", c.temperature);
    line("margin", c.margin);
    line("optimizer", c.optimizer);
    line("rate", c.rate);
    line("ratio", c.ratio);
    line("momentum", c.momentum);
    line("beta1", c.beta1);
    line("beta2", c.beta2);
    line("epsilon", c.epsilon);
    line("weight_decay", c.weight_decay);
    line("max_norm", c.max_norm);
    line("stride", c.stride);
    numbers("a", c.a);
    numbers("b", c.b);
    numbers("losses", c.losses);
    if (last_ == "inputs") {
      from_ >> std::hex;
      line("inputs", c.inputs);
      from_ >> std::dec;
    }
    if (last_ == "torch32") {
      get(c.torch32.a);
      get(c.torch32.b);
      get(c.torch32.loss);
      known = true;
    }
    check(known, c.name + " " + last_);
  }

  std::ifstream from_;
  std::string path_;
  std::string last_;
};

inline File read(const std::string& path) {
  return Reader(path).file();
}

}  // namespace golden
