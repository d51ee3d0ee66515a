/* The library from C, with lora.h alone: learns from examples that the last of four numbers is
 * wanted with the first one added to it. Exits with 0 where the error fell a hundredfold. */
#include <stdio.h>

#include "lora.h"

enum { DIM = 4, STEPS = 2000 };

static uint32_t seed = 1;

/* One example: answers, and with `learn` takes a step. Returns the squared error of the answer. */
static double example(uint32_t set, int learn) {
  float *x = lora_input(set), *y = lora_output(set), *g = lora_gradient(set);
  double error = 0;
  for (int i = 0; i < DIM; ++i) {
    seed = seed * 1664525u + 1013904223u;
    x[i] = (float)(seed >> 8) / 8388608.0f - 1.0f; /* in [-1, 1) */
  }
  if (lora_forward(set, 0, 1, LORA_FROM_OWN) != LORA_OK) return 1e9;
  for (int i = 0; i < DIM; ++i) {
    g[i] = y[i] - (i == DIM - 1 ? x[i] + x[0] : x[i]); /* the gradient of half the squared error */
    error += (double)g[i] * g[i];
  }
  if (learn && lora_adapt(set, 0, 1, LORA_FROM_OWN) != LORA_OK) return 1e9;
  return error;
}

int main(void) {
  if (lora_grow(1u << 20) != LORA_OK) return 1;
  int32_t set = lora_create(DIM, DIM, 2, 1.0, 0.1, LORA_SGD, 1, LORA_RESIDUAL, 1, 0, 1);
  if (set < 0) return 1;
  double before = 0, after = 0;
  for (int i = 0; i < 100; ++i) before += example((uint32_t)set, 0) / 100;
  for (int i = 0; i < STEPS; ++i) example((uint32_t)set, 1);
  for (int i = 0; i < 100; ++i) after += example((uint32_t)set, 0) / 100;
  printf("mean squared error before %g, after %d steps %g\n", before, STEPS, after);
  return lora_free((uint32_t)set) == LORA_OK && after < before / 100 ? 0 : 1;
}
