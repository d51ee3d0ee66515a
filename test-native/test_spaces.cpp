// Embedding spaces against the same equations in double, and against directions that are known
// because the documents were made of them; adapters in a space against vectors that were mapped by
// hand.
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "spaces.hpp"

using spaces::add;
using spaces::Corpus;
using spaces::inner;
using spaces::normalized;
using spaces::PlainSpace;
using spaces::Space;
using spaces::Vector;

namespace {

void check_near(const Floats& found, const Vector& expected, double tolerance) {
  double worst = 0;
  for (size_t i = 0; i < found.size(); ++i) {
    worst = std::max(worst, std::abs(static_cast<double>(found[i]) - expected[i]));
  }
  CHECK(worst <= tolerance);
}

Vector times(double factor, Vector v) {
  for (double& value : v) value *= factor;
  return v;
}

double length_of(const Floats& v) {
  return std::sqrt(inner(to_double(v), to_double(v)));
}

}  // namespace

TEST_CASE("a space is its equations in double", "[space]") {
  const uint32_t dim = GENERATE(5u, 40u);
  const uint32_t directions = GENERATE(0u, 1u, 4u);
  Corpus corpus(dim, dim + directions);
  Space space(dim, directions);
  PlainSpace plain(dim, directions);
  for (int step = 0; step < 300; ++step) {
    const Floats d = corpus.document();
    const Floats x = corpus.query();
    REQUIRE(space.learn(LORA_DOCUMENTS, d) == LORA_OK);
    plain.learn_document(to_double(d));
    // Components are kept in f32; a hundred roundings of 2^-24 each, and what they do to W.
    const double tolerance = 2e-5;
    if (step % 20 == 0) {
      check_near(space.map(LORA_DOCUMENTS, d), plain.document(to_double(d)), tolerance);
      check_near(space.map(LORA_QUERIES, x), plain.query(to_double(x)), tolerance);
      REQUIRE(space.learn(LORA_QUERIES, x) == LORA_OK);
      plain.learn_query(to_double(x));
      check_near(space.map(LORA_QUERIES, x), plain.query(to_double(x)), tolerance);
    }
  }
  const std::vector<double> scales = plain.scales();
  for (uint32_t j = 0; j < directions; ++j) {
    CHECK(std::abs(lora_space_direction(space.handle(), j) - scales[j]) < 1e-5);
    CHECK(std::abs(length_of(Floats(lora_transfer(), lora_transfer() + dim)) - 1) < 1e-6);
  }
}

TEST_CASE("a space finds the directions and the spread that documents have", "[space]") {
  constexpr uint32_t kDim = 32;
  Corpus corpus(kDim, 7);
  Space space(kDim, 4);
  std::vector<Floats> documents;
  for (int i = 0; i < 4000; ++i) documents.push_back(corpus.document());
  for (const Floats& d : documents) REQUIRE(space.learn(LORA_DOCUMENTS, d) == LORA_OK);
  double before = 0;
  for (uint32_t j = 0; j < 4; ++j) {
    const double scale = lora_space_direction(space.handle(), j);
    // Axis j has the deviation 4 / (j + 1); normalising a document turns none of them.
    CHECK(std::abs(lora_transfer()[j]) > 0.98);
    CHECK(scale > before);
    before = scale;
  }
  CHECK(before == 1);

  // Cosines of pairs of documents that did not make the space.
  double squares = 0;
  const int kPairs = 4000;
  for (int i = 0; i < kPairs; ++i) {
    const Vector a = to_double(space.map(LORA_DOCUMENTS, corpus.document()));
    const Vector b = to_double(space.map(LORA_DOCUMENTS, corpus.document()));
    squares += inner(a, b) * inner(a, b);
  }
  const double measured = std::sqrt(squares / kPairs);
  // An estimate: the eigenvalues do not know that W changes the lengths of documents by turns.
  CHECK(std::abs(lora_space_spread(space.handle()) / measured - 1) < 0.2);
}

TEST_CASE("what a space maps has length 1 and no common direction", "[space]") {
  constexpr uint32_t kDim = 24;
  Corpus corpus(kDim, 3);
  Space space(kDim, 8);
  Floats documents;
  for (int i = 0; i < 200; ++i) {
    const Floats d = corpus.document();
    documents.insert(documents.end(), d.begin(), d.end());
  }
  const Floats first = row_of(documents, kDim, 0);
  // Nothing is known of the first document, so it is only normalised.
  check_near(space.map(LORA_DOCUMENTS, first), normalized(to_double(first)), 1e-6);
  REQUIRE(space.learn(LORA_DOCUMENTS, first) == LORA_OK);
  CHECK(std::abs(length_of(space.map(LORA_DOCUMENTS, first)) - 1) < 1e-6);

  REQUIRE(space.learn(LORA_DOCUMENTS, documents) == LORA_OK);
  const Floats mapped = space.map(LORA_DOCUMENTS, documents);
  Vector mean(kDim);
  for (uint32_t j = 0; j < 200; ++j) {
    const Floats row = row_of(mapped, kDim, j);
    CHECK(std::abs(length_of(row) - 1) < 1e-6);
    add(mean, 1.0 / 200, to_double(row));
  }
  CHECK(inner(mean, mean) < 0.01);
  // One document a hundred times over has no direction.
  Space alike(kDim, 8);
  for (int i = 0; i < 100; ++i) REQUIRE(alike.learn(LORA_DOCUMENTS, first) == LORA_OK);
  CHECK(all_finite(alike.map(LORA_QUERIES, first)));
  CHECK(length_of(alike.map(LORA_DOCUMENTS, Floats(kDim))) < 1.001);
}

TEST_CASE("a frozen space maps documents as before and goes on learning queries", "[space]") {
  constexpr uint32_t kDim = 20;
  Corpus corpus(kDim, 5);
  Space space(kDim, 4);
  for (int i = 0; i < 50; ++i) REQUIRE(space.learn(LORA_DOCUMENTS, corpus.document()) == LORA_OK);
  const Floats d = corpus.document();
  const Floats x = corpus.query();
  REQUIRE(lora_space_freeze(space.handle(), 1) == LORA_OK);
  CHECK(lora_space_is_frozen(space.handle()) == 1);
  const Floats mapped = space.map(LORA_DOCUMENTS, d);
  const Floats query = space.map(LORA_QUERIES, x);
  CHECK(space.learn(LORA_DOCUMENTS, d) == LORA_E_STATE);
  CHECK(lora_space_count(space.handle(), LORA_DOCUMENTS) == 50);
  REQUIRE(space.learn(LORA_QUERIES, corpus.query()) == LORA_OK);
  CHECK(same_bits(space.map(LORA_DOCUMENTS, d), mapped));
  CHECK_FALSE(same_bits(space.map(LORA_QUERIES, x), query));
  REQUIRE(lora_space_freeze(space.handle(), 0) == LORA_OK);
  CHECK(space.learn(LORA_DOCUMENTS, d) == LORA_OK);
  CHECK_FALSE(same_bits(space.map(LORA_DOCUMENTS, d), mapped));
}

TEST_CASE("scale of the embeddings changes nothing but roundings", "[space]") {
  constexpr uint32_t kDim = 16;
  Corpus corpus(kDim, 11);
  Space space(kDim, 4);
  Space large(kDim, 4);
  // A power of 2: to the bit.
  const auto scaled = [](Floats v) {
    for (float& value : v) value *= 1024;
    return v;
  };
  for (int i = 0; i < 100; ++i) {
    const Floats d = corpus.document();
    REQUIRE(space.learn(LORA_DOCUMENTS, d) == LORA_OK);
    REQUIRE(large.learn(LORA_DOCUMENTS, scaled(d)) == LORA_OK);
  }
  const Floats x = corpus.query();
  CHECK(same_bits(space.map(LORA_QUERIES, x), large.map(LORA_QUERIES, scaled(x))));
}

TEST_CASE("the state of a space makes it again, and what cannot be is refused", "[space]") {
  constexpr uint32_t kDim = 18;
  Corpus corpus(kDim, 13);
  Space space(kDim, 3);
  Space again(kDim, 3);
  for (int i = 0; i < 30; ++i) REQUIRE(space.learn(LORA_DOCUMENTS, corpus.document()) == LORA_OK);
  REQUIRE(space.learn(LORA_QUERIES, corpus.query()) == LORA_OK);
  for (uint32_t j = 0; j < 3; ++j) {
    REQUIRE(lora_space_read_row(space.handle(), j) == LORA_OK);
    REQUIRE(lora_space_write_row(again.handle(), j) == LORA_OK);
  }
  const int32_t count = lora_space_read_numbers(space.handle());
  REQUIRE(count == 4 + 2 * kDim);
  REQUIRE(lora_space_write_numbers(again.handle(), static_cast<uint32_t>(count)) == LORA_OK);
  Space copy(kDim, 3);
  REQUIRE(lora_space_copy(copy.handle(), space.handle()) == LORA_OK);
  const Floats d = corpus.document();
  for (Space* other : {&again, &copy}) {
    CHECK(same_bits(other->map(LORA_DOCUMENTS, d), space.map(LORA_DOCUMENTS, d)));
    CHECK(same_bits(other->map(LORA_QUERIES, d), space.map(LORA_QUERIES, d)));
    CHECK(lora_space_spread(other->handle()) == lora_space_spread(space.handle()));
  }

  auto* numbers = reinterpret_cast<double*>(lora_transfer());
  const double kNan = std::numeric_limits<double>::quiet_NaN();
  const auto refused = [&](int at, double value) {
    REQUIRE(lora_space_read_numbers(space.handle()) == count);
    numbers = reinterpret_cast<double*>(lora_transfer());
    numbers[at] = value;
    return lora_space_write_numbers(again.handle(), static_cast<uint32_t>(count));
  };
  CHECK(refused(0, -1) == LORA_E_RANGE);
  CHECK(refused(0, 0.5) == LORA_E_RANGE);
  CHECK(refused(1, kNan) == LORA_E_RANGE);
  CHECK(refused(2, 31) == LORA_E_RANGE);  // more than documents
  CHECK(refused(3, 2) == LORA_E_RANGE);
  CHECK(refused(4, kNan) == LORA_E_RANGE);
  CHECK(refused(4 + 2 * kDim - 1, 1e39) == LORA_E_RANGE);
  CHECK(lora_space_write_numbers(again.handle(), 3) == LORA_E_SHAPE);
  std::fill_n(lora_transfer(), kDim, 1.0f);  // longer than a component can be
  CHECK(lora_space_write_row(again.handle(), 0) == LORA_E_RANGE);
  lora_transfer()[2] = std::numeric_limits<float>::infinity();
  CHECK(lora_space_write_row(again.handle(), 0) == LORA_E_NONFINITE);
  CHECK(lora_space_write_row(again.handle(), 3) == LORA_E_SHAPE);
  CHECK(same_bits(again.map(LORA_DOCUMENTS, d), space.map(LORA_DOCUMENTS, d)));

  REQUIRE(lora_space_reset(again.handle()) == LORA_OK);
  CHECK(same_bits(again.map(LORA_QUERIES, d), Space(kDim, 3).map(LORA_QUERIES, d)));
}

TEST_CASE("a space refuses what it cannot learn, and learns nothing of it", "[space]") {
  constexpr uint32_t kDim = 10;
  Corpus corpus(kDim, 17);
  Space space(kDim, 2);
  for (int i = 0; i < 9; ++i) REQUIRE(space.learn(LORA_DOCUMENTS, corpus.document()) == LORA_OK);
  const Floats d = corpus.document();
  const Floats before = space.map(LORA_QUERIES, d);
  Floats bad(3 * kDim, 1.0f);
  for (const float value : {std::nanf(""), INFINITY, 1e30f}) {
    bad[2 * kDim + 1] = value;
    CHECK(space.learn(LORA_DOCUMENTS, bad) == LORA_E_NONFINITE);
    CHECK(space.learn(LORA_QUERIES, bad) == LORA_E_NONFINITE);
    std::copy(bad.begin(), bad.end(), lora_transfer());
    CHECK(lora_space_check(space.handle(), 3) == LORA_E_NONFINITE);
    std::copy(bad.begin(), bad.end(), lora_transfer());
    CHECK(lora_space_map(space.handle(), LORA_DOCUMENTS, 3) == LORA_E_NONFINITE);
  }
  CHECK(lora_space_learn(space.handle(), 2, 1) == LORA_E_OPTION);
  CHECK(lora_space_learn(space.handle(), LORA_QUERIES, 0) == LORA_E_SHAPE);
  CHECK(lora_space_map(space.handle(), LORA_QUERIES, 1u << 30) == LORA_E_SHAPE);
  CHECK(lora_space_freeze(space.handle(), 2) == LORA_E_OPTION);
  CHECK(lora_space_direction(space.handle(), 2) == LORA_E_SHAPE);
  CHECK(lora_space_mean(space.handle(), 2) == LORA_E_OPTION);
  CHECK(lora_space_count(space.handle(), 2) == LORA_E_OPTION);
  CHECK(lora_space_count(0, 0) == LORA_E_HANDLE);
  CHECK(lora_space_create(0, 0) == LORA_E_SHAPE);
  CHECK(lora_space_create(10, 10) == LORA_E_RANGE);
  CHECK(lora_space_create(100, 65) == LORA_E_RANGE);
  CHECK(lora_space_copy(space.handle(), Space(kDim, 3).handle()) == LORA_E_SHAPE);
  CHECK(same_bits(space.map(LORA_QUERIES, d), before));
}

TEST_CASE("an adapter in a space has the bits of one that is given mapped vectors", "[space]") {
  constexpr uint32_t kDim = 20;
  const uint32_t rank = GENERATE(2u, 3u);
  const uint32_t optimizer = GENERATE(uint32_t{LORA_SGD}, uint32_t{LORA_PRECONDITIONED});
  Corpus corpus(kDim, 19);
  Space space(kDim, 4);
  for (int i = 0; i < 60; ++i) REQUIRE(space.learn(LORA_DOCUMENTS, corpus.document()) == LORA_OK);
  const Spec spec{
      .in = kDim, .out = kDim, .rank = rank, .optimizer = optimizer, .flags = LORA_RESIDUAL};
  Set inside(spec);
  Set outside(spec);
  REQUIRE(lora_join_space(inside.handle(), space.handle(), 0) == LORA_OK);
  // A starts from the leading directions of the space.
  const Weights start = inside.weights();
  for (uint32_t k = 0; k < rank; ++k) {
    lora_space_direction(space.handle(), k);
    const Floats direction(lora_transfer(), lora_transfer() + kDim);
    check_near(row_of(start.a, kDim, k), times(1 / std::sqrt(3.0), to_double(direction)), 1e-6);
  }
  outside.set_weights(start);
  const auto learn = [&](Set& set, const Floats& x, const Floats& t) {
    std::copy(x.begin(), x.end(), lora_transfer());
    std::copy(t.begin(), t.end(), lora_transfer() + kDim);
    return lora_learn(set.handle(), 0, 1, LORA_MSE, 1, 0);
  };
  const auto forward = [&](Set& set, const Floats& x) {
    std::copy(x.begin(), x.end(), lora_transfer());
    REQUIRE(lora_forward(set.handle(), 0, 1, LORA_FROM_TRANSFER) == LORA_OK);
    return Floats(lora_output(set.handle()), lora_output(set.handle()) + kDim);
  };
  const auto contrast = [&](Set& set, const Floats& x, const Floats& candidates, uint32_t loss,
                            double parameter) {
    std::copy(x.begin(), x.end(), lora_transfer());
    std::copy(candidates.begin(), candidates.end(), lora_transfer() + kDim);
    return lora_contrast(set.handle(), 0, 1, 3, loss, parameter);
  };
  for (int step = 0; step < 20; ++step) {
    const Floats x = corpus.query();
    Floats d;
    for (int i = 0; i < 3; ++i) {
      const Floats one = corpus.document();
      d.insert(d.end(), one.begin(), one.end());
    }
    const Floats u = space.map(LORA_QUERIES, x);
    const Floats e = space.map(LORA_DOCUMENTS, d);
    const double queries = lora_space_count(space.handle(), LORA_QUERIES);
    CHECK(same_bits(forward(inside, x), forward(outside, u)));
    // The input stays what the caller gave.
    CHECK(same_bits(Floats(lora_input(inside.handle()), lora_input(inside.handle()) + kDim), x));
    std::copy(d.begin(), d.begin() + kDim, lora_gradient(inside.handle()));
    std::copy(d.begin(), d.begin() + kDim, lora_gradient(outside.handle()));
    REQUIRE(lora_adapt(inside.handle(), 0, 1, LORA_FROM_OWN) == LORA_OK);
    REQUIRE(lora_adapt(outside.handle(), 0, 1, LORA_FROM_OWN) == LORA_OK);
    CHECK(lora_space_count(space.handle(), LORA_QUERIES) == queries);
    CHECK(learn(inside, x, row_of(d, kDim, 0)) == learn(outside, u, row_of(e, kDim, 0)));
    CHECK(lora_space_count(space.handle(), LORA_QUERIES) == queries + 1);

    const Floats next = space.map(LORA_QUERIES, x);
    const double spread = lora_space_spread(space.handle());
    CHECK(contrast(inside, x, d, LORA_INFO_NCE_OF_SPREAD, 2) ==
          contrast(outside, next, e, LORA_INFO_NCE, 2 * spread));
    CHECK(lora_delta_norm(inside.handle(), 0) == lora_delta_norm(outside.handle(), 0));

    const Floats last = space.map(LORA_QUERIES, x);
    const auto score = [&](Set& set, const Floats& of, const Floats& documents, uint32_t mapped) {
      std::copy(of.begin(), of.end(), lora_transfer());
      std::copy(documents.begin(), documents.end(), lora_transfer() + kDim);
      REQUIRE(lora_score(set.handle(), 0, 3, mapped) == LORA_OK);
      return Floats(lora_transfer(), lora_transfer() + 3);
    };
    const Floats scores = score(inside, x, d, 0);
    CHECK(same_bits(scores, score(inside, x, e, 1)));
    CHECK(same_bits(scores, score(outside, last, e, 0)));
    const Vector y = normalized(to_double(forward(inside, x)));
    for (uint32_t i = 0; i < 3; ++i) {
      const Vector unit = normalized(to_double(row_of(e, kDim, i)));
      CHECK(std::abs(static_cast<double>(scores[i]) - inner(y, unit)) < 1e-6);
    }
  }
}

TEST_CASE("a cautious adapter serves what did well and nothing that did not", "[space]") {
  constexpr uint32_t kDim = 16;
  Corpus corpus(kDim, 37);
  Space space(kDim, 4);
  for (int i = 0; i < 60; ++i) REQUIRE(space.learn(LORA_DOCUMENTS, corpus.document()) == LORA_OK);
  // Each adapter lets its own one learn the queries.
  Space twin(kDim, 4);
  REQUIRE(lora_space_copy(twin.handle(), space.handle()) == LORA_OK);
  Set bold({.in = kDim,
            .out = kDim,
            .rate = 0.5,
            .optimizer = LORA_PRECONDITIONED,
            .flags = LORA_RESIDUAL});
  Set cautious({.in = kDim,
                .out = kDim,
                .rate = 0.5,
                .optimizer = LORA_PRECONDITIONED,
                .flags = LORA_RESIDUAL});
  REQUIRE(lora_join_space(bold.handle(), twin.handle(), 0) == LORA_OK);
  CHECK(lora_join_space(cautious.handle(), space.handle(), 2) == LORA_E_OPTION);
  REQUIRE(lora_join_space(cautious.handle(), space.handle(), 1) == LORA_OK);
  CHECK(lora_served(bold.handle(), 0) == 1);
  CHECK(lora_served(cautious.handle(), 0) == 0);

  std::mt19937 random(5);
  const auto click = [&](Set& set, const Floats& x, const std::vector<Floats>& shown) {
    float* to = std::copy(x.begin(), x.end(), lora_transfer());
    for (const Floats& one : shown) to = std::copy(one.begin(), one.end(), to);
    return lora_contrast(set.handle(), 0, 1, static_cast<uint32_t>(shown.size()),
                         LORA_INFO_NCE_OF_SPREAD, 0.5);
  };
  // Output with a share of the delta: u + share (y - u).
  const auto check_output = [&](const Floats& x, double share) {
    const Vector u = to_double(space.map(LORA_QUERIES, x));
    Vector expected = u;
    Vector delta = to_double(bold.forward(x));
    add(delta, -1, u);
    add(expected, share, delta);
    check_near(cautious.forward(x), expected, 1e-5);
  };

  // Clicks at random: nothing of it is served, though it is learned.
  for (int i = 0; i < 200; ++i) {
    const Floats x = corpus.query();
    std::vector<Floats> shown;
    for (int k = 0; k < 5; ++k) shown.push_back(corpus.document());
    CHECK(click(bold, x, shown) == click(cautious, x, shown));
  }
  CHECK(lora_served(cautious.handle(), 0) == 0);
  CHECK(cautious.weights() == bold.weights());
  check_output(corpus.query(), 0);

  // Where the one clicked was shown three times, a guess is right half as often as it would be
  // among as many different ones: that is still no better than chance.
  Set repeated({.in = kDim,
                .out = kDim,
                .rate = 0.5,
                .optimizer = LORA_PRECONDITIONED,
                .flags = LORA_RESIDUAL});
  Space third(kDim, 4);
  REQUIRE(lora_space_copy(third.handle(), space.handle()) == LORA_OK);
  REQUIRE(lora_join_space(repeated.handle(), third.handle(), 1) == LORA_OK);
  for (int i = 0; i < 200; ++i) {
    const Floats one = corpus.document();
    click(repeated, corpus.query(), {one, one, corpus.document(), one});
    CHECK(lora_served(repeated.handle(), 0) == 0);
  }

  // Clicks on what is on the other side of the first axis than the query: before long it is served.
  for (int i = 0; i < 400; ++i) {
    const Floats x = corpus.query();
    const float side = space.map(LORA_QUERIES, x)[0];
    std::vector<Floats> shown;
    for (int k = 0; k < 5; ++k) shown.push_back(corpus.document());
    const auto before = [&](const Floats& a, const Floats& b) {
      return side * space.map(LORA_DOCUMENTS, a)[0] < side * space.map(LORA_DOCUMENTS, b)[0];
    };
    std::sort(shown.begin(), shown.end(), before);
    CHECK(click(bold, x, shown) == click(cautious, x, shown));
  }
  const double served = lora_served(cautious.handle(), 0);
  CHECK(served > 0);
  check_output(corpus.query(), served);

  // Three losses in the numbers; and a reset forgets them.
  Set copy({.in = kDim,
            .out = kDim,
            .rate = 0.5,
            .optimizer = LORA_PRECONDITIONED,
            .flags = LORA_RESIDUAL});
  REQUIRE(lora_join_space(copy.handle(), space.handle(), 1) == LORA_OK);
  const int32_t count = lora_read_numbers(cautious.handle(), 0);
  REQUIRE(lora_write_numbers(copy.handle(), 0, static_cast<uint32_t>(count)) == LORA_OK);
  CHECK(lora_served(copy.handle(), 0) == served);
  REQUIRE(lora_reset(copy.handle(), 0) == LORA_OK);
  CHECK(lora_served(copy.handle(), 0) == 0);
  REQUIRE(lora_copy(copy.handle(), cautious.handle(), 0) == LORA_OK);
  CHECK(lora_served(copy.handle(), 0) == served);
}

TEST_CASE("a learn that fails changes neither the adapter nor its space", "[space]") {
  constexpr uint32_t kDim = 12;
  Corpus corpus(kDim, 23);
  Space space(kDim, 2);
  for (int i = 0; i < 20; ++i) REQUIRE(space.learn(LORA_DOCUMENTS, corpus.document()) == LORA_OK);
  Set set({.in = kDim, .out = kDim, .flags = LORA_RESIDUAL});
  REQUIRE(lora_join_space(set.handle(), space.handle(), 0) == LORA_OK);
  const Weights start = set.weights();
  const Floats x = corpus.query();
  std::copy(x.begin(), x.end(), lora_transfer());
  REQUIRE(lora_forward(set.handle(), 0, 1, LORA_FROM_TRANSFER) == LORA_OK);
  const Floats u = space.map(LORA_QUERIES, x);
  std::fill_n(lora_transfer(), 2 * kDim, std::nanf(""));
  CHECK(lora_learn(set.handle(), 0, 1, LORA_MSE, 1, 0) == LORA_E_NONFINITE);
  CHECK(lora_space_count(space.handle(), LORA_QUERIES) == 0);
  // The step follows the forward of before.
  std::fill_n(lora_gradient(set.handle()), kDim, 1.0f);
  REQUIRE(lora_adapt(set.handle(), 0, 1, LORA_FROM_OWN) == LORA_OK);
  Set twin({.in = kDim, .out = kDim, .flags = LORA_RESIDUAL});
  twin.set_weights(start);
  std::copy(u.begin(), u.end(), lora_transfer());
  REQUIRE(lora_forward(twin.handle(), 0, 1, LORA_FROM_TRANSFER) == LORA_OK);
  std::fill_n(lora_gradient(twin.handle()), kDim, 1.0f);
  REQUIRE(lora_adapt(twin.handle(), 0, 1, LORA_FROM_OWN) == LORA_OK);
  CHECK(lora_delta_norm(set.handle(), 0) == lora_delta_norm(twin.handle(), 0));
}

TEST_CASE("a space lives as long as the adapters in it, and no longer", "[space]") {
  open_engine();
  const double before = lora_memory_used();
  {
    const int32_t handle = lora_space_create(16, 4);
    REQUIRE(handle > 0);
    const auto space = static_cast<uint32_t>(handle);
    Set set({.in = 16, .out = 16, .flags = LORA_RESIDUAL});
    REQUIRE(lora_join_space(set.handle(), space, 0) == LORA_OK);
    CHECK(lora_join_space(set.handle(), space, 0) == LORA_E_STATE);
    Set other({.in = 16, .out = 8});
    CHECK(lora_join_space(other.handle(), space, 0) == LORA_E_SHAPE);
    CHECK(lora_join_space(other.handle(), 0, 0) == LORA_E_HANDLE);
    Set apart({.in = 16, .out = 16, .flags = LORA_RESIDUAL});
    CHECK(lora_copy(apart.handle(), set.handle(), 0) == LORA_E_SHAPE);
    REQUIRE(lora_free(space) == LORA_OK);
    CHECK(lora_space_count(space, 0) == LORA_E_HANDLE);
    std::fill_n(lora_transfer(), 16, 1.0f);
    CHECK(lora_forward(set.handle(), 0, 1, LORA_FROM_TRANSFER) == LORA_OK);
  }
  CHECK(lora_memory_used() <= before);
}

TEST_CASE("a temperature in units of the spread is one of cosines", "[space][contrast]") {
  constexpr uint32_t kDim = 16;
  Corpus corpus(kDim, 29);
  Set set({.in = kDim, .out = kDim, .optimizer = LORA_PRECONDITIONED, .flags = LORA_RESIDUAL});
  Set twin({.in = kDim, .out = kDim, .optimizer = LORA_PRECONDITIONED, .flags = LORA_RESIDUAL});
  double squares = 0;
  double count = 0;
  for (int step = 0; step < 30; ++step) {
    const Floats x = corpus.query();
    Floats rows = x;
    for (int i = 0; i < 5; ++i) {
      const Floats d = corpus.document();
      rows.insert(rows.end(), d.begin(), d.end());
    }
    const auto run = [&](Set& of, uint32_t loss, double parameter) {
      std::copy(rows.begin(), rows.end(), lora_transfer());
      return lora_contrast(of.handle(), 0, 1, 5, loss, parameter);
    };
    // The cosines of the answer and of its negatives, as the adapter is now.
    std::copy(rows.begin(), rows.end(), lora_transfer());
    REQUIRE(lora_score(twin.handle(), 0, 5, 0) == LORA_OK);
    double mean = 0;
    for (int i = 1; i < 5; ++i) mean += static_cast<double>(lora_transfer()[i]) / 4;
    for (int i = 1; i < 5; ++i) {
      squares += std::pow(static_cast<double>(lora_transfer()[i]) - mean, 2);
    }
    count += 3;
    const double found = run(set, LORA_INFO_NCE_OF_SPREAD, 0.5);
    const double expected = run(twin, LORA_INFO_NCE, 0.5 * std::sqrt(squares / count));
    CHECK(std::abs(found - expected) <= 1e-4 * expected);
    // So that roundings do not add up.
    REQUIRE(lora_copy(twin.handle(), set.handle(), 0) == LORA_OK);
  }
}

TEST_CASE("a candidate that is equal to the positive is no negative", "[contrast]") {
  constexpr uint32_t kDim = 16;
  Corpus corpus(kDim, 31);
  const uint32_t loss =
      GENERATE(uint32_t{LORA_INFO_NCE}, uint32_t{LORA_TRIPLET}, uint32_t{LORA_INFO_NCE_OF_SPREAD});
  const Floats x = corpus.query();
  const Floats p = corpus.document();
  const Floats n = corpus.document();
  const Floats m = corpus.document();
  const auto run = [&](const std::vector<Floats>& candidates) {
    Set set({.in = kDim, .out = kDim, .flags = LORA_RESIDUAL});
    float* to = std::copy(x.begin(), x.end(), lora_transfer());
    for (const Floats& candidate : candidates)
      to = std::copy(candidate.begin(), candidate.end(), to);
    const double value =
        lora_contrast(set.handle(), 0, 1, static_cast<uint32_t>(candidates.size()), loss, 0.5);
    return std::pair(value, lora_delta_norm(set.handle(), 0));
  };
  CHECK(run({p, n, m}) == run({p, n, p, m, p}));
  CHECK(run({p, n, m}) != run({p, n, m, m}));
  const auto [value, norm] = run({p, p});
  CHECK(value == 0);
  CHECK(norm == 0);
}
