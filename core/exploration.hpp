// How the scopes of a set explore: noise in their answers, and running moments of their rewards.
// A set meets it only where its edition has it.
#pragma once

#include "arena.hpp"
#include "kernels.hpp"
#include "math.hpp"

namespace lora {

class Exploration {
 public:
  struct Scope {
    f32* noise;  // (out), padded: that of the last forward
    Rng rng;
    f64 count;  // of rewards, and their running mean and variance
    f64 mean;
    f64 variance;
  };

  // Scope i draws from stream first_stream + i of the seed. nullptr where the arena is full.
  static Exploration* create(Arena& arena, u32 scopes, u32 out, u32 seed, u32 first_stream);
  void destroy(Arena& arena) { arena.release(scopes_[0].noise); }

  Scope& scope(u32 index) { return scopes_[index]; }
  const Scope& scope(u32 index) const { return scopes_[index]; }

  // A scope as it was at creation.
  void restart(u32 index);

  // y += sigma noise, drawn anew
  void add_noise(u32 index, f64 sigma, f32* y);

  // The policy gradient of a reward, to g. The scope, a copy of one, takes the reward in. Returns
  // false where the reward is no better or worse than others, and g is not made.
  bool gradient(Scope& scope, f64 reward, f64 sigma, f32* g) const;

  // All but the noise.
  void copy_scope(u32 index, const Exploration& from);

 private:
  Scope* scopes_;
  u32 out_;
  u32 seed_;
  u32 first_stream_;
};

}  // namespace lora
