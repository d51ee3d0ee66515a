/* microlora: low-rank adapters that learn online. This header is the manual of the C boundary: it is
 * all that is needed to use liblora.a from C or C++, or the bare microlora.wasm from any host.
 *
 * An adapter changes a vector x (in) into y (out) by two small matrices, A (rank, in) and
 * B (rank, out), both row-major where they are visible:
 *
 *     h = A x             (rank)
 *     y = x + alpha B^T h (out)       the x is left out without LORA_RESIDUAL
 *
 * and learns from the gradient g = dL/dy (out) of any loss L, by the exact gradient of L in A and B
 * (LoRA: Hu et al. 2021, arXiv 2106.09685):
 *
 *     dB = alpha h (x) g,   dA = (alpha B g) (x) x,   both from the values before the step
 *     sgd: A -= rate dA,  B -= rate dB
 *
 * A starts uniform in +-1/sqrt(in) and B at 0, so y = x until something was learned. alpha
 * multiplies the delta directly: the lora_alpha of Hugging Face PEFT is alpha * rank.
 *
 * Numbers. All vectors are 32-bit floats, little-endian. Every sum is made in one fixed order, so
 * the same calls give the same bits in every build: native, wasm with SIMD, wasm without. No call
 * leaves a weight that is not finite.
 *
 * Memory. Everything lives in one arena. Under wasm it reaches from the end of static data to the
 * end of memory, which grows in lora_grow and nowhere else; natively it is a static array of
 * LORA_NATIVE_MEMORY bytes (256 MiB unless set at build time; untouched pages cost nothing).
 * No function takes an address: data passes through vectors whose address the library returned. So
 * no argument can make it read or write elsewhere, and none makes it trap.
 *
 * Threads. There is one engine per process or wasm instance, and it has no lock: call it from one
 * thread at a time.
 *
 * Results. A function that returns int32_t returns 0 or more for success and a LORA_E_* below 0 for
 * an error. One that returns double returns a value of -1 or more, or a LORA_E_*, all of which are
 * below -1. One that returns an address returns 0 where the handle is not valid. A call that fails
 * changes nothing, and no error is sticky. */
#ifndef LORA_H
#define LORA_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this boundary; it changes when a name, an argument or a meaning does. */
#define LORA_ABI_VERSION 7

/* ---- Status codes. The only list of them: the JavaScript reads its codes from these lines. ---- */

#define LORA_OK 0
/* The handle was freed, was never given out, or is of another kind of object. */
#define LORA_E_HANDLE (-2)
/* A dimension, a rank or a length that does not fit. */
#define LORA_E_SHAPE (-3)
/* A number outside its range. */
#define LORA_E_RANGE (-4)
/* A scope that the set does not have. */
#define LORA_E_SCOPE (-5)
/* NaN or infinity, or a step that would lead to one. */
#define LORA_E_NONFINITE (-6)
/* The call needs another one before it, such as a forward of the same scope. */
#define LORA_E_STATE (-7)
/* The arena is full: see lora_memory_wanted and lora_grow. */
#define LORA_E_MEMORY (-8)
/* An option or flag that does not exist. */
#define LORA_E_OPTION (-9)
/* Used by the JavaScript only: a value of the wrong type. */
#define LORA_E_TYPE (-10)
/* Used by the JavaScript only: nothing is initialised yet. */
#define LORA_E_INIT (-11)
/* Used by the JavaScript only: not a WebAssembly module, or not this one. */
#define LORA_E_MODULE (-12)
/* Used by the JavaScript only: WebAssembly SIMD is missing, or computes wrongly. */
#define LORA_E_SIMD (-13)
/* Used by the JavaScript only: bytes that are not what they should be: damaged, of another format, or
 * learned for something else. */
#define LORA_E_FILE (-14)
/* Used by the JavaScript only: a place to keep files in failed, or is not to be used. */
#define LORA_E_STORAGE (-15)

/* ---- The engine ---- */

/* The LORA_ABI_VERSION this was built with. */
uint32_t lora_version(void);

/* What this edition of the library has beyond the small one: the sum of these. The small one, whose
 * functions are those of exports.small.txt, has none of them, the optimizers LORA_SGD and
 * LORA_PRECONDITIONED, the loss LORA_MSE, the option LORA_LEARNING_RATE, and no LORA_SHARED_IO. Asked
 * for another it returns LORA_E_OPTION; an option that it lacks may be set to the value it has. */
#define LORA_GUARDS 1       /* LORA_WEIGHT_DECAY, LORA_CLIP, LORA_MAX_DELTA, LORA_DECAY */
#define LORA_EXPLORATION 2  /* LORA_EXPLORE */
#define LORA_ACCUMULATION 4 /* lora_accumulate, lora_step */
uint32_t lora_features(void);

/* 1 where this build uses vector instructions, 0 where it does without; the results are the same. */
uint32_t lora_simd(void);

/* Adds at least `bytes` to the arena, or nothing. Call it first: the arena starts with 0 bytes
 * natively, and with less than one page of 64 KiB under wasm. Under wasm it grows the memory, which
 * detaches every view a host has made of it; addresses stay what they were.
 * LORA_E_MEMORY: the system gives no more, or natively LORA_NATIVE_MEMORY is reached. */
int32_t lora_grow(uint32_t bytes);

/* Bytes of the arena that objects take, with their headers; that are free; and the size of the
 * largest object that would fit now. Used and free add up to the whole arena. */
double lora_memory_used(void);
double lora_memory_free(void);
double lora_memory_largest_free(void);

/* Bytes that the last call that returned LORA_E_MEMORY asked for in one piece, 0 before any. */
double lora_memory_wanted(void);

/* The transfer vector: floats that belong to the engine, through which vectors go in and rows come
 * out. Every function that says so uses it, and none keeps it. It has LORA_TRANSFER floats, or more
 * where an object was created whose dims or batch need more: it then moves, so ask again after
 * lora_create.
 * 0 where the arena is too small for it, as it is before the first lora_grow. */
#define LORA_TRANSFER 16384
float *lora_transfer(void);
uint32_t lora_transfer_size(void);

/* LORA_OK where the first `count` floats of the transfer vector are all finite.
 * LORA_E_NONFINITE: they are not. LORA_E_SHAPE: it has fewer than that.
 * LORA_E_MEMORY: there is no transfer vector yet. */
int32_t lora_check(uint32_t count);

/* Ends the life of an object of any kind; its memory is used again.
 * LORA_E_HANDLE: there is no such object. */
int32_t lora_free(uint32_t handle);

/* ---- Adapters, single and in sets ----
 *
 * An object is a set of adapters of one shape, one for each scope, numbered from 0. A single adapter
 * is a set of one scope, which is scope 0.
 *
 * A handle is index and generation in 31 bits, never 0. A handle of a freed object is refused, until
 * its slot has been given out 8191 times more; slots are taken in turn, at least 512 of them. */

#define LORA_MAX_DIM 16384
#define LORA_MAX_RANK 64
#define LORA_MAX_SCOPES 4096
#define LORA_MAX_BATCH 1024
#define LORA_ALL_SCOPES 0xffffffffu

/* The most candidates that lora_contrast takes. */
#define LORA_MAX_CANDIDATES 65536

/* Optimizers. The first four are as in PyTorch; state (in f32 numbers for each adapter) is taken only
 * for the one that is chosen.
 *   LORA_SGD             no state
 *   LORA_MOMENTUM        rank (in + out); beta1 is the momentum
 *   LORA_ADAM            2 rank (in + out); Kingma and Ba 2015, arXiv 1412.6980; weight decay is L2
 *   LORA_ADAMW           the same; decoupled weight decay; Loshchilov and Hutter 2019, arXiv 1711.05101
 *   LORA_PRECONDITIONED  8 rank^2; each factor's gradient by the inverse of the other factor's
 *                        rank x rank Gram matrix (Zhang and Pilanci 2024, arXiv 2402.02347), and
 *                        divided by |x|^2 + h^T (A A^T)^-1 h: so the rate is the share of the output
 *                        error at this input that a step removes, to first order, for the gradient of
 *                        0.5 ||y - t||^2, whatever alpha, the length of x and the dimensions are.
 *                        Rates above 0 and below 2 are stable there; 0.5 is a good one. Several rows
 *                        make one step with the sums of both, times the largest eigenvalue of X X^T
 *                        over its trace: 1 where all are alike, less the more directions they have.
 *                        lora_step, which has only the sums, takes 1. Factors are kept of a size by powers
 *                        of 2, which changes no bit of the output. */
#define LORA_SGD 0
#define LORA_MOMENTUM 1
#define LORA_ADAM 2
#define LORA_ADAMW 3
#define LORA_PRECONDITIONED 4

/* Flags, to be added up. */
#define LORA_RESIDUAL 1  /* y = x + ..., needs in = out */
#define LORA_SHARED_IO 2 /* input, output and gradient are one set of vectors for all objects of
                            this in, out and batch that have the flag; a step must follow directly
                            on a forward of the same object */

/* Creates a set and returns its handle, above 0.
 *
 * in, out     1 to LORA_MAX_DIM                                     LORA_E_SHAPE
 * rank        1 to LORA_MAX_RANK                                    LORA_E_SHAPE
 * alpha       finite in f32                                         LORA_E_NONFINITE
 * rate        learning rate, finite in f32                          LORA_E_NONFINITE
 *             and not negative                                      LORA_E_RANGE
 * optimizer   one of the above                                      LORA_E_OPTION
 * seed        of the first A; scopes differ, and so do seeds
 * flags       LORA_RESIDUAL where in is not out                     LORA_E_SHAPE
 *             others than those above                               LORA_E_OPTION
 * scopes      1 to LORA_MAX_SCOPES                                  LORA_E_RANGE
 * categories  0 to scopes                                           LORA_E_RANGE
 * batch       rows of input, output and gradient, and so the most
 *             that one call takes: 1 to LORA_MAX_BATCH              LORA_E_RANGE
 *
 * LORA_E_MEMORY: no free block of the arena is large enough, or 262144 objects exist. */
int32_t lora_create(uint32_t in, uint32_t out, uint32_t rank, double alpha, double rate,
                    uint32_t optimizer, uint32_t seed, uint32_t flags, uint32_t scopes,
                    uint32_t categories, uint32_t batch);

/* The learning rate of an optimizer that was measured to learn from inputs of unit variance; that of
 * LORA_PRECONDITIONED is right for others too.
 * LORA_E_OPTION: the optimizer. LORA_E_SHAPE: in. */
double lora_default_rate(uint32_t optimizer, uint32_t in);

/* The object's own vectors, 64-byte aligned, at the same address for its whole life: x (batch, in),
 * y (batch, out) and the gradient (batch, out). A row of n starts LORA_STRIDE(n) floats after the one
 * before; a single vector is row 0. The input is also where the last x is kept for the next step:
 * write the gradient to the gradient, not over the input. */
#define LORA_STRIDE(n) (((n) + 15) / 16 * 16)
float *lora_input(uint32_t set);
float *lora_output(uint32_t set);
float *lora_gradient(uint32_t set);

/* LORA_STRIDE of a length, for callers that cannot read this file. */
uint32_t lora_stride(uint32_t length);

/* Where a call takes its rows from. */
#define LORA_FROM_OWN 0      /* the object's own input or gradient */
#define LORA_FROM_TRANSFER 1 /* the start of the transfer vector, rows directly one after the other */

/* y = x + alpha B^T A x for each of the first `rows` rows, and keeps h = A x for the step. From the
 * transfer vector, x is copied to the input. A row has the bits that it would have alone.
 * LORA_E_NONFINITE: A x is not finite, as it is for any NaN or infinity in x.
 * LORA_E_SHAPE: rows is 0 or above the object's batch.
 * LORA_E_HANDLE, LORA_E_SCOPE, LORA_E_OPTION (source). */
int32_t lora_forward(uint32_t set, uint32_t scope, uint32_t rows, uint32_t source);

/* One step of the optimizer with the gradient g of the loss in y, at the last forward; of several
 * rows, one step with the mean of their gradients in A and B, all from the values before it. Another
 * step without another forward uses the same h.
 * LORA_E_STATE: the last forward of this object (with LORA_SHARED_IO: of all that share) was not of
 * this scope or of another number of rows, or none was made since creation, a reset, lora_write_row,
 * or a change of categories.
 * LORA_E_NONFINITE: the sum of squares of g or x is not finite in f32, or a weight would not stay
 * finite. LORA_E_SHAPE, LORA_E_HANDLE, LORA_E_SCOPE, LORA_E_OPTION (source) as for lora_forward. */
int32_t lora_adapt(uint32_t set, uint32_t scope, uint32_t rows, uint32_t source);

/* Losses, of an answer y (out) and a target t (out). delta is that of LORA_HUBER, above 0 and finite in
 * f32, else LORA_E_RANGE; the others do not look at it.
 *   LORA_MSE     0.5 ||y - t||^2
 *   LORA_HUBER   sum of 0.5 d^2 where |d| <= delta, else delta (|d| - delta / 2), d = y - t
 *   LORA_COSINE  1 - y.t / (|y| |t|); towards t where y is 0 */
#define LORA_MSE 0
#define LORA_HUBER 1
#define LORA_COSINE 2

/* Forward and step in one call, for the mean over the rows of a loss; returns it, of before the step.
 * With `mean` 1 instead of 0, each loss is divided by out (not LORA_COSINE: LORA_E_OPTION). For LORA_MSE the bits
 * are those of lora_forward, the subtraction, and lora_adapt.
 * A preconditioned step divides the gradient by the curvature of the loss, so that the rate means the
 * same: 1 for LORA_MSE and LORA_HUBER (1 / out for their means), 1 / |y|^2 for LORA_COSINE.
 * x (rows, in) is taken from the start of the transfer vector and t (rows, out) from directly behind
 * it. Where it fails, input and output are also what they were.
 * Errors are those of lora_forward and lora_adapt; the sum of squares of each x must be finite. */
double lora_learn(uint32_t set, uint32_t scope, uint32_t rows, uint32_t loss, double delta,
                  uint32_t mean);

/* Losses of the cosine similarities s between y and candidates (out), one of them the positive p.
 *   LORA_INFO_NCE  -log softmax(s / parameter) at p; van den Oord et al. 2018, arXiv 1807.03748
 *   LORA_TRIPLET   mean over the negatives n of max(0, parameter + s_n - s_p)
 *   LORA_INFO_NCE_OF_SPREAD  LORA_INFO_NCE with a temperature of parameter times the spread of cosines:
 *                  lora_space_spread in a space, else the running standard deviation of those of the
 *                  negatives of one answer that this scope has met, this one included
 * A candidate that is equal to the positive in all elements is no negative to it. */
#define LORA_INFO_NCE 0
#define LORA_TRIPLET 1
#define LORA_INFO_NCE_OF_SPREAD 2

/* As lora_learn, for a contrast loss: moves the answer towards its positive and away from negatives.
 * Queries (rows, in) are taken from the start of the transfer vector and the candidates
 * (candidates, out) from directly behind them: the first `rows` are the positives of the rows, and
 * every other candidate is a negative to a row. Call lora_reserve first for as many.
 * A preconditioned step divides the gradient by (1 / (4 parameter^2) + 1 / parameter) / |y|^2 for
 * LORA_INFO_NCE, and by the larger of |g|^2 / loss and 1 / |y|^2 for LORA_TRIPLET.
 * LORA_E_RANGE: parameter (the temperature or the margin) is not above 0 and finite in f32.
 * LORA_E_SHAPE: fewer than 2 candidates or than rows, or more than were reserved. */
double lora_contrast(uint32_t set, uint32_t scope, uint32_t rows, uint32_t candidates,
                     uint32_t loss, double parameter);

/* A click: of a list that was shown for a query, in that order, one was taken. Only in a space. A contrast of
 * one row with LORA_INFO_NCE_OF_SPREAD, where
 *   - the softmax has the prior pi of the places, cos / temperature + log pi: pi_i = c_i / sum c over the list,
 *     c from 1, and 1 more for each click on that place before. So what people do with any list, as taking what
 *     is first, is not taken for a liking;
 *   - besides the step in A and B, a shift b learns, b -= 0.1 / (1 + t / 300) g after t clicks: from then on
 *     y = u + b + alpha B^T A u, of which a cautious set serves a share as a whole. g is divided by the
 *     curvature as in lora_contrast, with any optimizer.
 * The query (in) is taken from the start of the transfer vector and the list (shown, out) from directly behind
 * it; with `mapped` 1 the list is in the space already. Call lora_reserve first for as many.
 * LORA_E_STATE: not in a space. LORA_E_SHAPE: shown is not 2 to LORA_MAX_SHOWN, or place not below it, or more
 * than were reserved. LORA_E_RANGE: temperature, in spreads, is not above 0 and finite in f32.
 * LORA_E_OPTION: mapped. Otherwise as lora_learn. */
#define LORA_MAX_SHOWN 32
double lora_click(uint32_t set, uint32_t scope, uint32_t shown, uint32_t place, uint32_t mapped,
                  double temperature);

/* Makes the transfer vector, which then moves, and the memory of lora_contrast long enough.
 * LORA_E_SHAPE: rows is above the batch, or candidates above LORA_MAX_CANDIDATES. LORA_E_MEMORY. */
int32_t lora_reserve(uint32_t set, uint32_t rows, uint32_t candidates);

/* The cosines of the answer to x and of each candidate, to the start of the transfer vector; x (in) is
 * taken from there, and candidates (candidates, out) from directly behind it. Call lora_reserve first for
 * as many. Nothing changes, also not what a step may follow. With `mapped` 1, candidates are in the set's
 * space already.
 * LORA_E_SHAPE: candidates is 0, or more than were reserved. LORA_E_OPTION: mapped. LORA_E_NONFINITE: a
 * cosine is not finite. LORA_E_HANDLE, LORA_E_SCOPE. */
int32_t lora_score(uint32_t set, uint32_t scope, uint32_t candidates, uint32_t mapped);

/* As lora_adapt, but the gradient is only accumulated; lora_step takes the step, with the mean over
 * all accumulated rows. The first one of a scope takes rank (in + out) floats of the arena.
 * A category does not learn from these, except from the first step of a scope.
 * lora_step: LORA_E_STATE where no gradient is accumulated, LORA_E_NONFINITE as lora_adapt. It asks for a forward
 * before the next lora_adapt. */
int32_t lora_accumulate(uint32_t set, uint32_t scope, uint32_t rows, uint32_t source);
int32_t lora_step(uint32_t set, uint32_t scope);

/* The first `rows` outputs directly one after the other, (rows, out): the object's own output where
 * that is so already, since LORA_STRIDE(out) is out; else a copy in the transfer vector.
 * 0 also where rows is above the object's batch. */
float *lora_packed_output(uint32_t set, uint32_t rows);

/* A step of one row for a reward of the last answer.
 * Where the scope explores (LORA_EXPLORE above 0), the policy gradient (REINFORCE: Williams 1992, doi
 * 10.1007/BF00992696): the answer had noise of that standard deviation, and moves along the noise
 * where the reward is above the running mean of rewards, against it where it is below; in units of
 * their running deviation, at most 3. So neither scale nor offset of rewards matters. The first
 * reward of a scope is only a baseline, and takes no step.
 * Where it does not, g = -clamp(reward, -2, 2) x / ||x||: a positive reward moves the output along the
 * input, a negative one against it. That needs in = out, else LORA_E_SHAPE.
 * Uses the transfer vector. LORA_E_STATE also where the last forward had several rows, or no noise.
 * LORA_E_NONFINITE also where the reward is not finite in f32. Otherwise as lora_adapt. */
int32_t lora_adapt_with_reward(uint32_t set, uint32_t scope, double reward);

/* Frobenius norm of alpha B^T A, of the adapter the scope uses; O(rank^2 (in + out)). */
double lora_delta_norm(uint32_t set, uint32_t scope);

/* The mean cosine of inputs that came one after the other, as they were given: of the first 128 of
 * each scope that are in the transfer vector, less those that are the same; 2 before 16 pairs. Where it is high, inputs have a direction in common that hides what
 * sets them apart: use a space. */
double lora_mean_cosine(uint32_t set);

/* Steps taken and forwards made, for a scope since its reset, and in all scopes together. */
double lora_adapt_count(uint32_t set, uint32_t scope);
double lora_forward_count(uint32_t set, uint32_t scope);
double lora_total_adapt_count(uint32_t set);
double lora_total_forward_count(uint32_t set);

/* Numbers that a scope learns: rank (in + out). */
double lora_param_count(uint32_t set);

/* Options: of a scope, or with LORA_ALL_SCOPES of all scopes and categories. All are finite in f32 and
 * not negative.                                                       at creation
 *   LORA_LEARNING_RATE                                                 as given
 *   LORA_WEIGHT_DECAY  L2; decoupled for LORA_ADAMW and                0
 *                      LORA_PRECONDITIONED
 *   LORA_CLIP          norm that a gradient in A and B together is     0, which is off
 *                      scaled down to, as clip_grad_norm_ of PyTorch
 *   LORA_RATIO         rate of B over rate of A (LoRA+, arXiv          1
 *                      2402.12354)
 *   LORA_BETA1         of adam and adamw, and the momentum; below 1    0.9
 *   LORA_BETA2         below 1 and above beta1^2                       0.999
 *   LORA_EPSILON       of adam and adamw; 1e-12 or more                1e-8
 *   LORA_MAX_DELTA     norm of alpha B^T A (lora_delta_norm) that B is 0, which is off
 *                      scaled down to after a step
 *   LORA_DECAY         share of B that is lost in each step; 1e-7 to 1 0, which is off
 *   LORA_EXPLORE       standard deviation of the noise that a forward  0
 *                      of one row adds to y; the first takes memory of
 *                      the arena, for all scopes
 * LORA_E_OPTION: no such option. LORA_E_NONFINITE, LORA_E_RANGE: the value. LORA_E_SCOPE,
 * LORA_E_MEMORY. */
#define LORA_LEARNING_RATE 0
#define LORA_WEIGHT_DECAY 1
#define LORA_CLIP 2
#define LORA_RATIO 3
#define LORA_BETA1 4
#define LORA_BETA2 5
#define LORA_EPSILON 6
#define LORA_MAX_DELTA 7
#define LORA_DECAY 8
#define LORA_EXPLORE 9
double lora_option(uint32_t set, uint32_t scope, uint32_t option);
int32_t lora_set_option(uint32_t set, uint32_t scope, uint32_t option, double value);

/* B of the scope's own adapter, and its shift, times 1 - share: back towards y = x. LORA_E_RANGE: share is not from 0 to 1. */
int32_t lora_decay_to_base(uint32_t set, uint32_t scope, double share);

/* Weights and counts as they were at creation: of one scope (its category keeps what it learned),
 * or with LORA_ALL_SCOPES of the whole set, categories included. */
int32_t lora_reset(uint32_t set, uint32_t scope);

/* ---- State: what there is to an adapter, so that it can be saved and made again ----
 *
 * `index` is the number of a scope, or the number of scopes and more for the categories behind them:
 * LORA_E_SCOPE where there is no such adapter. lora_option and lora_set_option take it too. */

/* Matrices, in pairs of (rank, in) and (rank, out); and the shift (1, out) of lora_click. */
#define LORA_A 0
#define LORA_B 1
#define LORA_MOMENT_A 2 /* of LORA_MOMENTUM, LORA_ADAM, LORA_ADAMW */
#define LORA_MOMENT_B 3
#define LORA_SECOND_MOMENT_A 4 /* second moments, of LORA_ADAM and LORA_ADAMW */
#define LORA_SECOND_MOMENT_B 5
#define LORA_ACCUMULATED_A 6 /* less the sum of the gradients that lora_accumulate has put aside */
#define LORA_ACCUMULATED_B 7
#define LORA_SHIFT 8

/* A row of an adapter's own matrix to the start of the transfer vector, or from it. A scope whose A or
 * B was written uses them and no longer from its category.
 * LORA_E_SHAPE: the matrix has no such row. LORA_E_OPTION: no such matrix. LORA_E_STATE: this adapter
 * has none of those; writing makes LORA_ACCUMULATED ones for a scope, for which LORA_E_MEMORY, and
 * LORA_SHIFT for an adapter in a space.
 * LORA_E_NONFINITE: a number to be written is not finite. LORA_E_RANGE: a moment is beyond 1e36, or a
 * second one negative. */
int32_t lora_read_row(uint32_t set, uint32_t index, uint32_t matrix, uint32_t row);
int32_t lora_write_row(uint32_t set, uint32_t index, uint32_t matrix, uint32_t row);

/* Every other number of an adapter, but for its options and category, to the start of the transfer
 * vector as doubles, or from it; returns how many there are, which depends on optimizer, rank and space. They
 * are to be handed back as they were, after the matrices; their meaning may change from one version to
 * the next.
 * LORA_E_SHAPE: the count is another. LORA_E_RANGE: they are not what was read from such an adapter,
 * as far as that can be told. LORA_E_MEMORY. */
int32_t lora_read_numbers(uint32_t set, uint32_t index);
int32_t lora_write_numbers(uint32_t set, uint32_t index, uint32_t count);

/* 1 where the adapter has weights of its own, learned or written, and 0 where its category may answer
 * for it. */
int32_t lora_has_learned(uint32_t set, uint32_t index);

/* The same for the last forward, as long as a step may follow it: all that lora_adapt needs besides
 * input and gradient. To be written last. */
int32_t lora_read_forward(uint32_t set);
int32_t lora_write_forward(uint32_t set, uint32_t count);

/* Makes the transfer vector at least so long; it may move. LORA_E_MEMORY. */
int32_t lora_reserve_transfer(uint32_t floats);

/* All that the adapters of `from` have learned, with counts and state; with_options 1 also their
 * options and categories. The last forward is not copied.
 * LORA_E_SHAPE: in, out, rank, alpha, optimizer, space, or the number of scopes or categories differ.
 * LORA_E_OPTION: neither 0 nor 1. LORA_E_HANDLE, LORA_E_MEMORY. */
int32_t lora_copy(uint32_t to, uint32_t from, uint32_t with_options);

/* w (in) += weight times the row of alpha B^T A (out, in), for w at the start of the transfer vector:
 * of the adapter the scope uses. Row by row, with 1 and with -1, this merges the delta into
 * a base matrix and takes it out again.
 * LORA_E_SHAPE: the row is not below out. LORA_E_NONFINITE: the weight, or a result, is not finite. */
int32_t lora_merge_row(uint32_t set, uint32_t scope, uint32_t row, double weight);

/* ---- Sums of adapters ----
 *
 * A sum of weight alpha B^T A over adapters of one in and out, of any rank and alpha, and its best
 * approximation by an adapter of a given rank (truncated singular value decomposition: Eckart and
 * Young 1936, doi 10.1007/BF02288367), in f64 and without a matrix of out x in. This averages
 * adapters, takes the difference of two, and changes ranks. */

/* Creates a sum and returns its handle, above 0; lora_free ends it. It is exact for adapters whose
 * ranks add up to capacity; where they add up to more, it keeps the strongest capacity / 2 directions
 * of what it has, whenever it is full.
 * in, out    1 to LORA_MAX_DIM     LORA_E_SHAPE
 * capacity   2 to LORA_MAX_SUM     LORA_E_RANGE
 * LORA_E_MEMORY: it takes 8 (capacity (in + out + 3 capacity) + out) bytes. */
#define LORA_MAX_SUM 1024
int32_t lora_sum_create(uint32_t in, uint32_t out, uint32_t capacity);

/* Adds the delta of the adapter a scope uses, or of a category.
 * LORA_E_SHAPE: in or out differ, or twice its rank is above the capacity. LORA_E_NONFINITE: the
 * weight. LORA_E_HANDLE, LORA_E_SCOPE. */
int32_t lora_sum_add(uint32_t sum, uint32_t set, uint32_t index, double weight);

/* Gives an adapter the best approximation of the sum, or with `mean` 1 of the sum over that of the
 * weights, scaled down to a Frobenius norm of `max_norm` where that is above 0; and the same sum of their
 * shifts, which count in the norm. The rows of A become
 * orthogonal and as long as at creation, the state of the optimizer is new. The sum stays.
 * LORA_E_SHAPE: in or out differ. LORA_E_OPTION: mean. LORA_E_RANGE: max_norm is negative, or not finite
 * in f32. LORA_E_NONFINITE: a weight would not be finite, as where weights add up to 0.
 * LORA_E_STATE: there is a shift, and this adapter is in no space. */
int32_t lora_sum_take(uint32_t sum, uint32_t set, uint32_t index, uint32_t mean, double max_norm);

/* Of the last lora_sum_take: the squared norm of the approximation over that of the sum, before it was
 * scaled down, 0 to 1 (an estimate where the sum was kept to its capacity); and the most that keeping
 * to the capacity can have changed the sum by, as a share of its norm: 0 where that was not needed. */
double lora_sum_kept(uint32_t sum);
double lora_sum_lost(uint32_t sum);

/* ---- Embedding spaces ----
 *
 * Embeddings of real models are not centred: all of them share a direction, and cosines of documents
 * that have nothing in common are high. A space, one for a corpus, takes away the means of its documents
 * and of its queries, and softens the leading directions of what is left:
 *
 *     document   e = n(W (d - w md)), w = N / (N + 1)             n(v) = v / |v|, or 0 where v is 0
 *     query      u = n(W (x - w mq - (1 - w) (x.m) m)), m = n(md), w = n / (n + 2)
 *     W = I - sum_j (1 - s_j) v_j v_j^T,   s_j = min(1, l_min / l_j)^(1/4)
 *
 * after N documents with mean md and n queries with mean mq. v_j and l_j are the leading eigenvectors and
 * values of the covariance of n(d - md), found online (CCIPCA: Weng, Zhang and Hwang 2003, doi
 * 10.1109/TPAMI.2003.1217609) and drawn towards equal ones by 1 / (N + dim).
 * l_min is the smallest of them, or 1 / (2 dim) where that is more.
 *
 * Learn the documents first, then index what lora_space_map makes of them. */

/* Creates a space and returns its handle, above 0. lora_free ends it, once no adapters are in it any more.
 * dim          1 to LORA_MAX_DIM                                     LORA_E_SHAPE
 * directions   leading ones that are softened: below dim, at most
 *              LORA_MAX_RANK; 0 is centring alone, 32 a good one     LORA_E_RANGE
 * LORA_E_MEMORY: it takes 4 directions dim + 28 dim bytes. */
int32_t lora_space_create(uint32_t dim, uint32_t directions);

/* Which of the two kinds of vectors. */
#define LORA_DOCUMENTS 0
#define LORA_QUERIES 1

/* Rows (rows, dim) at the start of the transfer vector: the space learns from them in turn, or they
 * become what they are in the space. Call lora_space_reserve first for as many.
 * LORA_E_SHAPE: rows is 0, or more than the transfer vector holds. LORA_E_OPTION: side.
 * LORA_E_NONFINITE: the sum of squares of a row is not finite in f32; nothing was learned.
 * lora_space_learn: LORA_E_STATE for documents where it is frozen. */
int32_t lora_space_learn(uint32_t space, uint32_t side, uint32_t rows);
int32_t lora_space_map(uint32_t space, uint32_t side, uint32_t rows);

/* LORA_OK where lora_space_learn would take these rows of queries. */
int32_t lora_space_check(uint32_t space, uint32_t rows);

/* Makes the transfer vector long enough for so many rows, 1 to LORA_MAX_CANDIDATES, else LORA_E_SHAPE. It
 * may move. LORA_E_MEMORY. */
int32_t lora_space_reserve(uint32_t space, uint32_t rows);

/* The space's own vectors (dim), 64-byte aligned, at the same address for its whole life; and the input
 * mapped to the output. Errors as lora_space_map. */
float *lora_space_input(uint32_t space);
float *lora_space_output(uint32_t space);
int32_t lora_space_map_input(uint32_t space, uint32_t side);

/* How many documents or queries it has learned. LORA_E_OPTION: side. */
double lora_space_count(uint32_t space, uint32_t side);

/* The standard deviation of the cosine of two random documents in the space, estimated by its
 * eigenvalues. */
double lora_space_spread(uint32_t space);

/* A frozen space (1) learns no documents any more, so what is indexed stays right; it goes on to learn
 * queries. LORA_E_OPTION: neither 0 nor 1. */
int32_t lora_space_freeze(uint32_t space, uint32_t on);
int32_t lora_space_is_frozen(uint32_t space);

/* What it takes to map vectors elsewhere, to the start of the transfer vector: w md or w mq, and the unit
 * vector v_j (0 where there is none yet); lora_space_direction returns its s_j.
 * LORA_E_OPTION: side. LORA_E_SHAPE: index is not below the number of directions. */
int32_t lora_space_mean(uint32_t space, uint32_t side);
double lora_space_direction(uint32_t space, uint32_t index);

/* The state, to save it and to make it again: rows (dim), one for each direction; then numbers as doubles,
 * of which it returns how many there are. To be handed back as they were, the numbers last.
 * LORA_E_SHAPE: index or count. LORA_E_NONFINITE, LORA_E_RANGE: this was not read from such a space, as
 * far as that can be told. LORA_E_MEMORY. */
int32_t lora_space_read_row(uint32_t space, uint32_t index);
int32_t lora_space_write_row(uint32_t space, uint32_t index);
int32_t lora_space_read_numbers(uint32_t space);
int32_t lora_space_write_numbers(uint32_t space, uint32_t count);

/* All that another space has learned. LORA_E_SHAPE: dim or directions differ. LORA_E_HANDLE. */
int32_t lora_space_copy(uint32_t to, uint32_t from);

/* As it was at creation. */
int32_t lora_space_reset(uint32_t space);

/* From now on the adapters of the set map their vectors by themselves: inputs as queries, and the targets
 * and candidates of lora_learn and lora_contrast as documents. Outputs, gradients and weights are of the
 * space. Each lora_learn and lora_contrast that succeeds also lets the space learn its queries. The space
 * stays alive as long as the set. The last forward is forgotten.
 * A of adapters that have not learned starts from the leading directions that the space has by then.
 *
 * With `cautious` 1, an output has no, half of or the whole delta of its scope, whichever had the least loss
 * in recent calls of lora_learn and lora_contrast, each measured before its step (progressive validation:
 * Blum, Kalai and Langford 1999, doi 10.1145/307400.307439); none where candidates were guessed no better
 * than by chance. They learn as ever, at the whole delta.
 * LORA_E_SHAPE: in or out is not the space's dim. LORA_E_STATE: it is in a space already.
 * LORA_E_OPTION: cautious. LORA_E_HANDLE. LORA_E_MEMORY: it takes 4 batch dim bytes, and
 * 4 dim + 136 for each adapter. */
int32_t lora_join_space(uint32_t set, uint32_t space, uint32_t cautious);

/* The share of its delta that a scope serves: 0, 0.5 or 1; 1 where the set is not cautious. */
double lora_served(uint32_t set, uint32_t scope);

/* ---- Policies: choosing one of several arms ----
 *
 * A policy chooses an arm for a context x (dim) in a scope, and learns from what it cost. The cost is taken
 * to be linear in x but for noise; what is believed of each map is a mean and a low-rank plus diagonal
 * precision (LO-FI: Chang et al. 2023, arXiv 2305.19535). An arm is drawn with the probability that it is
 * the best (Thompson 1933, doi 10.1093/biomet/25.3-4.285), which is known exactly.
 *
 * A guard makes one arm the default, which the policy is never much worse than (conservative bandits: Wu et
 * al. 2016, arXiv 1602.04282). A bank takes in `budget` times what the default costs in each decision, and
 * what a choice saved beside the default, and pays what one cost more. Of a latency, another arm is chosen
 * only where the bank holds the choice's limit, which it keeps aside until the outcome is known; so where a
 * caller stops a run at its limit and runs the default then, and passes as baseline what the default costs,
 *
 *     paid in all decisions so far <= (1 + budget) times what the default would have cost in them
 *
 * whatever was believed. Without a baseline the same holds for what the default is believed to cost. Costs
 * and rewards cannot be stopped; there the bank must hold the belief's mean and two deviations. */

/* What is learned from. */
#define LORA_LATENCY 0 /* times, above 0: compared as ratios, and a run can be stopped */
#define LORA_COST 1    /* any numbers: less is better */
#define LORA_REWARD 2  /* any numbers: more is better */

#define LORA_MAX_ARMS 256
#define LORA_MAX_MEMORY 16
#define LORA_MAX_PENDING 65536
#define LORA_NO_ARM 0xffffffffu

/* Creates a policy and returns its handle, above 0; lora_free ends it.
 * dim          1 to LORA_MAX_DIM                                       LORA_E_SHAPE
 * arms         1 to LORA_MAX_ARMS, numbered from 0                     LORA_E_RANGE
 * memory       directions of which it knows how they hang together,
 *              0 to LORA_MAX_MEMORY; 4 is a good one                   LORA_E_RANGE
 * scopes       1 to LORA_MAX_SCOPES                                    LORA_E_RANGE
 * categories   0 to scopes                                             LORA_E_RANGE
 * pending      decisions whose outcome is awaited, 1 to
 *              LORA_MAX_PENDING                                        LORA_E_RANGE
 * objective    one of the above                                        LORA_E_OPTION
 * default_arm  below arms, or LORA_NO_ARM for no guard                 LORA_E_RANGE
 * seed         of what is drawn
 * LORA_E_MEMORY: it takes 4 dim + 64 bytes a pending decision, and 4 (2 + memory) dim + 8 memory^2 + 104 for
 * each map, of a scope and arm, a scope, and a category and arm, from the first outcome of one on. */
int32_t lora_policy_create(uint32_t dim, uint32_t arms, uint32_t memory, uint32_t scopes,
                           uint32_t categories, uint32_t pending, uint32_t objective,
                           uint32_t default_arm, uint32_t seed);

/* Numbers of a policy, with their ranges, and what they are at creation.
 *   LORA_TEMPERATURE   0.25 of latencies, else 0.1; 0 or more: beliefs are drawn from with so many times
 *                      their deviation, of costs and rewards around what is 3 times that better
 *   LORA_FORGETTING    1; above 0, at most 1: what is kept of a belief's precision at each outcome
 *   LORA_FLOOR         0; 0 to 1: the least probability of an arm that may be chosen
 *   LORA_BUDGET        0.1; 0 or more: the share of the default's cost that the bank takes in
 *   LORA_CONFIDENCE    1; 0 or more: deviations by which what is served without exploring is better, and
 *                      by which a limit is above the default's expected cost where there is no baseline
 *   LORA_PATIENCE      2; above 0: the limit of a run over the default's cost
 * LORA_E_OPTION: there is none. LORA_E_RANGE, LORA_E_NONFINITE: the value. */
#define LORA_TEMPERATURE 0
#define LORA_FORGETTING 1
#define LORA_FLOOR 2
#define LORA_BUDGET 3
#define LORA_CONFIDENCE 4
#define LORA_PATIENCE 5
int32_t lora_policy_set_option(uint32_t policy, uint32_t option, double value);
double lora_policy_option(uint32_t policy, uint32_t option);

/* What the arms of a category's scopes have in common is learned in one more map of each arm.
 * LORA_E_SCOPE. LORA_E_RANGE: the policy has no such category. */
int32_t lora_policy_set_category(uint32_t policy, uint32_t scope, uint32_t category);

/* The policy's own vector for the context (dim), 64-byte aligned, at the same address for its whole life. */
float *lora_policy_context(uint32_t policy);

/* Copies the vector (dim) at the start of the transfer vector there.
 * LORA_E_NONFINITE: its sum of squares is not finite in f32. */
int32_t lora_policy_set_context(uint32_t policy);

/* Chooses for the context and returns the arm. Before any outcome of the default in this scope, and
 * without a baseline, it is the default of the guard. With `explore` 0 it returns what would be served, which
 * is the arm that is surely better than the default (without a guard: the best), and nothing changes.
 * count      so many arms, by their numbers at the start of the transfer vector, may be chosen; with 0 all
 * explore    0 or 1                                                       LORA_E_OPTION
 * baseline   what the default costs here, or is about to cost; NaN where that is not known.
 *            LORA_E_NONFINITE, LORA_E_RANGE as the cost of lora_policy_learn
 * LORA_E_OPTION: there is no such arm. LORA_E_STATE: the default of the guard is not among the arms.
 * LORA_E_SHAPE: count. LORA_E_NONFINITE: the sum of squares of the context is not finite in f32.
 * LORA_E_SCOPE. */
int32_t lora_policy_choose(uint32_t policy, uint32_t scope, uint32_t count, uint32_t explore,
                           double baseline);

/* What the last choice was. Its id, from 1 on, 0 where it did not explore; the probability with which the arm
 * was drawn; where the run is to be stopped, infinity where it need not be; and why: because the default is
 * not known yet, because the bank did not cover another arm, or by what is believed.
 * LORA_E_OPTION: field. */
#define LORA_CHOICE_ID 0
#define LORA_CHOICE_PROBABILITY 1
#define LORA_CHOICE_LIMIT 2
#define LORA_CHOICE_REASON 3
#define LORA_UNSEEN 0
#define LORA_BUDGET_SPENT 1
#define LORA_CHOSEN 2
double lora_policy_choice(uint32_t policy, uint32_t field);

/* What became of the decision with an id: its outcome is awaited, it is known (or was cancelled), so many
 * were made since that it was forgotten, or there was none. A decision that is forgotten counts for the bank
 * as stopped at its limit. */
#define LORA_OPEN 0
#define LORA_LEARNED 1
#define LORA_FORGOTTEN 2
#define LORA_UNKNOWN 3
int32_t lora_policy_fate(uint32_t policy, double id);

/* The outcome of a decision, in any order.
 * cost       its time, cost or reward; where it was stopped, the time at which
 * stopped    0, or 1 for LORA_LATENCY                                     LORA_E_OPTION
 * baseline   what the default cost here, in place of what was passed when choosing; NaN for that
 * LORA_E_STATE: it is not LORA_OPEN. LORA_E_NONFINITE: a number is not finite. LORA_E_RANGE: a size above
 * 1e25, or a time below 1e-25. LORA_E_MEMORY: a map could not be made; nothing was changed. */
int32_t lora_policy_learn(uint32_t policy, double id, double cost, uint32_t stopped,
                          double baseline);

/* The decision was not carried out: nothing is learned or paid. LORA_E_STATE: it is not LORA_OPEN. */
int32_t lora_policy_cancel(uint32_t policy, double id);

/* As lora_policy_learn, of the context and an arm that something else chose; the bank has no part in it.
 * LORA_E_OPTION: there is no such arm. LORA_E_SCOPE. */
int32_t lora_policy_observe(uint32_t policy, uint32_t scope, uint32_t arm, double cost,
                            uint32_t stopped, double baseline);

/* Writes three doubles for each arm to the start of the transfer vector and returns the number of arms: the
 * cost that is expected (of a time: its geometric mean; NaN before any outcome), the deviation of that belief
 * (of a time: of its logarithm), and the probability with which lora_policy_choose would take the arm now.
 * NaN for an arm that was removed. Errors as lora_policy_choose. */
int32_t lora_policy_predict(uint32_t policy, uint32_t scope, double baseline);

/* What the bank has for choices now, as a double to the start of the transfer vector; returns LORA_OK. */
double lora_policy_bank(uint32_t policy);

/* How many outcomes of an arm a scope has learned, or (stopped 1) how many of those were stopped.
 * LORA_E_OPTION: arm or stopped. LORA_E_SCOPE. */
double lora_policy_count(uint32_t policy, uint32_t scope, uint32_t arm, uint32_t stopped);

/* Adds an arm and returns its number: the least that is free. With `like` another arm's number instead of
 * LORA_NO_ARM, it starts from what is expected of that one, as uncertain as a new one.
 * LORA_E_OPTION: like. LORA_E_RANGE: there are LORA_MAX_ARMS. LORA_E_MEMORY. */
int32_t lora_policy_add_arm(uint32_t policy, uint32_t like);

/* Removes an arm; outcomes of it that are awaited are paid then, but not learned.
 * LORA_E_OPTION: there is none. LORA_E_STATE: it is the default, or the last one. */
int32_t lora_policy_remove_arm(uint32_t policy, uint32_t arm);

/* Forgets what was learned of an arm. LORA_E_OPTION: there is none. */
int32_t lora_policy_reset_arm(uint32_t policy, uint32_t arm);

/* Forgets everything but arms, categories and options; ids go on. */
int32_t lora_policy_reset(uint32_t policy);

/* The state, to save it and to make it again in a policy that was created alike, with the same arms removed.
 * First the numbers, as doubles at the start of the transfer vector, of which it returns how many there are.
 * Then rows (dim) of the maps: an owner is a scope, or behind them a category; column 0 is what arms share,
 * and 1 + 2 arm and 2 + 2 arm are an arm's map without and with a baseline; row 0 is the mean, 1 the diagonal
 * of the precision, and then its `memory` directions. LORA_E_STATE: there is no such map. Then contexts (dim)
 * of the decisions that are open, by their ids, which lora_policy_next_open returns in turn, from the one after
 * 0 on, and 0 after the last.
 * LORA_E_SHAPE: owner, column, row or count. LORA_E_STATE: no such map, or the decision is not LORA_OPEN.
 * LORA_E_RANGE, LORA_E_NONFINITE: this was not read from such a policy, as far as that can be told.
 * LORA_E_MEMORY. */
int32_t lora_policy_read_numbers(uint32_t policy);
int32_t lora_policy_write_numbers(uint32_t policy, uint32_t count);
int32_t lora_policy_read_row(uint32_t policy, uint32_t owner, uint32_t column, uint32_t row);
int32_t lora_policy_write_row(uint32_t policy, uint32_t owner, uint32_t column, uint32_t row);
double lora_policy_next_open(uint32_t policy, double id);
int32_t lora_policy_read_context(uint32_t policy, double id);
int32_t lora_policy_write_context(uint32_t policy, double id);

/* All that another policy has learned, its options and its decisions. LORA_E_SHAPE: they were not created
 * alike, but for categories and the seed, or have other arms. LORA_E_HANDLE, LORA_E_MEMORY. */
int32_t lora_policy_copy(uint32_t to, uint32_t from);

/* ---- Categories of scopes ---- */

/* Category fallback. A scope of a category that has not learned yet answers as its category does.
 * Its first step starts from the category's weights; from then on it answers alone. A step of any
 * scope of a category also teaches the category: to answer y - g where the scope answered y (by its
 * weights now, where this is not the first step since the forward).
 * A scope is in no category until it is put in one; LORA_NO_CATEGORY takes it out.
 * LORA_E_RANGE: the set has no such category. */
#define LORA_NO_CATEGORY 0xffffffffu
int32_t lora_set_category(uint32_t set, uint32_t scope, uint32_t category);

/* On (1) at creation. Off (0): scopes answer and learn alone, categories do not learn.
 * LORA_E_OPTION: neither 0 nor 1. */
int32_t lora_set_category_fallback(uint32_t set, uint32_t on);

/* ---- Trajectories: what was tried, and how well it went ----
 *
 * A buffer of the last `capacity` trajectories. improvement = baseline / execution - 1, so 0.5 is half
 * as fast again; a success is an improvement above 0. All statistics are over the trajectories now
 * in the buffer, and 0 where it is empty; only the total count is over all that were recorded. */

/* Creates a buffer and returns its handle, above 0.
 * capacity   1 or more                LORA_E_RANGE
 * dim        1 to LORA_MAX_DIM        LORA_E_SHAPE
 * operators  1 to 256                 LORA_E_RANGE
 * LORA_E_MEMORY as for lora_create: a trajectory takes 4 bytes per dimension (of dim rounded up to a
 * multiple of 16) and 48 more. */
int32_t lora_trajectory_create(uint32_t capacity, uint32_t dim, uint32_t operators);

/* Records the embedding at the start of the transfer vector, over the oldest one where the buffer is
 * full.
 * op            below `operators`                           LORA_E_RANGE
 * attention     0 to 255                                    LORA_E_RANGE
 * execution_ms, baseline_ms   not NaN, not infinite         LORA_E_NONFINITE
 *               above 0                                     LORA_E_RANGE
 * LORA_E_NONFINITE also where the improvement, or the sum of squares of the embedding, is not finite
 * in f32. */
int32_t lora_trajectory_record(uint32_t buffer, uint32_t op, uint32_t attention, double execution_ms,
                               double baseline_ms);

/* The same of a decision of a policy: the probability with which its arm was chosen (1 above), where it was to
 * be stopped (infinity), and whether it was, at execution_ms (0).
 * LORA_E_RANGE: the probability is not above 0 and at most 1, or the limit not above 0.
 * LORA_E_OPTION: stopped is neither 0 nor 1. */
int32_t lora_trajectory_record_decision(uint32_t buffer, uint32_t op, uint32_t attention,
                                        double execution_ms, double baseline_ms, double probability,
                                        double limit, uint32_t stopped);

double lora_trajectory_length(uint32_t buffer);
double lora_trajectory_total_count(uint32_t buffer);

double lora_trajectory_success_rate(uint32_t buffer);
double lora_trajectory_best_improvement(uint32_t buffer);
double lora_trajectory_mean_improvement(uint32_t buffer);

/* Of the sample: the sum of squared differences from the mean over n - 1; 0 where n < 2. */
double lora_trajectory_variance(uint32_t buffer);

/* The attention type with the highest mean improvement, the lower number at a tie. */
double lora_trajectory_best_attention(uint32_t buffer);

/* How many have an improvement above the threshold. LORA_E_NONFINITE: the threshold is NaN. */
double lora_trajectory_high_quality_count(uint32_t buffer, double threshold);

/* LORA_E_RANGE: op is not below `operators`. */
double lora_trajectory_count_by_operator(uint32_t buffer, uint32_t op);

/* Fields of a trajectory. */
#define LORA_OPERATOR 0
#define LORA_ATTENTION 1
#define LORA_EXECUTION_MS 2
#define LORA_BASELINE_MS 3
#define LORA_IMPROVEMENT 4
#define LORA_PROBABILITY 5
#define LORA_LIMIT 6
#define LORA_STOPPED 7

/* One field of the trajectory at an index, 0 the oldest.
 * LORA_E_RANGE: the index is not below the length. LORA_E_OPTION: no such field. */
double lora_trajectory_get(uint32_t buffer, uint32_t index, uint32_t field);

/* Of the trajectories whose operator (field LORA_OPERATOR) or attention type (LORA_ATTENTION) is `key`:
 * how many there are, the mean of their improvements (0 where there are none), or the standard error of
 * that mean (NaN where there are fewer than 2). LORA_E_OPTION: field or what. */
#define LORA_GROUP_COUNT 0
#define LORA_GROUP_MEAN 1
#define LORA_GROUP_ERROR 2
double lora_trajectory_group(uint32_t buffer, uint32_t field, uint32_t key, uint32_t what);

/* The index of a trajectory drawn at random, the same one for the same seed, number and buffer: each as
 * likely as any other, or (by_improvement 1) in proportion to its improvement where that is above 0,
 * unless none is. LORA_E_STATE: the buffer is empty. LORA_E_OPTION: by_improvement. */
int32_t lora_trajectory_draw(uint32_t buffer, uint32_t by_improvement, uint32_t seed, uint32_t number);

/* The embedding of the trajectory at an index, to the start of the transfer vector.
 * LORA_E_RANGE: the index is not below the length. */
int32_t lora_trajectory_read(uint32_t buffer, uint32_t index);

/* The total count as if others had been recorded before those in the buffer.
 * LORA_E_RANGE: not a whole number, below the length, or above it where the buffer is not full. */
int32_t lora_trajectory_set_total_count(uint32_t buffer, double count);

/* Empties the buffer; the total count is 0 again. */
int32_t lora_trajectory_reset(uint32_t buffer);

#ifdef __cplusplus
}
#endif

#endif
