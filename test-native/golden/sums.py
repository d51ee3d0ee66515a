#!/usr/bin/python3
"""numpy as the oracle of sums of adapters: writes sums.txt.

A line is a case: name, in, out, rank of the answer, seed, near (how far the factors of the others are
from those of the first; 0 is on their own), the members as rank:alpha:weight, and then what numpy's
SVD in double finds: the relative error of the best answer, and the energy that it keeps.

    /usr/bin/python3 sums.py > sums.txt

test_sums.cpp makes the same factors: numbers as in samples.hpp, A (rank, in) and then B (rank, out),
for one member after the other; where near is not 0, rows of the first one (row k modulo its rank) plus
near times a number. Weights and alphas are sums of powers of two, so all of it is exact.
"""
import numpy as np

from oracle import Generator


def numbers(generator, *shape):
    return generator.integers(*shape).reshape(shape) / 1024


def case(name, size_in, size_out, rank, seed, near, members):
    generator = Generator(seed)
    total = np.zeros((size_out, size_in))
    first = None
    for member_rank, alpha, weight in members:
        a = numbers(generator, member_rank, size_in)
        b = numbers(generator, member_rank, size_out)
        if near and first:
            rows = np.arange(member_rank) % len(first[0])
            a, b = first[0][rows] + near * a, first[1][rows] + near * b
        first = first or (a, b)
        assert np.array_equal(a, a.astype(np.float32)) and np.array_equal(b, b.astype(np.float32))
        total += weight * alpha * b.T @ a
    values = np.linalg.svd(total, compute_uv=False)
    squares = values**2
    best = np.sqrt(squares[rank:].sum() / squares.sum())
    kept = squares[:rank].sum() / squares.sum()
    list_of = ','.join(f'{r}:{alpha}:{weight}' for r, alpha, weight in members)
    print(name, size_in, size_out, rank, seed, near, list_of, repr(float(best)), repr(float(kept)))


def main():
    same = [(2, 1.0, 1.0)] * 3
    mixed = [(1, 0.5, 1.0), (3, 2.0, 0.25), (2, 1.0, 3.0), (8, 0.125, 2.0)]
    seed = 1
    for size_in, size_out in ((1, 1), (3, 5), (16, 16), (31, 7), (40, 64), (256, 256)):
        for rank in (1, 2, 4, 16):
            for near in (0.0, 2.0**-4, 2.0**-10):
                for label, members in (('same', same), ('mixed', mixed)):
                    seed += 1
                    name = f'{label}-{size_in}x{size_out}-r{rank}-n{near:.4f}'
                    case(name, size_in, size_out, rank, seed, near, members)
    case('one', 32, 32, 2, 900, 0.0, [(8, 1.0, 1.0)])
    case('difference', 32, 32, 2, 901, 2.0**-10, [(2, 1.0, 1.0), (2, 1.0, -1.0)])
    case('many', 64, 48, 4, 902, 0.0, [(2, 1.0, 1.0)] * 60)
    case('many-near', 64, 48, 4, 903, 2.0**-4, [(2, 1.0, 1.0)] * 60)
    case('high', 96, 128, 16, 904, 0.0, [(64, 1.0, 1.0), (64, 0.5, 2.0)])


if __name__ == '__main__':
    main()
